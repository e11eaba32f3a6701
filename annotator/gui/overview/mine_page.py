"""How gold differs from what an author marked: by cause, each difference in its context."""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.causes import WAYS
from annotator.core.feedback import ArticleFeedback, Difference, Score, score
from annotator.core.model import Author, Role, Span
from annotator.gui.overview.page import OverviewPage
from annotator.gui.review.differing import Differing
from annotator.gui.rows.quotation_rows import QuotationRow
from annotator.gui.session import Session
from annotator.gui.widgets.cause_list import CauseList
from annotator.gui.widgets.quotation_list import QuotationList
from annotator.gui.wording.cause_names import way_names
from annotator.gui.wording.scores import shown_f1, shown_figure, shown_settled
from annotator.gui.wording.shortening import quoted
from annotator.gui.wording.value_text import short_value
from annotator.workflow.exchange.packs import Pack, pack_of
from annotator.workflow.people.authors import list_authors
from annotator.workflow.review.feedback import Testing, feedback_on, testing_of, who_has_finished

_CAUSES_WIDTH = 210
_ORDER = {way: place for place, way in enumerate(WAYS)}


class MinePage(OverviewPage):
    """Tells annotators of their own differences, and leads of those of any author."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minePage")
        self._session = session
        self._differing = Differing(session, self)
        self._article = ""
        """The name of the article that alone is asked for; empty for all."""
        self._untried: list[str] | None = None
        """The authors to go on to while nothing differs; ``None``: not looked for yet."""
        self._shown: list[Difference] = []
        self._author = QComboBox(self)
        self._author.setObjectName("mineAuthor")
        self._author.setAccessibleName(self.tr("Author"))
        self._author.setVisible(session.author.is_lead)
        self._summary = _line("mineSummary", self)
        self._only = QWidget(self)
        self._only_told = _line("mineArticle", self._only)
        self.causes = CauseList(self)
        self.list = QuotationList(self)
        self.list.setObjectName("mineList")
        self.list.setAccessibleName(self.title())
        self._details = _line("mineDetails", self)
        self._lay_out()
        self._author.activated.connect(lambda _: self._choose())
        self.causes.chosen.connect(self._show_list)
        self.list.passage_requested.connect(self.passage_requested)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_details())
        self._differing.ended.connect(self._show_or_go_on)
        self._differing.advanced.connect(self._show_progress)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._author)
        top.addWidget(self._summary, 1)
        every = QPushButton(self.tr("Show all articles"), self._only)
        every.clicked.connect(lambda: self.ask_for(""))
        only = QHBoxLayout(self._only)
        only.setContentsMargins(0, 0, 0, 0)
        only.addWidget(self._only_told, 1)
        only.addWidget(every)
        self._only.hide()
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self._details)
        self._details.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self._details.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.causes)
        parts.addWidget(right)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_CAUSES_WIDTH, 3 * _CAUSES_WIDTH])
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._only)
        layout.addWidget(parts, 1)

    # -- the page

    def title(self) -> str:
        if self._session.author.is_lead:
            return self.tr("Gold and the authors")
        return self.tr("Gold and mine")

    def show_anew(self) -> None:
        self._offer_authors()
        if self._untried is None:
            self._untried = self._worth_trying() or None
            self._try_next()
        self._differing.look()

    def stop(self) -> None:
        self._differing.stop()

    def take_over(self, before: Self) -> None:
        self._offer_authors()
        self._untried = before._untried
        self._turn_to(before._differing.author)
        self._article = before._article
        self.causes.show_counts(before._score().ways)
        self.causes.choose(before.causes.cause())

    @property
    def is_whole(self) -> bool:
        """Whether all is known that is asked for."""
        return not self._differing.is_under_way

    def ask_for(self, article: str) -> None:
        """Show the differences in the article of that name alone; empty for all articles."""
        self._article = article
        self.causes.choose(None)
        self._show()

    def _offer_authors(self) -> None:
        """Let a lead choose among the authors; the own work comes first to who annotates too."""
        if not self._session.author.is_lead:
            return
        nobody: list[Author] = []
        authors = self._session.read(lambda: list_authors(self._session.project), nobody)
        names = [one.name for one in authors if one.role is not Role.MACHINE]
        chosen = self._differing.author
        if [self._author.itemData(place) for place in range(self._author.count())] != names:
            self._author.clear()
            for name in names:
                self._author.addItem(f"\u2068{name}\u2069", name)
        self._author.setCurrentIndex(max(0, self._author.findData(chosen)))

    def _worth_trying(self) -> list[str]:
        """Return whom to begin with who has finished nothing herself: the others, one by one.

        Where none differs from gold it ends at the first again.
        """
        project, reader = self._session.project, self._session.author.name
        nobody: set[str] = set()
        finished = self._session.read(lambda: who_has_finished(project), nobody)
        names = [self._author.itemData(place) for place in range(self._author.count())]
        others = [name for name in names if name in finished]
        return [] if reader in finished else [*others, *others[:1]]

    def _choose(self) -> None:
        """Tell of the author that was chosen."""
        self._untried = []
        self._differing.turn_to(self._author.currentData())
        self._differing.look()

    def _turn_to(self, author: str) -> None:
        self._author.setCurrentIndex(max(0, self._author.findData(author)))
        self._differing.turn_to(author)

    def _try_next(self) -> bool:
        """Turn to the next author of whom there may be something to tell, if there is one."""
        if not self._untried:
            return False
        self._turn_to(self._untried.pop(0))
        return True

    def _show_or_go_on(self) -> None:
        """Show what is told, or look at the next author as long as there is no difference."""
        if not any(one.differences for one in self._articles()) and self._try_next():
            self._differing.look()
            return
        if self._untried:
            self._untried = []
        self._show()

    # -- what is shown

    def _articles(self) -> list[ArticleFeedback]:
        if not self._article:
            return self._differing.feedback.articles()
        known = self._differing.feedback.article(self._article) or self._looked_up()
        return [known] if known is not None else []

    def _looked_up(self) -> ArticleFeedback | None:
        """Return what is told of the article that is asked for, before all is looked at."""
        session, author = self._session, self._differing.author

        def look() -> ArticleFeedback | None:
            article = session.project.articles.by_name(self._article)
            if article is None:
                return None
            return feedback_on(session.project, article.id, author, session.author.name)

        return session.read(look, None) if self._differing.is_under_way else None

    def _score(self) -> Score:
        return score(self._articles())

    def _show_progress(self, done: int, total: int) -> None:
        if not self._shown:
            self._summary.setText(
                self.tr("Comparing… {done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
                if total
                else self.tr("Comparing…")
            )

    def _show(self) -> None:
        found = self._score()
        self._only.setVisible(bool(self._article))
        self._only_told.setText(
            self.tr("Only {article}").format(article=f"\u2068{self._article}\u2069")
        )
        parts = (self._told(found), self._test_told(), self._pack_told(found))
        self._summary.setText("\n".join(filter(None, parts)))
        self.causes.show_counts(found.ways)
        self._show_list()

    def _told(self, found: Score) -> str:
        if not found.articles:
            return self._nothing_told()
        parts = [
            self.tr("%n settled article(s)", "", found.articles),
            self.tr("%n difference(s)", "", sum(found.causes.values())),
            shown_f1(found.f1),
        ]
        labels = self._session.labels
        shown = {label.name: label.shown(self._session.language) for label in labels}
        by_label = (
            # What is isolated within lends it no direction: the name is to.
            _isolated(f"{shown.get(name, name)} {shown_figure(f1.exact)}")
            for name, f1 in found.labels.items()
        )
        told = " · ".join(map(_isolated, parts))
        if not found.labels:
            return told
        labelled = self.tr("Exact, by label: {figures}").format(figures=" · ".join(by_label))
        return f"{told}\n{labelled}"

    def _nothing_told(self) -> str:
        if self._pack() is not None:
            return self.tr(
                "This file is a pack: it tells of gold as it was when the pack was made, and"
                " nothing of this was finished and settled then. A new pack tells more, once this"
                " one is merged and its articles are settled."
            )
        if self._article:
            return self.tr(
                "Nothing can be told yet: the article is not settled, or its author has not"
                " finished it, or not all of the test that it is of."
            )
        return self.tr("No article that was finished is settled yet.")

    def _pack(self) -> Pack | None:
        """Return the pack that the file is: there, gold is elsewhere, however long one waits."""
        none: Pack | None = None
        return self._session.read(lambda: pack_of(self._session.project), none)

    def _pack_told(self, found: Score) -> str:
        """Say how old it is what a pack tells."""
        pack = self._pack() if found.articles else None
        if pack is None:
            return ""
        told = self.tr("As gold was when this pack was made, on {day}.")
        return told.format(day=pack.made_at[: len("2026-02-23")])

    def _test_told(self) -> str:
        """Say how far the test is, and, once it is done, how it went; a lead sees it at once."""
        session, author = self._session, self._differing.author
        none: Testing | None = None
        test = session.read(lambda: testing_of(session.project, author, session.author.name), none)
        if test is None or self._article:
            return ""
        told = self.tr("Test: {finished} of {articles} finished").format(
            finished=test.finished, articles=test.articles
        )
        if self._pack() is not None:
            return told
        if not (test.is_done or session.author.is_lead):
            nothing = self.tr("Of a test nothing is told before all of it is finished.")
            return f"{_isolated(told)} · {_isolated(nothing)}"
        tests = score(one for one in self._differing.feedback.articles() if one.is_test)
        settled = shown_settled(tests.articles, test.finished)
        parts = filter(None, (told, settled, shown_f1(tests.f1)))
        return " · ".join(map(_isolated, parts))

    def _show_list(self) -> None:
        """List the differences of the cause that is chosen, those of one cause together."""
        cause = self.causes.cause()
        found = [
            one
            for article in self._articles()
            for one in article.differences
            if cause in (None, one.way)
        ]
        found.sort(key=lambda one: _ORDER[one.way])
        names = way_names()
        self.list.hint = self._hint()
        if found != self._shown:
            self._shown = found
            self.list.show_rows(
                [QuotationRow(one.where, names[one.way], self._colour(one)) for one in found]
            )
        self._show_details()

    def _hint(self) -> str:
        if not self._articles():
            return ""
        return self.tr("Gold is what was marked: there is no difference.")

    def _colour(self, one: Difference) -> str:
        labels = self._session.labels
        spans = (*one.gold, *one.mine)
        return next((labels[s.label].colour for s in spans if s.label in labels), "")

    def _show_details(self) -> None:
        """Say of the difference at hand what was marked, what gold has, and why."""
        place = self.list.currentIndex().row()
        if not 0 <= place < len(self._shown):
            self._details.clear()
            return
        one = self._shown[place]
        marked = self.tr("Marked: {spans}").format(spans=self._spans_told(one.mine))
        gold = self.tr("Gold: {spans}").format(spans=self._spans_told(one.gold))
        gap = self.tr("The guidelines leave this open.") if one.gap else ""
        reason = f"\u2068{one.reason}\u2069" if one.reason else ""
        self._details.setText("\n".join(filter(None, (marked, gold, reason, gap))))

    def _spans_told(self, spans: tuple[Span, ...]) -> str:
        labels, language = self._session.labels, self._session.language
        told = (
            f"\u2068{labels[s.label].shown(language) if s.label in labels else s.label}\u2069"
            f" {quoted(' '.join(s.quote.split()))} {short_value(s.value)}".rstrip()
            for s in spans
        )
        return self.tr(", ").join(told) or self.tr("nothing")


def _isolated(text: str) -> str:
    return f"\u2068{text}\u2069"


def _line(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
