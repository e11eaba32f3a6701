"""Taking the last import back as a whole, and doing it again.

A row of the history that takes a batch of an import back holds all that is needed to do it again.
Spans that an import added to layers which were there stand in rows of their own, of the same group.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.history import IMPORT, HistoryRow
from annotator.core.model import Layer, Source, new_id, now
from annotator.core.progress import Progress
from annotator.core.rows import project_act_from_json
from annotator.core.undoing import take_back as change_back
from annotator.store.project import Project
from annotator.workflow.acts.naming import names_of
from annotator.workflow.acts.packing import (
    packed_layer,
    put_layer,
    unpacked_article,
    unpacked_layer,
)
from annotator.workflow.acts.project_stack import (
    ImportAct,
    import_act,
    live_acts,
    project_stack,
)


def take_back(project: Project, author: str, progress: Progress) -> ImportAct:
    """Take the last import back whole, as ``author`` wishes, and return what it had put.

    Authors and entries that came with it stay: they are names, and others may use them.

    Raises:
        RefusedAct: if there is none, it is not the author's to take back, or somebody has gone on
            with what it brought; the articles are named, and nothing is changed.
        UnknownName: if the project has no such author.
    """
    with project.writing():
        stack = project_stack(project)
        group = stack.last_done(IMPORT)
        if group is None:
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "There is no import that can be taken back.")
            )
        act = _open_act(project, author, stack.done[group])
        _TakingBack(project, group, list(stack.done[group])).run(progress)
    return act


def do_again(project: Project, author: str, progress: Progress) -> ImportAct:
    """Do the import again that was taken back last; all bear the ids and names that they had.

    Raises:
        RefusedAct: if there is none, it is not the author's to do again, or a place that it needs
            is taken; nothing is changed.
        UnknownName: if the project has no such author.
    """
    with project.writing():
        stack = project_stack(project)
        group = stack.last_undone(IMPORT)
        if group is None:
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "There is no import that can be done again.")
            )
        act = _open_act(project, author, stack.undone[group])
        _DoingAgain(project, stack.undone[group]).run(progress)
    return act


def _open_act(project: Project, author: str, sequences: Iterable[int]) -> ImportAct:
    """Return the import of those rows if ``author`` may take it back and do it again."""
    act = import_act(project, sequences)
    if not act.is_open_to(project.authors.get(author)):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "Only who imported this, or a lead, can take it back or do it again. Ask a lead.",
            )
        )
    return act


# -- back


class _TakingBack:
    """Takes one import back, inside the transaction of its caller."""

    def __init__(self, project: Project, group: str, sequences: list[int]) -> None:
        self._project = project
        self._group = group
        self._new_group = new_id()
        self._sequences = sequences
        self._articles: dict[str, None] = {}
        self._layers: list[tuple[str, str]] = []
        self._revisions: dict[str, dict[str, int]] = defaultdict(dict)
        self._acted: Counter[tuple[str, str]] = Counter()
        """How often acts on the project have changed a layer since; all are taken back by now."""
        self._sources: dict[str, list[Source]] = defaultdict(list)
        self._spans: set[str] = set()
        """Those added to layers that were there, until it is known how they are taken out."""

    def run(self, progress: Progress) -> None:
        """Look whether all can go, write what is needed to bring it back, and let it go."""
        for sequence in self._sequences:
            self._gather(self._put(sequence))
        self._follow_acts()
        refusing = [article for article in self._articles if self._is_in_use(article)]
        refusing += [layer[0] for layer in self._layers if self._was_gone_on_with(*layer)]
        refusing += self._take_back_changes()
        if refusing:
            raise self._in_use(refusing)
        for done, sequence in enumerate(self._sequences):
            self._remember(sequence)
            progress.advance(done, 2 * len(self._sequences))
        if self._spans:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The import cannot be taken back: the history does not tell what became of"
                    " some spans that it added. Nothing was changed.",
                )
            )
        self._remove(progress)

    def _put(self, sequence: int) -> dict[str, Any]:
        put: dict[str, Any] = json.loads(self._project.history.by_sequence(sequence).done)["put"]
        return put

    def _gather(self, put: dict[str, Any]) -> None:
        self._articles |= dict.fromkeys(put["articles"])
        self._layers += ((article_id, author) for article_id, author in put["layers"])
        self._spans.update(put["spans"])
        for article_id, source in put.get("sources", ()):
            self._sources[article_id].append(Source(**source))
        for article_id, author, revision in put.get("revisions", ()):
            self._revisions[article_id][author] = revision

    def _follow_acts(self) -> None:
        """Count what has let layers go on, but left them as they were."""
        history = self._project.history
        for sequence, _, act, _ in history.project_acts():
            if sequence > max(self._sequences) and act != IMPORT:
                row = history.by_sequence(sequence)
                changes = project_act_from_json(row.done, row.inverse)
                self._acted.update(self._project.records.layers_of(changes))

    def _revisions_on(self, article_id: str) -> dict[str, int]:
        """Return the revisions of an article's layers by author, but for acts taken back."""
        found = self._project.layers.revisions(article_id)
        return {author: found[author] - self._acted[article_id, author] for author in found}

    def _is_in_use(self, article_id: str) -> bool:
        """Tell whether something hangs on an added article that the import did not bring."""
        project = self._project
        # By number, not by name: authors may have other names since.
        found = sorted(self._revisions_on(article_id).values())
        return bool(
            found != sorted(self._revisions[article_id].values())
            or project.articles.sources(article_id) != self._sources[article_id]
            or not project.history.groups_on(article_id) <= {self._group}
            or project.decisions.on_article(article_id)
        )

    def _was_gone_on_with(self, article_id: str, author: str) -> bool:
        """Tell whether a layer that was put on an older article is another one now."""
        if article_id in self._articles:
            return False
        left = self._revisions[article_id].get(author)
        return self._revisions_on(article_id).get(author, 0) != left

    def _take_back_changes(self) -> list[str]:
        """Take spans out of layers that were there; return the articles where that cannot be."""
        refusing = []
        whole = set(self._layers)
        for row in _changes(self._project, self._group):
            if row.article_id in self._articles or (row.article_id, row.author) in whole:
                continue  # it goes with its layer
            if not _take_back_change(self._project, row, self._new_group):
                refusing.append(row.article_id or "")
            self._spans.difference_update(span.id for span in row.change.put)
        return refusing

    def _remember(self, sequence: int) -> None:
        """Write a row that takes a batch back and holds what the batch had put."""
        row = self._project.history.by_sequence(sequence)
        put = json.loads(row.done)["put"]
        articles = [self._article_json(article_id) for article_id in put["articles"]]
        layers = [self._layer_json(layer) for layer in self._layers_of(put)]
        brought = {"articles": articles, "layers": layers, "sources": put.get("sources", [])}
        self._project.history.append(
            replace(
                row,
                group=self._new_group,
                done=json.dumps({"remove": put}, ensure_ascii=False),
                inverse=json.dumps({"put": brought}, ensure_ascii=False),
                at=now(),
                undoes=row.sequence,
            )
        )

    def _layers_of(self, put: dict[str, Any]) -> Iterator[Layer]:
        """Yield the layers that go with the articles of a batch, and those on older articles."""
        layers = self._project.layers
        for article_id in put["articles"]:
            yield from layers.of_article(article_id)
        for article_id, author in put["layers"]:
            if article_id not in self._articles:
                yield layers.load(article_id, author)

    def _article_json(self, article_id: str) -> dict[str, object]:
        article = self._project.articles.by_id(article_id)
        assert article is not None
        return asdict(article)

    def _layer_json(self, layer: Layer) -> dict[str, object]:
        self._spans.difference_update(span.id for span in layer.spans)
        return packed_layer(layer)

    def _remove(self, progress: Progress) -> None:
        for article_id, author in self._layers:
            if article_id not in self._articles:
                self._project.layers.remove(article_id, author)
        for article_id, sources in self._sources.items():
            if article_id not in self._articles:
                for source in sources:
                    self._project.articles.remove_source(article_id, source)
        total = len(self._articles)
        for done, article_id in enumerate(self._articles, start=total):
            self._project.articles.remove(article_id)
            progress.advance(done, 2 * total)

    def _in_use(self, article_ids: Iterable[str]) -> RefusedAct:
        return RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "The import cannot be taken back: others have gone on with what it brought, in"
                " {articles}. Nothing was changed.",
            ),
            articles=names_of(self._project, article_ids),
        )


def _changes(project: Project, group: str) -> list[HistoryRow]:
    """Return the rows of a group that tell of spans in a layer, the last one first."""
    rows = [row for row in project.history.of_group(group) if row.article_id is not None]
    return [
        row
        for row in reversed(rows)
        if row.undoes is not None or row.sequence in live_acts(project, row)
    ]


def _take_back_change(project: Project, row: HistoryRow, group: str) -> bool:
    """Take back what ``row`` did to a layer; false if that cannot be done whole."""
    assert row.article_id is not None
    assert row.author is not None
    keep_state = any(sequence > row.sequence for sequence in live_acts(project, row))
    layer = project.layers.load(row.article_id, row.author)
    change = change_back(layer, row.change, keep_state=keep_state)
    if change is None:
        return False
    project.layers.save(change.on(layer), change)
    project.history.append(
        replace(
            row,
            group=group,
            done=change.done_json(),
            inverse=change.inverse_json(),
            at=now(),
            undoes=row.sequence,
        )
    )
    return True


# -- and again


class _DoingAgain:
    """Does one import again, inside the transaction of its caller."""

    def __init__(self, project: Project, undos: dict[int, int]) -> None:
        self._project = project
        self._undos = undos
        self._group = new_id()

    def run(self, progress: Progress) -> None:
        """Put back what each batch had put, then the spans in layers that were there."""
        history = self._project.history
        for done, (act, undo) in enumerate(sorted(self._undos.items())):
            undoing, acted = history.by_sequence(undo), history.by_sequence(act)
            self._put(json.loads(undoing.inverse)["put"])
            history.append(replace(acted, group=self._group, at=now(), undoes=undo))
            progress.advance(done, len(self._undos))
        changes = _changes(self._project, undoing.group)
        refusing = [
            row.article_id or ""
            for row in changes
            if not _take_back_change(self._project, row, self._group)
        ]
        if refusing:
            raise self._taken(refusing)

    def _put(self, put: dict[str, Any]) -> None:
        unindexed = []
        for fields in put["articles"]:
            article = unpacked_article(fields)
            number = self._project.articles.add(article)
            unindexed.append((number, ARABIC.fold(article.title), ARABIC.fold(article.text)))
        for article_id, source in put["sources"]:
            self._project.articles.add_source(article_id, Source(**source))
        for fields in put["layers"]:
            self._put_layer(unpacked_layer(fields))
        self._project.search.index(unindexed)

    def _put_layer(self, layer: Layer) -> None:
        if self._project.layers.revision(layer.article_id, layer.author):
            raise self._taken([layer.article_id])
        put_layer(self._project, layer)

    def _taken(self, article_ids: Iterable[str]) -> RefusedAct:
        return RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "The import cannot be done again: there are spans by now where it would put its"
                " own, in {articles}. Nothing was changed.",
            ),
            articles=names_of(self._project, article_ids),
        )
