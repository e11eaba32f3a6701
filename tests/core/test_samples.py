"""A sample of agreed spans: which are drawn, and what a lead finds of them."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.conflicts import Place
from annotator.core.model import Layer, Span
from annotator.core.samples import Finding, Sample, Sampled, draw
from annotator.core.values import NumberValue


def found(count: int) -> list[Sampled]:
    return [
        Sampled(f"{n % 3}", n % 3, Span(n, n + 1, "base", "x", id=f"{n}")) for n in range(count)
    ]


@given(st.integers(0, 30), st.integers(0, 40), st.integers(0, 5), st.randoms())
def test_the_same_seed_draws_the_same_spans_in_the_order_of_the_text(
    there: int, count: int, seed: int, chance: random.Random
) -> None:
    lot = found(there)
    sample = draw(lot, count, seed)
    assert len(sample) == len(set(sample)) == min(there, count)
    assert [one.order for one in sample] == sorted(one.order for one in sample)
    chance.shuffle(lot)
    assert draw(lot, count, seed) == sample


def test_another_seed_draws_others_and_each_span_is_as_likely_as_the_others() -> None:
    lot = found(20)
    drawn = [one.span.id for seed in range(2_000) for one in draw(lot, 5, seed)]
    counts = [drawn.count(f"{n}") for n in range(20)]
    # 500 on average; four standard deviations are 78.
    assert 422 < min(counts) <= max(counts) < 578


def test_what_was_found_is_counted_and_can_be_said_anew() -> None:
    sample = Sample(draw(found(4), 4, 1), 1, 4)
    for finding in (Finding.RIGHT, Finding.CHANGED, Finding.GONE, Finding.OPEN):
        sample.find(finding)
        sample.step(1)
    assert sample.here is None
    assert sample.counts() == (2, 1, 1)
    sample.step(1)
    sample.step(-3)
    assert sample.here == sample.drawn[1]
    assert sample.finding() is Finding.CHANGED
    sample.find(Finding.RIGHT)
    assert sample.counts() == (2, 0, 1)
    sample.step(-9)
    assert sample.at == 0


def test_looking_at_what_became_of_spans_notes_no_decisions() -> None:
    sample = Sample(draw(found(4), 4, 1), 1, 4)
    for article_id in ("0", "1", "2"):
        sample.follow(article_id, (), {"by somebody else": ()})
    assert sample.counts() == (0, 0, 4)
    assert sample.decided == {}


def test_undo_and_redo_say_anew_what_was_changed_and_where_it_stands() -> None:
    (one,) = drawn = (Sampled("a", 1, Span(4, 8, "base", "قسرك")),)
    sample = Sample(drawn, 1, len(drawn))

    def follow(
        *spans: Span, standing: Mapping[str, Sequence[Place]] = MappingProxyType({})
    ) -> tuple[Finding, Place | None]:
        sample.follow("a", Layer("a", "gold", spans), standing)
        return sample.finding(), sample.place()

    assert follow(one.span) == (Finding.OPEN, (4, 8, "base"))
    sample.change([(3, 8, "base")], "first")
    sample.change([(2, 8, "base")], "second")
    wider, widest = Span(3, 8, "base", "وقسرك"), Span(2, 8, "base", " وقسرك")
    assert follow(widest) == (Finding.CHANGED, widest.place)
    assert follow(wider, standing={"first": [wider.place]}) == (
        Finding.CHANGED,
        wider.place,
    )  # one of two steps is taken back
    assert follow(one.span) == (Finding.OPEN, one.span.place)
    assert follow(widest, standing={"of another lead": [widest.place]})[0] is Finding.GONE
    assert follow(widest, standing={"second": [widest.place]}) == (Finding.CHANGED, widest.place)
    assert follow() == (Finding.CHANGED, None)
    inner = Span(5, 7, "base", "سر")
    assert follow(inner, standing={"second": ()}) == (Finding.CHANGED, None)  # not what lies in it
    sample.follow("b", Layer("b", "gold"))
    assert sample.counts() == (1, 1, 0)


def test_what_the_lead_has_not_changed_is_gone_unless_she_found_it_right() -> None:
    lot = tuple(Sampled("a", 1, Span(n, n + 1, "base", "x")) for n in range(2))
    sample = Sample(lot, 1, len(lot))
    sample.find(Finding.RIGHT)
    sample.follow("a", Layer("a", "gold"))
    assert sample.counts() == (1, 0, 1)
    sample.follow("a", Layer("a", "gold", (replace(lot[1].span, value=NumberValue(3, 3)),)))
    assert sample.counts() == (1, 0, 1)
    sample.follow("a", Layer("a", "gold", (lot[1].span,)))
    assert sample.counts() == (1, 0, 0)
