"""The queue of open conflicts as a lead wants it listed; it follows what happens to the file."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.arabic import ARABIC
from annotator.core.queue import Waiting, Wanted
from annotator.gui.review.comparing import Comparing, Emptiness
from annotator.gui.session import Session
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.workflow.review.review_queue import ArticleQueue
from annotator.workflow.review.settling import OpenConflict

_REST_MS = 100
"""How often the list is made anew while more and more is found."""


class Queueing(QObject):
    """Lists what is wanted of all that is open."""

    changed = Signal(object)
    """Other conflicts are open in some articles: a set of their ids."""
    refresh_requested = Signal()
    """The list is to be made anew."""

    def __init__(self, session: Session, listed: ConflictList, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._list = listed
        self._wanted = Wanted()
        self._current: str | None = None
        """The id of the conflict at hand."""
        self._has_compared = False
        """Whether all layers were compared once: only then it is known what is open."""
        self.comparing = Comparing(session, self)
        self.queue = self.comparing.queue
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.refresh_requested)
        self.comparing.changed.connect(self._take_changed)
        self.comparing.advanced.connect(self._show_progress)
        self.comparing.ended.connect(self._end_progress)
        listed.wanted_changed.connect(self.refresh_requested)

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        self.comparing.stop()

    def _show_progress(self, done: int, total: int) -> None:
        self._list.show_progress(done, total)
        if not self._list.length():
            self._show_count()

    def _end_progress(self) -> None:
        self._has_compared = True
        self._list.end_progress()
        self.refresh_requested.emit()

    def _take_changed(self, article_ids: set[str]) -> None:
        self.changed.emit(article_ids)
        if not self._rest.isActive():
            self._rest.start()

    def relist(self, at_hand: OpenConflict | None) -> None:
        """List all anew."""
        self._rest.stop()
        wanted = self._list.wanted(at_hand.article_id if at_hand else None)
        self._wanted = replace(wanted, words=ARABIC.fold(wanted.words))
        self._current = at_hand.conflict.id if at_hand else None
        self._show(self._wanted.listed(self.queue.all()))

    def take(self, looked: ArticleQueue) -> None:
        """Take into the list what is open in an article now."""
        self.comparing.take(looked)
        listed = self._list.rows()
        self._show(self._wanted.relisted(listed, looked.article_id, looked.rows))

    def _show(self, rows: list[Waiting]) -> None:
        self._list.show_rows(rows, self._current)
        self._show_count()

    @property
    def _may_come(self) -> bool:
        """Whether conflicts may be open that were not found as yet."""
        return self.comparing.is_under_way or not self._has_compared

    def _show_count(self) -> None:
        why, _ = self.nothing_told()
        self._list.show_count(len(self.queue), why, is_whole=not self._may_come)

    def show_current(self, conflict_id: str) -> None:
        """Show which conflict is at hand."""
        self._current = conflict_id
        self._list.show_current(conflict_id)

    def nothing_told(self) -> tuple[str, str]:
        """Say why no conflict is listed, and what to do then; nothing while more may come."""
        if self._may_come:
            return self.comparing_told(), ""
        if len(self.queue):
            return (
                self.tr("No open conflict is like that."),
                self.tr("Choose other words, causes or labels beside the article."),
            )
        match self.comparing.emptiness:
            case Emptiness.NO_ARTICLES:
                return (
                    self.tr("There are no articles in the project yet."),
                    self.tr("“Import articles” in the File menu brings some."),
                )
            case Emptiness.NONE_FINISHED:
                return (
                    self.tr("No conflict is open: nobody has finished an article."),
                    self.tr(
                        "Hand the same articles to two authors in the Overview (Ctrl+F3). Where"
                        " they differ is shown here once both have finished."
                    ),
                )
            case Emptiness.NONE_FINISHED_TWICE:
                return (
                    self.tr("No conflict is open: no article was finished by two authors."),
                    self.tr(
                        "Hand articles to a second author in the Overview (Ctrl+F3), or accept"
                        " single layers in the Review menu."
                    ),
                )
            case Emptiness.SETTLED:
                return (
                    self.tr("No conflict is open: all that was finished is settled."),
                    self.tr(
                        "The Overview (Ctrl+F3) tells which articles are not ready yet. Ctrl+E"
                        " exports gold of those that are."
                    ),
                )

    def comparing_told(self) -> str:
        """Say that more conflicts may come."""
        return self.tr("Comparing the layers…")

    def place_told(self, row: Waiting) -> str:
        """Say where in the list a conflict stands."""
        place = self._list.place_of(row.id)
        if place is None:
            return f"\u2068{row.article}\u2069"
        return self.tr("{number} of {all} · {article}").format(
            number=f"{place + 1:,}",
            all=f"{self._list.length():,}",
            article=f"\u2068{row.article}\u2069",
        )

    def listed(self) -> list[Waiting]:
        """Return what is listed, in its order."""
        return self._list.rows()

    def place_of(self, there: OpenConflict | None) -> int | None:
        """Return where in the list a conflict stands."""
        return self._list.place_of(there.conflict.id) if there else None

    def first_from(self, article_id: str, start: int, end: int) -> int:
        """Return where in the list one goes on from a place of an article; at its end, from 0."""
        return self._list.first_from(self._place(article_id, start, end))

    def is_listed_from(self, article_id: str, start: int, end: int) -> bool:
        """Tell whether a conflict is listed there, or after it."""
        place = self._place(article_id, start, end)
        row = self._list.at(self._list.first_from(place))
        return row is not None and row.place >= place

    def _place(self, article_id: str, start: int, end: int) -> tuple[int, int, int, str]:
        number = self._session.catalogue.number_of(article_id) or 0
        return number, start, end, ""
