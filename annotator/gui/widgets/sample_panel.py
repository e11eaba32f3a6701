"""A random sample of agreed spans: the one at hand, what was found so far, and the keys."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.core.model import Article, Span
from annotator.gui.key_panel import KeyButtons, KeyPanel
from annotator.gui.option_cards import OptionCards
from annotator.gui.review_keys import sample_key
from annotator.gui.snippets import passage_around


class SamplePanel(KeyPanel):
    """Shows one span of the sample, or what came of all; its keys go through them.

    What can be wanted is ``right``, ``skip``, ``back``, ``own`` and ``leave``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samplePanel")
        self.setAccessibleName(self.tr("Sample of agreed spans"))
        self._place = self.words("samplePlace")
        self._title = self.title("sampleTitle")
        self._title.setText(self.tr("Is this right?"))
        self._finding = self.words("sampleFinding")
        self._hint = self.words("sampleHint")
        self._hint.setText(
            self.tr(
                "Enter: right. A label's key, Del and the border keys change it in gold, E its"
                " value too. S skips, B goes back, Esc leaves."
            )
        )
        self._told = self.words("sampleTold")
        self._refusal = self.words("sampleRefusal")
        self._cards = OptionCards(self)
        self._buttons = self._made_buttons()
        self._buttons.command_requested.connect(self.command_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(6)
        for words in (self._place, self._title, self._finding, self._told):
            layout.addWidget(words)
        layout.addWidget(self._cards, 1)
        for words in (self._refusal, self._hint):
            layout.addWidget(words)
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
        self._cards.set_labels(labels, language)

    def show_span(self, place: str, article: Article, span: Span, finding: str, told: str) -> None:
        """Show a span of ``article``, what was found of it, and how far the sample is."""
        self._show(place, finding, told)
        passage = passage_around(article, span.start, span.end)
        self._cards.add("Enter", self.tr("All who finished say so."), [span], passage)
        self._title.show()
        self._hint.show()
        self.say(f"{place}. {span.quote}. {finding}. {told}")

    def show_nothing(self, place: str, told: str) -> None:
        """Show no span: the sample is at its end, or the span is gone."""
        self._show(place, "", told)
        self._title.hide()
        self._hint.hide()
        self.say(f"{place}. {told}")

    def _show(self, place: str, finding: str, told: str) -> None:
        self._cards.clear()
        self.refuse("")
        self._place.setText(place)
        self._finding.setText(finding)
        self._finding.setVisible(bool(finding))
        self._told.setText(told)

    def refuse(self, why: str) -> None:
        """Say why what was asked for cannot be; empty says nothing."""
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
