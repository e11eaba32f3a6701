"""The sweep before gold for the window: what is listed, kept as the file has it, and acts on it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.consistency import FEWEST, Refused
from annotator.core.swept import Swept
from annotator.gui.review.deciding import Deciding
from annotator.gui.review.looking import Looking
from annotator.gui.running.errands import Errands
from annotator.gui.session import Session
from annotator.workflow.review.consistency import Known, News, Sweep
from annotator.workflow.review.costs import LITTLE, is_little
from annotator.workflow.review.overruling import Overruled, Overruling, keep, overrule_all
from annotator.workflow.worker import gather_strings

LEAST_SHARE = 0.5
"""What is marked alike more seldom is not told of."""
MOST_USUAL = 100
"""How many places of a string that are as usual are told of, to compare with."""
_FEW_ARTICLES = 200
_FEW_SPANS = 5_000
"""What so many say is listed in some milliseconds, once it is read."""


class Sweeping(Looking):
    """Looks for strings that are not marked alike; ``changed`` tells all, a ``Swept``."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent)
        self.ready_only = False
        """Whether only articles count that are ready."""
        self._known = Known()
        self._coming = Swept()

    def take_over(self, before: "Sweeping") -> None:
        """Go on from what is known there."""
        self._known = before._known
        self.ready_only = before.ready_only

    def _looked_here(self) -> bool:
        session = self._session
        if session.catalogue.count() > _FEW_ARTICLES:
            return False
        sweep = Sweep(session.project, self._known)
        none: Swept | None = None
        swept = session.read(partial(_little, sweep, ready_only=self.ready_only), none)
        if swept is not None:
            self.changed.emit(swept)
        return swept is not None

    def _work(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        self._coming = Swept()
        articles = iter(list(self._known.articles.values()))
        told = (self._session.project.path, self._known.names, articles)
        return gather_strings, (*told, LEAST_SHARE, FEWEST, MOST_USUAL, self.ready_only)

    def _take(self, part: object) -> None:
        if isinstance(part, News):
            self._known.take(part)
        else:
            assert isinstance(part, Swept)
            self._coming = replace(part, listed=[*self._coming.listed, *part.listed])

    def _finish(self) -> None:
        self.changed.emit(self._coming)


def _little(sweep: Sweep, *, ready_only: bool) -> Swept | None:
    if not sweep.is_small(_FEW_SPANS) or sweep.news(at_most=LITTLE) is None:
        return None
    swept = sweep.swept(LEAST_SHARE, FEWEST, ready_only=ready_only)
    return replace(swept, listed=[one.with_few_usual(MOST_USUAL) for one in swept.listed])


class SweepActs(QObject):
    """Acts in the name of the lead of a session; errands do what is much."""

    done = Signal(object)
    """What came of a lot: ``Overruled``; or, of what was taken back or kept, ``None``."""
    ended = Signal()
    """Nothing is under way any more."""

    def __init__(
        self,
        session: Session,
        errands: Errands,
        refuse: Callable[[str], None],
        parent: QObject,
    ) -> None:
        """``refuse`` says why something cannot be done; of an empty text, nothing any more."""
        super().__init__(parent)
        self._session = session
        self._errands = errands
        self._refuse = refuse
        self._deciding = Deciding(session, refuse, errands.holds_back)
        self.is_under_way = False
        """Whether an errand does what was asked for here."""
        errands.overruled.connect(self._tell)
        errands.decisions_stepped.connect(self._tell_stepped)
        errands.ended.connect(self._end)

    def overrule(self, wanted: Sequence[Overruling], reason: str, *, gap: bool) -> None:
        """Overrule gold in these places, as one act."""
        if self._is_refused():
            return
        project, lead = self._session.project, self._session.author.name
        if self._is_little({one.article_id for one in wanted}, len(wanted)):
            self._act(lambda: overrule_all(project, lead, wanted, reason, gap=gap))
        else:
            lot = iter(wanted)
            self.is_under_way = self._errands.overrule(project.path, lead, lot, reason, gap=gap)

    def keep(self, refused: Sequence[Refused]) -> None:
        """Remember that these places are right as they are, as one act."""
        if self._is_refused():
            return
        project, lead = self._session.project, self._session.author.name
        if self._is_little((), len(refused)):
            self._act(lambda: keep(project, lead, refused))
        else:
            self.is_under_way = self._errands.keep(project.path, lead, iter(refused))

    def undo(self) -> None:
        """Take the lead's last act of deciding back."""
        self._step(undone=False)

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        self._step(undone=True)

    def _step(self, *, undone: bool) -> None:
        if self._is_refused():
            return
        if self._deciding.goes_far(undone=undone):
            path, lead = self._session.project.path, self._session.author.name
            self.is_under_way = self._errands.go_through_decisions(path, lead, undone=undone)
        elif step := self._deciding.step(undone=undone):
            self.done.emit(None)
            self._errands.tell_decisions_stepped(step.decided, undone=undone)

    def undo_and_redo(self) -> tuple[int, int]:
        """Return how many decisions there are to take back at once, and how many to take again."""
        return self._deciding.undo_and_redo()

    def _is_refused(self) -> bool:
        """Refuse an act while another one is under way."""
        if self.is_under_way:
            self._refuse(self.tr("Wait until what is under way is done, or cancel it."))
        return self.is_under_way

    def _is_little(self, article_ids: Collection[str], places: int) -> bool:
        session = self._session
        return session.read(lambda: is_little(session.project, article_ids, places), False)

    def _act(self, act: Callable[[], object]) -> None:
        came: list[object] = []
        self._session.act_beside(lambda: came.append(act()))
        for result in came:
            self._tell(result)

    def _tell(self, result: object) -> None:
        self.done.emit(result if isinstance(result, Overruled) else None)

    def _tell_stepped(self, *_: object) -> None:
        if self.is_under_way:
            self.done.emit(None)

    def _end(self) -> None:
        if self.is_under_way:
            self.is_under_way = False
            self.ended.emit()
