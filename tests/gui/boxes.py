"""Whether the boxes of a list can be seen."""

from PySide6.QtWidgets import QAbstractItemView

from annotator.gui.theme import contrast, theme_of

_BEFORE_TEXT = 18
"""Pixels in which the box of a row stands, and no letter."""
_SIDE = 8


def sides_seen(view: QAbstractItemView, row: int) -> int:
    """Count the upright lines that can be seen where the box of a row stands."""
    room = view.visualRect(view.model().index(row, 0))
    image = view.viewport().grab(room).toImage()
    ground = theme_of(view.palette()).background
    columns = (
        [image.pixelColor(x, y) for y in range(image.height())]
        for x in range(min(_BEFORE_TEXT, image.width()))
    )
    return sum(
        sum(contrast(colour, ground) >= 3 for colour in column) >= _SIDE for column in columns
    )
