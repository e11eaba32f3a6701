"""Where a text names a military base: behind a word such as قاعدة, or by a name that is known.

The guidelines leave the kind word outside.  A name that a text has called a base once is one where
it comes again, but for where it is called a town.
"""

from collections.abc import Iterator

from annotator.arabic.actor_words import COMMON
from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import gazetteer, states
from annotator.arabic.news_sources import places
from annotator.arabic.nouns import is_countable
from annotator.arabic.sight import Hit, Name, Sight, Word, folded_words
from annotator.arabic.verbs import VERBS

BY_KIND, LISTED, KNOWN_BASE, AGAIN = "kind word", "listed", "known base", "named again"

_MOST_QUOTED = 6
"""Tokens of the longest name in quotes."""
_FARTHEST, _FARTHEST_COLON = 9, 16
"""Tokens between a word such as قواعد and the first name of a list; behind هي and the like."""
_LONGEST_PLACE = 4
"""Words that say where one of a list lies: وجبل بلاط في القطاع الغربي، وجل الدير."""
_NEAREST = 4
"""Tokens between قاعدة and في, behind which a known name is that of the base."""

_KINDS = folded_words("قاعدة قاعدتي قاعدتا حامية معسكر مطار ثكنة حقل مطاري معسكري حقلي")
_KIND_WORDS = tuple(_KINDS)
_CIVIL = folded_words("مطار حقل مطاري حقلي")
"""What may be of no army: then the name must be known, or an adjective tell."""
_OF_ARMIES = folded_words("العسكري العسكرية الجوي الجوية الحربي الحربية")
_OF_NO_ARMY = folded_words("الدولي المدني النفطي النفطية الغازي للنفط للغاز")
_DEFINITE_KINDS = folded_words("القاعدة")
_ENDINGS_OF_TWO = ("تي", "تا", "ي")
_PLURALS = folded_words(
    "قواعد قاعدتي قاعدتا قاعدتين قواعدها حاميات معسكرات مطارات مواقعها مواقع قاعدته قواعده قواعدهم"
    " قاعدتها القواعد مطاري معسكري حقلي نقاطه القاعدتين معسكراتها قاعدتان المواقع النقاط نقاط"
    " المعسكرات المطارات"
)
_DUALS = folded_words("قاعدتي قاعدتا مطاري معسكري حقلي قواعد حاميات معسكرات مطارات")
"""Those of them behind which a name may follow at once."""
_HEADS = folded_words(
    "عين خراب تل رأس دير جبل وادي بئر كفر أم أبو بيت برج سد موفق علي الأمير الملك خان مرج باب"
)
"""Words with which names of several begin."""
_NO_NAMES = COMMON | folded_words(
    "واحد أكبر كبرى رئيسية تابعة تضم يضم هناك فقط التحالف القوات الجيش النفط الغاز ضمن اللتين"
    " اللذين المنطقة البلاد المدينة الشمال الجنوب الشرق الغرب بيانات انطلاق انتخابية صواريخ تدريب"
    " الاشتباك القانون السلوك اللعبة إطلاق عمليات إمداد دعم إسناد ألغام معلومات استطلاع الاحتلال"
    " الولايات الأمم الحدود النظام غيرها وغيرها سواها عدد نقطة موقع"
    " قوات ثابتة الطائرات المروحيات الانطلاق الاستطلاع العدو لها التي"
)
_TOWNS = folded_words(
    "مدينة بلدة قرية ريف محافظة ناحية منطقة حي سكان أهالي بريف بمدينة بلدات معبر طريق مدن سد حاجز"
)
_DIRECTIONS = folded_words(
    "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط في إلى من نحو داخل قرب باتجاه عبر"
)
"""Behind these a name that a town has is that of the town."""
_OPPOSITE = folded_words("قبالة مقابل تجاه جنوبا شمالا")
_IN = "في"
_OF_REFUGEES = folded_words("للنازحين للاجئين النازحين اللاجئين للإيواء الإيواء للمهجرين")
"""Behind these a camp is of no army."""
_COLONS = folded_words("هي هما وهي وهما : منها بينها ومنها وبينها أبرزها أهمها")
"""Behind these a list begins, however far off its head is."""
_PRESENCES = folded_words("وجود وجودا تواجد حضور حضورا")
_MILITARY = folded_words("عسكري عسكرية العسكري العسكرية")
"""وجود عسكري في: the towns behind it stand for what lies there."""
_LISTING = folded_words("في مثل هي : بينها منها أبرزها منهما هما وهي بينهما وهما أهمها أخرى ومنها")
_JOINTS = frozenset("،,") | {"و"}
_NISBA = fold("ية")
_BULLETS = frozenset("-–•*▪●·◦")
_UNLIKE = ("ا", "ت", "ين", "ون")
"""Endings of verbs, adverbs and plurals, hardly of a name's second word."""
_LEAST = 3


class _Finder:
    """Looks for the bases of one text."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._known = gazetteer("bases")
        self.found: dict[int, Name] = {}
        """By their first token."""
        self.names: set[str] = set()
        """What the text calls bases, folded."""
        self.towns: set[str] = set()
        """Those of them that are towns too."""

    def look_for_called(self) -> None:
        """Find what stands behind a kind word, and in lists."""
        for place in range(len(self._sight)):
            for word in self._sight.readings(place) if self._sight.is_word(place) else ():
                if word.text in _KINDS:
                    self._behind_kind(place, word.text)
                if word.text in _PLURALS:
                    self._take_list(place + 1, word.text)
                if word.text in _DEFINITE_KINDS:
                    self._take_numbered(place + 1)
                if word.text in _PRESENCES and self._sight.word(place + 1) in _MILITARY:
                    self._take_presence(place)
                if word.text.startswith(_KIND_WORDS):
                    self._take_glued(place, word)
            self._take_bullet(place)

    def look_for_known(self) -> None:
        """Find the names that can be nothing else, and those that the text has called bases."""
        for place in range(len(self._sight)):
            if place in self.found or not self._sight.is_word(place):
                continue
            for word in self._sight.readings(place):
                name = self._known_or_called(place, word)
                if name and not self._is_town(place, word):
                    self.found[place] = name
                    break

    def look_for_joined(self) -> None:
        """Find the doubtful names that و joins to what is a base: طرطوس وحميميم, ميون وزقر."""
        ends = {name.last for name in self.found.values()}
        for place in range(len(self._sight)):
            if place in self.found or not self._sight.is_word(place):
                continue
            for word in self._sight.readings(place):
                known = self._known.at(self._sight, place, word)
                if known and self._is_joined(place, word, known.last, ends):
                    self.found[place] = Name(word.start, place, known.last, LISTED)
                    ends.add(known.last)
                    break

    def _is_joined(self, place: int, word: Word, last: int, ends: set[int]) -> bool:
        if self._is_town(place, word) or self._is_in_town(place):
            return False
        following = self.found.get(last + 1)
        if following and following.start > self._sight.tokens[last + 1].start:
            return True
        return word.clitics == "و" and place - 1 in ends and word.text not in places()

    def _known_or_called(self, place: int, word: Word) -> Name | None:
        known = self._known.at(self._sight, place, word)
        last = known.last if known else place
        if known and known.is_sure:
            return Name(word.start, place, last, KNOWN_BASE)
        key = self._sight.folded[word.start : self._sight.tokens[last].end] if known else word.text
        if key not in self.names or (key in self.towns and self._is_in_town(place)):
            return None
        return Name(word.start, place, last, AGAIN)

    def _is_in_town(self, place: int) -> bool:
        """Tell whether the word before a name that a town has too speaks of the town."""
        return self._sight.word(place - 1) in _DIRECTIONS

    def _behind_kind(self, place: int, kind: str) -> None:
        """Take the name behind قاعدة; of قاعدة في الشدادي the one that is known."""
        sight = self._sight
        if sight.word(place + 1) in _KINDS:
            return  # قاعدة حقل العمر: the next word tells
        name = self._name_at(place + 1)
        if name and not self._is_civil(name, kind):
            if sight.word(name.last + 1) not in _OF_REFUGEES:
                self._keep(self._with_second(name))
            return
        for ahead in range(place + 1, place + _NEAREST):
            if sight.word(ahead) == "في" and kind not in _CIVIL:
                first = ahead + 1 + (sight.word(ahead + 1) in _TOWNS)
                known = self._known.begins_at(sight, first)
                if known:
                    self._keep(Name(known[0].start, first, known[1].last, LISTED))
                return

    def _with_second(self, name: Name) -> Name:
        """Take in the second word of an unknown name, behind which is told where it lies."""
        sight, second = self._sight, name.last + 1
        if name.last > name.first or sight.word(name.first).startswith("ال"):
            return name
        text = sight.word(second)
        if self._known.begins_at(sight, name.first):
            return name
        tells = sight.word(second + 1) in _DIRECTIONS and sight.is_word(second)
        unlike = self._is_no_name(text) or text.startswith(("ال", "و", "ب", "ل"))
        if not tells or unlike or text.endswith(_UNLIKE):
            return name
        return Name(name.start, name.first, second, name.rule)

    def _is_civil(self, name: Name, kind: str) -> bool:
        """Tell whether an airport or a field is of no army: مطار بغداد الدولي."""
        if kind not in _CIVIL:
            return False
        behind = self._sight.word(name.last + 1)
        known = self._known.begins_at(self._sight, name.first)
        if known:
            return behind == "الدولي" and not known[1].is_sure
        return behind not in _OF_ARMIES and (
            behind in _OF_NO_ARMY or not self._sight.is_opening(name.first - 1)
        )

    def _keep(self, name: Name) -> None:
        self.found[name.first] = name
        key = self._sight.folded[name.start : self._sight.tokens[name.last].end]
        if key not in places():
            self.names.add(key)
        elif name.rule == BY_KIND:
            self.names.add(key)
            self.towns.add(key)

    def _take_glued(self, place: int, word: Word) -> None:
        """Take a known name to which a slip of the keyboard has glued its kind word."""
        for kind in _KINDS:
            if word.text.startswith(kind) and len(word.text) > len(kind) + 1:
                rest = Word(word.text[len(kind) :], word.start + len(kind), kind)
                known = self._known.at(self._sight, place, rest)
                if known:
                    self._keep(Name(rest.start, place, known.last, BY_KIND))

    def _take_bullet(self, place: int) -> None:
        """Take a known name that begins a line of a list: - الشدادي: أخليت."""
        sight = self._sight
        if sight.word(place) not in _BULLETS or sight.word(place - 1) not in {"", "\n"}:
            return
        known = self._known.begins_at(sight, place + 1)
        if known and sight.word(known[1].last + 1) in {":", "(", "-", "–"}:
            self._keep(Name(known[0].start, place + 1, known[1].last, LISTED))

    def _take_list(self, place: int, plural: str) -> None:
        """Take the names that follow one another: قواعد لها في الشدادي، والحسكة، ودير الزور."""
        at_once = self._name_at(place) if plural in _DUALS else None
        if at_once and at_once.start == self._sight.tokens[place].start and self._opens_list(place):
            is_dual = plural.endswith(_ENDINGS_OF_TWO)
            if plural not in _CIVIL or self._known.begins_at(self._sight, at_once.first):
                self._take_row(self._with_joined(at_once) if is_dual else at_once, sure=is_dual)
            return
        begin = self._begin_of_list(place)
        name = None if begin is None else self._name_at(begin)
        if name and self._is_listed(name):
            self._take_row(name)

    def _opens_list(self, place: int) -> bool:
        """Tell whether a name may stand there behind a plural: في further on says where it is."""
        begin = self._begin_of_list(place)
        return begin is None or self._is_sure(place) or begin > place + 1

    def _with_joined(self, name: Name) -> Name:
        """Take in the second word of the first of two: قاعدتي فايا لارجو وأبيشي."""
        sight, second = self._sight, name.last + 1
        joined = sight.word(second + 1).startswith("و") and sight.is_word(second)
        unlike = self._is_no_name(sight.word(second)) or sight.word(second).startswith("و")
        if name.last > name.first or unlike or not joined:
            return name
        return Name(name.start, name.first, second, name.rule)

    def _take_row(self, name: Name | None, *, sure: bool = False) -> None:
        """Take a name and those joined to it, each with where it lies.

        ``sure`` says that one more must follow, whatever it looks like.
        """
        sight = self._sight
        while name:
            self._keep(Name(name.start, name.first, name.last, LISTED))
            behind = self._behind_place(name.last + 1 + sight.is_closing(name.last + 1))
            parted = sight.word(behind) in _JOINTS
            while sight.word(behind) in _JOINTS:
                behind += 1
            parted = parted or sight.word(behind).startswith("و")
            name = self._name_at(behind) if parted and (sure or self._is_sure(behind)) else None
            sure = False

    def _behind_place(self, place: int) -> int:
        """Return the comma behind في القطاع الغربي, if one of a list lies there; else ``place``."""
        sight = self._sight
        if sight.word(place) not in _DIRECTIONS | _OPPOSITE:
            return place
        for ahead in range(place + 1, place + _LONGEST_PLACE):
            if sight.word(ahead) in _JOINTS:
                return ahead if sight.word(ahead + 1).startswith("و") else place
            if not sight.is_word(ahead):
                return place
        return place

    def _take_numbered(self, place: int) -> None:
        """Take the number that names a base: القاعدة الجوية 201."""
        sight = self._sight
        place += sight.word(place) in _OF_ARMIES
        number = sight.tokens[place : place + 1]
        behind = sight.word(place + 1)
        counted = is_countable(behind) and not behind.startswith(("ال", "و"))
        if number and number[0].kind == "number" and number[0].text.isdecimal() and not counted:
            self._keep(Name(number[0].start, place, place, BY_KIND))

    def _take_presence(self, place: int) -> None:
        """Take what stands behind وجود عسكري في."""
        sight = self._sight
        for ahead in range(place + 2, place + _NEAREST):
            known = self._known.begins_at(sight, ahead + 1) if sight.word(ahead) == _IN else None
            if known:
                self._take_row(Name(known[0].start, ahead + 1, known[1].last, LISTED))

    def _begin_of_list(self, place: int) -> int | None:
        """Return the place behind مثل, بينها or في; not in front of a state."""
        sight = self._sight
        for ahead in range(place, place + _FARTHEST_COLON):
            if sight.ends_here(ahead):
                return None
            word = sight.word(ahead)
            begins = word in (_LISTING if ahead < place + _FARTHEST else _COLONS)
            if begins and not states().states.begins_at(sight, ahead + 1):
                return ahead + 1
        return None

    def _is_listed(self, name: Name) -> bool:
        """Tell whether the first name of a list is one: behind في, a known base or a town."""
        sight = self._sight
        if sight.word(name.first - 1) != _IN:
            return self._is_sure(name.first) or sight.word(name.first).startswith("ال")
        key = sight.folded[name.start : sight.tokens[name.last].end]
        return key in places() or self._known.begins_at(sight, name.first) is not None

    def _is_sure(self, place: int) -> bool:
        """Tell whether a name begins at ``place``, as far as its form tells."""
        if self._sight.is_opening(place):
            return True
        return self._sight.is_word(place) and any(
            self._known.at(self._sight, place, word)
            or word.text in _HEADS
            or word.text in places()
            or (word.text.startswith("ال") and word.clitics == "و")
            for word in self._sight.readings(place)
        )

    def _name_at(self, place: int) -> Name | None:
        """Return the name that begins at ``place``, in quotes or not."""
        sight = self._sight
        if sight.is_opening(place):
            return self._in_quotes(place + 1)
        if not sight.is_word(place) and not self._known.begins_at(sight, place):
            return None
        known = self._known.begins_at(sight, place)
        if known:
            return Name(known[0].start, place, known[1].last, BY_KIND)
        word = next(one for one in reversed(sight.readings(place)) if one.clitics in ("", "و"))
        if self._is_no_name(word.text) or self._is_no_name(sight.word(place)):
            return None
        if word.text.startswith("لل"):
            return None  # قاعدة للتحالف: whose it is
        if states().states.at(sight, place, word):
            return None
        last = place
        if word.text in _HEADS and sight.is_word(place + 1):
            last = place + 1
        while sight.is_glued(last + 1) and sight.tokens[last + 1].kind in {"word", "number"}:
            last += 1
        return Name(word.start, place, last, BY_KIND)

    def _in_quotes(self, first: int) -> Name | None:
        sight = self._sight
        for last in range(first, min(first + _MOST_QUOTED, len(sight) - 1)):
            if sight.is_closing(last + 1):
                start = sight.tokens[first].start
                return None if sight.word(first) in _NO_NAMES else Name(start, first, last, BY_KIND)
        return None

    def _is_no_name(self, word: str) -> bool:
        if word in _NO_NAMES or word in VERBS or len(word) < _LEAST:
            return True
        bare = word.removeprefix("ال")
        if bare in _NO_NAMES:
            return True
        is_adjective = bare.endswith(_NISBA) and len(bare) > 4
        return is_adjective or (bare == word and word.endswith("ه")) or bare in states().adjectives

    def _is_town(self, place: int, word: Word) -> bool:
        """Tell whether the word before a name says that it is no base."""
        if word.clitics and word.clitics not in ("و", "ف"):
            return False
        text = self._sight.word(self._sight.unquoted_before(place))
        return text in _TOWNS or text[1:] in _TOWNS


def bases_in(sight: Sight) -> Iterator[Hit]:
    """Yield the bases that a text names, in order, none within another."""
    finder = _Finder(sight)
    finder.look_for_called()
    finder.look_for_known()
    finder.look_for_joined()
    reached = 0
    for place in sorted(finder.found):
        name = finder.found[place]
        if name.start >= reached:
            yield sight.hit(name)
            reached = sight.tokens[name.last].end
