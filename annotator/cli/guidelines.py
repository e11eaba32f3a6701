"""The guidelines of a project."""

from pathlib import Path

import click

from annotator.cli.failures import naming
from annotator.cli.opening import PATH, json_option, opened, project_argument
from annotator.cli.output import piece, printable, say, say_json


@click.command(
    epilog="\b\nExample:\n  annotator guidelines north.db"
    "\n  annotator guidelines north.db --set ours.md --version 2 --author salma"
)
@project_argument
@click.option("--set", "file", type=PATH, metavar="FILE", help="Put this Markdown in force.")
@click.option("--version", metavar="V", help="Its version, if its first line names none.")
@click.option("--author", metavar="NAME", help="The lead who does it; asked for by --set.")
@json_option
def guidelines(
    project: Path, file: Path | None, version: str | None, author: str | None, as_json: bool
) -> None:
    """Show the guidelines in force, or put others in force.

    FILE is Markdown.  Its first line may name its version: <!-- version: 2 -->.  That is stamped
    on each layer that is finished from then on.
    """
    from annotator.workflow.people.authors import refuse_unless_lead
    from annotator.workflow.project.guidelines import guidelines as in_force
    from annotator.workflow.project.guidelines import guidelines_in, set_guidelines

    if file is None and (version or author):
        raise click.UsageError("--version and --author belong to --set FILE.")
    with opened(project, writable=file is not None) as open_project:
        if file is not None:
            if author is None:
                raise click.UsageError("Say which lead does it with --author NAME.")
            refuse_unless_lead(open_project, author)
            with naming(file):
                text, named = guidelines_in(file)
            chosen = version or named
            if chosen is None:
                raise click.UsageError("The file names no version. Say which with --version V.")
            set_guidelines(open_project, author, text, chosen)
        found = in_force(open_project, "en")
    if as_json:
        say_json({"version": found.version, "own": found.is_own, "text": found.text})
        return
    whose = "of the project" if found.is_own else "of the program"
    say(f"Version {piece(found.version)}, {whose}.")
    if file is None:
        say()
        for line in found.text.split("\n"):
            say(printable(line))
