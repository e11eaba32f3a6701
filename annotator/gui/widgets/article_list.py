"""The articles of the project: title, status, number of spans, and a search box over them."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.gui.article_rows import ArticleDelegate, ArticleListModel, RowsOf
from annotator.gui.hints import paint_hint

_PATIENCE_MS = 150
"""How long the typing must rest before the search begins."""


class _SearchBox(QLineEdit):
    """Esc clears it, then leaves it; Down goes into the list."""

    left = Signal()
    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)


class _View(QListView):
    """The list itself; Enter opens the article that is chosen; says why it is empty."""

    opened = Signal(QModelIndex)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            paint_hint(self, self.hint)


class ArticleList(QWidget):
    """A searchable list of articles."""

    article_requested = Signal(int)
    """The user wants to see the article of that number."""
    search_requested = Signal(str)
    """The user wants to see only the articles that hold these words."""
    left = Signal()
    """The user wants to be back in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = _SearchBox(self)
        self._search.setObjectName("searchBox")
        self._search.setPlaceholderText(self.tr("Search titles and texts"))
        self._search.setAccessibleName(self.tr("Search titles and texts"))
        self._search.setClearButtonEnabled(True)
        self._model = ArticleListModel(self)
        self._view = _View(self)
        self._view.setObjectName("articleList")
        self._view.setAccessibleName(self.tr("Articles"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(ArticleDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel(self)
        self._count.setObjectName("articleCount")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._search)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._count)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PATIENCE_MS)
        self._wire()

    def _wire(self) -> None:
        self._rest.timeout.connect(self._ask_search)
        self._search.textEdited.connect(self._rest.start)
        self._search.textChanged.connect(lambda text: None if text else self._ask_search())
        self._search.returnPressed.connect(self._open_first)
        self._search.left.connect(self.left)
        self._search.list_wanted.connect(self._view.setFocus)
        self._view.clicked.connect(self._ask)
        self._view.opened.connect(self._ask)
        self._view.left.connect(self.left)

    def query(self) -> str:
        """Return the words that are searched for."""
        return self._search.text()

    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def numbers(self) -> list[int]:
        """Return the numbers of the articles that are listed."""
        return self._model.numbers()

    def show_articles(self, numbers: list[int], rows_of: RowsOf, current: int | None) -> None:
        """List the articles of those numbers, of which ``current`` is at hand.

        When some were only added at the end, all else stays as it is.
        """
        self._count.setText(self.tr("%n article(s)", "", len(numbers)))
        self._view.hint = (
            self.tr("No article holds these words.")
            if self.query().strip()
            else self.tr("No articles yet. Drop files or folders on this window to import them.")
        )
        if not self._model.extend(numbers, rows_of):
            self._model.show(numbers, rows_of)
            self.show_current(current)

    def show_current(self, number: int | None) -> None:
        """Mark the article that is at hand, and bring it into sight."""
        place = self._model.place_of(number) if number is not None else QModelIndex()
        self._view.setCurrentIndex(place)
        if place.isValid():
            self._view.scrollTo(place)

    def refresh(self, number: int | None) -> None:
        """Show anew how far one article is."""
        if number is not None:
            self._model.refresh(number)

    @Slot()
    def _ask_search(self) -> None:
        self._rest.stop()
        self.search_requested.emit(self._search.text())

    def _open_first(self) -> None:
        if not self.query().strip():
            return
        self._ask_search()
        if self._model.numbers():
            self.article_requested.emit(self._model.numbers()[0])

    def _ask(self, index: QModelIndex) -> None:
        self.article_requested.emit(self._model.number_at(index))
