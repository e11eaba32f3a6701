"""The context menu and the label bar: other ways to the same acts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow

popup = pytest.mark.qt_log_ignore(  # the offscreen platform says it of every menu that pops up
    "^This plugin does not support grabbing the keyboard$"
)


def menu_at(window: MainWindow, stretch: tuple[int, int]) -> QMenu:
    view = window.workbench.view
    view.show_place(stretch[0])
    point = view.rects_of(*stretch)[0].center().toPoint()
    view.context_menu_requested.emit(view.viewport().mapToGlobal(point), None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def act(menu: QMenu, text: str) -> None:
    (action,) = (a for a in menu.actions() if a.text().startswith(text))
    action.trigger()
    menu.close()


@popup
def test_the_context_menu_marks_the_selection(window: MainWindow, hands, path: Path) -> None:
    stretch = hands.words(window, 3)[1]
    window.workbench.view.select(*stretch)
    act(menu_at(window, stretch), "actor")
    assert hands.places(path) == [(*stretch, "actor")]


@popup
def test_the_context_menu_is_about_the_span_under_the_mouse(
    window: MainWindow, hands, path: Path
) -> None:
    one, other = hands.words(window, 4)[1:3]
    first = hands.mark(window, "1", one)
    hands.mark(window, "2", other)  # this one is selected
    view = window.workbench.view
    view.context_menu_requested.emit(QPoint(100, 100), first)
    menu = QApplication.activePopupWidget()
    act(menu, "figure")
    assert {label for _, _, label in hands.places(path)} == {"figure", "date"}
    view.context_menu_requested.emit(QPoint(100, 100), first)
    act(QApplication.activePopupWidget(), "Remove")
    assert hands.places(path) == [(*other, "date")]


@popup
def test_the_context_menu_offers_what_the_menus_do_with_a_selection(
    window: MainWindow, hands
) -> None:
    stretch = hands.words(window, 3)[1]
    window.workbench.view.select(*stretch)
    menu = menu_at(window, stretch)
    for name in ("mentions", "mentions_everywhere", "ask"):
        assert window.commands[name] in menu.actions()
    act(menu, "Mark all mentions in this")
    assert window.workbench.mention_list.isVisible()


def right_click(tree: QTreeView, point: QPoint) -> None:
    viewport = tree.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)


@popup
def test_the_list_of_spans_has_the_same_menu(window: MainWindow, hands, path: Path) -> None:
    one, other = hands.words(window, 4)[1:3]
    first = hands.mark(window, "1", one)
    hands.mark(window, "2", other)  # this one is selected
    spans = window.findChild(QTreeView, "spanList")
    right_click(spans, spans.visualRect(spans.model().index(0, 0)).center())
    menu = QApplication.activePopupWidget()
    assert window.workbench.view.selected_span() == first
    assert window.commands["ask"] in menu.actions()
    act(menu, "actor")
    assert [label for _, _, label in hands.places(path)] == ["actor", "date"]
    right_click(spans, spans.viewport().rect().bottomLeft())
    assert QApplication.activePopupWidget() is None  # no span is there


def test_a_label_button_marks_relabels_and_gives_the_text_the_keys(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    def press(name: str) -> None:
        button = window.findChild(QToolButton, f"label_{name}")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    stretch = hands.words(window, 3)[1]
    press("base")
    assert hands.places(path) == []
    window.workbench.view.select(*stretch)
    press("base")
    assert hands.places(path) == [(*stretch, "base")]
    assert window.focusWidget() is window.workbench.view
    assert window.findChild(QToolButton, "label_base").text() == "base  1"
    press("figure")
    assert hands.places(path) == [(*stretch, "figure")]
    assert window.findChild(QToolButton, "label_base").text() == "base  0"
