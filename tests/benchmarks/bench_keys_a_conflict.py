"""How many keys a lead presses for a conflict: 100 of them settled by script, and gold compared.

The demo's two layers, three times over, are settled as the seeds say; nothing is decided in lots.
Run with ``python -m tests.benchmarks.bench_keys_a_conflict``.
"""

import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.core.model import Author, Role
from annotator.core.progress import Quiet
from annotator.gui.app import open_window
from annotator.gui.review.review_place import ReviewPlace
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init
from annotator.workflow.review.settling import OpenConflict, Reviews
from tests.benchmarks.bench_review_place import wait_for
from tests.gui.review.test_review import expected_gold, gold_of, keys_for, wanted_of

CONFLICTS = 100
TIMES = 3
LEAD = "huda"


def filled(folder: Path) -> Path:
    """Make a project of the seeds' two layers, of each article some copies that end in dots."""
    path = folder / "conflicts.annotator"
    init(path)
    files = []
    for file in sorted((paths.seeds() / "layers").iterdir()):
        lines = map(json.loads, file.read_text("utf-8").splitlines())
        copies = [_copied(line, number) for line in lines for number in range(TIMES)]
        files.append(folder / file.name)
        files[-1].write_text("".join(json.dumps(one) + "\n" for one in copies), "utf-8")
    with Project.open(path) as project:
        with project.writing():
            project.authors.put(Author(LEAD, Role.LEAD))
        report = import_files(project, files, Quiet())
        assert not report.refused, report
    return path


def _copied(line: dict[str, Any], number: int) -> dict[str, Any]:
    kept = {key: line[key] for key in ("author", "status", "published", "spans") if key in line}
    spans = [{key: span[key] for key in span if key != "id"} for span in kept["spans"]]
    text = line["text"] + "\n." * number
    return {**kept, "spans": spans, "name": f"{number} {line['name']}", "text": text}


def original(there: OpenConflict) -> OpenConflict:
    """Return a conflict as it is called in the seeds."""
    return replace(there, article=there.article.split(" ", 1)[1])


def keys(place: ReviewPlace, waiting: dict[str, OpenConflict]) -> Iterator[int]:
    """Settle conflict after conflict; yield how many keys each took."""
    for _ in range(CONFLICTS):
        at_hand = place.reviewing.there
        assert at_hand is not None
        there = original(waiting[at_hand.conflict.id])
        pressed = keys_for(there, wanted_of(there))
        for key in pressed:
            QTest.keyClick(QApplication.focusWidget(), key)
        yield len(pressed)


def main() -> None:
    """Print how many keys it took, and whether gold is that of the seeds."""
    with tempfile.TemporaryDirectory() as folder:
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, scope, folder)
        path = filled(Path(folder))
        with Project.open(path, writable=False) as project:
            waiting = {one.conflict.id: one for one in Reviews(project).conflicts()}
        window = open_window(path, LEAD)
        window.commands["review"].trigger()
        assert window.workplace is not None
        place = window.workplace.places.review
        assert place is not None
        wait_for(lambda: place.conflicts.length() == len(waiting))
        counts = Counter(keys(place, waiting))
        window.close()
        pressed = sum(number * times for number, times in counts.items())
        each = pressed / CONFLICTS
        print(f"{CONFLICTS} of {len(waiting)} conflicts: {pressed} keys, {each:.2f} each")
        for number, times in sorted(counts.items()):
            print(f"  {times} with {number}")
        with Project.open(path, writable=False) as project:
            open_still = {one.article for one in Reviews(project).conflicts()}
        gold, expected = gold_of(path), expected_gold()
        settled = [name for name in gold if name not in open_still]
        wrong = [name for name in settled if gold[name] != expected[name.split(" ", 1)[1]]]
        print(f"  {len(settled)} articles settled, {len(wrong)} of them other than the seeds say")


if __name__ == "__main__":
    main()
