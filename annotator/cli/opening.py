"""The project that a command works on, and the options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.failures import Failed
from annotator.cli.output import piece, warn

if TYPE_CHECKING:
    from annotator.store.project import Project


class _Path(click.Path):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        # Path would make the current folder of it; a variable of a shell that is not set does it.
        if value == "":
            self.fail("it is empty.", param, ctx)
        return super().convert(value, param, ctx)


PATH = _Path(path_type=Path)
"""Whether it exists is for the use case to say: that is no wrong usage."""

UNITS = ("code points", "UTF-16", "graphemes")
"""What offsets may count in files that other programs read and write in several ways."""

project_argument = click.argument("project", type=PATH)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
rounds_option = click.option(
    "--rounds",
    type=click.IntRange(0, 100_000),
    default=1000,
    show_default=True,
    help="How many samples the intervals are made from; 0 for none.",
)
seed_option = click.option(
    "--seed", type=int, default=0, show_default=True, help="The same seed draws the same samples."
)


def pairs_of(
    context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    """Return what an option that is written as its metavar, A=B, and may stand often, says."""
    pairs: dict[str, str] = {}
    for pair in given:
        old, equals, new = pair.partition("=")
        if not (old and equals and new) or old in pairs:
            shape = option.make_metavar(context)
            first, _, _ = shape.partition("=")
            raise click.BadParameter(
                f"write it as {shape}, once for each {first}.", context, option
            )
        pairs[old] = new
    return pairs


def opened(path: Path, *, writable: bool) -> "Project":
    """Open the project at ``path``; what only reads also works on a read-only file."""
    from annotator.store.project import Project

    return Project.open(path, writable=writable)


def warn_of_near_name(project: "Project", name: str) -> None:
    """Say on standard error if ``name`` is new and nearly that of a known author."""
    from annotator.workflow.people.authors import near_name

    near = near_name(project, name)
    if near:
        warn(
            f"Note: {piece(near.new)} is a new author, but there is {piece(near.known)}."
            f" Was that a slip?"
        )


def the_lead(project: "Project", named: str | None, does: str, option: str) -> str:
    """Return who ``does`` what only a lead may: the one ``named``, else the only one there is.

    Raises:
        Failed: if there are several, or none, and none is named by the ``option``.
    """
    if named is not None:
        return named
    from annotator.workflow.exchange.packs import pack_of
    from annotator.workflow.people.authors import list_authors

    leads = [one for one in list_authors(project) if one.is_lead and not one.retired]
    if not leads and pack_of(project):
        raise Failed("This project is a pack, which has no lead. Do that in the whole project.")
    if not leads:
        raise Failed(
            "The project has no lead yet. Make one:"
            " “annotator authors PROJECT --add NAME --role NAME lead”."
        )
    if len(leads) != 1:
        raise Failed(f"Say which lead {does} with {option} NAME; see “annotator authors”.")
    return leads[0].name
