"""A lead changes the labels in the window, and everything follows."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.workflow.project.labels import change_labels
from annotator.workflow.projects import find_damage
from tests.gui.labels.conftest import ALONE, Editor, bar, counts, offered, stored


def test_the_editor_shows_all_labels_with_how_often_they_stand(
    lead: MainWindow, edit, path: Path
) -> None:
    seen: list[list[str]] = []

    def look(editor: Editor) -> None:
        seen.extend(editor.rows())
        editor.cancel()

    edit(lead, look)
    spans = counts(path)
    assert [(row[0], row[2], row[5]) for row in seen] == [
        (label.name, label.shown_ar, str(spans[label.name])) for label in stored(path)
    ]


def test_a_label_is_renamed_rekeyed_and_moved_as_one_act_and_all_windows_follow(
    lead: MainWindow, edit, hands, qtbot: QtBot, path: Path
) -> None:
    other = hands.open(path, "noor")
    other.open_article("conoco-omar-fields.txt")

    def change(editor: Editor) -> None:
        editor.choose("figure")
        editor.write("shownEnglish", "count")
        editor.write("shownArabic", "عدد")
        key = editor.field("labelKey")
        # An Arabic keyboard sends a letter; the key is where Q is.
        for press in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(press, 0, Qt.KeyboardModifier.NoModifier, 24, 0, 0, "ض")
            QApplication.sendEvent(key, event)
        editor.press("upLabel")
        editor.ok()

    before = stored(path)
    edit(lead, change)
    labels = stored(path)
    assert [label.name for label in labels] == ["base", "date", "figure", "actor"]
    figure = labels["figure"]
    assert (figure.shown_en, figure.shown_ar, figure.key) == ("count", "عدد", "q")
    assert bar(lead)[2].startswith("count, key q")
    qtbot.waitUntil(lambda: any(name.startswith("count, key q") for name in bar(other)))
    assert lead.commands["label_figure"].text() == "count\tq"
    hands.mark(other, "q", hands.words(other, 3)[1])
    assert hands.places(path, "conoco-omar-fields.txt")[-1][2] == "figure"
    assert lead.commands["undo_project"].text() == "Undo in the project: change of the labels"
    lead.commands["undo_project"].trigger()
    assert stored(path) == before
    assert bar(lead)[2].startswith("actor, key 3")
    lead.commands["redo_project"].trigger()
    assert stored(path) == labels
    assert list(find_damage(path, Quiet())) == []


def test_cancelling_changes_nothing(lead: MainWindow, edit, path: Path) -> None:
    def change(editor: Editor) -> None:
        editor.choose("date")
        editor.write("shownEnglish", "day")
        editor.add("weapon")
        editor.merge("actor", "mergeLabel")
        editor.cancel()

    before = stored(path)
    edit(lead, change)
    assert stored(path) == before
    assert not lead.commands["undo_project"].text().startswith("Undo in the project:")


def test_ok_without_a_change_is_no_act(lead: MainWindow, edit, path: Path) -> None:
    text = lead.commands["undo_project"].text()
    edit(lead, lambda editor: editor.ok())
    assert lead.commands["undo_project"].text() == text


def test_a_new_label_has_a_free_key_and_marks_at_once(
    lead: MainWindow, edit, hands, path: Path
) -> None:
    def change(editor: Editor) -> None:
        editor.add("weapon")
        assert editor.rows()[-1][:3] == ["weapon", "weapon", "weapon"]
        assert editor.field("labelKey").text() == "5"
        editor.write("shownArabic", "سلاح")
        kind = editor.field("labelValue", QComboBox)
        kind.setFocus()
        editor.qtbot.keyClick(kind, Qt.Key.Key_Home)
        editor.write("labelReader", "weapons")
        editor.ok()

    edit(lead, change)
    weapon = stored(path)["weapon"]
    assert (weapon.shown_ar, weapon.key, weapon.value, weapon.reader) == (
        *("سلاح", "5"),
        "date",
        "weapons",
    )
    hands.mark(lead, "5", hands.words(lead, 3)[1])
    assert hands.places(path, ALONE, "huda")[0][2] == "weapon"


def test_a_colour_is_chosen_and_shown_at_once(lead: MainWindow, edit, path: Path) -> None:
    def change(editor: Editor) -> None:
        def pick(asked: QWidget) -> None:
            assert isinstance(asked, QColorDialog)
            asked.setCurrentColor(QColor("#0a141e"))
            asked.accept()

        preview = editor.dialog.grab().toImage()
        editor.hands.answer(pick)
        editor.press("labelColour")
        assert editor.dialog.grab().toImage() != preview
        assert "#0a141e" in editor.field("labelColour", QPushButton).text()
        editor.ok()

    edit(lead, change)
    assert stored(path)["base"].colour == "#0a141e"


def test_colours_that_look_alike_to_some_are_told(lead: MainWindow, edit) -> None:
    def change(editor: Editor) -> None:
        def pick(asked: QWidget) -> None:
            asked.setCurrentColor(QColor("#2f7e33"))
            asked.accept()

        editor.hands.answer(pick)
        editor.press("labelColour")
        assert "looks like that of “\u2068date\u2069”" in editor.message()
        editor.cancel()

    edit(lead, change)


def test_what_is_wrong_is_told_beside_the_fields_and_not_taken(
    lead: MainWindow, edit, path: Path
) -> None:
    told = []

    def change(editor: Editor) -> None:
        ok = editor.button(QDialogButtonBox.StandardButton.Ok)
        editor.choose("date")
        editor.qtbot.keyClick(editor.field("labelKey"), "1")
        told.append(editor.message())
        assert editor.field("labelKey").text() == "2"
        assert ok.isEnabled()
        editor.write("shownEnglish", "")
        told.append(editor.message())
        assert not ok.isEnabled()
        editor.write("shownEnglish", "day")
        assert ok.isEnabled()
        assert editor.message() == ""
        for name in ("base", "a b", ""):
            editor.add(name)
            told.append(editor.message())
        kind = editor.field("labelValue", QComboBox)
        editor.qtbot.keyClick(kind, Qt.Key.Key_Down)
        told.append(editor.message())
        assert kind.currentText() == "date"
        editor.merge("figure")
        told.append(editor.message())
        editor.ok()

    edit(lead, change)
    for sentence, start in zip(
        told,
        (
            "The key 1 marks with base already.",
            "The shown names of label date have",
            "There is a label “base” already.",
            "“a b” cannot name a label",
            "“” cannot name a label",
            "“day” cannot have values of the kind “number”: ",
            "“day” cannot be merged into “figure”, which",
        ),
        strict=True,
    ):
        assert sentence.startswith(start), sentence
    assert stored(path)["date"].shown_en == "day"


def test_an_annotator_sees_the_labels_and_why_they_stay(window: MainWindow, edit) -> None:
    def look(editor: Editor) -> None:
        assert editor.field("whyNot", QLabel).text().startswith("Only leads change the labels")
        assert not editor.field("shownEnglish").isEnabled()
        assert not editor.field("addLabel", QPushButton).isVisible()
        assert editor.button(QDialogButtonBox.StandardButton.Ok) is None
        assert len(editor.rows()) == 4
        assert editor.table().isColumnHidden(5)  # others' spans count in it
        assert {row[5] for row in editor.rows()} == {"0"}
        editor.choose("figure")
        assert editor.field("shownArabic").text() == "رقم"
        editor.qtbot.keyClick(editor.field("labelKey"), "9")
        assert editor.field("labelKey").text() == "4"
        editor.cancel()

    edit(window, look)


def test_what_another_program_changed_meanwhile_keeps_the_editor_open(
    lead: MainWindow, edit, hands, path: Path
) -> None:
    def change(editor: Editor) -> None:
        new = Label("town", "town", "بلدة", "#00897b", "7")
        hands.other_program(
            path,
            lambda project: change_labels(project, "huda", LabelSet((*project.labels.load(), new))),
        )
        editor.write("shownEnglish", "site")
        editor.ok()
        assert editor.dialog.isVisible()
        assert editor.message().startswith("Another program has changed the labels meanwhile.")
        editor.cancel()

    edit(lead, change)
    assert "town" in stored(path)
    assert stored(path)["base"].shown_en == "base"


def test_the_keyboard_reaches_every_field(lead: MainWindow, edit) -> None:
    reached: set[str] = set()

    def walk(editor: Editor) -> None:
        for _ in range(16):
            focused = editor.dialog.focusWidget()
            assert focused is not None
            reached.add(focused.objectName())
            editor.qtbot.keyClick(focused, Qt.Key.Key_Tab)
        editor.cancel()

    edit(lead, walk)
    assert reached >= {
        *("labelTable", "addLabel", "removeLabel", "mergeLabel", "downLabel"),
        *("shownEnglish", "shownArabic", "labelReader", "labelKey", "labelColour", "labelValue"),
    }


def test_the_editor_speaks_arabic_and_is_mirrored(lead: MainWindow, edit) -> None:
    lead.set_language("ar")

    def look(editor: Editor) -> None:
        assert editor.dialog.windowTitle() == "الوسوم"
        assert editor.dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
        editor.qtbot.keyClick(editor.field("labelKey"), "2")
        assert "2" in editor.message()
        assert "marks with" not in editor.message()
        editor.cancel()

    edit(lead, look)
    lead.set_language("en")


def test_an_arabic_window_calls_labels_by_their_arabic_names(lead: MainWindow, edit, hands) -> None:
    lead.set_language("ar")
    told: list[str] = []

    def change(editor: Editor) -> None:
        editor.choose("base")
        editor.field("labelKey").setFocus()
        editor.qtbot.keyClick(editor.field("labelKey"), "2")
        told.append(editor.message())
        hands.answer(lambda asked: (told.extend(offered(asked)), asked.reject()))
        editor.press("removeLabel")
        assert "قاعدة" not in told[1:]
        editor.cancel()

    edit(lead, change)
    assert "تاريخ" in told[0]
    assert "date" not in told[0]
    assert told[1:] == ["جهة", "تاريخ", "رقم"]  # those whose values are entries too come first
