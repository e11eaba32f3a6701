"""What the pages of the Overview have in common: each is read when it comes to the front."""

from typing import Self

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.behind import AskedQuestions
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
    counted_requested = Signal(str, int, int)
    """A lead wants to settle ``[start, end)`` of the article of that name in Review."""
    gold_requested = Signal(str, int, int)
    """A lead wants to see ``[start, end)`` of the article of that id in Review."""
    review_requested = Signal(str)
    """A lead wants to see the article of that name in Review."""
    acted = Signal()
    """Something was done here: other acts can be undone now."""
    questions_requested = Signal(AskedQuestions)
    """The user wants to see these questions to the lead."""

    def title(self) -> str:
        """Return what the tab of the page says."""
        raise NotImplementedError

    def show_anew(self) -> None:
        """Show what the file holds now."""
        raise NotImplementedError

    def take_over(self, before: Self) -> None:
        """Go on where the user was on a page that speaks another language."""

    def take_keyboard(self) -> bool:
        """Take the keyboard where the user was at work here; false if there is no such place."""
        return False

    def undo_and_redo(self) -> tuple[int, int] | None:
        """Return how many decisions can be undone and redone; ``None`` where none are taken."""
        return None

    def undo(self) -> None:
        """Take the last decision back."""

    def redo(self) -> None:
        """Take the decision again that was taken back last."""

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed, or built anew."""
