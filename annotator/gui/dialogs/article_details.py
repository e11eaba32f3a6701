"""What is told of an article: its title, where it comes from, a note; never its text."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.details import Details
from annotator.core.model import Direction
from annotator.gui.fields.day_line import DayLine

_LINES_OF_NOTE = 3
_LINES_OF_META = 4


class ArticleDetailsDialog(QDialog):
    """Lets the user tell other things of an article; stays open until they can be saved."""

    def __init__(
        self,
        details: Details,
        facts: Sequence[tuple[str, str]],
        save: Callable[[Details], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show ``details`` and ``facts``; ``save`` says why it could not, or nothing."""
        super().__init__(parent)
        self.setObjectName("articleDetailsDialog")
        self.setWindowTitle(self.tr("Details of the article"))
        self._details = details
        self._save = save
        self._make_fields(details)
        self._refusal = QLabel(self)
        self._refusal.setObjectName("refusal")
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setWordWrap(True)
        self._refusal.setForegroundRole(QPalette.ColorRole.BrightText)
        self._refusal.hide()
        tabs = QTabWidget(self)
        tabs.addTab(self._form(), self.tr("Details"))
        tabs.addTab(_facts(facts), self.tr("Where it comes from"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Save"))
        layout = QVBoxLayout(self)
        for widget in (tabs, self._refusal, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for line in (self._title, self._outlet, self._url, self._published):
            line.textChanged.connect(self._refusal.hide)
        for text in (self._note, self._meta):
            text.textChanged.connect(self._refusal.hide)
        self.resize(560, 480)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self, details: Details) -> None:
        self._title = QLineEdit(details.title, self)
        self._outlet = QLineEdit(details.outlet or "", self)
        self._url = QLineEdit(details.url or "", self)
        self._published = DayLine(self)
        self._meant = QLabel(self)
        self._meant.setObjectName("publishedMeant")
        self._meant.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._meant.hide()
        self._published.understood.connect(self._say_meant)
        self._published.give(details.published)
        self._direction = QComboBox(self)
        for direction, text in (
            (Direction.RTL, self.tr("Right to left")),
            (Direction.LTR, self.tr("Left to right")),
            (Direction.AUTO, self.tr("Each paragraph by its first letter")),
        ):
            self._direction.addItem(text, direction.value)
        self._direction.setCurrentIndex(self._direction.findData(details.direction.value))
        self._note = QPlainTextEdit(details.note, self)
        self._meta = QPlainTextEdit(_laid_out(details.meta), self)
        self._meta.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        # Addresses and JSON are written from the left, in an Arabic window too.
        for field in (self._url, self._meta):
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _form(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in (
            (self.tr("&Title"), self._title),
            (self.tr("&Outlet"), self._outlet),
            (self.tr("Web &address"), self._url),
            (self.tr("&Published on"), self._published),
            (self.tr("&Direction"), self._direction),
            (self.tr("&Note"), self._note),
            (self.tr("&Metadata (JSON)"), self._meta),
        ):
            field.setAccessibleName(name.replace("&", ""))
            form.addRow(name, field)
            if field is self._published:
                form.addRow("", self._meant)
        for text, lines in ((self._note, _LINES_OF_NOTE), (self._meta, _LINES_OF_META)):
            text.setTabChangesFocus(True)
            text.setMinimumHeight((lines + 1) * self.fontMetrics().lineSpacing())
        return page

    def _say_meant(self, day: str) -> None:
        self._meant.setText(self.tr("That is {day}.").format(day=f"\u2068{day}\u2069"))
        self._meant.setVisible(bool(day))

    def wanted(self) -> Details:
        """Return what the fields say."""
        return Details(
            title=self._title.text(),
            outlet=self._outlet.text() or None,
            url=self._url.text() or None,
            published=self._published.text() or None,
            direction=Direction(self._direction.currentData()),
            meta=self._meta.toPlainText(),
            note=self._note.toPlainText(),
        )

    def accept(self) -> None:
        """Save, or say here alone why that cannot be."""
        refusal = self._save(self.wanted())
        if not refusal:
            super().accept()
            return
        self._refusal.setText(refusal)
        self._refusal.setAccessibleName(refusal)
        self._refusal.show()


def _laid_out(meta: str) -> str:
    """Return a JSON object as people read it; an empty one is nothing."""
    data = json.loads(meta)
    return json.dumps(data, ensure_ascii=False, indent=2) if data else ""


def _facts(facts: Sequence[tuple[str, str]]) -> QWidget:
    page = QWidget()
    form = QFormLayout(page)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    side = QStyle.visualAlignment(page.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
    for name, fact in facts:
        label = QLabel(fact, page)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # A name in Latin letters would go to the other side of an Arabic window.
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        label.setAccessibleDescription(name)
        form.addRow(name, label)
    return page
