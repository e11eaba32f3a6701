"""Who is named in a credit line: the writer and the medium behind the town, parted by signs.

Such a line stands at the head, begins with a town and has no
sentence: أنقرة/ سرحات أونال/ الأناضول.
Writers are named in a line of theirs too, من إدريس علي وأحمد رشيد, and behind what they did.
"""

from collections.abc import Iterator

from annotator.arabic.actor_words import COMMON, MEDIA, MEDIUM_ENDINGS
from annotator.arabic.gazetteers import Known, gazetteer, media, states
from annotator.arabic.news_sources import agencies, places
from annotator.arabic.sight import Name, Sight, folded_words
from annotator.arabic.verbs import VERBS

CREDIT = "credit line"

_HEAD = 4
"""Lines with anything in them among which a credit line may be."""
_MOST_TOKENS = 16
_MOST_WORDS = 3
_SIGNS = frozenset("/|-–—:،,()+•›")
_COMMON = COMMON - {"علي"}
_BREAK = "\n"
_BY = "من"
_DESKS = folded_words("قسم مركز غرفة مكتب وحدة فريق")
"""With these the name of a desk begins, which is nobody's: الدوحة - قسم المتابعة."""
_BEFORE_WORK = frozenset("(|-–—/") | {"\n", ""}
_STATES_AND_TOWNS = folded_words("تونس الجزائر الكويت جيبوتي عمان")
_WORK = folded_words("إعداد تحرير تصوير ترجمة كتابة صحفية")
"""What writers did, before their names: (إعداد محمد عطية للنشرة العربية)."""


def credits_in(sight: Sight) -> Iterator[Name]:
    """Yield the names in the credit lines of a text, in order."""
    place, lines = 0, 0
    while place < len(sight) and lines < _HEAD:
        end = place
        while end < len(sight) and sight.word(end) != _BREAK:
            end += 1
        if end > place:
            yield from _in_line(sight, place, end, is_first=lines == 0)
            lines += 1
        place = end + 1
    for place in range(len(sight)):
        if _is_work(sight, place):
            name = _writer(sight, place + 1 + (sight.word(place + 1) == ":"))
            if name:
                yield name


def _is_work(sight: Sight, place: int) -> bool:
    """Tell whether a word says what a writer did: (إعداد سناء علي), ترجمة وتحرير: سناء علي.

    In a sentence the same words say what others did: بعد تحرير صلاح الدين.
    """
    if _WORK.isdisjoint(sight.texts(place)):
        return False
    before = sight.word(place - 1)
    return sight.word(place + 1) == ":" or before in _BEFORE_WORK or before in _WORK


def _writer(sight: Sight, first: int) -> Name | None:
    """Return the writer whose first name stands at ``first``, with one name more at least."""
    begun = gazetteer("first_names").begins_at(sight, first)
    if begun is None and sight.word(first - 1) == ":":
        begun = sight.readings(first)[0], Known(first, is_sure=False)
    if begun is None or begun[0].clitics not in ("", "و"):
        return None
    word, known = begun
    last = known.last
    while sight.is_word(last + 1) and last < first + _MOST_WORDS:
        text = sight.word(last + 1)
        if text.startswith(("لل", "و")) or text in _COMMON or text in VERBS:
            break
        last += 1
    return Name(word.start, first, last, CREDIT) if last > known.last else None


def _in_line(sight: Sight, first: int, end: int, *, is_first: bool) -> Iterator[Name]:
    if end - first > _MOST_TOKENS:
        yield from _in_brackets(sight, first)
        return
    if sight.word(first) == _BY:
        yield from _signed(sight, first + 1, end)
        return
    parts = _parts(sight, first, end)
    has_medium = any(_is_medium(sight, *part) for part in parts)
    is_town = bool(parts) and _is_town(sight, *parts[0])
    if len(parts) < 2 or not (has_medium or (is_town and not is_first)):
        return  # a heading
    for start, last in parts[is_town:]:
        if _is_name(sight, start, last):
            named = start + (sight.word(start) in MEDIA)  # شبكة عين الفرات
            yield Name(sight.tokens[named].start, named, last, CREDIT)


def _signed(sight: Sight, first: int, end: int) -> Iterator[Name]:
    """Yield the writers of a line that has nothing else: من إدريس علي وأحمد رشيد."""
    names: list[Name] = []
    while first < end and (name := _writer(sight, first)):
        names.append(name)
        first = name.last + 1
    if first == end:
        yield from names


def _in_brackets(sight: Sight, first: int) -> Iterator[Name]:
    """Yield the medium in brackets behind the town with which a sentence begins: حلب (زيتون) -."""
    place = first + 1
    while sight.is_word(place) and place < first + _MOST_WORDS:
        place += 1
    if sight.word(place) != "(" or not _is_town(sight, first, place - 1):
        return
    last = place
    while sight.is_word(last + 1) and last < place + _MOST_WORDS:
        last += 1
    if sight.word(last + 1) == ")" and last > place and _is_name(sight, place + 1, last):
        yield Name(sight.tokens[place + 1].start, place + 1, last, CREDIT)


def _parts(sight: Sight, first: int, end: int) -> list[tuple[int, int]]:
    """Return the first and last tokens of the words between signs; none if it is a sentence."""
    parts: list[tuple[int, int]] = []
    goes_on = False
    for place in range(first, end):
        if sight.is_word(place):
            parts[-1 if goes_on else len(parts) :] = [(parts[-1][0] if goes_on else place, place)]
        elif sight.word(place) not in _SIGNS and not (
            sight.is_opening(place) or sight.is_closing(place)
        ):
            return []
        goes_on = sight.is_word(place)
    return parts


def _is_town(sight: Sight, first: int, last: int) -> bool:
    name = " ".join(sight.word(place) for place in range(first, last + 1))
    is_state = states().states.begins_at(sight, first) is not None
    return name in places() and (not is_state or name in _STATES_AND_TOWNS)


def _is_medium(sight: Sight, first: int, last: int) -> bool:
    known = media().begins_at(sight, first)
    return (known is not None and known[1].last == last) or sight.word(last) in MEDIUM_ENDINGS


def _is_name(sight: Sight, first: int, last: int) -> bool:
    """Tell whether a part is a name: of two or three words, or in quotes."""
    words = [sight.word(place) for place in range(first, last + 1)]
    quoted = sight.is_opening(first - 1) and sight.is_closing(last + 1)
    if len(words) > _MOST_WORDS or (len(words) == 1 and not quoted) or words[0] in _DESKS:
        return False
    name = " ".join(words)
    return not (name in places() or name in agencies() or {*words} & (_COMMON | VERBS))
