"""Asking the lead: from the text, in one list, and a quiet word when something waits."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.behind import AskedQuestions
from annotator.core.errors import AnnotatorError
from annotator.core.language import Stretch
from annotator.core.model import Article
from annotator.core.questions import Question
from annotator.gui.annotate.unsent import Unsent
from annotator.gui.dialogs.ask import AskDialog
from annotator.gui.dialogs.questions import QuestionsDialog
from annotator.gui.language import error_text
from annotator.gui.session import Found, Session
from annotator.gui.settings import Settings
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.state_bar import StateBar
from annotator.workflow.people.questions import (
    answer,
    ask,
    questions_for,
    questions_on,
    see_answer,
    waiting_for,
    withdraw,
)


class Asking(QObject):
    """Lets annotators ask and leads answer."""

    def __init__(
        self, session: Session, settings: Settings, view: ArticleView, state_bar: StateBar
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._state_bar = state_bar
        self._dialog: QuestionsDialog | None = None
        self._asked = AskedQuestions()
        """Which questions are listed."""
        self._unsent = Unsent(session, settings, self)
        view.command_requested.connect(self._do_command)
        state_bar.waiting_requested.connect(self.show_questions)
        session.article_opened.connect(self._show_marks)
        session.articles_changed.connect(self._follow)
        self._follow()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"ask": self.ask, "questions": self.show_questions}

    def _do_command(self, name: str) -> None:
        if name == "ask":
            self.ask()

    def ask(self) -> None:
        """Ask the lead about what is selected, else about the article."""
        article, stretch = self._session.article, self._view.selection()
        span = self._view.attention.selected
        if stretch is None and span is not None:
            stretch = (span.start, span.end)
        if article is None:
            return
        quote = article.text[stretch[0] : stretch[1]] if stretch else ""
        send = partial(self._send, article, stretch)
        written = self._unsent.words(article.id, stretch)
        dialog = AskDialog(quote, written, send, self._window())
        dialog.written.connect(partial(self._unsent.write, article.id, stretch))
        dialog.exec()
        dialog.deleteLater()
        self._unsent.keep()
        self._view.setFocus()

    def send(self, text: str) -> None:
        """Ask the lead about the article at hand; where nothing is asked yet, ask for the words."""
        article = self._session.article
        if not text.strip() or article is None:
            self.ask()
        elif not self._put(article, None, text):  # the window has told why
            before = self._unsent.words(article.id, None)
            self._unsent.write(article.id, None, f"{before}\n{text}".lstrip())
            self._unsent.keep()

    def _send(self, article: Article, stretch: Stretch | None, text: str) -> str:
        """Send a question on ``article``; return why that could not be, or nothing."""
        failures: list[AnnotatorError] = []
        with self._session.failures_told_to(failures.append):
            if self._put(article, stretch, text):
                self._unsent.drop(article.id, stretch)
        return error_text(failures[0]) if failures else ""

    def _put(self, article: Article, stretch: Stretch | None, text: str) -> bool:
        session = self._session
        return self._act(lambda: ask(session.project, article, session.author.name, text, stretch))

    def show_questions(self) -> None:
        """List the questions that may be seen, beside the work."""
        self.show_asked(AskedQuestions())

    def show_asked(self, asked: AskedQuestions) -> None:
        """List some of them."""
        self._asked = asked
        if self._dialog is None:
            is_lead = self._session.author.is_lead
            dialog = QuestionsDialog(
                self._session.author.name, is_lead=is_lead, parent=self._window()
            )
            dialog.open_requested.connect(self._open)
            dialog.answer_requested.connect(self._answer)
            dialog.withdraw_requested.connect(self._withdraw)
            dialog.read.connect(self._see)
            dialog.all_requested.connect(self.show_questions)
            self._dialog = dialog
        self._dialog.show()
        self._follow()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def keep(self) -> None:
        """Keep what was written and not sent, for another language or another day."""
        self._unsent.keep()

    def put_away(self) -> None:
        """Close the list: another window is made for another project or language."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _open(self, question: Question) -> None:
        """Open the article of a question at its stretch."""
        if self._session.article is None or self._session.article.id != question.article_id:
            self._session.tell_failure(lambda: self._session.open_article(question.article))
        article = self._session.article
        if question.stretch and article and article.id == question.article_id:
            self._view.select(*question.stretch)
            self._view.scroll_to(question.stretch[0])
        self._window().activateWindow()
        self._view.setFocus()

    def _answer(self, question_id: str, text: str) -> None:
        project, lead = self._session.project, self._session.author.name
        self._act(lambda: answer(project, lead, question_id, text))

    def _withdraw(self, question_id: str) -> None:
        project, author = self._session.project, self._session.author.name
        self._act(lambda: withdraw(project, author, question_id))

    def _see(self, question_id: str) -> None:
        project, author = self._session.project, self._session.author.name
        self._act(lambda: see_answer(project, author, question_id))

    def _act(self, act: Callable[[], Found]) -> bool:
        """Do what changes questions alone, and show what came of it; false if it failed."""
        is_done = self._session.act_beside(act)
        self._follow()
        return is_done

    def _follow(self) -> None:
        session = self._session
        waiting = session.read(lambda: waiting_for(session.project, session.author), 0)
        self._state_bar.show_waiting(waiting, is_lead=session.author.is_lead)
        self._show_marks()
        if self._dialog is not None and self._dialog.isVisible():
            none: list[Question] = []
            found = session.read(lambda: questions_for(session.project, session.author), none)
            self._dialog.show_questions(list(filter(self._asked.counts, found)), self._asked)

    def _show_marks(self) -> None:
        session, article = self._session, self._session.article
        if article is None:
            return
        none: list[Question] = []
        found = session.read(
            lambda: questions_on(session.project, article.id, session.author), none
        )
        self._view.show_asked([one.stretch for one in found if one.stretch and one.is_open])

    def _window(self) -> QWidget:
        return self._view.window()
