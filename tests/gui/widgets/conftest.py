"""A real article view with real mouse events and key presses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.labels import LabelSet
from annotator.core.model import Article, Direction, Layer, Span
from annotator.core.text import sha256_of
from annotator.gui.widgets.article_view import ArticleView

NEWS = """\
(RT) أعلنت وزارة الصحة في 23 فبراير 2026 أن نسبة التطعيم بلغت 99% في العاصمة، ونقلت صحيفة "وول \
ستريت جورنال" عن مسؤول كبير قوله إن الحملة ستستمر حتى نهاية العام، وأن 3,000 جنديٍّ من قوات التحالف \
غادروا قاعدة «قسرك» قربَ الحسكة يوم 2026-02-23.

وقال المتحدث باسم قناة RT Arabic إن ثلاثة ملايين شخص حضروا الاحتفال؛ وبالمدينة القديمة وحدها سُجِّلت \
1,250 مخالفة. هل انتهت المهمة؟ لا، بلا شك: لاجتماع الأسبوع المقبل أهمية للتحالف.
CNN: طائرات F-16 حلّقت فوق "خراب الجير" و(قسرک) مساءَ الأربعاء 😀 والـRT نقلت ذلك مباشرة.

وكالة “سانا”: أكثر من 12.5% من القوات الأميركية انسحبت إلى إقليم كردستان العراق خلال \
الشهرين المقبلين.
"""


class Desk:
    """The view, what it has asked for, and hands to use it with."""

    def __init__(self, qtbot: QtBot, view: ArticleView) -> None:
        self.qtbot, self.view = qtbot, view
        self.asked: list[tuple[object, ...]] = []
        for name in (
            "tag_requested",
            "relabel_requested",
            "remove_requested",
            "resize_requested",
            "span_selected",
            "finish_requested",
            "command_requested",
            "hit_requested",
            "hits_closed",
        ):
            getattr(view, name).connect(lambda *given, name=name: self.asked.append((name, *given)))

    def show(
        self,
        text: str,
        *spans: tuple[int, int, str],
        direction: Direction = Direction.RTL,
        size: tuple[int, int] = (640, 900),
    ) -> list[Span]:
        self.text = text
        self.view.resize(*size)
        made = [Span(start, end, label, text[start:end]) for start, end, label in spans]
        self.layer = Layer("a", "amal", tuple(sorted(made, key=lambda span: span.order)))
        article = Article("a", "a", "a", text, sha256_of(text), direction=direction)
        self.view.show_article(article, self.layer)
        return made

    def find(self, quote: str, nth: int = 0) -> tuple[int, int]:
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(quote, at + 1)
        return at, at + len(quote)

    def mouse(
        self,
        kind: QEvent.Type,
        point: QPointF,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        viewport = self.view.viewport()
        moves = kind == QEvent.Type.MouseMove
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(
            kind,
            point,
            QPointF(viewport.mapToGlobal(point.toPoint())),
            Qt.MouseButton.NoButton if moves else button,
            held,
            modifiers,
        )
        QApplication.sendEvent(viewport, event)

    def drag_points(
        self,
        start: QPointF,
        end: QPointF,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, start, modifiers)
        self.mouse(QEvent.Type.MouseMove, (start + end) / 2, modifiers)
        self.mouse(QEvent.Type.MouseMove, end, modifiers)
        self.mouse(QEvent.Type.MouseButtonRelease, end, modifiers)

    def border_point(self, offset: int) -> QPointF:
        """Return a point 20 % inside the leading edge of a letter; of the end, beyond it."""
        text = self.view.text
        if offset < len(text) and text[offset] != "\n":
            (rect, *_) = self.view.rects_of(offset, offset + 1)
            inside = 0.2
        else:
            (rect, *_) = self.view.rects_of(offset - 1, offset)
            inside = 0.8
        is_rtl = self.is_rtl(offset if inside < 0.5 else offset - 1)
        x = rect.right() - inside * rect.width() if is_rtl else rect.left() + inside * rect.width()
        return QPointF(x, rect.center().y())

    def is_rtl(self, offset: int) -> bool:
        _index, line = self.view._line_of(offset)
        letter = line.boxes.letter_at(line.block.utf16(offset))
        assert letter is not None
        return letter.is_rtl

    def drag(
        self,
        start: int,
        end: int,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.drag_points(self.border_point(start), self.border_point(end), modifiers)

    def click(self, point: QPointF) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, point)
        self.mouse(QEvent.Type.MouseButtonRelease, point)

    def middle(self, start: int, end: int) -> QPointF:
        return self.view.rects_of(start, end)[0].center()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    view = ArticleView()
    qtbot.addWidget(view)
    view.set_labels(LabelSet.default(), "ar")
    view.resize(640, 900)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return Desk(qtbot, view)


@pytest.fixture
def news() -> str:
    return NEWS
