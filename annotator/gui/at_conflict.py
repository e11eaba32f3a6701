"""The conflict at hand: it is shown in its article and on the panel, and the queue tells where.

It is derived anew from the file whenever its article is taken to hand, so that nothing old is ever
decided.
"""

from annotator.core.queue import Waiting
from annotator.gui.queueing import Queueing
from annotator.gui.review_hand import ReviewHand
from annotator.gui.review_view import ReviewView
from annotator.gui.same_again import SameAgain
from annotator.gui.visiting import Visited, show_visited
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
        self.visited: Visited | None = None
        """The place at hand instead, in which nothing need be open."""

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
        """Show what the lead visits, else a conflict of the list; say so if there is none."""
        if self.revisit():
            return
        while (row := self._list.at(place) or self._list.at(0)) is not None:
            if self.show(row) or self._hand.has_failed:
                return
            # It was settled or changed by another program, which will be heard of soon.
            self.look_at(row.article_id)
        self.there = None
        self._hand.put_away()
        self._panel.show_nothing(self._queueing.nothing_told())

    def show(self, row: Waiting) -> bool:
        """Show a conflict; false if it is not open any more, or could not be read."""
        hand = self._take_to_hand(row.article_id)
        there = hand.conflict(row.id) if hand else None
        if hand is None or there is None:
            return False
        self.there, self.visited = there, None
        conflict = there.conflict
        self._hand.show()
        self._view.place_caret(conflict.start)
        self._view.select_span(None)
        self._view.frame((conflict.start, conflict.end))
        self._queueing.show_current(row.id)
        self._tell(there, row, hand)
        return True

    def _tell(self, there: OpenConflict, row: Waiting, hand: ArticleAtHand) -> None:
        names, told = self._hand.names(), self._queueing.place_told(row)
        self._panel.show_conflict(there.conflict, there.cause, hand.article, names, told)
        self.again.show(there, row)

    def name_anew(self) -> None:
        """Call the authors by other names; the text, and what is selected in it, stay."""
        there, row, hand = self.there, self.row(), self._hand.taken
        if there is not None and row is not None and hand is not None:
            self._tell(there, row, hand)

    def stay(self) -> None:
        """Stay at what is at hand; go on after a conflict that is listed no longer."""
        place = self.place
        if self.visited is not None and self._hand.taken is not None:
            return
        if place is None:
            self.show_at(self._place_after())
        elif self._hand.taken is None:
            self.show_at(place)  # its article has changed around it
        elif self.there is not None and (row := self.row()) is not None:
            self.again.show(self.there, row)

    def visit(self, visited: Visited) -> bool:
        """Show a place to overrule gold there; false if its article is gone."""
        hand = self._take_to_hand(visited.article_id)
        if self._hand.has_failed:
            return True
        self.there, self.visited = None, visited if hand else None
        if hand is not None:
            self._hand.show()
            show_visited(visited, hand, self._view, self._panel)
        return hand is not None

    def revisit(self) -> bool:
        """Show the place that the lead visits anew; false if she visits none."""
        return self.visited is not None and self.visit(self.visited)

    def leave_visit(self) -> None:
        """Go on with the first open conflict after the place that the lead visited."""
        visited, self.visited = self.visited, None
        if visited is not None:
            place = self._queueing.first_from(visited.article_id, visited.start, visited.end)
            self.show_at(place)
            self._panel.setFocus()

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
        rows = self._queueing.queue.of(article_id)
        there = [row for row in rows if row.start < end and start < row.end]
        is_shown = bool(there) and self.show(there[0])
        if not is_shown and not self._hand.has_failed:
            self.there = None
            self.show_at(self._queueing.first_from(article_id, start, end))

    def look_at(self, article_id: str) -> None:
        """Take into the list what is open in an article now."""
        self._hand.let_go()
        hand = self._take_to_hand(article_id)
        if not self._hand.has_failed:
            self._queueing.take(hand.looked if hand else Looked(article_id, "", ()))

    def _take_to_hand(self, article_id: str) -> ArticleAtHand | None:
        return self._hand.take(article_id, for_again=self.again.is_on)
