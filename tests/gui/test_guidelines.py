"""The guidelines beside the article: opened, searched, at the label at hand; a project's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QCheckBox, QComboBox, QInputDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.model import Status
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.guidelines import GuidelinePanel
from annotator.store.project import Project
from annotator.workflow.project.guidelines import guideline_version, set_guidelines
from tests.gui.conftest import UNMARKED


def panel_of(window: MainWindow) -> GuidelinePanel:
    return window.workbench.guidelines


def heading_at_top(window: MainWindow) -> str:
    """Return the heading that the page shows first."""
    page = panel_of(window)._page
    top = page.verticalScrollBar().value()
    layout = page.document().documentLayout()
    headings = panel_of(window)._blocks
    return next(b.text() for b in headings if layout.blockBoundingRect(b).top() >= top)


def lead(hands, path: Path) -> MainWindow:
    return hands.open(path, "huda")


def take_file(window: MainWindow, hands, file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    hands.choose_file(file)
    window.commands["own_guidelines"].trigger()


def test_f4_opens_them_and_that_is_remembered(hands, qtbot: QtBot, path: Path) -> None:
    window = hands.open(path, "noor")
    assert panel_of(window).isHidden()
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_F4)
    assert panel_of(window).isVisible()
    assert window.focusWidget() is window.workbench.view
    window.close()
    again = hands.open(path, "noor")
    assert panel_of(again).isVisible()
    again.commands["guidelines"].trigger()
    assert panel_of(again).isHidden()


def test_they_open_at_the_label_of_the_selected_span_and_follow_it(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    first, second, _ = hands.words(window, 3)[:3]
    hands.mark(window, "3", second)
    hands.mark(window, "1", first)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_F4)
    assert heading_at_top(window) == "base — قاعدة"
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Space)
    assert heading_at_top(window) == "actor — جهة"
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert heading_at_top(window) == "base — قاعدة"


def test_an_arabic_example_on_an_english_page_runs_its_own_way(window: MainWindow) -> None:
    window.commands["guidelines"].trigger()
    page = panel_of(window)._page
    cursor = page.document().find("قاعدة «الشدادي»")
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    lefts = []
    for place in (start, end):
        cursor.setPosition(place)
        lefts.append(page.cursorRect(cursor).left())
    assert lefts[0] > lefts[1]
    cursor.setPosition(page.document().find("»", start).selectionStart())
    assert page.cursorRect(cursor).left() < lefts[0]
    cursor.setPosition(page.document().find("in the text").selectionStart())
    assert cursor.block().textDirection() == Qt.LayoutDirection.LeftToRight


def test_a_label_key_turns_to_its_heading(window: MainWindow, hands) -> None:
    window.commands["guidelines"].trigger()
    words = hands.words(window, 3)
    for key, heading in (("1", "base — قاعدة"), ("3", "actor — جهة")):
        hands.mark(window, key, words[1])
        assert heading_at_top(window) == heading
        assert panel_of(window).findChild(QComboBox).currentText().strip() == heading


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
def test_the_heading_stays_at_the_top_while_the_page_finds_its_width(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.workbench.context_menu.guideline_requested.emit("date")
    qtbot.wait(50)
    assert heading_at_top(window) == "date — تاريخ"
    window.resize(900, 700)
    qtbot.wait(50)
    assert heading_at_top(window) == "date — تاريخ"


def test_the_text_keeps_its_room_beside_them(window: MainWindow, qtbot: QtBot) -> None:
    for width, spans_are_shown in ((1280, True), (1080, True), (720, False)):
        window.resize(width, 700)
        window.workbench.context_menu.guideline_requested.emit("date")
        qtbot.wait(50)
        sides = [window.workbench.articles, panel_of(window)]
        assert window.workbench.spans.isVisible() is spans_are_shown
        assert all(window.workbench.view.width() > side.width() for side in sides)


def test_the_menu_of_a_span_opens_them_at_its_label(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    span_id = hands.mark(window, "2", hands.words(window, 3)[1])
    window.workbench.view.context_menu_requested.emit(QPoint(100, 100), span_id)
    menu = window.workbench.findChild(QMenu, "spanMenu")
    (action,) = (a for a in menu.actions() if "Guideline for" in a.text())
    assert action.text() == "Guideline for “date”"
    action.trigger()
    menu.close()
    assert panel_of(window).isVisible()
    assert heading_at_top(window) == "date — تاريخ"


def test_a_search_finds_words_however_they_are_spelled(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    window.commands["search_guidelines"].trigger()
    panel = panel_of(window)
    line = panel.findChild(QLineEdit)
    assert window.focusWidget() is line
    hands.type_text(line, "الشَّدادى")
    count = panel._count.text()
    assert count.endswith("hit(s)") or count.endswith("hits")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    hits = len(panel._hits)
    assert panel._count.text() == f"1 of {hits}"
    start, end = panel._hits[0]
    assert panel.text()[start:end] == "الشدادي"
    marked = panel._page.extraSelections()
    assert [one.cursor.selectedText() for one in marked] == ["الشدادي"] * hits
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel._count.text() == f"{hits} of {hits}"
    line.selectAll()
    hands.type_text(line, "زرافة")
    assert panel._count.text() == "not found"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.workbench.view


def test_in_arabic_the_page_is_arabic_and_its_tables_run_from_the_right(
    window: MainWindow,
) -> None:
    window.set_language("ar")
    window.commands["guidelines"].trigger()
    text = panel_of(window).text()
    assert text.lstrip("\u2029").startswith("كيف تُرسم المقاطع")
    # A cell at the right is later in the page: the first column must stand there.
    assert text.index("المقطع", text.index("علامات الاقتباس")) < text.index("في النص")


def test_a_project_brings_its_own_and_finishing_stamps_their_version(
    hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = lead(hands, path)
    window.commands["guidelines"].trigger()
    take_file(window, hands, tmp_path / "ours.md", "<!-- version: 2.1 -->\n# لنا\n\n## base\n\nنص")
    assert panel_of(window).headings() == ["لنا", "base"]
    assert "2.1" in window.notice.sentence()
    window.open_article(UNMARKED)
    window.commands["finish"].trigger()
    layer = hands.stored(path, window.session.article.name, "huda")
    assert (layer.status, layer.guideline) == (Status.FINISHED, "2.1")
    window.commands["undo_project"].trigger()
    assert "How spans are drawn" in panel_of(window).headings()


def test_a_version_is_asked_for_where_the_file_names_none(
    hands, path: Path, tmp_path: Path
) -> None:
    window = lead(hands, path)
    file = tmp_path / "ours.md"
    file.write_text("# x", "utf-8")

    def say(dialog: QInputDialog) -> None:
        dialog.setTextValue("3")
        dialog.accept()

    hands.choose_file(file, before_it_closes=lambda: hands.answer(say))
    window.commands["own_guidelines"].trigger()
    with Project.open(path) as project:
        assert guideline_version(project) == "3"
    window.commands["drop_guidelines"].trigger()
    with Project.open(path) as project:
        assert guideline_version(project) == "1"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<!-- version: 2 -->\n\n", "nothing in these"),
        ("> " * 1000 + "x", "too deep"),
        ("<!-- version: 1 -->\nx", "already"),
    ],
)
def test_what_cannot_be_guidelines_is_refused(
    hands, path: Path, tmp_path: Path, text: str, why: str
) -> None:
    window = lead(hands, path)
    take_file(window, hands, tmp_path / "ours.md", text)
    assert why in window.notice.sentence()
    with Project.open(path) as project:
        assert guideline_version(project) == "1"


def test_who_is_no_lead_is_not_offered_it(window: MainWindow) -> None:
    assert not window.commands["own_guidelines"].isEnabled()
    assert window.commands["guidelines"].isEnabled()


def test_another_program_puts_others_in_force(window: MainWindow, hands, qtbot, path: Path) -> None:
    window.commands["guidelines"].trigger()
    hands.other_program(path, lambda p: set_guidelines(p, "huda", "# من برنامج آخر", "9"))
    qtbot.waitUntil(lambda: panel_of(window).headings() == ["من برنامج آخر"])


def test_hostile_markdown_loads_nothing_and_leads_nowhere(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"not for you")
    url = QUrl.fromLocalFile(str(picture))
    panel = panel_of(window)
    window.commands["guidelines"].trigger()
    panel.show_page(
        f"# one\n\n![x]({url.toString()}) ![y](http://127.0.0.1:9/y.png) <img src='{picture}'>"
        f"\n\n<script>x</script> [out](http://127.0.0.1:9/) [in](#two)\n\n"
        + "text\n\n" * 200
        + "## two\n\n"
        + "text\n\n" * 200,
        "1",
        is_rtl=False,
    )
    panel.grab()
    document = panel._page.document()
    for wanted in (url, QUrl("http://127.0.0.1:9/y.png")):
        kind = QTextDocument.ResourceType.ImageResource
        assert not document.resource(kind.value, wanted)
    assert "<script>" in panel.text()
    for link, heading in (
        ("http://127.0.0.1:9/#two", "one"),
        (url.toString() + "#two", "one"),
        ("#nowhere", "one"),
        ("#two", "two"),
    ):
        panel._page.anchorClicked.emit(QUrl(link))
        assert heading_at_top(window) == heading
    assert panel.text()


def test_the_list_finds_what_was_finished_under_older_ones(
    hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = lead(hands, path)
    window.open_article(UNMARKED)
    window.commands["finish"].trigger()
    finished = window.session.number_at_hand()
    take_file(window, hands, tmp_path / "ours.md", "<!-- version: 2 -->\n# x")
    filters = window.findChild(QWidget, "articleFilters")
    (older,) = (box for box in filters.findChildren(QCheckBox) if "guidelines" in box.text())
    older.click()
    qtbot.waitUntil(lambda: window.workbench.articles.numbers() == [finished])
    window.commands["undo_project"].trigger()
    window.workbench.listing.ask()
    qtbot.waitUntil(lambda: window.workbench.articles.numbers() == [])
