"""What the list of articles is made of: rows, asked for when they come into sight."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)

from annotator.core.excerpts import Excerpt
from annotator.core.model import ArticleRow, Status, Word
from annotator.gui.language import spoken
from annotator.gui.rows.lazy_rows import LazyRows
from annotator.reports.words import Words, status_name

ROW_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
EXCERPT_ROLE = Qt.ItemDataRole.UserRole + 2

RowsOf = Callable[[Sequence[int]], list[ArticleRow]]
ExcerptOf = Callable[[int], Excerpt | None]
AnyIndex = QModelIndex | QPersistentModelIndex


def status_names() -> dict[Status, str]:
    """Return how far an author may be with an article, by name."""
    words = Words(spoken())
    return {status: status_name(status, words) for status in Status}


def word_names() -> dict[Word, str]:
    """Return what a list says of articles of which a lead has said something."""
    translate = QCoreApplication.translate
    return {
        Word.TEST: translate("ArticleListModel", "a test"),
        Word.SENT_BACK: translate("ArticleListModel", "sent back"),
        Word.COMMENT: translate("ArticleListModel", "with a comment"),
    }


class ArticleListModel(QStringListModel):
    """The rows of the list; each page is asked for when it comes into sight.

    The strings are empty, and only there to be counted: a view that lays out 100,000 rows asks
    for their number at each of them, which must not be answered in Python.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: LazyRows[ArticleRow] = LazyRows()
        self._places: dict[int, int] = {}
        self._excerpts: dict[int, Excerpt | None] = {}
        self._excerpt_of: ExcerptOf | None = None

    def show(
        self, numbers: list[int], rows_of: RowsOf, excerpt_of: ExcerptOf | None = None
    ) -> None:
        """List the articles of those numbers; ``rows_of`` tells what to show of some of them.

        With ``excerpt_of`` each row shows where in its text the words stand that are searched for.
        """
        self._rows, self._excerpt_of = LazyRows(numbers, rows_of), excerpt_of
        self._places = {number: place for place, number in enumerate(numbers)}
        self._excerpts = {}
        self.setStringList([""] * len(numbers))

    def replace(self, numbers: list[int]) -> None:
        """List other articles, and show the same of each."""
        self.show(numbers, self._rows.rows_of, self._excerpt_of)

    def add(self, numbers: list[int]) -> None:
        """List further articles after those that are listed."""
        if not numbers:
            return
        old = len(self._rows.numbers)
        self._rows.numbers.extend(numbers)
        self._places.update(zip(numbers, range(old, old + len(numbers)), strict=True))
        self.insertRows(old, len(numbers))

    def refresh_all(self) -> None:
        """Ask anew for what is shown, as soon as it is in sight."""
        self._rows.forget()
        self._excerpts = {}
        if self._rows.numbers:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows.numbers) - 1))

    def refresh(self, number: int) -> None:
        """Ask anew for what is shown of one article."""
        if number in self._places:
            self._rows.look_again(number)
            place = self.index(self._places[number])
            self.dataChanged.emit(place, place)

    def place_of(self, number: int) -> QModelIndex:
        """Return where the article of that number stands; an invalid index if it is not listed."""
        return self.index(self._places[number]) if number in self._places else QModelIndex()

    def number_at(self, index: AnyIndex) -> int:
        """Return the number of the article that stands there."""
        return self._rows.numbers[index.row()]

    def numbers(self) -> list[int]:
        """Return the numbers that are listed."""
        return self._rows.numbers

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._rows.at(index.row())
        return None if row is None else _ROLES[role](self, row)

    @property
    def shows_excerpts(self) -> bool:
        """Whether rows show where the words stand that are searched for."""
        return self._excerpt_of is not None

    def excerpt(self, number: int) -> Excerpt | None:
        """Return where the words stand in the article of that number; asked for when painted."""
        if self._excerpt_of is None:
            return None
        if number not in self._excerpts:
            self._excerpts[number] = self._excerpt_of(number)
        return self._excerpts[number]

    def describe(self, row: ArticleRow) -> str:
        """Say how far an article is and how many spans it has."""
        status = status_names()[row.status]
        # pyside6-lupdate finds plurals in calls of tr() alone, and none within an f-string.
        spans = self.tr("%n span(s)", "", row.spans)
        word = word_names()[row.word] if row.word else ""
        if row.word is Word.SENT_BACK:
            status = ""  # that it is in progress goes without saying
        return " · ".join(filter(None, (status, word, spans if row.spans else "")))


_ROLES: dict[int, Callable[[ArticleListModel, ArticleRow], object]] = {
    ROW_ROLE: lambda model, row: row,
    STATE_ROLE: lambda model, row: model.describe(row),
    EXCERPT_ROLE: lambda model, row: model.excerpt(row.number),
    Qt.ItemDataRole.DisplayRole: lambda model, row: row.title,
    Qt.ItemDataRole.ToolTipRole: lambda model, row: f"{row.title}\n{row.name}",
    Qt.ItemDataRole.AccessibleTextRole: lambda model, row: f"{row.title}. {model.describe(row)}",
}
