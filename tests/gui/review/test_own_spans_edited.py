"""Own spans are edited as in Annotate: each key does there and here the same to the same spans.

What is compared is what the files say afterwards: the layer of who annotates, and the outcome of
the decision that takes the draft.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.arabic import ARABIC
from annotator.core.edits import Mark
from annotator.core.mentions import MentionState, mentions_of
from annotator.core.model import Layer, Span
from annotator.gui.main_window import MainWindow
from annotator.gui.review.own_mentions import mark_unmarked, name_here
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.widgets.article_view import ArticleView
from annotator.store.project import Project
from annotator.workflow.acts import marking
from tests.gui.conftest import Hands
from tests.gui.review.parts import part
from tests.gui.review.test_review import LEAD, at_hand, press, said

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ENTER, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Delete
Place = tuple[int, int, str]


@dataclass
class Text:
    """A text in which somebody edits the spans of the first conflict, and hands to do so."""

    qtbot: QtBot
    view: ArticleView
    spans: tuple[Place, ...]

    def press(self, *keys: str | Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.qtbot.keyClick(self.view, key, held)

    def mark(self, stretch: tuple[int, int], key: str) -> None:
        self.view.select(*stretch)
        self.press(key)

    def after(self) -> tuple[int, int]:
        """Return the second word after the span at hand, in its paragraph."""
        end = self.spans[0][1]
        words = [one for one in ARABIC.words(self.view.text) if one[0] > end]
        assert "\n" not in self.view.text[end : words[1][1]]
        return words[1]

    def inside(self) -> int:
        """Return where the second word of the longest span begins."""
        start, end, _ = max(self.spans, key=lambda one: one[1] - one[0])
        (word, *_) = [one for one in ARABIC.words(self.view.text) if start < one[0] < end]
        return word[0]

    def drag(self, *, end: bool) -> None:
        """Drag a border of the selected span by its handle, a word outward."""
        view, (start, stop, _) = self.view, self.spans[0]
        view.scroll_to(start)
        letters = (stop - 1, stop) if end else (start, start + 1)
        box = view.rects_of(*letters)[0]
        edge = box.left() if end else box.right()
        handle = QPointF(edge, box.bottom() + 3)
        words = list(ARABIC.words(view.text))
        word = next(one for one in words if one[0] >= stop) if end else None
        word = word or next(one for one in reversed(words) if one[1] <= start)
        target = view.rects_of(*word)[0].center()
        mouse(view, QEvent.Type.MouseButtonPress, handle)
        mouse(view, QEvent.Type.MouseMove, target)
        mouse(view, QEvent.Type.MouseButtonRelease, target)


def mouse(view: ArticleView, kind: QEvent.Type, point: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    is_held = kind is not QEvent.Type.MouseButtonRelease
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
    on_screen = QPointF(view.viewport().mapToGlobal(point.toPoint()))
    held = left if is_held else Qt.MouseButton.NoButton
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, point, on_screen, button, held, NONE))


def in_annotate(
    hands: Hands, qtbot: QtBot, path: Path, article: str, spans: tuple[Span, ...]
) -> Text:
    """Open the article in Annotate, where the lead has marked ``spans`` as her own."""
    with Project.open(path) as project:
        found = project.articles.by_name(article)
        assert found is not None
        layer = project.layers.load(found.id, LEAD)
        for span in spans:
            mark = Mark(span.start, span.end, span.label)
            layer = marking.apply(project, found, layer, mark).layer
    window = hands.open(path, LEAD)
    window.commands["annotate"].trigger()
    window.open_article(article)
    view = window.workbench.view
    view.select_span(window.session.layer.spans[0].id)
    view.place_caret(view.caret())
    view.select_span(window.session.layer.spans[0].id)
    view.setFocus()
    return Text(qtbot, view, tuple(span.place for span in layer))


def outcome_of(path: Path) -> list[Place]:
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    return [(put.start, put.end, put.label) for put in sorted(decision.outcome, key=_order)]


def _order(put: Span) -> tuple[int, int, str]:
    return put.start, -put.end, put.label


def keys(*pressed: str | Qt.Key, held: Qt.KeyboardModifier = NONE) -> Callable[[Text], None]:
    return lambda text: text.press(*pressed, held=held)


def step_back_and_relabel(text: Text) -> None:
    text.mark(text.after(), "2")
    text.press(Qt.Key.Key_Space, held=SHIFT)
    text.press("4")


def step_on_and_relabel(text: Text) -> None:
    text.mark(text.after(), "2")
    text.press(Qt.Key.Key_Space, held=SHIFT)
    text.press(Qt.Key.Key_Space)
    text.press("4")


def repeat_the_last_label(text: Text) -> None:
    text.mark(text.after(), "2")
    text.press(Qt.Key.Key_Space, held=SHIFT)
    text.press(".")


def remove_one_of_two(text: Text) -> None:
    text.mark(text.after(), "2")
    text.press(Qt.Key.Key_Space, held=SHIFT)
    text.press(DELETE)


def merge_with_the_next(text: Text) -> None:
    text.mark(text.after(), "3")
    text.press(Qt.Key.Key_Space, held=SHIFT)
    text.press("3")
    text.press(Qt.Key.Key_J, held=CONTROL)


def merge_what_is_selected(text: Text) -> None:
    text.press("3")
    text.mark(text.after(), "3")
    text.view.select(text.spans[0][0], text.after()[1])
    text.press(Qt.Key.Key_J, held=CONTROL)


def split_in_the_middle(text: Text) -> None:
    text.mark((text.spans[0][0], text.after()[1]), "2")
    text.view.place_caret(text.after()[0])
    text.press(Qt.Key.Key_J, held=CONTROL | SHIFT)


def grow_to_quotes(text: Text) -> None:
    words = ARABIC.words(text.view.text)
    text.mark(next(one for one in words if ARABIC.framed(text.view.text, *one)), "1")
    text.press('"')


def grow_and_back(text: Text) -> None:
    grow_to_quotes(text)
    text.press("'")


def drag_the_start(text: Text) -> None:
    text.drag(end=False)


def drag_the_end(text: Text) -> None:
    text.drag(end=True)


ACTS = {
    "[": keys("["),
    "]": keys("]"),
    "{": keys("]", "{"),
    "}": keys("[", "}"),
    "ctrl [": keys("[", held=CONTROL),
    "ctrl ]": keys("]", held=CONTROL),
    "ctrl {": keys(Qt.Key.Key_BracketLeft, held=CONTROL | SHIFT),
    "ctrl }": keys(Qt.Key.Key_BracketRight, held=CONTROL | SHIFT),
    "another label": keys("4"),
    "the last label again": repeat_the_last_label,
    "undo": keys("]", Qt.Key.Key_Z, held=CONTROL),
    "remove": remove_one_of_two,
    "space back": step_back_and_relabel,
    "space on": step_on_and_relabel,
    "merge with the next": merge_with_the_next,
    "merge the selected": merge_what_is_selected,
    "split": split_in_the_middle,
    "grow to quotes": grow_to_quotes,
    "grow and back": grow_and_back,
    "drag the start": drag_the_start,
    "drag the end": drag_the_end,
}
NOTHING_CHANGES = ("undo",)


@pytest.mark.parametrize("name", ACTS)
def test_a_draft_is_edited_as_a_layer_is(
    qtbot: QtBot, hands: Hands, place: ReviewPlace, path: Path, tmp_path: Path, name: str
) -> None:
    beside = Path(shutil.copy(path, tmp_path / "beside.db"))
    there = place.reviewing.there
    assert there is not None
    spans = there.conflict.options[0].spans
    place.panel.setFocus()
    press(qtbot, "e")
    draft = Text(qtbot, place.view, tuple(span.place for span in spans))
    ACTS[name](draft)
    press(qtbot, ENTER)
    text = in_annotate(hands, qtbot, beside, there.article, spans)
    before = hands.places(beside, there.article, LEAD)
    ACTS[name](text)
    expected = hands.places(beside, there.article, LEAD)
    assert (expected == before) == (name in NOTHING_CHANGES)
    assert outcome_of(path) == expected


def told_of(window: MainWindow) -> str:
    """Return what the status bar says was done."""
    return window.state_bar.currentMessage()


def bare_names(place: ReviewPlace) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """Return a word of which nothing is marked anywhere in the text, and where else it stands."""
    text, taken = place.view.text, place.view._column.spans.spans
    words = [one for one in ARABIC.words(text) if one[1] - one[0] > 3]
    for word in words:
        alike = [one for one in words if text[slice(*one)] == text[slice(*word)]]
        is_bare = not any(s.start < end and start < s.end for s in taken for start, end in alike)
        if len(alike) > 1 and is_bare:
            return word, alike
    raise AssertionError("no such word")


@pytest.mark.parametrize("key", ["=", "+"])
def test_all_bare_mentions_in_the_article_are_marked_with_one_undo(
    qtbot: QtBot, place: ReviewPlace, path: Path, window: MainWindow, key: str
) -> None:
    word, alike = bare_names(place)
    first = [span.place for span in at_hand(place).options[0].spans]
    press(qtbot, "e")
    draft = Text(qtbot, place.view, ())
    draft.mark(word, "3")
    draft.press(key)
    assert f"{len(alike) - 1} mention" in told_of(window)
    draft.press(Qt.Key.Key_Z, held=CONTROL)
    draft.press(Qt.Key.Key_Z, held=CONTROL | SHIFT)
    press(qtbot, ENTER)
    assert outcome_of(path) == sorted([*first, *((*one, "actor") for one in alike)])


def test_what_others_have_marked_is_left_to_its_conflict(qtbot: QtBot, place: ReviewPlace) -> None:
    left = 0
    for row in place.conflicts.rows():
        place.conflicts.conflict_requested.emit(row.id)
        hand, text = place.reviewing.modes.hand.taken, place.view.text
        assert hand is not None
        there = [one for of in hand.conflicts for _, one in of.conflict.spans]
        for span in [one for option in at_hand(place).options for one in option.spans]:
            own = Layer(hand.article.id, LEAD, (span,))
            name = name_here(text, own.spans, None, span)
            new = mark_unmarked(name, hand, own).stretches
            said = [one for one in (*there, *hand.gold) if one.label == span.label]
            assert not [s for s in said for start, end in new if s.start < end and start < s.end]
            folded = ARABIC.fold_with_index(text)
            alone = mentions_of(name, folded, own, (), ARABIC)
            left += sum(one.state is MentionState.NEW for one in alone) - len(new)
    assert left > 0


def test_all_own_spans_that_read_alike_are_taken_out(
    qtbot: QtBot, place: ReviewPlace, path: Path
) -> None:
    word, _ = bare_names(place)
    first = [span.place for span in at_hand(place).options[0].spans]
    press(qtbot, "e")
    draft = Text(qtbot, place.view, ())
    draft.mark(word, "3")
    draft.press("=", "-")
    press(qtbot, ENTER)
    assert outcome_of(path) == first


def test_where_nothing_can_be_merged_or_split_review_says_so(
    qtbot: QtBot, place: ReviewPlace
) -> None:
    press(qtbot, "e")
    qtbot.keyClick(place.view, Qt.Key.Key_J, CONTROL)
    assert "There is nothing to merge" in said(place, "refusal")
    place.view.select_span(None)
    place.view.place_caret(0)
    qtbot.keyClick(place.view, Qt.Key.Key_J, CONTROL | SHIFT)
    assert "Put the caret inside a span" in said(place, "refusal")
    press(qtbot, "+")
    assert "Go to one of your own spans first" in said(place, "refusal")


def test_a_value_said_in_a_draft_outlives_another_border(
    qtbot: QtBot, place: ReviewPlace, path: Path, hands: Hands
) -> None:
    press(qtbot, "e", "2")
    qtbot.keyClick(place.view, Qt.Key.Key_F2)
    field = part(place, QLineEdit, "valueField")
    assert QApplication.focusWidget() is field
    hands.type_text(field, "2025-11")
    qtbot.keyClick(field, ENTER)
    assert place.view.hasFocus()
    press(qtbot, "]", ENTER)
    with Project.open(path, writable=False) as project:
        (decision,) = project.decisions.all()
    assert [getattr(put.value, "edtf", None) for put in decision.outcome] == ["2025-11"]


def test_the_menu_offers_for_a_draft_what_it_offers_in_annotate(
    qtbot: QtBot, place: ReviewPlace, window: MainWindow
) -> None:
    names = ("merge", "split", "remove", "repeat", "extend", "retract", "next_span", "mentions")
    assert not [name for name in names if window.commands[name].isEnabled()]
    press(qtbot, "e")
    assert all(window.commands[name].isEnabled() for name in names)
    window.commands["remove"].trigger()
    assert place.reviewing.modes.drafting.draft.layer.spans == ()
    press(qtbot, Qt.Key.Key_Escape)
    assert not [name for name in names if window.commands[name].isEnabled()]
