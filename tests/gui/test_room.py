"""The parts of the window at any size: nothing overlaps, nothing is cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.workflow.projects import init

ORIGIN = QPoint(0, 0)


NINE = "\n".join(
    f'[[label]]\nname = "l{n}"\nshown = {{ en = "kind {n}", ar = "نوع {n}" }}\n'
    f'colour = "#{n}{n}44aa"\nkey = "{key}"\n'
    for n, key in enumerate("123456xyz", start=1)
)


def test_nine_labels_fit_a_small_window_and_letters_mark(
    hands, qtbot: QtBot, tmp_path: Path
) -> None:
    path, toml = tmp_path / "nine.db", tmp_path / "nine.toml"
    toml.write_text(NINE, "utf-8")
    init(path, labels=toml)
    text = tmp_path / "a.txt"
    text.write_text("عنوان الخبر هنا\n\nنص الخبر هنا.", "utf-8")
    window = hands.open(path, "amal")
    with qtbot.waitSignal(window.errands.imported, timeout=30_000):
        hands.drop(window, text)
    window.resize(520, 400)
    QApplication.processEvents()
    assert window.width() == 520
    bar = window.workbench.labels
    buttons = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) == 9
    for button in buttons:
        assert bar.rect().contains(button.geometry())
    for one in buttons:
        assert not any(one is not o and one.geometry().intersects(o.geometry()) for o in buttons)
    hands.mark(window, "z", (0, 5))
    assert hands.places(path, "a.txt", "amal") == [(0, 5, "l9")]


@pytest.mark.parametrize("reads", [False, True])
@pytest.mark.parametrize("size", [(520, 400), (700, 500), (1600, 1000)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_parts_do_not_overlap_at_any_size(
    window: MainWindow, hands, language: str, size: tuple[int, int], reads: bool
) -> None:
    window.set_language(language)
    window.resize(*size)
    if reads:
        window.commands["guidelines"].trigger()
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    bench = window.workbench
    assert bench.guidelines.isVisible() is reads
    parts = [p for p in map(bench.widget, range(bench.count())) if p.isVisible()]
    for one in parts:
        # Qt's own mirroring of a splitter is one pixel off.
        assert bench.rect().adjusted(0, 0, 1, 0).contains(one.geometry())
        assert not any(one is not o and one.geometry().intersects(o.geometry()) for o in parts)
    assert bench.view.viewport().width() >= 220
    children = bench.details.children()
    boxes = [c.geometry() for c in children if c.isWidgetType() and c.isVisible()]
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])


@pytest.mark.parametrize("reads", [False, True])
@pytest.mark.parametrize("width", [600, 720, 979, 980, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_of_a_span_is_cut_off(
    window: MainWindow, hands, language: str, width: int, reads: bool
) -> None:
    window.set_language(language)
    window.resize(width, 560)
    if reads:
        window.commands["guidelines"].trigger()
    for key, place in zip("124", hands.words(window, 3), strict=True):
        hands.mark(window, key, place)
        QApplication.processEvents()
        details = window.workbench.details
        assert details.isVisible() is (width >= 980 or not reads)
        shown = details.visibleRegion().boundingRect()
        assert shown.width() == (details.width() if details.isVisible() else 0)
        for part in (*details.children(), *details.value.children()):
            if part.isWidgetType() and part.isVisible():
                assert details.rect().contains(part.rect().translated(part.mapTo(details, ORIGIN)))


def test_a_field_is_reached_where_the_guidelines_took_its_room(
    window: MainWindow, hands, qtbot: QtBot
) -> None:
    window.resize(720, 560)
    hands.mark(window, "2", hands.words(window, 3)[1])
    window.commands["guidelines"].trigger()
    assert not window.workbench.details.isVisible()
    window.commands["value"].trigger()
    assert not window.workbench.guidelines.isVisible()
    assert window.focusWidget().objectName() == "valueField"
    window.commands["guidelines"].trigger()
    window.commands["note"].trigger()
    assert type(window.focusWidget()).__name__ == "_NoteEdit"
