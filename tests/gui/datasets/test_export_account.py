"""What the export dialog says that will be written, left out and lost."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from tests.gui.datasets.test_exporting import box, choose, counted, export, ok, text_of, wait


def test_a_table_of_spans_is_told_to_be_without_the_texts(
    hands: Hands, qtbot: QtBot, path: Path
) -> None:
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "csv")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told.append(text_of(dialog, "exportAccount"))
        about = dialog.findChild(QLabel, "exportAbout")
        assert about is not None
        told.append(about.text())
        dialog.close()

    export(hands.open(path, "amal"), hands, look)
    assert "6 articles without their texts" in told[0]
    assert "Nothing is lost" not in told[0]
    assert "It cannot hold: the texts of articles" in told[1]


def test_of_articles_that_are_cut_the_pieces_are_counted(
    hands: Hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    told: list[str] = []

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "conll")
        choose(dialog, "exportCut", "sentences")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told.append(text_of(dialog, "exportAccount"))
        hands.choose_file(tmp_path / "pieces.conll")
        ok(dialog).click()

    window = hands.open(path, "amal")
    export(window, hands, write)
    assert "6 articles will be written." in told[0]
    own = told[0].split("Of the pieces themselves:\n")[1]
    assert "78 pieces without names, days and authors: " in own
    assert "78 pieces without their own spacing: " in own
    assert "article" not in own
    assert "1 piece without its name, day and author" in wait(window, qtbot)


def test_a_lead_is_offered_gold_first_and_writes_no_empty_dataset(
    hands: Hands, qtbot: QtBot, path: Path
) -> None:
    window = hands.open(path, "huda")
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        assert box(dialog, "exportLayer").currentData() == "gold"
        choose(dialog, "exportFormat", "brat")
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        told.append(text_of(dialog, "exportAccount"))
        assert not ok(dialog).isEnabled()
        dialog.findChild(QCheckBox, "exportEvery").setChecked(True)
        qtbot.waitUntil(lambda: counted(dialog), timeout=30_000)
        assert ok(dialog).isEnabled()
        told.append(text_of(dialog, "exportAccount"))
        dialog.close()

    export(window, hands, look)
    assert "No article will be written." in told[0]
    assert "13 articles that are not ready are left out." in told[0]
    assert "13 articles that are not ready are written too." in told[1]


def test_who_does_not_wait_until_nothing_is_counted_is_told_and_nothing_is_written(
    hands: Hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = hands.open(path, "huda")
    out = tmp_path / "gold.conll"

    def write(dialog: QWidget) -> None:
        choose(dialog, "exportFormat", "conll")
        hands.choose_file(out)
        ok(dialog).click()

    export(window, hands, write)
    qtbot.waitUntil(lambda: window.notice.sentence() != "", timeout=30_000)
    assert "No article is ready, so nothing was written." in window.notice.sentence()
    assert not out.exists()
