"""Questions to the lead that are written and not sent: they wait where they were written.

They are kept for this user on this machine, beside what a lead has begun in Review.
"""

import json
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from annotator.core.errors import AnnotatorError
from annotator.core.fields import Fields, object_in_line
from annotator.core.language import Stretch
from annotator.core.readable import readable
from annotator.gui.annotate.sites import Site, keep_latest, read_site
from annotator.gui.session import Session
from annotator.gui.settings import Settings

_REST_MS = 500
"""How soon what is typed is kept, should the program end without being closed."""


class Unsent(QObject):
    """Keeps the words of such questions of one author, in one project."""

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._place = session.project.path, session.author.name
        self._kept = settings.unsent_questions(*self._place)
        self._words = dict(_read(self._kept))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep)

    def words(self, article_id: str, stretch: Stretch | None) -> str:
        """Return what is written on a stretch of an article, or on all of it."""
        return self._words.get(_site(article_id, stretch), "")

    def write(self, article_id: str, stretch: Stretch | None, words: str) -> None:
        """Take what is written there now; it is kept soon."""
        keep_latest(self._words, _site(article_id, stretch), words if words.strip() else None)
        if not self._rest.isActive():
            self._rest.start()

    def drop(self, article_id: str, stretch: Stretch | None) -> None:
        """Forget what was written there: it is sent."""
        self.write(article_id, stretch, "")
        self.keep()

    def keep(self) -> None:
        """Keep all of it now."""
        self._rest.stop()
        told = _told(self._words)
        if told != self._kept:
            self._kept = told
            self._settings.keep_unsent_questions(*self._place, told)


def _site(article_id: str, stretch: Stretch | None) -> Site:
    """Return where a question is asked; one on all of an article covers nothing of it."""
    return Site(article_id, *(stretch or (0, 0)))


def _told(words: dict[Site, str]) -> str:
    listed = [site.told() | {"words": written} for site, written in words.items()]
    return json.dumps({"questions": listed}, ensure_ascii=False) if listed else ""


def _read(told: str) -> list[tuple[Site, str]]:
    # Half of a surrogate pair, which is no UTF-8, is a ValueError.
    with suppress(AnnotatorError, ValueError):
        if told:
            fields = Fields(object_in_line(told.encode()))
            return [*readable(fields, "questions", lambda one: (read_site(one), one.text("words")))]
    return []
