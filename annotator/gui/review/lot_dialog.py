"""What is decided in one lot: listed in its context, to be unticked before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.excerpts import Quotation
from annotator.gui.fields.lot_groups import LotGroups
from annotator.gui.keys import command_character, has_command_key
from annotator.gui.rows.quotation_rows import QuotationRow
from annotator.gui.widgets.quotation_list import QuotationList

_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class LotRow:
    """A place of a lot."""

    quotation: Quotation
    told: tuple[tuple[str, str], ...]
    """For each way to decide the lot, what is said of it and in which colour it is shown."""
    groups: tuple[str, ...] = ()
    """The groups that it is one of: a cause, an article."""
    is_ticked: bool = True
    """Whether it is ticked at first."""


class LotDialog(QDialog):
    """Lists a lot; Space unticks, Enter decides all that is ticked, Esc leaves."""

    wanted_changed = Signal()
    """The user wants another lot: it is to be listed anew."""
    decide_requested = Signal()
    row_requested = Signal(int)
    """The user wants to see what stands in that row."""

    def __init__(self, title: str, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lotDialog")
        self.setWindowTitle(title)
        self.resize(760, 520)
        self.is_looking = False
        """Whether more may be listed."""
        self._rows: list[LotRow] = []
        self._keys: list[str] = []
        self._why = QLabel(why, self)
        self._why.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._choices = QWidget(self)
        QVBoxLayout(self._choices).setContentsMargins(0, 0, 0, 0)
        self._ways: list[QRadioButton] = []
        self._parts: list[QCheckBox] = []
        self._narrow: QCheckBox | None = None
        self._groups = LotGroups(self)
        self._list = QuotationList(self)
        self._list.setObjectName("lotList")
        self._list.setAccessibleName(title)
        self._list.enter_acts = True
        self._list.installEventFilter(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Listing…"))
        self._count = QLabel(self)
        self._count.setObjectName("lotCount")
        self._reason = QLineEdit(self)
        self._reason.setObjectName("lotReason")
        self._reason.setMaxLength(_LONGEST)
        self._reason.setPlaceholderText(self.tr("Reason (kept with the decisions)"))
        self._reason.setAccessibleName(self.tr("Reason of the decisions"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._decide = self._buttons.addButton(
            self.tr("&Decide (Enter)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._decide.setObjectName("decideLot")
        self._decide.setDefault(True)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        for widget in (self._why, self._choices, self._groups):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)
        for widget in (self._bar, self._count, self._reason, self._buttons):
            layout.addWidget(widget)

    def _wire(self) -> None:
        self._groups.tick_requested.connect(
            lambda rows, ticked: self._list.tick(rows, ticked=ticked)
        )
        self._list.ticks_changed.connect(self._show_counts)
        self._list.act_requested.connect(self._ask)
        self._list.row_requested.connect(self.row_requested)
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)

    # -- what can be chosen

    def offer_ways(self, ways: Sequence[tuple[str, str]]) -> None:
        """Offer ways to decide the lot, each by its key and in words; the first one is chosen."""
        for key, told in ways:
            button = QRadioButton(f"\u2068{key}\u2069   {told}", self._choices)
            button.setObjectName(f"way_{key}")
            button.toggled.connect(lambda on: self._retell() if on else None)
            self._ways.append(button)
            self._keys.append(key.lower())
            self._add_choice(button)
        self._ways[0].setChecked(True)

    def offer_parts(self, parts: Sequence[str]) -> None:
        """Offer parts of the lot, which are all chosen at first."""
        for number, told in enumerate(parts):
            box = QCheckBox(told, self._choices)
            box.setObjectName(f"part_{number}")
            box.setChecked(True)
            box.toggled.connect(lambda _: self.wanted_changed.emit())
            self._parts.append(box)
            self._add_choice(box)

    def offer_listed(self, count: int) -> None:
        """Offer to take no more than what the queue lists."""
        text = self.tr("Only what the queue lists now ({count})").format(count=f"{count:,}")
        self._narrow = QCheckBox(text, self._choices)
        self._narrow.setObjectName("onlyListed")
        self._narrow.toggled.connect(lambda _: self.wanted_changed.emit())
        self._add_choice(self._narrow)

    def _add_choice(self, widget: QWidget) -> None:
        layout = self._choices.layout()
        assert layout is not None
        layout.addWidget(widget)

    def way(self) -> int:
        """Return which way to decide the lot is chosen."""
        return next((number for number, one in enumerate(self._ways) if one.isChecked()), 0)

    def parts(self) -> list[int]:
        """Return which parts of the lot are chosen."""
        return [number for number, one in enumerate(self._parts) if one.isChecked()]

    def is_narrow(self) -> bool:
        """Tell whether no more is wanted than what the queue lists."""
        return self._narrow is not None and self._narrow.isChecked()

    def reason(self) -> str:
        """Return the reason that is written."""
        return self._reason.text().strip()

    # -- what is listed

    def start(self) -> None:
        """Show that the lot is being listed; nothing of it is there yet."""
        self._rows = []
        self.is_looking = True
        self._list.hint = self.tr("Listing…")
        self._list.show_rows([], with_boxes=True)
        self.show_progress(0, 0)
        self._list.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the listing is; a total of 0 is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setVisible(self.is_looking)

    def add(self, rows: Sequence[LotRow]) -> None:
        """List further rows."""
        first, way = len(self._rows), self.way()
        self._rows += rows
        self._list.add_rows([_shown(row, way) for row in rows])
        unticked = [n for n, row in enumerate(rows, start=first) if not row.is_ticked]
        if unticked:
            self._list.tick(unticked, ticked=False)

    def end_looking(self, nothing: str) -> None:
        """Show that all is listed; ``nothing`` says why, should nothing be."""
        self.is_looking = False
        self.show_progress(0, 0)
        self._list.hint = nothing
        self._groups.show_groups(row.groups for row in self._rows)
        self._groups.setVisible(any(row.groups for row in self._rows))
        self._list.viewport().update()
        self._show_counts()

    def _retell(self) -> None:
        way = self.way()
        self._list.retell([_shown(row, way) for row in self._rows])

    def ticked(self) -> list[int]:
        """Return the numbers of the rows that are ticked."""
        return self._list.ticked()

    def _show_counts(self) -> None:
        ticked = self._list.count_ticked()
        told = self.tr("{ticked} of {all} ticked")
        self._count.setText(told.format(ticked=f"{ticked:,}", all=f"{len(self._rows):,}"))
        self._decide.setEnabled(bool(ticked) and not self.is_looking)

    # -- what the user wishes

    def _ask(self) -> None:
        if self._decide.isEnabled():
            self.decide_requested.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the ways, which the list would look for in its words."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and not has_command_key(event)
        ):
            key = command_character(event, self._keys)
            if key is not None:
                self._ways[self._keys.index(key)].setChecked(True)
                return True
        return super().eventFilter(watched, event)


def _shown(row: LotRow, way: int) -> QuotationRow:
    told, colour = row.told[way]
    return QuotationRow(row.quotation, told, colour)
