"""What is made to look like a format for long is told quickly, whichever it is."""

from itertools import count as counting
from pathlib import Path

import pytest

from annotator.core.json_stream import shape
from annotator.formats import FORMATS
from tests.growth import grows_evenly

_FILLS = (
    *(b" ", b"\n", b'{"a', b'"text" ', b"xmlns:", b"xmlns:a ", b"\\", b'"', b"[", b"{", b"<!--"),
    *(b"<", b"-->", b"<?xml ", b"<meta charset", b"T1\t"),
)
_TAILS = (
    *(b'{"text":1', b'x{"text":1', b'x{"%TYPES":', b'x< xmlns:a="http://www.omg.org/XMI'),
    *(b"x<html", b"T1\t"),
)


@pytest.mark.parametrize("name", [name for name, format in FORMATS.items() if format.read])
def test_no_beginning_of_a_file_takes_long_to_recognise(name: str) -> None:
    format = FORMATS[name]
    path = Path("a.ann" if name == "brat" else "a.bin")
    runs = counting()
    for fill in _FILLS:
        for tail in _TAILS:

            def recognise(size: int, fill: bytes = fill, tail: bytes = tail) -> object:
                # The tail makes each head another one: what is remembered of one is no help.
                # What was made of a head is remembered: each is another one.
                return format.recognise(
                    path, fill * (size // len(fill)) + tail + b"%d" % next(runs)
                )

            assert grows_evenly(recognise, 2048), (fill, tail)


def test_a_long_key_is_not_told_again_with_all_that_stands_under_it() -> None:
    head = b'{"' + b"k" * 100_000 + b'": {' + b", ".join(b'"%d": 1' % n for n in range(2_000))
    assert sum(map(len, shape(head))) < len(head) * 5
