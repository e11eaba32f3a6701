"""How many open conflicts are alike, as buttons that are as good as their keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.gui.fields.flow import FlowLayout


class AlikeBar(QWidget):
    """Tells of the conflict at hand, and of the one that was decided last."""

    command_requested = Signal(str)
    """The key that a button stands for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._here = self._button("alikeHere", "=")
        self._last = self._button("alikeLast", "+")
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(3)
        for button in (self._here, self._last):
            flow.addWidget(button)
        self.show_counts(0, 0)

    def _button(self, name: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.command_requested.emit(key))
        return button

    def show_counts(self, here: int, last: int) -> None:
        """Tell how many more are like the conflict at hand, and like the last decided one."""
        self._here.setText(f"{self._told(here)}  \u2068=\u2069")
        self._last.setText(f"{self._told_of_last(last)}  \u2068+\u2069")
        self._here.setVisible(bool(here))
        self._last.setVisible(bool(last))
        self.setVisible(bool(here or last))

    def _told(self, count: int) -> str:
        return self.tr("%n more like this", "", count)

    def _told_of_last(self, count: int) -> str:
        return self.tr("%n more like the last one", "", count)
