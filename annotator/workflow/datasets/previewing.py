"""What an export would write: its first article as it stands there, and what would be lost.

Both come from the writer itself, which writes to a temporary place; nothing else knows.  What is
counted there is gone before more is written: a preview takes no more room than some articles do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.core.format import Format
from annotator.core.heads import FileHead
from annotator.core.progress import Share, Teller
from annotator.core.selection import ExportOrder
from annotator.store.leftovers import temporary_folder
from annotator.store.project import Project
from annotator.workflow.datasets.export_report import ExportReport, all_in_one
from annotator.workflow.datasets.exported import each_author
from annotator.workflow.datasets.exporting import (
    count_dataset,
    writable_format,
    write_dataset,
)

_LINES = 40
_LONGEST_LINE = 2_000
_FILES = 6
_HEAD = 64 * 1024
"""Bytes; what a preview shows of a file stands in them."""


def preview(project: Project, order: ExportOrder, teller: Teller) -> ExportReport:
    """Hand over how the first article is written, a tuple of ``FileHead``; then count all.

    Raises:
        AnnotatorError: as ``export`` does.
    """
    format = writable_format(order.format_name, order.options)
    selections = [order.selection]
    if order.each_author:
        with project.reading():
            authors = each_author(project)
        selections = [replace(order.selection, author=author) for author in authors]
    reports = []
    with temporary_folder() as folder:
        with _place(folder, format) as place:
            write_dataset(
                project, place, format, teller, selections[0], order.options, is_preview=True
            )
            teller.hand_over(heads_of(place))
        for number, selection in enumerate(selections):
            share = Share(teller, number, len(selections))
            places = partial(_place, folder, format)
            how = (share, selection, order.options)
            reports.append(count_dataset(project, places, format, *how))
    return all_in_one(reports)


@contextmanager
def _place(folder: Path, format: Format) -> Iterator[Path]:
    """Yield where a dataset can be written, which is gone afterwards."""
    with TemporaryDirectory(dir=folder) as place:
        yield Path(place) if format.is_folder else Path(place, f"articles{format.suffixes[0]}")


def heads_of(place: Path) -> tuple[FileHead, ...]:
    """Return how a file begins, or the files of a folder; those with the least around first."""
    if place.is_file():
        return (_head(place, place.name, _LINES),)
    files = sorted(file for file in place.rglob("*") if file.is_file())
    shown = sorted(files, key=_is_about)[:_FILES]
    lines = _LINES // max(1, min(len(shown), 2))
    return tuple(_head(file, file.relative_to(place).as_posix(), lines) for file in shown)


def _is_about(file: Path) -> bool:
    """Tell whether a file tells about the articles, and holds none."""
    return file.suffix.lower() in (".md", ".cfg", ".conf", ".py", ".toml", ".xml")


def _head(file: Path, name: str, most: int) -> FileHead:
    with file.open("rb") as opened:
        start = opened.read(_HEAD)
        is_cut = bool(opened.read(1))
    if b"\0" in start:
        return FileHead(name, None)
    # Where a letter is cut at the end, it is left out; what else is no text is no text at all.
    try:
        text = start.decode("utf-8-sig", "ignore" if is_cut else "strict")
    except UnicodeDecodeError:
        return FileHead(name, None)
    lines = list(islice(_lines(text), most + 1))
    shown = tuple(line[:_LONGEST_LINE] for line in lines[:most])
    is_cut = is_cut or len(lines) > most or any(len(line) > _LONGEST_LINE for line in lines)
    return FileHead(name, shown, is_cut, is_prose=file.suffix == ".txt")


def _lines(text: str) -> Iterator[str]:
    return (line.removesuffix("\r") for line in text.removesuffix("\n").split("\n"))
