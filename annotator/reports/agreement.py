"""How far authors agree, as tables and charts."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.core.agreement import (
    FEWEST_ARTICLES,
    Agreement,
    LabelAgreement,
    PairAgreement,
    ProjectAgreement,
)
from annotator.core.behind import CausedBy, Confused, Unmatched
from annotator.core.query import ArticleQuery
from annotator.core.span_f1 import F1, F1Intervals
from annotator.reports.parts import Bar, Cell, Chart, Note, Series, Table
from annotator.reports.shown import (
    counted,
    figure,
    interval,
    name,
    named,
    said,
    share,
    whole,
)
from annotator.reports.telling import Telling
from annotator.reports.words import cause_name

_F1_COLUMNS = ("exact", "interval", "overlap", "interval")


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
        rows = (
            (said(self.say("any label")), *self._f1(found.f1, found.intervals, Unmatched())),
            (said(self.say("borders")), *self._f1(found.matched.borders, F1Intervals(), None)),
        )
        return self.table("headline", ("what", *_F1_COLUMNS), rows)

    def _f1(self, f1: F1, intervals: F1Intervals, behind: Unmatched | None) -> Iterator[Cell]:
        for matching, one, within in zip(F1._fields, f1, intervals, strict=True):
            counts = behind and replace(behind, overlapping=matching == "overlap")
            yield figure(one, self.words, "no spans", counts)
            yield interval(within, self.words)

    # -- what it is made of

    def pairs(self, found: Agreement) -> Table:
        """Return F1 of each pair."""
        rows = (
            (
                said(self._pair(pair)),
                self._articles(pair.articles),
                *self._f1(pair.f1, pair.intervals, Unmatched((pair.first, pair.second))),
            )
            for pair in found.pairs
        )
        return self.table("pairs", ("pair", "articles", *_F1_COLUMNS), rows)

    def _pair(self, pair: PairAgreement) -> str:
        return self.say("pair of", one=name(pair.first), other=name(pair.second))

    def _articles(self, count: int, behind: ArticleQuery | None = None) -> Cell:
        """Return how many articles a row is about, and whether they are too few."""
        is_few = count < FEWEST_ARTICLES
        text = self.say("few", count=whole(count)) if is_few else whole(count)
        tip = self.say("thin", count=whole(count), few=whole(FEWEST_ARTICLES)) if is_few else ""
        return Cell(text, behind, tip)

    def pair_chart(self, found: Agreement) -> Chart:
        """Return F1 of each pair as bars."""
        return self._f1_chart(
            "pairs",
            {
                self._pair(pair): (pair.f1, pair.intervals, Unmatched((pair.first, pair.second)))
                for pair in found.pairs
            },
        )

    def labels(self, found: Agreement) -> Table:
        """Return F1 of each label."""
        rows = (self._label(label, one) for label, one in found.labels.items())
        columns = ("label", "compared spans", *_F1_COLUMNS, "same value")
        return self.table("f1 labels", columns, rows)

    def _label(self, label: str, found: LabelAgreement) -> tuple[Cell, ...]:
        return (
            self.label(label),
            counted(found.support),
            *self._f1(found.f1, found.intervals, Unmatched(label=label)),
            figure(found.values, self.words, "no values"),
        )

    def label_chart(self, found: Agreement) -> Chart:
        """Return F1 of each label as bars."""
        return self._f1_chart(
            "f1 labels",
            {
                name(self.shown(label)): (one.f1, one.intervals, Unmatched(label=label))
                for label, one in found.labels.items()
            },
        )

    def _f1_chart(self, title: str, rows: Mapping[str, tuple[F1, F1Intervals, Unmatched]]) -> Chart:
        said_exact, said_overlap = self.say("exact"), self.say("overlap")
        exact = (
            self._f1_bar(row, said_exact, f1.exact, within.exact, behind)
            for row, (f1, within, behind) in rows.items()
        )
        overlap = (
            self._f1_bar(
                row, said_overlap, f1.overlap, within.overlap, replace(behind, overlapping=True)
            )
            for row, (f1, within, behind) in rows.items()
        )
        return Chart(
            name={"pairs": "pairChart", "f1 labels": "f1LabelChart"}[title],
            title=self.say(title),
            categories=tuple(rows),
            series=(
                Series(said_exact, self.look.accent, tuple(exact)),
                Series(said_overlap, self.look.second, tuple(overlap)),
            ),
            is_share=True,
        )

    def _f1_bar(
        self,
        row: str,
        what: str,
        value: float | None,
        within: tuple[float, float] | None,
        behind: Unmatched,
    ) -> Bar | None:
        if value is None:
            return None
        number = share(value)
        if within is not None:
            low, high = map(share, within)
            number = self.say("within", figure=number, low=low, high=high)
        told = self.say("told of", name=row, what=what, number=number)
        return Bar(value, share(value), told, behind, interval=within)

    # -- by outlet and month

    def outlets(self, found: ProjectAgreement) -> Table:
        """Return F1 of each outlet."""
        rows = (
            (
                named(outlet) if outlet else said(self.say("unknown")),
                self._articles(one.articles, ArticleQuery(outlet=outlet or "")),
                *self._f1(one.f1, one.intervals, None),
            )
            for outlet, one in found.outlets.items()
        )
        return self.table("outlets", ("outlet", "articles", *_F1_COLUMNS), rows)

    def months(self, found: ProjectAgreement) -> Table:
        """Return F1 of each month."""
        rows = (
            (
                said(f"\u2066{month}\u2069" if month else self.say("unknown")),
                self._articles(one.articles),
                *self._f1(one.f1, one.intervals, None),
            )
            for month, one in found.months.items()
        )
        about = self.say("about months", zone=name(self.overview.zone))
        return self.table("months", ("month", "articles", *_F1_COLUMNS), rows, about=about)

    # -- on what they differ

    def causes(self, found: ProjectAgreement) -> Table:
        """Return why they differ."""
        rows = (
            (said(cause_name(cause, self.words)), counted(count, CausedBy(cause)))
            for cause, count in found.causes.items()
        )
        return self.table("causes", ("cause", "number"), rows, "no causes")

    def causes_drawn(self, found: ProjectAgreement) -> Chart:
        """Return the same as bars."""
        bars = {cause: (count, CausedBy(cause)) for cause, count in found.causes.items()}
        return self.cause_chart("causes", bars)

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

    def matched(self, found: Agreement) -> Table:
        """Return how far they agree on spans that both marked."""
        matched = found.matched
        rows = (
            (said(self.say("same label")), figure(matched.labels, self.words, "no spans")),
            (said(self.say("same value")), figure(matched.values, self.words, "no values")),
            (said(self.say("same entry")), figure(matched.entries, self.words, "no values")),
        )
        return self.table("matched", ("what", "figure"), rows)

    def kappa(self, found: Agreement) -> Table:
        """Return kappa by label, of all and of each pair."""
        everybody = {label: one.kappa for label, one in found.labels.items()}
        of_all = [(self.say("everybody"), everybody)] if len(found.pairs) != 1 else []
        rows = (
            (said(who), *(figure(one, self.words, "no kappa") for one in kappas.values()))
            for who, kappas in (*of_all, *((self._pair(one), one.kappa) for one in found.pairs))
        )
        titles = (name(self.shown(label)) for label in found.labels)
        return self.table("kappa", ("pair",), rows).with_columns(1, titles)
