"""Mentions in the article under review: what else there reads like one of a lead's own spans."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.arabic import ARABIC
from annotator.core.edits import MarkAll, RemoveAll
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.language import Stretch
from annotator.core.mentions import MentionState, Name, mentions_of, spans_of
from annotator.core.model import Layer, Span
from annotator.workflow.review.review_queue import ArticleAtHand


def name_here(
    text: str, own: Sequence[Span], stretch: Stretch | None, selected: Span | None
) -> Name:
    """Return the name on which the lead is: an own span, selected as such or as text.

    Raises:
        RefusedAct: if there is none.
    """
    span = selected
    if stretch is not None:
        span = next((one for one in own if (one.start, one.end) == stretch), None)
    if span is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "Go to one of your own spans first: what reads like it is meant, with its label.",
            )
        )
    return Name(ARABIC.names_at(text, span.start, span.end), span.label)


def mark_unmarked(name: Name, hand: ArticleAtHand, own: Layer) -> MarkAll:
    """Return what marks the mentions of ``name`` on which nobody has said anything.

    What some have marked elsewhere is for the conflict there to settle, and gold stays.
    """
    said = [span for one in hand.conflicts for _, span in one.conflict.spans]
    there = sorted((*own.spans, *hand.gold.spans, *said), key=lambda span: span.order)
    folded = ARABIC.fold_with_index(hand.article.text)
    found = mentions_of(name, folded, replace(own, spans=tuple(there)), (), ARABIC)
    new = (one.stretch for one in found if one.state is MentionState.NEW)
    return MarkAll(tuple(new), name.label)


def remove_alike(name: Name, text: str, own: Layer) -> RemoveAll:
    """Return what takes out the own spans that read like ``name`` and have its label."""
    return RemoveAll(frozenset(one.span_id for one in spans_of(name, text, own, ARABIC)))
