"""Who gets which article: evenly, by chance that can be repeated."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.assigning import HandingPlan, hand_out
from annotator.core.errors import RefusedAct

AUTHORS = ("amal", "nasser", "salma", "omar", "dina")


def texts(count: int, first: int = 0) -> dict[str, str]:
    """Return hashes by the ids of so many articles."""
    return {f"a{number}": f"hash {number}" for number in range(first, first + count)}


@st.composite
def plans(draw: st.DrawFn) -> HandingPlan:
    authors = AUTHORS[: draw(st.integers(1, len(AUTHORS)))]
    per_article = draw(st.integers(min(2, len(authors)), len(authors)))
    return HandingPlan(authors, per_article, draw(st.floats(0, 1)), draw(st.integers(0, 5)))


@given(plans(), st.integers(0, 60))
def test_everybody_gets_as_many_and_as_many_are_shared_as_asked(
    plan: HandingPlan, count: int
) -> None:
    given_out = hand_out(plan, texts(count), {}, {})
    assert given_out.keys() == texts(count).keys()
    loads = Counter(author for authors in given_out.values() for author in authors)
    numbers = [loads[author] for author in plan.authors]
    assert max(numbers) - min(numbers) <= 1
    sizes = Counter(map(len, given_out.values()))
    assert set(sizes) <= {1, plan.per_article}
    if plan.per_article > 1:
        assert sizes[plan.per_article] == plan.shared_of(count)
        assert sizes[plan.per_article] >= min(1, count)
        assert sizes[plan.per_article] >= plan.share * count - 1e-6


@given(plans(), st.integers(0, 40), st.integers(0, 40))
def test_trying_again_gives_only_what_is_new(plan: HandingPlan, count: int, more: int) -> None:
    before = hand_out(plan, texts(count), {}, {})
    assert hand_out(plan, texts(count), before, {}) == {}
    after = hand_out(plan, texts(count + more), before, {})
    assert after.keys() == texts(more, first=count).keys()
    both = before | after
    loads = Counter(author for authors in both.values() for author in authors)
    numbers = [loads[author] for author in plan.authors]
    assert max(numbers) - min(numbers) <= 1
    if plan.per_article > 1:
        shared = sum(len(authors) > 1 for authors in both.values())
        # One that is owed for the first articles alone may be more than all of them need.
        assert shared == max(plan.shared_of(count), plan.shared_of(count + more))


@given(plans(), st.integers(1, 30))
def test_chance_hangs_on_the_texts_and_the_seed_alone(plan: HandingPlan, count: int) -> None:
    there = texts(count)
    turned = dict(reversed(there.items()))
    others = HandingPlan(plan.authors[::-1], plan.per_article, plan.share, plan.seed)
    one, other = hand_out(plan, there, {}, {}), hand_out(others, turned, {}, {})
    assert {a: set(who) for a, who in one.items()} == {a: set(who) for a, who in other.items()}


def test_another_seed_hands_out_otherwise() -> None:
    found = [hand_out(HandingPlan(AUTHORS, 2, 0.2, seed), texts(20), {}, {}) for seed in (0, 1)]
    assert found[0] != found[1]


def test_each_two_have_as_many_articles_together() -> None:
    given_out = hand_out(HandingPlan(AUTHORS[:4], 2, 1.0), texts(24), {}, {})
    pairs = Counter(frozenset(authors) for authors in given_out.values())
    assert [pairs[frozenset(two)] for two in combinations(AUTHORS[:4], 2)] == [4] * 6


def test_who_has_begun_an_article_gets_it() -> None:
    begun = {"a0": ["nasser"], "a1": ["amal", "nasser"], "a2": ["somebody else"]}
    given_out = hand_out(HandingPlan(("amal", "nasser"), 2, 0.0), texts(3), {}, begun)
    assert given_out["a0"] == ("nasser",)
    assert set(given_out["a1"]) == {"amal", "nasser"}
    assert [len(given_out[one]) for one in ("a0", "a1", "a2")] == [1, 2, 1]


def test_what_is_assigned_counts_for_the_balance() -> None:
    there = texts(10)
    assigned = dict.fromkeys(list(there)[:5], ("amal",))
    given_out = hand_out(HandingPlan(("amal", "nasser"), 2, 0.0), there, assigned, {})
    loads = Counter(author for authors in given_out.values() for author in authors)
    assert loads == {"amal": 1, "nasser": 5}  # one of the five is shared


@pytest.mark.parametrize(
    ("authors", "per_article", "share", "sentence"),
    [
        ((), 1, 0.2, "Name the authors"),
        (("amal", "amal"), 2, 0.2, "“amal” is named twice"),
        (("amal", "nasser"), 1, 0.2, "needs two authors at least"),
        (("amal", "nasser"), 3, 0.2, "than are named: 2"),
        (("amal",), 2, 0.2, "than are named: 1"),
        (("amal", "nasser"), 2, 1.5, "a number from 0 to 1"),
        (("amal", "nasser"), 2, float("nan"), "a number from 0 to 1"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(
    authors: tuple[str, ...], per_article: int, share: float, sentence: str
) -> None:
    with pytest.raises(RefusedAct, match=sentence):
        HandingPlan(authors, per_article, share)


@given(plans(), st.integers(1, 40), st.data())
def test_nobody_gets_what_they_are_barred_from_and_what_all_are_barred_from_is_left(
    plan: HandingPlan, count: int, data: st.DataObject
) -> None:
    articles = texts(count)
    barred = {
        one: data.draw(st.sets(st.sampled_from(plan.authors)))
        for one in data.draw(st.sets(st.sampled_from(sorted(articles))))
    }
    given_out = hand_out(plan, articles, {}, {}, barred)
    for one, authors in given_out.items():
        assert authors
        assert not set(authors) & barred.get(one, set())
    left = {one for one, authors in barred.items() if authors == set(plan.authors)}
    assert given_out.keys() == articles.keys() - left
