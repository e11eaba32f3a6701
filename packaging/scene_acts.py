"""What is done in a window before its picture is taken: one small function a kind of scene.

They do what a user does, through the actions and parts of the window; what waits
for an answer (a dialog) may come last only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.gui.annotate.workbench import Workbench
    from annotator.gui.main_window import MainWindow

MARKED = (
    ("قوات سوريا الديمقراطية", "actor"),
    ("يوم الاثنين الماضي", "date"),
    ("ثمانية أعوام", "figure"),
    ("العمر", "base"),
    ("الجيش السوري", "actor"),
    ("كونيكو", "base"),
    ("القوات الأميركية", "actor"),
    ("مايو/ أيار الماضي", "date"),
    ("180 بئراً", "figure"),
)
ASKED = {
    "en": (
        ("الشدادي", "Is the town meant here, or the base?", "The base: it is what was left."),
        ("الجيش السوري", "Does the article belong to the name?", ""),
    ),
    "ar": (
        ("الشدادي", "هل المقصود هنا البلدة أم القاعدة؟", "القاعدة، فهي التي أُخليت."),
        ("الجيش السوري", "هل تدخل «ال» التعريف في الاسم؟", ""),
    ),
}

ASIDE = {"en": "A copy of another article", "ar": "نسخة من مقالة أخرى"}
LOWEST = 1_000_000
"""Pixels: no page is as long, so that its end is shown."""


def show_span(window: MainWindow) -> None:
    """Select a span of the article."""
    bench = workbench(window)
    assert window.session is not None
    assert window.session.layer is not None
    bench.view.select_span(window.session.layer.spans[2].id)


def find(window: MainWindow) -> None:
    """Find a word however it is spelled."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    workbench(window).find_bar.open_bar()
    line = workbench(window).find_bar.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("الشدادي")
    QTest.keyClick(line, Qt.Key.Key_Return)


def mark_all(window: MainWindow) -> None:
    """List all mentions of a force in all articles."""
    select(window, "قوات سوريا الديمقراطية")
    window.commands["mentions_everywhere"].trigger()


def stay_at(words: str) -> Callable[[MainWindow], None]:
    """Return what marks some words, each with a label, and stays at one of them."""

    def mark(window: MainWindow) -> None:
        for marked, label in sorted(MARKED, key=lambda one: one[0] == words):
            select(window, marked)
            window.commands[f"label_{label}"].trigger()
        view = workbench(window).view
        view.scroll_to(view.caret())

    return mark


def show_suggestions(window: MainWindow) -> None:
    """Take some suggestions and stay at the next one."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    view = workbench(window).view
    while not view.attention.suggested.all:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for key in (Qt.Key.Key_Tab, *[Qt.Key.Key_Return] * 5):
        QTest.keyClick(view, key)
    view.scroll_to(0)


def show_registry(window: MainWindow) -> None:
    """Search the registry for an actor, spelled nearly so."""
    assert window.registering is not None
    window.commands["registry"].trigger()
    assert window.registering.shown is not None
    window.registering.shown.list.search_for("actor", "القوات")


def show_labels(window: MainWindow) -> None:
    """Edit the labels, as leads may."""
    window.commands["labels"].trigger()


def show_guidelines(window: MainWindow) -> None:
    """Read beside the article what the guidelines say of a label."""
    show_span(window)
    window.commands["guidelines"].trigger()
    workbench(window).context_menu.guideline_requested.emit("date")


def search(window: MainWindow) -> None:
    """Search the articles that have bases, and see the hits in their context."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QComboBox, QLineEdit

    label = window.findChild(QComboBox, "filterLabel")
    words = window.findChild(QLineEdit, "searchBox")
    assert isinstance(label, QComboBox)
    assert isinstance(words, QLineEdit)
    label.setCurrentIndex(label.findData("base"))
    window.commands["search"].trigger()
    words.insert("قاعدة")
    QTest.keyClick(words, Qt.Key.Key_Space)


def show_questions(window: MainWindow) -> None:
    """Let an annotator ask, the lead answer, and list it all."""
    ask_and_answer(window)
    window.commands["questions"].trigger()


def show_waiting(window: MainWindow) -> None:
    """See by author what was asked and what was set aside."""
    from annotator.core.edits import SetState
    from annotator.core.model import LayerState, Status
    from annotator.workflow.acts.marking import apply

    ask_and_answer(window)
    assert window.session is not None
    project = window.session.project
    aside = SetState(LayerState(Status.SET_ASIDE, ASIDE[window.session.language]))
    for author, number in (("amal", 8), ("amal", 9), ("nasser", 9)):
        article = list(project.articles.each())[number]
        apply(project, article, project.layers.load(article.id, author), aside)
    show_overview(0, LOWEST)(window)


def ask_and_answer(window: MainWindow) -> None:
    """Let an annotator ask, and the lead answer some of it."""
    from annotator.workflow.people.questions import answer, ask

    session = window.session
    assert session is not None
    assert session.article is not None
    for words, question, told in ASKED[session.language]:
        start = session.article.text.index(words)
        stretch = (start, start + len(words))
        asked = ask(session.project, session.article, "amal", question, stretch)
        if told:
            answer(session.project, session.author.name, asked.id, told)


def review_at(number: int, *, own: bool = False) -> Callable[[MainWindow], None]:
    """Return what shows a lead the conflict of that number; with ``own`` she marks spans."""

    def show(window: MainWindow) -> None:
        assert window.workplace is not None
        window.commands["review"].trigger()
        place = window.workplace.places.review
        assert place is not None
        for _ in range(number - 1):
            place.reviewing.press("s")
        if own:
            place.reviewing.press("e")

    return show


def show_overview(page: int, down: int = 0) -> Callable[[MainWindow], None]:
    """Return what shows a page of the Overview, scrolled ``down`` once all is drawn."""

    def show(window: MainWindow) -> None:
        from PySide6.QtWidgets import QScrollArea

        assert window.workplace is not None
        window.commands["overview"].trigger()
        overview = window.workplace.places.overview
        overview.setCurrentIndex(page)
        area = overview.page(page).findChild(QScrollArea)
        if area is not None:
            bar = area.verticalScrollBar()
            bar.rangeChanged.connect(lambda *_: bar.setValue(down))

    return show


def show_handing(window: MainWindow) -> None:
    """Hand an article out, and see who has which."""
    from annotator.core.assigning import HandingPlan
    from annotator.workflow.handing.assigning import assign

    assert window.session is not None
    assign(window.session.project, window.session.author.name, HandingPlan(("amal", "nasser"), 2))
    show_overview(1)(window)


def show_mine(window: MainWindow) -> None:
    """See how gold differs from what was marked, once a lead has settled it."""
    settle(window)
    show_overview(1)(window)


def show_export(window: MainWindow) -> None:
    """See what a format for training tokens loses of the gold, before it is written."""
    settle(window)

    def choose() -> None:
        from PySide6.QtWidgets import QApplication, QComboBox

        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        for name, chosen in (("exportLayer", "gold"), ("exportFormat", "conll")):
            box = dialog.findChild(QComboBox, name)
            assert isinstance(box, QComboBox)
            box.setCurrentIndex(box.findData(chosen))

    later(choose)
    window.commands["export"].trigger()


def show_import(window: MainWindow) -> None:
    """Be asked what labels of another program's file are here, and whose spans they are."""
    import json
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QEventLoop

    assert window.session is not None
    text = "أعلن التحالف الدولي وصول 40 شاحنة إلى قاعدة حقل العمر.\n\nووصلت القافلة مساء الأحد."
    labels = (("التحالف الدولي", "ORG"), ("40 شاحنة", "Quantity"), ("قاعدة حقل العمر", "Base"))
    spans = [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": label}
        for words, label in labels
    ]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "convoy.jsonl"
        line = {"title": "قافلة جديدة للتحالف", "text": text, "spans": spans}
        file.write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
        session = window.session
        waiting = QEventLoop()
        window.errands.ended.connect(waiting.quit)
        window.exchange.import_files(session.project.path, [file], session.author.name)
        waiting.exec()


def show_release(window: MainWindow) -> None:
    """See how large the splits of a release will be, and what is left out."""
    settle(window)
    window.commands["release"].trigger()


def show_card(window: MainWindow) -> None:
    """Read the card of a release as a page."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import Qt, QUrl
    from PySide6.QtWidgets import QTextBrowser

    from annotator.core.manifest import CARD
    from annotator.core.progress import Quiet
    from annotator.core.release import Order, shares_of
    from annotator.workflow.datasets.release import release

    settle(window)
    assert window.session is not None
    project = window.session.project
    with TemporaryDirectory() as folder:
        out = Path(folder) / "v1"
        order = Order("v1", ("jsonl", "conll"), shares_of("50/25/25"), licence="CC BY 4.0")
        release(project, out, order, "huda", Quiet())
        page = QTextBrowser(window)
        page.setWindowFlag(Qt.WindowType.Dialog)
        page.setWindowModality(Qt.WindowModality.ApplicationModal)
        page.resize(1500, 3320)
        page.setSource(QUrl.fromLocalFile(str(out / CARD)))
        page.show()


def settle(window: MainWindow) -> None:
    """Settle all conflicts as one of the authors has it."""
    from annotator.core.decisions import Choice
    from annotator.workflow.review.deciding import Ruling
    from annotator.workflow.review.deciding_lots import rule_all
    from annotator.workflow.review.settling import Reviews

    assert window.session is not None
    project = window.session.project
    ruling = Ruling(Choice.OPTION, author="amal")
    rule_all(project, "huda", [(one, ruling) for one in Reviews(project).conflicts()])


def later(act: Callable[[], None]) -> None:
    """Do ``act`` with the dialog that will stand in the way by then."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(300, act)


def select(window: MainWindow, words: str) -> None:
    """Select where the article has these words first."""
    assert window.session is not None
    assert window.session.article is not None
    start = window.session.article.text.index(words)
    workbench(window).view.select(start, start + len(words))


def workbench(window: MainWindow) -> Workbench:
    """Return the place in which the article is at hand."""
    assert window.workbench is not None
    return window.workbench
