"""What a date reads by the day of publication, beside the value that was confirmed by another."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.values import DateValue
from annotator.gui.fields.fitting import FittingButton, WrappedLabel
from annotator.gui.wording.value_text import plain_date, short_value


class DayReading(QWidget):
    """Says the other reading, and offers to take it."""

    take_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dayReading")
        self._told = WrappedLabel(self)
        self._told.setForegroundRole(QPalette.ColorRole.BrightText)
        self._take = FittingButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._told)
        column.addWidget(self._take)
        self._take.clicked.connect(self.take_requested)

    def show_reading(self, value: DateValue | None) -> None:
        """Say what the words read; nothing where they say what was confirmed."""
        if value is None:
            return
        said = f"\u2068{plain_date(value.edtf) or value.edtf}\u2069"
        self._told.setText(self.tr("By the day of publication: {date}").format(date=said))
        self._take.say(self.tr("Take {date} (Shift+Enter)").format(date=short_value(value)))
