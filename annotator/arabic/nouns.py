"""What can be counted, what measures time, and which words are duals.

A dual is known by its form only where it cannot be a plural: صاروخين is two, مقاتلين may be many.
"""

from annotator.arabic.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _feminine(text: str, *endings: str) -> frozenset[str]:
    """Return the feminine nouns of ``text`` with each of ``endings`` for their last letter."""
    return frozenset(noun[:-1] + ending for noun in _words(text) for ending in endings)


TIMES = _words(
    "ثانية ثوان ثواني دقيقة دقائق ساعة ساعات يوم يوما أيام أسبوع أسبوعا أسابيع شهر شهرا أشهر شهور"
    " سنة سنوات سنين عام عاما أعوام عقد عقدا عقود قرن قرنا قرون ليلة ليال ليالي لحظة لحظات"
    " ثانيتين ثانيتان دقيقتين دقيقتان ساعتين ساعتان يومين يومان أسبوعين أسبوعان شهرين شهران"
    " سنتين سنتان عامين عامان عقدين عقدان قرنين قرنان ليلتين ليلتان لحظتين لحظتان"
)
"""Nouns that make of a number a length of time."""

OTHERS = _words("آخر آخرون آخرين آخران أخرى أخريات أخر منه منها منهم منهما منهن")
"""What may stand after a number whose noun is left out."""

_NOT_COUNTED = OTHERS | _words(
    "من في على عن إلى حتى أو أم ثم و ف ب ك ل لل لا لم لن ما إلا سوى غير دون بين بعد قبل منذ خلال"
    " عند لدى مع ضد نحو حوالي قرابة تقريبا فقط أكثر أقل هذا هذه ذلك تلك هو هي هم أن إن كان كانت قد"
    " الذي التي الذين كل بعض جميع أي عدة أحد إحدى حسب وفق أيضا حاليا لاحقا سابقا"
    " مؤلفة نيف ونيف ثلث ثلثي ثلثا أثلاث أرباع خمس أخماس أسداس أسباع أثمان أتساع أعشار ضعف"
    " جراء إثر عقب لكل فيما بينما حيث بسبب نتيجة عبر داخل خارج قرب أثناء وسط"
    " بينهم بينها بينهما بينهن فوق تحت قبيل بعيد أمام وراء ضمن حين لدى دفعة"
)

_MASCULINE = _words(
    # People whose plural is broken, so that these endings are none.
    "جندي ضابط قائد قتيل جريح أسير شهيد طفل رجل شخص عنصر نائب وزير رئيس زعيم خبير سفير طبيب أمير"
    " ملك شيخ شاب ولد ابن صديق عضو حارس تاجر عميل جاسوس"
    # Things.
    " صاروخ موقع مقر مركز مطار معسكر مخيم حاجز معبر مخفر ميناء مبنى منزل بيت جسر طريق نفق سد حقل"
    " مصنع معمل مستودع مخزن مستشفى مشفى مسجد جامع سجن سوق شارع بلد لغم مدفع رشاش سلاح رتل لواء فوج"
    " فصيل حزب تنظيم تيار مجلس وفد فريق جيش جهاز فرع قسم قطاع محور جانب طرف اتجاه هجوم انفجار"
    " اشتباك كمين اعتداء تفجير حادث حريق هدف مدرج مهبط رادار زورق قارب برج خط أنبوب صهريج برميل"
    " طن لتر متر كيلومتر كيلوغرام دولار دينار ريال درهم جنيه اتفاق بيان قرار قانون بند شرط مشروع"
    " سرب مستودع رصيف خندق ساتر عنبر حي اتصال منشور تسجيل مقطع جناح مجمع ملجأ مقترح عرض احتمال موقف"
    " تصريح قمر نظام جسم منصب باب جزء حل مكتب حساب جدار عمود إنذار بالون نعش إقليم فندق ممر مخزون"
    " خزان"
    " برنامج اجتماع لقاء مؤتمر تقرير مصدر ملف خيار سبب بديل اقتراح مسار مقعد صوت كتاب هاتف صندوق"
)
_FEMININE = (
    "طائرة شاحنة سيارة قاعدة مدينة قرية بلدة دبابة مروحية عربة آلية ناقلة حافلة سفينة مدمرة غواصة"
    " حاملة بارجة مدرعة محطة نقطة قذيفة عبوة غارة طلقة كتيبة سرية فرقة وحدة مجموعة دورية منظومة"
    " دفعة جولة مرحلة خطوة قافلة حظيرة بطارية رحلة ساحة جزيرة ضربة مسيرة حملة وثيقة رسالة زيارة"
    " جلسة فرقاطة زجاجة حاوية مقاتلة قنبلة مدرسة شركة صفقة هدنة مقبرة خيمة خلية منطقة محافظة"
)
_SHORT = "مرة جثة شقة قوة فئة جهة ضفة قمة خطة"

_PEOPLE = _words(
    "مسؤول دبلوماسي مقاتل مسلح مدني مراسل مهندس مستشار محلل باحث مواطن مصاب مفقود نازح سجين معتقل"
    " عامل سائق شاهد طالب صحفي صحافي عسكري متظاهر مهاجر سياسي معارض قيادي حقوقي مصدر مراقب خبير"
)
"""Whose dual in ين is their plural as well: مسؤولان alone are two."""

_DUALS = (
    {noun + ending for noun in _MASCULINE for ending in ("ين", "ان")}
    | {noun + "ان" for noun in _PEOPLE}
    | _feminine(f"{_FEMININE} {_SHORT}", "تين", "تان")
) - _words("بلدان ولدان")  # fmt: skip
_SINGULAR_FEMININE = _words(f"{_FEMININE} {_SHORT}")
_CONSTRUCT_DUALS = _feminine(_FEMININE, "تي", "تا")
_LOOKS_DUAL = _words(
    "طالبان كوردستان شيخان"
    " أفغانستان باكستان كردستان طاجيكستان أوزبكستان تركمانستان قيرغيزستان قرغيزستان كازاخستان"
    " داغستان بلوشستان لورستان خوزستان سيستان هندوستان وزيرستان تركستان عربستان"
    " الأرجنتين أرجنتين القريتين كريستين كرستين مارتين فالنتين كونستانتين أوغستين بروتين نيكوتين"
)
_CLITICS = frozenset("وفبكل")
_FEWEST = 6
"""Letters of the shortest noun that its ending تين or تان shows to be a dual."""


def is_singular(word: str) -> bool:
    """Tell whether a folded word is one of the nouns of which the dual is known."""
    return word in _MASCULINE or word in _SINGULAR_FEMININE


def is_countable(word: str) -> bool:
    """Tell whether a folded word can be what a number counts: not لقاعدة, where ل goes before."""
    joined = word[1:] if word[:1] in ("و", "ف") else ""
    if word[:1] in ("ل", "ب") and is_singular(word[1:]) and not is_singular(word):
        return False
    return word.isalpha() and not {word, joined} & _NOT_COUNTED


def is_dual(word: str, *, whole: bool, construct: bool) -> bool:
    """Tell whether a folded word is, beyond doubt, a noun in the dual, and none of time.

    ``whole`` says that nothing was cut off its front, as from كردستان; ``construct``, that a noun
    follows, to which طائرتي in طائرتي استطلاع belongs.
    """
    bare = word.removeprefix("ال")
    if {word, bare} & (TIMES | _LOOKS_DUAL):
        return False
    if {word, bare} & _DUALS or (construct and word in _CONSTRUCT_DUALS):
        return True
    clitic = word[0] in _CLITICS and word[1:] in _DUALS
    return whole and not clitic and bare.endswith(("تين", "تان")) and len(bare) >= _FEWEST


def may_be_dual(word: str) -> bool:
    """Tell whether a folded word has the form of a dual, beside which two is said again."""
    return word not in TIMES and word.endswith(("ين", "ان"))
