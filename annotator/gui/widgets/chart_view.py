"""A chart: a picture whose bars can be pointed at and gone through, and open what they count."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.gui.fields.hints import point_out
from annotator.gui.theme import theme_of
from annotator.reports.pictures import DrawnBar, Picture

_NEAR = 3
"""How far beside a thin bar it can still be hit, in pixels."""
_NARROWEST = 260


class ChartView(QWidget):
    """Shows a picture no larger than it is; Enter or a click opens what a bar counts.

    The arrows go from bar to bar.
    """

    behind_requested = Signal(object, str)
    """The user wants to see what a bar counts: ``Behind``, and the bar in words."""

    def __init__(self, title: str, size: QSize, parent: QWidget | None = None) -> None:
        """Keep the place for a picture of that size, which is still being drawn."""
        super().__init__(parent)
        self._size = size
        self._picture: Picture | None = None
        self._pixmap = QPixmap()
        self._at: int | None = None
        """The bar that the keyboard is at."""
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self._fit()

    def keep_place(self, size: QSize) -> None:
        """Keep the place for a picture of that size."""
        self._size = size
        self._fit()

    def _fit(self) -> None:
        """Be as high as the picture is at this width."""
        self.setMaximumWidth(self._size.width())
        self.setFixedHeight(round(self._shown().height()))

    def show_picture(self, picture: Picture) -> None:
        """Show a picture; the keyboard stays at the bar that says the same, if there is one."""
        at = self.bar_at_hand
        self._picture = picture
        self._pixmap = QPixmap()
        self._pixmap.loadFromData(picture.data)
        behind = [bar.behind for bar in picture.bars]
        self._at = behind.index(at.behind) if at is not None and at.behind in behind else None
        self.keep_place(QSize(picture.width, picture.height))
        self.update()

    @property
    def picture(self) -> Picture | None:
        """What is shown, if it is drawn already."""
        return self._picture

    @property
    def bar_at_hand(self) -> DrawnBar | None:
        """The bar that the keyboard is at."""
        return None if self._at is None or self._picture is None else self._picture.bars[self._at]

    def rect_of(self, bar: DrawnBar) -> QRectF:
        """Return where a bar is."""
        shown, area = self._shown(), bar.area
        return QRectF(
            shown.left() + area.left * shown.width(),
            shown.top() + area.top * shown.height(),
            (area.right - area.left) * shown.width(),
            (area.bottom - area.top) * shown.height(),
        )

    def _shown(self) -> QRectF:
        """Return where the picture is: at the side where reading begins."""
        width = min(self.width(), self._size.width())
        height = width * self._size.height() / max(1, self._size.width())
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(self.width() - width if is_rtl else 0, 0, width, height)

    def _under(self, x: float, y: float) -> DrawnBar | None:
        bars = self._picture.bars if self._picture else ()
        for near in (0, _NEAR):
            for bar in bars:
                if self.rect_of(bar).adjusted(-near, -near, near, near).contains(x, y):
                    return bar
        return None

    def _open(self, bar: DrawnBar | None) -> None:
        if bar is not None and bar.behind is not None:
            self.behind_requested.emit(bar.behind, bar.told)

    def _go(self, place: int) -> None:
        if self._picture is None or not self._picture.bars:
            return
        self._at = max(0, min(place, len(self._picture.bars) - 1))
        self.setAccessibleDescription(self._picture.bars[self._at].told)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        bar = self.rect_of(self._picture.bars[self._at]).toAlignedRect()
        QToolTip.showText(
            self.mapToGlobal(bar.bottomLeft()), self._picture.bars[self._at].told, self
        )
        self.update()

    # -- Qt

    def sizeHint(self) -> QSize:
        return self._size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._pixmap.isNull():
            painter.drawPixmap(self._shown(), self._pixmap, QRectF(self._pixmap.rect()))
        at = self.bar_at_hand
        if at is not None and self.hasFocus():
            painter.setPen(QPen(theme_of(self.palette()).text, 2))
            painter.drawRect(self.rect_of(at).adjusted(-1, -1, 1, 1))
        elif self.hasFocus():
            painter.setPen(QPen(theme_of(self.palette()).accent, 1, Qt.PenStyle.DotLine))
            painter.drawRect(self._shown().adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), -1 if self._at is None else self._at
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ahead = Qt.Key.Key_Left if is_rtl else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if is_rtl else Qt.Key.Key_Left
        if key in (Qt.Key.Key_Down, ahead):
            self._go(at + 1)
        elif key in (Qt.Key.Key_Up, back):
            self._go(at - 1)
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End and self._picture is not None:
            self._go(len(self._picture.bars) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.bar_at_hand)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self._under(event.position().x(), event.position().y())
        opens = bar is not None and bar.behind is not None
        point_out(self, opens=opens)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self._under(event.position().x(), event.position().y()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._under(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), bar.told if bar else "", self)
            return True
        return super().event(event)
