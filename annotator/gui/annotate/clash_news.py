"""Tells a lead, once, that work which came back had been changed in two places."""

from PySide6.QtCore import QObject, Signal

from annotator.gui.session import Session


class ClashNews(QObject):
    """Counts the clashes whenever the file changes: another program merges packs."""

    told = Signal(str)
    """How many there are more than before, in a sentence."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known = 0
        self._known = self._count()
        session.articles_changed.connect(self._look)

    def _count(self) -> int:
        """Return how many there are; what cannot be read is as it was."""
        return self._session.read(self._session.project.clashes.count, self._known)

    def _look(self) -> None:
        before, self._known = self._known, self._count()
        if self._known > before:
            told = self.tr(
                "%n thing(s) in the work that came back had been changed in two places: the"
                " Overview lists them under Progress.",
                "",
                self._known - before,
            )
            self.told.emit(told)
