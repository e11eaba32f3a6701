"""Words that say of what kind the thing is whose name follows, and titles of persons.

By the guidelines they stay outside a span where a proper name follows.  They are folded, and
without the article.  Of the words of a longer title the first one tells (وزير الدفاع الأميركي).
"""

from annotator.arabic.folding import fold

_SITES = """
    قاعدة قاعدتا قاعدتي قواعد حامية حاميات معسكر معسكرات مطار مطارات مهبط مدرج حقل حقلا حقلي حقول
    موقع مواقع نقطة نقاط ثكنة ثكنات مقر مقرات ميناء مرفأ محطة مركز مراكز منشأة منشآت حاجز معبر
"""
_BODIES = """
    صحيفة صحف جريدة مجلة قناة قنوات شبكة شبكات وكالة وكالات منصة منصات موقع إذاعة تلفزيون فضائية
    تنظيم تنظيمات حركة حركات ميليشيا ميليشيات مليشيا مليشيات جماعة جماعات فصيل فصائل كتيبة كتائب
    لواء ألوية فرقة حزب أحزاب جبهة منظمة منظمات مؤسسة مركز معهد مرصد شركة هيئة دولة جمهورية مملكة
"""
_TITLES = """
    رئيس رئيسة وزير وزيرة نائب نائبة مساعد مستشار مستشارة مبعوث مبعوثة سفير سفيرة متحدث متحدثة ناطق
    ناطقة أمين مدير مديرة قائد قائدة جنرال فريق عماد عميد عقيد مقدم رائد نقيب ملازم مشير أميرال
    ملك ملكة أمير أميرة شيخ سلطان إمام سيد سيدة دكتور دكتورة مهندس أستاذ محلل باحث باحثة خبير خبيرة
    كاتب صحفي صحفية صحافي صحافية مراسل مراسلة محافظ عضو زعيم مرشد
"""


def _folded(*tables: str) -> frozenset[str]:
    return frozenset(fold(word) for table in tables for word in table.split())


KIND_WORDS = {"base": _folded(_SITES), "actor": _folded(_BODIES, _TITLES)}
"""By the reader of the label that the span says."""
