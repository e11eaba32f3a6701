"""Words, as snapping, stepping and counting see them.

A word is a run of letters with their marks, of digits, or of both: tatweel, joiners and
invisible controls inside it do not part it.  Numbers keep their separators, sign, percent and
currency (12.5, ١٬٢٥٠, 99%), dates and times stay whole (2026-02-23), and so do compounds with
digits or foreign letters (F-16, إف-16, AT&T).  Quotes, brackets and punctuation are outside.

Offsets count code points, end exclusive.  Every look-up costs what lies around it, not the text:
it stays between two spaces, and within ``_LOOK_AROUND`` where there are none.
"""

from collections.abc import Iterator

import regex

from annotator.arabic.characters import (
    ARABIC,
    FOREIGN,
    INVISIBLE,
    LETTER,
    MARK,
    NUMBER,
    PERCENT,
    PREPENDED,
    TATWEEL,
)
from annotator.core.language import Stretch
from annotator.core.text import letter_end

_LOOK_AROUND = 4096

# Each repetition is possessive and begins with what the one before cannot take: no input makes
# the pattern go back, so its cost is linear.  The plain ranges, and the branch for a plain Arabic
# word, change no match: they make four in five words four times as fast.
_UNSEEN = rf"[{INVISIBLE}]++(?=[{LETTER}])"
_ARABIC_RUN = rf"[ء-غف-ي{ARABIC}](?:[ء-ْ{ARABIC}{MARK}]++|{_UNSEEN})*+(?:[-‐‑](?=[{NUMBER}]))?+"
_FOREIGN_RUN = rf"[{FOREIGN}{NUMBER}](?:[0-9A-Za-z{FOREIGN}{NUMBER}{MARK}]++|{_UNSEEN})*+"
_FOREIGN_JOINT = rf"(?:[-‐‑'’&](?=[{FOREIGN}{NUMBER}])|(?<=[{NUMBER}])[.,٫٬:/](?=[{NUMBER}]))"
_PLAIN_WORD = r"[ء-غف-ي][ء-ْ]*+(?=[ .،])"
WORD = regex.compile(
    rf"(?V1){_PLAIN_WORD}|(?:(?<![{PREPENDED}])[{PREPENDED}]++)?+"
    rf"(?:(?<![{LETTER}{PERCENT}])[-+−±{PERCENT}\p{{Sc}}](?=[{NUMBER}]))?+"
    rf"(?!{TATWEEL})(?:{_ARABIC_RUN}|{_FOREIGN_RUN}(?:{_FOREIGN_JOINT}{_FOREIGN_RUN})*+)++"
    rf"(?:(?<=[{NUMBER}])[{INVISIBLE}]*+[{PERCENT}\p{{Sc}}][{MARK}]*+)?+"
)
SPACED_PERCENT = regex.compile(rf"(?<=\p{{N}})\p{{Zs}}?[{PERCENT}]")
"""The sign behind a number, which it belongs to, also where a space parts them."""
_LETTER_AHEAD = regex.compile(rf"(?V1)[{LETTER}--{TATWEEL}]")
_LETTER_BEHIND = regex.compile(rf"(?rV1)[{LETTER}--{TATWEEL}]")
_SPACE_AHEAD = regex.compile(r"\s")
_SPACE_BEHIND = regex.compile(r"(?r)\s")


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """Yield the words in ``[start, end)``, in order; a word that a border cuts, in part."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        yield match.span()


def word_at(text: str, position: int) -> Stretch | None:
    """Return the word around ``position``, or None between spaces and punctuation.

    At a border, the word that starts there comes before the one that ends there.
    """
    ending = None
    for start, end in words(text, *_surroundings(text, position)):
        if start > position:
            break
        if end > position:
            return start, end
        ending = (start, end) if end == position else None
    return ending


def _surroundings(text: str, position: int) -> Stretch:
    """Return what stands between the spaces before and after ``position``."""
    floor, ceiling = max(0, position - _LOOK_AROUND), min(len(text), position + _LOOK_AROUND)
    before = _SPACE_BEHIND.search(text, floor, position)
    start = before.end() if before else floor
    if after := _SPACE_AHEAD.search(text, position, ceiling):
        return start, after.start()
    # On a copy: a letter with a million marks must not be walked to its end.
    return start, floor + letter_end(text[floor : ceiling + _LOOK_AROUND], ceiling - floor)


def next_word_end(text: str, position: int) -> int:
    """Return the first end of a word after ``position``, or ``position`` if there is none."""
    word = word_from(text, position)
    return word[1] if word else position


def next_word_start(text: str, position: int) -> int:
    """Return the first start of a word after ``position``, or ``position`` if there is none."""
    word = word_from(text, position)
    if word and word[0] <= position:
        word = word_from(text, word[1])
    return word[0] if word else position


def previous_word_start(text: str, position: int) -> int:
    """Return the last start of a word before ``position``, or ``position`` if there is none."""
    word = word_until(text, position)
    return word[0] if word else position


def previous_word_end(text: str, position: int) -> int:
    """Return the last end of a word before ``position``, or ``position`` if there is none."""
    word = word_until(text, position)
    if word and word[1] >= position:
        word = word_until(text, word[0])
    return word[1] if word else position


def word_from(text: str, position: int, end: int | None = None) -> Stretch | None:
    """Return the first word that ends after ``position`` and has a letter before ``end``."""
    word = word_at(text, position)
    if word and word[1] > position:
        return word
    letter = _LETTER_AHEAD.search(text, position, len(text) if end is None else end)
    return word_at(text, letter.start()) if letter else None


def word_until(text: str, position: int, start: int = 0) -> Stretch | None:
    """Return the last word that starts before ``position`` and has a letter after ``start``."""
    word = word_at(text, position)
    if word and word[0] < position:
        return word
    letter = _LETTER_BEHIND.search(text, start, position)
    return word_at(text, letter.start()) if letter else None
