"""In what order conflicts come to a lead, and that each one comes into the middle of the text."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from annotator.core.causes import Cause
from annotator.core.progress import Quiet
from annotator.core.queue import QueueOrder, Waiting, surface
from annotator.gui.review.review_place import ReviewPlace
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init
from tests.gui.conftest import Hands
from tests.gui.review.test_review import LEAD, at_hand, place_of, press

MOST_SAY_IT, NOBODY_SAYS_THE_SAME = ("قسرك", "قسرك", "وقسرك"), ("قسرك", "وقسرك", "إلى وقسرك")


def opened(hands: Hands, path: Path) -> ReviewPlace:
    window = hands.open_review(path, LEAD)
    return place_of(window)


def choose(place: ReviewPlace, order: QueueOrder) -> None:
    """Choose an order as the mouse does."""
    box = place.findChild(QComboBox, "conflictOrder")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(order))
    box.activated.emit(box.currentIndex())


def rank(row: Waiting, order: QueueOrder) -> object:
    """Return what a list in that order is sorted by."""
    return {
        QueueOrder.ARTICLE: row.place,
        QueueOrder.CAUSE: list(Cause).index(row.cause),
        QueueOrder.LABEL: row.labels,
        QueueOrder.SURFACE: surface(row.folded),
    }[order]


@pytest.mark.parametrize("order", [one for one in QueueOrder if one is not QueueOrder.WORST])
def test_conflicts_come_in_the_order_that_is_chosen(
    qtbot: QtBot, hands: Hands, path: Path, order: QueueOrder
) -> None:
    place = opened(hands, path)
    before = {one.id for one in place.conflicts.rows()}
    choose(place, order)
    rows = list(place.conflicts.rows())
    assert {one.id for one in rows} == before
    ranks = [rank(one, order) for one in rows]
    assert ranks == sorted(ranks)
    ids = [one.id for one in rows]
    start = ids.index(at_hand(place).id)
    for expected in [*ids[start:], *ids[:start]]:
        assert at_hand(place).id == expected
        press(qtbot, "s")


def test_the_worst_come_first(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "three.db"
    init(path, lead=LEAD)
    answers = (MOST_SAY_IT, NOBODY_SAYS_THE_SAME, MOST_SAY_IT)
    for number, author in enumerate(("amal", "nasser", "salma")):
        lines = []
        for name, quotes in enumerate(answers):
            text, quote = f"غادرت القوات إلى وقسرك أمس {name}", quotes[number]
            start = text.index(quote)
            spans = [{"label": "base", "start": start, "end": start + len(quote)}]
            lines.append({"name": f"{name}", "text": text, "spans": spans})
        file = tmp_path / f"{author}.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        with Project.open(path) as project:
            import_files(project, [file], Quiet(), author=author)
    place = opened(hands, path)
    choose(place, QueueOrder.WORST)
    assert [one.article for one in place.conflicts.rows()] == ["1", "0", "2"]


def test_each_conflict_comes_into_the_middle_unless_the_article_ends(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    place = opened(hands, path)
    view = place.view
    bar, shares = view.verticalScrollBar(), []
    for _ in range(35):
        QApplication.processEvents()
        there = at_hand(place)
        rects = view.rects_of(there.start, there.end)
        high = view.viewport().height()
        assert all(one.top() >= 0 and one.bottom() <= high for one in rects)
        if bar.minimum() < bar.value() < bar.maximum():
            shares.append(rects[0].center().y() / high)
        press(qtbot, "s")
    assert len(shares) > 20
    assert shares == pytest.approx([0.5] * len(shares), abs=0.1)
