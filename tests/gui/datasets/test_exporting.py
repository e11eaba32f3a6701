"""Exports: what would be written and lost is shown before anything is."""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.core.model import Status
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.suggesting.offering import suggest_to_layer


class Opened(QObject):
    """Takes what the desktop is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.places.append(Path(url.toLocalFile()))


@pytest.fixture
def opened() -> Iterator[Opened]:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    yield opened
    QDesktopServices.unsetUrlHandler("file")


def box(dialog: QWidget, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, name)
    assert found is not None
    return found


def choose(dialog: QWidget, name: str, data: str) -> None:
    found = box(dialog, name)
    index = found.findData(data)
    assert index >= 0
    found.setCurrentIndex(index)


def text_of(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QTextEdit, name)
    assert found is not None
    return found.toPlainText()


def ok(dialog: QWidget) -> QPushButton:
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    return buttons.button(QDialogButtonBox.StandardButton.Ok)


def counted(dialog: QWidget) -> bool:
    stop = dialog.findChild(QPushButton, "exportStop")
    assert stop is not None
    return not stop.isEnabled()


def export(window: MainWindow, hands, act: Callable[[QWidget], object]) -> None:
    hands.answer(act)
    window.commands["export"].trigger()


def wait(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=60_000)
    return window.notice.sentence()


@pytest.fixture
def nested(window: MainWindow, hands, qtbot: QtBot) -> MainWindow:
    """A window with a finished article that has a span within another."""
    first, second, third = hands.words(window, 40)[1:4]
    hands.mark(window, "3", (first[0], second[1]))
    hands.mark(window, "1", first)
    hands.mark(window, "2", third)
    window.commands["finish"].trigger()
    return window


def test_the_first_article_and_the_losses_are_told_before_anything_is_written(
    nested: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    told: dict[str, str] = {}

    def look(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "conll")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told["preview"] = text_of(dialog, "exportPreview")
        told["account"] = text_of(dialog, "exportAccount")
        dialog.close()

    export(nested, hands, look)
    assert sorted(tmp_path.iterdir()) == before
    out = tmp_path / "noor.conll"

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "conll")
        hands.choose_file(out)
        ok(dialog).click()

    export(nested, hands, write)
    sentence = wait(nested, qtbot)
    lines = out.read_text("utf-8").splitlines()
    shown = [line.lstrip("\u200e") for line in told["preview"].splitlines()]
    assert shown[:-1] == lines[: len(shown) - 1]
    assert len(shown) > 20
    assert "1 article will be written. There are 3 spans." in told["account"]
    assert "12 articles that are not finished are left out." in told["account"]
    own = told["account"].split("Of the articles themselves:\n")[1]
    assert "1 article without its name, day and author" in own
    assert "1 article without its own spacing" in own
    assert "1 span not written at all" in sentence
    assert "Articles: 1. Spans: 2." in sentence
    assert sentence.index("not written at all") < sentence.index("without")  # the worst first


def test_what_is_asked_for_is_what_is_written(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "some.jsonl"

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "doccano")
        choose(dialog, "exportUnit", "UTF-16")
        labels = dialog.findChild(QListWidget, "exportLabels")
        labels.item(0).setCheckState(Qt.CheckState.Unchecked)
        every = dialog.findChild(QCheckBox, "exportEvery")
        every.setChecked(True)
        hands.choose_file(out)
        ok(dialog).click()

    export(nested, hands, write)
    wait(nested, qtbot)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert len(lines) == 13
    labels = [label for line in lines for _, _, label in line["label"]]
    assert sorted(labels) == ["actor", "date"]


def test_articles_are_cut_into_pieces_that_tell_where_they_stood(
    nested: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pieces.jsonl"
    told: list[str] = []

    def write(dialog: QWidget) -> None:
        tokens = dialog.findChild(QSpinBox, "exportTokens")
        cut = dialog.findChild(QComboBox, "exportCut")
        choose(dialog, "exportFormat", "csv")  # without texts, pieces join no article
        assert not cut.isEnabled()
        choose(dialog, "exportFormat", "jsonl")
        assert cut.isEnabled()
        assert not tokens.isVisible()
        choose(dialog, "exportCut", "pieces")
        assert tokens.isVisible()
        tokens.setValue(20)
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told.append(text_of(dialog, "exportPreview"))
        hands.choose_file(out)
        ok(dialog).click()

    export(nested, hands, write)
    wait(nested, qtbot)
    pieces = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert len(pieces) > 3
    assert json.loads(told[0].splitlines()[0].lstrip("\u200e")) == pieces[0]
    with Project.open(path, writable=False) as project, project.reading():
        whole = {one.name: one.text for one in project.articles.each()}
    for piece in pieces:
        place = piece["meta"]["annotator_piece"]
        assert whole[place["article"]][place["start"] : place["end"]] == piece["text"]
    assert sum(len(piece.get("spans", ())) for piece in pieces) == 3


def test_what_a_machine_made_is_offered_last_and_as_suggestions(
    hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    with Project.open(path) as project:
        made = suggest_to_layer(project, "a-robot", ["rules"]).spans.total()
    assert made
    out = tmp_path / "robot.jsonl"
    offered: list[str] = []

    def write(dialog: QWidget) -> None:
        layers = box(dialog, "exportLayer")
        offered.extend(layers.itemText(index) for index in range(layers.count()))
        choose(dialog, "exportLayer", "a-robot")
        choose(dialog, "exportFormat", "jsonl")
        dialog.findChild(QCheckBox, "exportEvery").setChecked(True)
        hands.choose_file(out)
        ok(dialog).click()

    lead = hands.open(path, "huda")
    export(lead, hands, write)
    wait(lead, qtbot)
    plain = [one.replace("\u2068", "").replace("\u2069", "") for one in offered]
    assert plain[0] == "Gold: what is settled"
    assert plain[-2] == "Unseen suggestions of a-robot"
    assert [one for one in plain if "robot" in one] == plain[-2:-1]
    lines = out.read_text("utf-8").splitlines()
    assert sum(len(json.loads(line)["spans"]) for line in lines) == made


@pytest.mark.parametrize("language", ["en", "ar"])
def test_whose_suggestions_they_are_can_be_read_to_the_end(
    hands, path: Path, language: str
) -> None:
    robot = "suggestions of the summer"
    with Project.open(path) as project:
        suggest_to_layer(project, robot, ["rules"])
    lead = hands.open(path, "huda")
    lead.set_language(language)
    room: list[tuple[int, int]] = []

    def look(dialog: QWidget) -> None:
        choose(dialog, "exportLayer", robot)
        layers = box(dialog, "exportLayer")
        option = QStyleOptionComboBox()
        option.initFrom(layers)
        field = layers.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            layers,
        )
        needed = layers.fontMetrics().horizontalAdvance(layers.currentText())
        room.append((needed, field.width()))
        dialog.close()

    export(lead, hands, look)
    ((needed, there),) = room
    assert needed <= there


def test_each_author_has_a_file_in_one_folder(
    hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "layers"
    told: list[str] = []

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "csv")
        assert ok(dialog).text() == "&Choose a file…"
        choose(dialog, "exportLayer", "")
        assert ok(dialog).text() == "&Choose a folder…"
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told.append(text_of(dialog, "exportAccount"))
        hands.choose_file(out)
        ok(dialog).click()

    lead = hands.open(path, "huda")
    export(lead, hands, write)
    sentence = wait(lead, qtbot)
    with Project.open(path, writable=False) as project, project.reading():
        finished: dict[str, int] = {}
        for article in project.articles.each():
            for layer in project.layers.of_article(article.id):
                if layer.status is Status.FINISHED:
                    finished[layer.author] = finished.get(layer.author, 0) + len(layer.spans)
    assert len(finished) > 1
    rows = {
        file.stem: len(list(csv.reader(file.read_text("utf-8-sig").splitlines()))) - 1
        for file in out.iterdir()
    }
    assert rows == finished
    total = sum(finished.values())
    assert f"Spans: {total}" in sentence
    assert f"{total} spans" in told[0]


def test_a_preview_shows_what_is_asked_for_last(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        for format in ("conll", "brat", "csv", "jsonl"):
            choose(dialog, "exportFormat", format)
            qtbot.wait(400)
        textless = dialog.findChild(QCheckBox, "exportTextless")
        assert textless.isVisible()
        textless.setChecked(True)
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told.append(text_of(dialog, "exportPreview"))
        dialog.close()

    export(nested, hands, look)
    article = json.loads(told[0].splitlines()[0].lstrip("\u200e"))
    assert "text" not in article


def test_a_format_that_needs_an_extra_says_which_and_stays_chosen(
    nested: MainWindow, hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    seen: list[tuple[str, bool, str]] = []

    def look(dialog: QWidget) -> None:
        formats = box(dialog, "exportFormat")
        rows = {formats.itemData(row): row for row in range(formats.count())}
        assert formats.itemText(rows["spacy"]) == "spacy (a folder): not installed"
        enabled = {
            name: bool(formats.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled)
            for name, row in rows.items()
        }
        assert (enabled["spacy"], enabled["jsonl"]) == (False, True)
        choose(dialog, "exportFormat", "spacy")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told = text_of(dialog, "exportAccount")
        seen.append((told, ok(dialog).isEnabled(), box(dialog, "exportFormat").currentData()))
        choose(dialog, "exportFormat", "jsonl")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        assert ok(dialog).isEnabled()
        dialog.close()

    export(nested, hands, look)
    ((told, is_open, chosen),) = seen
    assert "pip install annotator[spacy]" in told
    assert not is_open
    assert chosen == "spacy"


def test_counting_can_be_stopped_and_the_export_goes_on(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "all"

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "brat")
        stop = dialog.findChild(QPushButton, "exportStop")
        qtbot.wait(350)
        stop.click()
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        assert ok(dialog).isEnabled()
        hands.choose_file(out)
        ok(dialog).click()

    export(nested, hands, write)
    wait(nested, qtbot)
    assert (out / "annotation.conf").is_file()


def test_what_is_there_is_refused_and_kept_where_a_folder_is_to_be_made(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "mine"
    out.write_text("كلام", "utf-8")

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "brat")
        assert ok(dialog).text() == "&Choose a folder…"
        hands.choose_file(out)
        ok(dialog).click()

    export(nested, hands, write)
    assert "choose a new name" in wait(nested, qtbot)
    assert out.read_text("utf-8") == "كلام"


def test_after_an_export_its_folder_can_be_opened(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path, opened: Opened
) -> None:
    folder = tmp_path / "مجلد"
    folder.mkdir()

    def write(dialog: QWidget) -> None:
        hands.choose_file(folder / "out.jsonl")
        ok(dialog).click()

    export(nested, hands, write)
    wait(nested, qtbot)
    button = nested.notice.findChild(QPushButton, "openFolder")
    assert button.isVisible()
    assert opened.places == []
    button.click()
    assert opened.places == [folder]
    nested.notice.say("Something else.")
    assert not button.isVisible()


def all_chosen(dialog: QWidget) -> dict[str, object]:
    """Return what is chosen in the dialog."""
    labels = dialog.findChild(QListWidget, "exportLabels")
    items = [labels.item(row) for row in range(labels.count())]
    boxes = ("exportLayer", "exportFormat", "exportUnit", "exportCut")
    ticks = ("exportSure", "exportEvery", "exportTextless")
    return {
        **{name: box(dialog, name).currentData() for name in boxes},
        **{name: dialog.findChild(QCheckBox, name).isChecked() for name in ticks},
        "exportTokens": dialog.findChild(QSpinBox, "exportTokens").value(),
        "exportLabels": [item.checkState() == Qt.CheckState.Checked for item in items],
    }


def choose_pieces(dialog: QWidget) -> None:
    choose(dialog, "exportLayer", "noor")
    choose(dialog, "exportFormat", "doccano")
    choose(dialog, "exportUnit", "UTF-16")
    choose(dialog, "exportCut", "pieces")
    dialog.findChild(QSpinBox, "exportTokens").setValue(20)
    dialog.findChild(QCheckBox, "exportEvery").setChecked(True)
    labels = dialog.findChild(QListWidget, "exportLabels")
    labels.item(0).setCheckState(Qt.CheckState.Unchecked)


def choose_textless_of_each(dialog: QWidget) -> None:
    choose(dialog, "exportLayer", "")
    choose(dialog, "exportFormat", "jsonl")
    for name in ("exportSure", "exportTextless"):
        dialog.findChild(QCheckBox, name).setChecked(True)


@pytest.mark.parametrize("choose_much", [choose_pieces, choose_textless_of_each])
def test_what_was_chosen_is_proposed_again_after_an_export_that_failed(
    hands, qtbot: QtBot, path: Path, tmp_path: Path, choose_much: Callable[[QWidget], None]
) -> None:
    lead = hands.open(path, "huda")
    hands.import_spans(path, lead.session.article, (0, 4, "date"), author="noor")
    seen: list[dict[str, object]] = []

    def first(dialog: QWidget) -> None:
        choose_much(dialog)
        seen.append(all_chosen(dialog))
        hands.choose_file(tmp_path / "nowhere" / "out.jsonl")
        ok(dialog).click()

    def again(dialog: QWidget) -> None:
        seen.append(all_chosen(dialog))
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        dialog.close()

    export(lead, hands, first)
    assert "no folder" in wait(lead, qtbot)
    export(lead, hands, again)
    assert seen[1] == seen[0]


def test_what_is_gone_is_not_proposed_again(
    nested: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    seen: list[dict[str, object]] = []

    def first(dialog: QWidget) -> None:
        choose(dialog, "exportLayer", "noor")
        choose(dialog, "exportFormat", "conll")
        hands.choose_file(tmp_path / "nowhere" / "out.conll")
        ok(dialog).click()

    def again(dialog: QWidget) -> None:
        seen.append(all_chosen(dialog))
        dialog.close()

    export(nested, hands, first)
    wait(nested, qtbot)
    nested.open_project(path, "amal")
    export(nested, hands, again)
    assert (seen[0]["exportLayer"], seen[0]["exportFormat"]) == ("amal", "conll")


def test_after_an_export_into_a_folder_that_one_is_opened(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path, opened: Opened
) -> None:
    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "brat")
        hands.choose_file(tmp_path / "mine")
        ok(dialog).click()

    export(nested, hands, write)
    wait(nested, qtbot)
    nested.notice.findChild(QPushButton, "openFolder").click()
    assert opened.places == [tmp_path / "mine"]


@pytest.mark.qt_log_ignore("QPlatformServices::openDocument", extend=True)
def test_where_nothing_opens_folders_it_is_told_where_the_folder_is(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    """The platform of the tests has no desktop."""

    def write(dialog: QWidget) -> None:
        hands.choose_file(tmp_path / "out.jsonl")
        ok(dialog).click()

    export(nested, hands, write)
    before = wait(nested, qtbot)
    button = nested.notice.findChild(QPushButton, "openFolder")
    button.click()
    first, *rest = nested.notice.sentence().split("\n")
    assert first == f"Nothing here can show folders. This one is: \u2066{tmp_path}\u2069"
    assert "\n".join(rest) == before
    assert not button.isVisible()


def type_name(
    hands, place: Path, asked: Callable[[QWidget], object], listed: list[str]
) -> Callable[[QWidget], None]:
    """Return what types a name into the file dialog, and says no where it asks something."""

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        listed.extend(dialog.nameFilters())
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(place))
        hands.answer(asked)
        dialog.accept()
        dialog.reject()

    return fill


def test_a_name_without_a_suffix_gets_that_of_its_format(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "conll")
        hands.choose_file(tmp_path / "gold")
        ok(dialog).click()

    export(nested, hands, write)
    assert "gold.conll" in wait(nested, qtbot)
    assert (tmp_path / "gold.conll").is_file()
    assert not (tmp_path / "gold").exists()


def test_what_would_be_replaced_is_asked_by_its_whole_name(
    nested: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "gold.csv"
    there.write_text("mine", "utf-8")
    asked: list[str] = []
    listed: list[str] = []

    def refuse(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.No).click()

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "csv")
        hands.answer(type_name(hands, tmp_path / "gold", refuse, listed))
        ok(dialog).click()

    export(nested, hands, write)
    (question,) = asked
    assert "gold.csv" in question
    assert there.read_text("utf-8") == "mine"
    assert listed == ["csv (*.csv *.tsv)", "All files (*)"]


def test_signs_that_nobody_sees_are_named_in_the_preview(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text("عنوان\u202eabc\u2066\n\nنص <b>غليظ</b> &amp;\n", "utf-8")
    hands.drop(window, file)
    qtbot.waitUntil(lambda: "added" in window.notice.sentence(), timeout=30_000)
    window.open_article("hostile.txt")
    hands.mark(window, "1", hands.words(window, 3)[0])
    window.commands["finish"].trigger()
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "brat")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told.append(text_of(dialog, "exportPreview"))
        dialog.close()

    export(window, hands, look)
    assert "⟦RLO⟧abc⟦LRI⟧" in told[0]
    assert "<b>غليظ</b> &amp;" in told[0]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_can_be_reached_with_the_keyboard(
    window: MainWindow, hands, qtbot: QtBot, language: str
) -> None:
    window.set_language(language)
    letters: list[str] = []
    nameless: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        for part in dialog.findChildren(QWidget):
            text = part.property("text")
            if part.isVisible() and isinstance(text, str) and "&" in text:
                letters.append(text.partition("&")[2][0].upper())
        for kind in (QComboBox, QListWidget, QTextEdit):
            nameless.extend(
                part.objectName()
                for part in dialog.findChildren(kind)
                if part.isVisible() and not part.accessibleName() and not named(dialog, part)
            )
        dialog.close()

    export(window, hands, look)
    assert len(letters) >= 8
    assert len(set(letters)) == len(letters)
    assert nameless == []


def named(dialog: QWidget, part: QWidget) -> bool:
    """Tell whether a label with a letter leads to ``part``."""
    from PySide6.QtWidgets import QLabel

    return any(label.buddy() is part for label in dialog.findChildren(QLabel))
