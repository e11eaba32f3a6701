"""Own spans of a lead: a draft in the text until Enter takes them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice
from annotator.core.edits import Edit, Mark, Remove, SetState
from annotator.core.model import LayerState, Status
from annotator.gui.fields.option_card import OptionCard
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.review_keys import Keys
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.registry import registry
from annotator.workflow.review import deciding
from tests.gui.conftest import Hands
from tests.gui.review.parts import MANY, choose, decide_many, part
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    conflicts_of,
    gold_of,
    press,
    said,
)
from tests.gui.review.test_review_and_others import CONTROL, DONE


def test_own_spans_are_a_draft_until_enter_takes_them(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow
) -> None:
    before, there = gold_of(path), at_hand(place)
    (first,) = there.options[0].spans
    press(qtbot, "e", "}")
    assert said(place, "ownSpansHint")
    assert gold_of(path) == before
    press(qtbot, Qt.Key.Key_Return)
    assert not said(place, "ownSpansHint")
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    (put,) = decision.outcome
    assert decision.choice is Choice.SPANS
    assert (put.start, put.label) == (first.start, first.label)
    assert put.end < first.end
    assert QApplication.focusWidget() is place.panel


def test_what_was_selected_to_be_read_is_no_part_of_own_spans(
    qtbot: QtBot, place: ReviewPlace
) -> None:
    there = at_hand(place)
    place.view.select(there.end + 20, there.end + 25)
    place.panel.setFocus()
    press(qtbot, "e")
    assert place.view.selection() is None
    assert place.view.selected_span() is not None


def test_f2_says_the_value_of_an_own_span(qtbot: QtBot, place: ReviewPlace) -> None:
    press(qtbot, "e")
    qtbot.keyClick(place.view, Qt.Key.Key_F2)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert place.panel.value.isAncestorOf(focused)


def test_own_spans_that_are_left_change_nothing(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    before, there = gold_of(path), at_hand(place)
    press(qtbot, "e", "2", Qt.Key.Key_Delete, Qt.Key.Key_Escape)
    assert at_hand(place) == there
    assert gold_of(path) == before
    assert place.view.keys is not Keys.DRAFT
    press(qtbot, "s")
    assert at_hand(place) != there


def test_edits_of_own_spans_are_taken_back_one_by_one(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow
) -> None:
    press(qtbot, "e")
    (first,) = at_hand(place).options[0].spans
    start = place.view.text.index("وعينها")
    place.view.select(start, start + 6)
    press(qtbot, "2")
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.keyClick(place.view, Qt.Key.Key_Z, CONTROL)
    window.commands["undo"].trigger()
    window.commands["redo"].trigger()
    press(qtbot, Qt.Key.Key_Return)
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    assert sorted(one.place[:2] for one in decision.outcome) == [
        (first.start, first.end),
        (start, start + 6),
    ]


def test_the_value_of_an_own_span_is_said_in_its_field(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    choose(part(place, QComboBox, "conflictCauseFilter"), "split")
    press(qtbot, "e")
    field = part(place, QLineEdit, "valueField")
    assert field.isVisible()
    field.setFocus()
    field.selectAll()
    hands.type_text(field, "2025-11")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    place.view.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    assert [str(getattr(one.value, "edtf", "")) for one in decision.outcome] == ["2025-11"]


def test_the_entry_of_an_own_span_is_offered_while_it_is_typed_and_taken_with_enter(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands, window: MainWindow
) -> None:
    hands.other_program(
        path, lambda project: registry.add_entry(project, LEAD, "base", "حامية الشمال الكبرى")
    )
    window.session.look_for_changes()
    window.session.await_entries()
    press(qtbot, "e")
    start = place.view.text.index("وعينها")
    place.view.select(start, start + 6)
    press(qtbot, "1")
    field = part(place, QLineEdit, "entryField")
    field.setFocus()
    hands.type_text(field, "حامية الش")
    popup = QApplication.activePopupWidget()
    assert popup.model().index(0, 0).data() == "\u2068حامية الشمال الكبرى\u2069"
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "حامية الشمال الكبرى"
    assert place.view.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    assert "حامية الشمال الكبرى" in [getattr(one.value, "name", "") for one in decision.outcome]


def test_where_an_own_span_has_no_quotes_around_it_review_says_so(
    qtbot: QtBot, place: ReviewPlace
) -> None:
    press(qtbot, "e")
    start = place.view.text.index("وعينها")
    place.view.select(start, start + 6)
    press(qtbot, "'")
    assert "there is no way back" in said(place, "refusal")


def test_a_stale_decision_says_so_and_its_outcome_is_the_draft(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    there = next(one for one in conflicts_of(path) if one.cause.value == "quote")
    decided: list[str] = []

    def outgrow(project: Project) -> None:
        decided.append(deciding.rule(project, LEAD, there, deciding.Ruling(Choice.NARROWEST)).id)
        article = project.articles.by_id(there.article_id)
        assert article is not None
        who, drawn = there.conflict.spans[0]
        layer = project.layers.load(article.id, who)
        after = marking.apply(project, article, layer, Remove((drawn.id,))).layer
        marking.apply(project, article, after, SetState(LayerState(Status.FINISHED)))

    hands.other_program(path, outgrow)
    qtbot.waitUntil(lambda: any(one.is_stale for one in place.conflicts.rows()))
    row = next(one for one in place.conflicts.rows() if one.is_stale)
    place.conflicts.conflict_requested.emit(row.id)
    assert "Decided before" in said(place, "conflictStale")
    draft = at_hand(place).draft
    press(qtbot, "e", Qt.Key.Key_Return)
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.on_article(there.article_id)
    assert decision.id not in decided
    assert [one.place for one in decision.outcome] == [one.place for one in draft]


def test_what_a_stale_decision_never_judged_is_not_lost_unseen(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands, window: MainWindow
) -> None:
    assert window.session is not None
    there = next(one for one in conflicts_of(path) if one.cause.value == "quote")
    (first, drawn), (other, _) = there.conflict.spans
    start, end = drawn.start + 2, drawn.start + 4
    label = next(one for one in window.session.labels if one.name != drawn.label)

    def outgrow(project: Project) -> None:
        article = project.articles.by_id(there.article_id)
        assert article is not None
        deciding.rule(project, LEAD, there, deciding.Ruling(Choice.NARROWEST))
        edits: dict[str, list[Edit]] = {first: [Remove((drawn.id,))], other: []}
        for who, more in edits.items():  # and both mark the same inside
            layer = project.layers.load(article.id, who)
            for edit in (Mark(start, end, label.name), *more, DONE):
                layer = marking.apply(project, article, layer, edit).layer

    hands.other_program(path, outgrow)
    qtbot.waitUntil(lambda: any(one.is_stale for one in place.conflicts.rows()))
    row = next(one for one in place.conflicts.rows() if one.is_stale)
    place.conflicts.conflict_requested.emit(row.id)
    quote = place.view.text[start:end]
    warning = f"This leaves out spans on which nothing was decided: {label.shown('en')}: "
    told = part(place, OptionCard, "option_E").accessibleName()
    assert f"{warning}\u2068{quote}\u2069" in told
    assert said(place, "leftOut") == ""
    press(qtbot, "e")
    assert said(place, "leftOut") == f"{warning}\u2068{quote}\u2069"
    place.view.select(start, end)
    press(qtbot, label.key)
    assert said(place, "leftOut") == ""
    press(qtbot, Qt.Key.Key_Return)
    assert (start, end, label.name) in {one[:3] for one in gold_of(path)[there.article]}


def minimise(qtbot: QtBot, window: MainWindow, place: ReviewPlace) -> None:
    window.showMinimized()
    QApplication.processEvents()
    window.showNormal()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def look_elsewhere(qtbot: QtBot, window: MainWindow, place: ReviewPlace) -> None:
    for there in ("annotate", "overview"):
        window.commands[there].trigger()
        assert not place.isVisible()
        window.commands["review"].trigger()


def show_names(qtbot: QtBot, window: MainWindow, place: ReviewPlace) -> None:
    box = part(place, QCheckBox, "blindNames")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    card = part(place, OptionCard, "option_1")
    assert "amal" in card.accessibleName()
    assert not card.isEnabled()


@pytest.mark.parametrize("meanwhile", [minimise, look_elsewhere, show_names])
def test_own_spans_outlive_what_is_done_meanwhile(
    qtbot: QtBot,
    window: MainWindow,
    place: ReviewPlace,
    path: Path,
    meanwhile: Callable[[QtBot, MainWindow, ReviewPlace], None],
) -> None:
    (first,) = at_hand(place).options[0].spans
    press(qtbot, "e", "}")
    meanwhile(qtbot, window, place)
    assert place.view.keys is Keys.DRAFT
    assert said(place, "ownSpansHint")
    assert QApplication.focusWidget() is place.view
    window.commands["undo"].trigger()
    window.commands["redo"].trigger()
    press(qtbot, Qt.Key.Key_Return)
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    (put,) = decision.outcome
    assert (put.start, put.label) == (first.start, first.label)
    assert put.end < first.end


def test_own_spans_outlive_a_long_step_back_that_ends_meanwhile(
    qtbot: QtBot, hands: Hands, window: MainWindow, place: ReviewPlace, path: Path
) -> None:
    press(qtbot, "1")
    there = at_hand(place)
    decide_many(hands, path)
    window.commands["undo"].trigger()
    assert window.errands.task() is not None
    press(qtbot, "e", "}")
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    qtbot.waitUntil(lambda: place.conflicts.length() == 34 + MANY, timeout=20_000)
    assert at_hand(place) == there
    assert said(place, "ownSpansHint")
    press(qtbot, Qt.Key.Key_Return)
    with Project.open(path, writable=False) as project:
        _, decision = project.decisions.all()
    assert (decision.start, decision.choice) == (there.start, Choice.SPANS)
