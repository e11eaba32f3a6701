"""The page an article is read on: it scrolls, zooms, and knows where each letter stands.

The scroll bar follows the place with an estimate that is corrected as blocks are laid out.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.core.labels import LabelSet
from annotator.core.model import Direction, Span
from annotator.core.text import OffsetMap, previous_letter, whole_letters
from annotator.gui.text.attention import Attention
from annotator.gui.text.column import Column
from annotator.gui.text.lanes import NOBODY, Voices
from annotator.gui.text.marks import extents_of
from annotator.gui.text.metrics import Metrics
from annotator.gui.text.painting import ArticlePainter
from annotator.gui.text.paragraphs import Block, Line
from annotator.gui.text.scroll_place import ScrollPlace
from annotator.gui.theme import Theme, theme_of

LEAST_ZOOM: Final = 0.5
MOST_ZOOM: Final = 4.0
_ZOOM_STEP: Final = 1.1
_WHEEL_NOTCH: Final = 120
_NARROWEST: Final = 40


class Page(QAbstractScrollArea):
    """Show a text with spans.

    Offsets count code points; Qt's UTF-16 positions stay inside.
    """

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.offsets = OffsetMap("")
        self.attention = Attention()
        self._direction = Direction.RTL
        self._labels: LabelSet | None = None
        self._language = "en"
        self._metrics = Metrics.at(1.0)
        self._theme: Theme = theme_of(self.palette())
        self._voices = NOBODY
        self.covered: Callable[[], int] = lambda: 0
        """Returns how many pixels of the lower edge something lies on."""
        self._resting: tuple[int, int] | None = None
        """What stood at the top, and how far below it, when the width last changed.

        Text that is laid out anew several times in a row would creep away otherwise.
        """
        self._is_syncing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._take_column()
        self._painter = self._new_painter()

    # What is shown

    def set_text(self, text: str, direction: Direction) -> None:
        """Show another text from its top."""
        self.text, self._direction = text, direction
        self.offsets = OffsetMap(text)
        self.attention = Attention(has_focus=self.hasFocus(), kept=self.attention.kept)
        self._resting = None
        self._take_column()
        self._painter = self._new_painter()
        self._sync_bar()
        self.viewport().update()

    def set_spans(
        self, spans: tuple[Span, ...], stretches: list[tuple[int, int]] | None = None
    ) -> None:
        """Show other spans, which differ from the last ones on ``stretches`` alone."""
        self._column.set_spans(spans, stretches)
        self._take_voices(NOBODY)

    def set_answers(self, spans: tuple[Span, ...], voices: Voices) -> None:
        """Show spans of which some are the answers of several authors, to be compared."""
        self._column.set_spans(spans, voices=voices)
        self._take_voices(voices)

    def _take_voices(self, voices: Voices) -> None:
        """Make room for the names of authors beside the column."""
        self._painter.voices = self._voices = voices
        if self._column_width() != self._column.width:
            self._lay_out_anew()
        self.viewport().update()

    def set_direction(self, direction: Direction) -> None:
        """Lay the same text out in another direction; what stands at the top stays there."""
        if direction is self._direction:
            return
        self._direction = direction
        anchor, below = self._top_place()
        spans, voices = tuple(self._column.spans.spans), self._column.voices
        self._take_column()
        self._column.set_spans(spans, voices=voices)
        self._rest_at(anchor, below)

    def set_labels(self, labels: LabelSet, language: str = "en") -> None:
        """Name and colour spans by ``labels``, for people who read ``language``."""
        self._labels, self._language = labels, language
        self._restyle()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._restyle()

    def _restyle(self) -> None:
        self._painter = self._new_painter()
        column = self._column
        column.set_spans(tuple(column.spans.spans), voices=column.voices)
        self.viewport().update()

    def _take_column(self) -> None:
        """Lay the text out anew, and stand at its top."""
        self._column = Column(self.text, self._direction, self._column_width(), self._metrics)
        self._place = ScrollPlace(self._column)

    def _new_painter(self) -> ArticlePainter:
        return ArticlePainter(
            self.text,
            self._theme,
            self._labels,
            self._language,
            self._metrics,
            self._column.width,
            self._column.voices,
        )

    # Zoom and size

    @property
    def zoom(self) -> float:
        """How much larger than usual the text is."""
        return self._metrics.zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the text larger or smaller; what stands at the top stays there."""
        zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        if zoom == self._metrics.zoom:
            return
        self._metrics = Metrics.at(zoom)
        self._lay_out_anew()
        self.zoom_changed.emit(zoom)

    def zoom_by(self, steps: float) -> None:
        """Zoom in (or out, below 0) by some steps."""
        self.set_zoom(round(self.zoom * _ZOOM_STEP**steps, 3))

    def _column_width(self) -> int:
        width, metrics = self.viewport().width(), self._metrics
        margin = min(metrics.margin_for(self._voices.names), max(metrics.margin, width // 5))
        room = width - 2 * margin
        return max(_NARROWEST, min(room, self._metrics.widest))

    @property
    def _column_left(self) -> int:
        return max(0, (self.viewport().width() - self._column_width()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column_width() != self._column.width:
            self._lay_out_anew()
        elif self._resting is not None:
            self._rest_at(*self._resting)  # there may have been no room for it until now
        else:
            self._scroll_by(0)

    def _lay_out_anew(self) -> None:
        anchor, below = self._resting or self._top_place()
        self._column.resize(self._column_width(), self._metrics)
        self._painter = self._new_painter()
        self._rest_at(anchor, below)

    def _rest_at(self, anchor: int, below: int) -> None:
        """Let the line of ``anchor`` stand ``below`` pixels under the top."""
        index, line = self._line_of(anchor)
        self._place.go_to(index, line.top - below if anchor else 0)
        self._scroll_by(0)
        self._resting = anchor, below

    def _top_place(self) -> tuple[int, int]:
        """Return where the first line begins that is seen whole, and its distance to the top."""
        return self._place.line_at_top()

    # Scrolling

    def follow_covering(self) -> None:
        """Let the bar reach as far as one can scroll, now that more or less is covered."""
        self._sync_bar()

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        high = self.viewport().height()
        self._is_syncing = True
        bar.setRange(0, self._place.most(high, self.covered()))
        bar.setPageStep(high)
        bar.setSingleStep(self._metrics.line_height // 2)
        bar.setValue(self._place.value)
        self._is_syncing = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._is_syncing:
            return
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            self._place.go_to_end()
        else:
            self._place.go_to_value(bar.value())
        self._scroll_by(0)

    def _scroll_by(self, pixels: int) -> None:
        """Move the text up by some pixels, as far as there is more of it."""
        self._resting = None
        self._place.move_by(pixels, self.viewport().height(), self.covered())
        self._sync_bar()
        self.viewport().update()

    @property
    def open_height(self) -> int:
        """The height of the part on which nothing lies."""
        return self.viewport().height() - self.covered()

    def scroll_to(self, offset: int) -> None:
        """Bring the line of ``offset`` into the upper third, at once."""
        index, line = self._line_of(offset)
        self._place.go_to(index, line.top - self.viewport().height() // 5)
        self._scroll_by(0)

    def center_on(self, offset: int) -> None:
        """Bring the line of ``offset`` into the middle, at once."""
        index, line = self._line_of(offset)
        self._place.go_to(index, line.top - (self.viewport().height() - line.height) // 2)
        self._scroll_by(0)

    def stand_like(self, other: "Page") -> None:
        """Stand in the same text where another page stands in it."""
        self._rest_at(*(other._resting or other._top_place()))

    def show_place(self, offset: int) -> None:
        """Scroll as little as needed for the line of ``offset`` to be seen."""
        index, line = self._line_of(offset)
        top = self._block_top(index) + line.top
        over = top + line.height - self.open_height
        if index < self._place.first - 1 or over > 2 * self.viewport().height():
            self.scroll_to(offset)
        elif top < 0:
            self._scroll_by(top)
        elif over > 0:
            self._scroll_by(min(over, top))

    def _line_of(self, offset: int) -> tuple[int, Line]:
        index = self._column.blocks.of(offset)
        return index, self._column.block(index).line_of(offset)

    def _block_top(self, index: int) -> int:
        return self._place.top_of(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(turned / _WHEEL_NOTCH)
        elif not event.pixelDelta().isNull():
            self._scroll_by(-event.pixelDelta().y())
        else:
            self._scroll_by(-round(turned / _WHEEL_NOTCH * 1.5 * self._metrics.line_height))
        event.accept()

    # Places

    def _visible(self) -> Iterator[tuple[Block, int]]:
        return self._place.visible(self.viewport().height())

    def _block_at(self, y: float) -> tuple[Block, int]:
        """Return the block at a height of the viewport, else the nearest one in sight."""
        found = None
        for block, top in self._visible():
            if found is not None and top > y:
                break
            found = block, top
        first = self._place.first
        return found or (self._column.block(first), self._block_top(first))

    def line_under(self, point: QPointF | QPoint) -> tuple[Line, float, float]:
        """Return the line nearest to a point of the viewport, and the point in its block."""
        block, top = self._block_at(point.y())
        y = point.y() - top
        return block.line_at(y), point.x() - self._column_left, y

    def offset_at(self, point: QPoint) -> int:
        """Return the caret place nearest to a point of the viewport."""
        line, x, _ = self.line_under(point)
        return self._place_on(line, x)

    def _place_on(self, line: Line, x: float) -> int:
        letter = line.boxes.letter_under(x)
        if letter is None:
            return line.start
        place = line.block.from_utf16(letter.nearest_border(x))
        if place >= line.end and line is not line.block.lines[-1] and line.text_end < line.end:
            return previous_letter(self.text, line.end)
        return place

    def letter_under(self, point: QPoint | QPointF) -> tuple[int, int] | None:
        """Return the letter that a point of the viewport is on, if it is on one."""
        line, x, y = self.line_under(point)
        letter = line.boxes.letter_under(x)
        if letter is None or not line.text_top <= y <= line.text_bottom:
            return None
        if not letter.left <= x <= letter.right:
            return None
        return line.block.from_utf16(letter.start), line.block.from_utf16(letter.end)

    def rects_of(self, start: int, end: int) -> list[QRectF]:
        """Return where ``[start, end)``, widened to whole letters, stands in the viewport.

        The rectangles come in logical order and may lie outside the viewport; for a stretch with
        letters there is at least one.
        """
        start, end = max(0, start), min(end, len(self.text))
        if start >= end:
            return []
        start, end = whole_letters(self.text, start, end)
        for _ in self._visible():
            pass  # the blocks in sight have their heights now
        rects = []
        blocks = self._column.blocks
        for index in range(blocks.of(start), blocks.of(end - 1) + 1):
            block = self._column.block(index)
            top = self._block_top(index)
            for line in block.lines:
                rects += [
                    QRectF(
                        self._column_left + left,
                        top + line.text_top,
                        right - left,
                        line.text_bottom - line.text_top,
                    )
                    for left, right in extents_of(line, start, end)
                ]
        return rects

    def caret_rect(self, offset: int) -> QRectF:
        """Return where the caret of a place stands in the viewport."""
        index, line = self._line_of(offset)
        x = self._column_left + self._painter.caret_x(line, offset)
        top = self._block_top(index) + line.text_top
        return QRectF(x - 1, top, 2, line.text_bottom - line.text_top)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        area, left = QRectF(event.rect()), self._column_left
        self._painter.margin = left
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.background)
            for block, y in self._visible():
                painter.save()
                painter.translate(left, y)
                clip = area.translated(-left, -y)
                self._painter.paint(painter, block, self.attention, clip)
                painter.restore()
        self._sync_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.set_theme(theme_of(self.palette()))
