"""A lead changes the labels in the window, and everything follows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.labels import change_labels
from annotator.workflow.projects import find_damage

ALONE = "2026-02-27-withdrawal-in-numbers.txt"


def offered(asked: QWidget) -> list[str]:
    """Return what the labels are called to which spans can go."""
    box = asked.findChild(QComboBox)
    assert box is not None
    return [box.itemText(row) for row in range(box.count())]


class Editor:
    """What a lead does in the label editor."""

    def __init__(self, qtbot: QtBot, hands, dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        self.qtbot, self.hands, self.dialog = qtbot, hands, dialog

    def field(self, name: str, kind: type = QLineEdit):
        found = self.dialog.findChild(kind, name)
        assert found is not None
        return found

    def table(self) -> QTableWidget:
        return self.field("labelTable", QTableWidget)

    def rows(self) -> list[list[str]]:
        table = self.table()
        return [
            [table.item(row, column).text() for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]

    def choose(self, name: str) -> None:
        """Go to a label with the arrow keys."""
        table = self.table()
        table.setFocus()
        names = [row[0] for row in self.rows()]
        steps = names.index(name) - table.currentRow()
        for _ in range(abs(steps)):
            self.qtbot.keyClick(table, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert self.rows()[table.currentRow()][0] == name

    def write(self, field: str, text: str) -> None:
        line = self.field(field)
        line.setFocus()
        line.selectAll()
        if text:
            self.hands.type_text(line, text)
        else:
            self.qtbot.keyClick(line, Qt.Key.Key_Delete)

    def press(self, button: str) -> None:
        self.qtbot.mouseClick(self.field(button, QPushButton), Qt.MouseButton.LeftButton)

    def message(self) -> str:
        return self.field("labelMessage", QLabel).text()

    def button(self, which: QDialogButtonBox.StandardButton) -> QPushButton:
        return self.dialog.findChild(QDialogButtonBox).button(which)

    def ok(self) -> None:
        button = self.button(QDialogButtonBox.StandardButton.Ok)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def cancel(self) -> None:
        self.qtbot.keyClick(self.dialog, Qt.Key.Key_Escape)

    def add(self, name: str) -> None:
        def fill(asked: QWidget) -> None:
            assert isinstance(asked, QInputDialog)
            asked.setTextValue(name)
            asked.accept()

        self.hands.answer(fill)
        self.press("addLabel")

    def merge(self, into: str, button: str = "mergeLabel") -> None:
        def fill(asked: QWidget) -> None:
            assert isinstance(asked, QDialog)
            assert offered(asked).count(into) == 1
            for _ in range(offered(asked).index(into)):
                self.qtbot.keyClick(asked.findChild(QComboBox), Qt.Key.Key_Down)
            asked.accept()

        self.hands.answer(fill)
        self.press(button)


@pytest.fixture
def lead(hands, path: Path) -> MainWindow:
    window = hands.open(path, "huda")
    window.open_article(ALONE)
    return window


@pytest.fixture
def edit(qtbot: QtBot, hands) -> Callable[[MainWindow, Callable[[Editor], object]], None]:
    """Open the editor from the menu and do something in it."""

    def do(window: MainWindow, act: Callable[[Editor], object]) -> None:
        hands.answer(lambda dialog: act(Editor(qtbot, hands, dialog)))
        window.commands["labels"].trigger()
        assert QApplication.activeModalWidget() is None

    return do


def stored(path: Path) -> LabelSet:
    with Project.open(path, writable=False) as project:
        return project.labels.load()


def counts(path: Path) -> dict[str, int]:
    with Project.open(path, writable=False) as project:
        return project.layers.span_counts()


def wait(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=60_000)
    return window.notice.sentence()


def bar(window: MainWindow) -> list[str]:
    """Return the labels and keys that the label bar names."""
    assert window.workbench is not None
    QApplication.processEvents()  # new buttons are shown when the window is next laid out
    buttons = window.workbench.labels.findChildren(QToolButton)
    return [button.accessibleName() for button in buttons if not button.isHidden()]


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
