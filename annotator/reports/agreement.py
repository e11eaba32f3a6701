"""How far authors agree, as tables; ``agreement_charts`` draws what of it is drawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from annotator.core.agreement import (
    FEWEST_ARTICLES,
    Agreement,
    LabelAgreement,
    Matched,
    MatchedIntervals,
    PairAgreement,
    ProjectAgreement,
)
from annotator.core.behind import CausedBy, Compared, Confused, OfMonth, OfOutlet, Unmatched
from annotator.core.intervals import Interval
from annotator.core.span_f1 import F1, F1Intervals
from annotator.reports.parts import Cell, Note, Row, Table
from annotator.reports.shown import counted, estimate, name, said, whole
from annotator.reports.telling import Telling
from annotator.reports.words import cause_name

_F1: Final = ("exact", "overlap")
_MATCHED: Final = ("borders exact", "borders overlap", "same label", "same value", "same entry")


class AgreementTelling(Telling):
    """Tells how far authors agree."""

    # -- the headline

    def notes(self, found: Agreement) -> Iterator[Note]:
        """Yield how many articles were compared, and a warning where they are few."""
        if not found.articles:
            yield Note("nothingCompared", self.say("no agreement"))
            return
        yield Note("compared", self.say("compared", count=whole(found.articles)))
        if found.is_thin:
            count, few = whole(found.articles), whole(FEWEST_ARTICLES)
            yield Note("thin", self.say("thin", count=count, few=few), is_warning=True)

    def headline(self, found: Agreement) -> Table:
        """Return F1 of all."""
        borders, within = found.matched.borders, found.matched_intervals.borders
        rows = (
            (said(self.say("any label")), *self._f1(found.f1, found.intervals, Unmatched())),
            (said(self.say("borders")), *self._f1(borders, within, None)),
        )
        return self.table("headline", ("what", *_F1), rows)

    def matched(self, found: Agreement) -> Table:
        """Return how far they agree on spans that both marked."""
        _, *cells = self._matched(found.matched, found.matched_intervals)
        titles = ("same label", "same value", "same entry")
        rows = (
            (said(self.say(title)), cell) for title, cell in zip(titles, cells[1:], strict=True)
        )
        return self.table("matched", ("what", "figure"), rows)

    def _f1(self, f1: F1, intervals: F1Intervals, behind: Unmatched | None) -> Iterator[Cell]:
        for matching, one, within in zip(F1._fields, f1, intervals, strict=True):
            counts = behind and replace(behind, overlapping=matching == "overlap")
            yield estimate(one, within, self.words, "no spans", counts)

    def _matched(self, matched: Matched, within: MatchedIntervals) -> Iterator[Cell]:
        yield from self._f1(matched.borders, within.borders, None)
        yield estimate(matched.labels, within.labels, self.words, "no pairs")
        yield estimate(matched.values, within.values, self.words, "no values")
        yield estimate(matched.entries, within.entries, self.words, "no entries")

    def _of_spans(self, found: Agreement | PairAgreement, behind: Unmatched) -> tuple[Cell, ...]:
        """Return all figures of spans; F1 opens what lowers it."""
        return (
            *self._f1(found.f1, found.intervals, behind),
            *self._matched(found.matched, found.matched_intervals),
        )

    # -- what it is made of

    def pairs(self, found: Agreement) -> Table:
        """Return how far each pair agrees."""
        rows = (
            (
                said(self.pair(pair)),
                self._articles(pair.articles, Compared(both)),
                *self._of_spans(pair, Unmatched(both)),
            )
            for pair in found.pairs
            for both in ((pair.first, pair.second),)
        )
        return self.table("pairs", ("pair", "articles", *_F1, *_MATCHED), rows)

    def pair(self, pair: PairAgreement) -> str:
        """Return the names of a pair."""
        return self.say("pair of", one=name(pair.first), other=name(pair.second))

    def _articles(self, count: int, behind: Compared | None = None) -> Cell:
        return self.how_many(count, FEWEST_ARTICLES, behind)

    def labels(self, found: Agreement) -> Table:
        """Return how far they agree on each label."""
        rows = (self._label(label, one) for label, one in found.labels.items())
        columns = ("label", "articles", "compared spans", *_F1, "same value", "same entry")
        return self.table("f1 labels", columns, rows)

    def _label(self, label: str, found: LabelAgreement) -> Row:
        return (
            self.label(label),
            self._articles(found.articles),
            counted(found.support),
            *self._f1(found.f1, found.intervals, Unmatched(label=label)),
            estimate(found.values, found.value_interval, self.words, "no values"),
            estimate(found.entries, found.entry_interval, self.words, "no entries"),
        )

    # -- by outlet and month

    def outlets(self, found: ProjectAgreement) -> Table:
        """Return how far they agree on the articles of each outlet."""
        rows = (
            (said(self.outlet(outlet)), *self._of_articles(one, OfOutlet(outlet)))
            for outlet, one in found.outlets.items()
        )
        return self.table("outlets", ("outlet", "articles", *_F1, *_MATCHED), rows)

    def _of_articles(self, found: Agreement, of: OfOutlet | OfMonth) -> tuple[Cell, ...]:
        """Return how far they agree on some articles alone, and how many these are."""
        articles = self._articles(found.articles, Compared(among=of))
        return articles, *self._of_spans(found, Unmatched(among=of))

    def outlet(self, outlet: str | None) -> str:
        """Return the name of an outlet."""
        return name(outlet) if outlet else self.say("unknown")

    def months(self, found: ProjectAgreement) -> Table:
        """Return how far they agree on the articles of each month."""
        rows = (
            (said(self.month(month)), *self._of_articles(one, OfMonth(month)))
            for month, one in found.months.items()
        )
        about = self.say("about months", zone=name(self.overview.zone))
        return self.table("months", ("month", "articles", *_F1, *_MATCHED), rows, about=about)

    def month(self, month: str | None) -> str:
        """Return a month as it is written."""
        return f"\u2066{month}\u2069" if month else self.say("unknown")

    # -- on what they differ

    def causes(self, found: ProjectAgreement) -> Table:
        """Return why they differ."""
        rows = (
            (said(cause_name(cause, self.words)), counted(count, CausedBy(cause)))
            for cause, count in found.causes.items()
        )
        return self.table("causes", ("cause", "number"), rows, "no causes")

    def confusion(self, found: Agreement) -> Table:
        """Return what one author calls so, and another."""
        rows = (
            (
                self.label(label),
                *(self._confused(label, other, count) for other, count in row.items()),
            )
            for label, row in found.confusion.items()
        )
        titles = [*(name(self.shown(label)) for label in found.confusion), self.say("nothing")]
        return self.table("confusion", ("label",), rows).with_columns(1, titles)

    def _confused(self, label: str, other: str | None, count: int) -> Cell:
        called = name(self.shown(other)) if other else self.say("nothing")
        tip = self.say("called", label=name(self.shown(label)), other=called, number=whole(count))
        return counted(count, Confused(label, other), tip)

    # -- kappa

    def kappas(self, found: ProjectAgreement) -> Iterator[Table]:
        """Yield kappa by label: of all and of each pair, then by outlet and month if several."""
        everybody = {self.say("everybody"): found.whole} if len(found.whole.pairs) != 1 else {}
        rows = (
            *(self._kappa_of(who, one) for who, one in everybody.items()),
            *(
                self._kappa(self.pair(one), one.kappa, one.kappa_intervals)
                for one in found.whole.pairs
            ),
        )
        yield self._kappa_table("kappa", "pair", found, rows)
        for title, column, groups, shown in (
            ("kappa outlets", "outlet", found.outlets, self.outlet),
            ("kappa months", "month", found.months, self.month),
        ):
            if len(groups) > 1:
                rows = tuple(self._kappa_of(shown(group), one) for group, one in groups.items())
                yield self._kappa_table(title, column, found, rows)

    def _kappa_table(
        self, title: str, column: str, found: ProjectAgreement, rows: Iterable[Row]
    ) -> Table:
        titles = (name(self.shown(label)) for label in found.whole.labels)
        return self.table(title, (column,), rows).with_columns(1, titles)

    def _kappa_of(self, who: str, found: Agreement) -> Row:
        kappa = {label: one.kappa for label, one in found.labels.items()}
        intervals = {label: one.kappa_interval for label, one in found.labels.items()}
        return self._kappa(who, kappa, intervals)

    def _kappa(
        self,
        who: str,
        kappa: Mapping[str, float | None],
        intervals: Mapping[str, Interval | None],
    ) -> Row:
        return (
            said(who),
            *(
                estimate(one, intervals[label], self.words, "no kappa")
                for label, one in kappa.items()
            ),
        )
