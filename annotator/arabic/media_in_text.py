"""Where a text names a medium, or a group in quotes: by a known name, or behind صحيفة or تنظيم."""

from collections.abc import Iterator

from annotator.arabic.actor_words import COMMON, GROUPS, MEDIA, MEDIUM_ENDINGS, NO_MEDIUM
from annotator.arabic.gazetteers import media, states
from annotator.arabic.sight import Name, Sight, folded_words
from annotator.arabic.verbs import VERBS

KNOWN_MEDIUM, MEDIUM, GROUP, ACRONYM = "known medium", "medium", "group", "acronym"

_MOST_QUOTED = 5
_MOST_IN_BRACKETS = 3
_AL = "ال"
_BEFORE_SOURCE = frozenset("(:-–—/+|،*")
_BEHIND_SOURCE = frozenset(")\n:-–—/+|،.]") | {""}
_NISBA = ("ي", "يه")
_QUOTED_KINDS = folded_words(
    "رئيس رئيسة مدير مديرة معهد مركز مؤسسة شركة جمعية كتلة تيار فصيل لواء كتيبة تحالف ائتلاف مبادرة"
)
"""Kind words of bodies: behind them quotes alone tell that a name follows."""
_TOLD = folded_words(
    "تصريح تصريحات حديث خاص مقابلة حوار قوله قولها حسبما قال قالت يقول تقول قالوا ذكر ذكرت أوضح"
    " أوضحت أكد أكدت كشف كشفت صرح صرحت أفاد أفادت أضاف أضافت شرح بين أشار لفت تحدث تحدثت"
)
_REPORTING = folded_words("نقلت أوردت نشرت كتبت")
_REPORTERS = folded_words("مراسل مراسلة مراسلو مراسلي موفد موفدة")
_OF_MEDIA = folded_words("الإعلامية الإخبارية الإعلامي الإخباري")
"""Behind a name these say that it is a medium's: شبكة صدى الوادي الإعلامية."""
_FARTHEST_TOLD = 4
"""Tokens between one of these and «لـ«الأفق, in which somebody speaks to a medium."""
_MOST_SPOKEN_TO = 3
_SURE_KINDS = folded_words("صحيفة جريدة مجلة قناة إذاعة فضائية صحيفتي قناتي")
"""Kind words behind which stands a name, whatever it looks like."""


class Media:
    """Looks for media and groups in one text."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self.called: set[str] = set()
        """What somebody speaks to, folded."""

    def at(self, place: int) -> Name | None:
        """Return the medium, or the group behind its kind word, that is named at ``place``."""
        for word in self._sight.readings(place):
            known = media().at(self._sight, place, word)
            if known is None or not self._is_whole(place, known.last):
                continue
            if known.is_sure or self._is_source(place, known.last):
                return Name(word.start, place, known.last, KNOWN_MEDIUM)
        return self._by_ending(place) or self._spoken_to(place) or self._announced(place)

    def named_again(self) -> Iterator[Name]:
        """Yield, in quotes, what was called a medium elsewhere, once ``at`` has seen all of it."""
        sight = self._sight
        for place in range(len(sight)) if self.called else ():
            last = self._closed(place) if sight.is_opening(place - 1) else None
            if last is not None and self._key(place, last) in self.called:
                yield Name(sight.tokens[place].start, place, last, MEDIUM)

    def _key(self, place: int, last: int) -> str:
        return self._sight.folded[self._sight.tokens[place].start : self._sight.tokens[last].end]

    def _by_ending(self, place: int) -> Name | None:
        """Return شام برس: two words of which the second is one that media have."""
        sight = self._sight
        if sight.word(place + 1) not in MEDIUM_ENDINGS:
            return None
        for word in reversed(sight.readings(place)):
            if word.clitics in ("", "ل", "و", "ول") and word.text not in COMMON | VERBS | MEDIA:
                return Name(word.start, place, place + 1, MEDIUM)
        return None

    def _spoken_to(self, place: int) -> Name | None:
        """Return the medium in quotes that reports, or to which somebody speaks: قال لـ«الأفق»."""
        sight = self._sight
        if not sight.is_opening(place - 1):
            return None
        if {*sight.texts(place - 2)} & _REPORTING:
            last = self._closed(place)
            is_short = last is not None and last - place < _MOST_SPOKEN_TO - 1
            return (
                Name(sight.tokens[place].start, place, last, MEDIUM) if last and is_short else None
            )
        if sight.word(place - 2) != "ل":
            return None
        last = self._closed(place)
        if last is None or last - place >= _MOST_SPOKEN_TO:
            return None
        before = range(place - 3, place - 3 - _FARTHEST_TOLD, -1)
        if not any({*sight.texts(one)} & _TOLD for one in before):
            return None
        self.called.add(self._key(place, last))
        return Name(sight.tokens[place].start, place, last, MEDIUM)

    def in_brackets(self, place: int) -> Name | None:
        """Return the acronym that stands in brackets behind a name, from ``place`` on."""
        sight = self._sight
        if sight.word(place) != "(":
            return None
        first = last = place + 1
        while sight.is_opening(first) and first < place + _MOST_IN_BRACKETS:
            first += 1
        last = first
        while sight.is_word(last + 1) and last < first + _MOST_IN_BRACKETS - 1:
            last += 1
        if not sight.is_word(first) or not sight.is_closing(last + 1):
            return None
        return Name(sight.tokens[first].start, first, last, ACRONYM)

    def _announced(self, place: int) -> Name | None:
        """Return the name at ``place`` if a kind word stands before it."""
        sight = self._sight
        before = place - 1
        quoted = sight.is_opening(before)
        before -= quoted
        kinds = {*sight.texts(before)}
        groups = GROUPS | _QUOTED_KINDS if quoted else GROUPS
        rule = MEDIUM if kinds & MEDIA else GROUP if kinds & groups else None
        if rule is None:
            return None
        start = sight.tokens[place].start
        if quoted:
            last = self._closed(place)
        elif rule == MEDIUM:
            last = self._unquoted_medium(place, is_sure=bool(kinds & _SURE_KINDS))
        else:
            last = self._unquoted_group(place)
        return None if last is None else Name(start, place, last, rule)

    def _closed(self, place: int) -> int | None:
        for last in range(place, min(place + _MOST_QUOTED, len(self._sight) - 1)):
            if self._sight.is_closing(last + 1):
                return last
        return None

    def _unquoted_medium(self, place: int, *, is_sure: bool) -> int | None:
        """Return the end of what behind قناة is a name: a known one, الفرات, or لوموند."""
        sight = self._sight
        text = sight.word(place)
        known = media().at(sight, place, sight.readings(place)[0])
        if known:
            return known.last
        if (
            text in NO_MEDIUM
            or text.startswith("لل")
            or text.removeprefix(_AL) in states().adjectives
        ):
            return None
        if text.startswith(_AL) and len(text) > 4:
            return place
        if sight.word(place + 2) in _OF_MEDIA and sight.is_word(place + 1):
            return place + 1
        is_sure = is_sure or sight.word(place + 1) in {"\n", ""}
        unlike = text in COMMON or text in VERBS or text.endswith(("يه", "ين"))
        return place if is_sure and sight.is_word(place) and not unlike and len(text) > 3 else None

    def _unquoted_group(self, place: int) -> int | None:
        sight = self._sight
        text = sight.word(place)
        if not text.startswith(_AL) or len(text) <= 4 or text[2:] in states().adjectives:
            return None
        behind = sight.word(place + 1)
        joined = behind.startswith("وال") and sight.word(place - 1) in folded_words("حزب لحزب")
        adjective = behind.startswith(_AL) and len(behind) > 4 and behind.endswith(_NISBA)
        return place + 1 if joined or adjective else place

    def _is_source(self, place: int, last: int) -> bool:
        """Tell whether a name that is a word as well is told as a source: (وال), الخرطوم: سونا."""
        sight = self._sight
        before, behind = sight.word(place - 1), sight.word(last + 1)
        if sight.is_opening(place - 1) and sight.is_closing(last + 1):
            return before in '(«"“' or bool({*sight.texts(place - 2)} & MEDIA)
        if {*sight.texts(place - 1)} & _REPORTERS:
            return True
        heads = before in {"", "\n"} and behind == ":"  # RT: …
        return heads or (before in _BEFORE_SOURCE and behind in _BEHIND_SOURCE)

    def _is_whole(self, first: int, last: int) -> bool:
        """Tell whether Latin letters are all of a word: ABC, not the end of 5ABC."""
        sight = self._sight
        latin = sight.word(first).isascii() and sight.word(first).isalpha()
        begins = sight.is_glued(first) and sight.word(first - 1).isalnum()
        ends = sight.is_glued(last + 1) if last + 1 < len(sight) else False
        return not latin or not (begins or (ends and sight.word(last + 1)[0] in "-0123456789"))
