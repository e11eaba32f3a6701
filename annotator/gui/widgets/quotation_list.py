"""A list of places in articles, each quoted with what stands around it; they can be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QTreeView, QWidget

from annotator.gui.hints import paint_hint
from annotator.gui.mention_painting import MentionDelegate
from annotator.gui.quotation_rows import QuotationModel, QuotationRow


class QuotationList(QTreeView):
    """Shows quotations; Enter or a double click opens one in its article, Space ticks it."""

    passage_requested = Signal(str, int, int)
    """The user wants to see ``[start, end)`` of the article of that name."""
    ticks_changed = Signal()
    """Others are ticked than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = ""
        """What an empty list says."""
        self._model = QuotationModel(self)
        self.setModel(self._model)
        self.setItemDelegate(MentionDelegate(self))
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
        self._model.show(rows, with_boxes=with_boxes, ticked=ticked)
        if rows:
            self.setCurrentIndex(self._model.index(0))
        self.ticks_changed.emit()

    def ticked(self) -> list[int]:
        """Return the numbers of the ticked rows."""
        return self._model.ticked()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all rows, or none."""
        self._model.tick_all(ticked=ticked)

    def _open(self, index: QModelIndex) -> None:
        quoted = self._model.at(index.row()).quotation
        self.passage_requested.emit(quoted.article, quoted.start, quoted.end)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._model.toggle(index.row())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.rowCount():
            paint_hint(self, self.hint)
