"""The sections of a report, in their order; what is still being reckoned is left out."""

from annotator.core.overview import Overview
from annotator.reports.agreement_charts import AgreementCharts
from annotator.reports.looks import Look
from annotator.reports.parts import Chart, Section
from annotator.reports.progress import WorkTelling
from annotator.reports.settlement import SettlementTelling
from annotator.reports.suggestions import SuggestionTelling
from annotator.reports.words import Words


def progress_sections(overview: Overview, words: Words, look: Look) -> list[Section]:
    """Return how far the work is: of all, or of one author who sees the own work alone."""
    work = WorkTelling(overview, words, look)
    settled = SettlementTelling(overview, words, look)
    found = [
        work.section("own state" if overview.of else "state", work.state()),
        work.section("authors", work.status_chart(), work.authors(), work.speed_chart()),
        work.section("days", work.day_chart(), work.days()),
        work.section("labels", settled.label_chart(), settled.labels()),
    ]
    settlement = overview.settlement
    if settlement is not None:
        conflicts = settled.conflict_chart(settlement), settled.conflicts(settlement)
        found.append(work.section("conflicts", *conflicts))
        found.append(work.section("decisions", settled.decisions(settlement)))
        if settlement.samples:
            found.append(work.section("samples", settled.samples(settlement)))
    if suggested := list(SuggestionTelling(overview, words, look).parts()):
        found.append(work.section("suggestions", *suggested))
    if overview.work.questions:
        found.append(work.section("questions", work.question_chart()))
    return [*found, work.section("aside", work.aside_chart(), work.aside())]


def agreement_sections(overview: Overview, words: Words, look: Look) -> list[Section]:
    """Return how far authors agree; nothing for one who sees the own work alone."""
    found = overview.agreement
    if found is None:
        return []
    told, whole = AgreementCharts(overview, words, look), found.whole
    head = told.section("headline", *told.notes(whole))
    if not whole.pairs:
        return [head]
    return [
        told.section("headline", *told.notes(whole), told.headline(whole)),
        told.section("pairs", told.pair_chart(whole), told.pairs(whole)),
        told.section("f1 labels", told.label_chart(whole), told.labels(whole)),
        told.section("causes", told.cause_chart_of(found), told.causes(found)),
        told.section("confusion", told.confusion(whole)),
        told.section("matched", told.matched(whole)),
        told.section("outlets", told.outlet_chart(found), told.outlets(found)),
        told.section("months", told.month_chart(found), told.months(found)),
        told.section("kappa", *told.kappas(found)),
    ]


def charts_of(overview: Overview, words: Words, look: Look) -> list[Chart]:
    """Return the charts of all sections."""
    sections = (
        *progress_sections(overview, words, look),
        *agreement_sections(overview, words, look),
    )
    return [part for one in sections for part in one.parts if isinstance(part, Chart)]
