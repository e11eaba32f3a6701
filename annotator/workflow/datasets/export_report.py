"""What an export wrote, left out and lost."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.losses import Loss, LossKind
from annotator.core.model import GOLD
from annotator.store.project import Project
from annotator.workflow.datasets.exported import each_author


@dataclass(slots=True)
class ExportReport:
    """What an export wrote."""

    layer: str
    articles: int = 0
    pieces: int = 0
    """How many pieces the articles were cut into, if they were."""
    spans: int = 0
    """How many there were to write; ``kept`` and ``losses`` tell what became of them."""
    not_ready: list[str] = field(default_factory=list)
    """Names of the articles that are not ready (or not finished by the author)."""
    takes_unready: bool = False
    """Whether those are written too."""
    left_out: int = 0
    """How many spans were not asked for."""
    kept: dict[str, int] = field(default_factory=dict)
    """How many spans were written with their borders, by label."""
    losses: list[Loss] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    """The titles of the articles that are named here, by their names."""

    @property
    def written(self) -> int:
        """How many spans are in the file, as they were or changed."""
        dropped = (loss.count for loss in self.losses if loss.kind is LossKind.DROPPED)
        return self.spans - sum(dropped)


def all_in_one(reports: Iterable[ExportReport]) -> ExportReport:
    """Return what all datasets of one export hold; a report that stands alone is that one."""
    first, *others = reports
    whole = replace(first, layer="") if others else first
    for one in others:
        whole = replace(
            whole,
            articles=whole.articles + one.articles,
            pieces=whole.pieces + one.pieces,
            spans=whole.spans + one.spans,
            not_ready=list(dict.fromkeys([*whole.not_ready, *one.not_ready])),
            left_out=whole.left_out + one.left_out,
            kept=dict(Counter(whole.kept) + Counter(one.kept)),
            losses=[*whole.losses, *one.losses],
            titles=whole.titles | one.titles,
        )
    return whole


def refuse_empty(project: Project, reports: Collection[ExportReport]) -> None:
    """Refuse datasets none of which has an article, unless their format takes all there are.

    Raises:
        RefusedAct: if nothing would be in them; it says why nothing can be.
    """
    layers = {report.layer for report in reports if not report.articles}
    if any(report.articles or report.takes_unready for report in reports):
        return
    if GOLD in layers:
        each_author(project)
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "No article is ready, so nothing was written. What they wait for is told by the"
                " Overview and by “annotator report”; articles that are not ready can be taken too"
                " (--all).",
            )
        )
    raise RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "No article is finished by {authors}, so nothing was written. Articles that are not"
            " finished can be taken too (--all).",
        ),
        authors=", ".join(sorted(layers)),
    )
