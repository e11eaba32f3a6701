"""What the card of a release tells: what is in it, where it comes from, how it was settled."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.behind import Wait
from annotator.core.decisions import Choice
from annotator.core.losses import Loss
from annotator.core.overview import Overview
from annotator.core.release import Likeness, Order, SplitFigures, Within


@dataclass(slots=True)
class Contents:
    """What is in the articles of a release, counted as they are gone through."""

    outlets: Counter[str | None] = field(default_factory=Counter)
    """How many articles are of each outlet; ``None`` of an unknown one."""
    published: list[str] = field(default_factory=list)
    """The days on which articles were published, where they are known."""
    characters: int = 0
    words: int = 0
    lengths: dict[str, Counter[int]] = field(default_factory=dict)
    """How many spans of each label have how many words."""
    choices: Counter[Choice] = field(default_factory=Counter)
    """How many decisions stand in them, by how the lead came to them."""
    gaps: int = 0
    """How many of them say that the guidelines leave the question open."""
    single: int = 0
    """How many articles one author alone has finished."""


@dataclass(frozen=True, slots=True)
class Card:
    """All that a card tells; authors are letters in it."""

    order: Order
    day: str
    """On which it was released, as 2026-02-23."""
    program: str
    layer: str
    """``gold``, or the letter of the author whose layers were released."""
    guidelines: str
    """Their version."""
    rules: Mapping[str, str]
    """What each label marks, in a sentence of the guidelines; empty where they have none."""
    contents: Contents
    figures: Mapping[str, SplitFigures]
    overview: Overview
    """The labels, and how far authors agree."""
    waits: Mapping[Wait, int]
    """How many articles are left out since they wait for what; some wait for several things."""
    bridging: int
    """How many are left out since they are too near to two splits."""
    moved: int
    """How many are in another split than when they were released last."""
    stayed: int
    """How many keep the split that an earlier release gave them."""
    together: int
    """How many groups of articles somebody kept together by hand."""
    out_of_time: int
    """By time, how many are older than the newest one of an earlier split."""
    parted_outlets: int
    """By outlet, how many outlets have articles in several splits."""
    near_duplicates: int
    highest: Likeness | None
    most_within: Within | None
    losses: Mapping[str, Sequence[Loss]]
    """What each format could not hold."""
    has_tokens: bool
    """Whether a format has tokens, on which people train."""
    judged: Mapping[str, int] | None = None
    """How many spans leads ruled out, by label, if they go with the release."""
