from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.text import whole_letters
from annotator.core.tokens import Tokenizer

TEXT = "غادرت القوات قاعدة «قسرك» وبالعراق 99% منها"


def quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in Tokenizer(ARABIC).tokens(text)]


def test_words_are_cut_after_their_clitics() -> None:
    assert quotes("وبالعراق قسرك") == ["و", "ب", "ال", "عراق", "قسرك"]


def test_punctuation_is_in_no_token() -> None:
    assert quotes("قاعدة «قسرك»، 99%.") == ["قاعدة", "قسرك", "99%"]


def test_a_span_takes_every_token_with_which_it_shares_a_letter() -> None:
    tokens = Tokenizer(ARABIC).tokens("aa bb cc dd")
    assert tokens.under([(1, 4)]) == {0, 1}
    assert tokens.under([(2, 3)]) == set()  # the space between
    assert tokens.under([(3, 5), (0, 11)]) == {0, 1, 2, 3}


texts = st.text(alphabet="وبالعراقق  «».9%a", max_size=30)
stretches = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda one: (one[0], sum(one))), max_size=6
)


@given(texts, stretches)
def test_tokens_lie_in_order_and_are_found_by_any_letter(
    text: str, spans: list[tuple[int, int]]
) -> None:
    tokens = Tokenizer(ARABIC).tokens(text)
    all_tokens = list(tokens)
    assert len(tokens) == len(all_tokens)
    borders = [border for token in all_tokens for border in token]
    assert borders == sorted(borders)
    assert all(start < end for start, end in all_tokens)
    touched = {
        index
        for index, (start, end) in enumerate(all_tokens)
        if any(a < end and start < b for a, b in spans)
    }
    assert tokens.under(spans) == touched


@given(st.lists(texts, max_size=4))
def test_a_word_is_cut_alike_wherever_it_stands(some: list[str]) -> None:
    tokenizer = Tokenizer(ARABIC)
    for text in some:
        found = list(tokenizer.tokens(text))
        assert found == list(Tokenizer(ARABIC).tokens(text))


def with_signs(text: str) -> list[str]:
    return [text[start:end] for start, end in Tokenizer(ARABIC).with_signs(text)]


def test_signs_are_tokens_of_their_own() -> None:
    assert with_signs("(وبالعراق) 99%، 🔴👩‍🚀…\N{RIGHT-TO-LEFT MARK}.\n") == [
        *("(", "و", "ب", "ال", "عراق", ")", "99%", "،", "🔴", "👩‍🚀", "…", ".")
    ]


@given(st.text(alphabet="وبالعراق «».%a\N{ARABIC FATHATAN}\N{RIGHT-TO-LEFT MARK}🔴\n", max_size=30))
def test_all_that_can_be_seen_is_in_a_token_and_words_are_cut_as_ever(text: str) -> None:
    tokenizer = Tokenizer(ARABIC)
    found = list(tokenizer.with_signs(text))
    borders = [border for token in found for border in token]
    assert borders == sorted(borders)
    assert set(tokenizer.tokens(text)) <= set(found)
    rest = list(text)
    for start, end in found:
        assert whole_letters(text, start, end) == (start, end)
        rest[start:end] = " " * (end - start)
    assert set("".join(rest).split()) <= {"\N{RIGHT-TO-LEFT MARK}"} | {
        "\N{RIGHT-TO-LEFT MARK}" * count for count in range(30)
    }


@given(texts, st.integers(0, 30), st.integers(1, 9))
def test_the_tokens_of_a_stretch_are_those_under_it(text: str, start: int, length: int) -> None:
    tokens = Tokenizer(ARABIC).tokens(text)
    assert set(tokens.range_of(start, start + length)) == tokens.under([(start, start + length)])
