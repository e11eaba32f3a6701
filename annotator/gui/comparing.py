"""The queue of open conflicts, kept as the file has it: compared here or in another process."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.queue import Queue
from annotator.gui.looking import Looking
from annotator.gui.session import Session
from annotator.workflow.review_queue import Part, changed_since
from annotator.workflow.worker import gather_conflicts

_FEW_ARTICLES = 200
_FEW_CHANGES = 10
"""So many articles are compared in some milliseconds."""


class Comparing(Looking):
    """Looks for what has changed in the queue; ``changed`` tells the ids of articles: a set."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent)
        self.queue = Queue()

    def _looked_here(self) -> bool:
        session, known = self._session, dict(self.queue.stamps)
        if session.catalogue.count() > _FEW_ARTICLES:
            return False
        none: list[Part] | None = None
        parts = session.read(lambda: _little(session, known), none)
        for part in parts or ():
            self._take(part)
        return parts is not None

    def _work(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        known = iter(list(self.queue.stamps.items()))
        return gather_conflicts, (self._session.project.path, known)

    def _take(self, part: object) -> None:
        assert isinstance(part, Part)
        queue = self.queue
        changed = {
            one.article_id for one in part.looked if queue.put(one.article_id, one.stamp, one.rows)
        }
        changed |= {one for one in part.gone if queue.drop(one)}
        if changed:
            self.changed.emit(changed)


def _little(session: Session, known: dict[str, str]) -> list[Part] | None:
    parts = changed_since(session.project, known, at_most=_FEW_CHANGES)
    return None if parts is None else list(parts)
