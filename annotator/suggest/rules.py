"""The rules as a source of suggestions: what they find in a text before anybody has marked any.

Each rule has a confidence: the share of what it found in the articles under ``tests/arabic`` that
has exactly the borders which the guidelines ask for, (right + 1) / (found + 2), so that a rule of
which little is known claims little.  It says how the rules do on articles like those, no more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.arabic import base_lists, base_names
from annotator.arabic import bases_in_text as bases
from annotator.arabic import bodies_in_text as bodies
from annotator.arabic import credits_in_text as credit_lines
from annotator.arabic import dates_in_text as dates
from annotator.arabic import figures_in_text as figures
from annotator.arabic import media_in_text as media
from annotator.arabic import persons_in_text as persons
from annotator.arabic import states_in_text as states
from annotator.arabic.actors_in_text import actors_in
from annotator.arabic.folding import fold
from annotator.arabic.numerals import is_numeral
from annotator.arabic.sight import Hit, Sight

RULES = "rules"
"""What this source is called."""
BASE, DATE, ACTOR, FIGURE = "base", "date", "actor", "figure"
"""The readers of labels for which there are rules."""

CONFIDENCE = {
    BASE: {
        base_names.BY_KIND: 0.98,
        base_lists.LISTED: 0.97,
        bases.KNOWN_BASE: 0.97,
        bases.AGAIN: 0.81,
    },
    DATE: {
        dates.DAY: 0.96,
        dates.NAMED_DAY: 0.92,
        dates.WEEKDAY: 0.93,
        dates.MONTH: 0.97,
        dates.YEAR: 0.95,
        dates.PERIOD: 0.96,
    },
    ACTOR: {
        bodies.KNOWN: 0.97,
        bodies.BODY: 0.93,
        bodies.OF_STATE: 0.95,
        bodies.SHORT: 0.95,
        bodies.PEOPLE: 0.94,
        media.KNOWN_MEDIUM: 0.98,
        media.MEDIUM: 0.91,
        media.GROUP: 0.85,
        media.ACRONYM: 0.95,
        credit_lines.CREDIT: 0.95,
        states.STATE: 0.98,
        states.CAPITAL: 0.97,
        persons.KNOWN_PERSON: 0.98,
        persons.BY_TITLE: 0.91,
        persons.FIRST_NAME: 0.91,
        persons.SURNAME: 0.94,
    },
    FIGURE: {
        figures.COUNTED: 0.97,
        figures.NUMBER: 0.94,
        figures.PER_CENT: 0.95,
        figures.DUAL: 0.91,
        figures.ONE_OF_IT: 0.81,
    },
}
"""By reader and rule."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text and what it seems to say; code points, end exclusive, whole letters."""

    start: int
    end: int
    reader: str
    """Which reader of a label set it is for."""
    confidence: float
    """How likely its borders and its reader are right, from 0 to 1."""
    rule: str
    """What found it."""


def found_by_rules(text: str, sight: Sight | None = None) -> Iterator[Found]:
    """Yield what the rules find, reader by reader, in order of place.

    Whoever looks at the text in other ways too hands in the ``sight`` of it.

    Spans of one reader neither nest nor overlap.  A base or a date may lie within an actor's name;
    a number within a date or a name is no figure.  The cost grows with the length of ``text``.
    """
    sight = Sight(text) if sight is None else sight
    found_dates = list(dates.dates_in(sight))
    found_bases = list(bases.bases_in(sight))
    found_actors = list(actors_in(sight, found_bases + found_dates))
    no_figures = found_dates + _with_numbers(text, found_bases + found_actors)
    yield from _found(BASE, found_bases)
    yield from _found(DATE, found_dates)
    yield from _found(ACTOR, found_actors)
    yield from _found(FIGURE, figures.figures_in(sight, no_figures))


def _found(reader: str, hits: Iterable[Hit]) -> Iterator[Found]:
    for start, end, rule in hits:
        yield Found(start, end, reader, CONFIDENCE[reader][rule], rule)


def _with_numbers(text: str, hits: Iterable[Hit]) -> list[Hit]:
    return [hit for hit in hits if any(map(_is_number, text[hit.start : hit.end].split()))]


def _is_number(word: str) -> bool:
    return any(map(str.isdecimal, word)) or is_numeral(fold(word).removeprefix("و"))
