"""The spans that a dataset of a release holds, compared with those that were released.

Places and labels are compared in every format; values, notes and doubts where it holds all three.
What a format lost stands in the manifest, by article and label.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from annotator.core.errors import QT_TRANSLATE_NOOP, FileError
from annotator.core.format import ArticleRecord, Format, SpanRecord
from annotator.core.losses import FATES, LossKind
from annotator.core.manifest import Manifest, ReleasedArticle, said_of
from annotator.formats import FORMATS

_SAID: Final = (LossKind.VALUE, LossKind.NOTE, LossKind.CERTAINTY)
"""What the list tells of a span besides its label and place, as one."""


class SpanComparison:
    """Compares spans that were read with those of the list, in view of what each format lost."""

    def __init__(self, manifest: Manifest) -> None:
        self._lost: dict[tuple[str, str, str | None], Counter[LossKind]] = {}
        """What each format lost of each article and label."""
        for format, losses in manifest.losses.items():
            for loss in losses:
                found = self._lost.setdefault((format, loss.article, loss.label), Counter())
                found[loss.kind] += loss.count

    def lost(self, format: str, article: str, label: str) -> Counter[LossKind]:
        """Return what a format lost of the spans of a label in an article."""
        return self._lost.get((format, article, label), Counter())

    def problems(
        self, format: str, record: ArticleRecord, one: ReleasedArticle
    ) -> Iterator[FileError]:
        """Yield what is wrong with the spans that a format holds of an article of the list."""
        yield from self._compare(format, record, one)
        if _holds_what_is_said(FORMATS[format]):
            yield from self._compare_said(format, record, one)

    def _compare(
        self, format: str, record: ArticleRecord, one: ReleasedArticle
    ) -> Iterator[FileError]:
        """Yield what is told of spans that were not released, nor made of them by the format."""
        found = Counter(place for place, _ in _placed_spans(record))
        released = Counter((span.label, span.start, span.end) for span in one.spans)
        missing = Counter(label for label, _, _ in (released - found).elements())
        added = Counter(label for label, _, _ in (found - released).elements())
        for label in sorted(missing | added):
            lost = self.lost(format, one.name, label)
            # What was split is read as one again; beside tokens stand the places themselves.
            kinds = (LossKind.DROPPED,) if FORMATS[format].read is None else FATES
            moved = sum(lost[kind] for kind in kinds) - lost[LossKind.SPLIT]
            new = moved - lost[LossKind.DROPPED]
            if missing[label] > moved or added[label] > new:
                yield FileError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "{format}: in “{article}” the spans of {label} are not those that were"
                        " released (missing: {missing}, new: {new}).",
                    ),
                    format=format,
                    article=one.name,
                    label=label,
                    missing=missing[label],
                    new=added[label],
                )

    def _compare_said(
        self, format: str, record: ArticleRecord, one: ReleasedArticle
    ) -> Iterator[FileError]:
        """Yield what is told of spans that are where they were, and say something else.

        An older release does not tell what they said.
        """
        found = Counter(
            (*place, said_of(span.value, span.note, unsure=span.unsure))
            for place, span in _placed_spans(record)
        )
        there = {told[:3] for told in found}
        changed: Counter[str] = Counter()
        for span in one.spans:
            place = (span.label, span.start, span.end)
            if span.said is not None and place in there:
                if found[*place, span.said]:
                    found[*place, span.said] -= 1
                else:
                    changed[span.label] += 1
        for label, count in sorted(changed.items()):
            lost = self.lost(format, one.name, label)
            if count > sum(lost[kind] for kind in _SAID):
                yield FileError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "{format}: in “{article}” spans of {label} do not say what was released:"
                        " their value, note or doubt is another one ({count}).",
                    ),
                    format=format,
                    article=one.name,
                    label=label,
                    count=count,
                )


def _placed_spans(record: ArticleRecord) -> Iterator[tuple[tuple[str, int, int], SpanRecord]]:
    """Yield the spans of a record, each with its label and place."""
    for span in record.spans or ():
        yield (span.label, span.start, span.end), span


def _holds_what_is_said(format: Format) -> bool:
    return not format.left_behind.intersection(_SAID)
