"""What commands print: text that no terminal can be harmed or confused by, or one JSON object.

Names, titles and texts come from files of strangers: a control character in them could move the
cursor, recolour the screen or answer in the name of the person who types.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click
import regex

from annotator.core.errors import isolate

if TYPE_CHECKING:
    from annotator.core.losses import Loss

_UNPRINTABLE = regex.compile(r"[\p{Cc}\p{Cs}\u2028\u2029]")
_NESTING = regex.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides, isolates: one without its end reorders what follows it on the line."""
_HIDDEN_IN_JSON = regex.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_LONGEST_PIECE = 100
_MOST_NAMES = 10
_FEW_NAMES = 3
_FEW_ALIKE = 10
"""How many lines of one kind are said where there are more."""


def spare_the_terminal() -> None:
    """Write letters that the encoding of the terminal lacks as escapes instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            with suppress(OSError):
                stream.reconfigure(errors="backslashreplace")


def printable(text: str) -> str:
    """Return one paragraph as it may be printed: tabs are spaces, controls show as U+FFFD."""
    return str(_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", "    ")))


def one_line(text: str) -> str:
    """Return ``text`` as it may stand in a line beside other things: short, and nesting nothing."""
    text = printable(_NESTING.sub("", text[: _LONGEST_PIECE * 2]).replace("\n", "↵"))
    return text if len(text) <= _LONGEST_PIECE else text[: _LONGEST_PIECE - 1] + "…"


def piece(text: str) -> str:
    """Return ``text`` as it may stand in an English line, whatever its direction."""
    return isolate(one_line(text))


def file_name(path: Path) -> str:
    """Return a path as it may stand in an English line; never cut, so that it can be copied."""
    return isolate(printable(_NESTING.sub("\N{REPLACEMENT CHARACTER}", plain_path(path))))


def plain_path(path: Path) -> str:
    """Return a path as text: bytes in it that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``number`` with the noun that it counts."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def names(some: Sequence[str]) -> str:
    """Return the first of the names, and how many there are besides."""
    first = ", ".join(map(piece, some[:_MOST_NAMES]))
    more = len(some) - _MOST_NAMES
    return f"{first} and {more:,} more" if more > 0 else first


def say(line: str = "") -> None:
    """Print a line to standard output."""
    click.echo(line)


def warn(line: str) -> None:
    """Print a line to standard error."""
    click.echo(line, err=True)


def warn_of_alike(told: Iterable[tuple[str, str]]) -> None:
    """Say lines, each given with its kind: of many of one kind the first few, and how many."""
    alike: dict[str, list[str]] = {}
    for kind, line in told:
        alike.setdefault(kind, []).append(line)
    for lines in alike.values():
        for line in lines[:_FEW_ALIKE]:
            warn(line)
        if len(lines) > _FEW_ALIKE:
            warn(f"… and {len(lines) - _FEW_ALIKE:,} more like the last one; --json lists all.")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long: whoever writes there says so
        return False


@contextmanager
def replacing_told(out: Path) -> Iterator[None]:
    """Say on a terminal, once the block has written ``out``, that it replaced an older file."""
    was_there = _is_file(out)
    yield
    if was_there and sys.stderr and sys.stderr.isatty():
        warn(f"Note: {file_name(out)} was there already and has been replaced.")


def say_json(data: object) -> None:
    """Print ``data`` as one line of JSON.

    What is invisible or would steer a terminal is escaped, and so is all that the encoding of
    the output lacks.
    """
    source = json.dumps(data, ensure_ascii=False, allow_nan=False)
    source = _HIDDEN_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", source)
    try:
        source.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        source = json.dumps(data, allow_nan=False)
    click.echo(source)


def say_table(rows: Iterable[tuple[int, str]]) -> None:
    """Print numbers with what they count; the names, of either direction, come last."""
    rows = list(rows)
    width = max((len(f"{number:,}") for number, _ in rows), default=0)
    for number, what in rows:
        click.echo(f"  {number:>{width},}  {what}")


_LOST = {
    "dropped": "Dropped",
    "split": "Split into pieces, without the line ends in them",
    "widened": "Widened to whole tokens",
    "narrowed": "Narrowed, without spaces or line ends",
    "value": "Written without their value",
    "note": "Written without their note",
    "certainty": "Written without “not sure”",
    "origin": "Written without their id and the word how they were drawn",
    "times": "Written without the moments at which they were drawn and changed",
    "text": "Without their text",
    "name": "Without their name, title, outlet, address and day, and the author of their layer",
    "details": "Without their note, further sources, direction and whatever else came with them",
    "work": "Without the reason and the version of the guidelines of their layer",
    "seconds": "Without the time that was worked on them",
    "spacing": "Without their own spaces and line ends",
}


def say_losses(
    losses: "Iterable[Loss]",
    indent: str = "",
    tell: Callable[[str], None] = say,
    *,
    whole: str = "article",
) -> None:
    """Say what a format could not hold, by label, and in which articles; then of the articles.

    ``whole`` is what is counted as an article: an article, or a piece of one that was cut.

    What is not in the file as it was marked comes first, with its articles by name.  What a format
    holds of no span or article is lost in nearly all of them: a few are named, many are counted.
    """
    from annotator.core.losses import FATES, lost_where, weight

    for (label, kind), articles in sorted(
        lost_where(losses).items(), key=lambda one: (one[0][0] is None, weight(one[0][1]))
    ):
        count = counted(len(articles), whole)
        named = names(list(articles)) if kind in FATES or len(articles) <= _FEW_NAMES else ""
        if label is None:
            tell(f"{indent}{_LOST[kind]}: {count}{', ' if named else ''}{named}.")
            continue
        spans = counted(sum(articles.values()), "span")
        tell(f"{indent}{_LOST[kind]}: {spans} of {piece(label)}, in {named or count}.")
