from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.store.project import Project
from annotator.workflow.projects import init
from tests.formats.brat.pairs import TEXT, Write


@pytest.fixture
def pair(tmp_path: Path) -> Write:
    """Writes a pair of files by hand, and returns the one with the annotations."""

    def write(ann: str | bytes, text: str | bytes = TEXT, name: str = "a") -> Path:
        for suffix, content in ((".ann", ann), (".txt", text)):
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / f"{name}{suffix}").write_bytes(data)
        return tmp_path / f"{name}.ann"

    return write


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    init(tmp_path / "p.annotator", lead="huda")
    with Project.open(tmp_path / "p.annotator") as project:
        yield project
