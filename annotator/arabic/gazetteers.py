"""Names that are known before anybody has marked anything, by their folded words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.arabic.gazetteer_files import spellings_in
from annotator.arabic.passages import tokens_of
from annotator.arabic.sight import Sight, Word

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


@cache
def gazetteer(name: str) -> Gazetteer:
    """Return the gazetteer of that name."""
    return Gazetteer(spellings_in(name))


@cache
def media() -> Gazetteer:
    """Return the papers, channels and sites, and the agencies among them."""
    return Gazetteer([*spellings_in("media"), *spellings_in("agencies")])


@cache
def states() -> States:
    """Return what is known of states."""
    return States(
        Gazetteer(spellings_in("states", 0)),
        Gazetteer(spellings_in("states", 1)),
        frozenset(
            fold(stem) + ending for stem, _ in spellings_in("states", 2) for ending in _ENDINGS
        ),
    )


@cache
def surnames() -> dict[str, bool]:
    """Return by what one word persons are known, folded; and whether it can be nothing else.

    Of a last name with the article nothing but what stands around it tells.
    """
    names = [fold(one) for one, _ in spellings_in("persons")]
    last = {name.split()[-1] for name in names if name.split()[-1].startswith("ال")}
    return dict.fromkeys(last, False) | {
        name: not name.startswith("ال") for name in names if " " not in name
    }
