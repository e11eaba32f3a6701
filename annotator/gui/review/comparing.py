"""The queue of open conflicts, kept as the file has it: compared here or in another process."""

from collections.abc import Callable, Iterable
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from annotator.core.precedents import Practices
from annotator.core.queue import Queue
from annotator.gui.review.looking import LookingAtArticles
from annotator.gui.session import Session
from annotator.workflow.review.costs import LITTLE
from annotator.workflow.review.review_queue import ArticleQueue, ChangedQueue, changed_since
from annotator.workflow.review.review_tasks import gather_conflicts


class Emptiness(Enum):
    """Why no conflict is open."""

    NO_ARTICLES = auto()
    NONE_FINISHED = auto()
    NONE_FINISHED_TWICE = auto()
    """There is nothing to compare with."""
    SETTLED = auto()


class Comparing(LookingAtArticles):
    """Looks for what has changed in the queue; ``changed`` tells the ids of articles: a set."""

    looked = Signal(object)
    """Some articles were looked at anew, be other conflicts open or not: a set of their ids."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent)
        self.queue = Queue()
        self.practices = Practices()
        """What was decided so far, as long as it is derived."""
        self._alone: set[str] = set()
        """The articles that one author alone has finished."""
        self._for_again = True
        self._is_outdated = False
        """Whether all has to be looked at anew."""
        self._newer: set[str] = set()
        """The articles that were looked at here after the comparing began."""

    @property
    def for_again(self) -> bool:
        """Whether what is needed to decide the same again is derived."""
        return self._for_again

    @property
    def emptiness(self) -> Emptiness:
        """Why no conflict is open, where none is."""
        if not self._session.catalogue.count():
            return Emptiness.NO_ARTICLES
        if not self.queue.stamps:
            return Emptiness.NONE_FINISHED
        if self.queue.stamps.keys() <= self._alone:
            return Emptiness.NONE_FINISHED_TWICE
        return Emptiness.SETTLED

    def derive_again(self, *, is_wanted: bool) -> None:
        """Derive what is needed to decide the same again, or no longer."""
        if is_wanted != self._for_again:
            self._for_again, self.practices = is_wanted, Practices()
            self._is_outdated = True

    def _prepare(self) -> None:
        if self._is_outdated:
            self._is_outdated = False
            self.queue.stamps = dict.fromkeys(self.queue.stamps, "")
        self._newer.clear()

    def _little(self) -> Iterable[object] | None:
        known, for_again = dict(self.queue.stamps), self._for_again
        return changed_since(self._session.project, known, at_most=LITTLE, for_again=for_again)

    def _work(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        known = iter(list(self.queue.stamps.items()))
        return gather_conflicts, (self._session.project.path, known, self._for_again)

    def _take(self, part: object) -> None:
        assert isinstance(part, ChangedQueue)
        looked = [one for one in part.looked if one.article_id not in self._newer]
        changed = {one.article_id for one in looked if self._put(one)}
        for article_id in part.gone:
            self.practices.put(article_id, ())
            self._alone.discard(article_id)
        changed |= {one for one in part.gone if self.queue.drop(one)}
        if changed:
            self.changed.emit(changed)
        self.looked.emit({one.article_id for one in looked} | set(part.gone))

    def take(self, one: ArticleQueue) -> None:
        """Take what was found in an article just now: the comparing may have begun before."""
        self._newer.add(one.article_id)
        self._put(one)

    def forget(self, conflict_ids: Iterable[str]) -> None:
        """Take conflicts out of the queue that were decided together."""
        gone = set(conflict_ids)
        for article_id in {one.article_id for one in self.queue.all() if one.id in gone}:
            rows = tuple(one for one in self.queue.of(article_id) if one.id not in gone)
            self._newer.add(article_id)
            self.queue.put(article_id, "", rows)

    def _put(self, one: ArticleQueue) -> bool:
        if self._for_again:
            self.practices.put(one.article_id, one.earlier)
        if one.is_alone:
            self._alone.add(one.article_id)
        else:
            self._alone.discard(one.article_id)
        return self.queue.put(one.article_id, one.stamp, one.rows)
