"""What is asked before an import: which labels those of the files are, and whose spans they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from annotator.core.format import ReadingOptions, TableHead, Unit
from annotator.core.importing import ImportOrder, ImportQuestions, Reading, TableSeen
from annotator.core.label_map import LabelMap
from annotator.core.progress import Progress
from annotator.store.project import Project
from annotator.workflow.imports.articles import ImportReport, import_files
from annotator.workflow.imports.incoming import (
    Incoming,
    IncomingFile,
    incoming,
    seen_in,
    table_head,
)
from annotator.workflow.people.authors import list_authors
from annotator.workflow.project.labels import add_labels, may_change_labels


def questions_of(
    project: Project, paths: Sequence[Path], by: str, progress: Progress
) -> ImportQuestions | None:
    """Return what is to be asked before ``by`` imports files, or nothing."""
    coming = incoming(paths, project.path, None)
    if all(file.format.unit is Unit.NONE for file in coming.files):
        return None
    asked = _asked(project, coming, by, progress)
    seen = asked.seen
    seen.table = _table(coming, is_known=False)
    if not seen.labels and not seen.without_author and seen.table is None:
        return None
    return asked


def choices_of(
    project: Project, paths: Sequence[Path], by: str, reading: Reading, progress: Progress
) -> ImportQuestions:
    """Return what ``by`` may choose before files are imported, and what they hold if read so.

    Raises:
        AnnotatorError: if the format cannot be read so.
    """
    options = ReadingOptions(reading.unit)
    coming = incoming(paths, project.path, reading.format_name, options)
    # Tables that are asked about cannot be read yet, which is not to be told as their fault.
    readable = [file for file in coming.files if _head_of(file, is_known=False) is None]
    asked = _asked(project, replace(coming, files=readable), by, progress)
    asked.seen.formats = Counter(file.format.name for file in coming.files)
    asked.seen.table = _table(coming, is_known=False) or _table(coming, is_known=True)
    return replace(asked, reading=reading)


def _asked(project: Project, coming: Incoming, by: str, progress: Progress) -> ImportQuestions:
    with project.reading():
        labels = project.labels.load()
        authors = tuple(author.name for author in list_authors(project) if not author.retired)
    seen = seen_in(coming, {label.name for label in labels}, progress)
    return ImportQuestions(seen, labels, authors, may_change_labels(project, by))


def _table(coming: Incoming, *, is_known: bool) -> TableSeen | None:
    """Return the first table of articles, of those that tell which column is the text or do not."""
    heads = ((file.name, _head_of(file, is_known=is_known)) for file in coming.files)
    tables = ((name, head) for name, head in heads if head is not None)
    name, first = next(tables, ("", None))
    if first is None:
        return None
    # Those that tell it are read as they tell.
    others = () if is_known else tuple((other, head.columns) for other, head in tables)
    return TableSeen(name, first, others)


def _head_of(file: IncomingFile, *, is_known: bool) -> TableHead | None:
    """Return the head of a table if it tells which column is the text, or if it does not."""
    head = table_head(file)
    if head is None or not head.columns or ("text" in head.fields) is not is_known:
        return None
    return head


def import_as_told(
    project: Project, paths: Sequence[Path], by: str, order: ImportOrder, progress: Progress
) -> ImportReport:
    """Import files as ``order`` says; labels that are to be added come first, as an act of ``by``.

    Raises:
        AnnotatorError: if a label cannot be added, or as ``import_files`` does.
    """
    with project.reading():
        known = project.labels.load()
    added = {name: kind for name, kind in order.added.items() if name not in known}
    if added:
        add_labels(project, by, added)
    return import_files(
        project,
        paths,
        progress,
        by=by,
        labels=LabelMap(order.names),
        rest=order.author,
        format_name=order.reading.format_name,
        options=ReadingOptions(order.reading.unit, order.columns),
    )
