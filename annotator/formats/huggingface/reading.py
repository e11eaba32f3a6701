"""Reads dataset folders that were written here, and Parquet files of anybody's articles."""

from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from annotator.arabic import ARABIC
from annotator.arabic.article_columns import ARTICLE_COLUMNS
from annotator.core.article_table import ArticleTable, head_of
from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    FileError,
    InvalidArticle,
    unreadable,
)
from annotator.core.format import ArticleRecord, ReadingOptions, Refused, TableHead, needed
from annotator.core.json_files import Records, articles_in
from annotator.core.json_stream import shape
from annotator.formats.huggingface.own_rows import COLUMNS, article_in

_AT_ONCE = 100


def companions(path: Path) -> Iterator[Path]:
    """Yield the card of the folder in which ``path`` is."""
    yield path.parent.parent / "README.md"


# -- JSON lines


def recognise_json_lines(path: Path, head: bytes) -> bool:
    """Tell by the columns, which no other program writes together."""
    keys = shape(head)
    return {"text", "layer", "token_starts[]", "ner_tags[]"} <= keys


def read_json_lines(path: Path, options: ReadingOptions) -> Records:
    """Yield the articles of a split, line by line."""
    return articles_in(path, _own)


def _own(path: Path, number: int, row: Mapping[str, Any]) -> Iterator[ArticleRecord]:
    yield article_in(path, number, row)


# -- Parquet


def recognise_parquet(path: Path, head: bytes) -> bool:
    """Tell by the first bytes."""
    return head.startswith(b"PAR1")


def read_parquet(path: Path, options: ReadingOptions) -> Records:
    """Yield the articles of a Parquet file, some rows at a time."""
    try:
        with path.open("rb"):
            pass  # what cannot be opened is told in the words of all formats
        with _Table(path) as table:
            if set(table.columns) >= COLUMNS:
                for number, row in table.rows():
                    yield _own_or_refused(path, number, row)
            else:
                yield from _articles(path, table, options)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))
    except AnnotatorError as error:
        yield Refused(path, None, error)


def _own_or_refused(path: Path, number: int, row: Mapping[str, Any]) -> ArticleRecord | Refused:
    try:
        return article_in(path, number, row)
    except AnnotatorError as error:
        return Refused(path, number, error)


def _articles(path: Path, table: "_Table", options: ReadingOptions) -> Records:
    articles = ArticleTable(path, table.columns, options.columns, ARABIC, ARTICLE_COLUMNS)
    for column in table.left_out:
        why = QT_TRANSLATE_NOOP(
            "errors",
            "The column “{column}” holds what is no text, such as pictures: it was left out.",
        )
        yield Refused(path, None, InvalidArticle(why, column=column))
    for number, row in table.rows():
        try:
            yield articles.article(number, row)
        except AnnotatorError as error:
            yield Refused(path, number, error)


def count_parquet(path: Path) -> int:
    """Return the number of rows."""
    try:
        with _Table(path) as table:
            return table.count
    except (OSError, AnnotatorError):
        return 0


def head_of_parquet(path: Path) -> TableHead:
    """Return the columns of a Parquet file and its first rows, cut to what can be shown.

    Raises:
        AnnotatorError: if it cannot be read.
    """
    with _Table(path) as table:
        return head_of(table.columns, (row for _, row in table.rows()), ARTICLE_COLUMNS)


class _Table:
    """A Parquet file, of which some rows are in memory at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            FileError: if the library is not installed, or it is no whole file.
        """
        self._arrow = needed("pyarrow", "parquet")
        self._path = path
        parquet = needed("pyarrow.parquet", "parquet")
        try:
            self._file = parquet.ParquetFile(
                path, pre_buffer=False, page_checksum_verification=True
            )
        except (self._arrow.ArrowException, OSError, ValueError) as error:
            raise self._damaged(error) from error
        names = self._file.schema_arrow
        self.left_out = tuple(one.name for one in names if "binary" in str(one.type))
        self.columns = tuple(one for one in names.names if one not in self.left_out)
        self.count: int = self._file.metadata.num_rows

    def __enter__(self) -> "_Table":
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the rows with their numbers, from 1.

        Raises:
            FileError: if the file is damaged from here on.
        """
        number = 0
        try:
            for batch in self._file.iter_batches(_AT_ONCE, columns=list(self.columns)):
                for row in self._in_microseconds(batch).to_pylist():
                    number += 1
                    yield number, {name: _plain(cell) for name, cell in row.items()}
        except (self._arrow.ArrowException, OSError, ValueError, OverflowError) as error:
            raise self._damaged(error) from error

    def _in_microseconds(self, batch: Any) -> Any:
        """Return rows whose moments Python can hold: pandas writes them to the nanosecond."""
        for at, column in enumerate(batch.schema):
            if self._arrow.types.is_timestamp(column.type) and column.type.unit == "ns":
                moments = batch.column(at).cast(
                    self._arrow.timestamp("us", column.type.tz), safe=False
                )
                batch = batch.set_column(at, column.name, moments)
        return batch

    def _damaged(self, error: Exception) -> FileError:
        return FileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is no whole Parquet file: {why}"),
            file=self._path.name,
            why=str(error).strip().partition("\n")[0][:200],
        )


def _plain(cell: Any) -> Any:
    """Return what JSON holds of a cell."""
    match cell:
        case date() | time():
            return cell.isoformat()
        case Decimal() | timedelta():
            return str(cell)
        case list() | tuple():
            return [_plain(one) for one in cell]
        case dict():
            return {str(key): _plain(one) for key, one in cell.items()}
    return cell
