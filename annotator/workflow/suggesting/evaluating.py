"""How right the sources are, held against settled gold they have not learned from.

Articles that tell the same story are in one fold: what was learned from one says nothing of how a
new one fares.  Rules learn nothing; they are looked at on all articles alike.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from annotator.arabic import ARABIC
from annotator.core.duplicates import shingles_of, similar_pairs
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.evaluation import Evaluation, HeldAgainst, Scores
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress, Share
from annotator.core.suggestions import combined
from annotator.store.project import Project
from annotator.suggest.memory import MEMORY, Lesson, Memory
from annotator.suggest.model import MODEL, Example, Model, Trainer, not_learned
from annotator.suggest.rules import RULES
from annotator.workflow.suggesting.sources import (
    DEPENDENT,
    Knowledge,
    SettledArticle,
    hints_of,
    rule_suggestions,
    said_in,
    settled_articles,
    sources_named,
)

TOGETHER = "together"
"""What is told of all sources that were asked for, combined."""
FOLDS = 5
"""How many parts a cross-validation has at most (Kohavi 1995)."""


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """How right each source is."""

    articles: int
    folds: int
    gold: HeldAgainst
    sources: dict[str, Scores]
    not_learned: dict[str, int]
    """Spans of gold that no model can learn, by label; nothing where none was asked for."""


def evaluate(project: Project, sources: Collection[str], progress: Progress) -> EvaluationReport:
    """Hold what ``sources`` suggest against the gold of all articles that are ready.

    Raises:
        UnknownName: if there is no such source.
        RefusedAct: if no article is ready, or what learns is not installed.
    """
    names = sources_named(sources)
    with project.reading():
        labels = project.labels.load()
        settled = settled_articles(project)
    if not settled:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "No article is ready, so there is no gold to hold suggestions against. Settle some"
                " first.",
            )
        )
    folds = folds_of(settled, progress)
    scores = cross_validated(settled, folds, labels, names, progress)
    lost = {}
    if MODEL in names:
        examples = (example_of(one, labels) for one in settled)
        lost = not_learned(examples, [label.name for label in labels])
    return EvaluationReport(len(settled), len(folds), held_in(settled), scores, lost)


def cross_validated(
    settled: Sequence[SettledArticle],
    folds: Sequence[Sequence[int]],
    labels: LabelSet,
    sources: Sequence[str],
    progress: Progress,
    trainer: Trainer | None = None,
) -> dict[str, Scores]:
    """Return how right each source is on the articles of each fold, learned from the others.

    With one fold there are no others: what learns has learned nothing.  A ``trainer`` that has
    read them all, in their order, spares reading them again.
    """
    counts = counts_for(sources, labels)
    if MODEL in sources and trainer is None:
        trainer = Trainer([example_of(one, labels) for one in settled])
    for number, fold in enumerate(folds):
        share = Share(progress, number, len(folds))
        known = learned(settled, set(fold), labels, sources, trainer, Share(share, 0, 2))
        held = [settled[place] for place in fold]
        hold_against(held, known, counts, Share(share, 1, 2))
    return {name: evaluation.scores() for name, evaluation in counts.items()}


def held_in(settled: Iterable[SettledArticle]) -> HeldAgainst:
    """Count the gold of articles that sources are held against."""
    return HeldAgainst.of(one.gold for one in settled)


def counts_for(sources: Sequence[str], labels: LabelSet) -> dict[str, Evaluation]:
    """Return what counts for each source, and for several of them together."""
    told = (*sources, TOGETHER) if len(sources) > 1 else sources
    return {name: Evaluation([label.name for label in labels]) for name in told}


def hold_against(
    held: Sequence[SettledArticle],
    known: Knowledge,
    counts: dict[str, Evaluation],
    progress: Progress,
) -> None:
    """Count what sources find in articles that they have not learned from."""
    for done, one in enumerate(held):
        progress.advance(done, len(held))
        gold = [span.place for span in one.gold]
        found = known.suggestions(one.article.text)
        every = [suggestion for some in found.values() for suggestion in some]
        for name, count in counts.items():
            some = combined(every if name == TOGETHER else found.get(name, ()), DEPENDENT)
            count.add(gold, [suggestion.place for suggestion in some])


def learned(
    settled: Sequence[SettledArticle],
    without: Collection[int],
    labels: LabelSet,
    sources: Sequence[str],
    trainer: Trainer | None,
    progress: Progress,
) -> Knowledge:
    """Return what sources know that have learned from all but some of these articles."""
    others = [one for place, one in enumerate(settled) if place not in without]
    memory = model = None
    if MEMORY in sources:
        memory = Memory()
        memory.learn(
            (one.article.id, Lesson(said_in(one.gold), text=one.article.text)) for one in others
        )
    if trainer and others:
        names = [label.name for label in labels]
        model = Model(trainer.train(names, progress.advance, without))
    return Knowledge(labels, memory, RULES in sources, model)


def example_of(one: SettledArticle, labels: LabelSet) -> Example:
    """Return what a model learns from an article."""
    text = one.article.text
    spans = tuple(span.place for span in one.gold)
    return Example(text, spans, hints_of(rule_suggestions(text, labels)))


def folds_of(
    settled: Sequence[SettledArticle], progress: Progress, most: int = FOLDS
) -> list[list[int]]:
    """Part articles into ``most`` folds, by chance that is the same each time.

    Those of one story stay together.
    """
    groups = _groups(settled, progress)
    groups.sort(key=lambda group: min(_chance(settled[place]) for place in group))
    folds: list[list[int]] = [[] for _ in range(max(1, min(most, len(groups))))]
    for group in groups:
        min(folds, key=len).extend(group)
    return folds


def _groups(settled: Sequence[SettledArticle], progress: Progress) -> list[list[int]]:
    root = list(range(len(settled)))

    def find(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    shingles = (shingles_of(one.article.text, ARABIC) for one in settled)
    for pair in similar_pairs(shingles, progress):
        if pair.is_same_story:
            root[find(pair.first)] = find(pair.second)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(len(settled)):
        groups[find(place)].append(place)
    return list(groups.values())


def _chance(one: SettledArticle) -> str:
    return sha256(f"fold {one.article.sha256}".encode()).hexdigest()
