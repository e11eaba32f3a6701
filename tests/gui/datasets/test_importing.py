"""Imports: what the project cannot know is asked about, and nothing else is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableWidget, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.store.project import Project

TEXT = "أعلن التحالف وصول 40 شاحنة إلى العمر."


def line(*labels: tuple[str, str], author: str | None = None) -> str:
    """Return an article with spans on those words, as another program writes it."""
    spans = [
        {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "label": label}
        for words, label in labels
    ]
    named = {"author": author} if author else {}
    return json.dumps({"text": TEXT, "spans": spans, **named}, ensure_ascii=False)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    file = tmp_path / "foreign.jsonl"
    words = (("التحالف", "Armed Group"), ("40 شاحنة", "Quantity"), ("العمر", "Base"))
    file.write_text(line(*words) + "\n", "utf-8")
    return file


def drop(window: MainWindow, hands, file: Path, act: Callable[[QWidget], object] | None) -> None:
    if act is not None:
        hands.answer(act)
    hands.drop(window, file)


def wait(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(
        lambda: window.errands.task() is None and window.notice.sentence() != "", timeout=60_000
    )
    return window.notice.sentence()


def choices(dialog: QWidget) -> dict[str, QComboBox]:
    """Return the boxes of the table by the labels of the files."""
    table = dialog.findChild(QTableWidget, "importLabels")
    assert table is not None
    found: dict[str, QComboBox] = {}
    for row in range(table.rowCount()):
        box = table.cellWidget(row, 3)
        assert isinstance(box, QComboBox)
        found[table.item(row, 0).text()] = box
    return found


def choose(box: QComboBox, text: str) -> None:
    index = next(
        at
        for at in range(box.count())
        if text in box.itemText(at).replace("\u2068", "").replace("\u2069", "")
    )
    box.setCurrentIndex(index)


def button(dialog: QWidget) -> QPushButton:
    (found,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "&Import")
    return found


def spans(path: Path, author: str) -> list[tuple[str, str]]:
    """Return the words and the labels of an author's spans on the article."""
    with Project.open(path, writable=False) as project, project.reading():
        (article,) = (one for one in project.articles.each() if one.text == TEXT)
        layer = project.layers.load(article.id, author)
        return [(article.text[span.start : span.end], span.label) for span in layer.spans]


def labels(path: Path) -> list[str]:
    with Project.open(path, writable=False) as project, project.reading():
        return [label.name for label in project.labels.load()]


def count(path: Path) -> int:
    with Project.open(path, writable=False) as project, project.reading():
        return project.articles.count()


def test_a_lead_maps_adds_and_leaves_out_labels(
    hands, qtbot: QtBot, path: Path, foreign: Path
) -> None:
    window = hands.open(path, "huda")

    def answer(dialog: QWidget) -> None:
        boxes = choices(dialog)
        assert list(boxes) == ["Armed Group", "Quantity", "Base"]
        assert boxes["Base"].currentText() == "\u2068base\u2069"  # the project's, however written
        assert "Armed_Group" in boxes["Armed Group"].currentText()
        choose(boxes["Quantity"], "Leave out")
        dialog.findChild(QComboBox, "importAuthor").setCurrentText("amal")
        told = dialog.findChild(QLabel, "importTold")
        assert told.text() == "1 span will be left out."
        assert "التحالف" in dialog.findChild(QTextEdit, "importPreview").toPlainText()
        button(dialog).click()

    drop(window, hands, foreign, answer)
    assert wait(window, qtbot) == "1 article added. 2 spans added."
    assert spans(path, "amal") == [("التحالف", "Armed_Group"), ("العمر", "base")]
    assert labels(path) == ["base", "date", "actor", "figure", "Armed_Group"]
    assert "Armed_Group" in window.session.labels


def test_an_annotator_adds_no_labels_and_must_choose(
    window: MainWindow, hands, qtbot: QtBot, path: Path, foreign: Path
) -> None:
    def answer(dialog: QWidget) -> None:
        boxes = choices(dialog)
        for box in boxes.values():
            assert not any("new label" in box.itemText(at) for at in range(box.count()))
        assert not button(dialog).isEnabled()
        choose(boxes["Armed Group"], "actor")
        assert not button(dialog).isEnabled()
        choose(boxes["Quantity"], "figure")
        assert button(dialog).isEnabled()
        button(dialog).click()

    drop(window, hands, foreign, answer)
    wait(window, qtbot)
    assert spans(path, "noor") == [("التحالف", "actor"), ("40 شاحنة", "figure"), ("العمر", "base")]
    assert labels(path) == ["base", "date", "actor", "figure"]


def test_nothing_is_imported_where_the_question_is_turned_away(
    hands, qtbot: QtBot, path: Path, foreign: Path
) -> None:
    window = hands.open(path, "huda")
    closed: list[bool] = []
    drop(window, hands, foreign, lambda dialog: closed.append(dialog.close()))
    qtbot.waitUntil(lambda: bool(closed), timeout=30_000)
    qtbot.wait(50)
    assert count(path) == 13
    assert labels(path) == ["base", "date", "actor", "figure"]
    assert window.errands.task() is None
    assert not window.notice.is_working()


@pytest.mark.parametrize("labels", [(), (("العمر", "base"),)], ids=["no spans", "known labels"])
def test_spans_that_name_nobody_are_asked_about_alone(
    window: MainWindow,
    hands,
    qtbot: QtBot,
    path: Path,
    tmp_path: Path,
    labels: tuple[tuple[str, str], ...],
) -> None:
    file = tmp_path / "some.jsonl"
    file.write_text(line(*labels) + "\n", "utf-8")

    def answer(dialog: QWidget) -> None:
        assert not dialog.findChild(QTableWidget, "importLabels").isVisible()
        author = dialog.findChild(QComboBox, "importAuthor")
        assert author.currentText() == "noor"
        for refused in ("gold", "", " amal\u202e"):
            author.setCurrentText(refused)
            assert not button(dialog).isEnabled()
            assert dialog.findChild(QLabel, "importTold").text()
        author.setCurrentText("nasser")
        button(dialog).click()

    drop(window, hands, file, answer)
    wait(window, qtbot)
    assert spans(path, "nasser") == list(labels)


def test_who_is_named_in_a_file_keeps_what_is_theirs(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "both.jsonl"
    named = line(("التحالف", "actor"), author="amal")
    file.write_text(f"{named}\n{line(('العمر', 'base'))}\n", "utf-8")
    drop(window, hands, file, lambda dialog: button(dialog).click())
    wait(window, qtbot)
    assert spans(path, "amal") == [("التحالف", "actor")]
    assert spans(path, "noor") == [("العمر", "base")]


def test_what_needs_no_answer_is_imported_at_once(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "amal.jsonl"
    file.write_text(line(("العمر", "base"), author="amal") + "\n", "utf-8")
    (tmp_path / "one.txt").write_text("خبر\n\nنص", "utf-8")
    hands.drop(window, file, tmp_path / "one.txt")
    assert wait(window, qtbot) == "2 articles added. 1 span added."
    assert spans(path, "amal") == [("العمر", "base")]


def test_hostile_labels_are_shown_on_one_line_and_some_of_very_many(
    hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = hands.open(path, "huda")
    file = tmp_path / "hostile.jsonl"
    names = ["a\u202eb\nc" + "x" * 500, "<b>", *(f"n{number}" for number in range(300))]
    file.write_text(line(*(("العمر", name) for name in names)) + "\n", "utf-8")
    shown: list[str] = []

    def answer(dialog: QWidget) -> None:
        shown.extend(choices(dialog))
        dialog.close()

    drop(window, hands, file, answer)
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    assert len(shown) == 200
    assert shown[0].startswith("a⟦RLO⟧b c")
    assert len(shown[0]) < 100
    assert shown[1] == "<b>"
    assert count(path) == 13


# -- who wants to look first


def import_with_choices(
    window: MainWindow, hands, file: Path, *acts: Callable[[QWidget], object]
) -> None:
    """Choose a file to import with choices, and do ``acts`` with the dialogs that follow."""

    def then(number: int) -> Callable[[QWidget], object]:
        def act(dialog: QWidget) -> None:
            if number + 1 < len(acts):
                hands.answer(then(number + 1))
            acts[number](dialog)

        return act

    hands.choose_file(file, before_it_closes=lambda: hands.answer(then(0)))
    window.commands["import_choices"].trigger()


def read_as(dialog: QWidget) -> tuple[QComboBox, QComboBox]:
    return dialog.findChild(QComboBox, "importFormat"), dialog.findChild(QComboBox, "importUnit")


def seen(dialog: QWidget) -> str:
    told = dialog.findChild(QLabel, "importSeen").text()
    return told.translate(dict.fromkeys(range(0x2066, 0x206A)))


def test_what_asks_nothing_can_be_looked_at_before_it_is_imported(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "plain.txt"
    file.write_text(TEXT, "utf-8")
    before = count(path)

    def look(dialog: QWidget) -> None:
        assert seen(dialog) == "1 article, 0 spans (text)"
        assert "التحالف" in dialog.findChild(QTextEdit, "importPreview").toPlainText()
        _, unit = read_as(dialog)
        assert not unit.isVisible()
        assert count(path) == before
        button(dialog).click()

    import_with_choices(window, hands, file, look)
    assert wait(window, qtbot) == "1 article added."
    assert count(path) == before + 1


def test_another_format_and_unit_can_be_chosen(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    text = "🚀🚀 " + TEXT
    start = text.index("العمر")
    row = {"text": text, "label": [[start, start + len("العمر"), "base"]]}
    file = tmp_path / "doccano.jsonl"
    file.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")

    def choose_code_points(dialog: QWidget) -> None:
        assert seen(dialog) == "1 article, 1 span (doccano)"
        formats, unit = read_as(dialog)
        assert formats.currentData() is None
        unit.setCurrentIndex(unit.findData("code points"))
        assert not button(dialog).isEnabled()
        assert dialog.findChild(QLabel, "importTold").text().startswith("Look again first")
        qtbot.mouseClick(dialog.findChild(QPushButton, "importLook"), Qt.MouseButton.LeftButton)

    def go_on(dialog: QWidget) -> None:
        _, unit = read_as(dialog)
        assert unit.currentData() == "code points"
        assert not dialog.findChild(QPushButton, "importLook").isEnabled()
        button(dialog).click()

    import_with_choices(window, hands, file, choose_code_points, go_on)
    assert wait(window, qtbot) == "1 article added. 1 span added."
    with Project.open(path, writable=False) as project, project.reading():
        (article,) = (one for one in project.articles.each() if one.text == text)
        (span,) = project.layers.load(article.id, "noor").spans
    assert (span.start, span.quote) == (start, "العمر")


def test_what_cannot_be_read_as_chosen_is_told_and_not_imported(
    window: MainWindow, hands, qtbot: QtBot, path: Path, foreign: Path
) -> None:
    before = count(path)

    def choose_brat(dialog: QWidget) -> None:
        formats, _ = read_as(dialog)
        formats.setCurrentIndex(formats.findData("brat"))
        dialog.findChild(QPushButton, "importLook").click()

    told: list[str] = []

    def turn_away(dialog: QWidget) -> None:
        assert not button(dialog).isEnabled()
        told.append(seen(dialog))
        dialog.close()

    import_with_choices(window, hands, foreign, choose_brat, turn_away)
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert "Cannot be read: 1. The first: " in told[0]
    assert window.errands.task() is None
    assert count(path) == before


def test_an_unknown_table_is_asked_about_and_not_told_to_be_unreadable(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "news.csv"
    file.write_text("kicker,Artikel\nخبر,نص الخبر\n", "utf-8")

    def choose_the_text(dialog: QWidget) -> None:
        assert seen(dialog) == "Format: csv"
        assert not button(dialog).isEnabled()
        box = dialog.findChild(QTableWidget, "importColumns").cellWidget(0, 1)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData("text"))
        button(dialog).click()

    import_with_choices(window, hands, file, choose_the_text)
    assert wait(window, qtbot) == "1 article added."


def test_a_known_table_shows_its_columns_to_who_looks(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "news.csv"
    file.write_text("العنوان,النص,ملخص\nخبر,نص الخبر,ملخص الخبر\n", "utf-8")

    def choose_the_summary(dialog: QWidget) -> None:
        columns = dialog.findChild(QTableWidget, "importColumns")
        boxes = [columns.cellWidget(0, at) for at in range(columns.columnCount())]
        assert [box.currentData() for box in boxes] == ["title", "text", ""]
        boxes[2].setCurrentIndex(boxes[2].findData("text"))
        button(dialog).click()

    import_with_choices(window, hands, file, choose_the_summary)
    assert wait(window, qtbot) == "1 article added."
    with Project.open(path, writable=False) as project, project.reading():
        texts = [one.text for one in project.articles.each()]
    assert "ملخص الخبر" in texts


def test_layers_of_one_article_are_one_article_and_their_authors_are_told(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    results = [
        {
            "completed_by": number,
            "result": [
                {
                    "from_name": "label",
                    "to_name": "text",
                    "type": "labels",
                    "value": {"start": 5, "end": 12, "text": "التحالف", "labels": ["actor"]},
                }
            ],
        }
        for number in (3, 4)
    ]
    file = tmp_path / "tasks.json"
    file.write_text(json.dumps([{"data": {"text": TEXT}, "annotations": results}]), "utf-8")
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        told.append(seen(dialog))
        button(dialog).click()

    import_with_choices(window, hands, file, look)
    sentence = wait(window, qtbot)
    assert told == ["1 article, 2 spans (label_studio)"]
    assert (
        "New among the authors: \u2068Label Studio 3\u2069, \u2068Label Studio 4\u2069." in sentence
    )
