"""The place to annotate: the articles, the text, its spans; all wired to one session."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from annotator.core.edits import Change
from annotator.core.model import Article, Layer, Status
from annotator.gui.annotate.context_menu import ContextMenu
from annotator.gui.annotate.finding import Finder
from annotator.gui.annotate.hearing import Hearing
from annotator.gui.annotate.listing import Listing
from annotator.gui.annotate.marking import Marking
from annotator.gui.annotate.mentions import Mentions
from annotator.gui.annotate.publishing import Publishing
from annotator.gui.annotate.sides import Scrolled, Sides
from annotator.gui.annotate.suggesting import Suggesting
from annotator.gui.annotate.valuing import Valuing
from annotator.gui.session import Session
from annotator.gui.widgets.article_list import ArticleList
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.find_bar import FindBar
from annotator.gui.widgets.guidelines import GuidelinePanel
from annotator.gui.widgets.label_bar import LabelBar
from annotator.gui.widgets.mention_list import MentionList
from annotator.gui.widgets.published_bar import PublishedBar
from annotator.gui.widgets.span_details import SpanDetails
from annotator.gui.widgets.span_list import SpanList
from annotator.gui.widgets.suggestion_bar import SuggestionBar
from annotator.gui.widgets.word_bar import WordBar
from annotator.gui.wording.reasons import shown_reason


class Workbench(Sides):
    """Three parts side by side; the leading one lists the articles."""

    stretch_shown = Signal(object)
    """What is selected, for the status bar: ``(start, end)``, or ``None``."""
    finish_requested = Signal()
    offers_changed = Signal()
    """Other actions make sense now: see ``offers``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.articles, self.guidelines = ArticleList(), GuidelinePanel()
        self.view, self.mention_list = ArticleView(), MentionList()
        self.labels, self.find_bar = LabelBar(), FindBar()
        self.word_bar, self.published_bar = WordBar(), PublishedBar()
        self.suggestion_bar = SuggestionBar()
        self.spans, self.details = SpanList(), SpanDetails()
        self._state = QLabel()
        super().__init__(
            self.articles, self._middle(), self._trailing_side(), self.guidelines, parent
        )
        self._session = session
        self._finder = Finder(self.view, self.find_bar)
        self.marking = Marking(session, self.view, self.details)
        self.mentions = Mentions(session, self.view, self.mention_list)
        self.valuing = Valuing(session, self.view, self.details)
        self._publishing = Publishing(session, self.view, self.published_bar)
        self.suggesting = Suggesting(session, self.view, self.suggestion_bar)
        self._hearing = Hearing(session, self.view, self.word_bar)
        self.context_menu = ContextMenu(session, self.view, self.spans, self.marking)
        self.view.meant = self.details.value.meant = session.entries.meant
        self.spans.set_meant(session.entries.meant)
        self._show_labels()
        self._wire_widgets()
        self._wire_session()
        self.listing = Listing(session, self.articles)
        self.listing.article_reached.connect(self._go_to)
        self.listing.ask()
        self.show_article(session.article, session.layer)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        text = QSplitter(Qt.Orientation.Vertical, middle)
        text.addWidget(self.view)
        text.addWidget(self.mention_list)
        text.setChildrenCollapsible(False)
        text.setStretchFactor(0, 3)
        text.setStretchFactor(1, 2)
        bars = (self.labels, self.find_bar, self.word_bar, self.published_bar)
        # What comes and goes with edits stands below, where it moves no line.
        for widget in (*bars, text, self.suggestion_bar, self._state):
            column.addWidget(widget, 1 if widget is text else 0)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setContentsMargins(8, 2, 8, 4)
        self._state.setWordWrap(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        return middle

    def _trailing_side(self) -> QWidget:
        trailing = QWidget()
        below = QVBoxLayout(trailing)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.spans, 1)  # before the details, also for who goes on with Tab
        scrolled = Scrolled(trailing)
        scrolled.setWidget(self.details)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below.addWidget(scrolled)
        return trailing

    def _wire_widgets(self) -> None:
        view = self.view
        self.articles.article_requested.connect(self._open)
        self.guidelines.seen.connect(self.make_room)
        view.span_selected.connect(self._show_selected)
        view.selection_changed.connect(self.show_stretch)
        view.finish_requested.connect(self.finish_requested)
        view.command_requested.connect(self._do_command)
        view.label_kept.connect(self.labels.show_kept)
        self.labels.label_requested.connect(self.marking.label)
        self.labels.keep_requested.connect(self.marking.keep)
        self.spans.relabel_requested.connect(self.marking.relabel_all)
        self.spans.remove_requested.connect(self.marking.remove_all)
        self.spans.span_requested.connect(self.marking.select)
        for part in (self.articles, self.spans, self.details, self.guidelines):
            part.left.connect(view.setFocus)

    def _wire_session(self) -> None:
        session = self._session
        session.leaving_article.connect(self.details.finish)
        session.article_opened.connect(self.show_article)
        session.article_changed.connect(self._show_details)
        session.layer_changed.connect(self._show_change)
        session.layer_replaced.connect(self._show_layer)
        session.labels_changed.connect(self._show_labels)
        session.articles_changed.connect(self._show_meant)
        session.failed.connect(self._show_span)
        self._hearing.heard.connect(self.articles.refresh)

    # -- what the session tells

    def show_article(self, article: Article | None, layer: Layer | None) -> None:
        """Show the article at hand."""
        self._finder.take(article)
        self._publishing.take(article)
        self.view.show_article(article, layer)
        self.articles.show_current(self._session.number_at_hand())
        self.listing.remember_place()
        self._show_spans(layer)
        self.suggesting.take(article)
        self.view.setFocus()

    def _show_details(self, article: Article) -> None:
        self.view.set_direction(article.direction)
        self.articles.refresh(self._session.number_at_hand())

    def _show_change(self, layer: Layer, change: Change) -> None:
        for span in change.removed:
            if layer.span(span.id) is None:
                self.details.drop_draft(span.id)
                self.details.value.drop_draft(span.id)
        self.view.show_change(layer, change)
        if layer is not self._session.layer:
            return  # selecting the new span kept a note on the old one: that has shown all
        self.spans.show_change(layer, change, self.view.selected_span())
        self._show_around(layer)
        self.articles.refresh(self._session.number_at_hand())

    def _show_layer(self, layer: Layer) -> None:
        self.view.show_layer(layer)
        self._show_spans(layer)
        self.articles.refresh(self._session.number_at_hand())

    def _show_span(self) -> None:
        """Show the selected span as it is, since what was asked for could not be done."""
        self.details.show_span(self.marking.selected())

    def _show_labels(self) -> None:
        parts = (self.articles, self.view, self.labels, self.spans, self.details)
        for widget in (*parts, self.mention_list):
            widget.set_labels(self._session.labels, self._session.language)
        if self._session.layer:
            self.labels.show_counts(self._session.layer.spans)

    def _show_meant(self) -> None:
        """Show what values mean by now: entries may have been renamed or merged."""
        self.spans.show_anew()
        self.details.show_span(self.marking.selected())

    def _show_spans(self, layer: Layer | None) -> None:
        self.spans.show_layer(layer, self.view.selected_span())
        self._show_around(layer)

    def _show_around(self, layer: Layer | None) -> None:
        self.labels.show_counts(layer.spans if layer else ())
        self.valuing.show()
        self._show_state(layer)
        self._hearing.take(layer)
        self.show_stretch()

    def _show_state(self, layer: Layer | None) -> None:
        if layer is None and not self._session.catalogue.sees_all():
            text = self.tr("No article is yours yet. A lead hands them out.")
        elif layer is None:
            text = self.tr(
                "There are no articles here yet. Drop text or JSONL files, or folders of them, on"
                " this window, or choose “Import articles” in the File menu."
            )
        else:
            text = {
                Status.FINISHED: self._finished_told(layer),
                Status.SET_ASIDE: self.tr("Set aside: {reason}").format(
                    reason=shown_reason(layer.state.reason)
                ),
            }.get(layer.status, "")
        self._state.setText(text)
        self._state.setVisible(bool(text))

    def _finished_told(self, layer: Layer) -> str:
        if self._session.catalogue.is_test(layer.article_id):
            return self.tr("Finished, and it stays so.")
        return self.tr("Finished. Any edit takes it up again.")

    # -- what the user wishes

    def _open(self, number: int) -> None:
        """Open an article from the list, where the words stand that were searched for."""
        if self._is_read_in_review(number):
            return
        if number != self._session.number_at_hand():
            self._session.open_number(number)
        words = self.articles.query().words
        if words.strip():
            self._finder.show_words(words)
        self.view.setFocus()

    def _go_to(self, number: int) -> None:
        """Open the article to which a step through the list leads."""
        if not self._is_read_in_review(number):
            self._session.open_number(number)

    def _is_read_in_review(self, number: int) -> bool:
        """Let a lead who asked for the work of others see in Review what they have finished.

        False if the article is not of that kind: it is to be opened here.
        """
        is_of_others = self._is_of_others(number)
        if is_of_others:
            self.listing.go_on_from(number)
            self.articles.review_requested.emit(number)
        return is_of_others

    def _is_of_others(self, number: int) -> bool:
        """Tell whether a lead wants to see what others have finished of an article not hers."""
        query, session = self.articles.query(), self._session
        is_asked = query.anyone or query.whose not in ("", session.author.name)
        if not (is_asked and self.articles.offers_review):
            return False
        rows = session.catalogue.rows([number])
        return any(session.catalogue.finished_unasked(row.id) for row in rows)

    def _do_command(self, name: str) -> None:
        """Do what a key of the text asks for that is none of the text's own."""
        if name in (slots := self.slots()):
            slots[name]()

    def _show_selected(self, span_id: str | None) -> None:
        self.spans.show_selected(span_id)
        self.valuing.show()
        self.show_stretch()

    def show_stretch(self) -> None:
        """Tell which stretch is at hand."""
        span = self.marking.selected()
        self.stretch_shown.emit(self.view.selection() or ((span.start, span.end) if span else None))
        self.offers_changed.emit()

    # -- the window around it

    def move_focus(self) -> None:
        """Give the keyboard to the next part."""
        parts: list[QWidget] = [
            *(self.view, self.mention_list, self.spans, self.details),
            *(self.guidelines, self.articles),
        ]
        at = next((n for n, part in enumerate(parts) if _holds_focus(part)), -1)
        for step in range(1, len(parts) + 1):
            part = parts[(at + step) % len(parts)]
            target = part if part is self.view else _first_focusable(part)
            if target is not None and not target.visibleRegion().isEmpty():
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def offers(self) -> set[str]:
        """Return what there is to act on: article, span, stretch, and how far the article is."""
        layer, span_id = self._session.layer, self.view.selected_span()
        there = {
            "project": True,
            "lead": self._session.author.is_lead,
            "article": layer is not None,
            "lead_article": layer is not None and self._session.author.is_lead,
            "edited": layer is not None,
            "removed": span_id is not None,
            "merged": span_id is not None or self.view.selection() is not None,
            "span": span_id is not None,
            "stretch": span_id is not None or self.view.selection() is not None,
            "unfinished": layer is not None and layer.status is not Status.FINISHED,
            "closed": layer is not None and layer.status in (Status.FINISHED, Status.SET_ASIDE),
        }
        return {name for name, is_there in there.items() if is_there}

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask of this place."""
        return (
            self.marking.slots()
            | self.mentions.slots()
            | self.valuing.slots()
            | self.suggesting.slots()
            | self._publishing.slots()
            | {
                "note": lambda: self._uncover(self.details.edit_note),
                "value": lambda: self._uncover(self.valuing.focus),
                "find": self.find_bar.open_bar,
                "next": lambda: self.listing.step(1),
                "previous": lambda: self.listing.step(-1),
                "search": self.articles.focus_search,
                "filter": self.articles.open_filters,
                "show_all": self.articles.show_all,
                "zoom_in": lambda: self.view.zoom_by(1),
                "zoom_out": lambda: self.view.zoom_by(-1),
                "zoom_reset": lambda: self.view.set_zoom(1.0),
                "focus": self.move_focus,
            }
        )

    def _uncover(self, reach: Callable[[], object]) -> None:
        """Reach a field of the selected span; guidelines that took its room give it back."""
        if self.marking.has_span():
            if self.is_trailing_hidden:
                self.guidelines.close_requested.emit()
            reach()

    def take_over(self, before: "Workbench") -> None:
        """Go on where the user was in the workbench before, on the same article."""
        self.articles.take_over(before.articles)
        self._finder.take_over(before._finder)
        self.details.take_over(before.details)
        self._publishing.take_over(before._publishing)
        self.view.take_over(before.view)
        self.details.value.finish()


def _holds_focus(widget: QWidget) -> bool:
    focused: QWidget | None = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def _first_focusable(widget: QWidget) -> QWidget | None:
    """Return the list or field of a part that is to get the keyboard."""
    return next(
        (
            child
            for child in widget.findChildren(QWidget)
            if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ),
        None,
    )
