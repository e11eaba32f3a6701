"""Where a text states how many: a number with what it counts, as the figure reader knows it.

A stretch is taken if the reader gives it a value; the guidelines say how far it goes.
"""

from collections.abc import Iterator, Sequence

from annotator.arabic.figures import read_figure
from annotator.arabic.folding import fold
from annotator.arabic.nouns import TIMES, is_countable, is_dual
from annotator.arabic.numerals import apart, is_numeral, numeral_at
from annotator.arabic.passages import Token
from annotator.arabic.sight import Apart, Sight, Word
from annotator.core.language import Stretch

_LONGEST = 12
"""Tokens of the longest number that is looked for, with its noun."""
_ONE = frozenset(fold("واحد واحدة واحدا").split())
_PER_CENT = frozenset(["%", *fold("بالمئة بالمائة بالمية").split()])
_BETWEEN = frozenset(fold("بين لبين").split())
_JOINED = ("", "و", "ف")
"""Clitics that leave a noun whole."""
_HYPHENS = frozenset("-‐‑–")
_JOINTS = frozenset(fold("و إلى - – —").split())
_CURRENCIES = frozenset("$€£")
_OF_NAMES_OR_LINKS = frozenset("=?&#_/")
_NAMED = frozenset(
    fold(
        "فرقة لواء كتيبة فوج فيلق سرب وحدة قناة طريق قرار مادة قانون مرسوم بند فقرة فصل صفحة غرفة"
        " رقم ساعة قرن طراز نوع"
    ).split()
)
"""What a number behind it names: the 60th division, channel 12."""


def figures_in(sight: Sight, dates: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the figures of a text, in order, none within another nor in one of its ``dates``."""
    others = Apart(dates)
    reached = 0
    for place in range(len(sight)):
        if sight.tokens[place].start < reached:
            continue
        found = _at(sight, place)
        if found is None:
            continue
        start, last = found
        stretch = sight.stretch(start, last)
        if others.are_apart(stretch):
            yield stretch
            reached = sight.tokens[last].end


def _at(sight: Sight, place: int) -> tuple[int, int] | None:
    """Return where a figure begins in the folded text, and its last token."""
    if sight.word(place - 1) in _OF_NAMES_OR_LINKS or not _may_be_here(sight, place):
        return None
    for word in sight.readings(place):
        for last in _of_number(sight, word, place):
            stretch = sight.stretch(word.start, last)
            is_stated = read_figure(sight.text, *stretch, None) is not None
            if is_stated or (last > place and _counts(sight, word, place, last)):
                return word.start, last
    return _noun_at(sight, place)


def _may_be_here(sight: Sight, place: int) -> bool:
    """Tell whether what stands before lets a number begin here, and is no word that has it."""
    before = sight.word(place - 1)
    if before in _HYPHENS and sight.word(place - 2).isascii():
        return False  # F-16
    return not (_is_named_by_number(before) or before in TIMES)


def _is_named_by_number(word: str) -> bool:
    return word.removeprefix("ال") in _NAMED or word[1:].removeprefix("ال") in _NAMED


def _counts(sight: Sight, word: Word, place: int, last: int) -> bool:
    """Tell whether a number counts its noun beyond doubt, though its value is in doubt."""
    noun = sight.word(last)
    is_number = sight.tokens[place].kind == "number" and last == place + 1
    bare = noun.removeprefix("ال")
    return is_number and is_countable(noun) and bare == noun and noun not in TIMES


def _of_number(sight: Sight, word: Word, place: int) -> Iterator[int]:
    """Yield with which token a figure that begins with a number may end, the likeliest first."""
    tokens = apart([sight.without(word, place), *sight.tokens[place + 1 : place + _LONGEST]])
    number = numeral_at(tokens, 0) if _may_begin(tokens[0]) else None
    if number is None:
        return
    joint = tokens[number.end].text if number.end < len(tokens) else ""
    if joint in _JOINTS and (joint != "و" or sight.word(place - 1) in _BETWEEN):
        second = numeral_at(tokens, number.end + 1)
        if second:
            yield from _with_noun(sight, tokens, second.end, place)
    yield from _with_noun(sight, tokens, number.end, place)


def _with_noun(sight: Sight, tokens: list[Token], end: int, place: int) -> Iterator[int]:
    if end < len(tokens):
        behind = tokens[end]
        if behind.text == "من" and end + 1 < len(tokens) and tokens[end + 1].kind == "word":
            yield _place_of(sight, tokens[end + 1], place)
        if behind.kind == "word" or behind.text in _PER_CENT:
            yield _place_of(sight, behind, place)
    yield _place_of(sight, tokens[end - 1], place)


def _place_of(sight: Sight, token: Token, place: int) -> int:
    while sight.tokens[place].end < token.end:
        place += 1
    return place


def _may_begin(token: Token) -> bool:
    return token.kind == "number" or is_numeral(token.text) or token.text in _CURRENCIES


def _noun_at(sight: Sight, place: int) -> tuple[int, int] | None:
    """Return a noun that says its number itself, or has one behind it."""
    if not sight.is_word(place) or is_numeral(sight.word(place)):
        return None
    if sight.word(place + 1) in _ONE and sight.word(place + 2) != "من":
        *_, word = sight.readings(place)
        stretch = sight.stretch(word.start, place + 1)
        return (word.start, place + 1) if read_figure(sight.text, *stretch, None) else None
    if _is_dual_at(sight, place - 1):
        return None  # the adjective of one
    for word in reversed(list(sight.readings(place))):
        if is_dual(word.text, whole=word.clitics in _JOINED, construct=False):
            stretch = sight.stretch(word.start, place)
            if read_figure(sight.text, *stretch, None) is not None:
                return word.start, place
    return None


def _is_dual_at(sight: Sight, place: int) -> bool:
    return sight.is_word(place) and any(
        is_dual(word.text, whole=word.clitics in _JOINED, construct=False)
        for word in sight.readings(place)
    )
