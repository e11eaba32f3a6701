"""Where a text means a state, or the capital that stands for its government, as one that acts.

A state is a place unless something says that it acts; a capital acts unless something says that it
is a place.
"""

from annotator.arabic.folding import fold
from annotator.arabic.gazetteers import media, states
from annotator.arabic.news_sources import places
from annotator.arabic.sight import Name, Sight, Word, folded_words
from annotator.arabic.verbs import ACTING, MOVING, VERBS

STATE, CAPITAL = "state", "capital"

_PLACES = folded_words(
    "في إلى نحو قرب مدينة العاصمة محافظة وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي داخل عبر"
    " باتجاه ريف بلدة قرية منطقة مطار وفي وإلى أراضي الأراضي حدود الحدود شمالا كامل عموم أنحاء"
    " مناطق إقليم على خارج لدى ومقره مقره ومقرها مقرها سماء أحياء شوارع أهالي سكان ميناء سواحل"
    " أجواء بادية صحراء قبالة مغادرة زيارة جامعة معرض اتفاق قمة مؤتمر شمالي دخول وصول غادر مستقبل"
    " تاريخ شعب أهل جمهورية دولة مملكة بين طريق اجتماع تاريخ محيط ضواحي غربي قلب تجاه حاكم ملك"
    " رئيس سلطان أمير ومن استقرار وحدة سيادة جزيرة خليج بحر كل مدن قواعد غوطة بوابة سفارة سفير"
    " مغادرته مغادرتها ربوع سقوط حصار تحرير بتوقيت باريس"
) - folded_words("بين باريس")
"""Before these words, and behind them, a state or a capital is a place."""
_PARTY = folded_words(
    "وجه بقيادة تقوده تقودها قيادة ضد بدعم دعم مع ضغط بضغط بطلب طلب باسم موقف قرار إعلان انضمام أما"
    " لكن وبين بين فيما ورأت بيد حليف حلفاء حليفة وحليفتها عدو التزام رد قلق مخاوف مصالح نفوذ ضرب"
    " لضرب قصف تهديدات تهديد بتهديد نوايا خطط خطة موافقة رفض رغبة استعداد مطالب سياسة دور وساطة"
    " برعاية رعاية بوساطة بمشاركة مشاركة إعفاء عزل اتهام مواجهة لمواجهة استهداف باستهداف هجوم"
    " هجمات حرب علاقات العلاقة أذرع أذرعها وكلاء ميليشيات فصائل تمويل عقوبات عداء تقارب تطبيع"
    " سلوك برنامج مهاجمة بمهاجمة لردع ردع احتواء اتهمت اتهم باتهام حث تضم يضم ومنها منها بينها"
    " أبرزها تشمل طمأنة إقناع أبلغت لصالح مطالبة دعوة حتى سوى غير جانب تدعمه تدعمها"
)
"""Before these words it is a party."""
_FROM = "من"
_BACKED = folded_words(
    "مدعوما مقربا ممولا مدعومة مدعوم المدعومة المدعوم مدعومين المدعومين المدعومون"
    " بدعم بضغط بطلب بتمويل رد موافقة مقربة مقرب المقربة ممولة الممولة"
    " بتوجيه بأمر بإيعاز قادم طلب بدفع تعهد ضمانات تعهدات ضوء تهديد تهديدات مخاوف بدفع كل كلا"
)
_OWNED = folded_words(
    "تابعة تابع التابعة التابع موالية الموالية موال الموالي دعم دعما تهديدا تهديد ملك معاد معادية"
    " المعادية حليف حليفا حليفة تابعين التابعين الداعمة ولاء انحياز خلافا وقال وقالت قال ولا شكره"
    " شكر"
)
_THAT = folded_words(
    "أن إن وأن وإن بأن لأن فإن وبأن أنّ لكن ولكن إذا هل أما لو بينما فيما حيث كانت كان وكانت"
)
_SYRIAN = fold("سورية")
_UNNAMED = folded_words("فصائل ميليشيات قوات جهات أطراف جماعات قوى قيادات شخصيات مصادر")
"""Behind these words that is the adjective, elsewhere the state."""
_ACCUSATIVE = "يا"
"""How adjectives of states end there: طلباً روسيا."""
_TANWIN = "\N{ARABIC FATHATAN}"
_BORDERS = folded_words(
    "الحدود حدود حدودها حدوده الحدودي الحدودية البري البرية المتاخمة المعبر معبر حدودي"
)
_BETWEEN_PLACES = _BORDERS | folded_words(
    "طريق الطريق طرق الطرق خط المسافة مسافة رحلة رحلات الرحلات تنقل التنقل ينتقل يتنقل تتنقل الواقع"
    " الواقعة تقع يقع يربط تربط الرابط الواصل الممتد الممتدة تهريب التهريب المنطقة المثلث"
)
"""Of what these lie or move between, none is a party: الحدود بين العراق والأردن."""
_AMONG = {"مع": _BORDERS, "بين": _BETWEEN_PLACES}
"""Before a state, and behind which words it is a place all the same."""
_GIVEN = folded_words("إسرائيل")
_ON, _HAS = fold("على"), fold("لدى")
_AGAINST = folded_words(
    "ضغط الضغط ضغوط الضغوط ترد يرد ردا الرد عقوبات العقوبات حرب الحرب هجوم الهجوم عدوان العدوان"
    " تعول يعول عولت تعتمد يعتمد اعتمدت عرض عرضت يعرض تعرض اقترح اقترحت يقترح تقترح"
    " اعتداء الاعتداء تفرض يفرض فرضت ضغطت يضغط تضغط هجمات الهجمات حربا هجوما عدوانا"
)
"""Before على these make of a state behind it one that is acted against."""
_TO = fold("إلى")
_SENT = folded_words(
    "اتهام اتهاما اتهامات الاتهام رسالة رسائل تحذير تحذيرا إنذار إنذارا طلبا احتجاج احتجاجا"
)
"""Before إلى these go to one that acts."""
_ON_IT = folded_words("عليها عليه فيها فيه منها منه به بها له لها إليها إليه")
"""Behind a verb, these leave room for its subject: سيطرت عليها إريتريا."""
_DEALS = folded_words("إعلان بيان مسار منبر")
_ASKING = folded_words("طلب تطلب يطلب طلبت طلبوا")
_LANDS = folded_words("محافظات محافظتي مدن مدينتي مناطق بلدات قرى")
"""Before the first of several, of which none is a party."""
_VISITS = folded_words("زيارة زيارته زيارتها زيارات رحلة رحلات وصوله وصولها مجاورة المجاورة")
_FARTHEST_VERB, _NEAR_VERB = 9, 3
"""Tokens between a verb and its object, behind a title and a name."""
_DISTANCES = folded_words("بعيد بعيدا بعيدة كيلومتر كيلومترا كيلومترات كم تبعد يبعد ميلا")
_STRONG = folded_words("إسرائيل الولايات")
"""States that news name as one that acts, hardly as a place."""
_WEAK_CAPITALS = folded_words("عمان طرابلس برن صوفيا لاهاي كابل سول القاهرة جوبا دكا كولومبو")
_OBJECTS = ("", "ه", "ها", "هم")
"""What may be written to a verb before its subject: تقودها إيران."""
_PARTING = frozenset("-–—/|،")
_LONGEST_CREDIT = 12
"""Tokens of a line that says who wrote, where and when, before its town."""
_JOINTS = frozenset("،,") | {"و", "او"}


class StatesInText:
    """Decides for each state and capital of one text, in order."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._places: set[int] = set()
        """The last tokens of states and capitals that are places."""
        self._heading_ends = self._end_of_heading()

    def _end_of_heading(self) -> int:
        first = next((n for n in range(len(self._sight)) if self._sight.word(n) != "\n"), 0)
        place = first
        while place < len(self._sight) and self._sight.word(place) != "\n":
            place += 1
        return place

    def at(self, place: int, ends_of_actors: set[int]) -> Name | None:
        """Return the state that acts at ``place``; ``ends_of_actors`` are tokens before it."""
        for word in self._sight.readings(place):
            known = states().capitals.at(self._sight, place, word)
            rule = CAPITAL if known else STATE
            known = known or states().states.at(self._sight, place, word)
            if known is None or not known.is_sure:
                continue
            if self._acts(place, known.last, word, rule, ends_of_actors):
                return Name(word.start, place, known.last, rule)
            self._places.add(known.last)
            return None
        return None

    def _acts(self, place: int, last: int, word: Word, rule: str, ends_of_actors: set[int]) -> bool:
        sight = self._sight
        if word.clitics.endswith(("ب", "ك", "س")) or self._is_adjective(place, last, word):
            return False
        before = sight.unquoted_before(place)
        joined = self._joined_to(before, word, ends_of_actors)
        if joined is not None:
            return joined
        said = sight.word(before)
        if word.clitics.endswith("ل"):
            given = word.text in _GIVEN and said not in _VISITS
            has = said in _THAT or word.clitics == "ول"
            return rule == CAPITAL or given or has or said in _OWNED
        if word.clitics in ("و", "ف"):
            said, before = "", -1
        object_ = self._object_of(
            before, rule, is_behind_actor=before in ends_of_actors and said != ""
        )
        if object_ is not None:
            return object_
        if (
            {said, *sight.texts(before)} & _PLACES
            or self._is_dateline(place, last, rule)
            or self._is_far(before)
            or self._is_of_deal(before, last)
        ):
            return False
        if said == _FROM:
            return bool({*sight.texts(before - 1)} & _BACKED) or self._told_before(before, _ASKING)
        if said in _AMONG and self._told_before(before, _AMONG[said]):
            return False
        if said in MOVING and said not in ACTING:
            return rule == CAPITAL and sight.word(last + 1).startswith("ال")
        likely = rule == CAPITAL and word.text not in _WEAK_CAPITALS
        return likely or word.text in _STRONG or self._is_party(before, said, last)

    def _is_adjective(self, place: int, last: int, word: Word) -> bool:
        """Tell whether a state's name is no state: طلبا روسيا, فصائل سورية."""
        before = self._sight.written(place - 1)[-2:] if place else ""
        if _TANWIN in self._sight.written(last)[-2:]:
            return True
        if word.text.endswith(_ACCUSATIVE) and _TANWIN in before:
            return True
        return word.text == _SYRIAN and bool({*self._sight.texts(place - 1)} & _UNNAMED)

    def _joined_to(self, before: int, word: Word, ends_of_actors: set[int]) -> bool | None:
        """Tell what it is joined to by و: an actor (True), a place (False), nothing (None)."""
        if word.clitics.startswith("و"):
            pass
        elif self._sight.word(before) in _JOINTS:
            before -= 1
        else:
            return None
        if before in ends_of_actors:
            return True
        is_place = before in self._places or self._sight.word(before).removeprefix("و") in places()
        return False if is_place or self._told_before(before + 1, _LANDS) else None

    def _is_party(self, before: int, said: str, last: int) -> bool:
        sight = self._sight
        behind = sight.word(last + 1)
        verbs = {one.removesuffix(object_) for one in sight.texts(before) for object_ in _OBJECTS}
        if said in _PARTY or verbs & ACTING or self._is_feminine_verb(said):
            return True
        if said in _THAT:
            return True
        if said in _ON_IT:
            verb = sight.word(before - 1)
            return verb in ACTING or self._is_feminine_verb(verb)
        starts = said in {"", "\n", ".", ":", "،", "-", "–"} or sight.ends_here(before)
        return starts and (behind in VERBS or self._is_feminine_verb(behind))

    @staticmethod
    def _is_feminine_verb(word: str) -> bool:
        """Tell whether a word looks like what a state has done: أعلنت."""
        return word.endswith("ت") and not word.endswith("ات") and 3 < len(word) < 8

    def _is_far(self, before: int) -> bool:
        """Tell whether a distance is told: بعيدة عن دمشق."""
        return self._sight.word(before) == "عن" and self._sight.word(before - 1) in _DISTANCES

    def _is_of_deal(self, before: int, last: int) -> bool:
        """Tell whether quotes hold the name of a deal that was made there: «إعلان أنقرة»."""
        sight = self._sight
        in_quotes = sight.is_opening(before - 1) and sight.is_closing(last + 1)
        return in_quotes and sight.word(before) in _DEALS

    def _told_before(self, before: int, words: frozenset[str]) -> bool:
        """Tell whether one of ``words`` is among the three before that place."""
        return any({*self._sight.texts(before - back)} & words for back in range(1, 4))

    def _is_pressed(self, before: int, said: str) -> bool:
        """Tell whether somebody acts against it, or it has something: الضغط على مصر, إن لدى مصر."""
        if said == _HAS:
            return self._sight.word(before - 1) in _THAT
        if said == _TO:
            return self._told_before(before, _SENT)  # وجه اتهاما مباشرا إلى الإمارات
        return said == _ON and bool({*self._sight.texts(before - 1)} & _AGAINST)

    def _object_of(self, before: int, rule: str, *, is_behind_actor: bool) -> bool | None:
        """Tell whether it is whom a verb before acts on (True), or where one moves to (False)."""
        if self._is_pressed(before, self._sight.word(before)):
            return True
        if is_behind_actor:
            return not self._is_visited(before, _FARTHEST_VERB)  # واتهم البرهان الإمارات
        return False if rule == CAPITAL and self._is_visited(before, _NEAR_VERB) else None

    def _is_visited(self, before: int, farthest: int) -> bool:
        """Tell whether the verb before is one of moving: زار الوزير هاكان فيدان بغداد."""
        for place in range(before, before - farthest, -1):
            if self._sight.ends_here(place):
                return False
            verbs = VERBS & {*self._sight.texts(place)}
            if verbs:
                return bool(verbs & MOVING - ACTING)
        return False

    def _is_dateline(self, place: int, last: int, rule: str) -> bool:
        """Tell whether a capital says where news come from: بغداد (رويترز) -, بيروت: أعلنت."""
        sight = self._sight
        if rule == CAPITAL and self._ends_credit(place, last):
            return True
        if sight.word(place - 1) not in {"", "\n"} and not self._follows_place(place):
            return False
        sign = sight.word(last + 1)
        if sign == ":" and (place < self._heading_ends or rule == STATE):
            return media().begins_at(sight, last + 2) is not None
        if sight.tokens[last + 1 : last + 2] and sight.tokens[last + 1].kind == "number":
            return True  # الرياض 10 رجب 1447 هـ
        if sight.is_opening(last + 1) and media().begins_at(sight, last + 2):
            return True  # دمشق ـ «القدس العربي»
        return sign in {"-", "–", "—", "/", ":", "(", "،", "|", "\n", ","}

    def _ends_credit(self, place: int, last: int) -> bool:
        """Tell whether a capital ends a line behind a sign or the hour: سكاي نيوز - أبوظبي."""
        sight, before = self._sight, place - 1
        if sight.word(last + 1) not in {"\n", ""} or sight.is_word(before):
            return False
        if sight.word(before) not in _PARTING and sight.tokens[before].kind != "number":
            return False
        while before > 0 and sight.word(before) != "\n":
            before -= 1
        return place - before <= _LONGEST_CREDIT

    def _follows_place(self, place: int) -> bool:
        """Tell whether the word before begins its line: دمشق - واشنطن."""
        sight = self._sight
        return sight.word(place - 1) in {"-", "–", "/", "،"} and place - 2 in self._places
