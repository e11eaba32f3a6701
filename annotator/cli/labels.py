"""The labels of a project: printed as TOML, or changed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.failures import naming
from annotator.cli.opening import PATH, json_option, opened, pairs_of, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from annotator.core.label_edits import LabelEdits
    from annotator.workflow.project.labels import LabelReport


@click.command(
    epilog="\b\nExample:\n  annotator labels north.db > labels.toml"
    "\n  annotator labels north.db --set labels.toml --author salma --move force=actor"
)
@project_argument
@click.option("--set", "new", type=PATH, metavar="FILE.toml", help="Let these be the labels.")
@click.option("--author", metavar="NAME", help="The lead who changes them; asked for by --set.")
@click.option(
    "--move",
    "moves",
    metavar="OLD=NEW",
    multiple=True,
    callback=pairs_of,
    help="Move the spans and entries of a label that goes to another one.",
)
@json_option
def labels(
    project: Path, new: Path | None, author: str | None, moves: dict[str, str], as_json: bool
) -> None:
    """Print the labels of a project as TOML, or change them.

    What is printed can be changed and given back with --set, or to `init --labels`.  A label that
    has spans goes only with --move; all is one act, which can be undone in the window.
    """
    if (new is None) != (author is None) or (moves and new is None):
        raise click.UsageError("--set and --author belong together, and --move to them.")
    if new is None or author is None:
        with opened(project, writable=False) as open_project:
            from annotator.workflow.project.labels import start_editing

            found = start_editing(open_project)
        if as_json:
            say_json({"labels": _labels_json(found)})
        else:
            say(found.labels.to_toml().rstrip("\n"))
        return
    report, found = _change(project, new, author, moves)
    if as_json:
        say_json({"changed": report.changed, "labels": _labels_json(found), **_merged_json(report)})
    else:
        _say_report(report)


def _change(
    project: Path, new: Path, author: str, moves: dict[str, str]
) -> "tuple[LabelReport, LabelEdits]":
    from annotator.workflow.project.labels import change_labels, read_label_set, start_editing

    with naming(new):
        label_set = read_label_set(new)
    with opened(project, writable=True) as open_project, watched("Moving spans") as progress:
        report = change_labels(open_project, author, label_set, moves, progress=progress)
        return report, start_editing(open_project)


def _say_report(report: "LabelReport") -> None:
    merged = report.merged
    say("The labels were changed." if report.changed else "The labels are so already.")
    for count, what in (
        (merged.moved, "moved"),
        (merged.joined, "became one with another on the same stretch"),
        (merged.notes, "got the note of another"),
        (merged.noted_values, "lost a second value to the note"),
        (merged.emptied, "lost a proposed value"),
    ):
        if count:
            say(f"{counted(count, 'span')} {what}.")
    if merged.in_trash:
        say(f"Of these, {counted(merged.in_trash, 'lies', 'lie')} in the trash.")
    if merged.entries:
        say(
            f"{counted(merged.entries, 'entry', 'entries')} moved;"
            f" for {merged.merged_entries:,} of them one of the same name stands now."
        )


def _labels_json(edits: "LabelEdits") -> list[dict[str, object]]:
    return [
        {
            "name": label.name,
            "shown": {"en": label.shown_en, "ar": label.shown_ar},
            "colour": label.colour,
            "key": label.key,
            "value": label.value.value,
            "reader": label.reader,
            "spans": edits.use(label.name).spans,
            "entries": edits.use(label.name).entries,
        }
        for label in edits.labels
    ]


def _merged_json(report: "LabelReport") -> dict[str, object]:
    merged = report.merged
    return {
        "moved": merged.moved,
        "joined": merged.joined,
        "notes": merged.notes,
        "noted_values": merged.noted_values,
        "emptied": merged.emptied,
        "entries": merged.entries,
        "merged_entries": merged.merged_entries,
        "in_trash": merged.in_trash,
    }
