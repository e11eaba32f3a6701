"""The real window on a real project file: acts as a user does, then asks the file."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.core.model import Layer, Status
from annotator.gui.app import open_window
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.acts import marking

UNMARKED = "conoco-omar-fields.txt"
"""One long paragraph that nobody has marked yet."""
MARKED = "2026-02-24-qasrak-convoy.txt"
NARROW = (520, 700)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def stored(path: Path, article: str = UNMARKED, author: str = "noor") -> Layer:
    """Ask the file, by a connection of the test's own."""
    with Project.open(path, writable=False) as project, project.reading():
        found = project.articles.by_name(article)
        assert found is not None
        return project.layers.load(found.id, author)


def places(layer: Layer) -> list[tuple[int, int, str]]:
    return [span.place for span in layer.spans]


def narrow(window: MainWindow) -> str:
    """Make the window so narrow that every paragraph with some words wraps; return the text."""
    window.resize(*NARROW)
    QApplication.processEvents()
    assert window.session is not None
    assert window.session.article is not None
    assert window.workbench is not None
    assert window.workbench.view.viewport().width() < 400
    return window.session.article.text


def some_words(text: str, count: int) -> list[tuple[int, int]]:
    words = list(ARABIC.words(text))
    return words[:: max(1, len(words) // count)][:count]


def with_clitics(text: str, count: int) -> list[tuple[int, int, int]]:
    """Return words that begin with a clitic: start, end, and where it peels off."""
    found = []
    for start, end in ARABIC.words(text):
        cuts = ARABIC.clitic_cuts(text, start, end)
        if cuts:
            found.append((start, end, cuts[0]))
    return found[:: max(1, len(found) // count)][:count]


def letter_point(window: MainWindow, offset: int, *, leading: float) -> QPoint:
    """Return a point of the letter at ``offset``, so far inside from its leading edge."""
    assert window.workbench is not None
    assert window.session is not None
    view, article = window.workbench.view, window.session.article
    assert article is not None
    (rect,) = view.rects_of(offset, offset + 1)
    is_latin = article.text[offset].isascii()
    share = leading if is_latin else 1 - leading
    return QPointF(rect.left() + share * rect.width(), rect.center().y()).toPoint()


def drag(window: MainWindow, start: int, end: int) -> None:
    """Drag over ``[start, end)`` as a hand does: press, some moves, release."""
    assert window.workbench is not None
    view = window.workbench.view
    view.scroll_to(start)
    viewport = view.viewport()
    press = letter_point(window, start, leading=0.2)
    release = letter_point(window, end - 1, leading=0.8)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=press)
    QTest.mouseMove(viewport, (press + release) / 2)
    QTest.mouseMove(viewport, release)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=release)


def type_arabic(view: QWidget, character: str, scan_code: int, shift: bool = False) -> None:
    """Press a key of an Arabic layout, as X11 reports it."""
    modifiers = SHIFT if shift else Qt.KeyboardModifier.NoModifier
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(character), modifiers, scan_code, 0, 0, character)
        QApplication.sendEvent(view, event)


def type_text(widget: QWidget, text: str) -> None:
    """Type letters of any script; QTest's own typing knows ASCII alone."""
    for character in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)


def test_sixty_words_and_twenty_peeled_ones_are_stored_as_dragged(
    window: MainWindow, path: Path
) -> None:
    text = narrow(window)
    assert window.workbench is not None
    view, expected = window.workbench.view, set()
    for start, end in some_words(text, 60):
        drag(window, start, end)
        QTest.keyClick(view, "3")
        expected.add((start, end, "actor"))
    peeled = with_clitics(text, 20)
    for start, end, cut in peeled:
        drag(window, start, end)
        QTest.keyClick(view, "{")
        QTest.keyClick(view, "1")
        expected.add((cut, end, "base"))
    assert len(peeled) == 20
    assert len(expected) == 80
    assert set(places(stored(path))) == expected


def test_the_same_by_keyboard_alone(window: MainWindow, path: Path) -> None:
    text = narrow(window)
    assert window.workbench is not None
    view, expected = window.workbench.view, set()
    words, peeled = some_words(text, 60), {word[:2]: word[2] for word in with_clitics(text, 20)}
    QTest.keyClick(view, Qt.Key.Key_Home, CTRL)
    for start, end in sorted({*words, *peeled}):
        while view.caret() < end:
            QTest.keyClick(view, Qt.Key.Key_Left, CTRL)
        QTest.keyClick(view, Qt.Key.Key_Right, CTRL | SHIFT)
        assert view.selection() == (start, end)
        if (start, end) in words:
            QTest.keyClick(view, "3")
            expected.add((start, end, "actor"))
        if (start, end) in peeled:
            view.select(start, end)
            QTest.keyClick(view, "{")
            QTest.keyClick(view, "1")
            expected.add((peeled[start, end], end, "base"))
        QTest.keyClick(view, Qt.Key.Key_Escape)
        view.place_caret(end)
    assert set(places(stored(path))) == expected


def test_the_same_on_an_arabic_keyboard(window: MainWindow, path: Path) -> None:
    text = narrow(window)
    assert window.workbench is not None
    view, expected = window.workbench.view, set()
    for start, end in some_words(text, 60):
        drag(window, start, end)
        type_arabic(view, "٣", 12)
        expected.add((start, end, "actor"))
    for start, end, cut in with_clitics(text, 20):
        drag(window, start, end)
        type_arabic(view, "<", 34, shift=True)  # the key that says { on an American keyboard
        type_arabic(view, "١", 10)
        expected.add((cut, end, "base"))
    assert set(places(stored(path))) == expected


def test_undo_goes_on_after_the_program_was_closed(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    text = narrow(window)
    assert window.workbench is not None
    one, other = some_words(text, 2)
    for stretch, key in ((one, "1"), (other, "2")):
        drag(window, *stretch)
        QTest.keyClick(window.workbench.view, key)
    ids = [span.id for span in stored(path).spans]
    window.close()
    again = open_window(path, "noor")
    assert again.session is not None
    assert again.session.article is not None
    assert again.session.article.name == UNMARKED
    assert again.commands["undo"].text() == "Undo label date"
    again.commands["undo"].trigger()
    again.commands["undo"].trigger()
    assert places(stored(path)) == []
    assert not again.commands["undo"].isEnabled()
    again.commands["redo"].trigger()
    again.commands["redo"].trigger()
    assert [span.id for span in stored(path).spans] == ids
    assert not again.commands["redo"].isEnabled()
    again.close()


def test_a_new_span_is_the_selected_one_and_a_key_relabels_it(
    window: MainWindow, path: Path
) -> None:
    text = narrow(window)
    assert window.workbench is not None
    view = window.workbench.view
    drag(window, *some_words(text, 3)[1])
    QTest.keyClick(view, "1")
    (span,) = stored(path).spans
    assert view.selected_span() == span.id
    assert view.selection() is None
    QTest.keyClick(view, "4")
    (again,) = stored(path).spans
    assert (again.id, again.label) == (span.id, "figure")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert stored(path).spans == ()


def test_note_and_doubt_are_kept(window: MainWindow, path: Path) -> None:
    text = narrow(window)
    assert window.workbench is not None
    drag(window, *some_words(text, 3)[1])
    QTest.keyClick(window.workbench.view, "1")
    window.commands["note"].trigger()
    note = window.findChild(QPlainTextEdit)
    QTest.keyClicks(note, "see page 2")
    window.workbench.view.setFocus()
    window.workbench.details._unsure.click()
    (span,) = stored(path).spans
    assert (span.note, span.unsure) == ("see page 2", True)


def test_finish_opens_the_next_unfinished_article(window: MainWindow, path: Path) -> None:
    assert window.session is not None
    assert window.workbench is not None
    QTest.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL)
    assert stored(path).status is Status.FINISHED
    article = window.session.article
    assert article is not None
    assert article.name != UNMARKED
    window.open_article(UNMARKED)
    drag(window, *some_words(window.session.article.text, 3)[1])
    QTest.keyClick(window.workbench.view, "1")
    assert stored(path).status is Status.IN_PROGRESS


def test_an_article_that_is_finished_without_a_span_is_told(window: MainWindow) -> None:
    assert window.session is not None
    title = window.session.article.title
    QTest.keyClick(window.workbench.view, Qt.Key.Key_Return, CTRL)
    told = window.state_bar.currentMessage()
    assert told.startswith("Finished: ")
    assert told.endswith(" · no spans")
    assert title[:10] in told


def test_what_another_program_writes_is_followed(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    assert window.session is not None
    with Project.open(path) as project:
        with project.reading():
            article = project.articles.by_name(UNMARKED)
            assert article is not None
            layer = project.layers.load(article.id, "noor")
        marking.apply(project, article, layer, marking_edit(article.text))
    window.session.look_for_changes()
    assert window.session.layer is not None
    assert window.session.layer.spans == stored(path).spans
    window.commands["undo"].trigger()
    assert stored(path).spans == ()


def marking_edit(text: str) -> marking.Edit:
    from annotator.core.edits import Mark

    start, end = some_words(text, 5)[2]
    return Mark(start, end, "date")


def test_the_search_box_finds_words_however_they_are_spelled(
    window: MainWindow, qtbot: QtBot
) -> None:
    box = window.findChild(QLineEdit, "searchBox")
    articles = window.findChild(QListView, "articleList")
    everything = articles.model().rowCount()
    type_text(box, "قَسْرَك")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert 0 < articles.model().rowCount() < everything
    assert window.session is not None
    assert window.session.article is not None
    assert "قسرك" in ARABIC.fold(window.session.article.text)
    box.clear()
    assert articles.model().rowCount() == everything


def test_find_makes_each_hit_the_selection(window: MainWindow) -> None:
    assert window.workbench is not None
    assert window.session is not None
    view = window.workbench.view
    window.open_article(MARKED)
    QTest.keyClick(view, "/")
    line = window.workbench.find_bar.findChild(QLineEdit)
    assert window.focusWidget() is line
    type_text(line, "قسرك")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.focusWidget() is view
    article = window.session.article
    assert article is not None
    seen = []
    for _ in range(3):
        stretch = view.selection()
        assert stretch is not None
        seen.append(stretch)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(set(seen)) == 3
    assert {ARABIC.fold(article.text[start:end]) for start, end in seen} == {"قسرك"}
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not window.workbench.find_bar.isVisible()


def test_arabic_mirrors_the_window_and_keeps_the_article(window: MainWindow) -> None:
    window.set_language("ar")
    assert window.workbench is not None
    assert window.session is not None
    assert window.session.article is not None
    assert window.session.article.name == UNMARKED
    bench = window.workbench
    assert bench.articles.mapTo(window, QPoint(0, 0)).x() > bench.view.mapTo(window, QPoint()).x()
    assert window.menuBar().actions()[0].text().replace("&", "") == "ملف"
    window.set_language("en")
    assert window.menuBar().actions()[0].text() == "&File"


def test_what_is_refused_is_told_in_the_language_that_was_chosen_last(
    window: MainWindow, path: Path, hands
) -> None:
    stretch = hands.words(window, 3)[1]
    hands.mark(window, "1", stretch)
    window.set_language("ar")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # of all that spoke English
    window.workbench.view.tag_requested.emit(*stretch, "base")
    assert "موسوم" in window.notice.sentence()
    assert len(hands.places(path)) == 1


def test_dropped_files_are_imported(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "2026-03-01-new.txt"
    file.write_text("خبر جديد\n\nنص الخبر.", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    with qtbot.waitSignal(window.errands.imported, timeout=30_000):
        window.dropEvent(
            QDropEvent(
                QPointF(10, 10),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert "1 article" in window.notice.sentence()
    with Project.open(path, writable=False) as project, project.reading():
        article = project.articles.by_name(file.name)
    assert article is not None
    assert article.published == "2026-03-01"


def test_an_edit_that_cannot_be_saved_is_told_and_changes_nothing(
    window: MainWindow, path: Path
) -> None:
    text = narrow(window)
    assert window.workbench is not None
    view = window.workbench.view
    stretch = some_words(text, 3)[1]
    for _ in range(2):
        drag(window, *stretch)
        QTest.keyClick(view, "1")
    assert "already" in window.notice.sentence()
    assert len(stored(path).spans) == 1


def test_the_status_bar_shows_the_selection_as_it_is_stored(window: MainWindow) -> None:
    text = narrow(window)
    start, end = some_words(text, 3)[1]
    drag(window, start, end)
    shown = [label.text() for label in window.state_bar.findChildren(QLabel)]
    assert f"\u2068{text[start:end]}\u2069" in shown
    assert f"\u2066{start}–{end}\u2069" in shown
