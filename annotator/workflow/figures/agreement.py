"""Agreement of a project's authors, from the layers that they have finished.

Two layers are compared once: what is counted is kept in memory for as long as neither changes, and
so are the figures of an outlet or a month.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from annotator.arabic import ARABIC
from annotator.core.adjudication import conflicts_between
from annotator.core.agreement import Agreement, ProjectAgreement, agreement
from annotator.core.causes import Cause, cause_of
from annotator.core.comparison import ComparedArticle, Comparison, Marks, Pair, compare
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.intervals import Bootstrap
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer
from annotator.core.progress import Progress, Quiet, Share
from annotator.core.registry import CurrentEntries
from annotator.core.tokens import Tokenizer
from annotator.store.project import Project
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.people.counting import counting

Revisions: TypeAlias = dict[str, int]
"""The revisions of an article's finished layers, by author."""
_Part: TypeAlias = tuple[str, str | None]
"""The articles of which figures are made: of what kind, and which one of that."""
_WHOLE: Final[_Part] = "all", None
_MONTH = len("2026-02")
_AT_ONCE = 100
"""How many articles are read together."""
_QUIET = Quiet()


def project_agreement(
    project: Project,
    *,
    asked_by: str | None = None,
    authors: Collection[str] = (),
    labels: Collection[str] = (),
    bootstrap: Bootstrap | None = None,
    progress: Progress = _QUIET,
) -> ProjectAgreement:
    """Return how far the finished layers of ``authors`` match, by default of all but machines.

    With ``labels`` as if the layers held no others.  An author who asks must be a lead: figures
    tell what others marked.  There are intervals if a ``bootstrap`` is given; its rounds are told
    of after the articles.

    Raises:
        UnknownName: if an author or a label is not known.
        RefusedAct: if one author alone is named, or who asks is no lead.
    """
    with project.reading():
        if asked_by is not None:
            refuse_unless_lead(project, asked_by)
        chosen = _chosen(project, authors)
        label_set = project.labels.load()
        told = tuple(label_set[name].name for name in dict.fromkeys(labels))
        finished = _finished(project, chosen)
        comparing = _Comparing(project, label_set, frozenset(told))
        compared = _compared(comparing, finished, progress)
        causes = comparing.causes(finished)
        outlets = project.articles.outlet_by_id()
        months = _months(project, finished)
    all_labels = told or tuple(label.name for label in label_set)

    by_outlet, by_month = _grouped(compared, outlets), _grouped(compared, months)
    parts: dict[_Part, Sequence[ComparedArticle]] = {_WHOLE: tuple(compared.values())}
    for kind, groups in (("outlet", by_outlet), ("month", by_month)):
        if len(groups) > 1:  # one alone is the whole
            parts |= {(kind, group): some for group, some in groups.items()}
    found = comparing.agreements(parts, all_labels, bootstrap, progress)
    whole = found[_WHOLE]
    return ProjectAgreement(
        authors=chosen,
        whole=whole,
        outlets={outlet: found.get(("outlet", outlet), whole) for outlet in by_outlet},
        months={month: found.get(("month", month), whole) for month in by_month},
        causes=causes,
    )


class ComparedLayers(NamedTuple):
    """What the finished layers of one article have in common, and why they differ."""

    article: ComparedArticle
    causes: tuple[Cause, ...]
    outlet: str | None
    month: str | None
    """In which the last of them was finished; see ``ProjectAgreement``."""


def compared_layers(project: Project, progress: Progress) -> dict[str, ComparedLayers]:
    """Return the articles that two have finished or more, compared as for ``project_agreement``."""
    with project.reading():
        finished = _finished(project, _chosen(project, ()))
        comparing = _Comparing(project, project.labels.load(), frozenset())
        compared = _compared(comparing, finished, progress)
        outlets, months = project.articles.outlet_by_id(), _months(project, finished)
        return {
            article_id: ComparedLayers(
                one,
                comparing.causes_of(article_id),
                outlets.get(article_id) or None,
                months[article_id],
            )
            for article_id, one in compared.items()
        }


def _chosen(project: Project, named: Collection[str]) -> tuple[str, ...]:
    if not named:
        machines = counting(project).machines
        return tuple(one.name for one in project.authors.all() if one.name not in machines)
    chosen = dict.fromkeys(project.authors.get(name).name for name in named)
    if len(chosen) < 2:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "Agreement is between authors: name two or more, or none for all."
            )
        )
    return tuple(chosen)


class _Kept(NamedTuple):
    """Two layers of an article compared, and their revisions then."""

    revisions: tuple[int, int]
    comparison: Comparison


class _View(NamedTuple):
    """What figures are made from: they are the same as long as it is."""

    articles: Sequence[ComparedArticle]
    labels: Sequence[str]
    bootstrap: Bootstrap | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What was compared in a project, and in view of what."""

    labels: frozenset[str]
    """If any, all others were left out."""
    merges: frozenset[tuple[str, str]]
    """Entries, and what they are merged into."""
    articles: defaultdict[str, dict[Pair, _Kept]] = field(default_factory=lambda: defaultdict(dict))
    """By id."""
    causes: dict[str, tuple[Revisions, tuple[Cause, ...]]] = field(default_factory=dict)
    """By id, with the layers that differ so."""
    agreements: dict[_Part, tuple[_View, Agreement]] = field(default_factory=dict)


_known: WeakKeyDictionary[Project, _Known] = WeakKeyDictionary()


def _finished(project: Project, authors: Collection[str]) -> dict[str, Revisions]:
    """Return, by article, the revisions of its finished layers by ``authors``, if two or more.

    What an author marked as a test agrees with nobody, though the author is named.
    """
    tested = counting(project).tested
    finished: defaultdict[str, Revisions] = defaultdict(dict)
    for article_id, author, revision in project.layers.finished():
        if author in authors and author not in tested.get(article_id, ()):
            finished[article_id][author] = revision
    return {article_id: layers for article_id, layers in finished.items() if len(layers) > 1}


def _compared(
    comparing: "_Comparing", finished: Mapping[str, Revisions], progress: Progress
) -> dict[str, ComparedArticle]:
    """Return the articles compared; of those whose layers are unchanged nothing is read."""
    in_order = list(finished.items())
    compared: dict[str, ComparedArticle] = {}
    for first in range(0, len(in_order), _AT_ONCE):
        compared |= comparing.articles(dict(in_order[first : first + _AT_ONCE]))
        progress.advance(len(compared), len(finished))
    return compared


class _Comparing:
    """Compares the layers of articles of one project, or remembers how they compared."""

    def __init__(self, project: Project, label_set: LabelSet, labels: frozenset[str]) -> None:
        entries = list(project.registry.redirects())
        merges = frozenset((entry, into) for entry, _, into in entries if into is not None)
        known = _known.get(project)
        if known is None or (known.labels, known.merges) != (labels, merges):
            known = _known[project] = _Known(labels, merges)
        self._known = known
        self._project = project
        self._label_set = label_set
        self._entries = CurrentEntries(entries, ARABIC.fold)
        self._tokenizer = Tokenizer(ARABIC)

    def articles(self, finished: Mapping[str, Revisions]) -> dict[str, ComparedArticle]:
        """Return articles with the layers of these authors compared, each with each."""
        wanted = {
            article_id: {
                (one, other): (revisions[one], revisions[other])
                for one, other in combinations(sorted(revisions), 2)
            }
            for article_id, revisions in finished.items()
        }
        known = self._known.articles
        changed = {
            article_id: [
                pair
                for pair, revisions in pairs.items()
                if pair not in known[article_id] or known[article_id][pair].revisions != revisions
            ]
            for article_id, pairs in wanted.items()
        }
        outdated = [
            article_id
            for article_id, pairs in changed.items()
            if pairs or self._known.causes.get(article_id, (None,))[0] != finished[article_id]
        ]
        for article, layers in self._read(outdated):
            article_id, told = article.id, finished[article.id]
            tokens = self._tokenizer.tokens(article.text)
            marks = {author: Marks(layer.spans, tokens) for author, layer in layers.items()}
            among = [layer for author, layer in layers.items() if author in told]
            self._known.causes[article_id] = told, self._causes_in(article, among)
            for one, other in changed[article_id]:
                compared = compare(marks[one], marks[other])
                known[article_id][one, other] = _Kept(wanted[article_id][one, other], compared)
        return {
            article_id: {pair: known[article_id][pair].comparison for pair in pairs}
            for article_id, pairs in wanted.items()
        }

    def agreements(
        self,
        parts: Mapping[_Part, Sequence[ComparedArticle]],
        labels: Sequence[str],
        bootstrap: Bootstrap | None,
        progress: Progress,
    ) -> dict[_Part, Agreement]:
        """Return how far layers match in each part; where nothing has changed it is known.

        What is made is kept at once: who stops it makes the rest alone when she asks again.
        """
        known = self._known.agreements
        for number, (part, articles) in enumerate(parts.items()):
            view = _View(articles, labels, bootstrap)
            if part not in known or known[part][0] != view:
                found = agreement(*view, Share(progress, number, len(parts)))
                known[part] = view, found
        for gone in known.keys() - parts.keys():
            del known[gone]
        return {part: known[part][1] for part in parts}

    def causes(self, finished: Mapping[str, Revisions]) -> dict[Cause, int]:
        """Return how often each cause parts the layers of articles that have been compared."""
        counts = Counter(cause for article_id in finished for cause in self.causes_of(article_id))
        return {cause: counts[cause] for cause in Cause if counts[cause]}

    def causes_of(self, article_id: str) -> tuple[Cause, ...]:
        """Return why the layers of an article differ that has been compared."""
        return self._known.causes[article_id][1]

    def _causes_in(self, article: Article, layers: Iterable[Layer]) -> tuple[Cause, ...]:
        conflicts = conflicts_between(article, layers)
        return tuple(cause_of(one, article.text, self._label_set, ARABIC) for one in conflicts)

    def _read(self, article_ids: Collection[str]) -> Iterator[tuple[Article, dict[str, Layer]]]:
        """Yield the articles and what each author marked in them, as far as it is compared."""
        layers = self._project.layers.of_articles(article_ids)
        for article in self._project.articles.of_ids(article_ids):
            yield article, {one.author: self._compared_layer(one) for one in layers[article.id]}

    def _compared_layer(self, layer: Layer) -> Layer:
        labels, layer = self._known.labels, self._entries.layer(layer)
        if not labels:
            return layer
        return replace(layer, spans=tuple(span for span in layer if span.label in labels))


class _Finishing(NamedTuple):
    """When layers were finished, and the last act of which that is known."""

    last: int
    times: dict[tuple[str, str], str]


_finishing: WeakKeyDictionary[Project, _Finishing] = WeakKeyDictionary()


def finish_times(project: Project) -> dict[tuple[str, str], str]:
    """Return when each layer was last finished, by article and author; see ``finished_at``.

    Acts never change: only those are read that were done since the last time.
    """
    with project.reading():
        known, last = _finishing.get(project, _Finishing(0, {})), project.history.last()
        if last != known.last:
            later = project.history.finished_at(known.last)
            known = _finishing[project] = _Finishing(last, {**known.times, **later})
        return known.times


def _months(project: Project, finished: Mapping[str, Revisions]) -> dict[str, str | None]:
    finished_at = finish_times(project)
    months = {}
    for article_id, authors in finished.items():
        moments = [finished_at.get((article_id, author)) for author in authors]
        known = [moment for moment in moments if moment is not None]
        months[article_id] = max(known)[:_MONTH] if len(known) == len(moments) else None
    return months


def _grouped(
    compared: Mapping[str, ComparedArticle], group_of: Mapping[str, str | None]
) -> dict[str | None, list[ComparedArticle]]:
    """Return the articles by group, in the order of their names; what has none comes last."""
    groups: defaultdict[str | None, list[ComparedArticle]] = defaultdict(list)
    for article_id, article in compared.items():
        groups[group_of.get(article_id) or None].append(article)
    return dict(sorted(groups.items(), key=lambda one: (one[0] is None, one[0] or "")))
