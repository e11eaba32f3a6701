"""Datasets out of a project, and the formats that there are."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.opening import PATH, UNITS, json_option, opened, project_argument
from annotator.cli.output import (
    counted,
    file_name,
    names,
    piece,
    replacing_told,
    say,
    say_json,
    say_losses,
    warn,
)
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.format import Format
    from annotator.workflow.datasets.export_report import ExportReport


class PieceSize(click.ParamType["int"]):
    """Sentences, which are 0, or the most tokens of a piece."""

    name = "pieces"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if str(value).casefold() == "sentences":
            return 0
        if not (str(value).isascii() and str(value).isdigit() and 0 < int(value) < 10**9):
            self.fail("write “sentences”, or how many tokens a piece may have.", param, ctx)
        return int(value)


@click.command(
    epilog="\b\nExample:\n  annotator export north.db gold.jsonl --format jsonl"
    "\n  annotator export north.db amal.jsonl --format jsonl --layer amal"
    "\n  annotator export north.db layers --format conll --each-author --cut sentences"
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
@click.option(
    "--labels", metavar="NAME,NAME…", help="Take the spans of these labels alone; else of all."
)
@click.option("--sure", is_flag=True, help="Leave out the spans of which their author is not sure.")
@click.option(
    "--unit",
    type=click.Choice(UNITS, case_sensitive=False),
    help="What offsets are to count, in formats that other programs read in several ways.",
)
@click.option(
    "--without-text",
    is_flag=True,
    help="Leave out texts, titles and quotes; hashes and offsets join the texts again. Notes,"
    " values and other details stay, whatever they quote.",
)
@click.option(
    "--cut",
    type=PieceSize(),
    metavar="sentences|N",
    help="Cut articles into sentences, or into pieces of at most N tokens, unless a word or a span"
    " alone has more; no span is cut, and how long somebody worked, which is known of the whole"
    " alone, is left out.",
)
@click.option(
    "--each-author",
    is_flag=True,
    help="Make a folder OUT with a dataset for each author who has a layer, machines left out.",
)
@click.option("--strict", is_flag=True, help="Write nothing if the format cannot hold all of it.")
@json_option
def export(
    project: Path,
    out: Path,
    format_name: str,
    layer: str | None,
    every_article: bool,
    labels: str | None,
    sure: bool,
    unit: str | None,
    without_text: bool,
    cut: int | None,
    each_author: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Write a dataset: gold, or the layers of one author, or of each.

    A file that is at OUT is replaced, once the new one is whole; a project never is.  A format of
    several files makes a folder, which must not be there yet.
    """
    from annotator.core.format import Unit, WritingOptions
    from annotator.core.pieces import Cutting
    from annotator.core.selection import Selection
    from annotator.workflow.datasets.exporting import LosesSome, export_each_author
    from annotator.workflow.datasets.exporting import export as write

    if each_author and layer is not None:
        raise click.UsageError("--each-author and --layer exclude each other.")
    cutting = None if cut is None else Cutting(cut or None)
    selection = Selection(layer, every_article, _labels(labels), sure, cutting)
    options = WritingOptions(Unit(unit) if unit else None, without_text)
    with (
        opened(project, writable=False) as open_project,
        replacing_told(out),
        watched("Exporting") as progress,
    ):
        how = (format_name, progress, selection)
        try:
            if each_author:
                reports = export_each_author(
                    open_project, out, *how, options=options, strict=strict
                )
            else:
                report = write(open_project, out, *how, options=options, strict=strict)
        except LosesSome as error:
            whole = "article" if cutting is None else "piece"
            say_losses(error.losses, tell=warn, whole=whole)
            raise
    if each_author:
        _tell_each(reports, out, as_json)
    elif as_json:
        say_json(_export_json(report))
    else:
        _say_export(report, out)


def _tell_each(reports: "Mapping[str, ExportReport]", out: Path, as_json: bool) -> None:
    if as_json:
        layers = [
            {"author": report.layer, "path": name} | _export_json(report)
            for name, report in reports.items()
        ]
        say_json({"layers": layers})
        return
    for name, report in reports.items():
        _say_export(report, out / name)


def _labels(given: str | None) -> frozenset[str] | None:
    """Return the names in a list with commas, if one was given."""
    if given is None:
        return None
    named = frozenset(filter(None, map(str.strip, given.split(","))))
    if not named:
        raise click.UsageError("--labels names no label.")
    return named


def _export_json(report: "ExportReport") -> dict[str, object]:
    return {
        "articles": report.articles,
        "pieces": report.pieces,
        "not_ready": report.not_ready,
        "spans": report.spans,
        "written": report.written,
        "left_out": report.left_out,
        "kept": report.kept,
        "losses": [
            {"article": one.article, "label": one.label, "kind": one.kind, "count": one.count}
            for one in report.losses
        ],
    }


def _say_export(report: "ExportReport", out: Path) -> None:
    from annotator.core.model import GOLD

    whose = "gold" if report.layer == GOLD else f"the layer of {piece(report.layer)}"
    cut = f" in {counted(report.pieces, 'piece')}" if report.pieces else ""
    of = f"{report.written:,} of " if report.written < report.spans else ""
    say(
        f"Wrote {counted(report.articles, 'article')}{cut} with"
        f" {of}{counted(report.spans, 'span')} to {file_name(out)}: {whose}."
    )
    if report.not_ready:
        are = "is" if len(report.not_ready) == 1 else "are"
        lacking = "not ready" if report.layer == GOLD else "not finished"
        takes = report.takes_unready
        fate = "written and marked so" if takes else "left out (--all takes them)"
        say(f"{len(report.not_ready):,} {are} {lacking}, {fate}: {names(report.not_ready)}.")
    if report.left_out:
        were = "was" if report.left_out == 1 else "were"
        say(f"{counted(report.left_out, 'span')} {were} not asked for and left out.")
    say_losses(report.losses, whole="piece" if report.pieces else "article")


@click.command(epilog="\b\nExample:\n  annotator formats")
@json_option
def formats(as_json: bool) -> None:
    """List the formats, and what each cannot hold."""
    from annotator.formats import FORMATS

    if as_json:
        say_json({"formats": [_format_json(format) for format in FORMATS.values()]})
        return
    for format in FORMATS.values():
        say(f"{format.name} ({_files(format)})")
        for line in _about(format):
            say(f"  {line}")


def _files(format: "Format") -> str:
    """Return what files it is in: of a folder those that are read out of it."""
    suffixes = ", ".join(format.suffixes)
    if not format.is_folder:
        return suffixes
    return f"a folder with {suffixes}" if suffixes else "a folder"


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


_OF_THE_REST = {
    "text": "the texts of articles",
    "split": "spans over several lines in one piece",
    "origin": "ids and how spans were drawn",
    "times": "when spans were drawn",
    "name": "names of articles and authors",
    "details": "notes, sources and other details of articles",
    "work": "reasons and guideline versions",
    "seconds": "time worked",
    "spacing": "the spacing of texts",
}
"""What else a format may not hold, by the kind of the loss."""
_HOLDS_ALL = "holds all that is said of articles and spans"


def _about(format: "Format") -> list[str]:
    from annotator.core.format import Unit

    does = [word for word, can in (("read", format.read), ("written", format.write)) if can]
    lines = [f"is {' and '.join(does)}"]
    if format.unit is Unit.NONE:
        lines.append("holds no spans")
    else:
        others = f" (by option in {', '.join(format.other_units)})" if format.other_units else ""
        lines.append(f"counts offsets in {format.unit}{others}")
        held = (
            (format.nested, "nested and overlapping spans"),
            (format.subword, "spans that start or end inside a word"),
            (format.values, "values"),
            (format.notes, "notes"),
            (format.certainty, "“not sure”"),
            *((kind not in format.left_behind, what) for kind, what in _OF_THE_REST.items()),
        )
        cannot = [what for can, what in held if not can]
        lines.append(f"cannot hold {', '.join(cannot)}" if cannot else _HOLDS_ALL)
    if format.needs:
        lines.append(f"needs the extra {format.needs}")
    return lines
