"""The palette, the page of keys, lists, search and focus: ways to get about in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QKeyEvent, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListView,
    QTableWidget,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.labels import LabelSet
from annotator.gui.dialogs.palette import CommandPalette
from annotator.gui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


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


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mark as", "Mark as: base"),  # not “Suggest what was marked before”
        ("as mark", "Mark as: base"),
        ("rem", "Remove the span"),
        ("الوسم قا", "Mark as: base"),
    ],
)
def test_the_palette_lists_first_what_begins_as_typed(
    window: MainWindow, hands, qtbot: QtBot, typed: str, first: str
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    palette = palette_of(window, qtbot)
    hands.type_text(palette.findChild(QLineEdit), typed)
    assert offered(palette)[0] == first


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
        ("en", "arabic", "Language: العربية"),
        ("en", "arabic", "Details"),
        ("en", "الانجليزية", "Language: English"),
        ("ar", "arabic", "اللغة: العربية"),
        ("ar", "language english", "اللغة: English"),
        ("ar", "عربيه", "اللغة: العربية"),
        ("ar", "اتجاه", "التفاصيل"),
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


def rows_of(dialog: QDialog) -> list[tuple[str, str]]:
    """Return what the page of keys lists: a title has nothing beside it."""
    table = dialog.findChild(QTableWidget)
    items = [(table.item(row, 0), table.item(row, 1)) for row in range(table.rowCount())]
    return [(key.text(), act.text() if act else "") for key, act in items]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_f1_lists_every_key(window: MainWindow, hands, language: str) -> None:
    window.set_language(language)

    def read(dialog) -> None:
        shown.extend(rows_of(dialog))
        dialog.reject()

    shown: list[tuple[str, str]] = []
    hands.answer(read)
    window.commands["keys"].trigger()
    keys = " ".join(key for key, _ in shown)
    for key in ("Ctrl+Z", "Ctrl+Y", "F6", "F1", "Ctrl+K", "Del", "Space", "[ ]", "{ }", "Esc"):
        assert key in keys
    assert len(shown) == len(set(shown))
    titles = [key for key, act in shown if not act]
    assert {"en": {"Review", "Edit"}, "ar": {"المراجعة", "تحرير"}}[language] <= set(titles)
    for label in LabelSet.default():
        assert any(
            key == f"\u2068{label.key}\u2069" and label.shown(language) in act for key, act in shown
        )


@pytest.mark.parametrize(
    ("language", "typed", "key"),
    [
        ("en", "widest", "M A W N"),
        ("ar", "الاوسع", "M A W N"),
        ("en", "ctrl+shift+f2", "Ctrl+Shift+F2"),
        ("en", "wid rev", "M A W N"),
        ("en", "answer", "1 2 3 … 0"),
        ("en", "suggestion label", "1 2 3 4 …"),
        ("ar", "الاقتراح حديه", "[ ] { }"),
    ],
)
def test_f1_finds_a_key_by_what_it_does(
    window: MainWindow, hands, language: str, typed: str, key: str
) -> None:
    window.set_language(language)

    def look(dialog) -> None:
        everything = rows_of(dialog)
        line = dialog.findChild(QLineEdit)
        hands.type_text(line, typed)
        found.extend(rows_of(dialog))
        hands.type_text(line, "zzzz")
        assert len(rows_of(dialog)) == 1
        line.clear()
        assert rows_of(dialog) == everything
        dialog.reject()

    found: list[tuple[str, str]] = []
    hands.answer(look)
    window.commands["keys"].trigger()
    assert f"\u2068{key}\u2069" in [one for one, _ in found]
    assert sum(not act for _, act in found) == 1  # the title of its group alone


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_line_of_the_page_of_keys_is_cut_off(window: MainWindow, hands, language: str) -> None:
    window.set_language(language)
    lines: dict[str, int] = {}
    painted: dict[str, float] = {}

    def look(dialog) -> None:
        QApplication.processEvents()
        table = dialog.findChild(QTableWidget)
        for row in range(table.rowCount()):
            item = table.item(row, 1)
            if item is None:
                continue  # a title
            table.scrollToItem(item)
            cell = table.viewport().grab(table.visualItemRect(item)).toImage()
            line = QFontMetrics(table.font()).height()
            lines[item.text()] = lines_of(item.text(), table.font(), cell.width() - 8)
            painted[item.text()] = height_of_ink(cell) / line
        dialog.reject()

    hands.answer(look)
    window.commands["keys"].trigger()
    assert max(lines.values()) > 1
    assert [text for text, count in lines.items() if painted[text] < count - 0.5] == []


def lines_of(text: str, font: QFont, width: int) -> int:
    """Return how many lines of that width a text takes."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout.lineCount()


def height_of_ink(image: QImage) -> int:
    """Return from where to where, downwards, anything is painted on a plain ground."""
    ground = image.pixel(1, 1)
    inked = [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) != ground for x in range(image.width()))
    ]
    return inked[-1] - inked[0] + 1 if inked else 0


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


def test_alt_and_an_arrow_go_to_another_article_while_the_text_has_the_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    here = window.session.article.name
    view = window.workbench.view
    caret = view.caret()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down, ALT)
    there = window.session.article.name
    assert there != here
    assert window.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert window.session.article.name == here
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, ALT)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert not event.isAccepted()
    assert view.caret() == caret


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_rows_of_a_span_stand_close_below_each_other(
    window: MainWindow, hands, qtbot: QtBot, language: str
) -> None:
    window.set_language(language)
    hands.mark(window, "2", hands.words(window, 3)[1])
    details = window.workbench.details
    form = details._layout
    for act in (
        lambda: None,
        window.commands["value"].trigger,
        lambda: window.workbench.view.select_span(None),
    ):
        act()
        QApplication.processEvents()
        seen = [row for row in range(form.rowCount()) if form.isRowVisible(row)]
        below = 0
        for row in seen:
            name = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
            field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            top = field.geometry().top()
            if name is not None and name.widget() and name.widget().text():
                assert 0 <= name.geometry().top() - top <= 8
            if row != seen[0]:
                assert top - below <= 2 * form.verticalSpacing() + 2
            below = field.geometry().bottom()
        quote = details._quote
        assert quote.height() <= quote.heightForWidth(quote.width()) + 2
