"""Handing out by hand and by lot: asks who, tells what will be done, does it, tells what was."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.core.assigning import HandingPlan
from annotator.core.errors import AnnotatorError
from annotator.core.handing import Hand, Handing
from annotator.core.model import Author
from annotator.core.progress import Quiet
from annotator.gui.dialogs.hand import HandDialog
from annotator.gui.dialogs.hand_out import HandOutDialog
from annotator.gui.language import error_text
from annotator.gui.running.errands import Errands
from annotator.gui.session import Session
from annotator.gui.tasks import Task
from annotator.gui.wording.handing_texts import HandingTexts, tell_after, tell_before
from annotator.workflow.handing.assigning import AssignReport, refuse_as_receiver
from annotator.workflow.handing.by_hand import Load, assigns_first, hand, reach
from annotator.workflow.handing.qualifying import end_test
from annotator.workflow.people.authors import list_authors, near_name
from annotator.workflow.worker import plan_in

_FEW = 200
"""So many articles are handed out in some milliseconds."""
_FEW_TESTS = 10
"""Of a test it is looked at whether each is ready."""
_COUNTED = 2_000
"""Of more selected articles it is not counted beforehand who has which."""


class HandingOut(QObject):
    """Does with articles what a lead wishes, each wish one act on the project."""

    told = Signal(str)
    """What was done, in a sentence."""

    def __init__(
        self,
        session: Session,
        errands: Errands,
        ready: Callable[[], set[int]],
        loads: Callable[[], Sequence[Load]],
        parent: QWidget,
    ) -> None:
        """``ready`` returns the numbers of the articles that are known to be.

        ``loads`` returns how much each author has, as far as that is known.
        """
        super().__init__(parent)
        self._session = session
        self._errands = errands
        self._ready = ready
        self._loads = loads
        self._window = parent
        self._preview: Task | None = None

    def stop(self) -> None:
        """Let nothing be under way any more."""
        if self._preview is not None:
            self._preview.abandon()
            self._preview = None

    # -- by hand

    def act(self, wish: Hand, numbers: Sequence[int], known: Sequence[str], chosen: str) -> None:
        """Ask who, and do it with the articles of those numbers."""
        nothing: dict[str, str] = {}
        packs = self._session.read(self._session.project.bases.newest_files, nothing)
        say = partial(self._say, packs)
        dialog = HandDialog(wish, tuple(numbers), known, chosen, say, self._near_name, self._window)
        if not dialog.exec():
            return
        wanted = self._fitting(dialog.wanted())
        session = self._session
        few = _FEW_TESTS if wish is Hand.TEST else _FEW
        if len(wanted.numbers) + sum((self._kept(wanted) or {}).values()) > few:
            self._errands.hand(session.project.path, session.author.name, wanted)
            return
        done = session.act_on_project(
            lambda: hand(session.project, session.author.name, wanted, Quiet())
        )
        if done is not None:
            self.told.emit(tell_after(wanted, done))

    def _fitting(self, wanted: Handing) -> Handing:
        """Return ``wanted`` without what is known not to be ready, where that is asked for."""
        if wanted.hand is not Hand.TEST:
            return wanted
        ready = self._ready()
        return replace(wanted, numbers=tuple(one for one in wanted.numbers if one in ready))

    def _kept(self, wanted: Handing) -> dict[str, int] | None:
        """Return who keeps how many begun articles as the first are assigned; else ``None``."""
        project = self._session.project
        if not self._session.read(lambda: assigns_first(project, wanted), False):
            return None
        workers = [load for load in self._loads() if load.gets_articles]
        return {one.author: one.workload.unassigned for one in workers if one.workload.unassigned}

    def _say(self, packs: Mapping[str, str], wanted: Handing) -> tuple[str, bool]:
        """Say what would be done, and whether anything would.

        ``packs`` are the newest ones that came back, by their authors.
        """
        session = self._session
        gives = wanted.hand in (Hand.GIVE, Hand.MOVE, Hand.TEST)
        refusal = self._refusal(wanted.receiver) if gives and wanted.receiver else ""
        if refusal:
            return refusal, False
        if not wanted.author or (wanted.hand is Hand.MOVE and wanted.to in ("", wanted.author)):
            return tell_before(replace(wanted, author=""), 0, kept=None), False
        fitting = self._fitting(wanted)
        count: int | None = None
        if len(fitting.numbers) <= _COUNTED:
            count = session.read(lambda: reach(session.project, fitting), 0)
        pack = packs.get(wanted.receiver)
        told = tell_before(
            wanted,
            count,
            kept=self._kept(fitting),
            pack=pack,
            is_new=gives and self._is_new(wanted.receiver),
        )
        return told, count != 0

    def _is_new(self, name: str) -> bool:
        nobody: list[Author] = []
        authors = self._session.read(lambda: list_authors(self._session.project), nobody)
        return all(one.name != name for one in authors)

    def _refusal(self, name: str) -> str:
        """Say why nobody of that name can get articles; nothing, if somebody can."""
        project = self._session.project
        try:
            refuse_as_receiver(project, name)
        except AnnotatorError as error:
            return error_text(error)
        return ""

    def _near_name(self, name: str) -> str | None:
        near = self._session.read(lambda: near_name(self._session.project, name), None)
        return near.known if near else None

    def end_test(self, author: str) -> None:
        """Ask whether the test of an author is to end, and end it."""
        session = self._session
        answer = QMessageBox.question(
            self._window,
            self.tr("End the test"),
            self.tr(
                "End the test of {author}? What was marked stays out of gold and of all figures."
            ).format(author=f"\u2068{author}\u2069"),
        )
        if answer != QMessageBox.StandardButton.Yes:
            return
        done = session.act_on_project(
            lambda: end_test(session.project, session.author.name, author)
        )
        if done is not None:
            self.told.emit(HandingTexts().ended(author, done))

    # -- by lot

    def hand_out(self, known: Sequence[str]) -> None:
        """Ask how the articles that nobody has are handed out, and do it."""
        dialog = HandOutDialog(known, self._near_name, self._refusal, self._window)
        dialog.preview_requested.connect(partial(self._look_ahead, dialog))
        dialog.begin()
        is_wanted = dialog.exec()
        self._give_up_preview()
        if is_wanted:
            session = self._session
            self._errands.assign(session.project.path, session.author.name, dialog.plan())

    def _look_ahead(self, dialog: HandOutDialog, plan: HandingPlan) -> None:
        """Let another process reckon what each would get."""
        self._give_up_preview()
        self._preview = task = Task(plan_in, (self._session.project.path, plan), self)
        task.finished.connect(partial(self._show_ahead, dialog, plan, task))
        task.failed.connect(partial(self._tell_failure, task))
        for end in (task.failed, task.killed, task.broken):
            end.connect(partial(self._show_broken, dialog, plan, task))

    def _give_up_preview(self) -> None:
        """Want nothing of the preview any more; nobody waits for its end."""
        if self._preview is not None:
            self._preview.cancel()
            self._preview = None

    def _tell_failure(self, task: Task, error: AnnotatorError) -> None:
        if task is self._preview:
            self._session.failed.emit(error)

    def _show_broken(
        self, dialog: HandOutDialog, plan: HandingPlan, task: Task, *_: object
    ) -> None:
        if task is self._preview:
            self._preview = None
            dialog.show_broken(plan)

    def _show_ahead(
        self, dialog: HandOutDialog, plan: HandingPlan, task: Task, report: AssignReport
    ) -> None:
        if task is not self._preview:
            return
        self._preview = None
        is_first = not self._session.read(self._session.project.assignments.are_any, True)
        told = HandingTexts().planned(report.articles, report.shared, is_first=is_first)
        dialog.show_preview(plan, report.new, report.now, told)
