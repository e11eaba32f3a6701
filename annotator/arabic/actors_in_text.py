"""Where a text names who acts: states and their capitals, forces, bodies, media and persons.

Of names that begin at one place the longest is taken.  None lies within another; a base or a date
may lie within one, as in غرفة عمليات التنف.
"""

from collections.abc import Iterator, Sequence

from annotator.arabic.bodies_in_text import Bodies
from annotator.arabic.credits_in_text import credits_in
from annotator.arabic.media_in_text import Media
from annotator.arabic.persons_in_text import Persons
from annotator.arabic.sight import Apart, Hit, Name, Sight
from annotator.arabic.states_in_text import StatesInText


def actors_in(sight: Sight, others: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the actors of a text, in order, apart from its dates and bases, ``others``."""
    apart = Apart(others)
    reached = 0
    for name in sorted(_names(sight), key=lambda one: (one.start, -one.last)):
        hit = sight.hit(name)
        if name.start >= reached and apart.may_hold((hit.start, hit.end)):
            yield hit
            reached = sight.tokens[name.last].end


def _names(sight: Sight) -> Iterator[Name]:
    bodies, media, persons = Bodies(sight), Media(sight), Persons(sight)
    states = StatesInText(sight)
    ends: set[int] = set()
    place = 0
    while place < len(sight):
        name = None
        if sight.is_word(place):
            name = _longest(place, bodies, media, persons) or states.at(place, ends)
        if name is None:
            place += 1
            continue
        yield name
        ends.add(name.last)
        place = name.last + 1
        acronym = media.in_brackets(place)
        if acronym:
            yield acronym
            ends.add(acronym.last + 1)
    yield from credits_in(sight)
    yield from media.named_again()
    yield from bodies.short_forms()
    yield from persons.last_names()


def _longest(place: int, *finders: Bodies | Media | Persons) -> Name | None:
    names = [name for finder in finders if (name := finder.at(place))]
    return max(names, key=lambda one: (one.last, -one.start), default=None)
