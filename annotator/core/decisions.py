"""What a lead rules for a stretch of an article, or for a layer of it.

A decision keeps what it judged and what was drawn around it then, so that one can tell later
whether it still fits; see ``core.adjudication``.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.core.conflicts import Compared, Conflict, Drawn, Option, Place, compared
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.ground import Ground
from annotator.core.model import Span, new_id, now

DECIDED = "decision"
"""The origin of a gold span that a decision put."""


class Choice(StrEnum):
    """How a lead came to what a decision put."""

    OPTION = "option"
    MAJORITY = "majority"
    ALL = "all"
    WIDEST = "widest"
    NARROWEST = "narrowest"
    NONE = "none"
    SPANS = "spans"
    SINGLE = "single"
    """An article's only finished layer is accepted."""
    SET_ASIDE = "set-aside"
    """A layer that its author set aside need not be waited for."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a lead ruled: of the spans on a stretch, or of a layer."""

    article_id: str
    choice: Choice
    lead: str
    start: int = 0
    end: int = 0
    """Code points, end exclusive; 0 to 0 if it is about a layer."""
    judged: tuple[Drawn, ...] = ()
    outcome: tuple[Span, ...] = ()
    seen: tuple[Drawn, ...] = ()
    """All spans of finished layers that overlapped the stretch then."""
    layer: tuple[str, int] | None = None
    """The author and the revision of the layer that it is about."""
    reason: str = ""
    gap: bool = False
    """Whether the guidelines leave the question open."""
    id: str = field(default_factory=new_id)
    at: str = field(default_factory=now)

    @property
    def is_on_spans(self) -> bool:
        """Whether it is about a stretch and not about a layer."""
        return self.layer is None

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether its stretch shares a letter with ``[start, end)``."""
        return self.is_on_spans and self.start < end and start < self.end


def option_spans(conflict: Conflict, author: str) -> tuple[Span, ...]:
    """Return what ``author`` answered.

    Raises:
        RefusedAct: if the author has no finished layer of the article.
    """
    for option in conflict.options:
        if author in option.authors:
            return option.spans
    raise RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors", "Whose answer that is has not finished the article. Look at it anew."
        )
    )


def majority_spans(conflict: Conflict) -> tuple[Span, ...]:
    """Return the answer of more than half of the finished layers.

    Raises:
        RefusedAct: if there is none.
    """
    option = majority(conflict)
    if option is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "No answer is held by more than half of the {finished} finished layers."
                " Choose one of them.",
            ),
            finished=conflict.finished,
        )
    return option.spans


def majority(conflict: Conflict) -> Option | None:
    """Return the answer that more than half of the finished layers hold, if one is."""
    best = max(conflict.options, key=lambda option: len(option.authors), default=None)
    return best if best and 2 * len(best.authors) > conflict.finished else None


def all_spans(conflict: Conflict) -> tuple[Span, ...]:
    """Return all spans that anybody drew.

    Raises:
        RefusedAct: if two of them differ in nothing but their values.
    """
    by_place: dict[Place, list[Span]] = defaultdict(list)
    for _, span in conflict.spans:
        by_place[span.place].append(span)
    for spans in by_place.values():
        if len(_values(spans)) > 1:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{quote}” has two values: gold takes one. Choose an option instead of all.",
                ),
                quote=spans[0].quote,
            )
    return tuple(map(_best_valued, by_place.values()))


def reaching_span(conflict: Conflict, text: str, *, widest: bool) -> Span:
    """Return one span: from the smallest start to the greatest end, or the other way round.

    Raises:
        RefusedAct: unless all spans have one label and at most one value, each author has at most
            one, and something is left.
    """
    spans = [span for _, span in conflict.spans]
    outer, inner = (min, max) if widest else (max, min)
    start = outer((span.start for span in spans), default=0)
    end = inner((span.end for span in spans), default=0)
    is_one_each = len({author for author, _ in conflict.spans}) == len(spans)
    is_one_label = len({span.label for span in spans}) == 1
    if not (is_one_each and is_one_label and len(_values(spans)) <= 1 and start < end):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "The widest and the narrowest need spans of one label and one value, one of each"
                " author, that share a letter. Choose an option, or mark your own.",
            )
        )
    return replace(_best_valued(spans), start=start, end=end, quote=text[start:end])


def _values(spans: Iterable[Span]) -> set[Compared]:
    return {compared(span) for span in spans} - {None}


def _best_valued(spans: Iterable[Span]) -> Span:
    """Return the span whose value counts: a confirmed one, else a proposed one, else any."""
    return max(spans, key=lambda span: (span.is_confirmed, span.value is not None))


def outcome_of(
    conflict: Conflict, choice: Choice, text: str, author: str | None = None
) -> tuple[Span, ...]:
    """Return what ``choice`` puts in the place of ``conflict``, whose article reads ``text``.

    ``author`` is whose option is taken.

    Raises:
        RefusedAct: if the choice does not fit what is drawn.
    """
    match choice:
        case Choice.OPTION if author is not None:
            return option_spans(conflict, author)
        case Choice.MAJORITY:
            return majority_spans(conflict)
        case Choice.ALL:
            return all_spans(conflict)
        case Choice.WIDEST | Choice.NARROWEST:
            return (reaching_span(conflict, text, widest=choice is Choice.WIDEST),)
        case Choice.NONE:
            return ()
    raise ValueError(choice)


def decide(
    article_id: str,
    lead: str,
    choice: Choice,
    outcome: Iterable[Span],
    *,
    judged: Iterable[Drawn],
    ground: Ground,
    stretch: tuple[int, int],
    reason: str = "",
    gap: bool = False,
) -> Decision:
    """Return the decision that puts ``outcome`` in the place of what it ``judged``.

    Its stretch reaches from ``stretch`` to all that it judged and put; ``ground`` tells what is
    drawn there.
    """
    judged = tuple(judged)
    put = tuple(sorted(map(_plain, outcome), key=lambda span: span.order))
    touched = [*put, *(span for _, span in judged)]
    start = min([stretch[0], *(span.start for span in touched)])
    end = max([stretch[1], *(span.end for span in touched)])
    return Decision(
        article_id=article_id,
        choice=choice,
        lead=lead,
        start=start,
        end=end,
        judged=judged,
        outcome=put,
        seen=tuple(ground.on(start, end)),
        reason=reason,
        gap=gap,
    )


def _plain(span: Span) -> Span:
    """Return ``span`` as a decision puts it: without what never counts."""
    return replace(span, note="", unsure=False, origin=DECIDED)
