"""Where a text names a person: by a known name, behind a title, or as one who says something.

Of a person named in full, the last name is one wherever it comes again.
"""

from collections.abc import Iterator

from annotator.arabic.actor_words import ADJECTIVES, BODIES, COMMON, FORCES, INNER, RANKS, TITLES
from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import gazetteer, states, surnames
from annotator.arabic.news_sources import places
from annotator.arabic.numerals import is_numeral
from annotator.arabic.sight import Name, Sight, Word, folded_words
from annotator.arabic.verbs import SAYING, VERBS

KNOWN_PERSON, BY_TITLE, FIRST_NAME, SURNAME = "known person", "title", "first name", "surname"

_LONGEST_TITLE = 10
_MOST_PARTS = 5
_MOST_ANCESTORS = 3
_MOST_QUOTED = 4
_AL = "ال"
_JOINING = folded_words("عبد أبو أبي أبا بن ابن آل بنت أم ذو فان فون دي دير لو بك أق باشا")
"""What takes the next word with it in a name."""
_FAMILIES = folded_words("الصباح النهيان المكتوم الثاني الخليفة القاسمي البوسعيدي النعيمي")
"""Families that are named behind a name with the article: سالم العبدالله الصباح."""
_TURKISH = folded_words("أق بك")
_COMPLETING = folded_words("الله الدين الرحمن الإسلام الحق أوغلو أوغلي زاده")
"""What belongs to the part of a name before it."""
_WITHIN_TITLES = (
    folded_words(
        "آنذاك حينها حينذاك"
        " باسم باسمه باسمها باسمهم باسمهما لدى في إلى سابق سابقا حزب حركة جماعة تنظيم دائرة"
        " مكتب قسم فرع مركز منظمة شركة ملف"
        " لواء وزارة معهد جامعة شبكة قناة صحيفة وكالة كلية برنامج سياسة خارجية ومقره وأمن شمال"
        " جنوب شرق غرب شمالي جنوبي شرقي غربي بلدية مدينة بلدة قرية ناحية ريف قبيلة عشيرة كتلة"
        " دولة جمهورية مملكة سلطنة أفريقيا إفريقيا أوروبا آسيا"
        " خارجيته خارجيتها وزارته وزارتها حكومته حكومتها جيشه جيشها قواته قواتها مكتبه مكتبها"
        " تيار تحالف عن من سياسي عسكري أمني اقتصادي ديني إقليمي محلي مجموعة"
    )
    | BODIES
    | INNER
    | FORCES.keys()
)
_SPEAKERS = folded_words(
    "المتحدث الناطق متحدث ناطق المتحدثة الناطقة تحدث الرسمي الإعلامي العسكري تحدثت"
)
_THAT = folded_words("أن إن وأن وإن بأن لأن فإن أما لكن ولكن بينما فيما كان وكان لو إذا")
_ENDS_NAME = folded_words("أن إن بأن أنه إنه أنها :")
"""Behind these ends what somebody is called who says something."""
_WHO_IS = folded_words("وهو وهي")
_BETWEEN = folded_words(
    "مع بين عن إلى من على ضد لدى بقيادة برئاسة حكومة إدارة نظام ومع وبين لقاء زيارة"
)
_STARTS = frozenset((":", "\n", "", "|", "(", "-", "–"))


class Persons:
    """Looks for persons in one text."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._known = gazetteer("persons")
        self._first = gazetteer("first_names")
        self._announced = {
            start for place in range(len(sight)) if (start := self._name_behind(place)) is not None
        }
        self._last_names: set[str] = set()

    def at(self, place: int) -> Name | None:
        """Return the person who is named at ``place``, but for one by her last name alone."""
        if not self._sight.is_word(place) or self._is_preposition(place):
            return None
        for word in self._sight.readings(place):
            found = self._in_full(place, word)
            if found:
                rule, last = found
                self._last_names.add(self._sight.word(last))
                return Name(word.start, place, last, rule)
        return None

    def last_names(self) -> Iterator[Name]:
        """Yield the last names that stand alone, once ``at`` has seen all of the text."""
        known = surnames()
        for place in range(len(self._sight)):
            for word in self._sight.readings(place):
                if word.text not in known and word.text not in self._last_names:
                    continue
                if self._is_meant(place, word, is_sure=known.get(word.text, False)):
                    yield self._with_joining(word, place)
                    break

    def _with_joining(self, word: Word, place: int) -> Name:
        """Take in what belongs before a last name that the text gave in full: أق تورك."""
        if word.text in self._last_names and not word.clitics:
            for before in self._sight.readings(place - 1):
                if before.text in _TURKISH:
                    return Name(before.start, place - 1, place, SURNAME)
        return Name(word.start, place, place, SURNAME)

    def _in_full(self, place: int, word: Word) -> tuple[str, int] | None:
        known = self._known.at(self._sight, place, word)
        if known and known.last > place:
            return KNOWN_PERSON, self._with_ancestors(known.last)
        if place in self._announced and not word.clitics:
            last = self._end(place, word)
            return None if last is None else (BY_TITLE, last)
        if self._is_first_name(word, place, sure=True) and self._is_one_who(place, word):
            last = self._end(place, word)
            return None if last is None else (FIRST_NAME, last)
        presented = self._presented(place) if not word.clitics else None
        if presented is not None:
            return BY_TITLE, presented
        if word.text == "ابو" and self._sight.word(place - 1) in SAYING:
            return None if self._is_common(place + 1) else (FIRST_NAME, place + 1)
        return None

    def _presented(self, place: int) -> int | None:
        """Return the end of an unknown name that says something and whose title follows.

        تقول إليونورا أردماني، الباحثة; يرى مايكل كوغلمان، وهو باحث.
        """
        sight = self._sight
        is_title = any(map(_is_title, sight.texts(place)))
        if is_title or sight.word(place - 1) not in SAYING or not self._is_unknown_name(place):
            return None
        last = place + 1 + (sight.is_word(place + 2) and not self._is_common(place + 2))
        if sight.word(last + 1) not in {"،", ","}:
            return None
        title = last + 2 + (sight.word(last + 2) in _WHO_IS)
        is_told = title > last + 2 or sight.word(title).startswith(_AL)
        return last if is_told and any(map(_is_title, sight.texts(title))) else None

    # -- titles

    def _name_behind(self, place: int) -> int | None:
        """Return where the name begins that the title at ``place`` stands before."""
        sight = self._sight
        if not sight.is_word(place):
            return None
        title = next((word.text for word in sight.readings(place) if _is_title(word.text)), None)
        if title is None:
            return None
        complete, told = title.startswith(_AL), False
        for ahead in self._unquoted_behind(place):
            word = sight.word(ahead)
            if word in {"،", ","} and complete and ahead > place + 1:
                return self._between_commas(ahead + 1)
            if not sight.is_word(ahead):
                return None
            if self._may_be_first(ahead):
                return ahead
            if not self._is_of_title(ahead, word):
                is_name = complete and self._is_unknown_name(ahead)
                said = sight.word(ahead + 2) in _THAT
                return ahead if is_name and (said or not told) else None
            complete = complete or word.startswith((_AL, "لل")) or self._is_land(ahead)
            told = told or word in {"في", "الي", "لدي", "عن", "من"}
        return None

    def _unquoted_behind(self, place: int) -> Iterator[int]:
        """Yield the tokens behind a title, but for what quotes and brackets hold.

        الباحث في مركز «جسور»، قائد القيادة الأمريكية في أفريقيا (أفريكوم).
        """
        skipped = place
        for ahead in range(place + 1, place + 1 + _LONGEST_TITLE):
            is_opening = self._sight.is_opening(ahead) and ahead > place + 1
            closing = self._closing(ahead) if is_opening and ahead > skipped else None
            skipped = closing or skipped
            if ahead > skipped:
                yield ahead

    def _closing(self, place: int) -> int | None:
        """Return where the quote or bracket closes that opens at ``place``."""
        sight = self._sight
        ends = range(place + 2, place + 2 + _MOST_QUOTED)
        return next((end for end in ends if sight.is_closing(end)), None)

    def _between_commas(self, place: int) -> int | None:
        """Return ``place`` if a name stands there that commas part from its title."""
        sight = self._sight
        if any(_is_title(one) for one in sight.texts(place)):
            return None
        if self._may_be_first(place):
            return place
        parted = sight.word(place + 2) in {"،", ","} and self._is_unknown_name(place)
        return place if parted else None

    def _may_be_first(self, place: int) -> bool:
        """Tell whether a name may begin at ``place`` behind a title."""
        if self._is_preposition(place):
            return False
        sight = self._sight
        word = sight.readings(place)[0]
        if self._known.at(sight, place, word) or self._is_first_name(word, place, sure=False):
            behind = sight.word(place + 1)
            return sight.is_word(place + 1) and not self._is_common(place + 1) and behind != ""
        return False

    def _is_of_title(self, place: int, word: str) -> bool:
        """Tell whether a word goes on with a title: وزير الدفاع الأميركي السابق."""
        if word.startswith((_AL, "لل", "وال")) or word in RANKS or _is_title(word):
            return True
        if word in _WITHIN_TITLES or self._is_land(place):
            return True
        joined = word[1:] if word[:1] in "ولب" else ""
        return joined in _WITHIN_TITLES or _is_title(joined)

    def _is_land(self, place: int) -> bool:
        known = states()
        return any(
            names.begins_at(self._sight, place) is not None
            for names in (known.states, known.capitals, gazetteer("actors"))
        )

    def _is_unknown_name(self, place: int) -> bool:
        """Tell whether two words have nothing that speaks against a name."""
        sight = self._sight
        for ahead in (place, place + 1):
            if not sight.is_word(ahead) or self._is_common(ahead):
                return False
        if gazetteer("bases").begins_at(sight, place):
            return False
        written = sight.written(place)
        behind = sight.written(place + 1)
        return not written.endswith(("ة", "ً", "ات", "اً")) and not behind.endswith(("ً", "اً"))

    # -- names

    def _is_first_name(self, word: Word, place: int, *, sure: bool) -> bool:
        """Tell whether a first name stands there; عبد takes the next word with it."""
        if word.text in ("عبد", "ابو") and self._sight.is_word(place + 1):
            return self._sight.word(place + 1).startswith(_AL) or not sure
        known = self._first.at(self._sight, place, word)
        return known is not None and (known.is_sure or not sure)

    def _is_one_who(self, place: int, word: Word) -> bool:
        """Tell whether a sure first name is a person's: somebody says, or a second name follows."""
        sight = self._sight
        before = sight.word(sight.unquoted_before(place))
        if {before, before[1:]} & SAYING and not word.clitics:
            return True
        second = sight.word(place + 1)
        if word.text == "عبد":
            return not self._is_common(place + 2) and sight.is_word(place + 2)
        if self._is_common(place + 1) or not sight.is_word(place + 1):
            return False
        is_second = second in self._first or second in _JOINING
        if is_second or second.startswith(_AL):
            return not sight.word(place).startswith(_AL) and len(sight.word(place)) > 3
        return before in _STARTS | _THAT and not word.clitics and len(word.text) > 3

    def _end(self, place: int, word: Word) -> int | None:
        """Return the last token of the name that begins at ``place``; None if it has one part."""
        sight = self._sight
        last, parts = place, 1
        if word.text in _JOINING:
            last += 1
        while parts < _MOST_PARTS:
            text = sight.word(last + 1)
            if not self._goes_on(last + 1, parts):
                break
            last += 1
            parts += text not in _COMPLETING
            if text in _JOINING:
                if not sight.is_word(last + 1):
                    return None
                last += 1 + (sight.word(last + 1) in _JOINING and sight.is_word(last + 2))
                if text in _TURKISH:
                    break
            elif text.startswith(_AL) and text not in _COMPLETING:
                last += sight.word(last + 1) in _FAMILIES
                break
        if parts == 1 and sight.word(last) not in _COMPLETING - {fold("الله")}:
            return None
        return self._with_ancestors(last)

    def _with_ancestors(self, last: int) -> int:
        """Take in بن عبدالعزيز آل سعود."""
        sight = self._sight
        farthest = last + 2 * _MOST_ANCESTORS
        while sight.word(last + 1) in {"بن", "ال", "اوغلو"} and last < farthest:
            last += 1
            if sight.word(last) != "اوغلو" and sight.is_word(last + 1):
                last += 1
                last += sight.word(last) == "عبد" and sight.is_word(last + 1)
        return last

    def _goes_on(self, place: int, parts: int) -> bool:
        """Tell whether the word at ``place`` is the next part of a name that has ``parts``."""
        sight = self._sight
        text = sight.word(place)
        if not sight.is_word(place) or self._is_common(place) or text in ADJECTIVES:
            return False
        if text in _COMPLETING or text in _JOINING:
            return True
        if text.startswith(_AL):
            is_thing = parts > 1 and sight.written(place).endswith(("ة", "ات"))
            return not is_thing and self._may_end(text, parts)
        if parts == 1:
            return not (text[:1] in "وف" and text[1:].startswith(_AL))
        is_first = text in self._first or (parts == 2 and self._is_last(place))
        return is_first and not self._is_preposition(place) and not text.startswith("و")

    def _is_last(self, place: int) -> bool:
        """Tell whether an unknown third word ends a name: محمد إدريس ديبي أن."""
        sight = self._sight
        unlike = sight.written(place).endswith(("ة", "ً", "ا", "ات", "ين", "ون", "ت"))
        unlike = unlike or sight.word(place).startswith(("ل", "ب")) or sight.word(place) in places()
        return not unlike and len(sight.word(place)) > 2 and sight.word(place + 1) in _ENDS_NAME

    def _may_end(self, text: str, parts: int) -> bool:
        """Tell whether a word with the article is a last name: neither a title nor an adjective."""
        bare = text[2:]
        if parts > 1 and (bare in states().adjectives or text in states().states):
            return text.endswith("ي") and parts > 1 and bare not in ("اميركي", "امريكي")
        return bare not in TITLES and text not in states().states

    def _is_meant(self, place: int, word: Word, *, is_sure: bool) -> bool:
        """Tell whether a last name that may be another word stands for a person."""
        sight = self._sight
        if word.clitics.endswith(("ك", "س")) or self._is_preposition(place):
            return False
        before = sight.word(sight.unquoted_before(place))
        titled = any(_is_title(one) for one in sight.texts(place - 1))
        if is_sure or (titled and not word.clitics):
            return is_sure or word.text[2:] not in states().adjectives or before.startswith(_AL)
        likely = before in VERBS or before[1:] in VERBS or before in _THAT
        behind = sight.word(place + 1)
        starts = before in _STARTS and (behind in VERBS or behind == ":")
        if likely or starts:
            return True
        is_word_too = word.text[2:] in states().adjectives or word.text in self._first
        is_word_too = is_word_too or word.text in gazetteer("bases")
        if is_word_too or len(word.text) < 4:
            return False
        return not word.text.startswith(_AL) or before in _BETWEEN

    def _is_common(self, place: int) -> bool:
        """Tell whether a word is one that no name has."""
        text = self._sight.word(place)
        if text in self._first and not self._is_preposition(place):
            return False
        if text in COMMON or text in VERBS or is_numeral(text):
            return True
        return text[:1] in "وفب" and (text[1:] in VERBS or text[1:] in COMMON)

    def _is_preposition(self, place: int) -> bool:
        """Tell whether على, or باسم before a body, is no name."""
        sight = self._sight
        word = sight.word(place)
        if word == "علي":
            return sight.written(place).endswith("ى")
        if word == fold("باسم"):
            return sight.word(place + 1).startswith(_AL) or sight.word(place - 1) in _SPEAKERS
        return False


def _is_title(word: str) -> bool:
    return (word[2:] if word.startswith(_AL) else word) in TITLES
