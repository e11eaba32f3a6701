"""Environments apart from ``.venv``, with other people's programs that check what ours does.

Each has a requirement file, ``packaging/loaders/NAME.txt``, and ``tests/loaders/test_NAME.py``.  It
sees what ``.venv`` holds, but its own packages come first: they may need other versions than the
program, and nothing of theirs gets into the program's environment.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import environment
import libraries

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = environment.ROOT / ".loaders"
REQUIREMENTS = environment.ROOT / "packaging" / "loaders"
TESTS = environment.ROOT / "tests" / "loaders"
STAMP = "annotator-stamp.txt"
"""Written last into each environment: one without it was left half made."""
NOTHING_CHOSEN = 5
"""What pytest ends with where its arguments choose no test of one environment."""
WHERE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def names() -> list[str]:
    """Return the names of all such environments."""
    return sorted(file.stem for file in REQUIREMENTS.glob("*.txt"))


def run_all(pytest_arguments: Sequence[str] = ()) -> int:
    """Make all environments that are not there, run their tests, and return the first failure.

    Raises:
        libraries.Stop: if a person has to do something first.
    """
    for name in names():
        python = ensure(name)
        tests = str(TESTS / f"test_{name}.py")
        command = [str(python), "-m", "pytest", "-p", "no:cacheprovider", tests, *pytest_arguments]
        variables = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        code = subprocess.run(command, cwd=environment.ROOT, env=variables, check=False).returncode
        if code and not (code == NOTHING_CHOSEN and pytest_arguments):
            return code
    return 0


def ensure(name: str) -> Path:
    """Make the environment of that name if it is not there, and return its interpreter.

    Raises:
        libraries.Stop: if a person has to do something first.
    """
    folder = FOLDER / name
    requirements = REQUIREMENTS / f"{name}.txt"
    wanted = fingerprint(requirements)
    python = folder / environment.python().relative_to(environment.VENV)
    stamp = folder / STAMP
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"Making .loaders/{name}: this takes a minute or two, once ...", flush=True)
    if folder.exists():
        shutil.rmtree(folder)
    call(sys.executable, "-m", "venv", str(folder))
    call(str(python), "-m", "pip", "install", "-qq", "-r", str(requirements))
    share(python)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def fingerprint(requirements: Path) -> str:
    """Return a hash of all that decides what an environment must hold."""
    parts = (str(environment.ROOT), sys.version, requirements.read_text(encoding="utf-8"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def share(python: Path) -> None:
    """Let an environment see the program and the packages of ``.venv``, after its own."""
    ours, theirs = (
        subprocess.check_output([str(one), "-c", WHERE], encoding="utf-8").strip()
        for one in (python, environment.python())
    )
    paths = f"{environment.ROOT}\n{theirs}\n"
    Path(ours, "annotator.pth").write_text(paths, encoding="utf-8")


def call(*command: str) -> None:
    """Run a command that makes a part of an environment.

    Raises:
        libraries.Stop: if it fails.
    """
    if subprocess.run(command, cwd=environment.ROOT, check=False).returncode != 0:
        raise libraries.Stop(
            "An environment for the checks by other programs could not be made; what was said "
            "stands above. If there is no network now, try again later."
        )
