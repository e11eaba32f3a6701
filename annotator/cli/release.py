"""Releases: datasets with splits that do not leak, frozen in the project."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.failures import Failed
from annotator.cli.opening import (
    PATH,
    json_option,
    opened,
    project_argument,
    the_lead,
)
from annotator.cli.output import (
    counted,
    file_name,
    names,
    piece,
    say,
    say_json,
    say_losses,
    warn,
    warn_of_alike,
)
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from annotator.core.release import Order
    from annotator.workflow.datasets.release import ReleaseReport
    from annotator.workflow.datasets.release_diff import ReleaseDiff
    from annotator.workflow.datasets.release_plan import ReleasePlan

WAITS = {
    "nobody": "nobody has finished it",
    "authors": "others have yet to finish it",
    "conflicts": "conflicts are open",
    "single": "its only layer is not accepted",
    "aside": "it was set aside",
    "owner": "the author of the layer has yet to finish it",
}


@click.command(
    epilog="\b\nExample:\n  annotator release north.db north-v1 --format jsonl --format conll"
    "\n  annotator release north.db north-v2 --format jsonl --split 90/10 --by time --name v2"
)
@project_argument
@click.argument("out", type=PATH)
@click.option(
    "--format",
    "formats",
    metavar="NAME",
    multiple=True,
    required=True,
    help="One of `annotator formats`; may stand several times.",
)
@click.option(
    "--split",
    "shares",
    metavar="TRAIN/DEV/TEST",
    default="80/10/10",
    show_default=True,
    help="How large the splits are to be, in per cent or as weights like 8/1/1; 90/10 makes no"
    " dev, 100 train alone.",
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="The same seed makes the same splits."
)
@click.option(
    "--by",
    type=click.Choice(["random", "time", "outlet"]),
    default="random",
    show_default=True,
    help="What decides: chance, the day of publication, or the outlet.",
)
@click.option(
    "--layer", metavar="gold|AUTHOR", default="gold", show_default=True, help="Whose spans."
)
@click.option("--name", metavar="NAME", help="What it is called; else as OUT is.")
@click.option("--lead", metavar="NAME", help="Who releases, where there are several leads.")
@click.option("--licence", metavar="TEXT", default="", help="Under what terms it may be used.")
@click.option(
    "--together",
    metavar="ARTICLE,ARTICLE…",
    multiple=True,
    help="Articles that must share a split, by name or title, one with a comma in double quotes;"
    " may stand several times.",
)
@click.option(
    "--with-judged", is_flag=True, help="Add what leads judged and left out, as hard negatives."
)
@json_option
def release(
    project: Path,
    out: Path,
    formats: tuple[str, ...],
    shares: str,
    seed: int,
    by: str,
    layer: str,
    name: str | None,
    lead: str | None,
    licence: str,
    together: tuple[str, ...],
    with_judged: bool,
    as_json: bool,
) -> None:
    """Release a dataset: what is ready, in train, dev and test, in every format that is wanted.

    Articles that tell the same story share a split, and an article stays in the split that it had
    in an earlier release.  OUT is a new folder.
    """
    from annotator.core.release import Order, group_of, shares_of
    from annotator.core.splits import SplitBy
    from annotator.workflow.datasets.release import release as do_release

    order = Order(
        name=out.name if name is None else name,
        formats=formats,
        shares=shares_of(shares),
        seed=seed,
        by=SplitBy(by),
        layer=layer,
        together=tuple(map(group_of, together)),
        licence=licence,
        with_judged=with_judged,
    )
    with opened(project, writable=True) as open_project:
        chosen = the_lead(open_project, lead, "releases", "--lead")
        with watched("Releasing") as progress:
            report = do_release(open_project, out, order, chosen, progress)
    if as_json:
        say_json(_json(report))
    else:
        _say(report, out, order)


def _json(report: "ReleaseReport") -> dict[str, object]:
    plan = report.plan
    return {
        "name": report.name,
        "splits": {
            split: {"articles": there.articles, "spans": there.spans}
            for split, there in plan.figures.items()
        },
        "highest_similarity": plan.highest and plan.highest.similarity,
        "most_within": plan.most_within and plan.most_within.share,
        "near_duplicates": plan.same_story,
        "empty": plan.empty,
        "moved": {name: list(splits) for name, splits in plan.moved.items()},
        "stayed": plan.stayed,
        "together": [list(group) for group in plan.together],
        "out_of_time": plan.out_of_time,
        "parted_outlets": plan.parted_outlets,
        "not_ready": {name: list(waits) for name, waits in plan.not_ready.items()},
        "bridging": [{"article": one.article, "near": one.near} for one in plan.bridging],
        "judged": report.judged,
        "losses": {
            name: [
                {"article": one.article, "label": one.label, "kind": one.kind, "count": one.count}
                for one in losses
            ]
            for name, losses in report.losses.items()
        },
    }


def _say(report: "ReleaseReport", out: Path, order: "Order") -> None:
    plan = report.plan
    say(f"Released {piece(report.name)} to {file_name(out)}.")
    for split, there in plan.figures.items():
        labels = ", ".join(f"{piece(label)} {count:,}" for label, count in there.spans.items())
        told = f": {labels}" if labels else ""
        say(f"  {split}: {counted(there.articles, 'article')}{told}")
    _say_splits(plan)
    _say_alike(plan)
    for wait, told in WAITS.items():
        waiting = [name for name, waits in plan.not_ready.items() if wait in waits]
        if waiting:
            say(f"Left out, {told}: {names(waiting)}.")
    for bridging in plan.bridging:
        say(
            f"Left out, it belongs with {piece(bridging.near)}, which is in another split:"
            f" {piece(bridging.article)}."
        )
    if report.judged is not None:
        say(f"Ruled out by leads, beside it: {counted(sum(report.judged.values()), 'span')}.")
    for name, losses in report.losses.items():
        if losses:
            say(f"{name}:")
            say_losses(losses, indent="  ")


def _say_splits(plan: "ReleasePlan") -> None:
    """Say what is not as one would think of the splits that were asked for."""
    for split in plan.empty:
        warn(f"Nothing is in {split}: there are too few articles, or they had to share a split.")
    if plan.stayed:
        say(f"Kept in the split of an earlier release: {counted(plan.stayed, 'article')}.")
    if plan.out_of_time:
        warn(
            f"{counted(plan.out_of_time, 'article')} in later splits are older than the newest one"
            " of an earlier split: they were released there, or tell the story of a newer one."
        )
    if plan.parted_outlets:
        warn(
            f"{counted(plan.parted_outlets, 'outlet')} had articles in several splits in an earlier"
            " release and keep them there, so the test is not on outlets never seen."
        )
    for moved in sorted(set(plan.moved.values())):
        some = [name for name, splits in plan.moved.items() if splits == moved]
        say(f"Moved from {moved[0]} to {moved[1]} since the last release: {names(some)}.")


def _say_alike(plan: "ReleasePlan") -> None:
    """Say how like each other the splits are, so far as was looked."""
    highest, within = plan.highest, plan.most_within
    if highest:
        say(
            f"Most alike across splits: {piece(highest.article)} and {piece(highest.other)} share"
            f" {highest.similarity:.1%} of their words in threes."
        )
    else:
        say("No two articles in different splits were found to share three words in a row.")
    if within:
        say(
            f"Most of one article within another of another split: {within.share:.1%} of"
            f" {piece(within.article)}, in {piece(within.longer)}."
        )


@click.command(epilog="\b\nExample:\n  annotator verify north-v1")
@click.argument("out", type=PATH)
@json_option
def verify(out: Path, as_json: bool) -> None:
    """Read a release again: checksums, contents, quotes, splits, and whether anything leaks."""
    from annotator.workflow.datasets.verifying import verify as do_verify

    with watched("Verifying") as progress:
        report = do_verify(out, progress)
    if as_json:
        say_json(
            {
                "ok": not report.problems,
                "name": report.name,
                "files": report.files,
                "articles": report.articles,
                "spans": report.spans,
                "read": report.read,
                "not_read": list(report.not_read),
                "needs": {name: extra for name, extra in report.not_read.items() if extra},
                "textless": report.textless,
                "problems": [str(problem) for problem in report.problems],
            }
        )
    else:
        warn_of_alike((problem.template, str(problem)) for problem in report.problems)
        say(
            f"{piece(report.name)}: {counted(report.files, 'file')}, "
            f"{counted(report.articles, 'article')}; {counted(report.spans, 'span')} read again"
            f" from {', '.join(report.read) or 'no format'}."
        )
        for name, extra in report.not_read.items():
            why = (
                f"that needs the extra {extra} (pip install annotator[{extra}])"
                if extra
                else "this program does not know that format"
            )
            say(f"{piece(name)} was not looked into: {why}. The hashes of its files were compared.")
        if report.textless:
            say(
                f"Nothing that was read again holds the texts of"
                f" {counted(report.textless, 'article')}: whether these leak was not looked at."
            )
    if report.problems:
        raise Failed(f"{counted(len(report.problems), 'problem')} found.")


@click.command(epilog="\b\nExample:\n  annotator diff north-v1 north-v2")
@click.argument("older", type=PATH, metavar="OUT1")
@click.argument("newer", type=PATH, metavar="OUT2")
@json_option
def diff(older: Path, newer: Path, as_json: bool) -> None:
    """Tell what a release has that another has not: articles and spans added, removed, changed."""
    from annotator.workflow.datasets.release_diff import diff as do_diff

    found = do_diff(older, newer)
    if as_json:
        say_json(
            {
                "added": found.added,
                "removed": found.removed,
                "moved": {name: list(splits) for name, splits in found.moved.items()},
                "renamed": found.renamed,
                "changed": {
                    name: {"added": added, "removed": removed}
                    for name, (added, removed) in found.changed.items()
                },
                "said_otherwise": found.said_otherwise,
                "spans_added": found.spans_added,
                "spans_removed": found.spans_removed,
            }
        )
        return
    _say_diff(found)


def _say_diff(found: "ReleaseDiff") -> None:
    if found == type(found)():
        say("The two releases hold the same.")
    for told, some in (("Added", found.added), ("Removed", found.removed)):
        if some:
            say(f"{told}: {counted(len(some), 'article')}: {names(some)}.")
    for name, (was, now) in found.moved.items():
        say(f"Moved from {was} to {now}: {piece(name)}.")
    for was, now in found.renamed.items():
        say(f"Renamed: {piece(was)} is {piece(now)} now.")
    if found.changed:
        say(f"Changed: {counted(len(found.changed), 'article')}: {names(list(found.changed))}.")
    if found.said_otherwise:
        count = sum(found.said_otherwise.values())
        say(
            f"Of another value, note or doubt: {counted(count, 'span')} in"
            f" {counted(len(found.said_otherwise), 'article')}:"
            f" {names(list(found.said_otherwise))}."
        )
    for told, spans in (("added", found.spans_added), ("removed", found.spans_removed)):
        for label, count in sorted(spans.items()):
            say(f"  {counted(count, 'span')} of {piece(label)} {told}.")
