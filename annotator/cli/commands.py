"""All commands, and how the program runs one of them.

``annotator --help`` loads every module of this folder: what is heavy, they import when it is used.
"""

import os
import sys

import click

from annotator import __version__
from annotator.cli.agreement import agreement
from annotator.cli.articles import import_
from annotator.cli.datasets import export, formats
from annotator.cli.failures import Commands, Failed, failed_output
from annotator.cli.feedback import feedback
from annotator.cli.gui import gui
from annotator.cli.guidelines import guidelines
from annotator.cli.handing_out import assign, merge, pack
from annotator.cli.labels import labels
from annotator.cli.output import spare_the_terminal
from annotator.cli.people import authors
from annotator.cli.projects import backup, check, demo, init, status
from annotator.cli.registry import registry
from annotator.cli.release import diff, release, verify
from annotator.cli.report import report
from annotator.cli.review import conflicts, decide
from annotator.cli.show import show
from annotator.cli.signals import tidy_up_at_the_end
from annotator.cli.suggesting import evaluate, suggest, train
from annotator.cli.sweep import sweep


@click.group(
    cls=Commands,
    invoke_without_command=True,
    epilog="\b\nExample:\n  annotator demo\n  annotator gui annotator-demo/demo.db --author amal",
)
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def commands(context: click.Context) -> None:
    """Label right-to-left news articles, settle where people differ, release gold datasets.

    Without a command the window opens.
    """
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        context.color = False
    if context.invoked_subcommand is None:
        context.invoke(gui)


for command in (
    gui,
    init,
    import_,
    export,
    formats,
    status,
    authors,
    agreement,
    guidelines,
    labels,
    registry,
    assign,
    pack,
    merge,
    conflicts,
    decide,
    sweep,
    suggest,
    train,
    evaluate,
    release,
    verify,
    diff,
    report,
    feedback,
    show,
    check,
    backup,
    demo,
):
    commands.add_command(command)


def run() -> None:
    """Run the command that the program was started with, and exit with its code."""
    tidy_up_at_the_end()
    spare_the_terminal()
    try:
        commands.main(prog_name="annotator")
    except OSError as error:  # help that cannot be printed; commands see to their own output
        failed: Failed = failed_output(error)
        failed.show()
        sys.exit(failed.exit_code)
