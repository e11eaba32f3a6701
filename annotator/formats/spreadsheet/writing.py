"""Writing the table of spans, so that no spreadsheet runs a formula that stands in a text."""

import csv
from collections.abc import Iterator
from pathlib import Path

import regex

from annotator.core.format import Dataset, ExportedArticle
from annotator.core.model import Span
from annotator.core.values import Value, value_to_json

_CONTEXT = 20
"""How many characters before and after a span are written along with it."""
ARTICLE = ("article", "article_id", "title", "outlet", "url", "published", "sha256")
LAYER = ("author", "status", "ready")
VALUE = {
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
SPAN = (
    *("span_id", "label", "start", "end", "before", "quote", "after", *VALUE, "proposed"),
    *("unsure", "note", "origin", "created_at", "changed_at"),
)
_PLACE = r"""(?<=^|[;,\t\r\n"])"""
_SIGN = r"""(?=[=+\-@\t\r'＝＋－＠])"""
_DANGEROUS = regex.compile(_PLACE + _SIGN)
_DEFUSED = regex.compile(f"{_PLACE}'{_SIGN}")

_Cell = str | int | float | None


def write(out: Path, dataset: Dataset) -> None:
    """Write the table to ``out``: parted by tabs where the name says so, else by commas."""
    delimiter = "\t" if dataset.options.suffix == ".tsv" else ","
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=delimiter)
        rows.writerow((*ARTICLE, *LAYER, *SPAN))
        for exported in dataset:
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
        yield [*common, *(None for _ in SPAN)]
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
    for key in VALUE.values():
        cell = data.get(key)
        assert cell is None or isinstance(cell, str | int | float)
        yield cell


def _flag(is_so: bool) -> str:
    return "true" if is_so else "false"


def _harmless(cell: _Cell) -> _Cell:
    """Return ``cell`` so that no spreadsheet takes a part of it for a formula; numbers are none."""
    return _DANGEROUS.sub("'", cell) if isinstance(cell, str) else cell


def as_it_was(cell: str) -> str:
    """Return what ``_harmless`` made a cell of."""
    return str(_DEFUSED.sub("", cell))
