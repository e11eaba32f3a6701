"""Removing the article at hand, and the trash it goes into; for leads."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.model import Removed
from annotator.gui.dialogs.trash import TrashDialog
from annotator.gui.language import error_text
from annotator.gui.session import Session
from annotator.gui.widgets.notice import Notice
from annotator.workflow.project.trash import (
    empty_trash,
    goes_with,
    in_trash,
    remove_article,
    restore_article,
)


class Removing(QObject):
    """Moves articles into the trash and out of it."""

    def __init__(self, session: Session, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        self._parent = parent

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"remove_article": self.remove, "trash": self.show_trash}

    def remove(self) -> None:
        """Put the article at hand into the trash, once the user has said yes."""
        session, article = self._session, self._session.article
        if article is None:
            return
        layers, spans = session.read(lambda: goes_with(session.project, article), (0, 0))
        title = f"\u2068{article.title}\u2069"
        question = self._question(title, layers, spans)
        answer = QMessageBox.question(
            self._parent.window(), self.tr("Remove the article"), question
        )
        if answer != QMessageBox.StandardButton.Yes:
            return
        lead = session.author.name
        if session.act_on_project(lambda: remove_article(session.project, lead, article)):
            self._notice.say(
                self.tr("“{title}” is in the trash.").format(title=title), passing=True
            )

    def _question(self, title: str, layers: int, spans: int) -> str:
        """Return what is asked before an article goes, and what goes with it."""
        if not layers and not spans:
            return self.tr(
                "Remove “{title}”? No layers or spans go with it. It can be restored from the"
                " trash in the Project menu."
            ).format(title=title)
        question = self.tr(
            "Remove “{title}”? With it go {layers} and {spans}. All can be restored from the trash"
            " in the Project menu."
        )
        return question.format(
            title=title,
            layers=self.tr("%n layer(s)", "", layers),
            spans=self.tr("%n span(s)", "", spans),
        )

    def show_trash(self) -> None:
        """List what was removed, and let it be restored."""
        dialog = TrashDialog(self._parent.window())
        dialog.restore_requested.connect(lambda article_id: self._restore(dialog, article_id))
        dialog.empty_requested.connect(lambda: self._empty(dialog))
        dialog.show_removed(self._removed())
        dialog.exec()
        if self._session.article is None:
            self._session.open_first("")

    def _removed(self) -> list[Removed]:
        none: list[Removed] = []
        return self._session.read(lambda: in_trash(self._session.project), none)

    def _restore(self, dialog: TrashDialog, article_id: str) -> None:
        project, lead = self._session.project, self._session.author.name
        self._act(dialog, lambda: restore_article(project, lead, article_id))

    def _empty(self, dialog: TrashDialog) -> None:
        project, lead = self._session.project, self._session.author.name
        self._act(dialog, lambda: empty_trash(project, lead))

    def _act(self, dialog: TrashDialog, act: Callable[[], object]) -> None:
        """Do ``act``, and say in the dialog why it could not be done."""
        failures: list[AnnotatorError] = []
        with self._session.failures_told_to(failures.append):
            self._session.act_on_project(act)
        dialog.show_removed(self._removed(), error_text(failures[0]) if failures else "")
