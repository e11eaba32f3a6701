"""Articles in, reports and copies out: asks for the files and sends the errand."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from annotator.core.importing import AS_FILES_TELL, ImportQuestions
from annotator.gui.dialogs.files import file_to_save, files_to_open, folder_to_open
from annotator.gui.dialogs.imports import ImportDialog
from annotator.gui.dialogs.report import ReportDialog
from annotator.gui.language import spoken
from annotator.gui.running.errands import Errands


class Exchange(QObject):
    """Asks what to bring in or write, for the project at a path."""

    def __init__(self, window: QWidget, errands: Errands) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        # Not at once: a dialog would hold up the end of the errand that asks.
        errands.asked.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    def choose_imports(self, project: Path, by: str) -> None:
        """Ask for files and import them, as the author ``by`` wishes."""
        files = files_to_open(self._window, self.tr("Import articles"))
        self.import_files(project, files, by)

    def choose_imports_and_look(self, project: Path, by: str) -> None:
        """Ask for files, show what they hold, and ask how they are to be imported."""
        files = files_to_open(self._window, self.tr("Import with choices"))
        if files:
            self._errands.look_at_imports(project, files, by, AS_FILES_TELL)

    def choose_import_folder(self, project: Path, by: str) -> None:
        """Ask for a folder and import it, as the author ``by`` wishes."""
        folder = folder_to_open(self._window, self.tr("Import a folder"))
        self.import_files(project, [folder] if folder else [], by)

    def import_files(self, project: Path, paths: list[Path], by: str) -> None:
        """Import files and folders; their layers keep the authors that the files name.

        What the project cannot take as it is, is asked about first.
        """
        if paths:
            self._errands.import_files(project, paths, by)

    def _ask(self, project: Path, paths: list[Path], by: str, questions: ImportQuestions) -> None:
        """Ask what labels of the files are in the project, and whose spans they are."""
        dialog = ImportDialog(
            questions, by, spoken(), self._errands.refusal_of_name, parent=self._window
        )
        answer = dialog.exec()
        if answer == ImportDialog.LOOK_AGAIN:
            self._errands.look_at_imports(project, paths, by, dialog.reading())
        elif answer:
            self._errands.import_told(project, paths, by, dialog.order())
        else:
            self._errands.notice.take_up()
        dialog.deleteLater()

    def choose_report(self, project: Path, language: str) -> None:
        """Ask how to report on the project and where to, and write it."""
        dialog = ReportDialog(language, self._window)
        if not dialog.exec():
            return
        title, name = self.tr("Report"), f"{project.stem}.html"
        out = file_to_save(self._window, title, name, "HTML (*.html)", suffix=".html")
        if out:
            self._errands.report(project, out, dialog.language(), is_blind=dialog.is_blind())

    def choose_backup(self, project: Path) -> None:
        """Ask where to, and copy the project."""
        name = f"{project.stem}-copy{project.suffix}"
        title, suffix = self.tr("Back up"), project.suffix
        out = file_to_save(self._window, title, name, suffix=suffix, may_replace=False)
        if out:
            self._errands.back_up(project, out)
