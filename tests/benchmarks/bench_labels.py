"""A label with 50,000 spans, and one with 200,000, merged into another, taken back, done again.

Run with ``python -m tests.benchmarks.bench_labels``.  Beside the times stands how much the history
grew by the merge, and how long it takes to undo a mark from before it.  At last the same with all
articles in the trash.
"""

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from annotator.core.edits import Mark
from annotator.core.labels import LabelSet
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.rows import Kind
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.project.labels import change_labels, merge_labels, start_editing
from annotator.workflow.project.trash import remove_article, restore_article
from annotator.workflow.projects import find_damage, init
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
    with tempfile.TemporaryDirectory() as name:
        measure_trash(Path(name))


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
        labelled = project.labelled[Kind.SPAN]
        timed("count the values of a label", lambda: labelled.value_counts("date"))
        timed("merge", lambda: merge_labels(project, "huda", "date", "figure"))
        last = project.history.by_sequence(project.history.last_project_act())
        print(f"  {'its row in the history':32} {len(last.done + last.inverse) / 1e6:6.2f} MB")
        layer = project.layers.load(article.id, "noor")
        timed("undo a mark from before it", lambda: marking.undo(project, layer))
        layer = project.layers.load(article.id, "noor")
        timed("do that mark again", lambda: marking.redo(project, layer))
        timed("take the merge back", lambda: project_acts.undo(project, "huda"))
        timed("do it again", lambda: project_acts.redo(project, "huda"))


def measure_trash(folder: Path) -> None:
    """Merge one of four labels that 2,000 articles in the trash have, with 100 spans each."""
    write_corpus(folder / "corpus.jsonl", 2_000, 100)
    init(folder / "big.annotator", lead="huda")
    with Project.open(folder / "big.annotator") as project:
        import_files(project, [folder / "corpus.jsonl"], Quiet())
        articles = list(project.articles.each())
        spans = sum(project.layers.span_counts().values())
        print(f"{len(articles):,} articles in the trash, {spans:,} spans")
        timed("remove them", lambda: [remove_article(project, "huda", one) for one in articles])
        recoloured = LabelSet(
            tuple(replace(label, colour="#123456") for label in project.labels.load())
        )
        timed("recolour", lambda: change_labels(project, "huda", recoloured))
        timed("merge", lambda: merge_labels(project, "huda", "date", "figure"))
        timed("take the merge back", lambda: project_acts.undo(project, "huda"))
        timed("do it again", lambda: project_acts.redo(project, "huda"))
        timed("restore one", lambda: restore_article(project, "huda", articles[0].id))
        timed("check", lambda: list(find_damage(project.path, Quiet())))


if __name__ == "__main__":
    main()
