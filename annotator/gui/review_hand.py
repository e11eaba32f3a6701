"""The article that a lead has at hand in Review, and how it is shown."""

from annotator.core.conflicts import Drawn
from annotator.core.model import Layer, Span
from annotator.gui.review_view import ReviewView
from annotator.gui.session import Session
from annotator.workflow.held import HeldArticle
from annotator.workflow.review_queue import ArticleAtHand, take_to_hand


class ReviewHand:
    """Takes articles to hand as the file has them, so that nothing old is ever decided."""

    def __init__(self, session: Session, view: ReviewView) -> None:
        self._session = session
        self._view = view
        self.is_blind = True
        """Whether authors are called by letters."""
        self.held = HeldArticle()
        """What is derived of the article that was taken last."""
        self._shown: tuple[ArticleAtHand, Layer, list[str]] | None = None
        """What is on view: of which article, with which layer, and what authors are called."""
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

    def show(self, draft: Layer | None = None) -> None:
        """Show gold, or the draft in its place, and the answers to the open conflicts."""
        hand, names = self.taken, self.names()
        if hand is None:
            return
        layer = draft or hand.gold
        if self._is_shown(hand, layer, names):
            return  # from one conflict of an article to the next nothing is laid out again
        self._shown = hand, layer, list(names.values())
        answers: list[Drawn] = [one for c in hand.conflicts for one in c.conflict.spans]
        self._view.show_answers(layer, answers, names)

    def _is_shown(self, hand: ArticleAtHand, layer: Layer, names: dict[str, str]) -> bool:
        if self._shown is None:
            return False
        article, shown, told = self._shown
        return article is hand and shown is layer and told == list(names.values())

    def gold_span(self, span_id: str) -> Span | None:
        """Return the gold span of that id."""
        return self.taken.gold.span(span_id) if self.taken else None
