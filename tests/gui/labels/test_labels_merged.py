"""Where the spans of a label go that a lead merges or removes in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.workflow.projects import find_damage
from tests.gui.labels.conftest import Editor, bar, counts, stored, wait


def test_labels_are_merged_taken_back_and_merged_again(
    lead: MainWindow, edit, hands, qtbot: QtBot, path: Path
) -> None:
    lead.open_article(lead.workbench and "2026-02-18-shaddadi-handover.txt")
    other = hands.open(path, "amal")
    other.open_article("2026-02-18-shaddadi-handover.txt")
    before, spans = stored(path), counts(path)

    def change(editor: Editor) -> None:
        editor.choose("base")
        editor.merge("actor")
        assert [row[0] for row in editor.rows()] == ["date", "actor", "figure"]
        assert editor.rows()[1][5] == str(spans["base"] + spans["actor"])
        editor.ok()

    edit(lead, change)
    sentence = wait(lead, qtbot)
    assert sentence.startswith("The labels were changed. ")
    assert "base" not in stored(path)
    assert sum(counts(path).values()) >= sum(spans.values()) - 5
    assert len(bar(lead)) == 3
    qtbot.waitUntil(lambda: len(bar(other)) == 3)
    qtbot.waitUntil(lambda: {s.label for s in other.session.layer} <= {"date", "actor", "figure"})
    assert lead.commands["undo_project"].text() == "Undo in the project: merging of labels"
    lead.commands["undo_project"].trigger()
    wait(lead, qtbot)
    assert (stored(path), counts(path)) == (before, spans)
    assert len(bar(lead)) == 4
    lead.commands["redo_project"].trigger()
    wait(lead, qtbot)
    assert "base" not in stored(path)
    assert list(find_damage(path, Quiet())) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_of_two_labels_that_are_shown_alike_the_chosen_one_gets_the_spans(
    lead: MainWindow, edit, qtbot: QtBot, path: Path, language: str
) -> None:
    lead.set_language(language)
    spans = counts(path)

    shown = {"en": "force", "ar": "قوة"}[language]

    def change(editor: Editor) -> None:
        editor.add("army")
        kind = editor.field("labelValue", QComboBox)
        kind.setFocus()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):  # date, number, entry
            editor.qtbot.keyClick(kind, key)
        for label in ("actor", "army"):
            editor.choose(label)
            editor.write("shownEnglish", "force")
            editor.write("shownArabic", "قوة")
        editor.choose("base")
        editor.merge(f"{shown} (\u2066army\u2069)")
        editor.ok()

    edit(lead, change)
    wait(lead, qtbot)
    assert [label.name for label in stored(path)] == ["date", "actor", "figure", "army"]
    after = counts(path)
    assert after["actor"] == spans["actor"]
    assert after["army"] > 0
    assert sum(after.values()) == sum(spans.values())


def test_undo_in_an_article_goes_on_after_its_label_was_merged(
    window: MainWindow, edit, hands, qtbot: QtBot, path: Path
) -> None:
    span = hands.mark(window, "1", hands.words(window, 3)[1])
    lead = hands.open(path, "huda")

    def change(editor: Editor) -> None:
        editor.choose("base")
        editor.merge("actor")
        editor.ok()

    edit(lead, change)
    wait(lead, qtbot)
    qtbot.waitUntil(lambda: window.session.layer.span(span).label == "actor")
    window.commands["undo"].trigger()
    assert hands.places(path) == []
    window.commands["redo"].trigger()
    assert [place[2] for place in hands.places(path)] == ["actor"]
    assert list(find_damage(path, Quiet())) == []


def test_removing_a_label_with_spans_asks_where_they_go(
    lead: MainWindow, edit, qtbot: QtBot, path: Path
) -> None:
    def change(editor: Editor) -> None:
        editor.add("weapon")
        editor.press("removeLabel")
        assert [row[0] for row in editor.rows()] == ["base", "date", "actor", "figure"]
        editor.choose("base")
        editor.merge("actor", "removeLabel")
        editor.ok()

    spans = counts(path)
    edit(lead, change)
    wait(lead, qtbot)
    assert [label.name for label in stored(path)] == ["date", "actor", "figure"]
    assert counts(path)["actor"] > spans["actor"]
