"""Opens the label editor, and does as one act what came of it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.label_edits import LabelEdits
from annotator.gui.commands.project_labels import ProjectLabels
from annotator.gui.dialogs.labels import LabelsDialog
from annotator.gui.language import error_text
from annotator.gui.running.errands import Errands
from annotator.gui.session import Session


class LabelEditing(QObject):
    """Lets a lead change the labels; shows them to all others."""

    def __init__(self, window: QWidget, session: Session, errands: Errands) -> None:
        super().__init__(session)
        self._window = window
        self._session = session
        self._errands = errands
        self._labels = ProjectLabels(session)

    def edit(self) -> None:
        """Show the labels, and change them if the lead wants so."""
        try:
            edits = self._labels.start()
        except AnnotatorError as error:
            self._session.failed.emit(error)
            return
        dialog = LabelsDialog(
            edits,
            self._session.language,
            error_text,
            may_edit=self._labels.may_be_changed(),
            parent=self._window,
        )
        dialog.apply_requested.connect(lambda new: self._apply(dialog, edits, new))
        with self._session.failures_told_to(dialog.show_error):
            dialog.exec()
        dialog.deleteLater()

    def _apply(self, dialog: LabelsDialog, old: LabelEdits, new: LabelEdits) -> None:
        """Do what came of the editor; it stays open if that cannot be done."""
        if not new.moves:
            if new.labels == old.labels or self._labels.change(new.labels, old.labels):
                dialog.done(LabelsDialog.DialogCode.Accepted)
        elif self._errands.task() is not None:
            dialog.say(
                self.tr("Something is under way already: wait until it is done, then press OK.")
            )
        else:
            self._move_spans(dialog, old, new)

    def _move_spans(self, dialog: LabelsDialog, old: LabelEdits, new: LabelEdits) -> None:
        """Let another process do it, which takes long where spans are many."""
        session = self._session
        try:
            self._labels.refuse_unless_seen(old.labels)
        except AnnotatorError as error:
            dialog.show_error(error)
            return
        self._errands.change_labels(
            session.project.path, session.author.name, new.labels, new.moves, old.labels
        )
        dialog.done(LabelsDialog.DialogCode.Accepted)
