"""The ways to differ from gold with how often each occurs; choosing one leaves the others out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.core.causes import WAYS, Way
from annotator.gui.wording.cause_names import way_advice, way_names


class CauseList(QListWidget):
    """One row for all causes together, and one for each that occurs."""

    chosen = Signal()
    """The user wants to see another cause, or all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("causeList")
        self.setAccessibleName(self.tr("Causes"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(lambda _: self.chosen.emit())

    def show_counts(self, counts: Mapping[Way, int]) -> None:
        """Show how often causes occur; the cause that is chosen stays so if it still does."""
        cause, names, advice = self.cause(), way_names(), way_advice()
        before = self.blockSignals(True)
        self.clear()
        self._add(self.tr("All causes"), sum(counts.values()), None)
        for one, count in counts.items():
            self._add(names[one], count, one)
            self.item(self.count() - 1).setToolTip(advice[one])
        kept = ([None, *counts].index(cause)) if cause in counts else 0
        self.setCurrentRow(kept)
        self.blockSignals(before)
        if cause is not None and not kept:
            self.chosen.emit()

    def cause(self) -> Way | None:
        """Return the cause that is chosen; ``None`` for all."""
        told = self._cause_at(self.currentRow()) if self.currentRow() >= 0 else None
        return next((one for one in WAYS if one.value == told), None)

    def choose(self, cause: Way | None) -> None:
        """Choose a cause, if it occurs; else all."""
        rows = (row for row in range(self.count()) if self._cause_at(row) == cause)
        self.setCurrentRow(next(rows, 0))

    def _cause_at(self, row: int) -> str | None:
        told: str | None = self.item(row).data(Qt.ItemDataRole.UserRole)
        return told

    def _add(self, name: str, count: int, cause: Way | None) -> None:
        item = QListWidgetItem(f"\u2068{name}\u2069 ({count:,})", self)
        item.setData(Qt.ItemDataRole.UserRole, cause.value if cause else None)
