"""What the lists of the registry are made of: entries and mentions, asked for as they are seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.registry import Entry, Mention
from annotator.gui.language import joined_names

_PAGE = 100
"""How many rows are asked for at a time."""
_AT_FIRST = 1000
"""How many rows a view lays out at first: it asks for each of them."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What a list shows of an entry."""

    entry: Entry
    mentions: int


EntryRowsOf = Callable[[Sequence[str]], Sequence[EntryRow]]
MentionsAfter = Callable[[Mention | None], Sequence[Mention]]


class _Table(QAbstractTableModel):
    """Columns with names above them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns: list[str] = []

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section]
        return None


class EntryTable(_Table):
    """The entries of a label: their names, and how often they are mentioned."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._columns = [self.tr("Name"), self.tr("Other names"), self.tr("Mentions")]
        self._ids: list[str] = []
        self._laid_out = 0
        self._rows: dict[str, EntryRow | None] = {}
        self._rows_of: EntryRowsOf = lambda ids: []

    def show(self, ids: list[str], rows_of: EntryRowsOf) -> None:
        """List the entries of those ids; ``rows_of`` tells what to show of some of them."""
        if ids == self._ids:
            self._rows_of = rows_of
            self.refresh()
            return
        self.beginResetModel()
        self._ids, self._rows_of, self._rows = ids, rows_of, {}
        self._laid_out = min(len(ids), _AT_FIRST)
        self.endResetModel()

    def refresh(self) -> None:
        """Ask anew for what is shown of those in sight."""
        self._rows = {}
        if self._ids:
            last = self.index(self._laid_out - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def place_of(self, entry_id: str) -> QModelIndex:
        """Return where an entry stands; an invalid index if it is not listed."""
        if entry_id not in self._ids:
            return QModelIndex()
        place = self._ids.index(entry_id)
        while place >= self._laid_out:
            self.fetchMore(QModelIndex())
        return self.index(place, 0)

    def id_at(self, index: AnyIndex) -> str:
        """Return the id of the entry that stands there."""
        return self._ids[index.row()]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._laid_out

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self._laid_out < len(self._ids)

    def fetchMore(self, parent: AnyIndex) -> None:
        """Lay out as many again: whoever goes to the end is there in a few steps."""
        more = min(self._laid_out, len(self._ids) - self._laid_out)
        self.beginInsertRows(QModelIndex(), self._laid_out, self._laid_out + more - 1)
        self._laid_out += more
        self.endInsertRows()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (*row.entry.names, row.entry.note)))
        return (row.entry.name, joined_names(row.entry.aliases), row.mentions or "")[index.column()]

    def _row(self, place: int) -> EntryRow | None:
        entry_id = self._ids[place]
        if entry_id not in self._rows:
            first = place - place % _PAGE
            page = self._ids[first : first + _PAGE]
            # What cannot be read is not asked for at every painting.
            self._rows.update(dict.fromkeys(page))
            self._rows.update({row.entry.id: row for row in self._rows_of(page)})
        return self._rows[entry_id]


class MentionTable(_Table):
    """The spans that mean an entry; more are asked for when the last ones come into sight."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._mentions: list[Mention] = []
        self._after: MentionsAfter = lambda last: []
        self._is_all = True

    def show(self, mentions_after: MentionsAfter, *, with_authors: bool) -> None:
        """List what ``mentions_after`` tells, the first ones after ``None``."""
        self.beginResetModel()
        self._columns = [self.tr("Text"), self.tr("Article")]
        if with_authors:
            self._columns.append(self.tr("Author"))
        self._after, self._mentions, self._is_all = mentions_after, [], False
        self.endResetModel()
        self.fetchMore(QModelIndex())

    def at(self, index: AnyIndex) -> Mention:
        """Return the mention that stands there."""
        return self._mentions[index.row()]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._mentions)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and not self._is_all

    def fetchMore(self, parent: AnyIndex) -> None:
        more = self._after(self._mentions[-1] if self._mentions else None)
        self._is_all = not more
        if more:
            first = len(self._mentions)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._mentions.extend(more)
            self.endInsertRows()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        mention = self._mentions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            quote = mention.quote.replace("\n", " ")
            if mention.proposed:
                quote = self.tr("{quote} (proposed)").format(quote=f"\u2068{quote}\u2069")
            return (quote, mention.title, mention.author)[index.column()]
        return mention.title if role == Qt.ItemDataRole.ToolTipRole else None
