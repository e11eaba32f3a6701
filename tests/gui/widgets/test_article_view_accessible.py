import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from annotator.gui.text.accessible import _interfaces
from annotator.gui.widgets.article_view import ArticleView


def interface(desk):
    found = QAccessible.queryAccessibleInterface(desk.view).textInterface()
    assert found is not None
    return found


def test_the_text_can_be_read_in_utf16(desk) -> None:
    desk.show("قال 😀 نعم")
    reading = interface(desk)
    assert reading.characterCount() == 10
    assert reading.text(0, 10) == "قال 😀 نعم"
    assert reading.text(7, 10) == "نعم"
    assert QAccessible.queryAccessibleInterface(desk.view).text(QAccessible.Text.Name) == "Article"


def test_caret_and_selection_can_be_read_and_set(desk) -> None:
    desk.show("قال 😀 نعم")
    reading = interface(desk)
    desk.view.select(6, 9)
    assert reading.selectionCount() == 1
    assert reading.selection(0) == (7, 10)
    assert reading.cursorPosition() == 10
    reading.setCursorPosition(7)
    assert desk.view.caret() == 6
    assert reading.selectionCount() == 0
    reading.addSelection(0, 3)
    assert desk.view.selection() == (0, 3)
    reading.setSelection(0, 7, 10)
    assert desk.view.selection() == (6, 9)
    reading.removeSelection(0)
    assert desk.view.selection() is None


def test_places_on_the_screen_lead_to_letters_and_back(desk, news) -> None:
    desk.show(news)
    reading = interface(desk)
    for offset in (0, 9, 30):
        rect = reading.characterRect(offset)
        assert not rect.isEmpty()
        assert reading.offsetAtPoint(rect.center()) in (offset, offset + 1)
    assert reading.offsetAtPoint(QPoint(-5000, 0)) == -1
    assert reading.characterRect(10**9).isEmpty()


def test_it_lives_as_long_as_its_widget(desk, qtbot, news) -> None:
    QAccessible.setActive(True)
    before = len(_interfaces)
    for _ in range(5):
        view = ArticleView()
        assert QAccessible.queryAccessibleInterface(view).textInterface() is not None
        assert len(_interfaces) == before + 1
        shiboken6.delete(view)
        assert len(_interfaces) == before
    desk.show(news)
    desk.view.select(5, 10)
    desk.view.place_caret(3)
    QAccessible.setActive(False)
