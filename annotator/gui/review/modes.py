"""The modes of Review: which one is on, and how a lead comes from one to another."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from annotator.core.samples import Sample
from annotator.gui.annotate.sites import Site
from annotator.gui.fields.remark_fields import NO_REMARK, Remark, RemarkFields
from annotator.gui.review.at_conflict import AtConflict
from annotator.gui.review.begun import Begun
from annotator.gui.review.decision_told import DecisionTold
from annotator.gui.review.drafting import Drafting
from annotator.gui.review.judging import Judging
from annotator.gui.review.own_spans import begun_with
from annotator.gui.review.queueing import Queueing
from annotator.gui.review.review_hand import ReviewHand
from annotator.gui.review.review_mode import Mode
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review.sampling import Sampling
from annotator.gui.review.visiting import Visiting
from annotator.gui.review_keys import Keys
from annotator.gui.session import Session
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.gui.widgets.sample_panel import SamplePanel


class Modes(QObject):
    """Holds what is at hand, and what a lead has begun; exactly one mode is on."""

    told = Signal(str)
    """What became of something that was begun."""

    def __init__(
        self,
        session: Session,
        view: ReviewView,
        panels: QStackedWidget,
        listed: ConflictList,
        begun: Begun,
    ) -> None:
        """``panels`` gets the panel of the conflict at hand, and that of a sample."""
        super().__init__(panels)
        self._view = view
        self._panels = panels
        self.begun = begun
        self._has_gone_on = False
        """Whether the lead is where she was before, or went elsewhere."""
        self._is_next = False
        """Whether a sample that waits begins even if another one is on, once no draft is."""
        self.panel, self.sample_panel = panel, sample_panel = (
            ReviewPanel(panels),
            SamplePanel(panels),
        )
        for one in (panel, sample_panel):
            panels.addWidget(one)
        self.hand = hand = ReviewHand(session, view)
        self.queueing = Queueing(session, listed, self)
        self.at = AtConflict(hand, self.queueing, view, panel, listed, begun)
        told = DecisionTold(session, hand, self)
        self.judging = Judging(self.at, hand, told, self.queueing, view, panel)
        self.visiting = Visiting(hand, told, view, panel)
        self.sampling = Sampling(session, hand, view, sample_panel)
        self.drafting = Drafting(session, hand, view, panel)
        self.now: Mode = self.judging
        self.drafting.told.connect(self.told)
        self.judging.stepped_beyond.connect(self.told)
        self.visiting.left.connect(self._leave_visit)
        self.sampling.shown.connect(self.show_remark)
        self._is_from_text = False
        """Whether the keyboard was in the text before it came to the reason."""
        for one in (panel, sample_panel):
            one.fields.remarked.connect(self._keep_remark)
            one.fields.left.connect(self._leave_reason)
        panel.focused.connect(self._let_go_of_text)
        for mode in (self.judging, self.sampling):
            mode.own_requested.connect(self.begin_own)
        self.sampling.leave_requested.connect(self._leave_sample)

    @property
    def is_drafting(self) -> bool:
        """Whether the lead marks spans of her own."""
        return self.now is self.drafting

    def enter(self, mode: Mode) -> None:
        """Let this mode be on."""
        self.now = mode
        self._view.keys = mode.keys
        self._panels.setCurrentWidget(mode.panel)

    def take_focus(self) -> None:
        """Give the keyboard to what is at hand."""
        is_in_text = self.now.is_in_text or self._view.holds_something
        (self._view if is_in_text else self.now.panel).setFocus()

    # -- what the lead says besides

    @property
    def _fields(self) -> RemarkFields:
        """Where she says it; of a draft, where she did before it."""
        mode = self.drafting.below if self.is_drafting else self.now
        return mode.panel.fields

    def remark(self) -> Remark:
        """Return what the lead says besides of what she does now."""
        return NO_REMARK if self.now.remark_site() is None else self._fields.remark()

    def edit_reason(self) -> None:
        """Put the keyboard into the reason; it comes back from there."""
        if self.now.remark_site() is not None:
            self._is_from_text = self._view.hasFocus()
            self._fields.edit_reason()

    def toggle_gap(self) -> None:
        """Say that the guidelines leave the question open, or that they do not."""
        if self.now.remark_site() is not None:
            self._fields.toggle_gap()

    def show_remark(self) -> None:
        """Show what the lead says besides of what is at hand."""
        site = self.now.remark_site()
        self._fields.show_remark(self.begun.remark(site) if site else NO_REMARK)

    def end_remark(self, site: Site | None) -> None:
        """Take it that what was said besides, as kept for ``site``, went with a decision."""
        if site is not None:
            self.begun.keep_remark(site, NO_REMARK)
        self.show_remark()

    def _keep_remark(self) -> None:
        site = self.now.remark_site()
        if site is not None:
            self.begun.keep_remark(site, self._fields.remark())

    def _leave_reason(self) -> None:
        """Give the keyboard back; to the text, if keys mean what is selected there."""
        is_from_text, self._is_from_text = self._is_from_text, False
        if is_from_text:
            self._view.setFocus()
        else:
            self.take_focus()

    def _let_go_of_text(self) -> None:
        """Let nothing be selected in the text while keys on the panel mean the conflict."""
        if self._view.keys is Keys.CONFLICT and self._view.holds_something:
            self._view.place_caret(self._view.caret())
            self._view.select_span(None)

    # -- going on where the lead was

    def go_on(self) -> None:
        """Go on with what was begun in another language, or on another day; once."""
        if self._has_gone_on:
            return
        self._has_gone_on = True
        begun, is_there = self.begun, True
        if begun.sample is not None:
            self._check(begun.sample)
        elif begun.visited is not None:
            self.visit(begun.visited)
        elif begun.last is not None:
            is_there = self.at.begin_at(begun.last)
        if begun.is_drafting:
            if is_there:
                self.begin_own()
            self.begin_waiting()

    def note_begun(self) -> Begun:
        """Note in ``begun`` how all stands now, and return it."""
        if self._has_gone_on:
            self._keep_draft(is_in_use=True)
            self.begun.is_drafting = self.is_drafting
            self.begun.sample = self.sampling.sample
            self.begun.visited = self.visiting.site
        return self.begun

    # -- from one to another

    def visit(self, site: Site) -> bool:
        """Go to a place in which nothing need be open; false if that cannot be."""
        is_there = self.visiting.visit(site)
        if is_there:
            self._set_aside()
            self.at.begin_after(site)
            self.enter(self.visiting)
            self.show_remark()
        return is_there

    def _leave_visit(self) -> None:
        """Go on with the first open conflict after the place that the lead visited."""
        self.judge()
        self.at.go_on()
        self.panel.setFocus()

    def judge(self) -> None:
        """Be at the open conflicts again, and nowhere else."""
        self._set_aside()
        self.sampling.leave()
        self.visiting.leave()
        self.enter(self.judging)

    def let_wait(self, sample: Sample) -> None:
        """Go through a sample; if a draft is on, once that is taken or left."""
        self.begun.waiting.append(sample)
        self._is_next = True
        if self.is_drafting:
            self.panel.refuse(
                self.tr("The sample is drawn. It begins once your own spans are taken or left.")
            )
        self.begin_waiting()

    def begin_waiting(self) -> None:
        """Begin the sample that waits, if one does and neither a draft nor another one is on."""
        is_free = self._is_next or self.now is not self.sampling
        if self.begun.waiting and is_free and not self.is_drafting:
            self._is_next = False
            self._check(self.begun.waiting.pop())

    @property
    def has_left(self) -> bool:
        """Whether there is a sample that the lead can go on with."""
        return bool(self.begun.left or self.begun.waiting)

    def take_up(self) -> None:
        """Go on with the sample that the lead left last, else with one that waits."""
        samples = self.begun.left or self.begun.waiting
        if samples:
            self.let_wait(samples.pop())

    def _leave_sample(self) -> None:
        """Go through the sample no more; what was found is kept, should it be wanted again."""
        sample = self.sampling.sample
        self.sampling.leave()
        if sample is not None and self.begun.leave(sample):
            self.told.emit(self.tr("The sample is kept: “Check a random sample” goes on with it."))

    def _set_aside(self) -> None:
        """Let the sample wait that the lead is at in this window, or was at on another day."""
        sample = self.sampling.sample if self._has_gone_on else self.begun.sample
        self._has_gone_on = True
        self.begun.sample = None
        if sample is not None and sample.here is not None:
            self.begun.waiting.append(sample)
            self.told.emit(self.tr("The sample is kept: it goes on after your next decision."))

    def _check(self, sample: Sample) -> None:
        self._set_aside()
        self.visiting.leave()
        self.enter(self.sampling)
        self.sampling.go_on(sample)

    # -- own spans

    def begin_own(self) -> None:
        """Mark spans of one's own for what is at hand, or go on with those begun before."""
        beginning = self.now.beginning()
        if beginning is None:
            return
        self.now.panel.refuse("")
        steps, below = self.begun.drafts.get(beginning.site), self.now
        if steps is not None and not steps.fits(beginning.article.text):
            steps = None
        self.enter(self.drafting)
        self.drafting.begin(beginning, steps or begun_with(beginning.spans), below)
        if steps is not None and steps.is_edited:
            self.told.emit(self.tr("Your own spans are taken up again as you left them."))

    def leave_own(self) -> None:
        """Mark no more spans of one's own; they are kept, should they be wanted again."""
        self.drafting.keep_typed()
        self._keep_draft()
        draft = self.drafting.draft
        if draft is not None and draft.steps().is_edited:
            self.told.emit(self.tr("Your own spans are kept: E takes them up again."))
        self.end_own()

    def end_own(self, site: Site | None = None) -> None:
        """Mark no more spans of one's own; what was begun at ``site`` has led to a decision."""
        if site is not None:
            self._keep_draft()
            self.begun.end(site)
        if self.is_drafting:
            self.drafting.end()
            self.enter(self.drafting.below)
            self.take_focus()

    def _keep_draft(self, *, is_in_use: bool = False) -> None:
        beginning, draft = self.drafting.begun, self.drafting.draft
        if draft is not None and beginning is not None:
            self.begun.keep_draft(beginning.site, draft.steps(), is_in_use=is_in_use)
