"""What the sources of suggestions are, and what they find in a text.

Memory and the model know what they have learned from settled gold; rules know nothing of a project.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from annotator.arabic.sight import Sight
from annotator.core.errors import QT_TRANSLATE_NOOP, UnknownName
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, Span
from annotator.core.suggestions import Suggestion
from annotator.store.project import Project
from annotator.suggest.memory import MEMORY, Memory, Said
from annotator.suggest.model import MODEL, Model, can_learn
from annotator.suggest.rules import RULES, found_by_rules
from annotator.workflow.review.settling import Reviews, derived

SOURCES = (MEMORY, RULES, MODEL)
"""The sources by name."""


def sources_named(names: Collection[str]) -> tuple[str, ...]:
    """Return the sources of those names; all that are installed where none is named.

    Raises:
        UnknownName: if there is no such source.
    """
    for name in names:
        if name not in SOURCES:
            raise UnknownName(
                QT_TRANSLATE_NOOP(
                    "errors", "There is no source “{name}”. The sources are: {known}."
                ),
                name=name,
                known=", ".join(SOURCES),
            )
    there = names or installed_sources()
    return tuple(source for source in SOURCES if source in there)


def installed_sources() -> tuple[str, ...]:
    """Return the sources that can be asked here: a model needs a library."""
    return tuple(source for source in SOURCES if source != MODEL or can_learn())


@dataclass(slots=True)
class Knowledge:
    """What sources know by now."""

    labels: LabelSet
    memory: Memory | None = None
    uses_rules: bool = False
    model: Model | None = None

    def suggestions(self, text: str, sight: Sight | None = None) -> dict[str, list[Suggestion]]:
        """Return what each source finds in a text, by its name; ``sight`` is that of the text."""
        found: dict[str, list[Suggestion]] = {}
        sight = Sight(text) if sight is None else sight
        by_rules: list[Suggestion] = []
        if self.uses_rules or self.model:
            by_rules = list(rule_suggestions(text, self.labels, sight))
        if self.uses_rules:
            found[RULES] = by_rules
        if self.memory:
            found[MEMORY] = list(self.memory.find(sight))
        if self.model:
            found[MODEL] = list(self.model.find(text, hints_of(by_rules)))
        return found


DEPENDENT = ((MODEL, RULES),)
"""Which sources are no two witnesses: the model is told what rules find, and sees by that."""


def rule_suggestions(
    text: str, labels: LabelSet, sight: Sight | None = None
) -> Iterator[Suggestion]:
    """Yield what rules find, under the labels that are read as they say."""
    by_reader: dict[str, list[str]] = {}
    for label in labels:
        if label.reader:
            by_reader.setdefault(label.reader, []).append(label.name)
    for found in found_by_rules(text, sight):
        for name in by_reader.get(found.reader, ()):
            yield Suggestion(found.start, found.end, name, found.confidence, (RULES,))


def hints_of(suggestions: Iterable[Suggestion]) -> tuple[tuple[int, int, str], ...]:
    """Return what a model is told of the rules' findings."""
    return tuple(one.place for one in suggestions)


def said_in(spans: Iterable[Span]) -> tuple[Said, ...]:
    """Return what a memory learns from spans."""
    return tuple((span.quote, span.label) for span in spans)


@dataclass(frozen=True, slots=True)
class SettledArticle:
    """An article that is ready, with its gold."""

    article: Article
    gold: Layer


def settled_articles(project: Project) -> list[SettledArticle]:
    """Return the articles that are ready, in the order of the project."""
    with project.reading():
        ready = [one.article_id for one in Reviews(project).all() if one.ready]
        return [SettledArticle(one.article, one.state.gold) for one in derived(project, ready)]
