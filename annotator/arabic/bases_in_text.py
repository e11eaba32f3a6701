"""Where a text names a military base: behind a word such as قاعدة, or by a name that is known.

The guidelines leave the kind word outside.  A name that a text has called a base once is one where
it comes again, but for where it is called a town.
"""

from collections.abc import Iterator

from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import gazetteer, states
from annotator.arabic.sight import Sight, Word
from annotator.core.language import Stretch

_MOST_QUOTED = 6
"""Tokens of the longest name in quotes."""
_FARTHEST = 6
"""Tokens between a word such as قواعد and the first name of a list."""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_KINDS = _words("قاعدة قاعدتي قاعدتا حامية معسكر مطار ثكنة حقل")
_PLURALS = _words("قواعد قاعدتي قاعدتا قاعدتين قواعدها حاميات معسكرات مطارات مواقعها مواقع قاعدته"
                  " قواعده قواعدهم قاعدتها")  # fmt: skip
_HEADS = _words("عين خراب تل رأس دير جبل وادي بئر كفر أم أبو بيت برج سد موفق علي الأمير الملك")
"""Words with which names of several begin."""
_NO_NAMES = _words(
    "في من على إلى عن قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي هي هو التي الذي واحدة واحد أخرى"
    " آخر أكبر كبرى كبيرة صغيرة جديدة رئيسية له لها لهم تابعة خاصة تضم يضم كانت كان ما لم قد أو"
    " مثل بين بعد قبل مع منذ خلال حول داخل خارج هناك فقط أيضا التحالف القوات الجيش النفط الغاز"
    " وسط ضمن اللتين اللذين الذين المنطقة البلاد المدينة الشمال الجنوب الشرق الغرب"
)
_TOWNS = _words("مدينة بلدة قرية ريف محافظة ناحية منطقة حي سكان أهالي بريف بمدينة بلدات معبر طريق")
_LISTING = _words("في مثل هي : بينها منها أبرزها منهما هما وهي")
_ADJECTIVE = fold("ية")


def bases_in(sight: Sight) -> Iterator[Stretch]:
    """Yield the bases that a text names, in order, none within another."""
    found: dict[int, tuple[int, int]] = {}
    """By their first token, where names begin in the folded text and their last token."""
    called = _called(sight, found)
    known = gazetteer("bases")
    for place in range(len(sight)):
        if place in found or not sight.is_word(place):
            continue
        for word in sight.readings(place):
            name = known.at(sight, place, word)
            key = sight.folded[word.start : sight.tokens[name.last].end] if name else word.text
            last = name.last if name else place
            is_named = (name is not None and name.is_sure) or key in called
            if is_named and not _is_town(sight, place, word):
                found[place] = word.start, last
                break
    reached = 0
    for place in sorted(found):
        start, last = found[place]
        if start >= reached:
            yield sight.stretch(start, last)
            reached = sight.tokens[last].end


def _called(sight: Sight, found: dict[int, tuple[int, int]]) -> set[str]:
    """Find what stands behind a kind word; return these names, folded."""
    names: set[str] = set()
    for place in range(len(sight)):
        for word in sight.readings(place) if sight.is_word(place) else ():
            if word.text in _KINDS:
                _take(sight, place + 1, found, names)
            if word.text in _PLURALS:
                _take_list(sight, place + 1, found, names)
            _take_glued(sight, place, word, found, names)
    return names


def _take_glued(
    sight: Sight,
    place: int,
    word: Word,
    found: dict[int, tuple[int, int]],
    names: set[str],
) -> None:
    """Take a known name to which a slip of the keyboard has glued its kind word."""
    for kind in _KINDS:
        if word.text.startswith(kind) and len(word.text) > len(kind):
            rest = Word(word.text[len(kind) :], word.start + len(kind), kind)
            if gazetteer("bases").at(sight, place, rest):
                found[place] = rest.start, place
                names.add(rest.text)


def _take(
    sight: Sight, place: int, found: dict[int, tuple[int, int]], names: set[str]
) -> int | None:
    """Take the name that begins at ``place``; return the place behind it."""
    if sight.word(place) in _KINDS:
        return None  # قاعدة حقل العمر: the next word tells
    name = _name_at(sight, place)
    if name is None:
        return None
    first, start, last, behind = name
    found[first] = start, last
    names.add(sight.folded[start : sight.tokens[last].end])
    return behind


def _take_list(
    sight: Sight, place: int, found: dict[int, tuple[int, int]], names: set[str]
) -> None:
    """Take the names that follow one another: قواعد لها في الشدادي، والحسكة، ودير الزور."""
    for ahead in range(_FARTHEST):
        if sight.word(place + ahead) in _LISTING:
            place += ahead + 1
            break
        if sight.word(place + ahead) in {".", "\n"}:
            return
    behind = _take(sight, place, found, names)
    while behind is not None:
        while sight.word(behind) in {"،", ",", "و"}:
            behind += 1
        joined = sight.word(behind).startswith("و") or sight.word(behind - 1) in {"،", ",", "و"}
        behind = _take(sight, behind, found, names) if joined and _is_sure(sight, behind) else None


def _is_sure(sight: Sight, place: int) -> bool:
    """Tell whether a name begins at ``place``, as far as its form tells."""
    if sight.is_opening(place):
        return True
    if not sight.is_word(place):
        return False
    return any(
        gazetteer("bases").at(sight, place, word)
        or word.text in _HEADS
        or (word.text.startswith("ال") and word.clitics == "و")
        for word in sight.readings(place)
    )


def _name_at(sight: Sight, place: int) -> tuple[int, int, int, int] | None:
    """Return first token, folded start, last token of a name, and the place behind it."""
    if sight.is_opening(place):
        for last in range(place + 1, min(place + _MOST_QUOTED + 2, len(sight))):
            if sight.is_closing(last) and last > place + 1:
                return place + 1, sight.tokens[place + 1].start, last - 1, last + 1
        return None
    if place >= len(sight) or sight.tokens[place].kind == "sign":
        return None
    *_, word = (word for word in sight.readings(place) if not word.clitics or word.clitics == "و")
    known = next(
        (
            name
            for one in sight.readings(place)
            if (name := gazetteer("bases").at(sight, place, one))
        ),
        None,
    )
    if known:
        start = next(
            one.start for one in sight.readings(place) if gazetteer("bases").at(sight, place, one)
        )
        return place, start, known.last, known.last + 1
    if _is_no_name(word.text) or _is_no_name(sight.word(place)):
        return None
    if states().states.at(sight, place, word):
        return None
    last = place
    if word.text in _HEADS and sight.is_word(place + 1):
        last = place + 1
    while last + 1 < len(sight) and sight.tokens[last + 1].start == sight.tokens[last].end:
        if sight.tokens[last + 1].kind not in {"word", "number"}:
            break
        last += 1
    return place, word.start, last, last + 1


def _is_no_name(word: str) -> bool:
    bare = word.removeprefix("ال")
    return word in _NO_NAMES or (bare.endswith(_ADJECTIVE) and len(bare) > 4)


def _is_town(sight: Sight, place: int, word: Word) -> bool:
    """Tell whether the word before a name says that it is no base."""
    before = place - 1
    while sight.is_opening(before):
        before -= 1
    if word.clitics and word.clitics not in ("و", "ف"):
        return False
    text = sight.word(before)
    return text in _TOWNS or text[1:] in _TOWNS
