"""Whose layers count for gold, readiness, conflicts and agreement.

Layers that programs made do not.  Nor do those of articles that their author was given as a test:
she is measured by gold, and would pull it her way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.core.model import Layer, Role
from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Counting:
    """Tells which layers count; it holds for one look at the file."""

    machines: frozenset[str]
    """The authors who are programs."""
    tested: Mapping[str, frozenset[str]]
    """By the ids of articles, whom they were given to as a test."""

    def counts(self, article_id: str, author: str) -> bool:
        """Tell whether the layer of ``author`` of an article counts."""
        return author not in self.machines and author not in self.tested.get(article_id, ())

    def layers(self, layers: Iterable[Layer]) -> list[Layer]:
        """Return those of the layers that count."""
        return [layer for layer in layers if self.counts(layer.article_id, layer.author)]


def counting(project: Project) -> Counting:
    """Return which layers of a project count."""
    machines = (one.name for one in project.authors.all() if one.role is Role.MACHINE)
    return Counting(frozenset(machines), project.qualifications.by_article())
