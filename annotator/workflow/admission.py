"""What becomes of one record of a file: an article, a source, a layer, or a refusal.

Runs inside the transaction of its caller.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from annotator.arabic import ARABIC
from annotator.core.edits import Change
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.format import ArticleRecord, Refused, SpanRecord
from annotator.core.labels import LabelSet
from annotator.core.model import (
    GOLD,
    Article,
    Direction,
    Layer,
    LayerState,
    Source,
    Span,
    Status,
    new_id,
    now,
)
from annotator.core.text import CleanText, clean_text, is_iso_day, sha256_of, title_of
from annotator.core.values import EntryValue, kind_of
from annotator.store.project import Project
from annotator.workflow.people import ensure_author


@dataclass(slots=True)
class Admitted:
    """What some records brought into the project."""

    articles: list[str] = field(default_factory=list)
    """Ids of the articles that were added."""
    skipped: int = 0
    """How many articles were there."""
    layers: list[tuple[str, str]] = field(default_factory=list)
    """Article ids and authors of the layers that were added."""
    spans_added: list[str] = field(default_factory=list)
    """Ids of the spans that were added to layers which were there."""
    spans: int = 0
    """How many spans were added in all."""
    refused: list[Refused] = field(default_factory=list)


class Admission:
    """Takes records into a project, one after the other."""

    def __init__(
        self, project: Project, labels: LabelSet, author: str | None, published: str | None
    ) -> None:
        self._project = project
        self._labels = labels
        self._author = author
        self._published = published
        self._unindexed: list[tuple[int, str, str]] = []
        self._known_authors: set[str] = set()
        self.admitted = Admitted()

    def take(self, record: ArticleRecord, file_name: str) -> None:
        """Take in ``record``, which stands in the file of that name; refuse what does not fit."""
        try:
            self._take_article(record, file_name)
        except AnnotatorError as error:
            self._refuse(record, error)

    def finish(self) -> None:
        """Let the search know the articles that were added; without that it never finds them."""
        self._project.search.index(self._unindexed)
        self._unindexed = []

    def _refuse(self, record: ArticleRecord, why: AnnotatorError) -> None:
        self.admitted.refused.append(Refused(record.path, record.line, why))

    def _take_article(self, record: ArticleRecord, file_name: str) -> None:
        clean = clean_text(record.text)
        sha256 = sha256_of(clean.text)
        article = self._project.articles.by_sha256(sha256)
        place = file_name if record.line is None else f"{file_name}:{record.line}"
        name = record.name or place
        if article is None:
            article = self._added(record, name, clean.text, sha256)
        else:
            self.admitted.skipped += 1
            if record.sources is None:
                self._add_source(article, record, name)
        for source in record.sources or ():
            _check_day(source.published)
            self._project.articles.add_source(article.id, source)
        if record.spans is not None:
            self._take_layer(article, record, clean, sha256)

    def _added(self, record: ArticleRecord, name: str, text: str, sha256: str) -> Article:
        articles = self._project.articles
        if articles.by_name(name):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors", "There is an article “{name}” already, with another text."
                ),
                name=name,
            )
        published = record.published or self._published
        _check_day(published)
        taken = record.id is not None and articles.number_of(record.id) is not None
        article = Article(
            id=new_id() if taken or not record.id else record.id,
            name=name,
            title=record.title or title_of(text),
            text=text,
            sha256=sha256,
            outlet=record.outlet,
            url=record.url,
            published=published,
            direction=_direction(record.direction),
            meta=record.meta,
            note=record.note,
        )
        number = articles.add(article)
        self._unindexed.append((number, ARABIC.fold(article.title), ARABIC.fold(text)))
        self.admitted.articles.append(article.id)
        return article

    def _add_source(self, article: Article, record: ArticleRecord, name: str) -> None:
        _check_day(record.published)
        source = Source(name, record.outlet, record.url, record.published, record.meta)
        known = Source(article.name, article.outlet, article.url, article.published, article.meta)
        told = (source.outlet, source.url, source.published, source.meta)
        if source != known and (name != article.name or told != (None, None, None, "{}")):
            self._project.articles.add_source(article.id, source)

    def _take_layer(
        self, article: Article, record: ArticleRecord, clean: CleanText, sha256: str
    ) -> None:
        if record.sha256 is not None and record.sha256 != sha256:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The text is not the one that the spans were drawn on (its sha256 differs):"
                    " the spans were not taken.",
                )
            )
        author = self._author_of(record)
        layer = self._project.layers.load(article.id, author)
        spans = self._checked_spans(layer, article, record, clean)
        for why in record.bad_spans:
            self._refuse(record, why)
        whole = len(spans) == len(record.spans or ()) and not record.bad_spans
        state = record.state or LayerState(Status.FINISHED)
        if state.status is Status.NEW or (state.status is Status.FINISHED and not whole):
            # A layer that lost spans on the way must not pass for finished.
            state = LayerState(Status.IN_PROGRESS)
        if layer.revision:
            self._add_to_layer(layer, spans, state)
        else:
            self._add_layer(article, author, record, spans, state)

    def _author_of(self, record: ArticleRecord) -> str:
        author = self._author or record.author
        if author is None:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The spans have no author, so they were not taken. Say whose they are:"
                    " --author.",
                )
            )
        if author == GOLD:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The spans are gold, so they were not taken. Name who is to own them with"
                    " --author.",
                )
            )
        if author not in self._known_authors:
            ensure_author(self._project, author)
            self._known_authors.add(author)
        return author

    def _checked_spans(
        self, layer: Layer, article: Article, record: ArticleRecord, clean: CleanText
    ) -> list[Span]:
        own = {span.id for span in layer.spans}
        ids = (span.id for span in record.spans or () if span.id and span.id not in own)
        taken = self._project.layers.taken_ids(ids)
        repeated = Counter(span.id for span in record.spans or () if span.id)
        spans: dict[tuple[int, int, str], Span] = {}
        moment = now()
        for one in record.spans or ():
            try:
                span = self._span(article, record, clean, one, moment)
            except AnnotatorError as error:
                self._refuse(record, error)
                continue
            if span.id in taken or repeated[span.id] > 1:
                span = replace(span, id=new_id())
            if spans.setdefault(span.place, span) != span:
                self._refuse(
                    record,
                    InvalidArticle(
                        QT_TRANSLATE_NOOP(
                            "errors", "“{quote}” at {start} is marked as {label} twice."
                        ),
                        quote=span.quote,
                        start=span.start,
                        label=span.label,
                    ),
                )
        return list(spans.values())

    def _span(
        self,
        article: Article,
        record: ArticleRecord,
        clean: CleanText,
        one: SpanRecord,
        moment: str,
    ) -> Span:
        label = self._labels[one.label]
        if not 0 <= one.start < one.end <= len(record.text):
            raise _ill_placed(one)
        start, end = clean.position(one.start), clean.position(one.end)
        covered = article.text[start:end]
        if not covered or one.quote not in (None, covered, record.text[one.start : one.end]):
            raise _ill_placed(one)
        if one.value is not None and kind_of(one.value) is not label.value:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors", "“{quote}” at {start} has a value that a {label} cannot have."
                ),
                quote=covered,
                start=one.start,
                label=one.label,
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
            origin=one.origin or "import",
            id=one.id or new_id(),
            created_at=_moment(one.created_at) or moment,
            changed_at=_moment(one.changed_at) or moment,
        )

    def _add_layer(
        self,
        article: Article,
        author: str,
        record: ArticleRecord,
        spans: Sequence[Span],
        state: LayerState,
    ) -> None:
        layer = Layer(
            article_id=article.id,
            author=author,
            spans=tuple(sorted(spans, key=lambda span: span.order)),
            state=state,
            revision=1,
            guideline=record.guideline,
            seconds=record.seconds,
        )
        self._project.layers.add(layer)
        self._know_entries(spans)
        self.admitted.layers.append((article.id, author))
        self.admitted.spans += len(spans)

    def _add_to_layer(self, layer: Layer, spans: Sequence[Span], state: LayerState) -> None:
        places = {span.place for span in layer.spans}
        ids = {span.id for span in layer.spans}
        new = tuple(span for span in spans if span.place not in places and span.id not in ids)
        if not new:
            return
        # An author at work is not finished because a file that was finished before comes along.
        if layer.status not in (Status.NEW, Status.FINISHED):
            state = LayerState(Status.IN_PROGRESS)
        change = Change("import", (), new, layer.state, state)
        self._project.layers.save(change.on(layer), change)
        self._know_entries(new)
        self.admitted.spans_added.extend(span.id for span in new)
        self.admitted.spans += len(new)

    def _know_entries(self, spans: Iterable[Span]) -> None:
        self._project.registry.add_unknown(
            (span.label, span.value) for span in spans if isinstance(span.value, EntryValue)
        )


def _ill_placed(one: SpanRecord) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors", "The {label} from {start} to {end} does not fit the text: “{quote}”."
        ),
        label=one.label,
        start=one.start,
        end=one.end,
        quote=one.quote or "",
    )


def _check_day(day: str | None) -> None:
    if day is not None and not is_iso_day(day):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{day}” is no day written like 2026-02-23."), day=day
        )


def _direction(direction: str | None) -> Direction:
    if direction is None:
        return Direction.RTL
    if direction not in set(Direction):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "The direction must be rtl, ltr or auto, not “{found}”."),
            found=direction,
        )
    return Direction(direction)


def _moment(moment: str | None) -> str | None:
    if moment is not None:
        try:
            datetime.fromisoformat(moment)
        except ValueError as error:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "“{moment}” is no time in ISO 8601."), moment=moment
            ) from error
    return moment
