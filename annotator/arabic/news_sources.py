"""Where news are told to come from at the head of an article: towns and lands, agencies and papers.

The tables are folded.  They need not be complete: a place that is not here is one all the same if
an agency stands beside it.
"""

from functools import cache

from annotator.arabic.folding import fold
from annotator.arabic.gazetteer_files import spellings_in

_IN_THEIR_PLACE = (
    "وكالات، الوكالات، وكالة سانا، وكالة رويترز، وكالة الأناضول، وكالة فرانس برس، خاص، متابعات،"
    " متابعة، Agencies"
)


@cache
def places() -> frozenset[str]:
    """Return the towns and lands."""
    return frozenset(fold(name) for name, _ in spellings_in("places"))


@cache
def agencies() -> frozenset[str]:
    """Return the agencies, papers and channels, and what stands in their place."""
    names = (name for name, _ in spellings_in("agencies"))
    return frozenset(fold(name) for name in (*names, *_IN_THEIR_PLACE.split("، ")))
