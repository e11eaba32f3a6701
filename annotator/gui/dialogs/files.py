"""Questions for files and folders; the only place that asks them.

A dialog that looks into the files it lists, to tell of which kind they are, must never be one of
this process where SQLite uses POSIX locks: whoever closes a file, however it was opened, drops all
locks that the process has on it (https://sqlite.org/howtocorrupt.html, 2.2).  The open project
would lie there unlocked, and the next program that closes it would take its log away.
"""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget

from annotator.gui.settings import Settings

_HAS_POSIX_LOCKS = sys.platform not in ("win32", "darwin")
"""Windows locks by handle, and the dialog of macOS is a program of its own."""


class Purpose(StrEnum):
    """What files are asked for; for each, the next question begins where the last one ended."""

    PROJECTS = "projects"
    IMPORTS = "imports"
    EXPORTS = "exports"


class _Kinds(QAbstractFileIconProvider):
    """Tells files from folders by what the folder says of them; opens none."""

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        folder, file = QStyle.StandardPixmap.SP_DirIcon, QStyle.StandardPixmap.SP_FileIcon
        if isinstance(of, QFileInfo):
            is_folder = of.isDir()
        else:
            is_folder = of is not QAbstractFileIconProvider.IconType.File
        return QApplication.style().standardIcon(folder if is_folder else file)

    def type(self, of: QFileInfo) -> str:
        return "" if of.isDir() else of.suffix().upper()


def file_to_open(
    window: QWidget, title: str, pattern: str = "", *, purpose: Purpose = Purpose.IMPORTS
) -> Path | None:
    """Ask for a file that is there."""
    dialog = _dialog(window, title, QFileDialog.FileMode.ExistingFile, purpose, pattern)
    return next(iter(_answer(dialog, purpose)), None)


def files_to_open(window: QWidget, title: str) -> list[Path]:
    """Ask for files that are there."""
    dialog = _dialog(window, title, QFileDialog.FileMode.ExistingFiles, Purpose.IMPORTS)
    return _answer(dialog, Purpose.IMPORTS)


def folder_to_open(window: QWidget, title: str) -> Path | None:
    """Ask for a folder that is there."""
    dialog = _dialog(window, title, QFileDialog.FileMode.Directory, Purpose.IMPORTS)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_answer(dialog, Purpose.IMPORTS)), None)


def file_to_save(
    window: QWidget,
    title: str,
    name: str = "",
    pattern: str = "",
    *,
    suffix: str = "",
    may_replace: bool = True,
    purpose: Purpose = Purpose.EXPORTS,
) -> Path | None:
    """Ask for a file to write; a name that is typed without a suffix gets ``suffix``.

    Where what is there is refused anyhow, and never replaced, there is nothing to confirm.
    """
    if pattern:
        every = QCoreApplication.translate("FileDialogs", "All files")
        pattern = f"{pattern};;{every} (*)"
    dialog = _dialog(window, title, QFileDialog.FileMode.AnyFile, purpose, pattern)
    dialog.setDefaultSuffix(suffix)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not may_replace)
    dialog.selectFile(name)
    return next(iter(_answer(dialog, purpose)), None)


def _dialog(
    window: QWidget, title: str, mode: QFileDialog.FileMode, purpose: Purpose, pattern: str = ""
) -> QFileDialog:
    last = Settings().last_folder(purpose)
    dialog = QFileDialog(window, title, str(last) if last else "", pattern)
    if _HAS_POSIX_LOCKS:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setIconProvider(_KINDS)
        # Qt has no Arabic for these two.
        translate = QCoreApplication.translate
        labels = QFileDialog.DialogLabel
        dialog.setLabelText(labels.LookIn, translate("FileDialogs", "Look in:"))
        dialog.setLabelText(labels.FileType, translate("FileDialogs", "Files of type:"))
    dialog.setFileMode(mode)
    return dialog


_KINDS = _Kinds()
"""Qt does not keep it alive."""


def _answer(dialog: QFileDialog, purpose: Purpose) -> list[Path]:
    try:
        chosen: Sequence[str] = dialog.selectedFiles() if dialog.exec() else ()
        paths = [Path(name) for name in chosen]
        # Not where the dialog stood: a whole path may have been typed.
        if paths and paths[0].parent.is_dir():
            Settings().remember_folder(purpose, paths[0].parent)
        return paths
    finally:
        dialog.deleteLater()
