"""Bases that a text names in a row: قواعد لها في الشدادي، والحسكة; قاعدتي «تل بيدر» و«هيمو»."""

from collections.abc import Iterator

from annotator.arabic.base_names import BaseNames
from annotator.arabic.base_words import (
    BULLETS,
    CIVIL,
    COLONS,
    DIRECTIONS,
    DUALS,
    ENDINGS_OF_TWO,
    JOINTS,
    LISTING,
    MOST_OF_ALL,
    OPPOSITE,
    SITES,
)
from annotator.arabic.gazetteers import states
from annotator.arabic.news_sources import places
from annotator.arabic.sight import Name, Sight

LISTED = "listed"

_FARTHEST, _FARTHEST_COLON = 9, 16
"""Tokens between a word such as قواعد and the first name of a list; behind هي and the like."""
_LONGEST_PLACE = 4
"""Words that say where one of a list lies: وجبل بلاط في القطاع الغربي، وجل الدير."""
_NEAREST = 4
"""Tokens between وجود عسكري and في, behind which a known name is that of a base."""
_IN = "في"
_AL = "ال"
_UNLIKE = ("ات", "ين", "ون")
"""Endings of what is listed beside bases rather than among them: قواعد كيدال ومدرعات."""
_BEHIND_BULLETED = frozenset(":(-–،,|")
_ENDS = frozenset(".؛\n)") | {""}


class BaseLists:
    """Reads the rows of names in one text."""

    def __init__(self, sight: Sight, names: BaseNames) -> None:
        self._sight = sight
        self._names = names

    def behind_plural(self, place: int, plural: str) -> Iterator[Name]:
        """Yield the names of which ``plural``, which stands before ``place``, begins a row."""
        at_once = self._at_once(place) if plural in DUALS else None
        if at_once and self._names.is_adverbial(at_once, plural):
            return
        if at_once and self._opens_list(place):
            is_dual = plural.endswith(ENDINGS_OF_TWO)
            begun = self._names.with_joined(at_once)
            row = list(self._row(begun, sure=is_dual))
            if plural not in CIVIL or any(self._is_told(name, plural) for name in row):
                yield from row
            return
        begin = self._begin(place)
        name = None if begin is None else self._names.at(begin)
        if name and self._is_listed(name):
            yield from self._row(name)

    def behind_presence(self, place: int) -> Iterator[Name]:
        """Yield what stands behind وجود عسكري في, of which وجود stands at ``place``."""
        sight = self._sight
        for ahead in range(place + 2, place + _NEAREST):
            known = self._names.known_at(ahead + 1) if sight.word(ahead) == _IN else None
            if known:
                yield from self._row(known)

    def in_line(self, place: int) -> Name | None:
        """Return a known name that begins a line of a list: - الشدادي: أخليت."""
        sight = self._sight
        if sight.word(place - 1) not in {"", "\n"}:
            return None
        is_numbered = sight.word(place).isdecimal() and sight.word(place + 1) in {")", "-", "."}
        first = place + 1 + is_numbered
        if not is_numbered and sight.word(place) not in BULLETS:
            return None
        known = self._names.known_at(first)
        if known and sight.word(known.last + 1) in _BEHIND_BULLETED:
            return Name(known.start, known.first, known.last, LISTED)
        return None

    def _at_once(self, place: int) -> Name | None:
        """Return the name right behind a plural: no clitic stands before it."""
        name = self._names.at(place)
        if name and (name.first > place or name.start == self._sight.tokens[place].start):
            return name
        return None

    def _opens_list(self, place: int) -> bool:
        """Tell whether a name may stand there behind a plural: في further on says where it is."""
        begin = self._begin(place)
        return begin is None or self._names.looks_like_one(place) or begin > place + 1

    def _is_told(self, name: Name, plural: str) -> bool:
        """Tell whether a name is known, or quotes tell that it is one."""
        quoted = self._sight.is_opening(name.first - 1) and plural not in SITES
        return quoted or self._names.known_at(name.first) is not None

    def _row(self, name: Name | None, *, sure: bool = False) -> Iterator[Name]:
        """Yield a name and those joined to it, each with where it lies.

        ``sure`` says that one more must follow, whatever it looks like.
        """
        sight = self._sight
        while name:
            yield Name(name.start, name.first, name.last, LISTED)
            behind = self._behind_place(name.last + 1 + sight.is_closing(name.last + 1))
            parted = sight.word(behind) in JOINTS
            while sight.word(behind) in JOINTS:
                behind += 1
            parted = parted or sight.word(behind).startswith("و")
            if not parted:
                return
            goes_on = sure or self._names.looks_like_one(behind)
            name = self._names.at(behind) if goes_on else None
            sure = False

    def _behind_place(self, place: int) -> int:
        """Return the comma behind في القطاع الغربي, if one of a list lies there; else ``place``."""
        sight = self._sight
        if sight.word(place) not in DIRECTIONS | OPPOSITE:
            return place
        if sight.word(place + 1).startswith("و"):
            return place + 1  # قاعدتي فايا لارجو شمالا وأبيشي شرقا
        for ahead in range(place + 1, place + _LONGEST_PLACE):
            if sight.word(ahead) in JOINTS:
                return ahead if sight.word(ahead + 1).startswith("و") else place
            if not sight.is_word(ahead):
                return place
        return place

    def _begin(self, place: int) -> int | None:
        """Return the place behind مثل, بينها or في; not in front of a state."""
        sight = self._sight
        for ahead in range(place, place + _FARTHEST_COLON):
            if sight.ends_here(ahead):
                return None
            word = sight.word(ahead)
            begins = word in (LISTING if ahead < place + _FARTHEST else COLONS)
            begins = begins and (word == _IN or sight.word(ahead + 1) not in DIRECTIONS)
            if begins and not states().states.begins_at(sight, ahead + 1):
                return ahead + 1
        return None

    def _is_listed(self, name: Name) -> bool:
        """Tell whether the first name of a list is one: behind في, a known base or a town."""
        sight = self._sight
        if sight.word(name.first - 1) in MOST_OF_ALL:
            return True
        if sight.word(name.first - 1) != _IN:
            is_definite = sight.word(name.first).startswith(_AL)
            return self._names.looks_like_one(name.first) or is_definite
        return self._names.key(name) in places() or self._names.known_at(name.first) is not None
