"""What the queue is made of: rows of open conflicts, and how one is drawn.

There may be tens of thousands: only those in sight are asked for and drawn.
"""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.labels import LabelSet
from annotator.core.queue import Waiting
from annotator.gui.rows.ground import paint_ground
from annotator.gui.rows.paged_rows import PagedModel
from annotator.gui.rows.tick_rows import AnyIndex
from annotator.gui.theme import LabelColours, theme_of
from annotator.gui.wording.cause_names import cause_names

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_MARGIN: Final = 8
_BAR: Final = 4


class ConflictListModel(PagedModel):
    """The conflicts that a lead wants to see, in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Waiting] = []
        self._places: dict[str, int] | None = {}
        self._causes = cause_names()
        self.labels: LabelSet | None = None
        self.language = "en"

    def show(self, rows: list[Waiting]) -> None:
        """List other conflicts."""
        self.beginResetModel()
        self._rows, self._places = rows, None
        self.show_anew()
        self._causes = cause_names()
        self.endResetModel()

    def count(self) -> int:
        return len(self._rows)

    def rows(self) -> list[Waiting]:
        """Return what is listed."""
        return self._rows

    def index_of(self, row: int) -> QModelIndex:
        """Return where a conflict stands, which the list may not have asked for yet."""
        self.show_until(row + 1)
        return self.index(row)

    def row_of(self, conflict_id: str) -> int | None:
        """Return where a conflict stands, if it is listed."""
        if self._places is None:
            self._places = {one.id: row for row, one in enumerate(self._rows)}
        return self._places.get(conflict_id)

    def shown_labels(self, one: Waiting) -> str:
        """Return the names of a conflict's labels for people."""
        known = self.labels
        names = (
            known[name].shown(self.language) if known and name in known else name
            for name in one.labels
        )
        return " / ".join(names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the column for screen readers; nobody sees it."""
        named = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.tr("Conflicts") if named else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role == ROW_ROLE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.quote
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (one.quote, self.told(one), self.votes(one), one.article)
            between = "\n" if role == Qt.ItemDataRole.ToolTipRole else ", "
            return between.join(f"\u2068{part}\u2069" for part in parts)
        return None

    def told(self, one: Waiting) -> str:
        """Return whether a conflict was decided before, its labels, and why it is there."""
        stale = self.tr("decided before") if one.is_stale else ""
        return " · ".join(filter(None, (stale, self.shown_labels(one), self._causes[one.cause])))

    def votes(self, one: Waiting) -> str:
        """Return how the votes of a conflict stand."""
        return ":".join(map(str, one.votes))


class ConflictDelegate(QStyledItemDelegate):
    """Draws a conflict: its words, and under them why it is there; its labels as bars."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        one, model = index.data(ROW_ROLE), index.model()
        self.initStyleOption(option, index)
        colour = paint_ground(painter, option)
        if not isinstance(one, Waiting) or not isinstance(model, ConflictListModel):
            return
        inner = option.rect.adjusted(_MARGIN // 2, 4, -_MARGIN, -4)
        painter.save()
        self._draw_bars(painter, option, inner, one, model)
        text = inner.adjusted(_BAR + _MARGIN, 0, 0, 0)
        text = QStyle.visualRect(option.direction, inner, text)
        line = option.fontMetrics.lineSpacing()
        painter.setPen(colour)
        self._draw(painter, option, text, one.quote)
        faint = QColor(colour)
        faint.setAlphaF(0.72)
        painter.setPen(faint)
        below = text.adjusted(0, line, 0, 0)
        room = option.fontMetrics.horizontalAdvance(model.votes(one)) + 2
        # The votes are never cut off: they tell how hard a conflict is.
        told = below.adjusted(0, 0, -room - _MARGIN, 0)
        votes = below.adjusted(below.width() - room, 0, 0, 0)
        for place, words in ((told, model.told(one)), (votes, model.votes(one))):
            self._draw(painter, option, QStyle.visualRect(option.direction, text, place), words)
        painter.restore()

    def _draw_bars(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        one: Waiting,
        model: ConflictListModel,
    ) -> None:
        """Draw the colours of the labels at the leading side, one below the other."""
        shades: list[LabelColours] = [
            theme_of(option.palette).label(model.labels[name].colour)
            for name in one.labels
            if model.labels and name in model.labels
        ] or [theme_of(option.palette).unknown]
        height = inner.height() / len(shades)
        for number, shade in enumerate(shades):
            top = inner.top() + round(number * height)
            bar = QRect(inner.left(), top, _BAR, round(height))
            painter.fillRect(QStyle.visualRect(option.direction, inner, bar), shade.line)

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, text: str
    ) -> None:
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(
            place,
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop,
            shown,
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, 2 * option.fontMetrics.lineSpacing() + 10)
