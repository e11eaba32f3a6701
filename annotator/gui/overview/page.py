"""What the pages of the Overview have in common: each is read when it comes to the front."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.query import ArticleQuery
from annotator.core.queue import Wanted


class OverviewPage(QWidget):
    """One page of the Overview.

    What it tells is read from the file when it comes to the front, and again whenever the file
    changes while it is there.
    """

    passage_requested = Signal(str, int, int)
    """The user wants to see ``[start, end)`` of the article of that name in Annotate."""
    articles_requested = Signal(ArticleQuery)
    """The user wants to see these articles in the list of Annotate."""
    conflicts_requested = Signal(Wanted)
    """A lead wants to see these conflicts in Review."""
    questions_requested = Signal()
    """The user wants to see the questions to the lead."""

    def title(self) -> str:
        """Return what the tab of the page says."""
        raise NotImplementedError

    def show_anew(self) -> None:
        """Show what the file holds now."""
        raise NotImplementedError

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed, or built anew."""
