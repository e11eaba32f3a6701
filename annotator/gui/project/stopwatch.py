"""The time worked on articles: between two inputs of the user, long pauses left out.

It is kept with the layer, in the transaction of each act.  An article that was only looked at has
no layer: its time waits here until its first act.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from time import monotonic

from annotator.core.errors import AnnotatorError
from annotator.gui.project.waiting import patiently
from annotator.store.project import Project

PAUSE_S = 60.0
"""From here on, time between two inputs is a pause."""
_LEAST_S = 0.5


class Stopwatch:
    """Measures one author's time on the articles of a project."""

    def __init__(
        self, project: Project, author: str, clock: Callable[[], float] = monotonic
    ) -> None:
        self._project = project
        self._author = author
        self._clock = clock
        self._is_on = False
        self._here: str | None = None
        self._last: float | None = None
        self._worked: defaultdict[str, float] = defaultdict(float)
        self._kept: defaultdict[str, float] = defaultdict(float)

    @property
    def is_on(self) -> bool:
        """Whether time is measured."""
        return self._is_on

    def switch(self, *, is_on: bool) -> None:
        """Measure from now on, or no more."""
        self._is_on = is_on
        self._last = None

    def take_up(self, article_id: str | None) -> None:
        """Measure for that article from now on."""
        self._here = article_id

    def touch(self) -> None:
        """Count the time since the last input: there is one now."""
        if not self._is_on:
            return
        now = self._clock()
        if self._here is not None and self._last is not None and now - self._last <= PAUSE_S:
            self._worked[self._here] += now - self._last
        self._last = now

    def pause(self) -> None:
        """Count nothing until the next input: the user is elsewhere."""
        self._last = None

    def worked(self, article_id: str) -> float:
        """Return the seconds that were measured here on an article."""
        return self._worked[article_id]

    def unkept(self, article_id: str) -> float:
        """Return those of them that the file does not hold yet."""
        return self._worked[article_id] - self._kept[article_id]

    @contextmanager
    def kept(self, article_id: str) -> Iterator[Project]:
        """One transaction that writes, at the end of which the time is kept with the layer.

        Raises:
            ProjectError: if the file cannot be written now.
        """
        seconds, is_kept = self.unkept(article_id), False
        with self._project.writing():
            yield self._project
            if seconds > 0:
                is_kept = self._project.layers.add_seconds(article_id, self._author, seconds)
        if is_kept:
            self._kept[article_id] += seconds

    def keep(self) -> None:
        """Keep the time on the article at hand; should that fail, it waits for the next act."""
        article_id = self._here

        def save(article_id: str) -> None:
            with self.kept(article_id):
                pass

        if article_id is not None and self.unkept(article_id) >= _LEAST_S:
            with suppress(AnnotatorError):
                patiently(partial(save, article_id), lambda: None)
