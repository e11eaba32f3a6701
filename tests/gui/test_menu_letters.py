"""The letters that open a menu and choose in it, in both languages."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.gui.language import LANGUAGES, translation_into
from annotator.gui.main_window import MainWindow
from annotator.gui.wording.menus import menus


def letter_of(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].upper()


def letters_of(menu: QMenu) -> list[str]:
    return [letter for action in menu.actions() if (letter := letter_of(action.text()))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_opens_a_menu_and_does_something_else_too(window: MainWindow, language: str) -> None:
    window.set_language(language)
    opening = [letter_of(action.text()) for action in window.menuBar().actions()]
    assert all(opening)
    assert len(set(opening)) == len(opening)
    actions = [command.action for command in window.commands.commands()]
    keys = {key.toString() for action in actions for key in action.shortcuts()}
    assert "Alt+P" in keys
    assert keys.isdisjoint(f"Alt+{letter}" for letter in opening)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_in_a_menu_have_the_same_letter(hands, path: Path, language: str) -> None:
    window = hands.open(path, "huda")  # a lead: all menus are shown
    window.set_language(language)
    shown = window.menuBar().findChildren(QMenu)
    assert len(shown) > len(menus())  # those within menus too
    for menu in shown:
        letters = letters_of(menu)
        assert len(set(letters)) == len(letters), (menu.title(), letters)


@pytest.mark.qt_log_ignore(  # the offscreen platform says it of every menu that pops up
    "^This plugin does not support grabbing the keyboard$"
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_in_the_menu_of_a_span_have_the_same_letter(
    window: MainWindow, hands, language: str
) -> None:
    window.set_language(language)
    span_id = hands.mark(window, "1", hands.words(window, 3)[1])
    view = window.workbench.view
    view.context_menu_requested.emit(view.viewport().mapToGlobal(view.rect().center()), span_id)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    letters = letters_of(menu)
    assert len(letters) > 1
    assert len(set(letters)) == len(letters)
    menu.close()


def test_what_has_a_letter_in_english_has_one_in_arabic(qapp: QApplication) -> None:
    in_english, in_arabic = (menus(translation_into(one)) for one in ("en", "ar"))
    for here, there in zip(in_english.values(), in_arabic.values(), strict=True):
        for english, arabic in zip(here, there, strict=True):
            if english and arabic and letter_of(english.text):
                assert letter_of(arabic.text), arabic.text
