"""A lead at work in Review: what is decided, in which mode she is then, and what is taken back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from annotator.core.conflicts import Place
from annotator.core.decisions import Choice
from annotator.core.samples import Sample
from annotator.gui.annotate.sites import Site
from annotator.gui.language import error_text
from annotator.gui.review.begun import Begun
from annotator.gui.review.deciding import Deciding, Stepped
from annotator.gui.review.modes import Modes
from annotator.gui.review.overruling import OverrulingInText
from annotator.gui.review.review_mode import Mode, site_of
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review_keys import STEPS
from annotator.gui.session import Session
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.deciding_lots import DecisionReport
from annotator.workflow.review.settling import OpenConflict


class Reviewing(QObject):
    """Lets the queue, the article and the panels work together."""

    acted = Signal()
    """Something was decided, or taken back: other acts can be undone now."""
    stepped = Signal(int, bool)
    """So many decisions were taken back by one act, or, if true, taken again."""
    long_step_requested = Signal(bool)
    """An act that decided much is to be taken back, or, if true, to be done again."""

    def __init__(
        self,
        session: Session,
        view: ReviewView,
        panels: QStackedWidget,
        listed: ConflictList,
        begun: Begun,
        waits_for: Callable[[], str],
    ) -> None:
        """``panels`` gets the panels; the lead goes on with what she has ``begun``.

        ``waits_for`` tells why nothing can be decided now.
        """
        super().__init__(panels)
        self._session = session
        self._view = view
        self._list = listed
        self._is_open = False
        self.modes = modes = Modes(session, view, panels, listed, begun)
        self.panel, self.sample_panel = modes.panel, modes.sample_panel
        self.queueing, self.judging, self.sampling = modes.queueing, modes.judging, modes.sampling
        self._at, self._hand, self._drafting = modes.at, modes.hand, modes.drafting
        self.take_focus, self.note_begun, self.told = modes.take_focus, modes.note_begun, modes.told
        self.deciding = Deciding(session, self._refuse, waits_for, modes.hand.held)
        OverrulingInText(view, modes.drafting, modes.hand.gold_span, self._overrule)
        self._wire()

    def _wire(self) -> None:
        view, listed, queueing, modes = self._view, self._list, self.queueing, self.modes
        queueing.changed.connect(self._take_changed)
        queueing.refresh_requested.connect(self._refresh)
        queueing.comparing.advanced.connect(lambda *_: modes.now.show_comparing())
        queueing.comparing.looked.connect(self._take_looked)
        for part in (self.panel, self.sample_panel):
            part.command_requested.connect(self.press)
        view.key_pressed.connect(self.press)
        view.answer_clicked.connect(self._choose)
        self.judging.ruled.connect(self._rule)
        self.sampling.left.connect(self._leave_sample)
        self._drafting.changed.connect(self.acted)
        view.refused.connect(lambda error: self._refuse(error_text(error)))
        view.taken.connect(self._take_own)
        view.given_up.connect(self._give_up_own)
        view.selection_changed.connect(self._show_held)
        view.span_selected.connect(lambda _: self._show_held())
        listed.conflict_requested.connect(self._open)
        listed.left.connect(self.take_focus)
        self._session.articles_changed.connect(self._follow)
        self._session.labels_changed.connect(self._show_labels)
        self._show_labels()

    # -- the place, and what is shown in it

    @property
    def mode(self) -> Mode:
        """What the lead is at."""
        return self.modes.now

    @property
    def there(self) -> OpenConflict | None:
        """The conflict at hand."""
        return self._at.there

    def open(self) -> None:
        """Go on where the lead was; look for what has changed since."""
        self._is_open = True
        self.modes.go_on()
        self.queueing.comparing.look()

    def take_over(self, before: "Reviewing") -> None:
        """Go on with what is not kept for another day: a place, and what is typed and no value."""
        self.modes.begun.visited = before.modes.begun.visited
        self.panel.value.take_over(before.panel.value)

    def close(self) -> None:
        """Leave the place; nothing is looked for any more, and a draft stays as it is."""
        self._is_open = False

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        self._is_open = False
        self.queueing.stop()

    def press(self, command: str) -> None:
        """Do what a key of the Review place means, or a button."""
        match STEPS.get(command, command):
            case "reason":
                self.modes.edit_reason()
            case "gap":
                self.modes.toggle_gap()
            case "right" if self.deciding.has_to_wait():
                pass  # what is said of a span of a sample is kept in the project
            case _:
                self.mode.press(command)

    def set_blind(self, is_blind: bool) -> None:
        """Call authors A, B, C, or by their names."""
        self._hand.is_blind = is_blind
        self.panel.show_blind(is_blind)
        self.mode.name_anew()

    def _show_held(self) -> None:
        self.mode.show_held(is_on=self._view.holds_something)

    def _show_labels(self) -> None:
        for part in (self._view, self.panel, self._list, self.sample_panel):
            part.set_labels(self._session.labels, self._session.language)

    def _refuse(self, why: str) -> None:
        self.mode.panel.refuse(why)

    def _take_changed(self, article_ids: set[str]) -> None:
        self.mode.take_changed(article_ids)

    def _take_looked(self, article_ids: set[str]) -> None:
        self.mode.take_looked(article_ids)

    def _follow(self) -> None:
        if self._is_open:
            self.queueing.comparing.look()

    def _refresh(self) -> None:
        """List what is wanted; stay at what is at hand if it is still there."""
        self.queueing.relist(self.there)
        if self._is_open or self._at.place is not None:
            self.mode.take_listed()

    def _open(self, conflict_id: str) -> None:
        place = self._list.place_of(conflict_id)
        if place is not None:
            self._leave_own()
            self.modes.judge()
            self._at.show_at(place)
            self.panel.setFocus()

    def show_conflict(self, conflict_id: str) -> None:
        """Show an open conflict, be it listed or not."""
        if self._list.place_of(conflict_id) is None:
            self._list.show_all()
        self._open(conflict_id)

    def _choose(self, span_id: str) -> None:
        """Choose an answer that was clicked; the conflict to which it belongs comes to hand."""
        clicked = self._hand.conflict_with(span_id)
        if clicked is None or not self.mode.takes_answers:
            return
        if (
            self.mode is not self.judging
            or self.there is None
            or self.there.conflict != clicked.conflict
        ):
            self.show_conflict(clicked.conflict.id)
        self.judging.choose(span_id)

    def show_place(self, article_id: str, start: int, end: int) -> bool:
        """Show a place to overrule gold there, be something open or not; false if it is gone."""
        self._leave_own()
        self.modes.judge()
        return self.modes.visit(Site(article_id, start, end)) or self._hand.has_failed

    def show_article(self, article_id: str) -> bool:
        """Show the first open conflict of an article, else all of its gold; false if it is gone."""
        return self.show_counted(article_id, 0, 0)

    def show_counted(self, article_id: str, start: int, end: int) -> bool:
        """Show the open conflict on a place, or the place itself where none is; false if gone.

        The place from 0 to 0 is the whole article.
        """
        self._leave_own()
        self.modes.judge()
        if self._at.begin_on(article_id, start, end) or self._hand.has_failed:
            self._list_at_hand()
            return True
        return self.modes.visit(Site(article_id, start, end)) or self._hand.has_failed

    def _list_at_hand(self) -> None:
        """List the conflict at hand, if it is not because others are wanted."""
        if self.there is not None and self._at.place is None:
            self._list.show_all()

    # -- many at once

    def offer_again(self, *, is_wanted: bool) -> None:
        """Offer to decide the same again, or no longer."""
        self.queueing.comparing.derive_again(is_wanted=is_wanted)
        self._at.again.forget()
        self.panel.show_again((), 0, 0)
        self._follow()

    def follow_lot(self, report: DecisionReport) -> None:
        """Go on after conflicts were decided together."""
        self.queueing.comparing.forget(report.done)
        if not self.modes.is_drafting:
            self._hand.let_go()
        comparing = self.queueing.comparing
        comparing.look()
        if comparing.is_under_way:
            self._refresh()  # else the end of the looking has done so
        self.acted.emit()

    def begin_sample(self, sample: Sample) -> None:
        """Go through a sample; if a draft is on, once that is taken or left."""
        self.modes.let_wait(sample)

    def _leave_sample(self) -> None:
        self.modes.enter(self.judging)
        self._refresh()
        self.take_focus()

    # -- own spans

    def _take_own(self) -> None:
        draft, begun = self._drafting.draft, self._drafting.begun
        if draft is None or begun is None or not self._drafting.is_whole():
            return
        if isinstance(begun.purpose, OpenConflict):
            self._decide(begun.purpose, Ruling(Choice.SPANS, spans=draft.wanted()))
        else:
            self._overrule(begun.purpose, draft.wanted())

    def _give_up_own(self) -> None:
        self._leave_own()
        self.modes.begin_waiting()

    def _leave_own(self) -> None:
        if self.modes.is_drafting:
            self.modes.leave_own()
            self._hand.let_go()
            self._refresh()
            self.take_focus()
            self.acted.emit()

    def keep_typed(self) -> bool:
        """Take what is typed for values of own spans; false if some of it is none."""
        return self._drafting.keep_typed() is None

    # -- decisions

    def _rule(self, ruling: Ruling) -> None:
        if self.there is not None:
            self._decide(self.there, ruling)

    def _decide(self, there: OpenConflict, ruling: Ruling) -> None:
        """Decide the conflict at hand, and go on to the next one."""
        remark = self.modes.remark()
        told = replace(ruling, reason=remark.reason.strip() or ruling.reason, gap=remark.gap)
        decision = self.deciding.rule(there, told)
        if decision is None:
            return
        self._at.again.remember(there, decision)
        self.modes.end_own(site_of(there))
        place = self._at.place or 0
        self._at.look_at(there.article_id)
        self._at.show_at(place)
        self._finish()

    def _overrule(self, replaced: Place | None, spans: tuple[OwnSpan, ...]) -> None:
        """Put ``spans`` in the place of a gold span, or add them; what is at hand stays so."""
        hand = self._hand.taken
        places = [] if replaced is None else [replaced]
        if hand is None:
            return
        said, remark = self.mode.remark_site(), self.modes.remark()
        decision = self.deciding.overrule(hand.article, places, spans, remark)
        if decision is None:
            return
        self.modes.end_own(Site(hand.article.id, *replaced) if replaced else None)
        self._at.look_at(hand.article.id)
        self.mode.take_overruled(decision, replaced, spans)
        self.modes.end_remark(said)
        self._select_put(spans)
        self._finish()

    def _select_put(self, spans: tuple[OwnSpan, ...]) -> None:
        """Let what was marked or changed in the text be the selected span, as in Annotate."""
        gold = self._hand.taken.gold if self._hand.taken else ()
        places = {(span.start, span.end, span.label) for span in spans}
        put = [span for span in gold if span.place in places]
        if len(put) == 1:
            self._view.place_caret(put[0].end)
            self._view.select_span(put[0].id)

    def _finish(self) -> None:
        """Tell that something was decided; a sample that waited begins."""
        self.acted.emit()
        self.modes.begin_waiting()

    def undo(self) -> None:
        """Take the last decision back, and go back to its conflict."""
        self._go(undone=False)

    def redo(self) -> None:
        """Take the decision again that was taken back last, and go on after it."""
        self._go(undone=True)

    def _go(self, *, undone: bool) -> None:
        if self.modes.is_drafting:
            (self._drafting.redo if undone else self._drafting.undo)()
        elif self.deciding.goes_far(undone=undone):
            self.long_step_requested.emit(undone)
        else:
            self.go_to(self.deciding.step(undone=undone), undone=undone)

    def go_to(self, step: Stepped | None, *, undone: bool) -> None:
        """Show what a step was about, once it was taken back, or done again if ``undone``."""
        if step is None:
            return
        self.stepped.emit(step.decided, undone)
        self._at.again.forget()
        self.modes.begun.reopen_on(step.article_id, step.start, step.end)
        if self.modes.is_drafting:  # it was begun while that was under way
            self.queueing.comparing.look()
            self.acted.emit()
            return
        before = self._at.open_on(step)
        self._at.look_at(step.article_id)
        if self.mode is self.sampling:
            self.sampling.go_to(step.article_id, step.start, step.end)
        else:
            self._show_step(step, before)
        if step.is_lot:
            self.queueing.comparing.look()
        self.acted.emit()

    def _show_step(self, step: Stepped, before: set[str] | None) -> None:
        """Show the conflict that it was about, else the place in the text."""
        if self._at.follow(step, before):
            self.modes.visiting.leave()
            self.modes.enter(self.judging)
        elif step.start == step.end:
            self.mode.take_listed()  # it was about a whole layer
        elif self.mode is not self.judging or not self.judging.show_step(step):
            self.modes.visit(Site(step.article_id, step.start, step.end))

    def undo_and_redo(self) -> tuple[int, int]:
        """Return how many decisions can be undone and redone; of a draft, whether edits can."""
        draft = self._drafting.draft
        return draft.undo_and_redo() if draft else self.deciding.undo_and_redo()
