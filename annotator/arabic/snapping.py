"""What a drag over an article selects: whole words, without what only frames them.

Offsets count code points, end exclusive.
"""

from collections import defaultdict

import regex

from annotator.arabic.characters import FOREIGN, LETTER, MARK, NUMBER, PREPENDED
from annotator.arabic.words import SPACED_PERCENT, word_at, word_from, word_until
from annotator.core.language import Stretch
from annotator.core.text import letter_end, letter_start

_NO_FRAME = rf"[\p{{Extended_Pictographic}}{PREPENDED}{MARK}]"
_FRAME = rf"(?<![{PREPENDED}])[\s\p{{P}}\p{{Cc}}\p{{Cf}}|<>`´--{_NO_FRAME}]"
_FRAME_AHEAD = regex.compile(rf"(?V1){_FRAME}[{MARK}]*+")
_FRAME_BEHIND = regex.compile(rf"(?rV1){_FRAME}[{MARK}]*+")

_CLOSING = dict(zip(")]}»›﴾", "([{«‹﴿", strict=True))
_QUOTES = ('"“”„‟', "'‘’‚‛")
_KINDS = {
    bracket: closing for closing, opening in _CLOSING.items() for bracket in closing + opening
}
_KINDS |= {quote: family[0] for family in _QUOTES for quote in family}
_LOOK_AROUND = 1000
_A_LETTER = regex.compile(rf"(?V1)[{LETTER}]")
_APOSTROPHE = rf"(?<=[{FOREIGN}{NUMBER}])['’](?=[{FOREIGN}{NUMBER}])"
_PAIRED = regex.compile(rf"(?V1)(?!{_APOSTROPHE})[{regex.escape(''.join(_KINDS))}]")


def snap(text: str, start: int, end: int) -> Stretch:
    """Return ``[start, end)`` widened to the words that it touches, then trimmed."""
    if start == end:
        return start, end
    first, last = word_at(text, start), word_at(text, end)
    wide_start = first[0] if first and start < first[1] else letter_start(text, start)
    wide_end = last[1] if last and last[0] < end else letter_end(text, end)
    return trim(text, wide_start, wide_end)


def trim(text: str, start: int, end: int) -> Stretch:
    """Return ``[start, end)`` without the spaces and punctuation that frame it.

    A bracket or quote stays while its partner is inside, unless the two frame the whole; what
    belongs to a word, such as the sign of a number, stays.  Where nothing would be left, nothing
    is taken away.
    """
    partners = _partners(text, start, end)
    first, last = _core(text, start, end)
    low, high = start, end
    while low < high:
        ahead = _FRAME_AHEAD.match(text, low, first)
        if ahead and low not in partners:
            low = ahead.end()
            continue
        behind = _FRAME_BEHIND.match(text, last, high)
        if behind and behind.start() not in partners:
            high = behind.start()
        elif ahead and behind and partners[low] == behind.start():
            low, high = ahead.end(), behind.start()
        else:
            return low, high
    return start, end


def framed(text: str, start: int, end: int) -> Stretch | None:
    """Return what the next quotes or brackets around ``[start, end)`` hold, trimmed.

    Pairs that hold no letter more are passed over, and so are those that stand far away or in two
    paragraphs.  None if there are no others.
    """
    floor = max(text.rfind("\n", 0, start) + 1, start - _LOOK_AROUND)
    feed = text.find("\n", end, end + _LOOK_AROUND)
    ceiling = feed if feed >= 0 else min(len(text), end + _LOOK_AROUND)
    partners = _partners(text, floor, ceiling)
    openings = [place for place, partner in partners.items() if place < partner]
    for opening in sorted(openings, reverse=True):
        closing = partners[opening]
        around = opening <= start and end <= closing + 1
        if around and (
            _A_LETTER.search(text, opening, start) or _A_LETTER.search(text, end, closing)
        ):
            inside = trim(text, letter_end(text, opening), letter_start(text, closing))
            if inside[0] < start or end < inside[1]:
                return inside
    return None


def _core(text: str, start: int, end: int) -> Stretch:
    """Return where the first word starts and the last one ends; without words, end and start."""
    first, last = word_from(text, start, end), word_until(text, end, start)
    if not first or not last:
        return end, start
    percent = SPACED_PERCENT.match(text, last[1], end)
    return first[0], percent.end() if percent else last[1]


def _partners(text: str, start: int, end: int) -> dict[int, int]:
    """Return the positions of brackets and quotes in ``[start, end)`` that form pairs, both ways.

    A quote opens after a space and closes before one, whatever its shape: people type “ and ”
    the wrong way round.  Between two spaces or none, it closes what is open.
    """
    partners: dict[int, int] = {}
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for match in _PAIRED.finditer(text, start, end):
        place, kind = match.start(), _KINDS[match[0]]
        waiting = opened[kind]
        if not (match[0] in _CLOSING if kind in _CLOSING else _quote_closes(text, place, waiting)):
            waiting.append(place)
        elif waiting:
            partner = waiting.pop()
            partners[place], partners[partner] = partner, place
    return partners


def _quote_closes(text: str, place: int, waiting: list[int]) -> bool:
    before = place == 0 or text[place - 1].isspace()
    after = place + 1 == len(text) or text[place + 1].isspace()
    return bool(waiting) if before == after else after
