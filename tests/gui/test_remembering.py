"""What the window remembers from one day to the next."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.model import Role
from annotator.gui.app import _begin
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import APPLICATION, ORGANIZATION, Settings
from annotator.gui.theme import theme_of
from annotator.workflow.people.authors import add_author, set_role
from tests.gui.review.test_review import LEAD, conflicts_of


def test_size_widths_and_zoom_come_back(window: MainWindow, hands, path: Path) -> None:
    window.resize(720, 560)
    QApplication.processEvents()
    window.workbench.setSizes([140, 380, 180])
    widths = window.workbench.sizes()
    window.commands["zoom_in"].trigger()
    zoom = window.workbench.view.zoom
    assert zoom != 1.0
    window.close()
    again = hands.open(path, "noor")
    assert (again.width(), again.height()) == (720, 560)
    assert again.workbench.sizes() == widths
    assert again.workbench.view.zoom == zoom


def test_each_author_comes_back_to_the_own_article(window: MainWindow, hands, path: Path) -> None:
    window.open_project(path, "amal")
    window.open_article("2026-02-24-qasrak-convoy.txt")
    window.open_project(path, "noor")
    assert window.session.article.name == "conoco-omar-fields.txt"
    window.close()
    again = hands.open(path, "amal")
    assert again.session.article.name == "2026-02-24-qasrak-convoy.txt"


def test_an_article_that_is_gone_is_not_missed(hands, path: Path, settings: QSettings) -> None:
    Settings().remember(path, "noor", "no such article")
    assert hands.open(path, "noor").session.article is not None


def test_the_program_starts_where_it_was_left(
    window: MainWindow, hands, path: Path, tmp_path: Path
) -> None:
    window.close()
    again = hands.take(MainWindow(Settings(), tmp_path))
    assert again.session is None
    _begin(again, None, None)
    assert again.session.author.name == "noor"
    assert again.session.article.name == "conoco-omar-fields.txt"


def test_the_program_can_be_started_with_a_project_and_asks_who_works(
    hands, path: Path, tmp_path: Path, qapp: QApplication
) -> None:
    window = hands.take(MainWindow(Settings(), tmp_path))
    hands.say_name("amal")
    _begin(window, path, None)
    assert window.session.author.name == "amal"


def test_a_start_that_fails_says_why(hands, tmp_path: Path, qapp: QApplication) -> None:
    window = hands.take(MainWindow(Settings(), tmp_path))
    for author in ("amal", None):
        _begin(window, tmp_path / "none.db", author)
        assert "none.db" in window.notice.sentence()
        window.notice.dismiss()


def test_language_and_colours_come_back(window: MainWindow, hands, path: Path) -> None:
    window.set_language("ar")
    window.commands["scheme_dark"].trigger()
    QApplication.processEvents()
    assert theme_of(window.palette()).is_dark
    window.close()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    again = hands.open(path, "noor")
    assert again.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert theme_of(again.palette()).is_dark
    assert again.commands["scheme_dark"].isChecked()
    assert again.commands["language_ar"].isChecked()
    again.commands["scheme_light"].trigger()
    QApplication.processEvents()
    assert not theme_of(again.workbench.view.palette()).is_dark
    again.commands["language_en"].trigger()
    assert again.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_switching_the_language_leaves_no_old_menus_behind(window: MainWindow) -> None:
    def count() -> int:
        QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
        return len(window.findChildren(object))

    window.set_language("ar")
    window.set_language("en")
    before = count()
    for _ in range(3):
        window.set_language("ar")
        window.set_language("en")
    assert count() <= before


@pytest.mark.parametrize(
    ("key", "value"), [("zoom", "much"), ("scheme", "pink"), ("window/widths", "7"), ("project", 3)]
)
def test_settings_that_make_no_sense_do_no_harm(
    hands, path: Path, settings: QSettings, key: str, value: object
) -> None:
    settings.setValue(key, value)
    assert isinstance(hands.open(path, "noor"), QMainWindow)
    assert QSettings(ORGANIZATION, APPLICATION).value("project") == str(path)


def test_guidelines_that_were_stored_without_any_width_can_be_read(
    window: MainWindow, hands, path: Path
) -> None:
    window.close()
    old = QSplitter(Qt.Orientation.Horizontal)  # as the program wrote it before
    parts = [QLabel(str(number), old) for number in range(4)]
    old.setSizes([260, 728, 280, 0])
    Settings().remember_window_part("widths", old.saveState())
    old.deleteLater()
    again = hands.open(path, "noor")
    for width in (1280, 720):
        again.resize(width, 560)
        again.workbench.guidelines.hide()
        again.commands["guidelines"].trigger()
        QApplication.processEvents()
        panel = again.workbench.guidelines
        assert panel.isVisible()
        assert panel.visibleRegion().boundingRect().width() >= panel.minimumWidth() > 0
    assert len(parts) == 4


def test_a_border_that_is_drawn_leaves_the_guidelines_their_width(
    window: MainWindow, hands, path: Path
) -> None:
    window.resize(1280, 800)
    QApplication.processEvents()
    guidelines = window.commands["guidelines"]
    guidelines.trigger()
    QApplication.processEvents()
    width = window.workbench.sizes()[-1]
    guidelines.trigger()
    QApplication.processEvents()
    window.workbench.moveSplitter(window.workbench.sizes()[0] + 12, 1)
    window.close()
    again = hands.open(path, "noor")
    again.resize(1280, 800)
    again.commands["guidelines"].trigger()
    QApplication.processEvents()
    assert abs(again.workbench.sizes()[-1] - width) <= 12


def test_no_part_can_be_drawn_shut(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.commands["guidelines"].trigger()
    QApplication.processEvents()
    for splitter in (window.workbench, *window.workbench.findChildren(QSplitter)):
        count = splitter.count()
        for number in range(count):
            splitter.setSizes([0 if number == other else 1000 for other in range(count)])
            assert splitter.sizes()[number] > 0 or splitter.widget(number).isHidden()


@pytest.mark.parametrize(("command", "name"), [("review", "reviewPlace"), ("overview", "overview")])
def test_the_window_opens_in_the_place_where_it_was_left(
    qtbot: QtBot, hands, path: Path, command: str, name: str
) -> None:
    window = hands.open(path, "huda")
    window.commands[command].trigger()
    hands.close(window)
    again = hands.open(path, "huda")
    place = again.findChild(QWidget, name)
    assert place.isVisible()
    assert not again.workbench.isVisible()
    focused = QApplication.focusWidget()
    assert focused is place or place.isAncestorOf(focused)
    again.open_article("2026-02-24-qasrak-convoy.txt")
    assert QApplication.focusWidget() is again.workbench.view
    hands.close(again)
    assert hands.open(path, "huda").workbench.isVisible()


def test_keys_settle_conflicts_at_once_where_the_window_opens_in_review(
    qtbot: QtBot, hands, path: Path
) -> None:
    hands.close(hands.open_review(path, "huda"))
    window = hands.open(path, "huda")
    before = conflicts_of(path)
    qtbot.keyClick(QApplication.focusWidget(), "1")
    assert [one.conflict.id for one in conflicts_of(path)] == [
        one.conflict.id for one in before[1:]
    ]
    assert not window.notice.sentence()


def test_each_author_and_project_comes_back_to_the_own_place(
    hands, path: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    window = hands.open_review(path, "huda")
    window.open_project(other, "huda")
    assert window.workbench.isVisible()
    window.open_project(path, "noor")
    assert window.workbench.isVisible()
    window.open_project(path, "huda")
    assert window.workplace.places.is_reviewing


def test_who_is_no_lead_any_more_begins_in_annotate(hands, path: Path) -> None:
    hands.other_program(path, lambda project: add_author(project, "rima", Role.LEAD))
    hands.close(hands.open_review(path, "rima"))
    hands.other_program(path, lambda project: set_role(project, "rima", Role.ANNOTATOR))
    window = hands.open(path, "rima")
    assert window.workbench.view.hasFocus()
    assert window.workplace.places.review is None


def test_names_are_shown_in_the_project_in_which_they_are_wanted_and_in_no_other(
    hands, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    shutil.copy(path, other)

    def box(window: MainWindow) -> QCheckBox:
        found = window.findChild(QCheckBox, "blindNames")
        assert found is not None
        return found

    window = hands.open_review(path, LEAD)
    assert box(window).isChecked()
    box(window).click()
    hands.close(window)
    window = hands.open_review(other, LEAD)
    assert box(window).isChecked()
    hands.close(window)
    assert not box(hands.open_review(path, LEAD)).isChecked()
