"""The labels at hand: a button each, with its key, its colour, and how often it stands here."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.core.labels import Label, LabelSet
from annotator.core.model import Span
from annotator.gui.fields.flow import FlowLayout
from annotator.gui.fields.swatches import SWATCH, swatch
from annotator.gui.theme import theme_of


class LabelBar(QWidget):
    """A button for each label; pressing one marks the selection, or relabels the span chosen."""

    label_requested = Signal(str)
    """The user wants this label on what is selected."""
    keep_requested = Signal(str)
    """The user wants this label on each selection from now on, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelBar")
        self.setAccessibleName(self.tr("Labels"))
        self._layout = FlowLayout(self)
        self._layout.setContentsMargins(6, 4, 6, 4)
        self._layout.setSpacing(2)
        self._buttons: dict[str, QToolButton] = {}
        self._labels: dict[str, Label] = {}
        self._language = "en"
        self._kept: str | None = None
        self._counts: Counter[str] = Counter()

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Show a button for each label, named in ``language``."""
        for button in self._buttons.values():
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons, self._language = {}, language
        self._labels = {label.name: label for label in labels}
        for label in labels:
            button = QToolButton(self)
            button.setObjectName(f"label_{label.name}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(SWATCH, SWATCH))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoRaise(True)
            button.setCheckable(True)
            button.clicked.connect(lambda _, name=label.name: self._ask(name))
            self._layout.addWidget(button)
            self._buttons[label.name] = button
        self._show_colours()
        self.show_counts(())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the light and dark colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_colours()

    def _show_colours(self) -> None:
        theme = theme_of(self.palette())
        for name, button in self._buttons.items():
            label = self._labels[name]
            button.setIcon(swatch(label.key, theme.label(label.colour)))

    def show_counts(self, spans: Iterable[Span]) -> None:
        """Show how many of ``spans`` carry each label."""
        self._counts = Counter(span.label for span in spans)
        self._show()

    def show_kept(self, label: str | None) -> None:
        """Show which label goes on each selection at once, if one does."""
        self._kept = label
        self._show()

    def _ask(self, name: str) -> None:
        self._show()  # a click has pressed the button down, which only a kept label stays
        held = QGuiApplication.keyboardModifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            self.keep_requested.emit(name)
        else:
            self.label_requested.emit(name)

    def _show(self) -> None:
        for name, button in self._buttons.items():
            label, is_kept = self._labels[name], name == self._kept
            shown, count = label.shown(self._language), self._counts[name]
            text = f"{shown}  {count}"
            said = self.tr("{label}, key {key}, {count} here").format(
                label=shown, key=label.key, count=count
            )
            if is_kept:
                text = self.tr("{label}: every selection, until Esc").format(label=text)
                said = self.tr("{label}: every selection, until Esc").format(label=said)
            button.setChecked(is_kept)
            # An ampersand would underline the next letter.
            button.setText(text.replace("&", "&&"))
            button.setToolTip(
                self.tr("Mark as {label} (key {key}); with Ctrl every selection, until Esc").format(
                    label=shown, key=label.key
                )
            )
            button.setAccessibleName(said)
