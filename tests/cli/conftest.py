import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.commands import commands
from annotator.core.progress import Quiet
from annotator.workflow.projects import make_demo

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("demo"), Quiet())


@pytest.fixture
def demo(made_demo: Path, tmp_path: Path) -> Path:
    """A demo project of one's own, with the current folder beside it."""
    return Path(shutil.copy(made_demo, tmp_path / "demo.db"))


@pytest.fixture
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture
def files(tmp_path: Path) -> Callable[[], list[str]]:
    """The files in ``tmp_path``, but those that SQLite keeps beside a project in use."""

    def names() -> list[str]:
        found = (path.name for path in tmp_path.iterdir())
        return sorted(name for name in found if not name.endswith(("-wal", "-shm")))

    return names


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in this process, in ``tmp_path``; a bug shows as what it raised."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: object) -> Result:
        result = CliRunner().invoke(commands, [str(argument) for argument in arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run_command


@pytest.fixture
def run_json(run: Callable[..., Result]) -> Callable[..., Any]:
    """Run a command with ``--json`` and return what it prints, which must be JSON alone."""

    def run_command(*arguments: object, exit_code: int = 0) -> Any:
        result = run(*arguments, "--json")
        assert result.exit_code == exit_code, result.output
        return json.loads(result.stdout)

    return run_command


Start = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Run a command in a process of its own, as a shell would."""

    def start_process(
        *arguments: object, environment: Mapping[str, str] | None = None, **options: Any
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "annotator", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
            check=False,
            timeout=120,
            **({"capture_output": True} | options),
        )

    return start_process
