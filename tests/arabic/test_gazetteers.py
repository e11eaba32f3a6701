"""The gazetteers: each name once, in order, of letters that are read, and under a comment."""

from collections import Counter
from itertools import pairwise

import pytest

from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import NAMES, gazetteer, spellings_in, states, surnames
from annotator.arabic.news_sources import AGENCIES
from annotator.arabic.passages import tokens_of
from annotator.arabic.sight import Sight
from annotator.paths import resources


def lines(name: str) -> list[str]:
    return (resources() / "gazetteers" / f"{name}.txt").read_text("utf-8").splitlines()


def folded_names(name: str) -> list[str]:
    return [fold(one) for spelt, _ in spellings_in(name) for one in spelt]


def test_the_files_are_those_that_are_read() -> None:
    found = {file.name for file in (resources() / "gazetteers").iterdir()}
    assert found == {f"{name}.txt" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_comment_heads_each_file_and_no_other_line(name: str) -> None:
    first, *others = lines(name)
    assert first.startswith("# ")
    assert [
        line for line in others if line.startswith("#") or line != line.strip() or not line
    ] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "states"])
def test_no_name_stands_twice_however_it_is_spelt(name: str) -> None:
    assert [one for one, times in Counter(folded_names(name)).items() if times > 1] == []


@pytest.mark.parametrize("column", range(3))
def test_no_state_no_capital_and_no_adjective_stands_twice(column: int) -> None:
    spelt = [fold(one) for names, _ in spellings_in("states")[column::3] for one in names]
    assert [one for one, times in Counter(spelt).items() if times > 1] == []


def test_each_state_has_three_columns() -> None:
    assert [line for line in lines("states")[1:] if line.count(";") != 2] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_lines_are_in_order(name: str) -> None:
    heads = [fold(line.split("|")[0].split(";")[0].strip()) for line in lines(name)[1:]]
    assert [pair for pair in pairwise(heads) if pair[0] > pair[1]] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_name_can_be_encoded_and_has_words_alone(name: str) -> None:
    for one in folded_names(name):
        assert one.encode()
        assert " ".join(one.split()) == one
        assert all(
            token.kind in {"word", "number"} or token.text == "-" for token in tokens_of(one)
        )


def test_what_is_an_agency_stands_in_the_table_of_news_sources_alone() -> None:
    assert AGENCIES & set(folded_names("media")) == set()


def test_the_longest_name_counts() -> None:
    sight = Sight("القيادة المركزية الأمريكية")
    known = gazetteer("actors").at(sight, 0, sight.readings(0)[0])
    assert known is not None
    assert known.last == 2


def test_an_agency_is_a_medium() -> None:
    assert fold("رويترز") in gazetteer("media")


def test_adjectives_have_all_their_forms() -> None:
    forms = ["أمريكي", "أمريكية", "أمريكيين", "أمريكيون", "الأميركيتين"]
    assert {fold(form).removeprefix("ال") for form in forms} <= states().adjectives


def test_a_surname_with_the_article_may_be_something_else() -> None:
    assert surnames()[fold("بوتين")]
    assert not surnames()[fold("البرهان")]
