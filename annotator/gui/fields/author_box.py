"""The field for the name of an author: one that is known, or a new one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget


class AuthorBox(QComboBox):
    """Offers names; another one may be typed."""

    def __init__(self, names: Sequence[str], chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Completing would make “amal” of “ama”, and let one work on another's layer.
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt allows it
        self.addItems(list(names))
        self.setCurrentIndex(-1)
        self.setCurrentText(chosen)
        self.setMinimumContentsLength(24)

    def name(self) -> str:
        """Return the name that is chosen or typed."""
        return self.currentText().strip()
