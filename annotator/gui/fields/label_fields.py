"""What the label editor is put together from: a key that is pressed, a colour, a preview."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QLineEdit, QPushButton, QWidget

from annotator.core.labels import Label
from annotator.gui.fields.swatches import SWATCH, swatch
from annotator.gui.keys import command_character, has_command_key
from annotator.gui.theme import ARTICLE_FAMILY, DARK, LIGHT, Theme, theme_of

_KEYS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_SAMPLE: Final = "وصلت القوات إلى قسرك اليوم"
_MARKED: Final = "قسرك"


class KeyField(QLineEdit):
    """Shows a key, and takes another one by its being pressed, on any keyboard."""

    key_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("WWWW"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = None if has_command_key(event) else command_character(event, _KEYS)
        if key and self.isEnabled():
            self.key_chosen.emit(key)
            event.accept()
        else:
            super().keyPressEvent(event)


class ColourButton(QPushButton):
    """Shows a colour, and asks for another one."""

    colour_chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(SWATCH, SWATCH))
        self.setAutoDefault(False)
        self._title = title
        self._colour = "#000000"
        self.clicked.connect(self._ask)

    def show_colour(self, colour: str) -> None:
        """Show ``#rrggbb``."""
        self._colour = colour
        self.setIcon(swatch("", theme_of(self.palette()).label(colour)))
        self.setText(f" \u2066{colour}\u2069 ")

    def _ask(self) -> None:
        # The program's own dialog: that of a desktop speaks another language.
        chosen = QColorDialog.getColor(
            QColor(self._colour),
            self,
            self._title,
            QColorDialog.ColorDialogOption.DontUseNativeDialog,
        )
        if chosen.isValid():
            self.colour_chosen.emit(chosen.name())


class LabelPreview(QWidget):
    """Shows what a label looks like in an article, in light and in dark colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._chip = "#000000", ""
        self._font = QFont(ARTICLE_FAMILY)
        self._font.setPixelSize(22)

    def show_label(self, label: Label, language: str) -> None:
        """Show a label, named in ``language``."""
        self._colour, self._chip = label.colour, label.shown(language)
        self.update()

    def sizeHint(self) -> QSize:
        lines = QFontMetrics(self._font).height() + self.fontMetrics().height()
        return QSize(320, lines + 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.width() // 2
        self._paint(painter, QRect(0, 0, half, self.height()), LIGHT)
        self._paint(painter, QRect(half, 0, self.width() - half, self.height()), DARK)
        painter.end()

    def _paint(self, painter: QPainter, place: QRect, theme: Theme) -> None:
        """Paint a few words, one of them labelled, with its chip above."""
        colours = theme.label(self._colour)
        painter.save()
        painter.setClipRect(place)
        painter.fillRect(place, theme.background)
        words = QFontMetrics(self._font)
        before, marked, _ = _SAMPLE.partition(_MARKED)
        right = place.right() - max(8, (place.width() - words.horizontalAdvance(_SAMPLE)) // 2)
        left = right - words.horizontalAdvance(before + marked)
        reach = QRect(left, 0, words.horizontalAdvance(marked), words.height())
        chip_height = self.fontMetrics().height() + 4
        reach.moveTop(place.top() + 8 + chip_height)
        painter.fillRect(reach, colours.fill)
        painter.fillRect(reach.left(), reach.bottom(), reach.width(), 3, colours.line)
        names = self.fontMetrics()
        name = names.elidedText(self._chip, Qt.TextElideMode.ElideRight, place.width() - 32)
        width = names.horizontalAdvance(name) + 12
        left = max(place.left() + 8, reach.right() - width + 1)
        chip = QRect(left, place.top() + 6, width, chip_height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line)
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(colours.on_chip)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, name)
        painter.setFont(self._font)
        painter.setPen(theme.text)
        line = QRect(place.left(), reach.top(), right - place.left() + 1, words.height())
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute, _SAMPLE
        )
        painter.restore()
