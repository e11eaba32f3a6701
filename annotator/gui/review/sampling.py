"""Going through a random sample of agreed spans: each is right, or overruled from the text."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.conflicts import Place
from annotator.core.decisions import Decision
from annotator.core.model import Span, now
from annotator.core.samples import CheckedSample, Finding, Sample, Sampled
from annotator.gui.annotate.sites import Site
from annotator.gui.review.mode_at_place import ModeAtPlace
from annotator.gui.review.review_hand import ReviewHand
from annotator.gui.review.review_mode import Beginning
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review_keys import Keys
from annotator.gui.session import Session
from annotator.gui.widgets.sample_panel import Checked, SamplePanel
from annotator.workflow.review.deciding import OwnSpan
from annotator.workflow.review.review_queue import ArticleAtHand
from annotator.workflow.review.sampling import keep_sample


class Sampling(QObject, ModeAtPlace):
    """Lets the article and the panel work together while a sample is gone through."""

    own_requested = Signal()
    """The lead wants to mark spans of her own in the place of the one at hand."""
    leave_requested = Signal()
    """The lead wants to go through the sample no more."""
    left = Signal()
    """The lead wants to be back at the conflicts."""
    shown = Signal()
    """A span of the sample is at hand, be it the same or another one."""

    def __init__(
        self, session: Session, hand: ReviewHand, view: ReviewView, panel: SamplePanel
    ) -> None:
        super().__init__(panel)
        self.keys, self.panel = Keys.SAMPLE, panel
        self._session = session
        self._hand = hand
        self._view = view
        self._panel = panel
        self.sample: Sample | None = None
        self._kept: tuple[int, int] | None = None
        """How many were checked, and wrong, of the sample at hand when that was kept last."""

    def go_on(self, sample: Sample) -> None:
        """Begin with a sample, or go on where the lead was in it."""
        self.sample, self._kept = sample, None
        self.show()

    # -- the mode

    @property
    def is_in_text(self) -> bool:
        return self.span() is not None

    def step(self, step: int) -> None:
        self.press("skip" if step > 0 else "back")

    def remark_site(self) -> Site | None:
        here = self.sample.here if self.sample else None
        return Site(here.article_id, *here.span.place) if here else None

    def beginning(self) -> Beginning | None:
        hand, span = self._hand.taken, self.span()
        return Beginning(hand.article, span.place, (span,)) if hand and span else None

    def take_overruled(
        self, decision: Decision, replaced: Place | None, spans: tuple[OwnSpan, ...]
    ) -> None:
        if replaced is not None and self.place() == replaced:
            self.change(spans, decision)
        self.show()

    def span(self) -> Span | None:
        """Return the span at hand as it stands in gold now."""
        sample, hand = self.sample, self._hand.taken
        place = sample.place() if sample else None
        return next((span for span in hand.gold if span.place == place), None) if hand else None

    # -- what is shown

    def show(self) -> None:
        """Show the span at hand, as it is now; what cannot be read changes nothing."""
        sample = self.sample
        if sample is None:
            return
        here = sample.here
        hand = self._hand.take(here.article_id) if here else None
        if here is None:
            self._show_end(sample)
        elif hand is not None:
            sample.follow(here.article_id, hand.gold, hand.standing)
            self._show_span(sample, here, hand)
        elif not self._hand.has_failed:
            sample.follow(here.article_id, ())
            self._panel.show_gone(self._place_told(sample), self._told(sample))

    def _show_span(self, sample: Sample, here: Sampled, hand: ArticleAtHand) -> None:
        self._hand.show()
        span = self.span()
        stretch = span or here.span
        self._view.place_caret(stretch.start)
        self._view.frame((stretch.start, stretch.end))
        self._view.select_span(span.id if span else None)
        place = f"{self._place_told(sample)} · \u2068{hand.article.name}\u2069"
        now = [one for one in hand.gold if one.place in sample.places()]
        checked = Checked(here.span, sample.finding(), now)
        self._panel.show_span(place, hand.article, checked, self._told(sample))
        self.shown.emit()
        self._view.setFocus()

    def _show_end(self, sample: Sample) -> None:
        self._keep(sample)
        self._hand.put_away()
        at_end = self.tr("The sample is at its end.")
        self._panel.show_end(at_end, self._end_told(sample))
        self._view.show_hint(at_end)
        self._panel.setFocus()

    def _place_told(self, sample: Sample) -> str:
        told = self.tr("Span {number} of {all}")
        return told.format(number=f"{sample.at + 1:,}", all=f"{len(sample.drawn):,}")

    def _told(self, sample: Sample) -> str:
        """Say how many are checked, and what share is wrong."""
        checked, changed, gone = sample.counts()
        told = self.tr("Checked: {checked} of {all}. Changed: {changed}.").format(
            checked=f"{checked:,}", all=f"{len(sample.drawn):,}", changed=f"{changed:,}"
        )
        lines = [told, self._gone_told(gone)]
        found = self._result(sample)
        interval = found.interval() if found else None
        if interval is not None:
            share, low, high = map(_percent, (changed / checked, *interval))
            wrong = self.tr("Wrong: {share} (95 %: {low} to {high})")
            lines.append(wrong.format(share=share, low=low, high=high))
        return "\n".join(filter(None, lines))

    def _result(self, sample: Sample) -> CheckedSample | None:
        return sample.result(self._session.author.name, now())

    def _keep(self, sample: Sample) -> None:
        """Keep in the project what was found, if anything was: others see it, too."""
        session = self._session
        found = self._result(sample)
        if found is not None and (found.checked, found.wrong) != self._kept:
            keep = partial(keep_sample, session.project, session.author.name, sample)
            if session.act_beside(keep):
                self._kept = found.checked, found.wrong

    def _gone_told(self, gone: int) -> str:
        told = self.tr("No longer agreed on, and not counted: {gone}.")
        return told.format(gone=f"{gone:,}") if gone else ""

    def _end_told(self, sample: Sample) -> str:
        """Say in plain words what came of the sample."""
        checked, changed, gone = sample.counts()
        found = self._result(sample)
        interval = found.interval() if found else None
        if found is None or interval is None:
            return self.tr("None of its spans was checked. B goes back, Esc leaves.")
        skipped = len(sample.drawn) - checked - gone
        lines = [
            self.tr("You have checked {checked} of {all} spans.").format(
                checked=f"{checked:,}", all=f"{len(sample.drawn):,}"
            ),
            self.tr("Wrong were {changed} of these, that is {share}.").format(
                changed=f"{changed:,}", share=_percent(changed / checked)
            ),
            self.tr(
                "Of all {population} agreed spans of the project, between {low} and {high} were"
                " wrong: that is so for 95 of 100 samples."
            ).format(
                population=f"{found.population:,}",
                low=_percent(interval.low),
                high=_percent(interval.high),
            ),
            self.tr("Skipped: {skipped}.").format(skipped=f"{skipped:,}") if skipped else "",
            self._gone_told(gone),
            self.tr("Seed of the draw: {seed}.").format(seed=sample.seed),
            self.tr("This stands under Progress in the Overview, and in the report."),
            self.tr("B goes back, Esc leaves."),
        ]
        return "\n".join(filter(None, lines))

    # -- what the keys ask for

    def press(self, command: str) -> None:
        """Do what a key means while a sample is gone through."""
        sample = self.sample
        if sample is None:
            return
        commands: dict[str, Callable[[], object]] = {
            "right": lambda: self._take(sample),
            "skip": lambda: self._step(sample, 1),
            "back": lambda: self._step(sample, -1),
            "own": self.own_requested.emit,
            "leave": self.leave_requested.emit,
        }
        commands[command]()

    def _take(self, sample: Sample) -> None:
        if sample.here is not None and sample.finding() is Finding.OPEN:
            if not self._is_shown(sample.here):
                self.show()  # it could not be read before: nobody has seen it yet
                return
            sample.find(Finding.RIGHT)
        self._step(sample, 1)

    def _is_shown(self, here: Sampled) -> bool:
        hand = self._hand.taken
        return hand is not None and hand.article.id == here.article_id

    def _step(self, sample: Sample, step: int) -> None:
        """Go on, or back; stay where what comes cannot be read."""
        before = sample.at
        sample.step(step)
        here = sample.here
        if here is not None and self._hand.take(here.article_id) is None and self._hand.has_failed:
            sample.at = before
        else:
            self.show()

    def leave(self) -> None:
        """Go through the sample no more."""
        if self.sample is not None:
            self._keep(self.sample)
            self.sample = None
            self._hand.let_go()
            self._view.select_span(None)
            self.left.emit()

    # -- what is done to spans

    def place(self) -> Place | None:
        """Return where the span at hand stands in gold now."""
        return self.sample.place() if self.sample else None

    def change(self, spans: tuple[OwnSpan, ...], decision: Decision) -> None:
        """Take it that a decision overruled the span at hand by ``spans``."""
        if self.sample is not None:
            places = [(span.start, span.end, span.label) for span in spans]
            self.sample.change(places, decision.id)

    def go_to(self, article_id: str, start: int, end: int) -> None:
        """Show the span of the sample on which a decision was taken back, or taken again."""
        sample = self.sample
        if sample is None:
            return
        hand = self._hand.take(article_id)
        if hand is not None:
            sample.follow(article_id, hand.gold, hand.standing)
        there = [
            number
            for number, one in enumerate(sample.drawn)
            if one.article_id == article_id and one.span.overlaps(start, end)
        ]
        sample.at = there[-1] if there else sample.at
        self.show()
        if not there and self._hand.is_one_of({article_id}):
            self._view.show_place(start)  # it was done beside the sample


def _percent(share: float) -> str:
    return f"\u2066{100 * share:.1f}\u00a0%\u2069"
