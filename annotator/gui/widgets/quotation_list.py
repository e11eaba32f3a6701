"""A list of places in articles, each quoted with what stands around it; they can be ticked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QTreeView, QWidget

from annotator.gui.fields.hints import paint_hint
from annotator.gui.rows.mention_painting import MentionDelegate
from annotator.gui.rows.quotation_rows import QuotationModel, QuotationRow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class QuotationList(QTreeView):
    """Shows quotations; Enter or a double click opens one in its article, Space ticks it.

    Where ``enter_acts``, Enter means the ticked ones, and with Shift it opens one.
    """

    passage_requested = Signal(str, int, int)
    """The user wants to see ``[start, end)`` of the article of that name."""
    row_requested = Signal(int)
    """So, of the place in that row."""
    act_requested = Signal()
    """The user wants something done with what is ticked."""
    ticks_changed = Signal()
    """Others are ticked than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enter_acts = False
        self.hint = ""
        """What an empty list says."""
        self._model = QuotationModel(self)
        self.setModel(self._model)
        self._delegate = MentionDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setHeaderHidden(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(90)
        self._model.dataChanged.connect(lambda *_: self.ticks_changed.emit())
        self.doubleClicked.connect(self._open)

    def show_rows(
        self,
        rows: Sequence[QuotationRow],
        *,
        with_boxes: bool = False,
        ticked: int | None = None,
    ) -> None:
        """List ``rows``; of boxes all are ticked at first, or those of the first ``ticked``."""
        # One column for all rows, lest what is said of one covers what it quotes.
        longest = max((row.told for row in rows), key=len, default="")
        self._delegate.state_width = self.fontMetrics().horizontalAdvance(longest)
        self._model.show(rows, with_boxes=with_boxes, ticked=ticked)
        if rows:
            self.setCurrentIndex(self._model.index(0))
        self.ticks_changed.emit()

    def add_rows(self, rows: Sequence[QuotationRow]) -> None:
        """List further ``rows`` below the others, ticked where there are boxes."""
        self._model.add(rows)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        self.ticks_changed.emit()

    def retell(self, rows: Sequence[QuotationRow]) -> None:
        """Say something else of each row; what is ticked stays so."""
        self._model.retell(rows)

    def tick(self, rows: Iterable[int], *, ticked: bool) -> None:
        """Tick some rows, or take their ticks away."""
        self._model.tick(rows, ticked=ticked)

    def ticked(self) -> list[int]:
        """Return the numbers of the ticked rows."""
        return self._model.ticked()

    def count_ticked(self) -> int:
        """Return how many rows are ticked, quickly."""
        return self._model.count_ticked()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all rows, or none."""
        self._model.tick_all(ticked=ticked)

    def _open(self, index: QModelIndex) -> None:
        quoted = self._model.at(index.row()).quotation
        self.passage_requested.emit(quoted.article, quoted.start, quoted.end)
        self.row_requested.emit(index.row())

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER and self.enter_acts and not event.modifiers() & _SHIFT:
            if not event.isAutoRepeat():
                self.act_requested.emit()
        elif event.key() in _ENTER and index.isValid():
            self._open(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._model.toggle(index.row())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.rowCount():
            paint_hint(self, self.hint)
