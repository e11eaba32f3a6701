"""Suggestions are taken, changed and refused, each in one act and undone in one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.core.labels import LabelSet
from annotator.core.model import Author, Role, Status
from annotator.core.progress import Quiet
from annotator.core.suggestions import Suggestion
from annotator.core.values import DateValue, NumberValue
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.project.labels import change_labels
from tests.gui.conftest import UNMARKED
from tests.gui.suggestions.parts import Begin, left, offered, press, told


def test_enter_takes_a_suggestion_with_its_value_and_goes_on(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    suggestions = left(window)
    at = next(at for at, one in enumerate(suggestions) if one.value is not None)
    valued, following = suggestions[at : at + 2]
    press(window, qtbot, *[Qt.Key.Key_Tab] * (at + 1))
    assert offered(window) == valued
    assert window.workbench.view.selection() == (valued.start, valued.end)
    press(window, qtbot, Qt.Key.Key_Return)
    (span,) = hands.stored(path, UNMARKED, "amal").spans
    assert span.place == valued.place
    assert span.origin == f"suggestion: {', '.join(valued.sources)}"
    assert (span.value, span.proposed) == (valued.value, False)
    assert offered(window) == following
    assert valued not in left(window)


def test_a_span_with_suggestions_takes_two_keys_at_most(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    count = len(left(window))
    presses = [Qt.Key.Key_Tab, *[Qt.Key.Key_Return] * count]
    press(window, qtbot, *presses)
    spans = hands.stored(path, UNMARKED, "amal").spans
    # What overlaps another of its label, or stands on the same stretch, is spoken of with it.
    assert len(spans) > 0.8 * count
    per_span = len(presses) / len(spans)
    print(f"{len(spans)} spans, {per_span:.2f} keys a span")
    assert per_span <= 2
    assert left(window) == []
    assert offered(window) is None
    assert window.workbench.view.selected_span() is not None


def test_the_one_at_hand_stays_there_when_more_is_known(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    second = offered(window)
    assert second is not None
    before = {one.place: one for one in left(window)}
    qtbot.waitUntil(
        lambda: any(before.get(one.place, one) != one for one in left(window)), timeout=20_000
    )
    at_hand = offered(window)
    assert at_hand is not None
    assert at_hand.place == second.place
    press(window, qtbot, Qt.Key.Key_Return)
    assert len(hands.stored(path, UNMARKED, "amal").spans) == 2


def test_a_label_key_takes_it_as_another_label(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    other = "actor" if suggestion.label != "actor" else "base"
    press(window, qtbot, window.session.labels[other].key)
    (span,) = hands.stored(path, UNMARKED, "amal").spans
    assert span.place == (suggestion.start, suggestion.end, other)
    assert span.origin == suggestion.origin
    assert suggestion not in left(window)


def test_border_keys_change_it_first(begin: Begin, hands, qtbot: QtBot, path: Path) -> None:
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion, as_suggested = offered(window), told(window)
    assert suggestion is not None
    assert as_suggested.endswith("\N{NO-BREAK SPACE}%\u2069)")
    press(window, qtbot, "]")
    changed = view.selection()
    assert changed is not None
    assert changed[1] > suggestion.end
    assert offered(window) == suggestion
    assert view.text[slice(*changed)] in told(window)
    assert told(window).endswith("with other borders)")  # of these nobody was so sure
    press(window, qtbot, "}")
    assert view.selection() == (suggestion.start, suggestion.end)
    assert told(window) == as_suggested
    press(window, qtbot, "]")
    assert view.selection() == changed
    press(window, qtbot, Qt.Key.Key_Return)
    (span,) = hands.stored(path, UNMARKED, "amal").spans
    assert span.place == (*changed, suggestion.label)
    assert span.origin == suggestion.origin


def test_borders_are_changed_first_also_while_a_label_is_kept(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    view.toggle_kept("actor" if suggestion.label != "actor" else "base")
    press(window, qtbot, "]")
    changed = view.selection()
    assert offered(window) == suggestion
    assert hands.places(path, UNMARKED, "amal") == []
    press(window, qtbot, Qt.Key.Key_Return)
    assert hands.places(path, UNMARKED, "amal") == [(*changed, suggestion.label)]


def test_one_that_is_taken_elsewhere_as_another_label_is_done_with(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    other = "actor" if suggestion.label != "actor" else "base"
    press(window, qtbot, "]", window.session.labels[other].key)
    assert [span.label for span in hands.stored(path, UNMARKED, "amal").spans] == [other]
    assert suggestion not in left(window)
    assert offered(window) not in (None, suggestion)
    window.commands["undo"].trigger()
    assert suggestion in left(window)


def test_the_one_at_hand_stays_so_when_its_sources_are_surer_by_now(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    view, text = window.workbench.view, window.session.article.text
    # What is marked once is known by memory too, where it comes again.
    again = next(
        (one, other)
        for one in left(window)
        for other in left(window)
        if other.start > one.end
        and other.sources == ("rules",)
        and (one.label, text[one.start : one.end]) == (other.label, text[other.start : other.end])
    )
    view.suggestion_clicked.emit(again[0])
    press(window, qtbot, Qt.Key.Key_Return)
    view.suggestion_clicked.emit(again[1])
    assert offered(window) == again[1]
    qtbot.waitUntil(lambda: again[1] not in left(window), timeout=20_000)
    now = offered(window)
    assert now is not None
    assert now.place == again[1].place
    assert now.sources == ("memory", "rules")
    assert any(now is one for one in left(window))  # or it would not be drawn as the one at hand
    assert "marked before" in told(window)
    press(window, qtbot, Qt.Key.Key_Return)
    assert now.place in hands.places(path, UNMARKED, "amal")


def test_who_takes_the_inner_of_two_goes_on_behind_it(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    day = "17 تشرين الأول"
    name = f"{day} الحرة"  # a movement that is named after a day: memory knows it, rules the day
    texts = {"before.txt": f"اجتمع {name} وحدها", "after.txt": f"وصل {name} إلى دمشق"}
    for file, text in texts.items():
        (path.parent / file).write_text(text, "utf-8")
    with Project.open(path) as project:
        import_files(project, [path.parent / file for file in texts], Quiet())
        before = project.articles.by_name("before.txt")
    hands.import_spans(path, before, (6, 6 + len(name), "actor"), author="amal")
    window = begin(article="after.txt")
    qtbot.waitUntil(lambda: len(left(window)) == 3, timeout=20_000)
    outer, inner, following = left(window)
    assert (outer.start, inner.end) == (inner.start, inner.start + len(day))
    window.workbench.view.suggestion_clicked.emit(inner)
    press(window, qtbot, Qt.Key.Key_Return)
    assert outer in left(window)
    assert offered(window) == following


def test_what_was_broken_over_two_lines_is_suggested_whole_and_taken_with_its_value(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    lines = [
        "وصل رتل من عشرات الآليات إلى محيط القاعدة القديمة مساء يوم 12",
        "شباط 2026 وأعلنت وزارة الدفاع السورية أن الرتل غادر بعد ساعات",
        "من وصوله، وقال متحدث باسم التحالف الدولي إن الرتل نقل خمسة",
        "آلاف جندي مع عتادهم إلى مواقعهم الجديدة قرب الحدود مع قوات",
        "التحالف الدولي.",
    ]
    (path.parent / "wrapped.txt").write_text("\n".join(lines), "utf-8")
    with Project.open(path) as project:
        import_files(project, [path.parent / "wrapped.txt"], Quiet())
    window = begin(article="wrapped.txt")
    view = window.workbench.view
    broken = {view.text[one.start : one.end]: one for one in left(window)}
    for words in ("مساء يوم 12\nشباط 2026", "خمسة\nآلاف جندي"):
        view.suggestion_clicked.emit(broken[words])
        press(window, qtbot, Qt.Key.Key_Return)
    date, figure = hands.stored(path, "wrapped.txt", "amal").spans
    assert (date.quote, date.value) == ("مساء يوم 12\nشباط 2026", DateValue("2026-02-12"))
    assert (figure.quote, figure.value) == (
        "خمسة\nآلاف جندي",
        NumberValue(5000, 5000, None, "جندي"),
    )


def test_a_label_that_goes_takes_its_suggestions_along(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    with Project.open(path) as project:
        project.authors.put(Author("lead", Role.LEAD))
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    assert suggestion.label == "base"
    with Project.open(path) as project:
        labels = project.labels.load()
        kept = LabelSet(tuple(one for one in labels if one.name != "base"))
        change_labels(project, "lead", kept, {"base": "actor"}, seen=labels)
    window.session.look_for_changes()
    assert offered(window) is None
    assert "base" not in {one.label for one in left(window)}
    press(window, qtbot, Qt.Key.Key_Tab)
    assert "Suggestion 1 of" in told(window)


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_refused_one_never_comes_back_until_that_is_undone(
    begin: Begin, hands, qtbot: QtBot, path: Path, key: Qt.Key
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    suggestion = offered(window)
    assert suggestion is not None
    press(window, qtbot, key)
    assert suggestion.place not in [one.place for one in left(window)]
    assert hands.stored(path, UNMARKED, "amal").spans == ()
    hands.close(window)
    window = begin()
    assert suggestion.place not in [one.place for one in left(window)]
    window.commands["undo"].trigger()
    assert suggestion.place in [one.place for one in left(window)]
    window.commands["redo"].trigger()
    assert suggestion.place not in [one.place for one in left(window)]


@pytest.mark.parametrize("name", ["value", "note"])
def test_what_is_only_suggested_has_no_value_or_note_and_that_is_said(
    begin: Begin, hands, qtbot: QtBot, path: Path, name: str
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    window.commands[name].trigger()
    assert window.state_bar.currentMessage().startswith("This is only suggested")
    assert window.focusWidget() is window.workbench.view
    press(window, qtbot, Qt.Key.Key_Return)
    assert len(hands.stored(path, UNMARKED, "amal").spans) == 1


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> float:
    """Ask for more than is usual, so that some of what is suggested is not sure enough."""
    monkeypatch.setattr("annotator.gui.annotate.suggesting.SURE", 0.95)
    return 0.95


def test_all_that_is_sure_is_taken_in_one_act(
    begin: Begin, hands, qtbot: QtBot, path: Path, strict: float
) -> None:
    window = begin()
    before = left(window)
    sure = [one for one in before if one.confidence > strict]
    assert 1 < len(sure) < len(before)
    window.commands["accept_all"].trigger()
    spans = hands.stored(path, UNMARKED, "amal").spans
    assert {span.place for span in spans} <= {one.place for one in sure}
    assert len(spans) > 0.8 * len(sure)
    assert all(span.proposed == (span.value is not None) for span in spans)
    assert str(len(spans)) in window.state_bar.currentMessage()
    window.commands["undo"].trigger()
    assert hands.stored(path, UNMARKED, "amal").spans == ()
    assert {one.place for one in before} == {one.place for one in left(window)}
    assert offered(window) == min(sure, key=lambda one: one.order)
    press(window, qtbot, Qt.Key.Key_Return)
    assert hands.places(path, UNMARKED, "amal") == [min(sure, key=lambda one: one.order).place]


@pytest.mark.usefixtures("strict")
def test_who_takes_all_again_goes_on_with_what_is_left(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    for name in ("accept_all", "undo"):
        window.commands[name].trigger()
    first = offered(window)
    assert first is not None
    window.commands["redo"].trigger()
    following = offered(window)
    assert following == min(
        (one for one in left(window) if one.order > first.order), key=lambda one: one.order
    )


def test_what_is_taken_at_once_is_not_held_against_each_that_is_left(
    begin: Begin, hands, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or thousands of them in a long article stop the window for seconds."""
    monkeypatch.setattr("annotator.gui.annotate.suggesting._FEW", 3)
    window = begin()
    before = len(left(window))
    compared, equal = [], Suggestion.__eq__

    def count(one: Suggestion, other: object) -> bool:
        compared.append(one)
        return equal(one, other)

    monkeypatch.setattr(Suggestion, "__eq__", count)
    window.commands["accept_all"].trigger()
    assert len(hands.places(path, UNMARKED, "amal")) > before / 2
    assert len(compared) < 2 * before


def test_undo_brings_a_suggestion_back(begin: Begin, hands, qtbot: QtBot, path: Path) -> None:
    window = begin()
    before = left(window)
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(hands.stored(path, UNMARKED, "amal").spans) == 2
    for count in (1, 0):
        window.commands["undo"].trigger()
        assert len(hands.stored(path, UNMARKED, "amal").spans) == count
    assert [one.place for one in left(window)] == [one.place for one in before]


@pytest.mark.parametrize("few", [3, 1_000], ids=["long article", "short article"])
def test_what_undo_brings_back_is_at_hand(
    begin: Begin, hands, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("annotator.gui.annotate.suggesting._FEW", few)
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    taken = offered(window)
    press(window, qtbot, Qt.Key.Key_Return)
    assert offered(window) != taken
    window.commands["undo"].trigger()
    assert offered(window) == taken
    press(window, qtbot, Qt.Key.Key_Backspace)
    assert taken not in left(window)
    window.commands["undo"].trigger()
    assert offered(window) == taken
    window.commands["accept_all"].trigger()
    window.commands["undo"].trigger()
    assert offered(window) == left(window)[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Backspace])
def test_who_does_again_what_was_undone_goes_on_behind_it(
    begin: Begin, hands, qtbot: QtBot, path: Path, key: Qt.Key
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab, key)
    second = offered(window)
    window.commands["undo"].trigger()
    assert offered(window) != second
    window.commands["redo"].trigger()
    assert offered(window) == second
    press(window, qtbot, Qt.Key.Key_Return)
    assert second.place in hands.places(path, UNMARKED, "amal")


def test_keeping_a_label_marks_nothing_that_is_suggested(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    press(window, qtbot, Qt.Key.Key_Tab)
    first = offered(window)
    assert first is not None
    press(window, qtbot, Qt.Key.Key_Return, ",")
    assert window.workbench.view.kept_label() == first.label
    assert hands.places(path, UNMARKED, "amal") == [first.place]
    assert offered(window) is not None


def test_all_mentions_of_what_is_suggested_are_meant_with_its_label(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    suggestions = left(window)
    other = next(one for one in suggestions if one.label == "figure")
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    while offered(window).place != other.place:
        press(window, qtbot, Qt.Key.Key_Tab)
    press(window, qtbot, "=")
    chosen = window.workbench.mention_list.findChild(QComboBox)
    assert chosen.currentData() == "figure"


def test_suggestions_come_when_a_finished_article_is_taken_up_again(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    window.session.set_state(Status.FINISHED)
    hands.close(window)
    window = begin(waits=False)
    assert left(window) == []
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)


def test_what_the_mouse_selects_is_the_users_own(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    view = window.workbench.view
    long = next(one for one in left(window) if " " in view.text[one.start : one.end])
    at = view.rects_of(long.end - 3, long.end - 2)[0].center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert offered(window) == long
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert offered(window) is None
    press(window, qtbot, Qt.Key.Key_Return)
    assert hands.places(path, UNMARKED, "amal") == []


def test_escape_and_a_click_elsewhere_let_go_of_it(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab)
    assert offered(window) is not None
    press(window, qtbot, Qt.Key.Key_Escape)
    assert offered(window) is None
    assert view.selection() is None
    press(window, qtbot, Qt.Key.Key_Tab)
    view.select(len(view.text) - 4, len(view.text) - 1)
    assert offered(window) is None
    press(window, qtbot, Qt.Key.Key_Backspace)
    assert "suggestions left" in told(window)
