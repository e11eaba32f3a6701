"""The text of an article: cleaned once, counted in code points.

Qt and UIMA count UTF-16 units, files count bytes; ``OffsetMap`` is the only place that converts.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Protocol

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidText
from annotator.core.limits import LONGEST_TEXT, too_long

LONGEST_TITLE = 100

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER = regex.compile(r"\p{L}")
_CLUSTER = regex.compile(r"\X")
_ISO_DATE = regex.compile(r"(?<![0-9])([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_UNCLEAN = regex.compile(r"\A\ufeff+|(?<!\r)\r++(?=\n)")
"""The look behind keeps a run of CR without a LF from being scanned again from each of them."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A cleaned text, and where each position of the raw one went."""

    text: str
    _dropped: tuple[int, ...]
    """Raw positions of the characters that cleaning took out, ascending."""

    def position(self, raw: int) -> int:
        """Return the position in ``text`` of a position in the raw text (code points)."""
        return raw - bisect_left(self._dropped, raw)


def clean_text(raw: str) -> CleanText:
    """Drop leading byte order marks and turn CR LF into LF; nothing else changes.

    Cleaning a clean text changes nothing: what is exported can be imported again.  So all marks
    at the start go, and all CR before a LF.

    Raises:
        InvalidText: if it is empty, too long, or has a NUL or a lone surrogate in it.
    """
    dropped: list[int] = []
    for match in _UNCLEAN.finditer(raw):
        dropped.extend(range(match.start(), match.end()))
    text = _UNCLEAN.sub("", raw) if dropped else raw
    if len(text) > LONGEST_TEXT:
        raise too_long(len(text))
    _refuse_unstorable(text)
    return CleanText(text, tuple(dropped))


def _refuse_unstorable(text: str) -> None:
    nul = text.find("\0")
    if nul >= 0:
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors", "The text has a NUL character at position {position}: is it a text file?"
            ),
            position=nul,
        )
    if lone := _SURROGATE.search(text):
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors",
                "The text has half of a character (a lone surrogate) at position {position}.",
            ),
            position=lone.start(),
        )
    if not text.strip():
        raise InvalidText(QT_TRANSLATE_NOOP("errors", "The text is empty."))


def is_storable(text: str) -> bool:
    """Tell whether ``text`` has neither a NUL nor a lone surrogate in it."""
    return "\0" not in text and (text.isascii() or not _SURROGATE.search(text))


def sha256_of(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


class Datelines(Protocol):
    """What a title asks of a language; the values that a language reads come after texts."""

    def dateline_end(self, line: str) -> int:
        """Return where the date with which ``line`` begins ends, else 0."""


def title_of(text: str, language: Datelines) -> str:
    """Return the first line with letters, without a leading date, cut at a word."""
    fallback = ""
    for match in regex.finditer(r"[^\n]+", text):
        line = match[0].strip()
        line = line[language.dateline_end(line) :].strip()
        if _LETTER.search(line):
            return _shortened(line)
        fallback = fallback or line
    return _shortened(fallback or text.strip())


def _shortened(line: str) -> str:
    if len(line) <= LONGEST_TITLE:
        return line
    head = line[: LONGEST_TITLE + 1]
    cut = max(head.rfind(" "), head.rfind("\N{NO-BREAK SPACE}"))
    if cut <= 0:
        cut = letter_start(line, LONGEST_TITLE) or LONGEST_TITLE
    return head[:cut].rstrip()


def published_in(name: str) -> str | None:
    """Return the ISO date that stands in a file's name, if it is a real day."""
    for match in _ISO_DATE.finditer(name):
        if is_iso_day(match[1]):
            return str(match[1])
    return None


def is_iso_day(text: str) -> bool:
    """Tell whether ``text`` is a day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def whole_letters(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen ``[start, end)`` so that no letter is parted from its marks (UAX #29)."""
    return letter_start(text, start), letter_end(text, end)


def letter_start(text: str, position: int) -> int:
    """Return the start of the letter that ``position`` lies inside, else ``position``."""
    return _letter_around(text, position)[0]


def letter_end(text: str, position: int) -> int:
    """Return the end of the letter that ``position`` lies inside, else ``position``."""
    return _letter_around(text, position)[1]


def next_letter(text: str, position: int) -> int:
    """Return the end of the letter that starts at ``position`` (or holds it)."""
    if position >= len(text):
        return len(text)
    match = _CLUSTER.match(text, letter_start(text, position))
    return match.end() if match else len(text)


def previous_letter(text: str, position: int) -> int:
    """Return the start of the letter before ``position``."""
    return letter_start(text, position - 1) if position > 0 else 0


_SURE_START = regex.compile(
    r"""(?r)(?<![\r\p{GCB=Prepend}])
        (?:\n | \p{GCB=Control}
           | [[\p{Arabic}\p{Hebrew}\p{Latin}\p{ASCII}\p{Zs}\p{P}]&&[\p{GCB=Other}]
             --[\p{Extended_Pictographic}]])""",
    regex.VERSION1 | regex.VERBOSE,
)
"""Characters before which a letter ends, whatever stands further back; searched backwards.

What combines over a distance (flags, joined emoji, Indic conjuncts) is not among them.
"""
_PLAIN = frozenset(
    (*map(chr, (*range(0x20, 0x7F), *range(0x621, 0x640), *range(0x641, 0x64B))), *"«»“”„‘’…،؛؟")
)
"""Characters between two of which a letter ends; nearly all of a text are such."""
_LOOK_BACK = 1024
"""How far back to look for one: only text made to annoy has none that near."""


def _letter_around(text: str, position: int) -> tuple[int, int]:
    """Return the letter that ``position`` is strictly inside, or an empty stretch there.

    Segmentation starts at a sure start nearby: nothing before it can matter, and the cost does
    not grow with the text.
    """
    if not 0 < position < len(text):
        return position, position
    if text[position] in _PLAIN and text[position - 1] in _PLAIN:
        return position, position
    floor = max(0, position - _LOOK_BACK)
    sure = _SURE_START.search(text, floor, position)
    start = sure.start() if sure else floor
    # A copy, since matching looks back beyond where it begins: all the way through a run of flags.
    for letter in _CLUSTER.finditer(text[start : position + _LOOK_BACK]):
        if start + letter.end() == position:
            break
        if start + letter.end() > position:
            return start + letter.start(), start + letter.end()
    return position, position


@dataclass(slots=True)
class OffsetMap:
    """Positions of one text in code points, UTF-16 units and UTF-8 bytes.

    Each conversion costs a bisection; nothing is copied but the places of rare characters.
    """

    text: str
    _astral: "array[int]" = field(init=False, repr=False)
    """Code point positions of the characters that take two UTF-16 units."""
    _block_bytes: "array[int]" = field(init=False, repr=False, default_factory=lambda: array("Q"))
    """UTF-8 position of every ``_BLOCK``-th code point; made when first asked for."""

    def __post_init__(self) -> None:
        self._astral = array("I")
        # Encoding tells, ten times as fast as a search does, that there are none.
        if not self.text.isascii() and len(self.text.encode("utf-16-le")) > 2 * len(self.text):
            self._astral.extend(match.start() for match in _ASTRAL.finditer(self.text))

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 position of a code point position."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def from_utf16(self, utf16_position: int) -> int:
        """Return the code point position; inside a pair, that of its character."""
        if not self._astral:
            return utf16_position
        # How many of them start before that position; each shifts those after it by one.
        count = bisect_left(
            range(len(self._astral)), utf16_position, key=lambda index: self._astral[index] + index
        )
        if count and self._astral[count - 1] + count == utf16_position:
            return self._astral[count - 1]
        return utf16_position - count

    def to_utf8(self, position: int) -> int:
        """Return the UTF-8 byte position of a code point position."""
        blocks = self._blocks()
        block = min(position // _BLOCK, len(blocks) - 1)
        return blocks[block] + len(self.text[block * _BLOCK : position].encode())

    def from_utf8(self, utf8_position: int) -> int:
        """Return the code point position; inside a character, that of its start."""
        blocks = self._blocks()
        block = bisect_right(blocks, utf8_position) - 1
        start = block * _BLOCK
        data = self.text[start : start + _BLOCK].encode()[: utf8_position - blocks[block]]
        return start + len(data.decode("utf-8", "ignore"))

    def _blocks(self) -> "array[int]":
        if not self._block_bytes:
            total, blocks = 0, array("Q", [0])
            for start in range(0, len(self.text), _BLOCK):
                total += len(self.text[start : start + _BLOCK].encode())
                blocks.append(total)
            if len(self.text) % _BLOCK:
                blocks.pop()
            self._block_bytes = blocks
        return self._block_bytes


@dataclass(slots=True)
class GraphemeMap:
    """Positions of one text in code points and in letters: grapheme clusters (UAX #29).

    Each conversion costs a bisection; letters of one code point take no room.
    """

    text: str
    _ends: "array[int]" = field(init=False, repr=False)
    """Where the letters end that take more than one code point."""
    _surplus: "array[int]" = field(init=False, repr=False)
    """How many code points more than letters there are up to each of them."""

    def __post_init__(self) -> None:
        self._ends, self._surplus = array("I"), array("I")
        surplus = 0
        for letter in _CLUSTER.finditer(self.text):
            if (more := letter.end() - letter.start() - 1) > 0:
                surplus += more
                self._ends.append(letter.end())
                self._surplus.append(surplus)

    def to_graphemes(self, position: int) -> int:
        """Return how many letters end at or before a code point position."""
        index = bisect_right(self._ends, position)
        before = self._surplus[index - 1] if index else 0
        if index == len(self._ends):
            return position - before
        start = self._ends[index] - (self._surplus[index] - before) - 1
        return min(position, start) - before

    def from_graphemes(self, letters: int) -> int:
        """Return the code point position at which that many letters end."""
        index = bisect_right(
            range(len(self._ends)), letters, key=lambda at: self._ends[at] - self._surplus[at]
        )
        return letters + (self._surplus[index - 1] if index else 0)


_BLOCK = 256
