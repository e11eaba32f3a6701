"""The source "memory": what was marked before.

A string is known by its folded words, without the clitics before it.  How sure it is follows from
how often it was marked so, of the places where it stood.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.arabic.folding import fold
from annotator.arabic.passages import tokens_of
from annotator.arabic.sight import Sight, Word
from annotator.core.suggestions import Suggestion

MEMORY = "memory"
"""What this source is called."""
_LONGEST = 12
"""Words of the longest string that is remembered."""
_LEAST = 0.3
"""Confidence under which nothing is suggested."""

Words = tuple[str, ...]


@dataclass(slots=True)
class _Remembered:
    marked: Counter[str] = field(default_factory=Counter)
    """By label."""
    stood: int = 0
    """In how many places of the texts that were learned from it stands, marked or not."""


class Memory:
    """Strings that were marked, with how often and as what."""

    def __init__(self) -> None:
        self._known: dict[Words, _Remembered] = {}
        self._lengths: dict[str, set[int]] = {}

    def mark(self, quote: str, label: str) -> None:
        """Remember that somebody marked ``quote`` so."""
        remembered = self._of(quote)
        if remembered is not None:
            remembered.marked[label] += 1

    def look_through(self, text: str) -> None:
        """Count how often what is remembered stands in a text that somebody has gone through."""
        sight = Sight(text)
        for _, _, words in self._hits(sight):
            self._known[words].stood += 1

    def find(self, sight: Sight) -> Iterator[Suggestion]:
        """Yield where a text has what was marked before."""
        for word, last, words in self._hits(sight):
            known = self._known[words]
            for label, marked in known.marked.items():
                # The rule of succession (Laplace 1814) over the places where it could be marked.
                places = max(known.stood, known.marked.total())
                confidence = (marked + 1) / (places + 2)
                if confidence >= _LEAST:
                    yield Suggestion(*sight.stretch(word.start, last), label, confidence, (MEMORY,))

    def _of(self, quote: str) -> _Remembered | None:
        words = tuple(token.text for token in tokens_of(fold(quote)))
        if not 0 < len(words) <= _LONGEST:
            return None
        self._lengths.setdefault(words[0], set()).add(len(words))
        return self._known.setdefault(words, _Remembered())

    def _hits(self, sight: Sight) -> Iterator[tuple[Word, int, Words]]:
        """Yield the longest string that is known at each place, with its last token."""
        for place in range(len(sight)):
            for word in sight.readings(place):
                found = self._at(sight, place, word)
                if found is not None:
                    yield word, place + len(found) - 1, found
                    break

    def _at(self, sight: Sight, place: int, word: Word) -> Words | None:
        for length in sorted(self._lengths.get(word.text, ()), reverse=True):
            behind: Iterable[str] = (
                token.text for token in sight.tokens[place + 1 : place + length]
            )
            words = (word.text, *behind)
            if words in self._known:
                return words
        return None
