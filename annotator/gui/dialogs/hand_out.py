"""Handing out by lot: to whom, how many to compare, and what each would get."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.assigning import SHARE, HandingPlan
from annotator.core.errors import AnnotatorError
from annotator.gui.fields.fitting import WrappedLabel
from annotator.gui.fields.slips import Slip, Slips
from annotator.gui.language import error_text
from annotator.gui.rows.tick_boxes import TickBoxDelegate

_REST_MS = 300
_SEVERAL = 2
_AROUND = 8
_SIZE = (480, 460)
_GREATEST_SEED = 999_999
_PERCENT = 100.0


class HandOutDialog(QDialog):
    """Asks how the articles that nobody has are handed out; a preview follows what is asked."""

    preview_requested = Signal(HandingPlan)
    """The user wants to see what each would get."""

    def __init__(
        self,
        known: Sequence[str],
        near_name: Callable[[str], str | None],
        refusal: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Offer the ``known`` names, all ticked; ``near_name`` finds one like a new one.

        ``refusal`` says why nobody of a name can get articles; nothing, if somebody can.
        """
        super().__init__(parent)
        self.setObjectName("handOutDialog")
        self.setWindowTitle(self.tr("Hand out articles"))
        self._near_name, self._refusal = near_name, refusal
        self._wanted_several = _SEVERAL
        """How many authors a compared article is to have, as soon as there are so many."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._rows: dict[str, tuple[QTableWidgetItem, ...]] = {}
        """By the names of authors the cells: the name, what each gets, and has then."""
        self._authors = self._table()
        self._authors.setItemDelegate(TickBoxDelegate(self._authors))
        for name in known:
            self._add(name)
        add = self._made_fields()
        self._lay_out(add)
        self._several.valueChanged.connect(self._want_several)
        for box in (self._several, self._seed, self._share):
            box.valueChanged.connect(lambda _: self._change())
        self._authors.itemChanged.connect(lambda _: self._change())
        self.resize(*_SIZE)

    def _made_fields(self) -> QPushButton:
        """Make the fields below the authors; return the button that adds one."""
        self._name = QLineEdit(self)
        self._name.setObjectName("handOutName")
        self._name.setPlaceholderText(self.tr("Another name"))
        self._name.setAccessibleName(self.tr("Another name"))
        self._add_button = add = QPushButton(self.tr("&Add"), self)
        add.setAutoDefault(False)
        add.clicked.connect(self._add_typed)
        self._name.returnPressed.connect(self._add_typed)
        self._name.textChanged.connect(lambda _: self._show_refusal())
        self._refused = WrappedLabel(self)
        self._refused.setObjectName("handOutRefused")
        self._refused.hide()
        self._slips = Slips(self)
        self._slips.corrected.connect(self._correct)
        self._slips.answered.connect(self._change)
        self._several = self._spin("handOutSeveral", 1, _SEVERAL)
        self._share = QDoubleSpinBox(self)
        self._share.setObjectName("handOutShare")
        self._share.setRange(0, _PERCENT)
        self._share.setDecimals(1)
        self._share.setSuffix(" %")
        self._share.setValue(_PERCENT * SHARE)
        self._seed = self._spin("handOutSeed", 0, 0)
        self._seed.setMaximum(_GREATEST_SEED)
        self._told = QLabel(self)
        self._told.setObjectName("handOutTold")
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        return add

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setObjectName("handOutAuthors")
        table.setAccessibleName(self.tr("Who gets articles"))
        table.setHorizontalHeaderLabels([self.tr("Author"), self.tr("Gets"), self.tr("Has then")])
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(1)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + _AROUND)
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _spin(self, name: str, least: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setMinimum(least)
        box.setValue(value)
        return box

    def _lay_out(self, add: QPushButton) -> None:
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(add)
        form = QFormLayout()
        form.addRow(self.tr("Authors of an article that is &compared"), self._several)
        form.addRow(self.tr("&Share of all articles that are compared"), self._share)
        form.addRow(self.tr("S&eed of the draw"), self._seed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._ok = buttons.addButton(self.tr("&Hand out"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._authors, 1)
        layout.addLayout(line)
        layout.addWidget(self._refused)
        layout.addWidget(self._slips)
        layout.addLayout(form)
        layout.addWidget(self._told)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def begin(self) -> None:
        """Ask for the first preview."""
        self._change()

    # -- what is asked for

    def plan(self) -> HandingPlan:
        """Return how the articles are to be handed out.

        Raises:
            AnnotatorError: if that cannot be.
        """
        return HandingPlan(
            self._ticked(),
            min(self._several.value(), len(self._ticked()) or 1),
            self._share.value() / _PERCENT,
            self._seed.value(),
        )

    def _ticked(self) -> tuple[str, ...]:
        return tuple(
            name
            for name, (box, *_) in self._rows.items()
            if box.checkState() == Qt.CheckState.Checked
        )

    def _typed(self) -> str:
        return self._name.text().strip()

    def _show_refusal(self) -> None:
        """Say at once why the name that is typed cannot be added, if it cannot."""
        name = self._typed()
        refusal = self._refusal(name) if name else ""
        self._refused.setText(refusal)
        self._refused.setVisible(bool(refusal))
        self._add_button.setEnabled(not refusal)

    def _add_typed(self) -> None:
        """List the name that is typed, ticked; of one that is near to a known one it is asked."""
        name = self._typed()
        if not name or self._refusal(name):
            return
        known = None if name in self._rows else self._near_name(name)
        self._add(name)
        self._name.clear()
        if known is not None:
            self._slips.ask(Slip(name, known))
        self._change()

    def accept(self) -> None:
        """Take what is asked for; a name that is still being typed is listed first, or refused."""
        if self._typed():
            self._add_typed()
            self._name.setFocus()
        else:
            super().accept()

    def _correct(self, slip: Slip) -> None:
        """List the known name in the place of a slip."""
        before = self._authors.blockSignals(True)
        self._authors.removeRow(self._authors.row(self._rows.pop(slip.new)[0]))
        self._authors.blockSignals(before)
        self._add(slip.known)

    def _add(self, name: str) -> None:
        """List an author, ticked; who is listed already is ticked again."""
        before = self._authors.blockSignals(True)
        if name not in self._rows:
            box, *counts = self._rows[name] = tuple(QTableWidgetItem() for _ in range(3))
            box.setText(f"\u2068{name}\u2069")
            for count in counts:
                count.setTextAlignment(
                    Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                )
            row = self._authors.rowCount()
            self._authors.setRowCount(row + 1)
            for column, item in enumerate(self._rows[name]):
                self._authors.setItem(row, column, item)
        self._rows[name][0].setCheckState(Qt.CheckState.Checked)
        self._authors.blockSignals(before)

    # -- the preview

    def _change(self) -> None:
        """Ask for the preview in a while, and say meanwhile what cannot be."""
        self._ok.setEnabled(False)
        self._follow_authors()
        why_not = self._why_not()
        self._told.setText(why_not or self.tr("Reckoning…"))
        if why_not:
            self._rest.stop()
        else:
            self._rest.start()

    def _why_not(self) -> str:
        """Say why nothing can be handed out as it is asked for; nothing, if it can be."""
        slip = self._slips.first()
        if slip is not None:
            told = self.tr("Say first whether “{new}” was a slip.")
            return told.format(new=f"\u2068{slip.new}\u2069")
        try:
            self.plan()
        except AnnotatorError as error:
            return error_text(error)
        return ""

    def _want_several(self, count: int) -> None:
        self._wanted_several = count

    def _follow_authors(self) -> None:
        """Let as many authors share an article as are wanted and ticked, and forget no wish."""
        ticked = self._ticked()
        for name in self._rows.keys() - set(ticked):
            self._slips.forget(name)
        before = self._several.blockSignals(True)
        self._several.setMaximum(max(1, len(ticked)))
        self._several.setValue(self._wanted_several)
        self._several.blockSignals(before)

    def _ask(self) -> None:
        self.preview_requested.emit(self.plan())

    def show_preview(
        self, plan: HandingPlan, new: dict[str, int], now: dict[str, int], sentence: str
    ) -> None:
        """Show what each would get by ``plan``, unless something else is asked for by now."""
        if not self._is_asked(plan):
            return
        before = self._authors.blockSignals(True)
        for name, (_, gets, has) in self._rows.items():
            for item, counts in ((gets, new), (has, now)):
                item.setText(f"{counts[name]:,}" if name in counts else "")
        self._authors.blockSignals(before)
        self._authors.viewport().update()
        self._told.setText(sentence)
        self._ok.setEnabled(any(new.values()))

    def show_broken(self, plan: HandingPlan) -> None:
        """Say that nobody knows what each would get by ``plan``, if that is still asked for."""
        if self._is_asked(plan):
            self._told.setText(
                self.tr("What each would get could not be reckoned. Change anything to try again.")
            )

    def _is_asked(self, plan: HandingPlan) -> bool:
        return not self._rest.isActive() and plan == self.plan()
