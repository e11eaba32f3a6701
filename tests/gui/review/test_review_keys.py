"""Every key of the Review place, on a Latin and on an Arabic keyboard: what each one decides."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Decision
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init
from tests.gui.conftest import Hands
from tests.gui.review.test_review import LEAD, at_hand, conflicts_of, place_of

TEXT = "غادرت القوات إلى وقسرك أمس"
LONG, SHORT = (17, 22), (18, 22)
"""وقسرك and قسرك, of which two authors marked the first, and one the second."""

ON_A_PC = {
    "1": (10, "١"),
    "2": (11, "٢"),
    "m": (58, "ة"),
    "a": (38, "ش"),
    "w": (25, "ص"),
    "n": (57, "ى"),
    "0": (19, "٠"),
    "e": (26, "ث"),
    "s": (39, "س"),
    "b": (56, "لا"),
    "r": (27, "ق"),
    "g": (42, "ل"),
}
"""For each key what it sends on an Arabic keyboard: scan code (evdev plus 8) and text."""


@pytest.fixture(params=["latin", "capitals", "arabic"])
def keyboard(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def three_authors(tmp_path: Path) -> Path:
    """Two articles in each of which two authors say one thing, and a third another."""
    path = tmp_path / "three.db"
    init(path, lead=LEAD)
    for author, (start, end) in (("amal", LONG), ("nasser", SHORT), ("salma", LONG)):
        spans = [{"label": "base", "start": start, "end": end, "value": {}}]
        lines = [
            {"name": f"{number}", "text": f"{TEXT} {number}", "spans": spans} for number in (1, 2)
        ]
        file = tmp_path / f"{author}.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        with Project.open(path) as project:
            import_files(project, [file], Quiet(), author=author)
    return path


@pytest.fixture
def place(hands: Hands, three_authors: Path) -> ReviewPlace:
    window = hands.open_review(three_authors, LEAD)
    return place_of(window)


def press(keyboard: str, *keys: str) -> None:
    """Press keys where the keyboard is, as that keyboard sends them."""
    for key in keys:
        code, text = ON_A_PC[key]
        typed = {"latin": key, "capitals": key.upper(), "arabic": text}[keyboard]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0, typed)
            QApplication.sendEvent(QApplication.focusWidget(), event)


def decided(path: Path) -> Decision:
    """Return the only decision that there is."""
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    return decision


@pytest.mark.parametrize(
    ("key", "choice", "put"),
    [
        ("1", "option", [LONG]),
        ("2", "option", [SHORT]),
        ("m", "majority", [LONG]),
        ("a", "all", [LONG, SHORT]),
        ("w", "widest", [LONG]),
        ("n", "narrowest", [SHORT]),
        ("0", "none", []),
    ],
)
def test_a_key_decides_and_the_next_conflict_comes(
    place: ReviewPlace,
    three_authors: Path,
    keyboard: str,
    key: str,
    choice: str,
    put: list[tuple[int, int]],
) -> None:
    first, second = conflicts_of(three_authors)
    assert at_hand(place) == first.conflict
    press(keyboard, key)
    decision = decided(three_authors)
    assert decision.choice == choice
    assert sorted((span.start, span.end) for span in decision.outcome) == put
    assert set(decision.judged) == set(first.conflict.spans)
    assert at_hand(place) == second.conflict


def test_keys_go_on_and_back_without_a_decision(
    place: ReviewPlace, three_authors: Path, keyboard: str
) -> None:
    first, second = conflicts_of(three_authors)
    press(keyboard, "s")
    assert at_hand(place) == second.conflict
    press(keyboard, "b")
    assert at_hand(place) == first.conflict
    assert conflicts_of(three_authors) == [first, second]


def test_a_step_beyond_the_list_is_told_and_back_ends_at_its_first(
    place: ReviewPlace, three_authors: Path, keyboard: str
) -> None:
    first, second = conflicts_of(three_authors)
    window = place.window()
    assert isinstance(window, MainWindow)
    press(keyboard, "b")
    assert at_hand(place) == first.conflict
    assert "This is the first conflict of the list" in window.state_bar.currentMessage()
    press(keyboard, "s")
    assert at_hand(place) == second.conflict
    press(keyboard, "s")
    assert at_hand(place) == first.conflict
    assert "That was the last conflict" in window.state_bar.currentMessage()
    press(keyboard, "1", "b")  # the first of the list now: nothing is before it
    assert at_hand(place) == second.conflict
    assert "Ctrl+Z takes your last decision back" in window.state_bar.currentMessage()


def test_a_reason_and_a_gap_in_the_guidelines_go_with_the_decision(
    qtbot: QtBot, place: ReviewPlace, three_authors: Path, keyboard: str
) -> None:
    press(keyboard, "r")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("القاعدة 2")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    press(keyboard, "g", "n")
    decision = decided(three_authors)
    assert (decision.choice, decision.reason, decision.gap) == ("narrowest", "القاعدة 2", True)


def test_own_spans_are_taken_with_enter(
    qtbot: QtBot, place: ReviewPlace, three_authors: Path, keyboard: str
) -> None:
    press(keyboard, "e")
    assert len(conflicts_of(three_authors)) == 2
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    decision = decided(three_authors)
    assert (decision.choice, decision.outcome) == ("spans", ())
