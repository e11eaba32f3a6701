"""Moving the start or the end of a stretch by words and clitics.

Offsets count code points, end exclusive.  A border that cannot move stays where it is, and no
move leaves the stretch empty.
"""

from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.words import (
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
    word_at,
)


def start_outward(text: str, start: int) -> int:
    """Return the clitic cut or word start before ``start``: inside a word, clitics come back."""
    word = word_at(text, start)
    if word and word[0] < start < word[1]:
        return max((cut for cut in clitic_cuts(text, *word) if cut < start), default=word[0])
    return previous_word_start(text, start)


def start_inward(text: str, start: int, end: int) -> int:
    """Return the next clitic cut in the word at ``start``, else the start of the next word."""
    word = word_at(text, start)
    cuts = [cut for cut in clitic_cuts(text, *word) if cut > start] if word else []
    moved = cuts[0] if cuts else next_word_start(text, start)
    return moved if moved < end else start


def end_outward(text: str, end: int) -> int:
    """Return the end of the word that ``end`` is inside, else of the next word."""
    return next_word_end(text, end)


def end_inward(text: str, start: int, end: int) -> int:
    """Return the end of the word before ``end``."""
    moved = previous_word_end(text, end)
    return moved if start < moved else end
