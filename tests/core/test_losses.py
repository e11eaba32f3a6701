from dataclasses import replace
from typing import Any

import pytest

from annotator.core.losses import Loss, LossAccount, LossKind, lost_where
from annotator.core.model import Direction, Source
from annotator.core.values import DateValue
from tests.formats.datasets import exported, span

TEXT = "فجر اليوم في قسرك"
BASE = span(TEXT, "قسرك", "base", note="see map", unsure=True)
DATE = span(TEXT, "اليوم", "date", DateValue("2026-02-23"))


def test_what_a_format_holds_is_no_loss() -> None:
    account = LossAccount()
    one = exported(TEXT, BASE, DATE)
    account.write(one.article, one.layer)
    assert account.kept == {"date": 1, "base": 1}
    assert account.losses == []


def test_what_stays_behind_of_a_written_span_is_counted_by_article_and_label() -> None:
    account = LossAccount({LossKind.VALUE, LossKind.NOTE, LossKind.CERTAINTY})
    for number in (1, 2):
        one = exported(TEXT, BASE, DATE, name=f"{number}.txt")
        account.write(one.article, one.layer)
    assert account.kept == {"date": 2, "base": 2}
    assert account.losses == [
        Loss("1.txt", "date", LossKind.VALUE, 1),
        Loss("1.txt", "base", LossKind.NOTE, 1),
        Loss("1.txt", "base", LossKind.CERTAINTY, 1),
        Loss("2.txt", "date", LossKind.VALUE, 1),
        Loss("2.txt", "base", LossKind.NOTE, 1),
        Loss("2.txt", "base", LossKind.CERTAINTY, 1),
    ]
    assert account.totals()["base"] == {LossKind.NOTE: 2, LossKind.CERTAINTY: 2}


def test_a_dropped_span_is_lost_once_and_whole() -> None:
    account = LossAccount({LossKind.VALUE, LossKind.NOTE, LossKind.CERTAINTY})
    one = exported(TEXT, BASE, DATE)
    account.change(one.article, BASE, LossKind.DROPPED)
    account.change(one.article, DATE, LossKind.WIDENED)
    assert account.kept == {}
    assert account.losses == [
        Loss("a.txt", "base", LossKind.DROPPED, 1),
        Loss("a.txt", "date", LossKind.WIDENED, 1),
        Loss("a.txt", "date", LossKind.VALUE, 1),
    ]


def test_what_stays_behind_of_an_article_is_counted_where_it_has_some() -> None:
    account = LossAccount(frozenset(LossKind))
    bare = exported(TEXT, name="1.txt")
    full = exported(TEXT, name="2.txt", sources=(Source("south/1.txt"),))
    layer = replace(full.layer, guideline="3", seconds=1.5)
    account.begin(bare.article, bare.sources, bare.layer)
    account.begin(full.article, full.sources, layer)
    account.lose(full.article, LossKind.SPACING)
    assert account.losses == [
        Loss("1.txt", None, LossKind.TEXT, 1),
        Loss("1.txt", None, LossKind.NAME, 1),
        *(
            Loss("2.txt", None, kind, 1)
            for kind in (
                *(LossKind.TEXT, LossKind.NAME, LossKind.DETAILS, LossKind.WORK),
                LossKind.SECONDS,
                LossKind.SPACING,
            )
        ),
    ]
    assert account.totals() == {
        None: {
            kind: 2 if kind in (LossKind.TEXT, LossKind.NAME) else 1
            for kind in (loss.kind for loss in account.losses)
        }
    }


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (LossKind.DETAILS, {"note": "x"}),
        (LossKind.DETAILS, {"meta": '{"a": 1}'}),
        (LossKind.DETAILS, {"direction": Direction.AUTO}),
    ],
)
def test_each_detail_counts(kind: LossKind, change: dict[str, Any]) -> None:
    account = LossAccount({kind})
    one = exported(TEXT)
    account.begin(one.article, one.sources, one.layer)
    assert account.losses == []
    account.begin(replace(one.article, **change), one.sources, one.layer)
    assert account.losses == [Loss("a.txt", None, kind, 1)]


def test_what_several_authors_lost_in_one_article_is_counted_together() -> None:
    losses = [
        Loss("a", "base", LossKind.VALUE, 2),
        Loss("b", "base", LossKind.VALUE, 1),
        Loss("a", None, LossKind.TEXT, 1),
        Loss("a", "base", LossKind.VALUE, 3),
    ]
    assert lost_where(losses) == {
        ("base", LossKind.VALUE): {"a": 5, "b": 1},
        (None, LossKind.TEXT): {"a": 1},
    }
