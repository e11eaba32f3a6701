"""What a span means, to be seen and mended: fields that fit the kind of value of its label.

What was typed and is no value stays in its field, with what is wrong below, until it is mended or
given up; nothing of it is saved.  It stays with its span when another one is selected.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.labels import Label
from annotator.core.model import Span
from annotator.core.values import DateValue, EntryValue, NumberValue, Value, ValueKind
from annotator.gui.fields.fitting import WrappedLabel
from annotator.gui.fields.typed_values import EMPTY, Typed, as_typed, value_typed
from annotator.gui.fields.value_buttons import ValueButtons
from annotator.gui.fields.value_drafts import ValueDrafts
from annotator.gui.fields.value_lines import EntryLine, Offer, ValueLine, offered_text
from annotator.gui.language import error_text
from annotator.gui.theme import theme_of
from annotator.gui.wording.value_text import (
    Meant,
    as_stored,
    modifier_names,
    plain_date,
    short_value,
)


class ValueFields(QWidget):
    """Shows what one span means and lets the user say it."""

    value_requested = Signal(str, object)
    """The user wants the span of that id to have that value, ``None`` for none."""
    entry_requested = Signal(str, str)
    """The user typed the name of an entry for the span of that id."""
    best_requested = Signal()
    """The user takes what Enter takes: what the button says."""
    new_requested = Signal()
    """The user wants a new entry of what is typed, else of the words marked."""
    doubted = Signal(str)
    """The user typed for the span of that id something other than it says."""
    offers_requested = Signal(object, str)
    """The user would see what may be meant by what is typed for a span, else by its words."""
    left = Signal()
    """The user wants to be back in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Span | None = None
        self._label: Label | None = None
        self._kind = ValueKind.NONE
        self.meant: Meant = as_stored
        """What values mean by now."""
        self.published: Callable[[], str | None] = lambda: None
        """Tells the day in ISO from which dates are reckoned."""
        self._drafts = ValueDrafts()
        self._offers: Sequence[Offer] = ()
        """What may be meant by the name that is typed, else by the words marked; best first."""
        self._is_asking = False
        self._is_filling = False
        self._line = ValueLine(self.tr("Value"), self)
        self._entry = EntryLine(self.tr("Value: name of an entry"), self)
        self._modifier = QComboBox(self)
        self._unit = ValueLine(self.tr("Unit of the number"), self)
        self._words = WrappedLabel(self)
        self._wrong = WrappedLabel(self)
        self._wrong.setObjectName("valueProblem")
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._wrong.setForegroundRole(QPalette.ColorRole.BrightText)
        self._buttons = ValueButtons(self)
        self._lay_out()
        self._wire()
        self._show_kind()
        self._show_rest()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Value"))
        names = ("valueField", "entryField", "unitField", "modifierField")
        fields: list[QWidget] = [self._line, self._entry, self._unit, self._modifier]
        for field, name in zip(fields, names, strict=True):
            field.setObjectName(name)
        self._entry.setPlaceholderText(self.tr("name"))
        self._unit.setPlaceholderText(self.tr("unit"))
        self._modifier.setAccessibleName(self.tr("How exact the number is"))
        self._modifier.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._modifier.setMinimumContentsLength(4)
        for modifier, name in modifier_names().items():
            self._modifier.addItem(name, modifier.value if modifier else "")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(3)
        fields = [self._modifier, self._line, self._unit, self._entry]
        for widget in (*fields, self._words, self._wrong, self._buttons):
            column.addWidget(widget)

    def _wire(self) -> None:
        for line in (self._line, self._unit, self._entry):
            line.textChanged.connect(self._take_draft)
            line.done.connect(self.finish)
            line.entered.connect(self._enter)
            line.given_up.connect(self._give_up)
            line.entered_anew.connect(self._enter_anew if line is self._entry else self._enter)
        self._entry.chosen.connect(self._choose)
        self._entry.textEdited.connect(self._follow_typing)
        self._modifier.activated.connect(self._choose_modifier)
        self._buttons.best_requested.connect(self.best_requested)
        self._buttons.new_requested.connect(self.new_requested)

    # -- what is shown

    def show_span(self, span: Span | None, label: Label | None) -> None:
        """Show what ``span``, which carries ``label``, means."""
        if (span and span.id) != (self._span and self._span.id):
            self.finish()
        elif span is self._span and label is self._label and self._typed() == self._stored():
            return  # a mark shows its span twice, and laying fields out takes milliseconds
        self._span, self._label = span, label
        self._kind = label.value if label and span else ValueKind.NONE
        self._drop_what_is_said()
        self._fill(self._draft() or self._stored())
        self._offers = ()
        self._show_kind()
        self._show_rest()
        self._ask_offers()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these entries for what is typed, or for the words marked; best first."""
        self._offers = offers
        self._entry.offer(offers)
        self._show_buttons()

    def say_wrong(self, span_id: str, why: str) -> None:
        """Say why what was typed for a span is no value."""
        self._drafts.say_wrong(span_id, why)
        self._show_wrong()

    def _show_kind(self) -> None:
        kind = self._kind
        is_entry = kind is ValueKind.ENTRY
        self._line.setVisible(kind in (ValueKind.DATE, ValueKind.NUMBER, ValueKind.TEXT))
        self._entry.setVisible(is_entry)
        for field in (self._modifier, self._unit):
            field.setVisible(kind is ValueKind.NUMBER)
        like = {ValueKind.DATE: "2026-02-23", ValueKind.NUMBER: "1000, 500-600"}.get(kind)
        example = self.tr("e.g. {value}").format(value=f"\u2066{like}\u2069")
        self._line.setPlaceholderText(example if like else "")
        self._line.keep_order(kind is not ValueKind.TEXT)

    def _show_rest(self) -> None:
        """Show what depends on what is typed."""
        self._show_words()
        self._show_wrong()
        self._show_buttons()
        self.update()

    def _show_buttons(self) -> None:
        """Say what Enter and Shift+Enter do, where they do more than keep what is typed."""
        span, kind, best = self._span, self._kind, self._best_offered()
        is_open = bool(span and (not span.is_confirmed or self.typed_name()))
        is_entry = kind is ValueKind.ENTRY
        self._buttons.offer(
            offered_text(best) if best else "",
            confirms=bool(span and span.proposed and not (is_entry and self._draft())),
            makes=is_open and is_entry and not (best and best.is_called_so),
        )
        self._buttons.setVisible(is_open and kind is not ValueKind.NONE)

    def _best_offered(self) -> Offer | None:
        """Return the entry that Enter takes; ``None`` if it takes a value, or nothing fits.

        A name that came into the line from the list may be that of one further down.
        """
        span, draft, typed = self._span, self._draft(), self.typed_name()
        is_open = typed if draft else span and span.value is None
        if not is_open or self._kind is not ValueKind.ENTRY:
            return None
        named = (one for one in self._offers if one.value.name == typed)
        return next(named, next(iter(self._offers), None))

    def _show_words(self) -> None:
        """Show what was understood, as it is typed, and whether the value waits to be seen."""
        words = self._understood(self._value_typed())
        waits = self.tr("proposed") if self._is_proposed() else ""
        self._words.setText(" · ".join(filter(None, (words, waits))))
        self._words.setVisible(bool(self._words.text()))

    def _understood(self, value: Value) -> str:
        is_typed_so = self._typed() == as_typed(value)
        match value:
            case DateValue(edtf) if words := plain_date(edtf):
                return words
            case DateValue() | NumberValue() if not is_typed_so:
                return short_value(value)
            case _:
                return ""

    def _show_wrong(self) -> None:
        wrong = self._drafts.wrong(self._span.id) if self._span else ""
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    def _is_proposed(self) -> bool:
        return bool(self._span and self._span.proposed and self._draft() is None)

    # -- what is typed

    def focus(self) -> None:
        """Put the keyboard into the first field, if there is any."""
        line = self._entry if self._kind is ValueKind.ENTRY else self._line
        if self._kind is not ValueKind.NONE:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            line.selectAll()

    def finish(self) -> None:
        """Ask for what was typed to be kept, or say why it cannot be."""
        span, draft = self._span, self._draft()
        if span is None or draft is None or self._is_asking:
            return
        try:
            value = self._read(draft)
        except AnnotatorError as error:
            self.say_wrong(span.id, error_text(error))
            return
        self.say_wrong(span.id, "")
        self._is_asking = True
        try:
            if self._kind is ValueKind.ENTRY and draft[0].strip():
                self.entry_requested.emit(span.id, draft[0].strip())
            else:
                self.value_requested.emit(span.id, value)
        finally:
            self._is_asking = False

    def drafts(self) -> set[str]:
        """Return the ids of the spans for which something is typed that is not saved."""
        return self._drafts.ids()

    def drop_draft(self, span_id: str) -> None:
        """Forget what was typed for a span."""
        self._drafts.drop(span_id)

    def take_over(self, other: "ValueFields") -> None:
        """Go on with what was typed in other fields."""
        self._drafts.take_over(other._drafts)

    def typed_name(self) -> str:
        """Return the name that was typed for an entry, if any was."""
        draft = self._draft()
        return draft[0].strip() if draft and self._kind is ValueKind.ENTRY else ""

    def _draft(self) -> Typed | None:
        return self._drafts.of(self._span.id, self._kind) if self._span else None

    def _drop_what_is_said(self) -> None:
        """Forget a draft that the span says by now, or that is for another label."""
        span, draft = self._span, self._draft()
        if span is not None and (draft is None or self._is_said(draft)):
            self.drop_draft(span.id)

    def _is_said(self, draft: Typed) -> bool:
        """Tell whether the span has the value that was typed for it."""
        if self._kind is ValueKind.ENTRY or self._span is None:
            return draft == self._stored()
        try:
            return self._read(draft) == self._span.value
        except AnnotatorError:
            return False

    def _take_draft(self) -> None:
        """Remember what is typed; it is no draft if it is what the span says."""
        if self._span is None or self._is_filling:
            return
        typed, before = self._typed(), self._draft() or self._stored()
        if typed == self._stored():
            self.drop_draft(self._span.id)
        else:
            self._drafts.keep(self._span.id, self._kind, typed, before)
            self.doubted.emit(self._span.id)
        self._show_rest()

    def _enter(self) -> None:
        """Take what stands there; whoever has typed nothing wrong goes on in the text."""
        span = self._span
        if span is None:
            return
        if self._best_offered() or (self._draft() is None and span.proposed):
            self.best_requested.emit()
        self.finish()
        if self._draft() is None:
            self.left.emit()

    def _enter_anew(self) -> None:
        """Make an entry, and go on in the text if that is what the span means now."""
        self.new_requested.emit()
        if self._draft() is None and self._span and self._span.is_confirmed:
            self.left.emit()

    def _give_up(self) -> None:
        if self._span is not None:
            self.drop_draft(self._span.id)
            self._fill(self._stored())
            self._show_rest()
            self._ask_offers()
        self.left.emit()

    def _choose(self, value: EntryValue) -> None:
        if self._span is not None:
            self.drop_draft(self._span.id)
            self.value_requested.emit(self._span.id, value)

    def _choose_modifier(self) -> None:
        self._take_draft()
        if self._typed()[0].strip():
            self.finish()

    def _follow_typing(self) -> None:
        self._take_draft()  # Qt tells of an edit before it tells of the change
        self._ask_offers()

    def _ask_offers(self) -> None:
        span, typed = self._span, self.typed_name()
        if span and self._kind is ValueKind.ENTRY and (typed or not span.is_confirmed):
            self.offers_requested.emit(span, typed)

    def _typed(self) -> Typed:
        match self._kind:
            case ValueKind.ENTRY:
                return self._entry.text(), "", ""
            case ValueKind.NUMBER:
                return self._line.text(), self._modifier.currentData(), self._unit.text()
            case _:
                return self._line.text(), "", ""

    def _stored(self) -> Typed:
        return as_typed(self.meant(self._span.value)) if self._span else EMPTY

    def _fill(self, typed: Typed) -> None:
        line = self._entry if self._kind is ValueKind.ENTRY else self._line
        self._is_filling = True
        for field, text in ((line, typed[0]), (self._unit, typed[2])):
            if field.text() != text:
                field.setText(text)
        self._modifier.setCurrentIndex(self._modifier.findData(typed[1]))
        self._is_filling = False

    def _value_typed(self) -> Value:
        """Return the value that stands in the fields, ``None`` if it is wrong."""
        draft = self._draft()
        if draft is None:
            return self.meant(self._span.value) if self._span else None
        try:
            return self._read(draft)
        except AnnotatorError:
            return None

    def _read(self, typed: Typed) -> Value:
        span = self._span
        if self._kind is ValueKind.ENTRY:
            return span.value if span and typed[0].strip() else None
        is_cleared = typed[1:] == self._stored()[1:] or (span and self._drafts.is_cleared(span.id))
        if not typed[0].strip() and is_cleared:
            return None  # what is left of a number that was cleared means nothing
        return value_typed(self._kind, typed, self.published())

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame a value that is only proposed with dashes."""
        super().paintEvent(event)
        if self._is_proposed():
            with QPainter(self) as painter:
                painter.setPen(QPen(theme_of(self.palette()).accent, 1, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
