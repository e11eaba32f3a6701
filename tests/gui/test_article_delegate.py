"""The rows of the list of articles, as they are drawn."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QListView

from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init

SHORT, LONG = "خبر قصير", "خبر طويل جدا لا يسعه سطر واحد من القائمة بل يحتاج إلى سطر آخر تحته"


@pytest.fixture
def window(hands, tmp_path: Path) -> MainWindow:
    path, news = tmp_path / "rows.db", tmp_path / "news.jsonl"
    init(path)
    lines = [{"name": f"{at}", "text": text} for at, text in enumerate(("أول", SHORT, LONG))]
    news.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    with Project.open(path) as project:
        import_files(project, [news], Quiet())
    return hands.open(path, "noor")


def blanks_of(window: MainWindow, row: int) -> list[int]:
    """Return how many pixels stay blank above what is drawn of a row, between it, and below."""
    view = window.findChild(QListView, "articleList")
    assert view is not None
    view.clearSelection()
    QApplication.processEvents()
    image = view.viewport().grab(view.visualRect(view.model().index(row, 0))).toImage()
    inked = [y for y in range(image.height()) if is_inked(image, y)]
    edges = [-1, *inked, image.height()]
    return [after - before - 1 for before, after in pairwise(edges)]


def is_inked(image: QImage, y: int) -> bool:
    return len({image.pixel(x, y) for x in range(2, image.width() - 2)}) > 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_title_of_one_line_leaves_no_empty_line_in_its_row(
    window: MainWindow, language: str
) -> None:
    window.set_language(language)
    short, long = blanks_of(window, 1), blanks_of(window, 2)
    line = window.fontMetrics().lineSpacing()
    assert sum(short) - sum(long) > line / 2  # it has a line less
    assert max(short[1:-1]) < line / 2
    assert abs(short[0] - short[-1]) < line / 2  # and stands in the middle
