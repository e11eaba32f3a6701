"""Writing datasets: gold or an author's layers, in one of the formats."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.file_names import FileNames
from annotator.core.format import Dataset, ExportedArticle, Format, WritingOptions
from annotator.core.losses import Loss, LossAccount
from annotator.core.passport import check_quotes
from annotator.core.pieces import Cutter, Cutting
from annotator.core.progress import Progress, Share
from annotator.core.selection import Selection
from annotator.formats import FORMATS, format_named
from annotator.store.place import appearing_folder, replacing
from annotator.store.project import Project
from annotator.workflow.datasets.export_report import ExportReport, refuse_empty
from annotator.workflow.datasets.exported import (
    checked,
    chosen_layer,
    each_author,
    layers_to_write,
)

EVERYTHING = Selection()
_COUNTED_AT_ONCE = 1_000_000
"""Letters."""
_LOOKED_AT = 200
"""Articles among which a preview looks for one with spans."""


class LosesSome(RefusedAct):
    """A dataset was not written because its format cannot hold all of it."""

    def __init__(self, format: Format, losses: Sequence[Loss]) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "errors",
                "The format {name} cannot hold all of this. Nothing was written; choose another"
                " format, or export without --strict.",
            ),
            name=format.name,
        )
        self.losses = losses
        """What it would lose."""


def export(
    project: Project,
    out: Path,
    format_name: str,
    progress: Progress,
    selection: Selection = EVERYTHING,
    *,
    options: WritingOptions = WritingOptions(),  # noqa: B008  (it is immutable)
    strict: bool = False,
) -> ExportReport:
    """Write one dataset to ``out``: whole, or not at all.

    ``strict`` refuses to write anything if the format cannot hold all of it.

    Raises:
        AnnotatorError: if the format only reads, does not know the options, or loses what it must
            not; the author or a label is not known; ``out`` cannot be written, is no file or
            (a part of) a project; or a span does not fit its text.
    """
    format = _format(format_name, options, selection)
    placing = appearing_folder if format.is_folder else replacing
    options = replace(options, suffix=out.suffix.lower())
    with placing(out) as unfinished, project.reading():
        report = write_dataset(
            project, unfinished, format, progress, selection, options, strict=strict
        )
        refuse_empty(project, [report])
    return report


def write_dataset(
    project: Project,
    place: Path,
    format: Format,
    progress: Progress,
    selection: Selection,
    options: WritingOptions,
    *,
    strict: bool = False,
    is_preview: bool = False,
) -> ExportReport:
    """Write to ``place``, a file or an empty folder; for a preview, of one article alone.

    Raises:
        AnnotatorError: as ``export`` does, but for what ``out`` is.
    """
    with project.reading():
        report = ExportReport(chosen_layer(project, selection.author))
        writing = _Writing(project, format, selection, options, strict)
        writing.write(place, report, progress, is_preview=is_preview)
    return report


def count_dataset(
    project: Project,
    places: Callable[[], AbstractContextManager[Path]],
    format: Format,
    progress: Progress,
    selection: Selection,
    options: WritingOptions,
) -> ExportReport:
    """Tell what a dataset would hold and lose, by writing it some articles at a time.

    ``places`` gives a place for each time, a file or an empty folder, which is gone afterwards.

    Raises:
        AnnotatorError: as ``export`` does, but for what ``out`` is.
    """
    with project.reading():
        report = ExportReport(chosen_layer(project, selection.author))
        writing = _Writing(project, format, selection, options, strict=False)
        writing.count(places, report, progress)
    return report


def export_each_author(
    project: Project,
    out: Path,
    format_name: str,
    progress: Progress,
    selection: Selection = EVERYTHING,
    *,
    options: WritingOptions = WritingOptions(),  # noqa: B008  (it is immutable)
    strict: bool = False,
) -> dict[str, ExportReport]:
    """Write a folder ``out`` with a dataset for each author, as ``export`` does; say what is where.

    Raises:
        AnnotatorError: as ``export``, or if nobody has marked anything.
    """
    format = _format(format_name, options, selection)
    reports: dict[str, ExportReport] = {}
    with appearing_folder(out) as folder, project.reading():
        writing = _Writing(project, format, selection, options, strict)
        authors = each_author(project)
        names = FileNames()
        suffix = "" if format.is_folder else format.suffixes[0]
        for number, author in enumerate(authors):
            name = f"{names.stem(author)}{suffix}"
            if format.is_folder:
                (folder / name).mkdir()
            reports[name] = ExportReport(author)
            share = Share(progress, number, len(authors))
            writing.write(folder / name, reports[name], share)
        refuse_empty(project, reports.values())
    return reports


class _Writing:
    """Writes datasets of one project in one format."""

    def __init__(
        self,
        project: Project,
        format: Format,
        selection: Selection,
        options: WritingOptions,
        strict: bool,
    ) -> None:
        self._project = project
        self._format = format
        self._selection = selection
        self._options = options
        self._strict = strict
        self._labels = project.labels.load()
        for name in selection.labels or ():
            self._labels[name]  # refuses a name that is not there

    def write(
        self, out: Path, report: ExportReport, progress: Progress, *, is_preview: bool = False
    ) -> None:
        """Write the dataset of the layer that ``report`` names, and tell there what it holds.

        For a preview it holds one article, or piece.
        """
        account = self._account()
        articles = self._articles(report, progress)
        self._write(out, _with_spans(articles) if is_preview else articles, account)
        self._tell(report, account)
        if self._strict and report.losses:
            raise LosesSome(self._format, report.losses)

    def count(
        self,
        places: Callable[[], AbstractContextManager[Path]],
        report: ExportReport,
        progress: Progress,
    ) -> None:
        """Tell in ``report`` what the dataset would hold, writing it some articles at a time."""
        account = self._account()
        articles = self._articles(report, progress)
        some = _some(articles)
        while True:
            with places() as place:
                self._write(place, some, account)
            if (first := next(articles, None)) is None:
                break
            some = _some(chain([first], articles))
        self._tell(report, account)

    def _account(self) -> LossAccount:
        return LossAccount(self._format.left_behind)

    def _articles(self, report: ExportReport, progress: Progress) -> Iterator[ExportedArticle]:
        report.takes_unready = self._selection.every_article or self._format.takes_every_article
        articles = _exported(self._project, report, progress, self._selection)
        if self._selection.cutting:
            return _cut(articles, report, self._selection.cutting)
        return articles

    def _write(
        self, place: Path, articles: Iterable[ExportedArticle], account: LossAccount
    ) -> None:
        assert self._format.write is not None
        dataset = Dataset(articles, self._labels, ARABIC, account, self._options)
        self._format.write(place, dataset)

    def _tell(self, report: ExportReport, account: LossAccount) -> None:
        report.kept, report.losses = account.kept, account.losses
        named = {*report.not_ready, *(loss.article for loss in report.losses)}
        report.titles = {name: report.titles[name] for name in report.titles.keys() & named}


def _with_spans(articles: Iterator[ExportedArticle]) -> Iterator[ExportedArticle]:
    """Yield the first article that has spans; where many have none, the first of all."""
    first = next(articles, None)
    if first is not None:
        some = chain([first], islice(articles, _LOOKED_AT))
        yield next((one for one in some if one.layer.spans), first)


def _some(articles: Iterator[ExportedArticle]) -> Iterator[ExportedArticle]:
    """Yield the next articles, some 30 MB of files at most."""
    letters = 0
    for exported in articles:
        yield exported
        letters += len(exported.article.text)
        if letters > _COUNTED_AT_ONCE:
            return


def _cut(
    articles: Iterable[ExportedArticle], report: ExportReport, cutting: Cutting
) -> Iterator[ExportedArticle]:
    cutter = Cutter(ARABIC, cutting)
    for exported in articles:
        for piece in cutter.pieces(exported):
            check_quotes(piece.article, piece.layer)
            report.pieces += 1
            report.titles[piece.article.name] = piece.article.title
            yield piece


def _format(name: str, options: WritingOptions, selection: Selection) -> Format:
    if options.without_text and selection.cutting:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "Pieces without their text cannot be joined with an article again. Export whole"
                " articles without their text, or pieces with it.",
            )
        )
    format = writable_format(name, options)
    if selection.cutting and not format.holds_text:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "The format {name} has no place for the text, and pieces without it cannot be"
                " joined with an article again. Export whole articles, or choose another format.",
            ),
            name=format.name,
        )
    return format


def writable_format(name: str, options: WritingOptions) -> Format:
    """Return the format of that name, which can write as the options say.

    Raises:
        UnknownName: if there is none.
        RefusedAct: if it cannot; what it can do instead is told.
        FileError: if what it needs is not installed.
    """
    format = format_named(name)
    if format.write is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "The format {name} is only read, not written."),
            name=format.name,
        )
    units = (format.unit, *format.other_units)
    if options.unit is not None and options.unit not in units:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "The format {name} cannot count in {unit}. It counts in: {units}."
            ),
            name=format.name,
            unit=options.unit,
            units=", ".join(units),
        )
    if options.without_text and not format.can_leave_out_text:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "The format {name} cannot leave out the text. These can: {known}."
            ),
            name=format.name,
            known=", ".join(one.name for one in FORMATS.values() if one.can_leave_out_text),
        )
    format.refuse_unless_installed()
    return format


def _exported(
    project: Project,
    report: ExportReport,
    progress: Progress,
    selection: Selection,
) -> Iterator[ExportedArticle]:
    total = project.articles.count(selection.seer)
    laid_out = layers_to_write(project, report.layer, project.articles.each(selection.seer))
    for count, (article, layer, ready) in enumerate(laid_out, start=1):
        report.titles[article.name] = article.title
        if not ready:
            report.not_ready.append(article.name)
        if ready or report.takes_unready:
            taken = layer
            if not selection.takes_every_span:
                taken = replace(layer, spans=tuple(filter(selection.takes, layer.spans)))
                report.left_out += len(layer.spans) - len(taken.spans)
            report.articles += 1
            report.spans += len(taken.spans)
            yield checked(project, article, taken, ready)
        progress.advance(count, total)
