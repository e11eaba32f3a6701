"""A table for spreadsheets: a row for each span, with what is said of its article in each.

It is UTF-8 with a byte order mark, as RFC 4180 has it, so that spreadsheets open it without a
question and show Arabic.  Offsets count code points.  The text itself has no place in a cell; some
letters around each span have.  An article without spans has a row of its own, without a span.

A spreadsheet takes a cell that begins with a sign of arithmetic for a formula and runs it.  So no
text begins with one: an apostrophe goes before ``= + - @`` (wide ones too), a tab or a CR at the
start of a cell, and behind whatever a spreadsheet of another country may part cells by (``; ,``,
tab, line ends, quotes), where it would begin one there.  An apostrophe in such a place is doubled:
taking one away from each such place gives back what was there.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import regex

from annotator.core.format import Dataset, ExportedArticle, Format, Unit
from annotator.core.model import Span
from annotator.core.values import Value, value_to_json

_CONTEXT = 20
"""How many characters before and after a span are written along with it."""
_ARTICLE = ("article", "article_id", "title", "outlet", "url", "published", "sha256")
_LAYER = ("author", "status", "ready")
_VALUE = {
    "date": "edtf",
    "number": "value",
    "at_least": "min",
    "at_most": "max",
    "modifier": "modifier",
    "unit": "unit",
    "entry": "entry",
    "entry_name": "name",
    "text": "text",
}
"""The columns of a value, and the keys of its JSON."""
_SPAN = (
    *("span_id", "label", "start", "end", "before", "quote", "after", *_VALUE, "proposed"),
    *("unsure", "note", "origin", "created_at", "changed_at"),
)
_DANGEROUS = regex.compile(r"""(?<=^|[;,\t\r\n"])(?=[=+\-@\t\r'＝＋－＠])""")

_Cell = str | int | float | None


def write(out: Path, dataset: Dataset) -> None:
    """Write the table to ``out``."""
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow((*_ARTICLE, *_LAYER, *_SPAN))
        for exported in dataset.articles:
            rows.writerows(_rows(exported))
            dataset.account.write(exported.article, exported.layer)


def _rows(exported: ExportedArticle) -> Iterator[list[_Cell]]:
    article, layer = exported.article, exported.layer
    said: tuple[_Cell, ...] = (
        *(article.name, article.id, article.title, article.outlet, article.url, article.published),
        *(article.sha256, layer.author, layer.status.value, _flag(exported.ready)),
    )
    common = [_harmless(cell) for cell in said]
    if not layer.spans:
        yield [*common, *(None for _ in _SPAN)]
    for span in layer:
        yield [*common, *map(_harmless, _span_cells(span, article.text))]


def _span_cells(span: Span, text: str) -> Iterator[_Cell]:
    yield from (span.id, span.label, span.start, span.end)
    yield text[max(0, span.start - _CONTEXT) : span.start]
    yield span.quote
    yield text[span.end : span.end + _CONTEXT]
    yield from _value_cells(span.value)
    yield from (_flag(span.proposed), _flag(span.unsure))
    yield from (span.note, span.origin, span.created_at, span.changed_at)


def _value_cells(value: Value) -> Iterator[_Cell]:
    data = value_to_json(value)
    for key in _VALUE.values():
        cell = data.get(key)
        assert cell is None or isinstance(cell, str | int | float)
        yield cell


def _flag(is_so: bool) -> str:
    return "true" if is_so else "false"


def _harmless(cell: _Cell) -> _Cell:
    """Return ``cell`` so that no spreadsheet takes a part of it for a formula; numbers are none."""
    return _DANGEROUS.sub("'", cell) if isinstance(cell, str) else cell


FORMAT = Format(
    name="csv",
    suffixes=(".csv",),
    unit=Unit.CODE_POINTS,
    nested=True,
    subword=True,
    values=True,
    notes=True,
    certainty=True,
    recognise=lambda path, head: False,
    write=write,
)
