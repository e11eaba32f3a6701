"""Suggestions: how right their sources are."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.opening import json_option, opened, project_argument
from annotator.cli.output import counted, piece, say, say_json
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from annotator.core.evaluation import Scores
    from annotator.workflow.evaluating import EvaluationReport

_DASH = "–"


@click.command(
    epilog="\b\nExample:\n  annotator evaluate north.db"
    "\n  annotator evaluate north.db --source rules --json"
)
@project_argument
@click.option(
    "--source",
    "sources",
    metavar="NAME",
    multiple=True,
    help="memory, rules or model; by default all that are installed. May stand several times.",
)
@json_option
def evaluate(project: Path, sources: tuple[str, ...], as_json: bool) -> None:
    """Hold what the sources of suggestions find against the gold of all ready articles.

    What learns from gold is held against articles it has not learned from: they are parted into
    folds, those that tell one story together, and each fold is looked at by what the others
    taught.  Precision, recall and F1 ask for the same label and borders, "overlap" for the same
    label and a shared letter.  A dash stands where nothing can be said.
    """
    from annotator.workflow.evaluating import evaluate as do_evaluate

    with opened(project, writable=False) as open_project, watched("Evaluating") as progress:
        report = do_evaluate(open_project, sources, progress)
    if as_json:
        say_json(_json(report))
    else:
        _say(report)


def _json(report: "EvaluationReport") -> dict[str, object]:
    return {
        "articles": report.articles,
        "folds": report.folds,
        "not_learned": report.not_learned,
        "sources": {
            name: {
                "f1_exact": scores.f1_exact,
                "f1_overlap": scores.f1_overlap,
                "labels": {
                    label: {
                        "p": score.precision,
                        "r": score.recall,
                        "f1": score.f1,
                        "f1_overlap": score.f1_overlap,
                        "support": score.support,
                    }
                    for label, score in scores.labels.items()
                },
            }
            for name, scores in report.sources.items()
        },
    }


def _say(report: "EvaluationReport") -> None:
    say(f"{counted(report.articles, 'ready article')} in {counted(report.folds, 'fold')}.")
    for name, scores in report.sources.items():
        say(f"{name}: F1 {_figure(scores.f1_exact)} exact, {_figure(scores.f1_overlap)} overlap")
        _say_labels(scores)
    for label, count in report.not_learned.items():
        if count:
            say(
                f"The model cannot learn {counted(count, 'span')} of {piece(label)}: they begin or"
                " end within a token, or lie within another of their label."
            )


def _say_labels(scores: "Scores") -> None:
    for label, score in scores.labels.items():
        say(
            f"  {piece(label)}: precision {_figure(score.precision)},"
            f" recall {_figure(score.recall)}, F1 {_figure(score.f1)},"
            f" overlap {_figure(score.f1_overlap)}, {counted(score.support, 'gold span')}"
        )


def _figure(value: float | None) -> str:
    return _DASH if value is None else f"{value:.3f}"
