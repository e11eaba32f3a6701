"""Text as a search sees it: one spelling for all that readers take for the same.

Marks, tatweel and invisible controls go; forms of alef, hamza on a seat, ya, kaf and ha become
one letter each; digits become 0-9 and spaces one kind of space; newlines stay.  Characters are
taken apart (NFKD, not NFKC), so that a precomposed letter folds like its parts.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category, decimal, normalize

from annotator.core.language import Stretch
from annotator.core.phrases import pattern_of, with_partners, words_of
from annotator.core.text import whole_letters

_LETTERS = str.maketrans(
    {"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۃ": "ه"}
    | {"ہ": "ه", "ە": "ه", "ھ": "ه", "٪": "%", "٫": ".", "٬": ",", "\t": " "}
)
_DROPPED = frozenset(
    "\N{ARABIC TATWEEL}\u00ad\u061c\ufeff"
    + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))))
)


class _FoldingTable(dict[int, int | str]):
    """The table of ``str.translate``; each character is worked out when it first comes."""

    def __missing__(self, code: int) -> int | str:
        folded = _fold_character(chr(code))
        self[code] = ord(folded) if len(folded) == 1 else folded
        return self[code]


def _fold_character(character: str) -> str:
    """Fold until nothing changes: what a character is taken apart into may fold again."""
    before, folded = "", character
    while folded != before:
        before = folded
        folded = "".join(map(_fold_once, normalize("NFKD", before).casefold()))
    # A mark in a presentation form, such as U+FE70, stands on a space of its own.
    return "" if folded == " " and category(character) == "Lo" else folded


def _fold_once(character: str) -> str:
    if character in _DROPPED or category(character) in {"Mn", "Me"}:
        return ""
    if category(character) == "Zs":
        return " "
    digit = decimal(character, None)
    return character.translate(_LETTERS) if digit is None else str(digit)


_TABLE = _FoldingTable()


def fold(text: str) -> str:
    """Return ``text`` as a search sees it; folding what is folded changes nothing."""
    return text.translate(_TABLE)


@dataclass(frozen=True, slots=True, eq=False)
class FoldedText:
    """A folded text with an index back to its source.

    The index names only the places where a character was dropped or became several; between
    two of them, positions run in step.  Offsets count code points, end exclusive.
    """

    text: str
    source_text: str
    _places: "array[int]"
    """Positions in ``text``, ascending, from which a new step holds."""
    _source_places: "array[int]"
    """The positions in the source that belong to them."""

    def source(self, start: int, end: int) -> Stretch:
        """Return the whole letters of the source behind ``[start, end)`` of ``text``.

        What is dropped around them stays out, but for the marks of the last letter.
        """
        first = self._source_position(start)
        last = self._source_position(end - 1) + 1 if end > start else first
        return whole_letters(self.source_text, first, last)

    def _source_position(self, position: int) -> int:
        step = bisect_right(self._places, position) - 1
        return self._source_places[step] + position - self._places[step]

    def find_all(self, needle: str) -> Iterator[Stretch]:
        """Yield where ``needle``, folded already, stands in the source, without overlaps.

        Between its words the source may have what ``core.phrases`` says; a quote that is left
        without its partner so takes it in.
        """
        reached = 0
        is_phrase = len(words_of(needle)) > 1
        for hit in self.places(needle):
            start, end = self.source(*(with_partners(self.text, *hit) if is_phrase else hit))
            if start >= reached:
                yield start, end
                reached = end

    def places(self, needle: str) -> Iterator[Stretch]:
        """Yield where ``needle`` stands in the folded text, without overlaps; see ``find_all``."""
        words = words_of(needle)
        if len(words) > 1:
            for match in pattern_of(needle).finditer(self.text):
                yield match.span()
        elif words:
            hit = self.text.find(words[0])
            while hit >= 0:
                yield hit, hit + len(words[0])
                hit = self.text.find(words[0], hit + len(words[0]))


def fold_with_index(text: str) -> FoldedText:
    """Return ``text`` folded, with an index back to it.

    The cost in memory follows the marks and ligatures in ``text``, not its length.
    """
    places, source_places = array("I", [0]), array("I", [0])
    longer = 0  # by how much the source is longer so far
    for match in _uneven(text):
        start, end = match.span()
        grown = len(fold(match[0]))
        for copy in range(1, grown):
            places.append(start - longer + copy)
            source_places.append(start)
        longer += end - start - grown
        places.append(end - longer)
        source_places.append(end)
    return FoldedText(fold(text), text, places, source_places)


def _uneven(text: str) -> Iterator[re.Match[str]]:
    """Yield the runs that folding drops and the characters that it makes several of."""
    lengths = {character: len(fold(character)) for character in set(text)}
    dropped = "".join(re.escape(c) for c, length in lengths.items() if length == 0)
    grown = "".join(re.escape(c) for c, length in lengths.items() if length > 1)
    classes = ([f"[{dropped}]+"] if dropped else []) + ([f"[{grown}]"] if grown else [])
    return re.finditer("|".join(classes), text) if classes else iter(())
