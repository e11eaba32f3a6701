"""What a user asks to be done to a layer, and what it then did, with its inverse.

Doing, undoing and redoing share one path: each yields a ``Change``.  Any edit of a finished or
set-aside layer puts it in progress again.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidSpan, InvalidText, RefusedAct
from annotator.core.ground import Stretches
from annotator.core.model import Layer, LayerState, Span, Status, now
from annotator.core.rows import Kind, RowChange, rows_from_json, rows_to_json
from annotator.core.text import is_storable, whole_letters
from annotator.core.values import Value

CONFIRM = "confirm"
"""What confirming is called, although it is no act and never stands in the history."""
FOUND = "find-all"
"""The origin of a span that was marked with all others that read alike."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did to one layer: spans taken out and put in, and the state before and after.

    A span that was altered is both removed (as it was) and put (as it is), under one id.
    """

    act: str
    """The kind of act, which names it in the Undo menu."""
    removed: tuple[Span, ...]
    put: tuple[Span, ...]
    before: LayerState
    after: LayerState
    rows: tuple[RowChange, ...] = ()
    """What it changed beside the layer: the details of the article."""
    stamp: tuple[str, str] | None = None
    """The version of the guidelines that the layer was finished under before, and is now."""

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """The stretches on which something looks different now."""
        return [(span.start, span.end) for span in (*self.removed, *self.put)]

    @property
    def is_act(self) -> bool:
        """Whether the history tells of it; confirming a value is no act."""
        return self.act != CONFIRM

    @property
    def is_empty(self) -> bool:
        """Whether nothing came of the act."""
        return not self.touches_layer and all(row.is_empty for row in self.rows)

    @property
    def touches_layer(self) -> bool:
        """Whether the layer is another one after it."""
        return self.removed != self.put or self.before != self.after or bool(self.stamp)

    @property
    def changes_rows_of_spans(self) -> bool:
        """Whether spans are changed in their rows, be it in this layer or in others."""
        return any(row.kind is Kind.SPAN for row in self.rows)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it put, or, if it put none, took away; in their order, each once."""
        return tuple(dict.fromkeys(span.label for span in self.put or self.removed))

    def on(self, layer: Layer) -> Layer:
        """Return ``layer`` after the change, one revision on if the change touches it.

        Raises:
            RefusedAct: if a label would stand twice on one stretch.
        """
        if not self.touches_layer:
            return layer
        after = layer.with_spans(self.removed, self.put, self.after, layer.revision + 1)
        return replace(after, guideline=self.stamp[1]) if self.stamp else after

    def done_json(self) -> str:
        """Return what was done, for the history."""
        rows, stamp = rows_to_json(self.rows, after=True), self.stamp and self.stamp[1]
        return _side_to_json(self.put, self.after, rows, stamp)

    def inverse_json(self) -> str:
        """Return what takes it back, for the history."""
        rows, stamp = rows_to_json(self.rows, after=False), self.stamp and self.stamp[0]
        return _side_to_json(self.removed, self.before, rows, stamp)

    @classmethod
    def from_history(cls, act: str, done: str, inverse: str) -> Self:
        """Return the change that a history row tells of."""
        put, after, rows_after, new = _side_from_json(done)
        removed, before, rows_before, old = _side_from_json(inverse)
        rows = rows_from_json(rows_after, rows_before)
        stamp = None if new is None or old is None else (old, new)
        return cls(act, removed, put, before, after, rows, stamp)


def _side_to_json(
    spans: Iterable[Span], state: LayerState, rows: list[list[object]], stamp: str | None
) -> str:
    data: dict[str, object] = {
        "spans": [span.to_json() for span in spans],
        "status": state.status.value,
        "reason": state.reason,
    }
    if rows:
        data["rows"] = rows
    if stamp is not None:
        data["guideline"] = stamp
    return json.dumps(data, ensure_ascii=False)


def _side_from_json(source: str) -> tuple[tuple[Span, ...], LayerState, list[Any], str | None]:
    data: dict[str, Any] = json.loads(source)
    state = LayerState(Status(data["status"]), data["reason"])
    spans = tuple(map(Span.from_json, data["spans"]))
    return spans, state, data.get("rows", []), data.get("guideline")


class Edit(Protocol):
    """What a user asks to be done to one layer."""

    def plan(self, layer: Layer, text: str) -> Change:
        """Return the change that this edit makes to ``layer``, whose article reads ``text``.

        Raises:
            AnnotatorError: if the layer cannot take it.
        """


@dataclass(frozen=True, slots=True)
class Mark:
    """Put a label on ``[start, end)`` (code points, end exclusive)."""

    start: int
    end: int
    label: str
    origin: str = "manual"

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        start, end, quote = whole_stretch(text, self.start, self.end)
        span = Span(start, end, self.label, quote, origin=self.origin)
        return change_of(layer, "mark", (), (span,))


@dataclass(frozen=True, slots=True)
class Remove:
    """Take spans out."""

    ids: tuple[str, ...]

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        return change_of(layer, "remove", present_spans(layer, self.ids), ())


@dataclass(frozen=True, slots=True)
class MarkAll:
    """Put a label on stretches that read alike, but where the layer has it already."""

    stretches: tuple[tuple[int, int], ...]
    label: str

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        there = Stretches(
            (span.start, span.end) for span in layer.spans if span.label == self.label
        )
        put: list[Span] = []
        for start, end, quote in sorted(
            whole_stretch(text, *stretch) for stretch in self.stretches
        ):
            if not there.any_on(start, end) and (not put or put[-1].end <= start):
                put.append(Span(start, end, self.label, quote, origin=FOUND))
        return change_of(layer, "mark all", (), tuple(put))


@dataclass(frozen=True, slots=True)
class RemoveAll:
    """Take spans out that read alike, but those that are gone already."""

    ids: frozenset[str]

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        removed = tuple(span for span in layer.spans if span.id in self.ids)
        return change_of(layer, "unmark all", removed, ())


@dataclass(frozen=True, slots=True)
class Relabel:
    """Let spans say another label; their values go, since they meant the old one."""

    ids: tuple[str, ...]
    label: str

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        old = tuple(s for s in present_spans(layer, self.ids) if s.label != self.label)
        moment = now()
        put = tuple(
            replace(span, label=self.label, value=None, proposed=False, changed_at=moment)
            for span in old
        )
        return change_of(layer, "relabel", old, put)


@dataclass(frozen=True, slots=True)
class Resize:
    """Move the borders of a span to ``[start, end)``."""

    id: str
    start: int
    end: int

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        (old,) = present_spans(layer, (self.id,))
        start, end, quote = whole_stretch(text, self.start, self.end)
        if (old.start, old.end) == (start, end):
            return change_of(layer, "resize", (), ())
        new = replace(old, start=start, end=end, quote=quote, changed_at=now())
        return change_of(layer, "resize", (old,), (new,))


@dataclass(frozen=True, slots=True)
class Describe:
    """Say more of a span: its note, its certainty, its value; ``None`` leaves a field alone."""

    id: str
    note: str | None = None
    unsure: bool | None = None
    value: tuple[Value] | None = None
    """A value in a tuple of its own, since no value is a value too."""

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        (old,) = present_spans(layer, (self.id,))
        new, act = old, "describe"
        if self.note is not None and self.note != old.note:
            _refuse_unstorable(self.note)
            new, act = replace(new, note=self.note), "note"
        if self.unsure is not None and self.unsure != old.unsure:
            new, act = replace(new, unsure=self.unsure), "unsure"
        if self.value is not None:
            new, act = replace(new, value=self.value[0], proposed=False), "value"
        if replace(new, proposed=old.proposed) == old:
            return Confirm((self.id,) if new != old else ()).plan(layer, text)
        return change_of(layer, act, (old,), (replace(new, changed_at=now()),))


@dataclass(frozen=True, slots=True)
class Confirm:
    """Say that proposed values are right; no act: nothing to undo, and the status stays."""

    ids: tuple[str, ...]

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        old = tuple(span for span in present_spans(layer, self.ids) if span.proposed)
        moment = now()
        put = tuple(replace(span, proposed=False, changed_at=moment) for span in old)
        return Change(CONFIRM, old, put, layer.state, layer.state)


@dataclass(frozen=True, slots=True)
class SetState:
    """Finish, set aside with a reason, or take up again."""

    state: LayerState
    guideline: str = ""
    """The version of the guidelines in force, which finishing stamps on the layer."""

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        _refuse_unstorable(self.state.reason)
        act = {
            Status.FINISHED: "finish",
            Status.SET_ASIDE: "set aside",
            Status.IN_PROGRESS: "reopen",
            Status.NEW: "reopen",
        }[self.state.status]
        is_stamped = act == "finish" and self.guideline not in ("", layer.guideline)
        stamp = (layer.guideline, self.guideline) if is_stamped else None
        return Change(act, (), (), layer.state, self.state, stamp=stamp)


def change_of(layer: Layer, act: str, removed: tuple[Span, ...], put: tuple[Span, ...]) -> Change:
    """Return the change of an act that takes spans out and puts others in.

    Raises:
        RefusedAct: if a label would stand twice on one stretch.
    """
    if not removed and not put:
        return Change(act, (), (), layer.state, layer.state)
    state = layer.state
    if state.status is not Status.IN_PROGRESS:
        state = LayerState(Status.IN_PROGRESS)
    change = Change(act, removed, put, layer.state, state)
    change.on(layer)
    return change


def _refuse_unstorable(text: str) -> None:
    if not is_storable(text):
        raise InvalidText(
            QT_TRANSLATE_NOOP("errors", "A note cannot hold a NUL or half of a character.")
        )


def present_spans(layer: Layer, ids: Iterable[str]) -> tuple[Span, ...]:
    """Return the spans of those ids, in the order of the text.

    Raises:
        RefusedAct: if one of them is not in the layer.
    """
    wanted = set(ids)
    spans = tuple(span for span in layer.spans if span.id in wanted)
    if len(spans) != len(wanted):
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "The span is gone: it was removed in another window.")
        )
    return spans


def whole_stretch(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return ``[start, end)`` widened to whole letters, and what it covers."""
    if not 0 <= start < end <= len(text):
        raise InvalidSpan(
            QT_TRANSLATE_NOOP(
                "errors",
                "A span from {start} to {end} lies outside the text, which ends at {last}.",
            ),
            start=start,
            end=end,
            last=len(text),
        )
    start, end = whole_letters(text, start, end)
    return start, end, text[start:end]
