"""When the model learns anew by itself: while a lead works, once enough new gold has come.

Nobody has asked for it: it gives way to all that somebody asks for, and who cancels it, or hears
that it cannot be done, is left in peace until the window is opened again.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from annotator.gui.running.errands import Errands
from annotator.gui.running.look_ahead import LookAhead
from annotator.gui.session import Session
from annotator.workflow.suggesting.suggestion_service import has_grown_in

Train = Callable[[Callable[[], None]], bool]
"""Begins to train, with what to call if it has to give way; false if it has to wait."""

_LOOK_AFTER_MS = 2_000
"""How long after an act, or an article that is opened, to count gold: hands come first."""
_REST = 20
"""How many times as long as it took not to count again: in a large project that takes seconds."""


class LearningAnew(QObject):
    """Counts gold in another process from time to time, and lets the model learn from it."""

    def __init__(
        self,
        session: Session,
        errands: Errands,
        is_wanted: Callable[[], bool],
        train: Train,
        parent: QObject,
    ) -> None:
        """``is_wanted`` tells whether the user wants what a model suggests."""
        super().__init__(parent)
        self._session = session
        self._errands = errands
        self._is_wanted = is_wanted
        self._train = train
        self._is_over = not session.author.is_lead
        """Whether nothing is to begin any more."""
        self._is_counting = self._is_learning = False
        self._last_act: int | None = None
        """The last act in the project when gold was counted; ``None`` if it is to be again."""
        self._began = self._due = 0.0
        """When it was counted last, and is to be again at the earliest, by the steady clock."""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._count)
        self._counting = LookAhead(self)
        self._counting.answered.connect(self._take_answer)
        self._counting.failed.connect(self._forget)
        for changed in (session.article_opened, session.saved, session.articles_changed):
            changed.connect(self.count_soon)
        errands.ended.connect(self._follow_end)

    def stop(self) -> None:
        """Let nothing be under way any more, nor begin."""
        self._is_over = True
        self._counting.abandon()
        self._let_be()

    def take_over(self, before: "LearningAnew") -> None:
        """Leave in peace who was left in peace before, in another language."""
        before._heed_cancelling()
        self._is_over |= before._is_over

    def follow_wish(self) -> None:
        """Begin, or let be, as the user wants by now what a model suggests, or does not."""
        if self._is_wanted():
            self.count_soon()
        else:
            self._let_be()

    def count_soon(self, *_: object) -> None:
        """Count gold once the hands rest, if anything has been done since it was counted."""
        if not self._is_over and not self._waiting.isActive():
            rest = round(1000 * (self._due - time.monotonic()))
            self._waiting.start(max(_LOOK_AFTER_MS, rest))

    def _count(self) -> None:
        is_busy = self._is_counting or self._is_learning or self._errands.task() is not None
        if self._is_over or is_busy or not self._is_wanted():
            return  # the end of what is under way is followed
        last_act = self._session.read(self._session.project.history.last, self._last_act)
        if last_act != self._last_act:
            self._last_act = last_act
            self._is_counting, self._began = True, time.monotonic()
            self._counting.ask(has_grown_in, (self._session.project.path,))

    def _take_answer(self, has_grown: object) -> None:
        now = time.monotonic()
        self._is_counting, self._due = False, now + _REST * (now - self._began)
        if has_grown and self._errands.task() is None:
            self._is_learning = self._train(self._be_put_off)
        else:
            if has_grown:
                self._last_act = None
            self.count_soon()

    def _forget(self) -> None:
        self._is_counting = False

    def _let_be(self) -> None:
        self._waiting.stop()
        self._counting.give_up()
        self._is_counting, self._last_act = False, None
        if self._is_learning:
            self._errands.put_off()

    def _be_put_off(self) -> None:
        self._heed_cancelling()
        self._is_learning, self._last_act, self._due = False, None, 0.0

    def _heed_cancelling(self) -> None:
        """Begin nothing any more if the user has cancelled what is being learned."""
        self._is_over |= self._is_learning and self._errands.was_cancelled

    def _follow_end(self) -> None:
        """Go on waiting for gold after anything that was under way, but for this if it failed."""
        self._heed_cancelling()
        if self._is_learning:
            self._is_learning = False
            self._is_over |= not self._errands.was_done
        self.count_soon()
