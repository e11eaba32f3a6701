"""The source "memory": what was marked before, and the names in the registry.

A string is known by its folded words, without the clitics before it; a number alone is none, nor
are several, since what they count stands elsewhere.  How sure it is follows from how often it was
marked so, of the places where it stood in texts that somebody has gone through, or was offered and
refused.  What it knows follows from the texts that it has learned from, in whatever order they
came.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeAlias

from annotator.arabic.folding import fold
from annotator.arabic.months import weekdays
from annotator.arabic.numerals import apart, is_numeral
from annotator.arabic.passages import tokens_of
from annotator.arabic.sight import Sight, folded_words
from annotator.core.suggestions import Suggestion

MEMORY = "memory"
"""What this source is called."""
_LONGEST = 12
"""Words of the longest string that is remembered."""
_LEAST = 0.5
"""Confidence under which nothing is suggested: more often wrong than right, it costs more than it
spares, and what rules and the model have found is no better for it."""
_JOINTS = folded_words("و ف ب ك ل ال أو إلى حتى")
"""What stands between numbers, or before one, and says nothing by itself."""
_PARTS = folded_words(
    "ثلث ثلثا ثلثي ثلثان ثلثين أثلاث ربعا ربعي ربعان ربعين أرباع أخماس سدس أسداس أسباع ثمن أثمان"
    " أتساع أعشار"
)
"""Fractions that are no words of numbers."""

Words: TypeAlias = tuple[str, ...]
Readings: TypeAlias = Sequence[Words]
"""For each token of a text what it can be: as it stands, then without its clitics."""
Said: TypeAlias = tuple[str, str]
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
    told: Counter[Words]
    """Where strings were marked or refused, in a text that nobody has gone through yet."""
    seen: Readings
    """What each token of the text can be read as, if somebody has gone through it."""
    stood: Counter[Words] = field(default_factory=Counter)


@dataclass(slots=True)
class _Remembered:
    marked: Counter[str] = field(default_factory=Counter)
    """By label."""
    named: set[str] = field(default_factory=set)
    """The labels under which the registry has it."""
    stood: int = 0
    """In how many places it could have been marked."""

    @property
    def labels(self) -> set[str]:
        """The labels that it may bear; none if all that it was marked in was forgotten."""
        return self.named | {label for label, count in self.marked.items() if count}


class Memory:
    """Strings that were marked, with how often and as what, text by text."""

    def __init__(self) -> None:
        self._known: dict[Words, _Remembered] = {}
        self._lengths: dict[str, set[int]] = {}
        self._named: set[Words] = set()
        self._learned: dict[str, _Learned] = {}
        self._texts: defaultdict[str, set[str]] = defaultdict(set)
        """By word the keys of the texts where a token can be read so."""
        self._same: dict[Words, Words] = {}
        """What tokens can be read as, each once: texts have most of their words in common."""

    def learn(self, lessons: Iterable[tuple[str, Lesson]]) -> None:
        """Learn from texts, each with its key; what was learned under that key before is gone."""
        taken = {key: self._taken(lesson) for key, lesson in lessons}
        were: dict[Words, bool] = {}
        for key in taken:
            self._take_out(key, were)
        for key, learned in taken.items():
            self._put_in(key, learned, were)
        self._recount(were, taken)

    def unlearn(self, key: str) -> None:
        """Forget what was learned under ``key``, if anything was."""
        were: dict[Words, bool] = {}
        self._take_out(key, were)
        self._recount(were)

    @contextmanager
    def without(self, key: str, names: Collection[Said] = ()) -> Iterator[None]:
        """Leave aside, for a while, what was learned under ``key``, and names of the registry."""
        were: dict[Words, bool] = {}
        learned = self._take_out(key, were)
        aside = [
            (words, label)
            for quote, label in names
            if (words := _words(quote)) in self._named and label in self._known[words].named
        ]
        for words, label in aside:
            self._changing(words, were).named.discard(label)
        self._recount(were)
        try:
            yield
        finally:
            were = {}
            for words, label in aside:
                self._changing(words, were).named.add(label)
            if learned is not None:
                self._put_in(key, learned, were)
            self._recount(were, [key] if learned else ())

    def name(self, names: Iterable[Said]) -> None:
        """Know these names of the registry, in the place of those before."""
        were: dict[Words, bool] = {}
        for words in self._named:
            self._changing(words, were).named.clear()
        self._named.clear()
        for quote, label in names:
            if words := _words(quote):
                self._changing(words, were).named.add(label)
                self._named.add(words)
        self._recount(were)

    def knows(self, quote: str, label: str) -> bool:
        """Tell whether ``quote`` was marked so in what was learned from."""
        known = self._known.get(_words(quote))
        return known is not None and known.marked[label] > 0

    def find(self, sight: Sight) -> Iterator[Suggestion]:
        """Yield where a text has what was marked before."""
        for place, reading, words in self._hits(self._readings(sight)):
            known = self._known[words]
            start = sight.readings(place)[reading].start
            for label in sorted(known.labels):
                # The rule of succession (Laplace 1814) over the places where it could be marked;
                # that the registry has it under a label counts as one place more.  More is marked
                # than stands where what was marked lies within something longer that is known.
                named = label in known.named
                places = max(known.stood, known.marked.total()) + named
                confidence = (known.marked[label] + named + 1) / (places + 2)
                if confidence >= _LEAST:
                    stretch = sight.stretch(start, place + len(words) - 1)
                    yield Suggestion(*stretch, label, confidence, (MEMORY,))

    # -- learning

    def _taken(self, lesson: Lesson) -> _Learned:
        marked = [(words, name) for quote, name in lesson.marked if (words := _words(quote))]
        if lesson.text:
            return _Learned(marked, Counter(), self._readings(Sight(lesson.text)))
        told = Counter(words for words, _ in marked)
        told.update(words for quote, _ in lesson.refused if (words := _words(quote)))
        return _Learned(marked, told, ())

    def _take_out(self, key: str, were: dict[Words, bool]) -> _Learned | None:
        learned = self._learned.pop(key, None)
        if learned is not None:
            for words, label in learned.marked:
                self._changing(words, were).marked[label] -= 1
            self._let_stand(learned.told, -1)
            self._let_stand(learned.stood, -1)
            learned.stood = Counter()
            for word in {word for readings in learned.seen for word in readings}:
                self._texts[word].discard(key)
        return learned

    def _put_in(self, key: str, learned: _Learned, were: dict[Words, bool]) -> None:
        """Know what a text taught; where it has what is known is yet to be counted."""
        for words, label in learned.marked:
            self._changing(words, were).marked[label] += 1
        self._let_stand(learned.told, 1)
        for word in {word for readings in learned.seen for word in readings}:
            self._texts[word].add(key)
        self._learned[key] = learned

    def _changing(self, words: Words, were: dict[Words, bool]) -> _Remembered:
        """Return what is known of a string; ``were`` keeps whether it was known at all."""
        known = self._of(words)
        were.setdefault(words, bool(known.labels))
        return known

    def _recount(self, were: dict[Words, bool], keys: Iterable[str] = ()) -> None:
        """Count anew in the texts of ``keys``, and where a string stands that came or went."""
        outdated = set(keys)
        for words, was in were.items():
            if was != bool(self._known[words].labels):
                outdated |= set.intersection(*(self._texts.get(one, set()) for one in words))
        for key in outdated:
            learned = self._learned[key]
            stood = Counter(words for _, _, words in self._hits(learned.seen))
            if stood != learned.stood:
                self._let_stand(learned.stood, -1)
                self._let_stand(stood, 1)
                learned.stood = stood

    def _let_stand(self, stood: Counter[Words], step: int) -> None:
        for words, count in stood.items():
            self._of(words).stood += step * count

    def _of(self, words: Words) -> _Remembered:
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = _Remembered()
            self._lengths.setdefault(words[0], set()).add(len(words))
        return known

    # -- finding

    def _readings(self, sight: Sight) -> Readings:
        found = (tuple(sight.texts(place)) for place in range(len(sight)))
        return [self._same.setdefault(one, one) for one in found]

    def _hits(self, seen: Readings) -> Iterator[tuple[int, int, Words]]:
        """Yield the longest string that is known at each place: token, reading, and the string."""
        for place, readings in enumerate(seen):
            for number, word in enumerate(readings):
                found = self._at(seen, place, word)
                if found is not None:
                    yield place, number, found
                    break

    def _at(self, seen: Readings, place: int, word: str) -> Words | None:
        for length in sorted(self._lengths.get(word, ()), reverse=True):
            words = (word, *(readings[0] for readings in seen[place + 1 : place + length]))
            if words in self._known and self._known[words].labels:
                return words
        return None


def _words(quote: str) -> Words:
    """Return the folded words of a string; none of one that is too long, or that says nothing."""
    one_line = fold(quote).replace("\n", " ")  # a name may be broken over two lines
    tokens = tokens_of(one_line)
    if len(tokens) > _LONGEST or not any(_says_something(token.text) for token in apart(tokens)):
        return ()
    return tuple(token.text for token in tokens)


def _says_something(word: str) -> bool:
    if not word.isalpha() or word in _JOINTS or word.removeprefix("و").removeprefix("ال") in _PARTS:
        return False
    return not is_numeral(word) or word in _days()


@cache
def _days() -> frozenset[str]:
    """Return the names of the weekdays: الأحد is spelt like a number with its article."""
    return frozenset(fold(name) for names in weekdays() for name in names)
