"""What a lead is at in Review: one mode at a time says what is shown, and what keys mean.

Judging a conflict, overruling gold at a place, checking a sample and marking spans of one's own are
modes.  What is asked about in a dialog, as a lot is, lies in front of the mode and is none.
"""

from dataclasses import dataclass

from annotator.core.conflicts import Place
from annotator.core.decisions import Decision
from annotator.core.model import Article, Span
from annotator.gui.annotate.sites import Site
from annotator.gui.review_keys import Keys
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.gui.widgets.sample_panel import SamplePanel
from annotator.workflow.review.deciding import OwnSpan
from annotator.workflow.review.settling import OpenConflict

Purpose = OpenConflict | Place
"""What spans are marked for: a conflict, or a span of gold that they take the place of."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What spans of a lead's own are begun with, and what for."""

    article: Article
    purpose: Purpose
    spans: tuple[Span, ...]

    @property
    def site(self) -> Site:
        """Where they are kept."""
        if isinstance(self.purpose, OpenConflict):
            return site_of(self.purpose)
        return Site(self.article.id, *self.purpose)


def site_of(there: OpenConflict) -> Site:
    """Return where what is begun of a conflict is kept."""
    conflict = there.conflict
    return Site(there.article_id, conflict.start, conflict.end, conflict.id)


class Mode:
    """What a lead is at; what a mode does not say here means nothing in it."""

    keys: Keys
    panel: ReviewPanel | SamplePanel

    @property
    def is_in_text(self) -> bool:
        """Whether the keyboard belongs into the text, and not on the panel."""
        return False

    @property
    def takes_answers(self) -> bool:
        """Whether a click on an answer in the text means the conflict that it belongs to."""
        return False

    def press(self, command: str) -> None:
        """Do what a key means, or a button of the panel."""

    def step(self, step: int) -> None:
        """Go on to what comes next, or with -1 back."""

    def beginning(self) -> Beginning | None:
        """Return what spans of one's own would begin with."""
        return None

    def remark_site(self) -> Site | None:
        """Return where it is kept what the lead says besides; ``None`` if there is nothing."""
        return None

    def show_held(self, *, is_on: bool) -> None:
        """Show whether keys mean what is selected in the text."""

    def show_comparing(self) -> None:
        """Show that more conflicts may come."""

    def take_changed(self, article_ids: set[str]) -> None:
        """Take it that other conflicts are open in some articles; the list comes later."""

    def take_looked(self, article_ids: set[str]) -> None:
        """Take it that gold may be another one in some articles."""

    def take_listed(self) -> None:
        """Take it that the list was made anew."""

    def name_anew(self) -> None:
        """Call the authors by other names."""

    def tell_anew(self) -> None:
        """Tell of what is at hand anew, on the panel alone."""

    def tell_place(self) -> None:
        """Say where in the list it stands."""

    def take_overruled(
        self, decision: Decision, replaced: Place | None, spans: tuple[OwnSpan, ...]
    ) -> None:
        """Show what came of spans that were put in the place of one of gold, or added."""
