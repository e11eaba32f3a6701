"""What the list of articles is made of: rows asked for when they come into sight, and drawn."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.model import ArticleRow, Status
from annotator.gui.bidi import is_rtl

_PAGE = 100
"""How many rows are asked for at a time."""
_ROW_ROLE = Qt.ItemDataRole.UserRole
_STATE_ROLE = Qt.ItemDataRole.UserRole + 1

RowsOf = Callable[[Sequence[int]], list[ArticleRow]]
AnyIndex = QModelIndex | QPersistentModelIndex


class ArticleListModel(QAbstractListModel):
    """The rows of the list; each page is asked for when it comes into sight."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers: list[int] = []
        self._places: dict[int, int] = {}
        self._rows: dict[int, ArticleRow | None] = {}
        self._rows_of: RowsOf = lambda numbers: []

    def show(self, numbers: list[int], rows_of: RowsOf) -> None:
        """List the articles of those numbers; ``rows_of`` tells what to show of some of them."""
        self.beginResetModel()
        self._numbers, self._rows_of, self._rows = numbers, rows_of, {}
        self._places = {number: place for place, number in enumerate(numbers)}
        self.endResetModel()

    def extend(self, numbers: list[int], rows_of: RowsOf) -> bool:
        """List further articles after those that are listed; false if others are wanted."""
        old = len(self._numbers)
        if not old or numbers[:old] != self._numbers:
            return False
        self._rows_of, self._rows = rows_of, {}
        self.dataChanged.emit(self.index(0), self.index(old - 1))
        if len(numbers) > old:
            self.beginInsertRows(QModelIndex(), old, len(numbers) - 1)
            self._numbers = numbers
            self._places.update({numbers[place]: place for place in range(old, len(numbers))})
            self.endInsertRows()
        return True

    def refresh(self, number: int) -> None:
        """Ask anew for what is shown of one article."""
        if number in self._places:
            for row in self._rows_of([number]):
                self._rows[number] = row
            place = self.index(self._places[number])
            self.dataChanged.emit(place, place)

    def place_of(self, number: int) -> QModelIndex:
        """Return where the article of that number stands; an invalid index if it is not listed."""
        return self.index(self._places[number]) if number in self._places else QModelIndex()

    def number_at(self, index: AnyIndex) -> int:
        """Return the number of the article that stands there."""
        return self._numbers[index.row()]

    def numbers(self) -> list[int]:
        """Return the numbers that are listed."""
        return self._numbers

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._row(index.row())
        return None if row is None else _ROLES[role](self, row)

    def _row(self, place: int) -> ArticleRow | None:
        number = self._numbers[place]
        if number not in self._rows:
            first = place - place % _PAGE
            page = self._numbers[first : first + _PAGE]
            # What cannot be read is not asked for at every painting.
            self._rows.update(dict.fromkeys(page))
            self._rows.update({row.number: row for row in self._rows_of(page)})
        return self._rows[number]

    def describe(self, row: ArticleRow) -> str:
        """Say how far an article is and how many spans it has."""
        status = {
            Status.NEW: self.tr("new"),
            Status.IN_PROGRESS: self.tr("in progress"),
            Status.FINISHED: self.tr("finished"),
            Status.SET_ASIDE: self.tr("set aside"),
        }[row.status]
        # pyside6-lupdate finds plurals in calls of tr() alone, and none within an f-string.
        spans = self.tr("%n span(s)", "", row.spans)
        return f"{status} · {spans}" if row.spans else status


_ROLES: dict[int, Callable[[ArticleListModel, ArticleRow], object]] = {
    _ROW_ROLE: lambda model, row: row,
    _STATE_ROLE: lambda model, row: model.describe(row),
    Qt.ItemDataRole.DisplayRole: lambda model, row: row.title,
    Qt.ItemDataRole.ToolTipRole: lambda model, row: f"{row.title}\n{row.name}",
    Qt.ItemDataRole.AccessibleTextRole: lambda model, row: f"{row.title}. {model.describe(row)}",
}


class ArticleDelegate(QStyledItemDelegate):
    """Draws an article: its title on one or two lines, and under it how far it is."""

    _MARGIN = 8
    _DOT = 10

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(_ROW_ROLE)
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        if not isinstance(row, ArticleRow):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        colour = option.palette.color(role)
        inner = option.rect.adjusted(self._MARGIN, self._MARGIN // 2, -self._MARGIN, -5)
        painter.save()
        _draw_dot(painter, self._visual(option, inner, self._DOT), row.status, colour)
        text = inner.adjusted(self._DOT + self._MARGIN, 0, 0, 0)
        text = QStyle.visualRect(option.direction, inner, text)
        painter.setPen(colour)
        _draw_title(painter, text, row.title, option)
        faint = QColor(colour)
        faint.setAlphaF(0.7)
        painter.setPen(faint)
        painter.setLayoutDirection(option.direction)
        shown = option.fontMetrics.elidedText(
            index.data(_STATE_ROLE), Qt.TextElideMode.ElideRight, text.width()
        )
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        painter.drawText(text, QStyle.visualAlignment(option.direction, side), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, 3 * option.fontMetrics.lineSpacing() + self._MARGIN + 4)

    def _visual(self, option: QStyleOptionViewItem, inner: QRect, width: int) -> QRectF:
        line = option.fontMetrics.lineSpacing()
        dot = QRect(inner.left(), inner.top() + (line - width) // 2, width, width)
        return QRectF(QStyle.visualRect(option.direction, inner, dot))


def _draw_title(painter: QPainter, place: QRect, title: str, option: QStyleOptionViewItem) -> None:
    """Draw a title on two lines at most, each from the leading side of the window."""
    lines, height = _two_lines(title, option, place.width()), option.fontMetrics.lineSpacing()
    side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
    # In the title's own direction, or quotation marks would change sides.
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_rtl(title) else Qt.LayoutDirection.LeftToRight
    )
    for number, line in enumerate(lines):
        at = QRect(place.left(), place.top() + number * height, place.width(), height)
        painter.drawText(at, side | Qt.AlignmentFlag.AlignVCenter, line)


def _two_lines(title: str, option: QStyleOptionViewItem, width: int) -> list[str]:
    layout = QTextLayout(title, option.font)
    choices = QTextOption()
    choices.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(choices)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    # Lines count UTF-16 units, as Qt does.
    units = title.encode("utf-16-le")
    cut = 2 * first.textLength()
    head, rest = units[:cut].decode("utf-16-le"), units[cut:].decode("utf-16-le")
    if not rest:
        return [head.rstrip()]
    return [head.rstrip(), option.fontMetrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _draw_dot(painter: QPainter, dot: QRectF, status: Status, colour: QColor) -> None:
    """Draw the status so that its shape says it too: empty, half, full, barred."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot)
    painter.setBrush(colour)
    if status is Status.IN_PROGRESS:
        painter.drawPie(dot, -90 * 16, 180 * 16)
    elif status is Status.FINISHED:
        painter.drawEllipse(dot)
    elif status is Status.SET_ASIDE:
        offset = QPointF(dot.width() / 2, 0)
        painter.drawLine(dot.center() - offset, dot.center() + offset)
