"""All mentions in all articles: marked in the background or at once, with one undo."""

import json
from multiprocessing import active_children
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QProgressBar,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from annotator.core.model import Status
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.rows.article_rows import ROW_ROLE
from annotator.gui.widgets.notice import Notice
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import find_damage, init
from tests.gui.conftest import Hands
from tests.gui.mentions.conftest import TEXT
from tests.gui.mentions.test_mentions import (
    ALONE,
    FAST,
    PLACES,
    all_found,
    everywhere,
    idle,
    is_listed,
    key,
    label_text,
    rows,
    ticks,
    view_of,
    wait_for,
)


def test_all_articles_are_marked_in_the_background_and_one_undo_takes_all_back(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "+")
    key(qtbot, window, FAST)  # too early: nothing is marked before all are found
    wait_for(qtbot, lambda: all_found(window))
    assert len(everywhere(project)) == 1
    assert label_text(window, "mentionCount") == "121 of 121 ticked"
    assert len(ticks(window)) == 60 + 122
    key(qtbot, window, FAST)
    assert not is_listed(window)
    wait_for(qtbot, lambda: idle(window))
    found = everywhere(project)
    assert len(found) == len(set(found)) == 122
    assert len(window.session.layer.spans) == 4
    assert window.findChild(Notice).sentence() == "121 mentions marked in 60 articles."
    window.commands["unsure"].trigger()  # the next act: what was told of the last one goes
    assert window.findChild(Notice).sentence() == ""
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    wait_for(qtbot, lambda: idle(window))
    assert everywhere(project) == [("first", *PLACES[0])]
    assert len(window.session.layer.spans) == 1
    window.commands["redo"].trigger()
    wait_for(qtbot, lambda: idle(window))
    assert everywhere(project) == found
    assert list(find_damage(project, Quiet())) == []


def test_keys_pressed_while_mentions_are_looked_for_count_once_all_are_found(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "+", "3", FAST)
    assert everywhere(project) == []
    assert "once all are found" in label_text(window, "mentionsTold")
    wait_for(qtbot, lambda: not is_listed(window) and idle(window))
    assert len(everywhere(project)) == 122
    window.commands["undo"].trigger()
    wait_for(qtbot, lambda: idle(window))
    assert everywhere(project) == []


def test_all_is_undone_from_an_article_that_has_no_other_mention(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=", FAST)
    key(qtbot, window, "+")
    wait_for(qtbot, lambda: all_found(window))
    key(qtbot, window, FAST)
    wait_for(qtbot, lambda: idle(window))
    assert len(everywhere(project)) == 122
    window.commands["undo"].trigger()
    wait_for(qtbot, lambda: idle(window))
    assert len(everywhere(project)) == 4


def test_marking_goes_on_while_all_are_marked(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "+", "3")
    wait_for(qtbot, lambda: all_found(window))
    key(qtbot, window, FAST)
    assert not idle(window)
    hands.mark(window, "1", ALONE)
    hands.mark(window, "3", PLACES[1])
    wait_for(qtbot, lambda: idle(window))
    assert sorted(hands.places(project, "first")) == sorted(
        [(*ALONE, "base"), *((*place, "actor") for place in PLACES)]
    )
    assert len(everywhere(project)) == 123
    assert window.session.layer == hands.stored(project, "first")


def test_looking_can_be_stopped_and_what_was_found_be_marked(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    news = project.with_name("more.jsonl")
    padding = "خبر " * 500  # or all would be found before anybody can stop
    lines = [{"name": f"more {n}", "text": f"{n} {padding} بالتحالف"} for n in range(3000)]
    news.write_text("".join(json.dumps(line) + "\n" for line in lines))
    hands.other_program(project, lambda opened: import_files(opened, [news], Quiet()))
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "+")
    bar = view_of(window).parent().findChild(QProgressBar)
    assert bar.isVisible()
    wait_for(qtbot, lambda: bool(rows(window)) and bar.value() > 0)
    assert bar.maximum() == 3060
    qtbot.mouseClick(window.findChild(QPushButton, "stopLooking"), Qt.MouseButton.LeftButton)
    wait_for(qtbot, lambda: all_found(window))
    assert not bar.isVisible()
    found = sum(tick is True for tick in ticks(window))
    assert 0 < found < 3000
    key(qtbot, window, FAST)
    wait_for(qtbot, lambda: idle(window))
    assert not is_listed(window)
    assert len(everywhere(project)) == 1 + found


def test_finished_articles_that_will_be_taken_up_are_counted(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    window.open_article("07")
    window.commands["finish"].trigger()
    window.open_article("first")
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "+")
    wait_for(qtbot, lambda: all_found(window))
    assert label_text(window, "mentionsTold") == "1 finished article will be in progress again."
    key(qtbot, window, FAST)
    wait_for(qtbot, lambda: idle(window))
    assert hands.stored(project, "07").status is Status.IN_PROGRESS


def test_the_window_can_be_closed_while_mentions_are_gathered(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "+")
    assert active_children()
    window.close()
    QApplication.processEvents()
    assert not active_children()
    assert len(everywhere(project)) == 1


def counts(window: MainWindow) -> list[int]:
    """Return how many spans each article has, as the list of articles shows it."""
    model = window.workbench.articles._view.model()
    return [model.index(row, 0).data(ROW_ROLE).spans for row in range(model.rowCount())]


def mark_everywhere(qtbot: QtBot, window: MainWindow, *keys: str) -> None:
    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, *keys)
    wait_for(qtbot, lambda: all_found(window))
    key(qtbot, window, FAST)
    wait_for(qtbot, lambda: idle(window))


def few_articles(hands: Hands, tmp_path: Path, *texts: str) -> Path:
    path = tmp_path / "few.annotator"
    init(path)
    file = tmp_path / "few.jsonl"
    file.write_text("\n".join(json.dumps({"text": text}) for text in texts))
    hands.other_program(path, lambda project: import_files(project, [file], Quiet()))
    return path


def test_the_list_of_articles_follows_undo_and_redo_of_an_act_over_a_few(
    qtbot: QtBot, hands: Hands, tmp_path: Path, settings: object
) -> None:
    path = few_articles(hands, tmp_path, *(f"{TEXT} {number}" for number in range(3)))
    window = hands.open(path, "noor")
    mark_everywhere(qtbot, window, "+", "3")
    assert counts(window) == [4, 4, 4]
    mark_everywhere(qtbot, window, "_")
    assert counts(window) == [0, 0, 0]
    for command, shown in (("undo", 4), ("undo", 0), ("redo", 4), ("redo", 0)):
        window.commands[command].trigger()
        wait_for(qtbot, lambda: idle(window))
        assert counts(window) == [shown] * 3


def test_the_list_of_articles_follows_undo_and_redo_of_an_act_over_many(
    qtbot: QtBot, window: MainWindow
) -> None:
    mark_everywhere(qtbot, window, "+", "3")
    marked = counts(window)
    assert sorted(set(marked)) == [2, 4]
    for command, shown in (("undo", [0] * 60), ("redo", marked)):
        window.commands[command].trigger()
        wait_for(qtbot, lambda: idle(window))
        assert counts(window) == shown


WAIT = "Undo and redo have to wait until this is done or cancelled: "


def test_nothing_older_is_undone_while_all_are_marked_or_taken_out(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "1", ALONE)
    for asked, doing in ((("+", "3"), "Marking mentions…"), (("_",), "Taking the spans out…")):
        window.workbench.view.select(*PLACES[0])
        key(qtbot, window, *asked)
        wait_for(qtbot, lambda: all_found(window))
        key(qtbot, window, FAST)
        assert not idle(window)
        window.commands["undo"].trigger()
        assert window.state_bar.currentMessage() == WAIT + doing
        wait_for(qtbot, lambda: idle(window))
        assert ("first", *ALONE) in everywhere(project)
    assert everywhere(project) == [("first", *ALONE)]
    window.commands["undo"].trigger()
    wait_for(qtbot, lambda: idle(window))
    assert len(everywhere(project)) == 123


def test_nothing_is_done_again_while_all_are_marked(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "1", ALONE)
    window.commands["undo"].trigger()
    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "+", "3")
    wait_for(qtbot, lambda: all_found(window))
    key(qtbot, window, FAST)
    window.commands["redo"].trigger()
    assert window.state_bar.currentMessage() == f"{WAIT}Marking mentions…"
    wait_for(qtbot, lambda: idle(window))
    assert ("first", *ALONE) not in everywhere(project)


def test_marking_a_few_articles_confirms_what_was_shown(
    qtbot: QtBot, hands: Hands, tmp_path: Path, settings: object
) -> None:
    path = few_articles(hands, tmp_path, f"{TEXT} وصل 30 جنديا", TEXT)
    window = hands.open(path, "noor")
    start = window.session.article.text.index("30")
    figure = hands.mark(window, "4", (start, start + 8))
    assert window.session.layer.span(figure).proposed
    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "+", "3", FAST)
    assert len(everywhere(path)) == 9
    assert window.session.layer.span(figure).is_confirmed


def test_a_few_articles_are_looked_through_and_marked_at_once(
    qtbot: QtBot, hands: Hands, tmp_path: Path, settings: object
) -> None:
    texts = [f"{TEXT} {number}" for number in range(8)]
    path = few_articles(hands, tmp_path, *texts, "لا شيء هنا")
    window = hands.open(path, "noor")
    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "+", "3", Qt.Key.Key_Space, FAST)
    assert idle(window)
    assert not is_listed(window)
    assert counts(window) == [3, *[4] * 7, 0]
    assert "31" in window.findChild(Notice).sentence()
    window.workbench.view.select(*PLACES[1])
    key(qtbot, window, "_", FAST)
    assert counts(window) == [0] * 9
    assert not active_children()
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    assert everywhere(path) == []
    assert window.commands["redo"].isEnabled()
