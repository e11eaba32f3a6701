"""Rows beside the layers are changed here, with all that follows from them.

Acts on an article and acts on the project both come this way, and so do undo and redo.
"""

from collections.abc import Iterable

from annotator.arabic import ARABIC
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind, ProjectChange, RowChange
from annotator.store.project import Project

_QUIET = Quiet()


def make_rows(
    project: Project, changes: Iterable[ProjectChange], progress: Progress = _QUIET
) -> None:
    """Let rows be as they are after ``changes``; the search knows the titles that change.

    Raises:
        RowsCollide: if a row cannot be there.
    """
    told = list(changes)
    project.records.make(told, progress)
    for change in told:
        if isinstance(change, RowChange) and change.kind is Kind.ARTICLE:
            _retitle(project, change)


def _retitle(project: Project, change: RowChange) -> None:
    if change.after is not None and "title" in change.after:
        number = project.articles.number_of(change.key)
        if number is not None:
            project.search.retitle(number, ARABIC.fold(str(change.after["title"])))
