"""Train, dev and test: articles parted so that nothing leaks from one split into another.

In this order: no leak (near-duplicates, and what a lead says belongs together, share a split);
stable (an article stays in the split that it had in an earlier release); sizes; and labels spread
as evenly as the sizes allow.  The same articles and the same seed give the same splits on every
machine, in whatever order the articles come.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from itertools import accumulate

_SLIP = 1e-9
"""So far may sums of shares be off."""


class SplitBy(StrEnum):
    """What decides on the split of an article, where no earlier release does."""

    RANDOM = "random"
    TIME = "time"
    """The oldest articles come first, into train; the newest last, into test."""
    OUTLET = "outlet"
    """All articles of an outlet share a split, so that a test tells of outlets never seen."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that waits for its split."""

    key: str
    """What it is known by from one release to the next: the hash of its text."""
    labels: Mapping[str, int] = field(default_factory=dict)
    """How many spans of each label it has."""
    published: str | None = None
    outlet: str | None = None
    before: str | None = None
    """The split that it had in an earlier release."""
    is_ready: bool = True
    """Whether it is to be released; else others keep clear of it in the split that it had."""


@dataclass(frozen=True, slots=True)
class Parted:
    """Which article is in which split."""

    splits: dict[str, str]
    """By the keys of the articles."""
    bridging: dict[str, str]
    """The articles that are in none, each with that of another split which it is too near to."""


def part(
    candidates: Iterable[Candidate],
    joined: Iterable[tuple[str, str]],
    shares: Mapping[str, int],
    *,
    seed: int = 0,
    by: SplitBy = SplitBy.RANDOM,
) -> Parted:
    """Part articles into splits of ``shares``, such as ``{"train": 80, "dev": 10, "test": 10}``.

    ``joined`` are pairs of keys that must share a split.  By outlet, an article that must share
    one with an article of an outlet elsewhere is left out; else such articles go together.  An
    article that is not ready and was not released before is not to be among the candidates.
    """
    ordered = sorted(candidates, key=lambda one: _chance(seed, one.key))
    near: dict[str, set[str]] = defaultdict(set)
    known = {one.key for one in ordered}
    for one, other in joined:
        if one in known and other in known:
            near[one].add(other)
            near[other].add(one)
    neighbours = {key: sorted(others) for key, others in near.items()}
    return _Parting(ordered, neighbours, _Filling(shares, ordered), by).part()


def _chance(seed: int, key: str) -> str:
    return sha256(f"{seed}\x1f{key}".encode()).hexdigest()


def out_of_time(
    candidates: Iterable[Candidate], splits: Mapping[str, str], shares: Iterable[str]
) -> int:
    """Return how many articles are older than the newest one of an earlier split.

    By time there are some where they were released before, or tell the story of a newer one.
    """
    days: dict[str, list[str]] = defaultdict(list)
    for one in candidates:
        if one.published and one.key in splits:
            days[splits[one.key]].append(one.published)
    found, newest = 0, ""
    for split in shares:
        found += sum(day < newest for day in days[split])
        newest = max([newest, *days[split]])
    return found


def parted_outlets(candidates: Iterable[Candidate], splits: Mapping[str, str]) -> int:
    """Return how many outlets have articles in several splits.

    By outlet there are some where they were released so before.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for one in candidates:
        if one.outlet and one.key in splits:
            found[one.outlet].add(splits[one.key])
    return sum(len(theirs) > 1 for theirs in found.values())


class _Parting:
    """Gives each article its split, those of earlier releases first."""

    def __init__(
        self,
        ordered: Sequence[Candidate],
        near: Mapping[str, Sequence[str]],
        filling: "_Filling",
        by: SplitBy,
    ) -> None:
        self._candidates = {one.key: one for one in ordered}
        self._near = near
        self._filling = filling
        self._by = by
        self._parted = Parted({}, {})

    def part(self) -> Parted:
        """Give all articles their splits, and say which are in none."""
        # If two that were released turn out to be too near, it is better to keep the one that
        # can be released again.
        for one in sorted(self._candidates.values(), key=lambda one: not one.is_ready):
            if one.before is not None:
                self._put(one, one.before)
        if self._by is SplitBy.OUTLET:
            self._part_outlets()
        self._draw_near()
        units = list(self._units())
        if self._by is SplitBy.TIME:
            self._part_by_time(units)
        else:
            self._part_by_size(units)
        return self._of_ready()

    def _of_ready(self) -> Parted:
        """Return what came of those that are to be released."""
        ready = {one.key for one in self._candidates.values() if one.is_ready}
        return Parted(
            *(
                {key: told for key, told in found.items() if key in ready}
                for found in (self._parted.splits, self._parted.bridging)
            )
        )

    def _put(self, one: Candidate, split: str) -> None:
        """Put an article into a split, unless that would bring it too near to another split."""
        splits = self._parted.splits
        elsewhere = (key for key in self._near.get(one.key, ()) if splits.get(key, split) != split)
        bridged = next(elsewhere, None)
        if bridged is None:
            splits[one.key] = split
            if one.is_ready:
                self._filling.put(one, split)
        else:
            self._parted.bridging[one.key] = bridged

    def _draw_near(self) -> None:
        """Let what is near to articles that have a split go there too, and what is near to that."""
        splits = self._parted.splits
        waiting = deque(near for key in list(splits) for near in self._near.get(key, ()))
        while waiting:
            key = waiting.popleft()
            if self._is_waiting(key):
                split = next(splits[near] for near in self._near[key] if near in splits)
                self._put(self._candidates[key], split)
                if key in splits:
                    waiting += self._near[key]

    def _is_waiting(self, key: str) -> bool:
        return key not in self._parted.splits and key not in self._parted.bridging

    def _units(self) -> Iterator[list[Candidate]]:
        """Yield the articles that wait for a split: together those that must share one."""
        found: set[str] = set()
        for key in self._candidates:
            unit: list[Candidate] = []
            waiting = deque([key])
            while waiting:
                one = waiting.popleft()
                if one not in found and self._is_waiting(one):
                    found.add(one)
                    unit.append(self._candidates[one])
                    waiting += self._near.get(one, ())
            if unit:
                yield unit

    def _part_by_size(self, units: list[list[Candidate]]) -> None:
        for unit in sorted(units, key=len, reverse=True):  # what is large fits while there is room
            self._put_all(unit, self._filling.neediest(unit))

    def _put_all(self, unit: Iterable[Candidate], split: str) -> None:
        for one in unit:
            self._put(one, split)

    def _part_outlets(self) -> None:
        """Keep each outlet whole: where it was released from, else where it is wanted most.

        What has no outlet goes by likeness, and never draws two outlets together.
        """
        outlets: dict[str, list[Candidate]] = defaultdict(list)
        there: dict[str, Counter[str]] = defaultdict(Counter)
        for one in self._candidates.values():
            if one.outlet is None:
                continue
            if self._is_waiting(one.key):
                outlets[one.outlet].append(one)
            elif one.key in self._parted.splits:
                there[one.outlet][self._parted.splits[one.key]] += 1
        for outlet, unit in sorted(outlets.items(), key=lambda one: len(one[1]), reverse=True):
            before = there.get(outlet)
            if before:
                split = min(before, key=lambda split: (-before[split], split))
            else:
                split = self._filling.neediest(unit)
            self._put_all(unit, split)

    def _part_by_time(self, units: list[list[Candidate]]) -> None:
        """Cut the line of all articles where the splits are full: it never goes back to one."""
        # A unit is as new as its newest article: train must not know what test asks.
        units.sort(key=lambda unit: max(one.published or "" for one in unit))
        cuts = self._filling.cuts(sum(map(len, units)))
        before = 0
        for unit in units:
            middle = before + len(unit) / 2
            split = next((split for split, end in cuts if middle < end - _SLIP), cuts[-1][0])
            self._put_all(unit, split)
            before += len(unit)


class _Filling:
    """How full each split is, in articles and in spans of each label."""

    def __init__(self, shares: Mapping[str, int], candidates: Sequence[Candidate]) -> None:
        whole = sum(shares.values())
        self._share = {split: share / whole for split, share in shares.items()}
        ready = [one for one in candidates if one.is_ready]
        self._articles = len(ready)
        self._filled: Counter[str] = Counter()
        self._spans: Counter[str] = Counter()
        for one in ready:
            self._spans.update(one.labels)
        self._put: dict[str, Counter[str]] = defaultdict(Counter)

    def put(self, one: Candidate, split: str) -> None:
        """Count an article into a split."""
        self._filled[split] += 1
        self._put[split].update(one.labels)

    def _room(self, split: str) -> float:
        """Return how many articles a split still wants."""
        return self._share[split] * self._articles - self._filled[split]

    def cuts(self, count: int) -> list[tuple[str, float]]:
        """Return where in a line of ``count`` articles the part of each split ends."""
        rooms = {split: max(0.0, self._room(split)) for split in self._share}
        whole = sum(rooms.values()) or 1.0
        ends = accumulate(room / whole * count for room in rooms.values())
        return list(zip(rooms, ends, strict=True))

    def neediest(self, unit: Sequence[Candidate]) -> str:
        """Return, of the splits with room for ``unit``, the one that its labels are wanted in."""
        roomy = [split for split in self._share if self._room(split) >= len(unit) - 0.5]
        if not roomy:
            return max(self._share, key=self._room)
        labels: Counter[str] = Counter()
        for one in unit:
            labels.update(one.labels)
        return max(roomy, key=lambda split: (self._wanted(split, labels), self._room(split)))

    def _wanted(self, split: str, labels: Mapping[str, int]) -> float:
        """Return how much ``labels`` would give of what a split still wants: rare ones most."""
        share = self._share[split]
        if not share:
            return -1.0
        return sum(
            count / self._spans[label] * (1 - self._put[split][label] / self._spans[label] / share)
            for label, count in labels.items()
            if count
        )
