"""A lead at work in Review: what keys mean, what is decided, and what is taken back."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.core.conflicts import Place
from annotator.core.decisions import Choice
from annotator.core.model import Layer
from annotator.core.samples import Sampled
from annotator.gui.at_conflict import AtConflict
from annotator.gui.deciding import Deciding, Stepped
from annotator.gui.drafting import Drafting
from annotator.gui.overruling import Overruling
from annotator.gui.own_spans import first_draft
from annotator.gui.queueing import Queueing
from annotator.gui.review_commands import ReviewCommands
from annotator.gui.review_hand import ReviewHand
from annotator.gui.review_view import ReviewView
from annotator.gui.sampling import Sampling
from annotator.gui.session import Session
from annotator.gui.visiting import Visited
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.gui.widgets.sample_panel import SamplePanel
from annotator.workflow.deciding_lots import DecisionReport
from annotator.workflow.review import OwnSpan, Ruling
from annotator.workflow.settling import OpenConflict


class Reviewing(QObject):
    """Lets the queue, the article and the panels work together."""

    acted = Signal()
    """Something was decided, or taken back: other acts can be undone now."""
    long_step_requested = Signal(bool)
    """An act that decided much is to be taken back, or, if true, to be done again."""

    def __init__(
        self, session: Session, view: ReviewView, panels: QStackedWidget, listed: ConflictList
    ) -> None:
        """``panels`` gets the panel of the conflict at hand, and that of a sample."""
        super().__init__(panels)
        self._session = session
        self._view = view
        self._panels = panels
        self._list = listed
        self._is_open = False
        self._drawn: tuple[tuple[Sampled, ...], int] | None = None
        """The sample that waits for its beginning, and its seed."""
        self.panel, self.sample_panel = ReviewPanel(panels), SamplePanel(panels)
        for panel in (self.panel, self.sample_panel):
            panels.addWidget(panel)
        self._hand = ReviewHand(session, view)
        self.queueing = Queueing(session, listed, self)
        self._at = AtConflict(self._hand, self.queueing, view, self.panel, listed)
        self.commands = ReviewCommands(self._at, self.panel)
        self._drafting = Drafting(session, view, self.panel)
        self.deciding = Deciding(session, self._refuse)
        self.sampling = Sampling(self._hand, view, self.sample_panel)
        Overruling(view, self._drafting, self._hand.gold_span, self._overrule)
        self._wire()

    def _wire(self) -> None:
        view, listed, queueing, sampling = self._view, self._list, self.queueing, self.sampling
        queueing.changed.connect(self._take_changed)
        queueing.refresh_requested.connect(self._refresh)
        queueing.comparing.advanced.connect(lambda *_: self._show_comparing())
        queueing.comparing.looked.connect(self._take_looked)
        self._drafting.changed.connect(self._show_draft)
        for part in (self.panel.command_requested, view.key_pressed):
            part.connect(self.press)
        self.commands.ruled.connect(self._rule)
        self.commands.own_requested.connect(self._begin_own)
        view.taken.connect(self._take_own)
        view.given_up.connect(self._leave_draft)
        view.selection_changed.connect(self._show_held)
        view.span_selected.connect(lambda _: self._show_held())
        listed.conflict_requested.connect(self._open)
        listed.left.connect(self.take_focus)
        self.acted.connect(self._begin_drawn)
        sampling.begun.connect(self._show_panel)
        sampling.left.connect(self._leave_sample)
        sampling.own_requested.connect(self._begin_own)
        self._session.articles_changed.connect(self._follow)
        self._session.labels_changed.connect(self._show_labels)
        self._show_labels()

    # -- the place, and what is shown in it

    @property
    def there(self) -> OpenConflict | None:
        """The conflict at hand."""
        return self._at.there

    @property
    def is_drafting(self) -> bool:
        """Whether the lead is drawing spans of her own."""
        return self._drafting.is_on

    @property
    def is_comparing(self) -> bool:
        """Whether more conflicts may come."""
        return self.queueing.comparing.is_under_way

    def open(self) -> None:
        """Go on where the lead was; look for what has changed since."""
        self._is_open = True
        self.queueing.comparing.look()

    def take_over(self, before: "Reviewing") -> None:
        """Go on at what is at hand in a place that speaks another language."""
        self._at.there, self._at.visited = before.there, before._at.visited
        self.sampling.go_on(before.sampling.sample)

    def close(self) -> None:
        """Leave the place; nothing is looked for any more, and a draft stays as it is."""
        self._is_open = False

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        self._is_open = False
        self.queueing.stop()

    def take_focus(self) -> None:
        """Give the keyboard to what is at hand."""
        is_in_text = self.sampling.is_on and self.sampling.span() is not None
        if self._drafting.is_on or is_in_text:
            self._view.setFocus()
        else:
            self.shown_panel().setFocus()

    def _follow(self) -> None:
        if self._is_open:
            self.queueing.comparing.look()

    def _show_comparing(self) -> None:
        if not len(self.queueing.queue) and self._at.visited is None:
            self.panel.show_nothing(self.queueing.nothing_told())

    def _take_changed(self, article_ids: set[str]) -> None:
        # A draft is drawn on the article as it was; it ends by looking anew.
        hand = self._hand.taken
        if hand is not None and hand.article.id in article_ids and not self._drafting.is_on:
            self._hand.let_go()

    def _take_looked(self, article_ids: set[str]) -> None:
        """Show what is at hand beside conflicts anew if gold may be another one in its article."""
        hand, is_visit = self._hand.taken, self._at.visited is not None
        if not (self.sampling.is_on or is_visit) or self._drafting.is_on or hand is None:
            return
        if hand.article.id in article_ids:
            self._hand.let_go()
            (self.sampling.show if self.sampling.is_on else self._at.stay)()

    def _refresh(self) -> None:
        """List what is wanted; stay at what is at hand if it is still there."""
        self.queueing.relist(self.there)
        if self._drafting.is_on:
            return
        if self.sampling.is_on:
            if self._hand.taken is None:
                self.sampling.show()
        elif self._is_open or self._at.place is not None:
            self._at.stay()

    def shown_panel(self) -> QWidget:
        """Return the panel of the conflict at hand, or of the sample."""
        is_sample = self.sampling.is_on and not self._drafting.is_on
        return self.sample_panel if is_sample else self.panel

    def _show_panel(self) -> None:
        self._panels.setCurrentWidget(self.shown_panel())

    def _open(self, conflict_id: str) -> None:
        place = self._list.place_of(conflict_id)
        if place is not None:
            self._leave_draft()
            self.sampling.leave()
            self._at.visited = None
            self._at.show_at(place)
            self.panel.setFocus()

    def show_place(self, article_id: str, start: int, end: int) -> bool:
        """Show a place to overrule gold there, be something open or not; false if it is gone."""
        self._leave_draft()
        self.sampling.leave()
        return self._at.visit(Visited(article_id, start, end))

    def show_conflict(self, conflict_id: str) -> None:
        """Show an open conflict, be it listed or not."""
        if self._list.place_of(conflict_id) is None:
            self._list.show_all()
        self._open(conflict_id)

    def set_blind(self, is_blind: bool) -> None:
        """Call authors A, B, C, or by their names."""
        self._hand.is_blind = is_blind
        self.panel.show_blind(is_blind)
        place = self._at.place
        if self._drafting.is_on:
            self._at.name_anew()
            self._drafting.show_anew()
            self.take_focus()
        elif place is not None and not self.sampling.is_on:
            self._at.show_at(place)

    def _show_labels(self) -> None:
        for part in (self._view, self.panel, self._list, self.sample_panel):
            part.set_labels(self._session.labels, self._session.language)

    def _refuse(self, why: str) -> None:
        (self.sample_panel if self.sampling.is_on else self.panel).refuse(why)

    # -- what the keys ask for

    def press(self, key: str) -> None:
        """Do what a key of the Review place means."""
        if not self._drafting.is_on and not self.sampling.is_on:
            self.commands.press(key)

    def _show_held(self) -> None:
        """Say what the keys mean while something is selected in the text."""
        if not self._drafting.is_on:
            self.panel.show_held(is_on=self._view.holds_something)

    # -- the same again

    def offer_again(self, *, is_wanted: bool) -> None:
        """Offer to decide the same again, or no longer."""
        self.queueing.comparing.derive_again(is_wanted=is_wanted)
        self._at.again.forget()
        self.panel.show_again((), 0, 0)
        self._follow()

    def follow_lot(self, report: DecisionReport) -> None:
        """Go on after conflicts were decided together."""
        self.queueing.forget(report.done)
        if not self._drafting.is_on:
            self._hand.let_go()
        self.queueing.comparing.look()
        self._refresh()
        self.acted.emit()

    # -- a sample

    def begin_sample(self, drawn: tuple[Sampled, ...], seed: int) -> None:
        """Go through a sample; if a draft is on, once that is taken or left."""
        self._drawn = drawn, seed
        if self._drafting.is_on:
            self._refuse(
                self.tr("The sample is drawn. It begins once your own spans are taken or left.")
            )
        self._begin_drawn()

    def _begin_drawn(self) -> None:
        if self._drawn is not None and not self._drafting.is_on:
            drawn, self._drawn = self._drawn, None
            self.sampling.begin(*drawn)

    # -- own spans

    def _begin_own(self) -> None:
        hand, span = self._hand.taken, self.sampling.span()
        if hand is None or (self.sampling.is_on and span is None):
            return
        self._refuse("")
        if span is not None:
            self.panel.show_nothing("")
            self._drafting.begin(hand.article, span.place, (span,))
        elif self.there is not None:
            self._drafting.begin(hand.article, self.there, first_draft(self.there.conflict))
        self._show_panel()

    def _show_draft(self, draft: Layer) -> None:
        self._hand.show(draft)
        self.acted.emit()

    def _take_own(self) -> None:
        draft, purpose = self._drafting.draft, self._drafting.purpose
        if draft is None or purpose is None:
            return
        if isinstance(purpose, OpenConflict):
            self._decide(purpose, Ruling(Choice.SPANS, spans=draft.wanted()))
        else:
            self._overrule(purpose, draft.wanted())

    def _leave_draft(self) -> None:
        if self._drafting.is_on:
            self._end_draft()
            self._hand.let_go()
            self._refresh()
            self.take_focus()
            self.acted.emit()

    def _end_draft(self) -> None:
        if self._drafting.is_on:
            self._drafting.end()
            self._show_panel()
            self.take_focus()

    def _leave_sample(self) -> None:
        self._show_panel()
        self._refresh()
        self.take_focus()

    # -- decisions

    def _rule(self, ruling: Ruling) -> None:
        if self.there is not None:
            self._decide(self.there, ruling)

    def _decide(self, there: OpenConflict, ruling: Ruling) -> None:
        """Decide the conflict at hand, and go on to the next one."""
        panel = self.panel
        told = replace(ruling, reason=panel.reason() or ruling.reason, gap=panel.has_gap())
        decision = self.deciding.rule(there, told)
        if decision is None:
            return
        self._at.again.remember(there, decision)
        self._end_draft()
        place = self._at.place or 0
        self._at.look_at(there.article_id)
        self._at.show_at(place)
        self.acted.emit()

    def undo(self) -> None:
        """Take the last decision back, and go back to its conflict."""
        self._go(undone=False)

    def redo(self) -> None:
        """Take the decision again that was taken back last, and go on after it."""
        self._go(undone=True)

    def _go(self, *, undone: bool) -> None:
        if self._drafting.is_on:
            (self._drafting.redo if undone else self._drafting.undo)()
        elif self.deciding.goes_far(undone=undone):
            self.long_step_requested.emit(undone)
        else:
            self.go_to(self.deciding.step(undone=undone))

    def go_to(self, step: Stepped | None) -> None:
        """Show the conflict that a step reopened, or the first one after what it settled."""
        if step is None:
            return
        self._at.again.forget()
        if self._drafting.is_on:  # it was begun while that was under way
            self.queueing.comparing.look()
            self.acted.emit()
            return
        self._at.look_at(step.article_id)
        if self.sampling.is_on:
            self.sampling.go_to(step.article_id, step.start, step.end)
        else:
            self._at.go_to(step.article_id, step.start, step.end)
        if step.is_lot:
            self.queueing.comparing.look()
        self.acted.emit()

    def undo_and_redo(self) -> tuple[bool, bool]:
        """Tell whether there is something to take back, and something to do again."""
        draft = self._drafting.draft
        return draft.undo_and_redo() if draft else self.deciding.undo_and_redo()

    def _overrule(self, replaced: Place | None, spans: tuple[OwnSpan, ...]) -> None:
        """Put ``spans`` in the place of a gold span, or add them; what is at hand stays so."""
        hand = self._hand.taken
        places = [] if replaced is None else [replaced]
        if hand is None or not self.deciding.overrule(hand.article, places, spans):
            return
        self._end_draft()
        is_of_sample = self.sampling.is_at(replaced)
        self._at.look_at(hand.article.id)
        if self.sampling.is_on:
            if is_of_sample:
                self.sampling.change(spans)
            self.sampling.show()
        elif not self._at.revisit():
            self._hand.show()
            self._at.stay()
        self.acted.emit()
