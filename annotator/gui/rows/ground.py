"""What every row begins with that draws itself: its ground, and the colour of words on it."""

from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> QColor:
    """Paint a row as its style does, but for its text; return the colour of words on it.

    ``option`` is what ``initStyleOption`` has made of it.
    """
    option.text = ""
    widget = option.widget
    widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
    return option.palette.color(role)
