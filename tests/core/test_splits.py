"""Splits do not leak, stay, have their sizes, and spread the labels; in that order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.splits import Candidate, Parted, SplitBy, out_of_time, part

SHARES = {"train": 80, "dev": 10, "test": 10}


def numbered(count: int, **fields: str) -> list[Candidate]:
    return [
        Candidate(f"{number:04}", {"base": 1 + number % 3}, **fields) for number in range(count)
    ]


def sizes(parted: Parted) -> Counter[str]:
    return Counter(parted.splits.values())


def test_sizes_are_those_asked_for() -> None:
    assert sizes(part(numbered(200), [], SHARES)) == {"train": 160, "dev": 20, "test": 20}
    assert sizes(part(numbered(10), [], SHARES)) == {"train": 8, "dev": 1, "test": 1}
    assert sizes(part(numbered(3), [], {"train": 1, "test": 0})) == {"train": 3}


def test_the_seed_decides_and_not_the_order_in_which_articles_come() -> None:
    articles = numbered(100)
    joined = [("0001", "0002"), ("0002", "0003"), ("0050", "0051")]
    one = part(articles, joined, SHARES, seed=1)
    turned = [(second, first) for first, second in reversed(joined)]
    assert part(articles[::-1], turned, SHARES, seed=1) == one
    assert part(articles, joined, SHARES, seed=2).splits != one.splits


def test_rare_labels_are_spread() -> None:
    rare = [Candidate(f"r{number}", {"base": 1, "figure": 5}) for number in range(10)]
    parted = part(numbered(190) + rare, [], SHARES)
    assert Counter(parted.splits[one.key] for one in rare) == {"train": 8, "dev": 1, "test": 1}


keys = st.integers(0, 39).map(lambda number: f"{number:04}")
pairs = st.lists(st.tuples(keys, keys).filter(lambda pair: pair[0] != pair[1]), max_size=25)


@given(joined=pairs, seed=st.integers(0, 5))
def test_what_belongs_together_shares_a_split(joined: Sequence[tuple[str, str]], seed: int) -> None:
    parted = part(numbered(40), joined, SHARES, seed=seed)
    assert parted.bridging == {}
    assert len(parted.splits) == 40
    for one, other in joined:
        assert parted.splits[one] == parted.splits[other]


@given(
    first=pairs,
    more=pairs,
    old=st.integers(1, 39),
    by=st.sampled_from(SplitBy),
    outlets=st.lists(st.sampled_from([None, "a", "b", "c"]), min_size=40, max_size=40),
)
def test_nothing_leaks_and_what_was_released_stays(
    first: list[tuple[str, str]],
    more: list[tuple[str, str]],
    old: int,
    by: SplitBy,
    outlets: list[str | None],
) -> None:
    articles = [
        Candidate(one.key, one.labels, f"2026-01-{1 + number % 28:02}", outlets[number])
        for number, one in enumerate(numbered(40))
    ]
    earlier = part(articles[:old], first, SHARES, by=by)
    known = [
        Candidate(one.key, one.labels, one.published, one.outlet, earlier.splits.get(one.key))
        for one in articles
    ]
    released = set(earlier.splits)
    # What was released and is now too near to another split could not stay: those come apart.
    later = [pair for pair in first + more if not set(pair) <= released] + [
        pair for pair in first if set(pair) <= released
    ]
    parted = part(known, later, SHARES, by=by)
    for key, split in earlier.splits.items():
        assert parted.splits[key] == split
    assert parted.splits.keys() | parted.bridging.keys() == {one.key for one in articles}
    assert not parted.splits.keys() & parted.bridging.keys()
    for one, other in later:
        if one in parted.splits and other in parted.splits:
            assert parted.splits[one] == parted.splits[other]
    for key, other in parted.bridging.items():
        assert (key, other) in later or (other, key) in later


def test_a_new_article_that_bridges_two_splits_is_left_out() -> None:
    old = [Candidate("a", before="train"), Candidate("b", before="test")]
    new = [Candidate("c"), Candidate("d")]
    parted = part(old + new, [("a", "c"), ("c", "b"), ("d", "b")], SHARES)
    assert parted.splits == {"a": "train", "b": "test", "d": "test"}
    assert parted.bridging == {"c": "b"}


def test_released_articles_that_turn_out_too_near_are_told_and_do_not_leak() -> None:
    old = [Candidate("a", before="train"), Candidate("b", before="test")]
    parted = part(old, [("a", "b")], SHARES)
    assert len(parted.splits) == len(parted.bridging) == 1


def test_by_time_the_newest_are_the_test() -> None:
    articles = [Candidate(f"{day:02}", published=f"2026-01-{day:02}") for day in range(1, 31)]
    parted = part(articles, [("03", "30")], SHARES, by=SplitBy.TIME)
    days = {
        split: sorted(key for key, own in parted.splits.items() if own == split) for split in SHARES
    }
    assert sizes(parted) == {"train": 24, "dev": 3, "test": 3}
    assert max(days["train"]) < min(days["dev"])
    assert days["test"] == ["03", "29", "30"]


def test_by_outlet_none_is_in_two_splits() -> None:
    articles = [Candidate(f"{number:03}", outlet=f"outlet {number % 20}") for number in range(200)]
    parted = part(articles, [("000", "001")], SHARES, by=SplitBy.OUTLET)
    splits: dict[str, set[str]] = {}
    for one in articles:
        if one.key in parted.splits:
            splits.setdefault(one.outlet or "", set()).add(parted.splits[one.key])
    assert all(len(found) == 1 for found in splits.values())
    left_out = len(parted.bridging)
    assert left_out == (0 if parted.splits.get("000") == parted.splits.get("001") else 1)
    later = [
        Candidate(one.key, outlet=one.outlet, before=parted.splits.get(one.key))
        for one in articles
        if one.key in parted.splits
    ]
    more = [Candidate(f"new {number}", outlet=f"outlet {number}") for number in range(20)]
    again = part(later + more, [], SHARES, by=SplitBy.OUTLET)
    for one in more:
        assert again.splits[one.key] in splits[one.outlet or ""]


@given(
    first=pairs,
    more=pairs,
    outlets=st.lists(st.sampled_from([None, "a", "b", "c", "d"]), min_size=40, max_size=40),
    old=st.integers(0, 39),
    seed=st.integers(0, 20),
)
def test_by_outlet_none_is_in_two_splits_in_a_later_release_either(
    first: list[tuple[str, str]],
    more: list[tuple[str, str]],
    outlets: list[str | None],
    old: int,
    seed: int,
) -> None:
    articles = [replace(one, outlet=outlets[at]) for at, one in enumerate(numbered(40))]
    earlier = part(articles[:old], first, SHARES, seed=seed, by=SplitBy.OUTLET).splits
    known = [replace(one, before=earlier.get(one.key)) for one in articles]
    parted = part(known, first + more, SHARES, seed=seed, by=SplitBy.OUTLET)
    where: dict[str, set[str]] = {}
    for one in known:
        if one.outlet is not None and one.key in parted.splits:
            where.setdefault(one.outlet, set()).add(parted.splits[one.key])
    assert all(len(found) == 1 for found in where.values())


def test_what_has_no_outlet_never_draws_two_outlets_together() -> None:
    old = [Candidate(f"o{at}", outlet="old", before="test") for at in range(3)]
    new = [Candidate(f"n{at}", outlet="new") for at in range(40)]
    middle = [Candidate("x"), Candidate("more", outlet="old")]
    joined = [("x", "more"), ("x", "n0")]
    shares = {"train": 95, "test": 5}
    for seed in range(30):
        parted = part(old + new + middle, joined, shares, seed=seed, by=SplitBy.OUTLET)
        assert parted.splits["more"] == "test"
        assert {parted.splits.get(one.key) for one in new} == {"train"}
        assert parted.bridging.keys() == {"x"}


def units_of(joined: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    """The articles that hang together with each, by another way: sets that are merged."""
    units = {one.key: {one.key} for one in numbered(40)}
    for one, other in joined:
        whole = units[one] | units[other]
        for key in whole:
            units[key] = whole
    return units


@given(
    joined=pairs,
    days=st.lists(st.integers(1, 28) | st.none(), min_size=40, max_size=40),
    shares=st.sampled_from([SHARES, {"train": 50, "dev": 25, "test": 25}, {"train": 9, "test": 1}]),
)
def test_by_time_no_story_goes_back_to_an_earlier_split(
    joined: list[tuple[str, str]], days: list[int | None], shares: dict[str, int]
) -> None:
    published = [day and f"2026-01-{day:02}" for day in days]
    articles = [replace(one, published=published[at]) for at, one in enumerate(numbered(40))]
    parted = part(articles, joined, shares, by=SplitBy.TIME)
    units = units_of(joined)
    day_of = {one.key: one.published or "" for one in articles}
    newest = {key: max(day_of[one] for one in unit) for key, unit in units.items()}
    by_split = [
        [newest[key] for key, own in parted.splits.items() if own == split] for split in shares
    ]
    filled = [found for found in by_split if found]
    for earlier, later in pairwise(filled):
        assert max(earlier) <= min(later)
    assert len(parted.splits) == 40
    largest = max(len(unit) for unit in units.values())
    whole = sum(shares.values())
    reached = wanted = 0.0
    for found, share in zip(by_split, shares.values(), strict=True):
        reached += len(found)
        wanted += share / whole * 40
        assert abs(reached - wanted) <= largest / 2 + 0.5


def test_by_time_a_large_story_is_not_put_before_older_articles() -> None:
    articles = [Candidate(f"{day:02}", published=f"2026-01-{day:02}") for day in range(1, 31)]
    joined = [(f"{day}", f"{day + 1}") for day in range(22, 27)]
    parted = part(articles, joined, SHARES, by=SplitBy.TIME)
    assert out_of_time(articles, parted.splits, SHARES) == 0
    assert set(parted.splits.values()) == SHARES.keys()


def test_what_is_older_than_an_earlier_split_is_counted() -> None:
    days = {"a": "2026-01-01", "b": "2026-02-01", "c": "2026-01-15", "d": "2026-01-20", "e": None}
    articles = [Candidate(key, published=day) for key, day in days.items()]
    splits = {"a": "train", "b": "train", "c": "dev", "d": "test", "e": "test"}
    assert out_of_time(articles, splits, SHARES) == 2
    assert out_of_time(articles, splits | {"b": "test"}, SHARES) == 0
    assert out_of_time(articles, splits | {"b": "dev"}, SHARES) == 1


@given(first=pairs, more=pairs, unready=st.sets(keys, max_size=20), by=st.sampled_from(SplitBy))
def test_what_is_not_ready_any_more_is_kept_clear_of(
    first: list[tuple[str, str]], more: list[tuple[str, str]], unready: set[str], by: SplitBy
) -> None:
    articles = numbered(40)
    earlier = part(articles[:25], first, SHARES, by=by).splits
    known = [
        replace(one, before=earlier.get(one.key), is_ready=one.key not in unready)
        for one in articles
        if one.key in earlier or one.key not in unready
    ]
    later = [pair for pair in first + more if not set(pair) <= earlier.keys()]
    parted = part(known, later, SHARES, by=by)
    assert not unready & (parted.splits.keys() | parted.bridging.keys())
    for one, other in [*later, *((other, one) for one, other in later)]:
        if one in unready & earlier.keys() and other in parted.splits:
            assert parted.splits[other] == earlier[one]


def test_sizes_are_those_of_what_is_released() -> None:
    gone = [replace(one, before="train", is_ready=False) for one in numbered(50)]
    new = [Candidate(f"n{number:04}") for number in range(100)]
    assert sizes(part(gone + new, [], SHARES)) == {"train": 80, "dev": 10, "test": 10}


@pytest.mark.parametrize("by", list(SplitBy))
def test_no_articles_make_no_splits(by: SplitBy) -> None:
    assert part([], [], SHARES, by=by) == Parted({}, {})
