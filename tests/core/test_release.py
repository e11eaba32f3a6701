"""What a lead orders is checked before anything is done: no word of it ends in a stack trace."""

import pytest

from annotator.core.errors import RefusedAct
from annotator.core.release import (
    Order,
    group_of,
    joined,
    refuse_unfit_name,
    shares_of,
    told_group,
    told_shares,
)


@pytest.mark.parametrize(
    "name", ["", " ", " v1", "a\tb", "a\nb", "a\rb", "a\x1bb", "a\x00b", "\udcff", "a" * 101]
)
def test_a_name_that_no_release_can_bear_is_refused(name: str) -> None:
    with pytest.raises(RefusedAct, match="cannot name a release"):
        Order(name, ("jsonl",), shares_of("100")).refuse_unfit()


@pytest.mark.parametrize("name", ["v1", "إصدار أول", "می\u200cخواهم", "a" * 100])
def test_any_other_name_will_do(name: str) -> None:
    refuse_unfit_name(name)


@pytest.mark.parametrize("licence", ["\udcff", "a\x00b"])
def test_a_licence_that_is_no_text_is_refused(licence: str) -> None:
    order = Order("v1", ("jsonl",), shares_of("100"), licence=licence)
    with pytest.raises(RefusedAct, match="The licence holds"):
        order.refuse_unfit()


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("", ()),
        ("a, b", ("a", "b")),
        ('"a, b", c', ("a, b", "c")),
        ("a\rb", ("a b",)),
        ("a,\r\nb\n", ("a", "b")),
        ('"a', ("a",)),
        (",,", ()),
    ],
)
def test_a_group_is_a_list_of_names(told: str, names: tuple[str, ...]) -> None:
    assert group_of(told) == names


@pytest.mark.parametrize("told", ["80/10/10", "90/10", "100", "80/20/0", "8/1/1"])
def test_shares_are_told_as_they_are_written(told: str) -> None:
    assert told_shares(shares_of(told)) == told


@pytest.mark.parametrize("names", [("a", "b"), ("a, b", "c"), ('so "called"', "c")])
def test_a_group_is_told_as_it_is_written(names: tuple[str, ...]) -> None:
    assert group_of(told_group(names)) == names


def test_a_group_that_is_no_list_is_refused() -> None:
    with pytest.raises(RefusedAct, match="no list of articles"):
        group_of("a" * 131_073)


def test_a_group_holds_together_by_pairs() -> None:
    assert joined([["a", "b", "c"], ["d"], []]) == [("a", "b"), ("b", "c")]
