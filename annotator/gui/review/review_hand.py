"""The article that a lead has at hand in Review, and how it is shown."""

from collections.abc import Collection
from dataclasses import dataclass

from annotator.core.conflicts import Drawn, Place
from annotator.core.model import Layer, Span
from annotator.gui.review.review_view import ReviewView
from annotator.gui.session import Session
from annotator.workflow.review.held import HeldArticle
from annotator.workflow.review.review_queue import ArticleAtHand, take_to_hand
from annotator.workflow.review.settling import OpenConflict


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is on view of an article: gold, or the draft that is made instead of a span of it."""

    hand: ArticleAtHand
    layer: Layer
    instead_of: Place | None
    names: dict[str, str]
    """What authors are called."""

    def is_like(self, other: "_Shown") -> bool:
        """Tell whether nothing else is to be shown; what was derived anew is not compared."""
        return (
            self.hand is other.hand
            and self.layer is other.layer
            and self.instead_of == other.instead_of
            and list(self.names.items()) == list(other.names.items())
        )


class ReviewHand:
    """Takes articles to hand as the file has them, so that nothing old is ever decided."""

    def __init__(self, session: Session, view: ReviewView) -> None:
        self._session = session
        self._view = view
        self.is_blind = True
        """Whether authors are called by letters."""
        self.held = HeldArticle()
        """What is derived of the article that was taken last."""
        self._shown: _Shown | None = None
        self.taken: ArticleAtHand | None = None
        self.has_failed = False
        """Whether the article that was to be taken last could not be read."""

    def take(self, article_id: str, *, for_again: bool = False) -> ArticleAtHand | None:
        """Take an article to hand, unless it is; ``None`` if it is gone, or could not be read."""
        self.has_failed = False
        if self.taken is not None and self.taken.article.id == article_id:
            return self.taken
        session = self._session
        failed: tuple[ArticleAtHand | None] | None = None

        def read() -> tuple[ArticleAtHand | None]:
            return (take_to_hand(session.project, article_id, self.held, for_again=for_again),)

        found = session.read(read, failed)
        if found is None:
            self.has_failed = True  # what is at hand stays so; the session has told why
            return None
        (self.taken,) = found
        if self.taken is not None and self._view.text != self.taken.article.text:
            self._view.take_article(self.taken.article)
        return self.taken

    def is_one_of(self, article_ids: Collection[str]) -> bool:
        """Tell whether the article at hand is one of these."""
        return self.taken is not None and self.taken.article.id in article_ids

    def let_go(self) -> None:
        """Forget how the article was; the next one who takes it derives it anew."""
        self.taken = None

    def put_away(self) -> None:
        """Show no article any more."""
        self.taken = None
        self._view.take_article(None)

    def names(self) -> dict[str, str]:
        """Return what the authors are called, in the order of their letters."""
        names = self.taken.names if self.taken else {}
        return {who: letter if self.is_blind else who for who, letter in names.items()}

    def show(self, draft: Layer | None = None, instead_of: Place | None = None) -> None:
        """Show gold and the answers to the open conflicts.

        Where there is a draft, gold stands muted around it, but for the span ``instead_of`` which
        the draft is made.
        """
        hand = self.taken
        if hand is None:
            return
        names = self.names()
        shown = _Shown(hand, draft or hand.gold, instead_of, names)
        if self._shown is not None and self._shown.is_like(shown):
            return  # from one conflict of an article to the next nothing is laid out again
        self._shown = shown
        answers: list[Drawn] = [one for c in hand.conflicts for one in c.conflict.spans]
        around: list[Span] = []
        if draft is not None:
            hidden = {instead_of, *(span.place for span in draft.spans)}
            around = [span for span in hand.gold if span.place not in hidden]
        self._view.show_answers(shown.layer, answers, names, around)

    def conflict_with(self, span_id: str) -> OpenConflict | None:
        """Return the open conflict to which an answer belongs, by the id of a span of it."""
        conflicts = self.taken.conflicts if self.taken else ()
        found = (
            one for one in conflicts if any(span.id == span_id for _, span in one.conflict.spans)
        )
        return next(found, None)

    def gold_span(self, span_id: str) -> Span | None:
        """Return the gold span of that id."""
        return self.taken.gold.span(span_id) if self.taken else None
