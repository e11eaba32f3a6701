"""What is said of the selected span: its label, value, note, certainty, and where it stands."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.core.model import Span
from annotator.core.values import DateValue, ValueKind
from annotator.gui.fields.day_reading import DayReading
from annotator.gui.fields.value_fields import ValueFields
from annotator.gui.wording.shortening import shortened

_LONGEST = 400


class _NoteEdit(QPlainTextEdit):
    """A note; it is done when the keyboard leaves it."""

    done = Signal()
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def text(self) -> str:
        """Return the note as it is to be kept."""
        return self.toPlainText().strip()


class SpanDetails(QWidget):
    """Shows one span and lets the user say more of it.

    A note that could not be saved is kept here, and asked for again when it is left again; so is
    what was typed for a value.
    """

    relabel_requested = Signal(str, str)
    """The user wants the span of that id to carry that label."""
    note_requested = Signal(str, str)
    """The user wants that note on the span of that id."""
    unsure_requested = Signal(str, bool)
    """The user is not sure, or sure again, of the span of that id."""
    left = Signal()
    """The user wants to be back in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spanDetails")
        self.setAccessibleName(self.tr("Details of the span"))
        self._span: Span | None = None
        self._labels: LabelSet | None = None
        self._drafts: dict[str, str] = {}
        self._is_asking = False
        self._quote = QLabel(self)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._quote.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._quote.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label = QComboBox(self)
        self._label.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._label.setMinimumContentsLength(4)
        self.value = ValueFields(self)
        self.reading = DayReading(self)
        self._note = _NoteEdit(self)
        self._note.setTabChangesFocus(True)
        self._unsure = QCheckBox(self.tr("Not sure"), self)
        self._place = QLabel(self)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        # Numbers alone would go to the other side of an Arabic window.
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        self._place.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self._label.activated.connect(self._ask_relabel)
        self._unsure.clicked.connect(self._ask_unsure)
        self._note.done.connect(self.finish_note)
        self._note.left.connect(self.left)
        self.value.left.connect(self.left)
        self.show_span(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        layout = self._layout = QFormLayout()
        column.addLayout(layout)
        column.addStretch(1)  # or the rows would share what room is left
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, widget in (
            (self.tr("Text"), self._quote),
            (self.tr("Label"), self._label),
            (self.tr("Value"), self.value),
            (self.tr("Note"), self._note),
            ("", self._unsure),
            (self.tr("Offsets"), self._place),
        ):
            if isinstance(widget, QLabel):
                # Not as its name: that would be read instead of the text.
                widget.setAccessibleDescription(name)
            else:
                widget.setAccessibleName(name or self._unsure.text())
            layout.addRow(name, widget)
            if widget is self.value:
                layout.addRow(self.reading)
        self.show_reading(None)
        self._fit_note()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_note()

    def _fit_note(self) -> None:
        self._note.setFixedHeight(4 * self.fontMetrics().lineSpacing())

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Offer these labels, named in ``language``."""
        self._labels = labels
        self._label.clear()
        for label in labels:
            self._label.addItem(label.shown(language), label.name)
        self.show_span(self._span)

    def show_span(self, span: Span | None) -> None:
        """Show ``span``; a note that is being written on another one is kept first."""
        is_other = (span and span.id) != (self._span and self._span.id)
        if is_other:
            self.finish_note()
        self._show_value(span)
        is_written = not is_other and self._note.text() != self._shown_note()
        self._span = span
        self.setEnabled(span is not None)
        quote = shortened(span.quote, _LONGEST) if span else self.tr("No span is selected.")
        self._quote.setText(quote)
        self._label.setCurrentIndex(self._label.findData(span.label) if span else -1)
        self._unsure.setChecked(bool(span and span.unsure))
        # U+2066 … U+2069 keep the numbers in their order within a right-to-left window.
        self._place.setText(f"\u2066{span.start}–{span.end}\u2069" if span else "")
        if not is_written and self._note.text() != self._shown_note():
            self._note.setPlainText(self._shown_note())

    def _show_value(self, span: Span | None) -> None:
        labels = self._labels
        label = labels[span.label] if span and labels and span.label in labels else None
        self.value.show_span(span, label)
        has_value = label is not None and label.value is not ValueKind.NONE
        self._layout.setRowVisible(self.value, has_value)

    def show_reading(self, value: DateValue | None) -> None:
        """Show beside the value what the words read by the day of publication, if otherwise."""
        self.reading.show_reading(value)
        self._layout.setRowVisible(self.reading, value is not None)

    def _shown_note(self) -> str:
        return self._drafts.get(self._span.id, self._span.note) if self._span else ""

    def edit_note(self) -> None:
        """Put the keyboard into the note."""
        if self._span:
            self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Ask for all that is half written to be kept."""
        self.finish_note()
        self.value.finish()

    def finish_note(self) -> None:
        """Ask for the note to be kept, if it was changed."""
        span, note = self._span, self._note.text()
        if span is None or note == span.note or self._is_asking:
            return
        self._is_asking = True
        try:
            self.note_requested.emit(span.id, note)
        finally:
            self._is_asking = False

    def keep_draft(self, span_id: str, note: str) -> None:
        """Remember a note that could not be saved."""
        self._drafts[span_id] = note

    def drop_draft(self, span_id: str) -> None:
        """Forget the draft of a note that has been saved."""
        self._drafts.pop(span_id, None)

    def take_over(self, other: "SpanDetails") -> None:
        """Go on with what was written elsewhere and is not saved."""
        self._drafts |= other._drafts
        self.value.take_over(other.value)

    def has_drafts(self) -> bool:
        """Tell whether something was written or typed that is not saved."""
        return bool(self._drafts or self.value.drafts())

    def drafts(self) -> dict[str, str]:
        """Return the notes that could not be saved, by the ids of their spans."""
        return dict(self._drafts)

    def _ask_relabel(self, index: int) -> None:
        if self._span:
            self.relabel_requested.emit(self._span.id, self._label.itemData(index))

    def _ask_unsure(self, unsure: bool) -> None:
        if self._span:
            self.unsure_requested.emit(self._span.id, unsure)
