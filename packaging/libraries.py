"""The shared libraries that Qt expects of a Linux system, and how Debian calls them.

Qt's own packages bring Qt but none of these.  A desktop has them all; a server, a
container or a fresh Debian lacks some.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = {
    **OFFSCREEN,
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

PROBE = """
import ctypes, pathlib, sys
import PySide6.QtWidgets
if "window" in sys.argv:
    for plugin in pathlib.Path(PySide6.__file__).parent.glob("Qt/plugins/platforms/libqxcb.so"):
        ctypes.CDLL(str(plugin))
"""


class Stop(Exception):
    """The bootstrap cannot go on; the message tells a person what to do."""


def prepare(*, window: bool) -> None:
    """Install what Debian leaves out of Python, and what Qt needs, before anything is made.

    All is asked for at once, so that who must ask an administrator asks once.  Elsewhere
    the loader does not know all places of libraries: there ``ensure`` tries Qt itself.

    Raises:
        Stop: if this user may not install it.
    """
    wanted: list[str] = []
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if sys.platform.startswith("linux") and shutil.which("apt-get"):
        wanted += packages_for(WINDOW if window else OFFSCREEN, loads)
    if wanted:
        install_packages(wanted, "some system packages")


def ensure(python: Path, *, window: bool) -> None:
    """See that Qt loads in ``python``, with ``window`` also its X11 part.

    Raises:
        Stop: if it does not, and this user may not install what is missing.
    """
    complaint = probe(python, window=window)
    if complaint and sys.platform.startswith("linux"):
        missing = packages_for(WINDOW if window else OFFSCREEN, loads)
        if missing:
            install_packages(missing, "some system libraries for Qt")
            complaint = probe(python, window=window)
    if complaint:
        raise Stop(f"Qt does not load on this computer: {complaint}")


def probe(python: Path, *, window: bool) -> str:
    """Return why Qt does not load in ``python``, or nothing if it does.

    It is tried in a process of its own: a library that is missing once is remembered as
    missing by the process that looked.
    """
    command = [str(python), "-c", PROBE, "window" if window else "offscreen"]
    tried = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if tried.returncode == 0:
        return ""
    lines = tried.stderr.strip().splitlines()
    return lines[-1] if lines else f"it ended with code {tried.returncode}"


def loads(library: str) -> bool:
    """Tell whether the system's loader finds ``library``."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def packages_for(table: Mapping[str, str], is_there: Callable[[str], bool]) -> list[str]:
    """Return the Debian packages of those libraries in ``table`` that are not there."""
    return [package for library, package in table.items() if not is_there(library)]


def install_packages(packages: Iterable[str], what: str) -> None:
    """Install Debian packages if this user may; otherwise say what to type.

    Raises:
        Stop: if this is not Debian or Ubuntu, this user is not root, or apt fails.
    """
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise Stop(
            f"Annotator needs {what}, which Debian calls {names}. Install what your system "
            "calls them, then start again."
        )
    if os.geteuid() != 0:
        raise Stop(
            f"Annotator needs {what}. Type this, then start again:\n"
            f"    sudo apt-get update && sudo apt-get install -y {names}"
        )
    print(f"Installing {what}: {names} ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    # An index that cannot be renewed may still know the packages: the install decides.
    subprocess.run([*quiet, "update"], env=environment, check=False)
    install = [*quiet, "install", "-y", "--no-install-recommends", *names.split()]
    if subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
        raise Stop(f"apt-get could not install {names}; what it said stands above.")
