"""Words that keep to the room they have, however long they are: a label and a button."""

import regex
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

_KEY = regex.compile(r"\s+[\u2066\u2068]?\([^()]*\)\u2069?$")
_NARROWEST = 40
_WIDE = 200
"""So wide a text is no narrower than the least width of a button."""


class WrappedLabel(QLabel):
    """Plain text that goes on in the next line, within a word too if that alone has no room.

    Qt's own label would widen all that is around it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.fontMetrics().lineSpacing())

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).boundingRect().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        bottom = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, bottom))
            bottom = QRectF(line.rect()).bottom()
        layout.endLayout()
        return layout


class FittingButton(QPushButton):
    """A button that says less where all its words have no room; its tip has them all.

    The key in brackets at the end goes first.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show these words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:
        return self._size(self.fontMetrics().horizontalAdvance(self._words))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._size(0).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _size(self, width: int) -> QSize:
        """Return how large a button is that has so wide a text."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        contents = QSize(width, self.fontMetrics().height())
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, contents, self)

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - (self._size(_WIDE).width() - _WIDE)
        shown = self._words
        if metrics.horizontalAdvance(shown) > room:
            shown = _KEY.sub("", shown)
        if metrics.horizontalAdvance(shown) > room:
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(0, room))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._words else self._words)
