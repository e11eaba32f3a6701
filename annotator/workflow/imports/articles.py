"""Bringing articles into a project, and the layers that files bring along.

What is there is never doubled, and nothing is guessed: what does not fit is refused by name, and
the rest is done.
"""

import json
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidValue
from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.core.history import HistoryRow
from annotator.core.importing import Merged, Named, merged, owned
from annotator.core.label_map import LabelMap
from annotator.core.labels import LabelSet
from annotator.core.model import Source, new_id, now
from annotator.core.progress import Cancelled, Progress
from annotator.core.typed import day_typed
from annotator.store.project import Project
from annotator.workflow.imports.admission import Admission, Admitted
from annotator.workflow.imports.incoming import AS_THE_FILE_TELLS, IncomingFile, incoming
from annotator.workflow.people.authors import ensure_author, refuse_name

_BATCH_S = 0.07
"""How long an import gathers articles; with its index and the commit a batch takes 100 ms."""
_GAP_S = 0.005
"""How long it then lets others write: they look every millisecond, see ``Project.writing``."""


@dataclass(slots=True)
class ImportReport:
    """What an import did."""

    added: int = 0
    there: list[str] = field(default_factory=list)
    """Names of the articles that were there."""
    spans: int = 0
    refused: list[Refused] = field(default_factory=list)
    left_out: list[Refused] = field(default_factory=list)
    """What files say that a project cannot hold; the articles and spans around it were taken."""
    merged: list[Merged] = field(default_factory=list)
    """Whose spans came together in the layers of one author."""
    group: str = ""
    """The act in the history."""
    authors: list[str] = field(default_factory=list)
    """Who was not in the project before."""
    unmet: list[str] = field(default_factory=list)
    """Labels of which somebody said what they are here, and which no file has."""

    @property
    def skipped(self) -> int:
        """How many articles were there."""
        return len(self.there)


_AS_THEY_ARE = LabelMap()
_Records: TypeAlias = Iterator[tuple[IncomingFile, ArticleRecord | Refused]]


def import_files(
    project: Project,
    paths: Iterable[Path],
    progress: Progress,
    *,
    format_name: str | None = None,
    author: str | None = None,
    published: str | None = None,
    by: str | None = None,
    rest: str | None = None,
    labels: LabelMap = _AS_THEY_ARE,
    options: ReadingOptions = AS_THE_FILE_TELLS,
) -> ImportReport:
    """Bring the articles in ``paths`` (files and folders) into the project.

    Articles are saved whole, in batches of at most 100 ms; killed, an import leaves whole
    articles and can be repeated.  ``author`` owns all layers that come along, ``rest`` those that
    name no author.  ``published`` is the day of the articles whose file tells none, as people
    write it: see ``day_typed``.  ``by`` is who imports, and may take it back; without it that is
    ``author``.  ``labels`` says which labels of the project those of the files are, ``options``
    what the files do not tell themselves.

    Raises:
        UnknownName: if the project has no author ``by``, or not under that name any more, or no
            label that is one of ``labels``.
        AnnotatorError: if ``author``, ``published`` or ``format_name`` cannot be used, or the
            project cannot be written.  What does not fit within the files is in the report.
    """
    day = _day(published)
    refuse_unknown_goals(project, labels)
    known = _authors_of(project)
    if author is not None:
        refuse_name(author)
    if rest is not None:
        refuse_name(rest)
    if by is not None:
        with project.reading():
            project.authors.get(by)
    project.expect_an_import()
    coming = incoming(paths, project.path, format_name, options)
    report = ImportReport(refused=coming.refused, group=new_id())
    total, records = coming.count(), coming.records()
    importing = _Import(
        project, report, author, day, by or (author if author in known else None), labels, rest
    )
    try:
        while importing.batch(records):
            progress.advance(report.added + report.skipped, total)
            time.sleep(_GAP_S)
        report.unmet = importing.unmet()
    except Cancelled:
        pass
    report.merged = merged(importing.owned) if report.spans else []
    report.authors = [name for name in _authors_of(project) if name not in known]
    return report


def _authors_of(project: Project) -> list[str]:
    with project.reading():
        return [author.name for author in project.authors.all()]


def refuse_unknown_goals(project: Project, labels: LabelMap) -> None:
    """Refuse to take labels of files as labels that the project lacks.

    Raises:
        UnknownName: if there is one.
    """
    with project.reading():
        known = project.labels.load()
    for name in labels.names.values():
        if name is not None:
            known[name]  # refuses what is not there


def _day(published: str | None) -> str | None:
    """Return the day of publication that was given, if one was."""
    day = day_typed(published, ARABIC) if published is not None else None
    if published is not None and day is None:
        raise InvalidValue(
            QT_TRANSLATE_NOOP(
                "errors",
                "The day of publication is empty. Write it like 2026-02-23, 23/2/2026 or 23"
                " February 2026, or leave it out.",
            )
        )
    return day


class _Import:
    """One import at work: records in batches."""

    def __init__(
        self,
        project: Project,
        report: ImportReport,
        author: str | None,
        published: str | None,
        by: str | None,
        labels: LabelMap,
        rest: str | None,
    ) -> None:
        self._project = project
        self._report = report
        self._author = author
        self._published = published
        self._by = by
        self._label_map = labels
        self._rest = rest
        self.owned: Counter[tuple[str, Named]] = Counter()
        """How many spans came to each owner, by who drew them as their files tell."""
        self._last: tuple[Named, tuple[Path, int | None] | None] = Named(""), None
        """Who drew the last layer, and in which place of a file it is."""
        self._in_hand: deque[tuple[IncomingFile, ArticleRecord | Refused]] = deque()
        """What was read and is not yet saved."""
        self._unmet = dict.fromkeys(labels.names)
        with project.reading():
            self._labels: LabelSet = project.labels.load()

    def unmet(self) -> list[str]:
        """Return the labels that were to be others, or left out, and that no span has."""
        return list(self._unmet)

    def batch(self, records: _Records) -> bool:
        """Take records for at most 100 ms and save them; false when there are no more.

        Raises:
            UnknownName: if who imports has another name by now.
        """
        # One record may take long to read, and nobody can write in a transaction meanwhile.
        self._read(records)
        if not self._in_hand:
            return False
        admission = Admission(
            self._project, self._labels, self._author, self._published, self._report.group
        )
        with self._project.writing():
            if self._by is not None:
                self._project.authors.get(self._by)
            mark = self._project.articles.last_source()
            deadline = time.monotonic() + _BATCH_S
            while self._in_hand:
                file, record = self._in_hand.popleft()
                if isinstance(record, Refused):
                    admission.admitted.refused.append(record)
                else:
                    self._meet(record)
                    named = self._label_map.applied(record)
                    admission.take(owned(named, self._rest), file.name, self._drawn_by(record))
                if time.monotonic() > deadline:
                    break
            admission.finish()
            self._remember(admission.admitted, self._project.articles.sources_since(mark))
        self._count(admission.admitted)
        return True

    def _read(self, records: _Records) -> None:
        """Take some records in hand, if none are left from the last time."""
        if self._in_hand:
            return
        deadline = time.monotonic() + _BATCH_S
        for record in records:
            self._in_hand.append(record)
            if time.monotonic() > deadline:
                break

    def _meet(self, record: ArticleRecord) -> None:
        if self._unmet:
            for span in record.spans or ():
                self._unmet.pop(span.label, None)

    def _drawn_by(self, record: ArticleRecord) -> Named:
        """Return who drew the layer of a record; two of one place that name nobody are two."""
        (last, where), place = self._last, (record.path, record.line)
        is_another = record.author is None and last.name is None and place == where
        number = last.number + 1 if is_another else 1
        named = Named(record.author, number)
        self._last = named, place
        return named

    def _count(self, admitted: Admitted) -> None:
        self._report.added += len(admitted.articles)
        self._report.there += admitted.there
        self._report.spans += admitted.spans
        self._report.refused += admitted.refused
        self._report.left_out += admitted.left_out
        self.owned += admitted.owned

    def _remember(self, admitted: Admitted, sources: list[tuple[str, Source]]) -> None:
        """Write what the batch did to the history; ``imports`` takes it back from there."""
        put: dict[str, object] = {
            "articles": admitted.articles,
            "layers": admitted.layers,
            "spans": admitted.spans_added,
            "changed": admitted.layers_changed,
            "sources": [(article_id, asdict(source)) for article_id, source in sources],
        }
        if any(put.values()):
            layers = {*admitted.layers, *admitted.layers_changed}
            # As the batch leaves them: whoever goes on with such a layer raises its revision.
            put["revisions"] = [
                (*layer, self._project.layers.revision(*layer)) for layer in sorted(layers)
            ]
            if self._by is None and self._author is not None:
                self._by = ensure_author(self._project, self._author).name
            self._project.history.append(
                HistoryRow(
                    sequence=0,
                    group=self._report.group,
                    author=self._by,
                    article_id=None,
                    act="import",
                    done=json.dumps({"put": put}, ensure_ascii=False),
                    inverse=json.dumps({"remove": put}, ensure_ascii=False),
                    at=now(),
                )
            )
