"""What an author is offered: what the sources find in view of what she may know.

She may know her own layers, and the settled gold of other articles; never what another has marked
and nobody settled, nor the gold of the article itself.  Names of the registry are hers if her own
spans or gold mean the entry, or if a lead has entered it; aliases are if a lead has told of them or
she has added them herself, in the project or in her pack.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from annotator.arabic import ARABIC
from annotator.arabic.sight import Sight
from annotator.core.model import Article, Layer, Span, Status
from annotator.core.suggestions import Suggested, Suggestion, combined
from annotator.core.trained import LearnedFrom, TrainedModel
from annotator.core.values import EntryValue, ValueKind
from annotator.store.project import Project
from annotator.store.registry import entry_of
from annotator.suggest.memory import MEMORY, Lesson, Memory, Said
from annotator.suggest.model import MODEL, Model, can_learn
from annotator.suggest.rules import RULES
from annotator.workflow.acts.values import Proposals
from annotator.workflow.exchange.returned_work import MERGE_PACKS
from annotator.workflow.people.counting import counting
from annotator.workflow.review.settling import ArticleState, Derived, article_states, derived
from annotator.workflow.suggesting.sources import DEPENDENT, Knowledge, said_in, sources_named

_MOST = 1_000
"""From how many articles a memory learns at most, the newest of the project."""
_AT_ONCE = 20
"""From how many it learns between two looks at the clock."""


class _Seen(NamedTuple):
    """What an article teaches follows from it."""

    state: ArticleState
    refused: tuple[tuple[int, int, str], ...]
    view: object
    """Labels and merged entries: no revision of a layer tells of them."""


class Suggester:
    """Suggests to one author; it learns on as the project grows."""

    def __init__(
        self,
        project: Project,
        author: str,
        sources: Collection[str] = (),
        *,
        is_machine: bool = False,
    ) -> None:
        """With the ``sources`` of those names, or all that are installed.

        A machine may know a model that learned from layers which nobody has settled.

        Raises:
            UnknownName: if there is no such source.
        """
        self._project = project
        self._author = author
        self._sources = sources_named(sources)
        self._is_machine = is_machine
        self._labels = project.labels.load()
        self._memory = Memory()
        self._seen: dict[str, _Seen] = {}
        self._entries: dict[str, frozenset[str]] = {}
        """The entries that are meant in what was learned, by article."""
        self._meant: Counter[str] = Counter()
        """In how many articles they are; those that leads have told of once more."""
        self._names: dict[str, tuple[Said, ...]] = {}
        """By entry its names, with its label."""
        self._golden: set[str] = set()
        """The articles whose gold was learned from."""
        self._outdated: list[str] = []
        self._last_act: int | None = None
        self._last_project_act: int | None = None
        self._of_leads: set[str] = set()
        """The entries that leads have told of, up to the last act on the project."""
        self._told: dict[str, set[str]] = {}
        """By entry the aliases that she may know, up to then."""
        self._model: tuple[TrainedModel, Model] | None = None
        self._known = ""
        self._asked: object = None
        self._found: dict[str, list[Suggestion]] = {}
        """What others than the memory have found on the article that was asked for last."""
        self._seen_text: tuple[str, Sight] | None = None

    def learn(self, seconds: float | None = None) -> None:
        """Learn what has changed in the project; for so many seconds, or until all is learned.

        However short the time is, something of it is learned.
        """
        until = None if seconds is None else time.monotonic() + seconds
        with self._project.reading():
            last_act = self._project.history.last()
            has_changed = last_act != self._last_act
            if has_changed:
                self._last_act = last_act
                self._labels = self._project.labels.load()
                self._outdated = self._look() if MEMORY in self._sources else []
            has_changed |= self._take_model() | bool(self._outdated)
            while self._outdated:
                some = self._outdated if until is None else self._outdated[:_AT_ONCE]
                self._outdated = self._outdated[len(some) :]
                self._memory.learn(list(self._lessons(some)))
                if until is not None and time.monotonic() >= until:
                    break
            if has_changed:
                self._take_names()
                self._known = self._stamp()

    def suggest(self, article: Article) -> Suggested:
        """Return what is suggested on ``article``, by what is learned so far; without values."""
        by_others = self._by_others(article)
        found = [one for some in by_others.values() for one in some]
        # What its author has marked here so far is known; gold of the article itself is not.
        with self._without_gold_of(article.id):
            if MEMORY in self._sources:
                found += self._memory.find(self._sight(article))
            # A model may have learned a label that is gone.
            suggestions = combined((one for one in found if one.label in self._labels), DEPENDENT)
            new = self._new_names(article.text, suggestions)
        return Suggested(suggestions, self._known, new)

    def _by_others(self, article: Article) -> dict[str, list[Suggestion]]:
        """Return what rules and the model find: the same as before while its author marks."""
        told = self._model[0] if self._model else None
        asked = article.id, told and told.id, tuple(self._labels)
        if asked != self._asked:
            model = self._model[1] if self._model else None
            may_ask = told is not None and article.sha256 not in told.texts
            knowledge = Knowledge(
                self._labels, None, RULES in self._sources, model if may_ask else None
            )
            found = knowledge.suggestions(article.text, self._sight(article))
            self._asked, self._found = asked, found
        return self._found

    def _sight(self, article: Article) -> Sight:
        if self._seen_text is None or self._seen_text[0] != article.id:
            self._seen_text = article.id, Sight(article.text)
        return self._seen_text[1]

    @property
    def known(self) -> str:
        """In view of what it suggests, as a stamp."""
        return self._known

    @property
    def learns_on(self) -> bool:
        """Whether there is more to learn from than was learned so far."""
        return bool(self._outdated)

    # -- learning

    def _look(self) -> list[str]:
        """Return the articles that teach something else by now, the newest first."""
        project = self._project
        refused: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for article_id, start, end, label in sorted(project.refusals.of_any([self._author])):
            refused[article_id].append((start, end, label))
        numbers = project.articles.numbers_by_id()
        view = tuple(self._labels), tuple(project.registry.merged())
        seen = {
            article_id: _Seen(state, tuple(refused[article_id]), view)
            for article_id, state in article_states(project, counting(project)).items()
            if article_id in numbers and (state.finished or self._is_own(state))
        }
        newest = sorted(seen, key=numbers.__getitem__, reverse=True)[:_MOST]
        for gone in self._seen.keys() - set(newest):
            self._memory.unlearn(gone)
            self._golden.discard(gone)
            self._entries.pop(gone, None)
            del self._seen[gone]
        outdated = [one for one in newest if self._seen.get(one) != seen[one]]
        self._seen |= {one: seen[one] for one in outdated}
        return outdated + [one for one in self._outdated if one in seen and one not in outdated]

    def _is_own(self, state: ArticleState) -> bool:
        return any(author == self._author for author, _, _ in state.layers)

    def _lessons(self, article_ids: Sequence[str]) -> Iterable[tuple[str, Lesson]]:
        for one in derived(self._project, article_ids):
            article_id, text = one.article.id, one.article.text
            (self._golden.add if one.state.ready else self._golden.discard)(article_id)
            teaching = self._teaching(one)
            spans = teaching.spans if teaching else ()
            self._entries[article_id] = frozenset(
                span.value.entry for span in spans if isinstance(span.value, EntryValue)
            )
            refused = tuple(
                (text[start:end], label) for start, end, label in self._seen[article_id].refused
            )
            is_done = teaching is not None and teaching.status is Status.FINISHED
            yield article_id, Lesson(said_in(spans), refused, text if is_done else "")

    def _teaching(self, one: Derived) -> Layer | None:
        """Return gold if the article is settled, else the author's own layer if there is one."""
        if one.state.ready:
            return one.state.gold
        if self._is_machine:
            return None  # what it suggested once says nothing of what is right
        return next((layer for layer in one.layers if layer.author == self._author), None)

    def _take_names(self) -> None:
        """Let the memory know the names of the entries that the author may know."""
        self._meant = Counter(entry for some in self._entries.values() for entry in some)
        history = self._project.history
        last = history.last_project_act()
        if last != self._last_project_act:
            self._last_project_act = last
            self._of_leads = history.entries_of_leads(MERGE_PACKS)
            self._told = history.aliases_told_to(self._author, MERGE_PACKS)
        self._meant.update(self._of_leads)
        rows = self._project.registry.rows_of(sorted(self._meant))
        entries = (entry_of(row[1:]) for row in rows)
        self._names = {
            entry.id: tuple(
                (name, entry.label)
                for name in entry.names
                if name == entry.name or name in self._told.get(entry.id, ())
            )
            for entry in entries
            if entry.merged_into is None
        }
        self._memory.name(name for names in self._names.values() for name in names)

    def _without_gold_of(self, article_id: str) -> AbstractContextManager[None]:
        """Leave aside what gold of an article taught, with the names that it alone means."""
        if article_id not in self._golden:
            return nullcontext()
        here = self._entries[article_id]
        names = {
            name for entry in here if self._meant[entry] == 1 for name in self._names.get(entry, ())
        }
        elsewhere = {
            name
            for entry, some in self._names.items()
            if names and (entry not in here or self._meant[entry] > 1)
            for name in some
        }
        return self._memory.without(article_id, names - elsewhere)

    @property
    def has_model(self) -> bool:
        """Whether a model is asked."""
        return self._model is not None

    def _take_model(self) -> bool:
        """Let the model of the project be at hand; return whether it is another one."""
        if MODEL not in self._sources or not can_learn():
            return False
        at_hand = self._model[0].id if self._model else None
        told = self._project.models.last()
        if told and told.learned_from is not LearnedFrom.GOLD and not self._is_machine:
            told = None
        if (told.id if told else None) == at_hand:
            return False
        self._model = (told, Model(self._project.models.fields(told.id))) if told else None
        return True

    def _stamp(self) -> str:
        seen = sorted((one, told) for one, told in self._seen.items() if one not in self._outdated)
        told = repr((self._sources, self._model and self._model[0].id, tuple(self._labels), seen))
        return sha256(f"{told}{sorted(self._names.items())}".encode()).hexdigest()[:16]

    # -- suggesting

    def _new_names(self, text: str, suggestions: Iterable[Suggestion]) -> int:
        """Return how many names there are among ``suggestions`` that the memory has never met."""
        named = {label.name for label in self._labels if label.value is ValueKind.ENTRY}
        strings = {
            (ARABIC.fold(text[one.start : one.end]), one.label)
            for one in suggestions
            if one.label in named
        }
        return sum(not self._memory.knows(string, label) for string, label in strings)

    def valued(self, article: Article, suggested: Suggested) -> Suggested:
        """Return what is suggested on ``article`` with what each seems to mean.

        Reading that takes as long as a third of finding them.
        """
        spans = [
            Span(one.start, one.end, one.label, article.text[one.start : one.end])
            for one in suggested.suggestions
        ]
        with self._project.reading():
            valued = Proposals(self._project, self._labels).filled(article, spans)
        pairs = zip(suggested.suggestions, valued, strict=True)
        told = tuple(replace(one, value=span.value) for one, span in pairs)
        return replace(suggested, suggestions=told)
