"""What a format writes it reads back, but for the losses that its account names.

Everything is compared that an article and its spans say: what is lost without a name fails here.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.format import (
    ArticleRecord,
    ExportedArticle,
    Format,
    ReadingOptions,
    SpanRecord,
    Unit,
)
from annotator.core.losses import LossAccount, LossKind
from annotator.core.model import Article, Direction, Layer, LayerState, Source, Span, Status
from annotator.core.text import clean_text, whole_letters
from annotator.core.values import DateValue, EntryValue, NumberValue
from annotator.formats import FORMATS
from tests.formats.datasets import check_account, exported, hard_article, read, written

BOTH_WAYS = [
    pytest.param(format, id=name)
    for name, format in FORMATS.items()
    if format.read and format.write and format.is_installed
]
VALUES: dict[str, list[Any]] = {
    "base": [None, EntryValue("e1", "قسرك")],
    "actor": [None, EntryValue("e2", "الساحل")],
    "date": [None, DateValue("2026-02-23")],
    "figure": [None, NumberValue(500, 600, None, "جندي")],
}
PIECES = (
    *("قاعدة", "قسرک", "وبالقوات", "فجراً", "بقـــي", "٦٠٠", "99%", "«", "»", "،", '"', "|", "\\"),
    *(" ", "\n", "\n\n", "\t", "\r", "\N{NO-BREAK SPACE}", "🔴", "👩‍🚀", "<b>", "&amp;", "=1+1"),
)

NOTES = ("", "ملاحظة", "a\nb", "a\r\nb\rc\u2028", " \\u0041\t\\ #1 ")
MOMENTS = [f"2026-02-2{day}T0{day}:00:00.000Z" for day in range(1, 6)]
HELD_WITH = {
    LossKind.VALUE: {"value", "proposed"},
    LossKind.NOTE: {"note"},
    LossKind.CERTAINTY: {"unsure"},
    LossKind.ORIGIN: {"id", "origin"},
    LossKind.TIMES: {"created_at", "changed_at"},
    LossKind.NAME: {"id", "name", "title", "outlet", "url", "published", "author", "status"},
    LossKind.DETAILS: {"direction", "meta", "note", "sources"},
    LossKind.WORK: {"reason", "guideline"},
    LossKind.SECONDS: {"seconds"},
}
"""Which fields of a span or an article go when something is lost."""
NOT_WRITTEN = {
    "added_at": "it is of the project, not of the article",
    "revision": "it counts the changes in the project's file",
    "article_id": "it is the id of the article",
    "state": "it is compared as status and reason",
    "spans": "they are compared one by one",
}
UNSEEN = regex.compile(r"[\s\p{Cc}\p{Default_Ignorable_Code_Point}]++")
MOVING = (LossKind.WIDENED, LossKind.NARROWED, LossKind.DROPPED)
"""What brings a span back with other borders or not at all."""


@st.composite
def articles(draw: st.DrawFn) -> list[ExportedArticle]:
    texts = draw(
        st.lists(
            st.lists(st.sampled_from(PIECES), min_size=1, max_size=30)
            .map("".join)
            .filter(str.strip),
            min_size=1,
            max_size=3,
            unique_by=lambda text: clean_text(text).text,
        )
    )
    return [
        draw(one_article(clean_text(text).text, number)) for number, text in enumerate(texts, 1)
    ]


@st.composite
def one_article(draw: st.DrawFn, text: str, number: int) -> ExportedArticle:
    places: dict[tuple[int, int, str], Span] = {}
    for _ in range(draw(st.integers(0, 5))):
        first = draw(st.integers(0, len(text) - 1))
        start, end = whole_letters(text, first, draw(st.integers(first + 1, len(text))))
        label = draw(st.sampled_from(list(VALUES)))
        value = draw(st.sampled_from(VALUES[label]))
        places[start, end, label] = Span(
            start,
            end,
            label,
            text[start:end],
            value,
            proposed=value is not None and draw(st.booleans()),
            note=draw(st.sampled_from(NOTES)),
            unsure=draw(st.booleans()),
            origin=draw(st.sampled_from(["manual", "import", "rules"])),
            created_at=draw(st.sampled_from(MOMENTS)),
            changed_at=draw(st.sampled_from(MOMENTS)),
        )
    bare = exported(text, *places.values(), name=f"north/{number}.txt", number=number)
    article = replace(
        bare.article,
        title=draw(st.sampled_from(["خبر", "=a | b"])),
        outlet=draw(st.sampled_from([None, "صحيفة"])),
        url=draw(st.sampled_from([None, "https://example.org/7?a=1&b"])),
        published=draw(st.sampled_from([None, "2026-02-23"])),
        direction=draw(st.sampled_from(Direction)),
        meta=draw(st.sampled_from(["{}", '{"place": ["الحسكة", 1, null]}'])),
        note=draw(st.sampled_from(NOTES)),
    )
    state = draw(
        st.sampled_from(
            [
                *(LayerState(Status.FINISHED), LayerState(Status.IN_PROGRESS)),
                LayerState(Status.SET_ASIDE, "سبب"),
            ]
        )
    )
    layer = replace(
        bare.layer,
        state=state,
        guideline=draw(st.sampled_from(["", "3"])),
        seconds=draw(st.sampled_from([0.0, 61.5])),
    )
    source = Source("south/7.txt", "وكالة", None, "2026-02-24", '{"page": [4]}')
    sources = draw(st.sampled_from([(), (source,)]))
    return replace(bare, article=article, layer=layer, sources=sources)


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_the_hard_article_comes_back(format: Format, tmp_path: Path) -> None:
    there = [hard_article()]
    account = written(format, tmp_path / "out", there)
    check_account(account, there)
    check_records(format, account, there, come_back(format, tmp_path / "out"))


@pytest.mark.parametrize("format", BOTH_WAYS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(there=articles())
def test_any_article_comes_back(
    format: Format, there: list[ExportedArticle], tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("round") / "out"
    account = written(format, out, there)
    check_account(account, there)
    check_records(format, account, there, come_back(format, out))


def come_back(format: Format, out: Path) -> list[ArticleRecord]:
    if format.unit is not Unit.TOKENS:
        return read(format, out)
    assert format.read is not None
    # Columns without a span are of either kind: nothing tells which it is.
    records = list(format.read(out, ReadingOptions()))
    assert all(isinstance(record, ArticleRecord) for record in records)
    return [record for record in records if isinstance(record, ArticleRecord)]


def test_nothing_of_an_article_is_left_out_of_the_comparison() -> None:
    (one,) = [hard_article()]
    compared = {*said_of_article(one), *NOT_WRITTEN, "text"}
    for kind in (Article, Layer):
        assert {field.name for field in fields(kind)} <= compared
    span = one.layer.spans[0]
    assert {*said_of_span(span), "start", "end", "label", "quote"} == {
        field.name for field in fields(Span)
    }


def said_of_article(one: ExportedArticle) -> dict[str, object]:
    """Return all that is written of an article besides its text and spans."""
    article, layer = one.article, one.layer
    named = ("id", "name", "title", "outlet", "url", "published", "note", "sha256")
    return {key: getattr(article, key) for key in named} | {
        "direction": article.direction.value,
        "meta": json.loads(article.meta),
        "sources": one.sources,
        "author": layer.author,
        "status": layer.status,
        "reason": layer.state.reason,
        "guideline": layer.guideline,
        "seconds": layer.seconds,
    }


def said_of_record(record: ArticleRecord) -> dict[str, object]:
    """Return what came back of an article, as ``said_of_article`` says it."""
    named = ("id", "name", "title", "outlet", "url", "published", "note", "sha256")
    same = ("author", "guideline", "seconds")
    return {key: getattr(record, key) for key in (*named, *same)} | {
        "direction": record.direction or Direction.RTL.value,  # what is not told is usual
        "meta": json.loads(record.meta),
        "sources": record.sources or (),
        "status": record.state and record.state.status,
        "reason": record.state.reason if record.state else "",
    }


def said_of_span(one: Span | SpanRecord) -> dict[str, object]:
    """Return all that is said of a span besides its place."""
    named = ("id", "value", "proposed", "note", "unsure", "origin", "created_at", "changed_at")
    return {key: getattr(one, key) for key in named}


def without(said: Mapping[str, object], lost: set[LossKind]) -> dict[str, object]:
    """Return what is left of it without what was lost."""
    gone = set().union(*(HELD_WITH.get(kind, set()) for kind in lost))
    return {key: value for key, value in said.items() if key not in gone}


def check_records(
    format: Format,
    account: LossAccount,
    there: Sequence[ExportedArticle],
    records: Sequence[ArticleRecord],
) -> None:
    lost: dict[tuple[str, str | None], set[LossKind]] = {}
    for loss in account.losses:
        lost.setdefault((loss.article, loss.label), set()).add(loss.kind)
    assert len(records) == len(there)
    for one, record in zip(there, records, strict=True):
        article = one.article
        own = lost.get((article.name, None), set())
        said, back = said_of_article(one), said_of_record(record)
        if LossKind.SPACING in own:
            assert record.text is not None
            assert seen(record.text) == seen(article.text)
        else:
            assert record.text == (None if LossKind.TEXT in own else article.text)
        if LossKind.NAME in own:
            del said["sha256"]  # nothing is told by which another text would be known
        told = without(said, own)
        assert {key: back[key] for key in told} == told
        text = article.text if record.text is None else record.text
        spans = record.spans or ()
        for span in spans:
            assert span.quote in (None, text[span.start : span.end])
        for label in {span.label for span in (*one.layer, *spans)}:
            kinds = lost.get((article.name, label), set())
            if not kinds.isdisjoint(MOVING):
                continue
            if LossKind.SPACING in own:
                assert quotes(spans, label, text) == quotes(one.layer, label, article.text)
            else:
                assert said_of_label(spans, label, kinds) == said_of_label(one.layer, label, kinds)


def seen(text: str) -> str:
    """Return what can be seen of a text, of which the spacing is lost."""
    return str(UNSEEN.sub("", text))


def quotes(spans: Iterable[Span | SpanRecord], label: str, text: str) -> list[str]:
    """Return what can be seen of the spans of a label, in order."""
    places = sorted((one.start, one.end) for one in spans if one.label == label)
    return [seen(text[start:end]) for start, end in places]


def said_of_label(
    spans: Iterable[Span | SpanRecord], label: str, lost: set[LossKind]
) -> dict[tuple[int, int], dict[str, object]]:
    """Return what is said of the spans of a label, by their places."""
    return {
        (one.start, one.end): without(said_of_span(one), lost)
        for one in spans
        if one.label == label
    }
