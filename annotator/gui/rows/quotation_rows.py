"""What a list of quotations is made of: stretches of articles, which may have tick boxes.

There may be tens of thousands: the view asks for those in sight alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.core.excerpts import Quotation
from annotator.gui.rows.paged_rows import PagedModel
from annotator.gui.rows.tick_rows import COLOUR_ROLE, CONTEXT_ROLE, STATE_ROLE, AnyIndex


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation as a list shows it."""

    quotation: Quotation
    told: str = ""
    """What is said of it, in the language of the window."""
    colour: str = ""
    """That of its label, if it has one."""


class QuotationModel(PagedModel):
    """Quotations, each ticked or not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[QuotationRow] = []
        self._ticks: bytearray | None = None
        """Which rows are ticked; ``None`` where there are no boxes."""

    def show(
        self, rows: Sequence[QuotationRow], *, with_boxes: bool, ticked: int | None = None
    ) -> None:
        """List ``rows``; boxes are all ticked at first, or the first ``ticked`` of them."""
        self.beginResetModel()
        self._rows = list(rows)
        count = len(rows) if ticked is None else ticked
        ticks = b"\1" * count + b"\0" * (len(rows) - count)
        self._ticks = bytearray(ticks) if with_boxes else None
        self.show_anew()
        self.endResetModel()

    def add(self, rows: Sequence[QuotationRow]) -> None:
        """List further rows below; boxes are ticked at first."""
        self._rows += rows
        if self._ticks is not None:
            self._ticks += b"\1" * len(rows)
        self.show_until(1)

    def retell(self, rows: Sequence[QuotationRow]) -> None:
        """Say something else of each row; what is ticked stays so."""
        self._rows = list(rows)
        self.tell_changed()

    def count(self) -> int:
        return len(self._rows)

    def at(self, row: int) -> QuotationRow:
        """Return what stands in a row."""
        return self._rows[row]

    def ticked(self) -> list[int]:
        """Return the rows that are ticked."""
        return [row for row, tick in enumerate(self._ticks or ()) if tick]

    def count_ticked(self) -> int:
        """Return how many rows are ticked, quickly."""
        return sum(self._ticks or ())

    def toggle(self, row: int) -> None:
        if self._ticks is not None:
            self._ticks[row] = not self._ticks[row]
            self.dataChanged.emit(self.index(row), self.index(row))

    def tick(self, rows: Iterable[int], *, ticked: bool) -> None:
        """Tick some rows, or take their ticks away."""
        if self._ticks:
            for row in rows:
                self._ticks[row] = ticked
            self.tell_changed()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all rows, or none."""
        self.tick(range(len(self._rows)), ticked=ticked)

    # -- Qt

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the column for screen readers; nobody sees it."""
        named = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.tr("Places") if named else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        quoted = row.quotation.excerpt
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return quoted.text
            case Qt.ItemDataRole.CheckStateRole if self._ticks is not None:
                ticked = self._ticks[index.row()]
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (f"\u2068{row.quotation.article}\u2069", row.told)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (quoted.text, row.told, row.quotation.article)))
            case _ if role == CONTEXT_ROLE:
                text, start, end = quoted.text, quoted.start, quoted.end
                return text[:start], text[start:end], text[end:]
            case _ if role == STATE_ROLE:
                return row.told
            case _ if role == COLOUR_ROLE:
                return row.colour
        return None
