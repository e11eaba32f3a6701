"""Where a text names a force, a body, a party or a people: by a known name, or by its first word.

A word such as وزارة needs a definite one behind it, one such as الجيش the adjective of a state.
Short forms stand for what the text names in full somewhere.
"""

from collections.abc import Iterator

from annotator.arabic.actor_words import (
    ADJECTIVES,
    ARMS,
    BODIES,
    DEFINITE,
    FORCES,
    GROUPS,
    INNER,
    NEED_STATE,
    NEED_VERB,
    NO_ADJECTIVES,
    NUMBERED,
    ORDINALS,
    ORDINALS_GO_ON,
    PARTIES,
    PURPOSES,
    SECONDS,
    SHORT_FORMS,
    TITLES,
)
from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import gazetteer, states
from annotator.arabic.kind_words import KIND_WORDS
from annotator.arabic.numerals import is_numeral
from annotator.arabic.sight import Name, Sight, Word, folded_words
from annotator.arabic.verbs import VERBS

KNOWN, BODY, OF_STATE, SHORT, PEOPLE = "known name", "body", "body of a state", "short", "people"

_AL = "ال"
_DEEPEST = 3
"""How many words may stand between a head and its definite word."""
_FIELDS = folded_words("الخارجية الداخلية الدفاع المالية الأمن الخزانة")
_MOST_ADJECTIVES = 4
_MINISTERS = folded_words("وزير وزيرة وزيرا وزراء نظيره وزيري لوزير")
_LEADERS = folded_words("رئيس نائب وزير")
_CABINETS = folded_words("الوزراء الأركان أركان")
_BY = frozenset(("بقياده", "وبقياده"))
_BROKEN_PLURALS = folded_words(
    "الروس الأتراك الترك الأكراد الأمريكان الأميركان الكرد السوفيات السوفييت"
)
_ORGANISATIONS = folded_words(
    "منظمة هيئة لجنة مجلس مفوضية قيادة القيادة معهد مؤسسة بعثة رئاسة مديرية مركز"
)
_PUBLIC = folded_words("هيئة مفوضية مؤسسة مديرية رئاسة إدارة شركة أمانة لجنة")
_GENERAL = folded_words("العامة العليا المستقلة الوطنية")
"""Behind these words what a public body is for follows: الهيئة العامة للاستعلامات."""
_CONJUNCTION = "و"
_ALWAYS = folded_words("التحالف الجيش الاحتلال الحكومة البرلمان")
"""Short forms that stand for one body even where the text does not name it in full."""
_ANNOUNCING = folded_words("تنظيم حركة جماعة ميليشيا مليشيا كتائب")
"""Kind words that stand for the name behind them, with the article: التنظيم."""
_REGIONAL = folded_words("الأفريقي الإفريقي الأوروبي العربي الأطلسي")
"""A known name that ends in one of these has no state's adjective too."""
_ORGANISED = folded_words("داعش القاعدة")
"""What is called التنظيم without the word before it."""
_OF_TITLES, _HOUSES = folded_words("الحكومة البرلمان"), folded_words("مبنى مقر قبة بناية")
"""Short forms that behind a title or a house are no party: رئيس الحكومة, مبنى البرلمان."""
_WITH_MORE = folded_words("القيادة القوة")
"""Short forms that an adjective behind them makes part of another name: القيادة الشمالية."""
_NAVY = fold("البحرية")
_TIME = folded_words("الماضي الجاري الحالي المقبل القادم المنصرم الفائت")
_KINDS = KIND_WORDS["actor"]


class Bodies:
    """Looks for bodies in one text."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._heads = {*_ALWAYS}
        """What the short forms are of the bodies that the text has named in full."""

    def at(self, place: int) -> Name | None:
        """Return the body that is named at ``place``, but for short forms."""
        for word in self._sight.readings(place):
            if word.clitics.endswith("س"):
                continue
            for rule, look in (
                (KNOWN, self._known),
                (BODY, self._by_head),
                (OF_STATE, self._of_state),
                (PEOPLE, self._people),
            ):
                last = look(place, word)
                if last is not None:
                    self._heads.add(_AL + word.text)
                    self._heads.update(self._sight.word(one) for one in range(place, last + 1))
                    self._heads.update(self._sight.texts(place))
                    before = self._sight.unquoted_before(place)
                    kinds = _ANNOUNCING & {*self._sight.texts(before)}
                    self._heads.update(_AL + kind for kind in kinds)
                    if word.text in _ORGANISED:
                        self._heads.add("التنظيم")
                    return Name(word.start, place, last, rule)
        return None

    def short_forms(self) -> Iterator[Name]:
        """Yield where what the text names in full stands alone, once ``at`` has seen all of it."""
        short = self._heads & SHORT_FORMS
        for place in range(len(self._sight)):
            for word in self._sight.readings(place) if short else ():
                if word.text in short and self._stands_alone(place, word):
                    yield Name(word.start, place, place, SHORT)
                    break

    def _stands_alone(self, place: int, word: Word) -> bool:
        """Tell whether a short form is no part of a title: وزير الخارجية."""
        before, behind = {*self._sight.texts(place - 1)}, self._sight.word(place + 1)
        if word.text in _OF_TITLES and before & (TITLES | _HOUSES):
            return False
        if word.text in _WITH_MORE and behind.startswith(_AL) and behind[2:] not in TITLES:
            return False
        return word.text != "الخارجيه" or self._sight.word(place - 1) in VERBS

    def _known(self, place: int, word: Word) -> int | None:
        known = gazetteer("actors").at(self._sight, place, word)
        if known is None:
            return None
        if not known.is_sure and not self._is_announced(place, known.last):
            return None
        if self._sight.word(known.last) in _REGIONAL:
            return known.last  # الفيلق الأفريقي الروسي
        return self.with_adjectives(known.last)

    def _is_announced(self, place: int, last: int) -> bool:
        """Tell whether quotes or a word such as حركة say that a doubtful name is one."""
        sight = self._sight
        quoted = sight.is_opening(place - 1) and sight.is_closing(last + 1)
        return quoted or bool({*sight.texts(place - 1)} & GROUPS)

    def _by_head(self, place: int, word: Word) -> int | None:
        """Return the end of وزارة الدفاع السورية, غرفة عمليات التنف, قوات الاحتلال."""
        sight = self._sight
        following = sight.word(place + 1)
        if word.text in BODIES:
            if following in _CABINETS and _LEADERS & {*sight.texts(place - 1)}:
                return None  # رئيس مجلس الوزراء
            known = gazetteer("actors").begins_at(sight, place + 1)
            if word.text in _KINDS and known and not known[0].clitics:
                return None  # منظمة أطباء بلا حدود
            last = self._complement(place + 1, _DEEPEST)
        elif following in FORCES.get(word.text, ()) and sight.word(place) not in _BY:
            last = self._complement(place + 1, _DEEPEST) or place + 1
        elif word.text in FORCES and sight.word(place) not in _BY:
            known = gazetteer("actors").begins_at(sight, place + 1)
            is_name = known is not None and not known[0].clitics and known[1].is_sure
            last = known[1].last if known and is_name else None
        else:
            return None
        if last is None:
            return None
        return self._with_purpose(word, self.with_adjectives(self._with_second(last)))

    def _complement(self, place: int, deepest: int) -> int | None:
        """Return the end of the definite words or the name that a head needs."""
        sight = self._sight
        known = gazetteer("actors").begins_at(sight, place)
        if known and not known[0].clitics:
            return known[1].last
        for names in (states().states, states().capitals, gazetteer("bases")):
            found = names.begins_at(sight, place)
            if found and not found[0].clitics and deepest < _DEEPEST:
                return found[1].last
        word = sight.word(place)
        if deepest and word in INNER:
            return self._complement(place + 1, deepest - 1)
        is_definite = word.startswith(_AL) and len(word) > 3 and sight.is_word(place)
        return place if is_definite and word[2:] not in TITLES else None

    def _with_second(self, last: int) -> int:
        """Take in what و joins: وزارة الهجرة والمهجرين."""
        second = self._sight.word(last + 1)
        return last + 1 if second[:1] == _CONJUNCTION and second[1:] in SECONDS else last

    def _with_purpose(self, word: Word, last: int) -> int:
        """Take in what a body is for: الهيئة العليا للمفاوضات, اللجنة المشتركة لاتفاق 10 آذار."""
        sight = self._sight
        head = word.text.removeprefix(_AL)
        if word.text not in _ORGANISATIONS and head not in _ORGANISATIONS:
            return last
        for purpose in sight.readings(last + 1):
            is_general = head in _PUBLIC and self._sight.word(last) in _GENERAL
            is_general = (
                is_general and purpose.text.startswith(_AL) and purpose.text[2:] not in TITLES
            )
            if purpose.clitics == "ل" and (purpose.text in PURPOSES or is_general):
                return self._rest_of_purpose(last + 1, purpose)
        return last

    def _rest_of_purpose(self, place: int, purpose: Word) -> int:
        sight = self._sight
        if purpose.text.startswith(_AL):
            return self.with_adjectives(self._with_second(place))
        last = place
        if sight.word(last + 1).isdecimal():
            return last + 2 if sight.is_word(last + 2) else last + 1  # لاتفاق 10 آذار
        following = self._complement(last + 1, 1)
        return self.with_adjectives(following) if following is not None else last

    def _of_state(self, place: int, word: Word) -> int | None:
        """Return the end of الجيش السوري, القوات الجوية الملكية السعودية, الفرقة 60."""
        sight = self._sight
        if word.text in NUMBERED and (numbered := self._numbered(place)) is not None:
            return self.with_adjectives(numbered)
        if word.text in PARTIES:
            last = self.with_adjectives(place)
            return last if last > place and self._is_of_state(place + 1) else None
        if word.text not in DEFINITE or self._is_of_minister(place, word):
            return None
        if word.text == _NAVY and any(one.startswith(_AL) for one in sight.texts(place - 1)):
            return None  # القاعدة البحرية الروسية
        last = self.with_adjectives(place)
        if last == place:
            return self._with_field(place, word)
        by_state = any(self._is_of_state(one) for one in range(place + 1, last + 1))
        if word.text in NEED_STATE and not by_state:
            return None
        if word.text in NEED_VERB and not {*sight.texts(place - 1)} & VERBS:
            return None
        return self._with_purpose(word, last)

    def _is_of_minister(self, place: int, word: Word) -> bool:
        """Tell whether a word is part of a title: وزير الخارجية, مستشار الأمن القومي."""
        before = {*self._sight.texts(place - 1)}
        return bool(before & _MINISTERS) or (word.text in _FIELDS and bool(before & TITLES))

    def _with_field(self, place: int, word: Word) -> int | None:
        last = self._with_purpose(word, place)
        return last if last > place else None

    def _numbered(self, place: int) -> int | None:
        """Return the end of the number that names a unit, in digits or as an ordinal."""
        sight, last = self._sight, place + 1
        if sight.word(last) in ORDINALS:
            return last + (sight.word(last + 1) in ORDINALS_GO_ON)
        following = sight.tokens[last : last + 1]
        if not following or following[0].kind != "number":
            return None
        return last + (sight.word(last + 1) in ARMS)

    def with_adjectives(self, last: int) -> int:
        """Take in the adjectives behind a name, and what و joins to the last one."""
        sight = self._sight
        first = last
        while last < first + _MOST_ADJECTIVES and self._is_adjective(last + 1):
            last += 1
        joined = sight.word(last + 1)
        if last > first and joined[:1] == _CONJUNCTION and self._is_adjective_word(joined[1:]):
            last += self._is_of_state(last) and joined[3:] in states().adjectives
        while last > first and sight.word(last) in NO_ADJECTIVES:
            last -= 1
        return last

    def _is_adjective(self, place: int) -> bool:
        word = self._sight.word(place)
        if word == "العام" and self._sight.word(place + 1) in _TIME:
            return False  # البرلمان التركي العام الماضي
        return self._is_adjective_word(word)

    def _is_adjective_word(self, word: str) -> bool:
        return word in ADJECTIVES or (word.startswith(_AL) and word[2:] in states().adjectives)

    def _is_of_state(self, place: int) -> bool:
        word = self._sight.word(place)
        return word.startswith(_AL) and word[2:] in states().adjectives

    def _people(self, place: int, word: Word) -> int | None:
        """Return the end of الأمريكيين, which behind a noun with the article is its adjective."""
        text = word.text
        if not word.clitics and any(one.startswith(_AL) for one in self._sight.texts(place - 1)):
            return None
        if is_numeral(self._sight.word(place - 1)):
            return None
        is_people = text.startswith(_AL) and text[2:] in states().adjectives
        if text in _BROKEN_PLURALS or (is_people and text.endswith(("يين", "يون"))):
            return place
        return None
