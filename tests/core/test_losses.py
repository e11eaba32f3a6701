from annotator.core.losses import Loss, LossAccount, LossKind
from annotator.core.values import DateValue
from tests.formats.datasets import exported, span

TEXT = "فجر اليوم في قسرك"
BASE = span(TEXT, "قسرك", "base", note="see map", unsure=True)
DATE = span(TEXT, "اليوم", "date", DateValue("2026-02-23"))


def test_what_a_format_holds_is_no_loss() -> None:
    account = LossAccount(values=True, notes=True, certainty=True)
    one = exported(TEXT, BASE, DATE)
    account.write(one.article, one.layer)
    assert account.kept == {"date": 1, "base": 1}
    assert account.losses == []


def test_what_stays_behind_of_a_written_span_is_counted_by_article_and_label() -> None:
    account = LossAccount(values=False, notes=False, certainty=False)
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
    account = LossAccount(values=False, notes=False, certainty=False)
    one = exported(TEXT, BASE, DATE)
    account.change(one.article, BASE, LossKind.DROPPED)
    account.change(one.article, DATE, LossKind.WIDENED)
    assert account.kept == {}
    assert account.losses == [
        Loss("a.txt", "base", LossKind.DROPPED, 1),
        Loss("a.txt", "date", LossKind.WIDENED, 1),
        Loss("a.txt", "date", LossKind.VALUE, 1),
    ]
