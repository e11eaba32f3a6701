"""What is told beside charts, so that nobody takes a part of them for all."""

from dataclasses import replace

import pytest

from annotator.core.behind import OfOutlet, Unmatched
from annotator.core.overview import Overview
from annotator.reports.looks import LIGHT
from annotator.reports.parts import Cell, Chart, Note, Row, Rows, Section, Table
from annotator.reports.sections import agreement_sections, progress_sections
from annotator.reports.words import Words


def section(overview: Overview, name: str, language: str) -> Section:
    words = Words(language)
    sections = (
        *progress_sections(overview, words, LIGHT),
        *agreement_sections(overview, words, LIGHT),
    )
    return next(one for one in sections if one.name == name)


def beneath(found: Section, chart: str) -> str:
    """Return the sentence beneath a chart; empty if there is none."""
    for part, following in zip(found.parts, found.parts[1:], strict=False):
        if isinstance(part, Chart) and part.name == chart and isinstance(following, Note):
            return following.text
    return ""


@pytest.mark.parametrize(
    ("language", "told"), [("en", "The first 40 of 45 are drawn."), ("ar", "رُسم أول 40 من أصل 45.")]
)
def test_what_is_not_drawn_is_told(demo_overview: Overview, language: str, told: str) -> None:
    one, *_ = demo_overview.work.authors
    assert beneath(section(demo_overview, "authors", language), "statusChart") == ""
    many = tuple(replace(one, author=f"author {number:02}") for number in range(45))
    crowd = replace(demo_overview, work=replace(demo_overview.work, authors=many))
    assert beneath(section(crowd, "authors", language), "statusChart") == told


@pytest.mark.parametrize("language", ["en", "ar"])
def test_days_that_are_not_drawn_are_told(demo_overview: Overview, language: str) -> None:
    days = {f"2025-{day // 28 + 1:02}-{day % 28 + 1:02}": {"amal": 1} for day in range(70)}
    long = replace(demo_overview, work=replace(demo_overview.work, days=days))
    told = beneath(section(long, "days", language), "dayChart")
    assert "60" in told
    assert "70" in told


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "The last 40 of 45 months are drawn."), ("ar", "رُسم آخر 40 من أصل 45 من الأشهر.")],
)
def test_of_very_many_months_the_last_are_drawn(
    demo_overview: Overview, language: str, told: str
) -> None:
    assert demo_overview.agreement is not None
    before = section(demo_overview, "months", language)
    assert beneath(before, "monthChart") == ""
    months = {
        f"{2020 + month // 12}-{month % 12 + 1:02}": demo_overview.agreement.whole
        for month in range(45)
    }
    long = replace(demo_overview, agreement=replace(demo_overview.agreement, months=months))
    after = section(long, "months", language)
    assert beneath(after, "monthChart") == told
    chart, _, table = after.parts
    assert isinstance(chart, Chart)
    assert isinstance(table, Table)
    assert [one.strip("\u2066\u2069") for one in chart.categories] == list(months)[-40:]
    assert len(table.rows) == 45


def test_outlets_that_are_written_alike_have_a_bar_each(demo_overview: Overview) -> None:
    assert demo_overview.agreement is not None
    outlets = dict.fromkeys(("RT", "R T", "R  T", None), demo_overview.agreement.whole)
    some = replace(demo_overview, agreement=replace(demo_overview.agreement, outlets=outlets))
    chart = section(some, "outlets", "en").parts[0]
    assert isinstance(chart, Chart)
    assert [bar and bar.behind for bar in chart.series[0].bars] == [
        Unmatched(among=OfOutlet(outlet)) for outlet in outlets
    ]


def test_rows_are_made_once_and_only_when_they_are_asked_for() -> None:
    made: list[int] = []

    def row(number: int) -> Row:
        made.append(number)
        return (Cell(str(number)),)

    rows = Rows(range(3_000), row)
    assert len(rows) == 3_000
    assert made == []
    assert rows[7] is rows[7]
    assert rows[-1][0].text == "2999"
    assert [cells[0].text for cells in rows[:2]] == ["0", "1"]
    assert made == [7, 2_999, 0, 1]
    assert rows == Rows(range(3_000), row) != Rows(range(2_999), row)
