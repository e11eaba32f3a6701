"""What is settled, as tables and charts: spans by label, open conflicts, decisions."""

from datetime import datetime

from annotator.core.behind import Decided, InGold
from annotator.core.causes import Cause
from annotator.core.model import Status
from annotator.core.overview import Settlement
from annotator.core.query import ArticleQuery
from annotator.core.queue import Wanted
from annotator.reports.parts import Bar, Cell, Chart, Series, Table
from annotator.reports.shown import counted, dash, estimate, name, said, whole
from annotator.reports.telling import Telling
from annotator.reports.words import cause_name


class SettlementTelling(Telling):
    """Tells what finished layers hold, and what leads made of it."""

    # -- labels

    def labels(self) -> Table:
        """Return how many spans there are of each label, in finished layers and in gold."""
        head = ("label", "in finished", *(("in gold",) if self.overview.settlement else ()))
        whose = "own labels" if self.overview.of else "labels"
        rows = (self._label(label, count) for label, count in self.overview.work.labels.items())
        return self.table(whose, head, rows)

    def _label(self, label: str, count: int) -> tuple[Cell, ...]:
        settlement = self.overview.settlement
        cells = self.label(label), counted(count, self._articles(label))
        if settlement is None:
            return cells
        if not settlement.ready:
            return *cells, dash(self.words, "no gold")
        return *cells, counted(settlement.gold.get(label, 0), InGold(label))

    def _articles(self, label: str) -> ArticleQuery:
        finished, is_own = frozenset({Status.FINISHED}), bool(self.overview.of)
        has_tests = is_own and any(work.has_tests for work in self.overview.work.authors)
        return ArticleQuery(label=label, statuses=finished, anyone=not is_own, as_work=has_tests)

    def label_chart(self) -> Chart:
        """Return the same as bars in the colours of the labels."""
        settlement, labels = self.overview.settlement, self.overview.work.labels
        finished, gold = self.say("in finished"), self.say("in gold")
        bars = (
            self._label_bar(label, count, finished, self._articles(label))
            for label, count in labels.items()
        )
        has_gold = bool(settlement and settlement.ready)
        series = [Series(finished, self.look.muted, tuple(bars), is_faint=has_gold)]
        if settlement is not None and has_gold:
            bars = (
                self._label_bar(one, settlement.gold.get(one, 0), gold, InGold(one))
                for one in labels
            )
            series.append(Series(gold, self.look.muted, tuple(bars)))
        return Chart(
            name="labelChart",
            title=self.say("labels"),
            categories=tuple(name(self.shown(label)) for label in labels),
            series=tuple(series),
        )

    def _label_bar(
        self, label: str, count: int, what: str, behind: ArticleQuery | InGold
    ) -> Bar | None:
        told = self.told_of(self.shown(label), what, whole(count))
        return Bar(count, whole(count), told, behind, self.colour(label)) if count else None

    # -- conflicts and decisions

    def conflicts(self, settlement: Settlement) -> Table:
        """Return how many conflicts are open, by cause and label."""
        counts = settlement.conflicts
        labels = [one.name for one in self.overview.labels if counts.get((None, one.name))]
        causes: list[Cause | None] = [cause for cause in Cause if counts.get((cause, None))]
        rows = (
            (
                said(cause_name(cause, self.words) if cause else self.say("all")),
                *(
                    counted(counts.get((cause, label), 0), Wanted(cause=cause, label=label))
                    for label in (*labels, None)
                ),
            )
            for cause in (*causes, *([None] if causes else []))
        )
        found = self.table("conflicts", ("cause", "all"), rows, "no conflicts")
        return found.with_columns(1, (name(self.shown(label)) for label in labels))

    def conflict_chart(self, settlement: Settlement) -> Chart:
        """Return how many conflicts are open, by cause."""
        counts = {cause: settlement.conflicts.get((cause, None), 0) for cause in Cause}
        bars = {cause: (count, Wanted(cause=cause)) for cause, count in counts.items() if count}
        return self.cause_chart("conflict chart", bars)

    def decisions(self, settlement: Settlement) -> Table:
        """Return what leads decided, by how they came to it."""
        say, counts = self.say, settlement.decisions
        rows = [
            (said(say(f"choice {one.value}")), counted(n, Decided(one)))
            for one, n in counts.items()
        ]
        if rows:
            rows.append((said(say("all")), counted(sum(counts.values()), Decided())))
            rows.append((said(say("gaps")), counted(settlement.gaps, Decided(gap=True))))
        return self.table("decisions", ("choice", "number"), rows, "no decisions")

    def samples(self, settlement: Settlement) -> Table:
        """Return what leads found in random samples of what all agree on."""
        rows = (
            (
                said(_day(one.at)),
                counted(one.population),
                counted(one.checked),
                counted(one.wrong),
                estimate(one.wrong / one.checked, one.interval(), self.words, "no spans"),
            )
            for one in settlement.samples
        )
        head = ("day", "agreed then", "checked", "wrong", "share wrong")
        return self.table("samples", head, rows)


def _day(at: str) -> str:
    """Return the day of a time on the clock of this machine."""
    return datetime.fromisoformat(at).astimezone().date().isoformat()
