"""Where sentences end: at the end of a line, and after a full stop, a question or an exclamation.

The quotes and brackets that close right after it belong to the sentence.  A stop after a single
letter (د. أحمد, U.S.) or after the number with which a line begins (1.) ends none.

Offsets count code points, end exclusive; no letter is parted from its marks.
"""

from collections.abc import Iterator

import regex

from annotator.arabic.characters import INVISIBLE, LETTER, MARK, NUMBER
from annotator.core.language import Stretch

_BREAK = r"\n\u2028\u2029"
_CLOSING = rf"[\p{{Pe}}\p{{Pf}}\p{{Pi}}\"'’»«{INVISIBLE}]"
_FIRST_NUMBER = rf"(?<=(?:^|[{_BREAK}])[ \t]{{0,8}}[{NUMBER}]{{1,3}})"
_LONE_LETTER = rf"(?<=(?:^|[^{LETTER}{MARK}])[[{LETTER}]--[{NUMBER}]][{MARK}]{{0,4}})"
_STOPS = "[.!?؟۔…‼⁇⁈⁉]"
# A run of stops is looked at once, from its start: a million of them cost no more than once each.
_END = regex.compile(
    rf"(?V1)(?:(?:{_FIRST_NUMBER}|{_LONE_LETTER})\.(?!{_STOPS})(*SKIP)(*FAIL)"
    rf"|(?<!{_STOPS}){_STOPS}++[{MARK}]*+{_CLOSING}*+(?=\s(?![{MARK}])|\Z))|[{_BREAK}]"
)
_SPACE_BEFORE = regex.compile(rf"(?V1)(?:\s(?![{MARK}]))*+")


def sentences(text: str) -> Iterator[Stretch]:
    """Yield the sentences of ``text``, in order, without the spaces around them."""
    start = 0
    for match in _END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Stretch]:
    spaces = _SPACE_BEFORE.match(text, start, end)
    start = spaces.end() if spaces else start
    end = start + len(text[start:end].rstrip())
    if start < end:
        yield start, end
