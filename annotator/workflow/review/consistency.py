"""The sweep before gold: strings that are not marked everywhere as they usually are.

It goes over gold as it stands, ready or not, of all articles that somebody has finished.  What was
read of an article holds while its stamp does and is kept packed: whoever keeps it hands it in, and
only articles that have changed are looked at again.
"""

import pickle
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeVar

from annotator.arabic import ARABIC
from annotator.core.conflicts import Place
from annotator.core.consistency import Totals, strings_of
from annotator.core.decisions import Choice
from annotator.core.labels import LabelSet
from annotator.core.language import Stretch
from annotator.core.model import Article, Role, Span
from annotator.core.progress import Progress, Quiet, Teller
from annotator.core.registry import CurrentEntries
from annotator.core.standing import Readings, StringInArticle, StringIndex, readings_of, strings_in
from annotator.core.swept import Listed, Swept
from annotator.core.values import DateValue, EntryValue, Value
from annotator.store.project import Project
from annotator.workflow.registry.registry import current_entries
from annotator.workflow.review.costs import is_little
from annotator.workflow.review.settling import Derived, Reviews, derived

SHARE = 0.6
"""In what part of its places a string is marked alike, at least, if it is to be listed."""
TIMES = 3
"""How often, at least."""
_PART = 200
"""How many articles are told of together."""
_SPOTS = 1_000
"""About how many places are told of together: whoever hears of them has other things to do."""
_FEW_NAMES = 20
"""So many strings are looked for through the index of the search."""
_QUIET = Quiet()

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of an article, packed."""

    article_id: str
    stamp: str
    gold: bytes
    """See ``_Gold``."""
    strings: bytes
    """Where strings stand: a ``StringInArticle`` each, by their names."""
    ready: bool
    """Whether the article is."""


@dataclass(frozen=True, slots=True)
class News:
    """A part of what has changed since something was known."""

    read: tuple[Read, ...] = ()
    gone: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    """The strings that were looked for everywhere; told at the end."""


@dataclass(slots=True)
class Known:
    """What was read of all articles."""

    names: frozenset[str] = frozenset()
    """The strings that were looked for in each of them."""
    articles: dict[str, Read] = field(default_factory=dict)

    def take(self, news: News) -> None:
        """Take what was read anew, and forget what is gone."""
        self.names |= news.names
        for gone in news.gone:
            self.articles.pop(gone, None)
        self.articles.update((one.article_id, one) for one in news.read)


class _Gold(NamedTuple):
    """What is settled of an article."""

    places: tuple[Place, ...]
    values: tuple[Value, ...]
    """What is compared of each; ``None`` of dates that are told from the day of publication."""
    said: frozenset[Place]
    """Where a lead has said what is meant, and not what others marked or a program proposed."""
    readings: tuple[Readings, ...]
    undecided: tuple[Stretch, ...]


class Sweep:
    """Brings what is known up to date, and tells what follows from it."""

    def __init__(self, project: Project, known: Known | None = None) -> None:
        self._project = project
        self.known = known or Known()

    def is_small(self, most: int) -> bool:
        """Tell whether no more than so many spans are drawn in what was finished."""
        with self._project.reading():
            return self._project.layers.count_spans(self._stamps(), most + 1) <= most

    def news(self, progress: Progress = _QUIET, at_most: int | None = None) -> list[News] | None:
        """Read what has changed since, and take it into what is known; return it in parts.

        ``None`` if that would cost more than ``at_most``, see ``costs``; nothing was read, then.
        """
        told: list[News] = []
        stamps = self._stamps()
        if at_most is not None and not is_little(
            self._project, self._outdated(stamps), at_most=at_most
        ):
            return None
        self.tell_news(told.append, progress)
        return told

    def tell_news(self, tell: Callable[[News], object], progress: Progress = _QUIET) -> None:
        """Do the same, and tell of each part as soon as it is read.

        Raises:
            Cancelled: if ``progress`` says so; what was told holds.
        """
        with self._project.reading():
            stamps = self._stamps()
            outdated = self._outdated(stamps)
            gone = tuple(one for one in self.known.articles if one not in stamps)
            for news in self._parts(outdated, stamps, gone, progress):
                self.known.take(news)
                tell(news)

    def _stamps(self) -> dict[str, str]:
        with self._project.reading():
            return Reviews(self._project).since({})[0]

    def _outdated(self, stamps: Mapping[str, str]) -> list[str]:
        known = self.known.articles
        return [
            one for one, stamp in stamps.items() if one not in known or known[one].stamp != stamp
        ]

    def _parts(
        self,
        outdated: Sequence[str],
        stamps: Mapping[str, str],
        gone: tuple[str, ...],
        progress: Progress,
    ) -> Iterator[News]:
        """Yield the articles that have changed, then those in which strings are looked for anew."""
        yield News(gone=gone)
        # Each article that has changed is derived first, and searched when all strings are known.
        counting = _Counting(progress, 2 * len(outdated))
        labels = self._project.labels.load()
        ready: dict[str, bool] = {}
        golds = dict(counting.each(self._golds(outdated, labels, ready)))
        names = strings_of(self._counts(golds))
        everything = StringIndex(names | self.known.names, ARABIC)
        found = self._searched(golds, {}, everything, labels)
        for some in _by_part(counting.each(found)):
            yield News(
                tuple(
                    Read(one, stamps[one], golds[one], strings, ready[one]) for one, strings in some
                )
            )
        new = names - self.known.names
        if new:
            yield from self._looked_for(new, golds.keys(), labels, progress)
        yield News(names=frozenset(names))

    def _golds(
        self, article_ids: Sequence[str], labels: LabelSet, ready: dict[str, bool]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield what is settled of the articles, packed; ``ready`` takes which of them are."""
        for one in derived(self._project, article_ids):
            ready[one.article.id] = one.state.ready
            yield one.article.id, _packed(_gold(one, labels))

    def _counts(self, golds: Mapping[str, bytes]) -> Counter[Readings]:
        """Return how often what is marked, with these articles as they are now."""
        kept = (one.gold for one in self.known.articles.values() if one.article_id not in golds)
        counts: Counter[Readings] = Counter()
        for packed in (*kept, *golds.values()):
            counts.update(_unpacked_gold(packed).readings)
        return counts

    def _looked_for(
        self, new: set[str], fresh: Collection[str], labels: LabelSet, progress: Progress
    ) -> Iterator[News]:
        """Yield the articles that have not changed with strings that were not looked for yet."""
        known = self.known.articles
        wanted = {one: known[one].gold for one in self._that_may_hold(new) if one not in fresh}
        strings = {one: known[one].strings for one in wanted}
        counting = _Counting(progress, len(wanted))
        found = self._searched(wanted, strings, StringIndex(new, ARABIC), labels)
        for some in _by_part(counting.each(found)):
            yield News(tuple(replace(known[one], strings=packed) for one, packed in some))

    def _that_may_hold(self, names: Collection[str]) -> list[str]:
        """Return the known articles in which some of ``names`` may stand."""
        known = self.known.articles
        if len(names) > _FEW_NAMES:
            return list(known)
        numbers = {
            number
            for words in ARABIC.names_to_look_up(names)
            for number in self._project.search.find(words)
        }
        found = self._project.articles.of_numbers(sorted(numbers))
        return [article.id for _, article in found if article.id in known]

    def _searched(
        self,
        golds: Mapping[str, bytes],
        strings: Mapping[str, bytes],
        index: StringIndex,
        labels: LabelSet,
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the strings of some articles: those known already, and those of ``index``."""
        for article in _each(self._project, list(golds)):
            gold = _unpacked_gold(golds[article.id])
            spans = [
                Span(*place, article.text[place[0] : place[1]], value)
                for place, value in zip(gold.places, gold.values, strict=True)
            ]
            folded = ARABIC.fold_with_index(article.text)
            found = strings_in(folded, spans, gold.undecided, index, labels, ARABIC, gold.said)
            before = _unpacked_strings(strings[article.id]) if article.id in strings else {}
            yield article.id, _packed({**before, **found})

    # -- what follows

    def swept(self, share: float = SHARE, times: int = TIMES, *, ready_only: bool = False) -> Swept:
        """Return the strings that are as usual in ``share`` of their places, ``times`` at least.

        Places of which a lead said that they are right as they are do not count; with
        ``ready_only`` nor do those in articles that are not ready.
        """
        project, known = self._project, self.known.articles
        with project.reading():
            leads = [one.name for one in project.authors.all() if one.role is Role.LEAD]
            refused = project.refusals.of_any(leads)
            order = [one for one in project.articles.names() if one in known]
            entries = current_entries(project)
        totals = Totals(strings_of(self._counts({})), ARABIC, refused)
        for article_id in order:
            if known[article_id].ready or not ready_only:
                totals.add(article_id, _unpacked_strings(known[article_id].strings))
        swept = totals.swept(share, times)
        return replace(swept, listed=[_as_meant(one, entries) for one in swept.listed])


def gather(
    project: Project,
    known: Known,
    share: float,
    times: int,
    most_usual: int,
    teller: Teller,
    *,
    ready_only: bool = False,
) -> None:
    """Tell of all that has changed since, as ``News``, then of what is listed, a part at a time.

    A part is a ``Swept``, each string with ``most_usual`` of its usual places; the last part tells
    what was decided.
    """
    sweep = Sweep(project, known)
    sweep.tell_news(teller.hand_over, teller)
    part: list[Listed] = []
    swept = sweep.swept(share, times, ready_only=ready_only)
    for one in swept.listed:
        part.append(one.with_few_usual(most_usual))
        if sum(len(told.spots) for told in part) >= _SPOTS:
            teller.hand_over(Swept(part))
            part = []
    teller.hand_over(Swept(part, swept.decided))


class _Counting:
    """Counts what is done."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def each(self, some: Iterable[Item]) -> Iterator[Item]:
        """Yield ``some``, each counted."""
        for one in some:
            yield one
            self._done += 1
            self._progress.advance(self._done, self._total)


def _each(project: Project, article_ids: Sequence[str]) -> Iterator[Article]:
    for first in range(0, len(article_ids), _PART):
        yield from list(project.articles.of_ids(article_ids[first : first + _PART]))


def _by_part(found: Iterator[Item]) -> Iterator[list[Item]]:
    while some := list(islice(found, _PART)):
        yield some


def _gold(one: Derived, labels: LabelSet) -> _Gold:
    gold, text = one.state.gold, one.article.text
    own = (decision for decision in one.on_spans if decision.choice is Choice.SPANS)
    return _Gold(
        tuple(span.place for span in gold),
        tuple(_compared(span, labels) for span in gold),
        frozenset(span.place for two in own for span in two.outcome if span.is_confirmed),
        tuple(readings_of(text, gold, ARABIC)),
        tuple((conflict.start, conflict.end) for conflict in one.state.conflicts),
    )


def _compared(span: Span, labels: LabelSet) -> Value:
    """Return what ``span`` means if its words would mean that in any article."""
    if not isinstance(span.value, DateValue):
        return span.value
    reader = labels[span.label].reader if span.label in labels else None
    return span.value if reader and _is_absolute(reader, span.quote) else None


@lru_cache(maxsize=10_000)
def _is_absolute(reader: str, quote: str) -> bool:
    """Tell whether a date means the same whenever its article was published."""
    value = ARABIC.read_value(reader, quote, 0, len(quote), None)
    return isinstance(value, DateValue) and "X" not in value.edtf


def _as_meant(one: Listed, entries: CurrentEntries) -> Listed:
    """Return ``one`` with its entries as they are called by now."""
    if not (one.values and isinstance(one.values[0][0], EntryValue)):
        return one

    def meant(value: Value) -> Value:
        return entries.value(value) if isinstance(value, EntryValue) else value

    spots = (replace(spot, value=meant(spot.value), usual=meant(spot.usual)) for spot in one.spots)
    values = tuple((meant(value), count) for value, count in one.values)
    return replace(one, spots=tuple(spots), values=values)


def _packed(content: _Gold | Mapping[str, StringInArticle]) -> bytes:
    return zlib.compress(pickle.dumps(content), 1)


def _unpacked_gold(packed: bytes) -> _Gold:
    found = pickle.loads(zlib.decompress(packed))
    assert isinstance(found, _Gold)
    return found


def _unpacked_strings(packed: bytes) -> dict[str, StringInArticle]:
    found = pickle.loads(zlib.decompress(packed))
    assert isinstance(found, dict)
    return found
