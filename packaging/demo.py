"""The demo project: made once per user, opened by ``run``, drawn by ``pictures``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import environment
import libraries

if TYPE_CHECKING:
    from collections.abc import Mapping

DRAW = environment.ROOT / "packaging" / "pictures.py"


def project(folder: Path | None = None) -> Path:
    """Return the demo project in ``folder``, or in the user's own; make it if it is not there.

    One that is there stays as it is: someone may have worked in it.
    """
    folder = folder or data_folder(sys.platform, os.environ, Path.home()) / "demo"
    if not list(folder.glob("*.db")):
        folder.mkdir(parents=True, exist_ok=True)
        annotator("demo", str(folder))
    found = sorted(folder.glob("*.db"))
    if not found:
        raise libraries.Stop(f"“annotator demo” made no project in {folder}.")
    return found[0]


def data_folder(platform: str, variables: Mapping[str, str], home: Path) -> Path:
    """Return where programs keep a user's data on this system."""
    if platform == "win32":
        return Path(variables.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Annotator"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Annotator"
    return Path(variables.get("XDG_DATA_HOME") or home / ".local" / "share") / "annotator"


def annotator(*arguments: str) -> None:
    """Run a command of the program, showing it as a person would type it."""
    print("$ annotator", *arguments, flush=True)
    command = [str(environment.python()), "-m", "annotator", *arguments]
    if subprocess.run(command, check=False).returncode != 0:
        raise libraries.Stop(f"“annotator {arguments[0]}” failed; what it said stands above.")


def show_in_terminal(opened: Path) -> None:
    """Show the demo where there is no display: by its commands, and by a picture."""
    print("There is no display here, so this is the demo in the terminal.\n")
    gold = opened.with_name("gold.jsonl")
    annotator("status", str(opened))
    gold.unlink(missing_ok=True)
    annotator("export", str(opened), str(gold), "--format", "jsonl")
    with gold.open(encoding="utf-8") as lines:
        annotator("show", str(opened), json.loads(next(lines))["name"])
    if draw(opened, opened.parent, "window") == 0:
        print(f"\nThe window would look like this: {opened.with_name('window.png')}")
    print(f"The project is {opened}")


def draw(opened: Path, folder: Path, *scenes: str) -> int:
    """Draw the named scenes, or all, into ``folder``; return the code of the drawing."""
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
    command = [str(environment.python()), str(DRAW), str(opened), str(folder), *scenes]
    return subprocess.run(command, env=variables, check=False).returncode
