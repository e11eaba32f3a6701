"""What months and weekdays are called: in the Levant, in Egypt and the Gulf, in the Maghreb.

One table for all who look for dates.
"""

MONTHS = (
    ("كانون الثاني", "كانون ثاني", "يناير", "جانفي", "January", "Jan"),
    ("شباط", "فبراير", "فيفري", "February", "Feb"),
    ("آذار", "مارس", "March", "Mar"),
    ("نيسان", "أبريل", "أفريل", "April", "Apr"),
    ("أيار", "مايو", "ماي", "May"),
    ("حزيران", "يونيو", "يونية", "جوان", "June", "Jun"),
    ("تموز", "يوليو", "يولية", "يوليوز", "جويلية", "July", "Jul"),
    ("آب", "أغسطس", "أوت", "غشت", "أغشت", "August", "Aug"),
    ("أيلول", "سبتمبر", "شتنبر", "شتمبر", "September", "Sept", "Sep"),
    ("تشرين الأول", "تشرين أول", "أكتوبر", "اوكتوبر", "October", "Oct"),
    ("تشرين الثاني", "تشرين ثاني", "نوفمبر", "نونبر", "نوفنبر", "November", "Nov"),
    ("كانون الأول", "كانون أول", "ديسمبر", "دجنبر", "دجمبر", "December", "Dec"),
)
"""The names of the twelve months, January first."""

HIJRI_MONTHS = (
    ("محرم", "المحرم", "محرم الحرام"),
    ("صفر",),
    ("ربيع الأول", "ربيع أول"),
    ("ربيع الآخر", "ربيع الثاني", "ربيع ثاني"),
    ("جمادى الأولى", "جمادى الأول"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني"),
    ("رجب",),
    ("شعبان",),
    ("رمضان", "رمضان المبارك"),
    ("شوال",),
    ("ذو القعدة", "ذي القعدة", "ذا القعدة"),
    ("ذو الحجة", "ذي الحجة", "ذا الحجة"),
)

WEEKDAYS = (
    ("الاثنين", "الإثنين", "Monday"),
    ("الثلاثاء", "Tuesday"),
    ("الأربعاء", "Wednesday"),
    ("الخميس", "Thursday"),
    ("الجمعة", "Friday"),
    ("السبت", "Saturday"),
    ("الأحد", "Sunday"),
)
"""The names of the days, Monday first, as in ``date.weekday``."""

_ALEFS = "أإا"


def spellings(name: str) -> frozenset[str]:
    """Return a name with each alef that may have a hamza, for texts that are not folded."""
    bare = name.translate(str.maketrans("أإآ", "ااا"))
    places = [place for place, letter in enumerate(name) if letter in "أإآ"]
    return frozenset(
        {name, bare}
        | {bare[:place] + alef + bare[place + 1 :] for place in places for alef in _ALEFS}
    )
