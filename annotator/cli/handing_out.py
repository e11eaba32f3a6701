"""Who works on what: articles are handed out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.opening import (
    json_option,
    opened,
    project_argument,
    the_lead,
    warn_of_near_name,
)
from annotator.cli.output import counted, piece, say, say_json, warn

if TYPE_CHECKING:
    from annotator.workflow.assigning import AssignReport

_SHARE = 0.2


class _Names(click.ParamType[tuple[str, ...]]):
    """Names, with commas between them."""

    name = "names"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        names = tuple(name.strip() for name in str(value).split(","))
        if not all(names):
            self.fail("give names with commas between them: amal,nasser", param, ctx)
        return names


@click.command(
    epilog="\b\nExample:\n  annotator assign north.db --authors amal,nasser,salma --per-article 2"
)
@project_argument
@click.option(
    "--authors",
    type=_Names(),
    required=True,
    metavar="NAME,NAME…",
    help="Who gets articles; who is new is added.",
)
@click.option(
    "--per-article",
    type=click.IntRange(min=1),
    help="How many authors get an article that is to be compared.  [default: 2]",
)
@click.option(
    "--share",
    type=click.FloatRange(0, 1),
    default=_SHARE,
    show_default=True,
    help="The share of all articles that are to be compared; one at least.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another number, another lot.")
@click.option("--lead", metavar="NAME", help="The lead who assigns; need not be said of one.")
@json_option
def assign(
    project: Path,
    authors: tuple[str, ...],
    per_article: int | None,
    share: float,
    seed: int,
    lead: str | None,
    as_json: bool,
) -> None:
    """Hand out the articles that nobody has yet: evenly, by chance that can be repeated.

    A share of all articles goes to several authors each, so that one can know how far they agree;
    every other article goes to one.  Articles that somebody has stay as they are: after an import,
    assign again and only what is new is handed out.  Who has begun an article gets it.

    An article waits for all who have it.  It is one act on the project, which can be taken back
    in the window.
    """
    from annotator.core.assigning import Plan
    from annotator.workflow.assigning import assign as hand_out

    plan = Plan(authors, per_article or min(2, len(authors)), share, seed)
    with opened(project, writable=True) as open_project:
        name = lead or the_lead(open_project, "assigns", "--lead")
        for author in authors:
            warn_of_near_name(open_project, author)
        report = hand_out(open_project, name, plan)
    if as_json:
        say_json(_assigned_json(report))
        return
    for author, count in report.now.items():
        say(f"{piece(author)}: {counted(count, 'article')}, {report.new[author]:,} new")
    say(f"{counted(report.articles, 'article')} handed out.")
    if not report.shared:
        warn("Note: no article has two authors, so nobody can know how far they agree.")


def _assigned_json(report: "AssignReport") -> dict[str, object]:
    return {
        "articles": report.articles,
        "shared": report.shared,
        "authors": [
            {"author": author, "articles": count, "new": report.new[author]}
            for author, count in report.now.items()
        ],
    }
