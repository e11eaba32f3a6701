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
    ("محرم", "المحرم", "محرم الحرام", "Muharram", "al-Muharram"),
    ("صفر", "Safar"),
    ("ربيع الأول", "ربيع أول", "Rabi' al-Awwal", "Rabi' al-Awal", "Rabi' I"),
    (
        *("ربيع الآخر", "ربيع الثاني", "ربيع ثاني"),
        *("Rabi' al-Thani", "Rabi' al-Akhir", "Rabi' II"),
    ),
    (
        *("جمادى الأولى", "جمادى الأول"),
        *("Jumada al-Ula", "Jumada al-Awwal", "Jumada al-Awal", "Jumada I"),
    ),
    (
        *("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني"),
        *("Jumada al-Thani", "Jumada al-Thaniya", "Jumada al-Akhira", "Jumada II"),
    ),
    ("رجب", "Rajab"),
    ("شعبان", "Sha'ban", "Shaaban"),
    ("رمضان", "رمضان المبارك", "Ramadan", "Ramadhan", "Ramazan"),
    ("شوال", "Shawwal", "Shawal"),
    (
        *("ذو القعدة", "ذي القعدة", "ذا القعدة"),
        *("Dhu al-Qa'da", "Dhu al-Qi'da", "Dhu'l-Qa'da", "Zul-Qa'da", "Dhu al-Qa'dah"),
        *("Dhu al-Qi'dah", "Dhu'l-Qa'dah", "Zul-Qa'dah"),
    ),
    (
        *("ذو الحجة", "ذي الحجة", "ذا الحجة"),
        *("Dhu al-Hijja", "Dhu'l-Hijja", "Zul-Hijja"),
        *("Dhu al-Hijjah", "Dhu'l-Hijjah", "Zul-Hijjah"),
    ),
)
"""The same of the Hijri calendar, Muharram first; an ``'`` and a ``-`` may be missing."""

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
        | _latin_spellings(name)
    )


def _latin_spellings(name: str) -> set[str]:
    """Return how people write a name with ``'`` and ``-`` in it: Shaban, Dhu al Hijja."""
    return {
        name.replace("'", sign).replace("-", joint)
        for sign in ("'", "’", "‘", "ʿ", "")
        for joint in ("-", " ")
    }
