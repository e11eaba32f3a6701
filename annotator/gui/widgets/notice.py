"""A sentence on the work: what went wrong, or what came of something long.

It lies on the lower edge of what it tells of and moves nothing: a click meets what it was aimed at.
Where there is a text, it lies on that alone, which can be scrolled above it.  Buttons cannot: where
there is none, all ends above the notice, which is where a button was that moves away from it.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHideEvent,
    QMoveEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

_WIDEST = 720
_AROUND = 8
_MOST_LINES = 2


class Notice(QFrame):
    """Shows how far some work is, and under it a sentence until it is dismissed.

    Of what has many lines it shows the first, and offers all.  It never takes the keys.
    """

    cancel_requested = Signal()
    """The user wants the work that is shown to stop."""
    folder_requested = Signal(Path)
    """The user wants to see what lies in the folder that something was written to."""
    list_requested = Signal(str)
    """The user wants to read all that is said."""
    moved = Signal()
    """It lies elsewhere now, or is there no longer: see ``covered_of`` and ``room_below``."""

    def __init__(self, parent: QWidget) -> None:
        """Lie on ``parent``, in none of its layouts."""
        super().__init__(parent)
        self._place = parent
        self._on = parent
        """On the lower edge of what it lies."""
        self._said = ""
        self._aside: tuple[str, Path | None] | None = None
        """What was said before some work, and the folder that was offered with it."""
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        parent.installEventFilter(self)
        self._work = _label(self)
        self._bar = QProgressBar(self)
        self._bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("cancelWork")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sentence = _label(self)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton(self)
        self._more.setObjectName("wholeNotice")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open = QPushButton(self)
        self._open.setObjectName("openFolder")
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._folder: Path | None = None
        self._dismiss = QToolButton(self)
        self._dismiss.setObjectName("dismissNotice")
        self._dismiss.setAutoRaise(True)
        self._dismiss.setText("✕")
        self._dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = self._layout = QGridLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self._work, 0, 0)
        layout.addWidget(self._bar, 0, 1)
        layout.addWidget(self._cancel, 0, 2, 1, 3)
        layout.addWidget(self._sentence, 1, 0, 1, 2)
        layout.addWidget(self._open, 1, 2)
        layout.addWidget(self._more, 1, 3)
        layout.addWidget(self._dismiss, 1, 4, Qt.AlignmentFlag.AlignTop)
        layout.setColumnStretch(0, 2)
        layout.setColumnStretch(1, 1)
        self._cancel.clicked.connect(self._ask_to_cancel)
        self._more.clicked.connect(lambda: self.list_requested.emit(self._said))
        self._open.clicked.connect(lambda: self.folder_requested.emit(self._folder))
        self._dismiss.clicked.connect(self.dismiss)
        self._is_passing = False
        self.end_progress()
        self.dismiss()

    def sentence(self) -> str:
        """Return what is being said; empty if nothing is."""
        return self._said

    def is_working(self) -> bool:
        """Tell whether some work is shown."""
        return not self._work.isHidden()

    def say(self, sentence: str, *, passing: bool = False, folder: Path | None = None) -> None:
        """Say ``sentence``; a passing one is no longer true when something has been saved.

        ``folder`` is where something was written, which is offered to be opened.
        """
        self._folder = folder
        self._aside = None
        self._open.setText(self.tr("Open folder"))
        self._open.setVisible(folder is not None)
        self._is_passing = passing
        self._said = sentence
        is_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lines = sentence.split("\n")
        is_long = len(lines) > _MOST_LINES
        # A sentence that begins with a quote of the article would run its way.
        mark = "\u200f" if is_right else "\u200e"
        self._sentence.setText(mark + (lines[0] if is_long else sentence))
        self._more.setText(self.tr("Show the list"))
        self._more.setVisible(is_long)
        self._sentence.setAccessibleName(sentence)
        self._dismiss.setAccessibleName(self.tr("Dismiss"))
        self._dismiss.setToolTip(self.tr("Dismiss (Esc)"))
        self._sentence.show()
        self._dismiss.show()
        self._come_forward()
        event = QAccessibleEvent(self._sentence, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def dismiss(self) -> None:
        """Say nothing any more."""
        self._said = ""
        self._aside = None
        self._sentence.clear()
        for part in (self._sentence, self._open, self._more, self._dismiss):
            part.hide()
        self.setVisible(self.is_working())

    def set_aside(self) -> None:
        """Say nothing while something else is begun; ``take_up`` says it again."""
        lasts = bool(self._said) and not self._is_passing
        aside = (self._said, self._folder) if lasts else self._aside
        self.dismiss()
        self._aside = aside

    def take_up(self) -> None:
        """Say again what was set aside, since nothing came of what was begun."""
        if self._aside is not None:
            said, folder = self._aside
            self.say(said, folder=folder)

    def dismiss_passing(self) -> None:
        """Say nothing any more if it was a passing sentence."""
        if self._is_passing:
            self.dismiss()

    def show_progress(self, sentence: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` is done; a total of 0 is not known."""
        if not self.is_working():
            self._cancel.setText(self.tr("Cancel"))
            self._cancel.setEnabled(True)
        self._work.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        for part in (self._work, self._bar, self._cancel):
            part.show()
        self._come_forward()

    def end_progress(self) -> None:
        """Show that nothing is under way any more."""
        for part in (self._work, self._bar, self._cancel):
            part.hide()
        self.setVisible(not self._sentence.isHidden())

    def lie_on(self, part: QWidget | None) -> None:
        """Lie on the lower edge of ``part`` from now on; with ``None``, below all there is."""
        for watched in self._watched():
            watched.removeEventFilter(self)
        self._on = part or self._place
        for watched in self._watched():
            watched.installEventFilter(self)
        if not self.isHidden():
            self._take_place()
        self.moved.emit()

    def room_below(self) -> int:
        """Return how many pixels all else is to leave to it at the lower edge."""
        lies_on_all = self._on is self._place
        return self.height() + 2 * _AROUND if lies_on_all and not self.isHidden() else 0

    def _watched(self) -> list[QWidget]:
        """Return what decides where it lies: what it lies on, and all around that."""
        around: list[QWidget] = [self._place]
        part: QWidget | None = self._on if isValid(self._on) else None
        while part is not None and part is not self._place:
            around.append(part)
            part = part.parentWidget()
        return around

    def covered_of(self, widget: QWidget) -> int:
        """Return how many pixels of the lower edge of ``widget`` it lies on."""
        if self.isHidden() or not isValid(widget):  # a window goes part by part at the end
            return 0
        here = widget.mapFromGlobal(self.mapToGlobal(QPoint(0, 0)))
        common = QRect(here, self.size()).intersected(widget.rect())
        return widget.height() - common.top() if common.isValid() else 0

    def _come_forward(self) -> None:
        self.show()
        self.raise_()
        self._take_place()

    def _take_place(self) -> None:
        """Lie in the middle of the lower edge, as high as what is said needs."""
        room, layout = self._room(), self._layout
        width = min(_WIDEST, room.width() - 2 * _AROUND)
        height = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(left, room.top() + room.height() - height - _AROUND, width, height)

    def _room(self) -> QRect:
        """Return where that lies on which it is to lie."""
        if not isValid(self._on) or not self._place.isAncestorOf(self._on):
            return self._place.rect()
        return QRect(self._on.mapTo(self._place, QPoint(0, 0)), self._on.size())

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._take_place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._take_place()
        return is_done

    def _ask_to_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.cancel_requested.emit()


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
