"""One answer to a conflict as a card: its number, who gave it, the spans in their context."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.core.model import Span
from annotator.gui.text.snippets import Passage, Snippet
from annotator.gui.theme import theme_of
from annotator.gui.wording.told_spans import shown_label
from annotator.gui.wording.value_text import short_value

_ROUND: Final = 5.0


class OptionCard(QAbstractButton):
    """A button that shows what taking this answer means."""

    def __init__(
        self,
        key: str,
        voters: str,
        spans: Sequence[Span],
        passage: Passage,
        labels: LabelSet,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._is_chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 6)
        layout.setSpacing(2)
        nothing = self.tr("marked nothing here")
        layout.addLayout(self._head(key, voters if spans else f"{voters} · {nothing}"))
        if spans:
            snippet = Snippet(passage, spans, labels, language, self)
            snippet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(snippet)
            values = self._values(spans, labels, language)
            if values:
                layout.addWidget(self._words(values))
        self.setAccessibleName(self._told(key, voters, spans, labels, language))

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Show whether this answer was chosen, and waits to be taken."""
        self._is_chosen = is_chosen
        self.update()

    def _head(self, key: str, voters: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._key = self._words(key)
        font = self._key.font()
        font.setBold(True)
        self._key.setFont(font)
        self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        metrics = self._key.fontMetrics()
        widest = max(2 * metrics.averageCharWidth(), metrics.horizontalAdvance(key))
        self._key.setMinimumWidth(widest + 8)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words(voters), 1)
        return row

    def _words(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

    def _values(self, spans: Sequence[Span], labels: LabelSet, language: str) -> str:
        """Return what the spans mean, a line each; of several spans by their labels."""
        lines = []
        for span in spans:
            if span.value is None:
                continue
            value = short_value(span.value)
            if span.proposed:
                value = self.tr("{value} (proposed)").format(value=value)
            if len(spans) > 1:
                lines.append(f"{shown_label(labels, span.label, language)}: {value}")
            else:
                lines.append(self.tr("Value: {value}").format(value=value))
        return "\n".join(lines)

    def _told(
        self, key: str, voters: str, spans: Sequence[Span], labels: LabelSet, language: str
    ) -> str:
        """Return the whole card in words."""
        said = [
            ", ".join(
                filter(
                    None, (shown_label(labels, s.label, language), s.quote, short_value(s.value))
                )
            )
            for s in spans
        ] or [self.tr("marked nothing here")]
        return f"{key}: {voters}: {'; '.join(said)}"

    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        is_at_hand = self.underMouse() or self.hasFocus() or self._is_chosen
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = theme.accent if is_at_hand else self.palette().color(QPalette.ColorRole.Mid)
            painter.setPen(QPen(edge, 3 if self._is_chosen else 2 if is_at_hand else 1))
            role = QPalette.ColorRole.Button if self.isDown() else QPalette.ColorRole.Base
            painter.setBrush(self.palette().color(role))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self._key.geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3
            )
