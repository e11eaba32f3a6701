"""The articles of the project: title, status, number of spans; a search box and filters above."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.core.query import ArticleQuery
from annotator.gui.fields.article_filters import FilterPanel, OutletsOf, filter_names
from annotator.gui.fields.hints import OpeningList
from annotator.gui.fields.sort_button import SortButton
from annotator.gui.rows.article_delegate import ArticleDelegate
from annotator.gui.rows.article_rows import ArticleListModel, ExcerptOf, RowsOf

_PATIENCE_MS = 150
"""How long the typing must rest before the search begins."""


def _flat(button: QToolButton) -> None:
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class _SearchBox(QLineEdit):
    """Down goes into the list."""

    cancelled = Signal()
    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)


class ArticleList(QWidget):
    """A list of articles that can be searched, filtered and sorted.

    Esc takes back what leaves articles out, the words first; then it leaves the list.
    """

    article_requested = Signal(int)
    """The user wants to see the article of that number."""
    suggestions_wanted = Signal()
    """The user wants an order that follows suggestions: there must be some."""
    query_requested = Signal()
    """The user wants to see the articles of another query; see ``query``."""
    left = Signal()
    """The user wants to be back in the text."""
    review_requested = Signal(int)
    """A lead wants to see gold of the article of that number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers_review = False
        """Whether the one who looks at the list is a lead."""
        self._labels: LabelSet | None = None
        self._language = "en"
        self._guideline_version = ""
        self._outlets_of: OutletsOf = tuple
        self._outlets: Sequence[str] = ()
        self._opens_first = False
        self._search = _SearchBox(self)
        self._search.setObjectName("searchBox")
        self._search.setPlaceholderText(self.tr("Search titles and texts"))
        self._search.setAccessibleName(self.tr("Search titles and texts"))
        self._search.setClearButtonEnabled(True)
        self._panel = FilterPanel(self)
        self._filter = self._button(self.tr("Filter…"), "filterButton")
        self._filters = QLabel(self)
        self._filters.setObjectName("filtersOn")
        self._filters.setTextFormat(Qt.TextFormat.PlainText)
        self._filters.setWordWrap(True)
        self._all = self._button("✕", "clearFilters")
        self._all.setToolTip(self.tr("Show all articles (Esc)"))
        self._all.setAccessibleName(self.tr("Show all articles"))
        self._sort = SortButton(self)
        _flat(self._sort)
        self._model = ArticleListModel(self)
        self._view = OpeningList(self)
        self._view.setObjectName("articleList")
        self._view.setAccessibleName(self.tr("Articles"))
        self._view.setModel(self._model)
        self.setFocusProxy(self._view)
        self._view.setItemDelegate(ArticleDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel(self)
        self._count.setObjectName("articleCount")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PATIENCE_MS)
        self._lay_out()
        self._wire()
        self._show_filters()

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setObjectName(name)
        _flat(button)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self._filter)
        buttons.addWidget(self._sort)
        buttons.addStretch(1)
        filters = QHBoxLayout()
        filters.setContentsMargins(4, 0, 0, 0)
        filters.addWidget(self._filters, 1)
        filters.addWidget(self._all, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self._search)
        layout.addLayout(buttons)
        layout.addLayout(filters)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._count)

    def _wire(self) -> None:
        self._rest.timeout.connect(self._ask_query)
        self._search.textEdited.connect(self._rest.start)
        self._search.textChanged.connect(lambda text: None if text else self._ask_query())
        self._search.returnPressed.connect(self._open_first)
        self._search.cancelled.connect(self._cancel)
        self._search.list_wanted.connect(self._view.setFocus)
        self._filter.clicked.connect(self.open_filters)
        self._all.clicked.connect(self.show_all)
        self._panel.changed.connect(self._rest.start)
        self._panel.wrong_changed.connect(self._show_filters)
        self._sort.order_chosen.connect(self._ask_query)
        self._sort.suggestions_wanted.connect(self.suggestions_wanted)
        self._view.clicked.connect(self._ask)
        self._view.opened.connect(self._ask)
        self._view.cancelled.connect(self._cancel)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._show_menu)

    # -- what is asked for

    def query(self) -> ArticleQuery:
        """Return which articles the user wants to see; the words are as they were typed."""
        return replace(
            self._panel.query(),
            words=self._search.text(),
            order=self._sort.order(),
            descending=self._sort.is_descending(),
        )

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Offer these labels to filter by."""
        self._labels, self._language = labels, language
        self._offer_choices()

    def set_choices(self, outlets_of: OutletsOf, guideline_version: str) -> None:
        """Offer these outlets, asked for when they are to be seen, and this version.

        Without a version of the guidelines nobody is asked who finished under an older one.
        """
        self._outlets_of, self._guideline_version = outlets_of, guideline_version
        self._offer_choices()

    def _offer_choices(self) -> None:
        """Offer what there is; ask anew if a choice is gone that the list was filtered by."""
        if self._labels is None:
            return
        before = self.query()
        self._panel.offer(self._labels, self._language, self._outlets, self._guideline_version)
        if self.query() != before:
            self._ask_query()
        else:
            self._show_filters()

    def take_over(self, other: "ArticleList") -> None:
        """Ask for what another list asks for, in its order."""
        self._outlets = other._outlets
        self._offer_choices()
        self._panel.take_over(other._panel)
        before = self._search.blockSignals(True)
        self._search.setText(other._search.text())
        self._search.blockSignals(before)
        self._sort.take_over(other._sort)
        self._ask_query()

    def ask_for(self, query: ArticleQuery) -> None:
        """Ask for what ``query`` does; the order stays."""
        self._outlets = self._outlets_of()
        self._offer_choices()
        self._panel.ask_for(query)
        before = self._search.blockSignals(True)
        self._search.setText(query.words)
        self._search.blockSignals(before)
        self._ask_query()

    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def open_filters(self) -> None:
        """Show all filters, with the keyboard in them."""
        self._outlets = self._outlets_of()
        self._offer_choices()
        self._panel.open_at(self._filter)

    def show_all(self) -> None:
        """Ask for all articles, whatever their words."""
        before = self._panel.blockSignals(True)  # one wish, not one for each part of it
        self._panel.clear()
        self._panel.blockSignals(before)
        if self._search.text():
            self._search.clear()
        else:
            self._ask_query()

    def _cancel(self) -> None:
        if self._search.text():
            self._search.clear()
        elif self.query().is_filtered:
            self.show_all()
        else:
            self.left.emit()

    @Slot()
    def _ask_query(self) -> None:
        self._rest.stop()
        self._opens_first = False
        self._show_filters()
        self.query_requested.emit()

    def _show_filters(self) -> None:
        """Say plainly which filters are on, and how the list is sorted unless as added."""
        query = self.query()
        names = self.tr(", ").join(filter_names(query, self._labels, self._language))
        only = self.tr("Only: {filters}").format(filters=names) if names else ""
        wrong = self._panel.why_wrong()
        told = "\n".join(filter(None, (only, wrong)))
        role = QPalette.ColorRole.BrightText if wrong else QPalette.ColorRole.WindowText
        self._filters.setForegroundRole(role)
        self._filters.setText(told)
        self._filters.setVisible(bool(told))
        self._all.setVisible(bool(told))
        self._filter.setAccessibleDescription(told)
        self._sort.show_order()

    # -- what is listed

    def numbers(self) -> list[int]:
        """Return the numbers of the articles that are listed."""
        return self._model.numbers()

    def place_of(self, number: int | None) -> int | None:
        """Return the place of an article in the list, from 0, if it is listed."""
        place = self._model.place_of(number) if number is not None else QModelIndex()
        return place.row() if place.isValid() else None

    def show_articles(
        self, numbers: list[int], rows_of: RowsOf, excerpt_of: ExcerptOf, current: int | None
    ) -> None:
        """List the articles of those numbers, of which ``current`` is at hand."""
        has_words = bool(self._search.text().strip())
        self._model.show(numbers, rows_of, excerpt_of if has_words else None)
        self.show_current(current)
        self._open_awaited()

    def add_articles(self, numbers: list[int], current: int | None) -> None:
        """List further articles after those that are listed."""
        is_listed = self.place_of(current) is not None
        self._model.add(numbers)
        if not is_listed and self.place_of(current) is not None:
            self.show_current(current)
        self._open_awaited()

    def follow(self, numbers: list[int]) -> None:
        """List these articles from now on; what is in sight stays where it is, if it can."""
        listed = self._model.numbers()
        if numbers[: len(listed)] == listed:
            self._model.refresh_all()
            self._model.add(numbers[len(listed) :])
            return
        chosen, top = self._view.currentIndex(), self._view.indexAt(QPoint(0, 0))
        here = self._model.number_at(chosen) if chosen.isValid() else None
        first = self._model.number_at(top) if top.isValid() else None
        offset = self._view.visualRect(top).top() if top.isValid() else 0
        self._model.replace(numbers)
        if here is not None:
            self._view.setCurrentIndex(self._model.place_of(here))
        if first is not None and (place := self._model.place_of(first)).isValid():
            self._view.scrollTo(place, QListView.ScrollHint.PositionAtTop)
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() - offset)

    def show_count(self, total: int, *, is_whole: bool, are_own: bool = False) -> None:
        """Say how many articles are listed, of how many; there may be more to find.

        With ``are_own`` others have more: a lead hands them out.
        """
        listed, query = len(self._model.numbers()), self.query()
        if not is_whole:
            text = self.tr("%n article(s) so far…", "", listed)
        elif query.leaves_out:
            of_all = self.tr("%n article(s)", "", total)
            text = self.tr("{count} of {articles}").format(count=listed, articles=of_all)
        else:
            text = self.tr("%n article(s)", "", listed)
        self._count.setText(text)
        self._view.hint = self._hint(query, is_whole=is_whole, are_own=are_own)
        self._view.viewport().update()

    def _hint(self, query: ArticleQuery, *, is_whole: bool, are_own: bool) -> str:
        if not is_whole:
            return self.tr("Searching…")
        if query.is_filtered:
            return self.tr("No article is like that. Esc shows all articles again.")
        if query.words.strip():
            return self.tr("No article holds these words.")
        if are_own:
            return self.tr("No article is yours yet. A lead hands them out.")
        return self.tr("No articles yet. Drop files or folders on this window to import them.")

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

    def _open_first(self) -> None:
        """Open the first article that holds the words, as soon as it is found."""
        if self._search.text().strip():
            self._ask_query()
            self._opens_first = True
            self._open_awaited()

    def _open_awaited(self) -> None:
        if self._opens_first and self._model.numbers():
            self._opens_first = False
            self.article_requested.emit(self._model.numbers()[0])

    def _show_menu(self, at: QPoint) -> None:
        """Offer what can be done with the article under the mouse, or with the one at hand."""
        index = self._view.indexAt(at)
        if not index.isValid():
            return
        number = self._model.number_at(index)
        menu = QMenu(self)
        menu.setObjectName("articleMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self.article_requested.emit(number))
        if self.offers_review:
            menu.addAction(
                self.tr("Review this article"), lambda: self.review_requested.emit(number)
            )
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _ask(self, index: QModelIndex) -> None:
        self.article_requested.emit(self._model.number_at(index))
