"""The answers to a conflict as cards below each other, and above them what was put before."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.core.model import Span
from annotator.gui.fields.option_card import OptionCard
from annotator.gui.text.snippets import Passage


class _Column(QWidget):
    """What is scrolled: as high as it is at its width."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no height beforehand: words that wrap would ask for that of their narrowest."""
        return QSize(super().minimumSizeHint().width(), 0)


class OptionCards(QScrollArea):
    """Shows cards; a click on one is the key that it names."""

    command_requested = Signal(str)
    """The key of a card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: LabelSet | None = None
        self._language = "en"
        self._cards = _Column(self)
        column = QVBoxLayout(self._cards)
        self._before, self._answers = QVBoxLayout(), QVBoxLayout()
        for layout in (column, self._before, self._answers):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(6)
        column.addLayout(self._before)
        column.addLayout(self._answers)
        column.addStretch(1)
        self.setWidget(self._cards)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Name and colour spans by ``labels``, for people who read ``language``."""
        self._labels, self._language = labels, language

    def add(self, key: str, voters: str, spans: Sequence[Span], passage: Passage) -> None:
        """Show an answer, with who gave it."""
        self._answers.addWidget(self._card(key, voters, spans, passage))

    def show_before(
        self, key: str, told: str, spans: Sequence[Span], passage: Passage, remark: str
    ) -> None:
        """Show above the answers what was put before, and ``remark`` on that."""
        self._before.addWidget(self._card(key, told, spans, passage))
        if remark:
            label = QLabel(remark, self._cards)
            label.setObjectName("precedentRemark")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setContentsMargins(8, 0, 8, 4)
            self._before.addWidget(label)
            label.show()

    def _card(self, key: str, told: str, spans: Sequence[Span], passage: Passage) -> OptionCard:
        assert self._labels is not None
        card = OptionCard(key, told, spans, passage, self._labels, self._language, self._cards)
        card.setObjectName(f"option_{key}")
        card.clicked.connect(lambda: self.command_requested.emit(key.lower()))
        card.show()  # now, not when the layout gets its turn
        return card

    def clear_before(self) -> None:
        """Show no longer what was put before."""
        _clear(self._before)

    def clear(self) -> None:
        """Show no card."""
        _clear(self._before)
        _clear(self._answers)

    def choose(self, key: str | None) -> None:
        """Let the card of that key stand out, and no other one."""
        for card in self._cards.findChildren(OptionCard):
            is_chosen = card.objectName() == f"option_{key}"
            card.set_chosen(is_chosen=is_chosen)
            if is_chosen:
                self.ensureWidgetVisible(card)

    def holds_focus(self) -> bool:
        """Tell whether a card has the keyboard."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self._cards.isAncestorOf(focused)

    def set_open(self, *, is_open: bool) -> None:
        """Let cards be clicked, or not."""
        self._cards.setEnabled(is_open)

    def scroll_to_top(self) -> None:
        """Show the first card."""
        self.verticalScrollBar().setValue(0)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
