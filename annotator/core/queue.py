"""The open conflicts as a lead goes through them: which of them, and in what order.

There may be tens of thousands: a row holds only what the list shows and looks for.
"""

from bisect import insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.core.causes import Cause

_LONGEST = 80


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

    @property
    def place(self) -> tuple[int, int, int, str]:
        """Sort key of the order of the articles and their text."""
        return self.number, self.start, self.end, self.id


def one_line(text: str) -> str:
    """Return ``text`` on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _worst(one: Waiting) -> tuple[float, int]:
    """Sort key: the less they agree, and the more answers there are, the sooner."""
    return max(one.votes, default=0) / max(1, sum(one.votes)), -len(one.votes)


_CAUSES = {cause: number for number, cause in enumerate(Cause)}
_KEYS: Mapping[QueueOrder, Callable[[Waiting], tuple[object, ...]]] = {
    QueueOrder.ARTICLE: lambda one: (),
    QueueOrder.WORST: _worst,
    QueueOrder.CAUSE: lambda one: (_CAUSES[one.cause],),
    QueueOrder.LABEL: lambda one: (one.labels,),
    QueueOrder.SURFACE: lambda one: (one.folded,),
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

    def listed(self, rows: Iterable[Waiting]) -> list[Waiting]:
        """Return those of ``rows`` that are wanted, in their order."""
        return sorted(filter(self._holds, rows), key=self._rank)

    def relisted(
        self, listed: Iterable[Waiting], article_id: str, rows: Iterable[Waiting]
    ) -> list[Waiting]:
        """Return what was ``listed`` with other rows of one article; nothing is sorted anew."""
        kept = [one for one in listed if one.article_id != article_id]
        for one in filter(self._holds, rows):
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

    def put(self, article_id: str, stamp: str, rows: tuple[Waiting, ...]) -> bool:
        """Take what is open in an article now; tell whether that is something else than before."""
        self.stamps[article_id] = stamp
        is_new = self.of(article_id) != rows
        if rows:
            self._rows[article_id] = rows
        else:
            self._rows.pop(article_id, None)
        return is_new

    def drop(self, article_id: str) -> bool:
        """Forget an article; tell whether something was open in it."""
        self.stamps.pop(article_id, None)
        return self._rows.pop(article_id, None) is not None

    def of(self, article_id: str) -> tuple[Waiting, ...]:
        """Return what is open in an article."""
        return self._rows.get(article_id, ())

    def all(self) -> Iterable[Waiting]:
        """Return all that is open, article by article."""
        return (one for rows in self._rows.values() for one in rows)

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))
