"""The sweep before gold for the window: what is listed, kept as the file has it, and acts on it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.consistency import FEWEST, Listed, Refused
from annotator.gui.deciding import Deciding
from annotator.gui.looking import Looking
from annotator.gui.session import Session
from annotator.gui.tasks import Task
from annotator.workflow.consistency import Known, News, Sweep
from annotator.workflow.overruling import Overruled, Overruling, keep, overrule_all
from annotator.workflow.review_tasks import redo_decisions, undo_decisions
from annotator.workflow.worker import gather_strings, overrule_in

LEAST_SHARE = 0.5
"""What is marked alike more seldom is not told of."""
MOST_USUAL = 100
"""How many places of a string that are as usual are told of, to compare with."""
_FEW_ARTICLES = 200
_FEW_CHANGES = 10
"""So many articles are read in some milliseconds, and so many places decided."""


class Sweeping(Looking):
    """Looks for strings that are not marked alike; ``changed`` tells them all, in their order."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent)
        self.ready_only = False
        """Whether only articles count that are ready."""
        self._known = Known()
        self._coming: list[Listed] = []

    def take_over(self, before: "Sweeping") -> None:
        """Go on from what is known there."""
        self._known = before._known
        self.ready_only = before.ready_only

    def _looked_here(self) -> bool:
        session = self._session
        if session.catalogue.count() > _FEW_ARTICLES:
            return False
        sweep = Sweep(session.project, self._known)
        none: list[Listed] | None = None
        listed = session.read(partial(_little, sweep, ready_only=self.ready_only), none)
        if listed is not None:
            self.changed.emit(listed)
        return listed is not None

    def _work(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        self._coming = []
        articles = iter(list(self._known.articles.values()))
        told = (self._session.project.path, self._known.names, articles)
        return gather_strings, (*told, LEAST_SHARE, FEWEST, MOST_USUAL, self.ready_only)

    def _take(self, part: object) -> None:
        if isinstance(part, News):
            self._known.take(part)
        else:
            assert isinstance(part, list)
            self._coming += part

    def _finish(self) -> None:
        self.changed.emit(self._coming)


def _little(sweep: Sweep, *, ready_only: bool) -> list[Listed] | None:
    if sweep.news(at_most=_FEW_CHANGES) is None:
        return None
    listed = sweep.listed(LEAST_SHARE, FEWEST, ready_only=ready_only)
    return [one.with_few_usual(MOST_USUAL) for one in listed]


class SweepActs(QObject):
    """Acts in the name of the lead of a session; many places are decided in another process."""

    advanced = Signal(int, int)
    """So many of so many articles are done; the total is 0 while it is not known."""
    done = Signal(object)
    """What came of a lot: ``Overruled``; or, of what was taken back or kept, ``None``."""
    ended = Signal()
    """Nothing is under way any more."""

    def __init__(self, session: Session, refuse: Callable[[str], None], parent: QObject) -> None:
        """``refuse`` says why something cannot be done; of an empty text, nothing any more."""
        super().__init__(parent)
        self._session = session
        self._refuse = refuse
        self._deciding = Deciding(session, refuse)
        self._task: Task | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether places are being decided."""
        return self._task is not None

    def overrule(self, wanted: Sequence[Overruling], reason: str, *, gap: bool) -> None:
        """Overrule gold in these places, as one act."""
        if self._is_refused():
            return
        project, lead = self._session.project, self._session.author.name
        if len(wanted) <= _FEW_CHANGES:
            self._act(lambda: overrule_all(project, lead, wanted, reason, gap=gap))
            return
        self._run(overrule_in, project.path, lead, iter(wanted), reason, gap)

    def _run(self, work: Callable[..., object], *arguments: object) -> None:
        self._task = task = Task(work, arguments, self)
        task.advanced.connect(self.advanced)
        task.failed.connect(self._session.failed)
        task.finished.connect(self._tell)
        for end in (task.finished, task.stopped, task.failed, task.killed, task.broken):
            end.connect(partial(self._end, task))
        self.advanced.emit(0, 0)

    def _is_refused(self) -> bool:
        """Refuse an act while another one is under way."""
        if self.is_under_way:
            self._refuse(self.tr("Wait until what is under way is done, or cancel it."))
        return self.is_under_way

    def keep(self, refused: Sequence[Refused]) -> None:
        """Remember that these places are right as they are, as one act."""
        project, lead = self._session.project, self._session.author.name
        if not self._is_refused():
            self._act(lambda: keep(project, lead, refused))

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
            work = redo_decisions if undone else undo_decisions
            self._run(work, self._session.project.path, self._session.author.name)
        elif self._deciding.step(undone=undone):
            self.done.emit(None)

    def undo_and_redo(self) -> tuple[bool, bool]:
        """Tell whether there is a decision to take back, and one to take again."""
        return self._deciding.undo_and_redo()

    def cancel(self) -> None:
        """Let what is under way stop; nothing is decided then."""
        if self._task is not None:
            self._task.cancel()

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _act(self, act: Callable[[], object]) -> None:
        came: list[object] = []
        self._session.act_beside(lambda: came.append(act()))
        for result in came:
            self._tell(result)

    def _tell(self, result: object) -> None:
        self.done.emit(result if isinstance(result, Overruled) else None)

    def _end(self, task: Task, *_: object) -> None:
        if task is self._task:
            self._task = None
            self.ended.emit()
