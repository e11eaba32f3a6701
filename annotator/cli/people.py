"""Who works on a project."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.opening import json_option, opened, project_argument, warn_of_near_name
from annotator.cli.output import piece, say, say_json

if TYPE_CHECKING:
    from annotator.core.model import Author
    from annotator.store.project import Project

_ROLES = ("annotator", "lead", "machine")


@click.command(
    epilog="\b\nExample:\n  annotator authors north.db"
    "\n  annotator authors north.db --add salma --role salma lead"
)
@project_argument
@click.option("--add", "added", metavar="NAME", multiple=True, help="Add an annotator.")
@click.option(
    "--rename",
    "renamed",
    type=(str, str),
    metavar="OLD NEW",
    multiple=True,
    help="Give another name, in all layers too.",
)
@click.option(
    "--role",
    "roles",
    type=(str, click.Choice(_ROLES)),
    metavar="NAME ROLE",
    multiple=True,
    help="Make somebody an annotator, a lead or a machine (a program that marks).",
)
@click.option(
    "--retire",
    "retired",
    metavar="NAME",
    multiple=True,
    help="Let somebody go: no longer offered as an author.",
)
@click.option(
    "--return", "returned", metavar="NAME", multiple=True, help="Take somebody back who was let go."
)
@json_option
def authors(
    project: Path,
    added: tuple[str, ...],
    renamed: tuple[tuple[str, str], ...],
    roles: tuple[tuple[str, str], ...],
    retired: tuple[str, ...],
    returned: tuple[str, ...],
    as_json: bool,
) -> None:
    """List who works on a project, or change it.

    Each option can be given several times.  All is done, in the order of the options above, or
    nothing.  The layers of who is retired stay.
    """
    changing = bool(added or renamed or roles or retired or returned)
    with opened(project, writable=changing) as open_project:
        if changing:
            with open_project.writing():
                _change(open_project, added, renamed, roles)
                _let_go(open_project, retired, returned)
        found = _found(open_project)
    if as_json:
        say_json({"authors": [_author_json(author) for author in found]})
        return
    for author in found:
        say(f"{author.role.value:9}  {piece(author.name)}{', retired' * author.retired}")
    if not found:
        say("Nobody yet. Add somebody with --add NAME.")


def _change(
    project: "Project",
    added: tuple[str, ...],
    renamed: tuple[tuple[str, str], ...],
    roles: tuple[tuple[str, str], ...],
) -> None:
    from annotator.core.model import Role
    from annotator.workflow.people.authors import add_author, refuse_name, rename_author, set_role

    for name in added:
        refuse_name(name)
        warn_of_near_name(project, name)
        add_author(project, name, Role.ANNOTATOR)
    for old, new in renamed:
        rename_author(project, old, new)
    for name, role in roles:
        set_role(project, name, Role(role))


def _let_go(project: "Project", retired: tuple[str, ...], returned: tuple[str, ...]) -> None:
    from annotator.workflow.people.authors import retire

    for name in retired:
        retire(project, name, retired=True)
    for name in returned:
        retire(project, name, retired=False)


def _found(project: "Project") -> "list[Author]":
    from annotator.workflow.people.authors import list_authors

    return list_authors(project)


def _author_json(author: "Author") -> dict[str, object]:
    return {"name": author.name, "role": author.role.value, "retired": author.retired}
