"""How far the work is: for leads that of all, for annotators their own."""

from annotator.core.overview import Overview
from annotator.gui.overview.clash_section import ClashSection
from annotator.gui.overview.figures_page import FiguresPage
from annotator.reports.looks import Look
from annotator.reports.parts import Section
from annotator.reports.sections import progress_sections
from annotator.reports.words import Words


class ProgressPage(FiguresPage):
    """Shows articles by status, spans a day, what is open and what was decided."""

    def title(self) -> str:
        return self.tr("Progress")

    def sections(self, overview: Overview, words: Words, look: Look) -> list[Section]:
        first, *others = progress_sections(overview, words, look)
        clashes = ClashSection(self._session.labels, words).of(overview.clashes)
        return [first, *clashes, *others]
