"""The conflict at hand: why it is there, the answers as cards, and what a lead can do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.causes import Cause
from annotator.core.conflicts import Conflict
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Span
from annotator.gui.fields.alike_bar import AlikeBar
from annotator.gui.fields.key_panel import KeyPanel
from annotator.gui.fields.option_cards import OptionCards
from annotator.gui.fields.review_foot import ReviewFoot
from annotator.gui.fields.value_fields import ValueFields
from annotator.gui.review_keys import choice_key, review_key
from annotator.gui.text.snippets import Passage, passage_around, with_unseen
from annotator.gui.wording.cause_names import cause_advice, cause_names
from annotator.gui.wording.told_spans import told_put


@dataclass(frozen=True, slots=True)
class Before:
    """What was put before in the place of conflicts that are alike."""

    put: tuple[Span, ...]
    """As it would be put here."""
    times: int
    reason: str


class ReviewPanel(KeyPanel):
    """Shows one conflict; its keys decide it."""

    answer_chosen = Signal()
    """Another answer is chosen than before, or none; see ``chosen``."""
    blind_requested = Signal(bool)
    """The lead wants to see letters instead of names, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPanel")
        self.setAccessibleName(self.tr("Review"))
        self._labels: LabelSet | None = None
        self._language = "en"
        self._cause = self.title("conflictCause")
        self._why = self.words("conflictWhy")
        self._place = self.words("conflictPlace")
        self._stale = self.words("conflictStale")
        self._refusal = self.words("refusal")
        self._hint = self.words("ownSpansHint")
        self._told = self.words("decisionTold")
        self._left_out = self.words("leftOut")
        self.value = ValueFields(self)
        self.value.setObjectName("ownValue")
        self.value.hide()
        self._alike = AlikeBar(self)
        self._cards = OptionCards(self)
        self._foot = ReviewFoot(self)
        self._passage: Passage | None = None
        self._before: tuple[Before, ...] = ()
        self.chosen: int | None = None
        """The number of the answer that was clicked, and is not taken yet."""
        self.fields = self._foot.fields
        self.show_blind = self._foot.show_blind
        self._lay_out()
        for part in (self._cards, self._foot, self._alike):
            part.command_requested.connect(self.command_requested)
        self._foot.blind_requested.connect(self.blind_requested)
        self.show_nothing("")

    def command_of(self, event: QKeyEvent) -> str | None:
        return review_key(event) or (choice_key(event) if self.chosen is not None else None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        for widget in (self._place, self._cause, self._why, self._stale, self._alike, self._hint):
            layout.addWidget(widget)
        for widget in (self._told, self._left_out):
            layout.addWidget(widget)
        layout.addWidget(self.value)
        layout.addWidget(self._cards, 1)
        # Where no answers are, it takes their room; else the words would drift apart in it.
        layout.addStretch()
        layout.addWidget(self._refusal)
        layout.addWidget(self._foot)

    # -- what is shown

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Name and colour spans by ``labels``, for people who read ``language``."""
        self._labels, self._language = labels, language
        self._cards.set_labels(labels, language)

    def show_nothing(self, why: str, what_next: str = "") -> None:
        """Show that there is no conflict at hand, and why; say what to do then."""
        self._clear()
        self._place.setText(why)
        for widget in (self._cause, self._why, self._stale, self._foot, self._cards):
            widget.hide()
        self.say(" ".join(filter(None, (why, what_next))))

    def show_settled(self, told: str) -> None:
        """Show that nothing need be decided at a place; what is done there can have a reason."""
        self.show_nothing(told)
        self._foot.show_choices(is_shown=False)
        self._foot.show()

    def show_conflict(
        self,
        conflict: Conflict,
        cause: Cause,
        article: Article,
        names: Mapping[str, str],
        place: str,
    ) -> None:
        """Show a conflict in ``article``, whose authors are called by ``names``."""
        assert self._labels is not None
        self._clear()
        self._place.setText(place)
        self._cause.setText(cause_names()[cause])
        self._why.setText(cause_advice()[cause])
        passage = passage_around(article, conflict.start, conflict.end)
        if cause is Cause.MARKS:  # else the answers would look alike
            said = [span for option in conflict.options for span in option.spans]
            for ends in ({span.start for span in said}, {span.end for span in said}):
                passage = with_unseen(passage, min(ends), max(ends))
        self._passage = passage
        self._show_stale(conflict, passage)
        for number, option in enumerate(conflict.options):
            key = str(number + 1)
            voters = self.tr("{names}  –  {votes} of {all}").format(
                names=self.tr(", ").join(
                    f"\u2068{name}\u2069" for name in sorted(names[one] for one in option.authors)
                ),
                votes=len(option.authors),
                all=conflict.finished,
            )
            self._cards.add(key, voters, option.spans, passage)
        self._foot.show_choices(is_shown=True)
        for widget in (self._cause, self._why, self._foot, self._cards):
            widget.show()
        self._cards.scroll_to_top()
        self.say(f"{place}. {self._cause.text()}. {self._why.text()}")

    def show_place(self, place: str) -> None:
        """Show where in the list the conflict stands."""
        self._place.setText(place)

    def _show_stale(self, conflict: Conflict, passage: Passage) -> None:
        """Say that a decision no longer fits, and what it had put."""
        self._stale.setVisible(bool(conflict.stale))
        self._stale.setText(
            self.tr("Decided before, but the spans have changed since. E takes up what was put:")
            if conflict.draft
            else self.tr("Decided before, but the spans have changed since. Nothing was put.")
        )
        if conflict.draft:
            told = [self.tr("put before"), self._left_out_told(conflict.unjudged)]
            self._cards.add("E", "\n".join(filter(None, told)), conflict.draft, passage)

    def _left_out_told(self, spans: Sequence[Span]) -> str:
        """Say what is neither put nor was ever judged; gold would lose it unseen."""
        if not spans:
            return ""
        assert self._labels is not None
        told = self.tr("This leaves out spans on which nothing was decided: {spans}")
        return told.format(spans=told_put(spans, self._labels, self._language))

    def show_again(self, before: Sequence[Before], here: int, last: int) -> None:
        """Show what was put before in such a place, and how many conflicts are alike.

        ``here`` are like the one at hand, ``last`` like the one that was decided last.
        """
        self._alike.show_counts(here, last)
        if tuple(before) == self._before or self._passage is None:
            return
        self._before = tuple(before)
        self._cards.clear_before()
        if before:
            first, *others = before
            told = self.tr("Decided so %n time(s) before", "", first.times)
            remark = self._remark(first, others)
            self._cards.show_before("P", told, first.put, self._passage, remark)
            self._cards.scroll_to_top()

    def _remark(self, first: Before, others: Sequence[Before]) -> str:
        """Return the reason that was given, and what else was put."""
        assert self._labels is not None
        lines = []
        if first.reason:
            lines.append(self.tr("Reason: {reason}").format(reason=f"\u2068{first.reason}\u2069"))
        if others:
            told = [
                f"\u2068{told_put(one.put, self._labels, self._language)}\u2069 ({one.times:,})"
                for one in others
            ]
            put = self.tr(", ").join(told)
            lines.append(self.tr("Also decided: {put}").format(put=put))
        return "\n".join(lines)

    def choose(self, number: int | None) -> None:
        """Let an answer stand out that Enter is to take; it is not taken yet."""
        if number == self.chosen:
            return
        self.chosen = number
        self._cards.choose(None if number is None else str(number))
        told = self.tr("Answer {number} is chosen: Enter takes it, Esc leaves it.")
        hint = "" if number is None else told.format(number=f"\u2066{number}\u2069")
        self._show_hint(hint)
        if hint:
            self.say(hint)
        self.answer_chosen.emit()

    def _clear(self) -> None:
        self.choose(None)
        had_focus = self._cards.holds_focus()
        self._cards.clear()
        self._before, self._passage = (), None
        self._alike.show_counts(0, 0)
        if had_focus:
            self.setFocus()
        self.refuse("")
        self.show_drafting(is_on=False)

    def refuse(self, why: str) -> None:
        """Say why what was asked for cannot be; empty says nothing."""
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
        if why:
            palette = self._refusal.palette()
            colour = self.palette().color(QPalette.ColorRole.BrightText)
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self._refusal.setPalette(palette)
            event = QAccessibleEvent(self._refusal, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(event)

    def show_drafting(self, *, is_on: bool) -> None:
        """Show whether the lead marks spans of her own."""
        self.value.setVisible(False)
        self.show_told("")
        self.show_left_out(())
        hint = self.tr(
            "Your own spans: mark them in the text with the labels' keys. Enter takes them,"
            " Esc leaves them."
        )
        self._show_hint(hint if is_on else "")
        for part in (self._cards, self._foot):
            part.set_open(is_open=not is_on)

    def show_left_out(self, spans: Sequence[Span]) -> None:
        """Say what would be lost if the lead's own spans were taken as they are."""
        self._left_out.setText(self._left_out_told(spans))
        self._left_out.setVisible(bool(spans))

    def show_held(self, *, is_on: bool, is_settled: bool = False) -> None:
        """Show whether keys mean what is selected in the text, and not the conflict, if one is."""
        if is_on:
            self.choose(None)
        elif self.chosen is not None:
            return  # what is said of that stays
        hint = self.tr(
            "Something is selected in the text: a label's key adds it to gold or changes it there,"
            " Del takes it out. To say why, press R first."
        )
        back = "" if is_settled else self.tr("Esc goes back to the conflict.")
        self._show_hint(" ".join(filter(None, (hint, back))) if is_on else "")

    def show_told(self, told: str) -> None:
        """Say how gold came to what is selected in it."""
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def _show_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
