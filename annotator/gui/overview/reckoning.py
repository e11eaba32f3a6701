"""The figures of the project as the Overview shows them, reckoned and drawn in another process.

That process stays while the Overview is in use, so that it derives and imports things once.
"""

from collections import deque
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette

from annotator.core.behind import Sought
from annotator.core.labels import LabelSet
from annotator.core.overview import Overview
from annotator.gui.session import Session
from annotator.gui.tasks import Service
from annotator.gui.theme import theme_of
from annotator.reports.looks import DARK, LIGHT, Look
from annotator.reports.pictures import Picture
from annotator.workflow.figures.overview import first_overview
from annotator.workflow.figures.overview_service import (
    Asked,
    Drawn,
    FiguresWanted,
    PlacesWanted,
    serve_overview,
)

_KEPT_MS = 5 * 60_000
"""How long the process stays after the Overview was left: its memory is that of a small window."""


def look_of(palette: QPalette, labels: LabelSet) -> Look:
    """Return how charts look in a window with that palette."""
    theme = theme_of(palette)
    return replace(
        DARK if theme.is_dark else LIGHT,
        background=palette.color(QPalette.ColorRole.Base).name(),
        text=theme.text.name(),
        muted=theme.muted.name(),
        shades={one.colour: theme.label(one.colour).line.name() for one in labels},
    )


class Reckoning(QObject):
    """Asks for figures and places; what is known stays known while more is reckoned."""

    told = Signal()
    """There are other figures: see ``overview``."""
    drawn = Signal(str)
    """The chart of that name is there: see ``pictures``."""
    advanced = Signal(int, int)
    """So much of so much is reckoned; the total is 0 while it is not known."""
    rested = Signal()
    """All that was asked for is reckoned."""
    places_found = Signal(object, object)
    """Some more of what was sought: what ``seek`` returned, a tuple of ``CountedPlace``."""
    places_ended = Signal(object)
    """No more of them will come: what ``seek`` returned."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.overview: Overview | None = None
        self.pictures: dict[str, Picture] = {}
        self._service: Service | None = None
        self._asked: deque[Asked] = deque()
        """What was asked and not answered yet, in order."""
        self._wanted: FiguresWanted | None = None
        """The figures that are to be asked for as soon as nothing else is being answered."""
        self._is_given_up = False
        """Whether a bug ended what was asked: with each change of the file it would come again."""
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_KEPT_MS)
        self._leaving.timeout.connect(self.stop)

    @property
    def is_under_way(self) -> bool:
        """Whether something is being reckoned."""
        return bool(self._asked)

    def look(self, palette: QPalette, scale: float) -> None:
        """Look for what has changed, and have it drawn in the colours of ``palette``."""
        if self._is_given_up:
            return
        session = self._session
        if self.overview is None:
            self._tell_first()
        look = look_of(palette, session.labels)
        self._wanted = FiguresWanted(session.author.name, session.language, look, scale)
        self._leaving.stop()
        self._go_on()

    def _tell_first(self) -> None:
        """Tell what is known at once: the process takes a while to begin."""
        session, none = self._session, self.overview
        self.overview = session.read(lambda: first_overview(session.project, session.author), none)
        if self.overview is not None:
            self.told.emit()

    def take_up(self) -> None:
        """Ask again after a bug: somebody has opened a page anew."""
        self._is_given_up = False

    def seek(self, sought: Sought) -> PlacesWanted:
        """Look for the places that a figure counts; what else is being reckoned waits.

        What is returned tells the answers to this question from those to others.
        """
        if self._asked and isinstance(self._asked[-1], FiguresWanted):
            self._wanted = self._wanted or self._asked[-1]
        asked = PlacesWanted(self._session.author.name, sought)
        self._ask(asked)
        return asked

    def _go_on(self) -> None:
        if self._wanted is not None and not self._asked:
            wanted, self._wanted = self._wanted, None
            self._ask(wanted)

    def _ask(self, asked: Asked) -> None:
        if self._service is None:
            self._service = service = Service(serve_overview, (self._session.project.path,), self)
            service.found.connect(self._take)
            service.advanced.connect(self.advanced)
            service.failed.connect(self._session.failed)
            service.broken.connect(self._give_up)
            for end in (service.finished, service.stopped, service.failed, service.broken):
                end.connect(self._end)
            service.killed.connect(self._begin_anew)
        self._asked.append(asked)
        self._service.ask(asked)
        self.advanced.emit(0, 0)

    def _take(self, part: object) -> None:
        match part:
            case Overview():
                self.overview = self._with_known(part)
                self.told.emit()
            case Drawn(name, picture):
                self.pictures[name] = picture
                self.drawn.emit(name)
            case tuple():
                self.places_found.emit(self._asked[0], part)

    def _with_known(self, overview: Overview) -> Overview:
        """Return ``overview`` with what was known of that which is still being reckoned."""
        known = self.overview
        if known is None:
            return overview
        return replace(
            overview,
            settlement=overview.settlement or known.settlement,
            agreement=overview.agreement or known.agreement,
            suggestions=overview.suggestions or known.suggestions,
        )

    def _end(self) -> None:
        asked = self._asked.popleft()
        if isinstance(asked, PlacesWanted):
            self.places_ended.emit(asked)
        self._go_on()
        if not self._asked:
            self.rested.emit()

    def _give_up(self) -> None:
        """Ask for no figures after a bug until a page is opened anew."""
        self._is_given_up = True
        self._wanted = None

    def _begin_anew(self) -> None:
        """Give up what a process was asked that was ended from outside."""
        self._service = None
        self._wanted = None
        while self._asked:
            self._end()

    def leave(self) -> None:
        """Let the process go in a while, unless somebody asks again."""
        self._leaving.start()

    def stop(self) -> None:
        """Let nothing be under way any more."""
        self._leaving.stop()
        self._asked.clear()
        self._wanted = None
        if self._service is not None:
            self._service.dismiss()
            self._service = None

    def take_over(self, before: "Reckoning") -> None:
        """Show the figures that are known already, in another language."""
        self.overview = before.overview
