"""What authors have done, as tables and charts: all of them, or one who sees the own work."""

from collections.abc import Iterator, Mapping
from typing import Final

from annotator.core.behind import AskedQuestions, DrawnOn, Passage, Ready, Wait, WaitingFor
from annotator.core.model import Status
from annotator.core.overview import AuthorWork
from annotator.core.query import ArticleQuery
from annotator.core.queue import Wanted
from annotator.reports.parts import Bar, Cell, Chart, Row, Rows, Series, Table
from annotator.reports.shown import counted, dash, name, named, said, seconds, tenths, whole
from annotator.reports.telling import Telling
from annotator.reports.words import status_name

_MOST_DAYS: Final = 60
"""So many of the last days are drawn; the table has them all."""


class WorkTelling(Telling):
    """Tells what authors have done."""

    # -- the project

    def state(self) -> Table:
        """Return how far the project is, or the articles of one author."""
        whose = "own state" if self.overview.of else "state"
        return self.table(whose, ("what", "number"), self._facts())

    def _facts(self) -> Iterator[tuple[Cell, ...]]:
        say, work, settlement = self.say, self.overview.work, self.overview.settlement
        yield said(say("articles")), counted(work.articles, ArticleQuery())
        if work.tests:
            yield said(say("own tests")), counted(work.tests)
        if settlement is not None:
            yield said(say("ready")), counted(settlement.ready, Ready())
            for wait, count in settlement.waiting.items():
                behind = Wanted() if wait is Wait.CONFLICTS else WaitingFor(wait)
                waiting = say("waiting", why=say(f"wait {wait.value}"))
                yield said(waiting), counted(count, behind)
            open_ = settlement.conflicts[None, None]
            yield said(say("open conflicts")), counted(open_, Wanted())
        for what, count, is_open in (
            ("open questions", work.questions_open, True),
            ("answered questions", work.questions_answered, False),
        ):
            yield said(say(what)), counted(count, AskedQuestions(is_open=is_open))

    # -- authors

    def authors(self) -> Table:
        """Return the work of each author."""
        head = ("author", *(f"status {one.value}" for one in Status), "spans", "speed", "minutes")
        rows = (self._author(work) for work in self.overview.work.authors)
        return self.table("authors", head, rows, self._why_nobody())

    def _why_nobody(self) -> str:
        """Return the name of what is said where no author has articles."""
        if not self.overview.of:
            return "no authors"
        return "tests alone" if self.overview.work.tests else "no own articles"

    def _author(self, work: AuthorWork) -> tuple[Cell, ...]:
        minutes = None if work.per_article is None else work.per_article / 60
        return (
            named(work.author, self._articles(work.author) if work.total else None),
            *(counted(n, self._articles(work.author, one)) for one, n in work.articles.items()),
            counted(work.spans),
            seconds(work.per_span, self.words),
            seconds(minutes, self.words),
        )

    def _articles(self, author: str, *statuses: Status) -> ArticleQuery:
        """Return what asks for the articles of an author, who may be the one that is told."""
        whose = "" if author == self.overview.of else author
        tested = {work.author for work in self.overview.work.authors if work.has_tests}
        return ArticleQuery(whose=whose, statuses=frozenset(statuses), as_work=author in tested)

    def status_chart(self) -> Chart:
        """Return the articles of each author, by status."""
        authors = self.overview.work.authors
        return Chart(
            name="statusChart",
            title=self.say("status chart"),
            categories=tuple(name(work.author) for work in authors),
            series=tuple(
                Series(
                    status_name(status, self.words),
                    self.look.statuses[status],
                    tuple(self._status_bar(work, status) for work in authors),
                )
                for status in Status
            ),
            is_stacked=True,
        )

    def _status_bar(self, work: AuthorWork, status: Status) -> Bar:
        count, what = work.articles[status], status_name(status, self.words)
        told = self.told_of(work.author, what, whole(count))
        return Bar(count, whole(count), told, self._articles(work.author, status))

    def speed_chart(self) -> Chart:
        """Return the seconds a span of each author on whom time was measured."""
        title = self.say("speed")
        measured = {
            work.author: work.per_span
            for work in self.overview.work.authors
            if work.per_span is not None
        }
        bars = (
            Bar(
                figure,
                tenths(figure),
                self.told_of(author, title, tenths(figure)),
                self._articles(author, Status.FINISHED),
            )
            for author, figure in measured.items()
        )
        return Chart(
            name="speedChart",
            title=title,
            categories=tuple(map(name, measured)),
            series=(Series(title, self.look.accent, tuple(bars)),),
        )

    # -- days

    def _drawers(self) -> list[str]:
        """Return who drew anything on any day."""
        return sorted({author for counts in self.overview.work.days.values() for author in counts})

    def days(self) -> Table:
        """Return the spans a day, the last day first."""
        authors = self._drawers()

        def row(of: tuple[str, Mapping[str, int]]) -> Row:
            day, counts = of
            return (
                said(_day(day)),
                *(counted(counts.get(one, 0), DrawnOn(day, one)) for one in authors),
                counted(sum(counts.values())),
            )

        rows = Rows(list(self.overview.work.days.items())[::-1], row)
        about = self.say("about days", zone=name(self.overview.zone))
        has_spans = any(work.spans for work in self.overview.work.authors)
        if_none = "imported days" if has_spans else "no days"
        found = self.table("days", ("day", "all"), rows, if_none, about)
        return found.with_columns(1, map(name, authors))

    def day_chart(self) -> Chart:
        """Return the spans a day of the last days."""
        all_days = self.overview.work.days
        days = dict(list(all_days.items())[-_MOST_DAYS:])
        is_cut = len(days) < len(all_days)
        shown, all_ = whole(len(days)), whole(len(all_days))
        return Chart(
            name="dayChart",
            title=self.say("days"),
            categories=tuple(map(_day, days)),
            series=tuple(
                Series(
                    name(author),
                    self.look.author(number),
                    tuple(self._day_bar(day, author, counts) for day, counts in days.items()),
                )
                for number, author in enumerate(self._drawers())
            ),
            is_stacked=True,
            is_upright=True,
            about=self.say("cut days", shown=shown, all=all_) if is_cut else "",
        )

    def _day_bar(self, day: str, author: str, counts: Mapping[str, int]) -> Bar | None:
        if author not in counts:
            return None
        count = whole(counts[author])
        return Bar(
            counts[author], count, self.told_of(author, _day(day), count), DrawnOn(day, author)
        )

    # -- questions

    def question_chart(self) -> Chart:
        """Return the questions of each author, those that are open apart."""
        questions = self.overview.work.questions
        series = (("open", self.look.accent, True), ("answered", self.look.second, False))
        return Chart(
            name="questionChart",
            title=self.say("questions"),
            categories=tuple(map(name, questions)),
            series=tuple(
                Series(
                    self.say(what),
                    colour,
                    tuple(
                        self._question_bar(author, what, counts[not is_open], is_open=is_open)
                        for author, counts in questions.items()
                    ),
                )
                for what, colour, is_open in series
            ),
            is_stacked=True,
        )

    def _question_bar(self, author: str, what: str, count: int, *, is_open: bool) -> Bar | None:
        told = self.told_of(author, self.say(what), whole(count))
        behind = AskedQuestions(author, is_open)
        return Bar(count, whole(count), told, behind) if count else None

    # -- what was set aside

    def aside_chart(self) -> Chart:
        """Return how many articles each author has set aside."""
        status = Status.SET_ASIDE
        what = status_name(status, self.words)
        having = [work for work in self.overview.work.authors if work.articles[status]]
        bars = tuple(self._status_bar(work, status) for work in having)
        return Chart(
            name="asideChart",
            title=self.say("aside"),
            categories=tuple(name(work.author) for work in having),
            series=(Series(what, self.look.statuses[status], bars),),
        )

    def aside(self) -> Table:
        """Return what was set aside, and why."""
        told = [(one.article, one.author, one.reason) for one in self.overview.work.aside]
        rows = Rows(told, self._aside)
        return self.table("aside", ("article", "author", "reason"), rows, "none aside")

    def _aside(self, of: tuple[str, str, str | None]) -> Row:
        article, author, reason = of
        return (
            named(article, Passage(article, 0, 1)),
            named(author, self._articles(author, Status.SET_ASIDE)),
            self._reason(reason),
        )

    def _reason(self, reason: str | None) -> Cell:
        if reason is None:
            return dash(self.words, "blind reason")
        return named(reason) if reason else dash(self.words, "no reason")


def _day(day: str) -> str:
    return f"\u2066{day}\u2069"
