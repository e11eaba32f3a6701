"""In a release nothing leaks from one split into another, and what was released stays."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.manifest import CARD, MANIFEST
from annotator.core.progress import Quiet
from annotator.core.release import shares_of
from annotator.core.splits import SplitBy
from annotator.store.project import Project
from annotator.workflow.datasets.release import release
from annotator.workflow.datasets.release_plan import plan_release
from annotator.workflow.review.accepting import accept_singles
from tests.core.test_duplicates import exact
from tests.workflow.datasets.test_release import LEAD, ORDER, lines, released, splits_in, text_of


def test_the_same_story_shares_a_split_and_the_highest_likeness_across_is_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(30)), author="amal")
    twins = [
        {"name": f"twin {one}.txt", "text": "عاجل: " + text_of(one, 100), "spans": []}
        for one in range(10)
    ]
    far = {"name": "far.txt", "text": text_of(25, 20) + " " + text_of(99), "spans": []}
    bring(led, *twins, far, author="amal")
    report = released(led, tmp_path / "out")
    splits = splits_in(tmp_path / "out")
    assert report.plan.same_story == 10
    assert all(splits[f"{one}.txt"] == splits[f"twin {one}.txt"] for one in range(10))
    highest = report.plan.highest
    assert highest is not None
    texts = {f"{one}.txt": text_of(one) for one in range(30)}
    texts |= {one["name"]: one["text"] for one in (*twins, far)}
    across = [
        (exact(texts[one], texts[other]), {one, other})
        for one, other in combinations(texts, 2)
        if splits[one] != splits[other]
    ]
    assert highest.similarity == pytest.approx(max(across)[0], abs=1e-12)
    assert (pytest.approx(highest.similarity), {highest.article, highest.other}) in across
    assert 0 < highest.similarity < 0.2


def test_a_brief_within_a_longer_article_shares_its_split(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    full = [{"name": f"{one}.txt", "text": text_of(one, 400), "spans": []} for one in range(40)]
    briefs = [
        {"name": f"brief {one}.txt", "text": " ".join(text_of(one, 400).split()[100:140])}
        for one in range(40)
    ]
    bring(led, *full, *(one | {"spans": []} for one in briefs), author="amal")
    report = released(led, tmp_path / "out", replace(ORDER, shares=shares_of("60/20/20")))
    splits = splits_in(tmp_path / "out")
    assert all(splits[f"{one}.txt"] == splits[f"brief {one}.txt"] for one in range(40))
    assert report.plan.same_story == 40


def test_where_splits_share_nothing_no_likeness_is_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    words = [f"{first}{second}" for first in "بتجحدر" for second in "سشصطعف"]
    texts = [" ".join(word + letter for word in words) for letter in "قكلمنهوي"]
    bring(led, *({"name": f"{text[:3]}.txt", "text": text, "spans": []} for text in texts))
    with pytest.raises(RefusedAct, match="No article is ready"):
        released(led, tmp_path / "none")
    bring(led, *({"text": f"{text} آخر", "spans": []} for text in texts), author="amal")
    report = released(led, tmp_path / "out", replace(ORDER, shares=shares_of("50/50")))
    assert {there.articles for there in report.plan.figures.values()} == {4}
    assert (report.plan.highest, report.plan.most_within) == (None, None)
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "No two articles in different splits were found to share a run of three words." in card


def test_articles_stay_in_their_split_and_what_bridges_is_left_out(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(20)), author="amal")
    released(led, tmp_path / "one")
    earlier = splits_in(tmp_path / "one")
    inside = {split: name for name, split in earlier.items()}
    one, other = (int(inside[split].removesuffix(".txt")) for split in ("train", "test"))
    bridge = {"name": "bridge.txt", "text": text_of(one) + " " + text_of(other), "spans": []}
    bring(led, *lines(range(20, 60)), bridge, author="amal")
    report = released(led, tmp_path / "two", replace(ORDER, name="v2", seed=9))
    later = splits_in(tmp_path / "two")
    assert earlier.items() <= later.items()
    assert len(later) == 60
    ((left_out, near),) = [(one.article, one.near) for one in report.plan.bridging]
    assert (left_out, near in {f"{one}.txt", f"{other}.txt"}) == ("bridge.txt", True)


def test_articles_that_a_lead_puts_together_share_a_split(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(10)), author="amal")
    group = tuple(f"{one}.txt" for one in (1, 4, 7))
    released(led, tmp_path / "out", replace(ORDER, together=(group,)))
    assert len({splits_in(tmp_path / "out")[name] for name in group}) == 1
    first, second = [name for name in group if name != "4.txt"]
    (article,) = (one for one in led.articles.each() if one.name == first)
    bring(led, {"name": "bare.txt", "text": text_of(99)})
    titles = Counter(one.title for one in led.articles.each())
    (by_title,) = (one.title for one in led.articles.each() if one.name == second)
    assert titles[by_title] == 1
    groups = ((article.id, by_title), ("bare.txt", "6.txt"))  # one by its id, one not ready
    released(led, tmp_path / "by id", replace(ORDER, name="by id", together=groups))
    told = [
        json.loads((tmp_path / folder / MANIFEST).read_text("utf-8"))["together"]
        for folder in ("out", "by id")
    ]
    assert told == [[list(group)], [[first, second]]]
    bring(led, {"name": "copy.txt", "title": by_title, "text": text_of(98)})
    for name in ("none.txt", by_title):  # a title that two have is that of neither
        with pytest.raises(UnknownName, match=r"The project has no article “"):
            released(led, tmp_path / "two", replace(ORDER, name="v2", together=((name,),)))


def test_a_group_holds_together_over_an_article_that_is_not_ready(
    led: Project, bring: Callable[..., Any]
) -> None:
    bring(led, *lines(range(20)), author="amal")
    bring(led, {"name": "bare.txt", "text": text_of(99)})
    accept_singles(led, LEAD, Quiet())
    names = led.articles.names()
    for seed in range(12):
        group = ("1.txt", "bare.txt", "2.txt")
        order = replace(ORDER, together=(group,), seed=seed, shares=shares_of("50/25/25"))
        plan = plan_release(led, order, Quiet())
        splits = {names[one]: split for one, split in plan.splits.items()}
        assert splits["1.txt"] == splits["2.txt"], seed


def test_what_was_released_and_is_not_ready_now_keeps_its_twin_in_its_split(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(20)), author="amal")
    order = replace(ORDER, shares=shares_of("50/25/25"))
    released(led, tmp_path / "one", order)
    earlier = splits_in(tmp_path / "one")
    other = {"label": "actor", "start": 3, "end": 5}
    bring(led, *lines(range(20), spans=[other]), author="nasser")  # now they differ
    twins = [
        {"name": f"twin {one}", "text": "عاجل: " + text_of(one, 110), "spans": []}
        for one in range(20)
    ]
    bring(led, *twins, author="amal")
    report = released(led, tmp_path / "two", replace(order, name="v2"))
    later = splits_in(tmp_path / "two")
    assert report.plan.not_ready.keys() == earlier.keys()
    assert later == {f"twin {one}": earlier[f"{one}.txt"] for one in range(20)}
    assert report.plan.same_story == 0  # none of those that are in it
    assert report.plan.stayed == 0
    bridge = {"name": "bridge.txt", "text": text_of(0) + " " + text_of(1), "spans": []}
    for one in range(1, 20):
        if earlier[f"{one}.txt"] != earlier["0.txt"]:
            bridge["text"] = text_of(0) + " " + text_of(one)
    bring(led, bridge, author="amal")
    third = released(led, tmp_path / "three", replace(order, name="v3"))
    assert [one.article for one in third.plan.bridging] == ["bridge.txt"]
    assert third.plan.stayed == len(twins)


def test_a_split_that_was_left_out_once_moves_articles_and_that_is_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(20)), author="amal")
    accept_singles(led, LEAD, Quiet())
    bring(led, *lines(range(20, 40)), author="amal")
    order = replace(ORDER, shares=shares_of("50/25/25"))
    first = release(led, tmp_path / "one", order, LEAD, Quiet())
    assert first.plan.moved == {}
    accept_singles(led, LEAD, Quiet())
    without = replace(order, name="v2", shares=shares_of("80/20"))
    second = release(led, tmp_path / "two", without, LEAD, Quiet())
    splits = [splits_in(tmp_path / out) for out in ("one", "two")]
    dev = {name for name, split in splits[0].items() if split == "dev"}
    assert second.plan.moved == {name: ("dev", splits[1][name]) for name in dev}
    assert len(dev) == 5
    third = release(led, tmp_path / "three", replace(order, name="v3"), LEAD, Quiet())
    assert third.plan.moved == {}
    assert splits_in(tmp_path / "three") == splits[1]
    assert third.plan.empty == ["dev"]
    card = (tmp_path / "three" / CARD).read_text("utf-8")
    assert "Nothing is in dev: there were too few articles" in card
    assert "last: 5." in (tmp_path / "two" / CARD).read_text("utf-8")


def test_by_outlet_one_outlet_may_be_written_in_several_ways(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    outlets = [
        ("Reuters", "REUTERS"),
        ("صحيفة", "صحيفه "),
        ("RT", "\u200fRT"),
        ("é\xa0x", "e\u0301 x"),
    ]
    for number, spellings in enumerate(outlets):
        for at, outlet in enumerate(spellings):
            first = 10 * number + 5 * at
            bring(led, *lines(range(first, first + 5), outlet=outlet), author="amal")
    order = replace(ORDER, by=SplitBy.OUTLET, shares=shares_of("50/25/25"))
    released(led, tmp_path / "out", order)
    found: dict[int, set[str]] = {}
    for name, split in splits_in(tmp_path / "out").items():
        found.setdefault(int(name.partition(".")[0]) // 10, set()).add(split)
    assert [len(splits) for splits in found.values()] == [1, 1, 1, 1]
    assert set.union(*found.values()) == {"train", "dev", "test"}


def test_by_time_what_is_older_than_an_earlier_split_is_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    for first, month in ((0, "01"), (20, "02")):
        dated = [
            one | {"published": f"2026-{month}-{1 + at:02}"}
            for at, one in enumerate(lines(range(first, first + 20)))
        ]
        bring(led, *dated, author="amal")
        order = replace(ORDER, by=SplitBy.TIME, name=f"v{month}")
        report = released(led, tmp_path / month, order)
        told = "older than the newest one of an earlier split"
        assert (told in (tmp_path / month / CARD).read_text("utf-8")) is (month == "02")
        # The four of January that are in dev and test stay there, and train goes on to February.
        assert report.plan.out_of_time == (4 if month == "02" else 0)


def test_by_outlet_what_an_earlier_release_parted_is_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    told = "does not tell of outlets never seen"
    for first, outlet in ((0, "RT"), (5, "سانا"), (10, "AFP")):
        bring(led, *lines(range(first, first + 5), outlet=outlet), author="amal")
    order = replace(ORDER, by=SplitBy.OUTLET, shares=shares_of("34/33/33"))
    released(led, tmp_path / "v1", replace(ORDER, shares=order.shares))
    assert told not in (tmp_path / "v1" / CARD).read_text("utf-8")
    report = released(led, tmp_path / "v2", replace(order, name="v2"))
    splits: dict[int, set[str]] = {}
    for name, split in splits_in(tmp_path / "v2").items():
        splits.setdefault(int(name.partition(".")[0]) // 5, set()).add(split)
    assert report.plan.parted_outlets == sum(len(one) > 1 for one in splits.values()) > 0
    assert told in (tmp_path / "v2" / CARD).read_text("utf-8")


def test_the_same_seed_makes_the_same_splits_in_another_copy(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(40)), author="amal")
    accept_singles(led, LEAD, Quiet())
    copies = []
    for number in range(2):
        led.backup(tmp_path / f"{number}.db", Quiet())
        with Project.open(tmp_path / f"{number}.db") as copy:
            release(copy, tmp_path / f"out{number}", ORDER, LEAD, Quiet())
        copies.append(splits_in(tmp_path / f"out{number}"))
    assert copies[0] == copies[1]
    assert Counter(copies[0].values()) == {"train": 32, "dev": 4, "test": 4}
