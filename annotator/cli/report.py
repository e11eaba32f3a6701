"""The report on a project, as one page."""

from pathlib import Path

import click

from annotator.cli.opening import PATH, opened, project_argument, rounds_option, seed_option
from annotator.cli.output import file_name, replacing_told, say
from annotator.cli.progress import watched


@click.command(
    epilog="\b\nExample:\n  annotator report north.db north.html"
    "\n  annotator report north.db north.html --language ar --blind"
)
@project_argument
@click.argument("out", type=PATH, metavar="OUT.html")
@click.option(
    "--language",
    type=click.Choice(["en", "ar"]),
    default="en",
    show_default=True,
    help="English or Arabic.",
)
@rounds_option
@seed_option
@click.option("--blind", is_flag=True, help="Call authors A, B, C.")
def report(project: Path, out: Path, language: str, rounds: int, seed: int, blind: bool) -> None:
    """Write a report to send to somebody: how far the work is, and how far authors agree.

    It is one page with all tables and charts in it, which needs no network and runs no script.
    Each figure tells what it means.  A file that is at OUT.html is replaced, once the new one is
    whole; a project never is.
    """
    from annotator.core.intervals import Bootstrap
    from annotator.workflow.figures.reporting import write_report

    with (
        opened(project, writable=False) as open_project,
        replacing_told(out),
        watched("Reporting") as progress,
    ):
        write_report(
            open_project,
            out,
            language,
            progress,
            bootstrap=Bootstrap(rounds, seed) if rounds else None,
            is_blind=blind,
        )
    say(f"The report is in {file_name(out)}.")
