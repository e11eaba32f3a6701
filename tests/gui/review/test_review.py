"""A lead in the Review place, with keys on the demo project: what is decided, and what is shown."""

import json
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.core.conflicts import Conflict
from annotator.core.model import Span
from annotator.core.progress import Quiet
from annotator.core.values import value_to_json
from annotator.gui.fields.option_card import OptionCard
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.review.settling import OpenConflict, Reviews, settled
from tests.gui.conftest import Hands

LEAD = "huda"
SHIFT = Qt.KeyboardModifier.ShiftModifier
Told = tuple[int, int, str, str]
BARE = dict.fromkeys(map(ord, "\u2068\u2069"))


def told(span: Span) -> Told:
    value = value_to_json(span.value)
    return span.start, span.end, span.label, json.dumps(value.get("entry", value), sort_keys=True)


def lines_of(name: str) -> list[dict]:
    return [*map(json.loads, (paths.seeds() / name).read_text("utf-8").splitlines())]


def expected_gold() -> dict[str, set[Told]]:
    """Return what the seeds say that gold is, by article."""
    return {
        line["name"]: {told(Span.from_json(span)) for span in line["spans"]}
        for line in lines_of("gold.jsonl")
    }


def gold_of(path: Path) -> dict[str, set[Told]]:
    """Ask the file what gold is, by a connection of the test's own."""
    found = {}
    with Project.open(path, writable=False) as project, project.reading():
        for article_id, name in project.articles.names().items():
            article = project.articles.by_id(article_id)
            assert article is not None
            state = settled(project, article)
            if state.finished:
                found[name] = {told(span) for span in state.gold}
    return found


def conflicts_of(path: Path) -> list[OpenConflict]:
    with Project.open(path, writable=False) as project:
        return list(Reviews(project).conflicts())


def place_of(window: MainWindow) -> ReviewPlace:
    assert window.workplace is not None
    assert window.workplace.places.review is not None
    return window.workplace.places.review


def at_hand(place: ReviewPlace) -> Conflict:
    there = place.reviewing.there
    assert there is not None
    return there.conflict


def said(place: ReviewPlace, name: str) -> str:
    label = place.panel.findChild(QLabel, name)
    assert label is not None
    return label.text() if not label.isHidden() else ""


def press(qtbot: QtBot, *keys: str | Qt.Key, shift: bool = False) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        modifiers = SHIFT if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def keys_for(there: OpenConflict, wanted: set[Told]) -> list[str | Qt.Key]:
    """Return the keys with which a lead gets what the seeds say of a conflict."""
    for number, option in enumerate(there.conflict.options, start=1):
        if {told(span) for span in option.spans} == wanted:
            return [str(number)]
    (first,) = there.conflict.options[0].spans
    assert {(first.end, first.label)} == {(end, label) for _, end, label, _ in wanted}
    return ["e", "{", Qt.Key.Key_Return]


def copy_articles(hands: Hands, path: Path, *names: str) -> None:
    """Let the layers of the seeds come again with other texts, which differ at their ends alone."""
    lines = []
    for author in ("amal", "nasser"):
        for line in lines_of(f"layers/{author}.jsonl"):
            for name in names:
                copy = {key: line[key] for key in ("published", "spans") if key in line}
                copy |= {"name": f"{name} {line['name']}", "author": author}
                lines.append(copy | {"text": f"{line['text']}\n{name}"})
    file = path.with_name("copies.jsonl")
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    hands.other_program(path, lambda project: import_files(project, [file], Quiet()))


def import_many(hands: Hands, path: Path, count: int = 220) -> None:
    """Let so many articles come that layers are compared in another process, each a conflict."""
    lines = [
        {"name": f"{number}", "text": f"نص {number}", "author": author, "spans": spans}
        for number in range(count)
        for author, spans in (("amal", [{"start": 0, "end": 2, "label": "base"}]), ("nasser", []))
    ]
    file = path.with_name("many.jsonl")
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    hands.other_program(path, lambda project: import_files(project, [file], Quiet()))


def wanted_of(there: OpenConflict) -> set[Told]:
    """Return the gold of the seeds for a conflict."""
    (places,) = [
        {(start, end, label) for label, start, end in line["gold"]}
        for line in lines_of("differences.jsonl")
        if (line["article"], line["start"], line["end"])
        == (there.article, there.conflict.start, there.conflict.end)
    ]
    return {one for one in expected_gold()[there.article] if one[:3] in places}


def test_the_demo_is_settled_by_keys_and_gold_is_that_of_the_seeds(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    waiting = {one.conflict.id: one for one in conflicts_of(path)}
    assert len(waiting) == 35
    causes, pressed = Counter(one.cause for one in waiting.values()), 0
    assert len(causes) == 10
    for _ in range(35):
        there = waiting[at_hand(place).id]
        keys = keys_for(there, wanted_of(there))
        press(qtbot, *keys)
        pressed += len(keys)
    assert place.reviewing.there is None
    assert conflicts_of(path) == []
    expected = expected_gold()
    assert {name: spans for name, spans in gold_of(path).items() if name in expected} == expected
    assert "settled" in said(place, "conflictPlace")
    assert pressed == 37


def test_undo_goes_back_to_the_conflict_and_redo_settles_it_again(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, path: Path
) -> None:
    first = at_hand(place)
    press(qtbot, "1")
    second = at_hand(place)
    press(qtbot, "0", "s", "s")
    window.commands["undo"].trigger()
    assert at_hand(place) == second
    window.commands["undo"].trigger()
    assert at_hand(place) == first
    assert len(conflicts_of(path)) == 35
    assert not window.commands["undo"].isEnabled()
    window.commands["redo"].trigger()
    assert at_hand(place) == second
    assert conflicts_of(path)[0].conflict == second


def test_undo_works_after_a_restart(
    qtbot: QtBot, window: MainWindow, hands: Hands, place: ReviewPlace, path: Path
) -> None:
    before = gold_of(path)
    first = at_hand(place)
    press(qtbot, "2")
    hands.close(window)
    again = hands.open_review(path, LEAD)
    assert at_hand(place_of(again)).id != first.id
    again.commands["undo"].trigger()
    assert at_hand(place_of(again)) == first
    assert gold_of(path) == before


def test_undo_by_the_keyboard_is_that_of_the_place_in_use(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, path: Path
) -> None:
    first = at_hand(place)
    press(qtbot, "1")
    window.commands["annotate"].trigger()
    assert not window.commands["undo"].isEnabled()
    window.commands["review"].trigger()
    qtbot.keyClick(place.panel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_hand(place) == first


@pytest.mark.parametrize(
    ("key", "sentence"), [("m", "more than half"), ("7", "no answer 7"), ("a", "two values")]
)
def test_a_choice_that_does_not_fit_says_why_and_changes_nothing(
    qtbot: QtBot, place: ReviewPlace, path: Path, key: str, sentence: str
) -> None:
    before = gold_of(path)
    while key == "a" and place.reviewing.there and place.reviewing.there.cause.value != "value":
        press(qtbot, "s")
    there = at_hand(place)
    press(qtbot, key)
    assert sentence in said(place, "refusal")
    assert at_hand(place) == there
    assert gold_of(path) == before
    press(qtbot, "s")
    assert said(place, "refusal") == ""


def test_skip_goes_around_the_end_of_the_queue_and_back_ends_at_its_first(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    ids = [one.conflict.id for one in conflicts_of(path)]
    assert at_hand(place).id == ids[0]
    press(qtbot, "s", "s")
    assert at_hand(place).id == ids[2]
    press(qtbot, "b")
    assert at_hand(place).id == ids[1]
    press(qtbot, "b", "b")
    assert at_hand(place).id == ids[0]
    press(qtbot, *"s" * (len(ids) - 1))
    assert at_hand(place).id == ids[-1]
    press(qtbot, "s")
    assert at_hand(place).id == ids[0]


def test_reason_and_gap_go_with_the_decision_and_not_with_the_next(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    press(qtbot, "r")
    hands.type_text(QApplication.focusWidget(), "القاعدة 1, see 2")
    press(qtbot, Qt.Key.Key_Return, "g", "1", "1")
    with Project.open(path, writable=False) as project:
        first, second = project.decisions.all()
    assert (first.reason, first.gap) == ("القاعدة 1, see 2", True)
    assert (second.reason, second.gap) == ("", False)


def test_names_are_hidden_the_same_way_each_time_unless_the_lead_wants_them(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace
) -> None:
    def voters() -> list[str]:
        cards = [card for card in place.panel.findChildren(OptionCard) if card.isVisible()]
        return [card.accessibleName().translate(BARE) for card in cards]

    seen: dict[str, set[str]] = {"A": set(), "B": set()}
    for _ in range(35):
        there = at_hand(place)
        assert not any(name in text for text in voters() for name in ("amal", "nasser"))
        for option, text in zip(there.options, voters(), strict=True):
            seen[text.removeprefix(text[:3])[:1]] |= set(option.authors)
        press(qtbot, "s")
    assert seen == {"A": {"amal", "nasser"}, "B": {"amal", "nasser"}}
    hidden = voters()
    place.panel.blind_requested.emit(False)
    assert {name for text in voters() for name in ("amal", "nasser") if name in text} == {
        "amal",
        "nasser",
    }
    place.panel.blind_requested.emit(True)
    assert voters() == hidden


def test_an_arabic_keyboard_decides_too(qtbot: QtBot, place: ReviewPlace, path: Path) -> None:
    there = conflicts_of(path)[0]
    for text, code in (("١", 10), ("ى", 57), ("س", 39)):  # 1, N and S on a PC: evdev plus 8
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0, text)
            QApplication.sendEvent(QApplication.focusWidget(), event)
    with Project.open(path, writable=False) as project:
        first, *_ = project.decisions.all()
    assert (first.choice, first.start) == ("option", there.conflict.start)
    assert len(conflicts_of(path)) in (33, 34)


def test_an_annotator_is_offered_no_review(hands: Hands, path: Path) -> None:
    window = hands.open(path, "amal")
    assert not window.commands["review"].isEnabled()
    assert window.workplace is not None
    assert window.workplace.places.review is None


def test_what_another_program_settles_leaves_the_queue(
    qtbot: QtBot, place: ReviewPlace, hands: Hands, path: Path
) -> None:
    from annotator.core.decisions import Choice
    from annotator.workflow.review import deciding

    first, second, *_ = conflicts_of(path)
    assert at_hand(place) == first.conflict

    def settle(project: Project) -> None:
        deciding.rule(project, LEAD, first, deciding.Ruling(Choice.WIDEST))

    hands.other_program(path, settle)
    qtbot.waitUntil(lambda: at_hand(place).id == second.conflict.id)
    assert place.conflicts.length() == 34


def test_what_all_missed_is_added_and_what_all_said_is_overruled(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow
) -> None:
    assert window.session is not None
    name = conflicts_of(path)[0].article
    before, view, there = gold_of(path)[name], place.view, at_hand(place)
    start = view.text.index("أعلنت")
    view.setFocus()
    view.select(start, start + 5)
    press(qtbot, "1")
    label = window.session.labels.by_key("1")
    assert label is not None
    added = (start, start + 5, label.name, "{}")
    assert gold_of(path)[name] == before | {added}
    assert at_hand(place) == there
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Delete)
    removed = before - gold_of(path)[name]
    assert len(removed) == 1
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    assert gold_of(path)[name] == before


def double_click(qtbot: QtBot, place: ReviewPlace, start: int, end: int) -> None:
    """Select a word as the mouse does."""
    view, left = place.view, Qt.MouseButton.LeftButton
    view.scroll_to(start)
    (box,) = view.rects_of(start, end)
    point = box.center().toPoint()
    qtbot.mouseClick(view.viewport(), left, pos=point)
    qtbot.mouseDClick(view.viewport(), left, pos=point)
    assert view.selection() == (start, end)


def test_a_gold_span_that_is_selected_as_text_is_changed_and_taken_out(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow
) -> None:
    assert window.session is not None
    other = window.session.labels.by_key("4")
    assert other is not None
    name, view = conflicts_of(path)[0].article, place.view
    before = gold_of(path)[name]
    stretches = Counter((start, end) for start, end, _, _ in before)
    start, end = next(
        (start, end)
        for start, end, label, _ in sorted(before)
        if stretches[start, end] == 1 and view.text[start:end].isalpha() and label != other.name
    )
    double_click(qtbot, place, start, end)
    press(qtbot, "4")
    there = [one for one in gold_of(path)[name] if one[:2] == (start, end)]
    assert [one[2] for one in there] == [other.name]
    assert len(gold_of(path)[name]) == len(before)
    double_click(qtbot, place, start, end)
    press(qtbot, Qt.Key.Key_Delete)
    assert {one[:2] for one in gold_of(path)[name]} == set(stretches) - {(start, end)}
    double_click(qtbot, place, start, end)
    press(qtbot, Qt.Key.Key_Delete)
    assert said(place, "refusal").startswith("No single span of gold")
    press(qtbot, "4")  # what is not there is added
    assert {one[:3] for one in gold_of(path)[name]} >= {(start, end, other.name)}


def test_each_card_tells_who_said_so_and_how_many_of_how_many(
    hands: Hands, path: Path, tmp_path: Path
) -> None:
    """A third author says what amal says; an option's votes are those of its authors alone."""
    third = tmp_path / "third.jsonl"
    third.write_bytes((paths.seeds() / "layers" / "amal.jsonl").read_bytes())
    hands.other_program(
        path, lambda project: import_files(project, [third], Quiet(), author="salma")
    )
    place = place_of(hands.open_review(path, LEAD))
    there = at_hand(place)
    votes = []
    for number, option in enumerate(there.options, start=1):
        card = place.panel.findChild(OptionCard, f"option_{number}")
        assert card is not None
        letters = {"amal", "salma"} == set(option.authors)
        votes.append(f"{len(option.authors)} of 3")
        assert f"  –  {votes[-1]}" in card.accessibleName()
        assert letters == (votes[-1] == "2 of 3")
    assert sorted(votes) == ["1 of 3", "2 of 3"]
