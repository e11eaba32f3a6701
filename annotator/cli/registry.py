"""The registry as a table, in and out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.failures import Failed, naming
from annotator.cli.opening import PATH, json_option, opened, project_argument, the_lead
from annotator.cli.output import counted, file_name, plain_path, replacing_told, say, say_json, warn
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from annotator.core.format import Refused


@click.command(
    epilog="\b\nExample:\n  annotator registry north.db export entries.csv\n"
    "  annotator registry north.db import entries.csv --author huda"
)
@project_argument
@click.argument("direction", type=click.Choice(["export", "import"]))
@click.argument("file", type=PATH)
@click.option(
    "--author",
    metavar="NAME",
    help="The lead who imports; may be left out where there is only one.",
)
@json_option
def registry(project: Path, direction: str, file: Path, author: str | None, as_json: bool) -> None:
    """Write the registry as a table (CSV), or read one.

    The registry holds the entries that spans mean: bases and actors.  What is read is added, or
    changes what is there: names and notes come, nothing is taken away.  It can be taken back as a
    whole in the window.
    """
    if direction == "export":
        _export(project, file, as_json)
    else:
        _import(project, file, author, as_json)


def _export(path: Path, file: Path, as_json: bool) -> None:
    from annotator.workflow.registry.entry_files import export_csv

    with (
        opened(path, writable=False) as project,
        replacing_told(file),
        watched("Exporting") as progress,
    ):
        count = export_csv(project, file, progress)
    if as_json:
        say_json({"entries": count})
    else:
        say(f"Wrote {counted(count, 'entry', 'entries')} to {file_name(file)}.")


def _import(path: Path, file: Path, author: str | None, as_json: bool) -> None:
    from annotator.workflow.registry.entry_files import import_csv

    with opened(path, writable=True) as project, watched("Importing") as progress, naming(file):
        lead = the_lead(project, author, "imports", "--author")
        report = import_csv(project, lead, file, progress)
    for refused in report.refused:
        warn(f"{file_name(refused.path)}:{refused.line}: {refused.why}")
    if as_json:
        say_json(
            {
                "added": report.added,
                "changed": report.changed,
                "unchanged": report.unchanged,
                "refused": [_refused_json(refused) for refused in report.refused],
            }
        )
    else:
        say(
            f"Added {counted(report.added, 'entry', 'entries')}, changed {report.changed:,};"
            f" {counted(report.unchanged, 'was', 'were')} so already."
        )
    if report.refused:
        were = "row was" if len(report.refused) == 1 else "rows were"
        is_some_done = report.added or report.changed or report.unchanged
        rest = "the rest is done" if is_some_done else "nothing was imported"
        raise Failed(f"{len(report.refused):,} {were} refused; {rest}.")


def _refused_json(refused: "Refused") -> dict[str, object]:
    return {"path": plain_path(refused.path), "line": refused.line, "why": str(refused.why)}
