"""What becomes of one record of a file: an article, a source, a layer, or a refusal.

Runs inside the transaction of its caller.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from annotator.arabic import ARABIC
from annotator.core.edits import Change
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.format import ArticleRecord, Refused
from annotator.core.importing import Named
from annotator.core.labels import LabelSet
from annotator.core.model import (
    GOLD,
    Article,
    Direction,
    Layer,
    LayerState,
    Source,
    Status,
    new_id,
)
from annotator.core.text import CleanText, clean_text, is_iso_day, sha256_of, title_of
from annotator.store.project import Project
from annotator.workflow.acts.closed_tests import refuse_brought_to_closed_test
from annotator.workflow.acts.entries import Entries
from annotator.workflow.acts.steps import history_row
from annotator.workflow.imports.arrival import Arrived, arrived
from annotator.workflow.people.authors import ensure_author, refuse_name


@dataclass(slots=True)
class Admitted:
    """What some records brought into the project."""

    articles: list[str] = field(default_factory=list)
    """Ids of the articles that were added."""
    there: list[str] = field(default_factory=list)
    """Names of the articles that were there."""
    layers: list[tuple[str, str]] = field(default_factory=list)
    """Article ids and authors of the layers that were added."""
    spans_added: list[str] = field(default_factory=list)
    """Ids of the spans that were added to layers which were there."""
    layers_changed: list[tuple[str, str]] = field(default_factory=list)
    """Article ids and authors of the layers which were there and have a row in the history."""
    spans: int = 0
    """How many spans were added in all."""
    refused: list[Refused] = field(default_factory=list)
    left_out: list[Refused] = field(default_factory=list)
    """What is said that a project cannot hold; its articles and their spans were taken."""
    owned: Counter[tuple[str, Named]] = field(default_factory=Counter)
    """How many spans came to each owner, by who drew them as their files tell."""


class Admission:
    """Takes records into a project, one after the other."""

    def __init__(
        self,
        project: Project,
        labels: LabelSet,
        author: str | None,
        published: str | None,
        group: str,
    ) -> None:
        self._project = project
        self._entries = Entries(project, labels)
        self._author = author
        self._published = published
        self._group = group
        self._unindexed: list[tuple[int, str, str]] = []
        self._known_authors: set[str] = set()
        self._removed = project.trash.texts()
        self.admitted = Admitted()

    def take(self, record: ArticleRecord, file_name: str, drawn_by: Named) -> None:
        """Take in ``record``, which stands in the file of that name; refuse what does not fit.

        ``drawn_by`` is whose layer it is as the file tells, whoever is to own it here.
        """
        try:
            self._take_article(record, file_name, drawn_by)
        except AnnotatorError as error:
            self._refuse(record, error)

    def finish(self) -> None:
        """Let the search know the articles that were added; without that it never finds them."""
        self._project.search.index(self._unindexed)
        self._unindexed = []

    def _refuse(self, record: ArticleRecord, why: AnnotatorError) -> None:
        self.admitted.refused.append(Refused(record.path, record.line, why))

    def _leave_out(self, record: ArticleRecord) -> None:
        left_out = (Refused(record.path, record.line, why) for why in record.left_out)
        self.admitted.left_out.extend(left_out)

    def _take_article(self, record: ArticleRecord, file_name: str, drawn_by: Named) -> None:
        # Nothing of a line is taken before all that could refuse it whole is looked at.
        _check_day(record.published)
        for source in record.sources or ():
            _check_source(source)
        clean = clean_text(self._text_of(record))
        sha256 = sha256_of(clean.text)
        article = self._project.articles.by_sha256(sha256)
        place = file_name if record.line is None else f"{file_name}:{record.line}"
        name = record.name or place
        if article is None and sha256 in self._removed:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{name}” is in the trash of the project: restore it there, then import again.",
                ),
                name=name,
            )
        if article is None:
            article = self._added(record, name, clean.text, sha256)
        else:
            self.admitted.there.append(article.name)
            if record.sources is None:
                self._add_source(article, record, name)
        for source in record.sources or ():
            self._project.articles.add_source(article.id, source)
        self._leave_out(record)
        if record.spans is not None:
            self._take_layer(article, record, clean, sha256, drawn_by)

    def _text_of(self, record: ArticleRecord) -> str:
        """Return the text of a record, which may stand in the project alone."""
        if record.text is not None:
            return record.text
        article = self._project.articles.by_sha256(record.sha256 or "")
        if article is None:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{name}” comes without its text, and the project does not have it. Import the"
                    " text first, then this file again.",
                ),
                name=record.name or "",
            )
        return article.text

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
        taken = record.id is not None and (
            articles.number_of(record.id) is not None or record.id in self._removed.values()
        )
        article = Article(
            id=new_id() if taken or not record.id else record.id,
            name=name,
            title=record.title or title_of(text, ARABIC),
            text=text,
            sha256=sha256,
            outlet=record.outlet or None,
            url=record.url or None,
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
        known = Source(article.name, article.outlet, article.url, article.published, article.meta)
        # Where the file tells no day, the article's may be one that was given with the import.
        day = record.published or article.published
        outlet, url = record.outlet or None, record.url or None
        source = Source(name, outlet, url, day, record.meta)
        told = (outlet, url, record.published, record.meta)
        if source != known and (name != article.name or told != (None, None, None, "{}")):
            source = replace(source, published=record.published or self._published)
            self._project.articles.add_source(article.id, source)

    def _take_layer(
        self,
        article: Article,
        record: ArticleRecord,
        clean: CleanText,
        sha256: str,
        drawn_by: Named,
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
        spans = self._arrived(layer, article, record, clean)
        for why in (*record.bad_spans, *spans.refused):
            self._refuse(record, why)
        self.admitted.owned[author, drawn_by] += len(spans.spans)
        if layer.revision:
            self._add_to_layer(article, layer, record, spans)
        else:
            self._add_layer(layer, record, spans)

    def _arrived(
        self, layer: Layer, article: Article, record: ArticleRecord, clean: CleanText
    ) -> Arrived:
        own = {span.id for span in layer.spans}
        ids = (span.id for span in record.spans or () if span.id and span.id not in own)
        taken = self._project.layers.taken_ids(ids)
        return arrived(article, record, clean, self._entries, taken)

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
        refuse_name(author)
        return author

    def _add_layer(self, layer: Layer, record: ArticleRecord, brought: Arrived) -> None:
        state = _state(record, brought)
        if state.status is Status.NEW:
            return
        self._meet(layer.author)
        layer = replace(
            layer,
            spans=tuple(sorted(brought.spans, key=lambda span: span.order)),
            state=state,
            revision=1,
            guideline=record.guideline,
            seconds=record.seconds,
        )
        self._project.layers.add(layer)
        self._entries.add(layer.spans)
        self.admitted.layers.append((layer.article_id, layer.author))
        self.admitted.spans += len(layer.spans)

    def _meet(self, author: str) -> None:
        """Let ``author`` be one of the project's: only here, where something of hers is taken."""
        if author not in self._known_authors:
            ensure_author(self._project, author)
            self._known_authors.add(author)

    def _add_to_layer(
        self, article: Article, layer: Layer, record: ArticleRecord, brought: Arrived
    ) -> None:
        new, otherwise = brought.news_to(layer, self._entries)
        for why in otherwise:
            self._refuse(record, why)
        is_as_told = (
            _is_whole(record, brought)
            and not otherwise
            and len(layer.spans) + len(new) == len(brought.spans)
        )
        if not new and not is_as_told:
            return
        said = _said_of(layer, record)
        if is_as_told and said is not None:
            state = said
        elif not new:
            state = layer.state
        elif layer.status not in (Status.NEW, Status.FINISHED) or otherwise:
            # An author at work is not finished because a file that was finished before comes.
            state = LayerState(Status.IN_PROGRESS)
        else:
            state = _state(record, brought)
        change = Change("import", (), tuple(new), layer.state, state)
        if not change.is_empty:
            refuse_brought_to_closed_test(self._project, article, layer)
        self._save(layer, record, change)

    def _save(self, layer: Layer, record: ArticleRecord, change: Change) -> None:
        guideline = layer.guideline or record.guideline
        seconds = max(layer.seconds, record.seconds)
        if change.is_empty and (guideline, seconds) == (layer.guideline, layer.seconds):
            return
        after = replace(change.on(layer), guideline=guideline, seconds=seconds)
        self._project.layers.save(after, change)
        if change.is_empty:
            return
        self._entries.add(change.put)
        self._project.history.append(history_row(self._group, layer, change, undoes=None))
        self.admitted.layers_changed.append((layer.article_id, layer.author))
        self.admitted.spans_added.extend(span.id for span in change.put)
        self.admitted.spans += len(change.put)


def _is_whole(record: ArticleRecord, brought: Arrived) -> bool:
    """Tell whether all spans of the line have come."""
    return len(brought.spans) == len(record.spans or ()) and not record.bad_spans


def _state(record: ArticleRecord, brought: Arrived) -> LayerState:
    """Return the state of a layer that is what the line brought; *new* is none to store."""
    state = record.state or LayerState(Status.FINISHED)
    whole = _is_whole(record, brought)
    if state.status is Status.NEW and whole and not brought.spans:
        return state
    if state.status is Status.NEW or (state.status is Status.FINISHED and not whole):
        # A layer that lost spans on the way must not pass for finished.
        return LayerState(Status.IN_PROGRESS)
    return state


def _said_of(layer: Layer, record: ArticleRecord) -> LayerState | None:
    """Return the state that the line gives to a layer whose spans are its own."""
    if record.state is None:
        return LayerState(Status.FINISHED) if layer.status is Status.NEW else None
    return None if record.state.status is Status.NEW else record.state


def _check_day(day: str | None) -> None:
    if day is not None and not is_iso_day(day):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{day}” is no day written like 2026-02-23."), day=day
        )


def _check_source(source: Source) -> None:
    _check_day(source.published)
    if not source.name.strip():
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "A source has no name."))


def _direction(direction: str | None) -> Direction:
    if direction is None:
        return Direction.RTL
    if direction not in set(Direction):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "The direction must be rtl, ltr or auto, not “{found}”."),
            found=direction,
        )
    return Direction(direction)
