"""What the list of mentions is made of: rows under their articles, ticked or not, and drawn.

There may be hundreds of thousands: a row is three numbers, and what stands around a mention is
asked for when it comes into sight.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from annotator.core.mentions import ArticleMentions, Chosen, Mention, MentionState
from annotator.gui.rows.tick_rows import CONTEXT_ROLE, STATE_ROLE, AnyIndex, TickModel

PassageOf = Callable[[str, int, int], str]
"""Returns a piece of the text of the article of that id."""
TitleOf = Callable[[int], str]
"""Returns the title of the article of that number."""

_AROUND = 60
_ARTICLE = 0xFFFFFFFF
"""Stands for the row of an article in the place of a mention's number."""


class MentionListModel(TickModel):
    """The mentions of a name, article by article."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.start(marked=False, with_titles=False, passage_of=lambda *_: "", title_of=lambda _: "")

    def start(
        self, *, marked: bool, with_titles: bool, passage_of: PassageOf, title_of: TitleOf
    ) -> None:
        """List nothing yet; with ``marked`` spans that are to be taken out."""
        self.beginResetModel()
        self.is_removing = marked
        self._with_titles = with_titles
        self.shows_refused = False
        self._passage_of = lru_cache(maxsize=500)(passage_of)
        self._title_of = lru_cache(maxsize=500)(title_of)
        self._articles: list[ArticleMentions] = []
        self._clear_rows()
        self.endResetModel()

    def _clear_rows(self) -> None:
        self._of_row = array("I")
        """For each row which of the articles it belongs to."""
        self._mention_of_row = array("I")
        self._ticks = bytearray()
        self.ticked = self.offered = self.refused = 0
        self._closed_ticked: Counter[int] = Counter()
        """How many mentions are ticked in each article that is finished or set aside."""

    def add(self, articles: list[ArticleMentions]) -> None:
        """List further articles."""
        first = len(self._of_row)
        rows = [row for article in articles for row in self._rows_of(article)]
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        for article in articles:
            self._add_rows(article)
        if rows:
            self.endInsertRows()

    def show_refused(self) -> None:
        """List what was refused before, too."""
        self.beginResetModel()
        articles, self._articles = self._articles, []
        self.shows_refused = True
        self._clear_rows()
        for article in articles:
            self._add_rows(article)
        self.endResetModel()

    def _rows_of(self, article: ArticleMentions) -> list[int]:
        """Return the mentions of an article that are listed, under the row of the article."""
        listed = [
            number
            for number, mention in enumerate(article.mentions)
            if self.shows_refused or mention.state is not MentionState.REFUSED
        ]
        return [_ARTICLE, *listed] if listed and self._with_titles else listed

    def _add_rows(self, article: ArticleMentions) -> None:
        at = len(self._articles)
        self._articles.append(article)
        self.refused += sum(one.state is MentionState.REFUSED for one in article.mentions)
        for number in self._rows_of(article):
            self._of_row.append(at)
            self._mention_of_row.append(number)
            mention = article.mentions[number] if number != _ARTICLE else None
            is_ticked = mention is not None and self._is_wanted(mention)
            self._ticks.append(is_ticked)
            self._count(at, int(is_ticked))
            self.offered += mention is not None and self._can_tick(mention)

    def _is_wanted(self, mention: Mention) -> bool:
        """Tell whether a mention is ticked at first."""
        return self.is_removing or mention.state is MentionState.NEW

    def _can_tick(self, mention: Mention) -> bool:
        return self.is_removing or mention.state is not MentionState.MARKED

    # -- what stands in a row

    def article_at(self, row: int) -> ArticleMentions:
        """Return the article that a row belongs to."""
        return self._articles[self._of_row[row]]

    def mention_at(self, row: int) -> Mention | None:
        """Return the mention in a row; ``None`` for the row of an article."""
        number = self._mention_of_row[row]
        return None if number == _ARTICLE else self.article_at(row).mentions[number]

    def first_row(self) -> int:
        """Return the first row that can be ticked, else the first with a mention."""
        for row in range(len(self._of_row)):
            mention = self.mention_at(row)
            if mention and self._can_tick(mention):
                return row
        return min(int(self._with_titles), len(self._of_row) - 1)

    def toggle(self, row: int) -> None:
        """Tick a row or take its tick away; that of an article does so with all its mentions."""
        if self.mention_at(row) is not None:
            self._tick(range(row, row + 1), ticked=not self._ticks[row])
            return
        rows = range(row + 1, row + len(self._rows_of(self.article_at(row))))
        self._tick(rows, ticked=not any(self._ticks[one] for one in rows))

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all rows that can be ticked, or none."""
        self._tick(range(len(self._of_row)), ticked=ticked)

    def _tick(self, rows: range, *, ticked: bool) -> None:
        for row in rows:
            mention = self.mention_at(row)
            if mention and self._can_tick(mention) and self._ticks[row] != ticked:
                self._ticks[row] = ticked
                self._count(self._of_row[row], 1 if ticked else -1)
        if self._of_row:
            self.dataChanged.emit(self.index(0), self.index(len(self._of_row) - 1))

    def _count(self, article: int, step: int) -> None:
        self.ticked += step
        if self._articles[article].is_closed:
            self._closed_ticked[article] += step

    def closed_ticked(self) -> int:
        """Return how many finished articles the ticked mentions take up again."""
        return sum(count > 0 for count in self._closed_ticked.values())

    def chosen(self) -> Iterator[Chosen]:
        """Yield what is to be done in each article, as it is ticked now.

        It may be gone through while the window does other things.
        """
        return _chosen(
            self._articles,
            self._of_row,
            self._mention_of_row,
            bytes(self._ticks),
            is_removing=self.is_removing,
        )

    # -- Qt

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._of_row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the column for screen readers; nobody sees it."""
        named = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.tr("Mentions") if named else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        mention = self.mention_at(row)
        if role == STATE_ROLE:
            return self._state(row, mention)
        if role == Qt.ItemDataRole.CheckStateRole and mention and self._can_tick(mention):
            return Qt.CheckState.Checked if self._ticks[row] else Qt.CheckState.Unchecked
        if role == CONTEXT_ROLE:
            return self._context(row, mention) if mention else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, mention)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._text(row, mention), self._state(row, mention))))
        return None

    def _text(self, row: int, mention: Mention | None) -> str:
        if mention is None:
            return self._title_of(self.article_at(row).number)
        return "".join(self._context(row, mention))

    def _context(self, row: int, mention: Mention) -> tuple[str, str, str]:
        first = max(0, mention.start - _AROUND)
        article_id = self.article_at(row).article_id
        last = mention.end + _AROUND
        text = self._passage_of(article_id, first, last + 1)
        text = "".join(" " if letter.isspace() else letter for letter in text)
        start, end = mention.start - first, mention.end - first
        before, after = text[:start], text[end : last - first]
        if first:
            before = "…" + (before.partition(" ")[2] or before)
        if len(text) > last - first:
            after = (after.rpartition(" ")[0] or after) + "…"
        return before, text[start:end], after

    def _state(self, row: int, mention: Mention | None) -> str:
        if mention is None:
            return self.tr("finished or set aside") if self.article_at(row).is_closed else ""
        if self.is_removing:
            return ""
        return {
            MentionState.NEW: "",
            MentionState.MARKED: self.tr("marked already"),
            MentionState.OTHER: self.tr("has another label"),
            MentionState.REFUSED: self.tr("refused before"),
        }[mention.state]


def _chosen(
    articles: list[ArticleMentions],
    of_row: "array[int]",
    mention_of_row: "array[int]",
    ticks: bytes,
    *,
    is_removing: bool,
) -> Iterator[Chosen]:
    listed = zip(of_row, mention_of_row, ticks, strict=False)
    for at, rows in groupby(listed, key=itemgetter(0)):
        article = articles[at]
        mentions = [
            (article.mentions[number], tick) for _, number, tick in rows if number != _ARTICLE
        ]
        ticked = [mention for mention, tick in mentions if tick]
        if is_removing:
            chosen = Chosen(article.article_id, ids=frozenset(one.span_id for one in ticked))
        else:
            chosen = Chosen(
                article.article_id,
                tuple(mention.stretch for mention in ticked),
                refused=tuple(
                    mention.stretch
                    for mention, tick in mentions
                    if not tick and mention.state is MentionState.NEW
                ),
            )
        if ticked or chosen.refused:
            yield chosen
