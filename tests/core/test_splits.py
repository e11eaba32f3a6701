"""Splits do not leak, stay, have their sizes, and spread the labels; in that order."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.splits import Candidate, Parted, SplitBy, part

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


@pytest.mark.parametrize("by", list(SplitBy))
def test_no_articles_make_no_splits(by: SplitBy) -> None:
    assert part([], [], SHARES, by=by) == Parted({}, {})
