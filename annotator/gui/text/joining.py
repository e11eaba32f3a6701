"""Which span is split and which are merged: what is at hand in a text decides it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from annotator.core.cutting import Merge, Split
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.language import Stretch
from annotator.core.model import Span
from annotator.gui.text.borders import split_at


def split_here(text: str, span: Span | None, caret: int) -> Split:
    """Return what splits ``span``, the one that the caret is in, at the caret.

    Raises:
        RefusedAct: if the caret is in none, or at none of its letters.
    """
    cut = split_at(text, (span.start, span.end), caret) if span else None
    if span is None or cut is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "Put the caret inside a span, where the second part is to begin."
            )
        )
    return Split(span.id, *cut)


def merge_here(
    text: str, spans: Sequence[Span], stretch: Stretch | None, selected: Span | None
) -> Merge:
    """Return what merges the spans in ``stretch``, else ``selected`` with the next of its label.

    Raises:
        RefusedAct: if there are no two of them.
    """
    if stretch:
        inside = (one for one in spans if stretch[0] <= one.start and one.end <= stretch[1])
        together = _of_one_label(inside)
    else:
        together = _with_next(selected, spans, text) if selected else ()
    if not together:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is nothing to merge: select two spans with the same label as text, or"
                " one that is followed by another in its paragraph.",
            )
        )
    return Merge(tuple(one.id for one in together))


def _of_one_label(spans: Iterable[Span]) -> Sequence[Span]:
    """Return those that share a label, if that holds of several spans of one label alone."""
    by_label: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans:
        by_label[span.label].append(span)
    several = [group for group in by_label.values() if len(group) > 1]
    return several[0] if len(several) == 1 else ()


def _with_next(span: Span, spans: Sequence[Span], text: str) -> Sequence[Span]:
    """Return a span and the next one of its label, if that begins in the same paragraph."""
    after = spans[spans.index(span) + 1 :]
    following = next((one for one in after if one.label == span.label), None)
    if following is None or "\n" in text[span.start : following.start]:
        return ()
    return span, following
