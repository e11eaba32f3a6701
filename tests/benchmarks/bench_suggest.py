"""How fast articles are suggested on, cold and with what was learned, and how long a model learns.

Run with ``python -m tests.benchmarks.bench_suggest [ARTICLES] [GOLD]``: on how many articles is
suggested in the end (10,000), and from how many is learned (200).  Articles are sentences of those
that the tests have marked, drawn by chance that is the same each time; times of one article are of
the processor, so that other programs do not count.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles

from annotator.core.model import Article, Author, Layer, LayerState, Role, Span, Status, new_id
from annotator.core.progress import Quiet
from annotator.core.text import sha256_of
from annotator.core.trained import LearnedFrom
from annotator.store.project import Project
from annotator.suggest.rules import found_by_rules
from annotator.workflow.projects import init
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.suggesting.offering import suggest
from annotator.workflow.suggesting.suggester import Suggester
from annotator.workflow.suggesting.training import train_model
from tests.suggest.marked_articles import HELD_OUT, SEEN, Marked, marked_articles

BYTES = 3_000
ROUNDS = 5
ARTICLES, GOLD = 10_000, 200
LEAD, MARKER, NEW = "huda", "amal", "salma"

Places = list[tuple[int, int, str]]


class Clocks:
    """How long it is since they were started, by the wall and of the processor, in seconds."""

    def __init__(self) -> None:
        self._wall, self._processor = time.monotonic(), time.process_time()

    @property
    def of_processor(self) -> float:
        return time.process_time() - self._processor

    def __str__(self) -> str:
        return f"{time.monotonic() - self._wall:.1f} s, {self.of_processor:.1f} s of the processor"


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long the processor takes for some work."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def told(name: str, taken: list[float]) -> None:
    """Print the half and the slow end of times of one article."""
    cuts = quantiles(taken, n=20)
    print(f"{name}, {len(taken)} times: 50 % {cuts[9]:.1f} ms, 95 % {cuts[18]:.1f} ms")


def lines_of(article: Marked) -> Iterator[tuple[str, Places]]:
    """Yield the paragraphs of an article with the spans that lie within each."""
    spans = [(start, end, label) for label, some in article.spans.items() for start, end in some]
    start = 0
    for line in article.text.splitlines(keepends=True):
        end = start + len(line)
        within = [(s - start, e - start, label) for s, e, label in spans if start <= s and e <= end]
        if line.strip():
            yield line.rstrip("\n") + "\n", within
        start = end


class Writer:
    """Makes variants of the marked articles up."""

    def __init__(self) -> None:
        self._chance = random.Random(2026)
        marked = [one for part in (SEEN, HELD_OUT) for one in marked_articles(part)]
        self._lines = [line for one in marked for line in lines_of(one)]

    def article(self, number: int) -> tuple[Article, tuple[Span, ...]]:
        """Return an article of 1.5 to 3 kB, and what is marked in it."""
        size = self._chance.randrange(BYTES // 2, BYTES)
        text, places = f"المادة {number}\n", []
        while len(text.encode()) < size:
            line, within = self._chance.choice(self._lines)
            places += [(s + len(text), e + len(text), label) for s, e, label in within]
            text += line
        spans = tuple(
            Span(start, end, label, text[start:end])
            for start, end, label in sorted(places, key=lambda one: (one[0], -one[1], one[2]))
        )
        name = f"{number}.txt"
        return Article(new_id(), name, name, text, sha256_of(text)), spans


def filled(path: Path, writer: Writer, gold: int, articles: int) -> None:
    """Make a project with settled articles, and others that nobody has looked at."""
    init(path)
    with Project.open(path) as project:
        with project.writing():
            for author in (Author(LEAD, Role.LEAD), Author(MARKER), Author(NEW)):
                project.authors.put(author)
            for number in range(gold + articles):
                article, spans = writer.article(number)
                project.articles.add(article)
                if number < gold:
                    state = LayerState(Status.FINISHED)
                    project.layers.add(Layer(article.id, MARKER, spans, state, revision=1))
        accept_singles(project, LEAD)


def cold() -> None:
    """Print how long the rules take."""
    texts = [article.text for part in (SEEN, HELD_OUT) for article in marked_articles(part)]
    whole = "\n".join(texts).encode()
    pieces = [
        whole[start : start + BYTES].decode(errors="ignore")
        for start in range(0, len(whole) - BYTES, BYTES)
    ]

    def by_rules(text: str) -> float:
        return milliseconds(lambda: list(found_by_rules(text)))

    print(f"first article, with the tables read: {by_rules(pieces[0]):.0f} ms")
    told("rules on 3 kB", [by_rules(piece) for _ in range(ROUNDS) for piece in pieces])
    taken = [by_rules(text) for _ in range(ROUNDS) for text in texts]
    size = len(whole) / len(texts) / 1000
    print(f"rules on articles of {size:.1f} kB: {len(taken) / sum(taken) * 1000:.0f} a second")


def with_all(project: Project, writer: Writer) -> None:
    """Print how long an article takes with all that was learned."""
    clocks = Clocks()
    suggester = Suggester(project, NEW)
    suggester.learn()
    print(f"learned from all that there is: {clocks}")
    made = [writer.article(10**6 + number)[0] for number in range(60)]
    large = [one for one in made if len(one.text.encode()) > 0.9 * BYTES] or made

    def taken(article: Article) -> float:
        return milliseconds(lambda: suggester.suggest(article))

    told("all sources on 3 kB", [taken(one) for _ in range(ROUNDS) for one in large])


def main(articles: int = ARTICLES, gold: int = GOLD) -> None:
    """Print the figures."""
    cold()
    writer = Writer()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "north.annotator"
        filled(path, writer, gold, articles)
        with Project.open(path) as project:
            clocks = Clocks()
            report = train_model(project, LEAD, LearnedFrom.GOLD, Quiet())
            print(f"trained on {report.articles} articles, with its scores: {clocks}")
            with_all(project, writer)
            for sources in ((), ("rules",)):
                clocks = Clocks()
                done = suggest(project, [NEW], sources)
                told_as = ", ".join(sources) or "all"
                print(f"suggested on {done.articles:,} articles ({told_as}): {clocks}")
                print(f"  {done.articles / clocks.of_processor:.0f} a second of the processor")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
