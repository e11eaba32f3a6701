"""All figures of agreement, and where they lie, reckoned a second time in the plainest way.

The second reckoning draws the same articles, but joins their layers and goes through all spans and
tokens anew for each sample.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import pytest

from annotator.core.agreement import Agreement, PairAgreement
from annotator.core.intervals import Bootstrap
from annotator.core.matching import best_pairs, most_pairs
from annotator.core.model import Span
from annotator.core.values import DateValue, EntryValue, Value
from tests.core.compared import LABELS, TEXT, TOKENS, Layers, article, of, span

ROUNDS = 60
Named = dict[str, float | None]
"""Figures by what they are."""
VALUES: Mapping[str, Sequence[Value]] = {
    "base": (None, EntryValue("q", "Q"), EntryValue("r", "R")),
    "actor": (None, EntryValue("a", "A")),
    "date": (None, DateValue("2026-02-23"), DateValue("2026-02-24")),
}


# -- the second reckoning


def mean(figures: Sequence[float | None]) -> float | None:
    known = [one for one in figures if one is not None]
    return sum(known) / len(known) if known else None


def part(some: int, of_all: int) -> float | None:
    return some / of_all if of_all else None


def both_of(sample: Sequence[Layers], pair: tuple[str, str]) -> list[tuple[list[Span], list[Span]]]:
    one, other = pair
    return [(list(of[one]), list(of[other])) for of in sample if one in of and other in of]


def f1_of(layers: Sequence[tuple[list[Span], list[Span]]]) -> tuple[float | None, float | None]:
    spans = exact = overlap = 0
    for ours, theirs in layers:
        spans += len(ours) + len(theirs)
        exact += sum(one.place == other.place for one in ours for other in theirs)
        for label in LABELS:
            places = ([one.place for one in side if one.label == label] for side in (ours, theirs))
            overlap += len(most_pairs(*places))
    return part(2 * exact, spans), part(2 * overlap, spans)


def paired(layers: Sequence[tuple[list[Span], list[Span]]]) -> Iterator[tuple[Span, Span]]:
    for ours, theirs in layers:
        places = ([one.place for one in side] for side in (ours, theirs))
        yield from ((ours[one], theirs[other]) for one, other in best_pairs(*places))


def said_of(layers: Sequence[tuple[list[Span], list[Span]]], label: str | None) -> Named:
    valued = [
        (one.value, other.value)
        for one, other in paired(layers)
        if one.label == other.label and label in (None, one.label) and one.value and other.value
    ]
    entries = [both for both in valued if isinstance(both[0], EntryValue)]
    return {
        "values": part(sum(one == other for one, other in valued), len(valued)),
        "entries": part(sum(one == other for one, other in entries), len(entries)),
    }


def borders_of(layers: Sequence[tuple[list[Span], list[Span]]]) -> Named:
    spans = sum(len(ours) + len(theirs) for ours, theirs in layers)
    exact = 0
    for both in layers:
        ours, theirs = (Counter((one.start, one.end) for one in side) for side in both)
        exact += sum(min(count, theirs[place]) for place, count in ours.items())
    pairs = list(paired(layers))
    return {
        "borders exact": part(2 * exact, spans),
        "borders overlap": part(2 * len(pairs), spans),
        "labels": part(sum(one.label == other.label for one, other in pairs), len(pairs)),
    }


def bears(spans: Sequence[Span], label: str) -> list[bool]:
    return [
        any(one.label == label and one.start < end and start < one.end for one in spans)
        for start, end in TOKENS
    ]


def cohen(layers: Sequence[tuple[list[Span], list[Span]]], label: str) -> float | None:
    tokens = [
        both
        for ours, theirs in layers
        for both in zip(bears(ours, label), bears(theirs, label), strict=True)
    ]
    if not tokens:
        return None
    observed = sum(one == other for one, other in tokens) / len(tokens)
    first, second = (sum(side) / len(tokens) for side in zip(*tokens, strict=True))
    by_chance = first * second + (1 - first) * (1 - second)
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def fleiss(sample: Sequence[Layers], label: str) -> float | None:
    tokens = [
        given
        for layers in sample
        for given in zip(*(bears(spans, label) for spans in layers.values()), strict=True)
    ]
    ratings, given = sum(map(len, tokens)), sum(map(sum, tokens))
    if given in (0, ratings):
        return None
    share = given / ratings
    apart = sum(sum(token) * (len(token) - sum(token)) / len(token) for token in tokens)
    return 1 - apart / ((ratings - len(tokens)) * share * (1 - share))


def of_spans(layers: Sequence[tuple[list[Span], list[Span]]]) -> Named:
    exact, overlap = f1_of(layers)
    return {"exact": exact, "overlap": overlap} | borders_of(layers) | said_of(layers, None)


def second(sample: Sequence[Layers], pairs: Sequence[tuple[str, str]]) -> Named:
    """Return all figures of a sample, by names that ``told`` gives them too."""
    compared = {pair: both_of(sample, pair) for pair in pairs}
    by_pair = {pair: of_spans(layers) for pair, layers in compared.items()}
    told = {f"all {what}": mean([of[what] for of in by_pair.values()]) for what in of_spans([])}
    for pair, figures in by_pair.items():
        told |= {f"{pair} {what}": figure for what, figure in figures.items()}
        told |= {f"{pair} kappa {label}": cohen(compared[pair], label) for label in LABELS}
    for label in LABELS:
        only = {
            pair: [
                tuple([one for one in side if one.label == label] for side in both)
                for both in layers
            ]
            for pair, layers in compared.items()
        }
        f1s = [f1_of(layers) for layers in only.values()]  # type: ignore[arg-type]
        said = [said_of(layers, label) for layers in compared.values()]
        told[f"{label} exact"] = mean([exact for exact, _ in f1s])
        told[f"{label} overlap"] = mean([overlap for _, overlap in f1s])
        told |= {f"{label} {what}": mean([of[what] for of in said]) for what in said_of([], None)}
        of_two = cohen(compared[pairs[0]], label) if len(pairs) == 1 else None
        told[f"{label} kappa"] = of_two if len(pairs) == 1 else fleiss(sample, label)
    return told


def percentiles(sample: list[float]) -> tuple[float, float]:
    """Return the 2.5th and the 97.5th percentile, between two values in proportion."""
    ordered = sorted(sample)

    def at(share: float) -> float:
        place = share * (len(ordered) - 1)
        below = min(int(place), len(ordered) - 2)
        return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])

    return at(0.025), at(0.975)


def second_intervals(
    project: Sequence[Layers], pairs: Sequence[tuple[str, str]], bootstrap: Bootstrap
) -> dict[str, tuple[float, float] | None]:
    chance = random.Random(bootstrap.seed)
    samples = [
        second(chance.choices(project, k=len(project)), pairs) for _ in range(bootstrap.rounds)
    ]
    alone = [second([layers], pairs) for layers in project]
    found: dict[str, tuple[float, float] | None] = {}
    for what in alone[0]:
        defined = [figure for one in samples if (figure := one[what]) is not None]
        is_known = sum(one[what] is not None for one in alone) > 1
        found[what] = percentiles(defined) if is_known else None
    return found


# -- ours, by the same names


def flat(f1: Sequence[object], matched: Sequence[object]) -> dict[str, object]:
    borders, labels, values, entries = matched
    exact, overlap = borders  # type: ignore[misc]
    return {
        **dict(zip(("exact", "overlap"), f1, strict=True)),
        **{"borders exact": exact, "borders overlap": overlap},
        **{"labels": labels, "values": values, "entries": entries},
    }


def of_pair(pair: PairAgreement) -> Iterator[tuple[str, object, object]]:
    figures, within = flat(pair.f1, pair.matched), flat(pair.intervals, pair.matched_intervals)
    yield from ((what, figures[what], within[what]) for what in figures)
    for label in pair.kappa:
        yield f"kappa {label}", pair.kappa[label], pair.kappa_intervals[label]


def told(found: Agreement) -> dict[str, tuple[object, object]]:
    """Return each figure and its interval."""
    figures, within = flat(found.f1, found.matched), flat(found.intervals, found.matched_intervals)
    everything = {f"all {what}": (figures[what], within[what]) for what in figures}
    for pair in found.pairs:
        for what, figure, lies in of_pair(pair):
            everything[f"{(pair.first, pair.second)} {what}"] = figure, lies
    for label, one in found.labels.items():
        everything |= {
            f"{label} exact": (one.f1.exact, one.intervals.exact),
            f"{label} overlap": (one.f1.overlap, one.intervals.overlap),
            f"{label} values": (one.values, one.value_interval),
            f"{label} entries": (one.entries, one.entry_interval),
            f"{label} kappa": (one.kappa, one.kappa_interval),
        }
    return everything


def random_layer(chance: random.Random) -> list[Span]:
    spans: dict[tuple[int, int, str], Span] = {}
    for _ in range(chance.randrange(6)):
        start = 3 * chance.randrange(8)
        end = min(start + chance.choice((2, 2, 5, 8)), len(TEXT))
        label = chance.choice(LABELS)
        one = span(start, end, label, chance.choice(VALUES[label]))
        spans[one.place] = one
    return list(spans.values())


def random_project(chance: random.Random, names: Sequence[str], articles: int) -> list[Layers]:
    """Return articles that two of these authors have finished, or more; half of it is alike."""
    project: list[Layers] = []
    for _ in range(articles):
        who = sorted(chance.sample(names, chance.randint(2, len(names))))
        common = random_layer(chance)
        project.append(
            {name: common if chance.random() < 0.5 else random_layer(chance) for name in who}
        )
    return project


def check(project: Sequence[Layers], bootstrap: Bootstrap) -> None:
    found = of(*(article(**layers) for layers in project), bootstrap=bootstrap)
    pairs = sorted({pair for layers in project for pair in combinations(sorted(layers), 2)})
    figures, intervals = second(project, pairs), second_intervals(project, pairs, bootstrap)
    ours = told(found)
    assert ours.keys() == figures.keys()
    for what, (figure, interval) in ours.items():
        assert figure == (None if figures[what] is None else pytest.approx(figures[what])), what
        wanted = intervals[what]
        assert interval == (None if wanted is None else pytest.approx(wanted)), what


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("names", [("amal", "noor"), ("amal", "huda", "noor", "zayd")])
def test_all_figures_and_intervals_are_those_of_the_second_reckoning(
    names: tuple[str, ...], seed: int
) -> None:
    project = random_project(random.Random(seed), names, 9)
    check(project, Bootstrap(ROUNDS, seed))


def test_most_figures_of_such_projects_have_an_interval() -> None:
    project = random_project(random.Random(1), ("amal", "huda", "noor"), 9)
    found = told(of(*(article(**layers) for layers in project), bootstrap=Bootstrap(ROUNDS)))
    without = [what for what, (_, interval) in found.items() if interval is None]
    # Dates are no entries; a pair may have none, or none of a label, on two articles.
    assert "date entries" in without
    assert len(without) < len(found) / 4


# -- where little or nothing can be said


def test_one_article_has_figures_and_no_intervals() -> None:
    drawn = [span(0, 2, value=EntryValue("q", "Q"))]
    found = told(of(article(amal=drawn, noor=drawn), bootstrap=Bootstrap(ROUNDS)))
    assert found["all entries"] == found["base kappa"] == (1, None)
    assert {interval for _, interval in found.values()} == {None}


def test_without_spans_there_is_neither_figure_nor_interval() -> None:
    empty = [article(amal=[], noor=[])] * 3
    assert set(told(of(*empty, bootstrap=Bootstrap(ROUNDS))).values()) == {(None, None)}
    assert set(told(of(bootstrap=Bootstrap(ROUNDS))).values()) == {(None, None)}


def test_layers_that_are_the_same_leave_no_doubt() -> None:
    layers = [
        [span(0, 2, value=EntryValue("q", "Q")), span(6, 11, "date", DateValue("2026-02-23"))],
        [span(3, 5, value=EntryValue("r", "R")), span(9, 11, "actor")],
    ] * 2
    found = told(
        of(
            *(article(amal=one, huda=one, noor=one) for one in layers),
            bootstrap=Bootstrap(ROUNDS),
        )
    )
    assert {what: told for what, told in found.items() if told != (1, (1, 1))} == {
        **dict.fromkeys(("actor values", "actor entries", "date entries"), (None, None)),
    }


def test_an_empty_layer_has_nothing_of_everything_and_no_doubt_of_it() -> None:
    some = [article(amal=[span(at, at + 2)], noor=[]) for at in (0, 3, 6)]
    found = told(of(*some, bootstrap=Bootstrap(ROUNDS)))
    nothing = (0, (0, 0))
    assert found["all exact"] == found["all borders overlap"] == nothing
    assert found["base exact"] == found["base kappa"] == nothing
    assert found["all labels"] == found["all values"] == (None, None)


def test_without_samples_there_are_the_same_figures() -> None:
    project = random_project(random.Random(2), ("amal", "huda", "noor"), 6)
    compared = [article(**layers) for layers in project]
    with_samples, without = told(of(*compared, bootstrap=Bootstrap(ROUNDS))), told(of(*compared))
    assert without == {what: (figure, None) for what, (figure, _) in with_samples.items()}


def test_a_label_tells_on_how_many_articles_it_is() -> None:
    found = of(
        article(amal=[span(0, 2)], noor=[], huda=[]),
        article(amal=[], noor=[span(0, 2)]),
        article(amal=[span(0, 2, "date")], noor=[]),
    )
    assert [(found.labels[label].articles, found.labels[label].support) for label in LABELS] == [
        *((2, 2), (0, 0), (1, 1))
    ]
    assert found.labels["base"].is_thin
