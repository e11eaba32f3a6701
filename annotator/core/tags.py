"""Tags of tokens that tell where spans begin and end: IOB and BILOU, in all that is written so.

``B-base`` begins a span of the label base, ``I-base`` goes on with it, ``O`` is none.  In BILOU
``L`` is its last token and ``U`` its only one; in BIOES these two are ``E`` and ``S``.  In IOB1
``I`` begins a span too, and ``B`` only one that follows another of its label.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

import regex

_TAG = regex.compile(r"(?P<part>[BILOUES])(?:-(?P<label>\S+))?")
_SAME = {"E": "L", "S": "U"}


class Scheme(StrEnum):
    """Which tags there are."""

    IOB1 = "IOB1"
    IOB2 = "IOB2"
    BILOU = "BILOU"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is meant; ``label`` is empty for ``O``."""

    part: str
    label: str = ""


OUTSIDE = Tag("O")


@lru_cache(maxsize=1000)
def tag_of(written: str) -> Tag | None:
    """Return the tag that is written, or None if that is none."""
    match = _TAG.fullmatch(written)
    if not match or (match["part"] == "O") != (match["label"] is None):
        return None
    return Tag(_SAME.get(match["part"], match["part"]), match["label"] or "")


class OnTokens(Protocol):
    """A span on tokens."""

    @property
    def tokens(self) -> range:
        """Which they are, by index."""

    @property
    def label(self) -> str:
        """The label of the span."""


def tags_for(count: int, spans: Iterable[OnTokens], scheme: Scheme) -> list[str]:
    """Return the tags of ``count`` tokens on which ``spans`` lie, none over another."""
    tags = ["O"] * count
    for one in spans:
        label, tokens = one.label, one.tokens
        for index in tokens:
            tags[index] = f"I-{label}"
        tags[tokens[0]] = f"B-{label}"
        if scheme is Scheme.BILOU:
            tags[tokens[-1]] = f"L-{label}" if len(tokens) > 1 else f"U-{label}"
    return tags


class SchemeGuess:
    """Finds out which scheme the tags of a file follow, by all of them."""

    def __init__(self) -> None:
        self._has_ends = False
        self._i_begins = False
        self._b_is_needed = True
        self._before = OUTSIDE

    def see(self, tag: Tag) -> None:
        """Take in the next tag; ``OUTSIDE`` stands for the end of a sentence."""
        follows = tag.label == self._before.label
        self._has_ends |= tag.part in "LU"
        self._i_begins |= tag.part == "I" and not follows
        self._b_is_needed &= tag.part != "B" or follows
        self._before = tag

    @property
    def scheme(self) -> Scheme:
        """Which scheme fits best; IOB2 where nothing speaks for another."""
        if self._has_ends:
            return Scheme.BILOU
        return Scheme.IOB1 if self._i_begins and self._b_is_needed else Scheme.IOB2


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span that tags tell of."""

    tokens: range
    label: str
    entry: str = ""
    """The entry of the registry that it means, where the file has them on tokens too."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A tag that cannot stand where it does: nothing begins before it, or is not ended."""

    index: int


def unfit(written: Sequence[str], spans: Iterable[OnTokens], scheme: Scheme) -> list[int]:
    """Return at which tokens another tag is written than ``scheme`` has for ``spans``."""
    tags = tags_for(len(written), spans, scheme)
    return [index for index, tag in enumerate(written) if tag != tags[index]]


def spans_in(tags: Sequence[Tag], scheme: Scheme) -> Iterator[Tagged | Misplaced]:
    """Yield the spans of one sentence, in order, and the tags that fit no span."""
    begun: int | None = None
    for index, tag in enumerate([*tags, OUTSIDE]):
        goes_on = begun is not None and tags[begun].label == tag.label and tag.part in "IL"
        if begun is not None and not goes_on:
            is_whole = scheme is not Scheme.BILOU
            yield Tagged(range(begun, index), tags[begun].label) if is_whole else Misplaced(begun)
            begun = None
        if tag.part == "U":
            yield Tagged(range(index, index + 1), tag.label)
        elif tag.part == "B" or (tag.part == "I" and scheme is Scheme.IOB1 and not goes_on):
            begun = index
        elif goes_on and tag.part == "L":
            yield Tagged(range(begun or 0, index + 1), tag.label)
            begun = None
        elif tag.part != "O" and not goes_on:
            yield Misplaced(index)
