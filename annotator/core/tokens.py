"""Tokens: the words of a text, cut after their clitics.  Kappa counts on them.

Offsets count code points, end exclusive.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from annotator.core.language import Language, Stretch


class Tokenizer:
    """Cuts texts of one language; a word that it has met is not looked at again."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._borders = _Borders(language)

    def tokens(self, text: str) -> "Tokens":
        """Return the tokens of ``text``."""
        words = [(start, text[start:end]) for start, end in self._language.words(text)]
        borders = self._borders
        return Tokens(
            [start + at for start, word in words for at in borders[word][:-1]],
            [start + at for start, word in words for at in borders[word][1:]],
        )


class _Borders(dict[str, tuple[int, ...]]):
    """Where the tokens of a word begin and end, by the word."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> tuple[int, ...]:
        borders = self[word] = (0, *self._language.clitic_cuts(word), len(word))
        return borders


class Tokens:
    """The tokens of one text."""

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Stretch]:
        return zip(self._starts, self._ends, strict=True)

    def under(self, stretches: Iterable[Stretch]) -> set[int]:
        """Return which tokens share a letter with any of the stretches, by index."""
        found: set[int] = set()
        reached = 0
        for start, end in sorted(stretches):
            first = max(reached, bisect_right(self._ends, start))
            reached = max(first, bisect_left(self._starts, end))
            found.update(range(first, reached))
        return found
