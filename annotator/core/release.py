"""A release: which articles are in it and in which split, and what its manifest says of it."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.splits import SplitBy
from annotator.core.text import is_storable

SPLITS = ("train", "dev", "test")
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Release:
    """A dataset that went out, and is frozen."""

    name: str
    lead: str
    at: str
    manifest: str
    """What stands in its manifest, as JSON."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles in different splits, and how much they share: the Jaccard similarity."""

    article: str
    other: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Within:
    """Two articles in different splits, and how much of the shorter one stands in the longer."""

    article: str
    longer: str
    share: float


@dataclass(frozen=True, slots=True)
class Bridging:
    """An article that is in no split, since it is too near to articles of two."""

    article: str
    near: str
    """The article of another split that it may not meet."""


@dataclass(slots=True)
class SplitFigures:
    """What is in a split."""

    articles: int = 0
    spans: Counter[str] = field(default_factory=Counter)
    """By label."""


def shares_of(told: str) -> dict[str, int]:
    """Return how large each split is to be, from text such as ``80/10/10``, ``90/10`` or ``8/1/1``.

    Two numbers are train and test; one is train alone.

    Raises:
        RefusedAct: if that cannot be read, or was meant as per cent and adds up to something else.
    """
    parts = told.split("/")
    named = {1: SPLITS[:1], 2: (SPLITS[0], SPLITS[2]), 3: SPLITS}.get(len(parts))
    if named and all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts):
        shares = dict(zip(named, map(int, parts), strict=True))
        if shares[SPLITS[0]]:
            _refuse_slip(told, sum(shares.values()))
            return {split: share for split, share in shares.items() if share}
    raise RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{told}” does not say how large the splits are. Write train, dev and test like"
            " 80/10/10, or train and test like 90/10.",
        ),
        told=told,
    )


def told_shares(shares: Mapping[str, int]) -> str:
    """Return the text of which ``shares_of`` makes these shares."""
    train, dev, test = (shares.get(split, 0) for split in SPLITS)
    if dev:
        return f"{train}/{dev}/{test}"
    return f"{train}/{test}" if test else f"{train}"


def _refuse_slip(told: str, total: int) -> None:
    """Refuse per cent that do not add up: so near to 100, hardly anybody means weights."""
    if total != 100 and 90 <= total <= 130:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "The splits {told} add up to {total} and not to 100. Write per cent that do, like"
                " 80/10/10, or weights like 8/1/1.",
            ),
            told=told,
            total=total,
        )


@dataclass(frozen=True, slots=True)
class Order:
    """What a lead wants of a release."""

    name: str
    formats: tuple[str, ...]
    shares: Mapping[str, int]
    seed: int = 0
    by: SplitBy = SplitBy.RANDOM
    layer: str = "gold"
    """``gold``, or the author whose finished layers are released."""
    together: tuple[tuple[str, ...], ...] = ()
    """Names of articles that must share a split, in groups."""
    licence: str = ""
    """Under what terms others may use it, in the lead's words."""
    with_judged: bool = False
    """Whether what leads judged and left out goes with it, as hard negatives."""

    def refuse_unfit(self) -> None:
        """Refuse words that cannot stand in a release, or in a project.

        Raises:
            RefusedAct: if the name is empty, too long or not of one line, or the licence no text.
        """
        refuse_unfit_name(self.name)
        if not is_storable(self.licence):
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "The licence holds a NUL or half of a character.")
            )


def refuse_unfit_name(name: str) -> None:
    """Refuse a name that no release can bear.

    Raises:
        RefusedAct: if it is empty, too long, or cannot be shown in one line.
    """
    # Persian names may have a joiner or non-joiner inside.
    is_shown = name.replace("\u200c", "").replace("\u200d", "").isprintable()
    if not is_shown or not name.strip() or name != name.strip() or len(name) > _LONGEST_NAME:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” cannot name a release: it takes 1 to 100 letters in one line, without"
                " control characters and without a space around them.",
            ),
            name=name,
        )


def group_of(told: str) -> tuple[str, ...]:
    """Return the names in a list with commas; one that has a comma itself stands in quotes.

    Raises:
        RefusedAct: if that cannot be read as a list.
    """
    try:
        (names,) = csv.reader([" ".join(told.splitlines())], skipinitialspace=True)
    except csv.Error as error:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "What is to be kept together is no list of articles ({why}). Write their names with"
                " commas between them.",
            ),
            why=error,
        ) from error
    return tuple(name.strip() for name in names if name.strip())


def told_group(names: Iterable[str]) -> str:
    """Return the list of which ``group_of`` makes these names."""
    return ", ".join(
        '"' + name.replace('"', '""') + '"' if {",", '"'} & set(name) else name for name in names
    )


def joined(groups: Iterable[Sequence[str]]) -> list[tuple[str, str]]:
    """Return pairs that hold each group together."""
    return [pair for group in groups for pair in pairwise(group)]
