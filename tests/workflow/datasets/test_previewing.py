"""What an export would write and lose, told by the writer itself, which leaves nothing behind."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.edits import Mark
from annotator.core.format import WritingOptions
from annotator.core.heads import FileHead
from annotator.core.progress import Cancelled, Quiet
from annotator.core.selection import ExportOrder, Selection
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.datasets import exporting
from annotator.workflow.datasets.exporting import export
from annotator.workflow.datasets.previewing import preview
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import make_demo
from tests.workflow.settled_demo import work


class Listening(Quiet):
    """Keeps what is handed over, and cancels after so many steps."""

    def __init__(self, steps: int = 1_000_000) -> None:
        self.parts: list[object] = []
        self._steps = steps

    def advance(self, done: int, total: int | None) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise Cancelled

    def hand_over(self, part: object) -> None:
        self.parts.append(part)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("demo"), Quiet())


@pytest.fixture
def project(demo: Path) -> Iterator[Project]:
    with Project.open(demo, writable=False) as project:
        yield project


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary files are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


WRITTEN = [format.name for format in FORMATS.values() if format.write and not format.needs]


@pytest.mark.parametrize("name", WRITTEN)
def test_the_account_is_that_of_the_export(
    project: Project, tmp_path: Path, temporary: Path, name: str
) -> None:
    selection, listening = Selection("amal"), Listening()
    told = preview(project, ExportOrder(name, selection, WritingOptions()), listening)
    assert told == export(project, tmp_path / f"out-{name}", name, Quiet(), selection)
    assert told.articles
    ((first, *_),) = listening.parts
    assert isinstance(first, FileHead)
    assert first.lines
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("name", ["brat", "cas_json"])
def test_what_is_counted_is_gone_before_more_is_written(
    project: Project, temporary: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(exporting, "_COUNTED_AT_ONCE", 4_000)
    most: list[int] = []

    class Looking(Listening):
        def advance(self, done: int, total: int | None) -> None:
            stems = {file.name.partition(".")[0] for file in temporary.rglob("*") if file.is_file()}
            most.append(len(stems - {"annotation", "visual"}))

    order = ExportOrder(name, Selection("amal", every_article=True), WritingOptions())
    report = preview(project, order, Looking())
    assert report.articles == 13
    assert 0 < max(most) < report.articles
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("marked", [None, 4])
def test_the_preview_shows_the_first_article_with_spans_if_there_is_one(
    demo: Path, tmp_path: Path, temporary: Path, marked: int | None
) -> None:
    listening = Listening()
    with Project.open(shutil.copy(demo, tmp_path / "own.db")) as own:
        articles = list(own.articles.each())
        ensure_author(own, "noor")
        if marked is not None:
            work(own, articles[marked].id, "noor", Mark(0, 4, "base"))
        preview(own, ExportOrder("jsonl", Selection("noor"), WritingOptions()), listening)
    ((head,),) = listening.parts
    assert isinstance(head, FileHead)
    (line,) = head.lines or ()
    assert f'"name": "{articles[marked or 0].name}"' in line


def test_the_preview_shows_the_first_article_as_it_is_written(
    project: Project, tmp_path: Path, temporary: Path
) -> None:
    listening = Listening()
    preview(project, ExportOrder("brat", Selection("amal"), WritingOptions()), listening)
    export(project, tmp_path / "out", "brat", Quiet(), Selection("amal"))
    (heads,) = listening.parts
    assert isinstance(heads, tuple)
    spans, text = (
        next(head for head in heads if head.name.endswith(suffix)) for suffix in (".ann", ".txt")
    )
    for head in (spans, text):
        written = (tmp_path / "out" / head.name).read_text("utf-8").split("\n")
        assert head.lines == tuple(written[: len(head.lines)])
        assert head.is_cut == (len(head.lines) < len([line for line in written if line]))
    assert (spans.is_prose, text.is_prose) == (False, True)


@pytest.mark.parametrize("steps", [0, 1, 10])
def test_what_is_cancelled_leaves_nothing(project: Project, temporary: Path, steps: int) -> None:
    order = ExportOrder("jsonl", Selection("amal"), WritingOptions())
    with pytest.raises(Cancelled):
        preview(project, order, Listening(steps))
    assert list(temporary.iterdir()) == []
