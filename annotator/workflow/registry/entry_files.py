"""The registry as a table (CSV), for spreadsheets: written whole, and read back without loss.

The table is UTF-8 with a byte order mark, or spreadsheets take it for something else.  A cell that
they would take for a formula gets an apostrophe before it, which reading takes off again.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from annotator.arabic import ARABIC
from annotator.core.decoding import decode
from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    FileError,
    RefusedAct,
    unreadable,
)
from annotator.core.format import Refused
from annotator.core.progress import Progress
from annotator.core.registry import (
    Entry,
    clean_name,
    entry_id,
    merged,
    merged_already,
    name_key,
    renamed,
    with_aliases,
)
from annotator.core.rows import RowChange
from annotator.core.values import ValueKind
from annotator.store.place import replacing
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.acts.project_stack import IMPORT_ENTRIES
from annotator.workflow.registry.entry_changes import EntryChanges
from annotator.workflow.registry.registry import mention_counts, refuse_unless_lead, taken

COLUMNS = ("id", "label", "name", "aliases", "note", "merged_into", "mentions")

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
_ALIAS = re.compile(r"(?:\\.|[^|])+", re.DOTALL)
"""What stands between bars; one after a backslash belongs to the alias."""
_AT_ONCE = 500
_MOST_BYTES = 100_000_000
"""A registry of 20,000 entries has a fraction of it, and a file may have no end."""

_Cells: TypeAlias = dict[str, str]


@dataclass(slots=True)
class EntriesReport:
    """What an import of entries did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[Refused] = field(default_factory=list)


# -- out


def export_csv(
    project: Project, out: Path, progress: Progress, *, author: str | None = None
) -> int:
    """Write all entries to ``out``, whole or not at all; return how many there are.

    The mentions counted are those by ``author``, if given; a merged entry's count with the one
    that it is merged into.

    Raises:
        AnnotatorError: if ``out`` cannot be written, or is (a part of) a project.
    """
    with replacing(out) as unfinished, project.reading():
        entries = list(names_of(project).all())
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for first in range(0, len(entries), _AT_ONCE):
                some = entries[first : first + _AT_ONCE]
                standing = [entry.id for entry in some if entry.merged_into is None]
                counts = mention_counts(project, standing, author)
                writer.writerows(_cells(entry, counts.get(entry.id, 0)) for entry in some)
                progress.advance(first + len(some), len(entries))
    return len(entries)


def _cells(entry: Entry, mentions: int) -> list[str]:
    aliases = "|".join(re.sub(r"([\\|])", r"\\\1", alias) for alias in entry.aliases)
    texts = (entry.id, entry.label, entry.name, aliases, entry.note, entry.merged_into or "")
    return [*map(_defused, texts), str(mentions)]


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


# -- in


def import_csv(project: Project, author: str, path: Path, progress: Progress) -> EntriesReport:
    """Add the entries of a table and change those that are there, as one act of ``author``.

    An entry is known by its id, else by its name.  Names and notes are added or changed; nothing
    is taken away, an empty cell says nothing.  A row that does not fit is refused by its line.

    Raises:
        RefusedAct: if the author is no lead, or the file is no such table.
        FileError: if it cannot be read.
    """
    with project.reading():
        refuse_unless_lead(project, author)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise unreadable(path.name, error) from error
    if len(data) > _MOST_BYTES:
        raise FileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is too large to be a table of entries."),
            file=path.name,
        )
    rows = list(_rows(path, decode(data)))
    with project.writing():
        refuse_unless_lead(project, author)  # again: another program may have changed who leads
        incoming = _Incoming(project, path)
        incoming.take(rows, progress)
        project_acts.do(project, author, IMPORT_ENTRIES, incoming.changes())
    return incoming.report


def _rows(path: Path, text: str) -> Iterator[tuple[int, _Cells]]:
    """Yield the rows with the lines on which they begin, by the names of their columns."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = _with_lines(path, text, delimiter)
    _, first = next(rows, (1, []))
    columns = [cell.strip().casefold() for cell in first]
    if not {"label", "name"} <= set(columns):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is no table of entries: its first line must name the columns, “label” and"
                " “name” among them.",
            ),
            file=path.name,
        )
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            # What a short row lacks is empty.
            given = map(_fused, cells)
            yield line, dict.fromkeys(columns, "") | dict(zip(columns, given, strict=False))


def _with_lines(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands in the cells of each row, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:  # the only one that a text can cause here
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” cannot be read as a table: the row that begins on line {line} has a cell"
                " of more than {most} letters. Is a quotation mark missing there?",
            ),
            file=path.name,
            line=line,
            most=f"{csv.field_size_limit():,}",
        ) from error


def _fused(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if _DEFUSED.match(cell) else cell


def _aliases(cell: str) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", alias) for alias in _ALIAS.findall(cell) if alias.strip()]


class _Incoming:
    """What becomes of the registry as the rows of a table come in."""

    def __init__(self, project: Project, path: Path) -> None:
        self.report = EntriesReport()
        self._path = path
        self._entries = EntryChanges(project)
        self._labels = {
            label.name for label in project.labels.load() if label.value is ValueKind.ENTRY
        }

    def take(self, rows: list[tuple[int, _Cells]], progress: Progress) -> None:
        """Take all rows; redirects last, when what they lead to is there."""
        redirects = []
        for done, (line, cells) in enumerate(rows):
            if cells.get("merged_into"):
                redirects.append((line, cells))
            else:
                self._take(line, cells)
            progress.advance(done, len(rows))
        while redirects:
            waiting = []
            for line, cells in redirects:
                if self._target(cells):
                    self._take(line, cells)
                else:
                    waiting.append((line, cells))
            if len(waiting) == len(redirects):
                break
            redirects = waiting
        for line, cells in redirects:
            self._refuse(line, _no_target(cells))

    def changes(self) -> list[RowChange]:
        """Return what changes of the rows of entries."""
        return [*self._entries.new(), *self._entries.changed()]

    def _take(self, line: int, cells: _Cells) -> None:
        try:
            if cells["label"] not in self._labels:
                raise _no_label(cells)
            known = self._known(cells)
            is_new = known is None
            if cells.get("merged_into"):
                is_changed = self._redirect(known, cells)
            else:
                is_changed = self._put(self._filled(known or self._made(cells), cells))
        except AnnotatorError as error:
            self._refuse(line, error)
            return
        self.report.added += is_new and is_changed
        self.report.changed += is_changed and not is_new
        self.report.unchanged += not is_changed

    def _refuse(self, line: int, why: AnnotatorError) -> None:
        self.report.refused.append(Refused(self._path, line, why))

    # -- what a row means

    def _known(self, cells: _Cells) -> Entry | None:
        """Return the entry that a row is about: by its id, else by its name."""
        label, name, given = cells["label"], clean_name(cells["name"], ARABIC.fold), cells.get("id")
        known = self._entries.entry(given) if given else None
        if known is not None and known.label != label:
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "“{name}” is a {other} in the project, not a {label}."),
                name=known.name,
                other=known.label,
                label=label,
            )
        if known is None and not (given and cells.get("merged_into")):
            made = entry_id(label, name_key(name, ARABIC.fold))
            known = self._entries.bearer(label, name) or self._entries.entry(made)
        return known

    def _made(self, cells: _Cells) -> Entry:
        name = clean_name(cells["name"], ARABIC.fold)
        made = entry_id(cells["label"], name_key(name, ARABIC.fold))
        return Entry(cells.get("id") or made, cells["label"], name)

    def _filled(self, entry: Entry, cells: _Cells) -> Entry:
        """Return ``entry`` with what a row says of it."""
        if entry.merged_into is not None:
            raise merged_already(entry)
        if cells.get("id") == entry.id:
            entry = renamed(entry, cells["name"], ARABIC.fold)
        else:
            entry = with_aliases(entry, (*entry.aliases, cells["name"]), ARABIC.fold)
        aliases = (*entry.aliases, *_aliases(cells.get("aliases", "")))
        entry = with_aliases(entry, aliases, ARABIC.fold)
        return replace(entry, note=cells.get("note") or entry.note)

    def _put(self, entry: Entry) -> bool:
        """Let ``entry`` be as it is; tell whether that is new."""
        if entry == self._entries.entry(entry.id):
            return False
        for name in entry.names:
            other = self._entries.bearer(entry.label, name)
            if other is not None and other.id != entry.id:
                raise taken(name, other)
        self._entries.accept(entry)
        return True

    # -- redirects

    def _target(self, cells: _Cells) -> Entry | None:
        wanted = cells["merged_into"]
        return self._entries.entry(wanted) or self._entries.bearer(cells["label"], wanted)

    def _redirect(self, known: Entry | None, cells: _Cells) -> bool:
        target = self._target(cells)
        assert target is not None
        standing = self._entries.standing(target)
        if known is None:
            made = self._filled(self._made(cells), cells)
            if target.label != made.label or target.id == made.id:
                raise _no_target(cells)
            self._entries.accept(replace(made, merged_into=target.id))
            return True
        is_alias = known.id != standing.id or not cells.get("id")
        if is_alias and self._entries.standing(known).id == standing.id:
            return False
        for entry in merged(known, standing, ARABIC.fold):
            self._entries.accept(entry)
        return True


def _no_label(cells: _Cells) -> RefusedAct:
    return RefusedAct(
        QT_TRANSLATE_NOOP("errors", "The project has no label “{label}” that has entries."),
        label=cells["label"],
    )


def _no_target(cells: _Cells) -> RefusedAct:
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors", "“{name}” is merged into “{other}”, which is no entry of its label."
        ),
        name=cells["name"],
        other=cells["merged_into"],
    )
