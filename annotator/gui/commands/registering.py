"""The way to the registry's window and back: shows it, and shows mentions in their articles."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.registry import Mention
from annotator.gui.annotate.marking import Marking
from annotator.gui.commands.project_undo import ProjectUndo
from annotator.gui.commands.registry_window import RegistryWindow
from annotator.gui.running.under_way import UnderWay
from annotator.gui.session import Session


class Registering(QObject):
    """Keeps the window in which the registry is shown, once it was asked for."""

    def __init__(
        self,
        session: Session,
        marking: Marking,
        project_undo: ProjectUndo,
        under_way: UnderWay,
        window: QWidget,
    ) -> None:
        """``window`` is the main one."""
        super().__init__(marking)
        self._session = session
        self._marking = marking
        self._project_undo = project_undo
        self._under_way = under_way
        self._window = window
        self.shown: RegistryWindow | None = None

    def show(self) -> None:
        """Bring the registry to the front."""
        if self.shown is None:
            self.shown = self._made()
        self.shown.come_forward()

    def _made(self) -> RegistryWindow:
        made = RegistryWindow(self._session, self._project_undo, self._under_way, self._window)
        made.mention_requested.connect(self._show_mention)
        return made

    def keep_drafts(self) -> bool:
        """Save the notes that are half written; false if some of it cannot be saved."""
        return self.shown is None or self.shown.keep_drafts()

    def has_drafts(self) -> bool:
        """Tell whether a note was written that could not be saved."""
        return self.shown is not None and self.shown.details.has_drafts()

    def put_away(self) -> None:
        """Close the window: its project or its language goes."""
        if self.shown:
            self.shown.put_away()
            self.shown = None

    def take_over(self, before: "Registering") -> None:
        """Go on where the user was in the registry, be it to be seen or not."""
        if before.shown:
            self.shown = self._made()
            self.shown.take_over(before.shown)
            if before.shown.isVisible():
                self.shown.come_forward()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {"registry": self.show}

    def _show_mention(self, mention: Mention) -> None:
        if self._session.show_article(mention.article):
            own = mention.span if mention.author == self._session.author.name else None
            self._marking.show_stretch(mention.start, mention.end, own)
            self._window.activateWindow()
