"""A random sample of agreed spans in Review: right or overruled, counted, told at its end."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice
from annotator.core.samples import CheckedSample, Sampled
from annotator.gui.dialogs.sample import SampleDialog
from annotator.gui.fields.option_card import OptionCard
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.review_keys import Keys
from annotator.store.project import Project
from annotator.workflow.project.trash import remove_article
from annotator.workflow.review import deciding
from annotator.workflow.review.sampling import draw_sample
from tests.core.test_proportions import percents
from tests.gui.conftest import UNMARKED, Hands
from tests.gui.review.parts import unreadable
from tests.gui.review.test_review import LEAD, at_hand, conflicts_of, gold_of, place_of, press

ENTER, ESC, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete


def drawn_from(path: Path, count: int, seed: int = 1) -> tuple[Sampled, ...]:
    with Project.open(path, writable=False) as project:
        return draw_sample(project, count, seed).drawn


def kept_in(path: Path) -> list[CheckedSample]:
    with Project.open(path, writable=False) as project:
        return project.samples.all()


def ask_for(hands: Hands, window: MainWindow, count: int, seed: int = 1) -> ReviewPlace:
    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, SampleDialog)
        assert dialog.count() == 50
        dialog.findChild(QSpinBox, "sampleCount").setValue(count)
        dialog.findChild(QSpinBox, "sampleSeed").setValue(seed)
        dialog.accept()

    hands.answer(fill)
    window.commands["sample"].trigger()
    return place_of(window)


def begin(qtbot: QtBot, hands: Hands, window: MainWindow, count: int, seed: int = 1) -> ReviewPlace:
    place = ask_for(hands, window, count, seed)
    qtbot.waitUntil(lambda: place.view.keys is Keys.SAMPLE, timeout=20_000)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return place


@pytest.fixture
def window(hands: Hands, path: Path) -> MainWindow:
    return hands.open(path, LEAD)


@pytest.fixture
def place(qtbot: QtBot, hands: Hands, window: MainWindow) -> ReviewPlace:
    return begin(qtbot, hands, window, 5)


def said(place: ReviewPlace, name: str) -> str:
    label = place.reviewing.sample_panel.findChild(QLabel, name)
    assert label is not None
    plain = label.text().replace("\u00a0", " ") if not label.isHidden() else ""
    return re.sub("[\u2066-\u2069]", "", plain)


def stretch(place: ReviewPlace) -> tuple[int, int]:
    """Return what is framed in the text."""
    framed = place.view.attention.disputed
    assert framed is not None
    return framed


def test_each_span_is_shown_selected_in_its_article_with_label_and_value(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow
) -> None:
    with Project.open(path, writable=False) as project:
        names = project.articles.names()
    for number, one in enumerate(drawn_from(path, 5), start=1):
        assert stretch(place) == (one.span.start, one.span.end)
        selected = place.view.attention.selected
        assert selected is not None
        assert selected.place == one.span.place
        assert place.view.text[one.span.start : one.span.end] == one.span.quote
        assert said(place, "samplePlace") == f"Span {number} of 5 · {names[one.article_id]}"
        card = place.reviewing.sample_panel.findChild(OptionCard)
        assert card is not None
        assert window.session is not None
        label = window.session.labels[one.span.label].shown("en")
        assert f"{label}, {one.span.quote}" in card.accessibleName()
        assert QApplication.focusWidget() is place.view
        (centre,) = [rect.center() for rect in place.view.rects_of(*stretch(place))][:1]
        assert 0 < centre.y() < place.view.viewport().height()
        press(qtbot, ENTER)


def test_what_is_right_is_counted_and_told_in_plain_words_at_the_end(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    gold = gold_of(path)
    with Project.open(path, writable=False) as project:
        population = draw_sample(project, 5, 1).population
    press(qtbot, ENTER, ENTER)
    low, high = percents(0, 2, population)
    assert said(place, "sampleTold").splitlines() == [
        "Checked: 2 of 5. Changed: 0.",
        f"Wrong: 0.0 % (95 %: {low} to {high})",
    ]
    press(qtbot, ENTER, "s", ENTER)
    told = said(place, "sampleTold")
    panel = place.reviewing.sample_panel
    offered = [one.objectName() for one in panel.findChildren(QToolButton) if one.isVisible()]
    assert offered == ["sample_back", "sample_leave"]  # nothing is left to be skipped
    assert "You have checked 4 of 5 spans." in told
    assert "Wrong were 0 of these, that is 0.0 %." in told
    low, high = percents(0, 4, population)
    assert f"Of all {population} agreed spans" in told
    assert f"between {low} and {high} were wrong" in told
    assert [(one.checked, one.wrong) for one in kept_in(path)] == [(4, 0)]
    assert "Skipped: 1." in told
    assert "Seed of the draw: 1." in told
    assert gold_of(path) == gold
    press(qtbot, "b", "b", ENTER)
    assert "You have checked" not in said(place, "sampleTold")
    press(qtbot, ENTER)
    assert "You have checked 5 of 5 spans." in said(place, "sampleTold")
    press(qtbot, ESC)
    assert [(one.checked, one.wrong) for one in kept_in(path)] == [(5, 0)]
    assert at_hand(place) == conflicts_of(path)[0].conflict
    assert QApplication.focusWidget() is place.panel
    press(qtbot, "s")
    assert at_hand(place) == conflicts_of(path)[1].conflict


def test_labels_del_and_border_keys_overrule_and_count_as_changed(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow
) -> None:
    before = gold_of(path)
    first, second, third, *_ = drawn_from(path, 5)
    other = "2" if first.span.label != "date" else "1"
    press(qtbot, other)
    assert "changed it" in said(place, "sampleTitle")
    press(qtbot, ENTER, DELETE, ENTER, "[", "[", ENTER)
    assert said(place, "sampleTold").startswith("Checked: 3 of 5. Changed: 3.")
    with Project.open(path, writable=False) as project:
        names = project.articles.names()
        decisions = list(project.decisions.all())
    assert {one.choice for one in decisions} == {Choice.SPANS}
    after = gold_of(path)
    for one in (first, second, third):
        assert one.span.place not in {told[:3] for told in after[names[one.article_id]]}
    relabelled = {told[:3] for told in after[names[first.article_id]]}
    label = "date" if other == "2" else "base"
    assert (first.span.start, first.span.end, label) in relabelled
    for _ in range(4):
        window.commands["undo"].trigger()
    assert gold_of(path) == before
    assert stretch(place) == (first.span.start, first.span.end)
    assert said(place, "sampleTold") == "Checked: 0 of 5. Changed: 0."
    window.commands["redo"].trigger()
    assert said(place, "sampleTold").startswith("Checked: 1 of 5. Changed: 1.")


def card_of(place: ReviewPlace) -> str:
    """Return in words what the card says; nothing if there is none."""
    card = place.reviewing.sample_panel.findChild(OptionCard)
    return "" if card is None else re.sub("[\u2066-\u2069]", "", card.accessibleName())


def button_of(place: ReviewPlace) -> str:
    button = place.reviewing.sample_panel.findChild(QToolButton, "sample_right")
    assert button is not None
    return re.sub("[\u2066-\u2069]", "", button.text())


def test_the_card_shows_what_stands_now_once_the_lead_has_changed_it(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow
) -> None:
    assert window.session is not None
    labels, (first, *_) = window.session.labels, drawn_from(path, 5)
    span, key = first.span, "2" if first.span.label != "date" else "1"
    (before, now) = (labels[span.label].shown("en"), labels.by_key(key))
    assert now is not None
    whole = card_of(place)
    assert whole.startswith(f"Enter: All who finished say so.: {before}, {span.quote}")
    assert (said(place, "sampleTitle"), said(place, "sampleBefore")) == ("Is this right?", "")
    assert button_of(place) == "Right  Enter"
    press(qtbot, key)
    assert card_of(place).startswith(
        f"Enter: So it stands in gold now.: {now.shown('en')}, {span.quote}"
    )
    assert said(place, "sampleTitle") == "You have changed it."
    assert said(place, "sampleBefore").startswith(
        f"All who finished had said: {before}: {span.quote}"
    )
    assert button_of(place) == "Go on  Enter"
    assert "Enter goes on." in said(place, "sampleHint")
    press(qtbot, DELETE)
    assert card_of(place) == ""
    assert said(place, "sampleTitle") == "You have taken it out of gold."
    press(qtbot, ENTER, "b")
    assert said(place, "sampleTitle") == "You have taken it out of gold."
    for _ in range(2):
        window.commands["undo"].trigger()
    assert card_of(place) == whole
    assert button_of(place) == "Right  Enter"


def test_own_spans_in_the_place_of_one_are_all_on_its_card(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    drawn = drawn_from(path, 200)
    number, one = next((n, one) for n, one in enumerate(drawn) if len(one.span.quote.split()) == 3)
    place = begin(qtbot, hands, window, 200)
    press(qtbot, *"s" * number)
    press(qtbot, "e")
    first, _, last = one.span.quote.split()
    start, end = one.span.start, one.span.end
    press(qtbot, "}", "}")
    place.view.select(end - len(last), end)
    press(qtbot, "1", ENTER)
    assert f", {first}" in card_of(place)
    assert f", {last}" in card_of(place)
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    assert sorted((put.start, put.end) for put in decision.outcome) == [
        (start, start + len(first)),
        (end - len(last), end),
    ]


def test_what_is_right_stays_so_on_its_card_when_one_comes_back(
    qtbot: QtBot, place: ReviewPlace
) -> None:
    card = card_of(place)
    press(qtbot, ENTER, "b")
    assert said(place, "sampleTitle") == "You found it right."
    assert card_of(place) == card
    assert button_of(place) == "Go on  Enter"


def test_own_spans_say_another_value(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    drawn = drawn_from(path, 200)
    number = next(n for n, one in enumerate(drawn) if one.span.label == "date")
    place = begin(qtbot, hands, window, 200)
    press(qtbot, *"s" * number)
    press(qtbot, "e")
    assert place.view.keys is Keys.DRAFT
    field = place.panel.value.findChild(QWidget, "valueField")
    assert field.isVisible()
    field.setFocus()
    field.selectAll()
    hands.type_text(field, "1999-12-31")
    qtbot.keyClick(field, ENTER)
    place.view.setFocus()
    press(qtbot, ENTER)
    assert place.reviewing.sample_panel.isVisible()
    assert "changed it" in said(place, "sampleTitle")
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    assert [getattr(one.value, "edtf", "") for one in decision.outcome] == ["1999-12-31"]
    press(qtbot, "e", ESC)
    assert place.view.keys is not Keys.DRAFT
    assert place.reviewing.sample_panel.isVisible()
    press(qtbot, ENTER)
    assert said(place, "samplePlace").startswith(f"Span {number + 2} of ")


def test_an_arabic_keyboard_goes_through_it_too(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    for text, code in (("س", 39), ("س", 39), ("لا", 56)):  # S, S and B on a PC: evdev plus 8
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0, text)
        QApplication.sendEvent(QApplication.focusWidget(), event)
    assert said(place, "samplePlace").startswith("Span 2 of 5")


def test_buttons_are_as_good_as_keys(qtbot: QtBot, place: ReviewPlace) -> None:
    panel = place.reviewing.sample_panel
    for name in ("right", "skip", "back"):
        button = panel.findChild(QWidget, f"sample_{name}")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said(place, "samplePlace").startswith("Span 2 of 5")
    assert said(place, "sampleTold").startswith("Checked: 1 of 5.")
    qtbot.mouseClick(panel.findChild(QWidget, "sample_leave"), Qt.MouseButton.LeftButton)
    assert place.view.keys is not Keys.SAMPLE


def test_the_same_number_draws_the_same_spans(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    def gone_through(seed: int) -> list[tuple[int, int]]:
        place = begin(qtbot, hands, window, 4, seed)
        seen = []
        for _ in range(4):
            seen.append(stretch(place))
            press(qtbot, "s")
        press(qtbot, ESC)
        return seen

    first = gone_through(7)
    assert gone_through(7) == first
    assert gone_through(8) != first


def test_another_language_goes_on_in_the_sample(
    qtbot: QtBot, place: ReviewPlace, window: MainWindow, path: Path
) -> None:
    press(qtbot, ENTER, DELETE, ENTER)
    there = stretch(place)
    window.set_language("ar")
    again = place_of(window)
    assert again is not place
    assert again.isVisible()
    assert stretch(again) == there
    assert said(again, "sampleTold").startswith("فُحص: 2 من 5. غُيّر: 1.")
    again.view.setFocus()
    press(qtbot, ENTER, ENTER, ENTER)
    assert "عدد الخاطئ منها 1" in said(again, "sampleTold")
    window.commands["undo"].trigger()
    assert said(again, "samplePlace").startswith("المقطع 2 من 5")


def test_what_others_change_meanwhile_is_told_and_not_counted(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    first = drawn_from(path, 5)[0]

    def overrule(project: Project) -> None:
        article = project.articles.by_id(first.article_id)
        assert article is not None
        deciding.overrule(project, LEAD, article, [first.span.place], [])

    hands.other_program(path, overrule)
    qtbot.waitUntil(lambda: "no longer agreed on" in said(place, "sampleTitle"))
    press(qtbot, ENTER, ENTER)
    told = said(place, "sampleTold").splitlines()
    assert told[:2] == [
        "Checked: 1 of 5. Changed: 0.",
        "No longer agreed on, and not counted: 1.",
    ]
    hands.other_program(path, lambda project: deciding.undo(project, LEAD))
    qtbot.wait(1_200)
    press(qtbot, "b", "b")
    assert said(place, "sampleTitle") == "Is this right?"
    press(qtbot, ENTER)
    assert said(place, "sampleTold").startswith("Checked: 2 of 5.")


def test_an_article_that_is_gone_is_passed_over(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands, window: MainWindow
) -> None:
    first = drawn_from(path, 5)[0]
    assert window.session is not None
    window.open_article(UNMARKED)  # in Annotate another one is at hand
    window.commands["review"].trigger()

    def remove(project: Project) -> None:
        article = project.articles.by_id(first.article_id)
        assert article is not None
        remove_article(project, LEAD, article)

    hands.other_program(path, remove)
    qtbot.waitUntil(lambda: place.reviewing.sampling.sample.counts()[2] > 0)
    for _ in range(5):
        press(qtbot, ENTER)
    assert "No longer agreed on" in said(place, "sampleTold")


def test_what_was_right_stays_so_when_its_article_goes(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands, window: MainWindow
) -> None:
    first = drawn_from(path, 5)[0]
    press(qtbot, ENTER, ENTER, ENTER, ENTER)
    window.open_article(UNMARKED)  # in Annotate another one is at hand
    window.commands["review"].trigger()

    def remove(project: Project) -> None:
        article = project.articles.by_id(first.article_id)
        assert article is not None
        remove_article(project, LEAD, article)

    hands.other_program(path, remove)
    window.session.look_for_changes()
    press(qtbot, "b", "b", "b", "b")
    assert said(place, "samplePlace").startswith("Span 1 of 5")
    assert said(place, "sampleTold").splitlines()[0] == "Checked: 4 of 5. Changed: 0."


def test_a_span_that_cannot_be_read_is_neither_gone_nor_right(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow
) -> None:
    drawn = drawn_from(path, 5)
    number = next(n for n, one in enumerate(drawn) if one.article_id != drawn[0].article_id)
    last, other = drawn[number - 1].span, drawn[number].span
    press(qtbot, *[ENTER] * (number - 1))
    with unreadable():
        press(qtbot, ENTER, ENTER, "s")
    assert "does not answer" in window.notice.sentence()
    assert stretch(place) == (last.start, last.end)
    press(qtbot, "s")
    assert stretch(place) == (other.start, other.end)
    assert said(place, "sampleTitle") == "Is this right?"
    assert said(place, "sampleTold").splitlines()[0] == f"Checked: {number} of 5. Changed: 0."


def test_a_sample_whose_first_span_cannot_be_read_begins_as_soon_as_it_can(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    with unreadable():
        place = begin(qtbot, hands, window, 5)
        press(qtbot, ENTER)
    press(qtbot, ENTER)
    first = drawn_from(path, 5)[0]
    assert stretch(place) == (first.span.start, first.span.end)
    assert said(place, "sampleTold").splitlines()[0] == "Checked: 0 of 5. Changed: 0."


def test_a_conflict_of_the_list_leaves_the_sample(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    third = place.conflicts.rows()[2]
    place.conflicts.conflict_requested.emit(third.id)
    assert place.view.keys is not Keys.SAMPLE
    assert at_hand(place).id == third.id
    assert place.panel.isVisible()
    press(qtbot, "1")
    assert len(conflicts_of(path)) == 34


def test_a_project_without_agreed_spans_says_so(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    from annotator.workflow.projects import init

    path = tmp_path / "empty.db"
    init(path, lead=LEAD)
    place = begin(qtbot, hands, hands.open(path, LEAD), 5)
    assert "None of its spans was checked" in said(place, "sampleTold")
    press(qtbot, "b", ENTER, ESC)
    assert place.view.keys is not Keys.SAMPLE


def test_what_is_marked_elsewhere_in_the_text_is_gold_but_none_of_the_sample(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    text = place.view.text
    place.view.select(0, len(text.split()[0]))
    press(qtbot, "1")
    assert said(place, "sampleTold") == "Checked: 0 of 5. Changed: 0."
    first = drawn_from(path, 5)[0]
    assert stretch(place) == (first.span.start, first.span.end)


@pytest.mark.parametrize("leave", [ENTER, ESC])
def test_a_sample_that_comes_while_own_spans_are_drawn_begins_after_them(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path, leave: Qt.Key
) -> None:
    before = gold_of(path)
    window.commands["review"].trigger()
    there = conflicts_of(path)[0]
    place = ask_for(hands, window, 5)
    qtbot.keyClick(place.panel, "e")
    press(qtbot, "}")
    assert place.view.keys is Keys.DRAFT
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert place.view.keys is Keys.DRAFT
    assert place.panel.isVisible()
    refusal = place.panel.findChild(QLabel, "refusal")
    assert "It begins once" in refusal.text()
    press(qtbot, leave)
    assert said(place, "samplePlace").startswith("Span 1 of 5")
    first = drawn_from(path, 5)[0]
    assert stretch(place) == (first.span.start, first.span.end)
    assert said(place, "sampleTold").startswith("Checked: 0 of 5.")
    with Project.open(path, writable=False) as project:
        decided = [(one.article_id, one.start, one.end) for one in project.decisions.all()]
    if leave == ENTER:
        assert decided == [(there.article_id, there.conflict.start, there.conflict.end)]
    else:
        assert decided == []
    after = gold_of(path)
    assert all(before[name] <= after[name] for name in before)


def test_a_change_in_a_sample_has_a_reason_which_the_next_has_not(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    press(qtbot, "r")
    hands.type_text(QApplication.focusWidget(), "كلمة عامة, see 3")
    press(qtbot, ENTER, "g", DELETE, ENTER)
    press(qtbot, DELETE)
    with Project.open(path, writable=False) as project:
        first, second = project.decisions.all()
    assert (first.reason, first.gap) == ("كلمة عامة, see 3", True)
    assert (second.reason, second.gap) == ("", False)


def test_nothing_is_decided_while_a_sample_is_drawn(
    qtbot: QtBot, hands: Hands, window: MainWindow, path: Path
) -> None:
    window.commands["review"].trigger()
    place = place_of(window)
    qtbot.waitUntil(lambda: place.conflicts.length() > 0)
    before = conflicts_of(path)
    ask_for(hands, window, 5)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place.panel)
    assert window.errands.task() is not None
    press(qtbot, "1", "0", "a")
    assert conflicts_of(path) == before
    refusal = place.panel.findChild(QLabel, "refusal")
    assert refusal is not None
    assert "has to wait" in refusal.text()
    qtbot.waitUntil(lambda: place.view.keys is Keys.SAMPLE, timeout=20_000)
    assert conflicts_of(path) == before
