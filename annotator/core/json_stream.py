"""JSON objects out of a file, one after the other: a line each, or the items of a list.

The file is never held whole, nor read further than the one object that is asked for.  What is no
object, or too long, is told in its place; what comes after it is read on where that is possible.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, BinaryIO, TypeAlias

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.fields import object_in_line
from annotator.core.limits import LARGEST, too_large

Numbered: TypeAlias = tuple[int, dict[str, Any] | AnnotatorError]
"""The number of a line or an item, from 1, and the object that it is, or what is wrong with it."""

_CHUNK = 1 << 16
_DEEPEST = 200
"""How deep the brackets of an item are followed; readers take less."""
_DEEPEST_SHAPE = 12
_LONGEST_KEY = 100
"""Bytes; a key is told again with each that stands under it."""
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"[\0", b"{\0", b"\0[", b"\0{")
_STRING = rb'"(?:[^"\\]++|\\.)*+"'
_IN_LIST = re.compile(_STRING + rb'|[\[\]{},"]', re.DOTALL)
_IN_ITEM = re.compile(_STRING + rb'|[\[\]{}"]', re.DOTALL)
_TOKEN = re.compile(_STRING + rb'|[\[\]{}:"]', re.DOTALL)
_SPACE = b" \t\r\n"


def objects_in_lines(file: BinaryIO) -> Iterator[Numbered]:
    """Yield the objects of a file that has one in each line; empty lines are passed over.

    A file that is one object over several lines is told of once, not with each of its lines.
    """
    number = 0
    is_utf16 = False
    following = b""
    while line := following or file.readline(LARGEST + 1):
        number += 1
        following = b""
        if number == 1 and line.startswith(_UTF16):
            is_utf16 = True
            yield number, _not_utf8()
        elif is_utf16 and b"\0" in line:
            pass  # it was told of already: the bytes of UTF-16 fall into lines anyhow
        elif len(line) > LARGEST and not line.endswith(b"\n"):
            yield number, too_large()
            _skip_line(file)
        elif line.strip():
            found = _object(line)
            if number == 1 and isinstance(found, AnnotatorError):
                following = file.readline(LARGEST + 1)
                if _goes_on(line, following):
                    yield number, _over_lines()
                    return
            yield number, found


def _goes_on(first: bytes, second: bytes) -> bool:
    """Tell whether an object that begins in the first line goes on in the second one."""
    is_begun = first.removeprefix(_BOM).lstrip(_SPACE).startswith(b"{")
    return is_begun and second.lstrip(_SPACE).startswith((b'"', b"}"))


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(_CHUNK)) and not rest.endswith(b"\n"):
        pass


def count_lines(file: BinaryIO) -> int:
    """Return the number of lines, or one more."""
    return count_of(file, b"\n") + 1


def count_of(file: BinaryIO, sign: bytes) -> int:
    """Return about how often ``sign`` stands in the file."""
    return sum(block.count(sign) for block in iter(lambda: file.read(1 << 20), b""))


def objects_in_list(file: BinaryIO) -> Iterator[Numbered]:
    """Yield the objects of a file that is a list of them; one that stands alone is the first.

    Where the file breaks off or is no JSON between two items, that is the last that is yielded.
    """
    return _Items(file).objects()


class _Items:
    """The items of the list that a file is, cut out by their brackets."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._buffer = b""
        """What was read and holds what is not yet yielded."""
        self._done = 0
        """How much of it was yielded: to cut that off for each item would copy all the rest."""
        self._at_end = False

    def objects(self) -> Iterator[Numbered]:
        self._read()
        if self._buffer.startswith(_UTF16):
            yield 1, _not_utf8()
            return
        self._buffer = self._buffer.removeprefix(_BOM)
        self._pass_spaces()
        if not self._buffer:
            yield 1, InvalidArticle(QT_TRANSLATE_NOOP("errors", "The file is empty."))
            return
        if not self._buffer.startswith(b"["):
            yield 1, self._lone()
            return
        self._done = 1
        number = 0
        is_last = False
        while not is_last:
            number += 1
            try:
                item, is_last = self._next()
            except AnnotatorError as error:
                yield number, error
                return
            if item or not is_last or number > 1:
                yield number, _object(item)
        self._cut()
        self._pass_spaces()
        if self._buffer:
            yield number + 1, _misplaced(self._buffer[:20])

    def _lone(self) -> dict[str, Any] | AnnotatorError:
        while not self._at_end:
            if len(self._buffer) > LARGEST:
                return too_large()
            self._read()
        return _object(self._buffer)

    def _next(self) -> tuple[bytes, bool]:
        """Return the next item, and whether it is the last.

        Raises:
            InvalidArticle: if it is too long, or the file ends within it.
        """
        depth = 0
        position = self._done
        while True:
            token = (_IN_ITEM if depth else _IN_LIST).search(self._buffer, position)
            if token is None or token[0] == b'"':
                # A string that goes on beyond what was read is searched anew from its start.
                position = token.start() if token else len(self._buffer)
                if self._at_end:
                    raise _broken_off()
                position -= self._done
                self._cut()
                if len(self._buffer) > LARGEST:
                    raise too_large()
                self._read()
                continue
            position = token.end()
            sign = token[0]
            if depth == 0 and sign in (b",", b"]"):
                item = self._buffer[self._done : token.start()].strip(_SPACE)
                self._done = position
                return item, sign == b"]"
            depth += (sign in (b"{", b"[")) - (sign in (b"}", b"]"))
            if depth < 0:
                raise _misplaced(sign)
            if depth > _DEEPEST:
                raise _too_deep()

    def _cut(self) -> None:
        self._buffer = self._buffer[self._done :]
        self._done = 0

    def _pass_spaces(self) -> None:
        self._buffer = self._buffer.lstrip(_SPACE)
        while not self._buffer and not self._at_end:
            self._read()
            self._buffer = self._buffer.lstrip(_SPACE)

    def _read(self) -> None:
        # As much again as there is: an item that is long is not gone through more than twice.
        more = self._file.read(max(_CHUNK, len(self._buffer)))
        self._at_end = not more
        self._buffer += more


@lru_cache(maxsize=4)
def shape(head: bytes) -> frozenset[str]:
    """Return which keys the first JSON value of a file has, by the first bytes of the file.

    They are written ``text``, ``spans[].start``: ``[]`` is an item of a list.  What is no JSON has
    none.
    """
    head = head.removeprefix(_BOM).lstrip(_SPACE)
    found: set[str] = set()
    opened: list[str] = []
    where = string = ""
    for token in _TOKEN.finditer(head) if head.startswith((b"{", b"[")) else ():
        sign = token[0]
        if sign == b'"' or len(opened) > _DEEPEST_SHAPE:
            break  # a string that goes on beyond the head
        if sign in (b"{", b"["):
            where += "[]" if sign == b"[" else ""
            opened.append(where)
        elif sign in (b"}", b"]"):
            opened.pop()
            if not opened:
                break
            where = opened[-1]
        elif sign == b":":
            where = f"{opened[-1]}.{string}".removeprefix(".")
        else:
            string = sign[1:-1][:_LONGEST_KEY].decode("utf-8", "replace")
        found.add(where)
    return frozenset(found)


def _object(data: bytes) -> dict[str, Any] | AnnotatorError:
    try:
        return object_in_line(data)
    except AnnotatorError as error:
        return error


def _over_lines() -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "The file is one JSON object over several lines, and no list of articles. Where it is"
            " an article, write it in one line.",
        )
    )


def _too_deep() -> InvalidArticle:
    return InvalidArticle(QT_TRANSLATE_NOOP("errors", "Its brackets are nested too deep."))


def _broken_off() -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "The file breaks off here. Save or copy it again, whole.")
    )


def _misplaced(sign: bytes) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "The list is not JSON from here on: there is “{found}”."),
        found=sign.decode("utf-8", "replace"),
    )


def _not_utf8() -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "The file is in UTF-16. Save it as UTF-8, then import it.")
    )
