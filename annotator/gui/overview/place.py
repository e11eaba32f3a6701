"""The place that tells how far the work is: pages, of which the one in front follows the file."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from annotator.core.behind import (
    AskedQuestions,
    Compared,
    CountedPlace,
    Ready,
    Sought,
    WaitingFor,
)
from annotator.core.query import ArticleQuery
from annotator.core.queue import Wanted
from annotator.gui.commands.project_undo import ProjectUndo
from annotator.gui.overview.agreement_page import AgreementPage
from annotator.gui.overview.figures_page import FiguresPage
from annotator.gui.overview.found_places import FoundPlaces
from annotator.gui.overview.handing_page import HandingPage
from annotator.gui.overview.mine_page import MinePage
from annotator.gui.overview.page import OverviewPage
from annotator.gui.overview.progress_page import ProgressPage
from annotator.gui.overview.reckoning import Reckoning
from annotator.gui.overview.sweep_page import SweepPage
from annotator.gui.running.errands import Errands
from annotator.gui.running.under_way import Stack
from annotator.gui.session import Session

_AIR = 6
_REST_MS = 300
"""How long to wait for further changes: others may be writing by the hundred."""


class _Tabs(QTabBar):
    """Tabs with room for what hangs below a line of letters, which the style cuts off."""

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index) + QSize(0, _AIR)


class OverviewPlace(QTabWidget):
    """The pages that there are for the author of a session."""

    passage_requested = Signal(str, int, int)
    """The user wants to see ``[start, end)`` of the article of that name in Annotate."""
    articles_requested = Signal(ArticleQuery)
    """The user wants to see these articles in the list of Annotate."""
    conflicts_requested = Signal(Wanted)
    """A lead wants to see these conflicts in Review."""
    counted_requested = Signal(str, int, int)
    """A lead wants to settle ``[start, end)`` of the article of that name in Review."""
    gold_requested = Signal(str, int, int)
    """A lead wants to see ``[start, end)`` of the article of that id in Review."""
    review_requested = Signal(str)
    """A lead wants to see the article of that name in Review."""
    release_requested = Signal()
    """A lead wants to release what is ready."""
    acted = Signal()
    """Something was done here, or another page is in front: other acts can be undone now."""
    questions_requested = Signal(AskedQuestions)
    """The user wants to see these questions to the lead."""

    def __init__(
        self,
        session: Session,
        project_undo: ProjectUndo,
        errands: Errands,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("Overview"))
        self.setTabBar(_Tabs(self))
        self.setDocumentMode(True)
        self._session = session
        self._project_undo = project_undo
        self._errands = errands
        self.mine = MinePage(session, self)
        self.reckoning = Reckoning(session, self)
        self._places: FoundPlaces | None = None
        self._sought: object = None
        """Which question the list of places is the answer to."""
        self._is_following = False
        """Whether a place of the list is being opened, which lies in another place to work."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.show_anew)
        for page in self._made():
            self.addTab(page, page.title())
            page.passage_requested.connect(self.passage_requested)
            page.articles_requested.connect(self.articles_requested)
            page.conflicts_requested.connect(self.conflicts_requested)
            page.counted_requested.connect(self.counted_requested)
            page.gold_requested.connect(self.gold_requested)
            page.review_requested.connect(self.review_requested)
            page.acted.connect(self.acted)
            page.questions_requested.connect(self.questions_requested)
            if isinstance(page, FiguresPage):
                page.places_requested.connect(self._seek)
        self.currentChanged.connect(self._put_places_away)
        self.currentChanged.connect(self._open_page)
        self.currentChanged.connect(self._tell_page)
        self.reckoning.places_found.connect(self._show_places)
        self.reckoning.places_ended.connect(self._end_places)
        session.articles_changed.connect(self._rest.start)
        session.labels_changed.connect(self._rest.start)

    def _made(self) -> list[OverviewPage]:
        """Return the pages for a lead, or those for an annotator, who sees the own work alone."""
        session, reckoning = self._session, self.reckoning
        progress = ProgressPage(session, reckoning, self)
        progress.release_requested.connect(self.release_requested)
        pages: list[OverviewPage] = [progress]
        if session.author.is_lead:
            handing = HandingPage(session, self._errands, self)
            # What they say is newer than what the page says.
            self._project_undo.told.connect(handing.tell)
            self._errands.acted.connect(handing.forget_told)
            session.changed_elsewhere.connect(handing.forget_told)
            pages.append(handing)
            pages.append(AgreementPage(session, reckoning, self))
            pages.append(SweepPage(session, self._errands, self))
        return [*pages, self.mine]

    def page(self, number: int) -> OverviewPage:
        """Return the page of that number."""
        page = self.widget(number)
        assert isinstance(page, OverviewPage)
        return page

    def show_mine(self, article: str) -> None:
        """Bring the page to the front that tells how gold differs in the article of that name."""
        self.setCurrentWidget(self.mine)
        self.mine.ask_for(article)

    def show_anew(self) -> None:
        """Show on the page in front what the file holds now; nothing is read while it is hidden."""
        self._rest.stop()
        if self.isVisible():
            self.page(self.currentIndex()).show_anew()

    def _open_page(self) -> None:
        """Show the page that was brought to the front."""
        self.reckoning.take_up()
        self.show_anew()

    # -- the places that a figure counts

    def _seek(self, sought: Sought, told: str) -> None:
        """List the places that a figure counts, in place of those of another."""
        self._put_places_away()
        session = self._session
        self._places = places = FoundPlaces(told, session.labels, session.language, self.window())
        # A lead's own layer would tell nothing of what others said.  Whole articles are read.
        are_whole = isinstance(sought, WaitingFor | Ready | Compared)
        is_settled = session.author.is_lead and not are_whole
        wish = self.counted_requested if is_settled else self.passage_requested
        places.passage_requested.connect(partial(self._follow, wish))
        places.finished.connect(self._put_places_away)
        places.show()
        self._sought = self.reckoning.seek(sought)

    def _follow(self, wish: SignalInstance, article: str, start: int, end: int) -> None:
        """Open a place of the list, which stays to open the next one."""
        self._is_following = True
        wish.emit(article, start, end)
        self._is_following = False

    def _show_places(self, asked: object, places: tuple[CountedPlace, ...]) -> None:
        if self._places is not None and asked is self._sought:
            self._places.add(places)

    def _end_places(self, asked: object) -> None:
        if self._places is not None and asked is self._sought:
            self._places.end()

    def _put_places_away(self) -> None:
        if self._places is not None:
            places, self._places = self._places, None
            places.close()
            places.deleteLater()

    def take_over(self, before: "OverviewPlace") -> None:
        """Go on at the page of a place that speaks another language, and with what was asked."""
        self.reckoning.take_over(before.reckoning)
        for number in range(self.count()):
            self.page(number).take_over(before.page(number))
        self.setCurrentIndex(before.currentIndex())

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed, or built anew."""
        self._rest.stop()
        self._put_places_away()
        self.reckoning.stop()
        for number in range(self.count()):
            self.page(number).stop()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask of this place while it is in front."""
        return {
            "undo": self._undo,
            "redo": self._redo,
            "focus": self._move_focus,
        }

    def offers(self) -> set[str]:
        """Return what there is to act on here."""
        is_lead = self._session.author.is_lead
        return {"project", "lead"} if is_lead else {"project"}

    def undo_and_redo(self) -> tuple[int, int] | None:
        """Return how many decisions can be undone and redone on the page in front.

        ``None`` where none are taken: there, acts on the project are undone.
        """
        return self.page(self.currentIndex()).undo_and_redo()

    def _tell_page(self) -> None:
        """Tell that another page is in front."""
        self.acted.emit()

    def _undo(self) -> None:
        if self.undo_and_redo() is None:
            if self._project_undo.offered_in_overview()[0].is_open:
                self._project_undo.undo()
        elif not self._errands.holds_up(Stack.DECISIONS):
            self.page(self.currentIndex()).undo()

    def _redo(self) -> None:
        if self.undo_and_redo() is None:
            if self._project_undo.offered_in_overview()[1].is_open:
                self._project_undo.redo()
        elif not self._errands.holds_up(Stack.DECISIONS):
            self.page(self.currentIndex()).redo()

    def _move_focus(self) -> None:
        """Give the keyboard to the page, or to the tabs if the page has it."""
        if self.tabBar().hasFocus():
            self.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> None:
        """Give the keyboard to the page in front, or to the tabs if it has no use for it."""
        if not self.page(self.currentIndex()).take_keyboard():
            self.tabBar().setFocus()

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open_page()
        self.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not (self._is_following or event.spontaneous()):
            self._put_places_away()
        self._rest.stop()
        self.reckoning.leave()
