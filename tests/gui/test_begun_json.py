"""What is begun in Review is read as it was kept, and what cannot be read harms nothing else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.model import Span
from annotator.core.samples import Finding, Sample, Sampled
from annotator.gui.annotate.sites import Site
from annotator.gui.fields.remark_fields import NO_REMARK, Remark
from annotator.gui.review.begun import Begun
from annotator.gui.review.begun_json import read_begun, told_begun
from annotator.gui.review.own_spans import Steps
from tests.core.test_values import values, words

offsets = st.integers(0, 2**31 - 1)
sites = st.builds(Site, words, offsets, offsets, st.text(alphabet="ab", max_size=2))
remarks = st.builds(Remark, words, st.booleans())


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, quote = draw(st.integers(0, 10_000)), draw(words)
    end = start + len(quote)
    flags = draw(st.booleans()), draw(st.booleans())
    return Span(start, end, draw(words), quote, draw(values), flags[0], "a note", flags[1])


some_spans = st.lists(spans(), max_size=2).map(tuple)
layers = st.lists(some_spans, max_size=2).map(tuple)
drafts = st.builds(Steps, some_spans, layers, layers, st.frozensets(words, max_size=2))
ended = st.tuples(remarks, st.none() | drafts) | st.tuples(st.just(NO_REMARK), drafts)


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Draw a sample some of whose spans were looked at, and changed by decisions."""
    drawn = tuple(
        Sampled("a", number, span)
        for number, span in enumerate(draw(st.lists(spans(), max_size=4)))
    )
    sample = Sample(drawn, draw(offsets), len(drawn))
    for finding in draw(st.lists(st.sampled_from(Finding), max_size=len(drawn))):
        if finding is Finding.CHANGED:
            places = draw(st.lists(st.tuples(offsets, offsets, words), max_size=2))
            sample.change(places, draw(words))
        else:
            sample.find(finding)
        sample.step(1)
    return sample


@given(
    st.builds(
        Begun,
        last=st.none() | sites,
        remarks=st.dictionaries(sites, remarks, max_size=2),
        drafts=st.dictionaries(sites, drafts, max_size=2),
        is_drafting=st.booleans(),
        sample=st.none() | samples(),
        waiting=st.lists(samples(), max_size=2),
        left=st.lists(samples(), max_size=2),
        ended=st.dictionaries(sites, ended, max_size=2),
    )
)
def test_what_is_kept_is_read_back_whole(begun: Begun) -> None:
    read = read_begun(told_begun(begun))
    assert read == begun
    assert told_begun(read) == told_begun(begun)
    assert [*read.remarks] == [*begun.remarks]


SPAN = Span(3, 6, "base", "قسر")
WHOLE = Begun(
    last=Site("a", 3, 6, "b"),
    remarks={Site("a", 1, 2, "c"): Remark("because", gap=True)},
    drafts={Site("a", 3, 6, "b"): Steps((SPAN,), ((SPAN,), ()), (), frozenset({SPAN.id}))},
    is_drafting=True,
    sample=Sample(
        (Sampled("a", 1, SPAN),), 7, 1, 0, {0: Finding.CHANGED}, {0: (SPAN.place,)}, {0: {"by"}}
    ),
    waiting=[Sample((Sampled("a", 1, SPAN),), 8, 1)],
    left=[Sample((Sampled("a", 1, SPAN),), 9, 1)],
    ended={Site("b", 3, 6, "b"): (Remark("was"), Steps((SPAN,)))},
)


def deep(levels: int) -> Any:
    found: Any = []
    for _ in range(levels):
        found = [found]
    return found


MISSING = object()
WRONG = [None, True, -1, 1.5, 2**31, 10**400, "", "\ud800", "\0", [], {}, [[]], [None], deep(200)]


def places_in(told: Any, *path: str | int) -> list[tuple[str | int, ...]]:
    """Return the way to each value in it."""
    inner = told.items() if isinstance(told, dict) else enumerate(told)
    inner = inner if isinstance(told, dict | list) else ()
    return [(*path, key) for key, _ in inner] + [
        way
        for key, one in inner
        if isinstance(one, dict | list)
        for way in places_in(one, *path, key)
    ]


def put(told: Any, way: tuple[str | int, ...], value: object) -> str:
    """Return the JSON with another value there."""
    changed = json.loads(json.dumps(told))
    there = changed
    for key in way[:-1]:
        there = there[key]
    if value is MISSING:
        del there[way[-1]]
    else:
        there[way[-1]] = value
    return json.dumps(changed)


KEPT_AS = {"drafting": "is_drafting"}


def test_what_is_wrong_anywhere_harms_nothing_else() -> None:
    told = json.loads(told_begun(WHOLE))
    for way in places_in(told):
        for value in (MISSING, *WRONG):
            read = read_begun(put(told, way, value))
            for key in {*told} - {way[0]}:
                attribute = KEPT_AS.get(key, key)
                assert getattr(read, attribute) == getattr(WHOLE, attribute), (way, value)
            assert read_begun(told_begun(read)) == read, (way, value)


def test_one_that_is_wrong_harms_none_of_its_like() -> None:
    begun = Begun()
    for number in range(3):
        begun.keep_remark(Site("a", number, number + 1), Remark(f"{number}"))
    told = json.loads(told_begun(begun))
    for value in WRONG:
        read = read_begun(put(told, ("remarks", 1), value))
        assert [one.reason for one in read.remarks.values()] == ["0", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "no JSON",
        '{"last": 7}',
        "\ud800",
        '{"last": ' + "[" * 100_000,
        '{"sample": [{"seed": ' + "9" * 5_000 + "}]}",
        '{"drafting": true, "drafting": true}',
    ],
    ids=range(9),
)
def test_what_is_no_json_of_ours_is_nothing(text: str) -> None:
    assert read_begun(text) == Begun()


def test_a_sample_that_contradicts_itself_is_nothing() -> None:
    told = json.loads(told_begun(WHOLE))
    for way, value in (
        (("sample", 0, "at"), 2),
        (("sample", 0, "moved"), []),
        (("sample", 0, "findings", 0, "of"), 1),
        (("sample", 0, "findings", 0, "finding"), "left"),
        (("sample", 0, "drawn", 0, "span", 0, "end"), 7),
    ):
        assert read_begun(put(told, way, value)).sample is None
