"""What follows from finished layers: agreed spans, conflicts, gold.

Gold is derived, never stored.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID, uuid5

from annotator.core.model import GOLD, Article, Layer, LayerState, Span, Status
from annotator.core.values import EntryValue, Value, value_to_json

NAMESPACE = UUID("6f0e6a52-5d0f-5f5c-9a43-0f3f6f6f1b7e")
"""Names made of data (gold spans, entries) are UUIDs of version 5 under this one."""

Place = tuple[int, int, str]
Drawn = tuple[str, Span]
"""A span and who drew it."""


def derived_id(*parts: object) -> str:
    """Return the id that follows from ``parts``: the same in every file."""
    return uuid5(NAMESPACE, "\x1f".join(map(str, parts))).hex


@dataclass(frozen=True, slots=True)
class Conflict:
    """Spans on which the authors of finished layers differ."""

    id: str
    spans: tuple[Drawn, ...]

    @property
    def start(self) -> int:
        """Where the first of its spans starts."""
        return min(span.start for _, span in self.spans)

    @property
    def end(self) -> int:
        """Where the last of its spans ends."""
        return max(span.end for _, span in self.spans)


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled of an article, and what is not."""

    gold: Layer
    conflicts: tuple[Conflict, ...]
    finished: int
    """How many layers are finished."""
    ready: bool


def settle(article: Article, layers: Iterable[Layer]) -> Settled:
    """Derive gold for ``article`` from the layers of its human authors.

    Entries are compared by id: give layers in which merged ones are replaced already, see
    ``core.registry.CurrentEntries``.  An article with one finished layer is not ready: a lead has
    yet to accept it.
    """
    layers = list(layers)
    finished = [layer for layer in layers if layer.status is Status.FINISHED]
    agreed, rest = _agreed(finished)
    conflicts = tuple(_conflicts(article.sha256, rest))
    gold = tuple(sorted((_gold_span(article, spans) for spans in agreed), key=lambda s: s.order))
    everybody = all(layer.status in (Status.FINISHED, Status.NEW) for layer in layers)
    return Settled(
        gold=Layer(
            article_id=article.id,
            author=GOLD,
            spans=gold,
            state=LayerState(Status.FINISHED if finished else Status.NEW),
        ),
        conflicts=conflicts,
        finished=len(finished),
        ready=len(finished) > 1 and everybody and not conflicts,
    )


def _agreed(finished: Sequence[Layer]) -> tuple[list[list[Span]], list[Drawn]]:
    """Return the groups of spans that are the same in all layers, and all other spans."""
    by_place: dict[Place, list[Drawn]] = defaultdict(list)
    for layer in finished:
        for span in layer.spans:
            by_place[span.place].append((layer.author, span))
    agreed: list[list[Span]] = []
    rest: list[Drawn] = []
    for drawn in by_place.values():
        if len(drawn) == len(finished) and _is_one_value(span for _, span in drawn):
            agreed.append([span for _, span in drawn])
        else:
            rest.extend(drawn)
    return agreed, rest


def _is_one_value(spans: Iterable[Span]) -> bool:
    return len({_compared(span) for span in spans} - {None}) <= 1


def _compared(span: Span) -> Value | str:
    """Return what is compared of a value: entries by id; proposed ones count as empty."""
    if span.proposed:
        return None
    return span.value.entry if isinstance(span.value, EntryValue) else span.value


def _gold_span(article: Article, spans: Sequence[Span]) -> Span:
    first = min(spans, key=lambda span: (_moment(span.created_at), span.id))
    confirmed = [span.value for span in spans if span.value is not None and not span.proposed]
    proposed = [span.value for span in spans if span.value is not None]
    return Span(
        start=first.start,
        end=first.end,
        label=first.label,
        quote=first.quote,
        value=next(iter(confirmed or proposed), None),
        proposed=bool(proposed and not confirmed),
        origin=first.origin,
        id=derived_id(article.sha256, first.label, first.start, first.end),
        created_at=first.created_at,
        changed_at=max((span.changed_at for span in spans), key=_moment),
    )


def _moment(written: str) -> datetime:
    """Return the point in time that is written: one may be written in many ways.

    What is no time at all, in a damaged file, is the latest.
    """
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _conflicts(article_sha256: str, drawn: list[Drawn]) -> list[Conflict]:
    """Join the spans that are about one thing; see ``are_joined``."""
    drawn = sorted(drawn, key=lambda one: (one[1].start, one[1].end, one[1].label, one[0]))
    root = list(range(len(drawn)))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    near: list[int] = []
    for index, one in enumerate(drawn):
        near = [other for other in near if drawn[other][1].end > one[1].start]
        for other in near:
            if are_joined(drawn[other], one):
                root[find(index)] = find(other)
        near.append(index)
    groups: dict[int, list[Drawn]] = defaultdict(list)
    for index, one in enumerate(drawn):
        groups[find(index)].append(one)
    return [
        Conflict(_conflict_id(article_sha256, group), tuple(group)) for group in groups.values()
    ]


def are_joined(one: Drawn, other: Drawn) -> bool:
    """Tell whether two spans belong to one conflict.

    They do if different authors drew them and they overlap and have the same label, or overlap
    by at least half of the longer one.
    """
    (author, span), (other_author, other_span) = one, other
    shared = min(span.end, other_span.end) - max(span.start, other_span.start)
    if author == other_author or shared <= 0:
        return False
    longer = max(span.end - span.start, other_span.end - other_span.start)
    return span.label == other_span.label or 2 * shared >= longer


def _conflict_id(article_sha256: str, drawn: Iterable[Drawn]) -> str:
    parts = [article_sha256]
    for author, span in drawn:
        value = {} if span.proposed else value_to_json(span.value)
        # An entry is compared by its id: its name may change.
        told = json.dumps(value.get("entry", value), ensure_ascii=False, sort_keys=True)
        parts += [author, span.label, str(span.start), str(span.end), told]
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]
