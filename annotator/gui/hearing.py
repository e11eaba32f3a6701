"""What a lead has said of the article at hand, above its text; and how a finished test went."""

from PySide6.QtCore import QObject

from annotator.core.model import Layer, Status, Word
from annotator.gui.scores import shown_f1
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.word_bar import WordBar
from annotator.workflow.comments import Comment, comments_on


class Hearing(QObject):
    """Lets the line above the text say it until it is put away."""

    def __init__(self, session: Session, view: ArticleView, bar: WordBar) -> None:
        super().__init__(bar)
        self._session = session
        self._view = view
        self._bar = bar
        self._shown: tuple[str, str] | None = None
        """The article and what is said of it."""
        self._away: set[tuple[str, str]] = set()
        """What was put away; for as long as the window is open."""
        bar.put_away.connect(self._put_away)
        session.articles_changed.connect(self._follow)

    def take(self, layer: Layer | None) -> None:
        """Say what is to be said of the article of ``layer``, the one at hand."""
        text, can_look = self._told(layer) if layer is not None else ("", False)
        self._shown = (layer.article_id, text) if layer is not None and text else None
        if self._shown is None or self._shown in self._away:
            self._bar.hide()
        else:
            self._bar.say(text, can_look=can_look)

    def _follow(self) -> None:
        self.take(self._session.layer)

    def take_over(self, before: "Hearing") -> None:
        """Keep put away what was, in words of another language too."""
        if before._shown is not None and before._bar.isHidden() and self._shown is not None:
            self._away.add(self._shown)
            self._bar.hide()

    def _told(self, layer: Layer) -> tuple[str, bool]:
        session = self._session
        if layer.status is Status.FINISHED:
            return self._test_told(layer)
        nothing: tuple[Comment, ...] = ()
        found = session.read(lambda: comments_on(session.project, layer), nothing)
        return "\n".join(map(self._comment_told, found)), False

    def _comment_told(self, comment: Comment) -> str:
        text = f"\u2068{comment.text}\u2069"
        match comment.word:
            case Word.TEST:
                return self.tr(
                    "This article is a test: it stays as it is once you finish it. When you have"
                    " finished all of the test you see how the settled ones differ."
                )
            case Word.SENT_BACK:
                return self.tr("Sent back: {comment}").format(comment=text)
            case Word.COMMENT:
                return self.tr("From the lead: {comment}").format(comment=text)

    def _test_told(self, layer: Layer) -> tuple[str, bool]:
        """Say how a finished test went; nothing of what is no test."""
        catalogue = self._session.catalogue
        if not catalogue.is_test(layer.article_id):
            return "", False
        found = catalogue.score_of_test(layer.article_id)
        if found is None:
            return self.tr("The test of this article is finished: it stays as it is."), False
        told = self.tr("The test of this article is finished: {score}.")
        return told.format(score=shown_f1(found.f1)), True

    def _put_away(self) -> None:
        if self._shown is not None:
            self._away.add(self._shown)
        self._bar.hide()
        self._view.setFocus()
