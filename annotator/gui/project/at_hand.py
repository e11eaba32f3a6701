"""The article at hand and its author's layer of it, as the file last told them.

Acts on it are one transaction each, and are done only on what the user sees.
"""

from collections.abc import Callable

from annotator.core.edits import Confirm
from annotator.core.model import Article, Layer
from annotator.gui.project.seeing import Seen, with_confirmed
from annotator.gui.project.stopwatch import Stopwatch
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.acts.details import told_otherwise
from annotator.workflow.acts.seen import refuse_if_changed, refuse_if_gone

Act = Callable[[Project, Article, Layer], marking.Marked]
"""Does something with an article and the author's layer of it."""
Step = Callable[[Project, Layer], list[marking.Marked]]
"""Undoes or does again what was done last on a layer."""


class AtHand:
    """What one author works on: an article, a layer, and what was shown of them."""

    def __init__(self, project: Project, author: str) -> None:
        """Begin with no article at hand."""
        self._project = project
        self._author = author
        self.article: Article | None = None
        self.layer: Layer | None = None
        self.number = 0
        """The number of the article, or of the one that was at hand last."""
        self.seen = Seen()
        self.stopwatch = Stopwatch(project, author)

    def take(self, article: Article) -> Layer:
        """Take an article to hand; return its author's layer.

        Raises:
            ProjectError: if the file cannot be read; what was at hand stays so.
        """
        self.seen.forget()
        self.stopwatch.keep()
        with self._project.reading():
            layer = self._project.layers.load(article.id, self._author)
            number = self._project.articles.number_of(article.id) or 0
        self.article, self.layer, self.number = article, layer, number
        self.stopwatch.take_up(article.id)
        return layer

    def let_go(self) -> None:
        """Have nothing at hand."""
        self.article = self.layer = None

    # -- acts

    def act(self, article: Article, layer: Layer, act: Act) -> marking.Marked:
        """Do ``act``, unless another program has taken the article out; confirm what was shown."""
        with self.stopwatch.kept(article.id) as project:
            refuse_if_gone(project, article)
            return with_confirmed(project, article, act(project, article, layer), self.seen)

    def step(self, article: Article, layer: Layer, step: Step) -> list[marking.Marked]:
        """Undo or redo, unless the last act is another than the menu says.

        What changed in the article at hand comes first, then what did in others.
        """
        with self.stopwatch.kept(article.id) as project:
            refuse_if_changed(project, article, layer)
            return step(project, layer)

    def confirm_shown(self, *, at_hand: bool) -> marking.Marked | None:
        """Confirm what was shown, if the file still says what the author sees.

        Without ``at_hand`` the span that the author is looking at is left out.
        """
        article, layer = self.article, self.layer
        if article is None or layer is None:
            return None
        ids = self.seen.to_confirm(article, layer, at_hand=at_hand)
        if not ids:
            return None
        with self._project.writing():
            if self._project.layers.revision(layer.article_id, layer.author) != layer.revision:
                return None
            return marking.apply(self._project, article, layer, Confirm(ids))

    # -- following the file

    def is_gone(self) -> bool:
        """Tell whether the article is in the file no more."""
        with self._project.reading():
            there = self.article and self._project.articles.number_of(self.article.id)
        return self.article is not None and there is None

    def follow_article(self) -> Article | None:
        """Return the article if the file tells something else of it by now."""
        told = told_otherwise(self._project, self.article) if self.article else None
        if told is not None:
            self.article = told
        return told

    def follow_layer(self) -> Layer | None:
        """Return the layer if it was changed from outside."""
        if self.layer is None:
            return None
        with self._project.reading():
            layer = self._project.layers.load(self.layer.article_id, self._author)
        if layer.revision == self.layer.revision:
            return None
        self.layer = layer
        return layer
