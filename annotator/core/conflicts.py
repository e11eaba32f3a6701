"""Spans on which the authors of finished layers differ, joined into conflicts.

Only what layers say of the text counts: label, start, end and value.  Notes and certainty never do.
"""

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from annotator.core.model import Layer, Span
from annotator.core.values import EntryValue, Value, value_to_json

Place: TypeAlias = tuple[int, int, str]
Drawn: TypeAlias = tuple[str, Span]
"""A span and who drew it."""
Compared: TypeAlias = Value | str
"""What is compared of a value: of an entry, its id."""


def compared(span: Span) -> Compared:
    """Return what is compared of the value of ``span``; a proposed one counts as none."""
    if span.proposed:
        return None
    return span.value.entry if isinstance(span.value, EntryValue) else span.value


class Sameness:
    """Tells which spans say the same, in view of all finished layers of an article.

    Spans of one label, start and end do if the layers hold at most one value for them; that value
    is theirs.  Else the values are compared, and none is one of them.
    """

    def __init__(self, finished: Iterable[Layer]) -> None:
        self._values: dict[Place, set[Compared]] = defaultdict(set)
        for layer in finished:
            for span in layer.spans:
                value = compared(span)
                if value is not None:
                    self._values[span.place].add(value)

    def of(self, span: Span) -> Compared:
        """Return the value that ``span`` has for whoever compares."""
        values = self._values.get(span.place, set())
        return next(iter(values)) if len(values) == 1 else compared(span)

    def same(self, one: Span, other: Span) -> bool:
        """Tell whether two spans, be they in a layer or in a decision, say the same."""
        if one.place != other.place:
            return False
        values = {compared(one), compared(other)}
        if len(values) == 1:
            return True
        return len((values | self._values.get(one.place, set())) - {None}) == 1

    def is_one_value(self, place: Place) -> bool:
        """Tell whether the layers hold at most one value for what stands at ``place``."""
        return len(self._values.get(place, ())) <= 1

    def answer(self, spans: Iterable[Span]) -> frozenset[tuple[Place, Compared]]:
        """Return what tells one answer from another."""
        return frozenset((span.place, self.of(span)) for span in spans)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a conflict, and who gave it."""

    authors: tuple[str, ...]
    """In the order of their names."""
    spans: tuple[Span, ...]
    """In the order of the text; none: they marked nothing here."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A stretch on which the authors of finished layers differ."""

    id: str
    start: int
    end: int
    """Code points of the article, end exclusive."""
    spans: tuple[Drawn, ...]
    """What they drew there; nothing where all that a stale decision judged is gone."""
    options: tuple[Option, ...]
    """The most votes first; those who marked nothing stand last."""
    finished: int
    """How many layers of the article are finished."""
    stale: tuple[str, ...] = ()
    """The ids of the decisions that no longer fit what is drawn here."""
    draft: tuple[Span, ...] = ()
    """What these decisions had put."""
    unjudged: tuple[Span, ...] = ()
    """What stands here of which these decisions did not speak: the draft leaves it out."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that somebody gave, each once, in the order of their names."""
        spans = [span for _, span in self.spans] or self.draft
        return tuple(sorted({span.label for span in spans}))


def conflict_of(
    article_sha256: str,
    drawn: Iterable[Drawn],
    finished: Sequence[Layer],
    sameness: Sameness,
) -> Conflict:
    """Return the conflict of what was ``drawn``; at least one span is."""
    spans = tuple(sorted(drawn, key=_order))
    return Conflict(
        id=_conflict_id(article_sha256, spans),
        start=min(span.start for _, span in spans),
        end=max(span.end for _, span in spans),
        spans=spans,
        options=_options(spans, finished, sameness),
        finished=len(finished),
    )


def stale_conflict(
    fresh: Conflict | None,
    article_sha256: str,
    stretches: Iterable[tuple[int, int]],
    stale: Mapping[str, Sequence[Span]],
    finished: Sequence[Layer],
    judged: Container[Place],
) -> Conflict:
    """Return the conflict of stale decisions, by id with what each had put.

    ``fresh`` is the conflict of what is drawn there; ``None`` if nothing is.  Of what stands at the
    places that they ``judged`` they have spoken, or put it.
    """
    ids = tuple(sorted(stale))
    draft = _said_once(span for one in ids for span in stale[one])
    reach = list(stretches)
    if fresh is None:
        authors = tuple(sorted(layer.author for layer in finished))
        fresh = Conflict(
            id=_hash([article_sha256, *ids]),
            start=min(start for start, _ in reach),
            end=max(end for _, end in reach),
            spans=(),
            options=(Option(authors, ()),) if authors else (),
            finished=len(finished),
        )
    return replace(
        fresh,
        start=min(fresh.start, *(start for start, _ in reach)),
        end=max(fresh.end, *(end for _, end in reach)),
        stale=ids,
        draft=draft,
        unjudged=_said_once(span for _, span in fresh.spans if span.place not in judged),
    )


def _options(
    drawn: Sequence[Drawn], finished: Sequence[Layer], sameness: Sameness
) -> tuple[Option, ...]:
    by_author: dict[str, list[Span]] = {layer.author: [] for layer in finished}
    for author, span in drawn:
        by_author[author].append(span)
    answers: dict[frozenset[tuple[Place, Compared]], list[str]] = defaultdict(list)
    for author in sorted(by_author):
        answers[sameness.answer(by_author[author])].append(author)
    options = [Option(tuple(authors), _said_by(authors, by_author)) for authors in answers.values()]
    return tuple(sorted(options, key=_prominence))


def _said_by(authors: Iterable[str], by_author: Mapping[str, Sequence[Span]]) -> tuple[Span, ...]:
    """Return the spans of one answer, each with a confirmed value if anybody's has one."""
    best: dict[Place, Span] = {}
    for author in authors:
        for span in by_author[author]:
            known = best.get(span.place)
            if known is None or _certainty(span) > _certainty(known):
                best[span.place] = span
    return tuple(sorted(best.values(), key=lambda span: span.order))


def _said_once(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return one span of each place, in the order of the text."""
    by_place = {span.place: span for span in spans}
    return tuple(sorted(by_place.values(), key=lambda span: span.order))


def _certainty(span: Span) -> int:
    return 0 if span.value is None else 1 + span.is_confirmed


def _prominence(option: Option) -> tuple[bool, int, list[tuple[int, int, str, str]]]:
    """Sort key: it does not follow the names, which would tell whose answer is whose."""
    told = [(*span.order, _value_told(span)) for span in option.spans]
    return not option.spans, -len(option.authors), told


def joined(drawn: Iterable[Drawn], also: Iterable[Sequence[Drawn]] = ()) -> list[list[Drawn]]:
    """Return ``drawn`` in groups of what is about one thing; see ``are_joined``.

    Each of ``also`` belongs together anyhow; what it holds is among ``drawn``.
    """
    spans = sorted(drawn, key=_order)
    groups = _Groups(len(spans))
    near: list[int] = []
    for index, one in enumerate(spans):
        near = [other for other in near if spans[other][1].end > one[1].start]
        for other in near:
            if are_joined(spans[other], one):
                groups.join(other, index)
        near.append(index)
    places = {(author, span.id): index for index, (author, span) in enumerate(spans)}
    for together in also:
        indexes = [places[author, span.id] for author, span in together]
        for index in indexes[1:]:
            groups.join(indexes[0], index)
    found: dict[int, list[Drawn]] = defaultdict(list)
    for index, one in enumerate(spans):
        found[groups.of(index)].append(one)
    return list(found.values())


class _Groups:
    """Disjoint sets of numbers (union by halving the paths)."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def of(self, index: int) -> int:
        while self._parents[index] != index:
            self._parents[index] = self._parents[self._parents[index]]
            index = self._parents[index]
        return index

    def join(self, one: int, other: int) -> None:
        self._parents[self.of(other)] = self.of(one)


def are_joined(one: Drawn, other: Drawn) -> bool:
    """Tell whether two spans belong to one conflict: different authors drew them of one thing."""
    (author, span), (other_author, other_span) = one, other
    return author != other_author and are_of_one_thing(span, other_span)


def are_of_one_thing(one: Span, other: Span) -> bool:
    """Tell whether two spans say something of the same thing.

    They do if they overlap and have the same label, or overlap by at least half of the longer one.
    """
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return False
    longer = max(one.end - one.start, other.end - other.start)
    return one.label == other.label or 2 * shared >= longer


def _order(one: Drawn) -> tuple[int, int, str, str]:
    author, span = one
    return *span.place, author


def _conflict_id(article_sha256: str, drawn: Iterable[Drawn]) -> str:
    parts = [article_sha256]
    for author, span in drawn:
        parts += [author, span.label, str(span.start), str(span.end), _value_told(span)]
    return _hash(parts)


def _value_told(span: Span) -> str:
    if span.proposed or span.value is None:
        return "{}"
    value = value_to_json(span.value)
    # An entry is compared by its id: its name may change.
    return json.dumps(value.get("entry", value), ensure_ascii=False, sort_keys=True)


def _hash(parts: Iterable[str]) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]
