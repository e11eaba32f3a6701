"""Marking all mentions of a name, or taking all its spans out: the list and what it is told."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.arabic import ARABIC
from annotator.core.edits import Change
from annotator.core.errors import AnnotatorError
from annotator.core.language import Stretch
from annotator.core.mentions import ArticleMentions, Chosen, Name
from annotator.core.model import Article, Layer, Span
from annotator.gui.language import error_text
from annotator.gui.running.gathering import Gathering
from annotator.gui.session import Session
from annotator.gui.text.borders import word_here
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.mention_list import MentionList
from annotator.workflow.worker import gather_mentions


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the user asked for, and where."""

    words: str
    name: Name
    stretch: Stretch
    span_id: str | None
    article_id: str
    removes: bool
    everywhere: bool


class Mentions(QObject):
    """Lets the article view and the list of mentions work together."""

    told = Signal(str)
    """Something was done, or cannot be."""
    act_requested = Signal(str, object, bool)
    """Articles that are not at hand are to be changed too: the label, an iterator of ``Chosen``,
    and whether spans are to be taken out."""

    def __init__(self, session: Session, view: ArticleView, panel: MentionList) -> None:
        super().__init__(panel)
        self._session = session
        self._view = view
        self._panel = panel
        self.may_begin: Callable[[], bool] = lambda: True
        """Tells whether the author means to mark spans in the article at hand."""
        self.left_out: Callable[[Iterable[str]], Set[str] | None] = lambda _: frozenset()
        """Returns in which of many articles the author marks none; ``None``: in none at all."""
        self._asked: _Asked | None = None
        self._last_label = ""
        self._gathering = Gathering(self)
        self._gathering.found.connect(panel.add)
        self._gathering.advanced.connect(panel.show_progress)
        self._gathering.ended.connect(panel.end_looking)
        self._gathering.failed.connect(self._tell)
        panel.act_requested.connect(self._act)
        panel.label_requested.connect(self._take_label)
        panel.place_requested.connect(self._follow)
        panel.open_requested.connect(self._open)
        panel.cancel_requested.connect(self._gathering.stop)
        panel.closed.connect(self.close)
        session.article_opened.connect(self._leave)
        session.layer_changed.connect(self._learn)
        session.labels_changed.connect(self._leave_label)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "mentions": partial(self._ask, removes=False, everywhere=False),
            "mentions_everywhere": partial(self._ask, removes=False, everywhere=True),
            "unmark": partial(self._ask, removes=True, everywhere=False),
            "unmark_everywhere": partial(self._ask, removes=True, everywhere=True),
        }

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        self._gathering.abandon()

    def close(self) -> None:
        """Put the list away and go back to where it was asked for."""
        asked, self._asked = self._asked, None
        self._gathering.give_up()
        self._panel.hide()
        if asked and self._is_at_hand(asked.article_id):
            if asked.span_id:
                self._view.place_caret(asked.stretch[1])  # what was followed is selected no longer
                self._view.select_span(asked.span_id)
            else:
                self._view.select(*asked.stretch)
            self._view.show_place(asked.stretch[0])
        self._view.setFocus()

    def _ask(self, *, removes: bool, everywhere: bool) -> None:
        article, span = self._session.article, self._selected()
        if article is None:
            return
        stretch = self._view.selection() or ((span.start, span.end) if span else None)
        stretch = stretch or word_here(article.text, self._view.caret())
        if stretch is None:
            self.told.emit(self.tr("There is no word at the caret: select a name first."))
            return
        label = span.label if span else self._likely_label(stretch)
        name = Name(ARABIC.names_at(article.text, *stretch), label)
        self._asked = _Asked(
            article.text[slice(*stretch)],
            name,
            stretch,
            self._view.selected_span(),
            article.id,
            removes,
            everywhere,
        )
        self._look(article)

    def _selected(self) -> Span | None:
        layer, span_id = self._session.layer, self._view.selected_span()
        if self._view.selection() is not None or layer is None or span_id is None:
            return None
        return layer.span(span_id)

    def _likely_label(self, stretch: Stretch) -> str:
        """Return the label that the stretch has or is suggested, else the one used last."""
        if offered := self._view.attention.offered:
            return offered.label
        layer, labels = self._session.layer, self._session.labels
        spans = layer.spans if layer else ()
        there = (span.label for span in spans if (span.start, span.end) == stretch)
        last = self._last_label if self._last_label in labels else next(iter(labels)).name
        return next(there, last)

    def _look(self, article: Article) -> None:
        asked, session = self._asked, self._session
        if asked is None or session.layer is None:
            return
        self._gathering.give_up()
        catalogue = session.catalogue
        self._panel.start(
            asked.words,
            asked.name.label,
            marked=asked.removes,
            with_titles=asked.everywhere,
            passage_of=catalogue.passage,
            title_of=lambda number: "".join(row.title for row in catalogue.rows([number])),
        )
        found: list[ArticleMentions] | None
        if asked.everywhere:
            # Once the list has its room, which it takes from the text.
            QTimer.singleShot(0, self._view, lambda: self._view.show_place(asked.stretch[0]))
            found = catalogue.mentions_everywhere(asked.name, marked=asked.removes)
        else:
            found = catalogue.mentions(article, session.layer, asked.name, marked=asked.removes)
        if found is None:
            path, author = session.project.path, session.author.name
            self._gathering.look(gather_mentions, path, author, asked.name, asked.removes)
        else:
            self._panel.add([one for one in found if one.mentions])
            self._panel.end_looking()

    # -- what the list asks for

    def _take_label(self, label: str) -> None:
        article = self._session.article
        if self._asked and article:
            self._asked = replace(self._asked, name=replace(self._asked.name, label=label))
            self._look(article)

    def _follow(self, article_id: str, start: int, end: int) -> None:
        """Show the mention that the user is at, if its article is at hand."""
        if self._is_at_hand(article_id):
            self._view.select(start, end)
            self._view.show_place(start)

    def _open(self, number: int, start: int, end: int) -> None:
        """Open the article of a mention and show it there."""
        if number != self._session.number_at_hand():
            self._session.open_number(number)
        if self._session.number_at_hand() == number:
            self._view.select(start, end)
            self._view.show_place(start)
            self._view.setFocus()

    def _act(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if asked.everywhere:
            self._act_everywhere(asked)
        elif self._act_here(asked.name.label, self._panel.chosen()):
            self.close()
            if asked.span_id is None:
                self._view.place_caret(asked.stretch[1])  # what was selected is marked by now

    def _act_everywhere(self, asked: _Asked) -> None:
        marked = (one for one in self._panel.chosen() if one.stretches)
        left_out = self.left_out(one.article_id for one in marked)
        # While something is asked, another program may have taken the label or the article away.
        if left_out is not None and self._asked is asked:
            chosen = (one for one in self._panel.chosen() if one.article_id not in left_out)
            self.act_requested.emit(asked.name.label, chosen, asked.removes)

    def _act_here(self, label: str, chosen: Iterator[Chosen]) -> bool:
        if not self.may_begin():
            return False
        for one in chosen:
            change = self._session.act_on_mentions(label, one)
            if change is None:
                return False
            if change.put:
                self.told.emit(self.tr("%n mention(s) marked.", "", len(change.put)))
            elif change.removed:
                self.told.emit(self.tr("%n span(s) removed.", "", len(change.removed)))
            elif one.refused:
                refused = len(one.refused)
                self.told.emit(self.tr("%n mention(s) refused, not offered again.", "", refused))
        return True

    # -- what the session tells

    def _leave(self) -> None:
        """Put away a list of mentions in an article that is no longer at hand."""
        asked = self._asked
        if asked and not asked.everywhere and not self._is_at_hand(asked.article_id):
            self.close()

    def _leave_label(self) -> None:
        """Put away a list for a label that is gone."""
        asked = self._asked
        if asked and asked.name.label not in self._session.labels:
            self.close()

    def _learn(self, _: Layer, change: Change) -> None:
        """Remember the label that was used last."""
        if change.put:
            self._last_label = change.put[-1].label

    def _is_at_hand(self, article_id: str) -> bool:
        return self._session.article is not None and self._session.article.id == article_id

    def _tell(self, error: AnnotatorError) -> None:
        self.told.emit(error_text(error))
