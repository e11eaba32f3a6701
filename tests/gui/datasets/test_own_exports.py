"""Exports from the window hold what the list of who exports shows, and no other article."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export as export_as_terminal
from annotator.workflow.handing.assigning import give
from annotator.workflow.people.authors import ensure_author
from tests.gui.conftest import Hands
from tests.gui.datasets.test_exporting import choose, counted, export, ok, text_of, wait

LEAD = "huda"


@pytest.fixture
def path(pristine: Path, tmp_path: Path) -> Path:
    """A demo of which three articles from the middle are noor's."""
    path = Path(shutil.copy(pristine, tmp_path / "demo.db"))
    with Project.open(path) as project:
        ensure_author(project, "noor")
        give(project, LEAD, list(project.articles.names())[4:7], "noor")
    return path


def names_in(path: Path) -> Iterator[str]:
    with Project.open(path, writable=False) as project:
        yield from project.articles.names().values()


def written(out: Path) -> list[str]:
    return [json.loads(line)["name"] for line in out.read_text("utf-8").splitlines()]


def test_jsonl_holds_an_annotators_own_articles_and_none_else(
    hands: Hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    names = list(names_in(path))
    out = tmp_path / "noor.jsonl"
    told: dict[str, str] = {}

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "jsonl")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told["preview"] = text_of(dialog, "exportPreview")
        told["account"] = text_of(dialog, "exportAccount")
        hands.choose_file(out)
        ok(dialog).click()

    window = hands.open(path, "noor")
    export(window, hands, write)
    sentence = wait(window, qtbot)
    assert written(out) == names[4:7]
    assert f'"name": "{names[4]}"' in told["preview"]
    assert "3 articles will be written." in told["account"]
    assert "3" in sentence
    others = {*names} - {*names[4:7]}
    assert not [name for name in others if name in f"{told}{sentence}"]


def test_the_articles_that_are_not_ready_are_her_own_too(
    hands: Hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "some.jsonl"
    accounts: list[str] = []

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "doccano")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        accounts.append(text_of(dialog, "exportAccount"))
        every = dialog.findChild(QCheckBox, "exportEvery")
        every.setChecked(True)
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        accounts.append(text_of(dialog, "exportAccount"))
        hands.choose_file(out)
        ok(dialog).click()

    window = hands.open(path, "noor")
    export(window, hands, write)
    wait(window, qtbot)
    assert len(out.read_text("utf-8").splitlines()) == 3
    names = list(names_in(path))
    assert not [name for name in {*names} - {*names[4:7]} if name in "".join(accounts)]
    assert "3 articles" in accounts[0]
    assert "3 articles will be written." in accounts[1]


def test_a_lead_takes_all_and_so_does_the_terminal(
    hands: Hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "amal.jsonl"

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportLayer", "amal")
        choose(dialog, "exportFormat", "jsonl")
        hands.choose_file(out)
        ok(dialog).click()

    window = hands.open(path, LEAD)
    export(window, hands, write)
    wait(window, qtbot)
    assert written(out) == list(names_in(path))
    with Project.open(path, writable=False) as project:
        export_as_terminal(project, tmp_path / "all.jsonl", "jsonl", Quiet())
    assert written(tmp_path / "all.jsonl") == list(names_in(path))
