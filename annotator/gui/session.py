"""One author at work on one project: the bridge from the widgets to the use cases.

Widgets tell it what the user wishes; it tells them what came of it.  What it holds is what the
file holds, never more.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.core.details import Details
from annotator.core.edits import Change, Describe, Edit, SetState
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, RefusedAct, UnknownName
from annotator.core.history import UndoStack
from annotator.core.labels import LabelSet
from annotator.core.mentions import Chosen, Written
from annotator.core.model import Article, Layer, LayerState, Span, Status
from annotator.core.progress import Quiet
from annotator.core.values import Value
from annotator.gui.project.at_hand import Act, AtHand, Step
from annotator.gui.project.catalogue import Catalogue
from annotator.gui.project.entry_catalogue import EntryCatalogue
from annotator.gui.project.project_file import ProjectFile, Tell
from annotator.gui.undo import ArticleUndoStack
from annotator.gui.wording.act_names import act_name, stack_names
from annotator.workflow.acts import marking, mentions
from annotator.workflow.acts.details import edit_details
from annotator.workflow.project.guidelines import guideline_version

Found = TypeVar("Found")


class Session(QObject):
    """An open project and the author who works on it."""

    leaving_article = Signal()
    """Another article is about to be taken to hand: what is half written must be kept now."""
    article_opened = Signal(object, object)
    """An article is at hand: ``Article``, ``Layer``; both ``None`` when there is none."""
    article_lost = Signal(object)
    """The article at hand, ``Article``, was taken from outside; another one is at hand, or none."""
    article_changed = Signal(object)
    """Something else is told of the article at hand than before: ``Article``."""
    layer_changed = Signal(object, object)
    """The author's layer of the article at hand changed: ``Layer``, ``Change``."""
    layer_replaced = Signal(object)
    """The layer was changed from outside: ``Layer``."""
    labels_changed = Signal()
    """The label set was changed from outside."""
    changed_elsewhere = Signal()
    """Another program has written: what was told of the file may be so no longer."""
    articles_changed = Signal()
    """Articles were added, or layers of other articles changed."""
    failed = Signal(object)
    """Something could not be done: ``AnnotatorError``; nothing was changed by it."""
    waiting = Signal()
    """An act waits until another program has written; it is not saved yet."""
    ended = Signal(bool)
    """Nothing waits any more, whoever is told why it failed; false if the file did not take it."""
    saved = Signal()
    """An act is in the file."""
    entries_known = Signal()
    """All entries are known of which some were still lacking."""

    def __init__(self, path: Path, author: str) -> None:
        """Open the project; the author is added if new.

        Raises:
            AnnotatorError: if the project cannot be opened, or nobody can bear that name.
        """
        super().__init__()
        self._file = file = ProjectFile(path, author)
        file.setParent(self)
        self.project, self.author = file.project, file.author
        self.read, self.tell_failure = file.read, file.tell_failure
        self.failures_told_to = file.failures_told_to
        self.look_for_changes, self.await_entries = file.look_for_changes, file.await_entries
        self.catalogue = Catalogue(self.project, self.author, file.read)
        self.entries = EntryCatalogue(
            self.project, self.author, file.read, self.act_on_project, file.reading
        )
        self._hand = AtHand(self.project, self.author.name)
        self.seen, self.stopwatch = self._hand.seen, self._hand.stopwatch
        self._language = "en"
        undo, redo = (
            partial(self._go_through_history, act) for act in (marking.undo, marking.redo)
        )
        self.undo_stack = ArticleUndoStack(undo, redo, self._act_names)
        file.failed.connect(self.failed)
        file.waiting.connect(self.waiting)
        file.ended.connect(self.ended)
        file.changed.connect(self._follow_changes)
        file.reading.done.connect(self.entries_known)

    @property
    def article(self) -> Article | None:
        """The article at hand."""
        return self._hand.article

    @property
    def layer(self) -> Layer | None:
        """The author's layer of it."""
        return self._hand.layer

    @property
    def labels(self) -> LabelSet:
        """The label set of the project."""
        return self._file.labels

    @property
    def language(self) -> str:
        """The language in which acts and labels are named."""
        return self._language

    @language.setter
    def language(self, language: str) -> None:
        self._language = language
        self.undo_stack.refill()

    def close(self) -> None:
        """Let go of the file; nothing can be asked or done from here on."""
        self.stopwatch.keep()
        self.undo_stack.let_go()
        self._hand.let_go()
        self._file.close()

    # -- articles

    def number_at_hand(self) -> int | None:
        """Return the number of the article at hand."""
        return self.catalogue.number_of(self.article.id) if self.article else None

    def open_article(self, name: str) -> None:
        """Take the article of that name to hand.

        Raises:
            AnnotatorError: if there is none, or the file cannot be read.
        """
        with self.project.reading():
            article = self.project.articles.by_name(name)
        if article is None:
            raise UnknownName(
                QT_TRANSLATE_NOOP("errors", "There is no article “{name}” in the project."),
                name=name,
            )
        if not self.catalogue.may_see(article.id):
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "“{name}” is not one of your articles: a lead hands them out."
                ),
                name=name,
            )
        self._take_to_hand(article)

    def show_article(self, name: str) -> bool:
        """Take the article of that name to hand, if it is another one; false if that failed."""
        if self.article is None or self.article.name != name:
            self.tell_failure(partial(self.open_article, name))
        return self.article is not None and self.article.name == name

    def open_first(self, name: str) -> None:
        """Take the article of that name to hand, else the first one, if there is any."""
        article = self.read(lambda: self.project.articles.by_name(name), None)
        if article and self.catalogue.may_see(article.id):
            self._take_to_hand(article)
        elif (number := self.catalogue.nearest(0)) is not None:
            self.open_number(number)

    def open_number(self, number: int) -> None:
        """Take the article of that number to hand."""
        for row in self.catalogue.rows([number]):
            self.tell_failure(partial(self.open_article, row.name))

    def _take_to_hand(self, article: Article) -> None:
        self.leaving_article.emit()
        self._confirm_seen(at_hand=True)
        layer = self._hand.take(article)
        self.undo_stack.refill()
        self.article_opened.emit(article, layer)

    # -- acts on the project

    def act_beside(self, act: Callable[[], object]) -> bool:
        """Do what changes neither layers nor the project's stack; false if it failed, as told."""
        is_done = self._file.attempt(lambda: (act(),)) is not None
        if is_done:
            self.saved.emit()
        return is_done

    def keep_aside(self, act: Callable[[], object]) -> None:
        """Keep what nobody waits for: it waits for nobody, and fails in silence."""
        if self._file.is_free():
            with suppress(AnnotatorError):
                act()

    def act_on_project(self, act: Callable[[], Found]) -> Found | None:
        """Do an act on the project and follow what it changed; ``None`` if it failed."""
        done = self._file.attempt(act)
        if done is not None:
            self.tell_failure(self._follow_project)
            self.saved.emit()
        return done

    # -- edits

    def set_note(self, span_id: str, note: str) -> bool:
        """Write a note on a span; false if it could not be saved."""
        return self.do(Describe(span_id, note=note)) is not None

    def set_state(self, status: Status, reason: str = "") -> bool:
        """Finish, set aside or reopen the article; true if that is so now."""
        version = self.read(lambda: guideline_version(self.project), "")
        self.do(SetState(LayerState(status, reason), version))
        return self.layer is not None and self.layer.state == LayerState(status, reason)

    def edit_details(self, wanted: Details, tell: Tell | None = None) -> bool:
        """Tell something else of the article at hand; false if it could not be saved."""
        return self.perform(partial(edit_details, wanted=wanted), tell) is not None

    def set_value(self, span_id: str, value: Value) -> bool:
        """Say what a span means; ``None`` empties the value; false if it could not be saved."""
        return self.do(Describe(span_id, value=(value,))) is not None

    def look_at(self, span: Span | None) -> None:
        """Tell that the author is shown what ``span`` means, and has gone on from the others."""
        self.seen.look_at(span)
        if span is not None:
            self._confirm_seen(at_hand=False)

    def _confirm_seen(self, *, at_hand: bool) -> None:
        """Confirm what was shown; no act, so that it waits for nobody and fails in silence."""

        def confirm() -> None:
            marked = self._hand.confirm_shown(at_hand=at_hand)
            if marked is not None:
                self._show(marked)

        self.keep_aside(confirm)

    def do(self, edit: Edit) -> Change | None:
        """Save what came of ``edit``; see ``perform``."""
        return self.perform(partial(marking.apply, edit=edit))

    def perform(self, act: Act, tell: Tell | None = None) -> Change | None:
        """Save what came of ``act``; it becomes a command only if something did.

        Who gives ``tell`` is told why it failed, and nobody else.
        """
        article, layer = self.article, self.layer
        if article is None or layer is None:
            return None
        marked = self._file.attempt(lambda: self._hand.act(article, layer, act), tell)
        if marked is None:
            return None
        if marked.sequence:  # what is no act cannot be undone
            self.undo_stack.remember(act_name(marked.change, self.labels, self._language))
        if not marked.change.is_empty:
            self._show(marked)
        return marked.change

    def act_on_mentions(self, label: str, chosen: Chosen) -> Change | None:
        """Mark or take out what was chosen in the article at hand."""
        return self.perform(partial(mentions.act_in_article, label=label, chosen=chosen))

    def act_on_mentions_in(self, label: str, chosen: Sequence[Chosen]) -> Written | None:
        """Mark or take out what was chosen in a few articles; ``None`` if that failed."""
        project, author, article = self.project, self.author.name, self.article
        if article is None:
            return None
        act = partial(mentions.act, project, author, label, chosen, Quiet(), asked_in=article.id)
        written = self.act_on_project(act)
        self.undo_stack.refill()  # the act may change nothing here, and stands on the stack
        if written is not None:
            self._confirm_seen(at_hand=True)
        return written

    def _go_through_history(self, step: Step) -> bool:
        article, layer = self.article, self.layer
        if article is None or layer is None:
            return False
        marked = self._file.attempt(lambda: self._hand.step(article, layer, step))
        if marked is None:
            self.tell_failure(self._follow_layer)
            self.undo_stack.refill()
            return False
        self._show(marked[0])
        if len(marked) > 1:
            self.articles_changed.emit()
        return True

    def _show(self, marked: marking.Marked) -> None:
        assert self.layer is not None
        is_next = marked.found == self.layer.revision and not marked.change.changes_rows_of_spans
        self._hand.layer = marked.layer
        if marked.change.rows:
            self.tell_failure(self._follow_article)
        if is_next:
            self.layer_changed.emit(marked.layer, marked.change)
        else:
            self.undo_stack.refill()
            self.layer_replaced.emit(marked.layer)
        self.saved.emit()

    def _act_names(self) -> tuple[list[str], list[str]]:
        if self.article is None:
            return [], []
        read = partial(marking.load_stack, self.project, self.article.id, self.author.name)
        stack: UndoStack | None = self.read(read, None)
        return stack_names(stack, self.labels, self._language) if stack else ([], [])

    # -- changes from outside

    def follow_errand(self) -> None:
        """Follow what an errand has changed; it may stand on the stack and change nothing here."""
        self.look_for_changes()
        self.undo_stack.refill()

    def _follow_changes(self) -> None:
        before = self.article
        self.tell_failure(self._follow_project)
        self.changed_elsewhere.emit()
        if before is not None and (self.article is None or self.article.id != before.id):
            self.article_lost.emit(before)

    def _follow_project(self) -> None:
        self._follow_labels()
        self.entries.forget_meant()
        self._follow_layer()
        self.articles_changed.emit()

    def _follow_labels(self) -> None:
        if self._file.follow_labels():
            self.undo_stack.refill()
            self.labels_changed.emit()

    def _follow_layer(self) -> None:
        article = self.article
        is_taken_away = article is not None and not self.catalogue.may_see(article.id)
        if self._hand.is_gone() or is_taken_away:
            self._put_away()
            return
        self._follow_article()
        layer = self._hand.follow_layer()
        if layer is not None:
            self.undo_stack.refill()
            self.layer_replaced.emit(layer)

    def _follow_article(self) -> None:
        article = self._hand.follow_article()
        if article is not None:
            self.undo_stack.refill()
            self.article_changed.emit(article)

    def _put_away(self) -> None:
        """Take the next article to hand instead of one that is gone; none if there is none."""
        self._hand.let_go()  # what is half written on it has no place to be kept
        number = self.catalogue.nearest(self._hand.number)
        if number is not None:
            self.open_number(number)
        else:
            self.leaving_article.emit()
            self.undo_stack.refill()
            self.article_opened.emit(None, None)
