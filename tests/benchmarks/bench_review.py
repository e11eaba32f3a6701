"""Conflicts and causes of articles that three authors have finished: cold, warm, after a decision.

Run with ``python -m tests.benchmarks.bench_review``.
"""

import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from annotator.arabic import ARABIC
from annotator.core.decisions import Choice
from annotator.core.model import Article, Author, Layer, LayerState, Role, Span, Status, new_id
from annotator.core.text import sha256_of
from annotator.store.project import Project
from annotator.workflow.projects import init
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.settling import Reviews
from tests.benchmarks.large_project import LABELS, Writer

AUTHORS = ("amal", "nasser", "salma")
LEAD = "huda"
SPANS = 11
SLIPS = 0.15
"""How many of a span's copies differ from it."""
ROUNDS = 100


def layers(
    article: Article, chance: random.Random, spans: int = SPANS, slips: float = SLIPS
) -> Iterator[Layer]:
    """Yield a finished layer of each author: the same spans, but for slips."""
    words = [match.span() for match in re.finditer(r"\S+", article.text)]
    places = [(*place, chance.choice(LABELS)) for place in sorted(chance.sample(words, spans))]
    for author in AUTHORS:
        drawn = (_drawn(article, *place, chance, slips) for place in places)
        by_place = {span.place: span for span in drawn if span is not None}
        ordered = tuple(sorted(by_place.values(), key=lambda span: span.order))
        yield Layer(article.id, author, ordered, LayerState(Status.FINISHED), 1)


def _drawn(
    article: Article, start: int, end: int, label: str, chance: random.Random, slips: float
) -> Span | None:
    """Return what an author made of a span: nothing, another border, another label, or the same."""
    slip = chance.random() / slips
    if slip < 0.3:
        return None
    last = end - 1 if slip < 0.6 and end - start > 2 else end
    said = chance.choice(LABELS) if 0.6 <= slip < 1 else label
    return Span(start, last, said, article.text[start:last])


def filled(
    folder: Path,
    articles: int,
    layers: Callable[[Article, random.Random], Iterator[Layer]] = layers,
    joined: int = 1,
) -> Path:
    """Make a project of so many articles, each finished by all authors.

    Each article is made of so many that are ``joined``.
    """
    path = folder / f"{articles}.{joined}.annotator"
    init(path)
    writer, chance = Writer(), random.Random(2026)
    with Project.open(path) as project, project.writing():
        project.authors.put(Author(LEAD, Role.LEAD))
        for author in AUTHORS:
            project.authors.put(Author(author))
        for number in range(1, articles + 1):
            text = "\n".join(writer.article(number).text for _ in range(joined))
            article = replace(
                writer.article(number), id=new_id(), text=text, sha256=sha256_of(text)
            )
            stored = project.articles.add(article)
            for layer in layers(article, chance):
                project.layers.add(layer)
            project.search.index([(stored, ARABIC.fold(article.title), ARABIC.fold(article.text))])
    return path


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds ``act`` takes."""
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def measure(project: Project) -> None:
    """Print what it costs to look at a project's conflicts and to decide them."""
    reviews = Reviews(project)
    cold = timed(reviews.all)
    warm = median(timed(reviews.all) for _ in range(10))
    conflicts = list(reviews.conflicts())
    print(
        f"{project.articles.count():,} articles, {sum(project.layers.span_counts().values()):,}"
        f" spans, {len(conflicts):,} conflicts: cold {cold / 1000:.2f} s, warm {warm:.0f} ms"
    )
    decided, looked = [], []
    for one in random.Random(2026).sample(conflicts, ROUNDS):
        decided.append(timed(partial(deciding.rule, project, LEAD, one, Ruling(Choice.NONE))))
        looked.append(timed(reviews.all))
    for what, took in (("decided one", decided), ("looked again", looked)):
        print(f"  {what}: median {median(took):.0f} ms, 95 % {quantiles(took, n=20)[-1]:.0f} ms")
    rest = [(one, Ruling(Choice.NONE)) for one in reviews.conflicts()]
    lot = timed(partial(rule_all, project, LEAD, rest))
    back = timed(partial(deciding.undo, project, LEAD))
    print(f"  {len(rest):,} decided in one act: {lot / 1000:.1f} s, undone {back:.0f} ms")


def main() -> None:
    """Print the figures for several sizes."""
    with tempfile.TemporaryDirectory() as folder:
        for articles in (500, 1_000, 2_000):
            with Project.open(filled(Path(folder), articles)) as project:
                measure(project)


if __name__ == "__main__":
    main()
