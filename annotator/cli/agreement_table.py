"""Agreement as lines on a terminal; names, of either direction, come last in each.

One kind of figure comes after the other, each of all, then by pair, label, outlet and month: so no
line is long, and the headline is at the top.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from annotator.cli.output import counted, piece

if TYPE_CHECKING:
    from annotator.core.agreement import Agreement, LabelAgreement, PairAgreement, ProjectAgreement
    from annotator.core.intervals import Interval

    _Estimate: TypeAlias = tuple[float | None, Interval | None]

NOTHING: Final = "nothing"
"""What one author marked and another did not, here and in JSON."""
_UNDEFINED: Final = "–"
_FIGURE: Final = len("0.000")
_INTERVAL: Final = len(" [0.000, 1.000]")
_KINDS: Final = (
    ("F1 of spans with one label", ("exact", "overlap")),
    ("F1 of borders, whatever the labels", ("exact", "overlap")),
    (
        "Spans that two authors paired by their letters: the share with one label; with an equal\n"
        "value, of those with a value from both; with the same entry, of those with two entries",
        ("label", "value", "entry"),
    ),
)
_ABOUT_KAPPA: Final = """\
  Kappa is a diagnosis, not the headline. Nearly all words bear no label, so it tells mostly of
  what nobody marked; where a label is rare, one word moves it far; a long span counts as often
  as it has words. Where it and F1 differ, go by F1."""


class _Row(NamedTuple):
    """All that is told of one thing."""

    name: str
    kinds: "tuple[Sequence[_Estimate], ...]"
    """The figures of each kind, none where the kind makes no sense."""
    kappa: "dict[str, _Estimate]"
    """By label."""


def table(found: "ProjectAgreement") -> Iterator[str]:
    """Yield the lines of the table."""
    whole = found.whole
    yield f"{counted(whole.articles, 'article')} finished by two authors or more"
    if not whole.pairs:
        return
    groups = list(_groups(found))
    width = _FIGURE + _INTERVAL * (whole.intervals.exact is not None)
    for number, (title, columns) in enumerate(_KINDS):
        yield f"\n{title}"
        yield "  " + " ".join(f"{column:<{width}}" for column in columns).rstrip()
        for group, rows in groups:
            told = [(row.name, row.kinds[number]) for row in rows if row.kinds[number]]
            yield from [f" {group}"] * bool(group and told)
            yield from (_line(estimates, width, name) for name, estimates in told)
    yield from _confused(whole)
    if found.causes:
        yield "\nCauses of the conflicts"
        yield from (f"  {count:>6,}  {cause}" for cause, count in found.causes.items())
    yield from _kappa(groups, width, is_one_pair=len(whole.pairs) == 1)


def _line(estimates: "Sequence[_Estimate]", width: int, name: str) -> str:
    shown = (f"{_figure(figure)}{_interval(within)}" for figure, within in estimates)
    return f"  {' '.join(f'{one:<{width}}' for one in shown)} {name}"


def _figure(figure: float | None) -> str:
    return f"{_UNDEFINED if figure is None else f'{figure:.3f}':<{_FIGURE}}"


def _interval(interval: "Interval | None") -> str:
    return f" [{interval.low:.3f}, {interval.high:.3f}]" if interval else ""


# -- what is told


def _groups(found: "ProjectAgreement") -> Iterator[tuple[str, list[_Row]]]:
    """Yield all, and what it falls into, with a title; outlets and months if there are several."""
    whole = found.whole
    yield "", [_of_group(whole, "all: mean over pairs of authors")]
    yield "Pairs", [_of_pair(pair) for pair in whole.pairs]
    yield "Labels", [_of_label(label, of) for label, of in whole.labels.items()]
    for title, groups, without in (
        ("Outlets", found.outlets, "no outlet"),
        ("Months in which the last of an article's layers was finished", found.months, "not known"),
    ):
        if len(groups) > 1:
            yield (
                title,
                [
                    _of_group(of, f"{_articles(of.articles)}: {piece(name or without)}")
                    for name, of in groups.items()
                ],
            )


def _of_group(of: "Agreement", name: str) -> _Row:
    kappa = {label: (one.kappa, one.kappa_interval) for label, one in of.labels.items()}
    return _Row(name, _of_spans(of), kappa)


def _of_pair(pair: "PairAgreement") -> _Row:
    name = f"{_articles(pair.articles)}: {piece(pair.first)}, {piece(pair.second)}"
    kappa = {label: (one, pair.kappa_intervals[label]) for label, one in pair.kappa.items()}
    return _Row(name, _of_spans(pair), kappa)


def _of_label(label: str, of: "LabelAgreement") -> _Row:
    name = f"{counted(of.support, 'span')} in {_articles(of.articles)}: {piece(label)}"
    f1 = list(zip(of.f1, of.intervals, strict=True))
    said = (None, None), (of.values, of.value_interval), (of.entries, of.entry_interval)
    return _Row(name, (f1, (), said), {})


def _of_spans(of: "Agreement | PairAgreement") -> "tuple[Sequence[_Estimate], ...]":
    borders, *shares = of.matched
    their_borders, *their_shares = of.matched_intervals
    return (
        list(zip(of.f1, of.intervals, strict=True)),
        list(zip(borders, their_borders, strict=True)),
        list(zip(shares, their_shares, strict=True)),
    )


def _articles(count: int) -> str:
    """Return how many articles a line is about, and whether they are too few."""
    from annotator.core.agreement import FEWEST_ARTICLES

    return counted(count, "article") + " (few)" * (count < FEWEST_ARTICLES)


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


def _kappa(
    groups: Sequence[tuple[str, list[_Row]]], width: int, *, is_one_pair: bool
) -> Iterator[str]:
    """Yield kappa by label, of all and of what it falls into; one pair is all."""
    whose = "Cohen's kappa" if is_one_pair else "Fleiss' kappa (Cohen's of two authors)"
    yield f"\n{whose}, on words without their clitics"
    (_, (of_all,)), *others = groups
    for label, estimate in of_all.kappa.items():
        yield _line([estimate], width, piece(label))
    for title, rows in others:
        told = [(row.name, row.kappa) for row in rows if row.kappa]
        if not told or (title == "Pairs" and is_one_pair):
            continue
        yield f" {title}"
        for name, kappa in told:
            for label, estimate in kappa.items():
                yield _line([estimate], width, f"{piece(label)}: {name}")
    yield _ABOUT_KAPPA
