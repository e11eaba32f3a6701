"""A project of sixty articles that name the alliance."""

import json
from pathlib import Path

import pytest

from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init
from tests.gui.conftest import Hands

TEXT = "قصف التحالف الموقع، وقالت قيادة التحالف إن للتحالف قوات\nرد قسرك على التحالف"


@pytest.fixture
def project(tmp_path: Path, settings: object) -> Path:
    """Make a project of 60 articles, the first of which names the alliance four times."""
    path = tmp_path / "north.annotator"
    init(path)
    lines = [{"name": "first", "text": TEXT}]
    lines += [{"name": f"{n:02}", "text": f"{n} بالتحالف ثم التَّحالف"} for n in range(59)]
    news = tmp_path / "news.jsonl"
    news.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with Project.open(path) as opened:
        import_files(opened, [news], Quiet())
    return path


@pytest.fixture
def window(hands: Hands, project: Path) -> MainWindow:
    window = hands.open(project, "noor")
    window.open_article("first")
    return window
