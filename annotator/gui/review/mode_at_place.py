"""A mode of Review that stays at a place in gold, whatever happens to the list of conflicts."""

from annotator.gui.review.review_hand import ReviewHand
from annotator.gui.review.review_mode import Mode


class ModeAtPlace(Mode):
    """Shows its place anew once its article is another one; what only the list says is none of it.

    What shows a place has the article at hand, as ``_hand``.
    """

    _hand: ReviewHand

    def show(self) -> None:
        """Show the place, as it is now."""
        raise NotImplementedError

    def take_changed(self, article_ids: set[str]) -> None:
        if self._hand.is_one_of(article_ids):
            self._hand.let_go()

    def take_looked(self, article_ids: set[str]) -> None:
        if self._hand.is_one_of(article_ids):
            self._hand.let_go()
            self.show()

    def take_listed(self) -> None:
        if self._hand.taken is None:
            self.show()

    def name_anew(self) -> None:
        self._hand.show()
