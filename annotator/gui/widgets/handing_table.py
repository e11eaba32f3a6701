"""The table of articles, who has each and how far it is; several are selected to be handed out."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from annotator.core.handing import HandedRow
from annotator.gui.fields.hints import OpeningTable
from annotator.gui.rows.handing_rows import Column, HandingModel, RowsOf

_NUMBER_WIDTH = 64
_GOLD_WIDTH = 76
_AROUND = 8


class HandingTable(OpeningTable):
    """Shows articles; Enter or a double click opens one."""

    article_requested = Signal(HandedRow)
    """The user wants to see an article."""
    selected = Signal()
    """Other articles are selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handingTable")
        self.setAccessibleName(self.tr("Articles and who has them"))
        self._model = HandingModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().lineSpacing() + _AROUND)
        heads = self.horizontalHeader()
        # Of the table's own it asks for each of 100,000 rows whether all are selected.
        heads.setSelectionModel(QItemSelectionModel(self._model, heads))
        heads.setSectionResizeMode(Column.NUMBER, QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(Column.ARTICLE, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(Column.HOLDERS, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(Column.GOLD, QHeaderView.ResizeMode.Fixed)
        heads.resizeSection(Column.NUMBER, _NUMBER_WIDTH)
        heads.resizeSection(Column.GOLD, _GOLD_WIDTH)
        self.opened.connect(self._open)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())

    def show_articles(self, numbers: list[int], rows_of: RowsOf, ready: Collection[int]) -> None:
        """List the articles of those numbers; see ``HandingModel.show``."""
        self._model.show(numbers, rows_of, ready)

    def follow(self, numbers: list[int]) -> None:
        """List other articles; what is selected stays so as far as it is listed."""
        if numbers == self._model.numbers():
            self._model.refresh()
            return
        chosen, current = set(self.numbers()), self.row()
        scroll = self.verticalScrollBar().value()
        self._model.replace(numbers)
        self._select(chosen, current)
        self.verticalScrollBar().setValue(scroll)

    def add_articles(self, numbers: list[int]) -> None:
        """List further articles."""
        self._model.add(numbers)

    def refresh(self) -> None:
        """Ask anew for what is shown."""
        self._model.refresh()

    def listed(self) -> list[int]:
        """Return the numbers of the articles that are listed."""
        return self._model.numbers()

    def numbers(self) -> list[int]:
        """Return the numbers of the selected articles, in their order."""
        numbers = self._model.numbers()
        places = sorted(self._stretches(), key=lambda stretch: stretch.start)
        return [number for place in places for number in numbers[place.start : place.stop]]

    def selected_count(self) -> int:
        """Return how many articles are selected, at the cost of the stretches they stand in."""
        return sum(len(stretch) for stretch in self._stretches())

    def row(self) -> HandedRow | None:
        """Return the article that the keyboard is at."""
        place = self.currentIndex().row()
        return self._model.row(place) if 0 <= place < self._model.rowCount() else None

    def _stretches(self) -> Iterator[range]:
        # Not by ``selectedRows``: of 100,000 it would make as many indexes.
        selection = self.selectionModel().selection()
        for at in range(selection.count()):
            stretch = selection.at(at)
            yield range(stretch.top(), stretch.bottom() + 1)

    def _select(self, chosen: set[int], current: HandedRow | None) -> None:
        places = [at for at, number in enumerate(self._model.numbers()) if number in chosen]
        selection = QItemSelection()
        first = 0
        for at, place in enumerate(places):
            if at + 1 == len(places) or places[at + 1] != place + 1:
                top = self._model.index(places[first], 0)
                selection.select(top, self._model.index(place, Column.GOLD))
                first = at + 1
        if current is not None and current.number in (listed := self._model.numbers()):
            here = self._model.index(listed.index(current.number), Column.ARTICLE)
            no_change = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(here, no_change)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selected.emit()

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.article_requested.emit(row)

    # -- Qt

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows that ``rect`` reaches, whatever columns it does.

        Qt looks for the column at its right edge, and finds none where the table is mirrored.
        """
        reached = rect.normalized()
        top, bottom = self.rowAt(reached.top()), self.rowAt(reached.bottom())
        selection = QItemSelection()
        if top >= 0:
            last = bottom if bottom >= 0 else self._model.rowCount() - 1
            first_cell, last_cell = self._model.index(top, 0), self._model.index(last, Column.GOLD)
            selection.select(first_cell, last_cell)
        self.selectionModel().select(selection, command)
