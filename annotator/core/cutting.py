"""Making two spans of one, and one of several; nothing that was said of them is lost."""

from dataclasses import dataclass, replace

from annotator.core.edits import Change, change_of, present_spans, whole_stretch
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Layer, new_id, now
from annotator.core.text import whole_letters


@dataclass(frozen=True, slots=True)
class Split:
    """Make two spans of one: the first ends at ``end``, the second begins at ``start``.

    What lies between the two is in neither.  The first keeps the id and the note; the value goes,
    since it meant the whole.
    """

    id: str
    end: int
    start: int

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        (old,) = present_spans(layer, (self.id,))
        first, second = old.start, old.end
        if old.start < self.end <= self.start < old.end:
            first = whole_letters(text, old.start, self.end)[1]
            second = max(first, whole_letters(text, self.start, old.end)[0])
        if not old.start < first <= second < old.end:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "“{quote}” cannot be split there: both parts need a letter."
                ),
                quote=old.quote,
            )
        moment = now()
        kept = replace(old, value=None, proposed=False, changed_at=moment)
        parts = (
            replace(kept, end=first, quote=text[old.start : first]),
            replace(
                kept,
                start=second,
                quote=text[second : old.end],
                note="",
                origin="manual",
                id=new_id(),
                created_at=moment,
            ),
        )
        return change_of(layer, "split", (old,), parts)


@dataclass(frozen=True, slots=True)
class Merge:
    """Make one span of several with one label, from the first start to the last end.

    The first keeps its id; the notes follow each other, and one doubt is a doubt about the whole.
    A value that all agree on stays.  Else the first one does, as a proposal: nobody has said it of
    the whole.
    """

    ids: tuple[str, ...]

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``."""
        old = present_spans(layer, self.ids)
        if len(old) < 2 or len({span.label for span in old}) > 1:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "Only two or more spans with the same label can be merged."
                )
            )
        start, end, quote = whole_stretch(text, old[0].start, max(span.end for span in old))
        said = [span for span in old if span.value is not None]
        differ = any(span.value != said[0].value for span in said)
        new = replace(
            old[0],
            end=end,
            start=start,
            quote=quote,
            value=said[0].value if said else None,
            proposed=bool(said) and (differ or all(span.proposed for span in said)),
            note="\n".join(dict.fromkeys(span.note for span in old if span.note)),
            unsure=any(span.unsure for span in old),
            changed_at=now(),
        )
        return change_of(layer, "merge", old, (new,))
