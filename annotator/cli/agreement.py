"""How far the annotators match, as a table or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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
    from collections.abc import Mapping

    from annotator.core.agreement import Agreement, LabelAgreement, PairAgreement, ProjectAgreement
    from annotator.core.intervals import Interval

Of = TypeVar("Of")


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
    Below come borders, then labels, values and entries of paired spans, and kappa.
    """
    from annotator.core.intervals import Bootstrap
    from annotator.workflow.figures.agreement import project_agreement

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
        "few": whole.is_thin,
        "headline": {
            "f1_exact": whole.f1.exact,
            "f1_overlap": whole.f1.overlap,
            "ci95_exact": _interval(whole.intervals.exact),
            "ci95_overlap": _interval(whole.intervals.overlap),
            **_group_figures(whole),
        },
        "pairs": [_pair_json(pair) for pair in whole.pairs],
        "labels": {label: _label_json(of_label) for label, of_label in whole.labels.items()},
        "outlets": _groups_json("outlet", found.outlets),
        "months": _groups_json("month", found.months),
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
        "few": pair.is_thin,
        **_figures(pair, pair.kappa, pair.kappa_intervals),
    }


def _label_json(of: "LabelAgreement") -> dict[str, object]:
    return {
        "f1_exact": of.f1.exact,
        "f1_overlap": of.f1.overlap,
        "support": of.support,
        "articles": of.articles,
        "few": of.is_thin,
        "value_agreement": of.values,
        "entry_agreement": of.entries,
        "kappa_token": of.kappa,
        "ci95": {
            "f1_exact": _interval(of.intervals.exact),
            "f1_overlap": _interval(of.intervals.overlap),
            "value_agreement": _interval(of.value_interval),
            "entry_agreement": _interval(of.entry_interval),
            "kappa_token": _interval(of.kappa_interval),
        },
    }


def _groups_json(name: str, groups: "Mapping[str | None, Agreement]") -> list[dict[str, object]]:
    return [
        {name: group, "articles": of.articles, "few": of.is_thin, **_group_figures(of)}
        for group, of in groups.items()
    ]


def _group_figures(of: "Agreement") -> dict[str, object]:
    kappa = {label: one.kappa for label, one in of.labels.items()}
    return _figures(of, kappa, {label: one.kappa_interval for label, one in of.labels.items()})


def _figures(
    of: "Agreement | PairAgreement",
    kappa: "Mapping[str, float | None]",
    kappa_intervals: "Mapping[str, Interval | None]",
) -> dict[str, object]:
    """Return all figures of spans, and in ``ci95`` their intervals by the same names."""
    within = _by_name(of.intervals, of.matched_intervals)
    return {
        **_by_name(of.f1, of.matched),
        "kappa_token": dict(kappa),
        "ci95": {
            **{name: _interval(interval) for name, interval in within.items()},
            "kappa_token": {label: _interval(one) for label, one in kappa_intervals.items()},
        },
    }


def _by_name(f1: "tuple[Of, Of]", matched: "tuple[tuple[Of, Of], Of, Of, Of]") -> "dict[str, Of]":
    borders, labels, values, entries = matched
    return {
        "f1_exact": f1[0],
        "f1_overlap": f1[1],
        "border_exact": borders[0],
        "border_overlap": borders[1],
        "label_agreement": labels,
        "value_agreement": values,
        "entry_agreement": entries,
    }


def _interval(interval: "Interval | None") -> list[float | None]:
    return [None, None] if interval is None else [*interval]
