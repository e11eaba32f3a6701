"""The date reader: an expression of time as EDTF, seen from the day of publication.

Patterns are written in the letters of ``date_words``; each has its rule in ``date_rules``.
"""

from datetime import date

import regex

from annotator.arabic import date_rules as rules
from annotator.arabic.date_words import Item, items_of
from annotator.arabic.numerals import apart
from annotator.arabic.passages import Passage, Token, passage_of, tokens_of
from annotator.core.errors import InvalidValue
from annotator.core.values import DateValue

_YEAR = "(?:y?(?P<year>[dc])e?|y(?P<year_shift>S)|(?P<this_year>X)y)"
_WHEN = f"(?:,?F?{_YEAR}|(?P<shift>S))?"
_HIJRI_YEAR = "F?y?(?P<year>d)h?"
_WEEKDAY = "T?K?(?:Y,?)?(?:(?P<weekday>W)(?P<toward>S)?[,(]?)?K?"
_DAY = "(?P<day>[dco])F?m?"
# 6 رمضان 1447هـ الموافق 23 فبراير 2026: the second says the same.
_LEAD = f"{_WEEKDAY}(?:[dco]F?m?H(?:F?y?dh?)?,?=)?=?,?"
_MONTH = f"(?P<month>M){_WHEN}"
_RELATIVE = "(?:m(?P<shift>S)|(?P<this>X)m)"

_PATTERNS: tuple[tuple[str, rules.Rule], ...] = (
    ("T?K?(?P<named>Y),?(?P<weekday>W)?[Tt]?", rules.named_day),
    ("T?K?(?P<weekday>W)(?P<shift>S)?[Tt]?", rules.weekday),
    (f"{_LEAD}{_DAY}{_MONTH},?[Tt]?", rules.day_of_month),
    (f"{_LEAD}(?P<month>M)(?P<day>d),?(?P<year>d)", rules.day_of_month),
    (f"{_LEAD}(?P<day>[dco])F{_RELATIVE}", rules.day_of_relative_month),
    (f"{_LEAD}(?P<day>d)(?P<shift>S)", rules.day_of_relative_month),
    ("(?P<month>d)/(?P<year>d)", rules.month_in_digits),
    (f"{_LEAD}(?P<full>N)(?:(?P<era>e)|(?P<hijri_era>h))?,?[Tt]?", rules.day_in_digits),
    (f"{_WEEKDAY}{_DAY}(?P<hijri>H)(?:{_HIJRI_YEAR}|(?P<shift>S))?", rules.hijri_day_of_month),
    (f"{_WEEKDAY}(?P<hijri>H)(?P<day>d),?(?P<year>d)h?", rules.hijri_day_of_month),
    (f"(?P<part>P)?m?{_MONTH}", rules.month),
    (f"(?P<part>P)?{_RELATIVE}", rules.relative_month),
    (f"(?P<part>P)?m?(?P<hijri>H)(?:{_HIJRI_YEAR}|(?P<shift>S))?", rules.hijri_month),
    ("(?P<part>P)?y?(?P<year>d)(?:(?P<era>e)|(?P<hijri_era>h))?", rules.year),
    (f"(?P<part>P)?(?=[yX]){_YEAR}", rules.year),
    (f"(?P<share>Q)(?:(?P<which>o)|(?P<last>L))F?{_YEAR}", rules.share_of_year),
    (f"(?P<unit>U)(?P<number>[dco])(?:f|(?P<last>L))F?{_YEAR}", rules.months_of_year),
    ("w(?P<shift>S)|(?P<this>X)w", rules.week),
    ("(?P<unit>B)(?P<shift>[SL])", rules.period),
    ("(?P<unit>U)(?P<number>[dco])(?P<shift>[SL])", rules.period),
    ("(?P<number>[dco])(?P<unit>U)(?P<shift>[SL])", rules.period),
    ("(?P<decade>D)(?P<of_century>C(?:(?P<shift>S)|(?P<which>[dco])))?", rules.decade),
    ("C(?:(?P<shift>S)|(?P<which>[dco]))", rules.century),
    (f"(?P<season>G){_YEAR}", rules.season),
    ("(?P<season>g)(?P<shift>S)|(?P<this>X)(?P<season>g)", rules.season),
)
_RULES = [(regex.compile(pattern), rule) for pattern, rule in _PATTERNS]
PATTERNS = tuple(pattern for pattern, _ in _RULES)
"""What a date can be, in the letters of ``date_words``."""
_OPENING = regex.compile("[pF&]*")
_ENDING = regex.compile("[,/()-]*$")
# The first of two dates that share their month: 5 و9 نوفمبر.
_SHARED_MONTH = regex.compile(f"(?P<day>d)(?:[&,p-]+[dco])+F?m?{_MONTH}")
# الساعة العاشرة والنصف من, of which the day keeps nothing; أو two hours make no one day.
_HOUR = regex.compile(r",?O(?:i|c|d(?::d)?)½?(?:t?Z\?{1,2})?F?(?=[^&]|$)")
# A part of a period that is told behind it: الليلة الماضية من رمضان, الليلة الأولى من الشهر.
_OF_A_PERIOD = regex.compile("[ofL]?FX?[mMHyw]")
_PAST_THE_END = 3
"""How many words behind a stretch may belong to its date, which then is cut."""


def read_date(text: str, start: int, end: int, published: str | None) -> DateValue | None:
    """Return the date that ``[start, end)`` of ``text`` states, or None if it is not certain.

    ``published`` is the day in ISO on which the article appeared, or None.
    """
    passage = passage_of(text, start, end)
    if passage is None:
        return None
    today = _day(published)
    readings = (_reading(passage, tokens, today) for tokens in passage.beginnings())
    return _value(next((reading for reading in readings if reading), None))


def read_day(text: str, start: int, end: int, published: str | None) -> DateValue | None:
    """Return the date that is all of ``[start, end)``: no word and no sign stands beside it.

    ``published`` is the day in ISO on which the article appeared, or None.
    """
    passage = passage_of(text, start, end)
    if passage is None or list(passage.tokens) != tokens_of(passage.text):
        return None
    items = items_of(apart(passage.tokens))
    return _value(_meaning(items, _day(published))) if _core(items) == items else None


def _value(edtf: str | None) -> DateValue | None:
    try:
        return DateValue(edtf) if edtf else None
    except InvalidValue:  # of a year that EDTF has no place for
        return None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def _reading(passage: Passage, tokens: tuple[Token, ...], today: date | None) -> str | None:
    items = _core(_without_hour(items_of(apart(tokens))))
    behind = items_of(apart(tokens_of(passage.after)))
    if [item.code for item in items] == ["d"] and items[0].value <= 31:
        return _first_of_two(items + behind, today)
    edtf = _meaning(items, today)
    if not edtf:
        return None
    longer = (_meaning(items + behind[:more], today) for more in range(1, _PAST_THE_END + 1))
    wholes = set(filter(None, longer))
    if not wholes and _OF_A_PERIOD.match("".join(item.code for item in behind)):
        return None
    return edtf if wholes <= {edtf} else None  # الاثنين, of الاثنين المقبل


def _without_hour(items: list[Item]) -> list[Item]:
    hour = _HOUR.search("".join(item.code for item in items))
    return items[: hour.start()] + items[hour.end() :] if hour else items


def _core(items: list[Item]) -> list[Item]:
    """Return the items without prepositions before them and signs behind them."""
    codes = "".join(item.code for item in items)
    first, last = _OPENING.match(codes), _ENDING.search(codes)
    return items[first.end() : last.start()]


def _meaning(items: list[Item], today: date | None) -> str | None:
    codes = "".join(item.code for item in items)
    for pattern, rule in _RULES:
        match = pattern.fullmatch(codes)
        if match:
            return _by(rule, match, items, today)
    return None


def _first_of_two(items: list[Item], today: date | None) -> str | None:
    match = _SHARED_MONTH.match("".join(item.code for item in items))
    return _by(rules.day_of_month, match, items, today) if match else None


def _by(
    rule: rules.Rule, match: "regex.Match[str]", items: list[Item], today: date | None
) -> str | None:
    found = {
        name: items[match.start(name)].value for name, part in match.groupdict().items() if part
    }
    try:
        return rule(rules.Found(found, today))
    except (ValueError, OverflowError):
        return None
