"""Agreement of layers; its intervals are tested with ``tally``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.agreement import FEWEST_ARTICLES, Agreement
from annotator.core.intervals import Bootstrap
from annotator.core.model import Span
from annotator.core.values import DateValue, EntryValue
from tests.core.compared import LABELS, TEXT, article, of, span


def test_a_case_by_hand() -> None:
    amal = [span(0, 2), span(3, 8), span(9, 11, "date"), span(12, 14, "actor")]
    noor = [span(0, 2), span(6, 11), span(12, 14)]
    found = of(article(amal=amal, noor=noor))
    # 4 + 3 spans.  One pair is exact: [0, 2).  By overlap also base [3, 8) with [6, 11).
    assert found.f1 == pytest.approx((2 * 1 / 7, 2 * 2 / 7))
    # Borders alone: [0, 2) and [12, 14) are the same; [3, 8) and [6, 11) overlap.
    assert found.matched.borders == pytest.approx((2 * 2 / 7, 2 * 3 / 7))
    # Three pairs: base and base twice, actor and base once; the date is left over.
    assert found.matched.labels == pytest.approx(2 / 3)
    assert found.confusion == {
        "base": {"base": 4, "actor": 1, "date": 0, None: 0},
        "actor": {"base": 1, "actor": 0, "date": 0, None: 0},
        "date": {"base": 0, "actor": 0, "date": 0, None: 1},
    }
    # Base: 2 + 3 spans, one pair exact, two by overlap.
    assert found.labels["base"].f1 == pytest.approx((2 / 5, 4 / 5))
    assert found.labels["actor"].f1 == found.labels["date"].f1 == (0, 0)
    assert [found.labels[label].support for label in LABELS] == [5, 1, 1]
    # Tokens of base, of 8: amal 0 1 2, noor 0 2 3 4: both 2, amal alone 1, noor alone 2, neither 3.
    # Observed 5/8, by chance (3x4 + 5x4) / 64 = 1/2: kappa is (5/8 - 1/2) / (1/2).
    assert found.labels["base"].kappa == pytest.approx(1 / 4)
    assert found.pairs[0].kappa["base"] == pytest.approx(1 / 4)


def test_a_pair_counts_all_spans_of_all_articles_together() -> None:
    # Of 2 spans all match, of 6 none: 2 x 1 / 8, not the mean of 1 and 0.
    one = article(amal=[span(0, 2)], noor=[span(0, 2)])
    other = article(
        amal=[span(0, 2), span(3, 5), span(6, 8)], noor=[span(9, 11), span(12, 14), span(15, 17)]
    )
    assert of(one, other).f1.exact == pytest.approx(2 / 8)


def test_the_headline_is_the_plain_mean_over_pairs() -> None:
    # amal and noor share one article of many; huda and noor another: 1 and 0.
    one = article(amal=[span(0, 2), span(3, 5)], noor=[span(0, 2), span(3, 5)])
    other = article(huda=[span(0, 2)], noor=[span(3, 5)])
    found = of(one, other)
    assert [(pair.first, pair.second, pair.articles) for pair in found.pairs] == [
        ("amal", "noor", 1),
        ("huda", "noor", 1),
    ]
    assert [pair.f1.exact for pair in found.pairs] == [1, 0]
    assert found.f1.exact == 0.5
    assert found.articles == 2


def test_where_both_marked_nothing_there_is_no_figure() -> None:
    found = of(article(amal=[], noor=[]))
    assert found.f1 == found.matched.borders == (None, None)
    assert found.matched.labels is found.matched.values is found.matched.entries is None
    assert found.pairs[0].f1 == (None, None)
    assert set(found.pairs[0].kappa.values()) == {None}
    assert found.articles == 1


def test_an_empty_layer_does_not_flatter() -> None:
    found = of(article(amal=[span(0, 2)], noor=[]))
    assert found.f1 == found.labels["base"].f1 == (0, 0)
    assert found.labels["base"].kappa == 0
    assert found.matched.labels is None


def test_a_pair_of_which_nothing_can_be_said_is_left_out_of_the_mean() -> None:
    drawn = [span(0, 2)]
    found = of(article(amal=drawn, noor=drawn), article(huda=[], rami=[]))
    assert found.f1 == (1, 1)


def test_without_articles_there_are_no_figures() -> None:
    found = of(bootstrap=Bootstrap(10))
    assert (found.articles, found.pairs, found.f1) == (0, (), (None, None))
    assert found.labels["base"].support == 0
    assert found.labels["base"].kappa is None
    assert found.intervals == (None, None)


def test_values_are_compared_where_both_say_one_of_one_label() -> None:
    day, other_day = DateValue("2026-02-23"), DateValue("2026-02-24")
    amal = [
        span(0, 2, "date", day),
        span(3, 5, "date", day),
        span(6, 8, "date", day),
        span(9, 11, "date", day, proposed=True),
        span(12, 14, "date", day),
    ]
    noor = [
        span(0, 2, "date", day),  # equal
        span(3, 5, "date", other_day),  # not
        span(6, 8, "date"),  # says nothing
        span(9, 11, "date", other_day),  # amal has not confirmed hers
        span(12, 14, "actor", day),  # of another label
    ]
    found = of(article(amal=amal, noor=noor))
    assert found.matched.values == found.labels["date"].values == 1 / 2
    assert found.matched.entries is None


def test_entries_are_compared_by_their_ids() -> None:
    amal = [span(0, 2, value=EntryValue("q", "قسرك")), span(3, 5, value=EntryValue("t", "التنف"))]
    noor = [span(0, 2, value=EntryValue("q", "قصرك")), span(3, 5, value=EntryValue("u", "التنف"))]
    found = of(article(amal=amal, noor=noor))
    assert found.matched.entries == found.matched.values == 1 / 2


def test_a_label_on_another_label_s_stretch_is_paired_with_its_like() -> None:
    both = [span(0, 2, "actor"), span(0, 2, "base")]
    found = of(article(amal=both, noor=both))
    assert found.matched.labels == 1
    assert found.confusion["base"] == {"base": 2, "actor": 0, "date": 0, None: 0}


def test_kappa_of_more_than_two_authors_is_that_of_fleiss() -> None:
    layers = {"amal": [span(0, 2)], "huda": [span(0, 2)], "noor": [span(3, 5)]}
    # Of 8 tokens, one given by 2 of 3 authors and one by 1: 1 - (2x1 + 1x2) / (8 x 3 x 2 p q),
    # p = 3/24.
    wanted = 1 - (2 + 2) / (8 * 3 * 2 * (3 / 24) * (21 / 24))
    assert of(article(**layers)).labels["base"].kappa == pytest.approx(wanted)


def test_few_articles_are_thin() -> None:
    one = article(amal=[span(0, 2)], noor=[span(0, 2)])
    assert of(*[one] * (FEWEST_ARTICLES - 1)).is_thin
    assert not of(*[one] * FEWEST_ARTICLES).is_thin


def test_intervals_hold_the_figures_and_can_be_repeated() -> None:
    right = article(amal=[span(0, 2)], noor=[span(0, 2)])
    wrong = article(amal=[span(0, 2)], noor=[span(0, 4)], huda=[span(0, 2)])
    articles = [right] * 12 + [wrong] * 5
    found = of(*articles, bootstrap=Bootstrap(200, seed=5))
    assert found == of(*articles, bootstrap=Bootstrap(200, seed=5))
    assert found != of(*articles, bootstrap=Bootstrap(200, seed=6))
    for f1, intervals in [
        (found.f1, found.intervals),
        *((pair.f1, pair.intervals) for pair in found.pairs),
        (found.labels["base"].f1, found.labels["base"].intervals),
    ]:
        assert f1.exact is not None
        assert intervals.exact is not None
        assert 0 <= intervals.exact.low <= f1.exact <= intervals.exact.high <= 1
    assert found.labels["date"].intervals == (None, None)


# -- whatever the layers

drawn_spans = st.builds(
    lambda start, length, label: span(start, min(start + length, len(TEXT)), label),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 9),
    st.sampled_from(LABELS),
)
one_layer = st.lists(drawn_spans, max_size=7, unique_by=lambda one: one.place)
layers_of_an_article = st.fixed_dictionaries(
    {"amal": one_layer, "noor": one_layer}, optional={"huda": one_layer}
)
projects = st.lists(layers_of_an_article, min_size=1, max_size=4)


def figures(found: Agreement) -> list[float | None]:
    """Every figure that lies between 0 and 1."""
    told = [*found.f1, *found.matched.borders, found.matched.labels, found.matched.values]
    for pair in found.pairs:
        told += [*pair.f1, *pair.matched.borders, pair.matched.labels]
    for label in found.labels.values():
        told += label.f1
    return told


@given(projects)
def test_figures_lie_between_nothing_and_all(project: list[dict[str, list[Span]]]) -> None:
    found = of(*(article(**layers) for layers in project))
    assert all(0 <= figure <= 1 for figure in figures(found) if figure is not None)
    for pair in found.pairs:
        assert (pair.f1.exact is None) == (pair.f1.overlap is None)
        if pair.f1.exact is not None and pair.f1.overlap is not None:
            assert pair.f1.exact <= pair.f1.overlap
        kappas = [kappa for kappa in pair.kappa.values() if kappa is not None]
        assert all(-1 <= kappa <= 1 for kappa in kappas)


@given(projects)
def test_the_names_of_authors_make_no_difference(project: list[dict[str, list[Span]]]) -> None:
    others = {"amal": "zayd", "huda": "noor", "noor": "abir"}
    found = of(*(article(**layers) for layers in project))
    renamed = [
        article(**{others[author]: spans for author, spans in layers.items()}) for layers in project
    ]
    again = of(*renamed)
    assert again.confusion == found.confusion
    assert (again.f1, again.matched, again.labels) == (found.f1, found.matched, found.labels)


@given(projects)
def test_the_order_of_spans_and_articles_makes_no_difference(
    project: list[dict[str, list[Span]]],
) -> None:
    turned = [
        article(**{author: spans[::-1] for author, spans in layers.items()})
        for layers in reversed(project)
    ]
    assert of(*turned) == of(*(article(**layers) for layers in project))


@given(st.lists(one_layer, min_size=1, max_size=4))
def test_layers_that_are_the_same_agree_wholly(layers: list[list[Span]]) -> None:
    found = of(*(article(amal=spans, noor=spans, huda=spans) for spans in layers))
    assert set(figures(found)) <= {1, None}
    assert (found.f1.exact == 1) == any(layers)
    for label in found.labels.values():
        assert label.kappa in (1, None)


@given(one_layer, one_layer, drawn_spans)
def test_a_span_that_both_add_never_lowers_the_agreement(
    amal: list[Span], noor: list[Span], added: Span
) -> None:
    if any(one.place == added.place for one in (*amal, *noor)):
        return
    before = of(article(amal=amal, noor=noor))
    after = of(article(amal=[*amal, added], noor=[*noor, added]))
    assert after.f1.exact is not None
    assert after.f1.overlap is not None
    assert after.f1.exact >= (before.f1.exact or 0)
    assert after.f1.overlap >= (before.f1.overlap or 0)


@given(projects)
def test_the_rows_of_the_confusion_hold_every_span_once_for_each_other_author(
    project: list[dict[str, list[Span]]],
) -> None:
    found = of(*(article(**layers) for layers in project))
    for label in LABELS:
        wanted = sum(
            (len(layers) - 1)
            * sum(one.label == label for spans in layers.values() for one in spans)
            for layers in project
        )
        assert sum(found.confusion[label].values()) == wanted
        assert found.labels[label].support == sum(
            one.label == label for layers in project for spans in layers.values() for one in spans
        )
        for other in LABELS:
            assert found.confusion[label][other] == found.confusion[other][label]
