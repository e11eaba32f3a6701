"""Boxes that are not ticked are seen in the dark too."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from tests.gui.boxes import sides_seen
from tests.gui.conftest import Hands


@pytest.mark.parametrize(
    ("command", "name"), [("export", "exportLabels"), ("release", "releaseFormats")]
)
def test_a_box_that_is_not_ticked_is_seen_in_the_dark(
    hands: Hands, path: Path, command: str, name: str
) -> None:
    window = hands.open(path, "huda")
    window.set_theme("dark")
    seen: list[int] = []

    def look(dialog: QWidget) -> None:
        box = dialog.findChild(QListWidget, name)
        assert box is not None
        box.item(2).setCheckState(Qt.CheckState.Unchecked)
        seen.append(sides_seen(box, 2))
        dialog.close()

    hands.answer(look)
    window.commands[command].trigger()
    assert seen == [2]
