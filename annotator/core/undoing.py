"""Taking one change of a layer back: whole, or not at all."""

from dataclasses import replace

from annotator.core.edits import Change
from annotator.core.errors import RefusedAct
from annotator.core.model import Layer, Span


def take_back(layer: Layer, change: Change, *, keep_state: bool) -> Change | None:
    """Return the change that takes ``change`` back from ``layer`` as it stands now.

    ``None`` if that cannot be done whole: a span that it put is no longer as it left it, or one
    that it removed cannot return.  Proposing and confirming are no acts: a value may have been
    proposed anew or confirmed since, and stays so.  ``keep_state`` leaves the status alone, as it
    must be when a later act on the article is live.
    """
    current = {span.id: span for span in layer.spans}
    left = {span.id: span for span in change.put}
    if any(not _is_as_left(current.get(span.id), span, keep_state) for span in change.put):
        return None
    leaving = tuple(current[span.id] for span in change.put)
    gone = {span.id for span in leaving}
    if any(span.id in current and span.id not in gone for span in change.removed):
        return None
    after = layer.state if keep_state else change.before
    coming = tuple(
        _coming(current.get(span.id), span, left.get(span.id)) for span in change.removed
    )
    rows = tuple(row.reversed() for row in change.rows)
    stamp = None if keep_state or change.stamp is None else (layer.guideline, change.stamp[0])
    back = Change(change.act, leaving, coming, layer.state, after, rows, stamp)
    try:
        back.on(layer)
    except RefusedAct:
        return None
    return back


def _is_as_left(found: Span | None, left: Span, has_later: bool) -> bool:
    """Tell whether a span is as an act left it.

    A value that waited to be confirmed may be another one now.  Only where later acts are live,
    the author may have said it in one of them.
    """
    if found is None:
        return False
    is_said = has_later and not found.proposed and found.value != left.value
    if not left.is_confirmed and not is_said:
        left = replace(left, value=found.value)
    return replace(found, proposed=left.proposed) == left


def _coming(found: Span | None, span: Span, left: Span | None) -> Span:
    """Return ``span`` as it comes back, where the act ``left`` it otherwise and it is ``found``.

    A proposal that the act did not touch comes back as it is now: confirmed, or another one.
    """
    if span.is_confirmed or found is None or left is None or found.label != span.label:
        return span
    if left.place == span.place and (left.value, left.proposed) == (span.value, span.proposed):
        return replace(span, value=found.value, proposed=found.proposed)
    if found.value == span.value:
        return replace(span, proposed=found.proposed)
    return span
