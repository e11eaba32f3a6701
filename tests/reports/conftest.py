"""What several tests of reports need: the figures of the demo, and of projects of strangers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.intervals import Bootstrap
from annotator.core.overview import Overview
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.projects import make_demo


@pytest.fixture(scope="session")
def demo_overview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Overview]:
    path: Path = make_demo(tmp_path_factory.mktemp("demo"), Quiet())
    with Project.open(path, writable=False) as project:
        yield Overviews(project).whole(Bootstrap(100))
