"""What the window can do, as a table: names, keys, and the menus they stand in."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from annotator.core.labels import LabelSet
from annotator.gui.dialogs.palette import Command
from annotator.gui.language import LANGUAGES
from annotator.gui.theme import Scheme

Slots = Mapping[str, Callable[[], object]]
Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    text: str
    keys: tuple[str, ...] = ()
    needs: str = "project"
    """What must be there to act on; see ``Workbench.offers``."""
    view_key: str = ""
    """A key that belongs to the article view, and is only named here."""


def _menus() -> dict[str, list[_Entry | None]]:
    """Return the menus; ``None`` is a line between two entries."""
    translate = QCoreApplication.translate
    return {
        translate("Actions", "&File"): _file_menu(),
        translate("Actions", "&Edit"): _edit_menu(),
        translate("Actions", "&Article"): _article_menu(),
        translate("Actions", "&View"): [
            _Entry("zoom_in", translate("Actions", "Zoom &in"), ("Ctrl++", "Ctrl+=")),
            _Entry("zoom_out", translate("Actions", "Zoom &out"), ("Ctrl+-",)),
            _Entry("zoom_reset", translate("Actions", "&Normal size"), ("Ctrl+0",)),
            None,
            _Entry("focus", translate("Actions", "Move the &focus"), ("F6",)),
        ],
        translate("Actions", "&Help"): [
            _Entry("palette", translate("Actions", "&Commands…"), ("Ctrl+K",), ""),
            _Entry("keys", translate("Actions", "&Keys"), ("F1",), ""),
        ],
    }


def _file_menu() -> list[_Entry | None]:
    translate = QCoreApplication.translate
    return [
        _Entry("new", translate("Actions", "&New project…"), ("Ctrl+N",), ""),
        _Entry("open", translate("Actions", "&Open a project…"), ("Ctrl+O",), ""),
        _Entry("demo", translate("Actions", "Open the &demo"), (), ""),
        None,
        _Entry("import", translate("Actions", "&Import articles…"), ("Ctrl+I",)),
        _Entry("import_folder", translate("Actions", "Import a &folder…")),
        _Entry("undo_import", translate("Actions", "Undo the last import"), (), "undo"),
        _Entry("redo_import", translate("Actions", "Redo the import"), (), "redo"),
        _Entry("export", translate("Actions", "&Export…"), ("Ctrl+E",)),
        _Entry("backup", translate("Actions", "&Back up…")),
        None,
        _Entry("author", translate("Actions", "Change &author…")),
        _Entry("quit", translate("Actions", "&Quit"), ("Ctrl+Q",), ""),
    ]


def _edit_menu() -> list[_Entry | None]:
    translate = QCoreApplication.translate
    return [
        _Entry("undo", translate("Actions", "&Undo"), ("Ctrl+Z",), "undo"),
        _Entry("redo", translate("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        None,
        _Entry("find", translate("Actions", "&Find in the article"), ("Ctrl+F",), "article"),
        None,
        _Entry("next_span", translate("Actions", "Ne&xt span"), (), "article", "Space"),
        _Entry(
            "previous_span", translate("Actions", "&Previous span"), (), "article", "Shift+Space"
        ),
        _Entry("remove", translate("Actions", "Re&move the span"), (), "span", "Del"),
        _Entry("note", translate("Actions", "Write a &note"), ("Ctrl+M",), "span"),
        _Entry("unsure", translate("Actions", "N&ot sure, or sure again"), ("Ctrl+U",), "span"),
    ]


def _article_menu() -> list[_Entry | None]:
    translate = QCoreApplication.translate
    return [
        _Entry(
            "finish_next",
            translate("Actions", "&Finish and open the next"),
            ("Ctrl+Return", "Ctrl+Enter"),
            "article",
        ),
        _Entry("finish", translate("Actions", "Finish"), ("Ctrl+Shift+Return",), "unfinished"),
        _Entry("set_aside", translate("Actions", "&Set aside…"), ("Ctrl+Shift+S",), "article"),
        _Entry("reopen", translate("Actions", "&Reopen"), (), "closed"),
        None,
        _Entry("next", translate("Actions", "&Next article"), ("Alt+Down",)),
        _Entry("previous", translate("Actions", "&Previous article"), ("Alt+Up",)),
        _Entry("search", translate("Actions", "Search &articles"), ("Ctrl+Shift+F",)),
    ]


class Actions:
    """The actions of one window."""

    def __init__(self, bar: QMenuBar, slots: Slots) -> None:
        """Fill the menu bar, which owns the actions; there is nothing to act on yet."""
        self._bar = bar
        self._by_name: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        """For choices: what is chosen."""
        self._menus: dict[str, QMenu] = {}
        for title, entries in _menus().items():
            menu = bar.addMenu(title)
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                    continue
                keys = [QKeySequence(key) for key in entry.keys]
                action = self._add(menu, entry.name, entry.text, entry.view_key, entry.needs)
                action.setShortcuts(keys)
                if entry.name in slots:
                    action.triggered.connect(_without_arguments(slots[entry.name]))
        self.offer(())

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def _add(self, menu: QMenu, name: str, text: str, view_key: str, needs: str) -> QAction:
        action = QAction(f"{text}\t{view_key}" if view_key else text, self._bar)
        menu.addAction(action)
        self._by_name[name] = action
        self._needs[name] = needs
        self._menus[name] = menu
        return action

    def offer(self, there: Collection[str]) -> None:
        """Enable what can be done with what is there; undo and redo see to themselves."""
        for name, needs in self._needs.items():
            if needs not in ("undo", "redo"):
                self._by_name[name].setEnabled(not needs or needs in there)

    def show(self, name: str, text: str, *, enabled: bool) -> None:
        """Name one of those that see to themselves, and say whether it can be done."""
        self._by_name[name].setText(text)
        self._by_name[name].setEnabled(enabled)

    def commands(self) -> list[Command]:
        """Return everything that is offered, by its full name and its keys."""
        return [
            Command(self._full_name(name), _keys(action), action)
            for name, action in self._by_name.items()
        ]

    def _full_name(self, name: str) -> str:
        plain = _plain(self._by_name[name].text())
        return f"{self._titles[name]}: {plain}" if name in self._titles else plain

    def add_labels(self, labels: LabelSet, language: str, choose: Callable[[str], object]) -> None:
        """Offer the labels in the Edit menu."""
        menu = self._menus["find"].addMenu(QCoreApplication.translate("Actions", "&Mark as"))
        title = QCoreApplication.translate("Actions", "Mark as")
        for label in labels:
            name = f"label_{label.name}"
            text = label.shown(language).replace("&", "&&")
            action = self._add(menu, name, text, label.key, "stretch")
            action.triggered.connect(lambda _, name=label.name: choose(name))
            self._titles[name] = title

    def add_choices(
        self,
        language: str,
        scheme: Scheme,
        set_language: Callable[[str], None],
        set_theme: Callable[[Scheme], None],
    ) -> None:
        """Offer the languages and the colours in the View menu."""
        translate = QCoreApplication.translate
        schemes: dict[Scheme, str] = {
            "light": translate("Actions", "Light"),
            "dark": translate("Actions", "Dark"),
            "auto": translate("Actions", "Follow the desktop"),
        }
        self._menus["focus"].addSeparator()
        title = translate("Actions", "&Language")
        self._add_choice(title, "language", LANGUAGES, language, set_language)
        title = translate("Actions", "&Colours")
        self._add_choice(title, "scheme", schemes, scheme, set_theme)

    def _add_choice(
        self,
        title: str,
        kind: str,
        choices: Mapping[Choice, str],
        current: Choice,
        choose: Callable[[Choice], None],
    ) -> None:
        menu = self._menus["focus"].addMenu(title)
        group = QActionGroup(menu)
        for key, text in choices.items():
            name = f"{kind}_{key}"
            action = self._add(menu, name, text, "", "")
            group.addAction(action)
            action.setCheckable(True)
            action.setChecked(key == current)
            action.triggered.connect(lambda _, key=key: choose(key))
            self._titles[name] = _plain(title)


def _without_arguments(slot: Callable[[], object]) -> Callable[..., object]:
    """Return ``slot`` as it can be connected to a signal that says whether a box is ticked."""
    return lambda *_: slot()


def _plain(text: str) -> str:
    """Return the text of an action as it is read, without its keys."""
    name = text.partition("\t")[0]
    return name.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    shortcuts = [key.toString(native) for key in action.shortcuts()]
    view_key = action.text().partition("\t")[2]
    return ", ".join(dict.fromkeys(filter(None, [*shortcuts, view_key])))


def view_keys() -> list[tuple[str, str]]:
    """Return the keys of the article view that no menu names, and what they do."""
    translate = QCoreApplication.translate
    return [
        ("1 2 3 4 …", translate("Keys", "mark the selection, or change the selected span")),
        ("[ ]", translate("Keys", "move the start, the end outward by a word; with Ctrl a letter")),
        (
            "{ }",
            translate("Keys", "move the start, the end inward; a one-letter prefix peels off"),
        ),
        (
            translate("Keys", "Mouse"),
            translate("Keys", "select words; with Ctrl held single letters, also inside a word"),
        ),
        ("/", translate("Keys", "find in the article")),
        ("Enter, Shift+Enter", translate("Keys", "next and previous hit")),
        ("Esc", translate("Keys", "close the find bar; take the selection away")),
        ("← → ↑ ↓", translate("Keys", "move the caret; left is forward in right-to-left text")),
        ("Shift+← →", translate("Keys", "select")),
        ("Ctrl+← →", translate("Keys", "move by words")),
        ("Home, End", translate("Keys", "start and end of the line; with Ctrl of the text")),
        ("Page Up, Page Down", translate("Keys", "a page up and down")),
    ]
