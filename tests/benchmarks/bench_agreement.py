"""How long agreement takes: 2,000 articles that three authors finished, 60,000 spans.

Run with ``python -m tests.benchmarks.bench_agreement``.  Cold is the first time; warm again, with
nothing changed; one changed, after an edit of one layer; intervals are the bootstrap's share.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from annotator.arabic import ARABIC
from annotator.core.edits import SetState
from annotator.core.intervals import Bootstrap
from annotator.core.model import Author, Layer, LayerState, Span, Status
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.projects import init
from tests.benchmarks.large_project import LABELS, Writer

ARTICLES = 2_000
SPANS = 10
AUTHORS = ("amal", "nasser", "noor")


def make(path: Path, articles: int) -> None:
    """Make a project whose authors agree on most spans."""
    init(path)
    writer, chance = Writer(), random.Random(7)
    with Project.open(path) as project, project.writing():
        for name in AUTHORS:
            project.authors.put(Author(name))
        for number in range(1, articles + 1):
            article = writer.article(number)
            project.articles.add(article)
            words = chance.sample(list(ARABIC.words(article.text)), SPANS + 4)
            labels = chance.choices(LABELS, k=len(words))
            for author in AUTHORS:
                spans = [
                    _span(article.text, *word, label, chance)
                    for word, label in chance.sample(list(zip(words, labels, strict=True)), SPANS)
                ]
                project.layers.add(
                    Layer(article.id, author, tuple(spans), LayerState(Status.FINISHED), 1)
                )


def _span(text: str, start: int, end: int, label: str, chance: random.Random) -> Span:
    if chance.random() < 0.1:
        label = chance.choice(LABELS)
    if chance.random() < 0.15:
        end = min(len(text), end + chance.randrange(1, 12))
    return Span(start, end, label, text[start:end])


def timed(what: str, work: Callable[[], object]) -> None:
    """Do it and print how long it took, and how long the processor worked on it."""
    began, worked = time.perf_counter(), time.process_time()
    work()
    took, worked = time.perf_counter() - began, time.process_time() - worked
    print(f"{what:12} {took:6.2f} s; processor {worked:6.2f} s")


def main() -> None:
    """Print the figures."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "agreement.db")
        make(path, articles)
        with Project.open(path) as project:
            timed("cold", lambda: project_agreement(project))
            timed("warm", lambda: project_agreement(project))
            article = next(project.articles.each())
            layer = project.layers.load(article.id, AUTHORS[0])
            apply(
                project, article, layer, SetState(replace(layer.state, status=Status.IN_PROGRESS))
            )
            layer = project.layers.load(article.id, AUTHORS[0])
            apply(project, article, layer, SetState(replace(layer.state, status=Status.FINISHED)))
            timed("one changed", lambda: project_agreement(project))
            timed("intervals", lambda: project_agreement(project, bootstrap=Bootstrap()))


if __name__ == "__main__":
    main()
