"""Many articles, many spans: work follows what is on screen."""

import json
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.qtbot import QtBot

from annotator.core.model import ArticleRow
from annotator.core.progress import Quiet
from annotator.core.query import ArticleQuery
from annotator.gui.project.catalogue import Catalogue
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of 10,000 short articles."""
    folder = tmp_path_factory.mktemp("many")
    return project_of(folder, {f"a{n:05}": f"خبر رقم {n}" for n in range(10_000)})


def project_of(folder: Path, texts: dict[str, str]) -> Path:
    path, lines = folder / "made.db", folder / "made.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for name, text in texts.items():
            file.write(json.dumps({"name": name, "text": text}) + "\n")
    init(path)
    with Project.open(path) as project:
        report = import_files(project, [lines], Quiet())
    assert report.added == len(texts)
    return path


class Counted(Catalogue):
    """Counts how many rows the list asks for."""

    asked = 0

    def rows(self, numbers: Sequence[int], *asked: ArticleQuery) -> list[ArticleRow]:
        Counted.asked += len(numbers)
        return super().rows(numbers, *asked)


def test_the_list_asks_for_what_it_shows(
    hands, qtbot: QtBot, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.gui.session.Catalogue", Counted)
    Counted.asked = 0
    window = hands.open(many, "amal")
    articles = window.findChild(QListView, "articleList")
    QApplication.processEvents()
    articles.grab()
    assert articles.model().rowCount() == 10_000
    assert window.findChild(QLabel, "articleCount").text().startswith("10000")
    assert 0 < Counted.asked <= 300
    Counted.asked = 0
    window.open_article("a09000")
    articles.grab()
    assert articles.currentIndex().row() == 9_000
    assert Counted.asked <= 300
    Counted.asked = 0
    hands.mark(window, "1", (0, 3))
    articles.grab()
    assert Counted.asked <= 2
    assert "1" in articles.currentIndex().data(0x0100).__repr__()
    Counted.asked = 0
    hands.other_program(
        many,
        lambda project: project._connection.execute("UPDATE articles SET note = 'x'"),
    )
    window.session.look_for_changes()
    articles.grab()
    assert Counted.asked <= 300
    assert articles.currentIndex().row() == 9_000


def test_a_layer_with_twenty_thousand_spans_is_worked_on(
    hands, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "\n".join("كلمة " * 50 for _ in range(400))
    path = project_of(tmp_path, {"big": text})
    with Project.open(path) as project, project.reading():
        article = project.articles.by_name("big")
    assert article is not None
    text = article.text
    words = [(at, at + 4) for at in range(len(text) - 3) if text[at : at + 4] == "كلمة"]
    labels = ("base", "date", "actor", "figure")
    spans = [(*word, labels[n % 4]) for n, word in enumerate(words)]
    hands.import_spans(path, article, *spans, author="amal")
    window = hands.open(path, "amal")
    rows = window.workbench.spans._view
    assert rows.model().rowCount() == 20_000
    assert window.workbench.labels.findChild(QLabel) is None
    target = window.session.layer.spans[10_000]
    window.workbench.view.select_span(target.id)
    assert rows.currentIndex().row() == 10_000
    started = time.monotonic()
    for key in "1234":
        qtbot.keyClick(window.workbench.view, key)
        QApplication.processEvents()
    assert time.monotonic() - started < 4, "an edit must not follow the size of the layer"
    stored = hands.stored(path, "big", "amal")
    assert stored.spans[10_000].label == "figure"
    assert len(stored.spans) == 20_000
    assert rows.currentIndex().row() == 10_000
    window.commands["remove"].trigger()
    assert rows.model().rowCount() == 19_999
    window.commands["undo"].trigger()
    assert rows.model().rowCount() == 20_000
