"""What a lead rules of spans that nobody questioned: gold is overruled, or added to."""

from collections.abc import Collection, Iterable

from annotator.core.conflicts import Place
from annotator.core.decisions import Choice, Decision, decide
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.ground import Ground
from annotator.core.model import Span


def overruled(
    article_id: str,
    lead: str,
    replaced: Collection[Place],
    outcome: Iterable[Span],
    *,
    ground: Ground,
    standing: Iterable[Decision],
    reason: str = "",
    gap: bool = False,
) -> tuple[Decision, list[Decision]]:
    """Return the decision that puts ``outcome`` in the place of what gold has, and what it ends.

    It takes the place of those of the ``standing`` decisions on spans that judged or put what is
    replaced; what they had put elsewhere stays.

    Raises:
        RefusedAct: if nothing would change.
    """
    put = list(outcome)
    judged = [one for place in sorted(replaced) for one in ground.at(place)]
    met = [
        decision
        for decision in standing
        if any(span.place in replaced for span in decision.outcome)
        or any(
            ground.sameness.same(span, mine) for _, span in decision.judged for _, mine in judged
        )
    ]
    judged += [one for decision in met for one in decision.judged if one not in judged]
    if not judged and not put and not met:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "There is nothing to decide: mark a span first.")
        )
    stretches = [(start, end) for start, end, _ in replaced]
    stretches += [(span.start, span.end) for span in put]
    decision = decide(
        article_id,
        lead,
        Choice.SPANS,
        [*(s for one in met for s in one.outcome if s.place not in replaced), *put],
        judged=judged,
        ground=ground,
        stretch=(min(s for s, _ in stretches), max(e for _, e in stretches)),
        reason=reason,
        gap=gap,
    )
    return decision, met
