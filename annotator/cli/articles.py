"""Articles and layers in and out of a project."""

from dataclasses import asdict
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
from annotator.cli.output import (
    counted,
    file_name,
    names,
    piece,
    plain_path,
    replacing_told,
    say,
    say_json,
    warn,
)
from annotator.cli.progress import stoppable, watched

if TYPE_CHECKING:
    from annotator.core.format import Format, Refused
    from annotator.store.project import Project
    from annotator.workflow.articles import ImportReport
    from annotator.workflow.release import ExportReport


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


@click.command(
    epilog="\b\nExample:\n  annotator export north.db gold.jsonl --format jsonl"
    "\n  annotator export north.db amal.jsonl --format jsonl --layer amal"
)
@project_argument
@click.argument("out", type=PATH)
@click.option(
    "--format", "format_name", metavar="NAME", required=True, help="One of `annotator formats`."
)
@click.option(
    "--layer",
    metavar="gold|AUTHOR",
    help="Whose spans; else gold, or those of the only author who has any.",
)
@click.option(
    "--all",
    "every_article",
    is_flag=True,
    help="Take articles that are not ready too; jsonl takes them anyway and marks them.",
)
@json_option
def export(
    project: Path,
    out: Path,
    format_name: str,
    layer: str | None,
    every_article: bool,
    as_json: bool,
) -> None:
    """Write a dataset: gold, or the layers of one author.

    A file that is at OUT is replaced, once the new one is whole; a project never is.
    """
    from annotator.workflow.release import export as write

    with (
        opened(project, writable=False) as open_project,
        replacing_told(out),
        watched("Exporting") as progress,
    ):
        report = write(
            open_project, out, format_name, progress, author=layer, every_article=every_article
        )
    if as_json:
        say_json(
            {
                "articles": report.articles,
                "not_ready": report.not_ready,
                "spans": report.spans,
                "losses": [asdict(loss) for loss in report.losses],
            }
        )
    else:
        _say_export(report, out, format_name, every_article)


def _say_export(report: "ExportReport", out: Path, format_name: str, every_article: bool) -> None:
    from annotator.core.model import GOLD
    from annotator.formats import format_named

    whose = "gold" if report.layer == GOLD else f"the layer of {piece(report.layer)}"
    say(
        f"Wrote {counted(report.articles, 'article')} with {counted(report.spans, 'span')}"
        f" to {file_name(out)}: {whose}."
    )
    if report.not_ready:
        are = "are not ready" if report.layer == GOLD else "are not finished"
        left_out = not every_article and not format_named(format_name).takes_every_article
        fate = "left out (--all takes them)" if left_out else "written and marked so"
        say(f"{len(report.not_ready):,} {are}, {fate}: {names(report.not_ready)}.")
    for loss in report.losses:
        say(
            f"Lost in {piece(loss.article)}: {counted(loss.count, 'span')}"
            f" of {piece(loss.label)}, {piece(loss.kind)}."
        )


@click.command(epilog="\b\nExample:\n  annotator formats")
@json_option
def formats(as_json: bool) -> None:
    """List the formats, and what each cannot hold."""
    from annotator.formats import FORMATS

    if as_json:
        say_json({"formats": [_format_json(format) for format in FORMATS.values()]})
        return
    for format in FORMATS.values():
        say(f"{format.name} ({', '.join(format.suffixes)})")
        for line in _about(format):
            say(f"  {line}")


def _format_json(format: "Format") -> dict[str, object]:
    return {
        "name": format.name,
        "reads": format.read is not None,
        "writes": format.write is not None,
        "unit": format.unit,
        "nested": format.nested,
        "subword": format.subword,
        "values": format.values,
        "needs": format.needs,
    }


def _about(format: "Format") -> list[str]:
    does = [word for word, can in (("read", format.read), ("written", format.write)) if can]
    lines = [f"is {' and '.join(does)}"]
    if format.unit == "none":
        lines.append("holds no spans")
    else:
        lines.append(f"counts offsets in {format.unit}")
        held = (
            (format.nested, "nested and overlapping spans"),
            (format.subword, "spans that start or end inside a word"),
            (format.values, "values"),
        )
        cannot = [what for can, what in held if not can]
        lines.append(f"cannot hold {', '.join(cannot)}" if cannot else "holds everything")
    if format.needs:
        lines.append(f"needs the extra {format.needs}")
    return lines
