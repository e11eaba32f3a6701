"""What is ready and how much each author has, kept as the file has it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from annotator.gui.review.looking import LookingAtArticles
from annotator.gui.session import Session
from annotator.workflow.handing.by_hand import ChangedHanding, Load, handed_since
from annotator.workflow.review.costs import LITTLE
from annotator.workflow.worker import gather_handed


class Handed(LookingAtArticles):
    """Looks for what has changed for a lead who hands out."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent)
        self.loads: tuple[Load, ...] = ()
        self.ready: set[int] = set()
        """The numbers of the articles that are ready, of those looked at."""
        self._known: dict[str, tuple[str, int]] = {}
        """By the ids of articles their stamps and numbers."""

    def _little(self) -> Iterable[object] | None:
        project, lead = self._session.project, self._session.author.name
        known = dict(self._stamps())
        return handed_since(project, lead, known, self.loads, at_most=LITTLE)

    def _work(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        project, lead = self._session.project, self._session.author.name
        return gather_handed, (project.path, lead, iter(self._stamps()), self.loads)

    def _take(self, part: object) -> None:
        assert isinstance(part, ChangedHanding)
        if part.loads is not None:
            self.loads = part.loads
        for article_id in part.gone:
            _, number = self._known.pop(article_id, ("", 0))
            self.ready.discard(number)
        for one in part.looked:
            self._known[one.article_id] = one.stamp, one.number
            self.ready.discard(one.number)
            if one.is_ready:
                self.ready.add(one.number)

    def _stamps(self) -> list[tuple[str, str]]:
        return [(article_id, stamp) for article_id, (stamp, _) in self._known.items()]
