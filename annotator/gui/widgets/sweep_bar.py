"""What a lead can do with the places that are ticked, and how far that is."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.fields.flow import FlowLayout

_LONGEST = 1000


class SweepBar(QWidget):
    """Buttons that act on what is ticked, the reason for it, and what came of it in a line."""

    mark_requested = Signal()
    """The user wants the ticked places marked as most of them are."""
    take_out_requested = Signal()
    """The user wants what is marked in the ticked places out of gold."""
    keep_requested = Signal()
    """The user says that the ticked places are right as they are."""
    tick_requested = Signal(bool)
    """The user wants all places ticked, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = self._button("sweepMark", self.mark_requested)
        self._out = self._button("sweepTakeOut", self.take_out_requested)
        self._keep = self._button("sweepKeep", self.keep_requested)
        self._keep.setToolTip(self.tr("They are remembered and not listed again"))
        # They stand before the acts: what is ticked is what those are done with.
        self._all = QPushButton(self.tr("Tick all"), self)
        self._none = QPushButton(self.tr("Tick none"), self)
        self._reason = QLineEdit(self)
        self._reason.setObjectName("sweepReason")
        self._reason.setMaxLength(_LONGEST)
        self._reason.setPlaceholderText(self.tr("Reason"))
        self._reason.setAccessibleName(self.tr("Reason of the decision"))
        self._gap = QCheckBox(self.tr("Guideline gap"), self)
        self._gap.setObjectName("sweepGap")
        self._gap.setToolTip(self.tr("The guidelines leave this open"))
        self._gap.setMinimumHeight(self._all.sizeHint().height())
        self._told = QLabel(self)
        self._told.setObjectName("sweepTold")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setObjectName("sweepProgress")
        self._lay_out()
        self._all.clicked.connect(lambda: self.tick_requested.emit(True))
        self._none.clicked.connect(lambda: self.tick_requested.emit(False))
        self.end_progress()
        self.show_ticked("", "", 0, 0, 0)

    def _button(self, name: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(wish)
        return button

    def _lay_out(self) -> None:
        acts = QWidget(self)
        flow = FlowLayout(acts)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self._all, self._none, self._mark, self._out, self._keep, self._gap):
            flow.addWidget(widget)
        state = QHBoxLayout()
        state.addWidget(self._told, 2)
        state.addWidget(self._bar, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(acts)
        layout.addWidget(self._reason)
        layout.addLayout(state)

    # -- what is asked for

    def reason(self) -> str:
        """Return the reason that the user gives."""
        return self._reason.text().strip()

    def has_gap(self) -> bool:
        """Tell whether the user says that the guidelines leave this open."""
        return self._gap.isChecked()

    def begin_with(self, reason: str = "", *, gap: bool = False) -> None:
        """Show what the user says besides; nothing, once it was for what has been done."""
        self._reason.setText(reason)
        self._gap.setChecked(gap)

    # -- what is shown

    def show_ticked(
        self, label: str, value: str, to_mark: int, to_take_out: int, to_keep: int
    ) -> None:
        """Offer what can be done with what is ticked.

        ``label`` is what most places carry, ``value`` what it means there, if that is looked at.
        """
        told = f"\u2068{label}\u2069" if label else "…"
        usual = (
            self.tr("Give the value {value}").format(value=value)
            if value
            else self.tr("Mark as {label}").format(label=told)
        )
        for button, text, count in (
            (self._mark, usual, to_mark),
            (self._out, self.tr("Take out of gold"), to_take_out),
            (self._keep, self.tr("This is right"), to_keep),
        ):
            button.setText(f"{text} ({count:,})" if count else text)
            button.setEnabled(count > 0)

    def say(self, sentence: str) -> None:
        """Say what came of it."""
        self._told.setText(sentence)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the looking is; a total of 0 is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()

    def end_progress(self) -> None:
        """Show that all is looked at."""
        self._bar.hide()
