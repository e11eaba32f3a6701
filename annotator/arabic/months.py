"""What months and weekdays are called: in the Levant, in Egypt and the Gulf, in the Maghreb.

One table for all who look for dates, read when the first of them asks.
"""

from functools import cache

from annotator.arabic.gazetteer_files import numbered_in

Names = tuple[tuple[str, ...], ...]


@cache
def months() -> Names:
    """Return the names of the twelve months, January first."""
    return numbered_in("months")


@cache
def hijri_months() -> Names:
    """Return the same of the Hijri calendar, Muharram first; a ``'`` and a ``-`` may be missing."""
    return numbered_in("hijri_months")


@cache
def weekdays() -> Names:
    """Return the names of the days, Monday first, as in ``date.weekday``."""
    return numbered_in("weekdays")


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
