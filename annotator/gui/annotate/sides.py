"""A text between what stands at its sides: how wide each is, and which gives way to which."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

_WIDTHS = (260, 700, 280, 320)
"""The widths of the parts at first; the last one is not always seen."""
_NARROWEST = (100, 260, 132, 140)
"""In a narrow window the sides give way to the text."""
_COMFORTABLE = 420
"""How wide the text stays as long as the sides can give way to it."""
_ROOM_FOR_ALL = 980
"""In a window narrower than this, the spans give way to the guidelines."""


class Scrolled(QScrollArea):
    """As high as what it holds needs; it scrolls where there is no room for that."""

    def sizeHint(self) -> QSize:
        hint, held = super().sizeHint(), self.widget()
        if held is None:
            return hint
        width = max(self.viewport().width(), held.minimumSizeHint().width())
        return QSize(hint.width(), max(hint.height(), held.heightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Sides(QSplitter):
    """Four parts side by side: the text is the second one, the last one is not always seen."""

    def __init__(
        self,
        leading: QWidget,
        text: QWidget,
        trailing: QWidget,
        further: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Put the text between its sides; in a narrow window ``trailing`` gives way to the last."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._widths = list(_WIDTHS)
        """How wide each part is, or was when it was seen last."""
        self._text, self._trailing, self._further = text, trailing, further
        self._beside = (leading, trailing, further)
        for part, width in zip((leading, text, trailing, further), _NARROWEST, strict=True):
            self.addWidget(part)
            part.setMinimumWidth(width)
            # One by one: what was remembered may say that parts can be drawn shut.
            self.setCollapsible(self.indexOf(part), False)
        self.setStretchFactor(1, 1)
        self.setSizes(self._widths)
        self.splitterMoved.connect(self._keep_widths)

    @property
    def is_trailing_hidden(self) -> bool:
        """Whether the trailing part has given way."""
        return self._trailing.isHidden()

    def widths(self) -> QByteArray:
        """Return the widths of the parts, to be remembered."""
        return self.saveState()

    def take_widths(self, state: QByteArray) -> None:
        """Take up widths that were remembered."""
        if not state.isEmpty():
            self.restoreState(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.make_room()
        super().resizeEvent(event)

    def make_room(self) -> None:
        """Let the sides give way to the text, and the spans to the guidelines if need be."""
        self._note_widths()
        has_room = self.width() >= _ROOM_FOR_ALL
        self._trailing.setVisible(has_room or self._further.isHidden())
        sides = sum(part.minimumWidth() for part in self._beside)
        free = self.width() - sides - len(self._beside) * self.handleWidth()
        self._text.setMinimumWidth(max(_NARROWEST[1], min(free, _COMFORTABLE)))

    def _note_widths(self) -> None:
        if self.isVisible():
            pairs = zip(self.sizes(), self._widths, strict=True)
            self._widths = [width or before for width, before in pairs]

    def _keep_widths(self) -> None:
        """Let parts that are not seen keep their widths, which Qt forgets if others are drawn."""
        self._note_widths()
        if 0 in self.sizes():
            self.setSizes(self._widths)
