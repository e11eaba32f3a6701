"""Pieces of an article for a list: the first hit of a search, or any stretch, in its context."""

from dataclasses import dataclass, replace

from annotator.core.language import Language, Stretch
from annotator.core.model import Article

_BLOCK = 8_192
_OVERLAP = 512
"""A word that begins in one block may end so far within the next one."""
_BEFORE, _AFTER = 24, 160
"""How much of the text is shown around a hit."""
_ONE_LINE = str.maketrans(dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of an article's text, on one line, with a hit in it.

    All places count code points of ``text``.
    """

    text: str
    start: int
    end: int
    hits: tuple[Stretch, ...] = ()
    """All places where one of the words that were searched for stands."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of an article, code points, end exclusive, quoted with what stands around it."""

    article_id: str
    article: str
    """The name of the article."""
    start: int
    end: int
    excerpt: Excerpt


def quotation(article: Article, start: int, end: int) -> Quotation:
    """Return ``[start, end)`` of an article as a list shows it."""
    return Quotation(article.id, article.name, start, end, _around(article.text, start, end))


def excerpt(text: str, words: list[str], language: Language) -> Excerpt | None:
    """Return the first hit of one of some folded words in ``text``; ``None`` if there is none."""
    hit = first_hit(text, words, language)
    if hit is None:
        return None
    found = _around(text, *hit)
    folded = language.fold_with_index(found.text)
    return replace(found, hits=tuple(hit for word in words for hit in folded.find_all(word)))


def first_hit(text: str, words: list[str], language: Language) -> Stretch | None:
    """Return where the first of some folded words stands in ``text``, however it is spelled."""
    for at in range(0, len(text), _BLOCK):
        folded = language.fold_with_index(text[at : at + _BLOCK + _OVERLAP])
        hits = (next(folded.find_all(word), None) for word in words)
        found = [(start, -end) for start, end in filter(None, hits)]
        if found:
            start, end = min(found)
            return at + start, at - end
    return None


def _around(text: str, start: int, end: int) -> Excerpt:
    first, last = with_context(text, start, end, _BEFORE, _AFTER)
    before = ("…" if first else "") + text[first:start]
    after = text[end:last] + ("…" if last < len(text) else "")
    line = (before + text[start:end] + after).translate(_ONE_LINE)
    return Excerpt(line, len(before), len(before) + end - start)


def with_context(text: str, start: int, end: int, before: int, after: int) -> Stretch:
    """Return ``[start, end)`` with so many code points around it at most, cut between words."""
    first, last = max(0, start - before), min(len(text), end + after)
    if first:
        cut = text.find(" ", first, start)
        first = cut + 1 if cut >= 0 else first
    if last < len(text):
        cut = text.rfind(" ", end, last)
        last = cut if cut >= 0 else last
    return first, last
