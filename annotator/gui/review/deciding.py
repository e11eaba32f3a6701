"""What a lead decides, saved at once; what is refused is said beside the conflict."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from annotator.core.conflicts import Place
from annotator.core.decisions import Decision
from annotator.core.errors import AnnotatorError, ProjectError
from annotator.core.model import Article
from annotator.gui.fields.remark_fields import Remark
from annotator.gui.language import error_text
from annotator.gui.session import Session
from annotator.workflow.acts.project_stack import RowsAct, project_stack
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.deciding_lots import DecisionReport, decide_lot
from annotator.workflow.review.held import HeldArticle
from annotator.workflow.review.lots import Asked, Lot
from annotator.workflow.review.review_queue import DecidedPlace, place_of_act
from annotator.workflow.review.settling import OpenConflict

Done = TypeVar("Done")
_FEW = 50
"""So many decisions are taken back in some milliseconds."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step back or forth through the decisions of a lead."""

    article_id: str
    start: int
    end: int
    """The stretch of the decision, or of the first one of many."""
    decided: int
    """How many decisions were taken back, or taken again."""
    is_lot: bool
    """Whether there may be others in other articles."""


class Deciding:
    """Decides in the name of the lead of a session."""

    def __init__(
        self,
        session: Session,
        refuse: Callable[[str], None],
        waits_for: Callable[[], str],
        held: HeldArticle | None = None,
    ) -> None:
        """``refuse`` says why something cannot be done; of an empty text, nothing any more.

        ``waits_for`` tells why nothing can be decided now, and ``held`` is the article at hand, if
        one is.
        """
        self._session = session
        self._refuse = refuse
        self._waits_for = waits_for
        self._has_waited = False
        """Whether something was refused because it has to wait, and that is still told."""
        self._held = held

    def rule(self, there: OpenConflict, ruling: Ruling) -> Decision | None:
        """Decide a conflict; ``None`` if that cannot be."""
        project, lead = self._session.project, self._session.author.name
        return self._act(lambda: deciding.rule(project, lead, there, ruling, self._held))

    def overrule(
        self, article: Article, places: list[Place], spans: tuple[OwnSpan, ...], remark: Remark
    ) -> Decision | None:
        """Put ``spans`` in the place of gold spans; ``None`` if that cannot be."""
        project, lead = self._session.project, self._session.author.name
        reason = remark.reason.strip()
        return self._act(
            lambda: deciding.overrule(
                project, lead, article, places, spans, reason, self._held, gap=remark.gap
            )
        )

    def decide_lot(self, lot: Lot, asked: Sequence[Asked], reason: str) -> DecisionReport | None:
        """Decide a few conflicts together; ``None`` if that cannot be."""
        project, lead = self._session.project, self._session.author.name
        return self._act(lambda: decide_lot(project, lead, lot, asked, reason))

    def step(self, *, undone: bool) -> Stepped | None:
        """Take the last act of deciding back, or do it again; ``None`` if that cannot be."""
        project, lead = self._session.project, self._session.author.name
        go = deciding.redo if undone else deciding.undo
        return self.stepped(self._act(partial(go, project, lead)))

    def goes_far(self, *, undone: bool) -> bool:
        """Tell whether so much was decided in that act that it takes long."""
        session = self._session

        def ask() -> bool:
            stack = project_stack(session.project, session.author.name)
            group = stack.last_undone() if undone else stack.last_done()
            if group is None:
                return False
            (sequence,) = stack.undone[group] if undone else stack.done[group]
            return session.project.history.reach(sequence) > _FEW

        return session.read(ask, False)

    def stepped(self, act: RowsAct | None) -> Stepped | None:
        """Return where an act of deciding was."""
        session = self._session
        if act is None:
            return None
        nowhere: DecidedPlace | None = None
        place = session.read(lambda: place_of_act(session.project, act.sequence), nowhere)
        return Stepped(*place, is_lot=act.act == deciding.DECIDE_ALL) if place else None

    def undo_and_redo(self) -> tuple[int, int]:
        """Return how many decisions there are to take back at once, and how many to take again."""
        session = self._session

        def decided(of: Mapping[str, Iterable[int]], group: str | None) -> int:
            """Return how many an act took; one that took none counts as one, too."""
            if group is None:
                return 0
            return max(1, *map(session.project.history.decided, of[group]))

        def ask() -> tuple[int, int]:
            with session.project.reading():
                stack = project_stack(session.project, session.author.name)
                done, undone = stack.last_done(), stack.last_undone()
                return decided(stack.done, done), decided(stack.undone, undone)

        return session.read(ask, (0, 0))

    def has_to_wait(self) -> bool:
        """Tell whether nothing can be decided now, and say why."""
        why = self._waits_for()
        if why:
            self._has_waited = True
            self._refuse(why)
        return bool(why)

    def end_wait(self) -> None:
        """Say no longer that something has to wait."""
        if self._has_waited and not self._waits_for():
            self._has_waited = False
            self._refuse("")

    def _act(self, act: Callable[[], Done]) -> Done | None:
        if self.has_to_wait():
            return None
        done: list[Done] = []
        refused: list[AnnotatorError] = []

        def attempt() -> None:
            try:
                done.append(act())
            except ProjectError:
                raise  # the session waits for the file, or tells of it
            except AnnotatorError as error:
                refused.append(error)

        self._refuse("")
        self._session.act_beside(attempt)
        if refused:
            self._refuse(error_text(refused[0]))
        return done[0] if done else None
