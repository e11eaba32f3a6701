"""Near-duplicates are found among many articles, and articles on one subject are not."""

import random
from collections.abc import Sequence

import pytest

from annotator.arabic import ARABIC
from annotator.core.duplicates import COMMON, Pair, PairList, shingles_of, similar_pairs
from annotator.core.progress import Cancelled, Quiet

TEXT = """
قالت القوات إن القاعدة أخليت فجر اليوم بعد أن غادرها الجنود في رتل من الشاحنات نحو الحدود ونقلت
وكالة عن مصدر أمني أن الموقع سلم إلى الجيش وفق اتفاق جديد بين الطرفين على دفعات تنتهي قبل نهاية
الشهر الجاري وأضاف المتحدث باسم الوزارة أن الخطوة تأتي ضمن خطة أوسع لإعادة الانتشار في المنطقة
"""
WORDS = TEXT.split()


def article(chance: random.Random, length: int = 220) -> list[str]:
    return [chance.choice(WORDS) for _ in range(length)]


def fresh(chance: random.Random, length: int = 400) -> list[str]:
    """Words that no two articles have in the same order, unless one has them of the other."""
    return ["".join(chance.choices("بتجحدرزسشصطعفقكلمنهوي", k=5)) for _ in range(length)]


def pairs_of(texts: Sequence[str]) -> list[Pair]:
    return list(similar_pairs((shingles_of(text, ARABIC) for text in texts), Quiet()))


def exact(one: str, other: str) -> float:
    """Return the Jaccard similarity of two texts by another way: whole shingles in sets."""

    def runs(text: str) -> set[tuple[str, ...]]:
        folded = ARABIC.fold(text)
        words = [folded[start:end] for start, end in ARABIC.words(folded)]
        return {tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))}

    first, second = runs(one), runs(other)
    return len(first & second) / len(first | second)


def test_what_two_articles_share_is_counted_exactly() -> None:
    chance = random.Random(1)
    words = article(chance)
    texts = [" ".join(words), " ".join(words[:150] + article(chance, 40))]
    (pair,) = pairs_of(texts)
    assert (pair.first, pair.second) == (0, 1)
    assert pair.similarity == pytest.approx(exact(*texts), abs=1e-12)
    assert pair.is_same_story


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda words: words, id="the same"),
        pytest.param(lambda words: ["عاجل:", "قاعدة", "جديدة", *words], id="another headline"),
        pytest.param(lambda words: words[: len(words) * 4 // 5], id="cut end"),
        pytest.param(lambda words: words[: len(words) // 3], id="two thirds cut"),
        pytest.param(
            lambda words: [word.replace("ة", "ه").replace("أ", "ا") for word in words],
            id="other spelling",
        ),
        pytest.param(
            lambda words: [word if number % 12 else "تبديل" for number, word in enumerate(words)],
            id="some words changed",
        ),
        pytest.param(lambda words: ["«" + word + "»،" for word in words], id="other punctuation"),
    ],
)
def test_a_wire_story_in_another_outlet_is_found(change) -> None:  # type: ignore[no-untyped-def]
    words = article(random.Random(2))
    others = [" ".join(article(random.Random(number))) for number in range(3, 40)]
    texts = [" ".join(words), *others, " ".join(change(words))]
    found = [(pair.first, pair.second) for pair in pairs_of(texts) if pair.is_same_story]
    assert found == [(0, len(texts) - 1)]


def test_articles_that_share_a_paragraph_are_not_the_same_story() -> None:
    background = article(random.Random(1), 100)
    texts = [" ".join(article(random.Random(number)) + background) for number in range(2, 30)]
    pairs = pairs_of(texts)
    assert len(pairs) > 100  # they are looked at
    assert not any(pair.is_same_story for pair in pairs)


@pytest.mark.parametrize("share", [0.1, 0.15, 0.2, 0.3, 0.5])
def test_what_stands_in_a_longer_article_is_found(share: float) -> None:
    texts = [" ".join(fresh(random.Random(number))) for number in range(60)]
    cuts = [" ".join(text.split()[20:][: int(400 * share)]) for text in texts]
    found = {(pair.first, pair.second) for pair in pairs_of(texts + cuts) if pair.is_same_story}
    assert found == {(number, number + 60) for number in range(60)}


def test_a_longer_article_is_no_twin_of_one_that_quotes_a_sentence_of_it() -> None:
    texts = [" ".join(fresh(random.Random(number))) for number in range(30)]
    quoting = [
        " ".join(fresh(random.Random(100 + number), 34) + text.split()[50:80])
        for number, text in enumerate(texts)
    ]
    pairs = pairs_of(texts + quoting)
    assert {(pair.first, pair.second) for pair in pairs} >= {(one, one + 30) for one in range(30)}
    assert all(0.4 < pair.within < 0.5 for pair in pairs)
    assert all(pair.by_length == (pair.second, pair.first) for pair in pairs)
    assert not any(pair.is_same_story for pair in pairs)


def test_the_order_in_which_articles_come_does_not_decide_which_pairs_are_found() -> None:
    chance = random.Random(3)
    stories = [fresh(random.Random(number), 120) for number in range(20)]
    texts = [" ".join(story) for story in stories]
    texts += [" ".join(story[: chance.randrange(12, 90)] + fresh(chance, 30)) for story in stories]
    found = {
        (frozenset((texts[one.first], texts[one.second])), one.similarity)
        for one in pairs_of(texts)
    }
    assert len(found) >= 20
    chance.shuffle(texts)
    assert {
        (frozenset((texts[one.first], texts[one.second])), one.similarity)
        for one in pairs_of(texts)
    } == found


def test_a_turn_of_phrase_of_many_articles_is_not_looked_at() -> None:
    phrase = ["قال", "مراسل", "الوكالة"]
    for many, looked_at in ((COMMON, True), (COMMON + 1, False)):
        texts = [" ".join(phrase + fresh(random.Random(one), 10)) for one in range(many)]
        assert (len(pairs_of(texts)) == many * (many - 1) // 2) is looked_at


def test_a_list_of_pairs_gives_them_as_they_were_again_and_again() -> None:
    texts = [" ".join(article(random.Random(number), 400)) for number in range(12)]
    pairs = pairs_of(texts)
    kept = PairList(pairs)
    assert len(pairs) > 10
    assert [*kept] == [*kept] == pairs


def test_short_articles_are_the_same_only_if_all_is() -> None:
    texts = ["عاجل", "عاجل", "خبر عاجل", "قالت القوات إن القاعدة", "قالت القوات إن"]
    same = [(pair.first, pair.second) for pair in pairs_of(texts) if pair.is_same_story]
    assert same == [(0, 1), (3, 4)]


def test_an_article_without_words_is_like_others_without() -> None:
    assert [pair.similarity for pair in pairs_of(["…", "؟!", "كلمة"])] == [1.0]


def test_how_far_the_comparing_is_is_told_and_it_can_be_stopped() -> None:
    chance = random.Random(5)
    texts = [shingles_of(" ".join(article(chance)), ARABIC) for _ in range(20)]
    told: list[tuple[int, int | None]] = []

    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            told.append((done, total))
            if done == 7:
                raise Cancelled

    with pytest.raises(Cancelled):
        list(similar_pairs(texts, Stop()))
    assert told == [(done, len(texts)) for done in range(1, 8)]
