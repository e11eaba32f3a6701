"""Layers that were worked on in several places become one again, span by span.

What any line of work changed since all were the same (the *base*) is kept.  Where several changed
one thing, nothing is lost and the clash is told.  The lines are looked at together, so their order
makes no difference.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from annotator.core.conflicts import Place
from annotator.core.model import Layer, LayerState, Span, Status, derived_id, moment_of

_REMOVED = "null"
_ID_LENGTH = 32
_VERSION_AT = 12
_NAMED_BY_CONTENT = "5"
"""The version of UUIDs that follow from something, and where it stands; see ``derived_id``."""


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
class ToldClash:
    """A clash, and where it is."""

    article: str
    """The name of the article; empty for a name of the registry."""
    author: str | None
    clash: Clash


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a layer."""

    layer: Layer
    """Under the revision of ours: whoever stores it counts on."""
    clashes: tuple[Clash, ...]


def join_lines(base: Layer, lines: Sequence[Layer]) -> Merged:
    """Return what became of ``base`` where it was worked on in several ``lines``, in any order.

    Of a span that several changed the latest (by ``changed_at``, then by content) keeps the id, and
    the others stay beside it under ids that follow from both; on one label and stretch only the
    latest stays.  What one changed and another removed stays.  Of several on one label and stretch
    that came apart the one that was made earlier stays, then the one of the smaller id.  The status
    is that of the line that changed it; where several did, nobody has seen the whole: in progress.
    """
    spans = _Spans(base, lines)
    spans.join()
    states = [line.state for line in lines if line.state != base.state]
    if len(states) > 1:
        done = [state for state in states if state.status is not Status.IN_PROGRESS]
        if done:
            spans.tell(ClashKind.STATUS, "", map(_told_state, done))
        states = [_at_work(states)]
    guidelines = {line.guideline for line in lines} - {base.guideline}
    seconds = sum(max(line.seconds - base.seconds, 0.0) for line in lines)
    layer = replace(
        base,
        spans=tuple(sorted(spans.kept.values(), key=lambda span: span.order)),
        state=states[0] if states else base.state,
        guideline=max(guidelines, default=base.guideline),
        seconds=round(base.seconds + seconds, 3),
    )
    return Merged(layer, spans.clashes())


def merge_layers(base: Layer, ours: Layer, theirs: Layer) -> Merged:
    """Return ``ours`` with what ``theirs`` changed since both were ``base``; see ``join_lines``."""
    joined = join_lines(base, (_without_outlived(base, ours, theirs), theirs))
    layer = replace(joined.layer, article_id=ours.article_id, revision=ours.revision)
    return replace(joined, layer=layer)


def merge_lines(
    base: Layer, ours: Layer, before: Sequence[Layer], after: Sequence[Layer]
) -> Merged:
    """Return ``ours``, to which the lines ``before`` have led, with what those ``after`` changed.

    All lines began at ``base``, ours among them as it was before the others came.  They are joined
    anew each time one comes or goes on: one by one, the first that come would be taken for what all
    agree on.
    """
    was, now = join_lines(base, before), join_lines(base, after)
    merged = merge_layers(was.layer, ours, now.layer)
    told: dict[tuple[ClashKind, str], Clash] = {}
    for clash in (*now.clashes, *merged.clashes):
        key = clash.kind, clash.what
        told[key] = told[key].joined(clash.versions) if key in told else clash
    return replace(merged, clashes=tuple(clash for _, clash in sorted(told.items())))


def content_of(span: Span) -> str:
    """Return what a span says, in JSON: all but its id and its times."""
    told = span.to_json()
    for key in ("id", "created_at", "changed_at"):
        del told[key]
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def copy_id(span: Span) -> str:
    """Return the id of ``span`` where another version of it has kept the id."""
    return derived_id(span.id, content_of(span))


def _without_outlived(base: Layer, ours: Layer, theirs: Layer) -> Layer:
    """Return ``ours`` without what it keeps of theirs under other ids and theirs has outgrown.

    A version that has lost its id may win it when it is changed again.
    """
    was, said = _by_id(base), _by_id(theirs)
    copies = {
        copy_id(span): span
        for span in base
        if said.get(span.id) != span and copy_id(span) not in was.keys() | said.keys()
    }
    spans = (span for span in ours if copies.get(span.id) != span)
    return replace(ours, spans=tuple(spans))


class _Spans:
    """The spans of one layer at work."""

    def __init__(self, base: Layer, lines: Sequence[Layer]) -> None:
        self._base = _by_id(base)
        self._lines = list(map(_by_id, lines))
        self.kept: dict[str, Span] = {}
        self._said_of: dict[Place, set[str]] = defaultdict(set)
        """All that was said of each place."""
        self._told: dict[tuple[ClashKind, str], set[str]] = defaultdict(set)

    def join(self) -> None:
        """Keep what stays of all lines."""
        for span_id in sorted(self._base.keys() | {key for line in self._lines for key in line}):
            was = self._base.get(span_id)
            there = [line.get(span_id) for line in self._lines]
            said = [one for one in there if one != was]
            # Where nobody said anything new, somebody may have said it again, and later.
            self._settle(span_id, said or [was, *there])
        self._clear_places()

    def clashes(self) -> tuple[Clash, ...]:
        """Return what was changed in several lines."""
        return tuple(
            Clash(kind, what, tuple(sorted(versions)))
            for (kind, what), versions in sorted(self._told.items())
        )

    def tell(self, kind: ClashKind, what: str, versions: Iterable[str]) -> None:
        """Take down that something was changed in several lines."""
        self._told[kind, what].update(versions)

    # -- one span

    def _settle(self, span_id: str, said: Sequence[Span | None]) -> None:
        """Keep what was said of a span: the latest version as it is, others beside it."""
        versions = sorted(filter(None, said), key=_age)
        contents = {_REMOVED if one is None else content_of(one) for one in said}
        if len(contents) > 1:
            self.tell(ClashKind.SPAN, span_id, contents)
        if not versions:
            return
        for version in versions:
            self._said_of[version.place].add(content_of(version))
        *earlier, latest = versions
        self._keep(latest)
        for lost in earlier:
            if lost.place != latest.place:
                self._keep(replace(lost, id=copy_id(lost)))

    def _keep(self, span: Span) -> None:
        """Keep a span; of several that say the same under one id, the latest."""
        self.kept[span.id] = max(self.kept.get(span.id, span), span, key=_age)

    # -- one place

    def _clear_places(self) -> None:
        """Let each label stand once on a stretch."""
        by_place: dict[Place, list[Span]] = defaultdict(list)
        for span in self.kept.values():
            by_place[span.place].append(span)
        for place, spans in by_place.items():
            if len(spans) == 1:
                continue
            staying = _first_made(spans)
            for span in spans:
                if span.id != staying.id:
                    del self.kept[span.id]
            if len(self._said_of[place]) > 1 and not _are_versions(spans):
                self.tell(ClashKind.PLACE, json.dumps(place), self._said_of[place])


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


def _at_work(states: Iterable[LayerState]) -> LayerState:
    """Return the status of a layer that is to be looked at again; a lead's comment on it stays."""
    reasons = (one.reason for one in states if one.status is Status.IN_PROGRESS)
    return LayerState(Status.IN_PROGRESS, max(reasons, default=""))


def _told_state(state: LayerState) -> str:
    told: Mapping[str, str] = {"status": state.status.value, "reason": state.reason}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
