"""Details of the article at hand: shown, told otherwise, taken back like any edit."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.details import Details
from annotator.core.errors import AnnotatorError
from annotator.core.model import Article, Source, Status
from annotator.gui.dialogs.article_details import ArticleDetailsDialog
from annotator.gui.language import error_text, moment_text
from annotator.gui.session import Session
from annotator.workflow.acts.details import Facts, facts

_MOST_SOURCES = 20


class Telling(QObject):
    """Opens the details of the article at hand."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"details": self.show_details}

    def show_details(self) -> None:
        """Show what is told of the article at hand, and let it be told otherwise."""
        article = self._session.article
        if article is None:
            return
        is_lead = self._session.author.is_lead
        around = self._session.read(
            lambda: facts(self._session.project, article, see_layers=is_lead), Facts([], [])
        )
        told, save = self._facts(article, around), partial(self._save, article)
        ArticleDetailsDialog(Details.of(article), told, save, self._window).exec()

    def _save(self, article: Article, wanted: Details) -> str:
        """Save what is wanted of ``article``; return why that could not be, or nothing.

        Another one may be at hand by now: another program may have taken this one out.
        """
        at_hand = self._session.article
        if at_hand is None or at_hand.id != article.id:
            return self.tr(
                "“{title}” is no longer in the project, so nothing of this can be saved. Copy what"
                " you still need, then close this window."
            ).format(title=f"\u2068{article.title}\u2069")
        failures: list[AnnotatorError] = []
        if self._session.edit_details(wanted, failures.append):
            return ""
        if failures:
            return error_text(failures[0])
        return self.tr("It is not saved yet, for something else is being saved. Try again.")

    def _facts(self, article: Article, around: Facts) -> list[tuple[str, str]]:
        more = len(around.sources) - _MOST_SOURCES
        sources = [_source_text(source) for source in around.sources[:_MOST_SOURCES]]
        if more > 0:
            sources.append(self.tr("and %n more", "", more))
        paragraphs = sum(1 for line in article.text.split("\n") if line.strip())
        told = [
            (self.tr("Name"), f"\u2068{article.name}\u2069"),
            (self.tr("Added"), f"\u2068{moment_text(article.added_at)}\u2069"),
            (self.tr("Letters"), f"{len(article.text):,}"),
            (self.tr("Paragraphs"), f"{paragraphs:,}"),
            (self.tr("SHA-256"), f"\u2066{_in_groups(article.sha256)}\u2069"),
            (self.tr("Further sources"), "\n".join(sources) or self.tr("none")),
        ]
        if self._session.author.is_lead:
            layers = "\n".join(self._layer_text(*layer) for layer in around.layers)
            told.append((self.tr("Layers"), layers or self.tr("none")))
        return told

    def _layer_text(self, author: str, status: Status, spans: int) -> str:
        shown = {
            Status.NEW: self.tr("new"),
            Status.IN_PROGRESS: self.tr("in progress"),
            Status.FINISHED: self.tr("finished"),
            Status.SET_ASIDE: self.tr("set aside"),
        }[status]
        counted = self.tr("%n span(s)", "", spans)
        return f"\u2068{author}\u2069: {shown}, {counted}"


def _source_text(source: Source) -> str:
    parts = (source.name, source.outlet, source.published, source.url)
    return " · ".join(f"\u2068{part}\u2069" for part in parts if part)


def _in_groups(sha256: str) -> str:
    """Return a hash in groups, so that it can be compared, and wrapped."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))
