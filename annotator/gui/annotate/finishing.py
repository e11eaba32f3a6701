"""How an author is done with the article at hand: finishes it, sets it aside, takes it up again."""

from collections.abc import Callable, Iterable, Set

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from annotator.core.model import Article, Status
from annotator.gui.annotate.missing_values import counted_labels, without_value
from annotator.gui.dialogs.set_aside import SetAsideDialog
from annotator.gui.session import Session
from annotator.gui.widgets.notice import Notice
from annotator.gui.widgets.state_bar import StateBar
from annotator.gui.wording.scores import shown_f1
from annotator.gui.wording.shortening import shortened

_LONGEST = 50
"""How many letters of a title leave room for the rest."""


class Finishing(QObject):
    """Changes the state of the article at hand and says what came of it."""

    question_requested = Signal(str)
    """The lead is to be asked about the article that was set aside."""
    review_requested = Signal()
    """The author, a lead, wants to settle the article instead of marking it."""

    def __init__(
        self,
        session: Session,
        open_next: Callable[[], bool],
        notice: Notice,
        state_bar: StateBar,
        window: QWidget,
    ) -> None:
        """Let ``open_next`` open the next unfinished article; it is false if there is none."""
        super().__init__(state_bar)
        self._session = session
        self._open_next = open_next
        self._notice = notice
        self._state_bar = state_bar
        self._window = window
        self.suggestions_left: Callable[[], int] = lambda: 0
        """Tells how many are neither taken nor refused on the article at hand."""
        self._meant: set[str] = set()
        """The articles in which a lead has said that she means to mark spans of her own."""

    def finish(self) -> bool:
        """Let the article be finished and say what it lacks; false if it is not."""
        article = self._session.article
        if article is None or not self._is_meant(article):
            return False
        left = self.suggestions_left()  # once it is finished nothing is suggested any more
        if not self._session.set_state(Status.FINISHED):
            return False
        told = self.tr("Finished: {title}").format(title=_named(article))
        test = self._session.catalogue.score_of_test(article.id)
        parts = (
            told,
            self._missing(),
            self._proposed(),
            self.tr("%n suggestion(s) neither taken nor refused", "", left) if left else "",
            shown_f1(test.f1) if test is not None else "",
        )
        self._state_bar.tell(" · ".join(filter(None, parts)))
        return True

    def may_begin(self) -> bool:
        """Ask whether a lead means to begin a layer beside those that others have finished.

        She is asked once for each article; false if she does not, or has gone elsewhere since.
        """
        session, article = self._session, self._session.article
        if article is None or article.id in self._meant:
            return True
        if session.layer is None or session.layer.status is not Status.NEW:
            return True
        others = session.catalogue.finished_unasked(article.id)
        if not others:
            return True
        told = self.tr(
            "“{title}” is not assigned to you, and %n other(s) have finished it. What you mark here"
            " is a layer of your own: gold waits until you finish it, and where it differs from"
            " theirs is an open conflict. In Review you see what they marked, and settle it.",
            "",
            others,
        )
        box = self._warning(self.tr("Mark the article"), told.format(title=_named(article)))
        mark = box.addButton(self.tr("&Mark all the same"), QMessageBox.ButtonRole.AcceptRole)
        review = box.addButton(self.tr("&Review the article"), QMessageBox.ButtonRole.ActionRole)
        answer = self._answer(box)
        if answer is mark:
            self._meant.add(article.id)
        elif answer is review:
            self.review_requested.emit()
        return answer is mark

    def left_out(self, article_ids: Iterable[str]) -> Set[str] | None:
        """Ask the same of many articles, in which spans are to be marked at once.

        Return the ids of those that the lead leaves out; ``None`` if nothing is to be marked.
        """
        beside = self._session.catalogue.finished_beside(article_ids)
        if not beside:
            return beside
        told = self.tr(
            "%n of these article(s) are not assigned to you, and others have finished them. What"
            " you mark there is a layer of your own: gold waits until you finish it, and where it"
            " differs from theirs is an open conflict.",
            "",
            len(beside),
        )
        box = self._warning(self.tr("Mark in all articles"), told)
        mark = box.addButton(self.tr("&Mark there too"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Leave those &out"), QMessageBox.ButtonRole.AcceptRole)
        answer = self._answer(box)
        if answer is leave:
            return beside
        return frozenset() if answer is mark else None

    def _is_meant(self, article: Article) -> bool:
        """Ask whether a lead's layer is to count against the work of others, if it would."""
        session, layer = self._session, self._session.layer
        if layer is None or layer.status is Status.FINISHED:
            return True
        if layer.spans and article.id in self._meant:
            return True
        others = session.catalogue.finished_unasked(article.id)
        if not others:
            return True
        if layer.spans:
            told = self.tr(
                "“{title}” is not assigned to you, and %n other(s) have finished it: if you finish"
                " it, too, every span on which you differ from them becomes an open conflict.",
                "",
                others,
            )
        else:
            told = self.tr(
                "“{title}” is not assigned to you, you have marked nothing in it, and %n other(s)"
                " have finished it: if you finish it, every span of theirs becomes an open"
                " conflict.",
                "",
                others,
            )
        box = self._warning(self.tr("Finish the article"), told.format(title=_named(article)))
        finish = box.addButton(self.tr("&Finish it"), QMessageBox.ButtonRole.AcceptRole)
        return self._answer(box) is finish

    def _warning(self, title: str, told: str) -> QMessageBox:
        return QMessageBox(QMessageBox.Icon.Warning, title, told, parent=self._window)

    def _answer(self, box: QMessageBox) -> QAbstractButton | None:
        """Return which button was pressed; ``None`` if another article is at hand since."""
        article = self._session.article
        leave = box.addButton(self.tr("&Leave it as it is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.exec()
        box.deleteLater()
        at_hand = self._session.article
        is_there = at_hand is not None and article is not None and at_hand.id == article.id
        return box.clickedButton() if is_there else None

    def _missing(self) -> str:
        """Say that there are no spans, or which have no value; nothing if all have one."""
        layer, labels = self._session.layer, self._session.labels
        if layer and not layer.spans:
            return self.tr("no spans")
        spans = without_value(layer.spans, labels) if layer else []
        if not spans:
            return ""
        counted = counted_labels(spans, labels, self._session.language)
        return self.tr("%n span(s) without a value: {labels}", "", len(spans)).format(
            labels=counted
        )

    def _proposed(self) -> str:
        """Say how many values are only proposed: nobody has looked at them."""
        layer = self._session.layer
        proposed = sum(span.proposed for span in layer.spans) if layer else 0
        return self.tr("%n value(s) only proposed", "", proposed) if proposed else ""

    def finish_and_next(self) -> None:
        """Finish the article and open the next unfinished one; say which one that was."""
        if self.finish() and not self._open_next():
            self._notice.say(self.tr("All articles in the list are finished or set aside."))

    def set_aside(self) -> None:
        """Ask for the reason and set the article aside."""
        article = self._session.article
        if article is None:
            return
        dialog = SetAsideDialog(self._window)
        if not dialog.exec() or not self._is_at_hand(article):
            return
        if self._session.set_state(Status.SET_ASIDE, dialog.reason()):
            question = dialog.question()
            if question is not None:
                self.question_requested.emit(question)

    def _is_at_hand(self, article: Article) -> bool:
        """Tell whether ``article`` still is at hand; say so if another program has removed it."""
        at_hand = self._session.article
        if at_hand is not None and at_hand.id == article.id:
            return True
        self._notice.say(
            self.tr("“{title}” was not set aside: it is no longer in the project.").format(
                title=f"\u2068{shortened(article.title, _LONGEST)}\u2069"
            )
        )
        return False

    def reopen(self) -> None:
        """Take the article up again."""
        self._session.set_state(Status.IN_PROGRESS)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "finish_next": self.finish_and_next,
            "finish": self.finish,
            "set_aside": self.set_aside,
            "reopen": self.reopen,
        }


def _named(article: Article) -> str:
    """Return the title, shortened, as it stands in a sentence of any direction."""
    return f"\u2068{shortened(article.title, _LONGEST)}\u2069"
