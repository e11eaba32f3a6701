"""Long work for the sake of suggestions: all articles are looked through, and the model learns."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from annotator.gui.annotate.suggesting import Suggesting
from annotator.gui.commands.learning_anew import LearningAnew
from annotator.gui.running.errands import Errands
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.widgets.article_list import ArticleList
from annotator.suggest.model import MODEL
from annotator.workflow.suggesting.offering import SuggestReport
from annotator.workflow.suggesting.sources import SOURCES, installed_sources
from annotator.workflow.suggesting.suggestion_service import (
    suggest_in,
    train_if_grown_in,
    train_in,
)
from annotator.workflow.suggesting.training import TrainReport


class Learning(QObject):
    """Begins such work, says what came of it, and switches suggestions on and off."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        errands: Errands,
        suggesting: Suggesting,
        articles: ArticleList,
    ) -> None:
        super().__init__(suggesting)
        self._session = session
        self._settings = settings
        self._errands = errands
        self._suggesting = suggesting
        self._anew = LearningAnew(session, errands, self._wants_model, self._train_anew, self)
        articles.suggestions_wanted.connect(self.suggest)
        self._switch()

    def stop(self) -> None:
        """Let nothing begin by itself any more."""
        self._anew.stop()

    def take_over(self, before: "Learning") -> None:
        """Leave in peace who did not want to wait for a model, in another language."""
        self._anew.take_over(before._anew)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "suggestions": self.toggle,
            **{f"suggest_{one}": partial(self.toggle_source, one) for one in SOURCES},
            "suggest_all": self.suggest,
            "train": self.train,
        }

    def toggle(self) -> None:
        """Suggest no more, or again; it is remembered for this user."""
        # They may have been given up meanwhile, or their sources been switched off one by one.
        is_on = not self._suggesting.is_on
        if is_on and not self._wanted():
            for source in SOURCES:
                self._settings.suggest_from(source, is_on=True)
        self._settings.shows_suggestions = is_on
        self._switch()

    def toggle_source(self, source: str) -> None:
        """Suggest what a source finds no more, or again; it is remembered for this user."""
        self._settings.suggest_from(source, is_on=not self._settings.suggests_from(source))
        self._switch()

    def ticks(self) -> dict[str, bool]:
        """Return which entries of the menus that can be on or off are on."""
        settings = self._settings
        return {
            "suggestions": self._suggesting.is_on,
            **{f"suggest_{one}": settings.suggests_from(one) for one in SOURCES},
        }

    def _wanted(self) -> list[str]:
        return [one for one in installed_sources() if self._settings.suggests_from(one)]

    def _wants_model(self) -> bool:
        return self._settings.shows_suggestions and MODEL in self._wanted()

    def _switch(self) -> None:
        self._suggesting.switch(self._wanted() if self._settings.shows_suggestions else ())
        self._anew.follow_wish()

    def suggest(self) -> None:
        """Look through all articles that the author has yet to finish."""
        session, sources = self._session, tuple(self._wanted())
        arguments = session.project.path, session.author.name, sources
        self._errands.run(self.tr("Suggesting…"), suggest_in, arguments, self._tell_suggested)

    def train(self) -> None:
        """Let the model of the project learn from its gold."""
        arguments = self._session.project.path, self._session.author.name
        self._errands.run(self._learning(), train_in, arguments, self._tell_trained)

    def _train_anew(self, give_way: Callable[[], None]) -> bool:
        """Let it learn though nobody has asked for that."""
        arguments = (self._session.project.path,)
        tell = self._tell_trained_anew
        return self._errands.run(
            self._learning(), train_if_grown_in, arguments, tell, give_way=give_way
        )

    def _learning(self) -> str:
        return self.tr("The model is learning…")

    def _tell_suggested(self, report: object) -> None:
        assert isinstance(report, SuggestReport)
        self._errands.acted.emit()  # the order of the list may be another one
        count = report.articles
        told = self.tr("%n article(s) looked through for suggestions.", "", count)
        self._errands.notice.say(told)

    def _tell_trained(self, report: object) -> None:
        assert isinstance(report, TrainReport)
        self._errands.notice.say(self._told_of(report))

    def _tell_trained_anew(self, report: object) -> None:
        """Say it by the way; nothing if another has let it learn meanwhile."""
        if isinstance(report, TrainReport):
            self._errands.told.emit(self._told_of(report))

    def _told_of(self, report: TrainReport) -> str:
        learned = self.tr("The model has learned from %n article(s).", "", report.articles)
        f1 = report.scores.f1_overlap
        if report.folds < 2 or f1 is None:
            told = self.tr("How right it is cannot be told: there is one story alone.")
        else:
            told = self.tr("On what it had not seen, its F1 is {f1} (overlapping).").format(
                f1=f"\u2066{f1:.2f}\u2069"
            )
        return f"{learned} {told}"
