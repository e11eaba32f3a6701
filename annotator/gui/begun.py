"""What a lead has begun in Review and not ended: it goes on in another language, on another day.

It is kept as JSON.  What cannot be read, from another version of the program say, is nothing.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from annotator.core.conflicts import Place
from annotator.core.model import Span
from annotator.core.samples import Finding, Sample, Sampled
from annotator.gui.own_spans import Steps
from annotator.gui.review_foot import NO_REMARK, Remark

_MOST = 50
"""So many drafts, and remarks, are kept: the latest ones."""
_LARGE = 2_000
"""More spans of a sample take tens of milliseconds to tell."""

Noted = TypeVar("Noted")


class Site(NamedTuple):
    """Where something was begun: a stretch of an article, code points, end exclusive."""

    article_id: str
    start: int
    end: int
    of: str = ""
    """The id of the conflict, or the label of the span of gold: several may lie on one stretch."""


@dataclass(slots=True)
class Begun:
    """What is begun, by where it was."""

    last: Site | None = None
    """The conflict that was looked at last."""
    remarks: dict[Site, Remark] = field(default_factory=dict)
    drafts: dict[Site, Steps] = field(default_factory=dict)
    is_drafting: bool = False
    """Whether the draft of the place at hand is being edited."""
    sample: Sample | None = None
    """The one that is gone through."""
    waiting: Sample | None = None
    """The one that is to begin once a draft has ended."""
    visited: Site | None = None
    """A place that was looked at instead of a conflict; another day begins at the conflict."""
    _ended: dict[Site, tuple[Remark, Steps | None]] = field(default_factory=dict)
    """What was decided by now: it comes again if that is taken back."""

    def remark(self, site: Site) -> Remark:
        """Return what was said besides of the conflict there."""
        return self.remarks.get(site, NO_REMARK)

    def keep_remark(self, site: Site, remark: Remark) -> None:
        """Keep what was said besides of the conflict there."""
        _keep(self.remarks, site, remark if remark != NO_REMARK else None)

    def keep_draft(self, site: Site, steps: Steps, *, is_in_use: bool = False) -> None:
        """Keep the draft for that place, if anything was done to it or is about to be."""
        _keep(self.drafts, site, steps if steps.is_edited or is_in_use else None)

    def end(self, site: Site) -> None:
        """Take it that what was begun there has led to a decision."""
        ended = self.remarks.pop(site, NO_REMARK), self.drafts.pop(site, None)
        _keep(self._ended, site, ended if ended != (NO_REMARK, None) else None)

    def reopen(self, site: Site) -> None:
        """Take up again what had led to a decision that was taken back."""
        remark, steps = self._ended.pop(site, (NO_REMARK, None))
        if remark != NO_REMARK:
            self.keep_remark(site, remark)
        if steps is not None:
            self.keep_draft(site, steps)

    @property
    def is_large(self) -> bool:
        """Whether it takes long to keep."""
        samples = (self.sample, self.waiting)
        return any(sample and len(sample.drawn) > _LARGE for sample in samples)

    # -- JSON

    def to_json(self) -> str:
        """Return all that is kept for another day."""
        told = {
            "last": self.last,
            "remarks": [[site, one.reason, one.gap] for site, one in self.remarks.items()],
            "drafts": [[site, _told_steps(one)] for site, one in self.drafts.items()],
            "drafting": self.is_drafting,
            "sample": _told_sample(self.sample),
            "waiting": _told_sample(self.waiting),
        }
        return json.dumps(told, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Begun":
        """Return what ``to_json`` wrote."""
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            told = json.loads(text)
            return cls(
                last=Site(*told["last"]) if told["last"] else None,
                remarks={Site(*site): Remark(*said) for site, *said in told["remarks"]},
                drafts={Site(*site): _steps(steps) for site, steps in told["drafts"]},
                is_drafting=told["drafting"],
                sample=_sample(told["sample"]),
                waiting=_sample(told["waiting"]),
            )
        return cls()


def _keep(kept: dict[Site, Noted], site: Site, one: Noted | None) -> None:
    """Keep something for a place as the latest; nothing, if it is ``None``."""
    kept.pop(site, None)
    if one is not None:
        kept[site] = one
        while len(kept) > _MOST:
            del kept[next(iter(kept))]


def _told_spans(spans: Iterable[Span]) -> list[dict[str, object]]:
    return [span.to_json() for span in spans]


def _spans(told: Iterable[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(map(Span.from_json, told))


def _told_steps(steps: Steps) -> dict[str, object]:
    return {
        "spans": _told_spans(steps.spans),
        "before": [*map(_told_spans, steps.before)],
        "after": [*map(_told_spans, steps.after)],
        "seen": sorted(steps.seen),
    }


def _steps(told: dict[str, Any]) -> Steps:
    return Steps(
        _spans(told["spans"]),
        tuple(map(_spans, told["before"])),
        tuple(map(_spans, told["after"])),
        frozenset(told["seen"]),
    )


def _told_sample(sample: Sample | None) -> dict[str, object] | None:
    if sample is None:
        return None
    return {
        "drawn": [[one.article_id, one.number, one.span.to_json()] for one in sample.drawn],
        "seed": sample.seed,
        "at": sample.at,
        "findings": list(sample.findings.items()),
        "moved": list(sample.moved.items()),
    }


def _sample(told: dict[str, Any] | None) -> Sample | None:
    if told is None:
        return None
    drawn = ((one, number, Span.from_json(span)) for one, number, span in told["drawn"])
    return Sample(
        tuple(Sampled(*one) for one in drawn),
        told["seed"],
        told["at"],
        {number: Finding(finding) for number, finding in told["findings"]},
        {number: _place(place) for number, place in told["moved"]},
    )


def _place(told: list[Any] | None) -> Place | None:
    if told is None:
        return None
    start, end, label = told
    return start, end, label
