"""Conflicts that can be decided in one lot: which they are, and what would be put there.

What a lot rules of a conflict follows from the conflict alone, so that it is the same when it is
listed and when it is decided, each in a process of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from annotator.arabic import ARABIC
from annotator.core.causes import Cause
from annotator.core.decisions import Choice, majority
from annotator.core.excerpts import Quotation, quotation
from annotator.core.model import Span
from annotator.core.precedents import Earlier, pattern_of
from annotator.core.progress import Progress, Quiet
from annotator.store.project import Project
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.precedents import by_the_rules, carried_over, put_by
from annotator.workflow.review.settling import OpenConflict, derived, review_of

Asked: TypeAlias = tuple[str, str]
"""The ids of an article and of a conflict in it."""
_QUIET = Quiet()


class Lot(Protocol):
    """How conflicts are decided together."""

    def ruling(self, there: OpenConflict) -> Ruling | None:
        """Return what is decided of a conflict; ``None`` if it does not belong to the lot."""


@dataclass(frozen=True, slots=True)
class Majorities:
    """Each conflict as more than half of its layers say."""

    def ruling(self, there: OpenConflict) -> Ruling | None:
        """See ``Lot``."""
        return None if majority(there.conflict) is None else Ruling(Choice.MAJORITY)


@dataclass(frozen=True, slots=True)
class ByTheRules:
    """Each conflict of these causes as the guidelines rule."""

    causes: frozenset[Cause]

    def ruling(self, there: OpenConflict) -> Ruling | None:
        """See ``Lot``."""
        return by_the_rules(there, self.causes)


@dataclass(frozen=True, slots=True)
class Again:
    """Each conflict that is like one as that one was decided."""

    earlier: Earlier

    def ruling(self, there: OpenConflict) -> Ruling | None:
        """See ``Lot``."""
        if pattern_of(there.conflict, ARABIC.fold) != self.earlier.pattern:
            return None
        return carried_over(self.earlier, there)


@dataclass(frozen=True, slots=True)
class Case:
    """A conflict of a lot, quoted, with what would be put in its place."""

    article_id: str
    conflict: str
    """Its id."""
    cause: Cause
    quotation: Quotation
    is_stale: bool
    """Whether it was decided before, but its spans have changed since."""
    puts: tuple[tuple[Span, ...] | None, ...]
    """For each way to decide the lot; ``None`` if that way does not fit."""


def cases(
    project: Project, ways: Sequence[Lot], asked: Sequence[Asked], progress: Progress = _QUIET
) -> Iterator[Case]:
    """Yield those of the conflicts ``asked`` about that are open and that one of ``ways`` decides.

    They come article by article, in the order of the project.
    """
    wanted = by_article(asked)
    with project.reading():
        labels = project.labels.load()
        for done, one in enumerate(derived(project, list(wanted)), start=1):
            for there in review_of(one.article, one.state, labels).conflicts:
                if there.conflict.id not in wanted[one.article.id]:
                    continue
                puts = tuple(_put(way, there) for way in ways)
                if any(put is not None for put in puts):
                    conflict = there.conflict
                    quoted = quotation(one.article, conflict.start, conflict.end)
                    yield Case(
                        article_id=one.article.id,
                        conflict=conflict.id,
                        cause=there.cause,
                        quotation=quoted,
                        is_stale=bool(conflict.stale),
                        puts=puts,
                    )
            progress.advance(done, len(wanted))


def by_article(asked: Sequence[Asked]) -> Mapping[str, set[str]]:
    """Return the ids of conflicts by those of their articles."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for article_id, conflict_id in asked:
        wanted[article_id].add(conflict_id)
    return wanted


def _put(way: Lot, there: OpenConflict) -> tuple[Span, ...] | None:
    ruling = way.ruling(there)
    return None if ruling is None else put_by(ruling, there)
