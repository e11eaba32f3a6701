"""What assistive technology hears of the window."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QWidget,
)

from annotator.gui.main_window import MainWindow

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
)
NAMED = ("articleList", "articleView", "spanList", "spanDetails", "labelBar", "findBar")


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def test_the_article_is_read_with_caret_and_selection(window: MainWindow, hands) -> None:
    view, article = window.workbench.view, window.session.article
    interface = QAccessible.queryAccessibleInterface(view)
    text = interface.textInterface()
    units = len(article.text.encode("utf-16-le")) // 2
    assert text.characterCount() == units
    assert text.text(0, units) == article.text
    start, end = hands.words(window, 3)[1]
    view.select(start, end)
    before = len(article.text[:start].encode("utf-16-le")) // 2
    after = len(article.text[:end].encode("utf-16-le")) // 2
    assert text.selection(0) == (before, after)
    assert text.cursorPosition() == after


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_control_has_a_name(window: MainWindow, hands, language: str) -> None:
    window.set_language(language)
    hands.mark(window, "1", hands.words(window, 3)[1])
    window.commands["find"].trigger()
    window.notice.say("Something")
    window.notice.show_progress("Working", 1, 2)
    QApplication.processEvents()
    controls = [
        control
        for control in window.findChildren(QWidget)
        if isinstance(control, CONTROLS) and control.isVisible()
    ]
    assert len(controls) > 12
    inside = ("qt_", "ScrollLeft", "ScrollRight")  # Qt's own buttons within its widgets
    for control in controls:
        own = control.objectName().startswith(inside) or isinstance(control.parent(), QLineEdit)
        assert own or name_of(control), control
    for name in (*NAMED, "searchBox"):
        (part,) = window.findChildren(QWidget, name)
        assert part.accessibleName(), name


def test_rows_are_read_in_words(window: MainWindow, hands) -> None:
    start, end = hands.words(window, 3)[1]
    hands.mark(window, "1", (start, end))
    window.commands["unsure"].trigger()
    quote = window.session.article.text[start:end]
    rows = QAccessible.queryAccessibleInterface(window.workbench.spans._view)
    told = [rows.child(row).text(QAccessible.Text.Name) for row in range(rows.childCount())]
    assert told == ["Spans", f"base, {quote}, not sure"]
    articles = QAccessible.queryAccessibleInterface(window.workbench.articles._view)
    told = [articles.child(row).text(QAccessible.Text.Name) for row in range(13)]
    title = window.session.article.title
    assert f"{title}. in progress · 1 span" in told


def test_what_is_said_and_saved_is_read_as_it_stands(window: MainWindow) -> None:
    window.notice.say("Sentence.")
    assert name_of(window.notice._sentence) == "Sentence."
    assert name_of(window.state_bar._saved) == "✓ All saved"
