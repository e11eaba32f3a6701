"""Menus, palette, context menu, label bar: every way to the same act."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QTableWidget,
    QToolButton,
    QTreeView,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.labels import LabelSet
from annotator.gui.dialogs.palette import CommandPalette
from annotator.gui.main_window import MainWindow
from annotator.workflow.projects import init

ORIGIN = QPoint(0, 0)


def offered(palette: CommandPalette) -> list[str]:
    tree = palette.findChild(QTreeWidget)
    return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]


def palette_of(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    palette = CommandPalette(window.commands.commands(), window)
    qtbot.addWidget(palette)
    palette.show()
    return palette


# -- the palette and F1


def test_the_palette_does_what_is_typed(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    window.workbench.view.select(*hands.words(window, 3)[1])

    def type_and_enter(palette) -> None:
        line = palette.findChild(QLineEdit)
        qtbot.keyClicks(line, "mark as")
        assert offered(palette)[:2] == ["Mark as: base", "Mark as: date"]
        qtbot.keyClick(line, Qt.Key.Key_Down)
        qtbot.keyClick(line, Qt.Key.Key_Return)

    hands.answer(type_and_enter)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert [label for _, _, label in hands.places(path)] == ["date"]


def test_the_palette_offers_what_can_be_done_now(window: MainWindow, hands, qtbot: QtBot) -> None:
    before = offered(palette_of(window, qtbot))
    assert not {"Undo", "Remove the span", "Reopen", "Mark as: base"} & set(before)
    hands.mark(window, "1", hands.words(window, 3)[1])
    window.commands["finish"].trigger()
    after = offered(palette_of(window, qtbot))
    assert {"Undo finish", "Remove the span", "Reopen", "Mark as: base"} <= set(after)
    assert "Finish" not in after


def test_the_palette_finds_arabic_however_it_is_spelled(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    window.set_language("ar")
    window.workbench.view.select(*hands.words(window, 3)[1])
    palette = palette_of(window, qtbot)
    everything = offered(palette)
    hands.type_text(palette.findChild(QLineEdit), "قَاعِده")
    assert 0 < len(offered(palette)) < len(everything)
    assert all("قاعدة" in name for name in offered(palette))


@pytest.mark.parametrize(
    ("language", "typed", "name"),
    [
        ("ar", "mark as base", "الوسم: قاعدة"),
        ("ar", "colours dark", "الألوان: داكنة"),
        ("en", "قَاعِده", "Mark as: base"),
        ("en", "الالوان داكنة", "Colours: Dark"),
    ],
)
def test_the_palette_finds_what_it_is_called_in_another_language(
    window: MainWindow, hands, qtbot: QtBot, language: str, typed: str, name: str
) -> None:
    window.set_language(language)
    window.workbench.view.select(*hands.words(window, 3)[1])
    palette = palette_of(window, qtbot)
    hands.type_text(palette.findChild(QLineEdit), typed)
    assert name in offered(palette)


def test_nothing_fitting_is_told_and_does_nothing(window: MainWindow, hands, qtbot: QtBot) -> None:
    palette = palette_of(window, qtbot)
    qtbot.keyClicks(palette.findChild(QLineEdit), "zzzz")
    qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert offered(palette) == ["Nothing that can be done now is called so."]
    assert palette.chosen() is None
    assert palette.isVisible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_f1_lists_every_key(window: MainWindow, hands, language: str) -> None:
    window.set_language(language)

    def read(dialog) -> None:
        table = dialog.findChild(QTableWidget)
        shown.extend(
            (table.item(row, 0).text(), table.item(row, 1).text())
            for row in range(table.rowCount())
        )
        dialog.reject()

    shown: list[tuple[str, str]] = []
    hands.answer(read)
    window.commands["keys"].trigger()
    keys = " ".join(key for key, _ in shown)
    for key in ("Ctrl+Z", "Ctrl+Y", "F6", "F1", "Ctrl+K", "Del", "Space", "[ ]", "{ }", "Esc"):
        assert key in keys
    assert len(shown) == len(set(shown))
    for label in LabelSet.default():
        assert any(
            key == f"\u2066{label.key}\u2069" and label.shown(language) in act for key, act in shown
        )


# -- the context menu and the label bar


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


@popup
def test_the_list_of_spans_has_the_same_menu(window: MainWindow, hands, path: Path) -> None:
    one, other = hands.words(window, 4)[1:3]
    first = hands.mark(window, "1", one)
    hands.mark(window, "2", other)  # this one is selected
    spans = window.findChild(QTreeView, "spanList")
    row = spans.visualRect(spans.model().index(0, 0)).center()
    spans.customContextMenuRequested.emit(row)
    menu = QApplication.activePopupWidget()
    assert window.workbench.view.selected_span() == first
    assert window.commands["ask"] in menu.actions()
    act(menu, "actor")
    assert [label for _, _, label in hands.places(path)] == ["actor", "date"]
    spans.customContextMenuRequested.emit(spans.viewport().rect().bottomLeft())
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


NINE = "\n".join(
    f'[[label]]\nname = "l{n}"\nshown = {{ en = "kind {n}", ar = "نوع {n}" }}\n'
    f'colour = "#{n}{n}44aa"\nkey = "{key}"\n'
    for n, key in enumerate("123456xyz", start=1)
)


def test_nine_labels_fit_a_small_window_and_letters_mark(
    hands, qtbot: QtBot, tmp_path: Path
) -> None:
    path, toml = tmp_path / "nine.db", tmp_path / "nine.toml"
    toml.write_text(NINE, "utf-8")
    init(path, labels=toml)
    text = tmp_path / "a.txt"
    text.write_text("عنوان الخبر هنا\n\nنص الخبر هنا.", "utf-8")
    window = hands.open(path, "amal")
    with qtbot.waitSignal(window.errands.imported, timeout=30_000):
        hands.drop(window, text)
    window.resize(520, 400)
    QApplication.processEvents()
    assert window.width() == 520
    bar = window.workbench.labels
    buttons = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) == 9
    for button in buttons:
        assert bar.rect().contains(button.geometry())
    for one in buttons:
        assert not any(one is not o and one.geometry().intersects(o.geometry()) for o in buttons)
    hands.mark(window, "z", (0, 5))
    assert hands.places(path, "a.txt", "amal") == [(0, 5, "l9")]


# -- lists, search, find, focus


def test_the_span_list_and_the_text_follow_each_other(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    one, other = sorted(hands.words(window, 4)[1:3])
    first, second = hands.mark(window, "1", one), hands.mark(window, "2", other)
    rows, view = window.workbench.spans._view, window.workbench.view
    assert rows.currentIndex().row() == 1
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert view.selected_span() == first
    view.select_span(second)
    assert rows.currentIndex().row() == 1
    view.select_span(None)
    assert not rows.currentIndex().isValid()
    qtbot.mouseClick(
        rows.viewport(),
        Qt.MouseButton.LeftButton,
        pos=rows.visualRect(rows.model().index(0, 0)).center(),
    )
    assert view.selected_span() == first
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert window.focusWidget() is view


def test_the_search_says_that_nothing_fits_and_esc_brings_all_back(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    box = window.findChild(QLineEdit, "searchBox")
    articles = window.findChild(QListView, "articleList")
    window.commands["search"].trigger()
    assert window.focusWidget() is box
    here = window.session.article
    hands.type_text(box, "لايوجدهذا")
    qtbot.waitUntil(lambda: articles.model().rowCount() == 0)
    assert window.findChild(QLabel, "articleCount").text().startswith("0")
    assert "No article" in articles.hint
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.article is here
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert articles.model().rowCount() == 13
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.workbench.view


def test_enter_in_the_search_opens_the_first_that_fits(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    box = window.findChild(QLineEdit, "searchBox")
    articles = window.findChild(QListView, "articleList").model()
    hands.type_text(box, "البيدر")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.article.title == articles.index(0, 0).data()
    assert window.focusWidget() is window.workbench.view


def test_the_find_bar_counts(window: MainWindow, hands, qtbot: QtBot) -> None:
    window.open_article("2026-02-24-qasrak-convoy.txt")
    window.commands["find"].trigger()
    bar = window.workbench.find_bar
    line = bar.findChild(QLineEdit)
    hands.type_text(line, "قسرك")
    (count,) = (label for label in bar.findChildren(QLabel) if label.text())
    assert count.text() == "3 hits"
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert count.text() == "3 of 3"
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return)
    assert count.text() == "1 of 3"
    line.setText("لايوجد")
    assert count.text() == "not found"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.focusWidget() is window.workbench.view


def test_f6_goes_round_all_parts(window: MainWindow, hands, qtbot: QtBot) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    seen = []
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
        seen.append(window.focusWidget().objectName() or type(window.focusWidget()).__name__)
    assert seen == ["spanList", "QComboBox", "searchBox", "articleView"]


@pytest.mark.parametrize("reads", [False, True])
@pytest.mark.parametrize("size", [(520, 400), (700, 500), (1600, 1000)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_parts_do_not_overlap_at_any_size(
    window: MainWindow, hands, language: str, size: tuple[int, int], reads: bool
) -> None:
    window.set_language(language)
    window.resize(*size)
    if reads:
        window.commands["guidelines"].trigger()
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    bench = window.workbench
    assert bench.guidelines.isVisible() is reads
    parts = [p for p in map(bench.widget, range(bench.count())) if p.isVisible()]
    for one in parts:
        # Qt's own mirroring of a splitter is one pixel off.
        assert bench.rect().adjusted(0, 0, 1, 0).contains(one.geometry())
        assert not any(one is not o and one.geometry().intersects(o.geometry()) for o in parts)
    assert bench.view.viewport().width() >= 220
    children = bench.details.children()
    boxes = [c.geometry() for c in children if c.isWidgetType() and c.isVisible()]
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])


@pytest.mark.parametrize("reads", [False, True])
@pytest.mark.parametrize("width", [600, 720, 979, 980, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_of_a_span_is_cut_off(
    window: MainWindow, hands, language: str, width: int, reads: bool
) -> None:
    window.set_language(language)
    window.resize(width, 560)
    if reads:
        window.commands["guidelines"].trigger()
    for key, place in zip("124", hands.words(window, 3), strict=True):
        hands.mark(window, key, place)
        QApplication.processEvents()
        details = window.workbench.details
        assert details.isVisible() is (width >= 980 or not reads)
        shown = details.visibleRegion().boundingRect()
        assert shown.width() == (details.width() if details.isVisible() else 0)
        for part in (*details.children(), *details.value.children()):
            if part.isWidgetType() and part.isVisible():
                assert details.rect().contains(part.rect().translated(part.mapTo(details, ORIGIN)))


def test_a_field_is_reached_where_the_guidelines_took_its_room(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    window.resize(720, 560)
    hands.mark(window, "2", hands.words(window, 3)[1])
    window.commands["guidelines"].trigger()
    assert not window.workbench.details.isVisible()
    window.commands["value"].trigger()
    assert not window.workbench.guidelines.isVisible()
    assert window.focusWidget().objectName() == "valueField"
    window.commands["guidelines"].trigger()
    window.commands["note"].trigger()
    assert type(window.focusWidget()).__name__ == "_NoteEdit"
