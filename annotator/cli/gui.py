"""The window; the only command that loads Qt."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from annotator.cli.failures import Failed
from annotator.cli.opening import PATH, opened, warn_of_near_name
from annotator.cli.signals import end_at_once
from annotator.core.errors import shown


@click.command(epilog="\b\nExample:\n  annotator gui north.db --author amal")
@click.argument("project", type=PATH, required=False)
@click.option("--author", metavar="NAME", help="Who is at work; a new name is added.")
@click.pass_context
def gui(context: click.Context, project: Path | None, author: str | None) -> None:
    """Open the window, on a project or to choose one."""
    if project is not None and author is not None:
        _greet(project, author)
    _refuse_without_display(sys.platform, os.environ)
    end_at_once()  # before Qt is loaded, which swallows an exit in the midst of it
    try:
        from annotator.gui.app import run
    except ImportError as error:
        if not (error.name or "PySide6").startswith(("PySide6", "shiboken6")):
            raise
        raise Failed(
            f"The window needs Qt, which cannot be loaded: {shown(error)}."
            " All other commands run without it."
        ) from error
    context.exit(run(project, author))


def _greet(path: Path, author: str) -> None:
    """Refuse a name that nobody can bear; warn of one that looks like a slip."""
    from annotator.workflow.people.authors import refuse_name

    refuse_name(author)
    with opened(path, writable=False) as project:
        warn_of_near_name(project, author)


def _refuse_without_display(platform: str, variables: Mapping[str, str]) -> None:
    """Say what Qt would only tell on its way into an abort."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform.startswith(("linux", "freebsd")) and not any(map(variables.get, chosen)):
        raise Failed(
            "There is no display to open the window on. All other commands run without one;"
            " “annotator --help” lists them."
        )
