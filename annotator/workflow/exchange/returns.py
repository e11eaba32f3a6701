"""Taking work back from packs: one act on the project, which can be taken back whole.

What a pack holds that was taken already, or that a later state of the same pack has outgrown,
changes nothing: packs come in any order, late, in parts and twice; see ``returned_bases``.

New names come into the registry for good, as with an import; all else goes with the act.
"""

from collections.abc import Sequence
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, RefusedAct
from annotator.core.merging import ToldClash
from annotator.core.progress import Progress, Quiet
from annotator.store.project import Project
from annotator.store.records import RowsCollide
from annotator.workflow.exchange.packs import pack_of
from annotator.workflow.exchange.returned_packs import Returned, damaged, read_pack
from annotator.workflow.exchange.returned_work import MergeReport, Taking
from annotator.workflow.people.authors import refuse_unless_lead

_QUIET = Quiet()


def merge_packs(
    project: Project, lead: str, paths: Sequence[Path], progress: Progress = _QUIET
) -> MergeReport:
    """Take back the work in the packs at ``paths``, as one act of ``lead``.

    What cannot be taken (a file, an article) is in the report, by name; the rest is done.

    Raises:
        RefusedAct: if ``lead`` is none, or the project is a pack itself.
    """
    with project.reading():
        refuse_in_pack(project)
        refuse_unless_lead(project, lead)
    returned: list[Returned] = []
    refused: list[tuple[Path, AnnotatorError]] = []
    for path in paths:
        try:
            returned.append(read_pack(path, project))
        except AnnotatorError as error:
            refused.append((path, error))
    try:
        with project.writing():
            report = _take(project, lead, returned, progress)
    except RowsCollide:
        # A file that another program has written may hold what no project does.
        sound = [one for one in returned if _can_be_taken(project, lead, one)]
        if len(sound) == len(returned):
            raise
        there = {id(one) for one in sound}
        refused += [(one.path, damaged(one.path)) for one in returned if id(one) not in there]
        with project.writing():
            report = _take(project, lead, sound, progress)
    report.refused[:0] = refused
    return report


def _take(
    project: Project, lead: str, returned: Sequence[Returned], progress: Progress = _QUIET
) -> MergeReport:
    """Take the work in packs that were read, inside the transaction of the caller.

    Raises:
        RowsCollide: if something of it cannot be in a project.
    """
    report = MergeReport()
    taking, total = Taking(project, lead, report), sum(len(one.names) for one in returned)
    for one in returned:
        for done in taking.take(one):
            progress.advance(done, total)
    taking.save()
    return report


class _TriedOut(Exception):
    """Takes back what was done to see whether it can be."""


def _can_be_taken(project: Project, lead: str, returned: Returned) -> bool:
    """Tell whether the project can hold what is in a pack; nothing is changed by it."""
    try:
        with project.writing():
            _take(project, lead, [returned])
            raise _TriedOut
    except RowsCollide:
        return False
    except _TriedOut:
        return True


def refuse_in_pack(project: Project) -> None:
    """Refuse to merge anything into a pack.

    Raises:
        RefusedAct: if ``project`` is one.
    """
    if pack_of(project):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "This project is a pack itself. Merge it into the whole project."
            )
        )


def clashes(project: Project) -> list[ToldClash]:
    """Return all that was ever changed in two places, article by article."""
    with project.reading():
        return [
            ToldClash(article, author, clash) for _, article, author, clash in project.clashes.all()
        ]
