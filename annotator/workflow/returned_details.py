"""What was told of articles in a pack: taken where the project has not told it otherwise since.

Where both did, the project's stays and the clash is told: of two packs, that of the first.  Dates
that come from a pack are proposed anew where the project has another day of publication.
"""

import json
from dataclasses import replace

from annotator.core.details import Details, EditDetails
from annotator.core.labels import LabelSet
from annotator.core.merging import Clash, ClashKind
from annotator.core.model import Article, Direction, Layer, Span
from annotator.core.rows import Kind, Row
from annotator.core.values import ValueKind
from annotator.store.project import Project
from annotator.workflow.returned_rows import PlannedRows
from annotator.workflow.values import Proposals


def details_of(row: Row) -> Details:
    """Return the details that a row holds."""
    told = {name: row[name] for name in Details.__slots__}
    return Details(**{**told, "direction": Direction(str(row["direction"]))})  # type: ignore[arg-type]  # columns are as typed


def take_details(rows: PlannedRows, article: Article, was: Details, said: Details) -> list[Clash]:
    """Tell of an article what was told of it in a pack; return what both told otherwise.

    Raises:
        InvalidArticle: if something cannot be told of an article.
    """
    row = rows.read(Kind.ARTICLE, article.id)
    assert row is not None
    ours, before, after = row, was.row(), said.row()
    changed = [name for name in after if after[name] not in (before[name], ours[name])]
    clashing = [name for name in changed if ours[name] != before[name]]
    wanted = {name: after[name] for name in changed if name not in clashing}
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
