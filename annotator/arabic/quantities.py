"""A number with the noun that it counts, as both stand in a row of tokens.

Lengths of time, fractions of something and two numbers in a row are no quantity.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.folding import fold
from annotator.arabic.modifiers import modifier_behind
from annotator.arabic.months import hijri_months, months
from annotator.arabic.nouns import OTHERS, TIMES, is_countable, is_dual, may_be_dual
from annotator.arabic.numerals import Numeral, has_article, is_numeral, numeral_at, whole
from annotator.arabic.passages import AROUND, Passage, Token, tokens_of

_PER_CENT = {"%", *fold("بالمئة بالمائة بالمية").split()}
_HUNDRED = set(fold("المئة المائة المية").split())
_CURRENCIES = set("$€£¥₪₺₽")
_SIGNS = {"-": -1, "−": -1, "+": 1}
_ARTICLE = "ال"
_CLITICS = frozenset("وفبكل")

_NAMES = set(
    fold(
        "عام العام سنة السنة الساعة القرن رقم رقمه رقمها برقم"
        " قرار القرار مادة المادة قانون القانون مرسوم المرسوم بند البند فقرة الفقرة فصل الفصل"
        " القراران القرارين القرارات المادتان المادتين المواد اللواءان اللواءين الفرقتان الفرقتين"
        " صفحة الصفحة حلقة الحلقة رحلة الرحلة غرفة الغرفة نسخة النسخة قناة القناة طريق الطريق"
        " لواء اللواء فرقة الفرقة كتيبة الكتيبة فوج الفوج فيلق الفيلق سرب السرب وحدة الوحدة"
        " طراز نوع نموذج شاهد ميغ سوخوي بوينغ إيرباص إس إف توماهوك كورنيت غراد فاتح قسام"
    ).split()
)
"""Behind these words, and a clitic before them, a number without a noun names something."""

_ONE = set(fold("واحد واحدة واحدا").split())
TWO = set(fold("اثنين اثنان اثنتين اثنتان").split())
BEHIND_NOUN = {
    fold(form): number
    for number, forms in enumerate(
        ("ثلاث ثلاثة", "أربع أربعة", "خمس خمسة", "ست ستة", "سبع سبعة", "ثماني ثمانية",
         "تسع تسعة", "عشر عشرة"), start=3,
    )
    for form in forms.split()
}  # fmt: skip
"""Numbers that may stand behind their noun, both with the article, and look like no ordinal."""
_DUAL = 2
MAYBE_FRACTIONS = set(fold("خمس سبع تسع عشر").split())
"""A fifth of the forces is spelt like five; five of a definite noun is rare."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts, and what follows both."""

    number: Numeral
    unit: str | None
    rest: Sequence[Token]
    behind: str
    """What follows in the stretch and behind it, folded."""


def quantity_of(passage: Passage, tokens: Sequence[Token]) -> Quantity | None:
    """Read a number at the beginning of ``tokens`` and the noun behind it, if there is one."""
    sign = _glued_sign(tokens)
    number = numeral_at(tokens, 1 if sign else 0)
    if number is None:
        return None
    if _SIGNS.get(sign, 1) < 0:
        number = replace(number, least=-number.greatest, greatest=-number.least)
    unit, end = _unit_at(passage, tokens, number)
    if sign in _PER_CENT | _CURRENCIES:
        unit, end = sign, number.end
    quantity = Quantity(number, unit, tokens[end:], passage.rest(tokens[end - 1]))
    named = quantity.unit is None and _is_name_before(passage)
    return None if named or not _stands_alone(passage, quantity, tokens) else quantity


def _is_name_before(passage: Passage) -> bool:
    """Tell whether the word before a stretch is one whose number names it: القرار, للقرار."""
    word = "".join(passage.before.split()[-1:])
    meant = {word, *(word[cut:] for cut in clitic_cuts(word))}
    meant |= {f"ا{one}" for one in meant if word.startswith(("لل", "ولل", "فلل"))}
    return not meant.isdisjoint(_NAMES)


def counted_noun(passage: Passage, tokens: Sequence[Token]) -> Quantity | None:
    """Read a noun that says its number itself, or has it behind: قاعدتين, قاعدة واحدة."""
    first = tokens[0]
    behind = tokens[1].text if len(tokens) > 1 else ""
    if not _is_noun(first) or is_time(first.text):
        return None
    number, end = 0, 2
    definite = _is_definite(passage, first)
    if behind in _ONE and not definite:
        number = 1
    elif definite and behind.startswith(_ARTICLE) and behind[2:] in BEHIND_NOUN:
        number = BEHIND_NOUN[behind[2:]]
    elif behind in TWO and may_be_dual(first.text):
        number = 2
    elif is_dual(
        first.text,
        whole=first.start == passage.tokens[0].start,
        construct=passage.rest(first)[1:2].isalpha(),
    ):
        number, end = 2, 1
    if not number or _has_numbers(tokens, end):
        return None
    unit, rest = passage.as_written(first), passage.rest(tokens[end - 1])
    return Quantity(whole(number, end), unit, tokens[end:], rest)


def _glued_sign(tokens: Sequence[Token]) -> str:
    """Return the sign that is glued before digits, or the article, which may stand apart."""
    if len(tokens) < 2 or tokens[1].kind != "number":
        return ""
    sign, glued = tokens[0].text, tokens[0].end == tokens[1].start
    known = sign == _ARTICLE or (glued and sign in {*_SIGNS, *_PER_CENT, *_CURRENCIES})
    return sign if known else ""


def _unit_at(passage: Passage, tokens: Sequence[Token], number: Numeral) -> tuple[str | None, int]:
    """Return what ``number`` counts, as it is written, and the place behind it."""
    words = [token.text for token in tokens[number.end : number.end + 2]] + ["", ""]
    if words[0] in _PER_CENT:
        return "%", number.end + 1
    if words[0] == "في" and words[1] in _HUNDRED:
        return "%", number.end + 2
    if words[0] in _CURRENCIES:
        return words[0], number.end + 1
    # واحد من الجنود counts nothing, but for one of many.
    place = number.end + (words[0] == "من" and number.greatest > 1)
    if place < len(tokens) and _is_noun(tokens[place]) and not _is_suffix(tokens, place):
        return passage.as_written(tokens[place]), place + 1
    return None, number.end


def _stands_alone(passage: Passage, quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Tell whether nothing around a quantity makes something else of its number."""
    number, rest = quantity.number, quantity.rest
    end = len(tokens) - len(rest)
    if quantity.unit is None:
        next_words = [token.text for token in tokens_of(quantity.behind[:AROUND])[:2]] + ["", ""]
        measured = is_time(next_words[0]) or next_words[0] in _PER_CENT
        percent = next_words[0] == "في" and next_words[1] in _HUNDRED
        one_of = number.greatest == 1 and next_words[0].startswith("من")
        known = not rest or rest[0].text in OTHERS or modifier_behind(quantity.behind)
        ordinal = _may_be_ordinal(number, tokens[0].text)
        doubtful = measured or percent or one_of or ordinal or _has_numbers(tokens, end)
        return bool(known) and not doubtful
    noun = tokens[end - 1]
    fraction = tokens[number.end - 1].text in MAYBE_FRACTIONS and _is_definite(passage, noun)
    another = number.least > _DUAL and any(_is_another_dual(token) for token in rest)
    return not (is_time(noun.text) or fraction or another or _has_numbers(tokens, end))


def _is_another_dual(token: Token) -> bool:
    meant = (token.text, token.text.removeprefix("و"))
    return token.kind == "word" and any(
        is_dual(word, whole=True, construct=False) for word in meant if word
    )


def _may_be_ordinal(number: Numeral, first: str) -> bool:
    """Tell whether a number with the article may be one, as in العضو التسعين and اليوم الـ15."""
    definite = first == _ARTICLE or has_article(first)
    cardinal = number.end == 1 and first.removeprefix(_ARTICLE) in BEHIND_NOUN
    return definite and not cardinal and number.least == number.greatest


def _is_noun(token: Token) -> bool:
    return token.kind == "word" and is_countable(token.text) and not is_numeral(token.text)


def _is_definite(passage: Passage, token: Token) -> bool:
    """Tell whether a word has the article: folded, آلية seems to have it too."""
    return token.text.startswith(_ARTICLE) and passage.as_written(token)[0] not in "آأإ"


def _is_suffix(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether foreign letters are glued to a number (5G), which then is a name."""
    return tokens[place - 1].end == tokens[place].start and tokens[place].text.isascii()


def is_time(word: str) -> bool:
    """Tell whether a folded word measures time, or is the name of a month.

    Before such a word a number is a part of a date, or a length of time.
    """
    times = _times()
    return word in times or word.removeprefix(_ARTICLE) in times


@cache
def _times() -> frozenset[str]:
    named = (*months(), *hijri_months())
    return TIMES | {fold(name).split()[0] for names in named for name in names}


def _has_numbers(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a number stands from ``first`` on, other than in a name such as F-16."""
    return any(
        is_numeral(token.text)
        or (token.kind in {"number", "day"} and not _ends_name(tokens[place - 1], token))
        for place, token in enumerate(tokens[first:], first)
    )


def _ends_name(before: Token, number: Token) -> bool:
    """Tell whether a number is glued to what stands before it, other than a clitic: كم²."""
    clitic = before.text == _ARTICLE or (before.kind == "word" and before.text in _CLITICS)
    return before.end == number.start and not clitic
