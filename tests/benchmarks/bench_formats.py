"""How long each format takes to write a dataset, and how much memory at most.

The articles are the beginnings of the samples that are settled, 20 spans each.  Each format is
written in a process of its own; what its library takes when it is loaded counts too.  Run with
``python -m tests.benchmarks.bench_formats [ARTICLES] [FORMAT …]``.
"""

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.core.errors import FileError
from annotator.core.format import ExportedArticle
from annotator.core.model import Span
from annotator.formats import FORMATS
from annotator.paths import seeds
from tests.formats.datasets import exported, written

ARTICLES = 2_000
SPANS = 20
"""How many there are in an article."""


def articles(count: int) -> Iterator[ExportedArticle]:
    """Yield that many articles, no two the same."""
    lines = (seeds() / "gold.jsonl").read_text("utf-8").splitlines()
    samples = [json.loads(line) for line in lines]
    for number in range(count):
        sample = samples[number % len(samples)]
        spans = [Span.from_json(one) for one in sample["spans"][:SPANS]]
        text = sample["text"][: max(span.end for span in spans)] + f".\n\n{number}\n"
        yield exported(text, *spans, name=f"north/{number}.txt", number=number)


def measured(name: str, count: int) -> tuple[float, float, float]:
    """Return the seconds, the megabytes of memory and those of the file or folder."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        began = time.perf_counter()
        written(FORMATS[name], out, articles(count))
        took = time.perf_counter() - began
        files = [out, *out.rglob("*")]
        size = sum(file.stat().st_size for file in files if file.is_file())
    # In kilobytes, but on macOS in bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, size / 1e6


def main() -> None:
    """Print a line for each format that is written."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    names = sys.argv[2:] or [name for name, format in FORMATS.items() if format.write]
    print(f"{count:,} articles, {count * SPANS:,} spans")
    print(f"{'format':16} {'s':>7} {'MB at most':>11} {'MB written':>11}")
    context = multiprocessing.get_context("spawn")
    for name in names:
        with context.Pool(1) as pool:
            try:
                took, memory, size = pool.apply(measured, (name, count))
            except FileError as error:  # what it needs is not installed
                print(f"{name:16} {error}")
                continue
        print(f"{name:16} {took:7.1f} {memory:11.0f} {size:11.0f}", flush=True)


if __name__ == "__main__":
    main()
