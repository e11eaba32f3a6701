"""How gold differs from what an author marked, kept as the file has it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from annotator.gui.review.looking import LookingAtArticles
from annotator.gui.session import Session
from annotator.workflow.review.costs import LITTLE
from annotator.workflow.review.feedback import ChangedFeedback, Feedback, feedback_since
from annotator.workflow.worker import gather_feedback


class Differing(LookingAtArticles):
    """Looks for what has changed for one author."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent)
        self.author = session.author.name
        self.feedback = Feedback()

    def turn_to(self, author: str) -> None:
        """Look for what gold says to another author from now on."""
        if author != self.author:
            self.give_up()
            self.author, self.feedback = author, Feedback()

    def _little(self) -> Iterable[object] | None:
        session, known = self._session, dict(self.feedback.stamps)
        return feedback_since(
            session.project, self.author, session.author.name, known, at_most=LITTLE
        )

    def _work(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        session, known = self._session, iter(list(self.feedback.stamps.items()))
        return gather_feedback, (session.project.path, self.author, session.author.name, known)

    def _take(self, part: object) -> None:
        assert isinstance(part, ChangedFeedback)
        self.feedback.take(part)
