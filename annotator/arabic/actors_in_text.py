"""Where a text names who acts: states and their capitals, forces, bodies, media and persons.

Names that are known stand for themselves.  Others are known by what stands before them: a title, a
word such as وزارة, or the adjective of a state behind a word such as الجيش.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import first_names, gazetteer, states
from annotator.arabic.kind_words import KIND_WORDS
from annotator.arabic.sight import Apart, Sight, Word
from annotator.core.language import Stretch

_MOST_QUOTED = 5
_MOST_IN_BRACKETS = 3
_TITLE_LENGTH = 7
"""How many words a title may have between its first and the name."""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_BODIES = _words(
    "الجيش القوات الحكومة الجانب النظام الإعلام الرئاسة الخارجية الإدارة الشرطة الاستخبارات"
    " المخابرات السلطات الوفد الجيوش الفصائل الدفاعات المقاومة المعارضة القيادة البحرية الأمن"
    " الحرس الفرقة اللجنة المجلس الهيئة الوكالة المحكمة الدولة البرلمان الكتلة الحزب الطيران"
)
"""What with an adjective names a body, and alone one that the text has named before."""
_NEEDS_STATE = _words("الجانب الإعلام النظام الإدارة الدولة الأمن الطيران القوات الجيوش")
_ADJECTIVES = _words(
    "الاتحادية الاتحادي الوطني الوطنية الدولي الدولية المركزي المركزية العسكري العسكرية العام"
    " العامة الأعلى العليا الإسلامي الإسلامية الديمقراطي الديمقراطية الشعبي الشعبية المشتركة"
    " المؤقت المؤقتة الانتقالي الانتقالية العربي العربية المسلحة الجوية البحرية البرية الخاصة"
    " الحكومية الجديدة المتحدة الذاتية الداخلي الداخلية"
)
_MINISTRIES = _words("وزارة وزارتا وزارتي")
_FORCES = _words("قوات جيش حكومة رئاسة شرطة مخابرات استخبارات وحدات غرفة")
_HOLDERS = _words("التحالف النظام الاحتلال الحكومة المعارضة الجيش")
_MEDIA = _words(
    "صحيفة جريدة مجلة قناة شبكة وكالة منصة إذاعة تلفزيون فضائية موقع لصحيفة لقناة لوكالة لشبكة"
)
_GROUPS = _words("تنظيم حركة ميليشيا مليشيا جماعة فصيل كتائب كتيبة لواء جبهة حزب منظمة")
_TITLES = KIND_WORDS["actor"] | _words(
    "الرئيس الوزير المبعوث المتحدث الناطق الجنرال الفريق العميد العقيد المقدم الرائد النقيب اللواء"
    " المشير الأميرال الملك الأمير الشيخ السيد الدكتور المهندس الخبير الباحث المحلل الكاتب الصحفي"
    " الصحافي المراسل المحافظ القائد القيادي الزعيم السفير الدبلوماسي النائب المستشار المدير الأمين"
    " العضو الناشط المزارع المواطن المرشد رجل"
)
_RANKS = _words(
    "الرئيس الجنرال العميد العقيد المقدم الرائد النقيب الفريق المشير الأميرال الدكتور الباحث"
    " الخبير المحلل الشيخ السيد النائب السيناتور"
)
_SAYING = _words("قال وقال أضاف وأضاف أكد وأكد أوضح وأوضح صرح وصرح ذكر وذكر أعلن وأعلن لفت ولفت")
_PLACES = _words(
    "في إلى نحو قرب مدينة العاصمة محافظة وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي داخل عبر باتجاه"
    " ريف بلدة قرية منطقة مطار وفي وإلى أراضي الأراضي حدود الحدود شمالا كامل عموم أنحاء مناطق إقليم"
    " على خارج"
)
_ACTING = _words(
    "بقيادة تقوده تقودها قيادة ضد بدعم دعم مع ضغط بضغط بطلب طلب باسم موقف قرار إعلان انضمام أما لكن"
    " وبين بين فيما ورأت"
)
"""Before these a state is a party, not a place."""
_FROM = fold("من")
_BACKED = _words("مدعومة مدعوم بدعم المدعومة المدعوم بضغط بطلب بتمويل رد موافقة")
_SMALL = _words("في من على إلى عن أن إن قد لم لن لا ما هو هي مع بعد قبل منذ حتى ثم كان كانت حول")
_THAT = _words("أن إن وأن وإن بأن لأن أنّ")


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    """In the folded text."""
    first: int
    last: int
    """Tokens."""


def actors_in(sight: Sight, others: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the actors of a text, in order, none within another nor in one of the ``others``.

    These are its dates and bases, in order.
    """
    apart = Apart(others)
    finder = _Finder(sight)
    names = sorted(finder.names(), key=lambda one: (one.start, -one.last))
    reached = 0
    for name in names:
        if name.start < reached:
            continue
        stretch = sight.stretch(name.start, name.last)
        if apart.are_apart(stretch):
            yield stretch
            reached = sight.tokens[name.last].end


class _Finder:
    """Looks for names in one text."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._heads: set[str] = set()
        """Words with which bodies begin that the text has named in full."""

    def names(self) -> Iterator[_Name]:
        found: list[_Name] = []
        for place in range(len(self._sight)):
            if self._sight.tokens[place].kind == "sign":
                continue
            name = self._at(place)
            if name:
                found.append(name)
                found += self._in_brackets(name.last + 1)
        yield from found
        yield from self._short_forms()

    def _at(self, place: int) -> _Name | None:
        for word in self._sight.readings(place):
            for look in (
                self._known,
                self._medium,
                self._ministry,
                self._body,
                self._force,
                self._state,
                self._people,
                self._person,
            ):
                last = look(place, word)
                if last is not None:
                    return _Name(word.start, place, last)
        return None

    # -- names that are known

    def _known(self, place: int, word: Word) -> int | None:
        known = gazetteer("actors").at(self._sight, place, word)
        if known is None or not known.is_sure:
            return None
        if known.last > place or not self._sight.is_word(place):
            self._heads.add(word.text)
        return self._with_adjectives(known.last)

    def _medium(self, place: int, word: Word) -> int | None:
        known = gazetteer("media").at(self._sight, place, word)
        if known is not None and known.is_sure and self._is_whole_acronym(place, known.last):
            return known.last
        if word.clitics:
            return None
        before = place - 1
        quoted = self._sight.is_opening(before)
        if quoted:
            before -= 1
        kind = self._kind(before)
        if kind is None:
            return None
        if quoted:
            return self._closed(place)
        if kind and known is not None:
            return known.last
        if kind and word.text.startswith("ال"):
            return place
        return None

    def _kind(self, place: int) -> bool | None:
        """Tell whether a medium (True) or a group (False) is announced at ``place``."""
        if not self._sight.is_word(place):
            return None
        texts = {word.text for word in self._sight.readings(place)}
        if texts & _MEDIA:
            return True
        return False if texts & _GROUPS else None

    def _closed(self, place: int) -> int | None:
        for last in range(place, min(place + _MOST_QUOTED, len(self._sight) - 1)):
            if self._sight.is_closing(last + 1):
                return last
        return None

    def _is_whole_acronym(self, first: int, last: int) -> bool:
        tokens = self._sight.tokens
        before = first and tokens[first - 1].end == tokens[first].start
        glued = before and tokens[first - 1].kind != "sign"
        return not glued or not tokens[first].text.isascii()

    def _in_brackets(self, place: int) -> list[_Name]:
        """Return the acronym that stands in brackets behind a name."""
        sight = self._sight
        if sight.word(place) != "(":
            return []
        for last in range(place + 1, min(place + _MOST_IN_BRACKETS + 2, len(sight) - 1)):
            if sight.word(last + 1) == ")":
                first = place + 1
                while sight.is_opening(first):
                    first += 1
                while sight.is_closing(last) and last > first:
                    last -= 1
                is_name = all(sight.is_word(one) for one in range(first, last + 1))
                return [_Name(sight.tokens[first].start, first, last)] if is_name else []
        return []

    # -- bodies

    def _ministry(self, place: int, word: Word) -> int | None:
        sight = self._sight
        if word.text not in _MINISTRIES or not sight.word(place + 1).startswith("ال"):
            return None
        self._heads.add(fold("الوزارة"))
        return self._with_adjectives(place + 1)

    def _body(self, place: int, word: Word) -> int | None:
        if word.text not in _BODIES:
            return None
        last = self._with_adjectives(place)
        if last == place:
            return None
        by_state = any(self._is_of_state(one) for one in range(place + 1, last + 1))
        if word.text in _NEEDS_STATE and not by_state:
            return None
        self._heads.add(word.text)
        return last

    def _force(self, place: int, word: Word) -> int | None:
        """Return the end of قوات التحالف, حكومة الوفاق, شرطة دمشق."""
        sight = self._sight
        if word.text not in _FORCES:
            return None
        following = next(iter(sight.readings(place + 1)), None) if place + 1 < len(sight) else None
        if following is None:
            return None
        known = gazetteer("actors").at(sight, place + 1, following)
        if known:
            return self._with_adjectives(known.last)
        if following.text in _HOLDERS:
            self._heads.add(following.text)
            return self._with_adjectives(place + 1)
        return None

    def _with_adjectives(self, last: int) -> int:
        sight = self._sight
        while self._is_adjective(last + 1) and sight.tokens[last].kind == "word":
            last += 1
        return last

    def _is_adjective(self, place: int) -> bool:
        word = self._sight.word(place)
        return word in _ADJECTIVES or self._is_of_state(place)

    def _is_of_state(self, place: int) -> bool:
        word = self._sight.word(place)
        return word.startswith("ال") and word[2:] in states().adjectives

    def _short_forms(self) -> Iterator[_Name]:
        """Yield the bodies that the text has named in full before, where they stand alone."""
        sight = self._sight
        short = (self._heads & _BODIES) | (
            self._heads & _words("التحالف الوزارة المرصد البنتاغون الفرقة اللجنة")
        )
        for place in range(len(sight)):
            for word in sight.readings(place) if sight.is_word(place) else ():
                if word.text in short - _words("القوات النظام الجانب الإعلام الأمن الدولة"):
                    yield _Name(word.start, place, place)
                    break

    # -- states

    def _state(self, place: int, word: Word) -> int | None:
        sight = self._sight
        if word.clitics.endswith(("ب", "ك")):
            return None
        known = states().capitals.at(sight, place, word)
        is_capital = known is not None
        known = known or states().states.at(sight, place, word)
        if known is None:
            return None
        before = place - 1
        while sight.is_opening(before):
            before -= 1
        return known.last if self._acts(before, known.last, word, is_capital=is_capital) else None

    def _acts(self, before: int, last: int, word: Word, *, is_capital: bool) -> bool:
        sight = self._sight
        said = sight.word(before)
        if said in _PLACES:
            return False
        if said == _FROM:
            return bool(
                {sight.word(before - 1), sight.word(before - 1).removeprefix("و")} & _BACKED
            )
        if is_capital:
            return True
        starts = before < 0 or said in {"\n", "."}
        if said in _ACTING or self._is_verb(before):
            return True
        return (starts or said in _THAT) and self._is_verb(last + 1)

    def _is_verb(self, place: int) -> bool:
        """Tell whether a word looks like what a state does: أعلنت, تنضم."""
        word = self._sight.word(place)
        if not self._sight.is_word(place) or word.startswith("ال"):
            return False
        past = word.endswith("ت") and not word.endswith("ات") and len(word) > 3
        bare = word.removeprefix("س")
        return past or (bare.startswith("ت") and 3 < len(bare) < 7 and not bare.endswith("ه"))

    def _people(self, place: int, word: Word) -> int | None:
        """Return the end of الأمريكيين, which with a noun before it is an adjective."""
        text = word.text
        if not text.startswith("ال") or not text.endswith(("ين", "ون")):
            return None
        before = self._sight.word(place - 1)
        if text[2:] not in states().adjectives or before.startswith("ال"):
            return None
        return place

    # -- persons

    def _person(self, place: int, word: Word) -> int | None:
        if word.clitics or not self._sight.is_word(place):
            return None
        is_known = word.text in first_names()
        by_rank = self._sight.word(place - 1) in _RANKS
        if not is_known and not by_rank:
            return None
        if not self._is_announced(place):
            return None
        if not is_known and (word.text.startswith("ال") or word.text in _SMALL):
            return None
        return self._end_of_name(place, is_known=is_known)

    def _is_announced(self, place: int) -> bool:
        """Tell whether a title, or somebody's saying, stands before a name."""
        sight = self._sight
        for back in range(1, _TITLE_LENGTH + 1):
            before = sight.word(place - back)
            if place - back < 0 or before in {".", "\n", "،", ":"}:
                return False
            texts = {before, before[1:]}
            if texts & _TITLES or (back == 1 and texts & _SAYING):
                return True
        return False

    def _end_of_name(self, place: int, *, is_known: bool) -> int | None:
        sight = self._sight
        last = place
        while last - place < 2 and self._may_go_on(last + 1):
            last += 1
            text = sight.word(last)
            if text not in first_names() and text not in _words("أبو بن آل عبد ابن"):
                break
        if last == place:
            return None
        return last

    def _may_go_on(self, place: int) -> bool:
        sight = self._sight
        word = sight.word(place)
        if not sight.is_word(place) or word in _SMALL or word in _THAT:
            return False
        return not (word.startswith(("و", "ف")) and word not in first_names() and len(word) < 4)
