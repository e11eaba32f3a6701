"""How far authors agree, and why they differ, as charts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from annotator.core.agreement import Agreement, ProjectAgreement
from annotator.core.behind import CausedBy, OfMonth, OfOutlet, Unmatched
from annotator.core.span_f1 import F1, F1Intervals
from annotator.reports.agreement import AgreementTelling
from annotator.reports.parts import MOST_ROWS, Bar, Chart, Series
from annotator.reports.shown import name, share, whole

_NAMES: Final = {
    "pair chart": "pairChart",
    "f1 label chart": "f1LabelChart",
    "outlet chart": "outletChart",
    "month chart": "monthChart",
}
"""Their names in the program."""


class _Drawn(NamedTuple):
    """What is drawn of one thing."""

    name: str
    f1: F1
    intervals: F1Intervals
    behind: Unmatched


class AgreementCharts(AgreementTelling):
    """Draws F1, with where it lies, and causes; each bar opens what lowers F1."""

    def pair_chart(self, found: Agreement) -> Chart:
        """Return F1 of each pair as bars."""
        return self._f1_chart(
            "pair chart",
            [
                _Drawn(self.pair(one), one.f1, one.intervals, Unmatched((one.first, one.second)))
                for one in found.pairs
            ],
        )

    def label_chart(self, found: Agreement) -> Chart:
        """Return F1 of each label as bars."""
        return self._f1_chart(
            "f1 label chart",
            [
                _Drawn(name(self.shown(label)), one.f1, one.intervals, Unmatched(label=label))
                for label, one in found.labels.items()
            ],
        )

    def outlet_chart(self, found: ProjectAgreement) -> Chart:
        """Return F1 of each outlet as bars."""
        return self._f1_chart(
            "outlet chart",
            [
                _Drawn(self.outlet(of), one.f1, one.intervals, Unmatched(among=OfOutlet(of)))
                for of, one in found.outlets.items()
            ],
        )

    def month_chart(self, found: ProjectAgreement) -> Chart:
        """Return F1 of the last months as bars, one below the other."""
        months = list(found.months.items())[-MOST_ROWS:]
        drawn = self._f1_chart(
            "month chart",
            [
                _Drawn(self.month(of), one.f1, one.intervals, Unmatched(among=OfMonth(of)))
                for of, one in months
            ],
        )
        shown, all_ = whole(len(months)), whole(len(found.months))
        is_cut = len(months) < len(found.months)
        about = self.say("cut months", shown=shown, all=all_) if is_cut else ""
        return replace(drawn, about=about)

    def cause_chart_of(self, found: ProjectAgreement) -> Chart:
        """Return why they differ as bars."""
        bars = {cause: (count, CausedBy(cause)) for cause, count in found.causes.items()}
        return self.cause_chart("causes", bars)

    def _f1_chart(self, title: str, drawn: Sequence[_Drawn]) -> Chart:
        colours = self.look.accent, self.look.second
        return Chart(
            name=_NAMES[title],
            title=self.say(title),
            categories=tuple(one.name for one in drawn),
            series=tuple(
                Series(self.say(way), colour, tuple(self._f1_bar(one, at) for one in drawn))
                for at, (way, colour) in enumerate(zip(F1._fields, colours, strict=True))
            ),
            is_share=True,
        )

    def _f1_bar(self, drawn: _Drawn, at: int) -> Bar | None:
        value, within, way = drawn.f1[at], drawn.intervals[at], F1._fields[at]
        if value is None:
            return None
        number = share(value)
        if within is not None:
            low, high = map(share, within)
            number = self.say("within", figure=number, low=low, high=high)
        told = self.say("told of", name=drawn.name, what=self.say(way), number=number)
        behind = replace(drawn.behind, overlapping=way == "overlap")
        return Bar(value, share(value), told, behind, interval=within)
