"""Names that are known before anybody has marked anything, from ``resources/gazetteers``.

A line holds the spellings of one name, parted by strokes.  A name behind which a question mark
stands is a word or a town as well: it counts where something else says what it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from annotator.arabic.folding import fold
from annotator.arabic.passages import tokens_of
from annotator.arabic.sight import Sight, Word
from annotator.paths import resources

_DOUBTFUL = "?"


@dataclass(frozen=True, slots=True)
class Known:
    """A name that stands in a text."""

    name: str
    """As the gazetteer has it."""
    last: int
    """Its last token."""
    is_sure: bool
    """Whether it can be nothing else."""


class Gazetteer:
    """Names by their folded words."""

    def __init__(self, rows: Iterable[tuple[str, str, bool]]) -> None:
        """Take rows of a name, one spelling of it, and whether it can be nothing else."""
        self._names: dict[tuple[str, ...], tuple[str, bool]] = {}
        self._lengths: dict[str, set[int]] = {}
        for name, spelling, is_sure in rows:
            words = tuple(token.text for token in tokens_of(fold(spelling)))
            self._names.setdefault(words, (name, is_sure))
            self._lengths.setdefault(words[0], set()).add(len(words))

    def at(self, sight: Sight, place: int, word: Word) -> Known | None:
        """Return the longest name that begins at ``place``, read as ``word``."""
        for length in sorted(self._lengths.get(word.text, ()), reverse=True):
            tokens = sight.tokens[place + 1 : place + length]
            found = self._names.get((word.text, *(token.text for token in tokens)))
            if found:
                return Known(found[0], place + length - 1, found[1])
        return None


@cache
def gazetteer(name: str) -> Gazetteer:
    """Return the gazetteer of that name."""
    return Gazetteer(
        (spellings[0], spelling, not doubtful)
        for spellings, doubtful in map(_row, _lines(name))
        for spelling in spellings
    )


@dataclass(frozen=True, slots=True)
class States:
    """States, the capitals that stand for their governments, and the adjectives of both."""

    states: Gazetteer
    capitals: Gazetteer
    adjectives: frozenset[str]
    """Folded, in all genders and numbers, without the article."""


@cache
def states() -> States:
    """Return what is known of states."""
    rows = [[part.strip() for part in line.split(";")] for line in _lines("states")]
    spelt = [
        [[one.strip() for one in part.split("|") if one.strip()] for part in row] for row in rows
    ]
    adjectives = {
        fold(stem) + ending
        for row in spelt
        for stem in row[2]
        for ending in ("", "ه", "ين", "ون", "ات", "تين", "تان", "ان")
    }
    return States(
        Gazetteer((row[0][0], name, True) for row in spelt for name in row[0]),
        Gazetteer((row[1][0], name, True) for row in spelt for name in row[1]),
        frozenset(adjectives),
    )


@cache
def first_names() -> frozenset[str]:
    """Return the first names of persons, folded."""
    return frozenset(fold(name) for line in _lines("first_names") for name in line.split())


def _lines(name: str) -> Iterator[str]:
    text = (resources() / "gazetteers" / f"{name}.txt").read_text("utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _row(line: str) -> tuple[list[str], bool]:
    parts = [part.strip() for part in line.split("|")]
    return [part for part in parts if part != _DOUBTFUL], _DOUBTFUL in parts
