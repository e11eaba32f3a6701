"""Articles of our own with the spans that the guidelines ask for, marked in the text itself.

``{b|التنف}`` is a base; ``d``, ``a`` and ``f`` stand for date, actor and figure.  Marks may nest.
They were drawn before any rule ran on them.  Those in ``seen`` may be looked at when a rule is
mended; of those in ``held_out`` the score alone.  Those in ``fresh`` were written and marked
by a hand that had seen no rule; now that their errors are mended, they flatter like ``seen``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

from annotator.core.language import Stretch

FOLDER = Path(__file__).parents[1] / "arabic" / "articles"
SEEN, HELD_OUT, FRESH = "seen", "held_out", "fresh"
PARTS = (SEEN, HELD_OUT, FRESH)
READERS = {"b": "base", "d": "date", "a": "actor", "f": "figure"}
_MARK = regex.compile(r"\{([bdaf])\||\}")


@dataclass(frozen=True)
class Marked:
    name: str
    text: str
    spans: dict[str, list[Stretch]]
    """By reader, in code points of the text, end exclusive."""


def marked_articles(part: str) -> Iterator[Marked]:
    for path in sorted((FOLDER / part).glob("*.txt")):
        yield read_marks(path.name, path.read_text("utf-8"))


def read_marks(name: str, source: str) -> Marked:
    text, place = "", 0
    spans: dict[str, list[Stretch]] = {reader: [] for reader in READERS.values()}
    begun: list[tuple[str, int]] = []
    for mark in _MARK.finditer(source):
        text += source[place : mark.start()]
        place = mark.end()
        if mark[1]:
            begun.append((READERS[mark[1]], len(text)))
        else:
            reader, start = begun.pop()
            spans[reader].append((start, len(text)))
    assert not begun, name
    return Marked(name, text + source[place:], spans)
