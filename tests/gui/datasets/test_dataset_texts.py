"""What is told of exports that lose more than anybody can read, and comes to the window."""

import pickle

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.behind import Wait
from annotator.core.losses import Loss, LossKind
from annotator.core.release import Bridging
from annotator.gui.language import speak
from annotator.gui.wording.dataset_texts import DatasetTexts, tell_export, tell_release
from annotator.workflow.datasets.export_report import ExportReport
from annotator.workflow.datasets.release import ReleaseReport
from annotator.workflow.datasets.release_plan import ReleasePlan
from annotator.workflow.datasets.told import told_export, told_plan, told_release

NAMED = 1_000
MANY = 100_000
PLAN = ReleasePlan({}, {}, {}, {}, [], {}, 0, [], 0, 0, 0, None, None)
SMALL = 200_000
"""Bytes that are unpacked in a few milliseconds."""


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    speak(qapp, "en")


def losses(count: int) -> list[Loss]:
    return [Loss(f"{one}.txt", "base", LossKind.VALUE, 2) for one in range(count)]


def test_only_the_losses_that_are_named_come_to_the_window() -> None:
    lost = losses(MANY)
    report = told_release(ReleaseReport("v1", PLAN, {"conll": lost[:NAMED], "csv": lost[NAMED:]}))
    assert len(pickle.dumps(report)) < SMALL
    told = tell_release(report, "out").splitlines()
    assert "The formats could not hold 200000 things." in told[0]
    assert sum("\u2068conll\u2069: " in line for line in told) == NAMED
    assert told[-1].endswith("and 99000 more")


def test_an_export_tells_the_worst_losses_and_counts_the_others() -> None:
    lost = [*losses(MANY), Loss("worst.txt", "date", LossKind.DROPPED, 1)]
    titles = {loss.article: f"t{loss.article}" for loss in lost}
    unready = [f"{one}.txt" for one in range(MANY)]
    report = told_export(ExportReport("gold", MANY, not_ready=unready, losses=lost, titles=titles))
    assert len(pickle.dumps(report)) < SMALL
    told = tell_export(report, "x.jsonl").splitlines()
    assert "100000 articles that are not ready are left out." in told[0]
    assert told[NAMED + 1].endswith("and 99000 more")
    assert "\u2068tworst.txt\u2069: \u2068date\u2069, 1 span not written" in told[NAMED + 2]
    assert told[-1].endswith("and 99001 more")
    account = DatasetTexts().account(report, {"base": "Base"})
    (line,) = [one for one in account if "without" in one]
    assert "200000 spans without their values: " in line
    assert line.endswith("\u2068t2.txt\u2069, and 99997 more")


def test_a_plan_of_many_articles_comes_to_the_window_by_its_first_names() -> None:
    names = [f"{one}.txt" for one in range(MANY)]
    plan = ReleasePlan(
        splits=dict.fromkeys(names, "train"),
        hashes={name: name * 8 for name in names},
        figures={},
        not_ready=dict.fromkeys(names, (Wait.NOBODY,)),
        bridging=[Bridging(name, "near") for name in names],
        moved=dict.fromkeys(names, ("dev", "test")),
        stayed=0,
        together=[],
        out_of_time=0,
        parted_outlets=0,
        same_story=0,
        highest=None,
        most_within=None,
    )
    compact = told_plan(plan)
    assert len(pickle.dumps(compact)) < SMALL
    told = DatasetTexts().of_plan(compact)
    assert sum("and 99997 more" in line for line in told) == 2
    assert told[-1] == "and 99950 more"


def test_as_many_losses_as_are_named_are_all_told() -> None:
    lost = losses(NAMED)
    titles = {loss.article: f"t{loss.article}" for loss in lost}
    report = told_export(ExportReport("gold", NAMED, losses=lost, titles=titles))
    told = tell_export(report, "x.jsonl").splitlines()
    assert len(told) == 1 + NAMED
    assert told[-1] == f"\u200e\u2068t{NAMED - 1}.txt\u2069: \u2068base\u2069, " + (
        "2 spans without their values"
    )
