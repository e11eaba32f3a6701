"""The text of an article: cleaned once, counted in code points.

Qt and UIMA count UTF-16 units, files count bytes; ``OffsetMap`` is the only place that converts.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

import charset_normalizer
import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidText

LONGEST_TITLE = 100

_ASTRAL = regex.compile("[\U00010000-\U0010ffff]")
_SURROGATE = regex.compile("[\ud800-\udfff]")
_LETTER = regex.compile(r"\p{L}")
_CLUSTER = regex.compile(r"\X")
_LEADING_DATE = regex.compile(
    r"""^(?:date\b|تاريخ\b|التاريخ\b)?[\s:]*
        (?:\p{Nd}{4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,2} | \p{Nd}{1,2}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{4})
        (?![\p{Nd}\p{L}])[\s\p{Pd}:،,|]*""",
    regex.VERBOSE | regex.IGNORECASE,
)
_ISO_DATE = regex.compile(r"(?<![0-9])([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_UNCLEAN = regex.compile(r"\A\ufeff+|\r+(?=\n)")
_DAMAGE = regex.compile(r"[\p{Cc}--[\t\n\r\x85]]|[\p{Cn}\p{Co}]", regex.VERSION1)


def decode(data: bytes) -> str:
    """Return the text in ``data``: UTF-8 or UTF-16 (marked or not), else Windows-1256.

    Raises:
        InvalidText: if no encoding gives readable text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decode_as(data, "utf-16")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        wrong = error
    else:
        # Arabic in unmarked UTF-16 is valid UTF-8 too: each letter's second byte is a control.
        return text if "\0" not in text else _decoded_utf16(data) or text
    # UTF-8 with few broken bytes must not be read as Windows-1256, which takes any byte.
    if data[:3] == b"\xef\xbb\xbf" or _is_mostly_utf8(data):
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors",
                "The text is damaged UTF-8 at byte {position}. Save the file as UTF-8 again.",
            ),
            position=wrong.start,
        )
    return _decoded_utf16(data) or _decode_as(data, _recognised(data, "cp1256"))


def _decoded_utf16(data: bytes) -> str | None:
    if b"\0" not in data:
        return None
    encoding = _recognised(data, "utf_16_le", "utf_16_be")
    return _decode_as(data, encoding) if encoding else None


def _recognised(data: bytes, *candidates: str) -> str | None:
    best = charset_normalizer.from_bytes(data, cp_isolation=list(candidates)).best()
    return str(best.encoding) if best else None


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell whether nearly all bytes above ASCII form UTF-8 sequences."""
    high = sum(byte >= 0x80 for byte in data)
    broken = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    return broken * 10 < high


def _decode_as(data: bytes, encoding: str | None) -> str:
    try:
        text = data.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        text = None
    if text is None or _DAMAGE.search(text):
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors", "The text is in no encoding that is known here. Save the file as UTF-8."
            )
        )
    return text


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

    Cleaning a clean text changes nothing: what is exported can be imported again.

    Raises:
        InvalidText: if it is empty, or has a NUL or a lone surrogate in it.
    """
    dropped: list[int] = []
    for match in _UNCLEAN.finditer(raw):
        dropped.extend(range(match.start(), match.end()))
    text = _UNCLEAN.sub("", raw) if dropped else raw
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


def sha256_of(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def title_of(text: str) -> str:
    """Return the first line with letters, without a leading date, cut at a word."""
    fallback = ""
    for match in regex.finditer(r"[^\n]+", text):
        line = _LEADING_DATE.sub("", match[0].strip()).strip()
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
        cut = whole_letters(line, 0, LONGEST_TITLE)[1]
        cut = cut if cut <= LONGEST_TITLE else LONGEST_TITLE
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


_LOOK_BACK = 512


def _letter_around(text: str, position: int) -> tuple[int, int]:
    """Return the letter that ``position`` is strictly inside, or an empty stretch there.

    Segmentation starts at a line or word start nearby: nothing before it can matter, so the
    cost does not grow with the text.
    """
    if not 0 < position < len(text):
        return position, position
    floor = max(0, position - _LOOK_BACK)
    at = max(text.rfind("\n", floor, position), text.rfind(" ", floor, position - 1), floor)
    while match := _CLUSTER.match(text, at):
        if match.end() == position:
            return position, position
        if match.end() > position:
            return match.start(), match.end()
        at = match.end()
    return position, position


@dataclass(slots=True)
class OffsetMap:
    """Positions of one text in code points, UTF-16 units and UTF-8 bytes.

    Each conversion costs a bisection; nothing is copied but the places of rare characters.
    """

    text: str
    _astral: list[int] = field(init=False, repr=False)
    """Code point positions of the characters that take two UTF-16 units."""
    _astral_utf16: list[int] = field(init=False, repr=False)
    _block_bytes: list[int] = field(init=False, repr=False, default_factory=list)
    """UTF-8 position of every ``_BLOCK``-th code point; made when first asked for."""

    def __post_init__(self) -> None:
        self._astral = (
            [match.start() for match in _ASTRAL.finditer(self.text)]
            if not self.text.isascii()
            else []
        )
        self._astral_utf16 = [place + count for count, place in enumerate(self._astral)]

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 position of a code point position."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def from_utf16(self, utf16_position: int) -> int:
        """Return the code point position; inside a pair, that of its character."""
        if not self._astral:
            return utf16_position
        count = bisect_right(self._astral_utf16, utf16_position)
        if count and self._astral_utf16[count - 1] + 1 == utf16_position:
            return self._astral[count - 1]
        return utf16_position - bisect_left(self._astral_utf16, utf16_position)

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

    def _blocks(self) -> list[int]:
        if not self._block_bytes:
            total, blocks = 0, [0]
            for start in range(0, len(self.text), _BLOCK):
                total += len(self.text[start : start + _BLOCK].encode())
                blocks.append(total)
            if len(self.text) % _BLOCK:
                blocks.pop()
            self._block_bytes = blocks
        return self._block_bytes


_BLOCK = 1024
