"""The entries of the registry: a label to choose, words to search for, and the list of them."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import Label
from annotator.gui.fields.hints import paint_hint
from annotator.gui.rows.cells import CellDelegate
from annotator.gui.rows.entry_rows import EntryRowsOf, EntryTable

_PATIENCE_MS = 120
"""How long the typing must rest before the search begins."""


class _SearchBox(QLineEdit):
    """Esc clears it; Down and Enter go into the list."""

    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)


class _View(QTreeView):
    """The list itself; says why it is empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            paint_hint(self, self.hint)


class EntryList(QWidget):
    """A searchable list of the entries of one label."""

    list_requested = Signal(str, str)
    """The user wants to see the entries of that label whose names hold these words."""
    entry_chosen = Signal(str)
    """The entry of that id is the one at hand now; empty if none is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QComboBox(self)
        self._label.setObjectName("entryLabel")
        self._label.setAccessibleName(self.tr("Label"))
        self._search = _SearchBox(self)
        self._search.setObjectName("entrySearch")
        self._search.setPlaceholderText(self.tr("Search names"))
        self._search.setAccessibleName(self.tr("Search names"))
        self._search.setClearButtonEnabled(True)
        self._table = EntryTable(self)
        self._view = _View(self)
        self._view.setObjectName("entryList")
        self._view.setAccessibleName(self.tr("Entries"))
        self._view.setModel(self._table)
        self._view.setItemDelegate(CellDelegate(self._view))
        self._view.setRootIsDecorated(False)
        self._view.setUniformRowHeights(True)
        self._view.setAllColumnsShowFocus(True)
        self._view.setAlternatingRowColors(True)
        header = self._view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._view.setColumnWidth(2, header.sectionSizeHint(2) + 12)
        self._count = QLabel(self)
        self._count.setObjectName("entryCount")
        above = QHBoxLayout()
        above.addWidget(self._label)
        above.addWidget(self._search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(above)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._count)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PATIENCE_MS)
        self._wire()

    def _wire(self) -> None:
        self._rest.timeout.connect(self._ask)
        self._label.activated.connect(self._ask)
        self._search.textEdited.connect(self._rest.start)
        self._search.textChanged.connect(lambda text: None if text else self._ask())
        self._search.list_wanted.connect(self._enter_list)
        self._view.selectionModel().currentRowChanged.connect(self._tell_chosen)

    def set_labels(self, labels: list[Label], language: str) -> None:
        """Offer the labels that have entries, named in ``language``."""
        current = self.label()
        self._label.clear()
        for label in labels:
            self._label.addItem(label.shown(language), label.name)
        self._label.setCurrentIndex(max(0, self._label.findData(current)))
        self._ask()

    def label(self) -> str:
        """Return the label whose entries are listed; empty if there is none."""
        return str(self._label.currentData() or "")

    def query(self) -> str:
        """Return the words that are searched for."""
        return self._search.text()

    def show_entries(self, ids: list[str], rows_of: EntryRowsOf, *, are_all: bool = True) -> None:
        """List the entries of those ids; the one at hand stays so while it is listed.

        Without ``are_all`` others are still being read.
        """
        chosen = self.chosen()
        self._count.setText(self._told_count(len(ids), are_all=are_all))
        self._view.hint = self._told_none(are_all=are_all)
        self._table.show(ids, rows_of)
        self.choose(chosen if chosen in ids else ids[0] if ids else "")

    def _told_count(self, count: int, *, are_all: bool) -> str:
        if are_all:
            return self.tr("%n entry(ies)", "", count)
        return self.tr("%n entry(ies) so far: the others are still being read.", "", count)

    def _told_none(self, *, are_all: bool) -> str:
        if not are_all:
            return self.tr("The entries are being read…")
        if self.query().strip():
            return self.tr("No entry is called so, or nearly so.")
        return self.tr("No entries yet. They come with the values of spans, or make one here.")

    def refresh(self) -> None:
        """Ask anew for what is shown, such as how often each is mentioned."""
        self._table.refresh()

    def chosen(self) -> str:
        """Return the id of the entry at hand; empty if none is."""
        place = self._view.currentIndex()
        return self._table.id_at(place) if place.isValid() else ""

    def choose(self, entry_id: str) -> None:
        """Let an entry be at hand, and bring it into sight."""
        place = self._table.place_of(entry_id)
        if place.row() != self._view.currentIndex().row() or not place.isValid():
            self._view.setCurrentIndex(place)
            self._view.scrollTo(place)
        if not place.isValid():
            self.entry_chosen.emit("")

    def search_for(self, label: str, words: str) -> None:
        """Search for ``words`` among the entries of ``label``."""
        self._label.setCurrentIndex(self._label.findData(label))
        self._search.setText(words)
        self._ask()

    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _ask(self) -> None:
        self._rest.stop()
        self.list_requested.emit(self.label(), self.query())

    def _enter_list(self) -> None:
        if self._rest.isActive():
            self._ask()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_chosen(self, place: QModelIndex) -> None:
        self.entry_chosen.emit(self._table.id_at(place) if place.isValid() else "")
