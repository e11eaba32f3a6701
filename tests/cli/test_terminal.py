"""What commands show on a terminal and leave out in a pipe."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

Start = Callable[..., "subprocess.CompletedProcess[bytes]"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of this")


def on_terminal(start: Start, *arguments: object) -> tuple[bytes, bytes]:
    """Return what a command prints, and what to standard error where that is a terminal."""
    try:
        reader, writer = os.openpty()
    except OSError:
        pytest.skip("there are no pseudo terminals here")
    done = start(*arguments, stdout=subprocess.PIPE, stderr=writer, capture_output=False)
    os.close(writer)
    assert done.returncode == 0
    return done.stdout, b"".join(read_all(reader))


def read_all(terminal: int) -> Iterator[bytes]:
    try:
        while data := os.read(terminal, 4096):
            yield data
    except OSError:  # so ends a terminal on Linux
        pass
    finally:
        os.close(terminal)


def test_progress_shows_on_a_terminal_alone(start: Start, seeds: Path) -> None:
    start("init", "p.db")
    printed, told = on_terminal(start, "import", "p.db", seeds / "articles", "--json")
    assert b"Importing" in told
    assert json.loads(printed)["added"] == 13
    quiet = start("import", "p.db", seeds / "articles", "--json")
    assert quiet.stderr == b""


def test_deciding_shows_how_far_the_comparing_is_and_then_the_deciding(
    start: Start, demo: Path, tmp_path: Path
) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps({"text": "نص", "spans": []}), "utf-8")
    start("import", demo, "one.jsonl", "--author", "amal")
    printed, told = on_terminal(start, "decide", demo, "--rule", "clitic", "--rule", "quote")
    assert printed == b"Decided 8 conflicts.\n"
    comparing, deciding = told.index(b"Comparing"), told.index(b"Deciding")
    assert comparing < told.index(b"100%") < deciding
    assert b"100%" in told[deciding:]
    assert b"Accepting" in on_terminal(start, "decide", demo, "--accept-single")[1]
    assert start("decide", demo, "--rule", "marks").stderr == b""


def test_a_file_that_is_replaced_is_told_of_on_a_terminal(start: Start, demo: Path) -> None:
    told = partial(on_terminal, start)
    export = ("export", "demo.db", "out.jsonl", "--format", "jsonl", "--json")
    note = b"out.jsonl was there already and has been replaced."
    assert note not in told(*export)[1]
    assert note in told(*export)[1]
    assert start(*export).stderr == b""
    for out, *command in (
        ("out.csv", "registry", demo, "export", "out.csv"),
        ("out.html", "report", demo, "out.html", "--rounds", "0"),
    ):
        assert b"was there" not in told(*command)[1]
        assert f"{out} was there already and has been replaced.".encode() in told(*command)[1]
