"""Says how gold came to what it holds at a place: all agreed, or a lead decided, when and why."""

from PySide6.QtCore import QObject

from annotator.core.decisions import Decision
from annotator.core.language import Stretch
from annotator.gui.language import moment_text
from annotator.gui.review.review_hand import ReviewHand
from annotator.gui.session import Session
from annotator.gui.wording.told_spans import told_meaning
from annotator.reports.words import Words


class DecisionTold(QObject):
    """Tells of the article at hand; authors are called as they are in Review."""

    def __init__(self, session: Session, hand: ReviewHand, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._hand = hand

    def of(self, span_id: str | None, stretch: Stretch | None) -> str:
        """Tell of a gold span, else of what was decided of just that stretch, if anything was."""
        hand = self._hand.taken
        if hand is None:
            return ""
        span = self._hand.gold_span(span_id) if span_id is not None else None
        decided = [
            one
            for one in hand.decisions
            if (span is not None and any(put.place == span.place for put in one.outcome))
            or (span is None and one.is_on_spans and (one.start, one.end) == stretch)
        ]
        if decided:
            return self._decided(decided[-1])
        return "" if span is None else self._agreed()

    def _agreed(self) -> str:
        names = [f"\u2068{name}\u2069" for name in self._hand.names().values()]
        if len(names) == 1:
            return self.tr("{name} alone has finished the article, and marked this.").format(
                name=names[0]
            )
        told = self.tr("All who finished the article agree on this: {names}.")
        return told.format(names=self.tr(", ").join(names))

    def _decided(self, decision: Decision) -> str:
        words = Words(self._session.language)
        told = self.tr("Decided by {lead}, {moment}: {choice}.").format(
            lead=f"\u2068{decision.lead}\u2069",
            moment=moment_text(decision.at),
            choice=words.say(f"choice {decision.choice.value}"),
        )
        reason = self.tr("Reason: {reason}").format(reason=f"\u2068{decision.reason}\u2069")
        gap = self.tr("The guidelines leave this open.")
        parts = (
            *(told, self._judged(decision)),
            *(reason if decision.reason else "", gap if decision.gap else ""),
        )
        return "\n".join(filter(None, parts))

    def _judged(self, decision: Decision) -> str:
        """Say what it chose between: whose spans it judged, as they were then."""
        labels, language = self._session.labels, self._session.language
        said: dict[str, list[str]] = {}
        for author, span in decision.judged:
            said.setdefault(author, []).append(told_meaning(span, labels, language))
        # Whoever has taken the article up again since has no letter in it.
        names = self._hand.names()
        answers = [
            f"\u2068{name}: {self.tr(', ').join(said[author])}\u2069"
            for author, name in names.items()
            if author in said
        ]
        told = self.tr("Marked there were: {answers}.")
        return told.format(answers=" · ".join(answers)) if answers else ""
