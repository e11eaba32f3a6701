import pytest

from annotator.core.errors import InvalidText
from annotator.core.guidelines import (
    MOST_LETTERS,
    heading_of,
    line_about,
    mirrored_tables,
    read_guidelines,
    refuse_version,
)
from annotator.core.labels import LabelSet
from annotator.paths import resources

LABELS = LabelSet.default()


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("<!-- version: 2.1 -->\n\n# x\n", ("\n# x\n", "2.1")),
        ("\ufeff<!--Version:ب-->\r\n# x", ("# x", "ب")),
        ("# x\n<!-- version: 2 -->", ("# x\n<!-- version: 2 -->", None)),
        ("<!-- version: -->\nx", ("x", None)),
    ],
)
def test_the_first_line_names_the_version(raw: str, read: tuple[str, str | None]) -> None:
    assert read_guidelines(raw) == read


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("<!-- version: 2 -->\n \n", "nothing in these"),
        ("x" * (MOST_LETTERS + 1), "too long"),
        ("> " * 50_000 + "x", "too deep"),
        ("- " * 1000 + "x", "too deep"),
        ("1. " * 1000 + "x", "too deep"),
        ("a\0b", "NUL"),
    ],
)
def test_what_is_no_page_to_read_beside_work_is_refused(raw: str, why: str) -> None:
    with pytest.raises(InvalidText, match=why):
        read_guidelines(raw)


@pytest.mark.parametrize("version", ["", " ", " 2", "x" * 41, "a\nb", "\u202e2"])
def test_a_version_can_be_shown(version: str) -> None:
    with pytest.raises(InvalidText):
        refuse_version(version)
    refuse_version("النسخة ٢")


def test_a_heading_is_about_the_label_that_it_names() -> None:
    headings = ["How spans are drawn", "A base in the text", "تاريخ", "base — قاعدة", "Figure: رقم"]
    assert heading_of(LABELS["base"], headings) == 3
    assert heading_of(LABELS["date"], headings) == 2
    assert heading_of(LABELS["figure"], headings) == 4
    assert heading_of(LABELS["actor"], headings) is None


def test_tables_are_mirrored_and_nothing_else() -> None:
    text = "a | b\n\n| في | المقطع |\n| --- | :-- |\n| س\\|ص | ع |\n```\n| a | b |\n```\n"
    assert mirrored_tables(text) == (
        "a | b\n\n| المقطع | في |\n| :-- | --- |\n| ع | س\\|ص |\n```\n| a | b |\n```\n"
    )


GUIDELINE = """# How spans are drawn

Read an article.

## base — قاعدة

A *military* base,
by its `name`. Not a city.

## تاريخ

| in the text | marked |
| --- | --- |

## actor / جهة ##

## figure

من قال إن الرقم عدد؟ هو كذلك
"""


def test_a_label_is_told_in_the_sentence_that_guidelines_begin_with() -> None:
    told = {label.name: line_about(label, GUIDELINE) for label in LabelSet.default()}
    assert told == {
        "base": "A military base, by its name.",
        "date": "",
        "actor": "",
        "figure": "من قال إن الرقم عدد؟",
    }
    assert {line_about(label, "nothing") for label in LabelSet.default()} == {""}


def test_the_guidelines_of_the_program_tell_of_each_of_its_labels() -> None:
    for language in ("en", "ar"):
        page = (resources() / "guidelines" / f"guidelines_{language}.md").read_text("utf-8")
        for label in LabelSet.default():
            assert len(line_about(label, page)) > 20
