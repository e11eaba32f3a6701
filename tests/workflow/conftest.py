"""What several tests of the workflow need: the demo, fresh for each of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.edits import Mark
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.release import Order, shares_of
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.datasets.release import release
from annotator.workflow.people.authors import add_author
from annotator.workflow.projects import make_demo
from tests.workflow.alike import more_in, twice_in
from tests.workflow.releases import EVERY_FORMAT
from tests.workflow.settled_demo import LEAD, settle_as

LABELS = ("base", "date", "actor", "figure")


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The demo as a file."""
    return make_demo(tmp_path_factory.mktemp("demo"), Quiet()).read_bytes()


@pytest.fixture
def demo_path(tmp_path: Path, pristine: bytes) -> Path:
    path = tmp_path / "demo.db"
    path.write_bytes(pristine)
    return path


@pytest.fixture
def demo(demo_path: Path) -> Iterator[Project]:
    with Project.open(demo_path) as project:
        yield project


@pytest.fixture(scope="session")
def crowded(pristine: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The demo as a file, with refusals, and with spans of each pair of labels on a stretch."""
    path = tmp_path_factory.mktemp("crowded") / "demo.db"
    path.write_bytes(pristine)
    with Project.open(path) as project:
        for place, article in enumerate(project.articles.each()):
            for label in (LABELS[place % 4], LABELS[(place + 1) % 4]):
                layer = project.layers.load(article.id, "amal")
                marking.apply(project, article, layer, Mark(0, 2, label))
            with project.writing():
                project._db.conn.executemany(
                    "INSERT INTO refusals VALUES ('amal', ?, ?, ?, ?, ?, '2026-11-22T02:00:00Z')",
                    [(article.id, 3, 5, label, article.text[3:5]) for label in ("base", "actor")],
                )
    return path.read_bytes()


@pytest.fixture
def crowded_demo(tmp_path: Path, crowded: bytes) -> Iterator[Project]:
    (tmp_path / "demo.db").write_bytes(crowded)
    with Project.open(tmp_path / "demo.db") as project:
        yield project


@pytest.fixture
def twice(project: Project, tmp_path: Path) -> Project:
    """A project in which the same words are marked in the same two ways in three articles."""
    twice_in(project, tmp_path)
    return project


@pytest.fixture
def many(twice: Project, tmp_path: Path) -> Project:
    """The same, in thirty more articles."""
    more_in(twice, tmp_path)
    return twice


@pytest.fixture
def led(project: Project) -> Project:
    """A project with a lead."""
    add_author(project, LEAD, Role.LEAD)
    return project


@pytest.fixture(scope="session")
def whole(pristine: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settled demo, released in every format."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "demo.db").write_bytes(pristine)
    with Project.open(folder / "demo.db") as project:
        settle_as(project, "amal")
        order = Order("v1", EVERY_FORMAT, shares_of("60/20/20"))
        release(project, folder / "out", order, LEAD, Quiet())
    return folder / "out"


@pytest.fixture
def out(whole: Path, tmp_path: Path) -> Path:
    """A copy of the release, to be damaged."""
    return shutil.copytree(whole, tmp_path / "out")
