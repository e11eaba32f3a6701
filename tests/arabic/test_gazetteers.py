"""The gazetteers: each name once, in order, of letters that are read, and under a comment."""

from collections import Counter
from itertools import pairwise

import pytest

from annotator.arabic import ARABIC
from annotator.arabic.folding import fold
from annotator.arabic.gazetteer_files import rows_in, spellings_in
from annotator.arabic.gazetteers import gazetteer, media, states, surnames
from annotator.arabic.passages import tokens_of
from annotator.arabic.sight import Sight
from annotator.paths import resources

COLUMNS = {
    "actors": 1,
    "agencies": 1,
    "bases": 1,
    "first_names": 1,
    "hijri_months": 2,
    "media": 1,
    "months": 2,
    "persons": 1,
    "places": 1,
    "states": 3,
    "weekdays": 2,
}
"""The files, without their ending, and how many columns a line has."""
NUMBERED = {"months": 12, "hijri_months": 12, "weekdays": 7}
NAMES_AND_COLUMNS = [(name, column) for name, most in COLUMNS.items() for column in range(most)]
SIGNS = {
    "agencies": set("-."),  # أ.ف.ب, Agence France-Presse
    "hijri_months": set("-'"),  # Dhu'l-Qa'da
}


def lines(name: str) -> list[str]:
    return (resources() / "gazetteers" / f"{name}.txt").read_text("utf-8").splitlines()


def folded_names(name: str, column: int = 0) -> list[str]:
    return [fold(one) for one, _ in spellings_in(name, column)]


def test_the_files_are_those_that_are_read() -> None:
    found = {file.name for file in (resources() / "gazetteers").iterdir()}
    assert found == {f"{name}.txt" for name in COLUMNS}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_comment_heads_each_file_and_no_other_line(name: str) -> None:
    first, *others = lines(name)
    assert first.startswith("# ")
    assert [
        line for line in others if line.startswith("#") or line != line.strip() or not line
    ] == []


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_each_line_has_its_columns(name: str, columns: int) -> None:
    assert [line for line in lines(name)[1:] if line.count(";") != columns - 1] == []


@pytest.mark.parametrize(("name", "column"), NAMES_AND_COLUMNS)
def test_no_name_stands_twice_however_it_is_spelt(name: str, column: int) -> None:
    names = Counter(folded_names(name, column))
    assert [one for one, times in names.items() if times > 1] == []


@pytest.mark.parametrize(("name", "most"), NUMBERED.items())
def test_numbers_run_from_one_in_order_and_each_has_names(name: str, most: int) -> None:
    rows = list(rows_in(name))
    assert [number.names for number, _ in rows] == [(str(one),) for one in range(1, most + 1)]
    assert [number for number, spelt in rows if not spelt.names or not spelt.is_sure] == []


@pytest.mark.parametrize("name", [name for name in COLUMNS if name not in NUMBERED])
def test_the_lines_are_in_order(name: str) -> None:
    heads = [fold(line.split("|")[0].split(";")[0].strip()) for line in lines(name)[1:]]
    assert [pair for pair in pairwise(heads) if pair[0] > pair[1]] == []


@pytest.mark.parametrize(("name", "column"), NAMES_AND_COLUMNS)
def test_each_name_can_be_encoded_and_has_words_alone(name: str, column: int) -> None:
    for one in folded_names(name, column):
        assert one.encode()
        assert " ".join(one.split()) == one
        assert all(
            token.kind in {"word", "number"} or token.text in SIGNS.get(name, "-")
            for token in tokens_of(one)
        )


def test_what_is_an_agency_stands_among_the_agencies_alone() -> None:
    assert {*folded_names("agencies")} & {*folded_names("media")} == set()


@pytest.mark.parametrize(("name", "year"), [("months", 2026), ("hijri_months", 1447)])
def test_each_spelling_of_a_month_is_read_as_that_month(name: str, year: int) -> None:
    for number, spelt in rows_in(name):
        told = f"5/{number.names[0]}/{year}" + (" هـ" if name == "hijri_months" else "")
        day = ARABIC.read_value("date", told, 0, len(told), None)
        assert day is not None
        for one in spelt.names:
            said = f"5 {one} {year}"
            assert ARABIC.read_value("date", said, 0, len(said), None) == day, said


def test_the_longest_name_counts() -> None:
    sight = Sight("القيادة المركزية الأمريكية")
    known = gazetteer("actors").at(sight, 0, sight.readings(0)[0])
    assert known is not None
    assert known.last == 2


def test_an_agency_is_a_medium() -> None:
    assert fold("رويترز") in media()


def test_adjectives_have_all_their_forms() -> None:
    forms = ["أمريكي", "أمريكية", "أمريكيين", "أمريكيون", "الأميركيتين"]
    assert {fold(form).removeprefix("ال") for form in forms} <= states().adjectives


def test_a_surname_with_the_article_may_be_something_else() -> None:
    assert surnames()[fold("بوتين")]
    assert not surnames()[fold("البرهان")]
