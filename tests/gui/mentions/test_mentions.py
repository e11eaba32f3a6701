"""All mentions in an article: listed, ticked, marked and taken out with few keys."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from annotator.core.edits import FOUND
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from annotator.workflow.project.labels import change_labels, merge_labels, start_editing
from tests.gui.conftest import Hands
from tests.gui.mentions.conftest import TEXT

PLACES = [match.span() for match in re.finditer("(ا|(?<=ل))لتحالف", TEXT)]
ALONE = (TEXT.index("قسرك"), TEXT.index("قسرك") + 4)
FAST = Qt.Key.Key_Return


def view_of(window: MainWindow) -> QTreeView:
    view = window.findChild(QTreeView, "mentionList")
    assert isinstance(view, QTreeView)
    return view


def rows(window: MainWindow) -> list[tuple[str, bool | None]]:
    """Return what a screen reader says of each row, and whether it is ticked."""
    model = view_of(window).model()
    told = []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        text = index.data(Qt.ItemDataRole.AccessibleTextRole)
        told.append((text, None if tick is None else tick == Qt.CheckState.Checked))
    return told


def ticks(window: MainWindow) -> list[bool | None]:
    return [tick for _, tick in rows(window)]


def label_text(window: MainWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def is_listed(window: MainWindow) -> bool:
    return view_of(window).isVisible()


def key(qtbot: QtBot, window: MainWindow, *keys: str | Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for one in keys:
        widget = window.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, one)


def everywhere(path: Path, author: str = "noor") -> list[tuple[str, int, int]]:
    with Project.open(path, writable=False) as project:
        return [
            (article.name, span.start, span.end)
            for article in project.articles.each()
            for span in project.layers.load(article.id, author)
        ]


def wait_for(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=30_000)


def idle(window: MainWindow) -> bool:
    return window.errands.task() is None


def all_found(window: MainWindow) -> bool:
    button = window.findChild(QPushButton, "actOnMentions")
    return isinstance(button, QPushButton) and button.isEnabled()


def test_a_span_and_two_keys_mark_every_other_mention_in_one_undo(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=")
    assert ticks(window) == [None, True, True, True]
    assert "marked already" in rows(window)[0][0]
    assert label_text(window, "mentionCount") == "3 of 3 ticked"
    key(qtbot, window, FAST)
    assert not is_listed(window)
    view = window.workbench.view
    assert window.focusWidget() is view
    assert (view.selection(), window.workbench.marking.selected().quote) == (None, "التحالف")
    layer = hands.stored(project, "first")
    assert [(span.start, span.end) for span in layer] == PLACES
    assert [span.origin for span in layer] == ["manual", FOUND, FOUND, FOUND]
    window.commands["undo"].trigger()
    assert hands.places(project, "first") == [(*PLACES[0], "actor")]
    window.commands["redo"].trigger()
    assert hands.stored(project, "first").spans == layer.spans


def test_what_stands_around_is_cut_between_words_and_says_so(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=")
    model = view_of(window).model()
    told = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert told[0].endswith("…")
    assert told[-1].startswith("…")
    assert not told[0].startswith("…")
    assert not told[-1].endswith("…")
    words = TEXT.split()
    assert all(word in words for text in told for word in text.strip("…").split())


def test_a_selection_is_marked_with_the_label_whose_key_is_pressed(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    window.workbench.view.select(*PLACES[1])
    key(qtbot, window, "=", "3", FAST)
    assert hands.places(project, "first") == [(*place, "actor") for place in PLACES]
    assert window.workbench.view.selection() is None


def test_what_is_unticked_is_refused_and_offered_no_more_until_asked_for(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=", Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert ticks(window) == [None, True, False, True]
    key(qtbot, window, FAST)
    assert len(hands.places(project, "first")) == 3
    key(qtbot, window, "=")
    assert ticks(window) == [None, None, None]
    button = window.findChild(QToolButton, "showRefused")
    assert button.text() == "Show refused (1)"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ticks(window) == [None, None, False, None]
    assert "refused before" in rows(window)[2][0]
    key(qtbot, window, Qt.Key.Key_Space, FAST)
    assert len(hands.places(project, "first")) == 4


def test_who_refuses_all_is_told_that_they_are_not_offered_again(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "=", "3")
    (none,) = (
        button
        for button in view_of(window).parent().findChildren(QPushButton)
        if button.text() == "None"
    )
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view_of(window), FAST)
    assert window.state_bar.currentMessage() == "4 mentions refused, not offered again."
    assert hands.places(project, "first") == []
    key(qtbot, window, "=", "3")
    assert ticks(window) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_mouse_ticks_in_the_box_alone(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path, language: str
) -> None:
    window.set_language(language)
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=")
    view = view_of(window)
    QApplication.processEvents()  # the list gets its room
    row = view.visualRect(view.model().index(2, 0))
    at_box, at_words = row.center(), row.center()
    at_box.setX(row.right() - 12 if language == "ar" else row.left() + 12)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at_words)
    assert ticks(window) == [None, True, True, True]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at_box)
    assert ticks(window) == [None, True, False, True]
    key(qtbot, window, FAST)
    assert [place[:2] for place in hands.places(project, "first")] == [
        PLACES[0],
        PLACES[1],
        PLACES[3],
    ]


def test_the_article_follows_and_escape_returns_to_where_it_was_asked(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    view = window.workbench.view
    view.select(*PLACES[0])
    key(qtbot, window, "=", Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert view.selection() == PLACES[2]
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not is_listed(window)
    assert view.selection() == PLACES[0]
    assert window.focusWidget() is view
    assert hands.places(project, "first") == []


def test_all_spans_that_read_so_are_taken_out(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    for place in PLACES[:3]:
        hands.mark(window, "3", place)
    hands.mark(window, "1", PLACES[3])
    window.workbench.marking.select(hands.stored(project, "first").spans[0].id)
    key(qtbot, window, "-")
    assert ticks(window) == [True, True, True]
    key(qtbot, window, FAST)
    assert hands.places(project, "first") == [(*PLACES[3], "base")]
    window.commands["undo"].trigger()
    assert len(hands.places(project, "first")) == 4


def test_a_mention_is_opened_in_its_article(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "+")
    wait_for(qtbot, lambda: all_found(window))
    key(qtbot, window, Qt.Key.Key_End)
    qtbot.keyClick(view_of(window), FAST, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.article.name == "58"
    assert window.focusWidget() is window.workbench.view
    assert is_listed(window)


def test_another_article_puts_the_list_of_this_one_away(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=")
    window.open_article("07")
    assert not is_listed(window)


def test_the_list_says_the_same_label_whatever_another_program_does_to_the_others(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    def look() -> None:
        window.session.look_for_changes()

    def rename_base(opened: Project) -> None:
        add_author(opened, "huda", Role.LEAD)
        edits = start_editing(opened)
        labels = edits.change(replace(edits.labels["base"], shown_en="site")).labels
        change_labels(opened, "huda", labels)

    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "=", "3")
    (chosen,) = view_of(window).parent().findChildren(QComboBox)
    assert chosen.currentData() == "actor"
    hands.other_program(project, rename_base)
    look()
    assert (chosen.itemText(0), chosen.currentData()) == ("site (1)", "actor")
    hands.other_program(project, lambda opened: merge_labels(opened, "huda", "actor", "base"))
    look()
    assert not is_listed(window)
    assert window.workbench.view.selection() == PLACES[0]


def test_a_name_that_stands_alone_is_told(qtbot: QtBot, window: MainWindow) -> None:
    window.workbench.view.select(*ALONE)
    key(qtbot, window, "-")
    assert rows(window) == []
    for button in view_of(window).parent().findChildren(QPushButton):
        if button.text() in ("All", "None"):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view_of(window), FAST)
    assert not is_listed(window)


def test_the_word_at_the_caret_is_asked_for_where_nothing_is_selected(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = window.workbench.view
    view.place_caret(PLACES[0][0] + 2)
    key(qtbot, window, "=")
    assert is_listed(window)
    assert [text for text, tick in rows(window) if tick is not None]
    key(qtbot, window, Qt.Key.Key_Escape)
    assert view.selection() == PLACES[0]


def test_where_no_word_is_at_the_caret_the_list_is_refused_with_a_reason(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path, tmp_path: Path
) -> None:
    file = tmp_path / "signs.jsonl"
    file.write_text(json.dumps({"name": "signs", "text": "؟! ..."}))
    hands.other_program(project, lambda opened: import_files(opened, [file], Quiet()))
    window.open_article("signs")
    key(qtbot, window, "=")
    assert not is_listed(window)
    assert "no word at the caret" in window.state_bar.currentMessage()
