"""The spans that a file brings for one article, each checked against its text.

Nothing is guessed: a span that does not fit is refused by name.
"""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field, replace
from datetime import datetime

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.format import ArticleRecord, SpanRecord
from annotator.core.model import IMPORTED, Article, Layer, Span, new_id, now
from annotator.core.text import CleanText, whole_letters
from annotator.core.values import EntryValue, Value
from annotator.workflow.acts.entries import Entries

_MOMENT = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.*")


@dataclass(frozen=True, slots=True)
class Arrived:
    """The spans of a file that fit their article, and what is wrong with the others."""

    spans: list[Span] = field(default_factory=list)
    bare: set[tuple[int, int, str]] = field(default_factory=set)
    """The places of those that came without an id: they say only what they hold."""
    refused: list[AnnotatorError] = field(default_factory=list)

    def news_to(self, layer: Layer, entries: Entries) -> tuple[list[Span], list[AnnotatorError]]:
        """Return the spans that ``layer`` lacks, and what is told of those it has otherwise.

        Entries that are merged by now are one, whichever of them the file names.
        """
        by_id = {span.id: span for span in layer}
        by_place = {span.place: span for span in layer}
        new: list[Span] = []
        otherwise: list[AnnotatorError] = []
        for span in self.spans:
            known = by_id.get(span.id) or by_place.get(span.place)
            if known is None:
                new.append(span)
            elif not _is_told_by(known, span, entries, bare=span.place in self.bare):
                otherwise.append(
                    InvalidArticle(
                        QT_TRANSLATE_NOOP(
                            "errors",
                            "“{quote}” is in the project already, with another value, note or"
                            " place; it was left as it is.",
                        ),
                        quote=span.quote,
                    )
                )
        return new, otherwise


def arrived(
    article: Article,
    record: ArticleRecord,
    clean: CleanText,
    entries: Entries,
    taken: Container[str],
) -> Arrived:
    """Return the spans of ``record``, whose text is ``clean`` now, as ``article`` can hold them.

    Those with an id that is ``taken`` by another layer get a new one.
    """
    result = Arrived()
    repeated = Counter(span.id for span in record.spans or () if span.id)
    by_place: dict[tuple[int, int, str], Span] = {}
    moment = now()
    for one in record.spans or ():
        try:
            span = entries.fitting(_span(article, record, clean, one, moment))
            if span.id in taken or repeated[span.id] > 1:
                span = replace(span, id=new_id())
            if by_place.setdefault(span.place, span) != span:
                raise _doubled(span)
        except AnnotatorError as error:
            result.refused.append(error)
            continue
        if one.id is None:
            result.bare.add(span.place)
    result.spans.extend(by_place.values())
    return result


def _span(
    article: Article, record: ArticleRecord, clean: CleanText, one: SpanRecord, moment: str
) -> Span:
    raw = article.text if record.text is None else record.text
    _refuse_outside(one, len(raw))
    start, end = clean.position(one.start), clean.position(one.end)
    covered = article.text[start:end]
    if not covered or one.quote not in (None, covered, raw[one.start : one.end]):
        raise _ill_placed(one, covered)
    if whole_letters(article.text, start, end) != (start, end):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "The {label} from {start} to {end} parts a letter from its marks: “{quote}”.",
            ),
            label=one.label,
            start=one.start,
            end=one.end,
            quote=covered,
        )
    return Span(
        start=start,
        end=end,
        label=one.label,
        quote=covered,
        value=one.value,
        proposed=one.proposed,
        note=one.note,
        unsure=one.unsure,
        origin=one.origin or IMPORTED,
        id=one.id or new_id(),
        created_at=_moment(one.created_at) or moment,
        changed_at=_moment(one.changed_at) or moment,
    )


def _is_told_by(known: Span, told: Span, entries: Entries, *, bare: bool) -> bool:
    """Tell whether ``known`` says all that a file says of it."""
    value, note, unsure = told.value, told.note, told.unsure
    if bare:
        value = known.value if value is None else value
        note, unsure = note or known.note, unsure or known.unsure
    return (told.place, _compared(value, entries), note, unsure) == (
        known.place,
        _compared(known.value, entries),
        known.note,
        known.unsure,
    )


def _compared(value: Value, entries: Entries) -> Value | str:
    """Return what is compared of a value: entries by id, since names may change."""
    return entries.id_of(value.entry) if isinstance(value, EntryValue) else value


def _refuse_outside(one: SpanRecord, last: int) -> None:
    """Refuse a span that is no stretch, or goes beyond the text that ends at ``last``."""
    if not 0 <= one.start < one.end:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "The {label} cannot run from {start} to {end}."),
            label=one.label,
            start=one.start,
            end=one.end,
        )
    if one.end > last:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "The {label} from {start} to {end} does not fit the article, which ends at {last}.",
            ),
            label=one.label,
            start=one.start,
            end=one.end,
            last=last,
        )


def _ill_placed(one: SpanRecord, covered: str) -> InvalidArticle:
    if not covered:
        return InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "The {label} from {start} to {end} covers nothing that is kept."
            ),
            label=one.label,
            start=one.start,
            end=one.end,
        )
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "The {label} from {start} to {end} does not fit the text: it says “{quote}”, the text"
            " “{covered}”.",
        ),
        label=one.label,
        start=one.start,
        end=one.end,
        quote=one.quote or "",
        covered=covered,
    )


def _doubled(span: Span) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP("errors", "“{quote}” at {start} is marked as {label} twice."),
        quote=span.quote,
        start=span.start,
        label=span.label,
    )


def _moment(moment: str | None) -> str | None:
    """Return ``moment`` as it stands if it is a point in time: with its zone."""
    if moment is None:
        return None
    try:
        has_zone = datetime.fromisoformat(moment).tzinfo is not None
    except ValueError:
        has_zone = False
    if not has_zone or not _MOMENT.fullmatch(moment):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "“{moment}” is no time in ISO 8601 with its zone: 2026-02-23T14:05:00Z."
            ),
            moment=moment,
        )
    return moment
