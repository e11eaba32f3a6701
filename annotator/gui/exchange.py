"""Articles in, datasets and reports out: asks for the files and sends the errand."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.report import ReportDialog
from annotator.gui.errands import Errands
from annotator.gui.file_dialogs import file_to_save, files_to_open, folder_to_open


class Exchange(QObject):
    """Asks what to bring in or write, for the project at a path."""

    def __init__(self, window: QWidget, errands: Errands) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands

    def choose_imports(self, project: Path, by: str) -> None:
        """Ask for files and import them, as the author ``by`` wishes."""
        files = files_to_open(self._window, self.tr("Import articles"))
        self.import_files(project, files, by)

    def choose_import_folder(self, project: Path, by: str) -> None:
        """Ask for a folder and import it, as the author ``by`` wishes."""
        folder = folder_to_open(self._window, self.tr("Import a folder"))
        self.import_files(project, [folder] if folder else [], by)

    def import_files(self, project: Path, paths: list[Path], by: str) -> None:
        """Import files and folders; their layers keep the authors that the files name."""
        if paths:
            self._errands.import_files(project, paths, by)

    def choose_export(self, project: Path, layers: Sequence[str]) -> None:
        """Ask which of ``layers`` to export, how and where to, and write it."""
        dialog = ExportDialog(layers, self._window)
        if not dialog.exec():
            return
        out = file_to_save(self._window, self.tr("Export"), dialog.file_name())
        if out:
            self._errands.export(project, out, dialog.format_name(), dialog.layer())

    def choose_report(self, project: Path, language: str) -> None:
        """Ask how to report on the project and where to, and write it."""
        dialog = ReportDialog(language, self._window)
        if not dialog.exec():
            return
        out = file_to_save(self._window, self.tr("Report"), f"{project.stem}.html")
        if out:
            self._errands.report(project, out, dialog.language(), is_blind=dialog.is_blind())

    def choose_backup(self, project: Path) -> None:
        """Ask where to, and copy the project."""
        name = f"{project.stem}-copy{project.suffix}"
        out = file_to_save(self._window, self.tr("Back up"), name, may_replace=False)
        if out:
            self._errands.back_up(project, out)
