"""Which articles are listed to be handed out: by words, by who has them, by how far they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from annotator.core.model import Status
from annotator.core.query import ArticleQuery
from annotator.gui.rows.article_rows import status_names

_REST_MS = 250
"""How long to wait for the next letter."""
_ANYBODY, _NOBODY = "", "\0"
"""No author can be called so."""
READY, NOT_READY = "ready", "not ready"


class HandingFilters(QWidget):
    """Each filter takes effect as soon as it is set."""

    changed = Signal()
    """The user wants to see other articles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.changed)
        self._words = QLineEdit(self)
        self._words.setObjectName("handingWords")
        self._words.setPlaceholderText(self.tr("Words in the title or text"))
        self._words.setAccessibleName(self.tr("Words in the title or text"))
        self._words.setClearButtonEnabled(True)
        self._holder = self._box("handingHolder", self.tr("Who has them"))
        self._state = self._box("handingState", self.tr("How far they are"))
        for name, data in (
            (self.tr("whatever status"), None),
            *((told, status.value) for status, told in status_names().items()),
            (self.tr("ready"), READY),
            (self.tr("not ready"), NOT_READY),
        ):
            self._state.addItem(name, data)
        self.offer(())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words, 2)
        line.addWidget(self._holder, 1)
        line.addWidget(self._state, 1)
        self._words.textChanged.connect(lambda _: self._rest.start())
        for box in (self._holder, self._state):
            box.activated.connect(lambda _: self.changed.emit())

    def _box(self, name: str, told: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(told)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        return box

    def offer(self, authors: Sequence[str]) -> None:
        """Offer the articles of these authors; what is chosen stays so while it is offered."""
        chosen = self._holder.currentData()
        choices = [(self.tr("whoever has it"), _ANYBODY), (self.tr("assigned to nobody"), _NOBODY)]
        choices += [(f"\u2068{author}\u2069", author) for author in authors]
        now = [self._holder.itemData(place) for place in range(self._holder.count())]
        if now == [data for _, data in choices]:
            return
        self._holder.clear()
        for name, data in choices:
            self._holder.addItem(name, data)
        self._holder.setCurrentIndex(max(0, self._holder.findData(chosen)))
        if chosen != self._holder.currentData() and chosen is not None:
            self.changed.emit()

    def choose(self, author: str) -> None:
        """Ask for the articles of an author, whatever their status."""
        self._holder.setCurrentIndex(max(0, self._holder.findData(author)))
        self._state.setCurrentIndex(0)
        self.changed.emit()

    def author(self) -> str:
        """Return whose articles are asked for; empty for those of whoever, or of nobody."""
        chosen = self._holder.currentData()
        return "" if chosen == _NOBODY else str(chosen or "")

    def query(self) -> ArticleQuery:
        """Return which articles are asked for, whether ready or not."""
        state = self._state.currentData()
        is_status = state not in (None, READY, NOT_READY)
        return ArticleQuery(
            words=self._words.text(),
            statuses=frozenset({Status(state)} if is_status else ()),
            whose=self.author(),
            is_free=self._holder.currentData() == _NOBODY,
            of_anybody=is_status and not self.author(),
        )

    def is_ready(self) -> bool | None:
        """Return whether articles must be ready, or must not; ``None`` if both are wanted."""
        return {READY: True, NOT_READY: False}.get(self._state.currentData())

    def take_over(self, before: "HandingFilters") -> None:
        """Ask for what another one asks for, which offers the same."""
        self._words.setText(before._words.text())
        self._rest.stop()
        self.offer(
            [
                a
                for a in map(before._holder.itemData, range(before._holder.count()))
                if a not in (_ANYBODY, _NOBODY)
            ]
        )
        for box, was in ((self._holder, before._holder), (self._state, before._state)):
            box.setCurrentIndex(max(0, was.currentIndex()))

    def focus(self) -> None:
        """Put the keyboard into the words."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
