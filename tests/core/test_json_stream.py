import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.core.json_stream import objects_in_lines, objects_in_list, shape
from annotator.core.limits import LARGEST

scalars = st.none() | st.booleans() | st.integers(-(2**80), 2**80) | st.text(max_size=5)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
objects = st.dictionaries(st.text(max_size=3), values, max_size=4)


class Slow(io.RawIOBase):
    """A file that gives few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self._data.read(min(size, 3))


class Endless(io.RawIOBase):
    """A file that never ends, and counts what was read of it."""

    def __init__(self, start: bytes, rest: bytes) -> None:
        self._next = start
        self._rest = rest * 10_000
        self.read_bytes = 0

    def read(self, size: int = -1) -> bytes:
        data = (self._next + self._rest * (size // len(self._rest) + 1))[:size]
        self._next = b""
        self.read_bytes += len(data)
        return data

    def readline(self, size: int | None = -1) -> bytes:
        return self.read(-1 if size is None else size)


def found(data: bytes) -> list[tuple[int, Any]]:
    return list(objects_in_list(io.BytesIO(data)))


def told(pairs: Iterator[tuple[int, Any]]) -> list[tuple[int, str]]:
    return [(number, str(why)) for number, why in pairs if isinstance(why, AnnotatorError)]


@given(st.lists(objects, max_size=5), st.sampled_from([None, 2]), st.booleans())
def test_a_list_is_read_item_by_item(
    there: list[dict[str, Any]], indent: int | None, escaped: bool
) -> None:
    data = json.dumps(there, indent=indent, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    assert list(objects_in_list(cast(BinaryIO, Slow(data)))) == list(enumerate(there, start=1))
    assert found(b"\xef\xbb\xbf \n" + data + b"\n ") == list(enumerate(there, start=1))


@given(objects)
def test_a_lone_object_is_the_first(there: dict[str, Any]) -> None:
    assert found(json.dumps(there).encode()) == [(1, there)]


def test_what_stands_before_a_fault_is_given_and_the_fault_told_in_its_place() -> None:
    good = b'[{"a": 1}, '
    for rest, number, why in (
        (b'{"b": ', 2, "The file breaks off here."),
        (b'{"b": "x', 2, "The file breaks off here."),
        (b"", 2, "The file breaks off here."),
        (b"}]", 2, "from here on: there is “}”"),
        (b"5, {}]", 2, "It is no JSON object"),
        (b"]", 2, "It is not JSON"),
        (b"{1: 2}, {}]", 2, "It is not JSON"),
        (b'{"b": NaN}]', 2, "It is not JSON: NaN"),
        (b'{"b": 1, "b": 2}]', 2, "It has the key “b” twice"),
        (b'{"b": ' + b"9" * 5000 + b"}]", 2, "a number that is too large"),
        (b'{"b": ' + b"[" * 300 + b"]" * 300 + b"}]", 2, "nested too deep"),
        (b'{"b": "\xff"}]', 2, "It is not UTF-8"),
        (b'{"b": 2}] {}', 3, "from here on: there is “{}”"),
    ):
        first, *others = found(good + rest)
        assert first == (1, {"a": 1})
        (fault, *_) = told(iter(others))
        assert fault[0] == number
        assert why in fault[1]


def test_after_an_item_that_is_no_object_the_next_is_read() -> None:
    (_, first), (_, second) = found(b'[{"a": 01}, {"b": 2}]')
    assert isinstance(first, AnnotatorError)
    assert second == {"b": 2}


@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(data: bytes) -> None:
    assert told(iter(found(data))) == [(1, "The file is empty.")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf16_is_told_once(encoding: str) -> None:
    data = '[{"a": 1},\n{"b": 2}]'.encode(encoding)
    (one,) = told(iter(found(data)))
    assert one == (1, "The file is in UTF-16. Save it as UTF-8, then import it.")
    lines = '{"a": 1}\n{"b": 2}\n'.encode(encoding)
    (one,) = told(objects_in_lines(io.BytesIO(lines)))
    assert "UTF-16" in one[1]


@pytest.mark.parametrize("start", [b'[{"a": "', b'{"a": "', b"[", b'[{"a": 1'])
def test_what_never_ends_is_not_read_on(start: bytes) -> None:
    file = Endless(start, b" 0")
    ((number, why),) = told(objects_in_list(cast(BinaryIO, file)))
    assert number == 1
    assert (
        why == "It is larger than 64 MB, more than an article may be. Cut it into several articles."
    )
    assert file.read_bytes <= 3 * LARGEST


def test_deep_brackets_are_not_followed() -> None:
    file = Endless(b"[", b"[")
    ((_, why),) = told(objects_in_list(cast(BinaryIO, file)))
    assert "nested too deep" in why
    assert file.read_bytes < 1 << 20


def test_a_line_that_is_too_long_is_told_and_the_next_is_read() -> None:
    data = b'{"a": 1}\n{"b": "' + b"x" * (LARGEST + 5) + b'"}\n\n{"c": 3}\n'
    first, (number, why), last = objects_in_lines(io.BytesIO(data))
    assert first == (1, {"a": 1})
    assert number == 2
    assert "larger than 64 MB" in str(why)
    assert last == (4, {"c": 3})


@given(objects, st.integers(0, 200))
def test_the_shape_of_a_head_is_a_part_of_that_of_the_whole(
    there: dict[str, Any], cut: int
) -> None:
    data = json.dumps(there).encode()
    whole = shape(data)
    assert shape(data[:cut]) <= whole
    assert {key for key in there if re.fullmatch("[a-z]+", key)} <= whole


def test_a_shape_names_the_keys_with_their_way() -> None:
    head = b'\xef\xbb\xbf[{"a": "{\\"x\\": ", "b": [[1, {"c": {"d": 2}}], 3], "e": [], "text": "cut'
    keys = shape(head)
    assert {"[].a", "[].b", "[].b[][]", "[].b[][].c.d", "[].e", "[].e[]", "[].text"} <= keys
    assert not any("x" in key.split(".") for key in keys)
    assert shape(b'{"a": 1}\n{"b": 2}') == {"a"} | {""}
    assert shape(b"no") == shape(b"") == shape(b'"text": 1') == frozenset()
    assert len(shape(b"[" * 1_000_000)) < 20
