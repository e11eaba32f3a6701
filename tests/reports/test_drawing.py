"""Charts: where the map says that a bar is, there is the bar."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from matplotlib.image import imread

from annotator.core.model import Status
from annotator.core.overview import Overview
from annotator.reports.drawing import draw
from annotator.reports.looks import DARK, LIGHT, Look
from annotator.reports.parts import Bar, Chart, Series
from annotator.reports.pictures import Picture
from annotator.reports.sections import agreement_sections, progress_sections
from annotator.reports.words import Words

HOSTILE = (
    "$\\frac{1}{", "<script>alert(1)</script>", "a\x00b\x1b[31m", "\u202eevil\u2066", "\ud800",
    "名前 🙂", "قوات " * 40, "", "--></svg>", "%s {name}",
)  # fmt: skip


def busier(overview: Overview) -> Overview:
    """Return an overview in which there are questions, and articles that were set aside."""
    work, (first, *others) = overview.work, overview.work.authors
    first = replace(first, articles={**first.articles, Status.SET_ASIDE: 2})
    questions = {"amal": (2, 1), "nasser": (0, 3)}
    work = replace(work, authors=(first, *others), questions=questions)
    return replace(overview, work=work)


def charts(overview: Overview, language: str, look: Look) -> list[Chart]:
    words = Words(language)
    sections = [
        *progress_sections(overview, words, look),
        *agreement_sections(overview, words, look),
    ]
    return [part for section in sections for part in section.parts if isinstance(part, Chart)]


def pixels(picture: Picture) -> "np.ndarray":
    return (imread(BytesIO(picture.data), format="png")[:, :, :3] * 255).round().astype(int)


def share_of_colour(image: "np.ndarray", picture: Picture, number: int) -> float:
    """Return how much of a bar's rectangle has the bar's colour."""
    bar = picture.bars[number]
    height, width, _ = image.shape
    area = bar.area
    part = image[
        round(area.top * height) : max(round(area.bottom * height), round(area.top * height) + 1),
        round(area.left * width) : max(round(area.right * width), round(area.left * width) + 1),
    ]
    colour = [int(bar.colour[at : at + 2], 16) for at in (1, 3, 5)]
    return float((abs(part - colour).max(axis=2) <= 3).mean())


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1, 2])
def test_where_the_map_has_a_bar_the_picture_has_its_colour(
    demo_overview: Overview, language: str, look: Look, scale: int
) -> None:
    drawn = charts(busier(demo_overview), language, look)
    assert {chart.name for chart in drawn} == {
        *("statusChart", "speedChart", "dayChart", "labelChart", "conflictChart"),
        *("questionChart", "asideChart"),
        *("pairChart", "f1LabelChart", "causeChart", "outletChart", "monthChart"),
    }
    for chart in drawn:
        picture = draw(chart, Words(language), look, scale=scale)
        image = pixels(picture)
        assert image.shape[:2] == (picture.height * scale, picture.width * scale)
        bars = [bar for series in chart.series for bar in series.bars if bar and bar.value]
        assert sorted(bar.told for bar in picture.bars) == sorted(bar.told for bar in bars)
        assert {type(side) for bar in picture.bars for side in bar.area} == {float}
        for number, bar in enumerate(picture.bars):
            assert share_of_colour(image, picture, number) > 0.5, (chart.name, bar)
            area = bar.area
            assert 0 <= area.left < area.right <= 1
            assert 0 <= area.top < area.bottom <= 1


def test_in_arabic_the_axis_is_at_the_right(demo_overview: Overview) -> None:
    for language in ("en", "ar"):
        (chart,) = (
            one for one in charts(demo_overview, language, LIGHT) if one.name == "labelChart"
        )
        bars = draw(chart, Words(language), LIGHT).bars
        lefts, rights = (
            {round(bar.area.left, 3) for bar in bars},
            {round(bar.area.right, 3) for bar in bars},
        )
        base, ends = (rights, lefts) if language == "ar" else (lefts, rights)
        assert len(base) == 1
        assert len(ends) == len(bars)


def test_the_same_chart_is_the_same_picture(demo_overview: Overview) -> None:
    for chart in charts(demo_overview, "ar", LIGHT):
        for form in ("svg", "png"):
            first = draw(chart, Words("ar"), LIGHT, form)
            assert draw(chart, Words("ar"), LIGHT, form) == first


def test_names_of_any_kind_are_drawn_and_never_read_as_formulas() -> None:
    from xml.etree import ElementTree

    from annotator.reports.shown import name

    bars = tuple(Bar(number + 1, str(number), "told") for number in range(len(HOSTILE)))
    chart = Chart(
        "c", "c", tuple(map(name, HOSTILE)), (Series(name(HOSTILE[0]), "#123456", bars),) * 2
    )
    for language in ("en", "ar"):
        picture = draw(chart, Words(language), LIGHT, "svg")
        assert len(picture.bars) == 2 * len(HOSTILE)
        root = ElementTree.fromstring(picture.data)
        assert not [one for one in root.iter() if one.tag.endswith("script")]
        assert draw(chart, Words(language), LIGHT).data


def test_of_very_many_bars_the_first_are_drawn() -> None:
    bars = tuple(Bar(number, str(number), str(number)) for number in range(1, 501))
    chart = Chart("c", "c", tuple(map(str, range(500))), (Series("s", "#123456", bars),))
    picture = draw(chart, Words("en"), LIGHT)
    assert len(picture.bars) == 40
    assert picture.height < 1200


def test_figures_that_are_zero_are_written_where_the_axis_is_a_share() -> None:
    chart = Chart(
        "c", "c", ("a", "b"), (Series("s", "#123456", (Bar(0, "0.000", "none"), None)),),
        is_share=True,
    )  # fmt: skip
    assert not chart.is_empty
    assert [bar.told for bar in draw(chart, Words("en"), LIGHT).bars] == ["none"]
    assert Chart("c", "c", ("a",), (Series("s", "#123456", (Bar(0, "0", "no"),)),)).is_empty


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_an_interval_is_seen_over_a_bar_that_is_as_dark_as_it(look: Look) -> None:
    bar = Bar(0.9, "0.9", "nine", colour=look.text, interval=(0.5, 1.0))
    chart = Chart("c", "c", ("a",), (Series("s", look.text, (bar,)),), is_share=True)
    picture = draw(chart, Words("en"), look, scale=2)
    image = pixels(picture)
    height, width, _ = image.shape
    area = picture.bars[0].area
    middle = round((area.top + area.bottom) / 2 * height)
    start = area.left + (area.right - area.left) * 0.7 / 0.9
    column = image[middle - 10 : middle + 10, round(start * width)]
    paper = [int(look.background[at : at + 2], 16) for at in (1, 3, 5)]
    is_paper = abs(column - paper).max(axis=1) <= 60
    above, at_line, below = is_paper[:10].any(), is_paper[9:11].any(), is_paper[10:].any()
    assert (above, at_line, below) == (True, False, True)
