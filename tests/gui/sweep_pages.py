"""The Consistency page as a user sees it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QListView,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.overview.sweep_page import SweepPage
from annotator.gui.rows.string_rows import ROW_ROLE, StringRow
from annotator.gui.widgets.quotation_list import QuotationList
from annotator.store.project import Project
from annotator.workflow.review.settling import settled

Gold = dict[str, list[tuple[int, int, str]]]


def gold_of(path: Path) -> Gold:
    with Project.open(path, writable=False) as project, project.reading():
        return {
            article.name: [span.place for span in settled(project, article).gold]
            for article in project.articles.each()
        }


class Page:
    """The page as a user sees it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        overview = window.findChild(QTabWidget, "overview")
        assert overview is not None
        self.overview = overview
        self.page = next(
            page
            for page in map(overview.widget, range(overview.count()))
            if isinstance(page, SweepPage)
        )

    def open(self) -> "Page":
        self.window.commands["overview"].trigger()
        self.overview.setCurrentWidget(self.page)
        self.part(QSpinBox, "sweepPercent").setValue(50)
        self.wait()
        return self

    def part(self, kind: type, name: str) -> QWidget:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def wait(self) -> None:
        """Wait until all is looked at, and the list is as it is wanted."""
        self.qtbot.wait(200)
        parts = self.page.sweeping, self.page.acts
        self.qtbot.waitUntil(lambda: not any(one.is_under_way for one in parts), timeout=20_000)

    def strings(self) -> list[StringRow]:
        model = self.part(QListView, "sweepStrings").model()
        return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]

    def told(self) -> dict[str, str]:
        return {row.words: row.told for row in self.strings()}

    def hint(self) -> str:
        """Return what stands in the place of strings."""
        return self.part(QListView, "sweepStrings").hint

    def left_out(self) -> str:
        """Return what is told below the strings; nothing if no line is shown there."""
        label = self.part(QLabel, "sweepLeftOut")
        return label.text() if label.isVisible() else ""

    def ask(self, label: str | None, times: int = 3) -> None:
        """Ask for strings of a label that are marked alike so often."""
        box = self.part(QComboBox, "sweepLabelFilter")
        box.setCurrentIndex(box.findData(label))
        box.activated.emit(box.currentIndex())
        self.part(QSpinBox, "sweepTimes").setValue(times)
        self.wait()

    @property
    def places(self) -> QuotationList:
        found = self.part(QuotationList, "sweepPlaces")
        assert isinstance(found, QuotationList)
        return found

    def rows(self) -> list[tuple[str, str]]:
        """Return the article and what is said of it for each place."""
        model = self.places.model()
        rows = (self.places._model.at(row) for row in range(model.rowCount()))
        return [(row.quotation.article, row.told) for row in rows]

    def ticked(self) -> list[str]:
        return [self.rows()[row][0] for row in self.places.ticked()]

    def press(self, name: str) -> None:
        button = self.part(QPushButton, name)
        assert button.isEnabled(), name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def said(self) -> str:
        return self.part(QLabel, "sweepTold").text()

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
