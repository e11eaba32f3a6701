"""How a drag becomes a selection, and how single keys move borders.

Nothing here knows of pixels: it is all about positions in a text, in code points.
"""

from dataclasses import dataclass
from typing import Final

import regex

from annotator.arabic import ARABIC
from annotator.core.language import Language, Stretch
from annotator.core.text import next_letter, previous_letter, whole_letters

LANGUAGE: Final[Language] = ARABIC
BORDER_KEYS: Final = "[]{}"
_NEXT_PARAGRAPH: Final = regex.compile(r"\n\s*+(?=\S)")


@dataclass(frozen=True, slots=True)
class Grasp:
    """Where a drag began: ``held`` stays selected wherever it goes."""

    held: Stretch
    place: int
    """The caret place that was pressed, from which single letters count."""
    trims: bool = True
    """Whether the borders give up what only frames words."""

    def to(self, text: str, place: int, *, by_letters: bool) -> Stretch:
        """Return the selection if the mouse, or the caret, is at ``place`` now."""
        if by_letters:
            return whole_letters(text, min(self.place, place), max(self.place, place))
        start, end = min(self.held[0], place), max(self.held[1], place)
        if start == end or not self.trims:
            return start, end
        return LANGUAGE.snap(text, start, end)


def grasp_letter(text: str, place: int, letter: Stretch | None) -> Grasp:
    """Return the grasp of a press on ``letter``, whose nearest caret place is ``place``."""
    word = LANGUAGE.word_at(text, letter[0]) if letter else None
    is_inside = word is not None and letter is not None and word[0] <= letter[0] < word[1]
    return Grasp(word if word and is_inside else (place, place), place)


def move_border(text: str, stretch: Stretch, key: str, *, by_letters: bool) -> Stretch:
    """Return ``stretch`` after one of ``BORDER_KEYS``: brackets outward, braces inward.

    A move that would leave nothing does nothing.
    """
    start, end = stretch
    if by_letters:
        moved = {
            "[": (previous_letter(text, start), end),
            "]": (start, next_letter(text, end)),
            "{": (next_letter(text, start), end),
            "}": (start, previous_letter(text, end)),
        }[key]
    else:
        moved = {
            "[": lambda: (LANGUAGE.start_outward(text, start), end),
            "]": lambda: (start, LANGUAGE.end_outward(text, end)),
            "{": lambda: (LANGUAGE.start_inward(text, start, end), end),
            "}": lambda: (start, LANGUAGE.end_inward(text, start, end)),
        }[key]()
    return moved if moved[0] < moved[1] else stretch


def word_here(text: str, place: int) -> Stretch | None:
    """Return the word that a label without a selection is put on: at ``place``, else after it.

    The whole word: most that begin like a clitic begin so by themselves, and a key peels it off.
    """
    word = LANGUAGE.word_at(text, place)
    if word is None:
        feed = text.find("\n", place)
        word = next(LANGUAGE.words(text, place, feed if feed >= 0 else len(text)), None)
    return LANGUAGE.trim(text, *word) if word else None


def split_at(text: str, stretch: Stretch, place: int) -> Stretch | None:
    """Return where the first part of ``stretch`` ends and the second begins if cut at ``place``.

    What frames words at the cut is in neither part; None if one of them would hold no word.
    """
    start, end = stretch
    if not all(any(LANGUAGE.words(text, *part)) for part in ((start, place), (place, end))):
        return None
    return LANGUAGE.trim(text, start, place)[1], LANGUAGE.trim(text, place, end)[0]


def paragraph_step(text: str, place: int, *, is_forward: bool) -> int:
    """Return where the next paragraph begins, or this one, and from its start the one before.

    Empty paragraphs are passed over.
    """
    if is_forward:
        found = _NEXT_PARAGRAPH.search(text, place)
        return found.end() if found else len(text)
    return text.rfind("\n", 0, len(text[:place].rstrip())) + 1


def drag_border(
    text: str, stretch: Stretch, place: int, *, is_start: bool, by_letters: bool
) -> Stretch:
    """Return ``stretch`` with one border at ``place``, snapped to a word unless ``by_letters``.

    The other border stays, and at least one letter does.
    """
    start, end = stretch
    if is_start:
        place = min(place, previous_letter(text, end))
        place = whole_letters(text, place, end)[0]
        return (place if by_letters else LANGUAGE.snap(text, place, end)[0]), end
    place = max(place, next_letter(text, start))
    place = whole_letters(text, start, place)[1]
    return start, place if by_letters else LANGUAGE.snap(text, start, place)[1]


def arrow_step(text: str, place: int, *, is_rtl: bool, by_words: bool, leftward: bool) -> int:
    """Return where an arrow key takes the caret: left is forward in right-to-left text."""
    if leftward == is_rtl:
        if by_words:
            ahead = LANGUAGE.next_word_end(text, place)
            return ahead if ahead > place else len(text)
        return next_letter(text, place)
    if by_words:
        behind = LANGUAGE.previous_word_start(text, place)
        return behind if behind < place else 0
    return previous_letter(text, place)
