"""Where a text says when: the patterns of the date reader, looked for in all of it.

What the reader knows as a date need not have a value: without a day of publication most have none.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from annotator.arabic.actor_words import ORDINALS
from annotator.arabic.date_words import UNKNOWN, Item, item_at, longest_expression
from annotator.arabic.dates import PATTERNS
from annotator.arabic.nouns import is_countable
from annotator.arabic.sight import Hit, Sight, folded_words

_TWO_NAMES = regex.compile(r"M[/(-]?M\)?|H\(H\)")
_YEAR, _FOR = "y", "ل"
_NO_START = frozenset(",/()-&=pF")
_MORE = tuple(
    regex.compile(pattern)
    for pattern in (
        # What the reader has no value for, or none where nobody has marked it.
        "T?K?YF?[(,]?W",  # أمس (الثلاثاء)
        "TK?W[/-]?W",  # ليل السبت الأحد
        "P[myw]",  # نهاية العام
        "U[SL]",  # الأيام المقبلة
        "Pw[SL]",  # مطلع الأسبوع المقبل
        "[mwy]L",  # الأسبوع الأخير
        "Pg(?:S|F?y?d)?",  # نهاية الربيع
        "PD",  # أواخر الثمانينيات
        "[Qw](?:o|L)F?(?:P?m?M(?:S|F?y?d)?|m?H(?:S|F?y?dh?)?|[mX]{1,2}S?)",  # النصف الأول من شباط
    )
)
DAY, NAMED_DAY, WEEKDAY = "day", "named day", "weekday"
MONTH, YEAR, PERIOD = "month", "year", "period"
_RULES = tuple(
    (regex.compile(pattern), rule)
    for pattern, rule in (
        ("N|[dco].*[MH]|[MH]d,?d", DAY),
        ("[MH]", MONTH),
        ("Y", NAMED_DAY),
        ("W", WEEKDAY),
        ("d", YEAR),
        ("", PERIOD),
    )
)
_NEEDS_ARTICLE = regex.compile("P[myw]|[mwyU][SL]|P?D")
_AGE = folded_words("عمره عمرها عمرهم العمر")
"""What is in its sixties is a person: في الستينيات من عمره."""
_TRAILING = ",/()-"
_ALONE = regex.compile(
    # What the reader takes for a date once somebody has marked it, and a text means otherwise:
    # numbers, seasons as such, months that are common words.
    r"d|d/d|[GgHDCT]+|[dco]S|o|[PQUBX]"
)
_SURE_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
_SHARED = regex.compile(r"d(?=(?:[&,p-]{1,3}[dco]){1,6}F?m?M)")
"""The first of several dates that share their month, of which a text has few: 5 و9 نوفمبر."""
_BEFORE_SURE_YEAR = folded_words(
    "في منذ وفي ومنذ بحلول قبل وقبل بعد وبعد حتى وحتى الأعوام أعوام السنوات سنوات نسخة نسختي"
    " انتخابات حرب وحرب اتفاق معاهدة دستور أحداث ثورة غزو"
)
_BETWEEN = folded_words("بين")
_TELLS_YEAR = frozenset("ypF")
_MOST_JOINED = 6
"""Years that one such word stands before: الأعوام 2014 و2015."""
_LENGTH = "yc"
"""عام واحد is as long as a year, عام ألفين is one."""
_ENDS_IN_YEAR = regex.compile(r"[MH],?d$")
_FIRST_YEAR = 1000
"""Less is no year of news: 15 مايو 184 جريحًا."""
_BEFORE_YEAR = frozenset("pF")
"""What stands before a year without the word: منذ 2014."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """An item, and the tokens that it is made of."""

    item: Item
    start: int
    """In the folded text."""
    first: int
    last: int
    """Its tokens."""
    is_cut: bool
    """Whether a clitic was cut off, so that no date goes on here."""


def dates_in(sight: Sight) -> Iterator[Hit]:
    """Yield the dates of a text, in order, none within another."""
    pieces = _joined(list(_pieces(sight)))
    codes = "".join(piece.item.code for piece in pieces)
    borders = [place for place, piece in enumerate(pieces) if piece.is_cut]
    place = 0
    while place < len(pieces):
        border = bisect_right(borders, place)
        stop = borders[border] if border < len(borders) else len(pieces)
        end = _end(codes, place, stop, pieces, sight)
        if end:
            yield Hit(
                *sight.stretch(pieces[place].start, pieces[end - 1].last),
                _rule_of(codes[place:end]),
            )
        place = end or place + 1


def _rule_of(code: str) -> str:
    return next(rule for pattern, rule in _RULES if pattern.search(code))


def _pieces(sight: Sight) -> Iterator[_Piece]:
    place, most = 0, longest_expression()
    while place < len(sight):
        around = sight.tokens[place : place + most]
        for word in sight.readings(place):
            item, end = item_at([sight.without(word, place), *around[1:]], 0)
            if item.code != UNKNOWN:
                break
        start = word.start if item.code != UNKNOWN else around[0].start
        if item.code == _YEAR and word.text.startswith(_FOR):
            start += 1  # لعام 2026, للعام 2026
        is_cut = item.code != UNKNOWN and bool(word.clitics)
        yield _Piece(item, start, place, place + end - 1, is_cut)
        place += end


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Make one of the two names of a month."""
    joined: list[_Piece] = []
    place = 0
    for match in _TWO_NAMES.finditer("".join(piece.item.code for piece in pieces)):
        first, second = pieces[match.start()], pieces[match.end() - 1]
        if second.item.code not in "MH":
            second = pieces[match.end() - 2]
        if second.is_cut or second.item != first.item:
            continue  # آذار ونيسان
        last = pieces[match.end() - 1]
        joined += pieces[place : match.start()]
        joined.append(_Piece(first.item, first.start, first.first, last.last, first.is_cut))
        place = match.end()
    return joined + pieces[place:]


def _end(codes: str, place: int, stop: int, pieces: list[_Piece], sight: Sight) -> int:
    """Return where the longest date that begins at ``place`` ends; 0 if none does."""
    if codes[place] == UNKNOWN or codes[place] in _NO_START:
        return 0
    patterns = (*PATTERNS, *_MORE)
    ends = {match.end() for pattern in patterns if (match := pattern.match(codes, place, stop))}
    ends |= {end - 1 for end in ends if _ENDS_IN_YEAR.search(codes[place:end])}
    for longest in sorted(ends, reverse=True):
        end = place + len(codes[place:longest].rstrip(_TRAILING))
        end += codes.startswith(")", end) and "(" in codes[place:end] and end < stop
        if end > place and _is_date(codes, place, end, pieces, sight):
            return end
    shared = _SHARED.match(codes, place)
    return shared.end() if shared and pieces[place].item.value <= 31 else 0


def _is_told(place: int, sight: Sight) -> bool:
    """Tell whether the word at ``place`` says that a year follows."""
    return bool({*sight.texts(place)} & _BEFORE_SURE_YEAR)


def _is_of_years(place: int, pieces: list[_Piece], sight: Sight) -> bool:
    """Tell whether a year is joined to one that a word such as عامي tells."""
    for before in range(place - 2, max(place - 2 * _MOST_JOINED, -1), -2):
        if not _SURE_YEAR.fullmatch(sight.word(pieces[before].first)):
            return False
        code = pieces[before - 1].item.code if before else ""
        is_told = _is_told(pieces[before].first - 1, sight) or code in _TELLS_YEAR
        if is_told or _are_years(before, pieces, sight):
            return True
        if code != "&":
            return False
    return False


def _are_years(place: int, pieces: list[_Piece], sight: Sight) -> bool:
    """Tell whether بين 2003 و2011 stands at ``place``, and not بين 2000 و2050 جنديا."""
    if sight.word(pieces[place].first - 1) not in _BETWEEN or len(pieces) <= place + 2:
        return False
    second = pieces[place + 2].first
    behind = sight.word(second + 1)
    counts = is_countable(behind) and not behind.startswith(("ال", "و"))
    joined = pieces[place + 1].item.code == "&"
    return joined and not counts and bool(_SURE_YEAR.fullmatch(sight.word(second)))


def _is_date(codes: str, place: int, end: int, pieces: list[_Piece], sight: Sight) -> bool:
    code = codes[place:end]
    if code == "d":
        is_year = _SURE_YEAR.fullmatch(sight.word(pieces[place].first))
        follows = place > 0 and codes[place - 1] in _BEFORE_YEAR
        if is_year and codes[place - 2 : place] == "d&":
            return _is_of_years(place, pieces, sight)
        alone = end == len(codes) or codes[end] not in "M?"
        since = _is_told(pieces[place].first - 1, sight) and codes[end : end + 1] != "M"
        since = since or _are_years(place, pieces, sight)
        return bool(is_year) and (since or (follows and alone))
    if _ENDS_IN_YEAR.search(code) or code == _LENGTH:
        return pieces[end - 1].item.value >= _FIRST_YEAR
    if code == "Y":
        return sight.word(pieces[end - 1].last + 1) not in ORDINALS  # اليوم الأول للحرب
    if code.endswith("D") and {sight.word(pieces[end - 1].last + ahead) for ahead in (1, 2)} & _AGE:
        return False
    if _NEEDS_ARTICLE.fullmatch(code):
        return any(sight.word(pieces[one].first).startswith("ال") for one in range(place, end))
    return not _ALONE.fullmatch(code)
