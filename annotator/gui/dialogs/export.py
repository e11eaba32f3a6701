"""What is to be exported: a preview and an account of what is lost follow what is asked for."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.core.format import Format, Unit, WritingOptions
from annotator.core.heads import FileHead
from annotator.core.labels import LabelSet
from annotator.core.model import GOLD
from annotator.core.pieces import Cutting
from annotator.core.selection import ExportOrder, Selection
from annotator.formats import FORMATS
from annotator.gui.fields.label_choice import told_apart
from annotator.gui.rows.file_preview import FilePreview
from annotator.gui.rows.tick_boxes import TickBoxDelegate
from annotator.gui.rows.told_lines import ToldLines
from annotator.gui.wording.format_texts import FormatTexts

_REST_MS = 300
_SIZE = (960, 620)
_FORM_WIDTH, _WIDEST_FORM = 340, 440
_ACCOUNT_SHARE = 2
_PREVIEW_SHARE = 3
_EACH_AUTHOR = ""
_WHOLE, _SENTENCES, _PIECES = "whole", "sentences", "pieces"
_USUAL_TOKENS, _MOST_TOKENS = 256, 1_000_000


class ExportDialog(QDialog):
    """Asks for a layer, a format and what to take; tells the losses before anything is written."""

    preview_requested = Signal(ExportOrder)
    """The user wants to see what would be written."""
    stop_requested = Signal()
    """The user does not want to wait until all is counted."""

    def __init__(
        self,
        layers: Mapping[str, bool],
        seer: str,
        labels: LabelSet,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``layers``: authors, each with whether it is a machine, and ``gold``.

        The first is chosen.

        ``seer`` is who exports: nobody gets articles that are not in the own list.
        """
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self._seer = seer
        self._texts = FormatTexts(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.preview_requested.emit(self.order()))
        self._asked: ExportOrder | None = None
        """What the preview is of that is shown or waited for."""
        self._make_fields(layers)
        self._make_labels(labels, language)
        self._make_preview()
        self._lay_out()
        self._wire()
        self.resize(*_SIZE)
        self._show_format()

    # -- building

    def _make_fields(self, layers: Mapping[str, bool]) -> None:
        self._layer = QComboBox(self)
        self._layer.setObjectName("exportLayer")
        for name, is_machine in layers.items():
            if name == GOLD:
                told = self.tr("Gold: what is settled")
            elif is_machine:
                told = self.tr("Unseen suggestions of {author}")
            else:
                told = self.tr("The spans of {author}")
            self._layer.addItem(told.format(author=f"\u2068{name}\u2069"), name)
        if sum(not is_machine for name, is_machine in layers.items() if name != GOLD) > 1:
            self._layer.addItem(self.tr("The spans of each author, in one folder"), _EACH_AUTHOR)
        self._format = QComboBox(self)
        self._format.setObjectName("exportFormat")
        for format in FORMATS.values():
            if format.write:
                self._format.addItem(self._texts.title(format), format.name)
                self._allow_format(self._format.count() - 1, format)
        self._about = QLabel(self)
        self._about.setObjectName("exportAbout")
        self._about.setWordWrap(True)
        self._unit = QComboBox(self)
        self._unit.setObjectName("exportUnit")
        self._cut = QComboBox(self)
        self._cut.setObjectName("exportCut")
        self._cut.addItem(self.tr("whole"), _WHOLE)
        self._cut.addItem(self.tr("cut into sentences"), _SENTENCES)
        self._cut.addItem(self.tr("cut into pieces"), _PIECES)
        self._cut.setToolTip(self.tr("No span is cut; each piece tells where it stood"))
        self._tokens = QSpinBox(self)
        self._tokens.setObjectName("exportTokens")
        self._tokens.setRange(1, _MOST_TOKENS)
        self._tokens.setValue(_USUAL_TOKENS)
        self._tokens.setToolTip(self.tr("Words, with what is cut off them, and signs"))
        self._sure = QCheckBox(self.tr("Leave out what is &not sure"), self)
        self._sure.setObjectName("exportSure")
        self._every = QCheckBox(self.tr("Articles that are not &ready too"), self)
        self._every.setObjectName("exportEvery")
        self._textless = QCheckBox(self.tr("Without the articles’ &texts"), self)
        self._textless.setObjectName("exportTextless")
        self._textless.setToolTip(
            self.tr(
                "For articles that may not be passed on: hashes and places go instead of texts,"
                " titles and quotes. Notes, values and other details stay, whatever they quote"
            )
        )

    def _make_labels(self, labels: LabelSet, language: str) -> None:
        self._labels = QListWidget(self)
        self._labels.setItemDelegate(TickBoxDelegate(self._labels))
        self._labels.setObjectName("exportLabels")
        for name, shown in told_apart(labels, language).items():
            item = QListWidgetItem(f"\u2068{shown}\u2069", self._labels)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setCheckState(Qt.CheckState.Checked)
        self._labels.setCurrentRow(0)

    def _make_preview(self) -> None:
        self._first = FilePreview(self)
        self._first.setObjectName("exportPreview")
        self._account = ToldLines("exportAccount", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        keeping = self._bar.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keeping)
        self._bar.setAccessibleName(self.tr("Counting what is lost"))
        self._stop = QPushButton(self.tr("&Stop counting"), self)
        self._stop.setObjectName("exportStop")
        self._stop.setAutoDefault(False)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&What"), self._layer)
        form.addRow(self.tr("&Format"), self._format)
        form.addRow(self._about)
        form.addRow(self.tr("&Places count"), self._unit)
        form.addRow(self.tr("&Articles"), self._cut)
        form.addRow(self.tr("&Most tokens"), self._tokens)
        self._form = form
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self._named(self.tr("&Labels to take"), self._labels))
        left.addWidget(self._labels, 1)
        for box in (self._sure, self._every, self._textless):
            left.addWidget(box)
        right = QVBoxLayout()
        right.addWidget(
            self._named(
                self.tr("The first article with spans, as &it will be written"), self._first
            )
        )
        right.addWidget(self._first, _PREVIEW_SHARE)
        right.addWidget(self._named(self.tr("What is &kept, and what is lost"), self._account))
        right.addWidget(self._account, _ACCOUNT_SHARE)
        counting = QHBoxLayout()
        counting.addWidget(self._bar, 1)
        counting.addWidget(self._stop)
        right.addLayout(counting)
        both = QHBoxLayout()
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(min(max(_FORM_WIDTH, form.minimumSize().width()), _WIDEST_FORM))
        left.setContentsMargins(0, 0, 0, 0)
        both.addWidget(side)
        both.addLayout(right, 1)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self._buttons)

    def _named(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        return label

    def _wire(self) -> None:
        self._format.currentIndexChanged.connect(lambda _: self._show_format())
        for box in (self._layer, self._unit):
            box.currentIndexChanged.connect(lambda _: self._change())
        self._cut.currentIndexChanged.connect(lambda _: self._show_cutting())
        self._tokens.valueChanged.connect(lambda _: self._change())
        for tick in (self._sure, self._every):
            tick.toggled.connect(lambda _: self._change())
        self._textless.toggled.connect(lambda _: self._show_cutting())
        self._labels.itemChanged.connect(lambda _: self._change())
        self._stop.clicked.connect(self.stop_requested)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def propose(self, order: ExportOrder) -> None:
        """Choose what was chosen before, so far as there is still such a thing."""
        wanted = order.selection
        _choose(self._layer, _EACH_AUTHOR if order.each_author else wanted.author)
        _choose(self._format, order.format_name)
        if order.options.unit is not None:
            _choose(self._unit, order.options.unit.value)
        if wanted.cutting is not None:
            tokens = wanted.cutting.most_tokens
            _choose(self._cut, _SENTENCES if tokens is None else _PIECES)
            self._tokens.setValue(tokens or _USUAL_TOKENS)
        items = self._label_items()
        if wanted.labels is not None and wanted.labels & {_name_of(item) for item in items}:
            for item in items:
                is_wanted = _name_of(item) in wanted.labels
                item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
        self._sure.setChecked(wanted.sure_only)
        self._every.setChecked(wanted.every_article)
        self._textless.setChecked(order.options.without_text)

    # -- what is asked for

    def format(self) -> Format:
        """Return the format that is chosen."""
        return FORMATS[str(self._format.currentData())]

    def order(self) -> ExportOrder:
        """Return what is to be written."""
        format = self.format()
        unit = self._unit.currentData()
        layer = str(self._layer.currentData())
        is_of_each = layer == _EACH_AUTHOR
        return ExportOrder(
            format.name,
            Selection(
                None if is_of_each else layer,
                self._every.isChecked() and not format.takes_every_article,
                self._ticked(),
                self._sure.isChecked(),
                self._cutting(),
                self._seer,
            ),
            WritingOptions(Unit(unit) if format.other_units else None, self._is_textless()),
            is_of_each,
        )

    def makes_folder(self) -> bool:
        """Tell whether a folder is written, and no file."""
        return self.format().is_folder or self._layer.currentData() == _EACH_AUTHOR

    def _cutting(self) -> Cutting | None:
        if self._cut.currentData() == _WHOLE or not self._has_text():
            return None
        return Cutting(self._tokens.value() if self._cut.currentData() == _PIECES else None)

    def _has_text(self) -> bool:
        """Tell whether texts are written: pieces without could not join an article again."""
        return self.format().holds_text and not self._is_textless()

    def _is_textless(self) -> bool:
        return self._textless.isChecked() and self.format().can_leave_out_text

    def file_name(self) -> str:
        """Return a name for the file, or the folder."""
        format = self.format()
        layer = str(self._layer.currentData()) or "authors"
        return f"{layer}-{format.name}" if self.makes_folder() else f"{layer}{format.suffixes[0]}"

    def _ticked(self) -> frozenset[str] | None:
        """Return the labels that are ticked; nothing where all are."""
        items = self._label_items()
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return None if len(ticked) == len(items) else frozenset(map(_name_of, ticked))

    def _label_items(self) -> list[QListWidgetItem]:
        return [self._labels.item(row) for row in range(self._labels.count())]

    def _allow_format(self, row: int, format: Format) -> None:
        """Let a format be chosen only if what it needs is there; say how to get that."""
        told = self._texts.about(format, format.unit)
        self._format.setItemData(row, told, Qt.ItemDataRole.ToolTipRole)
        model = self._format.model()
        if isinstance(model, QStandardItemModel):
            model.item(row).setEnabled(format.is_installed)

    def _show_format(self) -> None:
        """Offer what the format that is chosen has options for."""
        format = self.format()
        before = self._unit.blockSignals(True)
        self._unit.clear()
        for unit in (format.unit, *format.other_units):
            self._unit.addItem(self._texts.unit(unit), unit.value)
        self._unit.blockSignals(before)
        self._form.setRowVisible(self._unit, bool(format.other_units))
        self._textless.setVisible(format.can_leave_out_text)
        self._every.setVisible(not format.takes_every_article)
        self._show_cutting()

    def _show_cutting(self) -> None:
        """Offer to cut where that goes with the rest."""
        self._cut.setEnabled(self._has_text())
        cutting = self._cutting()
        has_size = cutting is not None and cutting.most_tokens is not None
        self._form.setRowVisible(self._tokens, has_size)
        self._change()

    # -- the preview

    def _change(self) -> None:
        """Ask for the preview in a while."""
        order = self.order()
        self._about.setText(
            self._texts.about(self.format(), order.options.unit or self.format().unit)
        )
        self._ok.setText(
            self.tr("&Choose a folder…") if self.makes_folder() else self.tr("&Choose a file…")
        )
        if order == self._asked:
            return
        self._asked = order
        self._first.show_heads(())
        self._account.show_lines([self.tr("Counting…")])
        self._ok.setEnabled(True)
        self._show_counting(is_on=True)
        self._rest.start()

    def _show_counting(self, *, is_on: bool) -> None:
        self._bar.setRange(0, 0)
        self._bar.setVisible(is_on)
        self._stop.setEnabled(is_on)

    def show_progress(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` is counted; a total of 0 is not known."""
        if not self._rest.isActive():
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def show_first(self, heads: Iterable[FileHead]) -> None:
        """Show how the first article is written."""
        if not self._rest.isActive():
            self._first.show_heads(heads)

    def show_account(self, lines: Iterable[str], *, is_empty: bool) -> None:
        """Say what is kept and what is lost; a dataset without articles is not written."""
        if not self._rest.isActive():
            self._end(lines)
            self._ok.setDisabled(is_empty)

    def show_stopped(self) -> None:
        """Say that not all was counted."""
        self._end([self.tr("Not counted to the end. What is lost is told after the export too.")])

    def show_failure(self, sentence: str) -> None:
        """Say why this cannot be written; what was chosen stays."""
        if self._rest.isActive():
            return
        self._end([sentence])
        self._ok.setEnabled(False)

    def _end(self, told: Iterable[str]) -> None:
        if self._rest.isActive():  # something else is asked for by now
            return
        self._account.show_lines(told)
        self._show_counting(is_on=False)


def _choose(box: QComboBox, data: str | None) -> None:
    """Choose what has that ``data``, if there is such a thing."""
    index = box.findData(data)
    if index >= 0:
        box.setCurrentIndex(index)


def _name_of(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
