"""Near-duplicates: articles that tell one story in the same words, as two outlets do of a wire's.

What two articles share is counted in shingles: runs of three folded words.  The pairs that are
worth comparing come from two sides, and each of them is then compared exactly:

- MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, “Mining of Massive Datasets”,
  chapter 3) finds those that are alike as a whole.  Of pairs that share 35 % of their shingles 2 in
  100 are missed, of those that share half 1 in 100,000.
- An index of sampled shingles finds those of which one stands in the other, however much longer
  that is: all pairs that have a sampled shingle in common.  One shingle in eight is sampled, and
  every one that a short text has.  So nothing is missed where one of both is short; where both are
  longer, of pairs that share ``n`` shingles (7/8)^n are missed, 1 in 600 of 48.  A shingle of more
  than 200 articles is no sign of a story and finds no pair.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

from annotator.core.language import Language
from annotator.core.progress import Progress

SHINGLE = 3
"""How many words make a shingle."""
SAME_STORY = 0.35
"""The Jaccard similarity from which on two articles are near-duplicates."""
MOSTLY_WITHIN = 0.75
"""So are they where this much of the shorter one stands in the longer one: its end was cut."""
_FEWEST = 8
"""A shorter text than this many shingles stands within others by chance."""
_PERMUTATIONS = 255
_BANDS = 85
_SEED = 20_250_101
"""Which permutations MinHash takes: not the seed of a release, so that pairs never depend on it."""
SAMPLED = 8
"""Of so many shingles one is sampled."""
SHORT = 64
"""All shingles are, of a text that has no more than these."""
COMMON = 200
"""What stands in more articles than these is a turn of phrase."""

Shingles: TypeAlias = "array[int]"
"""The hashes of an article's shingles, each once, in ascending order."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, by their place among those that were compared, and how much they share."""

    first: int
    second: int
    shared: int
    sizes: tuple[int, int]
    """How many shingles each of them has."""

    @property
    def similarity(self) -> float:
        """The Jaccard similarity: shared shingles, of all shingles of both."""
        return self.shared / (sum(self.sizes) - self.shared)

    @property
    def within(self) -> float:
        """How much of the shorter one stands in the longer one; 0 where it is too short to tell."""
        least = min(self.sizes)
        return self.shared / least if least >= _FEWEST else 0.0

    @property
    def by_length(self) -> tuple[int, int]:
        """The two, the shorter one first."""
        is_first_shorter = self.sizes[0] <= self.sizes[1]
        return (self.first, self.second) if is_first_shorter else (self.second, self.first)

    @property
    def is_same_story(self) -> bool:
        """Whether the two are near-duplicates."""
        return self.similarity >= SAME_STORY or self.within >= MOSTLY_WITHIN


class PairList:
    """Many pairs in little memory: of 10,000 articles on one subject there are millions."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._told = array("I")
        for pair in pairs:
            self._told.extend((pair.first, pair.second, pair.shared, *pair.sizes))

    def __len__(self) -> int:
        return len(self._told) // 5

    def __iter__(self) -> Iterator[Pair]:
        told = iter(self._told)
        for first, second, shared, *sizes in zip(told, told, told, told, told, strict=True):
            yield Pair(first, second, shared, (sizes[0], sizes[1]))


def shingles_of(text: str, language: Language) -> Shingles:
    """Return the shingles of ``text``; a text of fewer words than make one is one shingle."""
    folded = language.fold(text)
    words = [folded[start:end] for start, end in language.words(folded)]
    last = max(1, len(words) - SHINGLE + 1)
    hashes = {_hash(words[first : first + SHINGLE]) for first in range(last)}
    return array("Q", sorted(hashes))


def _hash(words: list[str]) -> int:
    # Python's own hash differs from one run to the next.
    return int.from_bytes(blake2b("\x1f".join(words).encode(), digest_size=8).digest(), "big")


def similar_pairs(articles: Iterable[Shingles], comparing: Progress) -> Iterator[Pair]:
    """Yield the pairs of articles that share enough to be looked at, each with what it shares.

    The same articles give the same pairs on every machine, in whatever order they come.  All come
    before the first pair does; then ``comparing`` is told how far it is.

    Raises:
        Cancelled: if it is to stop.
    """
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=SAME_STORY, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    seen: list[Shingles] = []
    alike: list[list[int]] = []
    for number, shingles in enumerate(articles):
        minhash = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        minhash.update([one.to_bytes(8, "big") for one in shingles])
        alike.append(index.query(minhash))
        index.insert(number, minhash)
        seen.append(shingles)
    within = _sharing_samples(seen)
    for number, (shingles, some, more) in enumerate(zip(seen, alike, within, strict=True)):
        own = set(shingles)
        for other in sorted({*some, *more}):
            shared = len(own.intersection(seen[other]))
            if shared:
                yield Pair(other, number, shared, (len(seen[other]), len(shingles)))
        comparing.advance(number + 1, len(seen))


def _sharing_samples(seen: Sequence[Shingles]) -> Iterator[set[int]]:
    """Yield for each article the earlier ones that have a sampled shingle in common with it."""
    short = {one for shingles in seen if len(shingles) <= SHORT for one in shingles}

    def sampled(shingles: Shingles) -> Iterator[int]:
        return (one for one in shingles if not one % SAMPLED or one in short)

    # Nearly all shingles are of one article alone: an array for each would take three times the
    # memory.
    holders: dict[int, int | array[int]] = {}
    for number, shingles in enumerate(seen):
        for one in sampled(shingles):
            known = holders.setdefault(one, number)
            if isinstance(known, array):
                known.append(number)
            elif known != number:
                holders[one] = array("I", (known, number))
    for number, shingles in enumerate(seen):
        found: set[int] = set()
        for one in sampled(shingles):
            there = holders[one]
            if isinstance(there, array) and len(there) <= COMMON:
                found.update(there[: bisect_left(there, number)])
        yield found
