"""When an article was published: asked for once where nothing tells; what dates mean by it."""

from collections.abc import Iterator
from itertools import islice

from annotator.arabic import ARABIC
from annotator.core.errors import InvalidValue
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Span
from annotator.core.rows import Kind, RowChange
from annotator.core.text import published_in
from annotator.core.typed import day_typed
from annotator.core.values import DateValue
from annotator.store.project import Project

_LINES = 3
"""On how many lines at the head of a text a day of publication may stand."""
_LONGEST = 200
"""So many letters of a line hold any day that is told at its beginning."""


def likely_day(article: Article) -> str | None:
    """Return the day that the head of an article or its name tells, for a person to confirm.

    That is one that the first lines tell as such, by the rules of the language.
    """
    told = ARABIC.days_told(list(islice(_lines(article.text), _LINES)))
    return next(filter(None, map(_day, told)), None) or published_in(article.name)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that hold anything, each only when it is asked for; of long ones the head."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if line := text[start:end].strip():
            yield line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
        start = end + 1


def _day(words: str) -> str | None:
    try:
        return day_typed(words, ARABIC)
    except InvalidValue:
        return None


def is_to_be_asked(project: Project, article: Article) -> bool:
    """Tell whether nobody knows, and nobody has said yet that it cannot be known."""
    if article.published is not None:
        return False
    with project.reading():
        return project.records.read(Kind.PROPERTY, _property(article)) is None


def ask_no_more(project: Project, article: Article) -> bool:
    """Remember, for all authors, that the day of an article is not known; no act of anybody.

    Return whether that is news.
    """
    with project.writing():
        is_news = is_to_be_asked(project, article)
        if is_news:
            said = RowChange(Kind.PROPERTY, _property(article), None, {"value": "unknown"})
            project.records.make([said])
        return is_news


def read_by_day(article: Article, span: Span, labels: LabelSet) -> DateValue | None:
    """Return what a confirmed date reads by the day of publication, if it says another thing.

    ``None`` also where the words read the same whatever that day is: then it overtakes nothing.
    """
    reader = labels[span.label].reader
    if article.published is None or reader is None or not span.is_confirmed:
        return None
    by_day, alone = (
        ARABIC.read_value(reader, article.text, span.start, span.end, published)
        for published in (article.published, None)
    )
    is_other = by_day not in (alone, span.value)
    return by_day if is_other and isinstance(by_day, DateValue) else None


def _property(article: Article) -> str:
    return f"published/{article.id}"
