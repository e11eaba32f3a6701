"""What many tests need: a project in a fresh folder, and articles brought into it as files."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.imports.articles import ImportReport, import_files
from annotator.workflow.projects import init

settings.register_profile(
    "tests",
    deadline=None,
    max_examples=60,
    database=None,
    # A run that decides whether a change lands tries the same examples each time; all other
    # runs look for new ones.
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("tests")

# A run in the background ignores Ctrl+C, or the end of its terminal, and so would each program
# that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="session", autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's own settings out of the tests, and of the programs that they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield


Bring = Callable[..., ImportReport]


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "north.annotator"
    init(path)
    return path


@pytest.fixture
def project(project_path: Path) -> Iterator[Project]:
    with Project.open(project_path) as project:
        yield project


@pytest.fixture
def write_lines(tmp_path: Path) -> Callable[..., Path]:
    """Write objects, or lines as they are, to a JSONL file."""

    def write(*lines: dict[str, Any] | str | bytes, name: str = "brought.jsonl") -> Path:
        path = tmp_path / name
        with path.open("wb") as file:
            for line in lines:
                data = json.dumps(line) if isinstance(line, dict) else line
                file.write(data if isinstance(data, bytes) else data.encode())
                file.write(b"\n")
        return path

    return write


@pytest.fixture
def bring(write_lines: Callable[..., Path]) -> Bring:
    """Import JSONL lines into a project, as ``annotator import`` does."""

    def bring(
        project: Project, *lines: dict[str, Any] | str | bytes, **options: Any
    ) -> ImportReport:
        return import_files(project, [write_lines(*lines)], Quiet(), **options)

    return bring
