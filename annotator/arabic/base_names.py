"""How far the name of a base reaches that may begin at some place, and what is no name at all."""

from annotator.arabic.base_words import DIRECTIONS, HEADS, KINDS, NO_NAMES, OF_ARMIES
from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import gazetteer, states
from annotator.arabic.news_sources import places
from annotator.arabic.sight import Name, Sight
from annotator.arabic.verbs import VERBS

BY_KIND = "kind word"

_MOST_QUOTED = 6
"""Tokens of the longest name in quotes."""
_MOST_NAMED = 5
"""Words of the longest name without quotes, with the adjective behind it."""
_LEAST = 3
"""Letters of the shortest name."""
_AL = "ال"
_NISBA = fold("ية")
_OF_THEM = ("ها", "هم", "هما")
"""Endings of verbs that say what was done with a base: أنشأها."""
_BY, _SHORTEST_BY = "بال", 5
"""How what was used begins: قواعد بالطيران المسير."""
_FOR = "لا"
"""How a purpose begins: قاعدة لاستقبال."""
_ACCUSATIVE = "ا"
_UNLIKE = ("ا", "ت", "ين", "ون")
"""Endings of verbs, adverbs and plurals, hardly of a name's second word."""


class BaseNames:
    """Reads the names in one text that may be those of bases."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._known = gazetteer("bases")

    def at(self, place: int) -> Name | None:
        """Return the name that begins at ``place``, in quotes or not, whatever stands before."""
        sight = self._sight
        if sight.is_opening(place):
            return self.in_quotes(place + 1)
        known = self.known_at(place)
        if known or not sight.is_word(place):
            return known
        word = next(one for one in reversed(sight.readings(place)) if one.clitics in ("", "و"))
        if self._is_none(word.text) or self._is_none(sight.word(place)):
            return None
        if word.text.startswith("لل"):
            return None  # قاعدة للتحالف: whose it is
        if states().states.at(sight, place, word):
            return None
        last = place
        if word.text in HEADS and sight.is_word(place + 1):
            last = place + 1
        while sight.is_glued(last + 1) and sight.tokens[last + 1].kind in {"word", "number"}:
            last += 1
        return Name(word.start, place, last, BY_KIND)

    def known_at(self, place: int) -> Name | None:
        """Return the name at ``place`` that the gazetteer knows, surely or not."""
        known = self._known.begins_at(self._sight, place)
        return Name(known[0].start, place, known[1].last, BY_KIND) if known else None

    def is_sure(self, name: Name) -> bool:
        """Tell whether a name is known, and can be nothing else."""
        known = self._known.begins_at(self._sight, name.first)
        return known is not None and known[1].is_sure

    def in_quotes(self, first: int) -> Name | None:
        """Return the name behind a quote that opens before ``first``; its kind stays outside."""
        sight = self._sight
        first += sight.word(first) in KINDS and not sight.is_closing(first + 1)
        for last in range(first, min(first + _MOST_QUOTED, len(sight) - 1)):
            if sight.is_closing(last + 1):
                start = sight.tokens[first].start
                return None if sight.word(first) in NO_NAMES else Name(start, first, last, BY_KIND)
        return None

    def looks_like_one(self, place: int) -> bool:
        """Tell whether a name begins at ``place``, as far as its form tells."""
        if self._sight.is_opening(place):
            return True
        return self._sight.is_word(place) and any(
            self._known.at(self._sight, place, word)
            or word.text in HEADS
            or word.text in places()
            or (word.text.startswith(_AL) and word.clitics == "و")
            for word in self._sight.readings(place)
        )

    def is_adverbial(self, name: Name, kind: str) -> bool:
        """Tell whether what stands behind ``kind`` is its adjective: معسكرا إعداديا."""
        is_one = name.last == name.first and not self._sight.is_opening(name.first - 1)
        ends = kind.endswith(_ACCUSATIVE) and self._sight.word(name.first).endswith(_ACCUSATIVE)
        return is_one and ends and self.known_at(name.first) is None

    def key(self, name: Name) -> str:
        """Return a name as it is folded, to know it by."""
        return self._sight.folded[name.start : self._sight.tokens[name.last].end]

    def with_second(self, name: Name) -> Name:
        """Take in the second word of an unknown name, behind which is told where or what it is."""
        sight, second = self._sight, name.last + 1
        if name.last > name.first or sight.word(name.first).startswith(_AL):
            return name
        text, behind = sight.word(second), sight.word(second + 1)
        if self.known_at(name.first) or not sight.is_word(second):
            return name
        tells = behind in DIRECTIONS or (behind.startswith(_AL) and behind.endswith("ه"))
        unlike = self._is_none(text) or text.startswith((_AL, "و", "ب", "ل"))
        if not tells or unlike or text.endswith(_UNLIKE):
            return name
        return Name(name.start, name.first, second, name.rule)

    def up_to_army(self, name: Name) -> Name:
        """Take in all words of an unknown name behind which an army tells of it.

        قاعدة الشهيد موفق السلطي الجوية: whose base it is, or where, is joined by other words.
        """
        sight = self._sight
        if sight.is_opening(name.first - 1) or self.is_sure(name):
            return name
        for last in range(name.last + 1, min(name.first + _MOST_NAMED, len(sight))):
            text = sight.word(last)
            if text in OF_ARMIES:
                return Name(name.start, name.first, last - 1, name.rule)
            if not sight.is_word(last) or text in NO_NAMES | VERBS | DIRECTIONS:
                return name
            if text.startswith(("و", "ب", "ل")) or text in states().adjectives:
                return name
        return name

    def with_joined(self, name: Name) -> Name:
        """Take in the second word of the first of two: قاعدتي فايا لارجو وأبيشي."""
        sight, second = self._sight, name.last + 1
        joined = sight.word(second + 1).startswith("و") and sight.is_word(second)
        unlike = self._is_none(sight.word(second)) or sight.word(second).startswith("و")
        if name.last > name.first or unlike or not joined:
            return name
        return Name(name.start, name.first, second, name.rule)

    def _is_none(self, word: str) -> bool:
        """Tell whether a word that no gazetteer knows is none of a name."""
        if word in NO_NAMES or word in VERBS or (len(word) < _LEAST and word not in HEADS):
            return True
        bare = word.removeprefix(_AL)
        if bare in NO_NAMES or word[1:] in DIRECTIONS:
            return True
        if word.startswith(_BY) and len(word) > _SHORTEST_BY:
            return True
        if bare == word and (word.endswith(("ه", *_OF_THEM)) or word.startswith(_FOR)):
            return True
        is_adjective = bare.endswith(_NISBA) and len(bare) > 4
        return is_adjective or bare in states().adjectives
