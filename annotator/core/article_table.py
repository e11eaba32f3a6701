"""Tables of articles, one a row: which column is what, and the article that a row is.

A column is known by its name, or by what whoever imports the table says of it.  Columns that are
none of these go into the ``meta`` of the article.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle, UnknownName
from annotator.core.fields import Fields
from annotator.core.format import ArticleRecord, ReadingOptions, TableHead
from annotator.core.language import Language
from annotator.core.text import is_iso_day
from annotator.core.typed import full_day_typed

_NAMES = {
    "text": ("text", "body", "content", "full_text", "article_text", "story", "article"),
    "title": ("title", "headline"),
    "name": ("name", "file_name", "filename", "file"),
    "outlet": ("outlet", "source", "publisher", "newspaper", "site"),
    "url": ("url", "link"),
    "published": (
        *("published", "published_at", "publication_date", "publish_date", "pub_date", "date"),
    ),
    "id": ("id", "article_id"),
}
"""What columns are called in English; the likelier name first."""
FIELDS = tuple(_NAMES)
"""What a column can be."""
_BETWEEN_WORDS = regex.compile(r"[\s_-]+")
_MOMENT = regex.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9].*)?", regex.DOTALL)


def refuse_unknown_fields(chosen: Mapping[str, str]) -> None:
    """Refuse columns for what is no field of an article.

    Raises:
        UnknownName: if there is one; the fields are told.
    """
    for field in chosen:
        if field not in _NAMES:
            raise UnknownName(
                QT_TRANSLATE_NOOP(
                    "errors", "No column can be “{field}”. It can be one of: {known}."
                ),
                field=field,
                known=", ".join(FIELDS),
            )


def known_fields(columns: Sequence[str], more_names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return which column is which field, so far as the names of the columns tell."""
    by_key = {_key(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for field, names in _NAMES.items():
        for name in (*names, *more_names.get(field, ())):
            if _key(name) in by_key:
                found[field] = by_key[_key(name)]
                break
    return found


_FIRST_ROWS = 5
_LONGEST_SHOWN = 200


def head_of(
    columns: tuple[str, ...],
    rows: Iterable[Mapping[str, object]],
    more_names: Mapping[str, Sequence[str]],
) -> TableHead:
    """Return the columns of a table and its first rows, cut to what can be shown."""
    first = [
        tuple(_shown(row.get(column))[:_LONGEST_SHOWN] for column in columns)
        for row in islice(rows, _FIRST_ROWS)
    ]
    return TableHead(columns, tuple(first), known_fields(columns, more_names))


def _shown(cell: object) -> str:
    return "" if cell is None else str(cell)


def _key(name: str) -> str:
    return str(_BETWEEN_WORDS.sub("_", name.strip().casefold()))


class ArticleTable:
    """Makes articles of the rows of one table."""

    def __init__(
        self,
        path: Path,
        columns: Sequence[str],
        options: ReadingOptions,
        language: Language,
        more_names: Mapping[str, Sequence[str]],
    ) -> None:
        """Say which ``columns`` the table has; ``options`` tell which were chosen for a field.

        Raises:
            AnnotatorError: if there is none with the text, or a chosen one is not there.
        """
        self._path = path
        self._language = language
        _refuse_doubles(columns)
        chosen = options.columns_in(columns)
        self._columns = known_fields(columns, more_names) | chosen
        for column in chosen.values():
            if column not in columns:
                raise _missing(column, columns)
        # A column that was chosen for one field is no other one as well.
        for field in self._columns.keys() - chosen.keys():
            if self._columns[field] in chosen.values():
                del self._columns[field]
        if "text" not in self._columns:
            if "text" in options.columns:
                raise _missing(options.columns["text"], columns)
            raise _without_text(columns)

    def article(self, line: int, row: Mapping[str, object]) -> ArticleRecord:
        """Return the article that a row is; what is empty in it is not told.

        Raises:
            InvalidArticle: if it has no text, or something is not as it must be.
        """
        told = {column: cell for column, cell in row.items() if not _is_empty(cell)}
        said = {field: told.pop(column, None) for field, column in self._columns.items()}
        if isinstance(said.get("id"), int):
            said["id"] = str(said["id"])
        fields = Fields(said)
        if "text" not in fields:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "Its column “{column}” is empty."),
                column=self._columns["text"],
            )
        published = fields.text_or_none("published")
        day = day_in(published, self._language) if published else None
        left_out: tuple[AnnotatorError, ...] = ()
        if published and day is None:
            told[self._columns["published"]] = published
            left_out = (_no_day(self._columns["published"], published),)
        return ArticleRecord(
            path=self._path,
            line=line,
            text=fields.raw_text("text"),
            name=fields.text_or_none("name"),
            id=fields.text_or_none("id"),
            title=fields.text_or_none("title"),
            outlet=fields.text_or_none("outlet"),
            url=fields.text_or_none("url"),
            published=day,
            meta=Fields({"meta": told}).meta({"meta"}),
            left_out=left_out,
        )


def _is_empty(cell: object) -> bool:
    """Tell whether nothing is in a cell: also what other programs put there for nothing (NaN)."""
    return cell is None or cell == "" or cell != cell


def day_in(written: str, language: Language) -> str | None:
    """Return the day of a date or a moment as tables and pages write it, in ISO, if it is one."""
    moment = _MOMENT.fullmatch(written.strip())
    if moment:
        return moment[1] if is_iso_day(moment[1]) else None
    try:
        return full_day_typed(written, language)
    except AnnotatorError:
        return None


def _no_day(column: str, written: str) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "Its “{column}” tells no full day, so that its day of publication is not taken from"
            " there: “{written}”. The article was taken, and keeps that among its other details.",
        ),
        column=column,
        written=written,
    )


def _refuse_doubles(columns: Sequence[str]) -> None:
    (column, times), *_ = Counter(columns).most_common(1) or [("", 0)]
    if times > 1:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "Two columns are called “{column}”. Rename one, then import it again."
            ),
            column=column,
        )


def _missing(column: str, columns: Sequence[str]) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "The table has no column “{column}”. It has: {columns}."),
        column=column,
        columns=_told(columns),
    )


def _without_text(columns: Sequence[str]) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "No column is known to hold the text. Say which one does (--column text=NAME) of these:"
            " {columns}.",
        ),
        columns=_told(columns),
    )


_MOST_TOLD = 20


def _told(columns: Sequence[str]) -> str:
    """Return the names of columns as a sentence can hold them."""
    told = [f"“{column[:60]}”" for column in columns[:_MOST_TOLD]]
    return ", ".join(told + ["…"] * (len(columns) > _MOST_TOLD))
