"""Draws the rows of the list of articles."""

from collections.abc import Sequence
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.excerpts import Excerpt
from annotator.core.model import ArticleRow, Status
from annotator.core.text import OffsetMap
from annotator.gui.rows.article_rows import (
    EXCERPT_ROLE,
    ROW_ROLE,
    STATE_ROLE,
    AnyIndex,
    ArticleListModel,
)
from annotator.gui.rows.ground import paint_ground
from annotator.gui.theme import theme_of


class ArticleDelegate(QStyledItemDelegate):
    """Draws an article: its title on one or two lines, and under it how far it is.

    While words are searched for, the title has one line, and the place where they stand has two.
    All rows are of one height, so that a list of any length is laid out at once; what needs less
    stands in the middle of it.
    """

    _MARGIN = 8
    _DOT = 10

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW_ROLE)
        self.initStyleOption(option, index)
        colour = paint_ground(painter, option)
        if not isinstance(row, ArticleRow):
            return
        inner = option.rect.adjusted(self._MARGIN, self._MARGIN // 2, -self._MARGIN, -5)
        excerpt = index.data(EXCERPT_ROLE)
        has_excerpt = isinstance(excerpt, Excerpt)
        most = 1 if has_excerpt else 2
        width = inner.width() - self._DOT - self._MARGIN
        lines = _lines(row.title, option, width, most)
        spare = (most - len(lines)) * option.fontMetrics.lineSpacing()
        inner.adjust(0, spare // 2, 0, -spare // 2)
        painter.save()
        _draw_dot(painter, self._visual(option, inner, self._DOT), row.status, colour)
        text = inner.adjusted(self._DOT + self._MARGIN, 0, 0, 0)
        text = QStyle.visualRect(option.direction, inner, text)
        painter.setPen(colour)
        _draw_title(painter, text, row.title, lines, option)
        if has_excerpt:
            below = text.adjusted(0, option.fontMetrics.lineSpacing(), 0, 0)
            _draw_excerpt(painter, below, excerpt, option)
        faint = QColor(colour)
        faint.setAlphaF(0.7)
        painter.setPen(faint)
        painter.setLayoutDirection(option.direction)
        shown = option.fontMetrics.elidedText(
            index.data(STATE_ROLE), Qt.TextElideMode.ElideRight, text.width()
        )
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        painter.drawText(text, QStyle.visualAlignment(option.direction, side), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        model = index.model()
        lines = 4 if isinstance(model, ArticleListModel) and model.shows_excerpts else 3
        return QSize(100, lines * option.fontMetrics.lineSpacing() + self._MARGIN + 4)

    def _visual(self, option: QStyleOptionViewItem, inner: QRect, width: int) -> QRectF:
        line = option.fontMetrics.lineSpacing()
        dot = QRect(inner.left(), inner.top() + (line - width) // 2, width, width)
        return QRectF(QStyle.visualRect(option.direction, inner, dot))


def _draw_title(
    painter: QPainter, place: QRect, title: str, lines: list[str], option: QStyleOptionViewItem
) -> None:
    """Draw a title in its lines, each from the leading side of the window."""
    height = option.fontMetrics.lineSpacing()
    side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
    # In the title's own direction, or quotation marks would change sides.
    painter.setLayoutDirection(_direction(title))
    for number, line in enumerate(lines):
        at = QRect(place.left(), place.top() + number * height, place.width(), height)
        painter.drawText(at, side | Qt.AlignmentFlag.AlignVCenter, line)


def _direction(text: str) -> Qt.LayoutDirection:
    """Return the direction of the first letter that has one."""
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    is_rtl = next(strong, "L") != "L"
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight


def _lines(title: str, option: QStyleOptionViewItem, width: int, most: int) -> list[str]:
    """Return a title on ``most`` lines at most."""
    elide = Qt.TextElideMode.ElideRight
    if most == 1:
        return [option.fontMetrics.elidedText(title, elide, width)]
    layout = _laid_out(title, option, width, 1)
    # Lines count UTF-16 units, as Qt does.
    units = title.encode("utf-16-le")
    cut = 2 * layout.lineAt(0).textLength()
    head, rest = units[:cut].decode("utf-16-le"), units[cut:].decode("utf-16-le")
    if not rest:
        return [head.rstrip()]
    return [head.rstrip(), option.fontMetrics.elidedText(rest, elide, width)]


def _laid_out(
    text: str,
    option: QStyleOptionViewItem,
    width: int,
    lines: int,
    formats: Sequence[QTextLayout.FormatRange] = (),
) -> QTextLayout:
    """Return the first lines of a text, one under the other from the leading side."""
    layout = QTextLayout(text, option.font)
    choices = QTextOption(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading))
    choices.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    choices.setTextDirection(_direction(text))
    layout.setTextOption(choices)
    layout.setFormats(formats)
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * option.fontMetrics.lineSpacing()))
    layout.endLayout()
    return layout


def _draw_excerpt(
    painter: QPainter, place: QRect, excerpt: Excerpt, option: QStyleOptionViewItem
) -> None:
    """Draw two lines of a text, with the hits in them marked as in the article."""
    units = OffsetMap(excerpt.text)
    hits = []
    for start, end in excerpt.hits:
        hit = QTextLayout.FormatRange()
        hit.start = units.to_utf16(start)
        hit.length = units.to_utf16(end) - hit.start
        hit.format.setBackground(theme_of(option.palette).hit)
        hits.append(hit)
    layout = _laid_out(excerpt.text, option, place.width(), 2, hits)
    layout.draw(painter, QPointF(place.topLeft()))


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
