"""Releases: shows beforehand what one would hold, asks where to, sends the errand."""

from collections.abc import Callable

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
        dialog.begin()
        is_wanted = dialog.exec()
        ahead.give_up()
        if is_wanted:
            self._release(dialog.order())
        dialog.deleteLater()

    def _release(self, order: Order) -> None:
        project = self._session.project.path
        title, name = self.tr("Name of the new folder"), f"{project.stem}-{order.name}"
        out = file_to_save(self._window, title, name, may_replace=False)
        if out:
            self._errands.release(project, out, order, self._session.author.name)
