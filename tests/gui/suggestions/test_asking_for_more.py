"""Asking for suggestions where there are none, or none yet, and by which sources."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.core.model import Author, Role, Status
from annotator.core.suggestions import Withholding
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.suggesting.offering import withhold
from annotator.workflow.suggesting.sources import SOURCES
from tests.gui.conftest import UNMARKED
from tests.gui.suggestions.parts import Begin, left, offered, press, told


def asked_for(window: MainWindow) -> list[str]:
    """Return what is said to who asks for the next suggestion, and for all."""
    said = []
    for name in ("next_suggestion", "accept_all"):
        window.commands[name].trigger()
        said.append(window.state_bar.currentMessage())
    return said


def test_why_nothing_is_suggested_is_said_to_who_asks_for_it(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    with Project.open(path) as project:
        project.authors.put(Author("lead", Role.LEAD))
        withhold(project, "lead", Withholding(share=1.0, seed=0))
    window = begin(waits=False)
    assert asked_for(window) == ["Suggestions are still being looked for."] * 2
    qtbot.waitUntil(lambda: "Nothing is suggested" in told(window), timeout=20_000)
    assert asked_for(window) == ["Nothing is suggested on this article, on purpose."] * 2
    window.session.set_state(Status.FINISHED)
    assert all(one.startswith("The article is finished") for one in asked_for(window))


def test_where_all_sources_are_off_one_switch_brings_all_back(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    names = [f"suggest_{one}" for one in SOURCES]
    for name in names:
        window.commands[name].trigger()
    assert not window.commands["suggestions"].isChecked()
    assert asked_for(window) == ["Suggestions are switched off: see the View menu."] * 2
    window.commands["suggestions"].trigger()
    assert all(window.commands[name].isChecked() for name in ("suggestions", *names))
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    window.commands["suggestions"].trigger()
    assert not window.commands["suggestions"].isChecked()
    assert asked_for(window) == ["Suggestions are switched off: see the View menu."] * 2


def test_all_articles_are_looked_through_by_the_sources_that_are_on(
    begin: Begin, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    window.commands["suggest_rules"].trigger()
    window.commands["suggest_all"].trigger()
    qtbot.waitUntil(lambda: "looked through" in window.notice.sentence(), timeout=30_000)
    with Project.open(path) as project:
        kept = [project.suggestions.of("amal", article.id) for article in project.articles.each()]
    found = [one for made in kept if made for one in made.suggestions]
    assert {name for one in found for name in one.sources} == {"memory"}


def test_tab_stays_in_the_text_while_they_are_looked_for_and_goes_to_the_first(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    """Who finishes an article and goes on by keys must not type into another field."""
    window = begin()
    view = window.workbench.view
    press(window, qtbot, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.session.article.name != UNMARKED
    assert left(window) == []
    press(window, qtbot, Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert window.state_bar.currentMessage() == "Suggestions are still being looked for."
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    assert offered(window) == left(window)[0]
    window.open_article("harir-airfield.txt")
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    assert offered(window) is None  # by then the hands were somewhere else


def test_who_finishes_is_told_how_many_she_has_not_spoken_of(
    begin: Begin, hands, qtbot: QtBot, path: Path
) -> None:
    window = begin()
    count = len(left(window))
    assert count > 2
    press(window, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    untouched = len(left(window))
    assert untouched < count
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, control)
    said = window.state_bar.currentMessage()
    assert said.startswith("Finished: ")
    assert f" · {untouched} suggestions neither taken nor refused" in said
    assert hands.stored(path, UNMARKED, "amal").status is Status.FINISHED
    assert window.session.article.name != UNMARKED  # it asks nothing
    qtbot.waitUntil(lambda: bool(left(window)), timeout=20_000)
    window.commands["suggestions"].trigger()
    qtbot.keyClick(window.workbench.view, Qt.Key.Key_Return, control)
    assert window.state_bar.currentMessage().startswith("Finished: ")
    assert "suggestion" not in window.state_bar.currentMessage()
