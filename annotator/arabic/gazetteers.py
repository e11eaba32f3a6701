"""Names that are known before anybody has marked anything, from ``resources/gazetteers``.

A line holds the spellings of one name, parted by strokes.  A name behind which a question mark
stands is a word or a town as well: it counts where something else says what it is.  Agencies are
those of ``news_sources``: what is there is in no gazetteer again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.arabic.news_sources import OTHER_AGENCIES, SURE_AGENCIES
from annotator.arabic.passages import tokens_of
from annotator.arabic.sight import Sight, Word
from annotator.paths import resources

NAMES = ("actors", "media", "bases", "persons", "states", "first_names")
"""The files, without their ending."""
_DOUBTFUL = "?"
_ENDINGS = fold("- ة ين ون ات تين تان ان").replace("-", "").split(" ")


class Known(NamedTuple):
    """A name that stands in a text."""

    last: int
    """Its last token."""
    is_sure: bool
    """Whether it can be nothing else."""


class Gazetteer:
    """Names by their folded words."""

    def __init__(self, rows: Iterable[tuple[str, bool]]) -> None:
        """Take rows of a spelling, and whether it can be nothing else."""
        self._names: dict[tuple[str, ...], bool] = {}
        self._lengths: dict[str, list[int]] = {}
        for spelling, is_sure in rows:
            words = tuple(token.text for token in tokens_of(fold(spelling)))
            self._names.setdefault(words, is_sure)
            lengths = {*self._lengths.get(words[0], ()), len(words)}
            self._lengths[words[0]] = sorted(lengths, reverse=True)

    def at(self, sight: Sight, place: int, word: Word) -> Known | None:
        """Return the longest name that begins at ``place``, read as ``word``."""
        for length in self._lengths.get(word.text, ()):
            words = [sight.word(place + ahead) for ahead in range(1, length)]
            is_sure = self._names.get((word.text, *words))
            if is_sure is not None:
                return Known(place + length - 1, is_sure)
        return None

    def begins_at(self, sight: Sight, place: int) -> tuple[Word, Known] | None:
        """Return the name that begins at ``place``, in the first reading that has one."""
        for word in sight.readings(place):
            known = self.at(sight, place, word)
            if known:
                return word, known
        return None

    def __contains__(self, word: str) -> bool:
        return (word,) in self._names


@dataclass(frozen=True, slots=True)
class States:
    """States, the capitals that stand for their governments, and the adjectives of both."""

    states: Gazetteer
    capitals: Gazetteer
    adjectives: frozenset[str]
    """Folded, in all genders and numbers, without the article."""


def spellings_in(name: str) -> list[tuple[list[str], bool]]:
    """Return the spellings in each line of a gazetteer, and whether they can be nothing else.

    Of states there are three lists a line: names, capitals, stems of adjectives.
    """
    return [_row(part) for line in _lines(name) for part in line.split(";")]


@cache
def gazetteer(name: str) -> Gazetteer:
    """Return the gazetteer of that name."""
    rows = [(one, is_sure) for spelt, is_sure in spellings_in(name) for one in spelt]
    if name == "media":
        rows += [(one, True) for one in SURE_AGENCIES] + [(one, False) for one in OTHER_AGENCIES]
    return Gazetteer(rows)


@cache
def states() -> States:
    """Return what is known of states."""
    rows = spellings_in("states")
    return States(
        Gazetteer((name, is_sure) for spelt, is_sure in rows[0::3] for name in spelt),
        Gazetteer((name, is_sure) for spelt, is_sure in rows[1::3] for name in spelt),
        frozenset(
            fold(stem) + ending for stems, _ in rows[2::3] for stem in stems for ending in _ENDINGS
        ),
    )


@cache
def surnames() -> dict[str, bool]:
    """Return by what one word persons are known, folded; and whether it can be nothing else.

    Of a last name with the article nothing but what stands around it tells.
    """
    names = [fold(one) for spelt, _ in spellings_in("persons") for one in spelt]
    last = {name.split()[-1] for name in names if name.split()[-1].startswith("ال")}
    return dict.fromkeys(last, False) | {
        name: not name.startswith("ال") for name in names if " " not in name
    }


def _lines(name: str) -> Iterator[str]:
    text = (resources() / "gazetteers" / f"{name}.txt").read_text("utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _row(part: str) -> tuple[list[str], bool]:
    spelt = [one.strip() for one in part.split("|")]
    return [one for one in spelt if one and one != _DOUBTFUL], _DOUBTFUL not in spelt
