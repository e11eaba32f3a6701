"""Who works on what: articles are handed out, and put into files to be worked on elsewhere."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.failures import fail_if_refused
from annotator.cli.opening import (
    PATH,
    json_option,
    opened,
    project_argument,
    the_lead,
    warn_of_near_name,
)
from annotator.cli.output import counted, file_name, piece, plain_path, say, say_json, warn
from annotator.cli.progress import watched
from annotator.cli.qualifying import end_tests, give_tests

if TYPE_CHECKING:
    from annotator.core.merging import ToldClash
    from annotator.workflow.exchange.returned_work import MergeReport
    from annotator.workflow.handing.assigning import AssignReport

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
    epilog="\b\nExample:\n  annotator assign north.db --authors amal,nasser,salma --per-article 2\n"
    "  annotator assign north.db --authors rania --qualification --count 10 --seed 3\n"
    "  annotator assign north.db one.txt two.txt --authors rania --qualification"
)
@project_argument
@click.argument("articles", nargs=-1, metavar="[ARTICLE]…")
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
    help="How many authors get an article that is to be compared; of several, two at least."
    "  [default: 2]",
)
@click.option(
    "--share",
    type=click.FloatRange(0, 1),
    help=f"The share of all articles that are to be compared; one at least.  [default: {_SHARE}]",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another number, another lot.")
@click.option(
    "--qualification", is_flag=True, help="Give the ARTICLEs, or --count others, as a test."
)
@click.option(
    "--count", type=click.IntRange(min=1), help="How many articles a test has, taken by lot."
)
@click.option("--end-qualification", is_flag=True, help="End the tests of these authors.")
@click.option("--lead", metavar="NAME", help="The lead who assigns; need not be said of one.")
@json_option
def assign(
    project: Path,
    articles: tuple[str, ...],
    authors: tuple[str, ...],
    per_article: int | None,
    share: float | None,
    seed: int,
    qualification: bool,
    count: int | None,
    end_qualification: bool,
    lead: str | None,
    as_json: bool,
) -> None:
    """Hand out the articles that nobody has yet: evenly, by chance that can be repeated.

    A share of all articles goes to several authors each, so that one can know how far they agree;
    every other article goes to one.  Articles that somebody has stay as they are: after an import,
    assign again and only what is new is handed out.  Who has begun an article gets it.

    From then on annotators see the articles that they have and no others, also those who have
    none; leads see all.  An article waits for all who have it.  It is one act on the project, which
    can be taken back in the window.

    With --qualification each of the authors gets articles with settled gold as a test instead:
    those that are named, or --count of them by lot.  What they mark there never counts for gold,
    agreement or anything else, also when the test has ended; each sees how gold differs once all
    of it is finished, or has ended (“annotator feedback”); what is finished stays as it is.
    """
    _refuse_mixed(articles, count, qualification=qualification, ends=end_qualification)
    if qualification or end_qualification:
        if per_article is not None or share is not None:
            raise click.UsageError("--per-article and --share do not go with tests.")
        with opened(project, writable=True) as open_project:
            name = the_lead(open_project, lead, "assigns", "--lead")
            if qualification:
                lot = (count or 0, seed)
                give_tests(open_project, name, authors, articles, lot, as_json=as_json)
            else:
                end_tests(open_project, name, authors, as_json=as_json)
        return
    share = _SHARE if share is None else share
    _hand_out(project, (authors, per_article, share, seed), lead, as_json=as_json)


def _refuse_mixed(
    articles: tuple[str, ...], count: int | None, *, qualification: bool, ends: bool
) -> None:
    if qualification and ends:
        raise click.UsageError("Give one of --qualification and --end-qualification.")
    if (articles or count) and not qualification:
        raise click.UsageError("ARTICLE and --count go with --qualification.")
    if qualification and bool(articles) == bool(count):
        raise click.UsageError("A test has the ARTICLEs that you name, or --count of them.")


def _hand_out(
    project: Path,
    planned: tuple[tuple[str, ...], int | None, float, int],
    lead: str | None,
    *,
    as_json: bool,
) -> None:
    from annotator.core.assigning import HandingPlan
    from annotator.workflow.handing.assigning import assign as hand_out

    authors, per_article, share, seed = planned
    plan = HandingPlan(authors, per_article or min(2, len(authors)), share, seed)
    with opened(project, writable=True) as open_project:
        name = the_lead(open_project, lead, "assigns", "--lead")
        for author in authors:
            warn_of_near_name(open_project, author)
        report = hand_out(open_project, name, plan)
    if as_json:
        say_json(_assigned_json(report))
        return
    for author, count in report.now.items():
        who = f"{piece(author)} (a new author)" if author in report.added else piece(author)
        say(f"{who}: {counted(count, 'article')}, {report.new[author]:,} new")
    say(f"{counted(report.articles, 'article')} handed out.")
    if not report.shared:
        warn("Note: no article has two authors, so nobody can know how far they agree.")


def _assigned_json(report: "AssignReport") -> dict[str, object]:
    return {
        "articles": report.articles,
        "shared": report.shared,
        "added": report.added,
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
    of what the author has finished and is settled, how gold differs and the lead's reasons; else
    nothing that others have marked.  The author opens it like any project, and sends it back:
    “annotator merge” takes the work from it.  Where nothing is assigned it has all articles.

    Nothing is overwritten: OUT must not be there yet.
    """
    from annotator.workflow.exchange.packs import make_pack

    with opened(project, writable=False) as open_project, watched("Packing") as progress:
        report = make_pack(open_project, out, author, progress)
    if as_json:
        say_json({"pack": report.id, "articles": report.articles, "spans": report.spans})
    else:
        say(f"Packed {counted(report.articles, 'article')} into {file_name(out)}.")


@click.command(
    epilog="\b\nExample:\n  annotator merge north.db amal.db nasser.db\n  annotator merge north.db"
)
@project_argument
@click.argument("files", type=PATH, nargs=-1, metavar="[FILE]…")
@click.option("--lead", metavar="NAME", help="The lead who merges; need not be said of one.")
@json_option
def merge(project: Path, files: tuple[Path, ...], lead: str | None, as_json: bool) -> None:
    """Take back the work in packs; without a FILE list what was changed in two places.

    What either side changed since the pack was made, or last merged, is kept; where both changed
    the same, nothing is lost and it is listed for a lead.  Packs come in any order, late, in parts
    and twice: what was taken already changes nothing.  Decisions stay, unless something new comes
    where one was taken.

    What cannot be taken, a file or an article, is named, and the rest is done.  It is one act on
    the project, which can be taken back in the window.
    """
    from annotator.workflow.exchange.returned_work import MergeReport
    from annotator.workflow.exchange.returns import clashes, merge_packs, refuse_in_pack

    if not files:
        with opened(project, writable=False) as open_project:
            report = MergeReport(clashes=clashes(open_project))
    else:
        with opened(project, writable=True) as open_project, watched("Merging") as progress:
            refuse_in_pack(open_project)
            name = the_lead(open_project, lead, "merges", "--lead")
            report = merge_packs(open_project, name, files, progress)
    if as_json:
        say_json(_merged_json(report))
    elif report.packs or not files:
        _say_merged(report, is_list=not files)
    told = [f"{file_name(path)}: {why}" for path, why in report.refused]
    fail_if_refused(told, "" if report.packs else "{count} were refused; nothing was merged.")


def _merged_json(report: "MergeReport") -> dict[str, object]:
    return {
        "packs": report.packs,
        "layers": report.layers,
        "spans": {
            "added": report.added,
            "changed": report.changed,
            "removed": report.removed,
        },
        "questions": report.questions,
        "clashes": [_clash_json(one) for one in report.clashes],
        "refused": [{"path": plain_path(path), "why": str(why)} for path, why in report.refused],
    }


def _clash_json(one: "ToldClash") -> dict[str, object]:
    return {
        "article": one.article or None,
        "author": one.author,
        "kind": one.clash.kind.value,
        "what": one.clash.what,
        "versions": list(map(json.loads, one.clash.versions)),
    }


def _say_merged(report: "MergeReport", *, is_list: bool) -> None:
    from annotator.core.merging import ClashKind

    for one in report.clashes:
        where = ", ".join(map(piece, filter(None, (one.article, one.author)))) or "registry"
        say(f"{one.clash.kind.value:6}  {where}")
        for version in map(json.loads, one.clash.versions):
            say(f"    {_version(version)}")
        if one.clash.kind is ClashKind.STATUS and not is_list:
            say(f"{where}: in progress again, since both sides changed its status")
    if not is_list:
        say(
            f"Merged {counted(report.packs, 'pack')}: {counted(report.layers, 'layer')} changed,"
            f" {counted(report.added, 'span')} added, {report.changed:,} changed,"
            f" {report.removed:,} removed."
        )
        if report.questions:
            say(f"{counted(report.questions, 'question')} to the lead came along.")
    say(f"{counted(len(report.clashes), 'thing was', 'things were')} changed in two places.")


def _version(told: dict[str, Any] | str | None) -> str:
    """Say in one line what one side made of something."""
    if told is None:
        return "nothing"
    if isinstance(told, str):
        return piece(told)
    if "quote" in told:
        value = f" {json.dumps(told['value'], ensure_ascii=False)}" if told["value"] else ""
        return f"{told['label']} {told['start']}–{told['end']} {piece(told['quote'])}{value}"
    return piece(told.get("status") or told.get("name") or "")
