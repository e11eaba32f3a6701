"""Acts over many articles: errands do, undo and redo them, but for a little, done at once."""

from collections.abc import Callable, Iterator
from itertools import chain, islice

from PySide6.QtCore import QObject

from annotator.core.mentions import Chosen
from annotator.gui.annotate.mentions import Mentions
from annotator.gui.running.errands import Errands
from annotator.gui.running.under_way import Stack
from annotator.gui.session import Session

_FEW = 50
_FEW_SPANS = 200
"""An act over so many articles, on so many spans, is done or undone in some milliseconds."""


class LongActs(QObject):
    """Sends to the errands what one session's acts over many articles ask for."""

    def __init__(self, session: Session, mentions: Mentions, errands: Errands) -> None:
        super().__init__(mentions)
        self._session = session
        self._mentions = mentions
        self._errands = errands
        mentions.act_requested.connect(self._act)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"undo": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Take the last act on the article at hand back."""
        if not self._errands.holds_up(Stack.ARTICLE) and not self._goes_far(undone=False):
            self._session.undo_stack.undo()

    def redo(self) -> None:
        """Do the act that was taken back last again."""
        if not self._errands.holds_up(Stack.ARTICLE) and not self._goes_far(undone=True):
            self._session.undo_stack.redo()

    def _goes_far(self, *, undone: bool) -> bool:
        """Tell whether the act goes over many articles; then an errand does it."""
        session, layer = self._session, self._session.layer
        if layer is None or session.catalogue.reach(layer, undone=undone) <= _FEW:
            return False
        self._errands.go_through_act(session.project.path, layer, undone=undone)
        return True

    def _act(self, label: str, chosen: Iterator[Chosen], removes: bool) -> None:
        """Do a little at once: a process begins to work after half a second."""
        path, layer = self._session.project.path, self._session.layer
        first = list(islice(chosen, _FEW + 1))
        if len(first) <= _FEW and sum(one.count for one in first) <= _FEW_SPANS:
            written = self._session.act_on_mentions_in(label, first)
            if written is not None:
                self._mentions.close()
                self._errands.tell_acted_on_mentions(written, removes=removes)
            return
        every = chain(first, chosen)
        if layer and self._errands.act_on_mentions(layer, path, label, every, removes=removes):
            self._mentions.close()
