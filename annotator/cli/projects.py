"""A project as a whole: made, counted, checked, copied, and the demo."""

import shlex
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.failures import Failed, naming
from annotator.cli.opening import PATH, json_option, opened, project_argument
from annotator.cli.output import counted, file_name, piece, say, say_json, say_table
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from annotator.core.model import Status
    from annotator.workflow.projects import ProjectStatus

    Layers = list[tuple[str, Status, int]]

_DEMO_FOLDER = Path("annotator-demo")


_INIT_HELP = """Make a project: one file that holds all.

\b
A label in FILE.toml, one [[label]] for each, in their order:
  [[label]]
  name = "base"                           # never changes; letters, digits, _ . -
  shown = { en = "base", ar = "قاعدة" }   # what people see
  colour = "#1565c0"
  key = "1"                               # one digit or small Latin letter
  value = "entry"                         # date, number, entry, text or none
  reader = "base"                         # which rules belong to it; may be left out
"""


@click.command(
    help=_INIT_HELP,
    epilog="\b\nExample:\n  annotator init north.db --lead salma"
    "\n  annotator init north.db --labels labels.toml",
)
@project_argument
@click.option("--labels", type=PATH, metavar="FILE.toml", help="Labels of your own, in TOML.")
@click.option(
    "--lead", metavar="NAME", help="Who leads: settles what annotators differ on, changes labels."
)
def init(project: Path, labels: Path | None, lead: str | None) -> None:
    """Make a project: one file that holds all."""
    from annotator.workflow.projects import init as make

    with naming(labels) if labels else nullcontext():
        make(project, labels=labels, lead=lead)
    say(f"Made {file_name(project)}.")


@click.command(epilog="\b\nExample:\n  annotator status north.db")
@project_argument
@json_option
def status(project: Path, as_json: bool) -> None:
    """Count what is in a project and how far it is.

    What machines made is told apart, if they made anything; in JSON it is among all layers and
    spans too.  An article is ready once all is settled on which its authors differ.
    """
    from annotator.workflow.projects import status as count

    with opened(project, writable=False) as open_project, watched("Comparing layers") as progress:
        found = count(open_project, progress)
    if as_json:
        told: dict[str, object] = {
            "articles": found.articles,
            "ready": found.ready,
            "layers": _layers_json(found.layers),
            "spans": found.spans,
            "conflicts_open": found.conflicts_open,
        }
        if found.machine_layers:
            told["machines"] = {
                "layers": _layers_json(found.machine_layers),
                "spans": found.machine_spans,
            }
        say_json(told)
    else:
        _say_status(found)


def _say_status(found: "ProjectStatus") -> None:
    say(
        f"{counted(found.articles, 'article')}, {found.ready:,} ready,"
        f" {counted(found.conflicts_open, 'open conflict')}"
    )
    layers = [row for row in found.layers if row not in found.machine_layers]
    spans = {one: count - found.machine_spans.get(one, 0) for one, count in found.spans.items()}
    if layers:
        _say_layers("Layers", layers)
    _say_spans("Spans of all authors", spans)
    if found.machine_layers:
        _say_layers("Layers of machines", found.machine_layers)
        _say_spans("Spans of machines", found.machine_spans)


def _layers_json(layers: "Layers") -> list[dict[str, object]]:
    return [
        {"author": author, "status": status.value, "count": number}
        for author, status, number in layers
    ]


def _say_layers(title: str, layers: "Layers") -> None:
    say(f"\n{title}")
    say_table((count, f"{status}, {piece(author)}") for author, status, count in layers)


def _say_spans(title: str, spans: dict[str, int]) -> None:
    say(f"\n{title}")
    say_table((count, piece(label)) for label, count in spans.items())


@click.command(epilog="\b\nExample:\n  annotator check north.db")
@project_argument
@json_option
def check(project: Path, as_json: bool) -> None:
    """Tell whether a project file is whole.

    Lists what is damaged, and exits with 1 if anything is.
    """
    from annotator.workflow.projects import find_damage

    problems: list[str] = []
    count = 0
    with watched("Checking") as progress:
        for damage in find_damage(project, progress):
            count += 1
            if as_json:
                problems.append(str(damage))
            else:
                say(str(damage))
    if as_json:
        say_json({"ok": not problems, "problems": problems})
    elif not count:
        say(f"{file_name(project)} is whole.")
    if count:
        raise Failed(
            f"{file_name(project)} is damaged ({counted(count, 'problem')})."
            " Keep a copy of it, and go on with your last backup."
        )


@click.command(epilog="\b\nExample:\n  annotator backup north.db north-monday.db")
@project_argument
@click.argument("out", type=PATH)
def backup(project: Path, out: Path) -> None:
    """Copy a project safely, also while it is in use.

    Nothing is overwritten: OUT must not be there yet.
    """
    with opened(project, writable=False) as open_project, watched("Copying") as progress:
        open_project.backup(out, progress)
    say(f"Copied to {file_name(out)}.")


@click.command(epilog="\b\nExample:\n  annotator demo ~/try-annotator")
@click.argument("folder", type=PATH, default=_DEMO_FOLDER)
def demo(folder: Path) -> None:
    """Make a project to try things on.

    Two annotators have finished six articles, a lead is to settle where they differ.  It comes
    to lie in FOLDER, by default annotator-demo in the current folder.
    """
    from annotator.workflow.projects import DEMO_AUTHORS, DEMO_LEAD, make_demo

    with watched("Making the demo") as progress:
        path = make_demo(folder, progress)
    shown = shlex.quote(file_name(path))
    say(f"Made {file_name(path)}: {' and '.join(DEMO_AUTHORS)} annotate, {DEMO_LEAD} leads.")
    say("\nWhat to do next:")
    say(f"  annotator gui {shown} --author {DEMO_AUTHORS[0]}")
    say(f"  annotator gui {shown} --author {DEMO_LEAD}")
    say(f"  annotator status {shown}")
    say(f"  annotator export {shown} gold.jsonl --format jsonl")
