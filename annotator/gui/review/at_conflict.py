"""The conflict at hand: it is shown in its article and on the panel, and the queue tells where.

It is derived anew from the file whenever its article is taken to hand, so that nothing old is ever
decided.
"""

from annotator.core.queue import Waiting
from annotator.gui.annotate.sites import Site
from annotator.gui.review.begun import Begun
from annotator.gui.review.deciding import Stepped
from annotator.gui.review.queueing import Queueing
from annotator.gui.review.review_hand import ReviewHand
from annotator.gui.review.review_mode import site_of
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review.same_again import SameAgain
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review.review_queue import ArticleAtHand, ArticleQueue
from annotator.workflow.review.settling import OpenConflict


class AtConflict:
    """Goes from conflict to conflict."""

    def __init__(
        self,
        hand: ReviewHand,
        queueing: Queueing,
        view: ReviewView,
        panel: ReviewPanel,
        listed: ConflictList,
        begun: Begun,
    ) -> None:
        self._hand = hand
        self._queueing = queueing
        self._view = view
        self._panel = panel
        self._list = listed
        self._begun = begun
        self.again = SameAgain(panel, queueing.comparing)
        self.there: OpenConflict | None = None
        """The conflict at hand."""
        self._after: Site | None = None
        """Where to go on from while no conflict is at hand."""

    @property
    def place(self) -> int | None:
        """Where in the list the conflict at hand stands."""
        return self._queueing.place_of(self.there)

    def row(self) -> Waiting | None:
        """Return what the queue knows of the conflict at hand."""
        there = self.there
        rows = self._queueing.queue.of(there.article_id) if there else ()
        return next((row for row in rows if there and row.id == there.conflict.id), None)

    # -- what is shown

    def show_at(self, place: int) -> None:
        """Show a conflict of the list; say so if there is none."""
        while (row := self._list.at(place) or self._list.at(0)) is not None:
            if self.show(row) or self._hand.has_failed:
                return
            # It was settled or changed by another program, which will be heard of soon.
            self.look_at(row.article_id)
        self.there = None
        self._hand.put_away()
        self.tell_nothing()

    def tell_nothing(self) -> None:
        """Say why no conflict is at hand, and what to do then."""
        why, what_next = self._queueing.nothing_told()
        self._panel.show_nothing(why, what_next)
        self._view.show_hint(why, what_next)

    def show(self, row: Waiting) -> bool:
        """Show a conflict; false if it is not open any more, or could not be read."""
        hand = self._take_to_hand(row.article_id)
        there = hand.conflict(row.id) if hand else None
        if hand is None or there is None:
            return False
        self.there, self._after = there, None
        self._begun.last = site_of(there)
        # It may have been decided, and that taken back from elsewhere.
        self._begun.reopen(site_of(there))
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
        self._panel.fields.show_remark(self._begun.remark(site_of(there)))
        self.again.show(there, row)

    def tell_anew(self) -> None:
        """Tell of the conflict on the panel; the text, and what is selected in it, stay."""
        there, row, hand = self.there, self.row(), self._hand.taken
        if there is not None and row is not None and hand is not None:
            self._tell(there, row, hand)

    def tell_place(self) -> None:
        """Say where the conflict stands in the list, which may be another one."""
        row = self.row()
        if row is not None:
            self._panel.show_place(self._queueing.place_told(row))

    def point_at(self, offset: int) -> None:
        """Bring a place of the article at hand into sight; the caret goes there."""
        self._view.select_span(None)
        self._view.place_caret(offset)
        self._view.show_place(offset)

    # -- where to go

    def begin_after(self, site: Site) -> None:
        """Have no conflict at hand; the next one is the first after ``site``."""
        self.there, self._after = None, site

    def begin_at(self, site: Site) -> bool:
        """Begin at the conflict there; false if it is open no longer: then with the next one."""
        self.begin_after(site)
        self.look_at(site.article_id)
        rows = self._queueing.queue.of(site.article_id)
        return any(self.show(row) for row in rows if row.id == site.of)

    def stay(self) -> None:
        """Stay at what is at hand; go on after a conflict that is listed no longer."""
        place = self.place
        if place is None and self._may_come():
            self._show_coming()
        elif place is None:
            self.go_on()
        elif self._hand.taken is None:
            self.show_at(place)  # its article has changed around it
        elif self.there is not None and (row := self.row()) is not None:
            self.again.show(self.there, row)
            self.tell_place()

    def _show_coming(self) -> None:
        self.there = None
        self._hand.put_away()
        why = self._queueing.comparing_told()
        self._panel.show_nothing(why)
        self._view.show_hint(why)

    def _may_come(self) -> bool:
        """Tell whether the conflict to begin with may be one that was not found as yet."""
        after, queueing = self._after, self._queueing
        return (
            after is not None
            and queueing.comparing.is_under_way
            and not queueing.is_listed_from(after.article_id, after.start, after.end)
        )

    def go_on(self) -> None:
        """Show the first conflict after the one at hand, or after where to go on from."""
        site = site_of(self.there) if self.there else self._after
        place = self._queueing.first_from(site.article_id, site.start, site.end) if site else 0
        self.show_at(place)

    def step(self, step: int) -> bool:
        """Go on in the list, after its end from its top, or with -1 back as far as its top.

        False if that went beyond the list.
        """
        length, place = self._list.length(), self.place
        if not length:
            return True
        wanted = 0 if place is None else place + step
        if wanted >= 0:
            self.show_at(wanted % length)
        return 0 <= wanted < length

    def begin_on(self, article_id: str, start: int, end: int) -> bool:
        """Begin at the first open conflict on a stretch; false if none is open there.

        The stretch from 0 to 0 is the whole article.
        """
        self.begin_after(Site(article_id, start, end))
        self.look_at(article_id)
        rows = self._queueing.queue.of(article_id)
        is_all = start == end
        there = (row for row in rows if is_all or (row.start < end and start < row.end))
        return any(map(self.show, there))

    # -- what is taken back, or done again

    def open_on(self, step: Stepped) -> set[str] | None:
        """Return the ids of what is known to be open there; ``None`` if it was not looked at."""
        queue = self._queueing.queue
        if step.article_id not in queue.stamps:
            return None
        rows = queue.of(step.article_id)
        return {row.id for row in rows if row.start < step.end and step.start < row.end}

    def follow(self, step: Stepped, before: set[str] | None) -> bool:
        """Show the conflict that a step reopened, or the first one after what it settled.

        ``before`` is what was open there.  False if it did neither: it was about gold alone.
        """
        now = self.open_on(step) or set()
        rows = self._queueing.queue.of(step.article_id)
        for row in (row for row in rows if row.id in now - (before or set())):
            if self.show(row) or self._hand.has_failed:
                return True
        if not (before or set()) - now:
            return False
        if not self._hand.has_failed:
            self.begin_after(Site(step.article_id, step.start, step.end))
            self.go_on()
        return True

    def look_at(self, article_id: str) -> None:
        """Take into the list what is open in an article now."""
        self._hand.let_go()
        hand = self._take_to_hand(article_id)
        if not self._hand.has_failed:
            self._queueing.take(hand.looked if hand else ArticleQueue(article_id, "", ()))

    def _take_to_hand(self, article_id: str) -> ArticleAtHand | None:
        return self._hand.take(article_id, for_again=self.again.is_on)
