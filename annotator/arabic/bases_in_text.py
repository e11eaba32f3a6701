"""Where a text names a military base: behind a word such as قاعدة, or by a name that is known.

The guidelines leave the kind word outside.  A name that a text has called a base once is one where
it comes again, but for where it is called a town.
"""

from collections.abc import Iterator, Mapping

from annotator.arabic.actor_words import GROUPS
from annotator.arabic.base_lists import LISTED, BaseLists
from annotator.arabic.base_names import BY_KIND, BaseNames
from annotator.arabic.base_words import (
    AGED,
    CIVIL,
    DEFINITE_KINDS,
    DIRECTIONS,
    JOINTS,
    KINDS,
    LANDS,
    LEAVING,
    MILITARY,
    NAMING,
    OF_ARMIES,
    OF_NO_ARMY,
    OF_REFUGEES,
    PLURALS,
    PRESENCES,
    SITES,
    TOWNS,
    VILLAGES,
)
from annotator.arabic.gazetteers import gazetteer, media
from annotator.arabic.news_sources import places
from annotator.arabic.nouns import is_countable
from annotator.arabic.sight import Hit, Name, Sight, Word

KNOWN_BASE, AGAIN = "known base", "named again"

_NEAREST = 4
"""Tokens between قاعدة and في, behind which a known name is that of the base."""
_FARTHEST_NAMED = 8
"""Tokens between a base and the quotes with what it is called too: التي حملت اسم «شاهرخي»."""
_MOST_LATIN = 5
"""Words and hyphens of what a base is called in Latin letters."""
_KIND_WORDS = tuple(KINDS)
_IN, _FROM = "في", "من"
_AL = "ال"


class _Finder:
    """Looks for the bases of one text."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._known = gazetteer("bases")
        self._names = BaseNames(sight)
        self._lists = BaseLists(sight, self._names)
        self.found: dict[int, Name] = {}
        """By their first token."""
        self._called: set[str] = set()
        """What the text calls bases, folded."""
        self._towns: set[str] = set()
        """Those of them that are towns too."""

    def look_for_called(self) -> None:
        """Find what stands behind a kind word, and in lists."""
        for place in range(len(self._sight)):
            for word in self._sight.readings(place) if self._sight.is_word(place) else ():
                for name in self._called_by(place, word):
                    self._keep(name)
            in_line = self._lists.in_line(place)
            if in_line:
                self._keep(in_line)

    def _called_by(self, place: int, word: Word) -> Iterator[Name]:
        """Yield what the word at ``place`` says to be bases."""
        if word.text in KINDS:
            yield from self._behind_kind(place, word.text)
        if word.text in PLURALS:
            yield from self._lists.behind_plural(place + 1, word.text)
        if word.text in DEFINITE_KINDS and GROUPS.isdisjoint(self._sight.texts(place - 1)):
            of_army = self._sight.word(place + 1) in OF_ARMIES
            named = list(self._numbered(place + 1 + of_army))
            yield from named or self._lying_in(place)
        if word.text in PRESENCES and self._sight.word(place + 1) in MILITARY:
            yield from self._lists.behind_presence(place)
        if word.text in NAMING and self._sight.is_opening(place + 1):
            yield from self._named(place)
        if word.text.startswith(_KIND_WORDS):
            yield from self._glued(place, word)

    def look_for_known(self) -> None:
        """Find the names that can be nothing else, and those that the text has called bases."""
        for place in range(len(self._sight)):
            if place in self.found or not self._sight.is_word(place):
                continue
            for word in self._sight.readings(place):
                name = self._known_or_called(place, word)
                if name and not self._is_town(place, word):
                    self.found[place] = name
                    break

    def look_for_aliases(self) -> None:
        """Find what else a base is called, in brackets behind its name: الأمير حسن (H5)."""
        sight = self._sight
        for name in list(self.found.values()):
            first = name.last + 1 + sight.is_closing(name.last + 1) + 1
            last = first
            while _goes_on(sight.word(last + 1)) and last < first + _MOST_LATIN:
                last += 1
            in_brackets = sight.word(first - 1) == "(" and sight.word(last + 1) == ")"
            if not in_brackets or not _is_latin(sight.word(first)):
                continue
            has_letter = any(not sight.word(one).isdecimal() for one in range(first, last + 1))
            if has_letter and media().begins_at(sight, first) is None:
                self.found[first] = Name(sight.tokens[first].start, first, last, BY_KIND)

    def look_for_left(self) -> None:
        """Find the doubtful names, of no town, from which troops go: انسحاب القوات من هيمو."""
        sight = self._sight
        for place in range(len(sight)):
            name = self._names.known_at(place) if sight.word(place - 1) == _FROM else None
            if name is None or self._names.key(name) in places():
                continue
            before = {text for back in range(2, 2 + _NEAREST) for text in sight.texts(place - back)}
            if before & LEAVING and not before & AGED:
                self.found.setdefault(place, Name(name.start, place, name.last, LISTED))

    def look_for_joined(self) -> None:
        """Find the doubtful names that و joins to what is a base: طرطوس وحميميم, ميون وزقر.

        Of a row the last may be the one that is known, so it is read from both ends.
        """
        ends = {name.last: name for name in self.found.values()}
        within = range(len(self._sight))
        for place in (*within, *reversed(within)):
            if place in self.found or not self._sight.is_word(place):
                continue
            for word in self._sight.readings(place):
                known = self._known.at(self._sight, place, word)
                if known and self._is_joined(place, word, known.last, ends):
                    name = Name(word.start, place, known.last, LISTED)
                    self.found[place] = ends[known.last] = name
                    break

    def _is_joined(self, place: int, word: Word, last: int, ends: Mapping[int, Name]) -> bool:
        """Tell whether a name stands next to one of a base; those are given by their ``ends``."""
        if self._is_town(place, word) or self._is_in_town(place):
            return False
        following = self.found.get(last + 1)
        if following and following.start > self._sight.tokens[last + 1].start:
            return True
        if word.clitics != "و" or place - 1 not in ends:
            return False
        is_town = word.text in places()
        return not is_town or self._names.is_sure(ends[place - 1])  # حميميم وطرطوس

    def _known_or_called(self, place: int, word: Word) -> Name | None:
        known = self._known.at(self._sight, place, word)
        last = known.last if known else place
        if known and known.is_sure:
            return Name(word.start, place, last, KNOWN_BASE)
        name = Name(word.start, place, last, AGAIN)
        key = self._names.key(name) if known else word.text
        if key not in self._called or (key in self._towns and self._is_in_town(place)):
            return None
        return name

    def _is_in_town(self, place: int) -> bool:
        """Tell whether the word before a name that a town has too speaks of the town."""
        return self._sight.word(place - 1) in DIRECTIONS

    def _behind_kind(self, place: int, kind: str) -> Iterator[Name]:
        """Yield the name behind قاعدة; of قاعدة في الشدادي the one that is known."""
        sight = self._sight
        if sight.word(place + 1) in KINDS:
            return  # قاعدة حقل العمر: the next word tells
        name = self._names.at(place + 1)
        if name and self._names.is_adverbial(name, kind):
            return
        if name and not self._is_civil(name, kind):
            if sight.word(name.last + 1) not in OF_REFUGEES:
                yield self._names.up_to_army(self._names.with_second(name))
        elif kind not in CIVIL and not name:
            yield from self._lying_in(place)

    def _lying_in(self, place: int) -> Iterator[Name]:
        """Yield the known name behind في that says where the base at ``place`` lies."""
        sight = self._sight
        for ahead in range(place + 1, place + _NEAREST):
            if sight.word(ahead) == _IN and sight.word(ahead + 1) in LANDS:
                return
            if sight.word(ahead) == _IN:
                first = ahead + 1 + (sight.word(ahead + 1) in TOWNS)
                is_village = sight.word(ahead + 1) in VILLAGES
                name = self._names.at(first) if is_village else self._names.known_at(first)
                if name:
                    yield Name(name.start, name.first, name.last, LISTED)
                return
            if not sight.is_word(ahead):
                return

    def _is_civil(self, name: Name, kind: str) -> bool:
        """Tell whether an airport or a field is of no army: مطار بغداد الدولي."""
        if kind not in CIVIL:
            return False
        behind = self._sight.word(name.last + 1)
        if self._names.known_at(name.first):
            return behind == "الدولي" and not self._names.is_sure(name)
        if kind in SITES:
            return True
        return behind not in OF_ARMIES and (
            behind in OF_NO_ARMY or not self._sight.is_opening(name.first - 1)
        )

    def _keep(self, name: Name) -> None:
        self.found[name.first] = name
        key = self._names.key(name)
        if key not in places():
            self._called.add(key)
        elif name.rule == BY_KIND:
            self._called.add(key)
            self._towns.add(key)

    def _glued(self, place: int, word: Word) -> Iterator[Name]:
        """Yield a known name to which a slip of the keyboard has glued its kind word."""
        for kind in KINDS:
            if word.text.startswith(kind) and len(word.text) > len(kind) + 1:
                rest = Word(word.text[len(kind) :], word.start + len(kind), kind)
                known = self._known.at(self._sight, place, rest)
                if known:
                    yield Name(rest.start, place, known.last, BY_KIND)

    def _numbered(self, place: int) -> Iterator[Name]:
        """Yield the number or the known name at ``place``: القاعدة الجوية 201."""
        sight = self._sight
        known = self._names.known_at(place)
        if known:
            yield known
        number = sight.tokens[place : place + 1]
        behind = sight.word(place + 1)
        counted = is_countable(behind) and not behind.startswith((_AL, "و"))
        if number and number[0].kind == "number" and number[0].text.isdecimal() and not counted:
            yield Name(number[0].start, place, place, BY_KIND)

    def _named(self, place: int) -> Iterator[Name]:
        """Yield the name in quotes behind ``place`` that a base before it bears."""
        for before in range(place - 1, place - _FARTHEST_NAMED, -1):
            if self._sight.ends_here(before) or self._sight.word(before) in JOINTS:
                return
            if before in self.found or {*self._sight.texts(before)} & KINDS - CIVIL:
                name = self._names.in_quotes(place + 2)
                if name:
                    yield name
                return

    def _is_town(self, place: int, word: Word) -> bool:
        """Tell whether the word before a name says that it is no base."""
        if word.clitics and word.clitics not in ("و", "ف"):
            return False
        text = self._sight.word(self._sight.unquoted_before(place))
        return text in TOWNS or text[1:] in TOWNS


def _is_latin(word: str) -> bool:
    """Tell whether a base may be called so beside its name: H5, Green Village."""
    return word.isascii() and word.isalnum()


def _goes_on(word: str) -> bool:
    """Tell whether a Latin name goes on so: Maaten al-Sarra."""
    return word == "-" or _is_latin(word)


def bases_in(sight: Sight) -> Iterator[Hit]:
    """Yield the bases that a text names, in order, none within another."""
    finder = _Finder(sight)
    finder.look_for_called()
    finder.look_for_known()
    finder.look_for_aliases()
    finder.look_for_left()
    finder.look_for_joined()
    reached = 0
    for place in sorted(finder.found):
        name = finder.found[place]
        if name.start >= reached:
            yield sight.hit(name)
            reached = sight.tokens[name.last].end
