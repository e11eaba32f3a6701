"""Articles and layers into a project."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.failures import Failed
from annotator.cli.opening import (
    PATH,
    UNITS,
    json_option,
    opened,
    pairs_of,
    project_argument,
    the_lead,
    warn_of_near_name,
)
from annotator.cli.output import (
    counted,
    file_name,
    names,
    piece,
    plain_path,
    say,
    say_json,
    warn,
    warn_of_alike,
)
from annotator.cli.progress import stoppable, watched

if TYPE_CHECKING:
    from annotator.core.format import ReadingOptions, Refused
    from annotator.core.label_map import LabelMap
    from annotator.store.project import Project
    from annotator.workflow.imports.articles import ImportReport


@click.command(
    "import",
    epilog="\b\nExample:\n  annotator import north.db articles/ --published 2026-02-23"
    "\n  annotator import north.db amal.jsonl --author amal"
    "\n  annotator import north.db brat/ --author amal --map Location=base --add-labels"
    "\n  annotator import north.db articles.csv --column text=body",
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
@click.option(
    "--map",
    "label_map",
    metavar="OLD=NEW",
    multiple=True,
    callback=pairs_of,
    help="Take the spans of the label OLD as those of the project's label NEW.",
)
@click.option("--leave-out", metavar="LABEL", multiple=True, help="Leave out the spans of a label.")
@click.option(
    "--add-labels", is_flag=True, help="Add the labels that the project lacks, as the lead."
)
@click.option("--lead", metavar="NAME", help="Who adds labels, where there are several leads.")
@click.option(
    "--column",
    "columns",
    metavar="FIELD=COLUMN",
    multiple=True,
    callback=pairs_of,
    help="The column of a table that is the field text, title, name, outlet, url, published or id.",
)
@click.option(
    "--unit",
    type=click.Choice(UNITS, case_sensitive=False),
    help="What offsets count in files that other programs write in several ways.",
)
@json_option
def import_(
    project: Path,
    paths: tuple[Path, ...],
    format_name: str | None,
    author: str | None,
    published: str | None,
    label_map: dict[str, str],
    leave_out: tuple[str, ...],
    add_labels: bool,
    lead: str | None,
    columns: dict[str, str],
    unit: str | None,
    as_json: bool,
) -> None:
    """Bring in articles, and the spans that their files hold.

    PATH is a text or a web page, which is one article, a table of articles, a dataset, or a folder
    of them.  What is in the project already is skipped, never doubled.  In a folder, names with a
    leading dot are left out, and so is the project itself.
    """
    from annotator.core.format import ReadingOptions, Unit
    from annotator.core.label_map import LabelMap
    from annotator.workflow.imports.articles import import_files

    if lead is not None and not add_labels:
        raise click.UsageError("--lead belongs to --add-labels.")
    labels = LabelMap(label_map | dict.fromkeys(leave_out))
    options = ReadingOptions(Unit(unit) if unit else None, columns)
    with opened(project, writable=True) as open_project:
        if author is not None:
            _greet(open_project, author)
        if add_labels:
            name = the_lead(open_project, lead, "adds labels", "--lead")
            labels = _add_labels(open_project, name, paths, format_name, labels, options)
        with watched("Importing") as progress, stoppable(progress) as stopping:
            report = import_files(
                open_project,
                paths,
                stopping,
                format_name=format_name,
                author=author,
                published=published,
                labels=labels,
                options=options,
            )
    _tell_import(report, as_json)
    if report.unmet:
        warn(f"Note: no file has spans of {names(report.unmet)}.")
    if stopping.stopped:
        raise Failed("Stopped before the end. Import again to go on: what is there is skipped.")
    if report.refused:
        were = counted(len(report.refused), "was", "were")
        is_some_done = report.added or report.spans or report.there
        rest = "the rest is done" if is_some_done else "nothing was imported"
        raise Failed(f"{were} refused; {rest}.")


def _add_labels(
    project: "Project",
    lead: str,
    paths: tuple[Path, ...],
    format_name: str | None,
    labels: "LabelMap",
    options: "ReadingOptions",
) -> "LabelMap":
    """Add the labels that the files have and the project lacks; say which.

    One that no label can be called gets the nearest name that one can; all are returned.
    """
    from annotator.core.label_map import LabelMap
    from annotator.core.labels import name_like
    from annotator.workflow.imports.articles import refuse_unknown_goals
    from annotator.workflow.imports.incoming import incoming, seen_in
    from annotator.workflow.project.labels import add_labels, start_editing

    refuse_unknown_goals(project, labels)
    coming = incoming(paths, project.path, format_name, options)
    known = {label.name for label in start_editing(project).labels}
    with watched("Reading labels") as progress:
        seen = seen_in(coming, known | labels.names.keys(), progress).labels
    # What no name is like keeps its own, under which its spans are refused.
    called = {name: name_like(name) or name for name in seen}
    added = {
        new: seen[name].kind for name, new in called.items() if name_like(name) and new not in known
    }
    if added:
        add_labels(project, lead, added)
        warn(f"Added {counted(len(added), 'label')}: {names(list(added))}.")
    others = {name: new for name, new in called.items() if new != name}
    for name, new in others.items():
        warn(f"Note: {piece(name)} is {piece(new)} in the project.")
    return LabelMap(others | dict(labels.names))


def _greet(project: "Project", author: str) -> None:
    """Refuse a name that nobody can bear; warn of one that looks like a slip."""
    from annotator.workflow.people.authors import refuse_name

    refuse_name(author)
    warn_of_near_name(project, author)


def _tell_import(report: "ImportReport", as_json: bool) -> None:
    _warn_of(report.left_out, "Note: ")
    _warn_of(report.refused)
    if as_json:
        say_json(
            {
                "added": report.added,
                "skipped": report.skipped,
                "refused": [_refused_json(refused) for refused in report.refused],
                "left_out": [_refused_json(one) for one in report.left_out],
                "merged": [
                    {"into": one.owner, "from": one.drawn_by, "spans": one.spans}
                    for one in report.merged
                ],
                "spans": report.spans,
                "authors": report.authors,
            }
        )
        return
    known = list(dict.fromkeys(report.there))
    there = f"; {counted(len(known), 'was', 'were')} there: {names(known)}" if known else ""
    end = "" if there else "."
    if not (report.added or known or report.spans or report.refused or report.left_out):
        warn("Nothing to import is there.")
    say(f"Added {counted(report.added, 'article')} and {counted(report.spans, 'span')}{there}{end}")
    for owner in dict.fromkeys(one.owner for one in report.merged):
        drawn = ", ".join(
            f"{piece(one.drawn_by) if one.drawn_by else 'one without a name'} {one.spans:,}"
            for one in report.merged
            if one.owner == owner
        )
        say(f"Spans of several annotators are one layer of {piece(owner)} now: {drawn}.")
    if report.authors:
        say(f"New in the project: {names(report.authors)}.")


def _warn_of(things: "list[Refused]", start: str = "") -> None:
    """Say what was not taken and why."""
    warn_of_alike((one.why.template, f"{start}{_place(one)}: {one.why}") for one in things)


def _place(refused: "Refused") -> str:
    line = "" if refused.line is None else f":{refused.line}"
    return f"{file_name(refused.path)}{line}"


def _refused_json(refused: "Refused") -> dict[str, object]:
    return {"path": plain_path(refused.path), "line": refused.line, "why": str(refused.why)}
