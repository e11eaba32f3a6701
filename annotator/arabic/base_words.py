"""The words that the rules for bases go by, folded: what names stand behind, and what is none."""

from annotator.arabic.actor_words import COMMON
from annotator.arabic.sight import folded_words

_OF_ONE = "قاعدة قاعدتي قاعدتا حامية معسكر ثكنة"
_CIVIL_OF_ONE = "مطار حقل مطاري حقلي مطارا حقلا"
_SITES_OF_ONE = "موقع تلة نقطة"
KINDS = folded_words(f"{_OF_ONE} {_CIVIL_OF_ONE} {_SITES_OF_ONE}")
SITES = folded_words(f"{_SITES_OF_ONE} موقعي موقعا نقطتي نقطتا نقاط مواقع")
"""What may be anything, a site on the web too: then the name must be known, quotes or not."""
CIVIL = SITES | folded_words(_CIVIL_OF_ONE)
"""What may be of no army: then the name must be known, or an adjective tell."""
OF_ARMIES = folded_words("العسكري العسكرية الجوي الجوية الحربي الحربية البحري البحرية")
OF_NO_ARMY = folded_words("الدولي المدني النفطي النفطية الغازي للنفط للغاز")
DEFINITE_KINDS = folded_words("القاعدة")
ENDINGS_OF_TWO = ("تي", "تا", "ي", "ا")
DUALS = folded_words(
    "قاعدتي قاعدتا مطاري مطارا معسكري معسكرا حقلي حقلا قواعد حاميات معسكرات مطارات"
    " موقعي موقعا نقطتي نقطتا نقاط مواقع"
)
"""Those of several behind which a name may follow at once."""
PLURALS = DUALS | folded_words(
    "قاعدتين قواعدها مواقعها قاعدته قواعده قواعدهم قاعدتها القواعد نقاطه نقاطها نقاطهم القاعدتين"
    " معسكراتها قاعدتان المواقع النقاط المعسكرات المطارات"
)
HEADS = folded_words(
    "عين خراب تل رأس دير جبل وادي بئر كفر أم أبو بيت برج سد موفق علي الأمير الملك خان مرج باب"
    " معمل بور سان سانت فورت كامب الشيخ ابن"
)
"""Words with which names of several begin."""
_NO_NAMES = folded_words(
    "واحد أكبر كبرى رئيسية تابعة تضم يضم هناك فقط التحالف القوات الجيش النفط الغاز ضمن اللتين"
    " اللذين المنطقة البلاد المدينة الشمال الجنوب الشرق الغرب بيانات انطلاق انتخابية صواريخ تدريب"
    " الاشتباك القانون السلوك اللعبة إطلاق عمليات إمداد دعم إسناد ألغام معلومات استطلاع الاحتلال"
    " الولايات الأمم الحدود النظام غيرها وغيرها سواها عدد نقطة موقع"
    " صغير صغيرة كبير كبيرة جديد جديدة قديم قديمة دائم دائمة مؤقت مؤقتة سري سرية متقدم متقدمة سابق"
    " سابقة أقيمت أنشئت أنشأتها بنيت أغلقت أخليت سلمت قوات ثابتة الطائرات المروحيات"
    " تبعد يبعد الاحترام المساواة التوافق التفاهم المصالح المصلحة التوازن الندية الشراكة العدالة"
    " المعاملة الحزب الانطلاق الاستطلاع العدو لها التي ناخبين الناخبين شعبية جماهيرية"
    " الفريق المنتخب التدريب"
)
NO_NAMES = COMMON | _NO_NAMES | {word.removeprefix("ال") for word in _NO_NAMES}
TOWNS = folded_words(
    "مدينة بلدة قرية ريف محافظة ناحية منطقة حي سكان أهالي بريف بمدينة بلدات معبر طريق مدن سد حاجز"
)
LANDS = folded_words("ريف محافظة ناحية منطقة بريف")
"""What a base lies in never names it: القاعدة الواقعة في ريف الحسكة."""
VILLAGES = folded_words("قرية بلدة")
"""What a base lies in goes by the name of one of these, whether anybody knows it or not."""
DIRECTIONS = folded_words(
    "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط في إلى من نحو داخل قرب باتجاه عبر"
)
"""Behind these a name that a town has is that of the town."""
OPPOSITE = folded_words("قبالة مقابل تجاه جنوبا شمالا")
OF_REFUGEES = folded_words("للنازحين للاجئين النازحين اللاجئين للإيواء الإيواء للمهجرين")
"""Behind these a camp is of no army."""
MOST_OF_ALL = folded_words("أبرزها أهمها أشهرها أكبرها")
COLONS = MOST_OF_ALL | folded_words("هي هما وهي وهما : منها بينها ومنها وبينها")
"""Behind these a list begins whose head is farther off."""
LISTING = MOST_OF_ALL | folded_words("في مثل هي : بينها منها منهما هما وهي بينهما وهما أخرى ومنها")
PRESENCES = folded_words("وجود وجودا تواجد حضور حضورا")
MILITARY = folded_words("عسكري عسكرية العسكري العسكرية")
"""وجود عسكري في: the towns behind it stand for what lies there."""
NAMING = folded_words("اسم باسم المسماة المسمى تسمى يسمى سميت سمي المعروفة المعروف")
"""Before quotes these say that a name follows: ثكنة تحمل اسم «الأفق»."""
LEAVING = folded_words("انسحاب الانسحاب انسحابها انسحابه إجلاء إخلاء سحب")
"""Of these a place that is left, and that a base has too, is the base: انسحاب القوات من هيمو."""
AGED = folded_words("البالغ البالغة يبلغ تبلغ بالغ")
"""Before من العمر these tell how old somebody is."""
JOINTS = frozenset("،,") | {"و"}
BULLETS = frozenset("-–•*▪●·◦▫◾■🔹🔸🔴📍✅📌")
