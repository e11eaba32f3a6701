"""The open project file, asked and written for the window.

Whatever fails is told.  An act that has to wait, for another program or for names that are still
being read, does not freeze the window.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError, ProjectError
from annotator.core.model import Author
from annotator.gui.project.entry_reading import EntryReading
from annotator.gui.project.lookout import Lookout
from annotator.gui.project.waiting import patiently
from annotator.store.project import Project
from annotator.workflow.people.authors import ensure_author, list_authors

Found = TypeVar("Found")
Tell = Callable[[AnnotatorError], object]
"""Tells people what could not be done."""


class ProjectFile(QObject):
    """One project, open for one author."""

    failed = Signal(object)
    """Something could not be done: ``AnnotatorError``; nothing was changed by it."""
    waiting = Signal()
    """Something has to wait; an act is not saved yet."""
    ended = Signal(bool)
    """Nothing waits any more, whoever is told why it failed; false if the file did not take it."""
    changed = Signal()
    """Another program has written."""

    def __init__(self, path: Path, author: str) -> None:
        """Open the project; the author is added if new.

        Raises:
            AnnotatorError: if the project cannot be opened, or nobody can bear that name.
        """
        super().__init__()
        self.project = Project.open(path)
        try:
            self.author = _author(self.project, author)
            with self.project.reading():
                self.labels = self.project.labels.load()
            self.project.wait_at_most(0)  # waiting would freeze the window; see waiting.py
        except BaseException:
            self.project.close()
            raise
        self._is_acting = False
        self._is_open = True
        self._tell: Tell = self.failed.emit
        self.reading = EntryReading(self.project, self)
        self.reading.failed.connect(self.failed)
        self._lookout = Lookout(self.project, self.look_for_changes, self)

    def close(self) -> None:
        """Let go of the file; nothing can be asked or done from here on."""
        self._is_open = False
        self._lookout.stop()
        self.reading.stop()
        self.project.close()

    def is_free(self) -> bool:
        """Tell whether the file is open and no act is under way."""
        return self._is_open and not self._is_acting

    @contextmanager
    def failures_told_to(self, tell: Tell) -> Iterator[None]:
        """Tell what fails meanwhile to ``tell``, and to nobody else."""
        before, self._tell = self._tell, tell
        try:
            yield
        finally:
            self._tell = before

    def read(self, read: Callable[[], Found], otherwise: Found) -> Found:
        """Return what the file says; should it fail, tell so and return ``otherwise``."""
        if not self._is_open:
            return otherwise
        try:
            with self.project.reading():
                return read()
        except AnnotatorError as error:
            self._tell(error)
            return otherwise

    def tell_failure(self, act: Callable[[], object]) -> None:
        """Do ``act``; should it fail, tell so."""
        try:
            act()
        except AnnotatorError as error:
            self._tell(error)

    def attempt(self, act: Callable[[], Found], tell: Tell | None = None) -> Found | None:
        """Return what came of ``act``; should it fail, tell so and return ``None``.

        Who gives ``tell`` is told why it failed, and nobody else.
        """
        if not self.is_free():
            return None
        self._is_acting = True
        try:
            with self._ending():
                self._lookout.refuse_if_lost(self.author.name)
                self.reading.finish(self.waiting.emit)
                return patiently(act, self.waiting.emit)
        except AnnotatorError as error:
            (tell or self._tell)(error)
            return None
        finally:
            self._is_acting = False

    def await_entries(self) -> None:
        """Return when all entries are known, which spans may mean; tell if they cannot be read."""
        self.tell_failure(self._finish_reading)

    def _finish_reading(self) -> None:
        with self._ending():
            self.reading.finish(self.waiting.emit)

    @contextmanager
    def _ending(self) -> Iterator[None]:
        """Say when what is done meanwhile is over, be it well or not."""
        is_taken = False
        try:
            yield
            is_taken = True
        except AnnotatorError as error:
            is_taken = not isinstance(error, ProjectError)  # what is refused asks for no saving
            raise
        finally:
            self.ended.emit(is_taken)

    def look_for_changes(self) -> None:
        """Tell whether another program has changed the file."""
        if not self.is_free():
            return
        try:
            is_changed = self._lookout.sees_changes()
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        if is_changed:
            self.changed.emit()

    def follow_labels(self) -> bool:
        """Take up the labels as they are now; true if they are others."""
        with self.project.reading():
            labels = self.project.labels.load()
        if labels == self.labels:
            return False
        self.labels = labels
        return True


def _author(project: Project, name: str) -> Author:
    """Return the author of that name; a known one asks no writing, so nobody has to wait."""
    known = (author for author in list_authors(project) if author.name == name)
    return next(known, None) or ensure_author(project, name)
