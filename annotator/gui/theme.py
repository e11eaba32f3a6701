"""How the program looks: fonts, light and dark palettes, and the colours of the article view.

Label colours come from the label set; every shade of them is derived here, so that a lane is
visible on its background and a chip's name readable on the chip.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import as_file
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from annotator.paths import resources

Scheme = Literal["light", "dark", "auto"]

ARTICLE_FAMILY: Final = "Noto Naskh Arabic"
_FONT_FILES: Final = ("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf")
_LINE_CONTRAST: Final = 3.0
"""What WCAG asks of lines and signs."""
_CHIP_CONTRAST: Final = 4.0
"""Chips are large and bold enough for white from here on; below it, dark reads better."""
_KEEPER: Final = "themeKeeper"
_TO_TICK: Final = ("QCheckBox", "QRadioButton")
_BESIDE_FRAMES: Final = QColor("#d0d6df")
"""What Fusion makes a frame of in the dark that has the contrast of signs."""


@dataclass(frozen=True, slots=True)
class LabelColours:
    """The shades of one label."""

    line: QColor
    """Lanes, bars and chips."""
    fill: QColor
    """Behind the text, translucent: fills of nested spans add up."""
    lit: QColor
    """Behind the text of the span under the mouse."""
    on_chip: QColor
    """The name on a chip."""


@dataclass(frozen=True)
class Theme:
    """The colours of the article view."""

    is_dark: bool
    background: QColor
    text: QColor
    muted: QColor
    """Control characters and what else is not the article itself."""
    selection: QColor
    selection_idle: QColor
    """The selection while the focus is elsewhere."""
    hit: QColor
    current_hit: QColor
    accent: QColor
    """Handles and the outline of the selected span."""

    @cached_property
    def unknown(self) -> LabelColours:
        """The shades of a label that the label set does not hold."""
        return self.label(self.muted.name())

    def label(self, colour: str) -> LabelColours:
        """Return the shades of a label from its ``#rrggbb``."""
        return _label_colours(colour, self.is_dark, self.background.name())

    def muted_label(self, colours: LabelColours) -> LabelColours:
        """Return the shades of a span that only stands around what is at hand."""
        line, fill = _mixed(colours.line, self.background), QColor(colours.fill)
        fill.setAlphaF(fill.alphaF() / 2)
        return LabelColours(line, fill, fill, self.text)


LIGHT: Final = Theme(
    is_dark=False,
    background=QColor("#ffffff"),
    text=QColor("#111111"),
    muted=QColor("#6b7280"),
    selection=QColor(51, 133, 255, 96),
    selection_idle=QColor(120, 128, 140, 80),
    hit=QColor(255, 213, 0, 110),
    current_hit=QColor(255, 140, 0, 200),
    accent=QColor("#0b57d0"),
)
DARK: Final = Theme(
    is_dark=True,
    background=QColor("#1e1f22"),
    text=QColor("#eceef1"),
    muted=QColor("#9aa0a8"),
    selection=QColor(88, 150, 255, 130),
    selection_idle=QColor(150, 156, 166, 90),
    hit=QColor(214, 170, 0, 120),
    current_hit=QColor(205, 95, 0, 190),
    accent=QColor("#a8c7fa"),
)


@lru_cache(maxsize=256)
def _label_colours(colour: str, is_dark: bool, background: str) -> LabelColours:
    line = QColor(colour)
    if is_dark:
        line = QColor.fromHslF(max(line.hslHueF(), 0.0), min(line.hslSaturationF(), 0.9), 0.66)
    line = _visible(line, QColor(background), is_dark)
    fill, lit = QColor(line), QColor(line)
    fill.setAlphaF(0.26 if is_dark else 0.13)
    lit.setAlphaF(0.36 if is_dark else 0.24)
    dark, light = QColor("#101114"), QColor("#ffffff")
    readable = light if contrast(line, light) >= _CHIP_CONTRAST else dark
    return LabelColours(line, fill, lit, readable)


def _mixed(colour: QColor, background: QColor) -> QColor:
    """Return a colour most of which is that of the background."""

    def mixed(ours: float, theirs: float) -> float:
        return 0.38 * ours + 0.62 * theirs

    return QColor.fromRgbF(
        mixed(colour.redF(), background.redF()),
        mixed(colour.greenF(), background.greenF()),
        mixed(colour.blueF(), background.blueF()),
    )


def _visible(line: QColor, background: QColor, is_dark: bool) -> QColor:
    for _ in range(12):
        if contrast(line, background) >= _LINE_CONTRAST:
            break
        line = line.lighter(115) if is_dark else line.darker(115)
    return line


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours as WCAG counts it, from 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def register_fonts() -> None:
    """Make the shipped fonts known; call it right after ``QApplication`` is made.

    On a machine without any font, reading glyph runs crashes until then.
    """
    if ARTICLE_FAMILY in QFontDatabase.families():
        return
    for name in _FONT_FILES:
        with as_file(resources() / "fonts" / name) as path:
            QFontDatabase.addApplicationFont(str(path))


def theme_of(palette: QPalette) -> Theme:
    """Return the theme that goes with the palette of a window."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def apply_theme(app: QApplication, scheme: Scheme) -> Theme:
    """Give the whole program Fusion and the palette of ``scheme``; ``auto`` follows the desktop.

    Widgets hear of it, and of every later change of the desktop, as a change of their palette.
    """
    keeper = app.findChild(_ThemeKeeper, _KEEPER)
    if keeper is None:
        keeper = _ThemeKeeper(app)
        app.setStyle("Fusion")
    return keeper.apply(scheme)


class _ThemeKeeper(QObject):
    """Follows the colour scheme of the desktop."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_KEEPER)
        self._app = app
        self._scheme: Scheme = "auto"
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def apply(self, scheme: Scheme) -> Theme:
        self._scheme = scheme
        desktop = self._app.styleHints().colorScheme()
        is_dark = scheme == "dark" or (scheme == "auto" and desktop == Qt.ColorScheme.Dark)
        theme = DARK if is_dark else LIGHT
        self._app.setPalette(palette_of(theme))
        for kind in _TO_TICK:
            # The stubs want bytes, which Qt then refuses.
            self._app.setPalette(framing_boxes(palette_of(theme)), kind)  # type: ignore[arg-type]
        return theme

    def _follow(self) -> None:
        if self._scheme == "auto":
            self.apply("auto")


def framing_boxes(palette: QPalette) -> QPalette:
    """Return ``palette`` for what has a box to tick, so that its frame is seen on a dark ground.

    Fusion makes frames somewhat darker than the window, whatever the window is.
    """
    framing = QPalette(palette)
    if theme_of(palette).is_dark:
        framing.setColor(QPalette.ColorRole.Window, _BESIDE_FRAMES)
    return framing


def palette_of(theme: Theme) -> QPalette:
    """Return the Fusion palette of a theme."""
    window = QColor("#37393e") if theme.is_dark else QColor("#f3f4f6")
    button = QColor("#474a51") if theme.is_dark else QColor("#e9ebee")
    role = QPalette.ColorRole
    palette = QPalette(button, window)
    for which, colour in (
        (role.Window, window),
        (role.WindowText, theme.text),
        (role.Base, theme.background),
        (role.AlternateBase, QColor("#25262a") if theme.is_dark else QColor("#f8f9fb")),
        (role.Text, theme.text),
        (role.Button, button),
        (role.ButtonText, theme.text),
        (role.BrightText, QColor("#ff6b6b") if theme.is_dark else QColor("#b3261e")),
        (role.ToolTipBase, button),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, QColor("#2f5f9e") if theme.is_dark else QColor("#0b57d0")),
        (role.HighlightedText, QColor("#ffffff")),
        (role.Link, theme.accent),
        (role.LinkVisited, QColor("#c9a7ff") if theme.is_dark else QColor("#6b3fa0")),
        (role.Accent, theme.accent),
    ):
        palette.setColor(which, colour)
    faded = QColor("#7c8189") if theme.is_dark else QColor("#9aa0a6")
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return palette
