"""Where no conflict is open, Review says why, and what a lead can do then."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init
from tests.gui.conftest import Hands
from tests.gui.review.test_review import LEAD, place_of, press, said

MANY = 300
"""So many articles are compared in another process."""
TEXT = "قال ناطق باسم الحكومة السورية أمس"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty project."""
    path = tmp_path / "empty.db"
    init(path, lead=LEAD)
    return path


def demo(pristine: Path, folder: Path) -> Path:
    return Path(shutil.copy(pristine, folder / "demo.db"))


def told_to_all(place: ReviewPlace) -> str:
    """Return what a screen reader says."""
    return place.panel.accessibleDescription()


def has_ink(place: ReviewPlace) -> bool:
    """Tell whether anything stands in the place of the article."""
    image = place.view.viewport().grab().toImage()
    paper = image.pixel(2, 2)
    return any(
        image.pixel(x, y) != paper
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
    )


def finish(project: Project, folder: Path, author: str) -> None:
    """Let an author finish the only article, and find nothing in it."""
    line = {"text": TEXT, "author": author, "spans": []}
    file = folder / "layer.jsonl"
    file.write_text(json.dumps(line) + "\n", "utf-8")
    import_files(project, [file], Quiet())


def test_each_step_of_a_project_says_why_nothing_is_open_and_what_comes_next(
    qtbot: QtBot, hands: Hands, path: Path, tmp_path: Path
) -> None:
    window = hands.open_review(path, LEAD)
    place = place_of(window)
    assert window.session is not None
    assert said(place, "conflictPlace") == "There are no articles in the project yet."
    assert "Import articles" in told_to_all(place)
    assert has_ink(place)

    text = tmp_path / "an article.txt"
    text.write_text(TEXT, "utf-8")

    def after(act: Callable[[Project], object]) -> str:
        """Return why nothing is open once another program has done something."""
        hands.other_program(path, act)
        window.session.look_for_changes()
        return said(place, "conflictPlace")

    assert "nobody has finished" in after(lambda project: import_files(project, [text], Quiet()))
    assert "Hand the same articles to two authors" in told_to_all(place)
    assert "finished by two authors" in after(lambda project: finish(project, tmp_path, "amal"))
    assert "accept single layers" in told_to_all(place)
    assert "all that was finished is settled" in after(
        lambda project: finish(project, tmp_path, "nasser")
    )
    assert "Ctrl+E" in told_to_all(place)
    assert has_ink(place)


def test_the_last_decision_leads_to_what_comes_after(
    qtbot: QtBot, hands: Hands, pristine: Path, tmp_path: Path
) -> None:
    window: MainWindow = hands.open_review(demo(pristine, tmp_path), LEAD)
    place = place_of(window)
    assert place.conflicts.length() == 35
    while place.reviewing.there is not None:
        press(qtbot, "1")
    assert "settled" in said(place, "conflictPlace")
    assert "Overview (Ctrl+F3)" in told_to_all(place)
    window.commands["undo"].trigger()
    assert place.reviewing.there is not None


def test_a_search_that_finds_none_says_what_leaves_them_out(
    qtbot: QtBot, hands: Hands, pristine: Path, tmp_path: Path
) -> None:
    place = place_of(hands.open_review(demo(pristine, tmp_path), LEAD))
    place.conflicts.focus_search()
    hands.type_text(place.conflicts.window().focusWidget(), "لا شيء كهذا")
    qtbot.waitUntil(lambda: place.reviewing.there is None)
    assert said(place, "conflictPlace") == "No open conflict is like that."
    assert "Choose other words" in told_to_all(place)


def test_while_layers_are_compared_nothing_is_said_to_be_settled(
    qtbot: QtBot, hands: Hands, path: Path, tmp_path: Path
) -> None:
    """A lead goes straight to a settled article of a project that is too large to be compared."""
    for author in ("amal", "nasser"):
        rows = [
            {"name": f"{number}", "text": f"{TEXT} {number}", "spans": marked(author, number)}
            for number in range(MANY)
        ]
        file = tmp_path / f"{author}.jsonl"
        file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
        with Project.open(path) as project:
            import_files(project, [file], Quiet(), author=author)
    window = hands.open(path, LEAD)
    window.open_article("1")
    window.commands["review_article"].trigger()
    place = place_of(window)
    comparing = place.reviewing.queueing.comparing
    listed = place.conflicts.findChild(QListView, "conflictList")
    count = place.conflicts.findChild(QLabel, "conflictCount")
    assert comparing.is_under_way
    assert place.conflicts.length() == 0
    assert listed.hint == "Comparing the layers…"
    assert count.text() == "Comparing the layers…"
    press(qtbot, "s")
    assert comparing.is_under_way
    assert said(place, "conflictPlace") == "Comparing the layers…"
    qtbot.waitUntil(lambda: not comparing.is_under_way, timeout=20_000)
    qtbot.waitUntil(lambda: count.text() == "1 open conflict")
    assert said(place, "conflictPlace").startswith("1 of 1")


def marked(author: str, number: int) -> list[dict[str, object]]:
    """Return spans on which two authors differ in the last article alone."""
    longer = author == "nasser" and number == MANY - 1
    return [{"start": 4, "end": 13 if longer else 8, "label": "actor"}]
