"""What becomes of a project as work comes back: planned pack by pack, made at once."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidArticle
from annotator.core.labels import LabelSet
from annotator.core.merging import Clash, ToldClash, merge_lines
from annotator.core.model import Article, Layer, Span, derived_id
from annotator.core.rows import Kind, Row, RowChange
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.closed_tests import refuse_brought_to_closed_test
from annotator.workflow.acts.entries import Entries
from annotator.workflow.acts.packing import unpacked_layer
from annotator.workflow.exchange.packs import DETAILS, TEST, Pack
from annotator.workflow.exchange.returned_bases import ReturnedBases
from annotator.workflow.exchange.returned_details import (
    ToldInPacks,
    details_of,
    take_details,
    with_dates_anew,
)
from annotator.workflow.exchange.returned_entries import ReturnedEntries
from annotator.workflow.exchange.returned_notes import refusals, take_questions, take_refusal
from annotator.workflow.exchange.returned_packs import Returned, nobody, refuse_misplaced, stranger
from annotator.workflow.exchange.returned_rows import PlannedRows, layer_changes
from annotator.workflow.people.authors import ensure_author

MERGE_PACKS = "merge packs"


@dataclass(slots=True)
class MergeReport:
    """What came of taking work back."""

    packs: int = 0
    """How many files were taken."""
    layers: int = 0
    """How many layers are others now."""
    added: int = 0
    changed: int = 0
    removed: int = 0
    """Spans."""
    questions: int = 0
    """How many questions to the lead came along."""
    clashes: list[ToldClash] = field(default_factory=list)
    """What was changed in two places, as far as this act told of it."""
    refused: list[tuple[Path, AnnotatorError]] = field(default_factory=list)


class Taking:
    """Takes packs one after the other, inside the transaction of its caller; saves them at once."""

    def __init__(self, project: Project, lead: str, report: MergeReport) -> None:
        self._project = project
        self._lead = lead
        self._report = report
        self._labels = project.labels.load()
        self._moved = _moved_labels(project, self._labels)
        self._registry = ReturnedEntries(project)
        self._layers: dict[tuple[str, str], tuple[Layer, Layer]] = {}
        """By article and author, the layer as it is and as it is to be."""
        self._days: dict[tuple[str, str], tuple[Article, str | None]] = {}
        """The articles of these layers, and when the pack says that they were published."""
        self._ids: set[str] = set()
        """The ids of spans that come."""
        self._rows = PlannedRows(project)
        """Bases, clashes, questions, refusals and tests."""
        self._bases = ReturnedBases(project, self._rows)
        self._told_in_packs = ToldInPacks(project)
        self._told: dict[str, ToldClash] = {}
        self._done = 0

    # -- one pack

    def take(self, returned: Returned) -> Iterator[int]:
        """Plan what becomes of the work in one pack; yield how many articles are planned so far."""
        author = returned.pack.author
        if all(one.name != author for one in self._project.authors.all()):
            if not self._project.history.has_taken_back(author):
                self._report.refused.append((returned.path, nobody(returned)))
                return
            ensure_author(self._project, author)  # she went while her pack was out
        self._report.packs += 1
        self._registry.take(returned.entries, returned.known)
        # Whoever looks at a value below is to know the entries that it may mean.
        self._project.records.make(self._registry.planned.new())
        self._registry.planned.follow()
        there: dict[str, Article] = {}
        for article_id, sha256 in returned.hashes.items():
            try:
                there[article_id] = self._article(returned, article_id, sha256)
            except AnnotatorError as error:
                self._report.refused.append((returned.path, error))
        for article_id, article in there.items():
            layer = returned.layers.get(article_id, Layer(article_id, author))
            try:
                self._take_layer(returned, article, layer)
            except AnnotatorError as error:
                self._report.refused.append((returned.path, error))
            self._done += 1
            yield self._done
        for other, name in returned.strangers:
            self._report.refused.append((returned.path, stranger(returned, other, name)))
        self._report.questions += take_questions(self._rows, returned, there)
        self._take_refusals(returned, there)
        for article_id, article in there.items():
            # Hearing is no act: it stays if this one is taken back.
            heard = returned.heard.get(article_id, ())
            self._project.heard.put(article.id, author, heard)
            # Nor is seeing suggestions, with which her work is compared.
            if article_id in returned.shown:
                shown = returned.shown[article_id]
                self._project.suggestions.put_shown(author, article.id, shown)

    def _article(self, returned: Returned, article_id: str, sha256: str) -> Article:
        """Return the article of the project that is one of the pack's."""
        articles, name = self._project.articles, returned.names[article_id]
        if article_id in returned.altered:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The text of “{name}” was changed in the pack: nothing was taken from that"
                    " article. Ask for the pack as it was sent.",
                ),
                name=name,
            )
        article = articles.by_sha256(sha256)
        if article is not None:
            return article
        if sha256 in self._project.trash.texts():
            template = QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” is in the trash of the project: restore it there, then merge again.",
            )
        elif articles.by_id(article_id) or articles.by_name(name):
            template = QT_TRANSLATE_NOOP(
                "errors", "The text of “{name}” is another one in the project."
            )
        else:
            template = QT_TRANSLATE_NOOP("errors", "The project has no article “{name}”.")
        raise InvalidArticle(template, name=name)

    def _take_layer(self, returned: Returned, article: Article, layer: Layer) -> None:
        line = self._bases.line(returned, article, layer)
        if line is None:
            return
        began = self._as_now(unpacked_layer(line.began.layer))
        before, ours = self._layer(article, layer.author)
        packed = (unpacked_layer(base.layer) for base in line.others)
        others = [self._line(article, began, one) for one in (line.here(ours), *packed)]
        taken = [self._line(article, began, unpacked_layer(line.taken.layer))] if line.taken else []
        theirs = self._fitting(article, began, self._as_now(layer))
        result = merge_lines(began, ours, [*others, *taken], [*others, theirs])
        if (result.layer.spans, result.layer.state) != (ours.spans, ours.state):
            refuse_brought_to_closed_test(self._project, article, before)
        after = self._with_free_ids(ours, result.layer)
        details = returned.details[layer.article_id]
        was = (line.taken or line.began).layer.get(DETAILS)
        known_details = details_of(was) if was else details
        in_packs = self._told_in_packs.of(article.id)
        told = take_details(self._rows, article, known_details, details, in_packs)
        self._layers[article.id, layer.author] = before, after
        if self._is_test(returned, layer):
            self._keep_test(returned.pack, key_of(article.id, layer.author))
        self._days[article.id, layer.author] = article, details.published
        all_told = self._told_in_packs.add(article.id, known_details, details)
        self._bases.keep(line, returned, article, layer, ours, all_told)
        for clash in result.clashes:
            self._put_clash(clash, article.id, article.name, layer.author)
        for clash in told:
            self._put_clash(clash, article.id, article.name, None)

    def _layer(self, article: Article, author: str) -> tuple[Layer, Layer]:
        """Return an author's layer as the file has it, and as it is to be so far."""
        known = self._layers.get((article.id, author))
        if known is None:
            layer = self._project.layers.load(article.id, author)
            known = layer, layer
        return known

    def _line(self, article: Article, began: Layer, taken: Layer) -> Layer:
        """Return what was taken of a line, as it has come into the project.

        What has lost its label since is in the project no more.
        """
        layer = self._as_now(taken)
        spans = tuple(span for span in layer if span.label in self._labels)
        return self._fitting(article, began, replace(layer, spans=spans))

    def _as_now(self, layer: Layer) -> Layer:
        """Return ``layer`` with the labels that stand for its own by now."""
        spans = tuple(
            replace(span, label=self._moved.get(span.label, span.label)) for span in layer
        )
        return replace(layer, spans=spans)

    def _fitting(self, article: Article, was: Layer, theirs: Layer) -> Layer:
        """Return ``theirs``, of which all that is new can stand in the project.

        Raises:
            AnnotatorError: if something cannot.
        """
        known = {span.id: span for span in was}
        entries = Entries(self._project, self._labels)

        def fitting(span: Span) -> Span:
            if known.get(span.id) == span:
                return span
            refuse_misplaced(article, span)
            return entries.fitting(span)

        spans = tuple(map(fitting, theirs))
        entries.add(spans)
        return replace(theirs, article_id=article.id, spans=spans)

    def _with_free_ids(self, ours: Layer, after: Layer) -> Layer:
        """Return ``after`` with other ids for spans whose ids others bear."""
        known = {span.id for span in ours}
        new = {span.id for span in after} - known
        taken = self._project.layers.taken_ids(new) | (new & self._ids)
        spans = tuple(
            replace(span, id=derived_id(span.id, after.author, after.article_id))
            if span.id in taken
            else span
            for span in after
        )
        self._ids.update(span.id for span in spans if span.id not in known)
        return replace(after, spans=spans)

    # -- what comes along

    def _is_test(self, returned: Returned, layer: Layer) -> bool:
        packed = returned.bases.get(layer.article_id)
        return packed is not None and bool(packed.layer.get(TEST))

    def _keep_test(self, pack: Pack, key: str) -> None:
        """Let what went out as a test count for nothing else, whatever was done meanwhile."""
        if self._rows.read(Kind.QUALIFICATION, key) is not None:
            return
        row: Row = {"given_by": self._lead, "at": pack.made_at, "ended": 1}
        self._rows.put(Kind.QUALIFICATION, key, row)
        if self._rows.read(Kind.ASSIGNMENT, key) is not None:
            self._rows.remove(Kind.ASSIGNMENT, key)

    def _take_refusals(self, returned: Returned, there: Mapping[str, Article]) -> None:
        """Take the refusals of what the author has not marked after all."""
        author = returned.pack.author
        for refused in refusals(returned, there, self._moved, self._labels):
            _, layer = self._layer(refused.article, author)
            if all(span.place != refused.place for span in layer):
                take_refusal(self._rows, author, refused)

    def _put_clash(
        self, clash: Clash, article_id: str | None, name: str, author: str | None
    ) -> None:
        key = derived_id("clash", article_id, author, clash.kind, clash.what)
        row = self._rows.read(Kind.CLASH, key)
        known = json.loads(str(row["versions"])) if row else ()
        whole = clash.joined(known)
        if whole.versions == tuple(known):
            return  # as when a name is taken that was refused before
        self._rows.put(
            Kind.CLASH,
            key,
            {
                "article_id": article_id,
                "author": author,
                "kind": clash.kind.value,
                "what": clash.what,
                "versions": json.dumps(whole.versions, ensure_ascii=False),
            },
        )
        self._told[key] = ToldClash(name, author, whole)

    # -- saving

    def save(self) -> None:
        """Make all that was planned, as one act of the lead."""
        for clash in self._registry.clashes:
            self._put_clash(clash, None, "", None)
        self._report.clashes = list(self._told.values())
        project_acts.do(self._project, self._lead, MERGE_PACKS, list(self._changes()))

    def _changes(self) -> Iterator[RowChange]:
        for key, (before, planned) in self._layers.items():
            after = self._dated(key, before, planned)
            if not before.revision and after == Layer(after.article_id, after.author):
                continue  # nothing was done to it
            changes = [one for one in layer_changes(before, after) if not one.is_empty]
            self._count(changes)
            yield from changes
        yield from self._registry.planned.changed()
        yield from self._rows.changes()

    def _dated(self, key: tuple[str, str], before: Layer, after: Layer) -> Layer:
        """Return a layer with the dates that follow from the day of publication in the project."""
        article, day = self._days[key]
        row = self._rows.read(Kind.ARTICLE, article.id)
        now = str(row["published"]) if row and row["published"] else None
        if now == day:
            return after
        return with_dates_anew(self._project, self._labels, article, before, after, now)

    def _count(self, changes: Iterable[RowChange]) -> None:
        report = self._report
        some = list(changes)
        report.layers += bool(some)
        spans = [change for change in some if change.kind is Kind.SPAN]
        report.added += sum(change.before is None for change in spans)
        report.removed += sum(change.after is None for change in spans)
        report.changed += sum(None not in (change.before, change.after) for change in spans)


def _moved_labels(project: Project, labels: LabelSet) -> dict[str, str]:
    """Return the labels that stand by now for those that were merged into them."""
    moved: dict[str, str] = {}
    for sequence, is_standing in project.history.moves_after(0):
        if is_standing:
            new = project.history.moved_labels(sequence)
            moved = {old: new.get(label, label) for old, label in moved.items()} | new
    return {old: label for old, label in moved.items() if old not in labels}
