"""When an article was published: asked for once where nothing tells."""

from collections.abc import Iterator
from itertools import islice

from annotator.arabic import ARABIC
from annotator.core.errors import InvalidValue
from annotator.core.language import Stretch
from annotator.core.model import Article
from annotator.core.rows import Kind, RowChange
from annotator.core.text import published_in
from annotator.core.typed import day_typed
from annotator.store.project import Project

_LINES = 3
"""On how many lines at the head of a text a day may stand alone."""
_LONGEST = 200
"""A line that is longer than this many letters holds more than a day."""


def likely_day(article: Article) -> str | None:
    """Return the day that the head of an article or its name tells, for a person to confirm.

    It is the dateline of the first line, or a day that stands alone on one of the first three, or
    behind a place or a word such as “published” there.
    """
    lines = list(islice(_lines(article.text), _LINES))
    for number, line in enumerate(lines):
        words = line[slice(*_stretch_of_day(line, is_first=not number))]
        # Behind the colon stands the day of “date: 2026-02-23”.
        if len(words) <= _LONGEST and (day := _day(words) or _day(words.partition(":")[2])):
            return day
    return published_in(article.name)


def _stretch_of_day(line: str, *, is_first: bool) -> Stretch:
    """Return where the day of publication stands in ``line``; all of it where nothing tells."""
    end = ARABIC.dateline_end(line)
    if end == len(line) or (is_first and end):
        return ARABIC.trim(line, 0, end)
    return ARABIC.dateline_day(line) or (0, len(line))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that hold anything, each only when it is asked for."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if line := text[start:end].strip():
            yield line
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


def _property(article: Article) -> str:
    return f"published/{article.id}"
