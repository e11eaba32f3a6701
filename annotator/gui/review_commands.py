"""What the keys of Review mean for the conflict at hand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.core.decisions import Choice
from annotator.gui.at_conflict import AtConflict
from annotator.gui.review_keys import CHOICES, OPTION_KEYS, STEPS
from annotator.gui.same_again import AlikeLot
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review import Ruling
from annotator.workflow.settling import OpenConflict


class ReviewCommands(QObject):
    """Does what a key means, or asks for it."""

    ruled = Signal(object)
    """The lead rules so of the conflict at hand: ``Ruling``."""
    own_requested = Signal()
    """The lead wants to mark spans of her own."""
    alike_requested = Signal(object)
    """The lead wants to decide what is alike: ``AlikeLot``."""

    def __init__(self, at: AtConflict, panel: ReviewPanel) -> None:
        super().__init__(panel)
        self._at = at
        self._panel = panel

    def press(self, key: str) -> None:
        """Do what a key of the Review place means."""
        there = self._at.there
        if there is None:
            if STEPS.get(key) == "skip":
                self._at.leave_visit()
            return
        if key in OPTION_KEYS:
            self._take_option(there, int(key))
        elif key in CHOICES:
            self.ruled.emit(Ruling(CHOICES[key]))
        else:
            steps: dict[str, Callable[[], object]] = {
                "own": self.own_requested.emit,
                "skip": lambda: self._at.step(1),
                "back": lambda: self._at.step(-1),
                "reason": self._panel.edit_reason,
                "gap": self._panel.toggle_gap,
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
