"""Who is in a release, and in which split: worked out before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.arabic import ARABIC
from annotator.core.behind import Wait
from annotator.core.duplicates import Pair, PairList, Shingles, shingles_of, similar_pairs
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import GOLD, Article
from annotator.core.progress import Progress
from annotator.core.release import Bridging, Likeness, Order, SplitFigures, Within, joined
from annotator.core.splits import Candidate, SplitBy, out_of_time, part, parted_outlets
from annotator.store.project import Project
from annotator.workflow.datasets.exported import article_named, layers_to_write
from annotator.workflow.figures.overview import waits_of
from annotator.workflow.review.settling import reviews_of

_TOLD_EACH = 10_000
"""After so many pairs it is told how far their comparing is: there may be millions."""


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """What a release is to hold."""

    splits: Mapping[str, str]
    """The split of each article, by its id."""
    hashes: Mapping[str, str]
    """The hash of the text of each of them."""
    figures: Mapping[str, SplitFigures]
    """What is in each split."""
    not_ready: Mapping[str, tuple[Wait, ...]]
    """The names of the articles that are not ready, each with what it waits for."""
    bridging: Sequence[Bridging]
    moved: Mapping[str, tuple[str, str]]
    """The names of articles that were in another split when they were released last: both splits.

    An earlier release may have had splits that this one has not.
    """
    stayed: int
    """How many articles keep the split that an earlier release gave them, come what may."""
    together: Sequence[tuple[str, ...]]
    """The names of the articles that somebody kept together, in groups, so far as they go out."""
    out_of_time: int
    """By time, how many articles are older than the newest one of an earlier split."""
    parted_outlets: int
    """By outlet, how many outlets have articles in several splits."""
    same_story: int
    """How many pairs of near-duplicates there are."""
    highest: Likeness | None
    """The two articles in different splits that are most alike, of all pairs that were compared."""
    most_within: Within | None
    """The two in different splits of which one stands in the other most; likewise."""

    @property
    def empty(self) -> list[str]:
        """The splits that were asked for, and hold nothing."""
        return [split for split, there in self.figures.items() if not there.articles]


def plan_release(project: Project, order: Order, progress: Progress) -> ReleasePlan:
    """Return what a release by that ``order`` would hold; nothing is written.

    Raises:
        UnknownName: if there is no such author, or no article that is to be together with others.
        RefusedAct: if no article is ready.
    """
    with project.reading():
        if order.layer != GOLD:
            project.authors.get(order.layer)
        return _Planning(project, order, progress).plan()


class _Planning:
    """Looks at all articles, one after the other, and parts those that are ready.

    Nothing may come too near to what was released before and is not ready now, in another split.
    """

    def __init__(self, project: Project, order: Order, progress: Progress) -> None:
        self._project = project
        self._order = order
        self._progress = progress
        self._candidates: list[Candidate] = []
        self._ids: dict[str, str] = {}
        """The ids of the candidates, by the hashes of their texts."""
        self._last = project.releases.splits()
        """The split in which each article went out last, by the hash of its text."""
        self._names = project.articles.names()
        self._not_ready: list[str] = []
        """Ids of articles."""
        self._same: list[tuple[str, str]] = []
        """The near-duplicates, by the hashes of their texts."""

    def plan(self) -> ReleasePlan:
        order = self._order
        together = [
            [article_named(self._project, name).sha256 for name in group]
            for group in order.together
        ]
        pairs = PairList(self._pairs())
        if not any(one.is_ready for one in self._candidates):
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "No article is ready, so there is nothing to release.")
            )
        same = self._same
        parted = part(
            self._candidates,
            [*same, *joined([key for key in group if key in self._ids] for group in together)],
            order.shares,
            seed=order.seed,
            by=order.by,
        )
        splits = parted.splits
        highest, most_within = self._most_alike(pairs, splits)
        return ReleasePlan(
            splits={self._ids[key]: split for key, split in splits.items()},
            hashes={self._ids[key]: key for key in splits},
            figures=_figures(self._candidates, splits, order.shares),
            not_ready=self._waits(),
            bridging=[
                Bridging(self._name(key), self._name(near))
                for key, near in sorted(parted.bridging.items())
            ],
            moved=dict(self._moved(splits)),
            stayed=sum(one.before == splits.get(one.key, "") for one in self._candidates),
            together=self._released(together, splits),
            out_of_time=(
                out_of_time(self._candidates, splits, order.shares)
                if order.by is SplitBy.TIME
                else 0
            ),
            parted_outlets=(
                parted_outlets(self._candidates, splits) if order.by is SplitBy.OUTLET else 0
            ),
            same_story=sum(one in splits and other in splits for one, other in same),
            highest=None if highest is None else self._likeness(highest),
            most_within=None if most_within is None else self._within(most_within),
        )

    def _pairs(self) -> Iterator[Pair]:
        """Yield the pairs that share something, and note which of them tell the same story."""
        for pair in similar_pairs(self._shingles(), self._progress):
            if pair.is_same_story:
                self._same.append(self._keys(pair))
            yield pair

    def _shingles(self) -> Iterator[Shingles]:
        """Yield the shingles of each candidate, and note what else is asked of it."""
        project, order = self._project, self._order
        before = project.releases.splits(order.shares)
        total = project.articles.count()
        laid_out = layers_to_write(project, order.layer, project.articles.each())
        for done, (article, layer, ready) in enumerate(laid_out, start=1):
            if not ready:
                self._not_ready.append(article.id)
            if ready or article.sha256 in before:
                candidate = Candidate(
                    key=article.sha256,
                    labels=Counter(span.label for span in layer),
                    published=article.published,
                    outlet=_outlet_of(article),
                    before=before.get(article.sha256),
                    is_ready=ready,
                )
                self._candidates.append(candidate)
                self._ids[article.sha256] = article.id
                yield shingles_of(article.text, ARABIC)
            self._progress.advance(done, total)

    def _released(
        self, groups: Iterable[Sequence[str]], splits: Mapping[str, str]
    ) -> list[tuple[str, ...]]:
        """Return the names of what goes out of each group, where that is more than one."""
        named = (tuple(self._name(key) for key in group if key in splits) for group in groups)
        return [names for names in named if len(names) > 1]

    def _moved(self, splits: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the articles that were last released in another split, with both."""
        for key, split in splits.items():
            last = self._last.get(key, split)
            if last != split:
                yield self._name(key), (last, split)

    def _keys(self, pair: Pair) -> tuple[str, str]:
        return self._candidates[pair.first].key, self._candidates[pair.second].key

    def _name(self, key: str) -> str:
        return self._names[self._ids[key]]

    def _waits(self) -> dict[str, tuple[Wait, ...]]:
        """Return what the articles that are not ready wait for, by their names."""
        waits: Mapping[str, tuple[Wait, ...]] = {}
        otherwise = Wait.AUTHORS if self._order.layer == GOLD else Wait.OWNER
        if self._order.layer == GOLD:
            # Only these are asked for: of 10,000 that are ready none is derived once more.
            reviews = reviews_of(self._project, self._not_ready)
            waits = waits_of(self._project, [one for one in reviews if one.finished])
        return {
            self._names[article_id]: waits.get(article_id, (otherwise,))
            for article_id in self._not_ready
        }

    def _most_alike(
        self, pairs: PairList, splits: Mapping[str, str]
    ) -> tuple[Pair | None, Pair | None]:
        """Return the two of different splits that are most alike, and most one in the other."""
        highest: Pair | None = None
        most_within: Pair | None = None
        for done, pair in enumerate(pairs):
            if not done % _TOLD_EACH:
                self._progress.advance(done, len(pairs))
            one, other = (splits.get(key) for key in self._keys(pair))
            if one is None or other is None or one == other:
                continue
            if highest is None or pair.similarity > highest.similarity:
                highest = pair
            if pair.within > (most_within.within if most_within else 0.0):
                most_within = pair
        return highest, most_within

    def _likeness(self, pair: Pair) -> Likeness:
        one, other = self._keys(pair)
        return Likeness(self._name(one), self._name(other), pair.similarity)

    def _within(self, pair: Pair) -> Within:
        shorter, longer = (self._name(self._candidates[one].key) for one in pair.by_length)
        return Within(shorter, longer, pair.within)


def _outlet_of(article: Article) -> str | None:
    """Return what an outlet is known by, however its name is written; nothing if it has none."""
    return " ".join(ARABIC.fold(article.outlet or "").split()) or None


def _figures(
    candidates: Iterable[Candidate], splits: Mapping[str, str], shares: Iterable[str]
) -> dict[str, SplitFigures]:
    figures = {split: SplitFigures() for split in shares}
    for one in candidates:
        if one.key in splits:
            there = figures[splits[one.key]]
            there.articles += 1
            there.spans.update(one.labels)
    return figures
