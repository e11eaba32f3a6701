"""A label with 50,000 spans, and one with 200,000, merged into another, taken back, done again.

Run with ``python -m tests.benchmarks.bench_labels``.  Beside the times stands how much the history
grew by the merge, and how long it takes to undo a mark from before it.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.core.edits import Mark
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow import marking, project_acts
from annotator.workflow.articles import import_files
from annotator.workflow.labels import merge_labels, start_editing
from annotator.workflow.people import ensure_author
from annotator.workflow.projects import init
from tests.benchmarks.bench_exchange import SPANS, write_corpus

SIZES = (50_000, 200_000)


def timed(what: str, act: Callable[[], object]) -> None:
    """Print how long ``act`` takes."""
    begun = time.perf_counter()
    act()
    print(f"  {what:32} {time.perf_counter() - begun:6.2f} s")


def main() -> None:
    """Print the figures."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            measure(Path(name), size)


def measure(folder: Path, size: int) -> None:
    """Merge one of four labels that have ``size`` spans each."""
    write_corpus(folder / "corpus.jsonl", 4 * size // SPANS)
    init(folder / "big.annotator", lead="huda")
    with Project.open(folder / "big.annotator") as project:
        import_files(project, [folder / "corpus.jsonl"], Quiet())
        ensure_author(project, "noor", Role.ANNOTATOR)
        article = next(project.articles.each())
        layer = project.layers.load(article.id, "noor")
        layer = marking.apply(project, article, layer, Mark(0, 3, "date")).layer
        print(f"{project.layers.span_counts()['date']:,} spans of {4 * size:,}")
        timed("open the editor", lambda: start_editing(project))
        timed("count the values of a label", lambda: project.labels.value_counts("date"))
        timed("merge", lambda: merge_labels(project, "huda", "date", "figure"))
        last = project.history.by_sequence(project.history.last_project_act())
        print(f"  {'its row in the history':32} {len(last.done + last.inverse) / 1e6:6.2f} MB")
        layer = project.layers.load(article.id, "noor")
        timed("undo a mark from before it", lambda: marking.undo(project, layer))
        layer = project.layers.load(article.id, "noor")
        timed("do that mark again", lambda: marking.redo(project, layer))
        timed("take the merge back", lambda: project_acts.undo(project))
        timed("do it again", lambda: project_acts.redo(project))


if __name__ == "__main__":
    main()
