"""What leads judged and left out: hard negatives, places that somebody took for a span.

A span that authors drew is ruled out if a decision that stands judged it, and gold has none with
its label and borders.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.core.decisions import Decision
from annotator.core.model import Layer, LayerState, Span, Status

JUDGED = "judged"
"""The author of a layer of such spans, and their origin."""


def ruled_out(gold: Layer, standing: Iterable[Decision]) -> Layer:
    """Return a layer of what ``standing`` decisions left out of ``gold``, each place once.

    The note of a span is the reason of its decision.
    """
    spans = sorted(_spans(gold, standing), key=lambda span: span.order)
    return Layer(
        article_id=gold.article_id,
        author=JUDGED,
        spans=tuple(spans),
        state=LayerState(Status.FINISHED),
    )


def _spans(gold: Layer, standing: Iterable[Decision]) -> Iterator[Span]:
    taken = {span.place for span in gold}
    for decision in standing:
        for _, span in decision.judged:
            if span.place not in taken:
                taken.add(span.place)
                yield replace(span, origin=JUDGED, note=decision.reason, unsure=False)
