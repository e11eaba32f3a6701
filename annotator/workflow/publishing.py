"""When an article was published: asked for once where nothing tells."""

from annotator.arabic import ARABIC
from annotator.core.model import Article
from annotator.core.rows import Kind, RowChange
from annotator.core.text import is_iso_day, published_in
from annotator.core.values import DateValue
from annotator.store.project import Project


def likely_day(article: Article) -> str | None:
    """Return the day that the dateline of an article or its name tells, for a person to confirm."""
    line_end = article.text.find("\n")
    line = article.text if line_end < 0 else article.text[:line_end]
    end = ARABIC.dateline_end(line)
    value = ARABIC.read_value("date", line, *ARABIC.trim(line, 0, end), None) if end else None
    if isinstance(value, DateValue) and is_iso_day(value.edtf):
        return value.edtf
    return published_in(article.name)


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
