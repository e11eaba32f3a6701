"""Reads dataset folders that were written here, and Parquet files of anybody's articles."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
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
from annotator.core.format import (
    ArticleRecord,
    ReadingOptions,
    Refused,
    TableHead,
    TaggedArticle,
    needed,
)
from annotator.core.json_files import One, Records, articles_in
from annotator.core.json_stream import shape
from annotator.core.limits import LARGEST, too_large, would_burst
from annotator.formats.huggingface.chunks import Chunks
from annotator.formats.huggingface.own_rows import COLUMNS, article_in, tagged_in

_AT_ONCE = 100
"""Rows; fewer where some of their cells may be long."""
_UNREAD = ("tokens", "token_starts", "ner_tags")
"""Columns of our own of which no article is made: the others say it all."""
_NO_TEXT = QT_TRANSLATE_NOOP(
    "errors", "The column “{column}” holds what is no text, such as pictures: it was left out."
)
_SWELLING = QT_TRANSLATE_NOOP(
    "errors",
    "The column “{column}” has lists that might unpack to more than the size of the file allows"
    " for: it was left out.",
)


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


def read_json_tags(path: Path) -> Iterator[TaggedArticle | Refused]:
    """Yield the tokens and tags of a split, line by line."""
    return articles_in(path, _tagged)


def _tagged(path: Path, number: int, row: Mapping[str, Any]) -> Iterator[TaggedArticle]:
    yield tagged_in(path, number, row)


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
            if table.is_ours:
                for number, row in table.rows(leaving_out=_UNREAD):
                    yield _or_refused(article_in, path, number, row)
            else:
                yield from _articles(path, table, options)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))
    except AnnotatorError as error:
        yield Refused(path, None, error)


def read_parquet_tags(path: Path) -> Iterator[TaggedArticle | Refused]:
    """Yield the tokens and tags of a split that was written here, some rows at a time."""
    try:
        with _Table(path) as table:
            for number, row in table.rows(leaving_out=("spans",)):
                yield _or_refused(tagged_in, path, number, row)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))
    except AnnotatorError as error:
        yield Refused(path, None, error)


def _or_refused(
    made: Callable[[Path, int, Mapping[str, Any]], One],
    path: Path,
    number: int,
    row: Mapping[str, Any] | AnnotatorError,
) -> One | Refused:
    try:
        return made(path, number, _whole(row))
    except AnnotatorError as error:
        return Refused(path, number, error)


def _articles(path: Path, table: "_Table", options: ReadingOptions) -> Records:
    articles = ArticleTable(path, table.columns, options, ARABIC, ARTICLE_COLUMNS)
    for column, why in table.left_out.items():
        yield Refused(path, None, InvalidArticle(why, column=column))
    for number, row in table.rows():
        try:
            yield articles.article(number, _whole(row))
        except AnnotatorError as error:
            yield Refused(path, number, error)


def _whole(row: Mapping[str, Any] | AnnotatorError) -> Mapping[str, Any]:
    if isinstance(row, AnnotatorError):
        raise row
    return row


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
        rows = (row for _, row in table.rows() if not isinstance(row, AnnotatorError))
        return head_of(table.columns, rows, ARTICLE_COLUMNS)


class _Table:
    """A Parquet file, of which some rows are in memory at a time.

    A few bytes of it may stand for gigabytes: what it says of itself and what comes out of it have
    a limit that grows with the file.  Where lists might hold a long text many times, ours are read
    so that it stays one until they are known to be none too large; others' are left out.
    """

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            FileError: if the library is not installed, or it is no whole file.
            InvalidArticle: if it would unpack to more than its size allows for.
        """
        self._arrow = needed("pyarrow", "parquet")
        self._compute = needed("pyarrow.compute", "parquet")
        self._path = path
        parquet = needed("pyarrow.parquet", "parquet")
        opened = partial(
            parquet.ParquetFile, path, pre_buffer=False, page_checksum_verification=True
        )
        try:
            self._file = opened()
            chunks = Chunks(self._file.metadata, path.stat().st_size)
            self.is_ours = set(self._file.schema_arrow.names) >= COLUMNS
            if chunks.swelling and self.is_ours:
                self._file.close()
                self._file = opened(read_dictionary=chunks.swelling)
        except (self._arrow.ArrowException, OSError, ValueError) as error:
            raise self._damaged(error) from error
        except AnnotatorError:
            self._file.close()
            raise
        self._at_once = chunks.rows_at_once(_AT_ONCE)
        self._left = chunks.most
        names = self._file.schema_arrow
        self.left_out = {one.name: _NO_TEXT for one in names if "binary" in str(one.type)}
        if not self.is_ours:
            self.left_out |= {path.partition(".")[0]: _SWELLING for path in chunks.swelling}
        self.columns = tuple(one for one in names.names if one not in self.left_out)
        self.count: int = self._file.metadata.num_rows

    def __enter__(self) -> "_Table":
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def rows(
        self, leaving_out: Collection[str] = ()
    ) -> Iterator[tuple[int, dict[str, Any] | AnnotatorError]]:
        """Yield the rows with their numbers, from 1; of one that is too large what is wrong.

        Raises:
            FileError: if the file is damaged from here on.
            InvalidArticle: if more comes out of it than its size allows for.
        """
        number = 0
        wanted = [column for column in self.columns if column not in leaving_out]
        try:
            for batch in self._batches(wanted):
                rows = self._in_microseconds(batch)
                for at in range(len(rows)):
                    number += 1
                    row = rows.slice(at, 1)
                    size = sum(map(self._size, row.columns))
                    if size > LARGEST:
                        yield number, too_large()
                        continue
                    self._left -= size
                    if self._left < 0:
                        raise would_burst(size)
                    (cells,) = row.to_pylist()
                    yield number, {name: _plain(cell) for name, cell in cells.items()}
        except (self._arrow.ArrowException, OSError, ValueError, OverflowError) as error:
            raise self._damaged(error) from error

    def _batches(self, columns: list[str]) -> Iterator[Any]:
        """Yield some rows at a time, none of two groups: each group has long texts of its own."""
        for group in range(self._file.metadata.num_row_groups):
            yield from self._file.iter_batches(self._at_once, row_groups=[group], columns=columns)

    def _size(self, cells: Any) -> int:
        """Return about how many bytes some cells take once each has its own."""
        types = self._arrow.types
        if types.is_dictionary(cells.type):
            lengths = self._compute.binary_length(cells.dictionary)
            return int(self._compute.sum(lengths.take(cells.indices)).as_py() or 0)
        if types.is_struct(cells.type):
            return sum(map(self._size, cells.flatten()))
        if types.is_map(cells.type):
            start, end = cells.offsets[0].as_py(), cells.offsets[-1].as_py()
            return sum(
                self._size(one.slice(start, end - start)) for one in (cells.keys, cells.items)
            )
        if types.is_nested(cells.type):
            return self._size(cells.flatten())
        return int(cells.nbytes)

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
