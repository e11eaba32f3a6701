"""How one comes to a project: a new one, one that is there, the demo; and who is to work on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.errors import AnnotatorError
from annotator.gui.dialogs.author import AuthorDialog
from annotator.gui.dialogs.files import Purpose, file_to_open, file_to_save
from annotator.gui.running.errands import Errands
from annotator.gui.settings import Settings
from annotator.workflow.people.authors import who_works
from annotator.workflow.projects import DEMO_AUTHORS, init

_SUFFIX = ".db"


class Opening(QObject):
    """Asks what to open and for whom, and has it opened."""

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        open_project: Callable[[Path, str], None],
        tell: Callable[[AnnotatorError], None],
    ) -> None:
        """Dialogs belong to ``window``; ``open_project`` raises ``AnnotatorError``, to be told."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._open_project = open_project
        self._tell = tell

    def ask_author_and_open(self, path: Path) -> bool:
        """Open the project at ``path`` for whoever says to work on it; tell whether it is open."""
        try:
            with who_works(path) as (names, near_name):
                last = self._settings.last_author(path)
                dialog = AuthorDialog(names, last, near_name, self._window)
                is_chosen = bool(dialog.exec())
        except AnnotatorError as error:
            self._tell(error)
            return False
        return is_chosen and self._try_to_open(path, dialog.name())

    def open_for_last_author(self, path: Path) -> None:
        """Open the project at ``path`` for who worked on it last; ask if that is not known."""
        author = self._settings.last_author(path)
        if author:
            self._try_to_open(path, author)
        else:
            self.ask_author_and_open(path)

    def new_project(self) -> bool:
        """Ask for a file, make a project in it and open it; tell whether it is open."""
        pattern = self.tr("Projects ({pattern})").format(pattern=f"*{_SUFFIX}")
        title = self.tr("New project")
        purpose = Purpose.PROJECTS
        path = file_to_save(
            self._window,
            title,
            pattern=pattern,
            suffix=_SUFFIX,
            may_replace=False,
            purpose=purpose,
        )
        if not path:
            return False
        try:
            init(path)
        except AnnotatorError as error:
            self._tell(error)
            return False
        return self.ask_author_and_open(path)

    def choose_project(self) -> None:
        """Ask for a project and open it."""
        title = self.tr("Open a project")
        path = file_to_open(self._window, title, purpose=Purpose.PROJECTS)
        if path:
            self.ask_author_and_open(path)

    def open_demo(self, folder: Path, errands: Errands) -> None:
        """Open the demo project in ``folder``; have it made if it is not there."""
        demo = folder / "demo.db"
        if demo.is_file():
            self.open_demo_project(demo)
        else:
            errands.make_demo(folder)

    def open_demo_project(self, path: Path) -> None:
        """Open the demo for one of its annotators, or for who looked at it last."""
        self._try_to_open(path, self._settings.last_author(path) or DEMO_AUTHORS[0])

    def _try_to_open(self, path: Path, author: str) -> bool:
        try:
            self._open_project(path, author)
        except AnnotatorError as error:
            self._tell(error)
            return False
        return True
