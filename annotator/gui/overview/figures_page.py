"""What the pages of figures have in common: sections of tables and charts, one below the other.

Each part keeps its widget for as long as the page has it: what is new is shown in place, so that
neither the scroll bar nor the keyboard moves while others work.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.behind import AskedQuestions, Behind, Disputed, Passage
from annotator.core.overview import Overview
from annotator.core.query import ArticleQuery
from annotator.core.queue import Wanted
from annotator.gui.overview.page import OverviewPage
from annotator.gui.overview.reckoning import Reckoning, look_of
from annotator.gui.session import Session
from annotator.gui.widgets.chart_view import ChartView
from annotator.gui.widgets.figure_table import FigureTable
from annotator.reports.drawing import WIDTH, height_of
from annotator.reports.looks import Look
from annotator.reports.parts import Chart, Note, Part, Section, Table
from annotator.reports.words import Words


class _Sheet(QWidget):
    """As high as its parts need at its width: texts take several lines, and none is laid over."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            column = self.layout()
            if column is not None and column.hasHeightForWidth():
                self.setMinimumHeight(column.totalHeightForWidth(self.width()))
        return done


class _Told(QLabel):
    """A text that takes as many lines as it needs at its greatest width, however wide the page.

    A layout asks how high it is at the width of the page, and would give it too little.
    """

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))


class FiguresPage(OverviewPage):
    """A page of the Overview that shows what is reckoned."""

    places_requested = Signal(object, str)
    """A lead wants to see the places that a figure counts: ``Sought``, and the figure in words."""

    def __init__(
        self, session: Session, reckoning: Reckoning, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reckoning = reckoning
        self._parts: dict[str, QWidget] = {}
        """The widgets by the names of what they show."""
        self._shown: list[str] = []
        """The names of the widgets on the page, in their order."""
        self._busy = QProgressBar(self)
        self._busy.setObjectName("reckoning")
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(4)
        self._busy.setAccessibleName(self.tr("Reckoning…"))
        kept = self._busy.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(kept)
        self._busy.hide()
        self._waiting = QLabel(self.tr("Reckoning…"), self)
        self._waiting.setMargin(16)
        self._lay_out()
        reckoning.told.connect(self._show_figures)
        reckoning.drawn.connect(self._show_picture)
        reckoning.advanced.connect(self._show_progress)
        reckoning.rested.connect(self._rest)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setContentsMargins(16, 8, 16, 24)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        inner = _Sheet(self)
        inner.setLayout(self._column)
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        inner.setAutoFillBackground(True)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.hide()
        self._whole = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._busy)
        layout.addWidget(self._waiting)
        layout.addWidget(self._area, 1)
        layout.addStretch()

    def add_below(self, button: QPushButton) -> None:
        """Lay a button below what is reckoned; it is always there."""
        line = QHBoxLayout()
        line.setContentsMargins(16, 6, 16, 6)
        line.addWidget(button)
        line.addStretch()
        self._whole.addLayout(line)

    def sections(self, overview: Overview, words: Words, look: Look) -> list[Section]:
        """Return what the page shows of the figures."""
        raise NotImplementedError

    def show_anew(self) -> None:
        self._show_figures()
        self._reckoning.look(self.palette(), self.devicePixelRatioF())

    # -- what is shown

    def _show_figures(self) -> None:
        overview = self._reckoning.overview
        if overview is None or not self.isVisible():
            return
        look = look_of(self.palette(), self._session.labels)
        sections = self.sections(overview, Words(self._session.language), look)
        if not sections:
            return
        self._waiting.hide()
        self._area.show()
        wanted = [name for section in sections for name in self._show_section(section)]
        if wanted != self._shown:
            self._put_in_order(wanted)

    def _show_section(self, section: Section) -> list[str]:
        """Show the parts of a section; return the names of their widgets, in order."""
        head = f"{section.name} head"
        self._label(head, section.title)
        names = [head]
        for part in section.parts:
            names += self._show_part(part, section)
        return names

    def _show_part(self, part: Part, section: Section) -> list[str]:
        match part:
            case Note(name, text, is_warning):
                self._label(name, f"⚠ {text}" if is_warning else text)
                return [name]
            case Chart(name=name, title=title):
                self._show_chart(part)
                if title == section.title:
                    return [name]
                self._label(f"{name} title", title)
                return [f"{name} title", name]
            case Table(name=name, about=about) if part.rows:
                self._show_table(part)
                self._label(f"{name} about", about).setForegroundRole(
                    QPalette.ColorRole.PlaceholderText
                )
                return [name, f"{name} about"]
            case Table(name=name):
                self._label(f"{name} empty", part.if_empty)
                return [f"{name} empty"]

    def _label(self, name: str, text: str) -> QLabel:
        label = self._parts.get(name)
        if not isinstance(label, QLabel):
            label = self._parts[name] = _Told(self._area.widget())
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMaximumWidth(WIDTH)
            if name.endswith(" head"):
                font = label.font()
                font.setPointSizeF(font.pointSizeF() * 1.25)
                font.setBold(True)
                label.setFont(font)
                label.setContentsMargins(0, 16, 0, 0)
        if label.text() != text:
            label.setText(text)
        return label

    def _show_table(self, table: Table) -> None:
        view = self._parts.get(table.name)
        if not isinstance(view, FigureTable):
            view = self._parts[table.name] = FigureTable(self._area.widget())
            view.setObjectName(table.name)
            view.behind_requested.connect(self._open)
        if view.table != table:
            view.show_table(table)

    def _show_chart(self, chart: Chart) -> None:
        size = QSize(WIDTH, height_of(chart))
        view = self._parts.get(chart.name)
        if not isinstance(view, ChartView):
            view = self._parts[chart.name] = ChartView(chart.title, size, self._area.widget())
            view.setObjectName(chart.name)
            view.behind_requested.connect(self._open)
        view.keep_place(size)
        self._show_picture(chart.name)

    def _show_picture(self, name: str) -> None:
        view, picture = self._parts.get(name), self._reckoning.pictures.get(name)
        if isinstance(view, ChartView) and picture is not None and view.picture != picture:
            view.show_picture(picture)

    def _put_in_order(self, wanted: list[str]) -> None:
        """Lay the widgets of these names below each other; others go."""
        for name in [one for one in self._parts if one not in wanted]:
            gone = self._parts.pop(name)
            self._column.removeWidget(gone)
            gone.deleteLater()
        before: QWidget | None = None
        for place, name in enumerate(wanted):
            widget = self._parts[name]
            if self._column.indexOf(widget) != place:
                self._column.removeWidget(widget)
                side = Qt.AlignmentFlag.AlignLeading
                is_table = isinstance(widget, FigureTable)
                self._column.insertWidget(
                    place, widget, 0, side if is_table else Qt.AlignmentFlag(0)
                )
            widget.show()
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        for name in reversed(wanted):
            if not isinstance(self._parts[name], QLabel):
                self.setFocusProxy(self._parts[name])
        self._shown = wanted

    def _show_progress(self, done: int, total: int) -> None:
        self._busy.setRange(0, total)
        self._busy.setValue(done)
        self._busy.show()

    def _rest(self) -> None:
        """Show that nothing is being reckoned, and say so if nothing could be."""
        self._busy.hide()
        if self._reckoning.overview is None:
            self._waiting.setText(self.tr("The figures cannot be read now."))

    # -- what stands behind a figure

    def _open(self, behind: Behind, told: str) -> None:
        match behind:
            case ArticleQuery():
                self.articles_requested.emit(behind)
            case Wanted():
                self.conflicts_requested.emit(behind)
            case AskedQuestions():
                self.questions_requested.emit(behind)
            case Passage(article, start, end):
                self.passage_requested.emit(article, start, end)
            case Disputed(article, start, end):
                self.counted_requested.emit(article, start, end)
            case _:
                self.places_requested.emit(behind, told)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.show_anew()
