"""Strings that gold marks in most places and not in others: looked at, and put right in lots."""

from collections.abc import Iterable, Sequence
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.arabic import ARABIC
from annotator.core.consistency import FEWEST
from annotator.core.model import Article
from annotator.core.swept import Asked, How, Identity, Listed, Spot, Swept
from annotator.gui.overview.page import OverviewPage
from annotator.gui.review.sweeping import LEAST_SHARE, SweepActs, Sweeping
from annotator.gui.rows.spot_rows import SpotRows, shown, string_row
from annotator.gui.rows.string_rows import StringRow
from annotator.gui.running.errands import Errands
from annotator.gui.session import Session
from annotator.gui.widgets.quotation_list import QuotationList
from annotator.gui.widgets.string_list import StringList, StringsWanted
from annotator.gui.widgets.sweep_bar import SweepBar
from annotator.gui.wording.value_text import short_value
from annotator.workflow.review.consistency import SHARE, TIMES
from annotator.workflow.review.overruling import Overruled, Overruling


class SweepPage(OverviewPage):
    """Lists the strings, the places of the chosen one, and what can be done there; for leads."""

    def __init__(self, session: Session, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._all = Swept()
        self._asked = Swept()
        """The part of it that the user asks for."""
        self._at_hand: Listed | None = None
        self._wanted_first: Identity | None = None
        """The string to begin with, if it is listed."""
        self._was_at_work = False
        self._strings = StringList(round(100 * LEAST_SHARE), FEWEST, self)
        self._strings.ask_for(StringsWanted("", None, round(100 * SHARE), TIMES))
        self._places = QuotationList(self)
        self._places.setObjectName("sweepPlaces")
        self._places.setAccessibleName(self.tr("Places of the words"))
        self._bar = SweepBar(self)
        self.sweeping = Sweeping(session, self)
        self.acts = SweepActs(session, errands, self._bar.say, self)
        self._lay_out()
        self._wire()
        self._show_labels()

    def _lay_out(self) -> None:
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._places, 1)
        column.addWidget(self._bar)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self._strings)
        parts.addWidget(below)
        parts.setChildrenCollapsible(False)
        parts.setSizes([300, 360])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(parts)
        self.setFocusProxy(self._strings)

    def _wire(self) -> None:
        strings, places, bar = self._strings, self._places, self._bar
        strings.wanted_changed.connect(self._list_wanted)
        strings.chosen.connect(self._choose)
        strings.opened.connect(places.setFocus)
        places.passage_requested.connect(self._open)
        places.ticks_changed.connect(self._offer)
        bar.tick_requested.connect(lambda ticked: places.tick_all(ticked=ticked))
        bar.mark_requested.connect(self._mark)
        bar.take_out_requested.connect(self._take_out)
        bar.keep_requested.connect(self._keep)
        self.sweeping.changed.connect(self._take)
        self.sweeping.advanced.connect(self._show_looking)
        self.sweeping.ended.connect(self._end_progress)
        self.acts.done.connect(self._tell)
        self.acts.ended.connect(self._offer)
        self._session.labels_changed.connect(self._show_labels)

    # -- the page

    def title(self) -> str:
        return self.tr("Consistency")

    def show_anew(self) -> None:
        self.sweeping.look()

    def take_over(self, before: Self) -> None:
        self._strings.ask_for(before._strings.wanted())
        self._bar.begin_with(before._bar.reason(), gap=before._bar.has_gap())
        self.sweeping.take_over(before.sweeping)
        self._wanted_first = before._at_hand.identity if before._at_hand else None

    def take_keyboard(self) -> bool:
        part = self._places if self._was_at_work else self._strings
        self._was_at_work = False
        part.setFocus()
        return True

    def undo_and_redo(self) -> tuple[int, int]:
        return self.acts.undo_and_redo()

    def undo(self) -> None:
        self.acts.undo()
        self._offer()

    def redo(self) -> None:
        self.acts.redo()
        self._offer()

    def stop(self) -> None:
        self.sweeping.stop()

    # -- the strings

    def _take(self, found: Swept) -> None:
        self._all = found
        self._list()

    def _list_wanted(self) -> None:
        """List what the user asks for; which articles count is looked at anew."""
        ready_only = self._strings.wanted().ready_only
        if ready_only != self.sweeping.ready_only:
            self.sweeping.ready_only = ready_only
            self.sweeping.look()
        self._list()

    def _list(self) -> None:
        """List what is wanted; stay at the string at hand, or where it was."""
        wanted = self._strings.wanted()
        words = " ".join(ARABIC.fold(wanted.words).split())
        asked = Asked(wanted.percent / 100, wanted.times, wanted.label, words)
        self._asked = self._all.within(asked)
        there = self._at_hand.identity if self._at_hand else self._wanted_first
        names = [one.identity for one in self._asked.listed]
        row = names.index(there) if there in names else max(0, self._strings.current())
        rows = list(map(self._string_row, self._asked.listed))
        self._strings.show_rows(rows, row, self._hint(), self._left_out())

    def _string_row(self, one: Listed) -> StringRow:
        labels, language = self._session.labels, self._session.language
        if one.values:
            counts = [f"{count:,} × {short_value(value)}" for value, count in one.values]
            label = shown(labels, one.label, language)
            told = self.tr("{label} with different values: {counts}")
            return string_row(one, told.format(label=label, counts=" · ".join(counts)), labels)
        counts = [
            f"{count:,} {shown(labels, name, language)}" for name, count in one.marked.items()
        ]
        if one.borders:
            counts.append(self.tr("%n with other borders", "", one.borders))
        if one.bare:
            counts.append(self.tr("%n bare", "", one.bare))
        return string_row(one, " · ".join(counts), labels)

    def _hint(self) -> str:
        if self.sweeping.is_under_way and not self._all.listed:
            return self.tr("Reading gold…")
        if self._asked.decided:
            return self.tr("Nothing is left to look at.")
        if self._all.listed or self._all.decided or self.sweeping.ready_only:
            return self.tr("No words are like that. Ask for less.")
        return self.tr("Nothing to look at: gold marks all words alike wherever they stand.")

    def _left_out(self) -> str:
        count = self._asked.places_decided
        told = self.tr("%n place(s) were decided by a lead and are left out.", "", count)
        return told if count else ""

    def _show_labels(self) -> None:
        self._strings.set_labels(self._session.labels, self._session.language)

    # -- the places of one

    def _choose(self, row: int) -> None:
        one = self._asked.listed[row] if row >= 0 else None
        if one == self._at_hand:
            return  # what is ticked stays so
        self._at_hand = one
        spots = one.spots if one else ()
        rows = SpotRows(spots, self._session.labels, self._session.language, self._article)
        ticked = one.exceptions if one else 0
        self._places.show_rows(rows, with_boxes=True, ticked=ticked)

    def _article(self, article_id: str) -> Article | None:
        none: Article | None = None
        return self._session.read(lambda: self._session.project.articles.by_id(article_id), none)

    def _open(self, name: str, start: int, end: int) -> None:
        none: Article | None = None
        articles = self._session.project.articles
        article = self._session.read(lambda: articles.by_name(name), none)
        if article is not None:
            self._was_at_work = True
            self.gold_requested.emit(article.id, start, end)

    def _spots(self) -> Sequence[Spot]:
        return self._at_hand.spots if self._at_hand else ()

    # -- what can be done there

    def _ticked(self) -> list[Spot]:
        spots = self._spots()
        return [spots[row] for row in self._places.ticked()]

    def _offer(self) -> None:
        one, ticked = self._at_hand, self._ticked()
        labels, language = self._session.labels, self._session.language
        odd = sum(spot.how is not How.USUAL for spot in ticked)
        marked = sum(bool(spot.spans) for spot in ticked)
        busy = self.acts.is_under_way
        name = shown(labels, one.label, language) if one else ""
        value = short_value(one.values[0][0]) if one and one.values else ""
        self._bar.show_ticked(name, value, *((0, 0, 0) if busy else (odd, marked, odd)))

    def _mark(self) -> None:
        if self._at_hand is not None:
            label = self._at_hand.label
            self._overrule(
                Overruling(
                    *(spot.article_id, spot.spans, ((spot.start, spot.end, label),)),
                    *(spot.value, spot.usual),
                )
                for spot in self._ticked()
                if spot.how is not How.USUAL
            )

    def _take_out(self) -> None:
        self._overrule(
            Overruling(spot.article_id, spot.spans, was=spot.value)
            for spot in self._ticked()
            if spot.spans
        )

    def _overrule(self, wanted: Iterable[Overruling]) -> None:
        self.acts.overrule(list(wanted), self._bar.reason(), gap=self._bar.has_gap())
        self._offer()

    def _keep(self) -> None:
        odd = [spot for spot in self._ticked() if spot.how is not How.USUAL]
        if self._at_hand is None:
            return
        if self._at_hand.values:
            # A value that the lead decides herself is no slip.
            self._overrule(
                Overruling(spot.article_id, spot.spans, spot.spans, spot.value, spot.value)
                for spot in odd
            )
            return
        label = self._at_hand.label
        self.acts.keep([(spot.article_id, spot.start, spot.end, label) for spot in odd])
        self._offer()

    def _tell(self, done: Overruled | None) -> None:
        """Say what came of an act, and look at what has changed by it."""
        sentence = ""
        if done is not None:
            self._bar.begin_with()
            sentence = self.tr("%n place(s) decided.", "", done.decided)
        if done is not None and done.passed_over:
            sentence += " " + self.tr(
                "%n place(s) left as they are: they have changed meanwhile.", "", done.passed_over
            )
        self._bar.say(sentence)
        self.acted.emit()
        self.sweeping.look()

    def _show_looking(self, done: int, total: int) -> None:
        self._bar.show_progress(done, total)
        if not self._all.listed:
            self._list()

    def _end_progress(self) -> None:
        if not self.sweeping.is_under_way:
            self._bar.end_progress()
            self._list()
        self._offer()
