"""What a lead has said of the article at hand, above its text; and how a finished test went."""

from PySide6.QtCore import QObject, Signal

from annotator.core.feedback import Score
from annotator.core.model import Comment, Layer, Status, Word
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.word_bar import WordBar
from annotator.gui.wording.scores import shown_f1
from annotator.workflow.people.comments import comments_on, put_away, unheard


class Hearing(QObject):
    """Lets the line above the text say it until it is put away, for good."""

    heard = Signal(object)
    """What was said of the article of that number is put away; ``None`` if it is gone."""

    def __init__(self, session: Session, view: ArticleView, bar: WordBar) -> None:
        super().__init__(bar)
        self._session = session
        self._view = view
        self._bar = bar
        self._said: tuple[Comment, ...] = ()
        """What the line says of the article at hand."""
        bar.put_away.connect(self._put_away)
        session.articles_changed.connect(self._follow)

    def take(self, layer: Layer | None) -> None:
        """Say what is to be said of the article of ``layer``, the one at hand."""
        score = self._score(layer) if layer is not None else None
        self._said = self._to_say(layer, score) if layer is not None else ()
        if self._said:
            told = (self._told(one, score) for one in self._said)
            self._bar.say("\n".join(told), can_look=score is not None)
        else:
            self._bar.hide()

    def _follow(self) -> None:
        self.take(self._session.layer)

    def _score(self, layer: Layer) -> Score | None:
        """Return how a finished test went, once that is told."""
        catalogue = self._session.catalogue
        is_finished = layer.status is Status.FINISHED
        return catalogue.score_of_test(layer.article_id) if is_finished else None

    def _to_say(self, layer: Layer, score: Score | None) -> tuple[Comment, ...]:
        session = self._session
        is_closed = layer.status is Status.FINISHED and session.catalogue.is_test(layer.article_id)
        figures = f"{score.f1.exact} {score.f1.overlap}" if score is not None else ""
        tested = (Comment(Word.TESTED, figures),) if is_closed else ()

        def look() -> tuple[Comment, ...]:
            return unheard(session.project, layer, tested or comments_on(session.project, layer))

        nothing: tuple[Comment, ...] = ()
        return session.read(look, nothing)

    def _told(self, comment: Comment, score: Score | None) -> str:
        text = f"\u2068{comment.text}\u2069"
        match comment.word:
            case Word.TEST:
                return self.tr(
                    "This article is a test: it stays as it is once you finish it. When you have"
                    " finished all of the test you see how the settled ones differ."
                )
            case Word.TESTED if score is not None:
                told = self.tr("The test of this article is finished: {score}.")
                return told.format(score=shown_f1(score.f1))
            case Word.TESTED:
                return self.tr("The test of this article is finished: it stays as it is.")
            case Word.SENT_BACK if comment.text == Word.SENT_BACK:
                return self.tr("Sent back without a comment: look at it again, then finish it.")
            case Word.SENT_BACK:
                return self.tr("Sent back: {comment}").format(comment=text)
            case Word.COMMENT:
                return self.tr("From the lead: {comment}").format(comment=text)

    def _put_away(self) -> None:
        session, layer, said = self._session, self._session.layer, self._said
        self._bar.hide()
        self._view.setFocus()
        if layer is not None:
            session.act_beside(lambda: put_away(session.project, layer, said))
            self.heard.emit(session.number_at_hand())
