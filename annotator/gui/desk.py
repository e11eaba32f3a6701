"""What lies around the text on the desk: the details of the article, and more."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from annotator.gui.session import Session
from annotator.gui.telling import Telling


class Desk:
    """Puts together what one reaches for while working on an article."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._telling = Telling(session, window)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return self._telling.slots()
