"""The Overview of 2,000 articles that three authors finished, with 57,000 spans.

Run with ``python -m tests.benchmarks.bench_overview [ARTICLES]``.  Figures cold are reckoned the
first time, warm again with nothing changed; charts are all of them, matplotlib being imported.  The
longest turn is how long the window gave no sign until all was on the page, and how long it worked.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from annotator.core.behind import Confused, Unmatched
from annotator.core.decisions import Choice
from annotator.core.intervals import Bootstrap
from annotator.core.model import (
    Author,
    Layer,
    LayerState,
    Role,
    Span,
    Status,
    new_id,
)
from annotator.core.progress import Quiet
from annotator.gui.app import open_window
from annotator.gui.main_window import MainWindow
from annotator.reports.drawing import draw
from annotator.reports.looks import LIGHT
from annotator.reports.sections import charts_of
from annotator.reports.words import Words
from annotator.store.project import Project
from annotator.workflow.figures.behind import places
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.figures.reporting import write_report
from annotator.workflow.projects import init
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import Ruling
from tests.benchmarks.bench_review import LEAD, filled, timed
from tests.benchmarks.bench_review_place import Pulse, wait_for
from tests.benchmarks.large_project import LABELS, Writer


def told(what: str, act: Callable[[], object]) -> None:
    """Print how long ``act`` takes."""
    print(f"  {what}: {timed(act) / 1000:.2f} s")


def figures(path: Path) -> None:
    """Print how long figures, charts, places and a report take."""
    with Project.open(path) as project:
        overviews = Overviews(project)
        told("first stage", lambda: next(overviews.stages(None)))
        told("figures cold, without intervals", overviews.whole)
        told("figures warm", overviews.whole)
        told("with intervals", lambda: overviews.whole(Bootstrap()))
        told("with intervals, warm", lambda: overviews.whole(Bootstrap()))
        there = next(overviews.reviews.conflicts())
        deciding.rule(project, LEAD, there, Ruling(Choice.NONE))
        told("after a decision", lambda: overviews.whole(Bootstrap()))
        overview = overviews.whole(Bootstrap())
        words = Words("ar")
        charts = charts_of(overview, words, LIGHT)
        told("matplotlib and the first chart", lambda: draw(charts[0], words, LIGHT))
        told(f"{len(charts)} charts", lambda: [draw(one, words, LIGHT) for one in charts])
        for sought in (Confused("base", None), Confused("base", "base"), Unmatched()):
            looked = partial(list, places(project, overviews.reviews, sought))
            told(f"places of {sought}", looked)
        out = path.with_suffix(".html")
        told("report", lambda: write_report(project, out, "en", Quiet(), bootstrap=Bootstrap()))
        print(f"  it has {out.stat().st_size / 1000:,.0f} kB")


def window_on(path: Path) -> MainWindow:
    """Open the lead's window and let it come to rest."""
    window = open_window(path, LEAD)
    window.resize(1280, 800)
    ends = time.monotonic() + 3
    wait_for(lambda: time.monotonic() > ends)
    return window


def shown(window: MainWindow, page: int) -> None:
    """Print when figures and charts are on a page, and the longest turn of the window."""
    assert window.workplace is not None
    overview = window.workplace.places.overview
    reckoning, pulse = overview.reckoning, Pulse()
    began = time.perf_counter()
    worked = [worked_in(partial(go_to, window, page))]
    first = 0.0
    while reckoning.is_under_way or not first:
        worked.append(worked_in(QApplication.processEvents))
        if reckoning.overview is not None and not first:
            first = time.perf_counter() - began
        time.sleep(0.0005)
    print(
        f"  page {page + 1}: figures after {first:.2f} s, all after"
        f" {time.perf_counter() - began:.2f} s; longest turn {1000 * pulse.longest:.0f} ms,"
        f" of it {1000 * max(worked):.0f} ms of work"
    )


def go_to(window: MainWindow, page: int) -> None:
    """Bring a page of the Overview to the front."""
    assert window.workplace is not None
    if page:
        window.workplace.places.overview.setCurrentIndex(page)
    else:
        window.commands["overview"].trigger()
    QApplication.processEvents()


def worked_in(act: Callable[[], object]) -> float:
    """Return how many seconds the processor worked on ``act``."""
    began = time.process_time()
    act()
    return time.process_time() - began


def crowd(folder: Path) -> Path:
    """Make a project of 20 authors who drew on 500 days and set 3,000 articles aside."""
    path = folder / "crowd.annotator"
    init(path)
    writer = Writer()
    with Project.open(path) as project, project.writing():
        project.authors.put(Author(LEAD, Role.LEAD))
        authors = [f"author {number:02}" for number in range(20)]
        for author in authors:
            project.authors.put(Author(author))
        for number in range(3_000):
            article = replace(writer.article(number + 1), id=new_id())
            project.articles.add(article)
            spans = tuple(
                Span(
                    *(place, place + 1, LABELS[0], article.text[place]),
                    created_at=f"{date(2024, 1, 1) + timedelta((4 * number + place) % 500)}T09:00Z",
                )
                for place in range(4)
            )
            state = LayerState(Status.SET_ASIDE, f"cannot be used: a copy of number {number}")
            project.layers.add(Layer(article.id, authors[number // 125 % 20], spans, state, 1))
    return path


def main() -> None:
    """Print the figures for one project."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, scope, folder)
        path = filled(Path(folder), articles)
        with Project.open(path, writable=False) as project:
            spans = sum(project.layers.span_counts().values())
        print(f"{articles:,} articles, {spans:,} spans")
        figures(path)
        window = window_on(path)
        shown(window, 0)
        shown(window, 2)
        window.close()
        print("20 authors, 500 days, 3,000 articles set aside")
        window = window_on(crowd(Path(folder)))
        shown(window, 0)
        window.close()


if __name__ == "__main__":
    main()
