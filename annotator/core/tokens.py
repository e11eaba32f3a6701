"""Tokens: the words of a text, cut after their clitics.

Kappa counts on words alone.  A corpus needs the signs between them too: then all that can be seen
stands in a token.  Spans never decide where tokens begin: a model that is trained on them does not
know the spans of a new text.

Offsets count code points, end exclusive.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import regex

from annotator.core.language import Language, Stretch

_LETTER = regex.compile(r"\X")
UNSEEN = regex.compile(r"[\s\p{Cc}\p{Default_Ignorable_Code_Point}]++")
"""Spaces, controls, and what is ignored where it cannot be shown, such as marks of direction."""


class Tokenizer:
    """Cuts texts of one language; a word that it has met is not looked at again."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._cuts = _Cuts(language)

    def tokens(self, text: str) -> "Tokens":
        """Return the tokens of ``text``."""
        starts: list[int] = []
        ends: list[int] = []
        cuts = self._cuts
        for start, end in self._language.words(text):
            starts.append(start)
            for cut in cuts[text[start:end]]:
                ends.append(start + cut)
                starts.append(start + cut)
            ends.append(end)
        return Tokens(starts, ends)

    def with_signs(self, text: str) -> "Tokens":
        """Return the tokens of ``text``, and each sign between them as a token of its own."""
        starts: list[int] = []
        ends: list[int] = []
        reached = 0
        for start, end in self.tokens(text):
            if reached < start:
                _add_signs(text, reached, start, starts, ends)
            starts.append(start)
            ends.append(end)
            reached = end
        _add_signs(text, reached, len(text), starts, ends)
        return Tokens(starts, ends)


def _add_signs(text: str, start: int, end: int, starts: list[int], ends: list[int]) -> None:
    between = text[start:end]
    if between.isspace():
        return
    for match in _LETTER.finditer(between):
        if not UNSEEN.fullmatch(match[0]):
            starts.append(start + match.start())
            ends.append(start + match.end())


class _Cuts(dict[str, tuple[int, ...]]):
    """Where a word is cut after its clitics, by the word."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> tuple[int, ...]:
        cuts = self[word] = self._language.clitic_cuts(word)
        return cuts


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

    def range_of(self, start: int, end: int) -> range:
        """Return which tokens share a letter with ``[start, end)``, by index."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def stretch(self, found: range) -> Stretch:
        """Return from where to where the tokens ``found`` run, of which there is one at least."""
        return self._starts[found[0]], self._ends[found[-1]]
