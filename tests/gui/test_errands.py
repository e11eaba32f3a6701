"""Imports, exports and copies: done in another process, told in a sentence."""

import json
import os
import signal
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.progress import Progress
from annotator.gui.main_window import MainWindow
from annotator.gui.running.look_ahead import LookAhead
from annotator.store.project import Project
from tests.gui.conftest import children


def wait(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=60_000)
    return window.notice.sentence()


def count(path: Path) -> int:
    with Project.open(path, writable=False) as project, project.reading():
        return project.articles.count()


def many_lines(file: Path, number: int) -> Path:
    with file.open("w", encoding="utf-8") as lines:
        for n in range(number):
            lines.write(json.dumps({"text": f"خبر {n}\n\n" + f"نص رقم {n} " * 80}) + "\n")
    return file


def test_a_dropped_folder_is_imported(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "أخبار"
    (folder / "sub").mkdir(parents=True)
    (folder / "one.txt").write_text("خبر واحد\n\nنص", "utf-8")
    (folder / "sub" / "two.txt").write_text("خبر اثنان\n\nنص آخر", "utf-8")
    hands.drop(window, folder)
    qtbot.waitUntil(lambda: window.errands.task() is not None)
    assert wait(window, qtbot) == "2 articles added."
    window.open_article("sub/two.txt")


def test_several_files_are_chosen_and_what_is_refused_is_named(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text('{"text": "خبر\\nنص"}\n', "utf-8")
    bad.write_text('{"text": "سطر سليم\\nنص"}\nno json\n{"title": "x"}\n', "utf-8")
    rubbish = tmp_path / "photo.png"
    rubbish.write_bytes(b"\x89PNG\r\n")
    hands.choose_file(good, bad, rubbish)
    window.commands["import"].trigger()
    told = wait(window, qtbot)
    assert told.startswith("2 articles added.")
    assert "bad.jsonl:2" in told
    assert "bad.jsonl:3" in told
    assert "photo.png" in told
    assert count(path) == 15


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "1 article added. 3 things were refused."),
        ("ar", "أُضيفت مقالة واحدة. رُفضت 3 عناصر."),
    ],
)
def test_how_much_was_refused_is_a_whole_sentence_without_the_list(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path, language: str, sentence: str
) -> None:
    window.set_language(language)
    (tmp_path / "good.txt").write_text("خبر\n\nنص", "utf-8")
    for name in ("one.png", "two.png", "three.png"):
        (tmp_path / name).write_bytes(b"\x89PNG")
    names = ("good.txt", "one.png", "two.png", "three.png")
    hands.drop(window, *(tmp_path / name for name in names))
    qtbot.waitUntil(lambda: window.errands.task() is not None)
    assert wait(window, qtbot).split("\n")[0] == sentence
    labels = [label.text().strip("\u200e\u200f") for label in window.notice.findChildren(QLabel)]
    assert sentence in labels  # the list stands behind a button


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_export_says_how_much_it_wrote(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    window.set_language(language)
    hands.answer(lambda dialog: (hands.choose_file(tmp_path / "out.jsonl"), dialog.accept()))
    window.commands["export"].trigger()
    written = {
        "en": "“\u2068out.jsonl\u2069” was written. Articles: 13. Spans: 0.",
        "ar": "كُتب الملف «\u2068out.jsonl\u2069». المقالات: 13. المقاطع: 0.",
    }
    assert wait(window, qtbot).startswith(written[language])


def test_a_project_dropped_among_files_is_refused_by_name(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path, pristine: Path
) -> None:
    good = tmp_path / "good.txt"
    good.write_text("خبر\n\nنص", "utf-8")
    hands.drop(window, good, pristine)
    qtbot.waitUntil(lambda: window.errands.task() is not None)
    told = wait(window, qtbot)
    assert "1 article added." in told
    assert pristine.name in told


def test_an_import_can_be_cancelled_and_says_what_it_kept(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window.exchange.import_files(path, [many_lines(tmp_path / "many.jsonl", 20_000)], "noor")
    qtbot.waitUntil(lambda: count(path) > 13, timeout=30_000)
    (cancel,) = (b for b in window.notice.findChildren(QPushButton) if b.isVisible())
    cancel.click()
    told = wait(window, qtbot)
    assert told.startswith("Cancelled: what was read so far is kept.")
    kept = count(path)
    assert 13 < kept < 20_013
    assert f"{kept - 13} articles added." in told
    assert not cancel.isVisible()


def test_an_edit_that_fails_is_told_while_an_import_goes_on(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    stretch = hands.words(window, 3)[1]
    hands.mark(window, "1", stretch)
    window.exchange.import_files(path, [many_lines(tmp_path / "many.jsonl", 2_000)], "noor")
    window.workbench.view.select(*stretch)
    qtbot.keyClick(window.workbench.view, "1")
    assert "already" in window.notice.sentence()
    assert window.notice.is_working()
    assert not window.commands["import"].isEnabled()
    assert not window.commands["import_folder"].isEnabled()
    qtbot.waitUntil(lambda: count(path) > 13, timeout=30_000)
    assert "already" in window.notice.sentence()
    wait(window, qtbot)
    assert window.notice.sentence() == "2000 articles added."
    assert window.commands["import"].isEnabled()


def test_the_language_can_change_while_an_import_goes_on(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window.exchange.import_files(path, [many_lines(tmp_path / "many.jsonl", 300)], "noor")
    window.set_language("ar")
    assert window.notice.is_working()
    assert wait(window, qtbot)
    assert count(path) == 313
    assert window.workbench.articles.numbers()[-1] > 300


def test_an_author_s_spans_are_exported_and_the_unready_are_named(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    window.commands["finish"].trigger()
    out = tmp_path / "out.jsonl"

    def take_first(dialog) -> None:
        assert dialog.findChildren(QComboBox)[0].currentText() == "The spans of \u2068noor\u2069"
        hands.choose_file(out)
        dialog.accept()

    hands.answer(take_first)
    window.commands["export"].trigger()
    told = wait(window, qtbot)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert len(lines) == 13
    assert sum(len(line.get("spans", ())) for line in lines) == 1
    assert "out.jsonl" in told
    assert "12 articles that are not finished are written too." in told


def test_a_copy_is_made_and_never_over_something(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    hands.mark(window, "1", hands.words(window, 3)[1])
    copy = tmp_path / "copy.db"
    for expected in ("was copied", "exists already"):
        hands.choose_file(copy)
        window.commands["backup"].trigger()
        assert expected in wait(window, qtbot)
    assert len(hands.places(copy)) == 1


def test_one_errand_at_a_time(window: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    window.exchange.import_files(path, [many_lines(tmp_path / "many.jsonl", 500)], "noor")
    window.exchange.import_files(path, [tmp_path], "noor")
    assert "under way" in window.notice.sentence()
    wait(window, qtbot)
    assert count(path) == 513


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_process_that_is_killed_is_told_and_the_window_goes_on(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window.exchange.import_files(path, [many_lines(tmp_path / "many.jsonl", 20_000)], "noor")
    qtbot.waitUntil(lambda: count(path) > 13, timeout=30_000)
    (process,) = children()
    os.kill(process, signal.SIGKILL)
    assert "stopped from outside" in wait(window, qtbot)
    assert not window.notice.is_working()
    hands.mark(window, "1", hands.words(window, 3)[1])
    assert len(hands.places(path)) == 1


def test_closing_the_window_ends_what_is_under_way(
    window: MainWindow, hands, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window.exchange.import_files(path, [many_lines(tmp_path / "many.jsonl", 20_000)], "noor")
    qtbot.waitUntil(lambda: count(path) > 13, timeout=30_000)
    (process,) = children()
    window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert 13 < count(path) < 20_013


def hear_nothing(begun: Path, _: Progress) -> None:
    """Go on whatever anybody says, as work does that is stuck in a library."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    begun.touch()
    time.sleep(600)


def hear_no_word(begun: Path, _: Progress) -> None:
    """Go on until a signal ends it, as a library does that learns."""
    begun.touch()
    time.sleep(600)


def test_closing_the_window_does_not_wait_for_what_nobody_has_asked_for(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    at_work, ahead = tmp_path / "at work", tmp_path / "ahead"
    window.errands.run("…", hear_no_word, (at_work,), lambda _: None, give_way=lambda: None)
    look_ahead = LookAhead(window)
    look_ahead.ask(hear_no_word, (ahead,))
    qtbot.waitUntil(lambda: at_work.exists() and ahead.exists(), timeout=30_000)
    began = time.monotonic()
    look_ahead.abandon()
    window.close()
    assert time.monotonic() - began < 2.5
    assert not children()


def test_closing_the_window_ends_what_has_given_way(
    window: MainWindow, hands, qtbot: QtBot, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    window.errands.run("…", hear_no_word, (begun,), lambda _: None, give_way=lambda: None)
    qtbot.waitUntil(begun.exists, timeout=30_000)
    (tmp_path / "new.txt").write_text("خبر\n\nنص", "utf-8")
    hands.drop(window, tmp_path / "new.txt")
    qtbot.waitUntil(lambda: window.notice.sentence() == "1 article added.", timeout=30_000)
    assert children()
    window.close()
    assert not children()


def test_closing_the_window_ends_what_no_longer_listens(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    window.errands.run("Working…", hear_nothing, (begun,), lambda _: None)
    qtbot.waitUntil(begun.exists, timeout=30_000)
    (process,) = children()
    window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert not children()
