"""A random sample of agreed spans: the one at hand, what was found so far, and the keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.core.model import Article, Span
from annotator.core.samples import Finding
from annotator.gui.fields.key_panel import KeyButtons, KeyPanel
from annotator.gui.fields.option_cards import OptionCards
from annotator.gui.fields.remark_fields import RemarkFields
from annotator.gui.review_keys import sample_key
from annotator.gui.text.snippets import passage_around
from annotator.gui.wording.told_spans import told_meaning


@dataclass(frozen=True, slots=True)
class Checked:
    """A span of the sample, what was found of it, and what came of it."""

    drawn: Span
    """As all said it when the sample was drawn."""
    finding: Finding
    now: Sequence[Span]
    """What stands in gold instead, or still does."""

    @property
    def is_as_drawn(self) -> bool:
        """Whether gold still says what all said."""
        drawn = self.drawn
        return [(one.place, one.value) for one in self.now] == [(drawn.place, drawn.value)]


class SamplePanel(KeyPanel):
    """Shows one span of the sample, or what came of all; its keys go through them.

    What can be wanted is ``right``, ``skip``, ``back``, ``own`` and ``leave``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samplePanel")
        self.setAccessibleName(self.tr("Sample of agreed spans"))
        self._labels: LabelSet | None = None
        self._language = "en"
        self._place = self.words("samplePlace")
        self._title = self.title("sampleTitle")
        self._before = self.words("sampleBefore")
        self._hint = self.words("sampleHint")
        self._told = self.words("sampleTold")
        self._refusal = self.words("sampleRefusal")
        self._cards = OptionCards(self)
        self.fields = RemarkFields("sample", self)
        self._buttons = self._made_buttons()
        self._buttons.command_requested.connect(self.command_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(6)
        for words in (self._place, self._title, self._before, self._told):
            layout.addWidget(words)
        layout.addWidget(self._cards, 1)
        for words in (self._refusal, self._hint):
            layout.addWidget(words)
        layout.addWidget(self.fields)
        layout.addWidget(self._buttons)
        self._cards.command_requested.connect(lambda _: self.command_requested.emit("right"))
        self.refuse("")

    def _made_buttons(self) -> KeyButtons:
        told = [
            ("right", self.tr("Right"), "Enter"),
            ("skip", self.tr("Skip"), "S"),
            ("back", self.tr("Back"), "B"),
            ("own", self.tr("Own spans"), "E"),
            ("leave", self.tr("Leave"), "Esc"),
        ]
        return KeyButtons("sample", told, self)

    def command_of(self, event: QKeyEvent) -> str | None:
        return sample_key(event)

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Name and colour spans by ``labels``, for people who read ``language``."""
        self._labels, self._language = labels, language
        self._cards.set_labels(labels, language)

    def show_span(self, place: str, article: Article, checked: Checked, told: str) -> None:
        """Show a span of ``article`` as it stands now, and how far the sample is."""
        title = self._title_of(checked)
        before = self._told_before(checked)
        self._show(place, title, before, told)
        self._show_card(article, checked)
        is_open, has_gold = checked.finding is Finding.OPEN, bool(checked.now)
        self._show_keys(is_open=is_open, has_gold=has_gold)
        quotes = " ".join(span.quote for span in checked.now or (checked.drawn,))
        self.say(". ".join(filter(None, (place, title, quotes, before, told))))

    def show_gone(self, place: str, told: str) -> None:
        """Show no span: its article is gone."""
        self._show_no_span(place, told)
        self._show_keys(is_open=False, has_gold=False)

    def show_end(self, place: str, told: str) -> None:
        """Show no span: the sample is at its end, and this came of it."""
        self._show_no_span(place, told)
        self._hint.hide()
        self.fields.hide()
        self._buttons.offer({"back", "leave"})

    def _show_no_span(self, place: str, told: str) -> None:
        self._show(place, "", "", told)
        self.say(f"{place}. {told}")

    def _title_of(self, checked: Checked) -> str:
        if checked.finding is Finding.CHANGED and not checked.now:
            return self.tr("You have taken it out of gold.")
        return {
            Finding.OPEN: self.tr("Is this right?"),
            Finding.RIGHT: self.tr("You found it right."),
            Finding.CHANGED: self.tr("You have changed it."),
            Finding.GONE: self.tr("It is no longer agreed on, and not counted."),
        }[checked.finding]

    def _told_before(self, checked: Checked) -> str:
        """Say what all had said of a span that is no longer so."""
        if checked.is_as_drawn:
            return ""
        assert self._labels is not None
        span = told_meaning(checked.drawn, self._labels, self._language)
        return self.tr("All who finished had said: {span}").format(span=span)

    def _show_card(self, article: Article, checked: Checked) -> None:
        """Show what stands in gold; nothing if nothing does any more."""
        if not checked.now:
            return
        starts = min(span.start for span in (checked.drawn, *checked.now))
        ends = max(span.end for span in (checked.drawn, *checked.now))
        says = (
            self.tr("All who finished say so.")
            if checked.is_as_drawn
            else self.tr("So it stands in gold now.")
        )
        self._cards.add("Enter", says, checked.now, passage_around(article, starts, ends))

    def _show_keys(self, *, is_open: bool, has_gold: bool) -> None:
        """Say what the keys mean: Enter calls right only what was not judged before."""
        self._buttons.name("right", self.tr("Right") if is_open else self.tr("Go on"))
        enter = self.tr("Enter: right.") if is_open else self.tr("Enter goes on.")
        edits = self.tr(
            "A label's key, Del and the border keys change it in gold, E its value too. To say"
            " why, press R first."
        )
        steps = self.tr("S skips, B goes back, Esc leaves.")
        self._hint.setText(" ".join((enter, edits, steps) if has_gold else (enter, steps)))
        self._hint.show()
        self.fields.setVisible(has_gold)
        commands = {"right", "skip", "back", "leave"}
        self._buttons.offer(commands | {"own"} if has_gold else commands)

    def _show(self, place: str, title: str, before: str, told: str) -> None:
        self._cards.clear()
        self.refuse("")
        self._place.setText(place)
        for words, text in ((self._title, title), (self._before, before)):
            words.setText(text)
            words.setVisible(bool(text))
        self._told.setText(told)

    def refuse(self, why: str) -> None:
        """Say why what was asked for cannot be; empty says nothing."""
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
