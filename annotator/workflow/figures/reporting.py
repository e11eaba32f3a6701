"""The report on a project: one page to send to somebody, written whole or not at all."""

from pathlib import Path

from annotator.core.intervals import Bootstrap
from annotator.core.overview import blinded
from annotator.core.progress import Progress
from annotator.reports.page import page
from annotator.reports.words import Words
from annotator.store.place import replacing
from annotator.store.project import Project
from annotator.workflow.exchange.packs import secret_of
from annotator.workflow.figures.overview import Overviews


def write_report(
    project: Project,
    out: Path,
    language: str,
    progress: Progress,
    *,
    bootstrap: Bootstrap | None = None,
    is_blind: bool = False,
) -> None:
    """Write the report to ``out``, in English (``en``) or Arabic (``ar``).

    The same state of a project makes the same file.  With ``is_blind`` authors are A, B, C … and
    why they set articles aside is left out.

    Raises:
        AnnotatorError: if ``out`` cannot be written, is no file or (a part of) a project.
    """
    with replacing(out) as unfinished:
        overview = Overviews(project).whole(bootstrap, progress)
        if is_blind:
            overview = blinded(overview, secret_of(project))
        pieces = page(overview, Words(language), progress, is_blind=is_blind)
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
