"""The article that a lead has at hand: derived once, then brought up to date with what has changed.

It is asked for at every key.  Each time the file tells whether its layers are as they were; if so,
only what decisions came or went pays, however much else is open in the article.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from annotator.core.adjudication import Settling
from annotator.core.conflicts import Conflict
from annotator.core.decisions import Decision
from annotator.core.model import Article, Layer
from annotator.core.precedents import Earlier
from annotator.core.queue import Waiting
from annotator.core.registry import CurrentEntries
from annotator.store.project import Project
from annotator.workflow.people.counting import counting
from annotator.workflow.registry.registry import current_entries
from annotator.workflow.review.settling import Derived, OpenConflict

Source = TypeVar("Source")
Result = TypeVar("Result")


class Kept(Generic[Source, Result]):
    """Results worked out for each of many things; of what was there before, not again."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Source, Result]] = {}

    def of(self, sources: Iterable[Source], work: Callable[[Source], Result]) -> tuple[Result, ...]:
        """Return what ``work`` makes of each of ``sources``; of others nothing is kept."""
        known, self._known = self._known, {}
        for source in sources:
            kept = known.get(id(source))
            self._known[id(source)] = (source, work(source)) if kept is None else kept
        return tuple(result for _, result in self._known.values())

    def clear(self) -> None:
        """Keep nothing of what was there before."""
        self._known.clear()


@dataclass(frozen=True, slots=True)
class _Layers:
    """The layers of an article, and whatever else but decisions follows into what is settled."""

    state: object
    """Equal as long as the file holds the same."""
    entries: CurrentEntries
    there: tuple[Layer, ...]
    settling: Settling


class HeldArticle:
    """Derives one article at a time; see the module."""

    def __init__(self) -> None:
        self._layers: _Layers | None = None
        self._decisions: dict[str, Decision] = {}
        self.conflicts: Kept[Conflict, OpenConflict] = Kept()
        """What is open, worked out anew only once the layers are others; so are those below."""
        self.rows: dict[bool, Kept[OpenConflict, Waiting]] = {False: Kept(), True: Kept()}
        """The rows of the queue, with and without what deciding the same again needs."""
        self.earlier: Kept[Decision, Earlier] = Kept()

    def derived(self, project: Project, article_id: str) -> Derived | None:
        """Return what is settled of an article, as the file is now; ``None`` if it is gone."""
        with project.reading():
            article = project.articles.by_id(article_id)
            if article is None:
                return None
            layers = self._current_layers(project, article)
            decisions = self._current_decisions(project, article_id, layers.entries)
        state = layers.settling.settle(decisions)
        return Derived(article, layers.there, layers.settling.ground, tuple(decisions), state)

    def _current_layers(self, project: Project, article: Article) -> _Layers:
        counts, entries = counting(project), current_entries(project)
        tests = counts.tested.get(article.id, frozenset())
        labels = tuple(project.labels.load())
        assigned = project.assignments.by_article([article.id]).get(article.id, ())
        told = tuple(project.layers.states([article.id]))
        state = article, told, labels, assigned, counts.machines, tests
        known = self._layers
        if known is not None and known.state == state and known.entries.equals(entries):
            return known
        there = tuple(map(entries.layer, project.layers.of_article(article.id)))
        settling = Settling(article, counts.layers(there), assigned)
        self._layers = _Layers(state, entries, there, settling)
        self._decisions.clear()
        self.conflicts.clear()
        self.earlier.clear()
        for rows in self.rows.values():
            rows.clear()
        return self._layers

    def _current_decisions(
        self, project: Project, article_id: str, entries: CurrentEntries
    ) -> list[Decision]:
        stand = project.decisions.standing_on(article_id)
        known = self._decisions
        if len(stand) - len(known) > 1:
            found = project.decisions.on_article(article_id)
        else:
            looked = (project.decisions.by_id(one) for one in stand if one not in known)
            found = [one for one in looked if one is not None]
        read = {one.id: entries.decision(one) for one in found if one.id not in known}
        self._decisions = {one: known.get(one) or read[one] for one in stand}
        return list(self._decisions.values())
