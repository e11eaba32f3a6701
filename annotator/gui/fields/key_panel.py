"""Panels that keys act on, and buttons that are as good as those keys."""

from collections.abc import Container, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from annotator.gui.fields.flow import FlowLayout
from annotator.gui.fields.remark_fields import RemarkFields


class KeyPanel(QWidget):
    """Takes single keys for commands, and tells screen readers what it shows."""

    command_requested = Signal(str)
    """What a key means, or the button that stands for it."""
    focused = Signal()
    """The keyboard has come to the panel itself."""

    fields: RemarkFields
    """What the lead says besides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def command_of(self, event: QKeyEvent) -> str | None:
        """Return what a key press means here, if it means something."""
        raise NotImplementedError

    def words(self, name: str) -> QLabel:
        """Return a label for a sentence, found by ``name``."""
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def title(self, name: str) -> QLabel:
        """Return a label for what is asked, found by ``name``."""
        label = self.words(name)
        font = label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        label.setFont(font)
        return label

    def say(self, text: str) -> None:
        """Let a screen reader say what is at hand now."""
        self.setAccessibleDescription(text)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    # -- Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self.command_of(event)
        if command is None:
            event.ignore()
        else:
            self.command_requested.emit(command)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are commands here from being shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.command_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)


class KeyButtons(QWidget):
    """A line of buttons, each of which names the key that it is as good as."""

    command_requested = Signal(str)

    def __init__(self, kind: str, buttons: Iterable[tuple[str, str, str]], parent: QWidget) -> None:
        """``buttons`` are given by command, name and key; ``kind`` begins their object names."""
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._keys: dict[str, str] = {}
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(3)
        for command, name, key in buttons:
            button = QToolButton(self)
            button.setObjectName(f"{kind}_{command}")
            self._buttons[command], self._keys[command] = button, key
            self.name(command, name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _, command=command: self.command_requested.emit(command))
            flow.addWidget(button)

    def name(self, command: str, name: str) -> None:
        """Call a command so: what its key does may depend on what is at hand."""
        # Isolated, or a digit would change sides in a right-to-left text.
        self._buttons[command].setText(f"{name}  \u2068{self._keys[command]}\u2069")

    def offer(self, commands: Container[str]) -> None:
        """Show the buttons of these commands, and no others."""
        for command, button in self._buttons.items():
            button.setVisible(command in commands)
