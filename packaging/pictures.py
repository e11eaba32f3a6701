"""Draw the window as the README shows it: ``pictures.py PROJECT FOLDER [SCENE...]``.

Each scene has a process, settings and a copy of the project of its own: language and
colours belong to the whole application, a scene may write to the project, and the pictures
must not depend on what their maker likes.  Half a megabyte each would weigh down every
checkout, so a picture keeps the colours that it uses most, as many as a byte can tell apart.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from scenes import SCENES, Scene

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

ALONE = "--alone"
PATIENCE_MS = 1500
"""How long a scene may take until all of it is there; as long again while progress is shown."""
COLOURS = 256


def main(arguments: list[str]) -> int:
    """Draw the named scenes, or all; return 1 if one could not be drawn."""
    if arguments[0] == ALONE:
        draw(Path(arguments[1]), Path(arguments[2]), SCENES[arguments[3]])
        return 0
    project, folder, *names = arguments
    Path(folder).mkdir(parents=True, exist_ok=True)
    failed = 0
    for name in names or SCENES:
        failed |= draw_alone(project, folder, name)
    return 1 if failed else 0


def draw_alone(project: str, folder: str, name: str) -> int:
    """Draw one scene in a process of its own; return what that returned."""
    with tempfile.TemporaryDirectory() as own:
        variables = {**os.environ, "XDG_CONFIG_HOME": own}
        copy = Path(own) / Path(project).name
        for command in (
            ["-m", "annotator", "backup", project, str(copy)],
            [__file__, ALONE, str(copy), folder, name],
        ):
            done = subprocess.run(
                [sys.executable, *command], env=variables, stdout=subprocess.DEVNULL, check=False
            )
            if done.returncode:
                return done.returncode
    print(Path(folder) / f"{name}.png")
    return 0


def draw(project: Path, folder: Path, scene: Scene) -> None:
    """Open the window as ``scene`` wants it and save what stands in front then."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QProgressBar

    from annotator.gui.app import open_window
    from annotator.gui.settings import Settings

    Settings().shows_suggestions = scene.suggests
    window = open_window(project, scene.author)
    window.set_language(scene.language)
    window.set_theme(scene.theme)
    window.resize(scene.width, scene.height)
    QApplication.processEvents()
    window.open_article(scene.article)
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def save() -> None:
        """Save from within the loop: a dialog holds up all else until it is closed."""
        if any(bar.isVisible() for bar in window.findChildren(QProgressBar)):
            QTimer.singleShot(PATIENCE_MS, save)
            return
        shown = app.activePopupWidget() or app.activeModalWidget() or app.activeWindow() or window
        picture = with_few_colours(shown.grab().toImage())
        app.closeAllWindows()
        app.exit(0 if picture.save(str(folder / f"{scene.name}.png"), quality=0) else 1)

    def save_what_waits() -> None:
        """Save what holds up the scene until it is answered."""
        if app.activePopupWidget() or app.activeModalWidget():
            save()

    def prepare() -> None:
        """Prepare the scene; only then begins the time in which all of it must be there."""
        QTimer.singleShot(PATIENCE_MS, save_what_waits)
        scene.prepare(window)
        QTimer.singleShot(PATIENCE_MS, save)

    QTimer.singleShot(0, prepare)
    if app.exec():
        raise OSError(f"{folder / scene.name}.png could not be written.")


def with_few_colours(picture: QImage) -> QImage:
    """Return ``picture`` in the colours that it uses most; the others become the nearest."""
    from PySide6.QtGui import QImage

    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    used = Counter(memoryview(picture.constBits()).cast("I"))
    table = [colour for colour, _ in used.most_common(COLOURS)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
