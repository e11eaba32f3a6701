"""Tells assistive technology what the article view shows: text, caret, selection, places.

Offsets on this side count UTF-16 units.
"""

import weakref
from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from annotator.core.text import OffsetMap


class Readable(Protocol):
    """What a widget with a text must offer to be read; offsets count code points."""

    text: str
    offsets: OffsetMap

    def caret(self) -> int: ...
    def place_caret(self, offset: int) -> None: ...
    def selection(self) -> tuple[int, int] | None: ...
    def select(self, start: int, end: int) -> None: ...
    def rects_of(self, start: int, end: int) -> list[QRectF]: ...
    def offset_at(self, point: QPoint) -> int: ...
    def scroll_to(self, offset: int) -> None: ...
    def viewport(self) -> QWidget: ...


_interfaces: dict[int, "AccessibleReader"] = {}
"""Qt holds no reference to what a factory makes: they must live as long as their widgets."""
_factories: dict[type, Callable[[str, QObject], QAccessibleInterface | None]] = {}


class AccessibleReader(QAccessibleWidget, QAccessibleTextInterface):
    """The text interface of one widget, which must be ``Readable``."""

    def __init__(self, widget: QWidget) -> None:
        QAccessibleWidget.__init__(self, widget, QAccessible.Role.Document)
        QAccessibleTextInterface.__init__(self)
        self._weak_widget = weakref.ref(widget)

    @property
    def _reader(self) -> Readable:
        widget = self._weak_widget()
        if widget is None:
            raise ReferenceError("the widget is gone")  # Qt asks no interface without its widget
        return cast(Readable, widget)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.TextInterface:
            return self
        return super().interface_cast(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = state.focusable = True
        return state

    def text(self, first: Any, end: int | None = None) -> str:
        """Return a name of the widget or, given two positions, the text between them."""
        if end is None:
            return super().text(first)
        start, stop = self._stretch(first, end)
        return self._reader.text[start:stop]

    def characterCount(self) -> int:
        return self._reader.offsets.to_utf16(len(self._reader.text))

    def cursorPosition(self) -> int:
        return self._reader.offsets.to_utf16(self._reader.caret())

    def setCursorPosition(self, position: int) -> None:
        self._reader.place_caret(self._reader.offsets.from_utf16(position))

    def selectionCount(self) -> int:
        return 0 if self._reader.selection() is None else 1

    def selection(self, selectionIndex: int) -> tuple[int, int]:
        start, end = self._reader.selection() or (0, 0)
        if selectionIndex != 0:
            start = end = 0
        return self._reader.offsets.to_utf16(start), self._reader.offsets.to_utf16(end)

    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self._reader.select(*self._stretch(startOffset, endOffset))

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        if selectionIndex == 0:
            self.addSelection(startOffset, endOffset)

    def removeSelection(self, selectionIndex: int) -> None:
        if selectionIndex == 0:
            self._reader.place_caret(self._reader.caret())

    def characterRect(self, offset: int) -> QRect:
        start = self._reader.offsets.from_utf16(offset)
        rects = self._reader.rects_of(start, start + 1)
        if not rects:
            return QRect()
        rect = rects[0].toAlignedRect()
        return rect.translated(self._reader.viewport().mapToGlobal(QPoint(0, 0)))

    def offsetAtPoint(self, point: QPoint) -> int:
        viewport = self._reader.viewport()
        local = viewport.mapFromGlobal(point)
        if not viewport.rect().contains(local):
            return -1
        return self._reader.offsets.to_utf16(self._reader.offset_at(local))

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        self._reader.scroll_to(self._stretch(startIndex, endIndex)[0])

    def attributes(self, offset: int) -> tuple[str, int, int]:
        """Return that the whole text looks alike: formats are not used."""
        del offset
        return "", 0, self.characterCount()

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        offsets, count = self._reader.offsets, self.characterCount()
        stop = count if end < 0 else min(end, count)
        return offsets.from_utf16(max(0, start)), offsets.from_utf16(stop)


def install(kind: type[QWidget]) -> None:
    """Let widgets of that kind, which are ``Readable``, be read by assistive technology."""

    def make(_: str, widget: QObject) -> QAccessibleInterface | None:
        return _interface_of(widget) if isinstance(widget, kind) else None

    if kind not in _factories:
        _factories[kind] = make
        QAccessible.installFactory(make)


def _interface_of(widget: QWidget) -> AccessibleReader:
    key = id(widget)
    if key not in _interfaces:
        _interfaces[key] = AccessibleReader(widget)
        widget.destroyed.connect(lambda: _interfaces.pop(key, None))
    return _interfaces[key]


def tell_caret(widget: QWidget, utf16_position: int) -> None:
    """Say that the caret has moved."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(widget, utf16_position))


def tell_selection(widget: QWidget, start: int, end: int) -> None:
    """Say that ``[start, end)`` is selected, in UTF-16 units."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(widget, start, end))


def tell_text(widget: QWidget) -> None:
    """Say that the widget shows another text."""
    if QAccessible.isActive():
        event = QAccessibleEvent(widget, QAccessible.Event.VisibleDataChanged)
        QAccessible.updateAccessibility(event)
