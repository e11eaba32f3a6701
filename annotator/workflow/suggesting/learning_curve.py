"""How right what learns is, by how many articles it has learned from.

It shows that learning works, and whether more gold would help: no more.  How well suggestions will
do on articles unlike these it does not tell.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.evaluation import CurvePoint, HeldAgainst
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress, Share
from annotator.reports.curve import curve_chart
from annotator.reports.drawing import draw
from annotator.reports.looks import LIGHT
from annotator.reports.words import Words
from annotator.store.place import replacing
from annotator.store.project import Project
from annotator.suggest.model import MODEL, Trainer
from annotator.workflow.suggesting.evaluating import (
    counts_for,
    example_of,
    folds_of,
    held_in,
    hold_against,
    learned,
)
from annotator.workflow.suggesting.sources import SettledArticle, settled_articles, sources_named

_FIRST = 5
"""How many articles the first point has learned from; each next one from twice as many."""
_FEW = 10
"""With no more articles to learn from it begins with one: two points would show no curve."""
_SHARPNESS = 2
"""Pixels of the picture for each that is measured in."""


@dataclass(frozen=True, slots=True)
class LearningCurve:
    """Points of the curve; the last is of all that there is to learn from."""

    articles: int
    """How many are ready."""
    folds: int
    gold: HeldAgainst
    points: tuple[CurvePoint, ...]

    def to_json(self) -> dict[str, object]:
        """Return the figures as commands print them."""
        return {
            "articles": self.articles,
            "folds": self.folds,
            **self.gold.to_json(),
            "points": [point.to_json() for point in self.points],
        }


def learning_curve(project: Project, sources: Collection[str], progress: Progress) -> LearningCurve:
    """Hold what ``sources`` suggest against gold, after they have learned from more and more of it.

    Each point counts all articles once: each fold is looked at by what so many of the others
    taught, which are drawn by chance that is the same each time, a smaller draw within the larger.

    Raises:
        UnknownName: if there is no such source.
        RefusedAct: if the ready articles tell one story alone, or what learns is not installed.
    """
    names = sources_named(sources)
    with project.reading():
        labels = project.labels.load()
        settled = settled_articles(project)
    folds = folds_of(settled, progress) if settled else []
    if len(folds) < 2:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "A learning curve needs ready articles that tell two stories at least: from one it"
                " learns, on the other it is looked at. Settle more first.",
            )
        )
    trainer = None
    if MODEL in names:
        trainer = Trainer([example_of(one, labels) for one in settled])
    others = [_by_chance(settled, fold) for fold in folds]
    sizes = list(_sizes(min(map(len, others))))
    points = []
    for number, size in enumerate(sizes):
        share = Share(progress, number, len(sizes))
        taught = [some[:size] for some in others]
        points.append(_point(settled, folds, taught, labels, names, trainer, share))
    return LearningCurve(len(settled), len(folds), held_in(settled), tuple(points))


def write_curve(curve: LearningCurve, out: Path) -> None:
    """Draw the curve as a picture (PNG) at ``out``.

    Raises:
        AnnotatorError: if ``out`` cannot be written, is no file or (a part of) a project.
    """
    with replacing(out) as unfinished:
        words = Words("en")
        chart = curve_chart(curve.points, words, LIGHT)
        picture = draw(chart, words, LIGHT, scale=_SHARPNESS, is_titled=True)
        unfinished.write_bytes(picture.data)


def _sizes(fewest: int) -> Iterator[int | None]:
    """Yield from how many articles is learned, and ``None`` for all."""
    size = _FIRST if fewest > _FEW else 1
    while size < fewest:
        yield size
        size *= 2
    yield None


def _by_chance(settled: Sequence[SettledArticle], fold: Collection[int]) -> list[int]:
    """Return the articles that are not in a fold, in an order that is the same each time."""
    held = set(fold)
    others = [place for place in range(len(settled)) if place not in held]
    return sorted(
        others,
        key=lambda place: sha256(f"curve {settled[place].article.sha256}".encode()).digest(),
    )


def _point(
    settled: Sequence[SettledArticle],
    folds: Sequence[Sequence[int]],
    taught: Sequence[Sequence[int]],
    labels: LabelSet,
    sources: Sequence[str],
    trainer: Trainer | None,
    progress: Progress,
) -> CurvePoint:
    counts = counts_for(sources, labels)
    for number, (fold, some) in enumerate(zip(folds, taught, strict=True)):
        share = Share(progress, number, len(folds))
        without = set(range(len(settled))) - set(some)
        known = learned(settled, without, labels, sources, trainer, Share(share, 0, 2))
        held = [settled[place] for place in fold]
        hold_against(held, known, counts, Share(share, 1, 2))
    mean = round(sum(map(len, taught)) / len(taught))
    return CurvePoint(mean, {name: count.scores() for name, count in counts.items()})
