"""Parts of a report as Markdown that others show, such as the card of a dataset.

What people typed must not become markup: names may hold bars, backticks or tags.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import regex

from annotator.reports.parts import Cell, Chart, Note, Part, Section, Table

_RIGHT_TO_LEFT: Final = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}\p{Bidi_Class=AN}]")
_ISOLATES: Final = regex.compile(r"[\u2066\u2068\u2069]")
_MARKUP: Final = regex.compile(r"[\\`*_{}\[\]<>#|!~&$@]|:(?=//)")


def markdown(
    title: str,
    sections: Iterable[Section],
    dash: str,
    picture: Callable[[Chart], str],
    *,
    is_rtl: bool,
) -> Iterator[str]:
    """Yield a page, line by line; ``picture`` returns the file that a chart is drawn in.

    ``dash`` is what stands in a cell where there is no figure; below a table stands why.  On a
    page that is not ``is_rtl``, lines without a right-to-left letter come without isolates: there
    they order nothing, and go along unseen with a name that is copied.
    """
    for line in _page(title, sections, dash, picture):
        yield line if is_rtl or _RIGHT_TO_LEFT.search(line) else _ISOLATES.sub("", line)


def _page(
    title: str, sections: Iterable[Section], dash: str, picture: Callable[[Chart], str]
) -> Iterator[str]:
    yield f"# {escaped(title)}\n"
    for section in sections:
        yield f"\n## {escaped(section.title)}\n"
        for part in section.parts:
            yield "\n"
            yield from _part(part, dash, picture)


def _part(part: Part, dash: str, picture: Callable[[Chart], str]) -> Iterator[str]:
    match part:
        case Note(text=text, is_warning=is_warning):
            yield f"{'> ' if is_warning else ''}{escaped(text)}\n"
        case Chart():
            yield f"![{escaped(part.title)}]({picture(part)})\n"
        case Table():
            yield from _table(part, dash)


def _table(table: Table, dash: str) -> Iterator[str]:
    if not table.rows:
        yield f"{escaped(table.if_empty)}\n"
        return
    rows = tuple(table.rows)
    yield _row(table.head)
    yield _row(("---:" if cell.is_number else "---" for cell in rows[0]), are_texts=False)
    for row in rows:
        yield _row(f"{cell.text} ({cell.within})" if cell.within else cell.text for cell in row)
    yield f"\n{escaped(table.about)}\n"
    for why in _reasons(rows, dash):
        yield f"\n{escaped(f'{dash} {why}')}\n"


def _reasons(rows: Iterable[tuple[Cell, ...]], dash: str) -> Iterable[str]:
    cells = (cell for row in rows for cell in row if cell.tip)
    return dict.fromkeys(cell.tip for cell in cells if dash in (cell.text, cell.within))


def _row(cells: Iterable[str], *, are_texts: bool = True) -> str:
    return f"| {' | '.join(map(escaped, cells) if are_texts else cells)} |\n"


def escaped(text: str) -> str:
    """Return text that stands in Markdown as it is, on one line."""
    return str(_MARKUP.sub(r"\\\g<0>", " ".join(text.split())))
