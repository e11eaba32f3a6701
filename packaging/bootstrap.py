"""Run or check Annotator from a checkout, with nothing installed but Python.

It needs the standard library alone, makes a ``.venv`` in the checkout, and starts at once
when that is there.  This file also parses on Pythons that are too old for Annotator, so
that those can say so in one sentence; what needs a newer one is imported late.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from typing import Callable, Sequence  # noqa: UP035  (an old Python must get past this line)

OLDEST, NEWEST = (3, 11), (3, 13)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; return the code to exit with."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return hand_over(arguments)
    options = read_options(arguments)

    import commands
    import libraries

    try:
        return commands.COMMANDS[options.command](options)
    except libraries.Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for; what ``test`` does not know is pytest's."""
    parser = argparse.ArgumentParser(prog="bootstrap.py", description="Run or check Annotator.")
    known = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    known.add_parser("run", help="open the demo project")
    # What pytest is told may begin like an option of ours.
    test = known.add_parser(
        "test", help="run every check; further arguments go to pytest", allow_abbrev=False
    )
    test.add_argument(
        "--loaders", action="store_true", help="run the checks by other people's programs alone"
    )
    pictures = known.add_parser("pictures", help="draw the pictures of the README anew")
    pictures.add_argument("folder", nargs="?", help="where to put them")
    known.add_parser("translations", help="gather the window's texts and translate them for Qt")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command != "test":
        parser.error("unrecognized arguments: " + " ".join(rest))
    options.rest = rest
    return options


def hand_over(arguments: Sequence[str]) -> int:
    """Start again with a Python that is neither too old nor too new, if there is one."""
    found = fitting_python(shutil.which, version_of)
    if found:
        return subprocess.call([found, __file__, *arguments])
    oldest, newest, this = (
        f"{major}.{minor}" for major, minor in (OLDEST, NEWEST, sys.version_info[:2])
    )
    print(
        f"Annotator needs Python {oldest} to {newest}, and this is {this}: install one of those, "
        "then start again.",
        file=sys.stderr,
    )
    return 1


def fitting_python(
    which: Callable[[str], str | None], version: Callable[[str], tuple[int, ...]]
) -> str | None:
    """Return the newest Python on the path that fits, or nothing.

    Each is asked for its version: a version switcher leaves names on the path that
    start nothing.
    """
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        path = which(f"python3.{minor}")
        if path and version(path) == (3, minor):
            return path
    return None


def version_of(path: str) -> tuple[int, ...]:
    """Return (major, minor) of an interpreter, or nothing if it does not start."""
    show = "import sys; print(*sys.version_info[:2])"
    try:
        said = subprocess.check_output([path, "-c", show], stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(int(part) for part in said.split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
