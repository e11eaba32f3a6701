"""What the list of articles can be asked for: a panel with all filters, and their names."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from annotator.core.errors import AnnotatorError, InvalidQuery, InvalidValue
from annotator.core.labels import LabelSet
from annotator.core.language import Language
from annotator.core.model import Status
from annotator.core.query import ArticleQuery
from annotator.core.typed import days_typed
from annotator.gui.fields.day_line import DayLine
from annotator.gui.language import error_text
from annotator.gui.rows.article_rows import status_names

ReadDay = Callable[[str, Language], str | None]
OutletsOf = Callable[[], Sequence[str]]
_LONGEST_CHOICE = 24
"""How many characters a box of choices has room for; its list shows more."""


def filter_names(query: ArticleQuery, labels: LabelSet | None, language: str) -> list[str]:
    """Return the filters that are on, each by a short name."""
    translate = QCoreApplication.translate
    names = status_names()
    found = []
    if query.whose:
        found.append(translate("Filters", "of {author}").format(author=_isolated(query.whose)))
    if query.anyone:
        found.append(translate("Filters", "of anybody"))
    found += [names[status] for status in Status if status in query.statuses]
    if query.label:
        found.append(_label_name(query.label, labels, language))
    if query.outlet is not None:
        found.append(_isolated(query.outlet) or translate("Filters", "no outlet"))
    if query.published_from:
        day = f"\u2066{query.published_from}\u2069"
        found.append(translate("Filters", "from {day}").format(day=day))
    if query.published_to:
        day = f"\u2066{query.published_to}\u2069"
        found.append(translate("Filters", "until {day}").format(day=day))
    for is_on, name in (
        (query.has_note, translate("Filters", "with a note")),
        (query.unsure, translate("Filters", "not sure")),
        (bool(query.guideline), translate("Filters", "older guidelines")),
        (query.as_work, translate("Filters", "no tests")),
    ):
        found += [name] if is_on else []
    return found


def _label_name(name: str, labels: LabelSet | None, language: str) -> str:
    shown = (label.shown(language) for label in labels or () if label.name == name)
    return _isolated(next(shown, name))


def _isolated(text: str) -> str:
    return f"\u2068{text}\u2069" if text else ""


class FilterPanel(QFrame):
    """All filters at once; each takes effect as soon as it is set.  Esc closes the panel.

    Of what is typed and is no day nothing is said while it is typed, but when it is left.
    """

    changed = Signal()
    """The user wants to see other articles."""
    wrong_changed = Signal()
    """Something else is wrong with the days, or nothing any more: see ``why_wrong``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("articleFilters")
        self.setAccessibleName(self.tr("Filters"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._guideline_version = ""
        self._meant = ArticleQuery()
        """Whose articles and whose layers are meant: figures ask for others', and no box does."""
        self._statuses = {status: QCheckBox(name, self) for status, name in status_names().items()}
        self._label = self._box("filterLabel")
        self._outlet = self._box("filterOutlet")
        self._first = self._day(self.tr("Published from"), "filterFrom", _first_day)
        self._last = self._day(self.tr("Published until"), "filterTo", _last_day)
        self._judged: set[DayLine] = set()
        """The lines that were left, or where Enter was pressed, as they stand."""
        self._wrong = QLabel(self)
        self._wrong.setObjectName("filterWrong")
        self._wrong.setWordWrap(True)
        self._wrong.setForegroundRole(QPalette.ColorRole.BrightText)
        self._wrong.hide()
        self._note = QCheckBox(self.tr("with a note"), self)
        self._unsure = QCheckBox(self.tr("with a span you are not sure of"), self)
        self._older = QCheckBox(self.tr("finished under older guidelines"), self)
        self._clear = QPushButton(self.tr("Show all articles"), self)
        self._clear.clicked.connect(self.clear)
        self._lay_out()
        for box in self._boxes():
            box.toggled.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        statuses = QGridLayout()
        for number, box in enumerate(self._statuses.values()):
            statuses.addWidget(box, number // 2, number % 2)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(self.tr("Status"), statuses)
        form.addRow(self.tr("Label"), self._label)
        form.addRow(self.tr("Outlet"), self._outlet)
        form.addRow(self.tr("Published from"), self._first)
        form.addRow(self.tr("until"), self._last)
        form.addRow(self._wrong)
        for box in (self._note, self._unsure, self._older):
            form.addRow(box)
        form.addRow(self._clear)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LONGEST_CHOICE)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box

    def _day(self, name: str, object_name: str, read: ReadDay) -> DayLine:
        line = DayLine(self, read)
        line.setObjectName(object_name)
        line.setAccessibleName(name)
        line.setClearButtonEnabled(True)
        line.textChanged.connect(lambda _: self._follow_typing(line))
        line.editingFinished.connect(lambda: self._judge(line))
        return line

    def _follow_typing(self, line: DayLine) -> None:
        self._judged.discard(line)
        self._show_wrong()
        self.changed.emit()

    def _judge(self, *lines: DayLine) -> None:
        self._judged.update(lines)
        self._show_wrong()

    def offer(
        self, labels: LabelSet, language: str, outlets: Sequence[str], guideline_version: str
    ) -> None:
        """Offer these labels, outlets, and what was not finished under those guidelines.

        What is chosen stays chosen as long as it is offered.
        """
        self._guideline_version = guideline_version
        self._older.setVisible(bool(guideline_version))
        names = [(label.shown(language), label.name) for label in labels]
        _fill(self._label, [(self.tr("any"), ""), *names])
        of_nobody = (self.tr("not known"), "")
        _fill(
            self._outlet,
            [(self.tr("any"), None), of_nobody, *((outlet, outlet) for outlet in outlets)],
        )

    def query(self) -> ArticleQuery:
        """Return what is asked for; days that are none are left out."""
        older = self._older.isChecked() and not self._older.isHidden()
        query = replace(
            self._meant,
            statuses=frozenset(s for s, box in self._statuses.items() if box.isChecked()),
            label=self._label.currentData() or "",
            outlet=self._outlet.currentData(),
            has_note=self._note.isChecked(),
            unsure=self._unsure.isChecked(),
            guideline=self._guideline_version if older else "",
        )
        first, last = _written(self._first), _written(self._last)
        try:
            return replace(query, published_from=first, published_to=last)
        except InvalidQuery:
            return replace(query, published_from=first)

    def _show_wrong(self) -> None:
        wrong = self.why_wrong()
        if wrong != self._wrong.text():
            self._wrong.setText(wrong)
            self._wrong.setVisible(bool(wrong))
            self.adjustSize()
            self.wrong_changed.emit()

    def why_wrong(self) -> str:
        """Return what is wrong with the days: with one that is not being typed, or with both."""
        lines = (self._first, self._last)
        try:
            for line in lines:
                if line in self._judged:
                    line.day()
            ArticleQuery(published_from=_written(lines[0]), published_to=_written(lines[1]))
        except AnnotatorError as error:
            return error_text(error)
        return ""

    def clear(self) -> None:
        """Ask for all articles."""
        before = self.blockSignals(True)  # one wish, not one for each filter
        self._meant = ArticleQuery()
        for box in self._boxes():
            box.setChecked(False)
        for choice in (self._label, self._outlet):
            choice.setCurrentIndex(0)
        for line in (self._first, self._last):
            line.clear()
        self.blockSignals(before)
        self.changed.emit()

    def ask_for(self, query: ArticleQuery) -> None:
        """Ask for what ``query`` does, as far as it is offered."""
        before = self.blockSignals(True)
        self._meant = ArticleQuery(whose=query.whose, anyone=query.anyone, as_work=query.as_work)
        for status, box in self._statuses.items():
            box.setChecked(status in query.statuses)
        self._note.setChecked(query.has_note)
        self._unsure.setChecked(query.unsure)
        self._older.setChecked(bool(query.guideline))
        for choice, chosen in ((self._label, query.label or None), (self._outlet, query.outlet)):
            choice.setCurrentIndex(max(0, choice.findData(chosen)))
        self._first.give(query.published_from)
        self._last.give(query.published_to)
        self.blockSignals(before)

    def take_over(self, other: "FilterPanel") -> None:
        """Ask for what another panel asks for, which offers the same."""
        before = self.blockSignals(True)
        self._meant = other._meant
        for box, was in zip(self._boxes(), other._boxes(), strict=True):
            box.setChecked(was.isChecked())
        for choice, chosen in ((self._label, other._label), (self._outlet, other._outlet)):
            choice.setCurrentIndex(max(0, choice.findData(chosen.currentData())))
        lines = ((self._first, other._first), (self._last, other._last))
        for line, written in lines:
            line.take_over(written)
        self._judge(*(line for line, written in lines if written in other._judged))
        self.blockSignals(before)

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return *self._statuses.values(), self._note, self._unsure, self._older

    def open_at(self, widget: QWidget) -> None:
        """Show the panel under ``widget``, with the keyboard in it."""
        self.adjustSize()
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = widget.mapToGlobal(widget.rect().bottomLeft())
        if is_rtl:
            at = widget.mapToGlobal(widget.rect().bottomRight())
            at.setX(at.x() - self.width())
        room = widget.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        next(iter(self._statuses.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._judge(self._first, self._last)


def _first_day(text: str, language: Language) -> str | None:
    days = days_typed(text, language)
    return days[0] if days else None


def _last_day(text: str, language: Language) -> str | None:
    days = days_typed(text, language)
    return days[1] if days else None


def _written(line: DayLine) -> str:
    """Return the day that is written, in ISO; empty for what is none, or only half written."""
    try:
        return line.day() or ""
    except InvalidValue:
        return ""


def _fill(box: QComboBox, choices: Sequence[tuple[str, str | None]]) -> None:
    chosen = box.currentData()
    before = box.blockSignals(True)
    box.clear()
    for name, data in choices:
        box.addItem(name, data)
    places = [place for place, (_, data) in enumerate(choices) if data == chosen]
    box.setCurrentIndex(places[0] if places else 0)
    box.blockSignals(before)
