"""How right the sources are, held against settled gold they have not learned from.

Articles that tell the same story are in one fold: what was learned from one says nothing of how a
new one fares.  Rules learn nothing; they are looked at on all articles alike.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from annotator.arabic import ARABIC
from annotator.core.duplicates import shingles_of, similar_pairs
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.evaluation import Evaluation, Scores
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.core.suggestions import combined
from annotator.store.project import Project
from annotator.suggest.memory import MEMORY, Memory
from annotator.suggest.model import MODEL, Example, Model, not_learned, train
from annotator.suggest.rules import RULES
from annotator.workflow.suggesting import (
    Knowledge,
    SettledArticle,
    hints_of,
    remember,
    rule_suggestions,
    settled_articles,
    sources_named,
)

TOGETHER = "together"
"""What is told of all sources that were asked for, combined."""
_FOLDS = 5
"""How many parts a cross-validation has at most (Kohavi 1995)."""


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """How right each source is."""

    articles: int
    folds: int
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
    return EvaluationReport(len(settled), len(folds), scores, lost)


def cross_validated(
    settled: Sequence[SettledArticle],
    folds: Sequence[Sequence[int]],
    labels: LabelSet,
    sources: Sequence[str],
    progress: Progress,
) -> dict[str, Scores]:
    """Return how right each source is on the articles of each fold, learned from the others."""
    counts = {name: Evaluation([label.name for label in labels]) for name in (*sources, TOGETHER)}
    done = 0
    for fold in folds:
        inside = set(fold)
        others = [one for place, one in enumerate(settled) if place not in inside]
        known = learned_from(others, labels, sources)
        for place in fold:
            one = settled[place]
            gold = [span.place for span in one.gold]
            found = known.suggestions(one.article.text)
            for name in sources:
                some = combined(found.get(name, ()))
                counts[name].add(gold, [suggestion.place for suggestion in some])
            every = combined(one for some in found.values() for one in some)
            counts[TOGETHER].add(gold, [suggestion.place for suggestion in every])
            done += 1
            progress.advance(done, len(settled))
    if len(sources) == 1:
        del counts[TOGETHER]
    return {name: evaluation.scores() for name, evaluation in counts.items()}


def learned_from(
    settled: Sequence[SettledArticle], labels: LabelSet, sources: Sequence[str]
) -> Knowledge:
    """Return what sources know that have learned from these articles alone."""
    memory = model = None
    if MEMORY in sources:
        memory = Memory()
        for one in settled:
            remember(memory, one.gold)
        for one in settled:
            memory.look_through(one.article.text)
    if MODEL in sources and settled:
        examples = [example_of(one, labels) for one in settled]
        fields = train(examples, [label.name for label in labels], lambda *_: None)
        model = Model(fields)
    return Knowledge(labels, memory, RULES in sources, model)


def example_of(one: SettledArticle, labels: LabelSet) -> Example:
    """Return what a model learns from an article."""
    text = one.article.text
    spans = tuple(span.place for span in one.gold)
    return Example(text, spans, hints_of(rule_suggestions(text, labels)))


def folds_of(settled: Sequence[SettledArticle], progress: Progress) -> list[list[int]]:
    """Part articles into folds by chance, the same each time; those of one story stay together."""
    groups = _groups(settled, progress)
    groups.sort(key=lambda group: min(_chance(settled[place]) for place in group))
    folds: list[list[int]] = [[] for _ in range(max(1, min(_FOLDS, len(groups))))]
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
