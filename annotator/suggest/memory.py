"""The source "memory": what was marked before, and the names in the registry.

A string is known by its folded words, without the clitics before it.  How sure it is follows from
how often it was marked so, of the places where it stood in texts that somebody has gone through,
or was offered and refused.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

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
Said = tuple[str, str]
"""A string and the label that somebody gave to it."""


class Lesson(NamedTuple):
    """What one text teaches."""

    marked: tuple[Said, ...]
    refused: tuple[Said, ...] = ()
    text: str = ""
    """The text, if somebody has gone through all of it: what is bare there is so for a reason."""


@dataclass(slots=True)
class _Learned:
    marked: list[tuple[Words, str]]
    stood: Counter[Words] = field(default_factory=Counter)


@dataclass(slots=True)
class _Remembered:
    marked: Counter[str] = field(default_factory=Counter)
    """By label."""
    named: set[str] = field(default_factory=set)
    """The labels under which the registry has it."""
    stood: int = 0
    """In how many places of the texts that were learned from it stands, marked or not."""

    @property
    def labels(self) -> set[str]:
        """The labels that it may bear; none if all that it was marked in was forgotten."""
        return self.named | {label for label, count in self.marked.items() if count}


class Memory:
    """Strings that were marked, with how often and as what, text by text."""

    def __init__(self) -> None:
        self._known: dict[Words, _Remembered] = {}
        self._lengths: dict[str, set[int]] = {}
        self._learned: dict[str, _Learned] = {}

    def learn(self, lessons: Iterable[tuple[str, Lesson]]) -> None:
        """Learn from texts, each with its key; what was learned under that key before is gone.

        All that is marked is known before any text is looked through.
        """
        taken = list(lessons)
        for key, lesson in taken:
            self.unlearn(key)
            refused = [words for quote, _ in lesson.refused if (words := _words(quote))]
            marked = [(words, name) for quote, name in lesson.marked if (words := _words(quote))]
            learned = self._learned[key] = _Learned(marked, Counter(refused))
            self._count(learned, 1)
        for key, lesson in taken:
            stood = Counter(words for _, _, words in self._hits(Sight(lesson.text)))
            self._learned[key].stood += stood
            for words, count in stood.items():
                self._known[words].stood += count

    def unlearn(self, key: str) -> None:
        """Forget what was learned under ``key``, if anything was."""
        learned = self._learned.pop(key, None)
        if learned is not None:
            self._count(learned, -1)

    @contextmanager
    def without(self, key: str) -> Iterator[None]:
        """Leave aside, for a while, what was learned under ``key``."""
        learned = self._learned.get(key)
        if learned is not None:
            self._count(learned, -1)
        try:
            yield
        finally:
            if learned is not None:
                self._count(learned, 1)

    def name(self, names: Iterable[Said]) -> None:
        """Know these names of the registry, in the place of those before."""
        for remembered in self._known.values():
            remembered.named.clear()
        for quote, label in names:
            if words := _words(quote):
                self._of(words).named.add(label)

    def knows(self, quote: str, label: str) -> bool:
        """Tell whether ``quote`` was marked so in what was learned from."""
        known = self._known.get(_words(quote))
        return known is not None and known.marked[label] > 0

    def find(self, sight: Sight) -> Iterator[Suggestion]:
        """Yield where a text has what was marked before."""
        for word, last, words in self._hits(sight):
            known = self._known[words]
            for label in sorted(known.labels):
                # The rule of succession (Laplace 1814) over the places where it could be marked;
                # that the registry has it under a label counts as one place more.
                named = label in known.named
                places = max(known.stood, known.marked.total()) + named
                confidence = (known.marked[label] + named + 1) / (places + 2)
                if confidence >= _LEAST:
                    yield Suggestion(*sight.stretch(word.start, last), label, confidence, (MEMORY,))

    def _count(self, learned: _Learned, step: int) -> None:
        for words, label in learned.marked:
            self._of(words).marked[label] += step
        for words, count in learned.stood.items():
            self._of(words).stood += step * count

    def _of(self, words: Words) -> _Remembered:
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = _Remembered()
            self._lengths.setdefault(words[0], set()).add(len(words))
        return known

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
            if words in self._known and self._known[words].labels:
                return words
        return None


def _words(quote: str) -> Words:
    """Return the folded words of a string; none of one that is too long to come again."""
    words = tuple(token.text for token in tokens_of(fold(quote)))
    return words if len(words) <= _LONGEST else ()
