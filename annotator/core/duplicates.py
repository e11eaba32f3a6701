"""Near-duplicates: articles that tell one story in the same words, as two outlets do of a wire's.

What two articles share is counted in shingles: runs of three folded words.  MinHash with banding
(Broder 1997; Leskovec, Rajaraman and Ullman, “Mining of Massive Datasets”, chapter 3) finds the
pairs that are worth comparing, and each of them is then compared exactly.  Of pairs that share 35 %
of their shingles 2 in 100 are missed, of those that share half 1 in 100,000; what shares less than
a tenth is mostly not looked at.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

from annotator.core.language import Language

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

Shingles: TypeAlias = "array[int]"
"""The hashes of an article's shingles, each once, in ascending order."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, by their place among those that were compared, and how much they share."""

    first: int
    second: int
    shared: int
    least: int
    """How many shingles the shorter one has."""
    union: int

    @property
    def similarity(self) -> float:
        """The Jaccard similarity: shared shingles, of all shingles of both."""
        return self.shared / self.union

    @property
    def is_same_story(self) -> bool:
        """Whether the two are near-duplicates."""
        within = self.least >= _FEWEST and self.shared / self.least >= MOSTLY_WITHIN
        return self.similarity >= SAME_STORY or within


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


def similar_pairs(articles: Iterable[Shingles]) -> Iterator[Pair]:
    """Yield the pairs of articles that share enough to be looked at, each with what it shares.

    The same articles in the same order give the same pairs on every machine.
    """
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=SAME_STORY, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    seen: list[Shingles] = []
    for number, shingles in enumerate(articles):
        minhash = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        minhash.update([one.to_bytes(8, "big") for one in shingles])
        own = set(shingles)
        for other in sorted(index.query(minhash)):
            shared = sum(map(own.__contains__, seen[other]))
            if shared:
                sizes = len(seen[other]), len(shingles)
                yield Pair(other, number, shared, min(sizes), sum(sizes) - shared)
        index.insert(number, minhash)
        seen.append(shingles)
