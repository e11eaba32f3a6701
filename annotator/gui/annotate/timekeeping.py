"""Time worked, in the window: measured from its inputs, shown quietly, switched off at will."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.core.edits import Change
from annotator.core.model import Article, Layer, Span
from annotator.gui.dialogs.work_time import WorkTimeDialog
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.widgets.state_bar import StateBar
from annotator.workflow.people.work_time import (
    WorkTime,
    measures_time,
    set_measures_time,
    work_times,
)

_SHOW_EVERY_MS = 1000
_INPUTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
    }
)
_TELLING_S = 60
"""From when on the pace of the work says something."""


class Timekeeping(QObject):
    """Lets the stopwatch of the session run while the window is used."""

    def __init__(
        self, session: Session, settings: Settings, state_bar: StateBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._state_bar = state_bar
        self._before = 0.0
        """What was worked on the article at hand before this program measured any of it."""
        self._worked = 0
        """How many spans at hand are somebody's work; the cost of a change follows the change."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show)
        session.article_opened.connect(self._begin)
        session.layer_changed.connect(self._follow_change)
        session.layer_replaced.connect(self._count)
        session.articles_changed.connect(self._follow)
        self._begin(session.article, session.layer)
        self._follow()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"measure_time": self.toggle, "work_time": self.show_table}

    def watch(self, window: QWidget) -> None:
        """Take the inputs of ``window``, which is on the screen, for work."""
        handle = window.windowHandle()
        if handle is not None:
            # The window of the system hears all of them once, whatever widget they are for.
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUTS:
            self._session.stopwatch.touch()
        elif event.type() == QEvent.Type.FocusOut:
            self._session.stopwatch.pause()
        return False

    def toggle(self) -> None:
        """Measure no more, or again; it is remembered for this user."""
        self._settings.measures_time = not self._settings.measures_time
        self._follow()

    def show_table(self) -> None:
        """Show leads how long people worked, and let them switch it off for the project."""
        session = self._session
        measures = session.read(lambda: measures_time(session.project), True)
        session.stopwatch.keep()
        times: list[WorkTime] = session.read(lambda: work_times(session.project), [])
        window = self._state_bar.window()
        dialog = WorkTimeDialog([_row(time) for time in times], measures=measures, parent=window)
        dialog.exec()
        if dialog.measures() != measures:
            wanted, author = dialog.measures(), session.author.name
            session.act_on_project(
                lambda: set_measures_time(session.project, author, measures=wanted)
            )

    def _follow(self) -> None:
        """Measure if the user and the project want it."""
        wanted = self._settings.measures_time
        measures = wanted and self._session.read(lambda: measures_time(self._session.project), True)
        if measures != self._session.stopwatch.is_on:
            self._session.stopwatch.switch(is_on=measures)
        if measures and not self._timer.isActive():
            self._timer.start(_SHOW_EVERY_MS)
        elif not measures:
            self._timer.stop()
        self._show()

    def _begin(self, _: Article | None, layer: Layer | None) -> None:
        if layer is not None:
            watch, article = self._session.stopwatch, layer.article_id
            self._before = layer.seconds - (watch.worked(article) - watch.unkept(article))
        self._count(layer)

    def _count(self, layer: Layer | None) -> None:
        self._worked = _work_in(layer.spans) if layer is not None else 0
        self._show()

    def _follow_change(self, _: Layer, change: Change) -> None:
        self._worked += _work_in(change.put) - _work_in(change.removed)
        self._show()

    def _show(self) -> None:
        layer = self._session.layer
        if layer is None or not self._session.stopwatch.is_on:
            self._state_bar.show_time(None)
            return
        seconds = self._before + self._session.stopwatch.worked(layer.article_id)
        text = _clock(seconds)
        if seconds >= _TELLING_S and self._worked:
            per_span = self.tr("{seconds} s per span")
            text += " · " + per_span.format(seconds=round(seconds / self._worked))
        self._state_bar.show_time(text)


def _work_in(spans: Iterable[Span]) -> int:
    return sum(span.is_work for span in spans)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"\u2066{minutes}:{rest:02}\u2069"


def _row(time: WorkTime) -> list[str]:
    return [
        f"\u2068{time.author}\u2069",
        f"{time.finished:,}",
        f"{time.spans:,}",
        f"{time.seconds / 3600:.1f}",
        "–" if time.per_span is None else f"{time.per_span:.1f}",
        "–" if time.per_article is None else f"{time.per_article / 60:.1f}",
    ]
