"""Suggestions at work: found in another process, drawn in the text, taken and refused by key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.conflicts import Place
from annotator.core.edits import Change
from annotator.core.errors import AnnotatorError
from annotator.core.model import Article, Layer, Status
from annotator.core.suggestions import (
    ACCEPT,
    ACCEPT_ALL,
    REFUSE,
    SURE,
    Accept,
    AcceptAll,
    Refuse,
    Suggestion,
    Taken,
    open_suggestions,
)
from annotator.gui.session import Session
from annotator.gui.tasks import Service
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.suggestion_bar import SuggestionBar
from annotator.gui.wording.shortening import shortened
from annotator.gui.wording.suggestion_texts import told_suggestion
from annotator.gui.wording.value_text import short_value
from annotator.workflow.suggesting.offering import Offer, keep_offer
from annotator.workflow.suggesting.suggestion_service import serve_suggestions

_ANEW_AFTER_MS = 400
"""How long after an edit to look for what it teaches: hands that go on come first."""
_LONGEST = 60
"""How many letters of what is selected are told."""
_FEW = 1_000
"""So many suggestions and spans are held against each other in a millisecond."""
_CLOSED = (Status.FINISHED, Status.SET_ASIDE)
_ACTS = (ACCEPT, ACCEPT_ALL, REFUSE)


class Suggesting(QObject):
    """Offers suggestions on the article at hand, as far as its layer has not spoken of them."""

    told = Signal(str)
    """A sentence on what was done, for the status bar."""
    switched = Signal()
    """It is on by now, or no longer, be it that it failed."""

    def __init__(self, session: Session, view: ArticleView, bar: SuggestionBar) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._bar = bar
        self.may_begin: Callable[[], bool] = lambda: True
        """Tells whether the user means to mark in this article; it may have to be asked."""
        self._sources: tuple[str, ...] = ()
        self._service: Service | None = None
        self._offer: Offer | None = None
        self._is_kept = False
        """Whether what is suggested in view of all that there was to learn from is kept."""
        self._open: list[Suggestion] = []
        self._sure: list[Suggestion] = []
        """Those of them that may be taken together."""
        self._wanted: tuple[int, int] | None = None
        """The step that was asked for while they were looked for, and where the caret stood."""
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask)
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.timeout.connect(self._follow_layer)
        view.suggestion_requested.connect(self.step)
        view.suggestion_clicked.connect(self._offer_to_hand)
        view.accept_requested.connect(self._accept)
        view.refuse_requested.connect(self.refuse)
        view.selection_changed.connect(self._follow_selection)
        view.hits_changed.connect(self._follow_hits)
        bar.next_requested.connect(partial(self.step, 1))
        bar.accept_requested.connect(self.accept)
        bar.refuse_requested.connect(self.refuse)
        bar.accept_all_requested.connect(self.accept_all)
        session.layer_changed.connect(self._follow_change)
        session.layer_replaced.connect(self._follow_layer)
        session.labels_changed.connect(self._follow_layer)

    @property
    def is_on(self) -> bool:
        """Whether anything is suggested."""
        return bool(self._sources)

    def count_left(self) -> int:
        """Return how many suggestions on the article at hand are neither taken nor refused."""
        return len(self._open)

    def switch(self, sources: Sequence[str]) -> None:
        """Suggest what these sources find from now on; nothing if there are none."""
        self.stop()
        self._sources, self._offer = tuple(sources), None
        self._show()
        self._ask()
        self.switched.emit()

    def stop(self) -> None:
        """Let nothing be under way any more, nor begin, until it is switched on again."""
        self._sources = ()
        self._asking.stop()
        self._showing.stop()
        if self._service is not None:
            self._service.dismiss()
            self._service = None

    def take(self, article: Article | None) -> None:
        """Suggest on ``article`` from now on."""
        self._offer, self._is_kept, self._wanted = None, False, None
        self._showing.stop()
        self._show()
        if article is None:
            self._asking.stop()
        else:
            self._ask()

    # -- what is suggested

    def _ask(self) -> None:
        article, layer = self._session.article, self._session.layer
        if not self._sources or article is None or layer is None or layer.status in _CLOSED:
            return
        if self._service is None:
            session = self._session
            arguments = session.project.path, session.author.name, self._sources
            self._service = service = Service(serve_suggestions, arguments, self)
            service.finished.connect(self._take_answer)
            service.failed.connect(self._fail)
            service.broken.connect(self._give_up)
            service.killed.connect(self._forget_service)
        self._service.ask(article.id)

    def _take_answer(self, offer: Offer | None) -> None:
        article = self._session.article
        if offer is None or article is None or offer.article_id != article.id:
            return
        is_first, self._offer = self._offer is None, offer
        self._show()
        # What her own marks teach is not kept with each of them: a long article has thousands.
        if is_first or not (self._is_kept or offer.learns_on):
            self._is_kept = not offer.learns_on
            project, author = self._session.project, self._session.author.name
            self._session.keep_aside(partial(keep_offer, project, author, offer))
        if offer.learns_on:
            self._asking.start(0)
        wanted, self._wanted = self._wanted, None
        if wanted and wanted[1] == self._view.caret() and self._view.hasFocus():
            self.step(wanted[0])

    def _fail(self, error: AnnotatorError) -> None:
        self._give_up()
        self._session.failed.emit(error)

    def _forget_service(self) -> None:
        self._service = None  # it is gone: there is nothing to dismiss
        self._give_up()

    def _give_up(self) -> None:
        """Suggest nothing until somebody switches it on again: it would fail again."""
        self.switch(())

    # -- what is shown

    def _show(self) -> None:
        """Show what is left of the suggestions."""
        self._open = self._left()
        self._sure = [one for one in self._open if one.confidence > SURE]
        self._view.show_suggestions(self._open, keeps_tab=self._is_open and self.is_on)
        self._show_bar()

    @property
    def _is_open(self) -> bool:
        layer = self._session.layer
        return layer is not None and layer.status not in _CLOSED

    @property
    def _is_looking(self) -> bool:
        """Whether it is yet to be known what is suggested on the article at hand."""
        return self._is_open and self._offer is None and self.is_on

    def _left(self) -> list[Suggestion]:
        session, layer = self._session, self._session.layer
        if self._offer is None or layer is None or layer.status in _CLOSED:
            return []
        shown = [one for one in self._offer.suggestions if one.label in session.labels]
        none: set[Place] = set()
        refusals = session.project.refusals
        refused = session.read(lambda: refusals.on(layer.author, layer.article_id), none)
        return open_suggestions(shown, layer, refused)

    def _show_bar(self) -> None:
        offered, sure = self._view.attention.offered, len(self._sure)
        if not self._is_open or self._view.attention.hits:
            self._bar.clear()
        elif self._is_looking:
            self._bar.say_looking()
        elif self._offer is not None and self._offer.is_withheld:
            self._bar.say_withheld()
        elif offered is not None:
            self._bar.show_offered(self._told_of(offered), sure)
        elif self._open:
            self._bar.show_left(len(self._open), sure)
        else:
            self._bar.clear()

    def _told_of(self, suggestion: Suggestion) -> str:
        """Return what a suggestion says, as it would be taken now."""
        session, selection = self._session, self._view.selection()
        label = session.labels[suggestion.label].shown(session.language)
        is_changed = selection not in (None, (suggestion.start, suggestion.end))
        if is_changed:
            says = f"\u2068{shortened(self._view.selected_text(), _LONGEST)}\u2069"
        else:
            says = short_value(session.entries.meant(suggestion.value))
        what = f"{label}: {says}" if says else label
        number, count = self._open.index(suggestion) + 1, len(self._open)
        return told_suggestion(suggestion, what, number, count, is_changed=is_changed)

    def _follow_hits(self) -> None:
        """Let suggestions rest while the hits of a search are gone through."""
        if self._view.attention.hits:
            self._view.let_go_of_offered()
        self._show_bar()

    def _follow_selection(self) -> None:
        """Let go of the suggestion at hand once something else is selected."""
        offered, selection = self._view.attention.offered, self._view.selection()
        if offered is None:
            self._show_bar()
            return
        if selection is None or min(selection[1], offered.end) <= max(selection[0], offered.start):
            self._view.let_go_of_offered()
        self._show_bar()

    def _follow_change(self, layer: Layer, change: Change) -> None:
        """Show what is left after an edit; in a long article the hands come first."""
        if self._offer is None:
            self._follow_layer()  # it may have been finished when it was opened
            return
        is_short = len(self._offer.suggestions) + len(layer.spans) <= _FEW
        is_undone = change.act in _ACTS and bool(change.removed)
        if is_short or is_undone or change.rows or layer.status in _CLOSED:
            before, offered = {one.place for one in self._open}, self._view.attention.offered
            self._follow_layer()
            self._take_to_hand_again(change, before)
            if change.act in _ACTS and offered and not self._view.attention.offered:
                self._go_on(offered)  # it is done again: what is selected is no suggestion now
            return
        spoken_of = {
            one.place
            for span in change.put
            for one in self._view.attention.suggested.on(span.start, span.end)
            if one.label == span.label or (one.start, one.end) == (span.start, span.end)
        }
        if spoken_of:
            self._open = [one for one in self._open if one.place not in spoken_of]
            self._sure = [one for one in self._sure if one.place not in spoken_of]
            self._view.show_suggestions(self._open, keeps_tab=True)
        self._show_bar()
        self._showing.start(_ANEW_AFTER_MS)

    def _take_to_hand_again(self, change: Change, before: set[Place]) -> None:
        """Let what was taken or refused by the act that is undone be at hand, of many the first."""
        if change.act in _ACTS:
            back = [one for one in self._open if one.place not in before]
            if back:
                stretches = change.stretches
                back.sort(key=lambda one: (one.start, one.end) not in stretches)
                self._view.offer(back[0])
                self._show_bar()

    def _follow_layer(self) -> None:
        self._show()
        if self._sources:
            self._asking.start(_ANEW_AFTER_MS)

    # -- what the user wishes

    def step(self, step: int) -> None:
        """Go to the next suggestion, or with -1 to the one before; round the end."""
        if not self._open:
            self._wanted = (step, self._view.caret()) if self._is_looking else None
            self.told.emit(self._why_none())
            return
        offered, suggested = self._view.attention.offered, self._view.attention.suggested
        if offered in self._open:
            number = self._open.index(offered) + step
            found = self._open[number] if 0 <= number < len(self._open) else None
        else:
            found = suggested.step(self._view.caret(), step)
        if found is None:
            found = self._open[0 if step > 0 else -1]
            self.told.emit(
                self.tr("Again from the first suggestion.")
                if step > 0
                else self.tr("Again from the last suggestion.")
            )
        self._offer_to_hand(found)

    def _why_none(self) -> str:
        """Say why nothing is suggested where the user asks for it."""
        offer = self._offer
        if not self._sources:
            return self.tr("Suggestions are switched off: see the View menu.")
        if not self._is_open:
            return self.tr("The article is finished or set aside: nothing is suggested on it.")
        if self._is_looking:
            return self.tr("Suggestions are still being looked for.")
        if offer is not None and (offer.is_withheld or offer.suggested is None):
            return self.tr("Nothing is suggested on this article, on purpose.")
        return self.tr("There is no suggestion left on this article.")

    def _offer_to_hand(self, suggestion: Suggestion) -> None:
        if suggestion in self._open and not self._view.attention.hits:
            self._view.offer(suggestion)
            self._view.setFocus()
            self._show_bar()

    def accept(self) -> None:
        """Take the suggestion at hand as what is selected."""
        if self._at_hand():
            self._view.accept_offered()

    def _accept(self, label: str) -> None:
        offered, selection = self._at_hand(), self._view.selection()
        if offered is None or selection is None or not self.may_begin():
            return
        change = self._session.do(Accept(Taken(offered, *selection, label)))
        if change is None:
            return
        if not self._go_on(offered) and change.put:
            self._view.place_caret(selection[1])
            self._view.select_span(change.put[0].id)

    def refuse(self) -> None:
        """Say that the suggestion at hand is none."""
        offered = self._at_hand()
        if offered is None:
            return
        if self._session.do(Refuse(offered)) is not None:
            self._show()  # nothing tells that it was refused in another window already
            if not self._go_on(offered):
                self._view.place_caret(offered.end)

    def _go_on(self, done: Suggestion) -> bool:
        """Go to the suggestion after one that is done; false if there is none behind it."""
        found = self._view.attention.suggested.after(done)
        if found is not None:
            self._offer_to_hand(found)
        return found is not None

    def accept_all(self) -> None:
        """Take all that is surer than the rest, as one act."""
        sure = self._sure
        if not sure:
            is_unsure = self.tr("No suggestion on this article is surer than 90 %.")
            self.told.emit(is_unsure if self._open else self._why_none())
            return
        change = self._session.do(AcceptAll(tuple(sure))) if self.may_begin() else None
        if change is not None:
            count = len(change.put)
            self.told.emit(self.tr("%n suggestion(s) taken; Ctrl+Z takes them back.", "", count))

    def _at_hand(self) -> Suggestion | None:
        """Return the suggestion at hand; where none is, say so."""
        offered = self._view.attention.offered
        if offered is None:
            self.told.emit(self.tr("No suggestion is at hand: go to one with Tab."))
        return offered

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "next_suggestion": partial(self.step, 1),
            "previous_suggestion": partial(self.step, -1),
            "accept_suggestion": self.accept,
            "refuse_suggestion": self.refuse,
            "accept_all": self.accept_all,
        }
