"""Who works on what: articles are handed out, and put into files to be worked on elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.opening import (
    PATH,
    json_option,
    opened,
    project_argument,
    the_lead,
    warn_of_near_name,
)
from annotator.cli.output import counted, file_name, piece, say, say_json, warn
from annotator.cli.progress import watched

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


@click.command(epilog="\b\nExample:\n  annotator pack north.db amal.db --author amal")
@project_argument
@click.argument("out", type=PATH)
@click.option("--author", metavar="NAME", required=True, help="Whose articles are put into it.")
@json_option
def pack(project: Path, out: Path, author: str, as_json: bool) -> None:
    """Make a project file with the articles of one author, to be worked on elsewhere.

    It holds that author's articles and layers, the labels, the guidelines and the registry, and
    nothing that others have marked.  The author opens it like any project, and sends it back:
    “annotator merge” takes the work from it.  Where nothing is assigned it has all articles.

    Nothing is overwritten: OUT must not be there yet.
    """
    from annotator.workflow.packs import make_pack

    with opened(project, writable=False) as open_project, watched("Packing") as progress:
        report = make_pack(open_project, out, author, progress)
    if as_json:
        say_json({"pack": report.id, "articles": report.articles, "spans": report.spans})
    else:
        say(f"Packed {counted(report.articles, 'article')} into {file_name(out)}.")
