"""What a lead has begun in Review and not ended: it goes on in another language, on another day."""

from dataclasses import dataclass, field

from annotator.core.samples import Sample
from annotator.gui.annotate.sites import Site, keep_latest
from annotator.gui.fields.remark_fields import NO_REMARK, Remark
from annotator.gui.review.own_spans import Steps

_MOST_LEFT = 5
"""So many samples that were left are kept: the latest ones."""
_LARGE = 2_000
"""More spans take tens of milliseconds to tell."""


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
    waiting: list[Sample] = field(default_factory=list)
    """Those that begin by themselves, the last one first: once a draft has ended, say."""
    left: list[Sample] = field(default_factory=list)
    """Those that the lead left, and may want to go on with; the last one first."""
    visited: Site | None = field(default=None, compare=False)
    """A place that was looked at instead of a conflict; another day begins at the conflict."""
    ended: dict[Site, tuple[Remark, Steps | None]] = field(default_factory=dict)
    """What was decided by now: it comes again if that is taken back."""

    def remark(self, site: Site) -> Remark:
        """Return what was said besides of the conflict there."""
        return self.remarks.get(site, NO_REMARK)

    def keep_remark(self, site: Site, remark: Remark) -> None:
        """Keep what was said besides of the conflict there."""
        keep_latest(self.remarks, site, remark if remark != NO_REMARK else None)

    def keep_draft(self, site: Site, steps: Steps, *, is_in_use: bool = False) -> None:
        """Keep the draft for that place, if anything was done to it or is about to be."""
        keep_latest(self.drafts, site, steps if steps.is_edited or is_in_use else None)

    def leave(self, sample: Sample) -> bool:
        """Keep a sample that is left, should the lead want to go on; false if it is not worth it.

        One that is at its end has told all, and without a finding it can be drawn again.
        """
        is_worth_it = sample.here is not None and bool(sample.findings)
        if is_worth_it:
            self.left = [*self.left, sample][-_MOST_LEFT:]
        return is_worth_it

    def end(self, site: Site) -> None:
        """Take it that what was begun there has led to a decision."""
        ended = self.remarks.pop(site, NO_REMARK), self.drafts.pop(site, None)
        keep_latest(self.ended, site, ended if ended != (NO_REMARK, None) else None)

    def reopen(self, site: Site) -> None:
        """Take up again what had led to a decision that was taken back; what is newer stays."""
        remark, steps = self.ended.pop(site, (NO_REMARK, None))
        if remark != NO_REMARK and site not in self.remarks:
            self.keep_remark(site, remark)
        if steps is not None and site not in self.drafts:
            self.keep_draft(site, steps)

    def reopen_on(self, article_id: str, start: int, end: int) -> None:
        """Take up again what had led to decisions on a stretch: one of them was taken back."""
        for site in list(self.ended):
            if site.article_id == article_id and site.start < end and start < site.end:
                self.reopen(site)

    @property
    def is_large(self) -> bool:
        """Whether it takes long to keep."""
        samples = (self.sample, *self.waiting, *self.left)
        drafts = (*self.drafts.values(), *(steps for _, steps in self.ended.values()))
        told = sum(len(sample.drawn) for sample in samples if sample)
        return told + sum(steps.told for steps in drafts if steps) > _LARGE
