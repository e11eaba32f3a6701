"""The queue of open conflicts: searched, filtered and sorted; the one at hand is chosen in it."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from annotator.core.causes import Cause
from annotator.core.labels import LabelSet
from annotator.core.queue import QueueOrder, Waiting, Wanted
from annotator.gui.fields.hints import OpeningList
from annotator.gui.rows.conflict_rows import ConflictDelegate, ConflictListModel
from annotator.gui.wording.cause_names import cause_names

_PATIENCE_MS: Final = 120
"""How long the typing must rest before the list is searched."""


class _SearchBox(QLineEdit):
    """Esc clears it and, once it is clear, leaves; Down and Enter go into the list."""

    cancelled = Signal()
    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            (self.clear if self.text() else self.cancelled.emit)()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)


class ConflictList(QWidget):
    """Lists open conflicts and says which of them the user wants to see."""

    wanted_changed = Signal()
    """The user wants to see other conflicts; see ``wanted``."""
    conflict_requested = Signal(str)
    """The user wants to see the conflict of that id."""
    left = Signal()
    """The user wants to be back at the conflict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflictQueue")
        self.setAccessibleName(self.tr("Open conflicts"))
        self._search = _SearchBox(self)
        self._search.setObjectName("conflictSearch")
        self._search.setPlaceholderText(self.tr("Search the words"))
        self._search.setAccessibleName(self.tr("Search the words"))
        self._search.setClearButtonEnabled(True)
        self._cause = self._choices("conflictCauseFilter", self.tr("Cause"))
        self._label = self._choices("conflictLabelFilter", self.tr("Label"))
        self._order = self._choices("conflictOrder", self.tr("Order"))
        self._here = QCheckBox(self.tr("Only this article"), self)
        self._here.setObjectName("conflictsHere")
        self._model = ConflictListModel(self)
        self._view = OpeningList(self)
        self._view.setObjectName("conflictList")
        self._view.setAccessibleName(self.tr("Open conflicts"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(ConflictDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel(self)
        self._count.setObjectName("conflictCount")
        self._count.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("conflictProgress")
        self._bar.setAccessibleName(self.tr("Comparing the layers"))
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PATIENCE_MS)
        self._fill()
        self._lay_out()
        self._wire()

    def _choices(self, name: str, told: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(told)
        box.setToolTip(told)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        return box

    def _fill(self) -> None:
        self._cause.addItem(self.tr("All causes"), None)
        for cause, name in cause_names().items():
            self._cause.addItem(name, cause.value)
        for order, name in (
            (QueueOrder.ARTICLE, self.tr("By article")),
            (QueueOrder.WORST, self.tr("Worst first")),
            (QueueOrder.CAUSE, self.tr("By cause")),
            (QueueOrder.LABEL, self.tr("By label")),
            (QueueOrder.SURFACE, self.tr("By words")),
        ):
            self._order.addItem(name, order.value)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        for widget in (self._search, self._cause, self._label, self._order, self._here):
            layout.addWidget(widget)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._count)

    def _wire(self) -> None:
        self._rest.timeout.connect(self.wanted_changed)
        self._search.textChanged.connect(self._rest.start)
        self._search.cancelled.connect(self.left)
        self._search.list_wanted.connect(self._view.setFocus)
        for box in (self._cause, self._label, self._order):
            box.activated.connect(lambda _: self.wanted_changed.emit())
        self._here.toggled.connect(lambda _: self.wanted_changed.emit())
        self._view.clicked.connect(self._ask)
        self._view.opened.connect(self._ask)
        self._view.cancelled.connect(self.left)

    # -- what is asked for

    def wanted(self, here: str | None) -> Wanted:
        """Return which conflicts the user wants to see; ``here`` is the article at hand."""
        cause = self._cause.currentData()
        return Wanted(
            words=self._search.text(),
            cause=Cause(cause) if cause else None,
            label=self._label.currentData(),
            article_id=here if self._here.isChecked() else None,
            order=QueueOrder(self._order.currentData()),
        )

    def ask_for(self, wanted: Wanted) -> None:
        """Ask for the conflicts of a cause, a label and words, in all articles; the order stays."""
        before = self.blockSignals(True)  # one wish, not one for each part of it
        self._search.setText(wanted.words)
        self._rest.stop()
        cause = wanted.cause.value if wanted.cause else None
        for box, chosen in ((self._cause, cause), (self._label, wanted.label)):
            box.setCurrentIndex(max(0, box.findData(chosen)))
        self._here.setChecked(False)
        self.blockSignals(before)
        self.wanted_changed.emit()

    def take_over(self, other: "ConflictList") -> None:
        """Ask for what is asked for in another list."""
        self._search.setText(other._search.text())
        boxes = ((self._cause, other._cause), (self._label, other._label))
        for box, before in (*boxes, (self._order, other._order)):
            box.setCurrentIndex(max(0, box.findData(before.currentData())))
        self._here.setChecked(other._here.isChecked())

    def leaves_out(self) -> bool:
        """Tell whether some open conflicts are not wanted."""
        return self.wanted("") != Wanted(order=QueueOrder(self._order.currentData()))

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Offer these labels, named in ``language``."""
        current = self._label.currentData()
        self._model.labels, self._model.language = labels, language
        self._label.clear()
        self._label.addItem(self.tr("All labels"), None)
        for label in labels:
            self._label.addItem(label.shown(language), label.name)
        self._label.setCurrentIndex(max(0, self._label.findData(current)))
        self._view.viewport().update()

    def show_all(self) -> None:
        """Leave nothing out."""
        self._search.clear()
        for box in (self._cause, self._label):
            box.setCurrentIndex(0)
        self._here.setChecked(False)
        self.wanted_changed.emit()

    # -- what is shown

    def show_rows(self, rows: list[Waiting], at_hand: str | None) -> None:
        """List these conflicts."""
        self._model.show(rows)
        self.show_current(at_hand)

    def rows(self) -> list[Waiting]:
        """Return the conflicts that are listed."""
        return self._model.rows()

    def show_current(self, conflict_id: str | None) -> None:
        """Show which conflict is at hand."""
        row = None if conflict_id is None else self._model.row_of(conflict_id)
        index = QModelIndex() if row is None else self._model.index_of(row)
        self._view.setCurrentIndex(index)
        if index.isValid():
            self._view.scrollTo(index)

    def place_of(self, conflict_id: str) -> int | None:
        """Return where in the list a conflict stands."""
        return self._model.row_of(conflict_id)

    def at(self, place: int) -> Waiting | None:
        """Return the conflict at that place, if there is one."""
        rows = self._model.rows()
        return rows[place] if 0 <= place < len(rows) else None

    def length(self) -> int:
        """Return how many conflicts are listed."""
        return len(self._model.rows())

    def first_from(self, place: tuple[int, int, int, str]) -> int:
        """Return where the first conflict stands that comes after a place of the project."""
        rows = enumerate(self._model.rows())
        return next((row for row, one in rows if one.place >= place), 0)

    def show_count(self, total: int, hint: str, *, is_whole: bool) -> None:
        """Say how many conflicts are open, and, should none be listed, why.

        While it is not known of all, that there are none is not said.
        """
        listed = self.length()
        told = self.tr("%n open conflict(s)", "", total) if total or is_whole else hint
        if listed < total:
            told = self.tr("{listed} of {told}").format(listed=f"{listed:,}", told=told)
        self._count.setText(told)
        self._view.hint = hint
        self._view.viewport().update()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the comparing of layers is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()

    def end_progress(self) -> None:
        """Show that all is compared."""
        self._bar.hide()

    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _ask(self, index: QModelIndex) -> None:
        self.conflict_requested.emit(self._model.rows()[index.row()].id)
