"""Watches the open project file for what others do to it: write, move or replace it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from annotator.core.errors import QT_TRANSLATE_NOOP, ProjectError, UnknownName
from annotator.store.place import identity_of, log_of
from annotator.store.project import Project
from annotator.workflow.people.authors import list_authors

_LOOK_AFTER_MS = 500
"""How often to ask whether another program has changed the file."""


class Lookout(QObject):
    """Asks at short intervals to have a look; says what there is to see."""

    def __init__(self, project: Project, look: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._seen_version = self._known_version = project.seen_version()
        self._file = identity_of(project.path)
        self._log = identity_of(log_of(project.path))
        """SQLite keeps it while the project is open: who lost it writes where nobody reads."""
        self._has_told_loss = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(look)
        self._timer.start(_LOOK_AFTER_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def sees_changes(self) -> bool:
        """Tell whether another program has written since it was asked last.

        Raises:
            ProjectError: if the file is no longer where it was; told once.
        """
        if self._is_lost() != self._has_told_loss:
            self._has_told_loss = not self._has_told_loss
            if self._has_told_loss:
                raise _lost(self._project.path)
        version = self._project.seen_version()
        if version == self._seen_version:
            return False
        self._seen_version = version
        return True

    def refuse_if_lost(self, author: str) -> None:
        """Refuse to go on where work would be lost.

        Raises:
            ProjectError: if the file is no longer where it was: SQLite would go on writing to
                one that nobody finds again.
            UnknownName: if the author was renamed by another program.
        """
        if self._is_lost():
            raise _lost(self._project.path)
        version = self._project.seen_version()
        if version != self._known_version:
            self._refuse_unknown(author)
            self._known_version = version

    def _refuse_unknown(self, author: str) -> None:
        if not any(known.name == author for known in list_authors(self._project)):
            raise UnknownName(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "There is no author “{name}” in the project any more. Choose who works with"
                    " “Change author” in the File menu.",
                ),
                name=author,
            )

    def _is_lost(self) -> bool:
        has_log = self._log is None or identity_of(log_of(self._project.path)) == self._log
        return identity_of(self._project.path) != self._file or not has_log


def _lost(path: Path) -> ProjectError:
    return ProjectError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is no longer where it was: it was moved, deleted or replaced. Nothing can be"
            " saved until it is back, or until you open it where it is now.",
        ),
        file=path.name,
    )
