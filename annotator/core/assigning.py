"""Which author is to work on which article: handed out evenly, by chance that can be repeated.

Chance is a hash of the seed and of the text: the same articles, authors and seed give the same
assignments in every project, on every machine and in whatever order they came.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from types import MappingProxyType

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct

SHARE = 0.2
"""The share of the articles that several authors get, if nobody says another."""
_SLACK = 1e-9
"""What a share of articles may exceed a whole number by, as 0.1 is no binary fraction."""


@dataclass(frozen=True, slots=True)
class HandingPlan:
    """How articles are to be handed out."""

    authors: tuple[str, ...]
    per_article: int
    """How many authors get an article that is to be compared."""
    share: float = SHARE
    """How many of all articles these are, rounded up; one at least where there are two authors."""
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.authors:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "Name the authors who get articles."))
        twice = [name for name, count in Counter(self.authors).items() if count > 1]
        if twice:
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "“{author}” is named twice."), author=twice[0]
            )
        if self.per_article < min(2, len(self.authors)):
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "An article that is to be compared needs two authors at least. Ask for 2 or"
                    " more for each.",
                )
            )
        if self.per_article > len(self.authors):
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "An article cannot go to more authors than are named: {most}. Name more, or"
                    " ask for fewer for each.",
                ),
                most=len(self.authors),
            )
        if not 0 <= self.share <= 1:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "The share of articles to be compared is a number from 0 to 1."
                )
            )

    def shared_of(self, articles: int) -> int:
        """Return how many of so many articles several authors are to get."""
        if self.per_article < 2 or not articles:
            return 0
        return max(1, ceil(self.share * articles - _SLACK))


def hand_out(
    plan: HandingPlan,
    articles: Mapping[str, str],
    assigned: Mapping[str, Collection[str]],
    begun: Mapping[str, Collection[str]],
    barred: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> dict[str, tuple[str, ...]]:
    """Return who gets each article that nobody has yet.

    ``articles`` are the hashes of their texts by id; ``assigned`` and ``begun`` tell who has an
    article, and who has begun to work on one: they get it before anybody else.  ``barred`` tells
    who must not get one; what all are barred from is left out.
    """
    new = [
        one
        for one in articles
        if not assigned.get(one) and not set(plan.authors).issubset(barred.get(one, ()))
    ]
    new.sort(key=lambda one: _chance(plan.seed, articles[one]))
    ready = {one: _named(plan, begun.get(one, ())) for one in new}
    # What two have begun can be compared already.
    new.sort(key=lambda one: len(ready[one]) < 2)
    shared = sum(len(set(authors)) > 1 for authors in assigned.values())
    lacking = plan.shared_of(len(articles)) - shared
    loads = _Loads(assigned)
    return {
        one: loads.give(
            plan,
            articles[one],
            plan.per_article if place < lacking else 1,
            ready[one],
            barred.get(one, ()),
        )
        for place, one in enumerate(new)
    }


def _named(plan: HandingPlan, authors: Collection[str]) -> list[str]:
    return sorted(set(authors).intersection(plan.authors))


class _Loads:
    """How many articles each author has, and how many each two have together."""

    def __init__(self, assigned: Mapping[str, Collection[str]]) -> None:
        self._articles: Counter[str] = Counter()
        self._pairs: Counter[frozenset[str]] = Counter()
        for authors in assigned.values():
            self._count(sorted(set(authors)))

    def give(
        self, plan: HandingPlan, text: str, many: int, first: list[str], barred: Collection[str]
    ) -> tuple[str, ...]:
        """Return who gets an article: those who come ``first``, then who has the least."""
        chosen = list(first)
        others = [one for one in plan.authors if one not in chosen and one not in barred]
        while others and len(chosen) < many:
            least = min(others, key=lambda author: self._burden(plan, text, author, chosen))
            others.remove(least)
            chosen.append(least)
        self._count(chosen)
        return tuple(chosen)

    def _burden(
        self, plan: HandingPlan, text: str, author: str, chosen: list[str]
    ) -> tuple[int, int, bytes]:
        together = sum(self._pairs[frozenset((author, other))] for other in chosen)
        return self._articles[author], together, _chance(plan.seed, text, author)

    def _count(self, authors: Sequence[str]) -> None:
        self._articles.update(authors)
        self._pairs.update(
            frozenset((one, other))
            for place, one in enumerate(authors)
            for other in authors[place + 1 :]
        )


def _chance(*parts: object) -> bytes:
    return sha256("\x1f".join(map(str, parts)).encode()).digest()
