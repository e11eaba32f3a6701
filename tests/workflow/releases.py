"""Releases that are damaged, sealed again and read: what tests of them share."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.manifest import ARTICLES, MANIFEST
from annotator.core.progress import Quiet
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.datasets.release import release, sha256_of_file
from annotator.workflow.datasets.verifying import verify
from annotator.workflow.review.accepting import accept_singles
from tests.workflow.datasets.test_release import ORDER
from tests.workflow.settled_demo import LEAD

EVERY_FORMAT = tuple(one.name for one in FORMATS.values() if one.write and not one.needs)
"""Those that need nothing that may not be installed."""


def problems(out: Path) -> list[str]:
    return list(map(str, verify(out, Quiet()).problems))


def objects(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def put(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def named(out: Path, files: list[dict[str, Any]]) -> None:
    """Let the manifest name these files."""
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    (out / MANIFEST).write_text(json.dumps(manifest | {"files": files}), "utf-8")


def recount(out: Path) -> None:
    """Let the manifest count what the list has by now, unless that is damaged."""
    try:
        rows = objects(out / ARTICLES)
        labels = [(row["split"], [label for label, _, _ in row["spans"]]) for row in rows]
    except (ValueError, TypeError, KeyError, RecursionError):
        return
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    for split in {*manifest["splits"], *(split for split, _ in labels)}:
        there = [found for one, found in labels if one == split]
        spans = Counter(label for found in there for label in found)
        manifest["splits"][split] = {"articles": len(there), "spans": spans}
    (out / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def sealed(out: Path) -> None:
    """Let the manifest fit what the files hold by now, as one would who hides something."""
    recount(out)
    files = [path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST]
    named(
        out,
        [
            {
                "path": path.relative_to(out).as_posix(),
                "size": path.stat().st_size,
                "sha256": sha256_of_file(path),
            }
            for path in files
        ],
    )


def released(project: Project, out: Path, **order: Any) -> Path:
    accept_singles(project, LEAD, Quiet())
    release(project, out, replace(ORDER, name=out.name, **order), LEAD, Quiet())
    return out
