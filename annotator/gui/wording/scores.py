"""How near somebody comes to gold, as the window says it."""

from PySide6.QtCore import QCoreApplication

from annotator.core.span_f1 import F1

_UNDEFINED = "–"


def shown_f1(f1: F1) -> str:
    """Return both figures, with what they ask for."""
    told = QCoreApplication.translate("Scores", "F1 {exact} exact, {overlap} overlapping")
    return told.format(exact=shown_figure(f1.exact), overlap=shown_figure(f1.overlap))


def shown_figure(figure: float | None) -> str:
    """Return a figure with two decimals; a dash where nothing can be said."""
    return _UNDEFINED if figure is None else f"\u2066{figure:.2f}\u2069"


def shown_settled(settled: int, finished: int) -> str:
    """Say over how many of the finished articles a score is; nothing where none is finished.

    The others are not settled: without this, a score could rise as an article is left out of it.
    """
    if not finished:
        return ""
    told = QCoreApplication.translate("Scores", "{settled} of {finished} settled")
    return told.format(settled=settled, finished=finished)
