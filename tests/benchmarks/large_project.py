"""A project of 100,000 articles, 250 MB of text and two million spans, made once and kept.

The texts are sentences of the seeds, shuffled, among runs of words that are joined from halves of
theirs: so there are rare words beside common ones, as in news.  A fixed seed makes every run
measure the same project.  Make it with ``python -m tests.benchmarks.large_project [FOLDER]``.
"""

import itertools
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.decoding import decode
from annotator.core.model import Article, Author, Layer, LayerState, Span, Status, new_id
from annotator.core.text import sha256_of, title_of
from annotator.store.project import Project
from annotator.workflow.projects import init

ARTICLES = 100_000
LENGTH = 1_200
SPANS = 20
BATCH = 2_000
AUTHOR, OTHER = "amal", "noor"
LABELS = ("base", "date", "actor", "figure")
OUTLETS = (
    None,
    "RT",
    "سانا",
    "رويترز",
    "الميادين",
    "شام",
    "نورث برس",
    "هاوار",
    "روداو",
    "عنب بلدي",
)
WORDS = 60_000
VERSION = 1
"""Changes when the project would be another one: what is kept of an older version is not used."""


def sentences() -> list[str]:
    """Return the sentences of the sample articles."""
    texts = [
        decode(file.read_bytes())
        for file in sorted((paths.seeds() / "articles").iterdir(), key=lambda file: file.name)
    ]
    return [part for text in texts for part in re.split(r"(?<=[.؟!])\s+|\n+", text) if part.strip()]


@dataclass
class Writer:
    """Makes articles up and layers on them, the same ones at each run."""

    chance: random.Random = field(default_factory=lambda: random.Random(2026))
    sentences: list[str] = field(default_factory=sentences)

    def __post_init__(self) -> None:
        known = sorted({word for sentence in self.sentences for word in sentence.split()})
        halves = self.chance.choices(known, k=2 * WORDS)
        self.words = [
            head[: (len(head) + 1) // 2] + tail[len(tail) // 2 :]
            for head, tail in zip(halves[::2], halves[1::2], strict=True)
        ]
        # As in any language, the n-th word comes about 1/n times as often as the first.
        self.weights = list(itertools.accumulate(1 / n for n in range(10, WORDS + 10)))

    def article(self, number: int) -> Article:
        """Return an article of about 2.5 kB."""
        chance, parts, length = self.chance, [self._run(12)], 0
        while length < LENGTH:
            parts.append(chance.choice(self.sentences) if chance.random() < 0.5 else self._run(25))
            length += len(parts[-1]) + 1
        text = f"{parts[0]} {number}\n" + "".join(
            part + chance.choice((" ", " ", "\n")) for part in parts[1:]
        )
        day = date(2024, 1, 1) + timedelta(days=chance.randrange(800))
        return Article(
            id=new_id(),
            name=f"{number:06}.txt",
            title=title_of(text, ARABIC),
            text=text,
            sha256=sha256_of(text),
            outlet=chance.choice(OUTLETS),
            published=None if chance.random() < 0.05 else day.isoformat(),
            note="راجع المصدر" if chance.random() < 0.01 else "",
        )

    def layer(self, article: Article, author: str) -> Layer:
        """Return a layer with 20 spans on whole words."""
        chance, text = self.chance, article.text
        spans = [
            Span(
                start,
                end,
                chance.choice(LABELS),
                text[start:end],
                note="انظر" if chance.random() < 0.002 else "",
                unsure=chance.random() < 0.005,
            )
            for start, end in chance.sample([m.span() for m in re.finditer(r"\S+", text)], SPANS)
        ]
        statuses = (Status.FINISHED, Status.IN_PROGRESS, Status.SET_ASIDE)
        (status,) = chance.choices(statuses, (85, 10, 5))
        return Layer(
            article.id,
            author,
            tuple(sorted(spans, key=lambda span: span.order)),
            LayerState(status, "duplicate" if status is Status.SET_ASIDE else ""),
            1,
            chance.choice(("1", "2")) if status is Status.FINISHED else "",
        )

    def _run(self, words: int) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=words))


def large_project(folder: Path | None = None, articles: int = ARTICLES) -> Path:
    """Return the project, from ``folder`` (else one for passing files); made if it is not there."""
    folder = folder or Path(tempfile.gettempdir(), "annotator-benchmarks")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"large-{VERSION}-{articles}.annotator"
    if not path.exists():
        unfinished = folder / f"{os.getpid()}-{path.name}"
        init(unfinished)
        with Project.open(unfinished) as project:
            _fill(project, articles)
        unfinished.rename(path)
    return path


def _fill(project: Project, articles: int) -> None:
    """Write through the repositories: an import would take thrice the time for its history."""
    writer = Writer()
    project.expect_an_import()
    with project.writing():
        for name in (AUTHOR, OTHER):
            project.authors.put(Author(name))
    for first in range(1, articles + 1, BATCH):
        numbers = range(first, min(first + BATCH, articles + 1))
        with project.writing():
            project.search.index(list(_added(project, writer, numbers)))


def _added(
    project: Project, writer: Writer, numbers: Iterable[int]
) -> Iterator[tuple[int, str, str]]:
    for number in numbers:
        article = writer.article(number)
        stored = project.articles.add(article)
        # The first author has begun four articles of five, the other one every fifth.
        authors = (AUTHOR,) if number % 5 else (OTHER,)
        for author in authors:
            project.layers.add(writer.layer(article, author))
        yield stored, ARABIC.fold(article.title), ARABIC.fold(article.text)


def main() -> None:
    """Make the project and print how large it is."""
    began = time.perf_counter()
    path = large_project(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB, {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
