"""What the sections of a report have in common: the figures, the words, the colours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.core.behind import Behind
from annotator.core.causes import Cause
from annotator.core.overview import Overview
from annotator.reports.looks import Look
from annotator.reports.parts import (
    MOST_ROWS,
    Bar,
    Cell,
    Chart,
    Note,
    Part,
    Row,
    Rows,
    Section,
    Series,
    Table,
)
from annotator.reports.shown import name, named, whole
from annotator.reports.words import Words, cause_name


class Telling:
    """Makes parts of a report from the figures of a project."""

    def __init__(self, overview: Overview, words: Words, look: Look) -> None:
        self.overview = overview
        self.words = words
        self.say = words.say
        self.look = look

    def section(self, title: str, *parts: Part) -> Section:
        """Return parts under a heading; charts without bars are left out.

        Beneath a chart stands what is not drawn of it.
        """
        return Section(title, self.say(title), tuple(self._drawn(parts)))

    def _drawn(self, parts: Iterable[Part]) -> Iterator[Part]:
        for part in parts:
            if not isinstance(part, Chart):
                yield part
            elif not part.is_empty:
                yield part
                if about := part.about or self._cut(part):
                    yield Note(f"{part.name} about", about)

    def _cut(self, chart: Chart) -> str:
        shown, all_ = whole(MOST_ROWS), whole(len(chart.categories))
        return self.say("cut", shown=shown, all=all_) if chart.is_cut else ""

    def table(
        self,
        of: str,
        columns: Sequence[str],
        rows: Iterable[Row],
        if_empty: str = "",
        about: str = "",
    ) -> Table:
        """Return the table of that name; columns by the names of their words."""
        return Table(
            name=f"{of.replace(' ', '')}Table",
            title=self.say(of),
            about=about or self.say(f"about {of}"),
            head=tuple(map(self.say, columns)),
            rows=rows if isinstance(rows, Rows) else tuple(rows),
            if_empty=self.say(if_empty) if if_empty else "",
        )

    def told_of(self, typed: str, what: str, number: str) -> str:
        """Say what a bar counts of somebody or something, and how many."""
        return self.say("told of", name=name(typed), what=what, number=number)

    def how_many(self, count: int, fewest: int, behind: Behind | None = None) -> Cell:
        """Return how many articles figures are about, and whether they are too few."""
        if count >= fewest:
            return Cell(whole(count), behind)
        text, few = self.say("few", count=whole(count)), whole(fewest)
        return Cell(text, behind, self.say("thin row", count=whole(count), few=few))

    def shown(self, label: str) -> str:
        """Return the name of a label for people."""
        labels = self.overview.labels
        return labels[label].shown(self.words.language) if label in labels else label

    def colour(self, label: str) -> str:
        """Return the colour of a label."""
        return self.look.label(self.overview.labels, label)

    def label(self, label: str) -> Cell:
        """Return a cell that names a label."""
        return named(self.shown(label), colour=self.colour(label))

    def cause_chart(self, title: str, counts: Mapping[Cause, tuple[int, Behind]]) -> Chart:
        """Return how often there is each cause, and what is behind each, as bars."""
        names = {cause: cause_name(cause, self.words) for cause in counts}
        bars = (
            Bar(
                count,
                whole(count),
                self.say("told", name=names[cause], number=whole(count)),
                behind,
            )
            for cause, (count, behind) in counts.items()
        )
        return Chart(
            name={"conflict chart": "conflictChart", "causes": "causeChart"}[title],
            title=self.say(title),
            categories=tuple(names.values()),
            series=(Series(self.say(title), self.look.accent, tuple(bars)),),
        )
