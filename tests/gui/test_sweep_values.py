"""A lead looks at strings that mean different things, and at articles that are ready alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QListView, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice
from annotator.store.project import Project
from annotator.workflow.review.accepting import accept_layers, accept_singles, waiting_layers
from annotator.workflow.review.settling import settled
from tests.gui.conftest import Hands
from tests.gui.sweep_pages import Page
from tests.workflow.swept import LEAD, bring, line, meant, odd, project_of, usual

KSRK = "base with different values: 4 × \u2068قسرك\u2069 · 1 × \u2068مطار قسرك\u2069"


def values_of(path: Path, name: str) -> dict[str, object]:
    """Return what the gold of an article means, by label."""
    with Project.open(path, writable=False) as project, project.reading():
        article = project.articles.by_name(name)
        assert article is not None
        return {span.label: span.value.to_json() for span in settled(project, article).gold}  # type: ignore[union-attr]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project_of(tmp_path / "p.db", *meant())


@pytest.fixture
def page(qtbot: QtBot, hands: Hands, path: Path) -> Page:
    return Page(qtbot, hands.open(path, LEAD)).open()


def choose(page: Page, row: int) -> None:
    view = page.part(QListView, "sweepStrings")
    view.setCurrentIndex(view.model().index(row, 0))


def test_strings_with_different_values_are_listed_with_their_places(page: Page) -> None:
    assert page.told() == {
        "قسرك": KSRK,
        "مئة": "figure with different values: 4 × \u2066100\u2069 · 1 × \u206610\u2069",
    }
    first = page.strings()[0]
    assert [(part.count, part.is_faint) for part in first.parts] == [(4, False), (1, True)]
    assert page.rows()[:2] == [("elsewhere", "\u2068مطار قسرك\u2069"), ("meant-0", "as most")]
    assert page.ticked() == ["elsewhere"]
    mark = page.part(QPushButton, "sweepMark").text()
    assert mark == "Give the value \u2068قسرك\u2069 (1)"


def test_a_place_gets_the_value_of_most_and_one_undo_takes_it_back(page: Page, path: Path) -> None:
    before = values_of(path, "elsewhere")
    page.press("sweepMark")
    assert "1 place decided." in page.said()
    assert values_of(path, "elsewhere") == {
        "base": values_of(path, "meant-0")["base"],
        "figure": {"value": 10},
    }
    assert list(page.told()) == ["مئة"]
    page.press("sweepMark")
    assert values_of(path, "elsewhere")["figure"] == {"value": 100}
    assert page.told() == {}
    for _ in range(2):
        page.window.commands["undo"].trigger()
        page.wait()
    assert values_of(path, "elsewhere") == before
    assert list(page.told()) == ["قسرك", "مئة"]


def test_a_value_that_is_right_stays_and_is_not_listed_again(page: Page, path: Path) -> None:
    before = values_of(path, "elsewhere")
    page.press("sweepKeep")
    assert list(page.told()) == ["مئة"]
    assert values_of(path, "elsewhere") == before
    page.window.commands["undo"].trigger()
    page.wait()
    assert list(page.told()) == ["قسرك", "مئة"]


def test_a_span_with_an_odd_value_can_be_taken_out_of_gold(page: Page, path: Path) -> None:
    choose(page, 1)
    assert page.rows()[0] == ("elsewhere", "\u206610\u2069")
    page.press("sweepTakeOut")
    assert set(values_of(path, "elsewhere")) == {"base"}


def test_enter_opens_the_place_where_a_value_is_odd(page: Page) -> None:
    page.places.setFocus()
    page.key(Qt.Key.Key_Return)
    view = page.window.workplace.places.review.view
    assert view.hasFocus()
    assert view.selected_span() is not None


def test_a_value_that_changes_meanwhile_is_passed_over(page: Page, path: Path) -> None:
    page.window.session._file._lookout.stop()
    bring(path, [line("elsewhere", "غادروا [قسرك:base=تل قسرك] ومعهم [مئة:figure=10]", "noor")])
    page.press("sweepMark")
    assert "1 place left as it is" in page.said()


def test_the_string_at_hand_stays_when_it_is_listed_for_both(page: Page, path: Path) -> None:
    bring(path, [line("bare", "عادوا من قسرك ليلا")])
    page.window.session.look_for_changes()
    page.qtbot.waitUntil(lambda: len(page.strings()) == 3, timeout=10_000)
    row = [one.told for one in page.strings()].index(KSRK)
    choose(page, row)
    bring(path, [line("late", "عادوا من قسرك فجرا")])
    page.window.session.look_for_changes()
    page.qtbot.waitUntil(
        lambda: any("2 bare" in one.told for one in page.strings()), timeout=10_000
    )
    assert page.rows()[0][0] == "elsewhere"


def test_articles_that_are_not_ready_can_be_left_out(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    path = project_of(tmp_path / "p.db", *usual(), *odd())
    page = Page(qtbot, hands.open(path, LEAD)).open()
    box = page.part(QCheckBox, "sweepReady")
    page.qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    page.wait()
    assert page.told() == {}
    with Project.open(path) as project:
        bare = next(one for one, name in project.articles.names().items() if name == "bare")
        waiting = waiting_layers(project, Choice.SINGLE)
        asked = [(one.article_id, one.author) for one in waiting if one.article_id != bare]
        accept_layers(project, LEAD, Choice.SINGLE, asked)
    page.window.session.look_for_changes()
    page.qtbot.waitUntil(lambda: page.told() != {}, timeout=10_000)
    assert [name for name, _ in page.rows()[:2]] == ["other", "borders"]
    page.window.set_language("ar")
    again = Page(page.qtbot, page.window)
    again.wait()
    assert again.part(QCheckBox, "sweepReady").isChecked()
    assert [name for name, _ in again.rows()[:2]] == ["other", "borders"]
    page.qtbot.mouseClick(again.part(QCheckBox, "sweepReady"), Qt.MouseButton.LeftButton)
    again.wait()
    assert again.rows()[0][0] == "bare"


def test_a_large_project_is_read_for_ready_articles_alone_too(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    path = project_of(tmp_path / "p.db", *usual(250), *odd(), *meant())
    with Project.open(path) as project:
        accept_singles(project, LEAD)
    page = Page(qtbot, hands.open(path, LEAD)).open()
    assert len(page.told()) == 2
    bring(path, [line("late", "غادروا قسرك مساء")])
    page.window.session.look_for_changes()
    page.qtbot.waitUntil(lambda: "2 bare" in page.strings()[0].told, timeout=20_000)
    page.qtbot.mouseClick(page.part(QCheckBox, "sweepReady"), Qt.MouseButton.LeftButton)
    page.wait()
    assert "1 bare" in page.strings()[0].told
    page.part(QSpinBox, "sweepTimes").setValue(9)
    page.wait()
    assert page.page.sweeping.ready_only


@pytest.mark.parametrize(
    ("language", "order"),
    [
        (
            "en",
            ["Marked alike in at least", "sweepPercent", "of the places", "sweepTimes", "or more"],
        ),
        ("ar", ["على نحو واحد", "sweepPercent", "من المواضع", "sweepTimes", "على الأقل"]),
    ],
)
def test_the_sentence_with_the_numbers_is_one_and_in_the_order_of_the_language(
    page: Page, language: str, order: list[str]
) -> None:
    page.window.set_language(language)
    again = Page(page.qtbot, page.window)
    percent = again.part(QSpinBox, "sweepPercent")
    parent = percent.parentWidget()
    assert parent is not None
    told = sorted(
        (one for one in parent.findChildren(QWidget) if isinstance(one, QLabel | QSpinBox)),
        key=lambda one: (one.y() // 40, one.x() if language == "en" else -one.x()),
    )
    shown = [one.text() if isinstance(one, QLabel) else one.objectName() for one in told]
    assert [begin for begin, text in zip(order, shown, strict=True) if begin in text] == order
