"""Where one author works on a project: puts the parts together, in one language.

It is made anew for another language, and goes on from the one before.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QStackedWidget
from shiboken6 import isValid

from annotator.core.model import Article
from annotator.gui.annotate.clash_news import ClashNews
from annotator.gui.annotate.desk import Desk
from annotator.gui.annotate.finishing import Finishing
from annotator.gui.annotate.long_acts import LongActs
from annotator.gui.annotate.workbench import Workbench
from annotator.gui.commands.actions import Actions
from annotator.gui.commands.label_editing import LabelEditing
from annotator.gui.commands.learning import Learning
from annotator.gui.commands.project_undo import ProjectUndo
from annotator.gui.commands.registering import Registering
from annotator.gui.commands.releasing import Releasing
from annotator.gui.places import Places
from annotator.gui.running.errands import Errands
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.widgets.notice import Notice
from annotator.gui.widgets.state_bar import StateBar
from annotator.gui.wording.shortening import shortened

_LONGEST = 50
"""How many letters of a title leave room for the rest."""


class Workplace(QObject):
    """The workbench and all that acts around it; tells the menus what can be done."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        errands: Errands,
        notice: Notice,
        state_bar: StateBar,
        window: QMainWindow,
        stack: QStackedWidget,
    ) -> None:
        """The workbench is to stand in ``stack``, a part of ``window``."""
        self.workbench = workbench = Workbench(session, stack)
        super().__init__(workbench)
        self.session = session
        self._settings = settings
        self._notice = notice
        self._state_bar = state_bar
        self._errands = errands
        self._commands: Actions | None = None
        open_next = workbench.listing.open_next_unfinished
        self._finishing = Finishing(session, open_next, notice, state_bar, window)
        self._project_undo = ProjectUndo(session, errands, self)
        self.registering = Registering(
            session, workbench.marking, self._project_undo, errands.under_way, window
        )
        self.desk = Desk(session, workbench, settings, notice, state_bar)
        self._learning = Learning(
            session, settings, errands, workbench.suggesting, workbench.articles
        )
        self._long_acts = LongActs(session, workbench.mentions, errands)
        self.places = Places(stack, workbench, session, settings, self._project_undo, errands)
        self._label_editing = LabelEditing(window, session, errands)
        self._releasing = Releasing(session, errands, window)
        errands.told.connect(state_bar.tell)
        self._project_undo.told.connect(state_bar.tell)
        self.watch(window)
        for page in self.places.pages():
            page.covered = partial(notice.covered_of, page.viewport())
            notice.moved.connect(page.follow_covering)
        workbench.take_widths(settings.window_part("widths"))
        workbench.view.set_zoom(settings.zoom)
        workbench.find_bar.set_mode(settings.find_mode)
        state_bar.show_author(session.author.name)
        state_bar.show_saved()
        self._wire()

    def _wire(self) -> None:
        session, workbench = self.session, self.workbench
        self._finishing.question_requested.connect(self.desk.asking.send)
        self._finishing.review_requested.connect(self.places.review_article)
        for part in (workbench.marking, workbench.mentions, workbench.suggesting):
            part.may_begin = self._finishing.may_begin
        self._finishing.suggestions_left = workbench.suggesting.count_left
        workbench.mentions.left_out = self._finishing.left_out
        workbench.finish_requested.connect(self._finishing.finish_and_next)
        workbench.stretch_shown.connect(self._show_stretch)
        workbench.mentions.told.connect(self._state_bar.tell)
        workbench.marking.told.connect(self._state_bar.tell_here)
        workbench.suggesting.told.connect(self._state_bar.tell_here)
        workbench.suggesting.switched.connect(self._tick_sources)
        workbench.view.no_span_left.connect(self._tell_no_span)
        workbench.offers_changed.connect(self._offer)
        self.places.changed.connect(self._offer)
        self.places.changed.connect(self._lay_notice)
        self._errands.turned.connect(self._offer)
        self.places.changed.connect(self._show_undo)
        self.places.changed.connect(workbench.show_stretch)
        self.places.told.connect(self._state_bar.tell)
        self.places.overview.questions_requested.connect(self.desk.asking.show_asked)
        self.places.overview.release_requested.connect(lambda: self._do("release"))
        if session.author.is_lead:
            ClashNews(session, self).told.connect(self._notice.say)
        session.article_lost.connect(self._tell_lost)
        session.waiting.connect(self._state_bar.show_saving)
        session.ended.connect(self._show_ended)
        session.saved.connect(self._show_saved)
        session.articles_changed.connect(self._show_project_acts)
        session.undo_stack.indexChanged.connect(self._show_undo)

    def watch(self, window: QMainWindow) -> None:
        """Take what the user does in ``window`` for work."""
        self.desk.timekeeping.watch(window)

    def take_over(self, before: "Workplace") -> None:
        """Go on where the user was in the place before, which speaks another language."""
        self.workbench.take_over(before.workbench)
        self.registering.take_over(before.registering)
        self._learning.take_over(before._learning)
        self._releasing.take_over(before._releasing)
        self.desk.take_over(before.desk)
        self.places.take_over(before.places)
        if self._has_drafts():
            self._state_bar.show_unsaved()

    def begin(self) -> None:
        """Begin in the place where the author was before."""
        self.places.begin()
        self._lay_notice()

    def _lay_notice(self) -> None:
        """Let what is said lie on the text, if one is in front, and on nothing else."""
        self._notice.lie_on(self.places.text_in_front())

    def take_focus(self) -> None:
        """Give the keyboard to the place in front."""
        self.places.take_focus()

    def put_away(self) -> None:
        """Let go of what stands beside the window, and of what is under way."""
        self._commands = None  # the menus are made anew, and the session may go
        self.registering.put_away()
        self._releasing.stop()
        self.workbench.mentions.stop()
        self.workbench.suggesting.stop()
        self._learning.stop()
        self.desk.asking.put_away()
        self.places.put_away()

    def remember(self) -> None:
        """Keep for another day where the author is, how that is laid out, and what is begun."""
        self._settings.remember_window_part("widths", self.workbench.widths())
        self._settings.zoom = self.workbench.view.zoom
        self._settings.find_mode = self.workbench.find_bar.mode()
        self.places.keep()
        self.desk.asking.keep()

    def keep_drafts(self) -> bool:
        """Save what is half written; false if some of it cannot be saved."""
        marking = self.workbench.marking
        # All of it is tried before one that failed is asked about.
        return all(
            [self.places.keep_typed(), self.registering.keep_drafts(), marking.keep_drafts()]
        )

    def _has_drafts(self) -> bool:
        """Tell whether something was written or typed that is not saved."""
        return self.workbench.details.has_drafts() or self.registering.has_drafts()

    # -- the menus

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here; notes and values are kept before acts beside."""
        beside: dict[str, Callable[[], object]] = {"labels": self._label_editing.edit}
        for part in (
            self._finishing,
            self._learning,
            self._long_acts,
            self.registering,
            self.desk,
            self._project_undo,
            self._releasing,
        ):
            beside |= part.slots()
        if self.places.review is not None:
            beside["same_again"] = self.places.review.toggle_again
        return self.places.slots(self.workbench.slots() | self.after_keeping(beside))

    def after_keeping(
        self, slots: dict[str, Callable[[], object]]
    ) -> dict[str, Callable[[], object]]:
        """Return ``slots``, before each of which what is half written is kept."""
        keep = self.workbench.details.finish
        return {name: _after(keep, do) for name, do in slots.items()}

    def show_in(self, commands: Actions) -> None:
        """Say in these menus what can be done, from now on."""
        self._commands = commands
        self.workbench.context_menu.take_commands(commands.__getitem__)
        marking, language = self.workbench.marking, self._settings.language
        commands.add_labels(self.session.labels, language, marking.label, marking.keep)
        commands.tick("measure_time", is_ticked=self._settings.measures_time)
        self._tick_sources()
        commands.tick("same_again", is_ticked=self._settings.decides_again)
        commands.show_menu("same_again", is_shown=self.session.author.is_lead)
        self._offer()
        self._show_undo()
        self._show_project_acts()

    def _tick_sources(self) -> None:
        if self._commands:
            for name, is_on in self._learning.ticks().items():
                self._commands.tick(name, is_ticked=is_on)

    def _offer(self) -> None:
        if self._commands:
            idle = {"idle"} if self._errands.task() is None else set()
            self._commands.offer(self.places.offers() | idle)

    def _do(self, command: str) -> None:
        """Do what a menu offers under that name."""
        if self._commands:
            self._commands[command].trigger()

    def _show_undo(self) -> None:
        """Name in the menu what can be undone and done again."""
        stack = self.session.undo_stack
        # Qt clears the stack, and tells so, when a program ends that never closed the window.
        if self._commands is None or not isValid(stack):
            return
        decisions = self.places.undo_and_redo()
        if decisions is not None:
            done, again = decisions
            undo, redo = self.tr("Undo the decision"), self.tr("Redo the decision")
            if done > 1:
                undo = self.tr("Undo %n decision(s)", "", done)
            if again > 1:
                redo = self.tr("Redo %n decision(s)", "", again)
            self._commands.show("undo", undo, enabled=done > 0)
            self._commands.show("redo", redo, enabled=again > 0)
            return
        if self.places.is_in_overview:
            both = self._project_undo.offered_in_overview()
            for name, offered in zip(("undo", "redo"), both, strict=True):
                self._commands.show(name, offered.text, enabled=offered.is_open)
                self._commands.explain(name, offered.why_not)
            return
        last, first = stack.undoText(), stack.redoText()
        undo = self.tr("Undo {act}").format(act=last) if last else self.tr("Undo")
        redo = self.tr("Redo {act}").format(act=first) if first else self.tr("Redo")
        self._commands.show("undo", undo, enabled=stack.canUndo())
        self._commands.show("redo", redo, enabled=stack.canRedo())

    def _show_project_acts(self) -> None:
        """Name in the menu the act on the project that can be taken back or done again."""
        if self._commands is None:
            return
        undo, redo = self._project_undo.offered()
        for name, offered in (("undo_project", undo), ("redo_project", redo)):
            self._commands.show(name, offered.text, enabled=offered.is_open)
            self._commands.explain(name, offered.why_not)
        if self.places.is_in_overview:
            self._show_undo()

    # -- the state bar

    def _show_ended(self, is_taken: bool) -> None:
        """Say whether all is saved, now that nothing waits; it may be told elsewhere why not."""
        self._state_bar.end_saving()
        if not is_taken:
            self._state_bar.show_unsaved()
        elif not self._has_drafts():
            self._state_bar.show_saved()

    def _show_saved(self) -> None:
        self._notice.dismiss_passing()
        self._show_ended(is_taken=True)

    def _show_stretch(self, stretch: tuple[int, int] | None) -> None:
        article = self.session.article
        if stretch and article and self.places.is_annotating:
            self._state_bar.show_stretch(article.text[stretch[0] : stretch[1]], *stretch)
        else:
            self._state_bar.show_stretch(None, 0, 0)

    def _tell_lost(self, article: Article) -> None:
        """Say that ``article`` was taken away; what is typed next was not meant for another one."""
        title = f"\u2068{shortened(article.title, _LONGEST)}\u2069"
        if self.session.article is None:
            told = self.tr("“{title}” was taken out of the project, or is no longer yours.")
        else:
            told = self.tr(
                "“{title}” was taken out of the project, or is no longer yours. Another article is"
                " open now: click into its text, or press Esc, to work on it."
            )
            self.workbench.articles.setFocus()
        self._notice.say(told.format(title=title))

    def _tell_no_span(self, step: int) -> None:
        """Say why the step from span to span went nowhere."""
        layer = self.session.layer
        if layer is None:
            return
        if not layer.spans:
            told = self.tr("There are no spans in this article yet.")
        elif step > 0:
            told = self.tr("No other span follows in this article.")
        else:
            told = self.tr("No other span stands before this in the article.")
        self._state_bar.tell_here(told)


def _after(first: Callable[[], object], then: Callable[[], object]) -> Callable[[], object]:
    """Return ``then``, before which ``first`` is to be done."""

    def both() -> object:
        first()
        return then()

    return both
