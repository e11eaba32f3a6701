import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.excerpts import quotation
from annotator.core.labels import LabelSet
from annotator.core.model import Article
from annotator.core.text import sha256_of
from annotator.gui.rows.quotation_rows import QuotationRow
from annotator.gui.theme import DARK, LIGHT, Theme, apply_theme, contrast, theme_of
from annotator.gui.widgets.quotation_list import QuotationList

COLOURS = [label.colour for label in LabelSet.default()] + ["#ffff00", "#000000", "#ffffff"]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("colour", COLOURS)
def test_every_label_can_be_seen_and_its_chip_read(theme: Theme, colour: str) -> None:
    shades = theme.label(colour)
    assert contrast(shades.line, theme.background) >= 3
    assert contrast(shades.line, shades.on_chip) >= 4


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_can_be_read_on_everything_behind_it(theme: Theme) -> None:
    fills = [theme.label(colour).lit for colour in COLOURS]
    for fill in (*fills, theme.selection, theme.hit, theme.current_hit):
        part = fill.alphaF()
        mixed = QColor.fromRgbF(
            *(
                part * over + (1 - part) * under
                for over, under in zip(
                    fill.getRgbF()[:3], theme.background.getRgbF()[:3], strict=True
                )
            )
        )
        assert contrast(theme.text, mixed) >= 4.5


def test_a_scheme_gives_the_program_its_palette(qapp: QApplication) -> None:
    assert apply_theme(qapp, "dark") is DARK
    assert theme_of(qapp.palette()) is DARK
    assert apply_theme(qapp, "light") is LIGHT
    assert theme_of(qapp.palette()) is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Base) == LIGHT.background
    assert qapp.style().objectName() == "fusion"


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QuotationList])
def test_boxes_to_tick_have_a_frame_that_is_seen_in_the_dark(
    qapp: QApplication, qtbot: QtBot, kind: type[QWidget]
) -> None:
    apply_theme(qapp, "dark")
    place = QWidget()
    qtbot.addWidget(place)
    box = kind(place)
    if isinstance(box, QuotationList):
        article = Article("a", "a", "a", "text", sha256_of("text"))
        box.show_rows([QuotationRow(quotation(article, 0, 4))], with_boxes=True, ticked=0)
    place.show()
    image = box.grab().toImage()
    ground = image.pixelColor(1, 1) if kind is not QuotationList else DARK.background
    lines = [
        sum(contrast(image.pixelColor(x, y), ground) >= 3 for y in range(min(30, image.height())))
        for x in range(min(30, image.width()))
    ]
    assert max(lines) >= (4 if kind is QRadioButton else 8)  # the side of a box
    apply_theme(qapp, "light")


def test_auto_follows_the_desktop(qapp: QApplication) -> None:
    apply_theme(qapp, "auto")
    desktop = qapp.styleHints().colorScheme()
    assert theme_of(qapp.palette()) is (DARK if desktop == Qt.ColorScheme.Dark else LIGHT)
    apply_theme(qapp, "light")
