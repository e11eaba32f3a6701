"""Suggestions made for the articles of authors, kept in the project, taken and refused.

They count as nothing until their author takes them.  On a share of the articles none are shown, so
that the Overview can tell what they do.  A layer of a machine is made of them on demand.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from annotator.core.edits import Change, change_of
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Article, Author, Layer, LayerState, Role, Span, Status, new_id
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind, RowChange
from annotator.core.suggestions import (
    Suggested,
    Suggestion,
    Taken,
    Withholding,
    combined,
)
from annotator.store.failures import UNREADABLE
from annotator.store.project import Project
from annotator.suggest.model import MODEL
from annotator.workflow.acts.entries import Entries
from annotator.workflow.acts.project_acts import do
from annotator.workflow.acts.steps import Step, save_steps, step_on, still_right
from annotator.workflow.exchange.packs import pack_of
from annotator.workflow.people.authors import ensure_author, refuse_name, refuse_unless_lead
from annotator.workflow.suggesting.sources import sources_named
from annotator.workflow.suggesting.suggester import Suggester
from annotator.workflow.suggesting.training import train_if_grown

_PROPERTY = "suggestions withheld"
_DEFAULT = Withholding(share=0.15, seed=0)
_AT_ONCE = 20
"""How many articles are read, looked through and kept together: half a second's work."""
_QUIET = Quiet()


@dataclass(slots=True)
class SuggestReport:
    """What was suggested to whom."""

    authors: list[str]
    articles: int = 0
    """How many were looked through, each counted for each author."""
    withheld: int = 0
    """On how many of them nothing is shown."""
    labels: Counter[str] = field(default_factory=Counter)
    """How many suggestions there are, by label."""
    sources: Counter[str] = field(default_factory=Counter)
    """How many suggestions each source has found, be it with others."""
    has_model: bool = False
    """Whether there is a model that may be asked."""

    def count(self, suggested: Suggested, *, is_withheld: bool) -> None:
        """Count what is suggested on one article."""
        self.articles += 1
        self.withheld += is_withheld
        self.labels.update(one.label for one in suggested.suggestions)
        self.sources.update(name for one in suggested.suggestions for name in one.sources)


def withholding(project: Project) -> Withholding:
    """Return on which articles of a project nothing is suggested."""
    with project.reading():
        row = project.records.read(Kind.PROPERTY, _PROPERTY)
    if row is None:
        return _DEFAULT
    try:
        told = json.loads(str(row["value"]))
        return Withholding(told["share"], told["seed"])
    except UNREADABLE:
        return _DEFAULT  # another program wrote it


def withhold(project: Project, lead: str, chosen: Withholding) -> bool:
    """Say on which articles nothing is suggested, as one act; return whether anything changed.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    with project.writing():
        refuse_unless_lead(project, lead)
        before = project.records.read(Kind.PROPERTY, _PROPERTY)
        told = json.dumps({"share": chosen.share, "seed": chosen.seed})
        after = None if chosen == _DEFAULT else {"value": told}
        change = RowChange(Kind.PROPERTY, _PROPERTY, before, after)
        return do(project, lead, "properties", [change]) is not None


def suggest(
    project: Project,
    authors: Collection[str] = (),
    sources: Collection[str] = (),
    progress: Progress = _QUIET,
) -> SuggestReport:
    """Suggest to ``authors``, by default to all who label, on what each has yet to finish.

    What was suggested in view of the same is not made anew.  A model that is to be asked learns
    first if gold has grown much since it was trained.

    Raises:
        UnknownName: if there is no such author or source.
        RefusedAct: if one of the authors is a machine.
        Cancelled: if ``progress`` says so; what is made by then is kept.
    """
    report = SuggestReport(_who_labels(project, authors))
    if MODEL in sources_named(sources):
        train_if_grown(project, progress)
    withheld = withholding(project)
    with project.reading():
        wanted = {author: _unfinished(project, author) for author in report.authors}
    total = sum(map(len, wanted.values()))
    for author, article_ids in wanted.items():
        suggester = Suggester(project, author, sources)
        suggester.learn()
        report.has_model = suggester.has_model
        with project.reading():
            known = project.suggestions.known(author)
            making = _Making(project, suggester, author)
        for some in _in_parts(article_ids):
            progress.advance(report.articles, total)
            made = []
            with project.reading():
                for article in project.articles.of_ids(some):
                    there = known.get(article.id) == suggester.known
                    kept = _kept(project, author, article) if there else None
                    suggested = kept or making.made(article)
                    if kept is None:
                        made.append((article.id, suggested))
                    report.count(suggested, is_withheld=withheld.holds(article.sha256))
            if made:
                with project.writing():
                    project.suggestions.keep(author, made)
    return report


def _who_labels(project: Project, names: Collection[str]) -> list[str]:
    with project.reading():
        if not names:
            everybody = project.authors.all()
            return [one.name for one in everybody if _labels(one) and not one.retired]
        chosen = [project.authors.get(name) for name in dict.fromkeys(names)]
    for author in chosen:
        if not _labels(author):
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{author}” is a machine: nothing is suggested to it. Make a layer of"
                    " suggestions with --to-layer.",
                ),
                author=author.name,
            )
    return [author.name for author in chosen]


def _labels(author: Author) -> bool:
    return author.role is not Role.MACHINE


def _unfinished(project: Project, author: str) -> list[str]:
    """Return the articles that ``author`` sees and may yet mark, tests apart."""
    numbers = project.articles.numbers_by_id()
    done = {
        article_id
        for article_id, who, _, status in project.layers.states()
        if who == author and status in (Status.FINISHED, Status.SET_ASIDE)
    }
    tests = {one.article_id for one in project.qualifications.of_author(author)}
    seen = project.assignments.seen(author, numbers.values())
    article_ids = {number: article_id for article_id, number in numbers.items()}
    return [
        article_id
        for number in seen
        if (article_id := article_ids[number]) not in done and article_id not in tests
    ]


def _in_parts(article_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(article_ids), _AT_ONCE):
        yield article_ids[first : first + _AT_ONCE]


# -- on one article


@dataclass(frozen=True, slots=True)
class Offer:
    """What an author is offered on one article."""

    article_id: str
    suggested: Suggested | None
    """What there is to suggest; ``None`` in a test, which is to show how she does alone."""
    is_withheld: bool
    """Whether none of it is shown."""
    learns_on: bool
    """Whether more will be known in a moment."""

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What she is shown, be it that her layer has spoken of it already."""
        hides = self.is_withheld or self.suggested is None
        return () if hides or self.suggested is None else self.suggested.suggestions


def offer(project: Project, suggester: Suggester, author: str, article_id: str) -> Offer | None:
    """Return what is suggested to ``author`` on one article; ``None`` if there is no such one."""
    with project.reading():
        article = project.articles.by_id(article_id)
        if article is None:
            return None
        is_test = project.qualifications.holds(article_id, author)
        is_withheld = withholding(project).holds(article.sha256)
        making = _Making(project, suggester, author)
        suggested = None if is_test else suggester.valued(article, making.made(article))
    return Offer(article_id, suggested, is_withheld, suggester.learns_on)


def keep_offer(project: Project, author: str, offered: Offer) -> None:
    """Keep what is suggested, and since when it is shown; no act."""
    if offered.suggested is not None:
        with project.writing():
            project.suggestions.keep(author, [(offered.article_id, offered.suggested)])
            if not offered.is_withheld:
                project.suggestions.tell_shown(author, offered.article_id)


class _Making:
    """Makes suggestions anew; in a pack, beside what was suggested in the whole project.

    That followed from gold which the pack does not hold.
    """

    def __init__(self, project: Project, suggester: Suggester, author: str) -> None:
        self._project = project
        self._suggester = suggester
        self._author = author
        self._is_pack = pack_of(project) is not None

    def made(self, article: Article) -> Suggested:
        new = self._suggester.suggest(article)
        kept = _kept(self._project, self._author, article) if self._is_pack else None
        return replace(new, suggestions=_beside(kept.suggestions, new)) if kept else new


def _beside(kept: Iterable[Suggestion], new: Suggested) -> tuple[Suggestion, ...]:
    """Return both; of those in one place the surer, but what more sources say is the newer."""
    by_place = {one.place: one for one in kept}
    for one in new.suggestions:
        before = by_place.get(one.place)
        is_told = before is not None and not set(before.sources) <= set(one.sources)
        if before is None or not is_told or one.confidence >= before.confidence:
            by_place[one.place] = one
    return combined(by_place.values())


def _kept(project: Project, author: str, article: Article) -> Suggested | None:
    """Return what is kept, unless another program has written what does not fit the text."""
    kept = project.suggestions.of(author, article.id)
    fits = kept and all(one.end <= len(article.text) for one in kept.suggestions)
    return kept if fits else None


# -- as a layer


@dataclass(frozen=True, slots=True)
class LayerReport:
    """What was made of suggestions as the layers of a machine."""

    author: str
    articles: int
    spans: Counter[str]
    """By label."""


@dataclass(frozen=True, slots=True)
class _Fill:
    """Let a layer hold these spans and no others, and be finished."""

    spans: tuple[Span, ...]

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``core.edits.Edit``."""
        before = {span.place: span for span in layer}
        after = {span.place: span for span in self.spans}
        removed = tuple(one for place, one in before.items() if after.get(place) != one)
        put = tuple(one for place, one in after.items() if before.get(place) != one)
        change = change_of(layer, "suggest", removed, put)
        return Change("suggest", removed, put, change.before, LayerState(Status.FINISHED))


def suggest_to_layer(
    project: Project, machine: str, sources: Collection[str] = (), progress: Progress = _QUIET
) -> LayerReport:
    """Make layers of suggestions, one on each article, for an author who is a machine or new.

    What such a layer held before goes; it is one act of the machine on each article.

    Raises:
        UnknownName: if there is no such source.
        RefusedAct: if the author is a person, or nobody can bear the name.
        Cancelled: if ``progress`` says so; nothing is changed.
    """
    refuse_name(machine)
    with project.reading():
        known = {author.name: author.role for author in project.authors.all()}
        if known.get(machine, Role.MACHINE) is not Role.MACHINE:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{author}” is a person: suggestions become the layer of a machine alone. Name"
                    " somebody new.",
                ),
                author=machine,
            )
    filling = _Filling(project, machine, sources)
    with project.reading():
        article_ids = list(project.articles.numbers_by_id())
    for some in _in_parts(article_ids):
        progress.advance(filling.articles, len(article_ids))
        with project.reading():
            filling.take(project.articles.of_ids(some))
    progress.advance(filling.articles, len(article_ids))
    with project.writing():
        ensure_author(project, machine, Role.MACHINE)
        right = still_right(project, machine, filling.steps, filling.again)
        save_steps(project, right)
        entries = Entries(project, project.labels.load())
        entries.add(span for step in right for span in step.change.put)
    return LayerReport(machine, filling.articles, filling.spans)


class _Filling:
    """Plans the layers of a machine, article by article."""

    def __init__(self, project: Project, machine: str, sources: Collection[str]) -> None:
        self._project = project
        self._machine = machine
        self._suggester = Suggester(project, machine, sources, is_machine=True)
        self._suggester.learn()
        self._group = new_id()
        self.articles = 0
        self.spans: Counter[str] = Counter()
        self.steps: list[Step] = []

    def take(self, articles: Iterable[Article]) -> None:
        for article in articles:
            spans = self._spans(article)
            self.articles += 1
            self.spans.update(span.label for span in spans)
            if step := self._step(article, spans):
                self.steps.append(step)

    def again(self, step: Step) -> Step | None:
        article = self._project.articles.by_id(step.after.article_id)
        return self._step(article, self._spans(article)) if article else None

    def _spans(self, article: Article) -> tuple[Span, ...]:
        suggested = self._suggester.suggest(article)
        suggestions = self._suggester.valued(article, suggested).suggestions
        taken = map(Taken.as_it_is, suggestions)
        return tuple(one.span(article.text, is_seen=False) for one in taken)

    def _step(self, article: Article, spans: tuple[Span, ...]) -> Step | None:
        layer = self._project.layers.load(article.id, self._machine)
        change = _Fill(spans).plan(layer, article.text)
        return None if change.is_empty else step_on(layer, change, self._group).without_spans()
