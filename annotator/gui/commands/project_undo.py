"""Acts on the project are taken back and done again, by whoever may; the menus name them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from annotator.gui.running.errands import Errands
from annotator.gui.running.under_way import Stack
from annotator.gui.session import Session
from annotator.gui.wording.summaries import elsewhere, project_act_names, tell_stepped, why_not
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.project_stack import ImportAct, ProjectAct, RowsAct, to_go_through
from annotator.workflow.project.labels import MERGE

_LONG = 40_000
"""So many bytes tell of some hundred rows, which are gone through in some milliseconds."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What a menu says of an act that can be taken back, or be done again."""

    text: str
    is_open: bool
    why_not: str
    """Why the author may not, if there is such an act."""


class ProjectUndo(QObject):
    """Goes through the acts on the project for one author; imports and long acts are errands."""

    told = Signal(str)
    """What was taken back or done again at once; errands tell for themselves."""

    def __init__(self, session: Session, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._errands = errands
        self._last_seen = 0
        self._acts: tuple[ProjectAct | None, ProjectAct | None] = (None, None)

    def offered(self) -> tuple[Offered, Offered]:
        """Return what is offered to be taken back, and to be done again."""
        last, again = self._found()
        undo, redo = project_act_names(last, again)
        return self._offered(undo, last), self._offered(redo, again)

    def offered_of_entries(self) -> tuple[Offered, Offered]:
        """Return the same for the registry, which leaves other acts to the File menu.

        Who undoes beside a list of names does not mean the import that came after them.
        """
        return self._offered_if(lambda act: isinstance(act, RowsAct) and act.is_on_entries)

    def offered_in_overview(self) -> tuple[Offered, Offered]:
        """Return the same for the Overview, which leaves imports to the File menu.

        One key must not take away all articles from somebody who looks at figures of them.
        """
        return self._offered_if(lambda act: isinstance(act, RowsAct))

    def _offered_if(self, fits: Callable[[ProjectAct], bool]) -> tuple[Offered, Offered]:
        """Return what is offered; of acts that do not fit only where they are."""
        undo, redo = (
            replace(offered, is_open=False, why_not=elsewhere(offered.text))
            if offered.is_open and act is not None and not fits(act)
            else offered
            for offered, act in zip(self.offered(), self._found(), strict=True)
        )
        return undo, redo

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"undo_project": self.undo, "redo_project": self.redo}

    def undo(self) -> None:
        """Take the last act on the project back."""
        if self._errands.holds_up(Stack.PROJECT):
            return
        project, author = self._session.project, self._session.author.name
        match self._found()[0]:
            case ImportAct():
                self._errands.take_import_back(project.path, author)
            case RowsAct() as act if self._is_long(act):
                self._errands.undo_project_act(project.path, author)
            case _:
                self._tell(
                    self._session.act_on_project(lambda: project_acts.undo(project, author)),
                    undone=True,
                )

    def redo(self) -> None:
        """Do the act on the project again that was taken back last."""
        if self._errands.holds_up(Stack.PROJECT):
            return
        project, author = self._session.project, self._session.author.name
        match self._found()[1]:
            case ImportAct():
                self._errands.import_again(project.path, author)
            case RowsAct() as act if self._is_long(act):
                self._errands.redo_project_act(project.path, author)
            case _:
                self._tell(
                    self._session.act_on_project(lambda: project_acts.redo(project, author)),
                    undone=False,
                )

    def _tell(self, act: RowsAct | None, *, undone: bool) -> None:
        if act is not None:
            self.told.emit(tell_stepped(act, undone=undone))

    def _is_long(self, act: RowsAct) -> bool:
        """Tell whether going through an act takes so long that the window must not wait."""
        length = self._session.project.history.length_of
        return act.act == MERGE or self._session.read(lambda: length(act.sequence), 0) > _LONG

    def _found(self) -> tuple[ProjectAct | None, ProjectAct | None]:
        session = self._session
        last = session.read(session.project.history.last_project_act, 0)
        if last != self._last_seen:
            self._last_seen = last
            self._acts = session.read(lambda: to_go_through(session.project), self._acts)
        return self._acts

    def _offered(self, text: str, act: ProjectAct | None) -> Offered:
        is_open = act is not None and act.is_open_to(self._session.author)
        return Offered(text, is_open, why_not(act) if act and not is_open else "")
