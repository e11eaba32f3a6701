"""Draw the window as the README shows it: ``pictures.py PROJECT FOLDER [SCENE...]``.

Each scene has a process and settings of its own: language and colours belong to the
whole application, and the pictures must not depend on what their maker likes.
"""

from __future__ import annotations

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
    article: str = "2026-02-18-shaddadi-handover.txt"
    span: int = 2
    """Which span is selected, counted from 0."""
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
    window.open_article(scene.article)
    assert window.session is not None
    assert window.session.layer is not None
    assert window.workbench is not None
    window.workbench.view.select_span(window.session.layer.spans[scene.span].id)
    QApplication.processEvents()
    target = folder / f"{scene.name}.png"
    if not window.grab().save(str(target)):
        raise OSError(f"{target} could not be written.")
    window.close()
    print(target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
