"""What months and weekdays are called: in the Levant, in Egypt and the Gulf, in the Maghreb.

One table for all who look for dates.  Spellings that folding makes equal stand here once.
"""

from annotator.arabic.folding import fold

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
    ("الاثنين", "Monday"),
    ("الثلاثاء", "Tuesday"),
    ("الأربعاء", "Wednesday"),
    ("الخميس", "Thursday"),
    ("الجمعة", "Friday"),
    ("السبت", "Saturday"),
    ("الأحد", "Sunday"),
)
"""The names of the days, Monday first, as in ``date.weekday``."""

_SPELLINGS = {"ا": "[اأإآٱ]", "ي": "[يىی]", "ه": "[هة]", "ك": "[كک]", " ": r"\s+"}


def as_pattern(name: str) -> str:
    """Return a pattern for a name as articles may spell it, for texts that are not folded."""
    return "".join(_SPELLINGS.get(letter, letter) for letter in fold(name))
