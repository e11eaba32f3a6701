"""Releases: planned before the eyes of a lead, written whole, frozen, or not at all."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.project.trash import remove_article
from annotator.workflow.projects import init
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.settling import Reviews
from tests.gui.overview_figures import look, part


@pytest.fixture
def lead(hands, path: Path) -> MainWindow:
    """The window of a lead who has settled all conflicts."""

    def settle(project: Project) -> None:
        ruling = Ruling(Choice.OPTION, author="amal")
        rule_all(project, "huda", [(one, ruling) for one in Reviews(project).conflicts()])

    hands.other_program(path, settle)
    return hands.open(path, "huda")


def button(dialog: QWidget, text: str) -> QPushButton:
    (found,) = (one for one in dialog.findChildren(QPushButton) if one.text() == text)
    return found


def planned(dialog: QWidget, qtbot: QtBot) -> dict[str, dict[str, int]]:
    """Wait for the plan; return what each split holds."""
    stop = dialog.findChild(QPushButton, "releaseStop")
    qtbot.waitUntil(lambda: not stop.isEnabled(), timeout=30_000)
    table = dialog.findChild(QTableWidget, "releaseFigures")
    return {
        table.horizontalHeaderItem(column).text(): {
            table.verticalHeaderItem(row).text().strip("\u2068\u2069"): int(
                table.item(row, column).text()
            )
            for row in range(table.rowCount())
        }
        for column in range(table.columnCount())
    }


def tick(dialog: QWidget, *formats: str) -> None:
    box = dialog.findChild(QListWidget, "releaseFormats")
    for row in range(box.count()):
        item = box.item(row)
        is_wanted = item.data(Qt.ItemDataRole.UserRole) in formats
        item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)


def wait(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=60_000)
    return window.notice.sentence()


def releases(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project, project.reading():
        return project.releases.names()


def test_what_was_planned_is_released_and_frozen(
    lead: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "demo-v1"
    plans: list[dict[str, dict[str, int]]] = []
    alike: list[str] = []

    def answer(dialog: QWidget) -> None:
        dialog.findChild(QLineEdit, "releaseShares").setText("60/20/20")
        dialog.findChild(QSpinBox, "releaseSeed").setValue(7)
        dialog.findChild(QLineEdit, "releaseLicence").setText("CC BY 4.0")
        box = dialog.findChild(QComboBox, "releaseBy")
        box.setCurrentIndex(box.findData("time"))
        tick(dialog, "jsonl", "conll")
        qtbot.wait(450)
        plans.append(planned(dialog, qtbot))
        told = dialog.findChild(QTextEdit, "releaseTold").toPlainText()
        assert "Left out, nobody has finished it" in told
        alike.append(told)
        hands.choose_file(out)
        button(dialog, "&Choose a folder…").click()

    hands.answer(answer)
    lead.commands["release"].trigger()
    told = wait(lead, qtbot)
    assert told.startswith("“\u2068v1\u2069” was released to “\u2068demo-v1\u2069” and is frozen.")
    assert releases(path) == ["v1"]
    (manifest,) = (json.loads(one.read_text("utf-8")) for one in out.glob("*.json"))
    about = manifest.get("about", manifest)
    assert (about["seed"], about["by"], about["licence"]) == (7, "time", "CC BY 4.0")
    highest, within = manifest["highest_similarity"], manifest["most_within"]
    assert f"\u2066{highest['similarity']:.1%}\u2069 of their words in threes" in alike[0]
    assert f"another split, \u2066{within['share']:.1%}\u2069: " in alike[0]
    assert all(
        f"\u2068{name}\u2069" in alike[0] for name in (*highest["articles"], *within["articles"])
    )
    for split, there in plans[0].items():
        written = (out / "jsonl" / f"{split}.jsonl").read_text("utf-8").splitlines()
        assert len(written) == there.pop("articles")
        assert about["splits"][split]["spans"] == there
        assert (out / "conll" / f"{split}.conll").is_file()
    assert lead.notice.findChild(QPushButton, "openFolder").isVisible()


def test_a_split_that_would_be_empty_is_told(lead: MainWindow, hands, qtbot: QtBot) -> None:
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        dialog.findChild(QLineEdit, "releaseShares").setText("98/1/1")
        qtbot.wait(450)
        (empty,) = {
            tuple(split for split, there in planned(dialog, qtbot).items() if not there["articles"])
        }
        assert empty
        told.append(dialog.findChild(QTextEdit, "releaseTold").toPlainText())
        told.append(", ".join(f"\u2068{split}\u2069" for split in empty))
        dialog.close()

    hands.answer(answer)
    lead.commands["release"].trigger()
    assert f"Nothing is in {told[1]}: there are too few articles" in told[0]


def test_articles_named_together_share_a_split_and_what_was_ruled_out_goes_along(
    lead: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "demo-v1"
    with Project.open(path, writable=False) as project, project.reading():
        ready = [one.article for one in Reviews(project).all() if one.ready]
    names = ready[:4]
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        dialog.findChild(QLineEdit, "releaseShares").setText("50/25/25")
        together = dialog.findChild(QPlainTextEdit, "releaseTogether")
        hands.type_text(together, f"{names[0]}, nowhere.txt")
        qtbot.wait(450)
        planned(dialog, qtbot)
        told.append(dialog.findChild(QTextEdit, "releaseTold").toPlainText())
        assert not button(dialog, "&Choose a folder…").isEnabled()
        together.clear()
        hands.type_text(together, ", ".join(f'"{name}"' for name in names))
        dialog.findChild(QCheckBox, "releaseJudged").click()
        qtbot.wait(450)
        planned(dialog, qtbot)
        hands.choose_file(out)
        button(dialog, "&Choose a folder…").click()

    hands.answer(answer)
    lead.commands["release"].trigger()
    wait(lead, qtbot)
    assert "nowhere.txt" in told[0]
    lines = (out / "articles.jsonl").read_text("utf-8").splitlines()
    splits = {one["name"]: one["split"] for one in map(json.loads, lines)}
    assert len({splits[name] for name in names}) == 1
    assert len(set(splits.values())) > 1
    judged = [json.loads(line) for line in (out / "judged.jsonl").read_text("utf-8").splitlines()]
    assert any(one["spans"] for one in judged)


def test_what_cannot_be_released_is_said_while_it_is_typed(
    lead: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        planned(dialog, qtbot)
        go, problem = (
            button(dialog, "&Choose a folder…"),
            dialog.findChild(QLabel, "releaseProblem"),
        )
        shares = dialog.findChild(QLineEdit, "releaseShares")
        name = dialog.findChild(QLineEdit, "releaseName")
        assert go.isEnabled()
        for field, wrong, right in (
            (shares, "80:20", "80/20"),
            (shares, "80/30", "8/2"),
            (name, "  ", "v2"),
            (name, "a" * 101, "v2"),
        ):
            field.setText(wrong)
            told.append(problem.text())
            assert not go.isEnabled()
            field.setText(right)
            qtbot.wait(450)
            planned(dialog, qtbot)
            assert go.isEnabled(), wrong
        together = dialog.findChild(QPlainTextEdit, "releaseTogether")
        together.setPlainText("a" * 131_073)
        told.append(problem.text())
        assert not go.isEnabled()
        together.clear()
        qtbot.wait(450)
        planned(dialog, qtbot)
        tick(dialog)
        told.append(problem.text())
        assert not go.isEnabled()
        dialog.close()

    hands.answer(answer)
    lead.commands["release"].trigger()
    assert "80/10/10" in told[0]
    assert "add up to 110 and not to 100" in told[1]
    assert told[2] == "Give the release a name."
    assert "cannot name a release" in told[3]
    assert "no list of articles" in told[4]
    assert told[5:] == ["Tick at least one format."]
    assert releases(path) == []


def test_a_format_that_needs_an_extra_cannot_be_ticked_and_says_how_to_get_it(
    lead: MainWindow, hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        box = dialog.findChild(QListWidget, "releaseFormats")
        for row in range(box.count()):
            item = box.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == "parquet":
                assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
                told.extend((item.text(), item.toolTip()))
        dialog.close()

    hands.answer(answer)
    lead.commands["release"].trigger()
    title, about = told
    assert title.endswith(": not installed")
    assert "pip install annotator[parquet]" in about


def test_a_name_that_is_frozen_is_not_given_again(
    lead: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    def first(dialog: QWidget) -> None:
        planned(dialog, qtbot)
        hands.choose_file(tmp_path / "one")
        button(dialog, "&Choose a folder…").click()

    def second(dialog: QWidget) -> None:
        name = dialog.findChild(QLineEdit, "releaseName")
        assert name.text() == "v2"
        name.setText("v1")
        planned(dialog, qtbot)
        assert "frozen" in dialog.findChild(QLabel, "releaseProblem").text()
        assert not button(dialog, "&Choose a folder…").isEnabled()
        dialog.close()

    for answer in (first, second):
        hands.answer(answer)
        lead.commands["release"].trigger()
        wait(lead, qtbot)
    assert releases(path) == ["v1"]


def chosen(dialog: QWidget) -> dict[str, object]:
    """Return what stands in the fields."""
    formats = dialog.findChild(QListWidget, "releaseFormats")
    items = [formats.item(row) for row in range(formats.count())]
    return {
        "name": dialog.findChild(QLineEdit, "releaseName").text(),
        "shares": dialog.findChild(QLineEdit, "releaseShares").text(),
        "by": dialog.findChild(QComboBox, "releaseBy").currentData(),
        "seed": dialog.findChild(QSpinBox, "releaseSeed").value(),
        "licence": dialog.findChild(QLineEdit, "releaseLicence").text(),
        "together": dialog.findChild(QPlainTextEdit, "releaseTogether").toPlainText(),
        "judged": dialog.findChild(QCheckBox, "releaseJudged").isChecked(),
        "formats": [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ],
    }


def choose_much(dialog: QWidget, together: str) -> None:
    """Choose something else than what is proposed at first, wherever there is a choice."""
    dialog.findChild(QLineEdit, "releaseShares").setText("70/15/15")
    by = dialog.findChild(QComboBox, "releaseBy")
    by.setCurrentIndex(by.findData("outlet"))
    dialog.findChild(QSpinBox, "releaseSeed").setValue(7)
    dialog.findChild(QLineEdit, "releaseLicence").setText("CC BY 4.0")
    dialog.findChild(QPlainTextEdit, "releaseTogether").setPlainText(together)
    dialog.findChild(QCheckBox, "releaseJudged").setChecked(True)
    tick(dialog, "conll", "csv")


@pytest.mark.parametrize("again", ["at once", "another day"])
def test_the_next_release_is_proposed_as_the_last_was(
    lead: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path, again: str
) -> None:
    with Project.open(path, writable=False) as project, project.reading():
        names = [one.article for one in Reviews(project).all() if one.ready][:2]
    before: list[dict[str, object]] = []

    def first(dialog: QWidget) -> None:
        choose_much(dialog, ", ".join(f'"{name}"' for name in names))
        qtbot.wait(450)
        planned(dialog, qtbot)
        before.append(chosen(dialog))
        hands.choose_file(tmp_path / "one")
        button(dialog, "&Choose a folder…").click()

    hands.answer(first)
    lead.commands["release"].trigger()
    wait(lead, qtbot)
    assert releases(path) == ["v1"]
    if again == "another day":
        hands.close(lead)
        lead = hands.open(path, "huda")

    def second(dialog: QWidget) -> None:
        before.append(chosen(dialog))
        dialog.close()

    hands.answer(second)
    lead.commands["release"].trigger()
    assert before[1] == before[0] | {"name": "v2", "together": ", ".join(names)}


def test_a_release_that_came_to_nothing_is_proposed_again_in_the_other_language_too(
    lead: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    before: list[dict[str, object]] = []

    def first(dialog: QWidget) -> None:
        choose_much(dialog, "")
        dialog.findChild(QLineEdit, "releaseName").setText("summer")
        qtbot.wait(450)
        planned(dialog, qtbot)
        before.append(chosen(dialog))
        hands.choose_file(tmp_path / "nowhere" / "one")
        button(dialog, "&Choose a folder…").click()

    hands.answer(first)
    lead.commands["release"].trigger()
    wait(lead, qtbot)
    assert releases(path) == []
    lead.set_language("ar")

    def second(dialog: QWidget) -> None:
        before.append(chosen(dialog))
        dialog.close()

    hands.answer(second)
    lead.commands["release"].trigger()
    assert before[1] == before[0]


def test_articles_that_are_gone_are_not_proposed_to_be_kept_together(
    lead: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    with Project.open(path, writable=False) as project, project.reading():
        names = [one.article for one in Reviews(project).all() if one.ready][:3]

    def first(dialog: QWidget) -> None:
        choose_much(dialog, ", ".join(names))
        qtbot.wait(450)
        planned(dialog, qtbot)
        hands.choose_file(tmp_path / "one")
        button(dialog, "&Choose a folder…").click()

    hands.answer(first)
    lead.commands["release"].trigger()
    wait(lead, qtbot)

    def remove_first(project: Project) -> None:
        with project.reading():
            article = project.articles.by_name(names[0])
        assert article is not None
        remove_article(project, "huda", article)

    hands.other_program(path, remove_first)
    told: list[object] = []

    def second(dialog: QWidget) -> None:
        told.append(chosen(dialog)["together"])
        dialog.close()

    hands.answer(second)
    lead.commands["release"].trigger()
    assert told == [", ".join(names[1:])]


def test_nothing_is_frozen_where_a_release_is_cancelled(
    lead: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "gone"

    def answer(dialog: QWidget) -> None:
        planned(dialog, qtbot)
        tick(dialog, "jsonl", "cas_xmi", "brat", "csv")
        hands.choose_file(out)
        button(dialog, "&Choose a folder…").click()

    hands.answer(answer)
    before = sorted(tmp_path.iterdir())
    lead.commands["release"].trigger()
    lead.notice.findChild(QPushButton, "cancelWork").click()
    assert wait(lead, qtbot) == "Cancelled."
    assert releases(path) == []
    assert sorted(tmp_path.iterdir()) == before


def test_where_nothing_is_ready_that_is_said(hands, qtbot: QtBot, path: Path) -> None:
    empty = path.with_name("empty.db")
    init(empty, lead="huda")
    window = hands.open(empty, "huda")
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        planned(dialog, qtbot)
        told.append(dialog.findChild(QTextEdit, "releaseTold").toPlainText())
        assert not button(dialog, "&Choose a folder…").isEnabled()
        dialog.close()

    hands.answer(answer)
    window.commands["release"].trigger()
    assert "No article is ready" in told[0]


def test_a_release_is_begun_from_the_overview(lead: MainWindow, hands, qtbot: QtBot) -> None:
    look(qtbot, lead)
    names: list[str] = []

    def answer(dialog: QWidget) -> None:
        names.append(dialog.objectName())
        dialog.close()

    hands.answer(answer)
    qtbot.mouseClick(part(lead, QPushButton, "overviewRelease"), Qt.MouseButton.LeftButton)
    hands.answer(answer)
    begin = part(lead, QPushButton, "overviewRelease")
    begin.setFocus()
    qtbot.keyClick(begin, Qt.Key.Key_Space)
    assert names == ["releaseDialog"] * 2


def test_annotators_are_not_offered_a_release(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.commands["release"].isEnabled()
    look(qtbot, window)
    assert window.findChild(QPushButton, "overviewRelease") is None
