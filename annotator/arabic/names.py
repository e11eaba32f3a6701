"""How names differ that mean the same: by the article, and by what clings to them in a sentence.

All of it works on folded text, see ``folding``, and on form alone: it makes offers.
"""

import re
from collections.abc import Iterator

from annotator.arabic.clitics import clitic_cuts

_ARTICLE = re.compile(r"(?<!\S)ال(?=\S\S)")
_FIRST_WORD = re.compile(r"\S+")


def without_articles(name: str) -> str:
    """Return a folded name without the article ال of its words."""
    return _ARTICLE.sub("", name)


def without_clitics(name: str) -> Iterator[str]:
    """Yield what a folded name may be without the clitics of its first word.

    In لل the article has lost its alef: للتحالف may be لتحالف, and is التحالف.
    """
    first = _FIRST_WORD.match(name)
    for cut in clitic_cuts(name, *first.span()) if first else ():
        rest = name[cut:]
        yield rest
        if rest.startswith("ل") and name[cut - 1] == "ل":
            yield f"ا{rest}"
