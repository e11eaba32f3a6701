"""The window: its menus and parts, what they tell each other, and what it remembers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QShowEvent,
)
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
from annotator.gui.annotate.workbench import Workbench
from annotator.gui.commands.actions import Actions, Slots
from annotator.gui.commands.exchange import Exchange
from annotator.gui.commands.exporting import Exporting
from annotator.gui.commands.help import show_keys, show_palette
from annotator.gui.commands.opening import Opening
from annotator.gui.commands.registering import Registering
from annotator.gui.dialogs.told import ToldDialog
from annotator.gui.language import error_text, speak
from annotator.gui.running.errands import Errands
from annotator.gui.running.under_way import UnderWay
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.theme import Scheme, apply_theme
from annotator.gui.widgets.notice import Notice
from annotator.gui.widgets.state_bar import StateBar
from annotator.gui.widgets.welcome import Welcome
from annotator.gui.workplace import Workplace
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
        self.workplace: Workplace | None = None
        self._demo_folder = demo_folder
        self._lay_out()
        self.errands = Errands(self.notice, UnderWay(), self)
        self.errands.imported.connect(self._follow_errand)
        self.errands.acted.connect(self._follow_errand)
        self.opening = Opening(self, settings, self.open_project, self._tell)
        self.errands.demo_made.connect(self.opening.open_demo_project)
        self.exchange = Exchange(self, self.errands)
        self._exporting = Exporting(self, self.errands)
        self.notice.list_requested.connect(lambda told: ToldDialog(told, self).exec())
        self.notice.folder_requested.connect(self._open_folder)
        self._build()
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_AT_FIRST)
        self.restoreGeometry(settings.window_part("geometry"))

    @property
    def workbench(self) -> Workbench | None:
        """The place to annotate, if a project is open."""
        return self.workplace.workbench if self.workplace else None

    @property
    def registering(self) -> Registering | None:
        """The way to the registry, if a project is open."""
        return self.workplace.registering if self.workplace else None

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
        session.article_opened.connect(self._show_title)
        session.article_changed.connect(self._show_title)
        session.labels_changed.connect(self._fill_menus)
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
        if self.workplace is None or self.workplace.keep_drafts():
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
            session = self.session
            self.exchange.import_files(session.project.path, paths, session.author.name)

    # -- language, colours, help

    def set_language(self, language: str) -> None:
        """Speak ``language`` (``en`` or ``ar``) from now on."""
        if self.workplace:
            self.workplace.keep_drafts()
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
        column.addWidget(self._place, 1)
        self.setCentralWidget(center)
        self.notice.moved.connect(
            lambda: column.setContentsMargins(0, 0, 0, self.notice.room_below())
        )

    def _build(self) -> None:
        """Make all that speaks anew, for the language and the project of now."""
        self.state_bar = StateBar(self)
        self.setStatusBar(self.state_bar)
        before = self.workplace
        self.workplace = self._workplace(self.session) if self.session else None
        if before:
            if self.workplace and self.workplace.session is before.session:
                self.workplace.take_over(before)
            before.put_away()
        part = self._place.currentWidget()
        self._place.setCurrentIndex(self._place.addWidget(self.workbench or self._welcome()))
        if part is not None:
            self._place.removeWidget(part)
            part.setParent(None)  # or it would be found by its name until it is deleted
            part.deleteLater()
        self._fill_menus()
        self._show_title()
        if self.workplace:
            self.workplace.begin()
        else:
            self.notice.lie_on(None)

    def _workplace(self, session: Session) -> Workplace:
        around = (self.settings, self.errands, self.notice, self.state_bar, self, self._place)
        workplace = Workplace(session, *around)
        workplace.places.changed.connect(self._show_title)
        return workplace

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
        self.commands.add_choices(
            self.settings.language, self.settings.scheme, self.set_language, self.set_theme
        )
        if self.workplace:
            self.workplace.show_in(self.commands)

    def _slots(self) -> Slots:
        slots: dict[str, Callable[[], object]] = {
            "new": self.opening.new_project,
            "open": self.opening.choose_project,
            "demo": self.open_demo,
            "author": self.change_author,
            "quit": self.close,
            "palette": lambda: show_palette(self, self.commands),
            "keys": lambda: show_keys(self, self.commands, is_beside=bool(self._place_beside())),
        }
        workplace = self.workplace
        if workplace is None:
            return slots
        session, exchange = workplace.session, self.exchange
        path, author = session.project.path, session.author.name
        of_project: dict[str, Callable[[], object]] = {
            "import": lambda: exchange.choose_imports(path, author),
            "import_choices": lambda: exchange.choose_imports_and_look(path, author),
            "import_folder": lambda: exchange.choose_import_folder(path, author),
            "export": lambda: self._exporting.choose(
                path, session.catalogue.layers_to_see(), author, session.labels, session.language
            ),
            "report": lambda: exchange.choose_report(path, session.language),
            "backup": lambda: exchange.choose_backup(path),
        }
        return slots | workplace.slots() | workplace.after_keeping(of_project)

    # -- what the parts tell

    def _tell(self, error: AnnotatorError) -> None:
        self.notice.say(error_text(error), passing=True)
        # Where nothing is open there is nothing to be saved.
        if self.workplace is not None and isinstance(error, ProjectError):
            self.state_bar.show_unsaved()

    def _open_folder(self, folder: Path) -> None:
        """Let the desktop show ``folder``; where it has nothing for that, say where it is."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            told = self.tr("Nothing here can show folders. This one is: {folder}")
            told = told.format(folder=f"\u2066{folder}\u2069")
            self.notice.say(f"{told}\n{self.notice.sentence()}")

    def _place_beside(self) -> str:
        """Return the name of the place in front; nothing if that is Annotate."""
        return self.workplace.places.name_beside() if self.workplace else ""

    def _show_title(self) -> None:
        parts = [self.tr("Annotator")]
        if self.session:
            parts.insert(0, self.session.project.path.stem)
            if beside := self._place_beside():
                parts.insert(0, beside)
            elif self.session.article:
                parts.insert(0, f"\u2068{self.session.article.title}\u2069")
        self.setWindowTitle(" – ".join(parts))

    # -- from one day to the next

    def _remember(self) -> None:
        settings, session = self.settings, self.session
        if session:
            article = session.article.name if session.article else ""
            settings.remember(session.project.path, session.author.name, article)
        if self.workplace:
            self.workplace.remember()

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.workplace:
            self.workplace.watch(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss what is said with Esc, where nothing else has use for that key."""
        if event.key() == Qt.Key.Key_Escape and self.notice.sentence():
            self.notice.dismiss()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.settings.remember_window_part("geometry", self.saveGeometry())
        self._remember()
        self.errands.stop()
        self._exporting.stop()
        self._close_session()
        self._build()  # without a session: nothing is left that could ask it
        super().closeEvent(event)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the project that was dropped, or import what else was."""
        # What is no file is refused by its address, so that nobody misses it in silence.
        paths = [Path(url.toLocalFile() or url.toString()) for url in event.mimeData().urls()]
        event.acceptProposedAction()
        # Not at once: the program that files were dragged from waits for the end of this.
        if len(paths) == 1 and is_project(paths[0]):
            QTimer.singleShot(0, lambda: self.opening.ask_author_and_open(paths[0]))
        elif paths:
            QTimer.singleShot(0, lambda: self._import(paths))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
