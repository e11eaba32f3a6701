import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.adjudication import settle
from annotator.core.causes import Cause, cause_of
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, Span
from annotator.core.text import sha256_of
from annotator.core.values import DateValue
from tests.core.review import DONE, TEXT, drawn, layer, settled_by, span
from tests.core.test_adjudication import seed_layers

LABELS = LabelSet.default()


def causes(*layers: Layer) -> list[Cause]:
    conflicts = settled_by(layers).conflicts
    return [cause_of(conflict, TEXT, LABELS, ARABIC) for conflict in conflicts]


def causes_in(text: str, *answers: tuple[str, str]) -> list[Cause]:
    """Return the causes where each author marked one quote of ``text`` as a label."""
    article = Article("a", "a", "", text, sha256_of(text))
    layers = [
        Layer(
            "a",
            f"author {number}",
            (Span(text.index(quote), text.index(quote) + len(quote), label, quote),),
            DONE,
            1,
        )
        for number, (label, quote) in enumerate(answers)
    ]
    found = settle(article, layers).conflicts
    return [cause_of(conflict, text, LABELS, ARABIC) for conflict in found]


def test_all_differences_of_the_seeds_have_the_cause_that_is_listed() -> None:
    listed = {
        (one["article"], one["start"], one["end"]): one["cause"]
        for one in map(
            json.loads, (paths.seeds() / "differences.jsonl").read_text("utf-8").splitlines()
        )
    }
    amal, nasser = seed_layers("amal"), seed_layers("nasser")
    found = {
        (name, conflict.start, conflict.end): cause_of(conflict, article.text, LABELS, ARABIC)
        for name, (article, one) in amal.items()
        for conflict in settle(article, [one, nasser[name][1]]).conflicts
    }
    assert found == listed
    assert set(found.values()) == set(Cause)


def test_what_some_missed_and_others_agree_on_is_missed() -> None:
    assert causes(layer("amal", span(20, 24)), layer("nasser"), layer("huda", span(20, 24))) == [
        Cause.MISSED
    ]


def test_what_one_missed_and_others_differ_on_has_the_cause_of_the_others() -> None:
    assert causes(layer("amal", span(20, 24)), layer("nasser"), layer("huda", span(19, 24))) == [
        Cause.QUOTE
    ]


@pytest.mark.parametrize("label", ["date", "actor"])
def test_one_long_span_against_two_short_ones_is_split_whatever_they_say(label: str) -> None:
    assert causes(
        layer("amal", span(26, 38, "date")),
        layer("nasser", span(26, 32, label), span(33, 38, "date")),
    ) == [Cause.SPLIT]


def test_a_span_within_another_is_no_split() -> None:
    assert causes(
        layer("amal", span(0, 12, "actor")),
        layer("nasser", span(0, 11, "actor"), span(7, 12, "actor")),
    ) == [Cause.BORDER]


def test_another_label_comes_before_another_border() -> None:
    assert causes_in("في قسرك", ("base", "قسرك"), ("actor", " قسرك")) == [Cause.LABEL]


def test_two_different_causes_at_the_borders_make_border() -> None:
    assert causes_in("إلى «والتنف» أمس", ("base", "التنف"), ("base", "والتنف»")) == [Cause.BORDER]
    assert causes_in("إلى «التنف» أمس", ("base", "التنف"), ("base", "«التنف»")) == [Cause.QUOTE]


def test_three_authors_with_two_causes_between_them_make_border() -> None:
    assert causes_in("إلى والتنف", ("base", "والتنف"), ("base", "التنف"), ("base", "تنف")) == [
        Cause.BORDER
    ]


def test_another_value_is_a_cause_only_where_the_borders_are_the_same() -> None:
    one, other = DateValue("2026-02-24"), DateValue("2026-02-23")
    assert causes(
        layer("amal", span(26, 29, "date", one)), layer("nasser", span(26, 29, "date", other))
    ) == [Cause.VALUE]
    assert causes(
        layer("amal", span(26, 29, "date", one)), layer("nasser", span(26, 38, "date", other))
    ) == [Cause.BORDER]


@given(st.lists(drawn, min_size=2, max_size=4))
def test_every_conflict_has_a_cause_that_does_not_hang_on_the_order_of_layers(
    answers: list[list[Span]],
) -> None:
    layers = [layer(f"author {number}", *spans) for number, spans in enumerate(answers)]
    assert causes(*layers) == causes(*reversed(layers))
