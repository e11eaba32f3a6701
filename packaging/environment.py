"""The checkout's own ``.venv``: made once, trusted by its stamp, made anew when broken.

The stamp is written last.  An environment without one was left half made, by a crash or
by Ctrl+C, and is thrown away; so no start ever works with half of the packages.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "annotator-stamp.json"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
BUILD_TOOLS = ("hatchling", "editables")


def python() -> Path:
    """Return the environment's interpreter, whether it exists yet or not."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tool(name: str) -> Path:
    """Return a program that a package put into the environment."""
    return VENV / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def fingerprint(root: Path, version: str) -> str:
    """Return a hash of all that decides what an environment must hold.

    The checkout's own place counts: a moved environment points to where it was.
    """
    parts = [str(root), version]
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        parts.append((root / name).read_text(encoding="utf-8"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def read_stamp(path: Path) -> dict[str, Any]:
    """Return what is known of an environment; nothing if it is unknown or damaged."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_current(stamp: dict[str, Any], wanted: str, test: bool) -> bool:
    """Tell whether an environment with that stamp holds what is wanted."""
    return stamp.get("fingerprint") == wanted and (not test or stamp.get("test") is True)


def ensure(*, test: bool, window: bool) -> None:
    """Make the environment hold the program, with ``test`` also the tools that check it.

    With ``window``, also make sure that Qt can open one here.

    Raises:
        libraries.Stop: if a person has to do something first.
    """
    wanted = fingerprint(ROOT, sys.version)
    stamp = read_stamp(STAMP)
    if not stamp or stamp.get("python") != sys.version or not python().exists():
        libraries.prepare(window=window)
        make()
        stamp = {}
    if not is_current(stamp, wanted, test):
        test = test or stamp.get("test") is True
        STAMP.unlink(missing_ok=True)
        install(test=test)
        stamp = {"fingerprint": wanted, "python": sys.version, "test": test, "qt": []}
    surface = "window" if window else "offscreen"
    if surface not in stamp["qt"]:
        libraries.ensure(python(), window=window)
        stamp["qt"].append(surface)
    if stamp != read_stamp(STAMP):
        STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def make() -> None:
    """Make an empty environment, in place of any that was there."""
    print("Making .venv ...", flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
    if made.returncode != 0:
        raise libraries.Stop(f"Python could not make {VENV}; what it said stands above.")


def install(*, test: bool) -> None:
    """Install the program in place, and what it needs in the pinned versions.

    Its build tools come first and pinned like all else: pip's own isolated build would
    take whichever are newest.
    """
    print("Installing packages: this takes a minute or two, once ...", flush=True)
    program = str(ROOT) + ("[test]" if test else "")
    for wanted in (BUILD_TOOLS, ("--no-build-isolation", "--editable", program)):
        command = [str(python()), "-m", "pip", "install", "-qq", "-c", str(CONSTRAINTS), *wanted]
        if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
            raise libraries.Stop(
                "pip could not install what Annotator needs; what it said stands above. "
                "If there is no network now, try again later."
            )
