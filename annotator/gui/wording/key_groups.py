"""The keys that no menu names, and what they do, by where they are pressed."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class KeyGroup(NamedTuple):
    """Keys that belong together, and what each does."""

    title: str
    keys: list[tuple[str, str]]


def keys_without_menu(*, is_beside: bool) -> list[KeyGroup]:
    """Return the keys that no menu names: those of the place in front first.

    ``is_beside`` tells whether that is a place beside Annotate.
    """
    here = [_keys_of_marking(), _keys_of_suggestions(), _keys_of_caret(), _keys_of_spans()]
    beside = [_keys_of_review(), _keys_of_samples(), _keys_of_overview()]
    return [*beside, *here] if is_beside else [*here, *beside]


def _keys_of_marking() -> KeyGroup:
    translate = QCoreApplication.translate
    return KeyGroup(
        translate("Keys", "Marking in the text"),
        [
            (
                "1 2 3 4 …",
                translate("Keys", "mark the selection, change the selected span, or mark the word"),
            ),
            ("Ctrl+1 2 3 …", translate("Keys", "mark each selection at once with this label")),
            (
                "[ ]",
                translate("Keys", "move the start, the end outward by a word; with Ctrl a letter"),
            ),
            (
                "{ }",
                translate("Keys", "move the start, the end inward; a one-letter prefix peels off"),
            ),
            (
                "Enter, Shift+Enter",
                translate(
                    "Keys",
                    "next and previous hit; else take the best value; make a new entry, or take"
                    " what a date reads by the day of publication",
                ),
            ),
            (
                "Esc",
                translate(
                    "Keys",
                    "stop marking each selection; close the find bar; take the selection away",
                ),
            ),
            ("/", translate("Keys", "find in the article")),
            ("?", translate("Keys", "ask the lead about the selection, or about the article")),
        ],
    )


def _keys_of_suggestions() -> KeyGroup:
    translate = QCoreApplication.translate
    return KeyGroup(
        translate("Keys", "The suggestion at hand"),
        [
            (
                "Enter, Backspace, Del",
                translate("Keys", "take it with its value, or refuse it; the next one comes"),
            ),
            ("1 2 3 4 …", translate("Keys", "take it under that label; the next one comes")),
            (
                "[ ] { }",
                translate("Keys", "move its borders before you take it; with Ctrl by a letter"),
            ),
            (
                translate("Keys", "Mouse"),
                translate("Keys", "a click on one brings it to hand; the right button offers more"),
            ),
        ],
    )


def _keys_of_caret() -> KeyGroup:
    translate = QCoreApplication.translate
    return KeyGroup(
        translate("Keys", "Moving and selecting in the text"),
        [
            (
                translate("Keys", "Mouse"),
                translate(
                    "Keys", "select words; with Ctrl held single letters, also inside a word"
                ),
            ),
            (
                "← → ↑ ↓",
                translate("Keys", "move the caret; left is forward in right-to-left text"),
            ),
            ("Shift+← →", translate("Keys", "select")),
            ("Ctrl+← → ↑ ↓", translate("Keys", "move by words and paragraphs")),
            ("Home, End", translate("Keys", "start and end of the line; with Ctrl of the text")),
            ("Page Up, Page Down", translate("Keys", "a page up and down")),
            (
                "Ctrl+Tab",
                translate(
                    "Keys", "leave the text for what comes next; with Shift for what is before"
                ),
            ),
        ],
    )


def _keys_of_spans() -> KeyGroup:
    translate = QCoreApplication.translate
    return KeyGroup(
        translate("Keys", "List of spans"),
        [
            ("Space, Ctrl+A", translate("Keys", "tick a span, or all")),
            (
                "1 2 3 4 …, Del",
                translate("Keys", "act on the ticked spans, else on the one at hand"),
            ),
        ],
    )


def _keys_of_review() -> KeyGroup:
    translate = QCoreApplication.translate
    return KeyGroup(
        translate("Keys", "Review: the conflict at hand"),
        [
            (
                "1 2 3 … 0",
                translate("Keys", "take that answer to the conflict; 0: nothing is to be marked"),
            ),
            (
                translate("Keys", "Mouse"),
                translate(
                    "Keys", "a click on an answer in the text chooses it; then Enter takes it"
                ),
            ),
            (
                "M A W N",
                translate("Keys", "take the majority, all spans, the widest, the narrowest"),
            ),
            ("E", translate("Keys", "mark your own spans; Enter takes them, Esc leaves them")),
            (
                "S B R G",
                translate(
                    "Keys",
                    "skip; back; say why, also of what is overruled in the text; the guidelines"
                    " leave it open",
                ),
            ),
            (
                "P = +",
                translate(
                    "Keys",
                    "decide as before; list all that are like this, or like the last decided one:"
                    " Space unticks, Enter decides",
                ),
            ),
        ],
    )


def _keys_of_samples() -> KeyGroup:
    translate = QCoreApplication.translate
    return KeyGroup(
        translate("Keys", "Review: a random sample"),
        [
            (
                "Enter S B E R G Esc",
                translate(
                    "Keys", "right; skip; back; own spans; say why; guideline gap; leave the sample"
                ),
            )
        ],
    )


def _keys_of_overview() -> KeyGroup:
    translate = QCoreApplication.translate
    return KeyGroup(
        translate("Keys", "Overview"),
        [
            ("Enter", translate("Keys", "open an article or a place")),
            ("Shift, Ctrl", translate("Keys", "select several articles")),
        ],
    )
