"""How far the work is: for leads that of all, for annotators their own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.core.overview import Overview
from annotator.gui.overview.clash_section import ClashSection
from annotator.gui.overview.figures_page import FiguresPage
from annotator.gui.overview.reckoning import Reckoning
from annotator.gui.session import Session
from annotator.reports.looks import Look
from annotator.reports.parts import Section
from annotator.reports.sections import progress_sections
from annotator.reports.words import Words


class ProgressPage(FiguresPage):
    """Shows articles by status, spans a day, what is open and what was decided."""

    release_requested = Signal()
    """A lead wants to release what is ready."""

    def __init__(
        self, session: Session, reckoning: Reckoning, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, reckoning, parent)
        if session.author.is_lead:
            self._add_release()

    def _add_release(self) -> None:
        """Offer a release below the figures, where it is seen how much is ready for one."""
        button = QPushButton(self.tr("Re&lease a dataset…"), self)
        button.setObjectName("overviewRelease")
        button.setToolTip(self.tr("What is ready, in train, dev and test, for training"))
        button.clicked.connect(self.release_requested)
        self.add_below(button)

    def title(self) -> str:
        return self.tr("Progress")

    def sections(self, overview: Overview, words: Words, look: Look) -> list[Section]:
        first, *others = progress_sections(overview, words, look)
        clashes = ClashSection(self._session.labels, words).of(overview.clashes)
        return [first, *clashes, *others]
