"""Where a word may be cut after its clitics, by form alone.

Cuts are offers: no dictionary tells that the و of واشنطن is no conjunction.  Snapping never cuts;
a person does, with a key.
"""

import regex

from annotator.arabic.characters import ARABIC, FOREIGN, INVISIBLE, MARK, NUMBER, PERCENT, TATWEEL

_TAIL = rf"[{MARK}{INVISIBLE}{TATWEEL}]*+"
# The س of the future stands before a verb that begins with one of these letters, and in سورية it
# is no clitic; the others may be cut from anything.
_VERB = "[يیتنأ]"
# In لل, the second lam is the article with its alef dropped: it stays with the word.
CLITICS = regex.compile(
    rf"(?V1)(?P<conjunction>[وف]{_TAIL})?+"
    rf"(?P<particle>[بكکل]{_TAIL}|س{_TAIL}(?={_VERB}))?+"
    rf"(?P<article>[اٱ][{MARK}]*+ل{_TAIL})?+"
)
ENOUGH = regex.compile(
    rf"(?V1)(?:[{ARABIC}--{TATWEEL}]{_TAIL}){{2}}|[{FOREIGN}{NUMBER}{PERCENT}\p{{Sc}}+−-]"
)


def clitic_cuts(text: str, start: int = 0, end: int | None = None) -> tuple[int, ...]:
    """Return the positions at which clitics of the word ``[start, end)`` may be cut off.

    In order: a conjunction (و ف), then one of ب ك ل, or س before ي ت ن أ, then the article; each
    with its marks and tatweel.  What is left has two letters at least, or is a number or foreign.
    Positions count code points of ``text``.
    """
    end = len(text) if end is None else end
    match = CLITICS.match(text, start, end)
    ends = (match.end(name) for name in ("conjunction", "particle", "article"))
    return tuple(cut for cut in ends if cut > start and ENOUGH.match(text, cut, end))
