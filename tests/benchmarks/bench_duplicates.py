"""How well and how fast near-duplicates are kept together, and what it costs.

Of each corpus 15 in 100 articles retell another one, as wires do; see ``tests.workflow.planted``.
It is released (planned, not written) and told: how many planted pairs share a split, how many pairs
are joined that should not be, how alike the splits are at most.  Each size has a process of its
own.  Run with ``python -m tests.benchmarks.bench_duplicates [ARTICLES …]``.
"""

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.release import Order, shares_of
from annotator.store.project import Project
from annotator.workflow.datasets.release_plan import plan_release
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from annotator.workflow.projects import init
from annotator.workflow.review.accepting import accept_singles
from tests.workflow.planted import corpus, false_joins, lines

SIZES = (1_000, 2_000, 5_000)
LEAD = "huda"


class Measured(NamedTuple):
    """What came of one corpus."""

    planted: int
    apart: int
    """How many planted pairs are in two splits: must be none."""
    false: int
    examples: list[tuple[str, str]]
    """Some of them, by their first words."""
    highest: float
    within: float
    took: float
    megabytes: float


def measured(count: int) -> Measured:
    """Make a corpus, plan its release, and measure it."""
    found = corpus(count, count * 15 // 100)
    with tempfile.TemporaryDirectory() as folder:
        path, brought = Path(folder, "north.db"), Path(folder, "in.jsonl")
        with brought.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines(found))
        init(path)
        with Project.open(path) as project:
            add_author(project, LEAD, Role.LEAD)
            import_files(project, [brought], Quiet(), author="amal")
            accept_singles(project, LEAD, Quiet())
            began = time.perf_counter()
            plan = plan_release(project, Order("v1", (), shares_of("80/10/10")), Quiet())
            took = time.perf_counter() - began
            # In kilobytes, but on macOS in bytes.
            unit = 1e6 if sys.platform == "darwin" else 1e3
            megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
            names = project.articles.names()
    splits = {names[one]: split for one, split in plan.splits.items()}
    apart = sum(splits[f"{one.story}.txt"] != splits[f"{one.twin}.txt"] for one in found.planted)
    wrong = false_joins(found)
    examples = [(found.texts[one][:60], found.texts[other][:60]) for one, other in wrong[:3]]
    highest = plan.highest.similarity if plan.highest else 0.0
    within = plan.most_within.share if plan.most_within else 0.0
    return Measured(
        *(len(found.planted), apart, len(wrong), examples, highest, within, took, megabytes)
    )


def main() -> None:
    """Print a line for each size."""
    print("articles  planted  apart  false  highest  within      s    MB")
    context = multiprocessing.get_context("spawn")
    for count in map(int, sys.argv[1:]) if len(sys.argv) > 1 else SIZES:
        with context.Pool(1) as pool:
            one = pool.apply(measured, (count,))
        print(
            f"{count:8,} {one.planted:8,} {one.apart:6} {one.false:6} {one.highest:8.3f}"
            f" {one.within:7.3f} {one.took:6.1f} {one.megabytes:5.0f}",
            flush=True,
        )
        for first, other in one.examples:
            print(f"         {first!r}\n         {other!r}")


if __name__ == "__main__":
    main()
