"""Releases: shows beforehand what one would hold, asks where to, sends the errand."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.release import Order
from annotator.gui.dialogs.files import file_to_save
from annotator.gui.dialogs.release import ReleaseDialog
from annotator.gui.running.errands import Errands
from annotator.gui.running.look_ahead import LookAhead
from annotator.gui.session import Session
from annotator.gui.wording.dataset_texts import DatasetTexts
from annotator.workflow.datasets.dataset_tasks import plan_release_in
from annotator.workflow.datasets.told import ToldPlan


class Releasing(QObject):
    """Asks a lead what to release."""

    def __init__(self, session: Session, errands: Errands, window: QWidget) -> None:
        super().__init__(session)  # it goes with it
        self._session = session
        self._errands = errands
        self._window = window
        self._ahead: LookAhead | None = None
        self._asked: Order | None = None
        """What was asked for last, whatever came of it."""

    def take_over(self, before: "Releasing") -> None:
        """Propose what was asked for in the place before, which speaks another language."""
        self._asked = before._asked

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"release": self.choose}

    def stop(self) -> None:
        """Let nothing be under way any more."""
        if self._ahead is not None:
            self._ahead.abandon()

    def choose(self) -> None:
        """Ask what to release and where to, and do it."""
        session = self._session
        project = session.project
        none: list[str] = []
        taken = session.read(project.releases.names, none)
        dialog = ReleaseDialog(taken, session.labels, session.language, self._window)
        ahead = self._ahead = LookAhead(self)

        def look_ahead(order: Order) -> None:
            ahead.ask(plan_release_in, (project.path, order))

        def show(plan: object) -> None:
            assert isinstance(plan, ToldPlan)
            dialog.show_plan(plan.figures, DatasetTexts().of_plan(plan))

        dialog.plan_requested.connect(look_ahead)
        dialog.stop_requested.connect(ahead.stop)
        ahead.advanced.connect(dialog.show_progress)
        ahead.answered.connect(show)
        ahead.stopped.connect(dialog.show_stopped)
        ahead.failed.connect(dialog.show_failure)
        dialog.begin(self._order_before(taken))
        is_wanted = dialog.exec()
        ahead.give_up()
        if is_wanted:
            self._asked = dialog.order()
            self._release(self._asked)
        dialog.deleteLater()

    def _order_before(self, taken: list[str]) -> Order | None:
        """Return what to propose: what was asked for here, or else of the last release.

        What was asked for here counts until somebody else releases something.
        """
        session, project = self._session, self._session.project
        order = self._asked
        if order is None or order.name in taken[:-1]:
            order = session.read(project.releases.last_order, None)
        if order is None or not order.together:
            return order
        nobody: dict[str, str] = {}
        there = set(session.read(project.articles.names, nobody).values())
        groups = (tuple(name for name in group if name in there) for group in order.together)
        return replace(order, together=tuple(filter(None, groups)))

    def _release(self, order: Order) -> None:
        project = self._session.project.path
        title, name = self.tr("Name of the new folder"), f"{project.stem}-{order.name}"
        out = file_to_save(self._window, title, name, may_replace=False)
        if out:
            self._errands.release(project, out, order, self._session.author.name)
