"""What the window can do, as actions in its menus, which the palette and the help name too."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from itertools import chain
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from annotator.core.labels import LabelSet
from annotator.gui.dialogs.palette import Command
from annotator.gui.keys import KEEPING_KEYS
from annotator.gui.language import LANGUAGES, Translate, translation_into
from annotator.gui.theme import Scheme
from annotator.gui.wording.key_groups import KeyGroup
from annotator.gui.wording.menus import menus

_REPEATED = frozenset({"undo", "redo", "next", "previous", "next_missing", "zoom_in", "zoom_out"})
"""What goes on step by step while its keys are kept down; all else is done once a press."""

Slots = Mapping[str, Callable[[], object]]
Choice = TypeVar("Choice", bound=str)


class Actions:
    """The actions of one window."""

    def __init__(self, bar: QMenuBar, slots: Slots) -> None:
        """Fill the menu bar, which owns the actions; there is nothing to act on yet."""
        self._bar = bar
        self._by_name: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        """For choices: what is chosen."""
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        """What each is called, in all languages."""
        self._menus: dict[str, QMenu] = {}
        for title, entries in menus().items():
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
        for language in LANGUAGES:
            for entry in chain.from_iterable(menus(translation_into(language)).values()):
                if entry is not None:
                    self._names[entry.name] += filter(None, (_plain(entry.text), entry.also))
        self.offer(())
        for name in ("undo", "redo", "undo_project", "redo_project"):
            self._by_name[name].setEnabled(False)
        self.show_menu("same_again", is_shown=False)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def _add(self, menu: QMenu, name: str, text: str, view_key: str, needs: str) -> QAction:
        action = QAction(f"{text}\t{view_key}" if view_key else text, self._bar)
        action.setAutoRepeat(name in _REPEATED)
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

    def explain(self, name: str, why: str) -> None:
        """Say why one of those cannot be done, where the mouse rests on it."""
        self._by_name[name].setToolTip(why)
        self._by_name[name].setStatusTip(why)
        self._menus[name].setToolTipsVisible(True)

    def tick(self, name: str, *, is_ticked: bool) -> None:
        """Show whether something that can be on or off is on."""
        self._by_name[name].setCheckable(True)
        self._by_name[name].setChecked(is_ticked)

    def show_menu(self, name: str, *, is_shown: bool) -> None:
        """Show the menu in which something stands, or hide it from who can do none of it."""
        self._menus[name].menuAction().setVisible(is_shown)

    def commands(self) -> list[Command]:
        """Return everything that is offered, by its full name and its keys."""
        return [
            Command(self._full_name(name), _keys(action), action, tuple(self._names[name]))
            for name, action in self._by_name.items()
        ]

    def keys(self) -> list[KeyGroup]:
        """Return the keys that the menus name, and what they do, by menu."""
        groups: dict[str, KeyGroup] = {}
        for name, action in self._by_name.items():
            if keys := _keys(action):
                title = _plain(self._menus[name].title())
                group = groups.setdefault(title, KeyGroup(title, []))
                group.keys.append((keys, self._full_name(name)))
        return list(groups.values())

    def _full_name(self, name: str) -> str:
        plain = _plain(self._by_name[name].text())
        return f"{self._titles[name]}: {plain}" if name in self._titles else plain

    def add_labels(
        self,
        labels: LabelSet,
        language: str,
        choose: Callable[[str], object],
        keep: Callable[[str], object],
    ) -> None:
        """Offer the labels in the Edit menu, once and for each selection."""
        keys = {label.name: label.key for label in labels}
        self._add_labels(_mark_as, "label", labels, language, keys, choose)
        keys = {label.name: f"Ctrl+{label.key}" for label in labels if label.key in KEEPING_KEYS}
        self._add_labels(_mark_every, "keep", labels, language, keys, keep)

    def _add_labels(
        self,
        titled: Callable[[Translate], str],
        kind: str,
        labels: LabelSet,
        language: str,
        keys: Mapping[str, str],
        choose: Callable[[str], object],
    ) -> None:
        title = titled(QCoreApplication.translate)
        menu = self._menus["find"].addMenu(title)
        needs = "stretch" if kind == "label" else "article"
        for label in labels:
            name = f"{kind}_{label.name}"
            text = label.shown(language).replace("&", "&&")
            action = self._add(menu, name, text, keys.get(label.name, ""), needs)
            action.triggered.connect(lambda _, name=label.name: choose(name))
            self._titles[name] = _plain(title)
            self._names[name] = [
                f"{_plain(titled(translation_into(one)))}: {label.shown(one)}" for one in LANGUAGES
            ]

    def add_choices(
        self,
        language: str,
        scheme: Scheme,
        set_language: Callable[[str], None],
        set_theme: Callable[[Scheme], None],
    ) -> None:
        """Offer the languages and the colours in the View menu."""
        self._menus["focus"].addSeparator()
        self._add_choice(_languages, "language", language, set_language)
        self._add_choice(_schemes, "scheme", scheme, set_theme)
        for one in LANGUAGES:
            title, names = _languages_by_name(translation_into(one))
            for key, name in names.items():
                self._names[f"language_{key}"].append(f"{_plain(title)}: {name}")

    def _add_choice(
        self,
        told: Callable[[Translate], tuple[str, Mapping[Choice, str]]],
        kind: str,
        current: Choice,
        choose: Callable[[Choice], None],
    ) -> None:
        title, choices = told(QCoreApplication.translate)
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
            for language in LANGUAGES:
                also, texts = told(translation_into(language))
                self._names[name].append(f"{_plain(also)}: {texts[key]}")


def _mark_as(translate: Translate) -> str:
    return translate("Actions", "&Mark as")


def _mark_every(translate: Translate) -> str:
    return translate("Actions", "Mark &every selection as")


def _languages(translate: Translate) -> tuple[str, Mapping[str, str]]:
    return translate("Actions", "&Language"), LANGUAGES


def _languages_by_name(translate: Translate) -> tuple[str, Mapping[str, str]]:
    """Return what the languages are called in one of them."""
    return translate("Actions", "&Language"), {
        "en": translate("Actions", "English"),
        "ar": translate("Actions", "Arabic"),
    }


def _schemes(translate: Translate) -> tuple[str, Mapping[Scheme, str]]:
    return translate("Actions", "&Colours"), {
        "light": translate("Actions", "Light"),
        "dark": translate("Actions", "Dark"),
        "auto": translate("Actions", "Follow the desktop"),
    }


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
