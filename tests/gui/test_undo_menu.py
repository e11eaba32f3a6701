"""Undo and redo as the menu offers them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.core.edits import Describe, Remove
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.acts import marking


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["Undo label base", "Undo change to date", "Undo borders of date"]),
        ("ar", None),
    ],
)
def test_acts_are_named(
    window: MainWindow, hands, qtbot: QtBot, language: str, texts: list[str] | None
) -> None:
    window.set_language(language)
    undo = window.commands["undo"]
    seen = []
    hands.mark(window, "1", hands.words(window, 3)[1])
    seen.append(undo.text())
    qtbot.keyClick(window.workbench.view, "2")
    seen.append(undo.text())
    qtbot.keyClick(window.workbench.view, "]")
    seen.append(undo.text())
    if texts is not None:
        assert seen == texts
    else:
        assert "قاعدة" in seen[0]
        assert "تاريخ" in seen[1]
        assert len(set(seen)) == 3
    for _ in seen:
        window.commands["undo"].trigger()
    assert not undo.isEnabled()
    assert window.commands["redo"].isEnabled()


def test_changing_the_language_names_the_old_acts_anew(window: MainWindow, hands) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    window.set_language("ar")
    assert "قاعدة" in window.commands["undo"].text()
    window.set_language("en")
    assert window.commands["undo"].text() == "Undo label base"


def test_each_article_has_its_own_stack(window: MainWindow, hands) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    here = window.session.article.name
    window.commands["next"].trigger()
    assert not window.commands["undo"].isEnabled()
    window.open_article(here)
    assert window.commands["undo"].text() == "Undo label base"


def test_a_new_act_ends_redo(window: MainWindow, hands) -> None:
    one, other = hands.words(window, 2)
    hands.mark(window, "1", one)
    window.commands["undo"].trigger()
    hands.mark(window, "2", other)
    assert not window.commands["redo"].isEnabled()
    assert window.commands["undo"].text() == "Undo label date"


def test_undo_is_refused_when_another_program_was_here_meanwhile(
    window: MainWindow, hands, path: Path
) -> None:
    span_id = hands.mark(window, "1", hands.words(window, 3)[1])

    def note(project: Project) -> None:
        layer = hands.stored(path)
        edit = Describe(span_id, note="from elsewhere")
        marking.apply(project, window.session.article, layer, edit)

    hands.other_program(path, note)
    window.commands["undo"].trigger()
    (span,) = hands.stored(path).spans
    assert span.note == "from elsewhere"
    assert "meanwhile" in window.notice.sentence()
    assert window.session.layer.spans == (span,)
    assert window.commands["undo"].text() == "Undo note on base"
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    assert hands.stored(path).spans == ()
    assert not window.commands["undo"].isEnabled()
    assert window.notice.sentence() == ""


def test_an_act_that_cannot_be_taken_back_is_told_and_stays_on_the_stack(
    window: MainWindow, hands, path: Path
) -> None:
    start, end = hands.words(window, 3)[1]
    span_id = hands.mark(window, "1", (start, end))
    window.session.do(Remove((span_id,)))
    # An import brings the same span again: what was removed cannot return beside it.
    hands.import_spans(path, window.session.article, (start, end, "base"))
    window.session.look_for_changes()
    before = hands.stored(path)
    assert [span.place for span in before.spans] == [(start, end, "base")]
    for _ in range(2):
        window.commands["undo"].trigger()
        assert "cannot be taken back" in window.notice.sentence()
        assert window.commands["undo"].text() == "Undo remove base"
        assert window.commands["undo"].isEnabled()
    assert hands.stored(path) == before


def test_the_file_has_undo_of_what_is_done_beside_the_keys(
    window: MainWindow, hands, qtbot: QtBot, path: Path
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    labels = window.workbench.details.findChild(QComboBox)
    labels.setCurrentIndex(2)
    labels.activated.emit(2)
    window.commands["unsure"].trigger()
    span = hands.stored(path).spans[0]
    assert (span.label, span.unsure) == ("actor", True)
    assert window.commands["undo"].text() == "Undo “not sure” on actor"
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    span = hands.stored(path).spans[0]
    assert (span.label, span.unsure) == ("base", False)


def test_all_acts_are_there_after_a_restart(window: MainWindow, hands, path: Path) -> None:
    for _ in range(100):
        hands.mark(window, "1", hands.words(window, 3)[1])
        window.session.do(Remove((window.workbench.view.selected_span(),)))
    count = window.session.undo_stack.count()
    window.close()
    again = hands.open(path, "noor")
    assert again.session.undo_stack.count() == count == 200
    for _ in range(200):
        again.commands["undo"].trigger()
    assert hands.stored(path).spans == ()
    assert not again.commands["undo"].isEnabled()


def test_a_window_that_is_closed_leaves_no_act_to_the_garbage_collector(
    window: MainWindow, hands
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    stack = window.session.undo_stack
    assert stack.count() > 0
    window.close()
    assert stack.count() == 0  # Qt would delete it once more with the stack, and crash
