"""How fast handing out by hand is, and telling how gold differs from what one marked.

Run with ``python -m tests.benchmarks.bench_handing [ARTICLES]``: the page is measured on so many
articles (100,000), the differences on 2,000 that three authors have finished and a lead settled.
A figure ends when the window is painted; the longest stall is how long it gave no sign.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from annotator.core.decisions import Choice
from annotator.core.edits import SetState
from annotator.core.feedback import score
from annotator.core.handing import Hand, Handing
from annotator.core.model import Author, LayerState, Role, Status
from annotator.gui.app import open_window
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.handing_page import HandingPage
from annotator.gui.overview.mine_page import MinePage
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.handing.assigning import give
from annotator.workflow.handing.qualifying import give_test
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rule_all, rulings_of
from annotator.workflow.review.feedback import Feedback, all_feedback, feedback_on, feedback_since
from annotator.workflow.review.lots import Majorities
from annotator.workflow.review.settling import Reviews
from tests.benchmarks.bench_review import AUTHORS, LEAD, filled, timed
from tests.benchmarks.bench_review_place import Pulse, wait_for
from tests.benchmarks.large_project import ARTICLES, large_project

SETTLED = 2_000
FEW = 100
TESTED, A_TEST = 10, 6


def page_of(window: MainWindow) -> HandingPage:
    """Bring the page to the front."""
    assert window.workplace is not None
    place = window.workplace.places.overview
    page = place.findChild(HandingPage)
    assert page is not None
    place.setCurrentWidget(page)
    window.commands["overview"].trigger()
    return page


def told(
    what: str, window: MainWindow, act: Callable[[], object], done: Callable[[], bool]
) -> None:
    """Print how long it takes until the first painting, until all is there, and the stall."""
    pulse, began = Pulse(), time.perf_counter()
    act()
    QApplication.processEvents()
    window.repaint()
    first = time.perf_counter() - began
    wait_for(done)
    whole = time.perf_counter() - began
    print(f"  {what}: first {1000 * first:.0f} ms, all {1000 * whole:.0f} ms, {pulse.told()}")


def handing(path: Path) -> None:
    """Print the figures of the page."""
    window = open_window(path, LEAD)
    window.resize(1280, 800)
    QTest.qWait(500)
    print(f"{window.session.catalogue.count():,} articles")
    told("opened", window, lambda: page_of(window), lambda: page_of(window).is_whole)
    page = page_of(window)
    words = page.findChild(QLineEdit, "handingWords")

    def ask(name: str, place: int) -> Callable[[], object]:
        box = page.findChild(QComboBox, name)
        return lambda: (box.setCurrentIndex(place), box.activated.emit(place))

    def whole() -> bool:
        return page.is_whole and not page.filters._rest.isActive()

    told("words", window, lambda: words.setText("قسرك"), whole)
    told("no words", window, words.clear, whole)
    told("assigned to nobody", window, ask("handingHolder", 1), whole)
    told("an author has it", window, ask("handingHolder", 2), whole)
    told("and has finished it", window, ask("handingState", 3), whole)
    told("finished by anybody", window, ask("handingHolder", 0), whole)
    told("all", window, ask("handingState", 0), whole)
    told("all selected", window, page.table.selectAll, whole)
    page.table.setFocus()
    end = Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier
    told("to the end", window, lambda: QTest.keyClick(page.table, *end), whole)
    numbers = tuple(page.table.listed())

    def act(hand: Hand, some: tuple[int, ...]) -> Callable[[], object]:
        wanted = Handing(hand, some, AUTHORS[0])
        return lambda: window.errands.hand(path, LEAD, wanted)

    def idle() -> bool:
        return window.errands.task() is None and whole()

    told(f"{len(numbers):,} given", window, act(Hand.GIVE, numbers), idle)
    told("undone", window, window.commands["undo"].trigger, idle)
    window.close()


def differences(path: Path) -> None:
    """Print what it costs to know how gold differs."""
    with Project.open(path) as project:
        majorities = rulings_of(Majorities(), Reviews(project).conflicts())
        rule_all(project, LEAD, majorities)
        rest = [(one, Ruling(Choice.NONE)) for one in Reviews(project).conflicts()]
        rule_all(project, LEAD, rest)
        found = []
        cold = timed(lambda: found.extend(all_feedback(project, AUTHORS[0], LEAD)))
        feedback = Feedback()
        for part in feedback_since(project, AUTHORS[0], LEAD, {}) or ():
            feedback.take(part)
        known = feedback.stamps
        warm = timed(lambda: list(feedback_since(project, AUTHORS[0], LEAD, known) or ()))
        one = timed(lambda: feedback_on(project, found[0].article_id, AUTHORS[0], LEAD))
        told_of = sum(score(found).causes.values())
        print(
            f"{len(found):,} settled articles, {told_of:,} differences: cold {cold / 1000:.2f} s,"
            f" warm {warm:.0f} ms, one article {one:.0f} ms"
        )
    window = open_window(path, AUTHORS[0])
    window.resize(1280, 800)
    QTest.qWait(500)
    assert window.workplace is not None
    place = window.workplace.places.overview
    page = place.findChild(MinePage)

    def show() -> None:
        place.setCurrentWidget(page)
        window.commands["overview"].trigger()

    told("opened", window, show, lambda: page.is_whole)
    told("a cause", window, lambda: page.causes.setCurrentRow(1), lambda: page.is_whole)
    told("all causes", window, lambda: page.causes.setCurrentRow(0), lambda: page.is_whole)
    window.close()


def tested(path: Path) -> None:
    """Print how long the window gives no sign at a change while many are tested."""
    with Project.open(path) as project:
        rest = [(one, Ruling(Choice.NONE)) for one in Reviews(project).conflicts()]
        rule_all(project, LEAD, rest)
        fit = [one.article_id for one in Reviews(project).all() if one.ready]
        for place in range(TESTED):
            name = f"new {place}"
            give_test(project, LEAD, fit[place : place + A_TEST], name)
            for one in fit[place : place + A_TEST]:
                article = project.articles.by_id(one)
                assert article is not None
                layer = project.layers.load(one, name)
                apply(project, article, layer, SetState(LayerState(Status.FINISHED)))
        give(project, LEAD, list(project.articles.names())[-2:-1], AUTHORS[0])
    window = open_window(path, LEAD)
    window.resize(1280, 800)
    QTest.qWait(500)
    print(f"{TESTED} authors tested on {A_TEST} articles each")
    told("opened", window, lambda: page_of(window), lambda: page_of(window).is_whole)
    page, project = page_of(window), window.session.project
    spare = list(project.articles.names())[-1]

    def change() -> None:
        give(project, LEAD, [spare], AUTHORS[0])
        page.show_anew()

    told("a change", window, change, lambda: page.is_whole)
    window.close()


def main() -> None:
    """Print the figures of both."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, scope, folder)
        path = Path(shutil.copy(large_project(articles=articles), Path(folder, "large.db")))
        with Project.open(path) as project, project.writing():
            project.authors.put(Author(LEAD, Role.LEAD))
            for author in AUTHORS:
                project.authors.put(Author(author))
        handing(path)
        differences(filled(Path(folder), SETTLED))
        Path(folder, "few").mkdir()
        tested(filled(Path(folder, "few"), FEW))


if __name__ == "__main__":
    main()
