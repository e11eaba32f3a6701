"""What stands between two borders of which one author chose the one and another the other.

By form alone: a clitic is what ``clitic_cuts`` may cut off, whether or not it is one here.
Offsets count code points, end exclusive.
"""

from collections.abc import Iterator
from itertools import pairwise

import regex

from annotator.arabic.characters import INVISIBLE, LETTER, MARK, TATWEEL
from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.folding import fold
from annotator.arabic.kind_words import KIND_WORDS
from annotator.arabic.names import without_articles
from annotator.arabic.words import SPACED_PERCENT, word_at, words
from annotator.core.language import Cut, Stretch

_NOTHING = frozenset[Cut]()
_UNSEEN = regex.compile(rf"(?V1)[\s{INVISIBLE}{MARK}{TATWEEL}\u200b\u200c]*+")
_SIGN = regex.compile(rf"(?V1)[^\s{INVISIBLE}{MARK}{TATWEEL}{LETTER}\u200b\u200c]")
_ADJECTIVE = regex.compile(r"ال\w{2,}(?:ي|يه)")
"""As folding leaves it: العسكري, الجوية."""
_LAM = regex.compile(rf"(?V1)ل[{INVISIBLE}{MARK}{TATWEEL}]*+")


def start_cuts(text: str, start: int, end: int, reader: str | None) -> frozenset[Cut]:
    """Return what ``[start, end)`` is, which one of two spans has before the other begins."""
    outside, inside = _parted(text, start, end)
    found = set(_clitics(text, *inside)) if inside else set()
    return _told(text, start, end, found | _wholes(text, *outside, KIND_WORDS.get(reader or "")))


def end_cuts(text: str, start: int, end: int, *, has_kind_word: bool = False) -> frozenset[Cut]:
    """Return what ``[start, end)`` is, which one of two spans has after the other has ended.

    ``has_kind_word`` says that the same one begins with a kind word; what stands after the name may
    belong to that (قاعدة عين الأسد الجوية).
    """
    found = _wholes(text, start, end, None)
    if (
        found
        and has_kind_word
        and all(_is_adjective(text, *one) for one in words(text, start, end))
    ):
        found = {Cut.KIND_WORD}
    if _tears_number(text, start, end):
        found.add(Cut.BORDER)
    return _told(text, start, end, found)


def _tears_number(text: str, start: int, end: int) -> bool:
    """Tell whether ``[start, end)`` begins with the sign of a number before it, such as 99%."""
    if SPACED_PERCENT.match(text, start, end):
        return True
    word = word_at(text, start)
    return (
        word is not None
        and word[0] < start < word[1]
        and _SIGN.search(text, start, min(end, word[1])) is not None
    )


def _is_adjective(text: str, start: int, end: int) -> bool:
    """Tell whether a word has the form of an adjective of belonging, with its article."""
    return _ADJECTIVE.fullmatch(fold(text[start:end])) is not None


def _told(text: str, start: int, end: int, found: set[Cut]) -> frozenset[Cut]:
    """Add the signs; where nothing else was found, the spaces tell."""
    if start == end:
        return _NOTHING
    if _SIGN.search(text, start, end):
        found.add(Cut.QUOTE)
    if not found:
        found.add(Cut.MARKS if _UNSEEN.fullmatch(text, start, end) else Cut.BORDER)
    return frozenset(found)


def _parted(text: str, start: int, end: int) -> tuple[Stretch, Stretch | None]:
    """Return ``[start, end)`` without the beginning of a word that goes on, and that beginning."""
    word = word_at(text, end)
    if word is None or not word[0] < end < word[1]:
        return (start, end), None
    cut = max(start, word[0])
    return (start, cut), (cut, end)


def _clitics(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield what the beginning ``[start, end)`` of a word consists of."""
    word = word_at(text, end)
    if word is None:
        return
    places = [word[0], *clitic_cuts(text, *word)]
    article = _article_of(text, places)
    if article is not None and article not in places:
        places.append(article)
    if start not in places or end not in places:
        yield Cut.BORDER
        return
    for first, last in pairwise(places):
        if start <= first and last <= end:
            yield Cut.ARTICLE if last == article else Cut.CLITIC


def _article_of(text: str, places: list[int]) -> int | None:
    """Return where the article of a word ends; in لل it is the second lam."""
    if len(places) < 2:
        return None
    last_clitic = fold(text[places[-2] : places[-1]])
    if last_clitic == "ال":
        return places[-1]
    second = _LAM.match(text, places[-1]) if last_clitic == "ل" else None
    return second.end() if second else None


def _wholes(text: str, start: int, end: int, kind_words: frozenset[str] | None) -> set[Cut]:
    """Return what the words in ``[start, end)`` are: kind words if the first of them is one."""
    first = next(words(text, start, end), None)
    if first is None:
        return set()
    if not kind_words:
        return {Cut.BORDER}
    clitics = [first[0], *clitic_cuts(text, *first)]
    for cut in clitics:
        if without_articles(fold(text[cut : first[1]])) in kind_words:
            before = {Cut.CLITIC} if cut > first[0] else set()
            return {Cut.KIND_WORD, *before}
    return {Cut.BORDER}
