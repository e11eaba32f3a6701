"""What is to be released: a plan of the splits follows what is asked for."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.core.labels import LabelSet
from annotator.core.release import (
    Order,
    SplitFigures,
    group_of,
    shares_of,
    told_group,
    told_shares,
)
from annotator.core.splits import SplitBy
from annotator.formats import FORMATS
from annotator.gui.fields.label_choice import told_apart
from annotator.gui.language import error_text
from annotator.gui.rows.tick_boxes import TickBoxDelegate
from annotator.gui.rows.told_lines import ToldLines
from annotator.gui.wording.format_texts import FormatTexts

_REST_MS = 400
_SIZE = (960, 620)
_FORM_WIDTH = 340
_GREATEST_SEED = 999_999
_USUAL_SHARES = "80/10/10"
_FIRST_FORMAT = "jsonl"
_GROUPS = 2
"""How many groups of articles can be seen at once."""
_AROUND = 14
"""Pixels around the lines of a field."""


class ReleaseDialog(QDialog):
    """Asks for a release; tells how large its splits would be, and what would be left out."""

    plan_requested = Signal(Order)
    """The user wants to see what a release would hold."""
    stop_requested = Signal()
    """The user does not want to wait for that."""

    def __init__(
        self,
        taken: Collection[str],
        labels: LabelSet,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Propose a name that is none of the ``taken`` ones."""
        super().__init__(parent)
        self.setObjectName("releaseDialog")
        self.setWindowTitle(self.tr("Release a dataset"))
        self._taken = taken
        self._labels = told_apart(labels, language)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._planned: Order | None = None
        """What the plan is of that is shown or waited for."""
        self._has_plan = False
        self._make_fields()
        self._make_plan()
        self._lay_out()
        self._wire()
        self.resize(*_SIZE)

    # -- building

    def _make_fields(self) -> None:
        self._name = QLineEdit(self._free_name(), self)
        self._name.setObjectName("releaseName")
        self._name.selectAll()
        self._shares = QLineEdit(_USUAL_SHARES, self)
        self._shares.setObjectName("releaseShares")
        self._shares.setToolTip(
            self.tr(
                "Train, dev and test, in per cent or as weights like 8/1/1; 90/10 makes no dev, 100"
                " train alone"
            )
        )
        self._by = QComboBox(self)
        self._by.setObjectName("releaseBy")
        for by, text in (
            (SplitBy.RANDOM, self.tr("chance")),
            (SplitBy.TIME, self.tr("day of publication: the newest for testing")),
            (SplitBy.OUTLET, self.tr("outlet: new ones for testing")),
        ):
            self._by.addItem(text, by.value)
        self._by.setMinimumContentsLength(10)
        self._by.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._seed = QSpinBox(self)
        self._seed.setObjectName("releaseSeed")
        self._seed.setMaximum(_GREATEST_SEED)
        self._seed.setToolTip(self.tr("The same number makes the same splits again"))
        self._licence = QLineEdit(self)
        self._licence.setObjectName("releaseLicence")
        self._licence.setPlaceholderText(self.tr("Under what terms others may use it"))
        self._together = QPlainTextEdit(self)
        self._together.setObjectName("releaseTogether")
        self._together.setTabChangesFocus(True)
        self._together.setPlaceholderText(self.tr("Names or titles, with commas; a line a group"))
        self._together.setToolTip(
            self.tr("Articles that must share a split; a name with a comma stands in double quotes")
        )
        self._together.setFixedHeight(_GROUPS * self.fontMetrics().lineSpacing() + _AROUND)
        self._judged = QCheckBox(self.tr("What leads &ruled out goes along"), self)
        self._judged.setObjectName("releaseJudged")
        self._judged.setToolTip(self.tr("In a file of its own, as hard negatives"))
        texts = FormatTexts(self)
        self._formats = QListWidget(self)
        self._formats.setItemDelegate(TickBoxDelegate(self._formats))
        self._formats.setObjectName("releaseFormats")
        for format in FORMATS.values():
            if format.write:
                item = QListWidgetItem(texts.title(format), self._formats)
                item.setData(Qt.ItemDataRole.UserRole, format.name)
                item.setToolTip(texts.about(format, format.unit))
                is_first = format.name == _FIRST_FORMAT
                item.setCheckState(Qt.CheckState.Checked if is_first else Qt.CheckState.Unchecked)
                if not format.is_installed:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        self._formats.setCurrentRow(0)

    def _free_name(self) -> str:
        number = len(self._taken) + 1
        while f"v{number}" in self._taken:
            number += 1
        return f"v{number}"

    def _make_plan(self) -> None:
        self._figures = QTableWidget(0, 0, self)
        self._figures.setObjectName("releaseFigures")
        self._figures.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._figures.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._told = ToldLines("releaseTold", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        keeping = self._bar.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keeping)
        self._bar.setAccessibleName(self.tr("Planning the splits"))
        self._stop = QPushButton(self.tr("&Stop"), self)
        self._stop.setObjectName("releaseStop")
        self._stop.setAutoDefault(False)
        self._problem = QLabel(self)
        self._problem.setObjectName("releaseProblem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&Train/dev/test"), self._shares)
        form.addRow(self.tr("Parted &by"), self._by)
        form.addRow(self.tr("Seed of the &draw"), self._seed)
        form.addRow(self.tr("&Licence"), self._licence)
        form.addRow(self.tr("&Keep together"), self._together)
        form.addRow(self._judged)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self._named(self.tr("&Formats"), self._formats))
        left.addWidget(self._formats, 1)
        left.setContentsMargins(0, 0, 0, 0)
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(_FORM_WIDTH)
        right = QVBoxLayout()
        right.addWidget(self._named(self.tr("How large the splits &will be"), self._figures))
        right.addWidget(self._figures, 1)
        right.addWidget(
            self._named(self.tr("What is left &out, and how like they are"), self._told)
        )
        right.addWidget(self._told, 1)
        waiting = QHBoxLayout()
        waiting.addWidget(self._bar, 1)
        waiting.addWidget(self._stop)
        right.addLayout(waiting)
        both = QHBoxLayout()
        both.addWidget(side)
        both.addLayout(right, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._ok = buttons.addButton(
            self.tr("&Choose a folder…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._ok.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)

    def _named(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        return label

    def _wire(self) -> None:
        for line in (self._name, self._shares, self._licence):
            line.textChanged.connect(lambda _: self._change())
        self._by.currentIndexChanged.connect(lambda _: self._change())
        self._seed.valueChanged.connect(lambda _: self._change())
        self._together.textChanged.connect(self._change)
        self._formats.itemChanged.connect(lambda _: self._change())
        self._stop.clicked.connect(self.stop_requested)

    def begin(self, before: Order | None) -> None:
        """Propose what was ordered ``before``, if anything was, and ask for the first plan.

        A release that came to nothing keeps its name.
        """
        if before is not None:
            self._propose(before)
        self._change()

    def _propose(self, order: Order) -> None:
        if order.name not in self._taken:
            self._name.setText(order.name)
        self._shares.setText(told_shares(order.shares))
        self._by.setCurrentIndex(self._by.findData(order.by.value))
        self._seed.setValue(order.seed)
        self._licence.setText(order.licence)
        self._together.setPlainText("\n".join(map(told_group, order.together)))
        self._judged.setChecked(order.with_judged)
        for item in self._format_items():
            is_wanted = item.data(Qt.ItemDataRole.UserRole) in order.formats
            if item.flags() & Qt.ItemFlag.ItemIsEnabled:
                item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)

    # -- what is asked for

    def order(self) -> Order:
        """Return what is to be released.

        Raises:
            RefusedAct: if it is not said how large the splits are.
        """
        groups = self._together.toPlainText().splitlines()
        return Order(
            name=self._name.text().strip(),
            formats=self._ticked(),
            shares=shares_of(self._shares.text().strip()),
            seed=self._seed.value(),
            by=SplitBy(self._by.currentData()),
            together=tuple(filter(None, map(group_of, groups))),
            licence=self._licence.text().strip(),
            with_judged=self._judged.isChecked(),
        )

    def _ticked(self) -> tuple[str, ...]:
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._format_items()
            if item.checkState() == Qt.CheckState.Checked
        )

    def _format_items(self) -> list[QListWidgetItem]:
        return [self._formats.item(row) for row in range(self._formats.count())]

    def _change(self) -> None:
        """Ask for a plan in a while if it will be another one; say meanwhile what cannot be."""
        try:
            order = self.order()
        except AnnotatorError as error:
            self._rest.stop()
            self._planned = None
            self._has_plan = False
            self._show_waiting(is_on=False)
            self.stop_requested.emit()
            self._figures.setRowCount(0)
            self._told.clear()
            self._allow(error_text(error))
            return
        planned = replace(order, name="", formats=(), licence="", with_judged=False)
        if planned != self._planned:
            self._planned, self._has_plan = planned, False
            self._told.show_lines([self.tr("Planning the splits…")])
            self._show_waiting(is_on=True)
            self._rest.start()
        self._allow(self._problem_of(order))

    def _problem_of(self, order: Order) -> str:
        if not order.name:
            return self.tr("Give the release a name.")
        try:
            order.refuse_unfit()
        except AnnotatorError as error:
            return error_text(error)
        if order.name in self._taken:
            return self.tr(
                "There is a release “{name}” already, and it is frozen. Choose another name."
            ).format(name=f"\u2068{order.name}\u2069")
        return "" if order.formats else self.tr("Tick at least one format.")

    def _allow(self, problem: str) -> None:
        self._problem.setText(problem)
        self._ok.setEnabled(self._has_plan and not problem)

    # -- the plan

    def _ask(self) -> None:
        if self._planned is not None:
            self.plan_requested.emit(self._planned)

    def _show_waiting(self, *, is_on: bool) -> None:
        self._bar.setRange(0, 0)
        self._bar.setVisible(is_on)
        self._stop.setEnabled(is_on)

    def show_progress(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` articles are looked at; a total of 0 is not known."""
        if self._is_awaited():
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def show_plan(self, figures: Mapping[str, SplitFigures], lines: Iterable[str]) -> None:
        """Show how large the splits would be, and say what else there is to a plan."""
        if not self._is_awaited():
            return
        self._has_plan = True
        self._fill(figures)
        self._end(lines)

    def show_failure(self, sentence: str) -> None:
        """Say why there is no plan; what was chosen stays."""
        if self._is_awaited():
            self._figures.setRowCount(0)
            self._end([sentence])

    def show_stopped(self) -> None:
        """Say that there is no plan, as the user wished; a change of the splits asks for one."""
        if self._is_awaited():
            self._end([self.tr("Stopped. Change the splits to plan them again.")])

    def _is_awaited(self) -> bool:
        return self._planned is not None and not self._rest.isActive()

    def _end(self, told: Iterable[str]) -> None:
        self._told.show_lines(told)
        self._show_waiting(is_on=False)
        self._change()

    def _fill(self, figures: Mapping[str, SplitFigures]) -> None:
        table = self._figures
        labels = [name for name in self._labels if any(one.spans[name] for one in figures.values())]
        table.setColumnCount(len(figures))
        table.setHorizontalHeaderLabels(list(figures))
        table.setRowCount(len(labels) + 1)
        names = [f"\u2068{self._labels[name]}\u2069" for name in labels]
        table.setVerticalHeaderLabels([self.tr("articles"), *names])
        for column, there in enumerate(figures.values()):
            counts = [there.articles, *(there.spans[name] for name in labels)]
            for row, count in enumerate(counts):
                item = QTableWidgetItem(f"{count:,}")
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                table.setItem(row, column, item)
