"""A few words of an article with the spans of one answer, drawn as in the article."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.excerpts import with_context
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Direction, Span
from annotator.gui.text.attention import Attention
from annotator.gui.text.lanes import SpanIndex
from annotator.gui.text.metrics import Metrics
from annotator.gui.text.painting import ArticlePainter
from annotator.gui.text.paragraphs import Block
from annotator.gui.text.splitting import Blocks
from annotator.gui.theme import theme_of

_AROUND: Final = 20
"""How much of the article stands before and after a conflict."""
_ZOOM: Final = 0.8
_NARROWEST: Final = 60
_ONE_LINE: Final = str.maketrans(dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True)
class Passage:
    """Some of an article's text, on one line, and where in the article it begins."""

    text: str
    shift: int
    direction: Direction

    def moved(self, span: Span) -> Span:
        """Return ``span`` as it stands in the passage."""
        return replace(span, start=span.start - self.shift, end=span.end - self.shift)


def passage_around(article: Article, start: int, end: int) -> Passage:
    """Return ``[start, end)`` of an article in its context, cut between words."""
    text = article.text
    first, last = with_context(text, start, end, _AROUND, _AROUND)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return Passage(
        f"{before}{text[first:last]}{after}".translate(_ONE_LINE),
        first - len(before),
        article.direction,
    )


def with_unseen(passage: Passage, start: int, end: int) -> Passage:
    """Return a passage in which signs stand for what nobody sees in ``[start, end)``.

    The stretch is one of the article, in code points. A space is ``·``, a mark that takes no room,
    as those of direction, is ``¦``; a drawn-out letter and a sign on one are seen as they are.
    """
    first, last = max(0, start - passage.shift), end - passage.shift
    signs = "".join(map(_sign, passage.text[first:last]))
    return replace(passage, text=f"{passage.text[:first]}{signs}{passage.text[last:]}")


def _sign(character: str) -> str:
    if character.isspace():
        return "·"
    return "¦" if unicodedata.category(character) in ("Cf", "Cc") else character


class Snippet(QWidget):
    """Shows a passage with some spans; as high as its lines are at its width."""

    def __init__(
        self,
        passage: Passage,
        spans: Sequence[Span],
        labels: LabelSet,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._passage = passage
        self._spans = SpanIndex([passage.moved(span) for span in spans])
        self._labels, self._language = labels, language
        self._metrics = Metrics.at(_ZOOM)
        self._block: Block | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _laid_out(self, width: int) -> Block:
        width = max(_NARROWEST, width)
        if self._block is None or self._block.width != width:
            text = self._passage.text
            is_rtl = Blocks(text, self._passage.direction).is_rtl(0)
            self._block = Block(text, 0, is_rtl, width, self._metrics)
            self._block.give_lanes(self._spans, 0, self._metrics)
        return self._block

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width).height

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._metrics.line_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        block = self._laid_out(self.width())
        theme = theme_of(self.palette())
        with QPainter(self) as painter:
            ArticlePainter(
                self._passage.text,
                theme,
                self._labels,
                self._language,
                self._metrics,
                max(_NARROWEST, self.width()),
            ).paint(painter, block, Attention(), QRectF(event.rect()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
