"""How far the annotators match, as a table or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.agreement_table import NOTHING, table
from annotator.cli.opening import (
    json_option,
    opened,
    project_argument,
    rounds_option,
    seed_option,
)
from annotator.cli.output import counted, say, say_json, warn
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from annotator.core.agreement import Agreement, PairAgreement, ProjectAgreement
    from annotator.core.intervals import Interval


def _names(context: click.Context, option: click.Parameter, told: str | None) -> tuple[str, ...]:
    if told is None:
        return ()
    names = tuple(name.strip() for name in told.split(","))
    if not all(names):
        raise click.BadParameter("a name is empty.", context, option)
    return names


@click.command(
    epilog="\b\nExample:\n  annotator agreement north.db"
    "\n  annotator agreement north.db --authors amal,nasser --label base --json"
)
@project_argument
@click.option(
    "--authors",
    metavar="NAME,NAME…",
    callback=_names,
    help="Whose layers; by default those of all but machines.",
)
@click.option(
    "--label",
    "labels",
    metavar="LABEL",
    multiple=True,
    help="As if there were no spans of other labels; can be given several times.",
)
@rounds_option
@seed_option
@json_option
def agreement(
    project: Path,
    authors: tuple[str, ...],
    labels: tuple[str, ...],
    rounds: int,
    seed: int,
    as_json: bool,
) -> None:
    """Tell how far annotators match, and on what they differ.

    The headline is F1 of spans: for each pair of authors over all articles that both have
    finished, then the mean over pairs.  "exact" asks for the same label and borders, "overlap"
    for the same label and a shared letter.  In brackets: where the figure lies in 95 of 100
    samples of the articles.  A dash stands where nothing can be said.
    """
    from annotator.core.intervals import Bootstrap
    from annotator.workflow.agreement import project_agreement

    with (
        opened(project, writable=False) as open_project,
        watched("Comparing layers") as progress,
    ):
        found = project_agreement(
            open_project,
            authors=authors,
            labels=labels,
            bootstrap=Bootstrap(rounds, seed) if rounds else None,
            progress=progress,
        )
    if as_json:
        say_json(_json(found))
    else:
        for line in table(found):
            say(line)
    _warn_of_few(found.whole)


def _warn_of_few(found: "Agreement") -> None:
    from annotator.core.agreement import FEWEST_ARTICLES

    if not found.articles:
        warn("Note: no article has been finished by two authors yet: there is nothing to compare.")
    elif found.is_thin:
        have = "has" if found.articles == 1 else "have"
        warn(
            f"Note: only {counted(found.articles, 'article')} {have} been finished by two authors."
            f" With fewer than {FEWEST_ARTICLES}, these figures tell little, and their intervals"
            " too."
        )


def _json(found: "ProjectAgreement") -> dict[str, object]:
    whole = found.whole
    return {
        "articles": whole.articles,
        "headline": {
            "f1_exact": whole.f1.exact,
            "f1_overlap": whole.f1.overlap,
            "ci95_exact": _interval(whole.intervals.exact),
            "ci95_overlap": _interval(whole.intervals.overlap),
        },
        "pairs": [_pair_json(pair) for pair in whole.pairs],
        "labels": {
            label: {
                "f1_exact": of_label.f1.exact,
                "f1_overlap": of_label.f1.overlap,
                "support": of_label.support,
            }
            for label, of_label in whole.labels.items()
        },
        "causes": dict(found.causes),
        "confusion": {
            label: {other or NOTHING: count for other, count in row.items()}
            for label, row in whole.confusion.items()
        },
    }


def _pair_json(pair: "PairAgreement") -> dict[str, object]:
    return {
        "a": pair.first,
        "b": pair.second,
        "articles": pair.articles,
        "f1_exact": pair.f1.exact,
        "f1_overlap": pair.f1.overlap,
        "label_agreement": pair.matched.labels,
        "value_agreement": pair.matched.values,
        "kappa_token": dict(pair.kappa),
    }


def _interval(interval: "Interval | None") -> list[float | None]:
    return [None, None] if interval is None else [*interval]
