"""Layers that were worked on in two places become one again: three-way, span by span.

What either side changed since both were the same (the *base*) is kept.  Where both changed one
thing, nothing is lost and the clash is told.  Which of several sides is merged first makes no
difference, but to ids and to what is told where sides moved different spans to one place.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from annotator.core.model import Layer, LayerState, Span, Status, derived_id, moment_of

_REMOVED = "null"
_ID_LENGTH = 32
_VERSION_AT = 12
_NAMED_BY_CONTENT = "5"
"""The version of UUIDs that follow from something, and where it stands; see ``derived_id``."""

_Said = TypeVar("_Said")


class ClashKind(StrEnum):
    """What was changed in two places."""

    SPAN = "span"
    """One span was changed twice, or changed and removed."""
    PLACE = "place"
    """Two spans say one label of one stretch, and differ otherwise."""
    STATUS = "status"
    """How far the author is was changed twice: the layer is in progress."""
    DETAILS = "details"
    """Something was told of an article in two ways: what the project has stays."""
    NAME = "name"
    """Two entries of the registry bear one name."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that was changed in two places, and all that was said of it."""

    kind: ClashKind
    what: str
    """Which one of that kind: the id of a span, a place, a name."""
    versions: tuple[str, ...]
    """In JSON and in order; ``null`` for a span that was removed."""

    def joined(self, versions: Iterable[str]) -> "Clash":
        """Return the clash with what else was said."""
        return replace(self, versions=tuple(sorted({*self.versions, *versions})))


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a layer."""

    layer: Layer
    """Under the revision of ours: whoever stores it counts on."""
    clashes: tuple[Clash, ...]


def merge_layers(base: Layer, ours: Layer, theirs: Layer) -> Merged:
    """Return ``ours`` with what ``theirs`` changed since both were ``base``.

    Of a span that both changed the later one (by ``changed_at``, then by content) keeps the id,
    and the other stays beside it under an id that follows from both; on one label and stretch only
    the later stays.  What one changed and the other removed stays.  Of two on one label and stretch
    that came apart the one that was made earlier stays, then the one of the smaller id.  The status
    is that of the side that changed it; where both did, nobody has seen the whole: in progress.
    """
    spans = _Spans(base, ours, theirs)
    spans.merge()
    state = _one_of(base.state, ours.state, theirs.state)
    guideline = _one_of(base.guideline, ours.guideline, theirs.guideline)
    if state is None:
        done = [one for one in (ours.state, theirs.state) if one.status is not Status.IN_PROGRESS]
        if done:
            spans.tell(ClashKind.STATUS, "", map(_told_state, done))
        state = _at_work(ours.state, theirs.state)
    layer = replace(
        ours,
        spans=tuple(sorted(spans.kept.values(), key=lambda span: span.order)),
        state=state,
        guideline=max(ours.guideline, theirs.guideline) if guideline is None else guideline,
        seconds=round(ours.seconds + max(theirs.seconds - base.seconds, 0.0), 3),
    )
    return Merged(layer, spans.clashes())


def content_of(span: Span) -> str:
    """Return what a span says, in JSON: all but its id and its times."""
    told = span.to_json()
    for key in ("id", "created_at", "changed_at"):
        del told[key]
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def copy_id(span: Span) -> str:
    """Return the id of ``span`` where another version of it has kept the id."""
    return derived_id(span.id, content_of(span))


class _Spans:
    """The spans of one layer at work."""

    def __init__(self, base: Layer, ours: Layer, theirs: Layer) -> None:
        self._base = _by_id(base)
        self._theirs = _by_id(theirs)
        self.kept = _by_id(ours)
        self._told: dict[tuple[ClashKind, str], set[str]] = defaultdict(set)

    def merge(self) -> None:
        """Bring in what theirs changed."""
        for span_id in sorted(self._base.keys() | self._theirs.keys()):
            was, said = self._base.get(span_id), self._theirs.get(span_id)
            if was == said:
                continue
            if said is None:
                assert was is not None
                self._remove(was)
            elif was is None:
                self._add(said)
            else:
                self._change(was, said)
        self._clear_places()

    def clashes(self) -> tuple[Clash, ...]:
        """Return what was changed in both."""
        return tuple(
            Clash(kind, what, tuple(sorted(versions)))
            for (kind, what), versions in sorted(self._told.items())
        )

    def tell(self, kind: ClashKind, what: str, versions: Iterable[str]) -> None:
        """Take down that something was changed in both."""
        self._told[kind, what].update(versions)

    # -- one span

    def _add(self, said: Span) -> None:
        here = self.kept.get(said.id)
        if here is None:
            self.kept[said.id] = said
        else:
            self._meet(here, said)

    def _remove(self, was: Span) -> None:
        copy = self._copy_of(was)
        if copy is not None:
            del self.kept[copy]
        here = self.kept.get(was.id)
        if here == was:
            del self.kept[was.id]
        elif here is not None:
            self.tell(ClashKind.SPAN, was.id, (_REMOVED, content_of(here)))

    def _change(self, was: Span, said: Span) -> None:
        copy = self._copy_of(was)
        if copy is not None:
            # This side's version had lost the id; the new one may win it.
            del self.kept[copy]
        here = self.kept.get(said.id)
        if here is not None and (here != was or copy is not None):
            self._meet(here, said)
        elif here is not None or copy is not None:
            self.kept[said.id] = said
        else:
            self.kept[said.id] = said
            self.tell(ClashKind.SPAN, said.id, (_REMOVED, content_of(said)))

    def _copy_of(self, was: Span) -> str | None:
        """Return the id under which ours keeps this side's version, if that has lost its own."""
        copy = copy_id(was)
        is_copy = copy in self.kept and copy not in self._base and copy not in self._theirs
        return copy if is_copy and self.kept[copy] == was else None

    def _meet(self, here: Span, said: Span) -> None:
        """Keep both versions of a span, or the later one on one label and stretch."""
        earlier, later = sorted((here, said), key=_age)
        self.kept[later.id] = later
        if here == said:
            return
        self.tell(ClashKind.SPAN, here.id, map(content_of, (here, said)))
        if earlier.place != later.place:
            lost = replace(earlier, id=copy_id(earlier))
            # A third side may have said the same, and later.
            known = self.kept.get(lost.id, lost)
            self.kept[lost.id] = max(known, lost, key=_age)

    # -- one place

    def _clear_places(self) -> None:
        """Let each label stand once on a stretch."""
        by_place: dict[tuple[int, int, str], list[Span]] = defaultdict(list)
        for span in self.kept.values():
            by_place[span.place].append(span)
        for place, spans in by_place.items():
            if len(spans) == 1:
                continue
            staying = _first_made(spans)
            for span in spans:
                if span.id != staying.id:
                    del self.kept[span.id]
            versions = set(map(content_of, spans))
            if len(versions) > 1 and not _are_versions(spans):
                self.tell(ClashKind.PLACE, json.dumps(place), versions)


def _by_id(layer: Layer) -> dict[str, Span]:
    return {span.id: span for span in layer}


def _age(span: Span) -> tuple[datetime, str]:
    return moment_of(span.changed_at), content_of(span)


def _first_made(spans: Iterable[Span]) -> Span:
    """Return the span that stays of several on one label and stretch."""
    some = list(spans)
    earliest = min(moment_of(span.created_at) for span in some)
    first = [span for span in some if moment_of(span.created_at) == earliest]
    return max(first, key=_age) if _are_versions(first) else min(first, key=lambda one: one.id)


def _are_versions(spans: Sequence[Span]) -> bool:
    """Tell whether these are versions of one span, of which the later stays and all is told."""
    return len({moment_of(span.created_at) for span in spans}) == 1 and any(
        len(span.id) == _ID_LENGTH and span.id[_VERSION_AT] == _NAMED_BY_CONTENT for span in spans
    )


def _one_of(base: _Said, ours: _Said, theirs: _Said) -> _Said | None:
    """Return what the side says that changed something; ``None`` if both did."""
    if theirs == base:
        return ours
    return theirs if ours == base else None


def _at_work(ours: LayerState, theirs: LayerState) -> LayerState:
    """Return the status of a layer that is to be looked at again; a lead's comment on it stays."""
    reasons = (one.reason for one in (ours, theirs) if one.status is Status.IN_PROGRESS)
    return LayerState(Status.IN_PROGRESS, next(reasons, ""))


def _told_state(state: LayerState) -> str:
    told: Mapping[str, str] = {"status": state.status.value, "reason": state.reason}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
