"""The model of a project: trained on what is settled, told of with its scores, kept in the file."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.evaluation import HeldAgainst, Scores
from annotator.core.model import Status, new_id, now
from annotator.core.progress import Progress, Quiet, Share
from annotator.core.trained import LearnedFrom, TrainedModel
from annotator.store.project import Project
from annotator.suggest.model import MODEL, Trainer, can_learn, not_learned
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.people.counting import counting
from annotator.workflow.registry.registry import current_entries
from annotator.workflow.review.settling import Reviews
from annotator.workflow.suggesting.evaluating import (
    cross_validated,
    example_of,
    folds_of,
    held_in,
)
from annotator.workflow.suggesting.sources import SettledArticle, settled_articles

_MOST = 1_000
"""From how many articles a model learns at most, the newest: more would take minutes."""
_FOLDS = 3
"""Each fold is a training more that somebody waits for."""
_NEW = 0.2
"""How many articles must be new to a model before it learns anew by itself, as a share of those
that it knows."""
_FEWEST = 10
"""How many articles must be ready before a model learns by itself at all."""


@dataclass(frozen=True, slots=True)
class TrainReport:
    """A model that was trained, and how right it is."""

    model: TrainedModel
    articles: int
    """How many articles it learned from."""
    folds: int
    held_against: HeldAgainst
    scores: Scores
    """From cross-validation over groups of near-duplicates."""
    not_learned: dict[str, int]
    """Spans that it cannot learn, by label."""

    def to_json(self) -> dict[str, object]:
        """Return the report as it is printed and kept."""
        return {
            "articles": self.articles,
            "folds": self.folds,
            "learned_from": self.model.learned_from.value,
            "not_learned": self.not_learned,
            **self.held_against.to_json(),
            **self.scores.to_json(),
        }


def train_model(
    project: Project, lead: str, learned_from: LearnedFrom, progress: Progress
) -> TrainReport:
    """Train a model, hold it against what it has not seen, and keep it in the project.

    Raises:
        RefusedAct: if ``lead`` is none, there is nothing to learn from, or what learns is not
            installed.
        Cancelled: if ``progress`` says so; the model before stays.
    """
    with project.reading():
        refuse_unless_lead(project, lead)
    report, fields = _trained(project, learned_from, progress)
    with project.writing():
        _keep(project, report, fields)
    return report


def train_if_grown(project: Project, progress: Progress) -> TrainReport | None:
    """Train a model on gold if so much is ready that is new to the last one.

    Nobody asked for it: what cannot be learned from is left alone, and a model that somebody has
    let learn meanwhile stays.

    Raises:
        Cancelled: if ``progress`` says so; the model before stays.
    """
    with project.reading():
        before = project.models.last()
    if not can_learn() or not has_grown(project, progress):
        return None
    report, fields = _trained(project, LearnedFrom.GOLD, progress)
    with project.writing():
        if project.models.last() != before:
            return None
        _keep(project, report, fields)
    return report


def has_grown(project: Project, progress: Progress) -> bool:
    """Tell whether so much gold is ready, and new, that a model should learn anew by itself.

    Raises:
        Cancelled: if ``progress`` says so.
    """
    with project.reading():
        model = project.models.last()
        if model is not None and model.learned_from is not LearnedFrom.GOLD:
            return False  # a lead wished for it
        known = model.texts if model else frozenset()
        texts = project.articles.hashes()
        finished = {article_id for article_id, _, _ in project.layers.finished()}
        if not _is_enough([texts[one] for one in finished], known):
            return False  # no more can be ready: what is derived takes longer
        reviews = Reviews(project).all(progress)
        ready = [texts[one.article_id] for one in reviews if one.ready and one.gold]
    return _is_enough(ready[-_MOST:], known)


def _is_enough(texts: Collection[str], known: Collection[str]) -> bool:
    """Tell whether a model that knows those articles should learn from these, by their hashes."""
    return len(texts) >= _FEWEST and len(set(texts).difference(known)) >= _NEW * len(known)


def _trained(
    project: Project, learned_from: LearnedFrom, progress: Progress
) -> tuple[TrainReport, dict[str, bytes]]:
    """Return a model that is not kept yet, and its fields."""
    with project.reading():
        labels = project.labels.load()
        if learned_from is LearnedFrom.GOLD:
            shown = settled_articles(project)[-_MOST:]
        else:
            shown = _finished_layers(project)
    if not any(one.gold.spans for one in shown):
        raise _nothing_to_learn(learned_from)
    folds = folds_of(shown, Quiet(), _FOLDS)
    examples = [example_of(one, labels) for one in shown]
    names = [label.name for label in labels]
    trainer = Trainer(examples)
    rounds = len(folds) + 1
    while_held = Share(progress, 0, rounds, parts=len(folds))
    scores = cross_validated(shown, folds, labels, (MODEL,), while_held, trainer)
    fields = trainer.train(names, Share(progress, len(folds), rounds).advance)
    model = TrainedModel(
        id=new_id(),
        at=now(),
        learned_from=learned_from,
        texts=frozenset(one.article.sha256 for one in shown),
        told={},
    )
    lost = not_learned(examples, names)
    report = TrainReport(model, len(model.texts), len(folds), held_in(shown), scores[MODEL], lost)
    return report, fields


def _keep(project: Project, report: TrainReport, fields: dict[str, bytes]) -> None:
    project.models.replace(replace(report.model, told=report.to_json()), fields)


def _finished_layers(project: Project) -> list[SettledArticle]:
    """Return the articles with each layer that somebody has finished, as if it were settled."""
    counts, entries = counting(project), current_entries(project)
    article_ids = list(dict.fromkeys(article_id for article_id, _, _ in project.layers.finished()))
    newest = article_ids[-_MOST:]
    layers = project.layers.of_articles(newest)
    return [
        SettledArticle(article, entries.layer(layer))
        for article in project.articles.of_ids(newest)
        for layer in counts.layers(layers[article.id])
        if layer.status is Status.FINISHED
    ]


def _nothing_to_learn(learned_from: LearnedFrom) -> RefusedAct:
    if learned_from is LearnedFrom.GOLD:
        return RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "No ready article has a span, so there is no gold to learn from. Settle some"
                " articles first.",
            )
        )
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors", "No finished layer has a span, so there is nothing to learn from."
        )
    )
