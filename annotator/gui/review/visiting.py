"""A place in Review in which nothing need be open: a lead overrules gold there, from the text."""

from PySide6.QtCore import QObject, Signal

from annotator.core.conflicts import Place
from annotator.core.decisions import Decision
from annotator.gui.annotate.sites import Site
from annotator.gui.review.decision_told import DecisionTold
from annotator.gui.review.mode_at_place import ModeAtPlace
from annotator.gui.review.review_hand import ReviewHand
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review_keys import STEPS, Keys
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review.deciding import OwnSpan
from annotator.workflow.review.review_queue import ArticleAtHand


class Visiting(QObject, ModeAtPlace):
    """Shows a place, and stays there whatever is done to gold."""

    left = Signal()
    """The lead wants to go on with the open conflicts, or the article is gone."""

    def __init__(
        self, hand: ReviewHand, told: DecisionTold, view: ReviewView, panel: ReviewPanel
    ) -> None:
        super().__init__(panel)
        self.keys, self.panel = Keys.CONFLICT, panel
        self._hand = hand
        self._told = told
        self._view = view
        self._panel = panel
        self.site: Site | None = None
        """The place that is visited."""

    def visit(self, site: Site) -> bool:
        """Go to a place; false if its article is gone, or cannot be read."""
        hand = self._hand.take(site.article_id)
        if hand is not None:
            self.site = site
            self._tell(hand)
            self._go_to(site, hand)
        return hand is not None

    def leave(self) -> None:
        """Visit the place no more."""
        self.site = None

    def _go_to(self, site: Site, hand: ArticleAtHand) -> None:
        """Bring the place into the middle, the gold span on it selected, else the stretch.

        A whole article is shown from its top.
        """
        start, end = site.start, site.end
        if start == end:
            self._view.place_caret(start)
            self._view.select_span(None)
            self._view.frame(None)
            self._view.scroll_to(start)
            return
        there = (span.id for span in hand.gold if (span.start, span.end) == (start, end))
        self._view.frame((start, end))
        span_id = next(there, None)
        if span_id is not None:
            self._view.place_caret(end)
            self._view.select_span(span_id)
        else:
            self._view.select(start, end)

    def _tell(self, hand: ArticleAtHand) -> None:
        """Show the article as it is now; what is selected in it stays so."""
        self._hand.show()
        sentence = self.tr(
            "{article}\nNothing need be decided here: what you mark, change or take out in the text"
            " overrules gold. S goes on to the next open conflict."
        )
        if not hand.names:
            sentence = self.tr(
                "{article}\nNobody has finished this article: gold has nothing in it as yet. S goes"
                " on to the next open conflict."
            )
        self._panel.show_settled(sentence.format(article=f"\u2068{hand.article.name}\u2069"))
        self.show_held(is_on=self._view.holds_something)

    def show(self) -> None:
        """Show the article as it is now; leave it if it is gone."""
        if self.site is None:
            return
        hand = self._hand.take(self.site.article_id)
        if hand is not None:
            self._tell(hand)
        elif not self._hand.has_failed:
            self.left.emit()

    # -- the mode

    @property
    def is_in_text(self) -> bool:
        return True

    @property
    def takes_answers(self) -> bool:
        return True

    def press(self, key: str) -> None:
        if STEPS.get(key) == "skip":
            self.left.emit()

    def step(self, step: int) -> None:
        if step > 0:
            self.left.emit()

    def remark_site(self) -> Site | None:
        return self.site

    def show_held(self, *, is_on: bool) -> None:
        self._panel.show_held(is_on=is_on, is_settled=True)
        self._panel.show_told(self._told.of(self._view.selected_span(), self._view.selection()))

    def take_overruled(
        self, decision: Decision, replaced: Place | None, spans: tuple[OwnSpan, ...]
    ) -> None:
        self.show()
