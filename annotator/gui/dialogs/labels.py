"""The label editor: a table of the labels, and under it all that can be said of one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.colours import distance
from annotator.core.errors import AnnotatorError
from annotator.core.label_edits import LabelEdits
from annotator.core.labels import Label
from annotator.core.values import ValueKind
from annotator.gui.fields.label_choice import LabelChoice, told_apart
from annotator.gui.fields.label_fields import ColourButton, KeyField, LabelPreview
from annotator.gui.fields.label_table import COUNTS, LabelTable

_LABEL_PARAMETERS = ("name", "label", "other", "source", "target")
"""What a label is called by in the messages on labels."""
_ALIKE = 0.02
"""Two colours nearer than this look alike to somebody: people just see 0.03."""


class LabelsDialog(QDialog):
    """Changes a draft of the label set; nothing reaches the project before OK."""

    apply_requested = Signal(object)
    """The lead wants the project to have these labels: ``LabelEdits``."""

    def __init__(
        self,
        edits: LabelEdits,
        language: str,
        error_text: Callable[[AnnotatorError], str],
        *,
        may_edit: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``edits``; ``error_text`` says in the language of the window what an error says."""
        super().__init__(parent)
        self.setObjectName("labelsDialog")
        self.setWindowTitle(self.tr("Labels"))
        self.edits = edits
        self._language = language
        self._error_text = error_text
        self._may_edit = may_edit
        self._is_filling = False
        self._table = LabelTable(self)
        self._table.setColumnHidden(COUNTS, not may_edit)  # annotators work blind
        self._table.currentCellChanged.connect(lambda *_: self._show_label())
        self._make_form()
        self._make_buttons()
        self._lay_out()
        self.resize(700, 540)
        self._fill(edits.labels.labels[0].name)
        self._table.setFocus()

    # -- building

    def _make_form(self) -> None:
        self._english, self._arabic = QLineEdit(self), QLineEdit(self)
        self._key = KeyField(self)
        self._key.setToolTip(self.tr("Press the key that is to mark with this label"))
        self._colour = ColourButton(self.tr("Colour of the label"), self)
        self._kind = QComboBox(self)
        for kind, text in self._kinds().items():
            self._kind.addItem(text, kind)
        self._reader = QLineEdit(self)
        self._reader.setPlaceholderText(self.tr("none"))
        self._reader.setToolTip(
            self.tr(
                "Which of the program's readers proposes the values: base, date, actor or figure,"
                " or none."
            )
        )
        self._preview = LabelPreview(self)
        for field, name in (
            (self._english, "shownEnglish"),
            (self._arabic, "shownArabic"),
            (self._key, "labelKey"),
            (self._colour, "labelColour"),
            (self._kind, "labelValue"),
            (self._reader, "labelReader"),
        ):
            field.setObjectName(name)
            field.setEnabled(self._may_edit)
        for line in (self._english, self._arabic, self._reader):
            line.textEdited.connect(lambda _: self._take())
        self._key.key_chosen.connect(lambda key: self._take(key=key))
        self._colour.colour_chosen.connect(lambda colour: self._take(colour=colour))
        self._kind.activated.connect(lambda _: self._take())

    def _kinds(self) -> dict[ValueKind, str]:
        return {
            ValueKind.DATE: self.tr("date"),
            ValueKind.NUMBER: self.tr("number"),
            ValueKind.ENTRY: self.tr("entry"),
            ValueKind.TEXT: self.tr("text"),
            ValueKind.NONE: self.tr("none"),
        }

    def _make_buttons(self) -> None:
        self._acts: dict[str, QPushButton] = {}
        for name, text, act in (
            ("add", self.tr("&Add…"), self._add),
            ("remove", self.tr("Re&move…"), self._remove),
            ("merge", self.tr("Mer&ge into…"), self._merge),
            ("up", self.tr("Move &up"), lambda: self._shift(-1)),
            ("down", self.tr("Move &down"), lambda: self._shift(1)),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"{name}Label")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, act=act: act())
            button.setVisible(self._may_edit)
            self._acts[name] = button
        both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self._buttons = QDialogButtonBox(
            both if self._may_edit else QDialogButtonBox.StandardButton.Close, self
        )
        self._buttons.accepted.connect(lambda: self.apply_requested.emit(self.edits))
        self._buttons.rejected.connect(self.reject)
        self._message = QLabel(self)
        self._message.setObjectName("labelMessage")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in self._acts.values():
            row.addWidget(button)
        row.addStretch(1)
        names, rest = QFormLayout(), QFormLayout()
        for form, text, field in (
            (names, self.tr("&English"), self._english),
            (names, self.tr("Ara&bic"), self._arabic),
            (names, self.tr("&Reader"), self._reader),
            (rest, self.tr("&Key"), self._key),
            (rest, self.tr("&Colour"), self._colour),
            (rest, self.tr("&Value"), self._kind),
        ):
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        fields = QGridLayout()
        fields.addLayout(names, 0, 0)
        fields.addLayout(rest, 0, 1)
        fields.addWidget(self._preview, 1, 0, 1, 2)
        fields.setColumnStretch(0, 3)
        fields.setColumnStretch(1, 2)
        layout = QVBoxLayout(self)
        if not self._may_edit:
            layout.addWidget(self._why_not())
        layout.addWidget(self._table, 1)
        layout.addLayout(row)
        layout.addLayout(fields)
        layout.addWidget(self._message)
        layout.addWidget(self._buttons)

    def _why_not(self) -> QLabel:
        sentence = QLabel(
            self.tr(
                "Only leads change the labels, since that changes the spans of everybody. Ask your"
                " lead if one is missing."
            ),
            self,
        )
        sentence.setObjectName("whyNot")
        sentence.setWordWrap(True)
        return sentence

    # -- showing

    def _fill(self, current: str) -> None:
        """Show the labels of the draft, and choose the one of that name."""
        self._is_filling = True
        labels = self.edits.labels.labels
        self._table.setRowCount(len(labels))
        for row, label in enumerate(labels):
            self._show_row(row, label)
        self._is_filling = False
        row = next((n for n, label in enumerate(labels) if label.name == current), 0)
        self._table.setCurrentCell(row, 0)
        self._show_label()

    def _show_row(self, row: int, label: Label) -> None:
        spans = self.edits.use(label.name).spans
        self._table.show_label(row, label, self._kinds()[label.value], spans)

    def _label(self) -> Label:
        """Return the label that is chosen, as it is in the draft."""
        return self.edits.labels.labels[max(0, self._table.currentRow())]

    def _show_label(self) -> None:
        """Show all of the chosen label in the fields."""
        if self._is_filling:
            return
        label, labels = self._label(), self.edits.labels.labels
        for line, text in (
            (self._english, label.shown_en),
            (self._arabic, label.shown_ar),
            (self._reader, label.reader or ""),
        ):
            line.setText(text)
        self._kind.setCurrentIndex(self._kind.findData(label.value))
        self._show_look(label)
        self._acts["up"].setEnabled(label != labels[0])
        self._acts["down"].setEnabled(label != labels[-1])
        for name in ("remove", "merge"):
            self._acts[name].setEnabled(len(labels) > 1)
        self.say(self._likeness(label))

    def _show_look(self, label: Label) -> None:
        self._key.setText(label.key)
        self._colour.show_colour(label.colour)
        self._preview.show_label(label, self._language)

    def _likeness(self, label: Label) -> str:
        """Say with which label this one may be confused by its colour."""
        for other in self.edits.labels:
            if other.name != label.name and distance(other.colour, label.colour) < _ALIKE:
                return self.tr("To some eyes this colour looks like that of “{label}”.").format(
                    label=f"\u2068{self._shown(other)}\u2069"
                )
        return ""

    def say(self, sentence: str, *, is_error: bool = False) -> None:
        """Say something under the fields; what is wrong keeps OK from being pressed."""
        self._message.setText(sentence)
        self._message.setForegroundRole(
            QPalette.ColorRole.BrightText if is_error else QPalette.ColorRole.WindowText
        )
        event = QAccessibleEvent(self._message, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        if ok is not None:
            ok.setEnabled(not is_error or self._are_fields_right())

    def show_error(self, error: AnnotatorError) -> None:
        """Say what cannot be done; labels are called what the window calls them."""
        names = {label.name: self._shown(label) for label in self.edits.labels}
        kinds = {kind.value: text for kind, text in self._kinds().items()}
        told = {
            name: names.get(value, value) if name in _LABEL_PARAMETERS else value
            for name, value in error.parameters.items()
        }
        if "kind" in told:
            told["kind"] = kinds.get(told["kind"], told["kind"])
        self.say(
            self._error_text(type(error)(error.template, **told, **error.causes)), is_error=True
        )

    def _shown(self, label: Label) -> str:
        return label.shown(self._language)

    def _are_fields_right(self) -> bool:
        """Tell whether the fields say what the draft holds."""
        label = self._label()
        shown = (self._english.text().strip(), self._arabic.text().strip())
        return shown == (label.shown_en, label.shown_ar)

    # -- what the lead does

    def _try(self, edit: Callable[[], LabelEdits]) -> bool:
        """Take what comes of ``edit`` into the draft, or say why not."""
        try:
            self.edits = edit()
        except AnnotatorError as error:
            self.show_error(error)
            return False
        return True

    def _take(self, **told: str) -> None:
        """Take the fields of the chosen label into the draft."""
        label = replace(
            self._label(),
            shown_en=self._english.text(),
            shown_ar=self._arabic.text(),
            value=ValueKind(self._kind.currentData()),
            reader=self._reader.text().strip() or None,
            **told,
        )
        if self._try(lambda: self.edits.change(label)):
            label = self._label()
            self._show_row(self._table.currentRow(), label)
            self._show_look(label)
            self.say(self._likeness(label))
        else:
            self._kind.setCurrentIndex(self._kind.findData(self._label().value))

    def _add(self) -> None:
        name, is_given = QInputDialog.getText(
            self,
            self.tr("Add a label"),
            self.tr("Its name in all files, which never changes (such as “weapon”):"),
        )
        if is_given and self._try(lambda: self.edits.add(self.edits.proposed(name))):
            self._fill(name.strip())
            self._english.setFocus()
            self._english.selectAll()

    def _remove(self) -> None:
        name = self._label().name
        use = self.edits.use(name)
        if use.is_none:
            row = self._table.currentRow()
            if self._try(lambda: self.edits.remove(name)):
                labels = self.edits.labels.labels
                self._fill(labels[min(row, len(labels) - 1)].name)
        else:
            self._merge_asking(
                self.tr(
                    "“{label}” is in use (spans: {spans}, entries: {entries}). Which label are"
                    " these to get?"
                ).format(label=self._told(name), spans=use.spans, entries=use.entries)
            )

    def _merge(self) -> None:
        self._merge_asking(
            self.tr("Which label are all spans of “{label}” to get? “{label}” goes.").format(
                label=self._told(self._label().name)
            )
        )

    def _told(self, name: str) -> str:
        """Return what to call a label in a question, even where another one is shown alike."""
        return f"\u2068{told_apart(self.edits.labels, self._language)[name]}\u2069"

    def _merge_asking(self, question: str) -> None:
        source = self._label()
        others = [label for label in self.edits.labels if label.name != source.name]
        others.sort(key=lambda label: label.value is not source.value)  # values can move to these
        shown = told_apart(self.edits.labels, self._language)
        dialog = LabelChoice(question, others, shown, self)
        if dialog.exec() and self._try(lambda: self.edits.merge(source.name, dialog.name())):
            self._fill(dialog.name())
        dialog.deleteLater()

    def _shift(self, steps: int) -> None:
        name = self._label().name
        self.edits = self.edits.shift(name, steps)
        self._fill(name)
