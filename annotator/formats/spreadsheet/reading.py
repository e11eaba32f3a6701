"""Reading tables: of articles, and of spans as they are written here."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path

import regex

from annotator.arabic import ARABIC
from annotator.arabic.article_columns import ARTICLE_COLUMNS
from annotator.core.article_table import ArticleTable, head_of
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle, unreadable
from annotator.core.fields import Fields
from annotator.core.format import ArticleRecord, ReadingOptions, Refused, SpanRecord, TableHead
from annotator.core.json_records import state_in
from annotator.core.limits import MOST_SPANS, too_many_spans
from annotator.core.model import Status
from annotator.core.values import Value, value_from_json
from annotator.formats.spreadsheet.rows import BrokenTable, Rows
from annotator.formats.spreadsheet.writing import ARTICLE, LAYER, SPAN, VALUE, as_it_was

_OWN = (*ARTICLE, *LAYER, *SPAN)
_OWN_LINE = ",".join(_OWN).encode()
_BOM = b"\xef\xbb\xbf"
_SUFFIXES = (".csv", ".tsv")
_NUMBERS = {"value", "min", "max"}
_WHOLE = regex.compile(r"-?[0-9]{1,19}")

_Row = tuple[int, dict[str, str] | AnnotatorError]


def recognise(path: Path, head: bytes) -> bool:
    """Tell by the name, since any text may be a table; our own table by its first line too."""
    start = head[: len(_BOM) + len(_OWN_LINE)].removeprefix(_BOM)
    if start.replace(b"\t", b",").startswith(_OWN_LINE):
        return True
    return path.suffix.lower() in _SUFFIXES and not start.lstrip().startswith((b"{", b"["))


def count(path: Path) -> int:
    """Return the number of rows."""
    try:
        with Rows(path) as rows:
            return sum(1 for _ in rows)
    except (OSError, AnnotatorError, BrokenTable):
        return 0


def head(path: Path) -> TableHead:
    """Return the columns of a table and its first rows, cut to what can be shown.

    Raises:
        AnnotatorError: if it cannot be read, or is no table.
    """
    try:
        with Rows(path) as rows:
            return head_of(rows.columns, _whole(rows), ARTICLE_COLUMNS)
    except OSError as error:
        raise unreadable(path.name, error) from error
    except BrokenTable as broken:
        raise broken.why from broken


def _whole(rows: Iterable[_Row]) -> Iterator[dict[str, str]]:
    return (row for _, row in rows if not isinstance(row, AnnotatorError))


def read(path: Path, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    """Yield the articles of a table, row by row; of a table of spans each with its spans."""
    try:
        with Rows(path) as rows:
            if rows.columns == _OWN:
                yield from _with_spans(path, rows)
            else:
                yield from _articles(path, rows, options)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))
    except BrokenTable as broken:
        yield Refused(path, broken.line, broken.why)
    except AnnotatorError as error:
        yield Refused(path, None, error)


def _articles(path: Path, rows: Rows, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    table = ArticleTable(path, rows.columns, options, ARABIC, ARTICLE_COLUMNS)
    for line, row in rows:
        if isinstance(row, AnnotatorError):
            yield Refused(path, line, row)
            continue
        try:
            yield table.article(line, row)
        except AnnotatorError as error:
            yield Refused(path, line, error)


# -- our own table of spans


def _with_spans(path: Path, rows: Iterable[_Row]) -> Iterator[ArticleRecord | Refused]:
    for _, group in groupby(rows, key=_whose):
        rows_of_one = iter(group)
        line, first = next(rows_of_one)
        try:
            if isinstance(first, AnnotatorError):
                raise first
            yield _with_its_spans(path, line, first, _whole(rows_of_one))
        except AnnotatorError as error:
            yield Refused(path, line, error)


def _whose(numbered: _Row) -> object:
    """Return what is the same in all rows of one article."""
    line, row = numbered
    return line if isinstance(row, AnnotatorError) else (row.get("article_id"), row.get("author"))


def _with_its_spans(
    path: Path, line: int, first: dict[str, str], others: Iterable[dict[str, str]]
) -> ArticleRecord:
    told = _told(first)
    state = state_in(told)
    has_layer = state is not None and state.status is not Status.NEW
    spans: list[SpanRecord] = []
    bad: list[AnnotatorError] = []
    for row in filter(lambda row: row.get("label"), chain([first], others)):
        if len(spans) + len(bad) == MOST_SPANS:
            raise too_many_spans()
        try:
            spans.append(_span(_told(row)))
        except AnnotatorError as error:
            bad.append(error)
    return ArticleRecord(
        path=path,
        line=line,
        text=None,
        name=told.text_or_none("article"),
        id=told.text_or_none("article_id"),
        title=told.text_or_none("title"),
        outlet=told.text_or_none("outlet"),
        url=told.text_or_none("url"),
        published=told.text_or_none("published"),
        sha256=told.text("sha256"),
        author=told.text_or_none("author"),
        state=state if has_layer else None,
        spans=tuple(spans) if has_layer else None,
        bad_spans=tuple(bad),
    )


def _told(row: Mapping[str, str]) -> Fields:
    return Fields({column: as_it_was(cell) for column, cell in row.items() if cell})


def _span(told: Fields) -> SpanRecord:
    return SpanRecord(
        label=told.text("label"),
        start=_whole_number(told, "start"),
        end=_whole_number(told, "end"),
        quote=told.text("quote"),
        value=_value(told),
        proposed=_flag(told, "proposed"),
        note=told.text_or_none("note") or "",
        unsure=_flag(told, "unsure"),
        origin=told.text_or_none("origin"),
        id=told.text_or_none("span_id"),
        created_at=told.text_or_none("created_at"),
        changed_at=told.text_or_none("changed_at"),
    )


def _flag(told: Fields, column: str) -> bool:
    """Return what a cell says, in which spreadsheets write ``TRUE`` once they have saved it."""
    cell = (told.text_or_none(column) or "false").casefold()
    if cell not in ("true", "false"):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be true or false."), key=column
        )
    return cell == "true"


def _whole_number(told: Fields, column: str) -> int:
    cell = told.value(column)
    if not isinstance(cell, str) or not _WHOLE.fullmatch(cell):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be a whole number."), key=column
        )
    return int(cell)


def _value(told: Fields) -> Value:
    data: dict[str, object] = {}
    for column, key in VALUE.items():
        if column in told:
            data[key] = _number(told, column) if key in _NUMBERS else told.text(column)
    return value_from_json(data)


def _number(told: Fields, column: str) -> int | float:
    cell = told.text(column)
    if _WHOLE.fullmatch(cell):
        return int(cell)
    try:
        return float(cell)
    except ValueError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be a number."), key=column
        ) from error
