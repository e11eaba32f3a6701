"""When the article at hand was published: asked for once, above its text."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from annotator.core.details import Details
from annotator.core.model import Article
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.published_bar import PublishedBar
from annotator.workflow.acts.publishing import ask_no_more, is_to_be_asked, likely_day


class Publishing(QObject):
    """Lets the line above the text ask for the day, and tells the session."""

    def __init__(self, session: Session, view: ArticleView, bar: PublishedBar) -> None:
        super().__init__(bar)
        self._session = session
        self._view = view
        self._bar = bar
        bar.day_requested.connect(self._set)
        bar.put_away.connect(self._put_away)
        bar.left.connect(view.setFocus)
        session.article_changed.connect(self.take)

    def take(self, article: Article | None) -> None:
        """Ask for the day of ``article`` if nothing tells it and nobody has answered."""
        is_asked = article is not None and self._session.read(
            lambda: is_to_be_asked(self._session.project, article), False
        )
        if article is not None and is_asked:
            self._bar.ask(likely_day(article))
        else:
            self._bar.hide()

    def ask(self) -> None:
        """Ask for the day now, whatever has been answered before."""
        article = self._session.article
        if article is None:
            return
        if self._bar.isHidden():
            self._bar.ask(article.published or likely_day(article))
        self._bar.focus()

    def take_over(self, before: "Publishing") -> None:
        """Go on asking as it was done before, with what was typed."""
        self._bar.take_over(before._bar)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"published": self.ask}

    def _set(self, day: str) -> None:
        article = self._session.article
        if article is None:
            return
        if self._session.edit_details(replace(Details.of(article), published=day)):
            self._bar.hide()
            self._view.setFocus()

    def _put_away(self) -> None:
        article = self._session.article
        if article is not None and article.published is None:
            self._session.act_on_project(lambda: ask_no_more(self._session.project, article))
        self._bar.hide()
        self._view.setFocus()
