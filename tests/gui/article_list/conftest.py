"""The article list of a project of a few lines, and of one of thousands."""

import shutil
from pathlib import Path

import pytest

from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.projects import init
from tests.gui.article_list.test_article_list import LINES, bring


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.db"
    init(path)
    with Project.open(path) as project:
        bring(project, *LINES)
    return path


@pytest.fixture
def window(hands, path: Path) -> MainWindow:
    return hands.open(path, "noor")


@pytest.fixture(scope="module")
def pristine_many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.db"
    init(path)
    with Project.open(path) as project:
        bring(project, *({"name": f"{n:04}", "text": f"كلام {n}"} for n in range(4_000)))
    return path


@pytest.fixture
def many(pristine_many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """More articles than are found before the window is painted, however fast the machine."""
    monkeypatch.setattr("annotator.gui.annotate.listing._AT_ONCE_S", 0)
    return Path(shutil.copy(pristine_many, tmp_path / "many.db"))
