"""Judging the conflicts that are open, one by one: what keys mean for the one at hand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.core.conflicts import Place
from annotator.core.decisions import Choice, Decision
from annotator.gui.annotate.sites import Site
from annotator.gui.review.at_conflict import AtConflict
from annotator.gui.review.deciding import Stepped
from annotator.gui.review.decision_told import DecisionTold
from annotator.gui.review.own_spans import first_draft
from annotator.gui.review.queueing import Queueing
from annotator.gui.review.review_hand import ReviewHand
from annotator.gui.review.review_mode import Beginning, Mode, site_of
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review.same_again import AlikeLot
from annotator.gui.review_keys import CHOICES, LEAVE, OPTION_KEYS, STEPS, TAKE, Keys
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.settling import OpenConflict


class Judging(QObject, Mode):
    """Does what a key means for the conflict at hand, or asks for it."""

    ruled = Signal(object)
    """The lead rules so of the conflict at hand: ``Ruling``."""
    own_requested = Signal()
    """The lead wants to mark spans of her own."""
    alike_requested = Signal(object)
    """The lead wants to decide what is alike: ``AlikeLot``."""
    stepped_beyond = Signal(str)
    """A step went beyond the list, and what came of it."""

    def __init__(
        self,
        at: AtConflict,
        hand: ReviewHand,
        told: DecisionTold,
        queueing: Queueing,
        view: ReviewView,
        panel: ReviewPanel,
    ) -> None:
        super().__init__(panel)
        self.keys, self.panel = Keys.CONFLICT, panel
        self._at = at
        self._hand = hand
        self._told = told
        self._view = view
        panel.answer_chosen.connect(self._show_chosen)
        self._queueing = queueing
        self._panel = panel

    # -- the mode

    @property
    def takes_answers(self) -> bool:
        return True

    def step(self, step: int) -> None:
        if self._at.there is None or self._at.step(step):
            return
        if step > 0:
            told = self.tr("That was the last conflict of the list: it goes on from the first.")
        else:
            told = self.tr(
                "This is the first conflict of the list. Ctrl+Z takes your last decision back."
            )
        self.stepped_beyond.emit(told)

    def remark_site(self) -> Site | None:
        there = self._at.there
        return site_of(there) if there else None

    def beginning(self) -> Beginning | None:
        there, hand = self._at.there, self._hand.taken
        if there is None or hand is None:
            return None
        return Beginning(hand.article, there, first_draft(there.conflict))

    def show_held(self, *, is_on: bool) -> None:
        self._panel.show_held(is_on=is_on)
        self._panel.show_told(self._told.of(self._view.selected_span(), self._view.selection()))

    def show_comparing(self) -> None:
        if self._at.there is None:
            self._at.tell_nothing()

    def take_changed(self, article_ids: set[str]) -> None:
        if self._hand.is_one_of(article_ids):
            self._hand.let_go()

    def take_listed(self) -> None:
        self._at.stay()

    def name_anew(self) -> None:
        place = self._at.place
        if place is not None:
            self._at.show_at(place)

    def tell_anew(self) -> None:
        self._at.tell_anew()

    def tell_place(self) -> None:
        self._at.tell_place()

    def take_overruled(
        self, decision: Decision, replaced: Place | None, spans: tuple[OwnSpan, ...]
    ) -> None:
        self._hand.show()
        self._at.stay()

    def show_step(self, step: Stepped) -> bool:
        """Show where something was done to gold that was taken back, or done again.

        The conflict stays at hand; false if that is in another article.
        """
        there = self._at.there
        if there is None or there.article_id != step.article_id:
            return False
        self._hand.show()
        self._at.stay()
        self._at.point_at(step.start)
        return True

    # -- what the keys ask for

    def press(self, key: str) -> None:
        """Do what a key of the Review place means."""
        there = self._at.there
        if there is None:
            return
        if key in OPTION_KEYS:
            self._take_option(there, int(key))
        elif key == TAKE:
            self._take_chosen(there)
        elif key == LEAVE:
            self._panel.choose(None)
        elif key in CHOICES:
            self.ruled.emit(Ruling(CHOICES[key]))
        else:
            steps: dict[str, Callable[[], object]] = {
                "own": self.own_requested.emit,
                "skip": lambda: self.step(1),
                "back": lambda: self.step(-1),
                "precedent": self._take_precedent,
                "alike": lambda: self._ask_for_alike(there),
                "alike_last": self._ask_for_last,
            }
            steps[STEPS[key]]()

    def _take_option(self, there: OpenConflict, number: int) -> None:
        options = there.conflict.options
        if number > len(options):
            self._panel.refuse(self.tr("There is no answer {number} here.").format(number=number))
        else:
            self.ruled.emit(Ruling(Choice.OPTION, author=options[number - 1].authors[0]))

    def _take_chosen(self, there: OpenConflict) -> None:
        if self._panel.chosen is not None:
            self._take_option(there, self._panel.chosen)

    def choose(self, span_id: str) -> None:
        """Let the answer of which a span was clicked stand out; nothing is decided."""
        there = self._at.there
        said = there.conflict.spans if there else ()
        author = next((author for author, span in said if span.id == span_id), None)
        options = there.conflict.options if there else ()
        numbered = enumerate(options, start=1)
        number = next((number for number, one in numbered if author in one.authors), None)
        self._panel.choose(number)

    def _show_chosen(self) -> None:
        """Let the spans of the chosen answer stand out in the text."""
        there, number = self._at.there, self._panel.chosen
        if there is None or number is None:
            self._view.show_chosen(frozenset())
            return
        authors = there.conflict.options[number - 1].authors
        ids = (span.id for author, span in there.conflict.spans if author in authors)
        self._view.show_chosen(frozenset(ids))

    def _take_precedent(self) -> None:
        ruling = self._at.again.ruling()
        if ruling is None:
            self._panel.refuse(self.tr("Nothing like this was decided before."))
        else:
            self.ruled.emit(ruling)

    def _ask_for_alike(self, there: OpenConflict) -> None:
        row = self._at.row()
        lot = self._at.again.like(there, row) if row else None
        self._ask_about(lot, self.tr("No other open conflict is like this."))

    def _ask_for_last(self) -> None:
        lot = self._at.again.like_the_last()
        self._ask_about(lot, self.tr("No open conflict is like the last one that you decided."))

    def _ask_about(self, lot: AlikeLot | None, why_not: str) -> None:
        if lot is None:
            self._panel.refuse(why_not)
        else:
            self.alike_requested.emit(lot)
