"""Suggestions: made, taught by gold, and held against it."""

from math import isnan
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
from annotator.cli.output import counted, file_name, piece, replacing_told, say, say_json
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.evaluation import HeldAgainst, Scores
    from annotator.store.project import Project
    from annotator.workflow.suggesting.evaluating import EvaluationReport
    from annotator.workflow.suggesting.offering import SuggestReport

_DASH = "–"

_sources_option = click.option(
    "--source",
    "sources",
    metavar="NAME",
    multiple=True,
    help="memory, rules or model; by default all that are installed. May stand several times.",
)


@click.command(
    epilog="\b\nExample:\n  annotator suggest north.db"
    "\n  annotator suggest north.db --author amal --source rules --source memory"
    "\n  annotator suggest north.db --to-layer rules-1 --source rules"
    "\n  annotator suggest north.db --withhold 0.2 --seed 3 --lead huda"
)
@project_argument
@click.option(
    "--author",
    "authors",
    metavar="NAME",
    multiple=True,
    help="To whom; by default to all who label. May stand several times.",
)
@_sources_option
@click.option(
    "--to-layer",
    metavar="NAME",
    help="Make a layer of suggestions on each article instead, for a machine or somebody new.",
)
@click.option(
    "--withhold",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="From now on show none on this share of the articles (0.15 if nobody said otherwise).",
)
@click.option("--seed", type=int, metavar="N", help="Which articles these are; 0 by default.")
@click.option("--lead", metavar="NAME", help="The lead who withholds; needed where there are many.")
@json_option
def suggest(
    project: Path,
    authors: tuple[str, ...],
    sources: tuple[str, ...],
    to_layer: str | None,
    withhold: float | None,
    seed: int | None,
    lead: str | None,
    as_json: bool,
) -> None:
    """Suggest spans on the articles that annotators have yet to finish.

    Suggestions count as nothing until their annotator takes them in the window.  Each is offered
    what rules find, what stands in her own layers and in settled gold of other articles, and what
    a model finds that learned from settled gold; never what another has marked and nobody settled.
    On a share of the articles none are shown, so that the Overview can tell what they do.
    """
    from annotator.core.suggestions import Withholding
    from annotator.workflow.suggesting import offering

    withholds = withhold is not None or seed is not None
    if to_layer is not None and (authors or withholds or lead is not None):
        raise click.UsageError("--to-layer goes with --source alone.")
    if lead is not None and not withholds:
        raise click.UsageError("--lead goes with --withhold or --seed.")
    if withhold is not None and isnan(withhold):
        raise click.UsageError("--withhold takes a share from 0 to 1.")
    with opened(project, writable=True) as open_project:
        if to_layer is not None:
            _make_layer(open_project, to_layer, sources, as_json=as_json)
            return
        if withholds:
            before = offering.withholding(open_project)
            chosen = Withholding(
                before.share if withhold is None else withhold,
                before.seed if seed is None else seed,
            )
            who = the_lead(open_project, lead, "withholds suggestions", "--lead")
            offering.withhold(open_project, who, chosen)
        with watched("Suggesting") as progress:
            report = offering.suggest(open_project, authors, sources, progress)
    if as_json:
        say_json(
            {
                "authors": report.authors,
                "articles": report.articles,
                "withheld": report.withheld,
                "suggestions": dict(sorted(report.labels.items())),
                "sources": dict(sorted(report.sources.items())),
            }
        )
    else:
        _say_suggested(report, sources)


def _say_suggested(report: "SuggestReport", sources: tuple[str, ...]) -> None:
    several = " (each counts for each author)" if len(report.authors) > 1 else ""
    say(
        f"Looked through {counted(report.articles, 'unfinished article')} for"
        f" {counted(len(report.authors), 'author')}{several}: {_by_label(report.labels)}."
    )
    if report.withheld:
        say(f"None are shown on {report.withheld} of them, to see what suggestions do.")
    if "model" in sources and not report.has_model:
        _say_why_no_model()


def _say_why_no_model() -> None:
    from annotator.suggest.model import can_learn

    if can_learn():
        say("There is no model that learned from gold. Train one with “annotator train”.")
    else:
        say("A model needs python-crfsuite. Install it with: pip install annotator[model]")


def _make_layer(
    project: "Project", machine: str, sources: tuple[str, ...], *, as_json: bool
) -> None:
    from annotator.workflow.suggesting.offering import suggest_to_layer

    warn_of_near_name(project, machine)
    with watched("Suggesting") as progress:
        layer = suggest_to_layer(project, machine, sources, progress)
    spans = dict(sorted(layer.spans.items()))
    if as_json:
        say_json({"author": layer.author, "articles": layer.articles, "spans": spans})
        return
    articles = counted(layer.articles, "article")
    say(f"Made layers of {piece(layer.author)} on {articles}: {_by_label(spans)}.")


def _by_label(counts: "Mapping[str, int]") -> str:
    told = ", ".join(f"{count:,} {piece(label)}" for label, count in sorted(counts.items()))
    return told or "nothing found"


@click.command(
    epilog="\b\nExample:\n  annotator train north.db\n  annotator train north.db --lead huda --json"
)
@project_argument
@click.option("--lead", metavar="NAME", help="Who trains it; needed where there are many leads.")
@click.option(
    "--from-layers",
    is_flag=True,
    help="Learn from all finished layers, settled or not: nobody but a machine is offered what"
    " such a model finds.",
)
@json_option
def train(project: Path, lead: str | None, from_layers: bool, as_json: bool) -> None:
    """Train the model of a project on its settled gold, and hold it against what it has not seen.

    The model before it goes.  Scores are from cross-validation: articles that tell one story are
    left aside together while the model learns from the others.
    """
    from annotator.core.trained import LearnedFrom
    from annotator.workflow.suggesting.training import train_model

    learned_from = LearnedFrom.LAYERS if from_layers else LearnedFrom.GOLD
    with opened(project, writable=True) as open_project, watched("Training") as progress:
        who = the_lead(open_project, lead, "trains a model", "--lead")
        report = train_model(open_project, who, learned_from, progress)
    if as_json:
        say_json(report.to_json())
        return
    say(
        f"Trained on the {learned_from.value} of {counted(report.articles, 'article')}; held"
        f" against what it had not seen, in {counted(report.folds, 'fold')}:"
    )
    _say_scores("model", report.scores)
    _say_taken(report.held_against)
    _say_not_learned(report.not_learned)
    _say_one_story(report.folds)
    if from_layers:
        say(
            "From now on annotators are offered nothing that a model finds, until one learns from"
            " gold again."
        )


@click.command(
    epilog="\b\nExample:\n  annotator evaluate north.db"
    "\n  annotator evaluate north.db --source rules --json"
    "\n  annotator evaluate north.db --curve --chart curve.png"
)
@project_argument
@_sources_option
@click.option(
    "--curve",
    is_flag=True,
    help="Tell F1 by how many articles were learned from instead: 5, 10, 20 … and all; of few,"
    " 1, 2, 4 … and all.",
)
@click.option(
    "--chart", type=PATH, metavar="OUT.png", help="Draw the curve there too; goes with --curve."
)
@json_option
def evaluate(
    project: Path, sources: tuple[str, ...], curve: bool, chart: Path | None, as_json: bool
) -> None:
    """Hold what the sources of suggestions find against the gold of all ready articles.

    What learns from gold is held against articles it has not learned from: they are parted into
    folds, those that tell one story together, and each fold is looked at by what the others
    taught.  Precision, recall and F1 ask for the same label and borders, "overlap" for the same
    label and a shared letter.  A dash stands where nothing can be said.

    A learning curve shows that learning works and whether more gold would help, not how well
    suggestions will do on articles unlike these.
    """
    from annotator.workflow.suggesting.evaluating import evaluate as do_evaluate

    if chart is not None and not curve:
        raise click.UsageError("--chart goes with --curve.")
    if chart is not None and chart.suffix.lower() != ".png":
        raise click.UsageError("--chart draws a PNG picture: its name has to end in .png.")
    if curve:
        _evaluate_curve(project, sources, chart, as_json=as_json)
        return
    with opened(project, writable=False) as open_project, watched("Evaluating") as progress:
        report = do_evaluate(open_project, sources, progress)
    if as_json:
        say_json(_json(report))
    else:
        _say(report)


def _evaluate_curve(
    project: Path, sources: tuple[str, ...], chart: Path | None, *, as_json: bool
) -> None:
    from annotator.workflow.suggesting.learning_curve import learning_curve, write_curve

    with opened(project, writable=False) as open_project, watched("Evaluating") as progress:
        found = learning_curve(open_project, sources, progress)
    if chart is not None:
        with replacing_told(chart):
            write_curve(found, chart)
    if as_json:
        say_json(found.to_json())
        return
    say(
        f"{counted(found.articles, 'ready article')} in {counted(found.folds, 'fold')}; F1 exact"
        " and overlapping, by how many articles of the other folds were learned from:"
    )
    names = list(found.points[0].sources)
    say(f"{'articles':>10}" + "".join(f"  {name:>14}" for name in names))
    for point in found.points:
        figures = (point.sources[name] for name in names)
        told = (f"{_figure(one.f1_exact)} {_figure(one.f1_overlap)}" for one in figures)
        say(f"{point.articles:>10,}" + "".join(f"  {one:>14}" for one in told))
    _say_taken(found.gold)
    say(
        "This shows that learning works on articles like these, not how well suggestions will do on"
        " others."
    )
    if chart is not None:
        say(f"The curve is drawn in {file_name(chart)}.")


def _json(report: "EvaluationReport") -> dict[str, object]:
    return {
        "articles": report.articles,
        "folds": report.folds,
        **report.gold.to_json(),
        "not_learned": report.not_learned,
        "sources": {name: scores.to_json() for name, scores in report.sources.items()},
    }


def _say(report: "EvaluationReport") -> None:
    say(f"{counted(report.articles, 'ready article')} in {counted(report.folds, 'fold')}.")
    for name, scores in report.sources.items():
        _say_scores(name, scores)
    _say_taken(report.gold)
    _say_not_learned(report.not_learned)
    if report.sources.keys() != {"rules"}:
        _say_one_story(report.folds)


def _say_one_story(folds: int) -> None:
    if folds < 2:
        say(
            "All of it is one story, and what was looked at left nothing to learn from: settle"
            " articles on other events to see how what learns does."
        )


def _say_scores(name: str, scores: "Scores") -> None:
    say(f"{name}: F1 {_figure(scores.f1_exact)} exact, {_figure(scores.f1_overlap)} overlap")
    _say_labels(scores)


def _say_taken(held: "HeldAgainst") -> None:
    if held.taken:
        say(
            f"Suggestions were held against {counted(held.spans, 'span')}, of which"
            f" {held.taken:,} had been taken from suggestions: what was not suggested is easily"
            " missed, so these figures flatter."
        )


def _say_not_learned(lost: "Mapping[str, int]") -> None:
    for label, count in lost.items():
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
