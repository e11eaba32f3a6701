"""Strings that are not marked alike everywhere: searched and filtered, one of them chosen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.gui.fields.flow import FlowLayout
from annotator.gui.fields.hints import OpeningList
from annotator.gui.rows.string_rows import StringDelegate, StringListModel, StringRow

_PATIENCE_MS: Final = 120
"""How long the typing must rest before the list is searched."""


@dataclass(frozen=True, slots=True)
class StringsWanted:
    """Which strings the user wants to see."""

    words: str
    label: str | None
    percent: int
    """In how many percent of its places a string is as usual, at least."""
    times: int
    """How often, at least."""
    ready_only: bool = False
    """Whether only articles count that are ready."""


class StringList(QWidget):
    """Lists strings with what they are marked as."""

    wanted_changed = Signal()
    """The user wants to see other strings; see ``wanted``."""
    chosen = Signal(int)
    """The user is at the string in that row; -1 if none is listed."""
    opened = Signal()
    """The user wants to go into the places of the chosen string."""

    def __init__(self, least_percent: int, least_times: int, parent: QWidget | None = None) -> None:
        """The user cannot ask for less than these."""
        super().__init__(parent)
        self._search = QLineEdit(self)
        self._search.setObjectName("sweepSearch")
        self._search.setPlaceholderText(self.tr("Search the words"))
        self._search.setAccessibleName(self.tr("Search the words"))
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(150)
        self._label = QComboBox(self)
        self._label.setObjectName("sweepLabelFilter")
        self._label.setAccessibleName(self.tr("Label"))
        self._percent = self._number("sweepPercent", least_percent, 100, "%")
        self._percent.setAccessibleName(self.tr("Marked alike in percent of the places"))
        self._percent.setToolTip(
            self.tr("What is marked alike more seldom is no usage to compare with")
        )
        self._times = self._number("sweepTimes", least_times, 9_999, "")
        self._times.setAccessibleName(self.tr("Marked alike so many times"))
        self._ready = QCheckBox(self.tr("Ready articles only"), self)
        self._ready.setObjectName("sweepReady")
        self._ready.setMinimumHeight(self._times.sizeHint().height())
        self._model = StringListModel(self)
        self._view = OpeningList(self)
        self._view.setObjectName("sweepStrings")
        self._view.setAccessibleName(self.tr("Words not marked alike everywhere"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(StringDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setMinimumHeight(90)
        self._left_out = QLabel(self)
        self._left_out.setObjectName("sweepLeftOut")
        self._left_out.setWordWrap(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PATIENCE_MS)
        self._lay_out()
        self._wire()

    def _number(self, name: str, least: int, most: int, suffix: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setRange(least, most)
        box.setSuffix(suffix)
        box.setStepType(QAbstractSpinBox.StepType.DefaultStepType)
        box.setKeyboardTracking(False)
        # Else what is too little would leave the number of before.
        box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        return box

    def _lay_out(self) -> None:
        filters = QWidget(self)
        flow = FlowLayout(filters)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._label, *self._sentence(filters), self._ready):
            flow.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(filters)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._left_out)
        self.setFocusProxy(self._view)

    def _sentence(self, parent: QWidget) -> Iterator[QWidget]:
        """Yield a sentence with the fields in it, in the order of the language of the window."""
        sentence = self.tr(
            "Marked alike in at least {percent} of the places ({least}% to 100%) and at least this"
            " often: {times} ({fewest} or more)"
        )
        # What is asked for is named where it is asked: what is beyond is set right in silence.
        for name, box in (("{least}", self._percent), ("{fewest}", self._times)):
            sentence = sentence.replace(name, str(box.minimum()))
        fields = {"{percent}": self._percent, "{times}": self._times}
        for part in map(str.strip, re.split(r"({\w+})", sentence)):
            if part in fields:
                yield fields[part]
            elif part:
                label = QLabel(part, parent)
                label.setMinimumHeight(self._times.sizeHint().height())
                yield label

    def _wire(self) -> None:
        self._rest.timeout.connect(self.wanted_changed)
        self._search.textChanged.connect(self._rest.start)
        self._search.returnPressed.connect(self._view.setFocus)
        self._label.activated.connect(lambda _: self.wanted_changed.emit())
        self._ready.clicked.connect(lambda _: self.wanted_changed.emit())
        for box in (self._percent, self._times):
            box.valueChanged.connect(lambda _: self._rest.start())
        self._view.selectionModel().currentChanged.connect(self._tell_chosen)
        self._view.opened.connect(lambda _: self.opened.emit())
        self._view.doubleClicked.connect(lambda _: self.opened.emit())

    # -- what is asked for

    def wanted(self) -> StringsWanted:
        """Return which strings the user wants to see."""
        return StringsWanted(
            self._search.text(),
            self._label.currentData(),
            self._percent.value(),
            self._times.value(),
            self._ready.isChecked(),
        )

    def ask_for(self, wanted: StringsWanted) -> None:
        """Ask for these, and tell nobody."""
        self._search.setText(wanted.words)
        self._label.setCurrentIndex(max(0, self._label.findData(wanted.label)))
        self._percent.setValue(wanted.percent)
        self._times.setValue(wanted.times)
        self._ready.setChecked(wanted.ready_only)
        self._rest.stop()

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Offer these labels, named in ``language``."""
        current = self._label.currentData()
        self._label.clear()
        self._label.addItem(self.tr("All labels"), None)
        for label in labels:
            self._label.addItem(label.shown(language), label.name)
        self._label.setCurrentIndex(max(0, self._label.findData(current)))

    # -- what is shown

    def show_rows(self, rows: Sequence[StringRow], chosen: int, hint: str, left_out: str) -> None:
        """List strings, with the one in row ``chosen`` chosen.

        ``hint`` says why there is none, ``left_out`` what is not listed though it is asked for.
        """
        self._left_out.setText(left_out)
        self._left_out.setVisible(bool(left_out))
        self._model.show(rows)
        self._view.hint = hint
        self._view.viewport().update()
        if rows:
            self._view.setCurrentIndex(self._model.index(min(chosen, len(rows) - 1)))
        else:
            self.chosen.emit(-1)

    def current(self) -> int:
        """Return the row of the chosen string; -1 if there is none."""
        return self._view.currentIndex().row()

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())
