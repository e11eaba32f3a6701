"""Handing out by hand, for leads: who has which article, and what is to become of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Self

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.arabic import ARABIC
from annotator.core.handing import Hand, HandedRow
from annotator.gui.commands.handing_out import HandingOut
from annotator.gui.fields.flow import FlowLayout
from annotator.gui.overview.page import OverviewPage
from annotator.gui.review.handed import Handed
from annotator.gui.rows.paging import Paging
from annotator.gui.running.errands import Errands
from annotator.gui.session import Session
from annotator.gui.widgets.handing_filters import HandingFilters
from annotator.gui.widgets.handing_table import HandingTable
from annotator.gui.widgets.load_table import LoadRow, LoadTable
from annotator.gui.wording.scores import shown_f1, shown_settled
from annotator.workflow.handing.by_hand import Load


class HandingPage(OverviewPage):
    """Lists articles with who has them; what is selected is given, taken back, moved, sent back."""

    def __init__(self, session: Session, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handingPage")
        self._session = session
        self._handed = Handed(session, self)
        self._paging = Paging(self)
        self._is_following = False
        """Whether the table stays as it is until all is found."""
        handed = self._handed
        self._acts = HandingOut(
            session, errands, lambda: handed.ready, lambda: handed.loads, parent=self
        )
        self.filters = HandingFilters(self)
        self.table = HandingTable(self)
        self.loads = LoadTable(self)
        self._count = QLabel(self)
        self._count.setObjectName("handingCount")
        self._told = QLabel(self)
        self._told.setObjectName("handingTold")
        self._told.setWordWrap(True)
        self._buttons = self._made_buttons()
        self._lay_out()
        self._wire()

    def _made_buttons(self) -> dict[str, QPushButton]:
        """Return the buttons by the names of what they do; those of ``Hand`` need a selection."""
        names: dict[str, str] = {
            Hand.GIVE: self.tr("&Give to…"),
            Hand.TAKE: self.tr("&Take back from…"),
            Hand.MOVE: self.tr("&Move…"),
            Hand.SEND_BACK: self.tr("Send &back…"),
            Hand.TEST: self.tr("Give as a te&st…"),
            "end": self.tr("En&d the test…"),
            "lot": self.tr("Hand &out…"),
        }
        tips = {
            "end": self.tr("Of the author in the table of authors"),
            "lot": self.tr("The articles assigned to nobody, by lot"),
        }
        slots: dict[str, Callable[[], object]] = {one: partial(self._act, one) for one in Hand} | {
            "end": self._end_test,
            "lot": lambda: self._acts.hand_out(self._workers()),
        }
        buttons = {}
        for name, text in names.items():
            button = QPushButton(text, self)
            button.setObjectName(f"handing {name}")
            button.setToolTip(tips.get(name, ""))
            button.clicked.connect(partial(_called, slots[name]))
            buttons[name] = button
        return buttons

    def _lay_out(self) -> None:
        acts = QWidget(self)
        line = FlowLayout(acts)
        line.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons.values():
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._count)
        layout.addWidget(acts)
        layout.addWidget(self._told)
        layout.addWidget(self.loads)

    def _wire(self) -> None:
        self.filters.changed.connect(self._ask)
        self.table.article_requested.connect(self._open)
        self.table.selected.connect(self._show_selected)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.loads.author_requested.connect(self.filters.choose)
        self.loads.itemSelectionChanged.connect(self._show_selected)
        self._paging.found.connect(self._show_found)
        self._paging.ended.connect(self._show_whole)
        self._handed.advanced.connect(lambda *_: self._show_selected())
        self._handed.ended.connect(self._show_handed)
        self._acts.told.connect(self.tell)

    # -- the page

    def title(self) -> str:
        return self.tr("Handing out")

    def show_anew(self) -> None:
        self._is_following = bool(self.table.listed())
        self._begin()
        self._handed.look()

    def stop(self) -> None:
        self._paging.stop()
        self._handed.stop()
        self._acts.stop()

    def take_over(self, before: Self) -> None:
        self.filters.take_over(before.filters)

    @property
    def is_whole(self) -> bool:
        """Whether all is found and known that is asked for."""
        return not self._paging.is_under_way and not self._handed.is_under_way

    # -- what is listed

    def _ask(self) -> None:
        self._is_following = False
        self._begin()

    def _begin(self) -> None:
        query = self.filters.query()
        query = replace(query, words=ARABIC.fold(query.words))
        pages = self._session.project.search.pages(query, query.whose)
        self.table.hint = self.tr("Loading…")
        self._paging.begin(self._fitting(pages, self.filters.is_ready()))
        if not self._is_following:
            self._show_selected()

    def _fitting(self, pages: Iterator[list[int]], is_ready: bool | None) -> Iterator[list[int]]:
        """Yield of the pages what is ready, or what is not, if that is asked for."""
        none: list[int] | None = None
        while (page := self._session.read(lambda: next(pages, None), none)) is not None:
            if is_ready is not None:
                page = [one for one in page if (one in self._handed.ready) is is_ready]
            yield page

    def _show_found(self, new: list[int], is_first: bool) -> None:
        if self._is_following:
            return
        if is_first:
            rows_of = self._session.project.assignments.rows
            none: list[HandedRow] = []
            self.table.show_articles(
                new,
                lambda numbers: self._session.read(lambda: rows_of(numbers), none),
                self._handed.ready,
            )
        else:
            self.table.add_articles(new)
        self._show_selected()

    def _show_whole(self, numbers: list[int]) -> None:
        if self._is_following:
            self.table.follow(numbers)
        self.table.hint = self._nothing_told()
        self._show_selected()

    def _nothing_told(self) -> str:
        if not self._session.catalogue.count():
            return self.tr("There are no articles yet.")
        return self.tr("No article is like that.")

    def _show_handed(self) -> None:
        """Show what is ready and how much each author has, which is known by now."""
        authors = [load.author for load in self._handed.loads]
        self.filters.offer(authors)
        self.loads.show_rows([self._row(load) for load in self._handed.loads])
        if self.filters.is_ready() is not None:
            self._is_following = True
            self._begin()
        else:
            self.table.refresh()
        self._show_selected()

    def _row(self, load: Load) -> LoadRow:
        return LoadRow(load.author, load.workload, self._test_told(load))

    def _test_told(self, load: Load) -> str:
        if load.test is None or load.score is None:
            return ""
        told = self.tr("{finished} of {articles} finished").format(
            finished=load.test.finished, articles=load.test.articles
        )
        settled = shown_settled(load.score.articles, load.test.finished)
        parts = [told, settled, shown_f1(load.score.f1) if load.score.articles else ""]
        parts.append(self.tr("ended") if load.test.is_ended else "")
        return " · ".join(f"\u2068{part}\u2069" for part in parts if part)

    def _open(self, row: HandedRow) -> None:
        """Show an article in Review if there is anything to settle, else in Annotate.

        Annotate would show her own layer of it, which is none of what is settled.
        """
        if row.finished_by:
            self.review_requested.emit(row.name)
        else:
            self.passage_requested.emit(row.name, 0, 0)

    # -- what is done with it

    def _workers(self) -> list[str]:
        return [load.author for load in self._handed.loads if load.gets_articles]

    def _act(self, hand: Hand) -> None:
        numbers = self.table.numbers()
        if not numbers:
            return
        row = self.table.row()
        takes = hand in (Hand.TAKE, Hand.MOVE, Hand.SEND_BACK)
        holders = [
            holder.author
            for holder in (row.holders if row else ())
            if holder.is_assigned or hand is Hand.SEND_BACK
        ]
        chosen = self.filters.author() or (next(iter(holders), "") if takes else "")
        known = [load.author for load in self._handed.loads] if takes else self._workers()
        self._acts.act(hand, numbers, known, chosen)

    def _end_test(self) -> None:
        if self._tested() is not None:
            self._acts.end_test(self.loads.author())

    def _tested(self) -> Load | None:
        """Return the load of the author at hand whose test is under way."""
        return next(
            (
                load
                for load in self._handed.loads
                if load.author == self.loads.author() and load.test and not load.test.is_ended
            ),
            None,
        )

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for hand in Hand:
            button = self._buttons[hand]
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _show_selected(self) -> None:
        """Say how many articles are listed and selected; offer what can be done with them."""
        selected = self.table.selected_count()
        listed = self.tr("%n article(s)", "", len(self.table.listed()))
        chosen = self.tr("%n selected", "", selected) if selected else ""
        loading = "" if self.is_whole else self.tr("Loading…")
        self._count.setText(" · ".join(filter(None, (listed, chosen, loading))))
        for hand in Hand:
            self._buttons[hand].setEnabled(selected > 0)
        self._buttons["end"].setEnabled(self._tested() is not None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # else the window alone was minimised
            self.forget_told()

    def forget_told(self) -> None:
        """Say nothing any more of what was done before something else was, here or elsewhere."""
        self._told.clear()

    def tell(self, sentence: str) -> None:
        """Say what was done last, or taken back."""
        self._told.setText(sentence)
        self._handed.look()


def _called(slot: Callable[[], object], *_: object) -> None:
    slot()
