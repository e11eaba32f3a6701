"""What was told of articles in a pack: taken where the project has not told it otherwise since.

Where both did, the project's stays and the clash is told.  Of what packs told otherwise, or copies
of one, the first by its letters stays, whichever came first.  Dates that come from a pack are
proposed anew where the project has another day of publication.
"""

import json
from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Final

from annotator.core.details import Details, EditDetails
from annotator.core.labels import LabelSet
from annotator.core.merging import Clash, ClashKind
from annotator.core.model import Article, Direction, Layer, Span
from annotator.core.rows import Cell, Kind, Row
from annotator.core.values import ValueKind
from annotator.store.project import Project
from annotator.workflow.acts.values import Proposals
from annotator.workflow.exchange.returned_rows import PlannedRows

TOLD: Final = "told"
"""What packs have told of the article, in the base of a layer."""


def details_of(row: Row) -> Details:
    """Return the details that a row holds."""
    told = {name: row[name] for name in Details.__slots__}
    return Details(**{**told, "direction": Direction(str(row["direction"]))})  # type: ignore[arg-type]  # columns are as typed


class ToldInPacks:
    """What was told of articles in packs that came back, as opposed to what the project told."""

    def __init__(self, project: Project) -> None:
        self._bases = project.bases
        self._told: dict[str, dict[str, set[Cell]]] = {}
        """By article and what is told, in which ways it was told."""

    def of(self, article_id: str) -> dict[str, set[Cell]]:
        """Return what was told of an article so far; what is added to it counts."""
        if article_id not in self._told:
            told: dict[str, set[Cell]] = defaultdict(set)
            self._told[article_id] = told
            for layer in self._bases.on_article(article_id):
                for name, cells in layer.get(TOLD, {}).items():
                    told[name].update(cells)
        return self._told[article_id]

    def add(self, article_id: str, was: Details, said: Details) -> dict[str, list[Cell]]:
        """Take what a pack tells; return all that was told of the article, as a base holds it."""
        before, told = was.row(), self.of(article_id)
        for name, cell in said.row().items():
            if cell != before[name]:
                told[name].add(cell)
        return {name: sorted(cells, key=json.dumps) for name, cells in sorted(told.items())}


def take_details(
    rows: PlannedRows,
    article: Article,
    was: Details,
    said: Details,
    told: Mapping[str, Container[Cell]],
) -> list[Clash]:
    """Tell of an article what was told of it in a pack; return what both told otherwise.

    ``told`` is what packs have told of it before.

    Raises:
        InvalidArticle: if something cannot be told of an article.
    """
    row = rows.read(Kind.ARTICLE, article.id)
    assert row is not None
    ours, before, after = row, was.row(), said.row()
    changed = [name for name in after if after[name] not in (before[name], ours[name])]
    clashing = [name for name in changed if ours[name] != before[name]]
    staying = [
        name
        for name in clashing
        if ours[name] not in told.get(name, ()) or json.dumps(ours[name]) < json.dumps(after[name])
    ]
    wanted = {name: after[name] for name in changed if name not in staying}
    here = details_of(ours)
    edit = EditDetails(here, details_of({**ours, **wanted}))
    for change in edit.plan(Layer(article.id, ""), article.text).rows:
        rows.put(Kind.ARTICLE, article.id, {**ours, **(change.after or {})})
    return [
        Clash(ClashKind.DETAILS, name, tuple(sorted(map(json.dumps, (ours[name], after[name])))))
        for name in clashing
    ]


def with_dates_anew(
    project: Project,
    labels: LabelSet,
    article: Article,
    before: Layer,
    after: Layer,
    day: str | None,
) -> Layer:
    """Return ``after`` with other proposals for the dates in it that ``before`` does not have."""
    proposals = Proposals(project, labels)
    there = {span.id: span for span in before}

    def anew(span: Span) -> Span:
        is_date = labels[span.label].value is ValueKind.DATE
        if not is_date or span.is_confirmed or there.get(span.id) == span:
            return span
        return proposals.proposed(span, article.text, day)

    return replace(after, spans=tuple(map(anew, after)))
