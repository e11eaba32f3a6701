"""Which conflicts a lead sees, in what order, and what the queue remembers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.causes import Cause
from annotator.core.queue import Queue, QueueOrder, Waiting, Wanted, one_line

ROWS = st.lists(
    st.builds(
        Waiting,
        id=st.uuids().map(str),
        article_id=st.sampled_from(["x", "y", "z"]),
        article=st.just(""),
        number=st.integers(1, 3),
        start=st.integers(0, 50),
        end=st.integers(51, 60),
        cause=st.sampled_from(Cause),
        labels=st.sampled_from([("base",), ("date",), ("actor", "base")]),
        quote=st.just(""),
        folded=st.text("ابج ", max_size=4),
        votes=st.lists(st.integers(1, 3), min_size=1, max_size=3).map(tuple),
        is_stale=st.booleans(),
        pattern=st.sampled_from(["", "a", "b"]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)
WANTED = st.builds(
    Wanted,
    words=st.sampled_from(["", "ا", "اب"]),
    cause=st.none() | st.sampled_from(Cause),
    label=st.none() | st.just("base"),
    article_id=st.none() | st.just("x"),
    order=st.sampled_from(QueueOrder),
)


@given(ROWS, WANTED)
def test_only_what_is_wanted_is_listed_and_nothing_of_it_is_left_out(
    rows: list[Waiting], wanted: Wanted
) -> None:
    listed = wanted.listed(rows)
    for one in rows:
        is_wanted = (
            wanted.words in one.folded
            and wanted.cause in (None, one.cause)
            and (wanted.label is None or wanted.label in one.labels)
            and wanted.article_id in (None, one.article_id)
        )
        assert listed.count(one) == is_wanted


@given(ROWS, ROWS, WANTED)
def test_other_rows_of_one_article_are_listed_as_if_all_were_listed_anew(
    rows: list[Waiting], others: list[Waiting], wanted: Wanted
) -> None:
    new = [replace(one, article_id="y") for one in others]
    rest = [one for one in rows if one.article_id != "y"]
    listed = wanted.relisted(wanted.listed(rows), "y", new)
    assert listed == wanted.listed([*rest, *new])


@given(ROWS)
def test_the_order_of_articles_is_that_of_the_project_and_its_texts(rows: list[Waiting]) -> None:
    places = [(one.number, one.start) for one in Wanted().listed(rows)]
    assert places == sorted(places)


def test_the_worst_is_that_on_which_the_fewest_agree() -> None:
    row = Waiting("1", "x", "", 1, 0, 1, Cause.LABEL, ("base",), "", "", (2, 1), is_stale=False)
    lot = [
        row,
        replace(row, id="2", votes=(1, 1, 1)),
        replace(row, id="3", votes=(1, 1)),
        replace(row, id="4", votes=(3, 1)),
    ]
    listed = Wanted(order=QueueOrder.WORST).listed(lot)
    assert [one.id for one in listed] == ["2", "3", "1", "4"]


def test_by_words_quotes_and_signs_do_not_count() -> None:
    row = Waiting("", "x", "", 1, 0, 1, Cause.LABEL, ("base",), "", "", (2, 1), is_stale=False)
    words = ["«قسرك»", '"تنف"', "التنف", "قسرك", "«امس» الثلاثاء", "—", "99%", "(قسرك) وغيرها"]
    rows = [replace(row, id=str(place), folded=one) for place, one in enumerate(words)]
    listed = [one.folded for one in Wanted(order=QueueOrder.SURFACE).listed(rows)]
    assert listed == [
        *("99%", "التنف", "«امس» الثلاثاء", '"تنف"', "«قسرك»", "قسرك", "(قسرك) وغيرها", "—"),
    ]


def test_the_queue_tells_whether_something_else_is_open() -> None:
    queue = Queue()
    row = Waiting("1", "x", "", 1, 0, 1, Cause.LABEL, ("base",), "", "", (2, 1), is_stale=False)
    assert queue.put("x", "a", (row,))
    assert not queue.put("x", "b", (row,))
    assert (queue.stamps, len(queue), list(queue.all())) == ({"x": "b"}, 1, [row])
    assert not queue.put("y", "c", ())
    assert not queue.drop("y")
    assert queue.drop("x")
    assert (queue.stamps, len(queue), queue.of("x")) == ({}, 0, ())


@given(ROWS, ROWS, st.sampled_from(["", "a", "b"]))
def test_what_is_alike_is_found_by_its_pattern_whatever_came_and_went(
    rows: list[Waiting], others: list[Waiting], pattern: str
) -> None:
    queue = Queue()
    for lot in (rows, others, rows):
        for article_id in ("x", "y", "z"):
            of_article = tuple(one for one in lot if one.article_id == article_id)
            queue.put(article_id, "", of_article)
    queue.drop("z")
    found = [one for one in queue.all() if pattern and one.pattern == pattern]
    assert queue.alike(pattern) == Wanted().listed(found)
    assert queue.count_alike(pattern) == len(found)


@pytest.mark.parametrize(
    ("votes", "has_one"), [((2, 1), True), ((1, 1), False), ((1, 2), True), ((), False)]
)
def test_a_majority_is_more_than_half_of_the_layers(votes: tuple[int, ...], has_one: bool) -> None:
    row = Waiting("1", "x", "", 1, 0, 1, Cause.LABEL, (), "", "", votes, is_stale=False)
    assert row.has_majority == has_one


@pytest.mark.parametrize(
    ("text", "line"), [("ا\n  ب\t", "ا ب"), ("ب" * 200, "ب" * 79 + "…"), ("", "")]
)
def test_words_are_shown_on_one_line(text: str, line: str) -> None:
    assert one_line(text) == line
