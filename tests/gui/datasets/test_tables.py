"""Tables of articles: whoever imports one says which column is the text, if nothing else does."""

import csv
import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.store.project import Project


def table(file: Path, *rows: tuple[str, ...]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return file


def button(dialog: QWidget) -> QPushButton:
    (found,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "&Import")
    return found


def wait(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(
        lambda: window.errands.task() is None and window.notice.sentence() != "", timeout=60_000
    )
    return window.notice.sentence()


def test_the_columns_of_an_unknown_table_are_said(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = table(
        tmp_path / "news.csv",
        ("kicker", "Artikel", "source"),
        ("خبر عاجل", "نص الخبر الأول", "وكالة"),
        ("خبر آخر", "نص الخبر الثاني", "صحيفة"),
    )

    def answer(dialog: QWidget) -> None:
        columns = dialog.findChild(QTableWidget, "importColumns")
        boxes = [columns.cellWidget(0, at) for at in range(columns.columnCount())]
        assert [box.currentData() for box in boxes] == ["", "", "outlet"]
        assert columns.item(1, 1).text() == "نص الخبر الأول"
        assert not button(dialog).isEnabled()
        for at, field in ((0, "text"), (1, "text"), (0, "title")):
            box = boxes[at]
            assert isinstance(box, QComboBox)
            box.setCurrentIndex(box.findData(field))
        assert [box.currentData() for box in boxes] == ["title", "text", "outlet"]
        button(dialog).click()

    hands.answer(answer)
    hands.drop(window, file)
    assert wait(window, qtbot) == "2 articles added."
    with Project.open(path, writable=False) as project, project.reading():
        added = [one for one in project.articles.each() if one.text.startswith("نص الخبر")]
    assert [(one.title, one.outlet) for one in added] == [
        ("خبر عاجل", "وكالة"),
        ("خبر آخر", "صحيفة"),
    ]


def choose(box: QWidget, data: str) -> None:
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(data))


def test_the_columns_of_a_table_hinder_no_file_beside_it(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    file = table(tmp_path / "strange.csv", ("kopf", "haupttext"), ("عنوان", "نص الجدول"))
    tasks, plain = tmp_path / "ls.json", tmp_path / "plain.txt"
    region = {"value": {"start": 0, "end": 6, "labels": ["PERS"]}, "id": "a", "type": "labels"}
    marked = [{"result": [{**region, "from_name": "label", "to_name": "text"}]}]
    tasks.write_text(json.dumps([{"data": {"text": "القوات غادرت"}, "annotations": marked}]))
    plain.write_text("نص وحده", "utf-8")

    def answer(dialog: QWidget) -> None:
        columns = dialog.findChild(QTableWidget, "importColumns")
        choose(columns.cellWidget(0, 0), "title")
        choose(columns.cellWidget(0, 1), "text")
        choose(dialog.findChild(QTableWidget, "importLabels").cellWidget(0, 3), "as:actor")
        button(dialog).click()

    hands.answer(answer)
    hands.drop(window, file, tasks, plain)
    assert wait(window, qtbot) == "3 articles added. 1 span added."
    with Project.open(path, writable=False) as project, project.reading():
        added = {one.text: one for one in project.articles.each()}
        (span,) = project.layers.load(added["القوات غادرت"].id, "noor")
    assert added["نص الجدول"].title == "عنوان"
    assert (span.quote, span.label) == ("القوات", "actor")


def test_tables_with_other_columns_are_told_before_they_are_refused(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    asked = table(tmp_path / "a1.csv", ("inhalt", "wann"), ("نص أول", "2026-02-23"))
    alike = table(tmp_path / "a3.csv", ("nr", "inhalt"), ("7", "نص ثالث"))
    known = table(tmp_path / "a4.csv", ("العنوان", "النص"), ("خبر", "نص رابع"))
    other = table(tmp_path / "a2.csv", ("wann", "corpus"), ("2026-02-24", "نص ثان"))

    def answer(dialog: QWidget) -> None:
        told = dialog.findChild(QLabel, "importTold")
        assert "\u2068a1.csv\u2069" in dialog.findChild(QLabel, "importColumnsOf").text()
        assert "a2.csv" not in told.text()
        columns = dialog.findChild(QTableWidget, "importColumns")
        choose(columns.cellWidget(0, 0), "text")
        choose(columns.cellWidget(0, 1), "published")
        assert told.text().replace("\u2068", "").replace("\u2069", "") == (
            "Another table has no column “inhalt” and will be refused, so import it on its own:"
            " a2.csv."
        )
        button(dialog).click()

    hands.answer(answer)
    hands.drop(window, asked, alike, known, other)
    assert wait(window, qtbot).startswith("3 articles added. 1 thing was refused.\n")
    assert "The table has no column “inhalt”." in window.notice.sentence()
    with Project.open(path, writable=False) as project, project.reading():
        added = {one.text: one for one in project.articles.each()}
    assert added["نص أول"].published == "2026-02-23"
    assert added["نص رابع"].title == "خبر"
    assert "نص ثالث" in added


def test_a_list_is_still_there_after_another_import_was_cancelled(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for file in bad:
        file.write_bytes(b"")
    hands.drop(window, *bad)
    told = wait(window, qtbot)
    assert "2 things were refused." in told
    closed: list[bool] = []
    hands.answer(lambda dialog: closed.append(dialog.close()))
    hands.drop(window, table(tmp_path / "new.csv", ("a", "b"), ("1", "2")))
    qtbot.waitUntil(lambda: bool(closed), timeout=30_000)
    assert wait(window, qtbot) == told
    listed: list[str] = []

    def read(dialog: QWidget) -> None:
        listed.append(dialog.findChild(QPlainTextEdit).toPlainText())
        dialog.close()

    hands.answer(read)
    window.notice.findChild(QPushButton, "wholeNotice").click()
    assert "one.txt" in listed[0]
    assert "two.txt" in listed[0]
    # What somebody has dismissed does not come back.
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    hands.answer(lambda dialog: closed.append(dialog.close()))
    hands.drop(window, table(tmp_path / "newer.csv", ("a", "b"), ("1", "2")))
    qtbot.waitUntil(lambda: len(closed) == 2, timeout=30_000)
    qtbot.wait(50)
    assert window.notice.sentence() == ""


def test_a_table_that_tells_its_columns_is_imported_at_once(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.drop(window, table(tmp_path / "news.csv", ("العنوان", "النص"), ("خبر", "نص الخبر")))
    assert wait(window, qtbot) == "1 article added."


def test_a_table_of_spans_from_here_asks_for_no_columns(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    window.commands["finish"].trigger()
    out = tmp_path / "mine.csv"

    def write(dialog: QWidget) -> None:
        box = dialog.findChild(QComboBox, "exportFormat")
        box.setCurrentIndex(box.findData("csv"))
        hands.choose_file(out)
        (go,) = (one for one in dialog.findChildren(QPushButton) if "Choose a file" in one.text())
        go.click()

    hands.answer(write)
    window.commands["export"].trigger()
    wait(window, qtbot)
    window.notice.dismiss()
    hands.drop(window, out)
    assert wait(window, qtbot).startswith("0 articles added.")
