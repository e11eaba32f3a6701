"""What a lead has begun in Review as JSON, in which it is kept for another day.

What cannot be read, from another version of the program say, is nothing; all else is read.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

from annotator.core.conflicts import Place
from annotator.core.errors import AnnotatorError
from annotator.core.fields import Fields, object_in_line
from annotator.core.model import Span
from annotator.core.samples import Finding, Sample, Sampled
from annotator.core.values import value_from_json
from annotator.gui.begun import Begun, Site
from annotator.gui.own_spans import Steps
from annotator.gui.review_foot import NO_REMARK, Remark

_MOST = 2**31 - 1
"""Qt counts no further."""

Told = dict[str, object]
Read = TypeVar("Read")


def told_begun(begun: Begun) -> str:
    """Return all that is kept for another day."""
    told = {
        "last": _told_sites(begun.last),
        "remarks": [_told_site(site) | _told_remark(one) for site, one in begun.remarks.items()],
        "drafts": [_told_site(site) | _told_steps(one) for site, one in begun.drafts.items()],
        "ended": [
            _told_site(site)
            | _told_remark(remark)
            | {"drafts": [_told_steps(steps)] if steps else []}
            for site, (remark, steps) in begun.ended.items()
        ],
        "drafting": begun.is_drafting,
        "sample": [_told_sample(begun.sample)] if begun.sample else [],
        "waiting": [*map(_told_sample, begun.waiting)],
        "left": [*map(_told_sample, begun.left)],
    }
    return json.dumps(told, ensure_ascii=False)


def read_begun(text: str) -> Begun:
    """Return what ``told_begun`` wrote, without what cannot be read."""
    begun = Begun()
    # Half of a surrogate pair, which is no UTF-8, is a ValueError.
    with suppress(AnnotatorError, ValueError):
        told = Fields(object_in_line(text.encode()))
        begun.last = next(_readable(told, "last", _site), None)
        begun.remarks = dict(_readable(told, "remarks", lambda one: (_site(one), _remark(one))))
        begun.drafts = dict(_readable(told, "drafts", lambda one: (_site(one), _steps(one))))
        begun.ended = dict(_readable(told, "ended", lambda one: (_site(one), _ended(one))))
        begun.sample = next(_readable(told, "sample", _sample), None)
        begun.waiting = [*_readable(told, "waiting", _sample)]
        begun.left = [*_readable(told, "left", _sample)]
        begun.is_drafting = told.flag("drafting")
    return begun


def _readable(told: Fields, key: str, read: Callable[[Fields], Read]) -> Iterator[Read]:
    """Yield what can be read of a list of objects."""
    listed = told.value(key)
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            with suppress(AnnotatorError, ValueError):
                yield read(Fields(one))


def _count(told: Fields, key: str) -> int:
    count = told.whole_number(key)
    if not 0 <= count <= _MOST:
        raise ValueError(key)
    return count


# -- places


def _told_site(site: Site) -> Told:
    return {"article": site.article_id, "start": site.start, "end": site.end, "of": site.of}


def _told_sites(site: Site | None) -> list[Told]:
    return [_told_site(site)] if site else []


def _site(told: Fields) -> Site:
    return Site(told.text("article"), _count(told, "start"), _count(told, "end"), told.text("of"))


def _told_place(place: Place) -> Told:
    start, end, label = place
    return {"start": start, "end": end, "label": label}


def _place(told: Fields) -> Place:
    return _count(told, "start"), _count(told, "end"), told.text("label")


# -- remarks and drafts


def _told_remark(remark: Remark) -> Told:
    return {"reason": remark.reason, "gap": remark.gap}


def _remark(told: Fields) -> Remark:
    return Remark(told.text("reason"), told.flag("gap"))


def _ended(told: Fields) -> tuple[Remark, Steps | None]:
    remark, steps = _remark(told), [*map(_steps, told.objects("drafts"))]
    if remark == NO_REMARK and not steps:
        raise ValueError
    return remark, steps[0] if steps else None


def _told_spans(spans: Iterable[Span]) -> list[Told]:
    return [span.to_json() for span in spans]


def _span(told: Fields) -> Span:
    return Span(
        start=_count(told, "start"),
        end=_count(told, "end"),
        label=told.text("label"),
        quote=told.text("quote"),
        value=value_from_json(told.value("value")),
        proposed=told.flag("proposed"),
        note=told.text("note"),
        unsure=told.flag("unsure"),
        origin=told.text("origin"),
        id=told.text("id"),
        created_at=told.text("created_at"),
        changed_at=told.text("changed_at"),
    )


def _spans(told: Fields) -> tuple[Span, ...]:
    return tuple(map(_span, told.objects("spans")))


def _told_steps(steps: Steps) -> Told:
    return {
        "spans": _told_spans(steps.spans),
        "before": [{"spans": _told_spans(spans)} for spans in steps.before],
        "after": [{"spans": _told_spans(spans)} for spans in steps.after],
        "seen": _told_ids(steps.seen),
    }


def _steps(told: Fields) -> Steps:
    return Steps(
        _spans(told),
        tuple(map(_spans, told.objects("before"))),
        tuple(map(_spans, told.objects("after"))),
        frozenset(_ids(told, "seen")),
    )


def _told_ids(ids: Iterable[str]) -> list[Told]:
    return [{"id": one} for one in sorted(ids)]


def _ids(told: Fields, key: str) -> set[str]:
    return {one.text("id") for one in told.objects(key)}


# -- samples


def _told_sample(sample: Sample) -> Told:
    return {
        "drawn": [
            {"article": one.article_id, "number": one.number, "span": [one.span.to_json()]}
            for one in sample.drawn
        ],
        "seed": sample.seed,
        "at": sample.at,
        "findings": [{"of": of, "finding": found} for of, found in sample.findings.items()],
        "moved": [
            {"of": of, "places": [*map(_told_place, places)]} for of, places in sample.moved.items()
        ],
        "decided": [{"of": of, "ids": _told_ids(ids)} for of, ids in sample.decided.items()],
    }


def _sample(told: Fields) -> Sample:
    sample = Sample(
        tuple(map(_sampled, told.objects("drawn"))), _count(told, "seed"), _count(told, "at")
    )
    for one in told.objects("findings"):
        sample.findings[_count(one, "of")] = Finding(one.text("finding"))
    for one in told.objects("moved"):
        sample.moved[_count(one, "of")] = tuple(map(_place, one.objects("places")))
    for one in told.objects("decided"):
        sample.decided[_count(one, "of")] = _ids(one, "ids")
    _check_whole(sample)
    return sample


def _check_whole(sample: Sample) -> None:
    """Refuse a sample that speaks of spans it has not, or of changes that led nowhere."""
    known = range(len(sample.drawn))
    changed = {of for of, found in sample.findings.items() if found is Finding.CHANGED}
    changed |= {of for of, ids in sample.decided.items() if ids}
    told = {*sample.findings, *sample.moved, *sample.decided}
    if sample.at > len(known) or not told <= set(known) or not changed <= set(sample.moved):
        raise ValueError


def _sampled(told: Fields) -> Sampled:
    (span,) = map(_span, told.objects("span"))
    return Sampled(told.text("article"), _count(told, "number"), span)
