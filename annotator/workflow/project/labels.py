"""The label set is changed: one act of a lead, in all layers alike, that loses no span.

Statuses stay, and confirmed values.  An act on a layer from before a merge can still be taken
back: ``span_acts`` reads it as it would be done now.
"""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, FileError, RefusedAct, unreadable
from annotator.core.label_edits import (
    LabelEdits,
    LabelUse,
    other_kind,
    other_trashed_kind,
    still_used,
    trashed_still_used,
)
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind, ProjectChange, RowChange
from annotator.core.values import ValueKind
from annotator.store.labels import label_rows
from annotator.store.project import Project
from annotator.workflow.acts.project_acts import do
from annotator.workflow.project.label_merges import Merge, MergeReport

CHANGE = "labels"
MERGE = "merge labels"
_QUIET = Quiet()
_LONGEST_FILE = 1_000_000
"""Bytes; a label set has a fraction of it, and a file may have no end."""


@dataclass(frozen=True, slots=True)
class LabelReport:
    """What came of a change of the labels."""

    changed: bool
    merged: MergeReport = field(default_factory=MergeReport)


def read_label_set(path: Path) -> LabelSet:
    """Return the label set that the TOML file at ``path`` holds.

    Raises:
        FileError: if it cannot be read, or is not UTF-8.
        InvalidLabelSet: if it holds no label set.
    """
    try:
        with path.open("rb") as file:
            source = file.read(_LONGEST_FILE)
    except OSError as error:
        raise unreadable(path.name, error) from error
    try:
        # One that is cut here is too long in any case: where it is cut does not matter.
        text = source.decode("utf-8-sig", "ignore" if len(source) == _LONGEST_FILE else "strict")
    except UnicodeDecodeError as error:
        raise FileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not UTF-8. Save it as UTF-8, then try again."),
            file=path.name,
        ) from error
    return LabelSet.from_toml(text)


def start_editing(project: Project) -> LabelEdits:
    """Return the labels as they are, for an editor to start from."""
    with project.reading():
        return LabelEdits(
            project.labels.load(),
            project.labels.uses(),
            values_of=project.labelled[Kind.SPAN].value_counts,
        )


def change_labels(
    project: Project,
    author: str,
    labels: LabelSet,
    moves: Mapping[str, str] | None = None,
    *,
    seen: LabelSet | None = None,
    progress: Progress = _QUIET,
) -> LabelReport:
    """Let ``labels`` be those of the project, as one act of a lead.

    ``moves`` tell for labels that go to which one their spans and entries move.  ``seen`` is the
    label set that the lead had before the eyes, if it may be another one by now.

    Raises:
        RefusedAct: if spans, entries or confirmed values would be lost, ``author`` is no lead, or
            the labels are not those ``seen``.
        UnknownName: if a label to move from or to is not there.
        ProjectError: if the file cannot be written, or an article in the trash cannot be read.
    """
    moves = moves or {}
    with project.writing():
        _refuse_unless_lead(project, author)
        old = project.labels.load()
        if seen is not None:
            refuse_unless_seen(project, seen)
        _refuse_losses(project, old, labels, moves)
        with project.trashed.laid_open() if _reaches_trash(old, labels) else nullcontext():
            _refuse_trashed_losses(project, old, labels, moves)
            changes: list[ProjectChange] = []
            report = MergeReport()
            for target in labels:
                sources = [label.name for label in old if moves.get(label.name) == target.name]
                if sources:
                    merge = Merge(project, old, sources, target)
                    changes += merge.changes()
                    report.add(merge.report)
            changes += _dropped_refusals(project, old, labels, moves)
            changes += _of_label_set(old, labels)
            act = do(project, author, MERGE if moves else CHANGE, changes, progress)
        return LabelReport(act is not None, report)


def merge_labels(
    project: Project, author: str, source: str, into: str, progress: Progress = _QUIET
) -> LabelReport:
    """Let all that says the label ``source`` say ``into``, and take ``source`` out."""
    edits = start_editing(project)
    edits.labels[source]  # an unknown one is refused by name
    merged = edits.merge(source, into)
    return change_labels(
        project, author, merged.labels, merged.moves, seen=edits.labels, progress=progress
    )


def add_labels(project: Project, author: str, kinds: Mapping[str, ValueKind]) -> LabelReport:
    """Add labels of these names, each with its kind of value and a free key and colour.

    Raises:
        InvalidLabelSet: if one cannot name a label, or no key is left for it.
        RefusedAct: if ``author`` is no lead.
    """
    edits = seen = start_editing(project)
    for name, kind in kinds.items():
        edits = edits.add(replace(edits.proposed(name), value=kind))
    return change_labels(project, author, edits.labels, seen=seen.labels)


def remove_label(project: Project, author: str, name: str) -> LabelReport:
    """Take out a label that nothing says.

    Raises:
        RefusedAct: if spans or entries have it; see ``merge_labels``.
    """
    edits = start_editing(project)
    edits.labels[name]  # an unknown one is refused by name
    return change_labels(project, author, edits.remove(name).labels, seen=edits.labels)


def may_change_labels(project: Project, author: str) -> bool:
    """Tell whether ``author`` is a lead."""
    with project.reading():
        return project.authors.get(author).is_lead


def refuse_unless_seen(project: Project, seen: LabelSet) -> None:
    """Refuse to overwrite labels that are not those ``seen``."""
    with project.reading():
        if project.labels.load() != seen:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Another program has changed the labels meanwhile. Look at them, then change"
                    " them again.",
                )
            )


def _refuse_unless_lead(project: Project, author: str) -> None:
    if not may_change_labels(project, author):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "Only a lead changes the labels, and {author} is none. “annotator authors PROJECT"
                " --role {author} lead” makes a lead of an author.",
            ),
            author=author,
        )


def _refuse_losses(
    project: Project, old: LabelSet, new: LabelSet, moves: Mapping[str, str]
) -> None:
    uses = project.labels.uses()
    for name, target in moves.items():
        old[name]
        new[target]
        if name in new:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "“{name}” cannot stay and move to “{target}” at once: leave out one."
                ),
                name=name,
                target=target,
            )
    for label in old:
        use = uses.get(label.name, LabelUse())
        if label.name not in new:
            if label.name not in moves and not use.is_none:
                raise still_used(label.name, use)
        elif new[label.name].value is not label.value:
            kind = new[label.name].value
            values = sum(
                project.labelled[where].value_counts(label.name).all
                for where in (Kind.SPAN, Kind.DECISION_SPAN)
            )
            if values:
                raise other_kind(label.name, kind, values)


def _reaches_trash(old: LabelSet, new: LabelSet) -> bool:
    """Tell whether what lies in the trash might not fit the labels any more."""
    return any(label.name not in new or new[label.name].value is not label.value for label in old)


def _refuse_trashed_losses(
    project: Project, old: LabelSet, new: LabelSet, moves: Mapping[str, str]
) -> None:
    """Refuse what would keep an article in the trash from being restored."""
    trashed = project.labelled[Kind.TRASHED_SPAN]
    for label in old:
        if label.name not in new:
            spans = 0 if label.name in moves else len(trashed.keys(label.name))
            if spans:
                raise trashed_still_used(label.name, spans)
        elif new[label.name].value is not label.value:
            values = trashed.value_counts(label.name).all
            if values:
                raise other_trashed_kind(label.name, new[label.name].value, values)


def _dropped_refusals(
    project: Project, old: LabelSet, new: LabelSet, moves: Mapping[str, str]
) -> Iterator[ProjectChange]:
    """Yield the refusals of labels that go without a trace: they refuse nothing any more."""
    for label in old:
        if label.name not in new and label.name not in moves:
            for kind in (Kind.REFUSAL, Kind.TRASHED_REFUSAL):
                for key, row in project.records.where(kind, "label", label.name):
                    yield RowChange(kind, key, row, None)


def _of_label_set(old: LabelSet, new: LabelSet) -> Iterator[ProjectChange]:
    before, after = label_rows(old), label_rows(new)
    for name in dict.fromkeys([*before, *after]):
        if name in before and name in after:
            columns = [c for c in before[name] if before[name][c] != after[name][c]]
            yield RowChange(
                Kind.LABEL,
                name,
                {column: before[name][column] for column in columns},
                {column: after[name][column] for column in columns},
            )
        else:
            yield RowChange(Kind.LABEL, name, before.get(name), after.get(name))
