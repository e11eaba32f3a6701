"""Exports: shows beforehand what would be written and lost, asks where to, sends the errand."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.labels import LabelSet
from annotator.core.selection import ExportOrder
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.files import file_to_save
from annotator.gui.fields.label_choice import told_apart
from annotator.gui.running.errands import Errands
from annotator.gui.running.look_ahead import LookAhead
from annotator.gui.wording.dataset_texts import DatasetTexts
from annotator.workflow.datasets.dataset_tasks import preview_export
from annotator.workflow.datasets.told import ToldExport


class Exporting(QObject):
    """Asks what to export, for the project at a path."""

    def __init__(self, window: QWidget, errands: Errands) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._ahead: LookAhead | None = None
        self._asked: dict[Path, ExportOrder] = {}
        """What was asked for last of each project, whatever came of it."""

    def stop(self) -> None:
        """Let nothing be under way any more."""
        if self._ahead is not None:
            self._ahead.abandon()

    def choose(
        self, project: Path, layers: Mapping[str, bool], seer: str, labels: LabelSet, language: str
    ) -> None:
        """Ask which layer to export, how and where to, and write what ``seer`` may see.

        Of each name in ``layers`` it is told whether a machine made the layer.
        """
        dialog = ExportDialog(layers, seer, labels, language, self._window)
        if project in self._asked:
            dialog.propose(self._asked[project])
        shown = told_apart(labels, language)
        ahead = self._ahead = LookAhead(self)

        def look_ahead(order: ExportOrder) -> None:
            ahead.ask(preview_export, (project, order))

        def tell(report: object) -> None:
            assert isinstance(report, ToldExport)
            lines = DatasetTexts().account(report, shown)
            dialog.show_account(lines, is_empty=not report.articles)

        dialog.preview_requested.connect(look_ahead)
        dialog.stop_requested.connect(ahead.stop)
        ahead.advanced.connect(dialog.show_progress)
        ahead.found.connect(dialog.show_first)
        ahead.answered.connect(tell)
        ahead.stopped.connect(dialog.show_stopped)
        ahead.failed.connect(dialog.show_failure)
        is_wanted = dialog.exec()
        ahead.give_up()
        if is_wanted:
            order = self._asked[project] = dialog.order()
            place = self._place(dialog)
            if place is not None:
                self._errands.export(project, place, order)
        dialog.deleteLater()

    def _place(self, dialog: ExportDialog) -> Path | None:
        """Ask for a file, or for the name of a folder that is not there yet."""
        if dialog.makes_folder():
            title = self.tr("Name of the new folder")
            return file_to_save(self._window, title, dialog.file_name(), may_replace=False)
        format = dialog.format()
        pattern = f"{format.name} ({' '.join(f'*{suffix}' for suffix in format.suffixes)})"
        title, suffix = self.tr("Export"), format.suffixes[0]
        return file_to_save(self._window, title, dialog.file_name(), pattern, suffix=suffix)
