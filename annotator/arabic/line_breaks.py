"""Where lines of a text were broken because they were full, and not because something ended.

Where a text was wrapped at some width, many a name stands in two lines.  A break was made by
wrapping if the word behind it would not have fitted into the line before it.  By chance that is so
of a few breaks in any text: half of them must be so.
"""

from collections.abc import Iterator

_NARROWEST, _WIDEST = 40, 120
"""How many letters the longest line of a text has that may have been wrapped."""
_FEWEST = 4
"""So many lines must be full."""
_HALF = 0.5
"""And so large a share of those behind which no empty line stands: paragraphs end, too."""
_ENDS = (".", "؟", "?", "!", ":", "؛", "…")
"""No name goes on behind a line that ends so."""
_STARTS = ("-", "–", "—", "*", "•", "◦", "▪", "■", "●")
"""Nor in a line that begins so."""


def unwrapped(text: str) -> str:
    """Return ``text``, as long as it was, with a space for each break that wrapping has made."""
    lines = text.split("\n")
    breaks = [place for place in range(len(lines) - 1) if lines[place] and lines[place + 1]]
    if len(breaks) < _FEWEST:
        return text
    widest = max(len(lines[place + after]) for place in breaks for after in (0, 1))
    if not _NARROWEST <= widest <= _WIDEST:
        return text
    full = {place for place in breaks if _is_full(lines[place], lines[place + 1], widest)}
    if len(full) < max(_FEWEST, _HALF * len(breaks)):
        return text
    return "".join(_joined(lines, full))


def _is_full(line: str, following: str, widest: int) -> bool:
    word = following.split(maxsplit=1)[:1]
    return bool(word) and len(line.rstrip()) + 1 + len(word[0]) > widest


def _joined(lines: list[str], full: set[int]) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield line
        if place + 1 < len(lines):
            goes_on = place in full and not line.rstrip().endswith(_ENDS)
            yield " " if goes_on and not lines[place + 1].startswith(_STARTS) else "\n"
