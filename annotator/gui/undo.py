"""The undo stack of the article at hand, as Qt's menus and shortcuts want it.

The rows of the history are the stack; this is a view of it, filled anew whenever an article is
opened or the file was changed from outside.
"""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

Act = Callable[[], bool]
"""Undoes or does again; it reports what went wrong and returns false."""
Names = Callable[[], tuple[list[str], list[str]]]
"""What has been done and what can be done again, each in the order of doing."""


class EditCommand(QUndoCommand):
    """One act on an article, which is in the file already when the command is made.

    It never raises: whoever undoes reports what went wrong and returns false, and the command
    turns obsolete.
    """

    def __init__(self, text: str, undo: Act, redo: Act) -> None:
        super().__init__(text)
        self._undo = undo
        self._redo = redo
        self._pushed = False

    def redo(self) -> None:
        """Do it again; pushing the command, which Qt takes for a redo, does nothing."""
        if self._pushed and not self._redo():
            self.setObsolete(True)
        self._pushed = True

    def undo(self) -> None:
        """Take it back."""
        if not self._undo():
            self.setObsolete(True)


class ArticleUndoStack(QUndoStack):
    """The stack of one author's acts on one article."""

    def __init__(self, undo: Act, redo: Act, names: Names) -> None:
        super().__init__()
        self._undo = undo
        self._redo = redo
        self._names = names
        self._is_filling = False
        self._is_going = False
        self._is_stale = False

    def remember(self, text: str) -> None:
        """Put an act that was just done on top, under that name."""
        self.push(EditCommand(text, self._undo_unless_filling, self._redo_unless_filling))

    def undo(self) -> None:
        """Take the last act back; should it fail, the stack is right again afterwards."""
        self._go(super().undo)

    def redo(self) -> None:
        """Do the act again that was taken back last; see ``undo``."""
        self._go(super().redo)

    def refill(self) -> None:
        """Hold what the history holds; nothing is done by it."""
        if self._is_going:  # Qt holds the very command that would be thrown away
            self._is_stale = True
            return
        self._is_stale = False
        done, undone = self._names()
        self._is_filling = True
        self.blockSignals(True)
        try:
            self.clear()
            for text in (*done, *undone):
                self.remember(text)
            self.setIndex(len(done))
        finally:
            self.blockSignals(False)
            self._is_filling = False
        self.indexChanged.emit(self.index())

    def let_go(self) -> None:
        """Hold nothing any more; no more is done with it.

        Qt deletes the commands with the stack.  Where the garbage collector comes upon both, it may
        have taken the commands before, and the process dies.
        """
        self.blockSignals(True)
        self.clear()

    def _go(self, step: Callable[[], None]) -> None:
        self._is_going = True
        try:
            step()
        finally:
            self._is_going = False
            if self._is_stale:
                self.refill()

    def _undo_unless_filling(self) -> bool:
        return self._is_filling or self._undo()

    def _redo_unless_filling(self) -> bool:
        return self._is_filling or self._redo()
