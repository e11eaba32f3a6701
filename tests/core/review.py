"""Layers on one short text, for the tests of what follows from them."""

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from annotator.core.adjudication import Settled, settle
from annotator.core.conflicts import Conflict, Drawn
from annotator.core.decisions import Choice, Decision, decide
from annotator.core.ground import Ground
from annotator.core.model import Article, Layer, LayerState, Span, Status
from annotator.core.text import sha256_of
from annotator.core.values import DateValue, Value

TEXT = "غادرت القوات قاعدة «قسرك» أمس الثلاثاء نحو العراق"
ARTICLE = Article("a", "a.txt", "t", TEXT, sha256_of(TEXT))
DONE = LayerState(Status.FINISHED)
BUSY = LayerState(Status.IN_PROGRESS)


def span(start: int, end: int, label: str = "base", value: Value = None, **more: object) -> Span:
    return Span(start, end, label, TEXT[start:end], value, **more)  # type: ignore[arg-type]


def layer(author: str, *spans: Span, state: LayerState = DONE, revision: int = 1) -> Layer:
    return Layer("a", author, tuple(sorted(spans, key=lambda s: s.order)), state, revision)


def ruling(
    conflict: Conflict,
    layers: Iterable[Layer],
    *outcome: Span,
    choice: Choice = Choice.SPANS,
) -> Decision:
    return decide(
        "a",
        "lead",
        choice,
        outcome,
        judged=conflict.spans,
        ground=Ground([one for one in layers if one.status is Status.FINISHED]),
        stretch=(conflict.start, conflict.end),
    )


def own(layers: Iterable[Layer], judged: Sequence[Drawn], *outcome: Span) -> Decision:
    """Return what a lead rules apart from any conflict."""
    touched = [*outcome, *(one for _, one in judged)]
    return decide(
        "a",
        "lead",
        Choice.SPANS,
        outcome,
        judged=judged,
        ground=Ground(list(layers)),
        stretch=(min(one.start for one in touched), max(one.end for one in touched)),
    )


def gold_places(settled: Settled) -> list[tuple[int, int, str]]:
    return [one.place for one in settled.gold]


def settled_by(layers: Sequence[Layer], *decisions: Decision) -> Settled:
    return settle(ARTICLE, layers, decisions)


drawn = st.lists(
    st.builds(
        lambda start, length, label, value: span(
            start, min(start + length, len(TEXT)), label, value
        ),
        st.integers(0, len(TEXT) - 1),
        st.integers(1, 12),
        st.sampled_from(["base", "date", "actor"]),
        st.sampled_from([None, DateValue("2026"), DateValue("2027")]),
    ),
    max_size=8,
    unique_by=lambda one: one.place,
)
"""What one author may have drawn."""
