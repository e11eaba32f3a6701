"""How far authors agree, and on what they differ; for leads."""

from annotator.core.overview import Overview
from annotator.gui.overview.figures_page import FiguresPage
from annotator.reports.looks import Look
from annotator.reports.parts import Section
from annotator.reports.sections import agreement_sections
from annotator.reports.words import Words


class AgreementPage(FiguresPage):
    """Shows F1 of pairs and labels, causes, what is confused with what, and kappa."""

    def title(self) -> str:
        return self.tr("Agreement")

    def sections(self, overview: Overview, words: Words, look: Look) -> list[Section]:
        return agreement_sections(overview, words, look)
