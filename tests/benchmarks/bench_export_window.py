"""How alive the window is when an export or a release ends that lost more than anybody can read.

Run with ``python -m tests.benchmarks.bench_export_window [ARTICLES]`` (10,000, of 20 spans each).
The dataset is CoNLL, which loses something of every label in every article: some 120,000 losses.
A clock in the window's event loop ticks all the while, as in ``bench_mark_all``.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings

from annotator.core.format import WritingOptions
from annotator.core.progress import Quiet
from annotator.core.release import Order, shares_of
from annotator.core.selection import ExportOrder, Selection
from annotator.gui.app import open_window
from annotator.gui.main_window import MainWindow
from annotator.gui.running.look_ahead import LookAhead
from annotator.store.project import Project
from annotator.workflow.datasets.dataset_tasks import preview_export
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init
from annotator.workflow.review.accepting import accept_singles
from tests.benchmarks.bench_exchange import write_corpus
from tests.benchmarks.bench_mark_all import wait_until, watched

LEAD = "huda"


def filled(folder: Path, articles: int) -> Path:
    """Make a project whose articles are all ready."""
    write_corpus(folder / "corpus.jsonl", articles)
    path = folder / "large.db"
    init(path, lead=LEAD)
    with Project.open(path) as project:
        import_files(project, [folder / "corpus.jsonl"], Quiet())
        accept_singles(project, LEAD, Quiet())
    return path


def look_ahead(window: MainWindow, path: Path, order: ExportOrder) -> None:
    """Count what an export would lose, as its dialog does."""
    ahead = LookAhead(window)
    answers: list[object] = []
    ahead.answered.connect(answers.append)
    ahead.ask(preview_export, (path, order))
    wait_until(lambda: bool(answers))


def main() -> None:
    """Print how long the window stood still."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        path = filled(folder, articles)
        window = open_window(path, LEAD)
        order = ExportOrder("conll", Selection(), WritingOptions())
        with watched("preview"):
            look_ahead(window, path, order)
        with watched("export"):
            window.errands.export(path, folder / "out.conll", order)
            wait_until(lambda: window.errands.task() is None)
        print("   ", window.notice.sentence().splitlines()[0])
        with watched("release"):
            formats = ("conll", "jsonl")
            window.errands.release(
                path, folder / "v1", Order("v1", formats, shares_of("80/10/10")), LEAD
            )
            wait_until(lambda: window.errands.task() is None)
        print("   ", window.notice.sentence().splitlines()[0])
        window.close()


if __name__ == "__main__":
    main()
