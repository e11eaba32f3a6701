"""The command palette: every action by a few letters of its name, in any language of ours."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.arabic import ARABIC

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}


class Command(NamedTuple):
    """Something that can be done: its name, its keys, and how to do it."""

    name: str
    keys: str
    action: QAction
    names: tuple[str, ...]
    """Its names in all languages, by which it is found too."""


class _Fit(IntEnum):
    """How well the name of a command fits what is typed: the best first."""

    BEGINS = 0
    WORDS_BEGIN = 1
    HOLDS = 2
    NOT = 3


class CommandPalette(QDialog):
    """Lists the commands that can be done now; Enter does the chosen one."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setWindowTitle(self.tr("Commands"))
        self.resize(480, 420)
        self._commands = [command for command in commands if command.action.isEnabled()]
        self._fitting: list[Command] = []
        self._chosen: QAction | None = None
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("Type some letters of a command"))
        self._line.setAccessibleName(self.tr("Command"))
        self._list = QTreeWidget(self)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setAllColumnsShowFocus(True)
        self._list.setUniformRowHeights(True)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        self._line.textChanged.connect(self._list_fitting)
        self._line.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._line.installEventFilter(self)
        self._list_fitting("")

    def chosen(self) -> QAction | None:
        """Return the action that was chosen."""
        return self._chosen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and (step := _STEPS.get(Qt.Key(event.key())))
        ):
            self._go_to(max(0, min(self._row() + step, len(self._fitting) - 1)))
            return True
        return super().eventFilter(watched, event)

    def _list_fitting(self, typed: str) -> None:
        typed = " ".join(ARABIC.fold(typed).split())
        fits = [(_fit(command, typed), command) for command in self._commands]
        self._fitting = [
            command for fit, command in sorted(fits, key=lambda one: one[0]) if fit is not _Fit.NOT
        ]
        self._list.clear()
        # Keys are written left to right, in an Arabic window too.
        self._list.addTopLevelItems(
            [
                QTreeWidgetItem([name, f"\u2066{keys}\u2069" if keys else ""])
                for name, keys, _, _ in self._fitting
            ]
        )
        if not self._fitting:
            nothing = QTreeWidgetItem([self.tr("Nothing that can be done now is called so.")])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addTopLevelItem(nothing)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        item = self._list.topLevelItem(row)
        if item is not None:
            self._list.setCurrentItem(item)

    def _row(self) -> int:
        item = self._list.currentItem()
        return -1 if item is None else self._list.indexOfTopLevelItem(item)

    def _choose(self) -> None:
        if self._fitting:
            self._chosen = self._fitting[self._row()].action
            self.accept()


def _fit(command: Command, typed: str) -> _Fit:
    return min(_fit_of_name(name, typed) for name in (command.name, *command.names))


def _fit_of_name(name: str, typed: str) -> _Fit:
    folded = ARABIC.fold(name)
    if folded.startswith(typed):
        return _Fit.BEGINS
    words = typed.split()
    if all(f" {word}" in f" {folded}" for word in words):
        return _Fit.WORDS_BEGIN
    return _Fit.HOLDS if all(word in folded for word in words) else _Fit.NOT
