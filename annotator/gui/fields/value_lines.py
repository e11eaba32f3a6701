"""The lines into which values are typed, and the list of entries that one of them offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from annotator.core.values import EntryValue
from annotator.gui.language import direction_of

_NAME: Final = Qt.ItemDataRole.UserRole
_VALUE: Final = Qt.ItemDataRole.UserRole + 1
_LONGEST: Final = 1000


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry that a name may mean."""

    value: EntryValue
    matched: str
    """The name or alias of the entry that is meant, as it is written."""
    is_near: bool
    """Whether it is spelled otherwise."""
    is_called_so: bool
    """Whether it is the very name."""


class ValueLine(QLineEdit):
    """A line that is done when the keyboard leaves it, or with Enter; Esc gives it up."""

    done = Signal()
    entered = Signal()
    """Enter was pressed."""
    entered_anew = Signal()
    """Shift+Enter was pressed."""
    given_up = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(40)
        self._is_ordered = False
        self.textChanged.connect(self._turn)

    def keep_order(self, is_kept: bool) -> None:
        """Let digits and dashes keep their order in a right-to-left window, at its side."""
        self._is_ordered = is_kept
        self._turn()

    def _turn(self) -> None:
        if not self._is_ordered:
            self.unsetLayoutDirection()
            self.setAlignment(Qt.AlignmentFlag.AlignLeading)
            return
        parent = self.parentWidget()
        is_right = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        self.setLayoutDirection(direction_of(self.text()))
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_anew = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.entered_anew if is_anew else self.entered).emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.done.emit()


class EntryLine(ValueLine):
    """A line for the name of an entry, with a list of those that may be meant below it."""

    chosen = Signal(object)
    """One of the list was chosen: its ``EntryValue``."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        # What is offered was looked up for what is typed: other spellings must not be sorted out.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_NAME)
        chosen = completer.activated[QModelIndex]  # type: ignore[index]  # there are two of it
        chosen.connect(lambda index: self.chosen.emit(index.data(_VALUE)))
        self.setCompleter(completer)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these entries, best first."""
        self._model.clear()
        for offer in offers:
            item = QStandardItem(offered_text(offer))
            item.setData(offer.value.name, _NAME)
            item.setData(offer.value, _VALUE)
            self._model.appendRow(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if popup and popup.isVisible() and popup.currentIndex().isValid() and _is_enter(event):
            event.ignore()  # the list takes it
        else:
            super().keyPressEvent(event)
            self._choose_none()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._choose_none()

    def _choose_none(self) -> None:
        """Choose no row of the list until an arrow key does: Qt steps onto the first that fits."""
        popup = self.completer().popup()
        if popup and popup.isVisible() and not popup.selectionModel().hasSelection():
            popup.selectionModel().clearCurrentIndex()


def offered_text(offer: Offer) -> str:
    """Return how an entry is offered: its name, which name was found, and whether it is near."""
    sign = "≈ " if offer.is_near else ""
    name = f"\u2068{offer.value.name}\u2069"
    return f"{sign}{name}" + (
        "" if offer.matched == offer.value.name else f"  (\u2068{offer.matched}\u2069)"
    )


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
