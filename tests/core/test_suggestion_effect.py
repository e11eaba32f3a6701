"""What suggestions do, against a second reckoning from the layers themselves."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.comparison import Matches
from annotator.core.intervals import Bootstrap
from annotator.core.suggestion_effect import (
    FEWEST_IN_GROUP,
    Measure,
    SuggestedWork,
    SuggestionEffect,
    effect,
)

ROUNDS, SEED = 200, 5


def reckoned(works: Sequence[SuggestedWork], measure: Measure) -> float | None:
    """Reckon one figure of layers, as the words for it say."""
    match measure:
        case Measure.SECONDS:
            timed = [one for one in works if one.seconds > 0]
            spans = sum(one.worked for one in timed)
            return sum(one.seconds for one in timed) / spans if spans else None
        case Measure.SPANS:
            return sum(one.spans for one in works) / len(works) if works else None
        case Measure.EXACT:
            pairs = [(one.against_gold.exact, one) for one in works if one.against_gold]
        case Measure.OVERLAP:
            pairs = [(one.against_gold.overlap, one) for one in works if one.against_gold]
    found = sum(pair for pair, _ in pairs)
    layers = sum(one.spans for _, one in pairs)
    gold = sum(one.against_gold.spans - one.spans for _, one in pairs if one.against_gold)
    if not layers + gold:
        return None
    if not found:
        return 0.0
    precision, recall = found / layers, found / gold
    return 2 * precision * recall / (precision + recall)


def middle(figures: Sequence[float | None]) -> tuple[float, float] | None:
    """Return the borders of the middle 95 % of the figures that there are."""
    known = sorted(figure for figure in figures if figure is not None)
    if len(known) < 2:
        return None

    def at(part: float) -> float:
        place = part * (len(known) - 1)
        low = min(int(place), len(known) - 2)
        return known[low] + (place - low) * (known[low + 1] - known[low])

    return at(0.025), at(0.975)


def made(seed: int, articles: int = 30) -> list[SuggestedWork]:
    """Make layers of one or two authors on each of some articles."""
    chance = random.Random(seed)
    works = []
    for number in range(articles):
        is_shown = chance.random() < 0.6
        for _ in range(chance.choice((1, 2))):
            spans = chance.randrange(12)
            gold = chance.randrange(12)
            overlap = chance.randint(0, min(spans, gold))
            is_ready, is_measured = chance.random() < 0.7, chance.random() < 0.8
            matches = Matches(spans + gold, chance.randint(0, overlap), overlap)
            works.append(
                SuggestedWork(
                    article_id=f"article {number}",
                    is_shown=is_shown,
                    spans=spans,
                    seconds=chance.randrange(1, 200_000) / 1000 if is_measured else 0.0,
                    worked=chance.randint(0, spans),
                    against_gold=matches if is_ready else None,
                )
            )
    return works


def sides(works: Sequence[SuggestedWork]) -> tuple[list[SuggestedWork], list[SuggestedWork]]:
    return [one for one in works if one.is_shown], [one for one in works if not one.is_shown]


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("seed", range(4))
def test_figures_and_intervals_are_those_of_a_second_reckoning(seed: int, measure: Measure) -> None:
    works = made(seed)
    found = effect(works, Bootstrap(ROUNDS, SEED)).figures[measure]
    shown, withheld = (reckoned(some, measure) for some in sides(works))
    assert shown is not None
    assert withheld is not None
    assert found.shown.figure == pytest.approx(shown)
    assert found.withheld.figure == pytest.approx(withheld)
    assert found.difference == pytest.approx(shown - withheld)
    articles = {
        name: [one for one in works if one.article_id == name]
        for name in dict.fromkeys(one.article_id for one in works)
    }
    for group, some in zip((found.shown, found.withheld), sides(works), strict=True):
        alone = ([one for one in some if one.article_id == name] for name in articles)
        assert group.articles == sum(reckoned(layers, measure) is not None for layers in alone)
    chance = random.Random(SEED)
    drawn: list[tuple[float | None, float | None, float | None]] = []
    for _ in range(ROUNDS):
        names = chance.choices(list(articles), k=len(articles))
        sample = [one for name in names for one in articles[name]]
        one, other = (reckoned(some, measure) for some in sides(sample))
        drawn.append((one, other, None if one is None or other is None else one - other))
    told = found.shown.within, found.withheld.within, found.within
    for within, figures in zip(told, zip(*drawn, strict=True), strict=True):
        assert within == pytest.approx(middle(figures))


def doubled(works: Sequence[SuggestedWork]) -> list[SuggestedWork]:
    """Return two articles for each, of which one is in each group."""
    return [
        replace(one, article_id=f"{one.article_id} {is_shown}", is_shown=is_shown)
        for one in works
        for is_shown in (True, False)
    ]


@given(st.integers(0, 1000))
def test_groups_that_are_alike_differ_in_nothing(seed: int) -> None:
    found = effect(doubled(made(seed)), Bootstrap(ROUNDS, SEED))
    assert found.shown == found.withheld == 30
    for one in found.figures.values():
        assert one.difference == 0
        assert one.within is not None
        assert one.within.low <= 0 <= one.within.high
        assert not one.is_clear


@given(st.integers(0, 1000))
def test_the_other_way_round_each_difference_is_the_opposite(seed: int) -> None:
    works = made(seed)
    turned = [replace(one, is_shown=not one.is_shown) for one in works]
    one, other = (effect(some, Bootstrap(50, SEED)).figures for some in (works, turned))
    for measure in Measure:
        there, back = one[measure], other[measure]
        assert (there.shown, there.withheld) == (back.withheld, back.shown)
        assert there.is_clear == back.is_clear
        if there.within is not None:
            assert back.within == pytest.approx((-there.within.high, -there.within.low))


def apart(count: int, seconds: Sequence[int]) -> SuggestionEffect:
    """Compare so many articles in each group, of which those with suggestions take a third."""
    works = [
        SuggestedWork(
            article_id=f"{number} {is_shown}",
            is_shown=is_shown,
            spans=4,
            seconds=seconds[number % len(seconds)] * (1 if is_shown else 3),
            worked=4,
            against_gold=None,
        )
        for number in range(count)
        for is_shown in (True, False)
    ]
    return effect(works, Bootstrap(ROUNDS, SEED))


def test_what_is_far_apart_is_clear_once_there_is_enough_of_it() -> None:
    few, enough = (apart(count, (20, 24)) for count in (FEWEST_IN_GROUP - 1, FEWEST_IN_GROUP))
    assert few.is_thin
    assert not few.figures[Measure.SECONDS].is_clear
    assert few.figures[Measure.SECONDS].within is not None
    assert not enough.is_thin
    seconds = enough.figures[Measure.SECONDS]
    assert seconds.is_clear
    assert seconds.difference == pytest.approx(-11)
    # Nothing is known of gold, and spans are the same everywhere.
    assert enough.figures[Measure.EXACT].difference is None
    assert not enough.figures[Measure.EXACT].is_clear
    assert not enough.figures[Measure.SPANS].is_clear


def test_one_group_alone_has_no_difference() -> None:
    found = effect(sides(made(1))[0], Bootstrap(50))
    assert found.withheld == 0
    assert found.is_thin
    for one in found.figures.values():
        assert one.shown.figure is not None
        assert (one.withheld.figure, one.difference, one.within) == (None, None, None)


def test_an_article_can_be_in_both_groups() -> None:
    works = [replace(one, article_id=one.article_id.replace("1", "")) for one in made(2)]
    found = effect(works)
    shown, withheld = ({one.article_id for one in some} for some in sides(works))
    assert shown & withheld
    assert (found.shown, found.withheld) == (len(shown), len(withheld))
    assert not found.has_intervals


def test_of_no_layers_nothing_is_told() -> None:
    assert effect([], Bootstrap()) == SuggestionEffect()
