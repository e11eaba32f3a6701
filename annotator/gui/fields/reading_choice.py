"""How files are read: the format of all of them, and what their offsets count."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.core.format import Unit
from annotator.core.importing import FilesSeen, Reading
from annotator.formats import FORMATS
from annotator.gui.language import error_text
from annotator.gui.wording.format_texts import FormatTexts


class ReadingChoice(QWidget):
    """Says what files hold as they were read, and offers another way."""

    changed = Signal()
    """Another way is chosen, or that in which they were read."""
    look_requested = Signal()
    """The user wants to see what they hold if read as chosen."""

    def __init__(self, seen: FilesSeen, reading: Reading, parent: QWidget) -> None:
        """Show what was ``seen`` when they were read as ``reading`` says."""
        super().__init__(parent)
        self._seen = seen
        self._reading = reading
        self._texts = FormatTexts(self)
        self._format = self._made_format()
        self._unit = QComboBox(self)
        self._unit.setObjectName("importUnit")
        self._look = QPushButton(self.tr("Look a&gain"), self)
        self._look.setObjectName("importLook")
        self._look.setAutoDefault(False)
        self._told = QLabel(self._tell(), self)
        self._told.setObjectName("importSeen")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._lay_out()
        self._show_units(reading.unit)
        self._format.currentIndexChanged.connect(lambda _: self._take_format())
        self._unit.currentIndexChanged.connect(lambda _: self._take())
        self._look.clicked.connect(self.look_requested)
        self._take()
        self.setFocusProxy(self._format)

    def _made_format(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("importFormat")
        box.addItem(self.tr("As each file tells"), None)
        for name, format in FORMATS.items():
            if format.read and format.is_installed:
                box.addItem(name, name)
        box.setCurrentIndex(max(0, box.findData(self._reading.format_name)))
        return box

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._format, 1)
        line.addWidget(self._look)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.addRow(self.tr("&Read as"), line)
        self._form.addRow(self.tr("&Places count"), self._unit)
        self._form.addRow(self._told)
        # A line of several is no one's buddy by itself.
        label = self._form.labelForField(line)
        assert isinstance(label, QLabel)
        label.setBuddy(self._format)

    def reading(self) -> Reading:
        """Return how the files are to be read."""
        name, unit = self._format.currentData(), self._unit.currentData()
        return Reading(name, Unit(unit) if unit else None)

    @property
    def is_shown(self) -> bool:
        """Whether what is shown was read as is chosen now."""
        return self.reading() == self._reading

    # -- what is told

    def _tell(self) -> str:
        """Say what the files hold, and what of them cannot be read."""
        seen, comma = self._seen, self.tr(", ")
        if not seen.formats:
            told = [self.tr("No file can be read so.")]
        else:
            counts = (
                self.tr("%n article(s)", "", seen.articles),
                self.tr("%n span(s)", "", seen.spans),
            )
            formats = comma.join(f"\u2066{one}\u2069" for one in _counted(seen.formats))
            has_articles = seen.articles or seen.table is None
            bare = self.tr("Format: {format}").format(format=formats)
            told = [f"{comma.join(counts)} ({formats})" if has_articles else bare]
        if seen.why_refused is not None:
            told.append(
                self.tr("Cannot be read: {count}. The first: {why}").format(
                    count=seen.refused, why=error_text(seen.why_refused)
                )
            )
        return "\n".join(told)

    # -- what is chosen

    def _show_units(self, chosen: Unit | None) -> None:
        """Offer what the offsets can count, where other programs write several units."""
        name = self._format.currentData()
        formats = [FORMATS[one] for one in ([name] if name else self._seen.formats)]
        units = [
            unit
            for unit in Unit
            if any(one.other_units and unit in (one.unit, *one.other_units) for one in formats)
        ]
        before = self._unit.blockSignals(True)
        self._unit.clear()
        self._unit.addItem(self.tr("what the format does by itself"), None)
        for unit in units:
            self._unit.addItem(self._texts.unit(unit), unit.value)
        self._unit.setCurrentIndex(max(0, self._unit.findData(chosen and chosen.value)))
        self._unit.blockSignals(before)
        self._form.setRowVisible(self._unit, bool(units))

    def _take_format(self) -> None:
        self._show_units(None)
        self._take()

    def _take(self) -> None:
        self._look.setEnabled(not self.is_shown)
        self.changed.emit()


def _counted(formats: Mapping[str, int]) -> list[str]:
    """Return the formats, each with how many files there are of it if there are others."""
    if len(formats) == 1:
        return list(formats)
    return [f"{name}: {count}" for name, count in formats.items()]
