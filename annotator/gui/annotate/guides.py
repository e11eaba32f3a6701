"""The guidelines beside the article: shown, searched, opened at a label; and those of a project."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.finding import Wanted
from annotator.core.guidelines import Guidelines, heading_of
from annotator.gui.annotate.finding import Finding
from annotator.gui.dialogs.files import file_to_open
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.widgets.guidelines import GuidelinePanel
from annotator.gui.widgets.notice import Notice
from annotator.workflow.project.guidelines import (
    drop_guidelines,
    guideline_version,
    guidelines,
    guidelines_in,
    set_guidelines,
)


class Guides(QObject):
    """Shows the guidelines in force; lets a lead put others in force."""

    def __init__(
        self,
        session: Session,
        panel: GuidelinePanel,
        settings: Settings,
        notice: Notice,
        tell_version: Callable[[str], None],
    ) -> None:
        """``tell_version`` hears which version is in force whenever that is another one."""
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self._settings = settings
        self._notice = notice
        self._tell_version = tell_version
        self._version = ""
        self._label = ""
        """The label at hand."""
        self._shown: Guidelines | None = None
        self._finding = Finding("")
        panel.search_changed.connect(self._look_for)
        panel.step_requested.connect(self._step)
        panel.close_requested.connect(self.toggle)
        session.articles_changed.connect(self._follow)
        panel.setVisible(settings.shows_guidelines)
        self._follow()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "guidelines": self.toggle,
            "search_guidelines": self.search,
            "own_guidelines": self.choose_own,
            "drop_guidelines": self.drop_own,
        }

    def toggle(self) -> None:
        """Show the guidelines, or put them away."""
        self._show(is_shown=self._panel.isHidden())
        if self._panel.isHidden():
            self._panel.left.emit()

    def search(self) -> None:
        """Show the guidelines, with the keyboard in their search."""
        self._show(is_shown=True)
        self._panel.search()

    def show_label(self, name: str) -> None:
        """Open the guidelines at what they say of a label."""
        self._show(is_shown=True)
        self.turn_to(name)

    def follow_label(self, name: str) -> None:
        """Turn to what they say of the label at hand, unless they were turned there before."""
        if name != self._label:
            self.turn_to(name)

    def turn_to(self, name: str) -> None:
        """Turn to what the guidelines say of a label: at once if they are open, else once so."""
        self._label = name
        if self._panel.isHidden() or name not in self._session.labels:
            return
        heading = heading_of(self._session.labels[name], self._panel.headings())
        if heading is not None:
            self._panel.show_heading(heading)

    def _show(self, *, is_shown: bool) -> None:
        self._settings.shows_guidelines = is_shown
        was_hidden = self._panel.isHidden()
        self._panel.setVisible(is_shown)
        self._follow()
        if was_hidden:
            self.turn_to(self._label)

    def _follow(self) -> None:
        """Show what is in force now; the page is not laid out while nobody sees it."""
        project, language = self._session.project, self._session.language
        version = self._session.read(lambda: guideline_version(project), self._version)
        if version != self._version:
            self._version = version
            self._tell_version(version)
        if self._panel.isHidden():
            return
        found = self._session.read(lambda: guidelines(project, language), self._shown)
        if found is None or found == self._shown:
            return
        self._shown = found
        self._panel.show_page(found.text, found.version, is_rtl=found.is_rtl)
        self._finding = Finding(self._panel.text())
        self._look_for(self._panel.words())

    # -- searching

    def _look_for(self, words: str) -> None:
        self._finding.look_for(Wanted(words))
        self._panel.show_hits(self._finding.hits, None)

    def _step(self, step: int) -> None:
        self._finding.step(step, 0)
        self._panel.show_hits(self._finding.hits, self._finding.current_hit)

    # -- those of a project

    def choose_own(self) -> None:
        """Ask for a page of the project's own and put it in force."""
        window: QWidget = self._panel.window()
        title = self.tr("Guidelines of the project")
        page = file_to_open(window, title, "Markdown (*.md *.markdown *.txt)")
        if not page:
            return
        try:
            text, version = guidelines_in(page)
        except AnnotatorError as error:
            self._session.failed.emit(error)
            return
        if version is None:
            version, is_said = QInputDialog.getText(
                window,
                self.tr("Guidelines of the project"),
                self.tr("Which version is this? It is stamped on what is finished under it."),
            )
            if not is_said:
                return
        self._put(text, version.strip())

    def _put(self, text: str, version: str) -> None:
        project, author = self._session.project, self._session.author.name
        if self._session.act_on_project(lambda: set_guidelines(project, author, text, version)):
            self._notice.say(
                self.tr("The guidelines of the project, version {version}, are in force.").format(
                    version=f"\u2068{version}\u2069"
                ),
                passing=True,
            )

    def drop_own(self) -> None:
        """Put the guidelines of the program in force again."""
        project, author = self._session.project, self._session.author.name
        if self._session.act_on_project(lambda: drop_guidelines(project, author)):
            self._notice.say(self.tr("The guidelines of the program are in force."), passing=True)
