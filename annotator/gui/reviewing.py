"""A lead at the queue of open conflicts: which one is at hand, and what is decided of it.

The conflict at hand is derived anew from the file whenever its article is taken to hand, so that
nothing old is ever decided.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.arabic import ARABIC
from annotator.core.conflicts import Drawn, Place
from annotator.core.decisions import Choice
from annotator.core.model import Layer
from annotator.core.queue import Waiting, Wanted
from annotator.gui.comparing import Comparing
from annotator.gui.deciding import Deciding, Stepped
from annotator.gui.drafting import Drafting
from annotator.gui.overruling import Overruling
from annotator.gui.queue_texts import nothing_told, place_told
from annotator.gui.review_keys import CHOICES, OPTION_KEYS, STEPS
from annotator.gui.review_view import ReviewView
from annotator.gui.session import Session
from annotator.gui.visiting import Visited, show_visited
from annotator.gui.widgets.conflict_list import ConflictList
from annotator.gui.widgets.review_panel import ReviewPanel
from annotator.workflow.review import OwnSpan, Ruling
from annotator.workflow.review_queue import ArticleAtHand, take_to_hand
from annotator.workflow.settling import OpenConflict

_REST_MS = 100
"""How often the list is made anew while more and more is found."""


class Reviewing(QObject):
    """Lets the queue, the article and the panel work together."""

    acted = Signal()
    """Something was decided, or taken back: other acts can be undone now."""

    def __init__(
        self, session: Session, view: ReviewView, panel: ReviewPanel, listed: ConflictList
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._view = view
        self._panel = panel
        self._list = listed
        self._is_open = False
        self._is_blind = True
        self._wanted = Wanted()
        self._hand: ArticleAtHand | None = None
        self.there: OpenConflict | None = None
        """The conflict at hand."""
        self._visited: Visited | None = None
        """The place at hand instead, in which nothing need be open."""
        self._comparing = Comparing(session, self)
        self._queue = self._comparing.queue
        self._drafting = Drafting(session, view, panel)
        self._deciding = Deciding(session, panel.refuse)
        Overruling(
            view, self._drafting, lambda: self._hand.gold if self._hand else None, self._overrule
        )
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._wire()

    def _wire(self) -> None:
        view, panel, listed = self._view, self._panel, self._list
        self._rest.timeout.connect(self._refresh)
        self._comparing.changed.connect(self._take_changed)
        self._comparing.advanced.connect(self._show_progress)
        self._comparing.ended.connect(self._end_progress)
        self._drafting.changed.connect(self._show_answers)
        self._drafting.changed.connect(lambda _: self.acted.emit())
        for part in (panel.command_requested, view.key_pressed):
            part.connect(self.press)
        view.taken.connect(self._take_own)
        view.given_up.connect(self._leave_draft)
        view.selection_changed.connect(self._show_held)
        view.span_selected.connect(lambda _: self._show_held())
        listed.wanted_changed.connect(self._refresh)
        listed.conflict_requested.connect(self._open)
        listed.left.connect(panel.setFocus)
        self._session.articles_changed.connect(self._follow)
        self._session.labels_changed.connect(self._show_labels)
        self._show_labels()

    # -- the queue

    @property
    def is_comparing(self) -> bool:
        """Whether more conflicts may come."""
        return self._comparing.is_under_way

    def open(self) -> None:
        """Go on where the lead was; look for what has changed since."""
        self._is_open = True
        self._comparing.look()

    def take_over(self, before: "Reviewing") -> None:
        """Go on at the conflict at hand of a place that speaks another language."""
        self.there, self._visited = before.there, before._visited

    def close(self) -> None:
        """Leave the place; nothing is looked for any more."""
        self._is_open = False
        self._leave_draft()

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        self._is_open = False
        self._comparing.stop()

    def _follow(self) -> None:
        if self._is_open:
            if self._visited is not None:
                self._hand = None
                self._visit(self._visited)
            self._comparing.look()

    def _show_progress(self, done: int, total: int) -> None:
        self._list.show_progress(done, total)
        if not len(self._queue) and self._visited is None:
            self._panel.show_nothing(self._nothing_told())

    def _end_progress(self) -> None:
        self._list.end_progress()
        self._refresh()

    def _take_changed(self, article_ids: set[str]) -> None:
        # A draft is drawn on the article as it was; it ends by looking anew.
        is_at_hand = self._hand is not None and self._hand.article.id in article_ids
        if is_at_hand and not self._drafting.is_on:
            self._hand = None
        if not self._rest.isActive():
            self._rest.start()

    def _refresh(self) -> None:
        """List what is wanted; stay at the conflict at hand if it is still there."""
        self._rest.stop()
        self._relist()
        there = self.there
        if there is not None and self._list.place_of(there.conflict.id) is not None:
            if self._hand is None:
                self._show_again(there)
        elif self._is_open and not self._drafting.is_on and not (self._visited and self._hand):
            self._show_at(self._place_after(there) if there else 0)

    def _relist(self) -> None:
        wanted = self._list.wanted(self.there.article_id if self.there else None)
        self._wanted = replace(wanted, words=ARABIC.fold(wanted.words))
        self._show_rows(self._wanted.listed(self._queue.all()))

    def _show_rows(self, rows: list[Waiting]) -> None:
        self._list.show_rows(rows, self.there.conflict.id if self.there else None)
        self._list.show_count(len(self._queue), self._nothing_told())

    def _nothing_told(self) -> str:
        return nothing_told(len(self._queue), is_comparing=self._comparing.is_under_way)

    def _place_after(self, there: OpenConflict) -> int:
        """Return where to go on from a conflict that is no longer listed."""
        return self._first_from(there.article_id, there.conflict.start, there.conflict.end)

    def _first_from(self, article_id: str, start: int, end: int) -> int:
        number = self._session.catalogue.number_of(article_id) or 0
        return self._list.first_from((number, start, end, ""))

    # -- the conflict at hand

    def _open(self, conflict_id: str) -> None:
        place = self._list.place_of(conflict_id)
        if place is not None:
            self._leave_draft()
            self._visited = None
            self._show_at(place)
            self._panel.setFocus()

    def _show_at(self, place: int) -> None:
        """Show what the lead visits, else a conflict of the list; say so if there is none."""
        if self._visited is not None and self._visit(self._visited):
            return
        while (row := self._list.at(place) or self._list.at(0)) is not None:
            if self._show(row):
                return
            # It was settled or changed by another program, which will be heard of soon.
            self._look_at(row.article_id)
        self.there = self._hand = None
        self._view.take_article(None)
        self._panel.show_nothing(self._nothing_told())

    def _show(self, row: Waiting) -> bool:
        """Show a conflict; false if it is not open any more."""
        hand = self._take_to_hand(row.article_id)
        there = hand.conflict(row.id) if hand else None
        if hand is None or there is None:
            return False
        self.there, self._visited = there, None
        conflict = there.conflict
        self._show_answers()
        self._view.place_caret(conflict.start)
        self._view.select_span(None)
        self._view.frame((conflict.start, conflict.end))
        self._list.show_current(row.id)
        told = place_told(self._list.place_of(row.id), self._list.length(), row.article)
        self._panel.show_conflict(conflict, there.cause, hand.article, self._names(hand), told)
        return True

    def _take_to_hand(self, article_id: str) -> ArticleAtHand | None:
        """Take an article to hand, unless it is."""
        if self._hand is None or self._hand.article.id != article_id:
            session = self._session
            none: ArticleAtHand | None = None
            self._hand = session.read(lambda: take_to_hand(session.project, article_id), none)
            if self._hand is not None and self._view.text != self._hand.article.text:
                self._view.take_article(self._hand.article)
        return self._hand

    def _show_again(self, there: OpenConflict) -> None:
        """Show the conflict at hand in an article that has changed around it."""
        place = self._list.place_of(there.conflict.id)
        if place is not None and not self._drafting.is_on:
            self._show_at(place)

    def _names(self, hand: ArticleAtHand) -> dict[str, str]:
        """Return what the authors are called, in the order of their letters."""
        return {who: letter if self._is_blind else who for who, letter in hand.names.items()}

    def _show_answers(self, draft: Layer | None = None) -> None:
        hand = self._hand
        if hand is not None:
            answers: list[Drawn] = [one for c in hand.conflicts for one in c.conflict.spans]
            self._view.show_answers(draft or hand.gold, answers, self._names(hand))

    def set_blind(self, is_blind: bool) -> None:
        """Call authors A, B, C, or by their names."""
        self._is_blind = is_blind
        self._panel.show_blind(is_blind)
        if self.there is not None:
            self._leave_draft()
            self._show_again(self.there)

    def _show_labels(self) -> None:
        for part in (self._view, self._panel, self._list):
            part.set_labels(self._session.labels, self._session.language)

    # -- a place in which nothing need be open

    def show_place(self, article_id: str, start: int, end: int) -> bool:
        """Show a place to overrule gold there; false if the article is gone."""
        self._leave_draft()
        return self._visit(Visited(article_id, start, end))

    def _visit(self, visited: Visited) -> bool:
        hand = self._take_to_hand(visited.article_id)
        self.there, self._visited = None, visited if hand else None
        if hand is not None:
            self._show_answers()
            show_visited(visited, hand, self._view, self._panel)
        return hand is not None

    # -- what the keys ask for

    def press(self, key: str) -> None:
        """Do what a key of the Review place means."""
        there = self.there
        if self._drafting.is_on:
            return
        if there is None:
            visited = self._visited
            if visited is not None and STEPS.get(key) == "skip":
                self._visited = None
                self._show_at(self._first_from(visited.article_id, visited.start, visited.end))
                self._panel.setFocus()
        elif key in OPTION_KEYS:
            self._take_option(there, int(key))
        elif key in CHOICES:
            self._decide(Ruling(CHOICES[key]))
        else:
            steps: dict[str, Callable[[], object]] = {
                "own": self._begin_own,
                "skip": lambda: self._step(1),
                "back": lambda: self._step(-1),
                "reason": self._panel.edit_reason,
                "gap": self._panel.toggle_gap,
            }
            steps[STEPS[key]]()

    def _take_option(self, there: OpenConflict, number: int) -> None:
        options = there.conflict.options
        if number > len(options):
            self._panel.refuse(self.tr("There is no answer {number} here.").format(number=number))
        else:
            self._decide(Ruling(Choice.OPTION, author=options[number - 1].authors[0]))

    def _step(self, step: int) -> None:
        there, length = self.there, self._list.length()
        place = self._list.place_of(there.conflict.id) if there else None
        if length:
            self._show_at(0 if place is None else (place + step) % length)

    def _begin_own(self) -> None:
        if self._hand is not None and self.there is not None:
            self._panel.refuse("")
            self._drafting.begin(self._hand.article, self.there.conflict)

    def _take_own(self) -> None:
        if self._drafting.draft is not None:
            self._decide(Ruling(Choice.SPANS, spans=self._drafting.draft.wanted()))

    def _leave_draft(self) -> None:
        if self._drafting.is_on:
            self._drafting.end()
            self._hand = None
            self._refresh()
            self._panel.setFocus()
            self.acted.emit()

    def _show_held(self) -> None:
        """Say what the keys mean while something is selected in the text."""
        if not self._drafting.is_on:
            self._panel.show_held(is_on=self._view.holds_something)

    # -- decisions

    def _decide(self, ruling: Ruling) -> None:
        """Decide the conflict at hand, and go on to the next one."""
        there = self.there
        told = replace(ruling, reason=self._panel.reason(), gap=self._panel.has_gap())
        if there is None or not self._deciding.rule(there, told):
            return
        if self._drafting.is_on:
            self._drafting.end()
            self._panel.setFocus()
        place = self._list.place_of(there.conflict.id) or 0
        self._look_at(there.article_id)
        self._show_at(place)
        self.acted.emit()

    def _look_at(self, article_id: str) -> None:
        """Take into the list what is open in an article now."""
        self._hand = None
        hand = self._take_to_hand(article_id)
        rows = hand.rows(self._session.project) if hand else ()
        self._queue.put(article_id, "", rows)
        self._show_rows(self._wanted.relisted(self._list.rows(), article_id, rows))

    def undo(self) -> None:
        """Take the last decision back, and go back to its conflict."""
        if self._drafting.is_on:
            self._drafting.undo()
        else:
            self._go_to(self._deciding.undo())

    def redo(self) -> None:
        """Take the decision again that was taken back last, and go on after it."""
        if self._drafting.is_on:
            self._drafting.redo()
        else:
            self._go_to(self._deciding.redo())

    def _go_to(self, step: Stepped | None) -> None:
        """Show the conflict that a step reopened, or the first one after what it settled."""
        if step is None:
            return
        self.there = None
        self._look_at(step.article_id)
        rows = self._queue.of(step.article_id)
        again = next((one for one in rows if one.start < step.end and step.start < one.end), None)
        if again is None or not self._show(again):
            self._show_at(self._first_from(step.article_id, step.start, step.end))
        if step.is_lot:
            self._comparing.look()
        self.acted.emit()

    def undo_and_redo(self) -> tuple[bool, bool]:
        """Tell whether there is something to take back, and something to do again."""
        draft = self._drafting.draft
        return draft.undo_and_redo() if draft else self._deciding.undo_and_redo()

    # -- gold, overruled from the text

    def _overrule(self, replaced: Place | None, spans: tuple[OwnSpan, ...]) -> None:
        """Put ``spans`` in the place of a gold span, or add them; the conflict stays at hand."""
        hand = self._hand
        places = [] if replaced is None else [replaced]
        if hand is None or not self._deciding.overrule(hand.article, places, spans):
            return
        self._look_at(hand.article.id)
        there = self.there
        if there is None or self._list.place_of(there.conflict.id) is None:
            self._show_at(self._place_after(there) if there else 0)
        else:
            self._show_answers()
        self.acted.emit()
