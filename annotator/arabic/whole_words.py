"""Where a name stands as words of its own, whatever one-letter clitics are written to it.

The hit is what the guidelines mark: the name alone.  Clitics stay outside, and so does the article
unless the name has it.  In لل, which is ل + ال with its alef dropped, a name with the article
begins at the second lam.
"""

from collections.abc import Iterable, Iterator

import regex

from annotator.arabic.characters import INVISIBLE, MARK, TATWEEL
from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.folding import fold
from annotator.arabic.words import word_at
from annotator.core.language import Folded, Stretch

_TAIL = rf"[{MARK}{INVISIBLE}{TATWEEL}]*+"
_TAIL_ALONE = regex.compile(rf"(?V1){_TAIL}")
_FIRST_LAM = regex.compile(rf"(?V1)(?:[وف]{_TAIL})?+ل{_TAIL}(?=ل)")
_SECOND_LAM = regex.compile(rf"(?V1)ل{_TAIL}")
_ARTICLE, _LAM = "ال", "ل"
_JOINED = frozenset("0123456789" + "".join(map(chr, (*range(0x621, 0x63B), *range(0x641, 0x64B)))))
"""Letters and digits two of which in a row are within one word: nearly all of an Arabic text."""
_NO_CLITIC = _JOINED - set("وفبكلس")


def names_at(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return how the name at ``[start, end)`` may read when folded.

    What begins at the second lam of لل may have the article (للتحالف) or not (للبنان).
    """
    name = " ".join(fold(text[start:end]).split())
    word = word_at(text, start)
    if name.startswith(_LAM) and word and _second_lam(text, word[0]) == start:
        return name, "ا" + name
    return (name,) if name else ()


def names_to_look_up(names: Iterable[str]) -> tuple[str, ...]:
    """Return what stands in every text in which ``find_words`` can find ``names``."""
    return tuple(name.removeprefix("ا") if name.startswith(_ARTICLE) else name for name in names)


def find_words(folded: Folded, names: Iterable[str]) -> Iterator[Stretch]:
    """Yield where any of ``names``, folded already, stands as whole words in the source.

    In order, without overlaps, in whole letters; of two at one place the longer.
    """
    found = {stretch for name in names for stretch in _standing_alone(folded, name)}
    reached = 0
    for start, end in sorted(found, key=lambda stretch: (stretch[0], -stretch[1])):
        if start >= reached:
            yield start, end
            reached = end


def _standing_alone(folded: Folded, name: str) -> Iterator[Stretch]:
    text = folded.source_text
    for start, end in folded.find_all(name):
        if _ends_word(text, end) and _starts_word(text, start):
            yield start, end
    if not name.startswith(_ARTICLE):
        return
    for place, place_end in folded.places(_LAM + name.removeprefix("ا")):
        start, end = folded.source(place + 1, place_end)
        word = word_at(text, start)
        if word and _second_lam(text, word[0]) == start and _ends_word(text, end):
            yield start, end


def _starts_word(text: str, start: int) -> bool:
    if start and text[start - 1] in _NO_CLITIC and text[start] in _JOINED:
        return False
    word = word_at(text, start)
    if word is None or not word[0] < start < word[1] or start in clitic_cuts(text, *word):
        return True
    lam = _second_lam(text, word[0])
    article = _SECOND_LAM.match(text, lam) if lam is not None else None
    return article is not None and article.end() == start


def _ends_word(text: str, end: int) -> bool:
    if end < len(text) and text[end] in _JOINED and text[end - 1] in _JOINED:
        return False
    word = word_at(text, end)
    if word is None or not word[0] < end < word[1]:
        return True
    return _TAIL_ALONE.fullmatch(text, end, word[1]) is not None


def _second_lam(text: str, word_start: int) -> int | None:
    """Return where the second lam of لل stands if the word begins with it, or with وَ or فَ."""
    match = _FIRST_LAM.match(text, word_start)
    return match.end() if match else None
