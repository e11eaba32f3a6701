"""What suggestions do to the work in a project, read from the layers of those who work with them.

Who never saw a suggestion is left out, also where they were withheld: how she works by herself
would be taken for what the lack of suggestions does.
"""

from collections.abc import Iterator, Sequence

from annotator.core.intervals import Bootstrap
from annotator.core.progress import Progress
from annotator.core.suggestion_effect import SuggestedWork, SuggestionEffect, effect
from annotator.store.project import Project
from annotator.workflow.people.counting import counting
from annotator.workflow.review.settling import ArticleReview
from annotator.workflow.suggesting.offering import withholding


class SuggestionEffects:
    """Tells what suggestions do in one project; while the layers stay the same it is known."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: tuple[object, SuggestionEffect] | None = None

    def found(
        self, reviews: Sequence[ArticleReview], bootstrap: Bootstrap | None, progress: Progress
    ) -> SuggestionEffect:
        """Return it; ``reviews`` are those of all finished articles, with layers against gold.

        Raises:
            Cancelled: if ``progress`` says so.
        """
        view = bootstrap, tuple(self._works(reviews))
        if self._known is None or self._known[0] != view:
            self._known = view, effect(view[1], bootstrap, progress)
        return self._known[1]

    def _works(self, reviews: Sequence[ArticleReview]) -> Iterator[SuggestedWork]:
        project = self._project
        counts, withheld = counting(project), withholding(project)
        rows = [row for row in project.layers.work_suggested() if counts.counts(*row[:2])]
        see_some = {author for _, author, is_shown, *_ in rows if is_shown}
        hashes = project.articles.hashes()
        held = {one.article_id: one.against_gold for one in reviews}
        for article_id, author, is_shown, seconds, spans, worked in rows:
            if is_shown or (author in see_some and withheld.holds(hashes[article_id])):
                yield SuggestedWork(
                    article_id=article_id,
                    is_shown=is_shown,
                    spans=spans,
                    seconds=seconds,
                    worked=worked,
                    against_gold=held.get(article_id, {}).get(author),
                )
