import pytest

from annotator.core.errors import InvalidQuery
from annotator.core.model import Status
from annotator.core.query import ArticleQuery, Order, as_one, wanted_words


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", []),
        ("قسرك قاعده قسرك", ["قسرك", "قاعده"]),
        ('"عين الاسد" رتل', ["عين الاسد", "رتل"]),
        ("«عين  الاسد»", ["عين الاسد"]),
        ("“a b” c", ["a b", "c"]),
        ('" a b "', ["a b"]),
        ('"', ['"']),
        ('""', ['""']),
        ('"عين الاسد', ['"عين', "الاسد"]),
        ('5"x "a b"', ['5"x', "a b"]),
        ('"a «b» c" d', ["a b c", "d"]),
        ('"a "b" c" d', ["a b c", "d"]),
        ('«a "b c"»', ["a b c"]),
        ('"a b" "c d"', ["a b", "c d"]),
        ('"a "b c" d', ['"a', "b c", "d"]),
        ("»a b«", ["a b"]),
        ("5\" o'brien", ['5"', "o'brien"]),
        ('"«»" a', ['"«»"', "a"]),
    ],
)
def test_what_stands_in_quotes_is_wanted_as_one(typed: str, wanted: list[str]) -> None:
    assert wanted_words(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        ("عين  الاسد", "عين الاسد"),
        ('"عين الاسد"', "عين الاسد"),
        ("«عين “الاسد”»", "عين الاسد"),
        ('"عين" الاسد', '"عين" الاسد'),
        ("قسرك قسرك", "قسرك قسرك"),
        ('"', '"'),
        ("", ""),
    ],
)
def test_in_the_article_all_words_are_one_with_quotes_or_without(typed: str, one: str) -> None:
    assert as_one(typed) == one


def test_words_and_order_are_no_filters() -> None:
    assert not ArticleQuery().is_filtered
    assert not ArticleQuery(words="قسرك", order=Order.SPANS, descending=True).is_filtered
    assert ArticleQuery(statuses=frozenset({Status.NEW})).is_filtered
    assert ArticleQuery(outlet="").is_filtered


def test_words_and_filters_leave_articles_out() -> None:
    assert not ArticleQuery(words=" ", order=Order.SPANS, descending=True).leaves_out
    assert ArticleQuery(words="قسرك").leaves_out
    assert ArticleQuery(unsure=True).leaves_out


@pytest.mark.parametrize("day", ["2026-02-30", "yesterday", "2026-2-3", "20260203"])
def test_what_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(InvalidQuery, match="no day"):
        ArticleQuery(published_from=day)
    with pytest.raises(InvalidQuery, match="no day"):
        ArticleQuery(published_to=day)


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(InvalidQuery, match="2026-02-03, is after the last, 2026-02-02"):
        ArticleQuery(published_from="2026-02-03", published_to="2026-02-02")
    assert ArticleQuery(published_from="2026-02-03", published_to="2026-02-03").is_filtered
    assert ArticleQuery(published_from="2026-02-03").is_filtered
