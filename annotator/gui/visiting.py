"""A place in Review in which nothing need be open: a lead came to overrule gold there."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.gui.review_view import ReviewView
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review_queue import ArticleAtHand


@dataclass(frozen=True, slots=True)
class Visited:
    """A stretch of an article: code points, end exclusive."""

    article_id: str
    start: int
    end: int


def show_visited(
    visited: Visited, hand: ArticleAtHand, view: ReviewView, panel: ReviewPanel
) -> None:
    """Bring a place into the middle, with the gold span on it selected, else the stretch itself."""
    start, end = visited.start, visited.end
    there = (span.id for span in hand.gold if (span.start, span.end) == (start, end))
    view.frame((start, end))
    span_id = next(there, None)
    if span_id is not None:
        view.place_caret(end)
        view.select_span(span_id)
    else:
        view.select(start, end)
    sentence = QCoreApplication.translate(
        "Visiting",
        "{article}\nNothing need be decided here: what you mark, change or take out in the text"
        " overrules gold. S goes on to the next open conflict.",
    )
    panel.show_nothing(sentence.format(article=f"\u2068{hand.article.name}\u2069"))
