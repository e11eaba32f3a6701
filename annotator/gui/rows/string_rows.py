"""What a list of strings is made of: the words, how often they are marked as what, and a bar of it.

There may be thousands: only those in sight are asked for and drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.gui.rows.ground import paint_ground
from annotator.gui.rows.tick_rows import AnyIndex
from annotator.gui.theme import theme_of

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_MARGIN: Final = 8
_WIDEST: Final = 220
_HEIGHT: Final = 8


@dataclass(frozen=True, slots=True)
class Stripe:
    """So many places of a string that are alike."""

    count: int
    colour: str = ""
    """That of the label; bare places have none."""
    is_faint: bool = False
    """Whether the label stands there with other borders, or with another value."""


@dataclass(frozen=True, slots=True)
class StringRow:
    """A string as a list shows it."""

    words: str
    told: str
    """How often it is marked as what, in the language of the window."""
    parts: tuple[Stripe, ...]
    """The same as numbers."""


class StringListModel(QAbstractListModel):
    """Strings in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[StringRow] = ()

    def show(self, rows: Sequence[StringRow]) -> None:
        """List other strings."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the column for screen readers; nobody sees it."""
        named = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.tr("Words") if named else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _ if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"\u2068{row.words}\u2069: {row.told}"
        return None


class StringDelegate(QStyledItemDelegate):
    """Draws a string: its words beside a bar, and under them how often they are what."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW_ROLE)
        self.initStyleOption(option, index)
        colour = paint_ground(painter, option)
        if not isinstance(row, StringRow):
            return
        inner = option.rect.adjusted(_MARGIN, 4, -_MARGIN, -4)
        line = option.fontMetrics.lineSpacing()
        width = min(_WIDEST, inner.width() // 3)
        bar = QRect(inner.right() - width, inner.top() + (line - _HEIGHT) // 2, width, _HEIGHT)
        painter.save()
        _draw_bar(painter, option, inner, bar, row)
        painter.setPen(colour)
        words = inner.adjusted(0, 0, -width - _MARGIN, 0)
        _draw_text(painter, option, inner, words, row.words, is_strong=True)
        faint = QColor(colour)
        faint.setAlphaF(0.75)
        painter.setPen(faint)
        _draw_text(painter, option, inner, inner.adjusted(0, line + 2, 0, 0), row.told)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, 2 * option.fontMetrics.lineSpacing() + 12)


def _draw_bar(
    painter: QPainter, option: QStyleOptionViewItem, inner: QRect, bar: QRect, row: StringRow
) -> None:
    """Draw how often the string is what, the usual first; whatever there is can be seen."""
    theme, total = theme_of(option.palette), sum(part.count for part in row.parts)
    smallest = min(4, bar.width() // max(1, len(row.parts)))
    room = bar.width() - smallest * len(row.parts)
    left = float(bar.left())
    # Its colours are not to run into that of what is chosen.
    frame = QStyle.visualRect(option.direction, inner, bar).adjusted(-2, -2, 2, 2)
    painter.fillRect(frame, theme.background)
    for part in row.parts:
        width = smallest + room * part.count / total
        there = QRect(round(left), bar.top(), round(left + width) - round(left), bar.height())
        place = QStyle.visualRect(option.direction, inner, there)
        line = theme.label(part.colour).line if part.colour else theme.muted
        if part.colour and not part.is_faint:
            painter.fillRect(place, line)
        else:
            pattern = Qt.BrushStyle.Dense5Pattern if part.colour else Qt.BrushStyle.BDiagPattern
            painter.fillRect(place, QBrush(line, pattern))
            painter.setPen(line)
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        left += width


def _draw_text(
    painter: QPainter,
    option: QStyleOptionViewItem,
    inner: QRect,
    room: QRect,
    text: str,
    *,
    is_strong: bool = False,
) -> None:
    font = painter.font()
    font.setBold(is_strong)
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(
        QStyle.visualRect(option.direction, inner, room),
        side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop,
        shown,
    )
