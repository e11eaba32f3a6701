"""Agreement as lines on a terminal; names, of either direction, come last in each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from annotator.cli.output import counted, piece

if TYPE_CHECKING:
    from annotator.core.agreement import Agreement, PairAgreement, ProjectAgreement
    from annotator.core.intervals import Interval
    from annotator.core.span_f1 import F1, F1Intervals

    _Row: TypeAlias = tuple[F1, F1Intervals, str]

NOTHING = "nothing"
"""What one author marked and another did not, here and in JSON."""
_UNDEFINED = "–"
_INTERVAL = len(" [0.000, 1.000]")
_ABOUT_KAPPA = """\
  Kappa is a diagnosis, not the headline. Nearly all words bear no label, so it tells mostly of
  what nobody marked; where a label is rare, one word moves it far; a long span counts as often
  as it has words. Where it and F1 differ, go by F1."""


def table(found: "ProjectAgreement") -> Iterator[str]:
    """Yield the lines of the table."""
    whole = found.whole
    yield f"{counted(whole.articles, 'article')} finished by two authors or more"
    if not whole.pairs:
        return
    width = _INTERVAL * (whole.intervals.exact is not None)
    yield f"\n  {'exact':<{5 + width}} {'overlap':<{5 + width}} F1 of spans"
    yield _f1(whole.f1, whole.intervals, width, "with one label: mean over pairs of authors")
    yield _f1(whole.matched.borders, None, width, "whatever their labels")
    for title, group in _groups(found):
        yield f"\n{title}"
        for f1, intervals, name in group:
            yield _f1(f1, intervals, width, name)
    yield from _matched(whole)
    yield from _confused(whole)
    if found.causes:
        yield "\nCauses of the conflicts"
        yield from (f"  {count:>6,}  {cause}" for cause, count in found.causes.items())
    yield from _kappa(whole)


def _groups(found: "ProjectAgreement") -> Iterator[tuple[str, "list[_Row]"]]:
    """Yield what the articles fall into, if it is more than one thing."""
    whole = found.whole
    yield "Pairs", [(pair.f1, pair.intervals, _named(pair)) for pair in whole.pairs]
    yield (
        "Labels",
        [
            (of.f1, of.intervals, f"{counted(of.support, 'span')}: {piece(label)}")
            for label, of in whole.labels.items()
        ],
    )
    for title, groups, without in (
        ("Outlets", found.outlets, "no outlet"),
        ("Months in which the last of an article's layers was finished", found.months, "not known"),
    ):
        if len(groups) > 1:
            yield (
                title,
                [
                    (
                        of.f1,
                        of.intervals,
                        f"{_articles(of.articles)}: {piece(name or without)}",
                    )
                    for name, of in groups.items()
                ],
            )


def _named(pair: "PairAgreement") -> str:
    return f"{_articles(pair.articles)}: {piece(pair.first)}, {piece(pair.second)}"


def _articles(count: int) -> str:
    """Return how many articles a line is about, and whether they are too few."""
    from annotator.core.agreement import FEWEST_ARTICLES

    return counted(count, "article") + " (few)" * (count < FEWEST_ARTICLES)


def _f1(f1: "F1", intervals: "F1Intervals | None", width: int, name: str) -> str:
    exact, overlap = (
        f"{_figure(figure):<5}{_interval(interval):<{width}}"
        for figure, interval in zip(f1, intervals or (None, None), strict=True)
    )
    return f"  {exact} {overlap} {name}"


def _interval(interval: "Interval | None") -> str:
    return f" [{interval.low:.3f}, {interval.high:.3f}]" if interval else ""


def _figure(figure: float | None) -> str:
    return _UNDEFINED if figure is None else f"{figure:.3f}"


def _matched(whole: "Agreement") -> Iterator[str]:
    yield "\nSpans that two authors paired by their letters"
    for figure, what in (
        (whole.matched.labels, "have one label"),
        (whole.matched.values, "of those with a value from both have equal ones"),
        (whole.matched.entries, "of those with an entry from both have the same one"),
    ):
        yield f"  {_figure(figure):<5} {what}"


def _confused(whole: "Agreement") -> Iterator[str]:
    counts = {
        (label, other or NOTHING): count
        for label, row in whole.confusion.items()
        for other, count in row.items()
        if other != label and count
    }
    if counts:
        yield "\nSpans of one author, and what another calls them"
        for (label, other), count in sorted(counts.items(), key=lambda one: -one[1]):
            yield f"  {count:>6,}  {piece(label)}: {piece(other)}"


def _kappa(whole: "Agreement") -> Iterator[str]:
    whose = "Cohen's" if len(whole.pairs) == 1 else "Fleiss'"
    yield f"\n{whose} kappa, on words without their clitics"
    for label, of_label in whole.labels.items():
        yield f"  {_figure(of_label.kappa):<5} {piece(label)}"
    yield _ABOUT_KAPPA
