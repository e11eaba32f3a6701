"""One edit saved in a layer of 5,000 spans on an article of 100 kB.

Run with ``python -m tests.benchmarks.bench_marking_store``.  The disk's answer to a commit is
most of it, and is measured alone beside it.
"""

import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from annotator.core.edits import Mark, Relabel, Remove, whole_stretch
from annotator.core.model import LayerState, Span, Status
from annotator.core.progress import Quiet
from annotator.store.migrations import SCHEMA_VERSION
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply, load_stack, redo, undo
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import init
from tests.benchmarks.bench_exchange import sentences

SPANS = 5_000
ROUNDS = 200


def prepared(folder: Path) -> Path:
    """Make a project with one article of 100 kB and about 5,000 spans of amal's on it."""
    chance, source, text = random.Random(2026), sentences(), ""
    while len(text.encode()) < 100_000:
        text += chance.choice(source) + "\n"
    places = chance.sample(range(len(text) - 10), SPANS)
    # Spans that would part a letter from its marks are refused.
    stretches = {whole_stretch(text, place, place + chance.randint(1, 9))[:2] for place in places}
    spans = [{"label": "base", "start": start, "end": end} for start, end in stretches]
    line = {"id": "a", "text": text, "author": "amal", "status": "in progress", "spans": spans}
    (folder / "a.jsonl").write_text(json.dumps(line), "utf-8")
    init(folder / "a.annotator")
    with Project.open(folder / "a.annotator") as project:
        assert import_files(project, [folder / "a.jsonl"], Quiet()).spans == len(spans)
    return folder / "a.annotator"


def print_times(what: str, act: Callable[[int], object]) -> None:
    """Print how long ``act`` takes, the 50th and 95th percentile."""
    times = []
    for number in range(ROUNDS):
        begun = time.perf_counter()
        act(number)
        times.append(1000 * (time.perf_counter() - begun))
    cuts = quantiles(times, n=20)
    print(f"{what:28} {cuts[9]:7.2f} ms  {cuts[18]:7.2f} ms")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name, Project.open(prepared(Path(name))) as project:
        article = project.articles.by_id("a")
        assert article is not None
        ensure_author(project, "bench")
        state = [project.layers.load("a", "amal")]
        free = [n for n in range(len(article.text) - 4) if (n, n + 3, "date") not in state]

        def mark(number: int) -> None:
            edit = Mark(free[number * 40], free[number * 40] + 3, "date")
            state[0] = apply(project, article, state[0], edit).layer

        def relabel(number: int) -> None:
            edit = Relabel((_of(state[0].spans, "date").id,), "figure")
            state[0] = apply(project, article, state[0], edit).layer

        def remove(number: int) -> None:
            edit = Remove((_of(state[0].spans, "figure").id,))
            state[0] = apply(project, article, state[0], edit).layer

        def take_back(number: int) -> None:
            state[0] = undo(project, state[0])[0].layer

        def do_again(number: int) -> None:
            state[0] = redo(project, state[0])[0].layer

        def commit(number: int) -> None:
            with project.writing():
                project._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

        print(f"{'':28} {'50th':>10}  {'95th':>10}")
        for act in (mark, relabel, remove, take_back, do_again):
            print_times(act.__name__.replace("_", " "), act)
        print_times("load the layer", lambda _: project.layers.load("a", "amal"))
        print_times("load the undo stack", lambda _: load_stack(project, "a", "amal"))
        print_times("an empty commit, for scale", commit)
        assert project.layers.load("a", "amal") == state[0]
        assert state[0].state == LayerState(Status.IN_PROGRESS)


def _of(spans: tuple[Span, ...], label: str) -> Span:
    return next(span for span in spans if span.label == label)


if __name__ == "__main__":
    main()
