"""Finds the articles that the list asks for, and follows what others change in the file.

What a query asks for is found page by page, between two events of the window: typing goes on.  A
newer query ends the one before; its answer is never shown.
"""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.query import ArticleQuery
from annotator.gui.session import Session
from annotator.gui.widgets.article_list import ArticleList

_AT_ONCE_S = 0.02
"""How long to look before the window is painted: what is found by then does not flicker."""
_PAGES_AT_ONCE = 4
"""How many pages to look for then, however long they take: a small project is whole at once."""
_CHUNK = 500
"""How many articles are looked at together for an unfinished one."""


class Listing(QObject):
    """Lets the session and the list of articles work together."""

    article_reached = Signal(int)
    """A step through the list leads to the article of that number."""

    def __init__(self, session: Session, articles: ArticleList) -> None:
        super().__init__(articles)
        self._session = session
        self._articles = articles
        self._pages: Iterator[list[int]] | None = None
        self._found: list[int] = []
        self._is_following = False
        """Whether the list stays as it is until all is found."""
        self._is_late = False
        """Whether the file was changed after the finding began."""
        self._is_begun = False
        """Whether the list shows what was found so far."""
        self._place = 0
        self._read: int | None = None
        """The article that was opened from the list since, to be read in another place."""
        self._query = ArticleQuery()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        articles.query_requested.connect(self.ask)
        articles.set_choices(session.catalogue.outlets, "")
        session.articles_changed.connect(self.follow)

    def set_guideline_version(self, version: str) -> None:
        """Offer what was finished under another version of the guidelines; none hides that."""
        self._articles.set_choices(self._session.catalogue.outlets, version)

    @property
    def is_whole(self) -> bool:
        """Whether all that was asked for is found."""
        return self._pages is None

    def ask(self) -> None:
        """List what the user asks for."""
        self._query = self._articles.query()
        self._is_following = False
        self._begin()

    def follow(self) -> None:
        """List what the user asked for as the file has it now; the list keeps its place."""
        if self._pages is not None:
            self._is_late = True
        else:
            self._is_following = True
            self._begin()

    def _begin(self) -> None:
        self._pages = self._session.catalogue.pages(self._query)
        self._found, self._is_late, self._is_begun = [], False, False
        self._timer.start(0)
        self._work(_AT_ONCE_S, _PAGES_AT_ONCE)

    def _go_on(self) -> None:
        self._work(0, 1)

    def _work(self, seconds: float, least: int) -> None:
        """Look for ``least`` pages or more, and for so long; show what was found."""
        ends = time.monotonic() + seconds
        new: list[int] = []
        while self._pages is not None and (least > 0 or time.monotonic() < ends):
            page = next(self._pages, None)
            if page is None:
                self._pages = None
            else:
                new.extend(page)
            least -= 1
        self._found.extend(new)
        if self._is_following:
            self._show_followed()
        else:
            self._show_found(new)
        if self._pages is None:
            self._timer.stop()
            if self._is_late:
                self.follow()

    def _show_found(self, new: list[int]) -> None:
        here = self._session.number_at_hand()
        if self._is_begun:
            self._articles.add_articles(new, here)
        else:
            catalogue, query = self._session.catalogue, self._query
            self._articles.show_articles(
                self._found,
                lambda numbers: catalogue.rows(numbers, query),
                lambda number: catalogue.excerpt(number, query.words),
                here,
            )
            self._is_begun = True
        self._show_count()

    def _show_followed(self) -> None:
        if self._pages is None:
            self._articles.follow(self._found)
            self._show_count()

    def _show_count(self) -> None:
        # Of a list that leaves nothing out, what is found says it.
        catalogue = self._session.catalogue
        total = catalogue.count() if self._query.leaves_out else len(self._found)
        are_own = not catalogue.sees_all()
        self._articles.show_count(total, is_whole=self.is_whole, are_own=are_own)

    # -- going through the list

    def remember_place(self) -> None:
        """Keep in mind where in the list the article at hand stands, should it leave the list."""
        self._read = None
        place = self._articles.place_of(self._session.number_at_hand())
        if place is not None:
            self._place = place

    def go_on_from(self, number: int) -> None:
        """Let the next step begin at an article that is read in another place."""
        self._read = number
        self._articles.show_current(number)

    def step(self, step: int) -> None:
        """Reach the article ``step`` places further down the list, if there is one."""
        numbers = self._articles.numbers()
        place = self._articles.place_of(self._read or self._session.number_at_hand())
        if place is None:
            place = 0 if step > 0 else len(numbers) - 1
        else:
            place += step
        if 0 <= place < len(numbers):
            self.article_reached.emit(numbers[place])

    def open_next_unfinished(self) -> bool:
        """Open the next unfinished article down the list, from the top if need be.

        Where the order says what is worth most, it is the first of all.  False if the list has no
        other.
        """
        if not self._session.catalogue.has_unfinished():
            return False
        number = self._next_unfinished()
        if number is None and self._pages is not None:
            self._work(float("inf"), 1)
            number = self._next_unfinished()
        if number is None:
            return False
        self._session.open_number(number)
        return True

    def _next_unfinished(self) -> int | None:
        numbers, here = self._articles.numbers(), self._session.number_at_hand()
        place = self._articles.place_of(here)
        after = self._place if place is None else place + 1
        if self._query.order.follows_suggestions:
            after = 0
        for start, end in ((after, len(numbers)), (0, after)):
            for at in range(start, end, _CHUNK):
                some = [n for n in numbers[at : min(at + _CHUNK, end)] if n != here]
                number = self._session.catalogue.first_unfinished(some)
                if number is not None:
                    return number
        return None
