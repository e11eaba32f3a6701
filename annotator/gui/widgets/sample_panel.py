"""A random sample of agreed spans: the one at hand, what was found so far, and the keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.core.model import Article, Span
from annotator.gui.flow import FlowLayout
from annotator.gui.option_cards import OptionCards
from annotator.gui.review_keys import sample_key
from annotator.gui.snippets import passage_around


class SamplePanel(QWidget):
    """Shows one span of the sample, or what came of all; its keys go through them."""

    command_requested = Signal(str)
    """What is wanted: ``right``, ``skip``, ``back``, ``own`` or ``leave``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samplePanel")
        self.setAccessibleName(self.tr("Sample of agreed spans"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place = self._words("samplePlace")
        self._title = self._words("sampleTitle")
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title.setFont(font)
        self._title.setText(self.tr("Is this right?"))
        self._finding = self._words("sampleFinding")
        self._hint = self._words("sampleHint")
        self._hint.setText(
            self.tr(
                "Enter: right. A label's key, Del and the border keys change it in gold, E its"
                " value too. S skips, B goes back, Esc leaves."
            )
        )
        self._told = self._words("sampleTold")
        self._refusal = self._words("sampleRefusal")
        self._cards = OptionCards(self)
        self._buttons = self._make_buttons()
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

    def _words(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _make_buttons(self) -> QWidget:
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(3)
        for command, key, name in (
            ("right", "Enter", self.tr("Right")),
            ("skip", "S", self.tr("Skip")),
            ("back", "B", self.tr("Back")),
            ("own", "E", self.tr("Own spans")),
            ("leave", "Esc", self.tr("Leave")),
        ):
            button = QToolButton(buttons)
            button.setObjectName(f"sample_{command}")
            button.setText(f"{name}  \u2068{key}\u2069")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _, command=command: self.command_requested.emit(command))
            flow.addWidget(button)
        return buttons

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
        self._say(f"{place}. {span.quote}. {finding}. {told}")

    def show_nothing(self, place: str, told: str) -> None:
        """Show no span: the sample is at its end, or the span is gone."""
        self._show(place, "", told)
        self._title.hide()
        self._hint.hide()
        self._say(f"{place}. {told}")

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

    def _say(self, text: str) -> None:
        """Let a screen reader say what is at hand now."""
        self.setAccessibleDescription(text)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = sample_key(event)
        if key is None:
            event.ignore()
        else:
            self.command_requested.emit(key)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are commands here from being shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and sample_key(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)
