"""The rows of a table, one after the other, however it is parted and encoded."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Self, TextIO

from annotator.core.decoding import opened_as_text
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle, InvalidText
from annotator.core.limits import LARGEST, LONGEST_TEXT

_DELIMITERS = ",;\t"
_HEAD = 64 * 1024
"""Where the first line ends of a table that has names of columns in it."""


class Rows:
    """The names of the columns of a table, and its rows."""

    def __init__(self, path: Path) -> None:
        """Open the table; the first row is read.

        Raises:
            OSError: if it cannot be read.
            AnnotatorError: if it is empty, in no known encoding, or no table.
        """
        file = path.open("rb")
        try:
            self._text = opened_as_text(file)
            self._lines = _Lines(self._text)
            delimiter = _delimiter(self._text.read(_HEAD))
            self._text.seek(0)
            self._reader = csv.reader(self._lines, delimiter=delimiter, strict=True)
            first = next(self._rows(), None)
            if first is None:
                raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "The table is empty."))
        except BaseException:
            file.close()
            raise
        self.columns = _named(first[1])

    def __iter__(self) -> Iterator[tuple[int, dict[str, str] | AnnotatorError]]:
        """Yield each row, or what is wrong with it, with the line on which it begins.

        Empty rows are passed over.

        Raises:
            BrokenTable: if nothing more can be read.
        """
        for line, cells in self._rows():
            if any(cells[len(self.columns) :]):
                yield line, _too_many(len(cells), len(self.columns))
            elif any(cells):
                yield line, dict(zip(self.columns, cells, strict=False))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._text.close()

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        while True:
            line = self._lines.read + 1
            self._lines.begin_row()
            try:
                cells = _next_of(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise BrokenTable(line, _unparsed(error)) from error
            except UnicodeDecodeError as error:
                raise BrokenTable(line, _undecoded(self._text.encoding)) from error
            except AnnotatorError as error:
                raise BrokenTable(line, error) from error
            yield line, cells


class BrokenTable(Exception):
    """From a line on a table cannot be read."""

    def __init__(self, line: int, why: AnnotatorError) -> None:
        super().__init__(str(why))
        self.line = line
        self.why = why


class _Lines:
    """The lines of a file, counted, none of them endless."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.read = 0
        self._left = 0
        """How many letters the row may still have: one may go over many lines."""

    def begin_row(self) -> None:
        """Take it that the next line begins a row."""
        self._left = LARGEST // 2

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_TEXT + 1)
        if not line:
            raise StopIteration
        self._left -= len(line)
        if len(line) > LONGEST_TEXT or self._left < 0:
            raise _endless()
        self.read += 1
        return line.removeprefix("\ufeff") if self.read == 1 else line


def _next_of(reader: "Iterator[list[str]]") -> list[str]:
    """Return the next row; the limit of a cell, which is one for all tables, stays as it was."""
    usual = csv.field_size_limit(LONGEST_TEXT)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(usual)


def _delimiter(head: str) -> str:
    """Return what parts the first row into the most cells."""
    return max(_DELIMITERS, key=lambda one: len(_first_row(head, one)))


def _first_row(head: str, delimiter: str) -> Sequence[str]:
    try:
        reader = csv.reader(StringIO(head, newline=""), delimiter=delimiter)
        return next(islice(reader, 1), ())
    except csv.Error:
        return ()


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    """Return names for the columns; one that has none is called by its number."""
    return tuple(cell.strip() or f"column {number}" for number, cell in enumerate(cells, 1))


def _too_many(found: int, most: int) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "The row has {found} cells, and the table {most} columns. Put what has a separator in"
            " it between quotation marks.",
        ),
        found=found,
        most=most,
    )


def _unparsed(error: csv.Error) -> InvalidArticle:
    if "limit" in str(error):
        return _endless()
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "The quotation marks of the row that begins here do not match. Nothing was read from"
            " here on.",
        )
    )


def _endless() -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "The row that begins here has more than {most} letters. Is a quotation mark"
            " missing? Nothing was read from here on.",
        ),
        most=f"{LONGEST_TEXT:,}",
    )


def _undecoded(encoding: str) -> InvalidText:
    return InvalidText(
        QT_TRANSLATE_NOOP(
            "errors",
            "The text is damaged {encoding} here. Save the file as UTF-8 again. Nothing was read"
            " from here on.",
        ),
        encoding=encoding.upper(),
    )
