"""Import and export of 10,000 articles with 200,000 spans as JSONL, with the memory they take.

Before them of a quarter of these, to show how the cost grows.

The articles are made of the sentences of the seeds, shuffled by a fixed seed, so that every run
measures the same file.  Run with ``python -m tests.benchmarks.bench_exchange``.
"""

import json
import random
import re
import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.decoding import decode
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import import_files
from annotator.workflow.projects import init

ARTICLES = 10_000
SPANS = 20
LENGTH = 1_560
LABELS = ("base", "date", "actor", "figure")


def sentences() -> list[str]:
    """Return the sentences of the sample articles."""
    texts = [
        decode(file.read_bytes())
        for file in sorted((paths.seeds() / "articles").iterdir(), key=lambda file: file.name)
    ]
    return [part for text in texts for part in re.split(r"(?<=[.؟!])\s+|\n+", text) if part.strip()]


def write_corpus(out: Path, articles: int = ARTICLES, spans_each: int = SPANS) -> None:
    """Write ``articles`` lines of about 4 kB, each with so many spans on whole words."""
    chance, source = random.Random(2026), sentences()
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for number in range(articles):
            text = f"{number}: {chance.choice(source)}"
            while len(text) < LENGTH:
                text += chance.choice((" ", "\n")) + chance.choice(source)
            words = list(ARABIC.words(text))
            spans = [
                {"label": chance.choice(LABELS), "start": start, "end": end}
                for start, end in chance.sample(words, spans_each)
            ]
            line = {"name": f"{number:05}", "text": text, "author": "amal", "spans": spans}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _import(folder: Path, articles: int) -> None:
    with Project.open(folder / "big.annotator") as project:
        began = time.perf_counter()
        report = import_files(project, [folder / "corpus.jsonl"], Quiet())
        took = time.perf_counter() - began
        found = len(project.search.find("قسرك"))
    assert (report.added, report.spans, report.refused) == (articles, articles * SPANS, [])
    print(f"import  {took:6.2f} s, peak {_peak_mb():.0f} MB; goal 15 s ({found} found at the end)")


def _export(folder: Path, _articles: int) -> None:
    out = folder / "out.jsonl"
    with Project.open(folder / "big.annotator", writable=False) as project:
        began = time.perf_counter()
        export(project, out, "jsonl", Quiet(), Selection("amal"))
        took = time.perf_counter() - began
    size = out.stat().st_size / 1e6
    print(f"export  {took:6.2f} s, peak {_peak_mb():.0f} MB; goal 3 s ({size:.0f} MB written)")


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Print the figures."""
    for articles in (ARTICLES // 4, ARTICLES):
        bench(articles)


def bench(articles: int) -> None:
    """Print the figures of so many articles; the goals are those of the most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder / "corpus.jsonl", articles)
        size = (folder / "corpus.jsonl").stat().st_size / 1e6
        print(f"corpus  {articles} articles, {articles * SPANS} spans, {size:.1f} MB")
        init(folder / "big.annotator")
        for measured in (_import, _export):
            # Each in a process of its own, so that its peak of memory is its own.
            process = get_context("spawn").Process(target=measured, args=(folder, articles))
            process.start()
            process.join()
            assert process.exitcode == 0
        print(f"project {(folder / 'big.annotator').stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
