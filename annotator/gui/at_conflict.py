"""The conflict at hand: it is shown in its article and on the panel, and the queue tells where.

It is derived anew from the file whenever its article is taken to hand, so that nothing old is ever
decided.
"""

from annotator.core.queue import Waiting
from annotator.gui.queueing import Queueing
from annotator.gui.review_hand import ReviewHand
from annotator.gui.review_view import ReviewView
from annotator.gui.same_again import SameAgain
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review_queue import ArticleAtHand, Looked
from annotator.workflow.settling import OpenConflict


class AtConflict:
    """Goes from conflict to conflict."""

    def __init__(
        self,
        hand: ReviewHand,
        queueing: Queueing,
        view: ReviewView,
        panel: ReviewPanel,
        listed: ConflictList,
    ) -> None:
        self._hand = hand
        self._queueing = queueing
        self._view = view
        self._panel = panel
        self._list = listed
        self.again = SameAgain(panel, queueing.comparing)
        self.there: OpenConflict | None = None
        """The conflict at hand."""

    @property
    def place(self) -> int | None:
        """Where in the list the conflict at hand stands."""
        return self._queueing.place_of(self.there)

    def row(self) -> Waiting | None:
        """Return what the queue knows of the conflict at hand."""
        there = self.there
        rows = self._queueing.queue.of(there.article_id) if there else ()
        return next((row for row in rows if there and row.id == there.conflict.id), None)

    def show_at(self, place: int) -> None:
        """Show the conflict at a place of the list, or the first one; say so if there is none."""
        while (row := self._list.at(place) or self._list.at(0)) is not None:
            if self.show(row):
                return
            # It was settled or changed by another program, which will be heard of soon.
            self.look_at(row.article_id)
        self.there = None
        self._hand.put_away()
        self._panel.show_nothing(self._queueing.nothing_told())

    def show(self, row: Waiting) -> bool:
        """Show a conflict; false if it is not open any more."""
        hand = self._take_to_hand(row.article_id)
        there = hand.conflict(row.id) if hand else None
        if hand is None or there is None:
            return False
        self.there = there
        conflict = there.conflict
        self._hand.show()
        self._view.place_caret(conflict.start)
        self._view.select_span(None)
        self._view.frame((conflict.start, conflict.end))
        self._queueing.show_current(row.id)
        told = self._queueing.place_told(row)
        self._panel.show_conflict(conflict, there.cause, hand.article, self._hand.names(), told)
        self.again.show(there, row)
        return True

    def stay(self) -> None:
        """Stay at the conflict at hand if it is listed, else go on after it."""
        place = self.place
        if place is None:
            self.show_at(self._place_after())
        elif self._hand.taken is None:
            self.show_at(place)  # its article has changed around it
        elif self.there is not None and (row := self.row()) is not None:
            self.again.show(self.there, row)

    def _place_after(self) -> int:
        """Return where to go on from a conflict that is no longer listed."""
        if self.there is None:
            return 0
        conflict = self.there.conflict
        return self._queueing.first_from(self.there.article_id, conflict.start, conflict.end)

    def step(self, step: int) -> None:
        """Go on in the list, or with -1 back; around its end."""
        length, place = self._list.length(), self.place
        if length:
            self.show_at(0 if place is None else (place + step) % length)

    def go_to(self, article_id: str, start: int, end: int) -> None:
        """Show the open conflict on a stretch of an article, or the first one after it."""
        self.there = None
        rows = self._queueing.queue.of(article_id)
        there = [row for row in rows if row.start < end and start < row.end]
        if not there or not self.show(there[0]):
            self.show_at(self._queueing.first_from(article_id, start, end))

    def look_at(self, article_id: str) -> None:
        """Take into the list what is open in an article now."""
        self._hand.let_go()
        hand = self._take_to_hand(article_id)
        self._queueing.take(hand.looked if hand else Looked(article_id, "", ()))

    def _take_to_hand(self, article_id: str) -> ArticleAtHand | None:
        return self._hand.take(article_id, for_again=self.again.is_on)
