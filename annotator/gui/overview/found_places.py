"""The places that a figure counts, in a list that stays beside the work."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from annotator.core.behind import CountedPlace
from annotator.core.labels import LabelSet
from annotator.gui.rows.quotation_rows import QuotationRow
from annotator.gui.widgets.quotation_list import QuotationList
from annotator.reports.words import Words


class FoundPlaces(QDialog):
    """Lists places; Enter or a double click opens one, and the list stays to open the next."""

    passage_requested = Signal(str, int, int)
    """The user wants to see ``[start, end)`` of the article of that name."""

    def __init__(self, told: str, labels: LabelSet, language: str, parent: QWidget) -> None:
        """Wait for the places of a figure, which ``told`` says in words."""
        super().__init__(parent)
        self.setObjectName("foundPlaces")
        self.setWindowTitle(told)
        self.resize(640, 420)
        self._labels = labels
        self._words = Words(language)
        self._rows: list[QuotationRow] = []
        self._list = QuotationList(self)
        self._list.setAccessibleName(told)
        self._list.hint = self.tr("Looking…")
        self._list.passage_requested.connect(self.passage_requested)
        self._count = QLabel(self)
        self._count.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._count)
        self._tell()

    def add(self, places: Iterable[CountedPlace]) -> None:
        """List some more places; they are shown when all are there, the first ones at once."""
        is_first = not self._rows
        self._rows += [
            QuotationRow(one.quotation, self._told(one), self._colour(one)) for one in places
        ]
        if is_first:
            self._list.show_rows(list(self._rows))
        self._tell()

    def end(self) -> None:
        """Show all: no more places will come."""
        self._list.hint = self.tr("Nothing is counted here any more.")
        model, here = self._list.model(), self._list.currentIndex().row()
        if len(self._rows) != model.rowCount():
            self._list.show_rows(self._rows)
            self._list.setCurrentIndex(model.index(max(0, here), 0))
        self._list.viewport().update()

    def _tell(self) -> None:
        count = self.tr("%n place(s)", "", len(self._rows))
        hint = self.tr("Enter opens one. Who says what is told by letters, as in Review.")
        self._count.setText(f"{count} · {hint}")

    def _told(self, place: CountedPlace) -> str:
        answers = [f"{author}: {self._shown(label)}" for author, label in place.said]
        reason = self.tr("Reason: {reason}").format(reason=f"\u2068{place.reason}\u2069")
        said = " · ".join([*answers, reason] if place.reason else answers)
        # A line that begins with a letter of ours is read in the direction of the window.
        return f"\u200f{said}" if said and self._words.is_rtl else said

    def _shown(self, label: str | None) -> str:
        if label is None:
            return self._words.say("nothing")
        known = label in self._labels
        shown = self._labels[label].shown(self._words.language) if known else label
        return f"\u2068{shown}\u2069"

    def _colour(self, place: CountedPlace) -> str:
        label = place.label
        return self._labels[label].colour if label is not None and label in self._labels else ""
