"""The place to review: the queue, the article, the conflict at hand; for leads."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.gui.review_view import ReviewView
from annotator.gui.reviewing import Reviewing
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.gui.widgets.review_panel import ReviewPanel

_WIDTHS = (250, 680, 340)
_NARROWEST = (100, 240, 230)
_ROOM_FOR_ALL = 860
"""In a window narrower than this, the queue gives way to the article and the conflict."""


class ReviewPlace(QSplitter):
    """Three parts side by side; the leading one lists the open conflicts."""

    acted = Signal()
    """Something was decided or taken back."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("reviewPlace")
        self._settings = settings
        self._is_searching = False
        self.conflicts = ConflictList(self)
        self.view = ReviewView(self)
        self.panel = ReviewPanel(self)
        self.view.meant = session.entries.meant
        self.view.set_zoom(settings.zoom)
        for part, narrowest in zip(
            (self.conflicts, self.view, self.panel), _NARROWEST, strict=True
        ):
            self.addWidget(part)
            part.setMinimumWidth(narrowest)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes(list(_WIDTHS))
        self.reviewing = Reviewing(session, self.view, self.panel, self.conflicts)
        self.reviewing.acted.connect(self.acted)
        self.reviewing.set_blind(settings.reviews_blind)
        self.panel.blind_requested.connect(self._set_blind)
        self.conflicts.left.connect(self._end_search)

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        self.reviewing.stop()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask of this place while it is in front."""
        return {
            "undo": self.reviewing.undo,
            "redo": self.reviewing.redo,
            "search": self._search,
            "filter": self._search,
            "show_all": self.conflicts.show_all,
            "next": lambda: self.reviewing.press("s"),
            "previous": lambda: self.reviewing.press("b"),
            "zoom_in": lambda: self.view.zoom_by(1),
            "zoom_out": lambda: self.view.zoom_by(-1),
            "zoom_reset": lambda: self.view.set_zoom(1.0),
            "focus": self._move_focus,
        }

    def offers(self) -> set[str]:
        """Return what there is to act on here."""
        return {"project", "lead", "review"}

    def _set_blind(self, is_blind: bool) -> None:
        self._settings.reviews_blind = is_blind
        self.reviewing.set_blind(is_blind)

    def _search(self) -> None:
        self._is_searching = True
        self._make_room()
        self.conflicts.focus_search()

    def _end_search(self) -> None:
        self._is_searching = False
        self._make_room()

    def _move_focus(self) -> None:
        """Give the keyboard to the next part."""
        if self.panel is self.focusWidget() or self.panel.isAncestorOf(self.focusWidget()):
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.view.hasFocus():
            self._search()
        else:
            self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reviewing.open()
        self.panel.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reviewing.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        has_room = self.width() >= _ROOM_FOR_ALL or self._is_searching
        self.conflicts.setVisible(has_room)
