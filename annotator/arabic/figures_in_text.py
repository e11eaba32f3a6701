"""Where a text states how many: a number with what it counts, or a noun that says its number.

The figure reader knows more of what a marked number means, and takes a hundred times as long: here
its numerals and nouns are looked for alone, and what is an ordinal, a date or a name is left out.
"""

from collections.abc import Iterator, Sequence

import regex

from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import states
from annotator.arabic.nouns import TIMES, is_countable, is_dual, is_singular, may_be_dual
from annotator.arabic.numerals import Numeral, apart, has_article, is_numeral, numeral_at, whole
from annotator.arabic.passages import Token
from annotator.arabic.quantities import BEHIND_NOUN, MAYBE_FRACTIONS, TWO, is_time
from annotator.arabic.sight import Apart, Hit, Name, Sight, Word, folded_words
from annotator.arabic.verbs import VERBS

COUNTED, NUMBER, PER_CENT = "counted", "number alone", "per cent"
DUAL, ONE_OF_IT = "dual", "one"

_LONGEST = 12
"""Tokens of the longest number that is looked for, with its noun."""
_MANY = 1000
_ONE = frozenset(fold("واحد واحدة واحدا").split())
_PER_CENT = frozenset(["%", *fold("بالمئة بالمائة بالمية").split()])
_HUNDRED = folded_words("المئة المائة المية")
_GREATEST = folded_words("أكبر أهم أبرز أصل بين أقدم أخطر أكثر أقوى آخر أوائل")
"""What makes one of many of قاعدة واحدة من."""
_NO_FIGURES = folded_words(
    "الجانبين الجانبان الطرفين الطرفان البلدين البلدان الرئيسين الوزيرين"
    " قاعدتي قاعدتا مدينتي مدينتا بلدتي بلدتا جزيرتي جزيرتا"
    " قريتي قريتا منطقتي منطقتا محافظتي محافظتا"
)
"""Duals that are parties, or stand before the names of two."""
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
"""A number that without a noun is a year, or part of a name: «حسم العقبان 2026»."""
_WRITTEN_DUALS = ("\N{ARABIC FATHA}ين", "\N{ARABIC FATHA}ي\N{ARABIC SUKUN}ن")
"""Endings whose marks tell that a noun is no plural: مسؤولَين."""
_SHADDA = "\N{ARABIC SHADDA}"
_BRACKETS = frozenset("([{")
_HUNDREDS = fold("مئات")
_AS_ONE = folded_words("طرف جانب صوت صف آن وقت يد قلب اتجاه")
"""من طرف واحد, بصوت واحد count nothing."""
_ARE_BOTH = folded_words("كانتا كانا وكانتا وكانا تكونا ظلتا ظلا")
"""Behind these a dual says what two things are."""
_WITHOUT_NOUN = folded_words("العشرات المئات الآلاف")
"""Numbers with the article of which the noun is left out: إصابة العشرات."""
_AFTER, _OTHER = folded_words("تلو بعد وراء"), folded_words("أخرى الأخرى آخر الآخر")
"""What makes one after the other of it."""
_MODELS = folded_words(
    "شاهد مي ميراج إم16 باتريوت ثاد كوفيد إف سي بي إس كي إم ميغ سو سوخوي تي كيو إكس إيه ام بوينغ"
    " إيرباص غراد"
)
"""Letters and makes that a number behind them completes: إف 35."""
_LIST_SIGNS = frozenset(".)-")
_BETWEEN = frozenset(fold("بين لبين").split())
_JOINED = ("", "و", "ف")
"""Clitics that leave a noun whole."""

_LIKELY = ("", "و", "ب", "وب", "ل", "ول")
"""Those that may stand before a noun that nobody knows."""
_HYPHENS = frozenset("-‐‑–")
_TO = fold("إلى")
_JOINTS = frozenset(fold("و إلى - – —").split())
_CURRENCIES = frozenset("$€£")
_OBJECTS = ("ها", "هم", "هما")
"""What may be written to a verb: 19 أطلقتها."""
_MOST_IN_QUOTES = 3
"""Words of a name that ends in a number: «سبارتا 2»."""
_OF_NAMES_OR_LINKS = frozenset("=?&#_/")
_NAMED = frozenset(
    fold(
        "فرقة لواء كتيبة فوج فيلق سرب وحدة قناة طريق قرار مادة قانون مرسوم بند فقرة فصل صفحة غرفة"
        " رقم ساعة قرن طراز نوع"
    ).split()
)
"""What a number behind it names: the 60th division, channel 12."""


def figures_in(sight: Sight, dates: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the figures of a text, in order, none within another nor in one of its ``dates``."""
    others = Apart(dates)
    reached = 0
    for place in range(len(sight)):
        if sight.tokens[place].start < reached:
            continue
        found = _at(sight, place)
        hit = sight.hit(found) if found else None
        if found and hit and others.are_apart((hit.start, hit.end)):
            yield hit
            reached = sight.tokens[found.last].end


def _at(sight: Sight, place: int) -> Name | None:
    """Return the figure that begins at ``place``."""
    if sight.tokens[place].kind == "sign" and sight.word(place) not in _CURRENCIES:
        return _in_brackets(sight, place)
    if _is_one_after_other(sight, place):
        return None
    for word in sight.readings(place):
        if _may_begin(sight, place, word) and _may_be_here(sight, place):
            found = _of_number(sight, word, place)
            if found:
                return found
    return _noun_at(sight, place)


def _in_brackets(sight: Sight, place: int) -> Name | None:
    """Return a number in brackets with the noun behind them: (45) شاحنة."""
    number = sight.tokens[place + 1 : place + 2]
    if sight.word(place) != "(" or sight.word(place + 2) != ")" or number[0].kind != "number":
        return None
    is_noun = _is_noun(sight.tokens, place + 3) and not sight.word(place + 3).startswith("ال")
    if not is_noun or not _may_be_here(sight, place):
        return None
    return Name(sight.tokens[place].start, place, place + 3, COUNTED)


def _is_one_after_other(sight: Sight, place: int) -> bool:
    """Tell whether واحدة تلو أخرى stands at ``place``: it counts nothing."""
    words = (sight.word(place + step) for step in range(3))
    return all(word in some for word, some in zip(words, (_ONE, _AFTER, _OTHER), strict=True))


def _may_be_here(sight: Sight, place: int) -> bool:
    """Tell whether what stands before lets a number begin here, and is no word that has it."""
    before = sight.word(place - 1)
    if is_time(before) and has_article(sight.word(place)):
        return False  # الأيام الثلاثة
    if before in _OF_NAMES_OR_LINKS or before in _MODELS or before in TIMES:
        return False
    if sight.is_glued(place) and (
        before == ":" or (before in _HYPHENS and sight.is_word(place - 2))
    ):
        return False  # F-16, 10:30
    if sight.is_glued(place) and before.isascii() and before.isalpha():
        return False  # M4
    if before in {"", "\n"} and sight.word(place + 1) in _LIST_SIGNS:
        return not sight.is_glued(place + 1)  # 1. 2) 3-
    return not _is_named_by_number(sight.word(sight.unquoted_before(place)))


def _is_named_by_number(word: str) -> bool:
    return word.removeprefix("ال") in _NAMED or word[1:].removeprefix("ال") in _NAMED


def _of_number(sight: Sight, word: Word, place: int) -> Name | None:
    """Return the figure whose number begins at ``place``: with its noun, if there is one."""
    tokens = apart([sight.without(word, place), *sight.tokens[place + 1 : place + _LONGEST]])
    number = numeral_at(tokens, 0)
    if number is None and tokens[0].kind == "number" and _with_noun(tokens, 1) is not None:
        number = whole(_MANY, 1)  # 1.250, which may be read in two ways
    if number is None:
        return None
    end = _end_of_range(tokens, number, is_between=sight.word(place - 1) in _BETWEEN)
    is_range = end > number.end
    last = _with_noun(tokens, end)
    if last is not None and _is_behind_year(tokens, end, last):
        last = None
    if last is None and not _is_alone(tokens, end, number, sight.word(place - 1)):
        return None
    if last is None and _ends_name(sight, place):
        return None
    if last is not None and not is_range and _is_share(tokens, last):
        return None
    last_place = _place_of(sight, tokens[end - 1 if last is None else last], place)
    return Name(word.start, place, last_place, _rule(sight, place, last_place))


def _ends_name(sight: Sight, place: int) -> bool:
    """Tell whether a number ends a name in quotes."""
    is_number = sight.tokens[place].kind == "number" and sight.is_closing(place + 1)
    if not is_number or not is_countable(sight.word(place - 1)):
        return False
    before = place - 1
    while sight.is_word(before) and before > place - _MOST_IN_QUOTES:
        if not VERBS.isdisjoint(sight.texts(before)):
            return False  # «قتل 14»
        before -= 1
    return sight.is_opening(before) and sight.word(before) not in _BRACKETS


def _end_of_range(tokens: list[Token], number: Numeral, *, is_between: bool) -> int:
    """Return the place behind the greater of two numbers, or behind the only one."""
    end = number.end
    if is_between and _text(tokens, end) in _PER_CENT:
        end += 1  # بين 10% و15%
    joint = _text(tokens, end)
    if joint not in _JOINTS or (joint == "و" and not is_between):
        return number.end
    second = numeral_at(tokens, end + 1)
    is_greater = second is not None and second.greatest > number.least
    return second.end if second and is_greater else number.end


def _is_behind_year(tokens: list[Token], end: int, last: int) -> bool:
    """Tell whether a year has no noun behind it: انتخابات 2018 الرئاسية وحرب 2003 وغيرها."""
    is_year = bool(_YEAR.fullmatch(tokens[0].text))
    return is_year and last == end and tokens[last].text.startswith(("ال", "و"))


def _with_noun(tokens: list[Token], end: int) -> int | None:
    """Return with which token a number ends that has a noun or a per cent sign behind it."""
    behind, next_one = _text(tokens, end), _text(tokens, end + 1)
    if behind in _PER_CENT:
        return end
    if behind == "في" and next_one in _HUNDRED:
        return end + 1
    if behind == "من" and _is_noun(tokens, end + 1) and next_one.startswith("ال"):
        return end + 1
    return end if _is_noun(tokens, end) else None


def _is_noun(tokens: list[Token], place: int) -> bool:
    """Tell whether what stands at ``place`` can be counted, time apart."""
    text = _text(tokens, place)
    if place >= len(tokens) or tokens[place].kind != "word" or not is_countable(text):
        return False
    suffix = text.isascii() and tokens[place - 1].end == tokens[place].start  # 5G
    is_verb = text in VERBS or any(text.removesuffix(one) in VERBS for one in _OBJECTS)
    return not (suffix or is_numeral(text) or is_verb or is_time(text))


def _is_alone(tokens: list[Token], end: int, number: Numeral, before: str) -> bool:
    """Tell whether a number has its noun left out: neither an ordinal, nor a length of time."""
    behind = tokens[end : end + 2]
    dated = len(behind) == 2 and bool(_YEAR.fullmatch(behind[1].text))  # من 65 ألفا عام 2021
    if behind and (is_time(behind[0].text) or behind[0].kind == "number") and not dated:
        return False
    if number.greatest == 1 and tokens[0].kind == "word":
        return before == _TO and _text(tokens, end) != "من"  # من ثلاث إلى واحدة
    if _YEAR.fullmatch(tokens[0].text):
        return False
    is_hour = _text(tokens, end) == ":"
    definite = has_article(tokens[0].text) and tokens[0].text not in _WITHOUT_NOUN
    return not (definite or is_hour)


def _is_share(tokens: list[Token], last: int) -> bool:
    """Tell whether a fraction of something is said: خمس القوات."""
    return tokens[0].text in MAYBE_FRACTIONS and tokens[last].text.startswith("ال")


def _rule(sight: Sight, first: int, last: int) -> str:
    if sight.word(last) in _PER_CENT or sight.word(last) in _HUNDRED:
        return PER_CENT
    is_noun = sight.is_word(last) and not is_numeral(sight.word(last))
    return COUNTED if is_noun and last > first else NUMBER


def _text(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text if place < len(tokens) else ""


def _place_of(sight: Sight, token: Token, place: int) -> int:
    while sight.tokens[place].end < token.end:
        place += 1
    return place


def _may_begin(sight: Sight, place: int, word: Word) -> bool:
    if word.text == _HUNDREDS and word.clitics.endswith("ك"):
        return False  # كميات
    is_number = sight.tokens[place].kind == "number"
    return is_number or is_numeral(word.text) or word.text in _CURRENCIES


def _noun_at(sight: Sight, place: int) -> Name | None:
    """Return a noun that says its number itself, or has one behind it."""
    if not sight.is_word(place) or is_numeral(sight.word(place)):
        return None
    behind = sight.word(place + 1)
    if behind in _ONE:
        return _single_at(sight, place)
    is_whole = behind.startswith("ال") and behind[2:] in BEHIND_NOUN
    if is_whole and (word := _counted_whole(sight.readings(place))):
        return Name(word.start, place, place + 1, COUNTED)
    if _is_dual_at(sight, place - 1) or sight.word(place - 1) in _ARE_BOTH:
        return None  # the adjective of one
    construct = behind.isalpha() and not behind.startswith("ال")
    for word in reversed(sight.readings(place)):
        whole = word.clitics in _JOINED
        if word.text in states().states:
            return None  # والهند وباكستان
        says_two = behind in TWO or _is_written_dual(sight, place)
        twice = says_two and whole and may_be_dual(word.text)
        alone = is_dual(word.text, whole=whole, construct=construct)
        if word.text not in _NO_FIGURES and (twice or alone):
            return Name(word.start, place, place + (behind in TWO), DUAL)
    return None


def _counted_whole(readings: list[Word]) -> Word | None:
    """Return the reading that is a definite noun, time apart: النقاط of النقاط الخمس."""
    definite = (word for word in readings if word.text.startswith("ال"))
    return next((word for word in definite if not is_time(word.text)), None)


def _single_at(sight: Sight, place: int) -> Name | None:
    """Return قاعدة واحدة, but for one of the greatest, and for one after the other."""
    if sight.word(place + 2) == "من" and sight.word(place + 3) in _GREATEST:
        return None
    if _is_one_after_other(sight, place + 1):
        return None
    word = _single_noun(sight.readings(place))
    if not is_countable(word.text) or is_time(word.text) or word.text.startswith("ال"):
        return None
    if word.text in _AS_ONE:
        return None
    return Name(word.start, place, place + 1, ONE_OF_IT)


def _single_noun(readings: list[Word]) -> Word:
    """Return the reading that is a noun: كتيبة has no clitic, بقاعدة has one."""
    known = next((word for word in readings if is_singular(word.text)), None)
    likely = (word for word in reversed(readings) if word.clitics in _LIKELY)
    return known or next(likely)


def _is_written_dual(sight: Sight, place: int) -> bool:
    return sight.written(place).replace(_SHADDA, "").endswith(_WRITTEN_DUALS)


def _is_dual_at(sight: Sight, place: int) -> bool:
    if not sight.is_word(place):
        return False
    return _is_written_dual(sight, place) or any(
        is_dual(word.text, whole=word.clitics in _JOINED, construct=False)
        for word in sight.readings(place)
    )
