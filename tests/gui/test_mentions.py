import json
import re
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from annotator.core.edits import FOUND
from annotator.core.model import Role, Status
from annotator.core.progress import Quiet
from annotator.gui.article_rows import ROW_ROLE
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.notice import Notice
from annotator.store.project import Project
from annotator.workflow.articles import import_files
from annotator.workflow.labels import change_labels, merge_labels, start_editing
from annotator.workflow.people import add_author
from annotator.workflow.projects import find_damage, init
from tests.gui.conftest import Hands

TEXT = "قصف التحالف الموقع، وقالت قيادة التحالف إن للتحالف قوات\nرد قسرك على التحالف"
PLACES = [match.span() for match in re.finditer("(ا|(?<=ل))لتحالف", TEXT)]
ALONE = (TEXT.index("قسرك"), TEXT.index("قسرك") + 4)
FAST = Qt.Key.Key_Return


@pytest.fixture
def project(tmp_path: Path, settings: object) -> Path:
    """Make a project of 60 articles, the first of which names the alliance four times."""
    path = tmp_path / "north.annotator"
    init(path)
    lines = [{"name": "first", "text": TEXT}]
    lines += [{"name": f"{n:02}", "text": f"{n} بالتحالف ثم التَّحالف"} for n in range(59)]
    news = tmp_path / "news.jsonl"
    news.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with Project.open(path) as opened:
        import_files(opened, [news], Quiet())
    return path


@pytest.fixture
def window(hands: Hands, project: Path) -> MainWindow:
    window = hands.open(project, "noor")
    window.open_article("first")
    return window


def view_of(window: MainWindow) -> QTreeView:
    view = window.findChild(QTreeView, "mentionList")
    assert isinstance(view, QTreeView)
    return view


def rows(window: MainWindow) -> list[tuple[str, bool | None]]:
    """Return what a screen reader says of each row, and whether it is ticked."""
    model = view_of(window).model()
    told = []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        text = index.data(Qt.ItemDataRole.AccessibleTextRole)
        told.append((text, None if tick is None else tick == Qt.CheckState.Checked))
    return told


def ticks(window: MainWindow) -> list[bool | None]:
    return [tick for _, tick in rows(window)]


def label_text(window: MainWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def is_listed(window: MainWindow) -> bool:
    return view_of(window).isVisible()


def key(qtbot: QtBot, window: MainWindow, *keys: str | Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for one in keys:
        widget = window.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, one)


def everywhere(path: Path, author: str = "noor") -> list[tuple[str, int, int]]:
    with Project.open(path, writable=False) as project:
        return [
            (article.name, span.start, span.end)
            for article in project.articles.each()
            for span in project.layers.load(article.id, author)
        ]


def wait_for(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=30_000)


def idle(window: MainWindow) -> bool:
    return window.errands.task() is None


def all_found(window: MainWindow) -> bool:
    button = window.findChild(QPushButton, "actOnMentions")
    return isinstance(button, QPushButton) and button.isEnabled()


def test_a_span_and_two_keys_mark_every_other_mention_in_one_undo(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=")
    assert ticks(window) == [None, True, True, True]
    assert "marked already" in rows(window)[0][0]
    assert label_text(window, "mentionCount") == "3 of 3 ticked"
    key(qtbot, window, FAST)
    assert not is_listed(window)
    view = window.workbench.view
    assert window.focusWidget() is view
    assert (view.selection(), window.workbench.marking.selected().quote) == (None, "التحالف")
    layer = hands.stored(project, "first")
    assert [(span.start, span.end) for span in layer] == PLACES
    assert [span.origin for span in layer] == ["manual", FOUND, FOUND, FOUND]
    window.commands["undo"].trigger()
    assert hands.places(project, "first") == [(*PLACES[0], "actor")]
    window.commands["redo"].trigger()
    assert hands.stored(project, "first").spans == layer.spans


def test_what_stands_around_is_cut_between_words_and_says_so(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=")
    model = view_of(window).model()
    told = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert told[0].endswith("…")
    assert told[-1].startswith("…")
    assert not told[0].startswith("…")
    assert not told[-1].endswith("…")
    words = TEXT.split()
    assert all(word in words for text in told for word in text.strip("…").split())


def test_a_selection_is_marked_with_the_label_whose_key_is_pressed(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    window.workbench.view.select(*PLACES[1])
    key(qtbot, window, "=", "3", FAST)
    assert hands.places(project, "first") == [(*place, "actor") for place in PLACES]
    assert window.workbench.view.selection() is None


def test_what_is_unticked_is_refused_and_offered_no_more_until_asked_for(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=", Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert ticks(window) == [None, True, False, True]
    key(qtbot, window, FAST)
    assert len(hands.places(project, "first")) == 3
    key(qtbot, window, "=")
    assert ticks(window) == [None, None, None]
    button = window.findChild(QToolButton, "showRefused")
    assert button.text() == "Show refused (1)"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ticks(window) == [None, None, False, None]
    assert "refused before" in rows(window)[2][0]
    key(qtbot, window, Qt.Key.Key_Space, FAST)
    assert len(hands.places(project, "first")) == 4


def test_who_refuses_all_is_told_that_they_are_not_offered_again(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "=", "3")
    (none,) = (
        button
        for button in view_of(window).parent().findChildren(QPushButton)
        if button.text() == "None"
    )
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view_of(window), FAST)
    assert window.state_bar.currentMessage() == "4 mentions refused, not offered again."
    assert hands.places(project, "first") == []
    key(qtbot, window, "=", "3")
    assert ticks(window) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_mouse_ticks_in_the_box_alone(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path, language: str
) -> None:
    window.set_language(language)
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=")
    view = view_of(window)
    QApplication.processEvents()  # the list gets its room
    row = view.visualRect(view.model().index(2, 0))
    at_box, at_words = row.center(), row.center()
    at_box.setX(row.right() - 12 if language == "ar" else row.left() + 12)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at_words)
    assert ticks(window) == [None, True, True, True]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at_box)
    assert ticks(window) == [None, True, False, True]
    key(qtbot, window, FAST)
    assert [place[:2] for place in hands.places(project, "first")] == [
        PLACES[0],
        PLACES[1],
        PLACES[3],
    ]


def test_the_article_follows_and_escape_returns_to_where_it_was_asked(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    view = window.workbench.view
    view.select(*PLACES[0])
    key(qtbot, window, "=", Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert view.selection() == PLACES[2]
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not is_listed(window)
    assert view.selection() == PLACES[0]
    assert window.focusWidget() is view
    assert hands.places(project, "first") == []


def test_all_spans_that_read_so_are_taken_out(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    for place in PLACES[:3]:
        hands.mark(window, "3", place)
    hands.mark(window, "1", PLACES[3])
    window.workbench.marking.select(hands.stored(project, "first").spans[0].id)
    key(qtbot, window, "-")
    assert ticks(window) == [True, True, True]
    key(qtbot, window, FAST)
    assert hands.places(project, "first") == [(*PLACES[3], "base")]
    window.commands["undo"].trigger()
    assert len(hands.places(project, "first")) == 4


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


def test_a_mention_is_opened_in_its_article(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "+")
    wait_for(qtbot, lambda: all_found(window))
    key(qtbot, window, Qt.Key.Key_End)
    qtbot.keyClick(view_of(window), FAST, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.article.name == "58"
    assert window.focusWidget() is window.workbench.view
    assert is_listed(window)


def test_another_article_puts_the_list_of_this_one_away(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    hands.mark(window, "3", PLACES[0])
    key(qtbot, window, "=")
    window.open_article("07")
    assert not is_listed(window)


def test_the_list_says_the_same_label_whatever_another_program_does_to_the_others(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path
) -> None:
    def look() -> None:
        window.session.look_for_changes()

    def rename_base(opened: Project) -> None:
        add_author(opened, "huda", Role.LEAD)
        edits = start_editing(opened)
        labels = edits.change(replace(edits.labels["base"], shown_en="site")).labels
        change_labels(opened, "huda", labels)

    window.workbench.view.select(*PLACES[0])
    key(qtbot, window, "=", "3")
    (chosen,) = view_of(window).parent().findChildren(QComboBox)
    assert chosen.currentData() == "actor"
    hands.other_program(project, rename_base)
    look()
    assert (chosen.itemText(0), chosen.currentData()) == ("site (1)", "actor")
    hands.other_program(project, lambda opened: merge_labels(opened, "huda", "actor", "base"))
    look()
    assert not is_listed(window)
    assert window.workbench.view.selection() == PLACES[0]


def test_a_name_that_stands_alone_is_told(qtbot: QtBot, window: MainWindow) -> None:
    window.workbench.view.select(*ALONE)
    key(qtbot, window, "-")
    assert rows(window) == []
    for button in view_of(window).parent().findChildren(QPushButton):
        if button.text() in ("All", "None"):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view_of(window), FAST)
    assert not is_listed(window)


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


def test_the_word_at_the_caret_is_asked_for_where_nothing_is_selected(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = window.workbench.view
    view.place_caret(PLACES[0][0] + 2)
    key(qtbot, window, "=")
    assert is_listed(window)
    assert [text for text, tick in rows(window) if tick is not None]
    key(qtbot, window, Qt.Key.Key_Escape)
    assert view.selection() == PLACES[0]


def test_where_no_word_is_at_the_caret_the_list_is_refused_with_a_reason(
    qtbot: QtBot, hands: Hands, window: MainWindow, project: Path, tmp_path: Path
) -> None:
    file = tmp_path / "signs.jsonl"
    file.write_text(json.dumps({"name": "signs", "text": "؟! ..."}))
    hands.other_program(project, lambda opened: import_files(opened, [file], Quiet()))
    window.open_article("signs")
    key(qtbot, window, "=")
    assert not is_listed(window)
    assert "no word at the caret" in window.state_bar.currentMessage()


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
