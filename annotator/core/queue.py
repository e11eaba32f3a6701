"""The open conflicts as a lead goes through them: which of them, and in what order.

There may be tens of thousands: a row holds only what the list shows and looks for.
"""

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from annotator.core.causes import Cause

_LONGEST = 80
_FEW = 20
"""So many new rows find their places sooner one by one than all rows together."""


class QueueOrder(StrEnum):
    """In what order conflicts come."""

    ARTICLE = "article"
    WORST = "worst"
    CAUSE = "cause"
    LABEL = "label"
    SURFACE = "surface"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the list shows of a conflict that waits for a lead."""

    id: str
    """That of the conflict."""
    article_id: str
    article: str
    """The name of the article."""
    number: int
    """The number of the article, which tells the order of articles."""
    start: int
    end: int
    cause: Cause
    labels: tuple[str, ...]
    """Those that somebody gave, each once."""
    quote: str
    """The words, on one line."""
    folded: str
    """The words as they are searched for."""
    votes: tuple[int, ...]
    """How many authors stand behind each answer."""
    is_stale: bool
    """Whether it was decided before."""
    pattern: str = ""
    """What it has in common with those that are alike; empty if it is like none."""

    @property
    def place(self) -> tuple[int, int, int, str]:
        """Sort key of the order of the articles and their text."""
        return self.number, self.start, self.end, self.id

    @property
    def has_majority(self) -> bool:
        """Whether more than half of the layers agree on an answer."""
        return 2 * max(self.votes, default=0) > sum(self.votes)


def one_line(text: str) -> str:
    """Return ``text`` on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def surface(folded: str) -> str:
    """Return the words by which conflicts are ordered: without quotes and punctuation."""
    return " ".join(_SIGNS.sub("", folded).split()) or folded


def _worst(one: Waiting) -> tuple[float, int]:
    """Sort key: the less they agree, and the more answers there are, the sooner."""
    return max(one.votes, default=0) / max(1, sum(one.votes)), -len(one.votes)


_SIGNS = re.compile(r"[^\w\s]+")
_PLACE = attrgetter("number", "start", "end", "id")
"""``Waiting.place``, but fast: tens of thousands are sorted while a key is waited for."""
_CAUSES = {cause: number for number, cause in enumerate(Cause)}
_KEYS: Mapping[QueueOrder, Callable[[Waiting], tuple[object, ...]]] = {
    QueueOrder.ARTICLE: lambda one: (),
    QueueOrder.WORST: _worst,
    QueueOrder.CAUSE: lambda one: (_CAUSES[one.cause],),
    QueueOrder.LABEL: lambda one: (one.labels,),
    QueueOrder.SURFACE: lambda one: (surface(one.folded),),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which conflicts a lead wants to see, and in what order; what is empty leaves nothing out."""

    words: str = ""
    """Folded, as they may stand anywhere in what is marked."""
    cause: Cause | None = None
    label: str | None = None
    article_id: str | None = None
    order: QueueOrder = QueueOrder.ARTICLE

    @property
    def leaves_out(self) -> bool:
        """Whether some conflicts may not be wanted."""
        return bool(self.words or self.cause or self.label or self.article_id)

    def listed(self, rows: Iterable[Waiting]) -> list[Waiting]:
        """Return those of ``rows`` that are wanted, in their order."""
        found = sorted(filter(self._holds, rows) if self.leaves_out else rows, key=_PLACE)
        if self.order is not QueueOrder.ARTICLE:
            found.sort(key=_KEYS[self.order])
        return found

    def relisted(
        self, listed: Iterable[Waiting], article_id: str, rows: Iterable[Waiting]
    ) -> list[Waiting]:
        """Return what was ``listed`` with other rows of one article; nothing is sorted anew."""
        wanted = {one.id: one for one in filter(self._holds, rows)}
        kept = []
        for one in listed:
            if one.article_id != article_id:
                kept.append(one)
            elif wanted.get(one.id) == one:
                kept.append(wanted.pop(one.id))
        if len(wanted) > _FEW:
            return self.listed([*kept, *wanted.values()])
        for one in wanted.values():
            insort(kept, one, key=self._rank)
        return kept

    def _rank(self, one: Waiting) -> tuple[object, ...]:
        return *_KEYS[self.order](one), *one.place

    def _holds(self, one: Waiting) -> bool:
        return (
            (self.cause is None or one.cause is self.cause)
            and (self.label is None or self.label in one.labels)
            and (self.article_id is None or one.article_id == self.article_id)
            and self.words in one.folded
        )


@dataclass(slots=True)
class Queue:
    """All open conflicts that are known, by their articles."""

    stamps: dict[str, str] = field(default_factory=dict)
    """For each article what tells whether it has changed; ``""`` wants to be looked at again."""
    _rows: dict[str, tuple[Waiting, ...]] = field(default_factory=dict)
    _alike: dict[str, dict[str, Waiting]] = field(default_factory=lambda: defaultdict(dict))
    """By pattern and id."""

    def put(self, article_id: str, stamp: str, rows: tuple[Waiting, ...]) -> bool:
        """Take what is open in an article now; tell whether that is something else than before."""
        self.stamps[article_id] = stamp
        is_new = self.of(article_id) != rows
        if is_new:
            self._forget(article_id)
        if rows and is_new:
            self._rows[article_id] = rows
            for one in rows:
                self._alike[one.pattern][one.id] = one
        return is_new

    def drop(self, article_id: str) -> bool:
        """Forget an article; tell whether something was open in it."""
        self.stamps.pop(article_id, None)
        return self._forget(article_id)

    def _forget(self, article_id: str) -> bool:
        rows = self._rows.pop(article_id, ())
        for one in rows:
            del self._alike[one.pattern][one.id]
        return bool(rows)

    def of(self, article_id: str) -> tuple[Waiting, ...]:
        """Return what is open in an article."""
        return self._rows.get(article_id, ())

    def alike(self, pattern: str) -> list[Waiting]:
        """Return what is open and alike, in the order of the project."""
        if not pattern or pattern not in self._alike:
            return []
        return sorted(self._alike[pattern].values(), key=_PLACE)

    def count_alike(self, pattern: str) -> int:
        """Return how many open conflicts are alike."""
        return len(self._alike[pattern]) if pattern and pattern in self._alike else 0

    def all(self) -> Iterable[Waiting]:
        """Return all that is open, article by article."""
        return (one for rows in self._rows.values() for one in rows)

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))
