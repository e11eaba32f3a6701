"""What another process does with datasets: it imports, exports, previews and releases."""

from pathlib import Path

from annotator.core.importing import ImportOrder, ImportQuestions, Reading
from annotator.core.progress import Progress, Teller
from annotator.core.release import Order
from annotator.core.selection import ExportOrder
from annotator.store.project import Project
from annotator.workflow.acts.project_stack import ImportAct
from annotator.workflow.datasets import previewing
from annotator.workflow.datasets.export_report import all_in_one
from annotator.workflow.datasets.exporting import export, export_each_author
from annotator.workflow.datasets.release import release
from annotator.workflow.datasets.release_plan import plan_release
from annotator.workflow.datasets.told import (
    ToldExport,
    ToldPlan,
    ToldRelease,
    told_export,
    told_plan,
    told_release,
)
from annotator.workflow.imports.articles import ImportReport, import_files
from annotator.workflow.imports.import_questions import choices_of, import_as_told, questions_of
from annotator.workflow.imports.taking_back import do_again, take_back


def import_or_ask(
    project: Path, paths: list[Path], by: str, progress: Progress
) -> ImportReport | ImportQuestions:
    """Import files as ``by`` wishes; where something is to be asked first, return that instead."""
    with Project.open(project) as opened:
        return questions_of(opened, paths, by, progress) or import_files(
            opened, paths, progress, by=by
        )


def look_at_imports(
    project: Path, paths: list[Path], by: str, reading: Reading, progress: Progress
) -> ImportQuestions:
    """Tell what files hold, and what ``by`` may choose before they are imported."""
    with Project.open(project, writable=False) as opened:
        return choices_of(opened, paths, by, reading, progress)


def import_told(
    project: Path, paths: list[Path], by: str, order: ImportOrder, progress: Progress
) -> ImportReport:
    """Import files as ``by`` wishes, who has answered what was asked."""
    with Project.open(project) as opened:
        return import_as_told(opened, paths, by, order, progress)


def take_import_back(project: Path, author: str, progress: Progress) -> ImportAct:
    """Take the last import into the project at that path back."""
    with Project.open(project) as opened:
        return take_back(opened, author, progress)


def import_again(project: Path, author: str, progress: Progress) -> ImportAct:
    """Do the import into the project at that path again that was taken back last."""
    with Project.open(project) as opened:
        return do_again(opened, author, progress)


def preview_export(project: Path, order: ExportOrder, teller: Teller) -> ToldExport:
    """Tell what ``export_from`` would write; see ``previewing``."""
    with Project.open(project, writable=False) as opened:
        return told_export(previewing.preview(opened, order, teller))


def export_from(project: Path, out: Path, order: ExportOrder, progress: Progress) -> ToldExport:
    """Export from the project at that path."""
    with Project.open(project, writable=False) as opened:
        how = (order.format_name, progress, order.selection)
        if not order.each_author:
            return told_export(export(opened, out, *how, options=order.options))
        reports = export_each_author(opened, out, *how, options=order.options)
        return told_export(all_in_one(reports.values()))


def plan_release_in(project: Path, order: Order, progress: Progress) -> ToldPlan:
    """Tell what a release would hold."""
    with Project.open(project, writable=False) as opened:
        return told_plan(plan_release(opened, order, progress))


def release_from(
    project: Path, out: Path, order: Order, lead: str, progress: Progress
) -> ToldRelease:
    """Release from the project at that path, and freeze that in it."""
    with Project.open(project) as opened:
        return told_release(release(opened, out, order, lead, progress))
