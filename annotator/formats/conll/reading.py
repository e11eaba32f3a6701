"""Reads columns: articles one after the other, with what cannot stand in them told by line."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count as counting_from
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle, unreadable
from annotator.core.format import ArticleRecord, ReadingOptions, Refused, SpanRecord, TaggedArticle
from annotator.core.respelling import text_of_rows
from annotator.core.tags import (
    OUTSIDE,
    Misplaced,
    Scheme,
    SchemeGuess,
    Tag,
    Tagged,
    spans_in,
    tag_of,
    unfit,
)
from annotator.core.tokens import Tokens

START = "-DOCSTART-"
"""The first column of the line before an article."""
_START = START.encode()
_LONGEST_LINE = 1 << 16
"""In bytes; a line holds a word."""
_MOST_TOKENS = 1_000_000
"""In an article: so many are in 10 MB of text."""
_LOOKED_AT = 20
"""How many lines tell the format of a file."""
_ENDS = regex.compile(rb"[LUES]-\S")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line: a token with its tag, the end of a sentence, or the start of an article."""

    line: int
    token: str = ""
    tag: Tag = OUTSIDE
    written: str = ""
    """The tag as it stands there."""
    is_start: bool = False


class _BadLine(Exception):
    """A line that cannot be read: the article around it is not taken."""

    def __init__(self, line: int, why: AnnotatorError, *, is_last: bool = False) -> None:
        super().__init__(line)
        self.refused = partial(Refused, line=line, why=why)
        self.is_last = is_last


def read(path: Path, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    """Yield the articles of the file; one with a line that is no row is refused whole."""
    try:
        with path.open("rb") as file:
            scheme = _scheme(file)
        with path.open("rb") as file:
            for article in _articles(path, file):
                yield article.why_not or _record(path, article, scheme)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))


def read_tags(path: Path, scheme: Scheme) -> Iterator[TaggedArticle | Refused]:
    """Yield the articles of the file with their tokens, those that have none too.

    Whoever trains on it takes its tags for those of ``scheme``, whatever they look like.
    """
    try:
        with path.open("rb") as file:
            for article in _articles(path, file):
                yield article.why_not or _strictly(path, article, scheme)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))


def _scheme(file: BinaryIO) -> Scheme:
    guess = SchemeGuess()
    for found in islice(_Rows(file), _MOST_TOKENS):
        if isinstance(found, _Row):
            guess.see(found.tag)
    return guess.scheme


@dataclass(slots=True)
class _Article:
    """An article while its lines are read."""

    line: int
    sentences: list[list[_Row]] = field(default_factory=lambda: [[]])
    why_not: Refused | None = None
    tokens: int = 0

    def add(self, row: _Row) -> None:
        if row.token:
            self.tokens += 1
            self.sentences[-1].append(row)
        elif self.sentences[-1]:
            self.sentences.append([])

    def refuse(self, why: Refused) -> None:
        """Take it that the article cannot be read, and let go what was read of it."""
        self.why_not = self.why_not or why
        self.sentences = [[]]


def _articles(path: Path, file: BinaryIO) -> Iterator[_Article]:
    article = _Article(1)
    is_first = True
    rows = _Rows(file)
    for found in rows:
        if isinstance(found, _BadLine):
            article.refuse(found.refused(path))
        elif found.is_start:
            if not is_first:
                yield article
            article = _Article(found.line)
        else:
            article.add(found)
            if article.tokens > _MOST_TOKENS:
                article.refuse(Refused(path, article.line, _too_many_tokens()))
        rows.are_passed_over = article.why_not is not None
        is_first = is_first and isinstance(found, _Row) and not (found.token or found.is_start)
    yield article


def _record(path: Path, article: _Article, scheme: Scheme) -> ArticleRecord | Refused:
    found = _tagged(path, article, scheme)
    if not found.tokens:
        why = InvalidArticle(QT_TRANSLATE_NOOP("errors", "There is no token here."))
        return Refused(path, article.line, why)
    spans = ((one.label, *found.tokens.stretch(one.tokens)) for one in found.flat)
    return ArticleRecord(
        path,
        article.line,
        found.text,
        spans=tuple(SpanRecord(*one) for one in spans),
        bad_spans=found.bad,
    )


def _tagged(path: Path, article: _Article, scheme: Scheme) -> TaggedArticle:
    sentences = [rows for rows in article.sentences if rows]
    spans: list[Tagged] = []
    bad: list[AnnotatorError] = []
    starts: list[int] = []
    ends: list[int] = []
    reached = 0
    for rows in sentences:
        first = len(starts)
        for row in rows:
            starts.append(reached)
            ends.append(reached + len(row.token))
            reached = ends[-1] + 1
        for found in spans_in([row.tag for row in rows], scheme):
            if isinstance(found, Misplaced):
                bad.append(_misplaced(rows[found.index], scheme))
            else:
                tokens = range(first + found.tokens.start, first + found.tokens.stop)
                spans.append(Tagged(tokens, found.label))
    return TaggedArticle(
        path,
        article.line,
        text_of_rows((row.token for row in rows) for rows in sentences),
        Tokens(starts, ends),
        tuple(spans),
        bad=tuple(bad),
    )


def _strictly(path: Path, article: _Article, scheme: Scheme) -> TaggedArticle:
    """Return an article with all tags that ``scheme`` would not have there."""
    found = _tagged(path, article, scheme)
    rows = [row for rows in article.sentences for row in rows]
    bad = unfit([row.written for row in rows], found.flat, scheme)
    return replace(found, bad=tuple(_other_scheme(rows[index], scheme) for index in bad))


def _other_scheme(row: _Row, scheme: Scheme) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "Line {line}: “{tag}” cannot stand here in {scheme}."),
        line=row.line,
        tag=row.written,
        scheme=scheme,
    )


def _misplaced(row: _Row, scheme: Scheme) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "Line {line}: “{tag}” cannot stand here in {scheme}: its span has no beginning, or no"
            " end. It was left out.",
        ),
        line=row.line,
        tag=row.written,
        scheme=scheme,
    )


class _Rows:
    """What stands in each line, and which lines cannot be read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.are_passed_over = False
        """Whether nobody wants to hear of the lines before that which begins the next article."""

    def __iter__(self) -> Iterator[_Row | _BadLine]:
        columns: int | None = None
        for line in counting_from(1):
            data = self._file.readline(_LONGEST_LINE + 1)
            if not data:
                return
            if self.are_passed_over and not data.startswith(_START) and len(data) <= _LONGEST_LINE:
                continue
            try:
                row, columns = _row(line, data, columns)
            except _BadLine as bad:
                yield bad
                if bad.is_last:
                    return
            else:
                if row:
                    yield row


def _row(line: int, data: bytes, columns: int | None) -> tuple[_Row | None, int | None]:
    """Return what a line says, nothing if it is a comment, and how many columns there are."""
    text = _decoded(line, data)
    if not text.strip():
        return _Row(line), columns
    # By blanks alone: a no-break space may be part of a token.
    cells = text.split("\t") if "\t" in text else text.split(" ")
    cells = [cell.strip(" \r\n") for cell in cells]
    if "\t" not in text:
        cells = [cell for cell in cells if cell]
    if cells[0] == START:
        return _Row(line, is_start=True), columns
    tag = tag_of(cells[-1]) if len(cells) > 1 else None
    if tag is None and cells[0].startswith("#"):
        return None, columns
    if not 2 <= len(cells) <= 4 or len(cells) != (columns or len(cells)) or not cells[0]:
        raise _BadLine(line, _no_row(len(cells), columns))
    if tag is None:
        raise _BadLine(line, _no_tag(cells[-1]))
    return _Row(line, cells[0], tag, cells[-1]), len(cells)


def _decoded(line: int, data: bytes) -> str:
    if len(data) > _LONGEST_LINE:
        why = InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "The line is longer than {most} bytes: this is no file of tokens."
            ),
            most=_LONGEST_LINE,
        )
        raise _BadLine(line, why, is_last=True)
    try:
        return data.decode("utf-8-sig" if line == 1 else "utf-8")
    except UnicodeDecodeError as error:
        why = InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "The line is not UTF-8 at byte {position}. Save the file as UTF-8."
            ),
            position=error.start,
        )
        raise _BadLine(line, why) from error


def _too_many_tokens() -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "The article that begins here has more than {most} tokens. Are the lines -DOCSTART-"
            " missing that begin each article? Put them in, then import again.",
        ),
        most=f"{_MOST_TOKENS:,}",
    )


def _no_row(count: int, expected: int | None) -> InvalidArticle:
    if expected is not None and count != expected:
        return InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "Columns in this line: {count}, but in the lines before it: {expected}."
            ),
            count=count,
            expected=expected,
        )
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "Columns in this line: {count}. Two to four are read: a token first, its tag last.",
        ),
        count=count,
    )


def _no_tag(written: str) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{tag}” is no tag. Tags are O, or B, I, L, U, E or S with a label, such as B-base.",
        ),
        tag=written,
    )


def count(path: Path) -> int:
    """Return how many articles begin in the file, one at least."""
    try:
        with path.open("rb") as file:
            begun = sum(line.startswith(_START) for line in _pieces(file))
    except OSError:
        return 0
    return max(1, begun)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.readline(_LONGEST_LINE), b"")


# -- which it is


def _has_columns(head: bytes) -> bool:
    """Tell whether the first lines are rows of tokens with tags."""
    lines = [line for line in head[:_LONGEST_LINE].splitlines()[: _LOOKED_AT + 1] if line.strip()]
    if lines and lines[0].removeprefix(b"\xef\xbb\xbf").startswith(_START):
        return True
    if len(lines) > 1:
        lines.pop()  # it may be cut off
    try:
        rows = [_row(number, line, None)[0] for number, line in enumerate(lines, start=1)]
    except _BadLine:
        return False
    return any(row and row.token for row in rows)


def recognise(path: Path, head: bytes, *, with_ends: bool) -> bool:
    """Tell whether a file is one of columns, with or without tags for the ends of spans."""
    return bool(_ENDS.search(head)) is with_ends and _has_columns(head)
