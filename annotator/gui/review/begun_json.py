"""What a lead has begun in Review as JSON, in which it is kept for another day.

What cannot be read, from another version of the program say, is nothing; all else is read.
"""

import json
from collections.abc import Iterable
from contextlib import suppress

from annotator.core.conflicts import Place
from annotator.core.errors import AnnotatorError
from annotator.core.fields import Fields, object_in_line
from annotator.core.model import Span
from annotator.core.readable import read_count, readable
from annotator.core.samples import Finding, Sample, Sampled
from annotator.core.values import value_from_json
from annotator.gui.annotate.sites import Site, Told, read_site
from annotator.gui.fields.remark_fields import NO_REMARK, Remark
from annotator.gui.review.begun import Begun
from annotator.gui.review.own_spans import Steps


def told_begun(begun: Begun) -> str:
    """Return all that is kept for another day."""
    told = {
        "last": _told_sites(begun.last),
        "remarks": [site.told() | _told_remark(one) for site, one in begun.remarks.items()],
        "drafts": [site.told() | _told_steps(one) for site, one in begun.drafts.items()],
        "ended": [
            site.told() | _told_remark(remark) | {"drafts": [_told_steps(steps)] if steps else []}
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
        begun.last = next(readable(told, "last", read_site), None)
        begun.remarks = dict(readable(told, "remarks", lambda one: (read_site(one), _remark(one))))
        begun.drafts = dict(readable(told, "drafts", lambda one: (read_site(one), _steps(one))))
        begun.ended = dict(readable(told, "ended", lambda one: (read_site(one), _ended(one))))
        begun.sample = next(readable(told, "sample", _sample), None)
        begun.waiting = [*readable(told, "waiting", _sample)]
        begun.left = [*readable(told, "left", _sample)]
        begun.is_drafting = told.flag("drafting")
    return begun


# -- places


def _told_sites(site: Site | None) -> list[Told]:
    return [site.told()] if site else []


def _told_place(place: Place) -> Told:
    start, end, label = place
    return {"start": start, "end": end, "label": label}


def _place(told: Fields) -> Place:
    return read_count(told, "start"), read_count(told, "end"), told.text("label")


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
        start=read_count(told, "start"),
        end=read_count(told, "end"),
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
        "population": sample.population,
        "at": sample.at,
        "findings": [{"of": of, "finding": found} for of, found in sample.findings.items()],
        "moved": [
            {"of": of, "places": [*map(_told_place, places)]} for of, places in sample.moved.items()
        ],
        "decided": [{"of": of, "ids": _told_ids(ids)} for of, ids in sample.decided.items()],
    }


def _sample(told: Fields) -> Sample:
    sample = Sample(
        tuple(map(_sampled, told.objects("drawn"))),
        read_count(told, "seed"),
        read_count(told, "population"),
        read_count(told, "at"),
    )
    for one in told.objects("findings"):
        sample.findings[read_count(one, "of")] = Finding(one.text("finding"))
    for one in told.objects("moved"):
        sample.moved[read_count(one, "of")] = tuple(map(_place, one.objects("places")))
    for one in told.objects("decided"):
        sample.decided[read_count(one, "of")] = _ids(one, "ids")
    _check_whole(sample)
    return sample


def _check_whole(sample: Sample) -> None:
    """Refuse a sample that speaks of spans it has not, or of changes that led nowhere."""
    known = range(len(sample.drawn))
    changed = {of for of, found in sample.findings.items() if found is Finding.CHANGED}
    changed |= {of for of, ids in sample.decided.items() if ids}
    told = {*sample.findings, *sample.moved, *sample.decided}
    if len(known) > sample.population:
        raise ValueError
    if sample.at > len(known) or not told <= set(known) or not changed <= set(sample.moved):
        raise ValueError


def _sampled(told: Fields) -> Sampled:
    (span,) = map(_span, told.objects("span"))
    return Sampled(told.text("article"), read_count(told, "number"), span)
