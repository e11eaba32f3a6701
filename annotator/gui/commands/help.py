"""What the Help menu shows: all commands by name, all keys on one page."""

from PySide6.QtWidgets import QWidget

from annotator.gui.commands.actions import Actions
from annotator.gui.dialogs.keys import KeysDialog
from annotator.gui.dialogs.palette import CommandPalette
from annotator.gui.wording.key_groups import keys_without_menu


def show_palette(window: QWidget, commands: Actions) -> None:
    """Offer all commands by name, and do the one that is chosen."""
    palette = CommandPalette(commands.commands(), window)
    palette.exec()
    chosen = palette.chosen()
    if chosen:
        chosen.trigger()


def show_keys(window: QWidget, commands: Actions, *, is_beside: bool) -> None:
    """Show all keys, first those of the place in front: ``is_beside`` if it is not Annotate."""
    KeysDialog([*keys_without_menu(is_beside=is_beside), *commands.keys()], window).exec()
