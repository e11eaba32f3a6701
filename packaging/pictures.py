"""Draw the window as the README shows it: ``pictures.py PROJECT FOLDER [SCENE...]``.

Each scene has a process and settings of its own: language and colours belong to the
whole application, and the pictures must not depend on what their maker likes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ALONE = "--alone"


@dataclass(frozen=True)
class Scene:
    """What one picture shows; ``article`` counts from 0 in the order of the project."""

    name: str
    language: str
    theme: Literal["light", "dark"]
    width: int
    height: int
    article: int = 0
    author: str = "amal"


SCENES = {
    scene.name: scene
    for scene in (
        Scene("window", "en", "light", 1280, 800),
        Scene("arabic-light", "ar", "light", 1280, 800),
        Scene("arabic-dark", "ar", "dark", 1280, 800),
        Scene("narrow", "ar", "light", 760, 800),
    )
}


def main(arguments: list[str]) -> int:
    """Draw the named scenes, or all; return 1 if one could not be drawn."""
    if arguments[0] == ALONE:
        draw(Path(arguments[1]), Path(arguments[2]), SCENES[arguments[3]])
        return 0
    project, folder, *names = arguments
    Path(folder).mkdir(parents=True, exist_ok=True)
    failed = 0
    for name in names or SCENES:
        with tempfile.TemporaryDirectory() as settings:
            variables = {**os.environ, "XDG_CONFIG_HOME": settings}
            command = [sys.executable, __file__, ALONE, project, folder, name]
            failed |= subprocess.run(command, env=variables, check=False).returncode
    return 1 if failed else 0


def draw(project: Path, folder: Path, scene: Scene) -> None:
    """Open the window as ``scene`` wants it and save what it shows."""
    from PySide6.QtWidgets import QApplication

    from annotator.gui.app import open_window

    window = open_window(project, scene.author)
    window.set_language(scene.language)
    window.set_theme(scene.theme)
    window.resize(scene.width, scene.height)
    window.open_article(article_names(project)[scene.article])
    QApplication.processEvents()
    target = folder / f"{scene.name}.png"
    if not window.grab().save(str(target)):
        raise OSError(f"{target} could not be written.")
    window.close()
    print(target)


def article_names(project: Path) -> list[str]:
    """Return the names of the project's articles, in the order in which they were added."""
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "all.jsonl"
        command = [sys.executable, "-m", "annotator", "export", str(project), str(lines)]
        subprocess.run([*command, "--format", "jsonl"], check=True, stdout=subprocess.DEVNULL)
        with lines.open(encoding="utf-8") as articles:
            return [json.loads(line)["name"] for line in articles]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
