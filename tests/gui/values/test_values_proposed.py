"""Values are proposed with the mark, shown everywhere, and confirmed by going on."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QTreeView
from pytestqt.qtbot import QtBot

from annotator.core.edits import Mark
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.values import DateValue, EntryValue, Modifier, NumberValue, Value
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.registry import registry
from tests.gui.values.conftest import ARTICLE, BASE, FIRST, LAST, Desk


def test_going_on_to_another_mark_confirms_what_was_shown(desk: Desk) -> None:
    first = desk.mark(FIRST, "2")
    assert desk.says(first) == (DateValue("2026-02-20"), True)
    assert desk.line("valueField").text() == "2026-02-20"
    second = desk.mark(LAST, "2")
    assert desk.says(first) == (DateValue("2026-02-20"), False)
    assert desk.says(second) == (DateValue("2026-02-21"), True)
    assert desk.view.selected_span() == second
    assert desk.window.commands["undo"].text() == "Undo label date"
    desk.window.commands["undo"].trigger()
    desk.window.commands["undo"].trigger()
    assert desk.hands.places(desk.path, ARTICLE) == []
    assert desk.is_whole()


def test_selecting_another_span_confirms_and_esc_does_not(desk: Desk) -> None:
    first, second = desk.mark(FIRST, "2"), desk.mark(LAST, "2")
    desk.press(Qt.Key.Key_Escape)
    assert desk.says(second)[1]
    desk.window.workbench.marking.select(first)
    assert not desk.says(second)[1]


def test_finishing_confirms_what_was_shown_and_leaves_the_rest_proposed(
    desk: Desk, path: Path
) -> None:
    with Project.open(path) as project:
        article = project.articles.by_name(ARTICLE)
        assert article is not None
        never = apply(
            project, article, project.layers.load(article.id, "noor"), Mark(*LAST, "date")
        )
    shown = desk.mark(FIRST, "2")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not desk.says(shown)[1]
    assert desk.says(never.change.put[0].id) == (DateValue("2026-02-21"), True)
    assert desk.hands.stored(path, ARTICLE).status.value == "finished"
    assert desk.window.state_bar.currentMessage().endswith(" · 1 value only proposed")


def test_a_date_that_waits_for_the_day_of_publication_is_confirmed_by_enter_alone(
    qtbot: QtBot, window: MainWindow, hands, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "waiting.txt"
    file.write_text("غادر في 20 شباط وعاد 2026-02-21 من قاعدة قسرك", "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(file.name)
    first, second = (hands.mark(window, "2", place) for place in ((8, 15), (21, 31)))
    window.workbench.marking.select(first)

    def says(span_id: str) -> tuple[Value, bool]:
        span = hands.stored(path, file.name).span(span_id)
        return span.value, span.proposed

    assert says(first) == (DateValue("XXXX-02-20"), True)
    assert says(second) == (DateValue("2026-02-21"), False)
    window.workbench.marking.select(second)
    assert says(first)[1]
    window.workbench.listing.step(-1)
    assert says(first)[1]
    window.open_article(file.name)
    window.workbench.marking.select(first)
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return)
    assert says(first) == (DateValue("XXXX-02-20"), False)


def test_a_day_of_publication_told_late_completes_what_was_gone_on_from(
    qtbot: QtBot, window: MainWindow, hands, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "waiting.txt"
    file.write_text("غادر في 20 شباط وعاد 2026-02-21 من قاعدة قسرك", "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
    window.open_article(file.name)
    first = hands.mark(window, "2", (8, 15))
    hands.mark(window, "2", (21, 31))
    desk = Desk(qtbot, window, hands, path)
    window.commands["published"].trigger()
    desk.type("publishedField", "2026-02-23")
    span = hands.stored(path, file.name).span(first)
    assert (span.value, span.proposed) == (DateValue("2026-02-20"), True)


def test_opening_another_article_confirms_what_was_shown(desk: Desk) -> None:
    shown = desk.mark(FIRST, "2")
    desk.window.workbench.listing.step(-1)
    assert not desk.says(shown)[1]


def test_what_cannot_be_seen_is_not_confirmed(desk: Desk) -> None:
    desk.window.resize(720, 560)
    desk.window.commands["guidelines"].trigger()  # where there is no room, they take the details'
    QApplication.processEvents()
    assert not desk.window.workbench.details.isVisible()
    desk.view.setFocus()
    first = desk.mark(FIRST, "2")
    desk.mark(LAST, "2")
    assert desk.says(first)[1]


def test_moving_the_borders_of_a_proposal_reads_it_anew(desk: Desk) -> None:
    figure = desk.mark((19, 21), "4")
    assert desk.says(figure) == (NumberValue(30, 30), True)
    desk.press(Qt.Key.Key_BracketRight)
    assert desk.says(figure) == (NumberValue(30, 30, None, "جنديا"), True)


def test_enter_confirms_and_writes_no_act(desk: Desk) -> None:
    span_id = desk.mark(FIRST, "2")
    desk.press(Qt.Key.Key_Return)
    assert not desk.says(span_id)[1]
    assert desk.window.commands["undo"].text() == "Undo label date"


def rest_on_chip(desk: Desk, stretch: tuple[int, int]) -> None:
    """Let the mouse rest on the chip above where ``stretch`` begins."""
    rect = desk.view.rects_of(*stretch)[0]
    places = (QPoint(int(rect.right()) - 4, int(rect.top()) - up) for up in range(40))
    point = next(place for place in places if desk.view._span_of_mark(QPointF(place)))
    event = QHelpEvent(QEvent.Type.ToolTip, point, desk.view.viewport().mapToGlobal(point))
    QApplication.sendEvent(desk.view.viewport(), event)


def test_resting_on_a_chip_says_label_value_and_note(desk: Desk) -> None:
    span_id = desk.mark(FIRST, "2")
    desk.window.session.set_note(span_id, "<b>؟")
    rest_on_chip(desk, FIRST)
    assert "date" in QToolTip.text()
    assert "2026-02-20" in QToolTip.text()
    assert "(proposed)" in QToolTip.text()
    assert "&lt;b&gt;؟" in QToolTip.text()
    QToolTip.hideText()


def test_an_entry_is_called_everywhere_what_it_is_called_by_now(desk: Desk) -> None:
    span_id = desk.mark(BASE, "1")
    desk.press(Qt.Key.Key_Return)
    before = desk.says(span_id)
    assert before == (EntryValue(before[0].entry, "قسرك"), False)
    spans = desk.window.workbench.spans.findChild(QTreeView, "spanList").model()

    def told() -> list[str]:
        roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return [spans.index(0, 0).data(role) for role in roles] + [desk.line("entryField").text()]

    def merge(project: Project) -> None:
        ensure_author(project, "huda", Role.LEAD)
        into = registry.add_entry(project, "huda", "base", "مطار الجراح")
        registry.merge(project, "huda", before[0].entry, into.id)
        registry.rename(project, "huda", into.id, "قاعدة الجراح")

    assert all("قسرك" in one for one in told())
    desk.hands.other_program(desk.path, merge)
    desk.qtbot.waitUntil(lambda: all("قاعدة الجراح" in one for one in told()))
    rest_on_chip(desk, BASE)
    assert "قاعدة الجراح" in QToolTip.text()
    QToolTip.hideText()
    assert desk.says(span_id) == before


def test_the_list_of_spans_tells_what_is_only_proposed(desk: Desk) -> None:
    desk.mark(FIRST, "2")
    rows = desk.window.findChild(QTreeView, "spanList")
    assert rows is not None
    QApplication.processEvents()

    def told() -> str:
        return rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert "\u20662026-02-20\u2069 (proposed)" in told()
    proposed = rows.viewport().grab().toImage()
    desk.press(Qt.Key.Key_Return)
    assert "(proposed)" not in told()
    QApplication.processEvents()
    assert rows.viewport().grab().toImage() != proposed


def test_a_figure_of_at_least_so_many_waits_to_be_seen(
    desk: Desk, hands, path: Path, tmp_path: Path
) -> None:
    text = "قال إن ما لا يقل عن 200 فني هناك"
    file = tmp_path / "least.txt"
    file.write_text(text, "utf-8")
    hands.other_program(path, lambda project: import_files(project, [file], Quiet()))
    desk.window.open_article("least.txt")
    start = text.index("200")
    desk.hands.mark(desk.window, "4", (start, start + 7))
    (span,) = hands.stored(path, "least.txt").spans
    assert (span.value, span.proposed) == (NumberValue(200, 200, Modifier.OVER, "فني"), True)
