"""Articles and layers into a project."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.failures import Failed
from annotator.cli.opening import (
    PATH,
    json_option,
    opened,
    project_argument,
    warn_of_near_name,
)
from annotator.cli.output import counted, file_name, plain_path, say, say_json, warn
from annotator.cli.progress import stoppable, watched

if TYPE_CHECKING:
    from annotator.core.format import Refused
    from annotator.store.project import Project
    from annotator.workflow.articles import ImportReport


@click.command(
    "import",
    epilog="\b\nExample:\n  annotator import north.db articles/ --published 2026-02-23"
    "\n  annotator import north.db amal.jsonl --author amal",
)
@project_argument
@click.argument("paths", type=PATH, nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="Read all files as this format, see `annotator formats`; else each tells its own.",
)
@click.option("--author", metavar="NAME", help="Who is to own the spans that come along.")
@click.option(
    "--published",
    metavar="DATE",
    help="The day of articles that tell none, such as 2026-02-23 or 23/2/2026.",
)
@json_option
def import_(
    project: Path,
    paths: tuple[Path, ...],
    format_name: str | None,
    author: str | None,
    published: str | None,
    as_json: bool,
) -> None:
    """Bring in articles, and the spans that their files hold.

    PATH is a text, which is one article, a dataset, or a folder of them.  What is in the project
    already is skipped, never doubled.  In a folder, names with a leading dot are left out, and so
    is the project itself.
    """
    from annotator.workflow.articles import import_files

    with opened(project, writable=True) as open_project:
        if author is not None:
            _greet(open_project, author)
        with watched("Importing") as progress, stoppable(progress) as stopping:
            report = import_files(
                open_project,
                paths,
                stopping,
                format_name=format_name,
                author=author,
                published=published,
            )
    _tell_import(report, as_json)
    if stopping.stopped:
        raise Failed("Stopped before the end. Import again to go on: what is there is skipped.")
    if report.refused:
        were = counted(len(report.refused), "was", "were")
        raise Failed(f"{were} refused; the rest is done.")


def _greet(project: "Project", author: str) -> None:
    """Refuse a name that nobody can bear; warn of one that looks like a slip."""
    from annotator.workflow.people import refuse_name

    refuse_name(author)
    warn_of_near_name(project, author)


def _tell_import(report: "ImportReport", as_json: bool) -> None:
    for refused in report.refused:
        place = "" if refused.line is None else f":{refused.line}"
        warn(f"{file_name(refused.path)}{place}: {refused.why}")
    if as_json:
        say_json(
            {
                "added": report.added,
                "skipped": report.skipped,
                "refused": [_refused_json(refused) for refused in report.refused],
                "spans": report.spans,
            }
        )
        return
    there = f"; {counted(report.skipped, 'was', 'were')} there" if report.skipped else ""
    say(f"Added {counted(report.added, 'article')} and {counted(report.spans, 'span')}{there}.")


def _refused_json(refused: "Refused") -> dict[str, object]:
    return {"path": plain_path(refused.path), "line": refused.line, "why": str(refused.why)}
