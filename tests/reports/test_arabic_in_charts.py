"""Arabic in charts: letters are joined, and lines are ordered as they are read.

The names have letters without dots: what is joined is one stroke of ink.
"""

from io import BytesIO
from itertools import groupby
from xml.etree import ElementTree

import pytest
from matplotlib.image import imread

from annotator.reports.drawing import draw
from annotator.reports.looks import LIGHT
from annotator.reports.parts import Bar, Chart, Series
from annotator.reports.words import Words

JOINED = "سلس"
APART = "س\u200cل\u200cس"
MIXED = "اسلس 1"
"""An alef, which is joined to nothing after it, a joined word, and a number at the end."""
ALONE = ("ا", "س", "ل", "1")
INK = 90
"""What is darker is text; the lines of a chart are not."""
HREF = "{http://www.w3.org/1999/xlink}href"


def chart_of(name: str) -> Chart:
    bar = Bar(1, "", "told")
    return Chart("c", "c", (name,), (Series("s", "#d0d0ff", (bar,)),))


def strokes(name: str, language: str) -> list[int]:
    """Return how wide each stroke of a name is, as pixels of a chart, from left to right."""
    picture = draw(chart_of(name), Words(language), LIGHT, scale=6)
    (bar,) = picture.bars
    image = imread(BytesIO(picture.data), format="png")[:, :, :3].max(axis=2) * 255
    high, width = image.shape
    rows = slice(0, round(bar.area.bottom * high) + 12)
    is_at_right = language == "ar"
    edge = bar.area.right if is_at_right else bar.area.left
    beside = slice(round(edge * width), None) if is_at_right else slice(0, round(edge * width))
    has_ink = (image[rows, beside] < INK).any(axis=0)
    return [len(list(columns)) for is_ink, columns in groupby(has_ink) if is_ink]


def glyphs(name: str, language: str) -> list[str]:
    """Return which shapes of the font a name is drawn with in a page, from left to right."""
    root = ElementTree.fromstring(draw(chart_of(name), Words(language), LIGHT, "svg").data)
    (tick,) = (one for one in root.iter() if one.get("id") == "ytick_1")
    uses = [one for one in tick.iter() if one.tag.endswith("}use")]

    def x(use: ElementTree.Element) -> float:
        return float(use.get("transform", "translate(0 0)").removeprefix("translate(").split()[0])

    return [use.attrib[HREF] for use in sorted(uses, key=x)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_letters_are_joined_in_a_picture(language: str) -> None:
    (whole,) = strokes(JOINED, language)
    apart = strokes(APART, language)
    assert len(apart) == len(JOINED)
    assert whole != pytest.approx(sum(apart), rel=0.1)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_mixed_line_is_ordered_from_the_right_in_a_picture(language: str) -> None:
    one, word, alef = strokes(MIXED, language)
    assert word > 3 * max(one, alef)
    assert [one] == pytest.approx(strokes("1", language), abs=2)
    assert [alef] == pytest.approx(strokes("ا", language), abs=2)
    assert abs(one - alef) > 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_letters_are_joined_and_ordered_in_a_page(language: str) -> None:
    # A mark of direction, which shows nothing, stands before every name.
    (mark,) = set.intersection(*(set(glyphs(one, language)) for one in ALONE))
    alef, seen, lam, number = (
        next(one for one in glyphs(letter, language) if one != mark) for letter in ALONE
    )
    drawn = [one for one in glyphs(MIXED, language) if one != mark]
    assert drawn[0] == number
    assert drawn[-1] == alef
    joined = drawn[1:-1]
    assert len({*joined, seen, lam}) == len(joined) + 2  # none has the shape that it has alone
