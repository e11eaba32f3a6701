"""The place to review: the queue, the article, the conflict at hand; for leads."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QSplitter, QStackedWidget, QWidget

from annotator.gui.dialogs.sample import SampleDialog
from annotator.gui.review.begun_json import read_begun, told_begun
from annotator.gui.review.lots import Lots
from annotator.gui.review.review_view import ReviewView
from annotator.gui.review.reviewing import Reviewing
from annotator.gui.running.errands import Errands
from annotator.gui.running.under_way import Stack
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.workflow.acts.project_stack import RowsAct

_WIDTHS = (250, 680, 340)
_REST_MS = 2_000
"""How often what is begun is kept, should the program end without being closed."""
_NARROWEST = (100, 240, 230)
_DRAFTED = frozenset({"edited", "removed", "merged"})
"""What own spans are to act on, as the spans of a layer are in Annotate."""
_ROOM_FOR_ALL = 860
"""In a window narrower than this, the queue gives way to the article and the conflict."""


class ReviewPlace(QSplitter):
    """Three parts side by side; the leading one lists the open conflicts."""

    acted = Signal()
    """Something was decided or taken back."""
    told = Signal(str)
    """What became of something that the lead has begun."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        errands: Errands,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("reviewPlace")
        self._session = session
        self._settings = settings
        self._errands = errands
        self._is_searching = False
        self.conflicts = ConflictList(self)
        self.view = ReviewView(self)
        self._panels = panels = QStackedWidget(self)
        self.view.meant = session.entries.meant
        self.view.set_zoom(settings.zoom)
        for part, narrowest in zip((self.conflicts, self.view, panels), _NARROWEST, strict=True):
            self.addWidget(part)
            part.setMinimumWidth(narrowest)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes(list(_WIDTHS))
        begun = read_begun(settings.begun_in_review(session.project.path, session.author.name))
        waits_for = errands.holds_back
        self.reviewing = Reviewing(session, self.view, panels, self.conflicts, begun, waits_for)
        self._kept = ""
        self._rest = QTimer(self)
        self._rest.setInterval(_REST_MS)
        self.panel = self.reviewing.panel
        deciding, queueing = self.reviewing.deciding, self.reviewing.queueing
        self._lots = Lots(session, settings, errands, deciding, queueing, self)
        self.reviewing.set_blind(settings.reviews_blind(session.project.path))
        self.reviewing.offer_again(is_wanted=settings.decides_again)
        self._wire()

    def _wire(self) -> None:
        reviewing, lots, errands = self.reviewing, self._lots, self._errands
        reviewing.acted.connect(self.acted)
        reviewing.told.connect(self.told)
        self._rest.timeout.connect(self._keep_meanwhile)
        reviewing.judging.alike_requested.connect(lots.ask_for_alike)
        reviewing.long_step_requested.connect(self._step_far)
        reviewing.stepped.connect(self._tell_stepped)
        lots.decided.connect(reviewing.follow_lot)
        lots.left.connect(self._take_back)
        lots.conflict_requested.connect(reviewing.show_conflict)
        errands.lot_decided.connect(reviewing.follow_lot)
        errands.decisions_stepped.connect(self._follow_step)
        errands.turned.connect(self._end_wait)
        errands.sample_drawn.connect(reviewing.begin_sample)
        self.panel.blind_requested.connect(self._set_blind)
        self.conflicts.left.connect(self._end_search)

    def keep(self) -> None:
        """Keep what the lead has begun, as it is now, for this user."""
        begun = told_begun(self.reviewing.note_begun())
        if begun != self._kept:
            self._kept = begun
            session = self._session
            self._settings.keep_begun_in_review(session.project.path, session.author.name, begun)

    def _keep_meanwhile(self) -> None:
        if not self.reviewing.note_begun().is_large:
            self.keep()

    def take_over(self, before: "ReviewPlace") -> None:
        """Go on with the list as it was in a place that speaks another language."""
        self.conflicts.take_over(before.conflicts)
        self.reviewing.take_over(before.reviewing)

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        self._rest.stop()
        self.reviewing.stop()
        self._lots.stop()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask of this place while it is in front."""
        return {
            "undo": lambda: self._step(self.reviewing.undo),
            "redo": lambda: self._step(self.reviewing.redo),
            "search": self._search,
            "filter": self._search,
            "show_all": self.conflicts.show_all,
            "next": lambda: self.reviewing.mode.step(1),
            "previous": lambda: self.reviewing.mode.step(-1),
            "zoom_in": lambda: self.view.zoom_by(1),
            "zoom_out": lambda: self.view.zoom_by(-1),
            "zoom_reset": lambda: self.view.set_zoom(1.0),
            "focus": self._move_focus,
            "alike": lambda: self.reviewing.press("="),
            "alike_last": lambda: self.reviewing.press("+"),
            **self.reviewing.modes.drafting.slots(),
        }

    def slots_anywhere(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for wherever the lead is, which brings her here."""
        return self._lots.slots() | {"sample": self._ask_for_sample}

    def offers(self) -> set[str]:
        """Return what there is to act on here."""
        there = {"project", "lead", "review"}
        return there | _DRAFTED if self.reviewing.modes.is_drafting else there

    def toggle_again(self) -> None:
        """Offer to decide the same again, or no longer; it is remembered for this user."""
        self._settings.decides_again = not self._settings.decides_again
        self.reviewing.offer_again(is_wanted=self._settings.decides_again)

    def _set_blind(self, is_blind: bool) -> None:
        self._settings.remember_blind(self._session.project.path, is_blind=is_blind)
        self.reviewing.set_blind(is_blind)

    # -- what takes long

    def _step(self, step: Callable[[], None]) -> None:
        """Undo or redo; the spans of her own that a lead is drawing wait for no errand."""
        if self.reviewing.modes.is_drafting or not self._errands.holds_up(Stack.DECISIONS):
            step()

    def _end_wait(self) -> None:
        self.reviewing.deciding.end_wait()

    def _step_far(self, undone: bool) -> None:
        path, lead = self._session.project.path, self._session.author.name
        self._errands.go_through_decisions(path, lead, undone=undone)

    def _follow_step(self, act: RowsAct, undone: bool) -> None:
        self.reviewing.go_to(self.reviewing.deciding.stepped(act), undone=undone)

    def _tell_stepped(self, decided: int, undone: bool) -> None:
        self._errands.tell_decisions_stepped(decided, undone=undone)

    def _ask_for_sample(self) -> None:
        """Ask how large a sample is to be, and draw it."""
        modes = self.reviewing.modes
        dialog = SampleDialog(has_left=modes.has_left, parent=self)
        dialog.take_up_requested.connect(modes.take_up)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._errands.draw_sample(self._session.project.path, dialog.count(), dialog.seed())
        dialog.deleteLater()
        self._take_back()

    # -- the parts

    def _take_back(self) -> None:
        """Let the keyboard be here again after a dialog."""
        self.window().activateWindow()
        self.reviewing.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to what is at hand."""
        self.reviewing.take_focus()

    def _search(self) -> None:
        self._is_searching = True
        self._make_room()
        self.conflicts.focus_search()

    def _end_search(self) -> None:
        self._is_searching = False
        self._make_room()

    def _move_focus(self) -> None:
        """Give the keyboard to the next part."""
        if self._panels.isAncestorOf(self.focusWidget()):
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.view.hasFocus():
            self._search()
        else:
            self.reviewing.mode.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # else the window alone was minimised
            self.reviewing.open()
            self._rest.start()
            self.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.reviewing.close()
            self._rest.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        has_room = self.width() >= _ROOM_FOR_ALL or self._is_searching
        self.conflicts.setVisible(has_room)
