"""The language of the window: its texts, Qt's own, and the direction that goes with it."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import as_file
from typing import Final, TypeAlias
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QDateTime, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError
from annotator.paths import resources

LANGUAGES: Final = {"en": "English", "ar": "العربية"}
"""What the program speaks, each named in itself."""

_TEXTS_OF_QT: Final = (
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "&Yes"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "&No"),
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
)
"""Texts that Qt looks up itself, translated with ours.

In a right-to-left menu "Ctrl++" would read "++Ctrl": the Arabic names of these keys begin with
U+2066 (left-to-right isolate), which lasts to the end of the line.
"""

_installed: list[QTranslator] = []

Translate: TypeAlias = Callable[[str, str], str]
"""Says in some language what a text of a context reads."""


def speak(app: QApplication, language: str) -> None:
    """Let all windows that are made from now on speak ``language``."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    of_qt = QTranslator(app)
    if of_qt.load(
        f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        _install(app, of_qt)
    ours = QTranslator(app)
    if _load(ours, language):
        _install(app, ours)
    right = language == "ar"
    # Offsets and counts are written 42 everywhere; not every Arabic country's locale does so.
    QLocale.setDefault(QLocale("ar_AE" if right else language))
    # Qt's own translation would set it too, whatever the user chose.
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )


def joined_names(names: Sequence[str]) -> str:
    """Return names one after the other, with the comma of their own letters."""
    is_right = bool(names) and direction_of(names[0]) == Qt.LayoutDirection.RightToLeft
    return ("، " if is_right else ", ").join(names)


def spoken() -> str:
    """Return the language that the window speaks."""
    return "ar" if QLocale().language() == QLocale.Language.Arabic else "en"


@cache
def translation_into(language: str) -> Translate:
    """Return what says a text in ``language``, whichever the window speaks."""
    translator = QTranslator()
    _load(translator, language)
    return lambda context, text: translator.translate(context, text) or text


def _load(translator: QTranslator, language: str) -> bool:
    with as_file(resources() / "i18n" / f"annotator_{language}.qm") as path:
        return translator.load(str(path))


def _install(app: QApplication, translator: QTranslator) -> None:
    app.installTranslator(translator)
    _installed.append(translator)


def moment_text(moment: str) -> str:
    """Return day and time of a moment in UTC as the clock here showed it."""
    here = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(here, "d MMMM yyyy HH:mm") if here.isValid() else moment


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return from which side a line reads into which ``text`` is typed, whatever the window's.

    Digits and dashes keep their order, and so does a month between them.
    """
    is_right = any(bidirectional(letter) in ("R", "AL") for letter in text)
    return Qt.LayoutDirection.RightToLeft if is_right else Qt.LayoutDirection.LeftToRight


def error_text(error: AnnotatorError) -> str:
    """Return what an error says, in the language of the window."""
    return error.told(lambda template: QCoreApplication.translate("errors", template))
