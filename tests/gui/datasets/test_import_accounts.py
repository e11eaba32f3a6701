"""What the window says of an import: whose spans came together, and what was left out."""

import json
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from tests.gui.datasets.test_importing import button, drop, line, spans, wait


def test_whose_spans_come_together_is_told_and_what_is_left_out_is_not_refused(
    hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = hands.open(path, "huda")
    nobody, noor = (
        json.loads(line((words, label), author=author))
        for words, label, author in (("التحالف", "actor", None), ("العمر", "base", "noor"))
    )
    nobody["spans"][0]["score"] = 0.5
    file = tmp_path / "two.jsonl"
    file.write_text(f"{json.dumps(nobody)}\n{json.dumps(noor)}\n", "utf-8")

    def answer(dialog: QWidget) -> None:
        owner = dialog.findChild(QComboBox, "importAuthor")
        assert owner is not None
        owner.setCurrentText("noor")
        button(dialog).click()

    drop(window, hands, file, answer)
    told = wait(window, qtbot).replace("\u2068", "").replace("\u2069", "")
    assert (
        "Spans of several annotators are one layer of noor now: one without a name 1, noor 1."
    ) in told
    assert "1 thing was not taken as the files have it." in told
    assert "“score” of its spans has no place in a project and was left out." in told
    assert "refused" not in told
    assert dict(spans(path, "noor")) == {"التحالف": "actor", "العمر": "base"}


def test_a_web_address_among_files_is_told_to_be_no_file(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "new.txt"
    file.write_text("نص جديد", "utf-8")
    hands.drop(window, QUrl("https://example.org/خبر/1"), file)
    told = wait(window, qtbot).replace("\u2068", "").replace("\u2069", "")
    assert told.startswith("1 article added. 1 thing was refused.\n")
    assert "“https://example.org/خبر/1” is an address in the web and no file." in told


def test_what_is_kept_among_the_details_is_not_said_to_be_left_out(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "days.csv"
    file.write_text("text,date\nنص أول,yesterday\nنص ثان,soon\n", "utf-8")
    hands.drop(window, file)
    told = wait(window, qtbot)
    assert told.startswith("2 articles added. 2 things were not taken as the files have them.\n")
    assert "The article was taken, and keeps that among its other details." in told
    assert "left out" not in told
