"""The rows of answers in Review: where each is, whose it is, in which colour, on which side."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from annotator.core.labels import LabelSet
from annotator.core.model import Span
from annotator.core.progress import Quiet
from annotator.gui.fields.option_card import OptionCard
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.review.review_view import ReviewView
from annotator.gui.theme import DARK, LIGHT, Theme
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import rename_author
from annotator.workflow.projects import init
from tests.gui.conftest import Hands
from tests.gui.review.test_review import LEAD, at_hand, place_of, press

ENGLISH, ARABIC = "The convoy left Base Qasrak on Monday.", "غادر الرتل قاعدة قسرك يوم الاثنين."
NAMES = {ENGLISH: "Base Qasrak", ARABIC: "قاعدة قسرك"}
TEXT = f"{ENGLISH}\n{ARABIC}"
LABELS = LabelSet.default()
BARE = dict.fromkeys(map(ord, "\u2066\u2068\u2069"))
SAID = {"amal": "base", "nasser": "actor"}


def project_of(folder: Path, direction: str) -> Path:
    """Make a project in which two differ on the label of a name, in two languages."""
    path = folder / f"{direction}.db"
    init(path, lead=LEAD)
    for author, label in SAID.items():
        spans = [
            {"label": label, "start": start, "end": start + len(quote)}
            for quote in NAMES.values()
            for start in [TEXT.index(quote)]
        ]
        line = {"name": "one", "text": TEXT, "direction": direction, "spans": spans}
        file = folder / f"{author}.jsonl"
        file.write_text(json.dumps(line), "utf-8")
        with Project.open(path) as project:
            import_files(project, [file], Quiet(), author=author)
    return path


def opened(qtbot: QtBot, hands: Hands, path: Path) -> tuple[MainWindow, ReviewPlace]:
    window = hands.open_review(path, LEAD)
    place = place_of(window)
    qtbot.waitUntil(lambda: not place.reviewing.queueing.comparing.is_under_way)
    QApplication.processEvents()
    return window, place


def picture(view: ReviewView) -> QImage:
    """Return the text as it is when the mouse is not on it."""
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def colour_of(label: str, theme: Theme) -> QColor:
    return QColor(theme.label(LABELS[label].colour).line.rgb())  # as a picture has it


def edges(view: ReviewView, start: int, end: int) -> tuple[float, float]:
    (box,) = view.rects_of(start, end)
    return box.left(), box.right()


def lane_of(view: ReviewView, image: QImage, span: Span, theme: Theme = LIGHT) -> int:
    """Return how far down the lane of an answer is: all of it has the colour of its label."""
    (box,) = view.rects_of(span.start, span.end)
    colour = colour_of(span.label, theme)
    across = range(round(box.left()) + 2, round(box.right()) - 2)
    for y in range(round(box.bottom()), image.height()):
        if all(image.pixelColor(x, y) == colour for x in across):
            return y
    raise AssertionError("no such lane")


def reach(image: QImage, y: int, colour: QColor) -> tuple[int, int]:
    """Return from where to where a colour is at a height."""
    there = [x for x in range(image.width()) if image.pixelColor(x, y) == colour]
    return there[0], there[-1] + 1


INTO_CHIP = 8
"""From a lane down to a line that is in the chip below it, under the bracket's ends."""


def tip(view: ReviewView, point: QPoint) -> str:
    """Rest the mouse on a point; return what is said then, which is what its chip says."""
    QToolTip.hideText()
    viewport = view.viewport()
    where = viewport.mapToGlobal(point)
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, where))
    return QToolTip.text()


@pytest.mark.parametrize(
    ("direction", "is_rtl"),
    [
        ("ltr", {ENGLISH: False, ARABIC: False}),
        ("auto", {ENGLISH: False, ARABIC: True}),
        ("rtl", {ENGLISH: True, ARABIC: True}),
    ],
)
def test_an_article_and_its_lanes_run_in_its_own_direction(
    qtbot: QtBot, hands: Hands, tmp_path: Path, direction: str, is_rtl: dict[str, bool]
) -> None:
    _, place = opened(qtbot, hands, project_of(tmp_path, direction))
    view = place.view
    for paragraph in (ENGLISH, ARABIC):
        image, there = picture(view), at_hand(place)
        assert view.text[there.start : there.end] == NAMES[paragraph]
        begin = TEXT.index(paragraph)
        left, right = edges(view, begin, begin + len(paragraph))
        width = view.viewport().width()
        assert (width - right < left) is is_rtl[paragraph]
        for _, span in there.spans:
            lane, colour = lane_of(view, image, span), colour_of(span.label, LIGHT)
            at = edges(view, span.start, span.end)
            assert reach(image, lane, colour) == pytest.approx(at, abs=1.5)
            # Its chip begins where the answer does, and ends elsewhere.
            chip = reach(image, lane + INTO_CHIP, colour)
            begins, ends = (1, 0) if is_rtl[paragraph] else (0, 1)
            assert chip[begins] == pytest.approx(at[begins], abs=3)
            assert abs(chip[ends] - at[ends]) > 10
            # Whose it is stands in the margin at which the lines begin.
            who = reach(image, lane + INTO_CHIP, LIGHT.muted)
            assert who[0] >= right if is_rtl[paragraph] else who[1] <= left
        press(qtbot, "s")


def apart(one: int, other: int) -> int:
    """Return how many degrees are between two hues."""
    return min((one - other) % 360, (other - one) % 360)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_colour_text_and_position_of_an_answer_say_the_same(
    qtbot: QtBot, hands: Hands, tmp_path: Path, theme: Theme
) -> None:
    window, place = opened(qtbot, hands, project_of(tmp_path, "rtl"))
    window.set_theme("dark" if theme.is_dark else "light")
    view = place.view
    image, there = picture(view), at_hand(place)
    spans = dict(there.spans)
    assert {author: span.label for author, span in spans.items()} == SAID
    said = {}
    for author, span in spans.items():
        lane = lane_of(view, image, span, theme)
        seen = image.pixelColor(round(view.rects_of(span.start, span.end)[0].center().x()), lane)
        hues = {name: QColor(LABELS[name].colour).hslHue() for name in SAID.values()}
        assert min(hues, key=lambda name: apart(hues[name], seen.hslHue())) == span.label
        for down in (0, INTO_CHIP):
            x = round(edges(view, span.start, span.end)[1]) - 8
            letter, label = tip(view, QPoint(x, lane + down)).removesuffix("</b>").split(" · ")
            assert label == LABELS[span.label].shown("en")
        said[author] = letter.removeprefix("<b>"), lane
    letters = sorted(said, key=lambda author: said[author][0])
    assert [said[author][0] for author in letters] == ["A", "B"]
    assert letters == sorted(said, key=lambda author: said[author][1])  # A above B
    for option in there.options:
        (author,) = option.authors
        number = there.options.index(option) + 1
        card = place.panel.findChild(OptionCard, f"option_{number}")
        told = card.accessibleName().translate(BARE)
        assert told.startswith(f"{number}: {said[author][0]} ")
        assert f": {LABELS[SAID[author]].shown('en')}, Base Qasrak" in told


@pytest.mark.parametrize("name", ["nasser", "أمل حداد", "Muhammad al-Hashimi of the north"])
def test_the_names_of_authors_stand_whole_beside_the_text_and_on_the_cards(
    qtbot: QtBot, hands: Hands, tmp_path: Path, name: str
) -> None:
    path = project_of(tmp_path, "rtl")
    if name not in SAID:
        hands.other_program(path, lambda project: rename_author(project, "nasser", name))
    _, place = opened(qtbot, hands, path)
    view = place.view
    place.panel.findChild(QCheckBox, "blindNames").click()
    image = picture(view)
    _, text_ends = edges(view, 0, len(ENGLISH))
    for _, span in at_hand(place).spans:
        tag = reach(image, lane_of(view, image, span) + INTO_CHIP, LIGHT.muted)
        assert text_ends <= tag[0]
        assert tag[1] < image.width() - 1
    voters = {
        label.text()
        for label in place.panel.findChildren(QLabel)
        if label.text().endswith("–  1 of 2")
    }
    assert voters == {f"\u2068{one}\u2069  –  1 of 2" for one in ("amal", name)}
