"""Paints the blocks of an article: everything that marks the text is painted behind it.

Nothing is ever a format of the text: that would cut its shaping.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.core.labels import LabelSet
from annotator.core.language import Stretch
from annotator.core.model import Span
from annotator.gui.bidi import Extent
from annotator.gui.text.attention import Attention
from annotator.gui.text.controls import paint_controls
from annotator.gui.text.lanes import NOBODY, Chip, LineMarks, Mark, Reach, Voices, lane_count
from annotator.gui.text.marks import MarkPlacer, extents_of, reach_of
from annotator.gui.text.metrics import MOST_LANES, Metrics
from annotator.gui.text.paragraphs import Block, Line
from annotator.gui.text.strokes import fill_dashed, paint_tag
from annotator.gui.theme import LabelColours, Theme

_MOST_FILLS: Final = 3


@dataclass
class ArticlePainter:
    """Paints blocks with one theme, label set and zoom."""

    text: str
    theme: Theme
    labels: LabelSet | None
    language: str
    metrics: Metrics
    width: int
    """Of the column."""
    voices: Voices = NOBODY
    margin: float = 0.0
    """The room at each side of the column."""
    _widths: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._chip_metrics = QFontMetricsF(self.metrics.chip_font)
        self._placer = MarkPlacer(self.text, self.name_of, self._chip_width)

    def name_of(self, span: Span) -> str:
        """Return the words on the chip of a span."""
        known = self.labels is not None and span.label in self.labels
        name = self.labels[span.label].shown(self.language) if known and self.labels else span.label
        doubt = " ؟" if self.language == "ar" else " ?"
        name = name + doubt if span.unsure else name
        who = self.voices.name_of(span)
        return f"{who} · {name}" if who else name

    def colours_of(self, span: Span) -> LabelColours:
        """Return the shades of a span."""
        colours = self._colours_of_label(span.label)
        return self.theme.muted_label(colours) if span.id in self.voices.muted else colours

    def _colours_of_label(self, name: str) -> LabelColours:
        if self.labels is not None and name in self.labels:
            return self.theme.label(self.labels[name].colour)
        return self.theme.unknown

    def _chip_width(self, text: str) -> float:
        width = self._widths.get(text)
        if width is None:
            width = self._chip_metrics.horizontalAdvance(text) + 2 * self.metrics.chip_padding
            self._widths[text] = width
        return width

    def marks_of(self, line: Line) -> LineMarks:
        """Return the placed marks of a line."""
        if line.marks is None:
            line.marks = self._placer.place(line, self.width)
        return line.marks

    def lane_rects(self, line: Line, mark: Mark) -> list[QRectF]:
        """Return the lane of a mark, one rectangle for each extent."""
        if mark.row is not None:
            y = self._row_y(line, mark.row)
        elif mark.lane is not None:
            y = self._lane_y(line, mark.lane)
        else:
            return []
        return [
            QRectF(left, y, right - left, self.metrics.lane) for left, right in mark.reach.extents
        ]

    def chip_rect(self, line: Line, chip: Chip) -> QRectF:
        """Return the place of a chip."""
        top = line.top if chip.row is None else self._row_y(line, chip.row) + self.metrics.lane
        return QRectF(chip.left, top, chip.right - chip.left, self.metrics.chip_height)

    def grips(self, line: Line, stretch: Stretch) -> tuple[QPointF | None, QPointF | None]:
        """Return the middles of the handles of a stretch on a line: at its start and its end."""
        reach = reach_of(line, *stretch)
        if reach is None:
            return None, None
        y = line.text_bottom + self.metrics.grip
        return (
            None if reach.leading is None else QPointF(reach.leading, y),
            None if reach.trailing is None else QPointF(reach.trailing, y),
        )

    def _lane_y(self, line: Line, lane: int) -> int:
        return line.text_bottom + lane * self.metrics.lane_step

    def _row_y(self, line: Line, row: int) -> int:
        return line.rows_top + row * self.metrics.row_step

    def paint(self, painter: QPainter, block: Block, attention: Attention, clip: QRectF) -> None:
        """Paint the lines of a block that ``clip`` touches, the block's corner at 0, 0."""
        for line in block.lines:
            if line.top + line.height < clip.top() or line.top > clip.bottom():
                continue
            marks = self.marks_of(line)
            # Many fills over each other would hide the text in front of them.
            painter.setOpacity(min(1.0, _MOST_FILLS / max(1, lane_count(line.laned))))
            for mark in marks.marks:
                self._paint_fill(painter, line, mark, is_lit=attention.lights(mark.span))
            painter.setOpacity(1.0)
            self._paint_attention(painter, line, attention)
            for mark in marks.marks:
                self._paint_lane(painter, line, mark, is_lit=attention.lights(mark.span))
            self._paint_suggested(painter, line, attention)
            self._paint_asked(painter, line, attention.asked)
            self._paint_hidden(painter, line, marks.marks)
            for chip in marks.chips:
                self._paint_chip(painter, line, chip, is_lit=attention.lights(chip.span))
            self._paint_voices(painter, line)
            painter.setPen(self.theme.text)
            qt_line = block.layout.lineAt(line.index)
            qt_line.draw(painter, QPointF(0, line.text_top + line.shift))
            paint_controls(painter, line, self.theme, self.metrics)
            self._paint_handles(painter, line, attention)
            self._paint_caret(painter, line, attention)

    def _text_rects(self, line: Line, extents: Sequence[Extent]) -> list[QRectF]:
        height = line.text_bottom - line.text_top
        return [QRectF(left, line.text_top, right - left, height) for left, right in extents]

    def _paint_fill(self, painter: QPainter, line: Line, mark: Mark, *, is_lit: bool) -> None:
        colours = self.colours_of(mark.span)
        fill = colours.lit if is_lit else colours.fill
        for rect in self._text_rects(line, mark.reach.extents):
            painter.fillRect(rect, fill)

    def _paint_attention(self, painter: QPainter, line: Line, attention: Attention) -> None:
        for hit in attention.hits_at(line.start, line.end):
            is_current = hit == attention.current_hit
            colour = self.theme.current_hit if is_current else self.theme.hit
            self._paint_stretch(painter, line, hit, colour)
        if attention.selection is not None:
            theme = self.theme
            colour = theme.selection if attention.has_focus else theme.selection_idle
            if attention.kept is not None:
                colour = self._colours_of_label(attention.kept).lit
            self._paint_stretch(painter, line, attention.selection, colour)
            self._paint_line_feed(painter, line, attention.selection, colour)
        if attention.disputed is not None:
            self._paint_frame(painter, line, attention.disputed)
        if attention.outlined is not None:
            self._paint_outline(painter, line, attention)

    def _paint_frame(self, painter: QPainter, line: Line, stretch: Stretch) -> None:
        """Frame the conflict at hand."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.accent, 2))
        for rect in self._text_rects(line, extents_of(line, *stretch)):
            painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 4, 4)
        painter.restore()

    def _paint_voices(self, painter: QPainter, line: Line) -> None:
        """Say in the margin, at the side where lines begin, whose each row of answers is."""
        height, gap = self.metrics.chip_height, self.metrics.chip_padding
        for row, number in enumerate(line.rows):
            if row and line.rows[row - 1] == number:
                continue
            room = min(self.margin - 4 * gap, self.metrics.widest_name)
            elide = self._chip_metrics.elidedText
            name = elide(self.voices.names[number], Qt.TextElideMode.ElideRight, room)
            width = self._chip_width(name)
            left = self.width + gap if line.block.is_rtl else -gap - width
            top = self._row_y(line, row) + self.metrics.lane
            rect = QRectF(left, top, width, height)
            paint_tag(painter, rect, name, self.theme.muted, self.theme.background, self.metrics)

    def _paint_stretch(
        self, painter: QPainter, line: Line, stretch: Stretch, colour: QColor
    ) -> None:
        for rect in self._text_rects(line, extents_of(line, *stretch)):
            painter.fillRect(rect, colour)

    def _paint_suggested(self, painter: QPainter, line: Line, attention: Attention) -> None:
        """Draw dashes around what is suggested, and the key of its label where it begins."""
        suggested = attention.suggested.on(line.start, line.end)
        if not suggested:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        keys: list[QRectF] = []
        for one in suggested:
            reach = reach_of(line, one.start, one.end)
            if reach is None:
                continue
            is_offered = one is attention.offered
            colours = self._colours_of_label(one.label)
            pen = QPen(colours.line, self.metrics.zoom * (2.0 if is_offered else 1.2))
            pen.setDashPattern([3.0, 2.5])
            painter.setPen(pen)
            for rect in self._text_rects(line, reach.extents):
                painter.drawRoundedRect(rect.adjusted(0.5, 1.5, -0.5, -0.5), 3, 3)
            if reach.leading is not None:
                rect = self._key_rect(line, one.label, reach.leading, keys)
                painter.setFont(self.metrics.chip_font)
                painter.setPen(colours.line)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._key_of(one.label))
                keys.append(rect)
        painter.restore()

    def _key_of(self, label: str) -> str:
        known = self.labels is not None and label in self.labels
        return self.labels[label].key if known and self.labels else ""

    def _key_rect(self, line: Line, label: str, leading: float, keys: Sequence[QRectF]) -> QRectF:
        """Return where the key of a label stands: over the edge at which a suggestion begins.

        Where ``keys`` of others stand there already, it stands beside them.
        """
        width, height = self._chip_width(self._key_of(label)), self.metrics.chip_height
        left = leading - width if line.block.is_rtl else leading
        rect = QRectF(left, line.text_top - height * 0.6, width, height)
        while over := next((one for one in keys if one.intersects(rect)), None):
            rect.moveLeft(over.left() - width if line.block.is_rtl else over.right())
        return rect

    def _paint_asked(self, painter: QPainter, line: Line, asked: Sequence[Stretch]) -> None:
        """Paint dots under what the lead was asked about, between the letters and the lanes."""
        y, size = line.text_bottom - 2, max(1.5, self.metrics.lane * 0.6)
        for stretch in asked:
            for left, right in extents_of(line, *stretch):
                x = left
                while x < right:
                    painter.fillRect(QRectF(x, y, size, size), self.theme.accent)
                    x += 2.5 * size

    def _paint_line_feed(
        self, painter: QPainter, line: Line, selection: Stretch, colour: QColor
    ) -> None:
        """Show that the selection goes on over the end of a paragraph."""
        block = line.block
        if line is block.lines[-1] and selection[0] <= block.end < selection[1]:
            x, size = self._end_x(line), self.metrics.letter
            left = x - size if block.is_rtl else x
            painter.fillRect(
                QRectF(left, line.text_top, size, line.text_bottom - line.text_top), colour
            )

    def _end_x(self, line: Line) -> float:
        letters = line.boxes.letters
        if line.block.is_rtl:
            return letters[0].left if letters else self.width
        return letters[-1].right if letters else 0.0

    def _paint_outline(self, painter: QPainter, line: Line, attention: Attention) -> None:
        reach = reach_of(line, *(attention.outlined or (0, 0)))
        if reach is None or attention.selected is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.accent, 1.5))
        if attention.preview is not None:
            painter.setBrush(self.colours_of(attention.selected).lit)
        for rect in self._text_rects(line, reach.extents):
            painter.drawRoundedRect(rect.adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2)
        painter.restore()

    def _paint_lane(self, painter: QPainter, line: Line, mark: Mark, *, is_lit: bool) -> None:
        if mark.row is not None:
            self._paint_answer(painter, line, mark, is_lit=is_lit)
            return
        if mark.lane is None:
            return
        colour = self.colours_of(mark.span).line
        for lane in self.lane_rects(line, mark):
            rect = lane.adjusted(0, -1, 0, 0) if is_lit else lane
            if mark.span.unsure:
                fill_dashed(painter, rect, colour)
            else:
                painter.fillRect(rect, colour)
        self._paint_edges(painter, line, mark, mark.reach, colour)

    def _paint_answer(self, painter: QPainter, line: Line, mark: Mark, *, is_lit: bool) -> None:
        """Paint a bracket in the row of its author, and both borders through the text."""
        colour, lane = self.colours_of(mark.span).line, self.metrics.lane
        for rect in self.lane_rects(line, mark):
            painter.fillRect(rect.adjusted(0, -1 if is_lit else 0, 0, 0), colour)
        bottom = self._row_y(line, mark.row or 0) + lane
        hair, tick = max(1.0, lane / 3), max(1.5, lane * 0.6)
        is_rtl = line.block.is_rtl
        for x, is_right in ((mark.reach.leading, is_rtl), (mark.reach.trailing, not is_rtl)):
            if x is not None:
                top = line.baseline if mark.cuts_word else line.text_top
                left = x - hair if is_right else x
                painter.fillRect(QRectF(left, top, hair, line.text_bottom - top), colour)
                left = x - tick if is_right else x
                painter.fillRect(QRectF(left, bottom - 3 * lane, tick, 3 * lane), colour)

    def _paint_edges(
        self, painter: QPainter, line: Line, mark: Mark, reach: Reach, colour: QColor
    ) -> None:
        """Paint the bar at the leading edge and the tick at the trailing one."""
        bar = max(1.5, self.metrics.lane * 0.6)
        bottom = self._lane_y(line, mark.lane or 0) + self.metrics.lane
        is_rtl = line.block.is_rtl
        if reach.leading is not None:
            top = line.baseline if mark.cuts_word else line.text_top
            left = reach.leading - bar if is_rtl else reach.leading
            painter.fillRect(QRectF(left, top, bar, bottom - top), colour)
        if reach.trailing is not None:
            top = min(line.text_bottom - self.metrics.lane, bottom - 2 * self.metrics.lane)
            left = reach.trailing if is_rtl else reach.trailing - bar
            painter.fillRect(QRectF(left, top, bar, bottom - top), colour)

    def _paint_hidden(self, painter: QPainter, line: Line, marks: Sequence[Mark]) -> None:
        """Say how many spans nest deeper than there are lanes."""
        hidden = [mark for mark in marks if mark.lane is None and mark.row is None]
        if not hidden:
            return
        text = f"+{len(hidden)}"
        extents = hidden[0].reach.extents
        y = self._lane_y(line, MOST_LANES - 1)
        width, height = self._chip_width(text), self.metrics.chip_height
        left = extents[0][1] - width if line.block.is_rtl else extents[0][0]
        rect = QRectF(left, y + self.metrics.lane - height, width, height)
        paint_tag(painter, rect, text, self.theme.muted, self.theme.background, self.metrics)

    def _paint_chip(self, painter: QPainter, line: Line, chip: Chip, *, is_lit: bool) -> None:
        rect = self.chip_rect(line, chip)
        colours = self.theme.unknown if chip.span is None else self.colours_of(chip.span)
        colour = colours.line
        if is_lit:
            colour = colour.lighter(118) if self.theme.is_dark else colour.darker(118)
        paint_tag(painter, rect, chip.text, colour, colours.on_chip, self.metrics)

    def _paint_handles(self, painter: QPainter, line: Line, attention: Attention) -> None:
        if attention.outlined is None:
            return
        radius = self.metrics.grip
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for middle in self.grips(line, attention.outlined):
            if middle is not None:
                painter.setPen(QPen(self.theme.accent, 2))
                painter.drawLine(QPointF(middle.x(), line.baseline), middle)
                painter.setPen(QPen(self.theme.background, 1.5))
                painter.setBrush(self.theme.accent)
                painter.drawEllipse(middle, radius, radius)
        painter.restore()

    def _paint_caret(self, painter: QPainter, line: Line, attention: Attention) -> None:
        caret, kept = attention.caret, attention.kept
        if caret is None or line.block.line_of(caret) is not line:
            return
        if not line.block.start <= caret <= line.block.end:
            return
        x = self.caret_x(line, caret)
        width = max(2, round(self.metrics.zoom * (2 if kept is None else 4)))
        rect = QRectF(x - width / 2, line.text_top + 2, width, line.text_bottom - line.text_top - 4)
        colour = self.theme.text if kept is None else self._colours_of_label(kept).line
        painter.fillRect(rect, colour)

    def caret_x(self, line: Line, position: int) -> float:
        """Return where on its line the caret of a position stands."""
        x = line.boxes.caret_x(line.block.utf16(position))
        if x is None:
            return float(self.width) if line.block.is_rtl else 0.0
        return x
