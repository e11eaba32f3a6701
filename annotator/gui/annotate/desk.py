"""What lies around the text on the desk: the details, guidelines, questions, a clock."""

from collections.abc import Callable

from annotator.gui.annotate.asking import Asking
from annotator.gui.annotate.guides import Guides
from annotator.gui.annotate.missing_values import MissingValues
from annotator.gui.annotate.removing import Removing
from annotator.gui.annotate.telling import Telling
from annotator.gui.annotate.timekeeping import Timekeeping
from annotator.gui.annotate.workbench import Workbench
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.widgets.notice import Notice
from annotator.gui.widgets.state_bar import StateBar


class Desk:
    """Puts together what one reaches for while working on an article."""

    def __init__(
        self,
        session: Session,
        workbench: Workbench,
        settings: Settings,
        notice: Notice,
        state_bar: StateBar,
    ) -> None:
        self._workbench = workbench
        self._telling = Telling(session, workbench)
        tell_version = workbench.listing.set_guideline_version
        self._guides = Guides(session, workbench.guidelines, settings, notice, tell_version)
        self.asking = Asking(session, settings, workbench.view, state_bar)
        self._removing = Removing(session, notice, workbench)
        self.timekeeping = Timekeeping(session, settings, state_bar, workbench)
        select = workbench.marking.select
        self._missing_values = MissingValues(session, workbench.view, select, notice, state_bar)
        workbench.context_menu.guideline_requested.connect(self._guides.show_label)
        workbench.view.tag_requested.connect(lambda _, __, label: self._guides.turn_to(label))
        workbench.view.span_selected.connect(self._follow_span)
        workbench.view.relabel_requested.connect(lambda _, label: self._guides.turn_to(label))

    def _follow_span(self, span_id: str | None) -> None:
        """Turn the guidelines to the label of the span that is at hand now."""
        span = self._workbench.marking.span(span_id) if span_id else None
        if span is not None:
            self._guides.follow_label(span.label)

    def take_over(self, before: "Desk") -> None:
        """Go on with what stands on the desk before, on the same session."""
        self._missing_values.take_over(before._missing_values)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        parts = (
            *(self._telling, self._guides, self.asking, self._removing, self.timekeeping),
            self._missing_values,
        )
        return {name: slot for part in parts for name, slot in part.slots().items()}
