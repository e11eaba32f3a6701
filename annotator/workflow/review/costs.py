"""What it costs to derive articles: told before, so that a window knows what to leave to others.

One article may hold more than all others together.  So what counts is what stands in them: spans
and decisions, and for each article, and each place that is acted on, about as many as take the
same time.
"""

from collections.abc import Collection

from annotator.store.project import Project

LITTLE = 1_200
"""So much is done in some forty milliseconds."""
_ARTICLE = 50
_PLACE = 20


def is_little(
    project: Project, article_ids: Collection[str], places: int = 0, at_most: int | None = None
) -> bool:
    """Tell whether it costs ``at_most`` so much to derive articles and to act on ``places``.

    What is not told otherwise may cost ``LITTLE``.
    """
    left = (LITTLE if at_most is None else at_most) - _ARTICLE * len(article_ids) - _PLACE * places
    if left < 0:
        return False
    with project.reading():
        left -= project.layers.count_spans(article_ids, left + 1)
        return left >= 0 and project.decisions.count_spans(article_ids, left + 1) <= left
