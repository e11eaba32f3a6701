"""A line below the text that tells what is suggested, and lets the mouse do what the keys do."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui.fields.flow import FlowLayout


class SuggestionBar(QWidget):
    """Tells how many suggestions are left, or what the one at hand says."""

    next_requested = Signal()
    accept_requested = Signal()
    refuse_requested = Signal()
    accept_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestionBar")
        self.setAccessibleName(self.tr("Suggestions"))
        self._told = QLabel(self)
        self._told.setObjectName("suggestionTold")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._next = self._button("suggestionNext", self.tr("Next (Tab)"), self.next_requested)
        self._accept = self._button(
            "suggestionAccept", self.tr("Take (Enter)"), self.accept_requested
        )
        self._refuse = self._button(
            "suggestionRefuse", self.tr("Refuse (Backspace)"), self.refuse_requested
        )
        self._all = self._button("suggestionAll", "", self.accept_all_requested)
        self._all.setToolTip(self.tr("Takes all that is surer than 90 %, as one act (Alt+Enter)"))
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self._next, self._accept, self._refuse, self._all):
            flow.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(8, 2, 8, 2)
        lines.setSpacing(2)
        lines.addWidget(self._told)
        lines.addWidget(buttons)
        self.clear()

    def _button(self, name: str, text: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the text
        button.clicked.connect(wish)
        return button

    def clear(self) -> None:
        """Show nothing: there is nothing to say."""
        self.hide()

    def say_looking(self) -> None:
        """Say that suggestions are being looked for."""
        self._say(self.tr("Looking for suggestions…"))

    def say_withheld(self) -> None:
        """Say that nothing is suggested on this article, on purpose."""
        self._say(
            self.tr(
                "Nothing is suggested on this article: it is one of some drawn by chance, by which"
                " the project sees whether suggestions help."
            )
        )

    def show_left(self, left: int, sure: int) -> None:
        """Tell how many suggestions are left, and offer to take those that are ``sure``."""
        self._say(self.tr("%n suggestion(s) left", "", left), can_go=True, sure=sure)

    def show_offered(self, told: str, sure: int) -> None:
        """Tell what the suggestion at hand says."""
        self._say(told, can_go=True, can_take=True, sure=sure)

    def _say(
        self, told: str, *, can_go: bool = False, can_take: bool = False, sure: int = 0
    ) -> None:
        self._told.setText(told)
        self._next.setVisible(can_go)
        self._accept.setVisible(can_take)
        self._refuse.setVisible(can_take)
        self._all.setText(self.tr("Take the %n surest", "", sure))
        self._all.setVisible(sure > 1)
        self.show()
