"""Annotators work blind: the window shows what it would show if nobody else had marked anything."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.model import Layer, Span
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import init
from tests.gui.article_list.test_article_list import open_filters, part
from tests.gui.conftest import Hands
from tests.gui.datasets.test_exporting import box, choose, ok, wait
from tests.gui.test_finding import look_for
from tests.gui.test_finding import told as told_of_hits

AUTHOR = "noor"


@pytest.fixture
def bare(path: Path, tmp_path: Path) -> Path:
    """The articles of the demo, in which nobody has marked anything."""
    bare = tmp_path / "bare" / path.name
    bare.parent.mkdir()
    init(bare, lead="huda")
    with Project.open(path) as project:
        ensure_author(project, AUTHOR)
        export(project, tmp_path / "articles.jsonl", "jsonl", Quiet(), Selection(AUTHOR))
    with Project.open(bare) as project:
        import_files(project, [tmp_path / "articles.jsonl"], Quiet())
    return bare


@pytest.fixture
def theirs(path: Path) -> Layer:
    """A layer of amal's with many spans."""
    with Project.open(path, writable=False) as project, project.reading():
        layers = [project.layers.load(one, "amal") for one in project.articles.names()]
    layer = max(layers, key=lambda one: len(one.spans))
    assert len(layer.spans) > 5
    return layer


def open_it(hands: Hands, path: Path, layer: Layer) -> MainWindow:
    """Open the article of ``layer`` as noor, who has marked nothing in it."""
    window = hands.open(path, AUTHOR)
    window.resize(1100, 800)
    with Project.open(path, writable=False) as project:
        article = project.articles.by_id(layer.article_id)
    assert article is not None
    window.open_article(article.name)
    return window


def named_by_both(path: Path, layer: Layer) -> Span:
    """Return a span of amal's that nasser has too: all but noor have marked it."""
    with Project.open(path, writable=False) as project:
        others = {span.place for span in project.layers.load(layer.article_id, "nasser")}
    return next(span for span in layer if span.place in others)


def rows_of(view: QTreeView | QListView) -> list[tuple[str, object]]:
    model = view.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.CheckStateRole)
    return [(str(one.data(roles[0])), one.data(roles[1])) for one in indexes]


def test_the_article_looks_as_if_nobody_had_marked_it(
    hands: Hands, path: Path, bare: Path, theirs: Layer
) -> None:
    windows = [open_it(hands, one, theirs) for one in (path, bare)]
    pictures = []
    for window in windows:
        window.workbench.view.clearFocus()  # no caret that blinks
        pictures.append(window.workbench.view.viewport().grab().toImage())
        assert rows_of(part(window, QTreeView, "spanList")) == []
    assert pictures[0] == pictures[1]
    amal = hands.open(path, "amal")
    amal.resize(1100, 800)
    amal.open_article(windows[0].session.article.name)
    amal.workbench.view.clearFocus()
    assert amal.workbench.view.viewport().grab().toImage() != pictures[0]


def test_the_list_and_its_filters_tell_nothing_of_them(
    hands: Hands, path: Path, bare: Path, theirs: Layer, qtbot: QtBot
) -> None:
    told = []
    for one in (path, bare):
        window = open_it(hands, one, theirs)
        listed = rows_of(part(window, QListView, "articleList"))
        assert len(listed) == 13
        panel = open_filters(window, qtbot)
        qtbot.keyClicks(part(panel, QComboBox, "filterLabel"), "base")
        count = part(window, QLabel, "articleCount")
        qtbot.waitUntil(lambda label=count: label.text() == "0 of 13 articles")
        told.append(listed)
    assert told[0] == told[1]


def test_finding_what_they_marked_finds_the_words_alone(
    hands: Hands, path: Path, bare: Path, theirs: Layer
) -> None:
    span = named_by_both(path, theirs)
    told = []
    for one in (path, bare):
        window = open_it(hands, one, theirs)
        look_for(hands, window, span.quote)
        hands.qtbot.waitUntil(lambda seen=window: told_of_hits(seen) != "")
        told.append(told_of_hits(window))
        assert window.workbench.view.selected_span() is None
    assert told[0] == told[1]


def test_no_mention_is_marked_already(
    hands: Hands, path: Path, bare: Path, theirs: Layer, qtbot: QtBot
) -> None:
    span = named_by_both(path, theirs)
    told = []
    for one in (path, bare):
        window = open_it(hands, one, theirs)
        view = window.workbench.view
        view.setFocus()
        view.select(span.start, span.end)
        qtbot.keyClick(window.focusWidget(), "=")
        mentions = part(window, QTreeView, "mentionList")
        told.append(rows_of(mentions))
        assert told[-1]
        assert all(tick is not None for _, tick in told[-1])
    assert told[0] == told[1]


def test_only_the_own_layer_can_be_exported(
    hands: Hands, path: Path, theirs: Layer, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_it(hands, path, theirs)
    out = tmp_path / "out.jsonl"
    offered: list[object] = []

    def write(dialog: QWidget) -> None:
        layers = box(dialog, "exportLayer")
        offered.extend(layers.itemData(row) for row in range(layers.count()))
        choose(dialog, "exportFormat", "jsonl")
        hands.choose_file(out)
        ok(dialog).click()

    hands.answer(write)
    window.commands["export"].trigger()
    wait(window, qtbot)
    assert offered == [AUTHOR]
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert len(lines) == 13
    assert not [line for line in lines if line.get("spans")]
    assert {line.get("author") for line in lines} <= {AUTHOR, None}
