"""Every check of the project, quickest first; the first that fails ends the run."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import environment
import loaders
import translations

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Check:
    """A tool of the environment, what it looks at, and how to mend what it finds."""

    title: str
    command: tuple[str, ...]
    repair: str = ""


TOOLS = (
    Check("formatting", ("ruff", "format", "--check", "."), ".venv/bin/ruff format ."),
    Check("ruff", ("ruff", "check", "."), ".venv/bin/ruff check --fix ."),
    Check("types", ("mypy",)),
    Check("imports", ("lint-imports",)),
)
COVERAGE = ("--cov", "--cov-report=term")


def run_all(pytest_arguments: Sequence[str]) -> int:
    """Run all checks; return 0, or the code of the first that failed.

    A run of some tests leaves out those of other programs.
    """
    for check in TOOLS:
        headline(check.title)
        code = run(check.command)
        if code:
            return stop(check.title, code, check.repair)
    headline("translations")
    found = translations.problems()
    if found:
        print("\n".join(found))
        return stop("translations", 1, translations.REPAIR)
    headline("tests")
    code = run(("pytest", *pytest_command(pytest_arguments)))
    if code or pytest_arguments:
        return stop("tests", code) if code else 0
    headline("loaders")
    code = loaders.run_all()
    return stop("loaders", code) if code else 0


def pytest_command(arguments: Sequence[str]) -> list[str]:
    """Return what pytest is told: all tests at once take as many cores as there are.

    A run of some tests is not held to the coverage of all, and spreads over cores if it is told to.
    """
    if arguments:
        return [*COVERAGE, "--cov-fail-under=0", *arguments]
    count = cores()
    return [*COVERAGE, *(("-n", str(count)) if count > 1 else ())]


def cores() -> int:
    """Return how many cores this process may use; a container often has fewer than the machine."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def run(command: Sequence[str]) -> int:
    """Run a tool from the checkout; what it prints is for the person watching.

    Windows opened by tests stay off the screen unless the caller asks otherwise: they
    would take the focus from whoever goes on working, and look different on each desktop.
    """
    variables = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", **os.environ}
    program, *rest = command
    done = subprocess.run(
        [str(environment.tool(program)), *rest], cwd=environment.ROOT, env=variables, check=False
    )
    return done.returncode


def headline(title: str) -> None:
    """Say which check comes now."""
    print(f"\n== {title} ==", flush=True)


def stop(title: str, code: int, repair: str = "") -> int:
    """Say which check failed and how to mend it; return its code."""
    print(f"\nThe check “{title}” failed." + (f" To mend it: {repair}" if repair else ""))
    return code
