import itertools
import random
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import bidi
import pytest
import regex
from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.core.model import Direction
from annotator.core.text import next_letter, whole_letters
from annotator.gui.bidi import LineBoxes
from annotator.gui.text.marks import extents_of
from annotator.gui.text.metrics import Metrics
from annotator.gui.text.paragraphs import Block, Line
from annotator.gui.text.splitting import CONTROLS, NO_WIDTH, Blocks

INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
ISOLATED = "و\u2067عزل\u2069 وهذا\u2060 بلا \u2068RT\u2069 شكّ والقاعدة"
"""With characters for which the shipped font has no glyph."""
PARAGRAPHS = [
    ISOLATED,
    "قال المتحدث باسم RT Arabic إن 99% من القوات (نحو 1,250 جنديًّا) غادرت «قسرك» يوم 2026-02-23.",
    "(RT) أفادت صحيفة “الوطن” بأن 12.5% من المعدّات نُقِلت إلى الحسكة؛ هل انتهى الأمر؟ لا، بلا شكّ.",
    "CNN: Reuters reported from الحسكة that 28 قاعدة were left, F-16 jets over قسرک 😀 flew.",
    "لاجتماع الأسبوع المقبل أهمية، والـRT ستنقله للتحالف مباشرة، وبلالٌ لا يملك 3,000 دولار!",
    "123",
    '… 2026-02-23 (AP) — "عاجل": انسحاب 500 و600 جندي من [قاعدة] {التنف} خلال 24 ساعة',
]
ARTICLES = paths.seeds() / "articles"
EMBEDDINGS = regex.compile("[\u202a-\u202e]")
"""Python-bidi and Qt place these marks, which nobody sees, differently."""
ASTRAL = regex.compile("[\U00010000-\U0010ffff]")
FONTS = ["Noto Naskh Arabic", "DejaVu Sans"]


def block_of(
    text: str, width: int = 330, direction: Direction = Direction.RTL, family: str = FONTS[0]
) -> Block:
    if family not in QFontDatabase.families():
        pytest.skip(f"{family} is not on this machine")
    font = QFont(family)
    font.setPixelSize(20)
    metrics = replace(Metrics.at(1.0), font=font)
    return Block(text, 0, Blocks(text, direction).is_rtl(0), width, metrics)


def letters_of(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        yield at, next_letter(text, at)
        at = next_letter(text, at)


def ink(line: Line, start: int, end: int) -> QRect | None:
    """Return where Qt itself puts ink for the glyphs of ``[start, end)`` of the layout."""
    image = QImage(500, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        for run in line.block.layout.lineAt(line.index).glyphRuns(start, end - start):
            painter.drawGlyphRun(QPointF(60, 10), run)
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    stride, pixels = alpha.bytesPerLine(), bytes(alpha.constBits())
    columns = [x for x in range(500) if max(pixels[x::stride]) > 60]
    return QRect(columns[0] - 60, 0, columns[-1] - columns[0] + 1, 1) if columns else None


@pytest.mark.parametrize("family", FONTS)
@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("text", PARAGRAPHS)
def test_letters_share_the_line_out_without_gap_or_overlap(
    qapp: QApplication, text: str, direction: Direction, family: str
) -> None:
    for line in block_of(text, direction=direction, family=family).lines:
        letters = line.boxes.letters
        for one, other in itertools.pairwise(letters):
            assert one.right == pytest.approx(other.left, abs=0.05)
        natural = line.block.layout.lineAt(line.index).naturalTextRect()
        assert letters[-1].right - letters[0].left == pytest.approx(natural.width(), abs=6)
        assert [letter.start for letter in sorted(letters, key=lambda item: item.start)] == [
            line.block.utf16(start)
            for start, _ in letters_of(text)
            if line.start <= start < line.end and not NO_WIDTH.match(text, start)
        ]


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("text", PARAGRAPHS)
def test_every_letter_has_its_ink_where_its_box_is(
    qapp: QApplication, text: str, direction: Direction
) -> None:
    for line in block_of(text, direction=direction).lines:
        for letter in line.boxes.letters:
            found = ink(line, letter.start, letter.end)
            if found is None:
                continue
            overhang = 0.5 * (letter.right - letter.left) + 3
            assert found.left() >= letter.left - overhang
            assert found.right() <= letter.right + overhang


@pytest.mark.parametrize("family", FONTS)
def test_a_letter_at_the_end_of_a_line_is_as_wide_as_anywhere(
    qapp: QApplication, family: str
) -> None:
    text = next(text for text in PARAGRAPHS if len(block_of(text, family=family).lines) > 2)
    unbroken = {
        letter.start: letter.right - letter.left
        for letter in block_of(text, width=100_000, family=family).lines[0].boxes.letters
    }
    for line in block_of(text, family=family).lines[:-1]:
        last = line.boxes.letter_at(line.block.utf16(line.text_end) - 1)
        assert last is not None
        assert last.right - last.left == pytest.approx(unbroken[last.start], abs=0.05)


def test_rectangles_of_random_stretches_are_those_of_their_letters(qapp: QApplication) -> None:
    rng = random.Random(4)
    for text in PARAGRAPHS:
        for direction in Direction:
            block = block_of(text, direction=direction)
            for _ in range(150):
                start, end = sorted(rng.sample(range(len(text) + 1), 2))
                start, end = whole_letters(text, start, end)
                for line in block.lines:
                    extents = extents_of(line, start, end)
                    covered = [
                        letter
                        for letter in line.boxes.letters
                        if block.utf16(start) <= letter.start < block.utf16(end)
                    ]
                    assert sum(right - left for left, right in extents) == pytest.approx(
                        sum(letter.right - letter.left for letter in covered), abs=0.2
                    )
                    for letter in covered:
                        middle = (letter.left + letter.right) / 2
                        assert any(left < middle < right for left, right in extents)


def test_a_stretch_over_a_border_of_directions_has_two_rectangles_in_logical_order(
    qapp: QApplication,
) -> None:
    text = "قناة RT اليوم"
    block = block_of(text)
    (line,) = block.lines
    start = text.index("T")
    extents = extents_of(line, start, len(text))
    assert len(extents) == 2
    assert extents[0][0] > extents[1][1]
    (latin,) = [item for item in line.boxes.letters if item.start == start]
    assert extents[0] == pytest.approx((latin.left, latin.right))


def test_latin_in_arabic_keeps_its_first_letter(qapp: QApplication) -> None:
    text = "قناة RT اليوم"
    (line,) = block_of(text).lines
    ((left, right),) = extents_of(line, 5, 7)
    letters = [letter for letter in line.boxes.letters if letter.start in (5, 6)]
    assert (left, right) == pytest.approx((letters[0].left, letters[1].right))


def test_lam_and_alef_of_one_glyph_share_its_box(qapp: QApplication) -> None:
    text = "بلا شك"
    (line,) = block_of(text, family="DejaVu Sans").lines
    runs = line.block.layout.lineAt(0).glyphRuns(-1, -1, INDEXES)
    assert 2 not in [index for run in runs for index in run.stringIndexes()]  # it is one glyph
    lam, alef = (item for start in (1, 2) for item in line.boxes.letters if item.start == start)
    assert lam.right - lam.left == pytest.approx(alef.right - alef.left)
    assert alef.right == pytest.approx(lam.left)
    assert extents_of(line, 2, 3) == [pytest.approx((alef.left, alef.right))]
    assert extents_of(line, 0, 2)[0][0] == pytest.approx(lam.left)


def test_lam_and_alef_are_two_glyphs_in_the_shipped_font(qapp: QApplication) -> None:
    (line,) = block_of("لاجتماع").lines
    runs = line.block.layout.lineAt(0).glyphRuns(-1, -1, INDEXES)
    assert {0, 1} <= {index for run in runs for index in run.stringIndexes()}


def test_every_place_inside_a_letter_leads_back_to_it(qapp: QApplication) -> None:
    for text in PARAGRAPHS:
        for width in (120, 330, 2000):
            for line in block_of(text, width).lines:
                for letter in line.boxes.letters:
                    size = letter.right - letter.left
                    for part in (0.05, 0.5, 0.95):
                        assert line.boxes.letter_under(letter.left + part * size) == letter
                    near_start = letter.leading + (letter.trailing - letter.leading) * 0.2
                    near_end = letter.leading + (letter.trailing - letter.leading) * 0.8
                    assert letter.nearest_border(near_start) == letter.start
                    assert letter.nearest_border(near_end) == letter.end


def test_a_mark_belongs_to_the_box_of_its_letter(qapp: QApplication) -> None:
    text = "سُجِّلت"
    (line,) = block_of(text).lines
    assert [letter.start for letter in sorted(line.boxes.letters, key=lambda x: x.start)] == [
        start for start, _ in letters_of(text)
    ]


@pytest.mark.parametrize("text", ["", " ", "\u200f", "\u202b\u202c", "😀", "👨‍👩‍👧", "\u0301"])
def test_lines_with_next_to_nothing_on_them_do_not_fail(qapp: QApplication, text: str) -> None:
    for line in block_of(text).lines:
        boxes = line.boxes
        for left, right in boxes.extents(boxes.start, boxes.end):
            assert left <= right
        letter = boxes.letter_under(10)
        assert letter is None or boxes.start <= letter.start <= letter.end <= boxes.end
        # Where no letter stands there is no place of its own for the caret.
        assert (boxes.caret_x(boxes.end) is None) == (not boxes.letters)


def shown_order(text: str, base: str | None) -> str:
    """Return what python-bidi makes of a paragraph, without marks and format characters."""
    visual = bidi.get_display(text, base_dir=base)
    return bare(visual)


def bare(text: str) -> str:
    return "".join(
        character for character in text if unicodedata.category(character) not in ("Mn", "Me", "Cf")
    )


@pytest.mark.parametrize("base", ["R", None])
@pytest.mark.parametrize("text", PARAGRAPHS)
def test_the_order_on_the_screen_is_that_of_another_bidi_engine(
    qapp: QApplication, text: str, base: str | None
) -> None:
    assert_same_order(text, base)


@pytest.mark.parametrize("base", ["R", None])
@pytest.mark.parametrize("name", sorted(file.name for file in ARTICLES.iterdir()))
def test_every_paragraph_of_every_seed_is_shown_in_the_order_of_another_bidi_engine(
    qapp: QApplication, name: str, base: str | None
) -> None:
    paragraphs = (ARTICLES / name).read_text("utf-8").split("\n")
    compared = [text for text in paragraphs if text.strip() and not EMBEDDINGS.search(text)]
    assert compared
    for text in compared:
        assert_same_order(text, base)


def assert_same_order(text: str, base: str | None) -> None:
    text = ASTRAL.sub("!", text)  # neutral too, and one position in both countings
    direction = Direction.RTL if base else Direction.AUTO
    (line,) = block_of(text, 40_000, direction).lines
    seen = "".join(text[letter.start] for letter in line.boxes.letters)
    assert bare(seen) == shown_order(text, base)


def test_none_keeps_its_references(qapp: QApplication) -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(2000):
        thing.setObjectName("a")
    assert sys.getrefcount(None) > before - 1000


def test_line_boxes_outlive_the_names_of_their_layout(qapp: QApplication) -> None:
    boxes = block_of(PARAGRAPHS[0]).lines[0].boxes
    assert isinstance(boxes, LineBoxes)
    assert boxes.letters


def test_control_characters_are_not_letters_of_their_own(qapp: QApplication) -> None:
    text = "قال\u200f RT\u202b اليوم\u202c"
    (line,) = block_of(text).lines
    starts = {letter.start for letter in line.boxes.letters}
    assert not starts & {match.start() for match in CONTROLS.finditer(text)}
    assert {start for start, _ in letters_of(text) if not regex.match(r"\p{Cf}", text[start])} == (
        starts
    )


def test_several_glyphs_of_one_letter_are_one_box(qapp: QApplication) -> None:
    block = block_of("قاعدة")
    whole = LineBoxes(block.layout, 0, [0, 1, 2, 3, 4, 5], 5).letters
    joined = LineBoxes(block.layout, 0, [0, 1, 3, 4, 5], 5).letters
    assert [letter.start for letter in joined] == [4, 3, 1, 0]
    assert (joined[2].left, joined[2].right) == (whole[2].left, whole[3].right)
    assert joined[2].end == 3


def test_a_stretch_from_a_character_without_width_leaves_out_the_letter_before(
    qapp: QApplication,
) -> None:
    text = "قاعدة\u2067RT\u2069"
    (line,) = block_of(text).lines
    assert extents_of(line, 5, 8) == extents_of(line, 6, 8)
    assert extents_of(line, 5, 6) == []
