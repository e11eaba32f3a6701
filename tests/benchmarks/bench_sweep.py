"""The sweep before gold: cold, warm, after decisions, and what it keeps.

Run with ``python -m tests.benchmarks.bench_sweep [ARTICLES]``.
"""

import pickle
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from zlib import crc32

from annotator.core.model import Article, Layer, LayerState, Span, Status
from annotator.core.swept import How, Listed
from annotator.store.project import Project
from annotator.workflow.review import deciding
from annotator.workflow.review.consistency import Sweep
from annotator.workflow.review.overruling import Overruling, overrule_all
from tests.benchmarks.bench_review import AUTHORS, LEAD, filled
from tests.benchmarks.large_project import LABELS

ARTICLES = 2_000
SHARE, TIMES = 0.5, 2
MOST_USUAL = 100
ROUNDS = 5
NAMES = 20
"""One word of so many is a name, wherever it stands."""
SLIPS = 0.04
"""How many mentions all authors missed."""


def layers(article: Article, chance: random.Random) -> Iterator[Layer]:
    """Yield a finished layer of each author, in which names are marked but for slips."""
    spans = tuple(
        Span(*match.span(), LABELS[crc32(match[0].encode()) % len(LABELS)], match[0])
        for match in re.finditer(r"\w{3,}", article.text)
        if crc32(match[0].encode()) % NAMES == 0 and chance.random() > SLIPS
    )
    for author in AUTHORS:
        own = tuple(Span(span.start, span.end, span.label, span.quote) for span in spans)
        yield Layer(article.id, author, own, LayerState(Status.FINISHED), 1)


def timed(act: Callable[[], object]) -> float:
    """Return how many seconds ``act`` takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def bare(listed: list[Listed], most: int) -> list[Overruling]:
    """Return what marks bare places as most of their strings are marked."""
    wanted = [
        Overruling(spot.article_id, (), ((spot.start, spot.end, one.label),))
        for one in listed
        for spot in one.spots
        if spot.how is How.BARE
    ]
    return wanted[:most]


def megabytes() -> float:
    """Return the greatest memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(project: Project) -> None:
    """Print what it costs to sweep a project, and to act on what is found."""
    before = megabytes()
    sweep = Sweep(project)
    cold = timed(sweep.news)
    listing = timed(partial(sweep.swept, SHARE, TIMES))
    listed = sweep.swept(SHARE, TIMES).listed
    known = len(pickle.dumps(sweep.known)) / 1e6
    told = len(pickle.dumps([one.with_few_usual(MOST_USUAL) for one in listed])) / 1e6
    print(
        f"{project.articles.count():,} articles, {sum(project.layers.span_counts().values()):,}"
        f" spans, {len(sweep.known.names):,} strings of which {len(listed):,} are listed:"
        f" read {cold:.2f} s, listed {listing:.2f} s"
    )
    print(
        f"  kept {known:.1f} MB, told {told:.1f} MB; memory {before:.0f} MB before,"
        f" {megabytes():.0f} MB at most"
    )
    warm = median(timed(sweep.news) for _ in range(ROUNDS))
    print(f"  nothing has changed: {warm * 1000:.0f} ms")
    for most in (1, 20, 500):
        lot = bare(sweep.swept(SHARE, TIMES).listed, most)
        acted = timed(partial(overrule_all, project, LEAD, lot))
        again = timed(sweep.news)
        back = timed(partial(deciding.undo, project, LEAD))
        print(
            f"  {len(lot)} places marked: {acted * 1000:.0f} ms, read again {again * 1000:.0f} ms,"
            f" undone {back * 1000:.0f} ms"
        )
        sweep.news()


def main() -> None:
    """Print the figures."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        path = filled(Path(folder), articles, layers)
        with Project.open(path) as project:
            measure(project)


if __name__ == "__main__":
    main()
