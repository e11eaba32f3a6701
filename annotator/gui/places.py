"""The places to work: Annotate and, for leads, Review; what the menus mean in the one in front."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from annotator.core.model import Role
from annotator.gui.review_place import ReviewPlace
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.workbench import Workbench

Slots = Mapping[str, Callable[[], object]]


class Places(QObject):
    """Switches between the places of one window."""

    changed = Signal()
    """Another place is in front, or other things can be done in it."""

    def __init__(
        self, stack: QStackedWidget, workbench: Workbench, session: Session, settings: Settings
    ) -> None:
        super().__init__(workbench)
        self._stack = stack
        self._workbench = workbench
        self._session = session
        self._begins_in_review = False
        self.review: ReviewPlace | None = None
        if session.author.role is Role.LEAD:
            self.review = ReviewPlace(session, settings, stack)
            stack.addWidget(self.review)
            self.review.acted.connect(self.changed)
            session.article_opened.connect(lambda *_: self.show_annotate())

    @property
    def is_reviewing(self) -> bool:
        """Whether Review is in front."""
        return self.review is not None and self._stack.currentWidget() is self.review

    def show_review(self) -> None:
        """Bring Review to the front."""
        if self.review is not None and not self.is_reviewing:
            self._workbench.marking.keep_drafts()
            # Reviewing is no work on the layer of the article in Annotate.
            self._session.stopwatch.keep()
            self._session.stopwatch.take_up(None)
            self._stack.setCurrentWidget(self.review)
            self.changed.emit()

    def show_annotate(self) -> None:
        """Bring Annotate to the front."""
        if self.is_reviewing:
            article = self._session.article
            self._session.stopwatch.take_up(article.id if article else None)
            self._stack.setCurrentWidget(self._workbench)
            self._workbench.view.setFocus()
            self.changed.emit()

    def take_over(self, before: "Places") -> None:
        """Go on in the place, and at the conflict, where the user was before."""
        self._begins_in_review = before.is_reviewing
        if self.review is not None and before.review is not None:
            self.review.reviewing.take_over(before.review.reviewing)

    def begin(self) -> None:
        """Give the keyboard to the place that is to be in front."""
        self._workbench.view.setFocus()
        if self._begins_in_review:
            self.show_review()

    def put_away(self) -> None:
        """Take Review out of the window, which is built anew or closed."""
        if self.review is not None:
            self.review.stop()
            self.show_annotate()
            self._stack.removeWidget(self.review)
            self.review.setParent(None)
            self.review.deleteLater()
            self.review = None

    def slots(self, of_annotate: Slots) -> dict[str, Callable[[], object]]:
        """Return what the menus ask for: in Review its own, else ``of_annotate``."""
        slots = dict(of_annotate)
        own = self.review.slots() if self.review is not None else {}
        for name, there in own.items():
            slots[name] = self._in_front(slots.get(name), there)
        return slots | {"annotate": self.show_annotate, "review": self.show_review}

    def _in_front(
        self, here: Callable[[], object] | None, there: Callable[[], object]
    ) -> Callable[[], object]:
        def act() -> object:
            if self.is_reviewing:
                return there()
            return here() if here is not None else None

        return act

    def offers(self) -> set[str]:
        """Return what there is to act on in the place in front."""
        if self.review is not None and self.is_reviewing:
            return self.review.offers()
        return self._workbench.offers()

    def undo_and_redo(self) -> tuple[bool, bool] | None:
        """Tell whether decisions can be undone and redone; ``None`` outside Review."""
        if self.review is not None and self.is_reviewing:
            return self.review.reviewing.undo_and_redo()
        return None
