"""What exports and releases hold and lose, as much of it as a window can show.

It comes from another process: of an export that loses a hundred thousand things, to unpack each of
them would keep the window waiting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.behind import Wait
from annotator.core.losses import Loss, LossKind, lost_where, weight
from annotator.core.release import Bridging, Likeness, SplitFigures, Within
from annotator.core.some import NAMED, Some, some
from annotator.workflow.datasets.export_report import ExportReport
from annotator.workflow.datasets.release import ReleaseReport
from annotator.workflow.datasets.release_plan import ReleasePlan

_MOST_BRIDGING = 50
"""How many articles that belong with two splits have lines of their own."""


@dataclass(frozen=True, slots=True)
class LostOf:
    """What a format could not hold of the spans of a label, or of the articles (or pieces)."""

    label: str | None
    kind: LossKind
    count: int
    """How many spans, articles or pieces."""
    articles: Some[str]
    """Their titles."""


@dataclass(frozen=True, slots=True)
class ToldExport:
    """What an export holds and loses; articles stand by their titles."""

    layer: str
    articles: int
    is_cut: bool
    """Whether articles are cut: what is counted below as an article is a piece then."""
    spans: int
    written: int
    """How many spans are in the file, as they were or changed."""
    left_out: int
    kept: Mapping[str, int]
    not_ready: Some[str]
    takes_unready: bool
    lost: int
    """How many things its format could not hold."""
    worst: Some[Loss]
    by_kind: tuple[LostOf, ...]
    """The same by label and kind, the worst first."""


@dataclass(frozen=True, slots=True)
class ToldPlan:
    """What a release is to hold and leave out; articles stand by their names."""

    figures: Mapping[str, SplitFigures]
    empty: Sequence[str]
    stayed: int
    out_of_time: int
    parted_outlets: int
    moved: Mapping[tuple[str, str], Some[str]]
    """By the splits that they were in and are in."""
    highest: Likeness | None
    most_within: Within | None
    same_story: int
    waiting: Mapping[Wait, Some[str]]
    bridging: Some[Bridging]
    left_out: int
    """How many articles are left out in all."""


@dataclass(frozen=True, slots=True)
class ToldRelease:
    """What a release holds and loses."""

    name: str
    plan: ToldPlan
    lost: int
    """How many things its formats could not hold."""
    first_lost: Some[tuple[str, Loss]]
    """Each with its format."""


def told_export(report: ExportReport) -> ToldExport:
    """Return what can be shown of an export."""

    def title(article: str) -> str:
        return report.titles[article]

    where = sorted(lost_where(report.losses).items(), key=lambda one: weight(one[0][1]))
    return ToldExport(
        layer=report.layer,
        articles=report.articles,
        is_cut=report.pieces > 0,
        spans=report.spans,
        written=report.written,
        left_out=report.left_out,
        kept=report.kept,
        not_ready=some(report.not_ready).told(title),
        takes_unready=report.takes_unready,
        lost=sum(loss.count for loss in report.losses),
        worst=some(sorted(report.losses, key=lambda one: weight(one.kind))).told(
            lambda one: replace(one, article=title(one.article))
        ),
        by_kind=tuple(
            LostOf(label, kind, sum(articles.values()), some(articles, NAMED).told(title))
            for (label, kind), articles in where
        ),
    )


def told_plan(plan: ReleasePlan) -> ToldPlan:
    """Return what can be shown of a plan."""
    waiting = {
        wait: [name for name, waits in plan.not_ready.items() if wait in waits] for wait in Wait
    }
    moved = {
        splits: [name for name, theirs in plan.moved.items() if theirs == splits]
        for splits in sorted(set(plan.moved.values()))
    }
    return ToldPlan(
        figures=plan.figures,
        empty=plan.empty,
        stayed=plan.stayed,
        out_of_time=plan.out_of_time,
        parted_outlets=plan.parted_outlets,
        moved={splits: some(names, NAMED) for splits, names in moved.items()},
        highest=plan.highest,
        most_within=plan.most_within,
        same_story=plan.same_story,
        waiting={wait: some(names, NAMED) for wait, names in waiting.items() if names},
        bridging=some(plan.bridging, _MOST_BRIDGING),
        left_out=len(plan.not_ready) + len(plan.bridging),
    )


def told_release(report: ReleaseReport) -> ToldRelease:
    """Return what can be shown of a release."""
    losses = [(name, loss) for name, lost in report.losses.items() for loss in lost]
    return ToldRelease(
        name=report.name,
        plan=told_plan(report.plan),
        lost=sum(loss.count for _, loss in losses),
        first_lost=some(losses),
    )
