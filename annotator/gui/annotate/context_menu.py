"""The menu that the right mouse button opens on the text and on the list of spans."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.gui.annotate.marking import Marking
from annotator.gui.session import Session
from annotator.gui.widgets.article_view import ArticleView
from annotator.gui.widgets.span_list import SpanList


class ContextMenu(QObject):
    """Offers what can be done with what is selected."""

    guideline_requested = Signal(str)
    """The user wants to read what the guidelines say of that label."""

    def __init__(
        self, session: Session, view: ArticleView, spans: SpanList, marking: Marking
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._marking = marking
        self._command: Callable[[str], QAction] | None = None
        view.context_menu_requested.connect(self._show)
        spans.context_menu_requested.connect(self._show)

    def take_commands(self, command: Callable[[str], QAction]) -> None:
        """Offer some of the actions of the menus too, which ``command`` returns by their names."""
        self._command = command

    def _show(self, place: QPoint, span_id: str | None) -> None:
        if span_id:
            self._view.select_span(span_id)
        menu = QMenu(self._view)
        menu.setObjectName("spanMenu")
        if self._view.attention.offered and not span_id:
            self._add(menu, "accept_suggestion", "refuse_suggestion")
            menu.addSeparator()
        if self._view.selection() or span_id:
            for label in self._session.labels:
                name = label.shown(self._session.language).replace("&", "&&")
                action = menu.addAction(f"{name}\t{label.key}")
                action.triggered.connect(lambda _, name=label.name: self._marking.label(name))
            menu.addSeparator()
            self._add(menu, "mentions", "mentions_everywhere")
            menu.addSeparator()
        copy = menu.addAction(self.tr("Copy"), self._view.copy)
        copy.setEnabled(self._view.selection() is not None)
        if span_id:
            self._add(menu, "note")
            menu.addAction(self.tr("Remove the span"), self._marking.remove_selected)
        if self._view.selection() or span_id:
            self._add(menu, "ask")
        if span_id:
            self._offer_guideline(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _add(self, menu: QMenu, *names: str) -> None:
        if self._command:
            menu.addActions([self._command(name) for name in names])

    def _offer_guideline(self, menu: QMenu) -> None:
        span = self._marking.selected()
        if span and span.label in self._session.labels:
            name = self._session.labels[span.label].shown(self._session.language)
            text = self.tr("Guideline for “{label}”").format(label=name.replace("&", "&&"))
            menu.addSeparator()
            menu.addAction(text, lambda: self.guideline_requested.emit(span.label))
