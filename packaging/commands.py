"""What ``bootstrap.py`` can be asked for, each once the environment is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import checks
import demo
import environment
import loaders
import translations

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

A_DISPLAY = ("Xvfb", "xdotool", "setxkbmap")
"""What makes a display and its keyboard; tests skip what needs one where they are missing."""
PICTURES = environment.ROOT / "packaging" / "pictures"


def run(_options: argparse.Namespace) -> int:
    """Open the demo project; without a display, show it in the terminal.

    Qt's X11 part is asked for under X11 alone: Wayland, Windows and macOS do without.
    """
    display = has_display(sys.platform, os.environ)
    environment.ensure(test=False, window=bool(os.environ.get("DISPLAY")))
    project = demo.project()
    if not display:
        demo.show_in_terminal(project)
        return 0
    return subprocess.call(
        [str(environment.python()), "-m", "annotator", "gui", str(project), "--author", "amal"]
    )


def test(options: argparse.Namespace) -> int:
    """Run every check, stopping at the first that fails, or those by other programs alone.

    Where there is a display to be had for it, one test opens a real window.
    """
    if options.loaders:
        environment.ensure(test=True, window=False)
        return loaders.run_all(options.rest)
    environment.ensure(test=True, window=all(map(shutil.which, A_DISPLAY)))
    return checks.run_all(options.rest)


def pictures(options: argparse.Namespace) -> int:
    """Draw the pictures of the README, from a demo project that nobody has touched."""
    environment.ensure(test=False, window=False)
    folder = Path(options.folder).resolve() if options.folder else PICTURES
    with tempfile.TemporaryDirectory() as untouched:
        return demo.draw(demo.project(Path(untouched)), folder)


def translate(_options: argparse.Namespace) -> int:
    """Bring the translations up to date, and name what a person must still translate."""
    environment.ensure(test=False, window=False)
    translations.update()
    missing = translations.missing()
    print("\n".join(missing) or "All texts are translated.")
    return 1 if missing else 0


def has_display(platform: str, variables: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown: always so on Windows and macOS."""
    if not platform.startswith("linux"):
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": run,
    "test": test,
    "pictures": pictures,
    "translations": translate,
}
