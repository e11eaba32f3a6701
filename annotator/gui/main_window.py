"""The window: its menus and parts, what they tell each other, and what it remembers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenuBar,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, ProjectError, RefusedAct
from annotator.gui.actions import Actions, Slots
from annotator.gui.desk import Desk
from annotator.gui.errands import Errands
from annotator.gui.exchange import Exchange
from annotator.gui.finishing import Finishing
from annotator.gui.help import show_keys, show_palette
from annotator.gui.label_editing import LabelEditing
from annotator.gui.language import error_text, speak
from annotator.gui.long_acts import LongActs
from annotator.gui.opening import Opening
from annotator.gui.project_undo import ProjectUndo
from annotator.gui.registering import Registering
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.theme import Scheme, apply_theme
from annotator.gui.widgets.notice import Notice
from annotator.gui.widgets.state_bar import StateBar
from annotator.gui.widgets.welcome import Welcome
from annotator.gui.workbench import Workbench
from annotator.workflow.projects import is_project

_SMALLEST = (520, 400)
_AT_FIRST = (1280, 800)


class MainWindow(QMainWindow):
    """One project at work, or the page that says how to begin."""

    closed = Signal()

    def __init__(self, settings: Settings, demo_folder: Path) -> None:
        """Show how to begin; a demo is made in ``demo_folder`` when it is asked for."""
        super().__init__()
        self.settings = settings
        self.session: Session | None = None
        self.workbench: Workbench | None = None
        self.registering: Registering | None = None
        self.project_undo: ProjectUndo | None = None
        self._demo_folder = demo_folder
        self._lay_out()
        self.errands = Errands(self.notice, self)
        self.errands.imported.connect(self._follow_errand)
        self.errands.acted.connect(self._follow_errand)
        self.opening = Opening(self, settings, self.open_project, self._tell)
        self.errands.demo_made.connect(self.opening.open_demo_project)
        self.exchange = Exchange(self, self.errands)
        self._build()
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_AT_FIRST)
        self.restoreGeometry(settings.window_part("geometry"))

    # -- projects and articles

    def open_project(self, path: Path, author: str) -> None:
        """Let ``author`` work on the project at ``path``, from the article that was at hand last.

        Raises:
            AnnotatorError: if it cannot be opened; what was open stays open.
        """
        session = Session(path, author)
        if not self._may_leave():
            session.close()
            return
        self._remember()
        self._close_session()
        self.session = session
        session.language = self.settings.language
        self.settings.last_project = path
        session.open_first(self.settings.last_article(path, author))
        session.failed.connect(self._tell)
        session.waiting.connect(self._show_saving)
        session.saved.connect(self._show_saved)
        session.article_opened.connect(self._show_title)
        session.article_changed.connect(self._show_title)
        session.labels_changed.connect(self._fill_menus)
        session.articles_changed.connect(self._show_project_acts)
        session.undo_stack.indexChanged.connect(self._show_undo)
        self.notice.dismiss()
        self._build()
        self._remember()

    def open_article(self, name: str) -> None:
        """Show the article of that name, which gets the keyboard.

        Raises:
            AnnotatorError: if no project is open, or there is no such article in it.
        """
        if self.session is None:
            raise RefusedAct(QT_TRANSLATE_NOOP("errors", "No project is open."))
        self.session.open_article(name)

    def change_author(self) -> None:
        """Ask who works, and open the project for them."""
        if self.session:
            self.opening.ask_author_and_open(self.session.project.path)

    def open_demo(self) -> None:
        """Open the demo project; make it if it is not there."""
        self.opening.open_demo(self._demo_folder, self.errands)

    def _may_leave(self) -> bool:
        """Keep what is half written; ask if that cannot be done."""
        if self.workbench is None or self.workbench.marking.keep_drafts():
            return True
        answer = QMessageBox.warning(
            self,
            self.tr("Annotator"),
            self.tr("A note or a value could not be saved. Leave all the same, and lose it?"),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def _close_session(self) -> None:
        if self.session:
            self.session.close()
            self.session.deleteLater()
            self.session = None

    def _follow_errand(self) -> None:
        if self.session:
            self.session.follow_errand()
            if self.session.article is None:
                self.session.open_first("")

    def _import(self, paths: list[Path]) -> None:
        """Import into the project; where none is open, a new one is asked for first."""
        if self.session is None and not self.opening.new_project():
            return
        if self.session:
            self.exchange.import_files(self.session.project.path, paths)

    # -- language, colours, help

    def set_language(self, language: str) -> None:
        """Speak ``language`` (``en`` or ``ar``) from now on."""
        if self.workbench:
            self.workbench.marking.keep_drafts()
        self._remember()
        self.settings.language = language
        speak(_app(), language)
        if self.session:
            self.session.language = language
        self._build()

    def set_theme(self, scheme: Scheme) -> None:
        """Show ``light`` or ``dark`` colours, or follow the desktop (``auto``)."""
        self.settings.scheme = scheme
        apply_theme(_app(), self.settings.scheme)

    # -- building

    def _lay_out(self) -> None:
        center = QWidget(self)
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notice = Notice(center)
        self._place = QStackedWidget(center)
        column.addWidget(self.notice)
        column.addWidget(self._place, 1)
        self.setCentralWidget(center)

    def _build(self) -> None:
        """Make all that speaks anew, for the language and the project of now."""
        self.state_bar = StateBar(self)
        self.setStatusBar(self.state_bar)
        if self.registering:
            self.registering.put_away()
            self.registering = self.project_undo = None
        before = self._place.currentWidget()
        if self.workbench:
            self.workbench.mentions.stop()
            self.desk.asking.put_away()
        self.workbench = self._workbench(self.session) if self.session else None
        self._place.setCurrentIndex(self._place.addWidget(self.workbench or self._welcome()))
        if before is not None:
            self._place.removeWidget(before)
            before.setParent(None)  # or it would be found by its name until it is deleted
            before.deleteLater()
        self._fill_menus()
        self._show_title()
        if self.workbench:
            self.workbench.view.setFocus()

    def _workbench(self, session: Session) -> Workbench:
        workbench = Workbench(session, self._place)
        open_next = workbench.listing.open_next_unfinished
        self.finishing = Finishing(session, open_next, self.notice, self.state_bar, self)
        self.project_undo = ProjectUndo(session, self.errands)
        self.registering = Registering(session, workbench.marking, self.project_undo, self)
        self.desk = Desk(session, workbench, self.settings, self.notice, self.state_bar)
        self.desk.timekeeping.watch(self)
        self.finishing.question_requested.connect(self.desk.asking.send)
        workbench.take_widths(self.settings.window_part("widths"))
        workbench.view.set_zoom(self.settings.zoom)
        workbench.find_bar.set_mode(self.settings.find_mode)
        workbench.finish_requested.connect(self.finishing.finish_and_next)
        workbench.stretch_shown.connect(self._show_stretch)
        workbench.mentions.told.connect(self.state_bar.tell)
        self.long_acts = LongActs(session, workbench.mentions, self.errands)
        workbench.offers_changed.connect(self._offer)
        self.state_bar.show_author(session.author.name)
        self.state_bar.show_saved()
        return workbench

    def _welcome(self) -> Welcome:
        last = self.settings.last_project
        last = last if last and last.is_file() else None
        welcome = Welcome(last, self._place)
        welcome.new_requested.connect(self.opening.new_project)
        welcome.open_requested.connect(self.opening.choose_project)
        welcome.demo_requested.connect(self.open_demo)
        if last:
            welcome.last_requested.connect(lambda: self.opening.ask_author_and_open(last))
        return welcome

    def _fill_menus(self) -> None:
        self.setMenuBar(QMenuBar(self))  # the old one goes, with all its actions
        self.commands = Actions(self.menuBar(), self._slots())
        if self.session and self.workbench:
            marking = self.workbench.marking
            self.commands.add_labels(
                self.session.labels, self.settings.language, marking.label, marking.keep
            )
        self.commands.add_choices(
            self.settings.language, self.settings.scheme, self.set_language, self.set_theme
        )
        self.commands.tick("measure_time", is_ticked=self.settings.measures_time)
        self._offer()
        self._show_undo()
        self._show_project_acts()

    def _slots(self) -> Slots:
        slots: dict[str, Callable[[], object]] = {
            "new": self.opening.new_project,
            "open": self.opening.choose_project,
            "demo": self.open_demo,
            "author": self.change_author,
            "quit": self.close,
            "palette": lambda: show_palette(self, self.commands),
            "keys": lambda: show_keys(self, self.commands),
        }
        session, workbench = self.session, self.workbench
        if session is None or workbench is None or self.registering is None:
            return slots
        path, exchange = session.project.path, self.exchange
        of_project: dict[str, Callable[[], object]] = {
            "import": lambda: exchange.choose_imports(path),
            "import_folder": lambda: exchange.choose_import_folder(path),
            "export": lambda: exchange.choose_export(path, session.catalogue.layers_to_see()),
            "backup": lambda: exchange.choose_backup(path),
        }
        of_project |= self.finishing.slots() | self.long_acts.slots() | self.registering.slots()
        of_project |= self.desk.slots() | (self.project_undo.slots() if self.project_undo else {})
        of_project["labels"] = LabelEditing(self, session, self.errands).edit
        keep = workbench.details.finish
        return slots | workbench.slots() | {n: _after(keep, do) for n, do in of_project.items()}

    # -- what the parts tell

    def _offer(self) -> None:
        self.commands.offer(self.workbench.offers() if self.workbench else ())

    def _show_undo(self) -> None:
        """Name in the menu what can be undone and done again."""
        stack = self.session.undo_stack if self.session else None
        done = stack.undoText() if stack else ""
        undone = stack.redoText() if stack else ""
        undo = self.tr("Undo {act}").format(act=done) if done else self.tr("Undo")
        redo = self.tr("Redo {act}").format(act=undone) if undone else self.tr("Redo")
        self.commands.show("undo", undo, enabled=bool(stack and stack.canUndo()))
        self.commands.show("redo", redo, enabled=bool(stack and stack.canRedo()))

    def _show_project_acts(self) -> None:
        """Name in the menu the act on the project that can be taken back or done again."""
        if self.project_undo:
            undo, redo = self.project_undo.offered()
            for name, offered in (("undo_project", undo), ("redo_project", redo)):
                self.commands.show(name, offered.text, enabled=offered.is_open)
                self.commands.explain(name, offered.why_not)

    def _tell(self, error: AnnotatorError) -> None:
        self.notice.say(error_text(error), passing=True)
        if isinstance(error, ProjectError):
            self.state_bar.show_unsaved()
        elif self.workbench and not self.workbench.details.has_drafts():
            self.state_bar.show_saved()

    def _show_saving(self) -> None:
        self.state_bar.show_saving()

    def _show_saved(self) -> None:
        self.notice.dismiss_passing()
        if self.workbench and not self.workbench.details.has_drafts():
            self.state_bar.show_saved()

    def _show_stretch(self, stretch: tuple[int, int] | None) -> None:
        article = self.session.article if self.session else None
        if stretch and article:
            self.state_bar.show_stretch(article.text[stretch[0] : stretch[1]], *stretch)
        else:
            self.state_bar.show_stretch(None, 0, 0)

    def _show_title(self) -> None:
        parts = [self.tr("Annotator")]
        if self.session:
            parts.insert(0, self.session.project.path.stem)
            if self.session.article:
                parts.insert(0, f"\u2068{self.session.article.title}\u2069")
        self.setWindowTitle(" – ".join(parts))

    # -- from one day to the next

    def _remember(self) -> None:
        settings, session = self.settings, self.session
        if session:
            article = session.article.name if session.article else ""
            settings.remember(session.project.path, session.author.name, article)
        if self.workbench:
            settings.remember_window_part("widths", self.workbench.widths())
            settings.zoom = self.workbench.view.zoom
            settings.find_mode = self.workbench.find_bar.mode()

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.workbench:
            self.desk.timekeeping.watch(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.settings.remember_window_part("geometry", self.saveGeometry())
        self._remember()
        self.errands.stop()
        self._close_session()
        self._build()  # without a session: nothing is left that could ask it
        super().closeEvent(event)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the project that was dropped, or import what else was."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        # Not at once: the program that files were dragged from waits for the end of this.
        if len(paths) == 1 and is_project(paths[0]):
            QTimer.singleShot(0, lambda: self.opening.ask_author_and_open(paths[0]))
        elif paths:
            QTimer.singleShot(0, lambda: self._import(paths))


def _after(first: Callable[[], object], then: Callable[[], object]) -> Callable[[], object]:
    """Return ``then``, before which ``first`` is to be done."""

    def both() -> object:
        first()
        return then()

    return both


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
