"""Random acts of a lead, while another program writes: the window shows what the file holds.

Chance has a seed, so that what fails once fails again.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.core.edits import Mark
from annotator.core.errors import AnnotatorError
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.project.labels import change_labels, merge_labels, start_editing
from annotator.workflow.projects import find_damage
from tests.gui.conftest import UNMARKED, Hands

Key = Qt.Key
LEAD = "huda"
KEYS_OF_TEXT = ["1", "2", "3", "4", "[", "]", "{", "}", Key.Key_Space, Key.Key_Delete]
KEYS_ANYWHERE = [
    *(Key.Key_Down, Key.Key_Up, Key.Key_Return, Key.Key_Escape, Key.Key_F6, Key.Key_Tab),
    *(Key.Key_Space, Key.Key_Delete, Key.Key_Backspace, "1", "ا", "=", "-"),
]
COMMANDS = [
    *("undo", "undo", "undo", "redo", "redo", "undo_project", "redo_project", "next", "previous"),
    *("finish", "reopen", "unsure", "next_span", "finish_next", "show_all", "zoom_in"),
]
WORDS = ["قسرك", "ال", "لايوجد", "(a+)+$", "[", r"\w+", "(?r)ا", "قوات التحالف"]


class Somebody:
    """Uses the window by chance; another program writes to its file now and then."""

    def __init__(self, qtbot: QtBot, hands: Hands, window: MainWindow, seed: int) -> None:
        self.qtbot, self.hands, self.window = qtbot, hands, window
        self.chance = random.Random(seed)
        self.path = window.session.project.path
        self.done: list[str] = []

    def act(self) -> None:
        acts: list[tuple[Callable[[], object], int]] = [
            (self.mark, 8),
            (self.press_in_text, 8),
            (self.press_anywhere, 6),
            (self.find, 3),
            (self.mark_mentions, 4),
            (self.write_note, 2),
            (self.ask_the_list, 4),
            (self.command, 14),
            (self.speak, 1),
            (self.other_program, 4),
        ]
        act = self.chance.choices(*zip(*acts, strict=True))[0]
        self.done.append(act.__name__)
        act()
        self.qtbot.waitUntil(lambda: self.window.errands.task() is None, timeout=30_000)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def press(self, key: str | Key, widget: QWidget | None = None) -> None:
        target = widget or QApplication.activePopupWidget() or self.window.focusWidget()
        QTimer.singleShot(0, self.answer)
        self.qtbot.keyClick(target or self.window.workbench.view, key)

    def in_text(self) -> QWidget:
        view = self.window.workbench.view
        view.setFocus()
        return view

    def word(self) -> tuple[int, int]:
        return self.chance.choice(list(ARABIC.words(self.window.session.article.text)))

    # -- what somebody does

    def mark(self) -> None:
        start, end = self.word()
        longest = len(self.window.session.article.text)
        self.in_text().select(start, min(longest, end + self.chance.randrange(20)))
        self.press(self.chance.choice("1234"))

    def press_in_text(self) -> None:
        spans = self.window.session.layer.spans
        if spans and self.chance.random() < 0.5:
            self.window.workbench.view.select_span(self.chance.choice(spans).id)
        self.press(self.chance.choice(KEYS_OF_TEXT), self.in_text())

    def press_anywhere(self) -> None:
        self.press(self.chance.choice(KEYS_ANYWHERE))

    def find(self) -> None:
        self.window.commands["find"].trigger()
        bar = self.window.workbench.find_bar
        if self.chance.random() < 0.5:
            way = self.chance.choice(["wholeWords", "pattern"])
            self.qtbot.mouseClick(bar.findChild(QToolButton, way), Qt.MouseButton.LeftButton)
        line = bar.findChild(QLineEdit)
        line.clear()
        self.hands.type_text(line, self.chance.choice(WORDS))
        self.press(self.chance.choice([Key.Key_Return, Key.Key_Escape]), line)

    def mark_mentions(self) -> None:
        self.in_text().select(*self.word())
        self.press(self.chance.choice("=-"))
        for _ in range(self.chance.randrange(4)):
            self.press(self.chance.choice([Key.Key_Down, Key.Key_Space, "1", "2"]))
        if self.chance.random() < 0.8:  # else the list stays for a while
            self.press(self.chance.choice([Key.Key_Return, Key.Key_Escape]))

    def write_note(self) -> None:
        if self.window.commands["note"].isEnabled():
            self.window.commands["note"].trigger()
            self.hands.type_text(self.window.focusWidget(), "نص")

    def ask_the_list(self) -> None:
        articles = self.window.workbench.articles
        if self.chance.random() < 0.3:
            self.window.commands["search"].trigger()
            self.hands.type_text(self.window.focusWidget(), self.chance.choice(WORDS))
        elif self.chance.random() < 0.5:
            menu = articles.findChild(QToolButton, "sortButton").menu()
            self.chance.choice([one for one in menu.actions() if one.isCheckable()]).trigger()
        else:
            articles.open_filters()
            panel = QApplication.activePopupWidget()
            box = self.chance.choice(panel.findChildren(QComboBox))
            box.setCurrentIndex(self.chance.randrange(box.count()))
            self.press(Key.Key_Escape, panel)

    def command(self) -> None:
        name = self.chance.choice(COMMANDS)
        self.done[-1] = name
        QTimer.singleShot(0, self.answer)
        self.window.commands[name].trigger()

    def answer(self) -> None:
        """Answer what is asked before something is done, if anything is; stay in Annotate."""
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            elsewhere = QMessageBox.ButtonRole.ActionRole
            here = [one for one in box.buttons() if box.buttonRole(one) is not elsewhere]
            self.chance.choice(here).click()

    def speak(self) -> None:
        self.window.set_language(self.chance.choice(["en", "ar"]))

    # -- what another program does

    def other_program(self) -> None:
        acts = [self.mark_there, self.mark_there, self.relabel_there, self.merge_there]
        act = self.chance.choice([*acts, self.undo_there, self.redo_there])
        self.done[-1] = f"elsewhere {act.__name__}"
        try:
            self.hands.other_program(self.path, act)
        except AnnotatorError:
            self.done[-1] += ", refused"

    def undo_there(self, project: Project) -> None:
        project_acts.undo(project, self.window.session.author.name)

    def redo_there(self, project: Project) -> None:
        project_acts.redo(project, self.window.session.author.name)

    def mark_there(self, project: Project) -> None:
        article = project.articles.by_name(self.window.session.article.name)
        assert article
        layer = project.layers.load(article.id, LEAD)
        label = self.chance.choice(project.labels.load().labels).name
        marking.apply(project, article, layer, Mark(*self.word(), label))

    def relabel_there(self, project: Project) -> None:
        edits = start_editing(project)
        label = self.chance.choice(edits.labels.labels)
        shown = replace(label, shown_en=f"shown {self.chance.randrange(99)}")
        change_labels(project, LEAD, edits.change(shown).labels)

    def merge_there(self, project: Project) -> None:
        first, second = self.chance.sample([label.name for label in project.labels.load()], 2)
        merge_labels(project, LEAD, first, second)


def compare(window: MainWindow, path: Path) -> None:
    """Compare what the window shows with what the file holds; the file must be whole."""
    session, bench = window.session, window.workbench
    session.look_for_changes()
    with Project.open(path, writable=False) as project, project.reading():
        layer, labels = project.layers.load(session.article.id, LEAD), project.labels.load()
        stack = marking.load_stack(project, session.article.id, LEAD)
    names = [label.name for label in labels]
    assert (session.layer, session.labels) == (layer, labels)
    rows = window.findChild(QTreeView, "spanList").model()
    assert [rows.span_at(rows.index(at)) for at in range(rows.rowCount())] == list(layer.spans)
    undo, count = session.undo_stack.index(), session.undo_stack.count()
    assert (undo, count - undo) == (len(stack.done), len(stack.undone))
    assert [bench.labels.findChild(QToolButton, f"label_{name}") is None for name in names] == [
        False for _ in names
    ]
    chosen = bench.mention_list.findChild(QComboBox)
    assert bench.mention_list.isHidden() or chosen.currentData() in names
    assert bench.articles.query().label in ("", *names)
    assert [str(damage) for damage in find_damage(path, Quiet())] == []


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
@pytest.mark.parametrize("seed", [1, 2])
def test_the_window_shows_what_the_file_holds_whatever_is_done(
    qtbot: QtBot, hands: Hands, path: Path, seed: int
) -> None:
    window = hands.open(path, LEAD)
    window.open_article(UNMARKED)
    somebody = Somebody(qtbot, hands, window, seed)
    for _ in range(4):
        try:
            for _ in range(50):
                somebody.act()
            compare(window, path)
        except BaseException:
            print("\n".join(somebody.done))
            raise
