"""Decisions in lots, from the Review menu: what is listed, what is unticked, what is decided."""

import json
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Choice
from annotator.core.edits import Mark, SetState
from annotator.core.model import LayerState, Status
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.review.lot_dialog import LotDialog
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.settings import Settings
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.handing.assigning import give
from annotator.workflow.imports.articles import import_files
from annotator.workflow.review import deciding
from annotator.workflow.review.settling import Reviews
from tests.gui.conftest import Hands, put_away
from tests.gui.review.parts import choose, part
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    conflicts_of,
    copy_articles,
    expected_gold,
    gold_of,
    lines_of,
    place_of,
    press,
    said,
)
from tests.gui.test_same_again import ENTER, ESC, SPACE, asked, decisions_in, listed
from tests.workflow import swept
from tests.workflow.swept import line, project_of

BY_RULE = ("clitic", "article", "quote", "kind_word", "marks")


@pytest.fixture
def window(hands: Hands, path: Path) -> MainWindow:
    return hands.open(path, LEAD)


@pytest.fixture
def place(window: MainWindow) -> ReviewPlace:
    return place_of(window)


def ask(qtbot: QtBot, window: MainWindow, name: str) -> LotDialog:
    """Choose in the menu, and wait until all is listed."""
    window.commands[name].trigger()
    dialog = asked(qtbot, place_of(window))
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)
    return dialog


def take(qtbot: QtBot, window: MainWindow) -> str:
    """Decide what is ticked; return what the window says of it."""
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place_of(window).panel)
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    return window.notice.sentence()


def import_lines(hands: Hands, path: Path, author: str, *lines: dict[str, object]) -> None:
    file = path.with_name(f"{author}.jsonl")
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    hands.other_program(path, lambda project: import_files(project, [file], Quiet(), author=author))


def causes_in(path: Path) -> Counter[str]:
    return Counter(one.cause.value for one in conflicts_of(path))


# -- by the guidelines


def test_the_rules_of_the_guidelines_are_told_and_settle_their_causes_in_one_act(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    before = causes_in(path)
    dialog = ask(qtbot, window, "by_rule")
    texts = [box.text() for box in dialog.findChildren(QCheckBox) if box.isVisible()]
    assert "Border: one-letter prefix: The shorter one: the prefix stays outside." in texts
    assert len(listed(dialog)) == sum(before[cause] for cause in BY_RULE)
    told = take(qtbot, window)
    assert told == f"{sum(before[cause] for cause in BY_RULE)} conflicts decided."
    assert causes_in(path) == Counter({c: n for c, n in before.items() if c not in BY_RULE})
    # What the rules put is what the seeds say is right.
    decided = gold_of(path)
    expected = expected_gold()
    with Project.open(path, writable=False) as project:
        names = project.articles.names()
        for one in project.decisions.all():
            for put in one.outcome:
                assert put.place in {told[:3] for told in expected[names[one.article_id]]}
    assert window.workplace is not None
    qtbot.waitUntil(lambda: place_of(window).conflicts.length() == len(conflicts_of(path)))
    count = sum(before[cause] for cause in BY_RULE)
    assert window.commands["undo"].text() == f"Undo {count} decisions"
    window.commands["undo"].trigger()
    assert causes_in(path) == before
    assert gold_of(path) != decided
    assert window.commands["redo"].text() == f"Redo {count} decisions"
    press(qtbot, "1")
    assert window.commands["undo"].text() == "Undo the decision"


def test_only_the_causes_that_are_ticked_are_listed(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    before = causes_in(path)
    dialog = ask(qtbot, window, "by_rule")
    for number in (1, 2, 3, 4):
        box = dialog.findChild(QCheckBox, f"part_{number}")
        box.click()
    qtbot.waitUntil(lambda: not dialog.is_looking)
    assert len(listed(dialog)) == before["clitic"]
    dialog.findChild(QLineEdit, "lotReason").setText("القاعدة 3")
    take(qtbot, window)
    assert decisions_in(path) == [("narrowest", "القاعدة 3")] * before["clitic"]


def test_what_the_queue_lists_now_can_be_all_that_is_decided(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.commands["review"].trigger()
    place = place_of(window)
    before = causes_in(path)
    choose(part(place, QComboBox, "conflictCauseFilter"), "quote")
    dialog = ask(qtbot, window, "by_rule")
    assert len(listed(dialog)) == sum(before[cause] for cause in BY_RULE)
    box = dialog.findChild(QCheckBox, "onlyListed")
    assert box.text() == f"Only what the queue lists now ({before['quote']})"
    box.click()
    qtbot.waitUntil(lambda: len(listed(dialog)) == before["quote"])
    dialog.findChild(QPushButton, "decideLot").click()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert causes_in(path) == before - Counter(quote=before["quote"])


def test_a_group_is_unticked_at_once(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    before = causes_in(path)
    dialog = ask(qtbot, window, "by_rule")
    box = dialog.findChild(QComboBox, "lotGroup")
    entries = [box.itemText(number) for number in range(box.count())]
    assert f"Border: one-letter prefix ({before['clitic']})" in entries
    articles = Counter(one.article for one in conflicts_of(path) if one.cause.value in BY_RULE)
    assert all(f"\u2068{name}\u2069 ({count})" in entries for name, count in articles.items())
    dialog.findChild(QPushButton, "untickGroup").click()
    assert not dialog.findChild(QPushButton, "decideLot").isEnabled()
    box.setCurrentIndex(entries.index(f"Border: one-letter prefix ({before['clitic']})"))
    dialog.findChild(QPushButton, "tickGroup").click()
    assert dialog.findChild(QLabel, "lotCount").text().startswith(f"{before['clitic']} of ")
    dialog.findChild(QPushButton, "decideLot").click()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert causes_in(path) == before - Counter(clitic=before["clitic"])


# -- majorities


def test_majorities_are_taken_where_there_is_one(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    dialog = ask(qtbot, window, "majorities")
    assert listed(dialog) == []
    press(qtbot, ENTER, ESC)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place_of(window).panel)
    import_lines(hands, path, "salma", *lines_of("layers/amal.jsonl"))
    place = place_of(window)
    rows = place.conflicts.rows
    qtbot.waitUntil(lambda: all(sum(row.votes) == 3 for row in rows()), timeout=20_000)
    ask(qtbot, window, "majorities")
    press(qtbot, SPACE)
    first = conflicts_of(path)[0]
    assert take(qtbot, window) == "34 conflicts decided."
    assert [one.conflict.id for one in conflicts_of(path)] == [first.conflict.id]
    assert at_hand(place) == first.conflict


def test_what_is_no_majority_any_more_is_refused_and_why_is_told(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    import_lines(hands, path, "salma", *lines_of("layers/amal.jsonl"))
    ask(qtbot, window, "majorities")
    asked_about = Counter(one.article for one in conflicts_of(path))
    import_lines(hands, path, "zaid", *lines_of("layers/nasser.jsonl"))
    told = take(qtbot, window)
    assert "0 conflicts decided. 35 things were refused." in told
    # By articles, which people know, and no ids.
    named = [line for line in told.splitlines() if " × " in line or "is not open" in line]
    (name,) = (name for name in asked_about if name in named[0])
    assert f"{asked_about[name]} × A conflict in “{name}” is not open" in named[0]
    assert not any(one.conflict.id in told for one in conflicts_of(path))
    assert decisions_in(path) == []


def test_a_large_lot_is_undone_by_an_errand_and_again(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    copy_articles(hands, path, "2", "3")
    import_lines(hands, path, "salma", *lines_of("layers/amal.jsonl"))
    window.commands["review"].trigger()
    place = place_of(window)
    qtbot.waitUntil(lambda: place.conflicts.length() == 105)
    dialog = ask(qtbot, window, "by_rule")
    count = len(listed(dialog))
    assert count > 50
    take(qtbot, window)
    assert len(conflicts_of(path)) == 105 - count

    def go(name: str) -> None:
        window.commands[name].trigger()
        assert window.errands.task() is not None
        qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)

    go("undo")
    assert len(conflicts_of(path)) == 105
    first = next(one for one in conflicts_of(path) if one.cause.value in BY_RULE)
    assert at_hand(place) == first.conflict
    go("redo")
    assert len(conflicts_of(path)) == 105 - count
    qtbot.waitUntil(lambda: place.conflicts.length() == 105 - count, timeout=20_000)


# -- layers


def test_single_layers_are_listed_and_accepted_but_for_those_unticked(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    texts = {name: f"نص {name}" for name in ("one", "two", "three")}
    lines = [{"name": name, "text": text, "spans": []} for name, text in texts.items()]
    import_lines(hands, path, "zaid", *lines)
    dialog = ask(qtbot, window, "accept_singles")
    rows = listed(dialog)
    assert [row.split("\n")[0] for row in rows] == [f"\u2068{name}\u2069" for name in texts]
    assert all(row.endswith("0 spans") for row in rows)
    press(qtbot, Qt.Key.Key_Down, SPACE)
    press(qtbot, ENTER, shift=True)  # there is no conflict to be shown
    assert dialog.isVisible()
    assert take(qtbot, window) == "2 layers accepted."
    with Project.open(path, writable=False) as project:
        ready = {one.article for one in Reviews(project).all() if one.ready}
        assert ready == {"one", "three"}
        assert {one.choice for one in project.decisions.all()} == {Choice.SINGLE}
    window.commands["undo"].trigger()
    assert decisions_in(path) == []


@pytest.mark.parametrize("blind", ["yes", "no"])
def test_a_single_layer_that_others_have_yet_to_join_is_not_ticked_and_says_so(
    qtbot: QtBot, path: Path, hands: Hands, blind: str, settings
) -> None:
    Settings().remember_blind(path, is_blind=blind == "yes")
    lines = [{"name": name, "text": f"نص {name}", "spans": []} for name in ("one", "two")]
    import_lines(hands, path, "zaid", *lines)

    def hand_out(project: Project) -> None:
        article = project.articles.by_name("two")
        assert article is not None
        for author in ("zaid", "nasser"):
            give(project, LEAD, [article.id], author)

    hands.other_program(path, hand_out)
    window = hands.open(path, LEAD)
    dialog = ask(qtbot, window, "accept_singles")
    one, two = listed(dialog)
    assert "waits" not in one
    assert two.endswith("waits for 1 other" if blind == "yes" else "waits for \u2068nasser\u2069")
    assert part(dialog, QLabel, "lotCount").text() == "1 of 2 ticked"
    assert take(qtbot, window) == "1 layer accepted."
    with Project.open(path, writable=False) as project:
        of_singles = {one.article: one.ready for one in Reviews(project).all() if one.finished == 1}
    assert of_singles["one"]
    assert not of_singles["two"]


def test_a_layer_that_was_taken_up_meanwhile_is_not_accepted(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    lines = [{"name": name, "text": f"نص {name}", "spans": []} for name in ("one", "two")]
    import_lines(hands, path, "zaid", *lines)
    ask(qtbot, window, "accept_singles")

    def take_up(project: Project) -> None:
        article = project.articles.by_name("one")
        assert article is not None
        marking.apply(project, article, project.layers.load(article.id, "zaid"), Mark(0, 2, "base"))

    hands.other_program(path, take_up)
    told = take(qtbot, window)
    assert "1 layer accepted. 1 thing was refused." in told
    assert "does not wait" in told


@pytest.mark.parametrize("blind", ["yes", "no"])
def test_a_layer_set_aside_is_accepted_with_a_reason(
    qtbot: QtBot, path: Path, hands: Hands, blind: str, settings
) -> None:
    Settings().remember_blind(path, is_blind=blind == "yes")
    name = conflicts_of(path)[0].article

    def set_aside(project: Project) -> None:
        article = project.articles.by_name(name)
        assert article is not None
        layer = project.layers.load(article.id, "nasser")
        state = LayerState(Status.SET_ASIDE, "cannot be used: نسخة")
        marking.apply(project, article, layer, SetState(state))

    hands.other_program(path, set_aside)
    window = hands.open(path, LEAD)
    dialog = ask(qtbot, window, "accept_set_aside")
    (row,) = listed(dialog)
    assert row.startswith(f"\u2068{name}\u2069")
    assert row.endswith("It cannot be used: نسخة")
    assert ("nasser" in row) == (blind == "no")
    dialog.findChild(QLineEdit, "lotReason").setText("it is one")
    assert take(qtbot, window) == "1 layer accepted."
    assert decisions_in(path) == [("set-aside", "it is one")]


# -- what else can happen


def test_a_lot_in_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    ask(qtbot, window, "by_rule")
    path.rename(path.with_name("elsewhere.db"))
    told = take(qtbot, window)
    assert "There is no project" in told
    path.with_name("elsewhere.db").rename(path)
    assert decisions_in(path) == []


def test_while_another_program_writes_a_lot_waits_for_it(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    ask(qtbot, window, "by_rule")
    with Project.open(path) as other:
        there = next(iter(Reviews(other).conflicts()))
        with other.writing():
            press(qtbot, ENTER)
            qtbot.wait(1_500)
            assert window.errands.task() is not None
            deciding.rule(other, LEAD, there, deciding.Ruling(Choice.NONE))
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert len(decisions_in(path)) > 10


def test_a_lot_that_is_cancelled_decides_nothing(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    copy_articles(hands, path, "2", "3", "4")
    before = conflicts_of(path)
    ask(qtbot, window, "by_rule")
    press(qtbot, ENTER)
    button = window.notice.findChild(QPushButton, "cancelWork")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert window.notice.sentence() == "Cancelled."
    assert conflicts_of(path) == before
    assert decisions_in(path) == []


def test_no_older_decision_is_undone_while_a_lot_is_decided(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    window.commands["review"].trigger()
    place = place_of(window)
    qtbot.waitUntil(lambda: place.conflicts.length() > 0)
    place.reviewing.press("0")
    (first,) = decisions_in(path)
    copy_articles(hands, path, "2", "3", "4")
    ask(qtbot, window, "by_rule")
    press(qtbot, ENTER)
    assert window.errands.task() is not None
    window.commands["undo"].trigger()
    assert "have to wait" in window.state_bar.currentMessage()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert first in decisions_in(path)
    assert len(decisions_in(path)) > 10


def test_no_conflict_is_decided_by_a_key_while_a_lot_is_decided(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    copy_articles(hands, path, "2", "3", "4")
    ask(qtbot, window, "by_rule")
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place_of(window).panel)
    place, before = place_of(window), decisions_in(path)
    there = at_hand(place)
    assert window.errands.task() is not None
    press(qtbot, "1", "m")
    assert decisions_in(path) == before
    assert at_hand(place) == there
    assert "has to wait until this is done or cancelled: Deciding…" in said(place, "refusal")
    press(qtbot, "s")
    assert at_hand(place) != there
    press(qtbot, "0")
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert said(place, "refusal") == ""
    decided = len(decisions_in(path))
    assert window.notice.sentence() == f"{decided} conflicts decided."
    press(qtbot, "0")
    assert len(decisions_in(path)) == decided + 1


def test_one_lot_waits_for_what_is_under_way(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    dialog = ask(qtbot, window, "by_rule")
    window.errands.back_up(path, tmp_path / "copy.db")
    press(qtbot, ENTER)
    assert "under way already" in window.notice.sentence()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert "conflicts decided" in take(qtbot, window)


def test_another_language_has_the_menu_and_says_what_was_decided(
    qtbot: QtBot, window: MainWindow, path: Path, hands: Hands
) -> None:
    window.set_language("ar")
    dialog = ask(qtbot, window, "by_rule")
    assert dialog.windowTitle() == "البتّ بحسب الإرشادات"
    assert "بُتَّ في 17 خلافًا." in take(qtbot, window)
    hands.windows.remove(window)
    put_away(window)


def test_of_two_conflicts_on_one_stretch_the_one_that_is_opened_comes(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    twice = line("x", "غادروا [قسرك:base] اليوم")
    (span,) = twice["spans"]
    twice["spans"] = [span, span | {"label": "actor"}]
    others = (line("x", str(twice["text"]), author) for author in ("badr", "zayd"))
    path = project_of(tmp_path / "p.db", twice, *others)
    there = [one.conflict for one in conflicts_of(path)]
    assert len({(one.start, one.end) for one in there}) == 1 < len(there)
    window = hands.open(path, swept.LEAD)
    place = place_of(window)
    for number, one in enumerate(there):
        ask(qtbot, window, "majorities")
        press(qtbot, *[Qt.Key.Key_Down] * number)
        press(qtbot, ENTER, shift=True)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is place.panel)
        assert at_hand(place).id == one.id


# -- much in one article


def import_long(hands: Hands, path: Path, count: int) -> None:
    """Let amal and salma mark every word of one long article, and nasser none of them."""
    words = [f"كلمة{number}" for number in range(count)]
    text, spans = " ".join(words), []
    for word in words:
        start = spans[-1]["end"] + 1 if spans else 0
        spans.append({"start": start, "end": start + len(word), "label": "base"})
    for author, marked in (("amal", spans), ("salma", spans), ("nasser", [])):
        import_lines(hands, path, author, {"name": "long", "text": text, "spans": marked})


def test_many_conflicts_of_one_article_are_compared_listed_and_decided_by_others(
    qtbot: QtBot, path: Path, hands: Hands
) -> None:
    import_long(hands, path, 400)
    window = hands.open(path, LEAD)
    window.commands["review"].trigger()
    place = place_of(window)
    assert place.reviewing.queueing.comparing.is_under_way
    qtbot.waitUntil(lambda: not place.reviewing.queueing.comparing.is_under_way, timeout=60_000)
    choose(part(place, QComboBox, "conflictLabelFilter"), "base")
    window.commands["majorities"].trigger()
    dialog = asked(qtbot, place)
    assert dialog.is_looking
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=60_000)
    assert dialog.findChild(QLabel, "lotCount").text() == "400 of 400 ticked"
    press(qtbot, ENTER)
    assert window.errands.task() is not None
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=60_000)
    assert window.notice.sentence() == "400 conflicts decided."
    assert "long" not in {one.article for one in conflicts_of(path)}


# -- what was decided before


def test_a_conflict_that_was_decided_before_says_so_in_the_list_and_is_a_group(
    qtbot: QtBot, path: Path, hands: Hands
) -> None:
    import_lines(hands, path, "salma", *lines_of("layers/amal.jsonl"))

    def decide(project: Project) -> None:
        there = next(iter(Reviews(project).conflicts()))
        deciding.rule(project, LEAD, there, deciding.Ruling(Choice.NONE))
        article = project.articles.by_id(there.article_id)
        assert article is not None
        for author in ("amal", "salma"):
            start, end = there.conflict.start, there.conflict.end
            for edit in (Mark(start, end, "figure"), SetState(LayerState(Status.FINISHED))):
                marking.apply(project, article, project.layers.load(article.id, author), edit)

    hands.other_program(path, decide)
    window = hands.open(path, LEAD)
    dialog = ask(qtbot, window, "majorities")
    stale = [row for row in listed(dialog) if row.endswith(" · decided before")]
    assert len(stale) == 1
    groups = dialog.findChild(QComboBox, "lotGroup")
    assert groups.findText("decided before (1)") > 0
