"""What is told of exports that lose more than anybody can read."""

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.losses import Loss, LossKind
from annotator.gui.language import speak
from annotator.gui.wording.dataset_texts import tell_export, tell_release
from annotator.workflow.datasets.exporting import ExportReport
from annotator.workflow.datasets.release import ReleaseReport
from annotator.workflow.datasets.release_plan import ReleasePlan

NAMED = 1_000
PLAN = ReleasePlan({}, {}, {}, {}, [], {}, 0, 0, None, None)


class Article(str):
    """The name of an article, which counts how often it is read out."""

    read = 0

    def __format__(self, spec: str) -> str:
        Article.read += 1
        return str(self)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    speak(qapp, "en")


def losses(count: int) -> list[Loss]:
    return [Loss(Article(f"{one}.txt"), "base", LossKind.VALUE, 2) for one in range(count)]


def test_only_the_losses_that_are_named_are_put_in_words() -> None:
    Article.read = 0
    lost = losses(3 * NAMED)
    report = ReleaseReport("v1", PLAN, {"conll": lost[:NAMED], "doccano": lost[NAMED:]})
    told = tell_release(report, "out").splitlines()
    assert "The formats could not hold 6000 things." in told[0]
    assert sum("\u2068conll\u2069: " in line for line in told) == NAMED
    assert told[-1].endswith("and 2000 more")
    assert Article.read == NAMED


def test_as_many_losses_as_are_named_are_all_told() -> None:
    lost = losses(NAMED)
    titles = {loss.article: f"t{loss.article}" for loss in lost}
    report = ExportReport("gold", NAMED, losses=lost, titles=titles)
    told = tell_export(report, "x.jsonl").splitlines()
    assert len(told) == 1 + NAMED
    assert told[-1] == f"\u200e\u2068t{NAMED - 1}.txt\u2069: \u2068base\u2069, " + (
        "2 spans without their values"
    )
