"""The places that a figure counts, found in the layers when somebody asks for them.

Who says what is told by letters, another way round in each article, as in Review: whoever goes
through differences here may settle them there.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import TypeAlias

from annotator.arabic import ARABIC
from annotator.core.adjudication import conflicts_between
from annotator.core.behind import (
    CausedBy,
    Compared,
    Confused,
    CountedPlace,
    Decided,
    DrawnOn,
    InGold,
    OfMonth,
    OfOutlet,
    Ready,
    Sought,
    Unmatched,
    WaitingFor,
)
from annotator.core.blind import blind_names
from annotator.core.causes import cause_of
from annotator.core.conflicts import Conflict, Place
from annotator.core.decisions import Decision
from annotator.core.excerpts import quotation
from annotator.core.labels import LabelSet
from annotator.core.matching import best_pairs, most_pairs
from annotator.core.model import Article, Layer, Span, Status
from annotator.core.progress import Progress, Quiet, Teller
from annotator.store.project import Project
from annotator.workflow.figures.agreement import ComparedLayers, compared_layers
from annotator.workflow.figures.overview import waits_of
from annotator.workflow.people.counting import counting
from annotator.workflow.registry.registry import current_entries
from annotator.workflow.review.settling import Reviews, derived

Said: TypeAlias = tuple[tuple[str, str | None], ...]
"""Authors, and the label that each gives; ``None`` is no span."""
Told: TypeAlias = tuple[int, int, str, Said]
"""Start, end, the label whose colour it bears, and what the authors say there."""
_AT_ONCE = 100
"""How many articles are read together."""
_QUIET = Quiet()


def places(
    project: Project, reviews: Reviews, sought: Sought, progress: Progress = _QUIET
) -> Iterator[CountedPlace]:
    """Yield the places that a figure counts, in the order of the articles and their texts."""
    with project.reading():
        match sought:
            case Confused() | Unmatched() | CausedBy():
                yield from _differing(project, sought, progress)
            case InGold(label):
                yield from _in_gold(project, reviews, label, progress)
            case Decided():
                yield from _decided(project, sought)
            case DrawnOn(day, author):
                yield from _drawn_on(project, day, author)
            case WaitingFor(wait):
                waits = waits_of(project, reviews.all(progress))
                yield from _openings(project, [one for one in waits if wait in waits[one]])
            case Ready():
                ready = [one.article_id for one in reviews.all(progress) if one.ready]
                yield from _openings(project, ready)
            case Compared(authors, among):
                compared = compared_layers(project, progress)
                wanted = [one for one in compared if _are_of(compared[one], authors, among)]
                yield from _openings(project, wanted)


def tell_places(project: Project, reviews: Reviews, sought: Sought, teller: Teller) -> None:
    """Hand the places over part by part."""
    found = places(project, reviews, sought, teller)
    while part := tuple(islice(found, _AT_ONCE)):
        teller.hand_over(part)


# -- where authors differ


def _differing(
    project: Project, sought: Confused | Unmatched | CausedBy, progress: Progress
) -> Iterator[CountedPlace]:
    compared = compared_layers(project, progress)
    wanted = [one for one, layers in compared.items() if _is_in(layers, sought)]
    labels = project.labels.load()
    for article, layers in _finished(project, wanted):
        letters = blind_names(article.sha256, [layer.author for layer in layers])
        for start, end, label, said in sorted(_told(article, layers, sought, labels), key=_order):
            lettered = tuple(sorted((letters[author], name) for author, name in said))
            yield CountedPlace(quotation(article, start, end), lettered, label)


def _told(
    article: Article,
    layers: Sequence[Layer],
    sought: Confused | Unmatched | CausedBy,
    labels: LabelSet,
) -> Iterator[Told]:
    """Yield what is sought in one article; ``layers`` are in the order of their authors."""
    if isinstance(sought, CausedBy):
        for there in conflicts_between(article, layers):
            if cause_of(there, article.text, labels, ARABIC) is sought.cause:
                yield there.start, there.end, there.labels[0], _answers(there)
        return
    for one, other in combinations(layers, 2):
        if isinstance(sought, Confused):
            yield from _confused(one, other, sought)
        elif sought.authors in (None, (one.author, other.author)):
            yield from _unmatched(one, other, sought)


def _answers(there: Conflict) -> Said:
    return tuple(
        (author, option.spans[0].label if option.spans else None)
        for option in there.options
        for author in option.authors
    )


def _is_in(layers: ComparedLayers, sought: Confused | Unmatched | CausedBy) -> bool:
    """Tell whether an article can hold what is sought: nothing is read of the others."""
    match sought:
        case Confused(label, other):
            seen = {(label, other), (other, label)}
            return any(one.confusion.keys() & seen for one in layers.article.values())
        case Unmatched(authors, label, overlapping, among):
            return _are_of(layers, authors, among) and any(
                2 * (matches.overlap if overlapping else matches.exact) < matches.spans
                for pair, one in layers.article.items()
                for name, matches in one.labels.items()
                if authors in (None, pair) and label in (None, name)
            )
        case CausedBy(cause):
            return cause in layers.causes


def _are_of(
    layers: ComparedLayers,
    authors: tuple[str, str] | None,
    among: OfOutlet | OfMonth | None,
) -> bool:
    """Tell whether an article that was compared is of those authors, that outlet or month."""
    groups = (None, OfOutlet(layers.outlet), OfMonth(layers.month))
    return among in groups and (authors is None or authors in layers.article)


def _finished(
    project: Project, article_ids: Sequence[str]
) -> Iterator[tuple[Article, list[Layer]]]:
    """Yield articles with their finished layers, in the order of the authors' names."""
    counts, entries = counting(project), current_entries(project)
    for first in range(0, len(article_ids), _AT_ONCE):
        some = article_ids[first : first + _AT_ONCE]
        layers = project.layers.of_articles(some)
        for article in project.articles.of_ids(some):
            finished = (
                entries.layer(layer)
                for layer in counts.layers(layers[article.id])
                if layer.status is Status.FINISHED
            )
            yield article, sorted(finished, key=lambda layer: layer.author)


def _confused(first: Layer, second: Layer, sought: Confused) -> Iterator[Told]:
    """Yield what one of two authors calls so and the other otherwise."""
    pairs = best_pairs(_places(first), _places(second))
    paired = [(first.spans[one], second.spans[other]) for one, other in pairs]
    wanted = {(sought.label, sought.other), (sought.other, sought.label)}
    for one, other in paired:
        if (one.label, other.label) in wanted:
            said = ((first.author, one.label), (second.author, other.label))
            yield min(one.start, other.start), max(one.end, other.end), sought.label, said
    if sought.other is None:
        taken = {id(span) for both in paired for span in both}
        for layer, another in ((first, second), (second, first)):
            for span in layer:
                if span.label == sought.label and id(span) not in taken:
                    yield _alone(span, layer, another)


def _unmatched(first: Layer, second: Layer, sought: Unmatched) -> Iterator[Told]:
    """Yield the spans of each of two authors that match none of the other."""
    ours, theirs = _places(first), _places(second)
    matched = _overlapping(ours, theirs) if sought.overlapping else (set(theirs), set(ours))
    for layer, another, there in zip((first, second), (second, first), matched, strict=True):
        for span in layer:
            if span.place not in there and sought.label in (None, span.label):
                yield _alone(span, layer, another)


def _overlapping(ours: Sequence[Place], theirs: Sequence[Place]) -> tuple[set[Place], set[Place]]:
    """Return those of each side that share a letter with one of the same label, one to one."""
    some: set[Place] = set()
    others: set[Place] = set()
    for label in {place[2] for place in ours}:
        here, there = ([one for one in side if one[2] == label] for side in (ours, theirs))
        for index, partner in most_pairs(here, there):
            some.add(here[index])
            others.add(there[partner])
    return some, others


def _alone(span: Span, layer: Layer, other: Layer) -> Told:
    return span.start, span.end, span.label, ((layer.author, span.label), (other.author, None))


def _places(layer: Layer) -> list[tuple[int, int, str]]:
    return [span.place for span in layer]


def _order(told: Told) -> tuple[int, int]:
    return told[0], told[1]


# -- gold, days, articles


def _in_gold(
    project: Project, reviews: Reviews, label: str, progress: Progress
) -> Iterator[CountedPlace]:
    wanted = [one.article_id for one in reviews.all(progress) if one.gold.get(label)]
    for done, one in enumerate(derived(project, wanted), start=1):
        progress.advance(done, len(wanted))
        for span in one.state.gold:
            if span.label == label:
                yield CountedPlace(quotation(one.article, span.start, span.end), label=label)


def _decided(project: Project, sought: Decided) -> Iterator[CountedPlace]:
    decided: dict[str, list[Decision]] = {}
    for one in project.decisions.all():
        if sought.choice in (None, one.choice) and (one.gap or not sought.gap):
            decided.setdefault(one.article_id, []).append(one)
    for article in _articles(project, list(decided)):
        for one in sorted(decided[article.id], key=lambda one: (one.start, one.end)):
            spans = (*one.outcome, *(span for _, span in one.judged))
            label = spans[0].label if spans else None
            place = (one.start, one.end) if one.is_on_spans else (0, _first_line(article))
            yield CountedPlace(quotation(article, *place), label=label, reason=one.reason)


def _drawn_on(project: Project, day: str, author: str) -> Iterator[CountedPlace]:
    drawn: dict[str, list[tuple[int, int, str]]] = {}
    for article_id, start, end, label in project.figures.drawn_on(day, author):
        drawn.setdefault(article_id, []).append((start, end, label))
    for article in _articles(project, list(drawn)):
        for start, end, label in drawn[article.id]:
            yield CountedPlace(quotation(article, start, end), label=label)


def _openings(project: Project, article_ids: Sequence[str]) -> Iterator[CountedPlace]:
    """Yield the first line of each of some articles."""
    for article in _articles(project, article_ids):
        yield CountedPlace(quotation(article, 0, _first_line(article)))


def _first_line(article: Article) -> int:
    """Return where the first line ends; there is a letter before that at least."""
    return len(article.text.partition("\n")[0]) or 1


def _articles(project: Project, article_ids: Sequence[str]) -> Iterator[Article]:
    for first in range(0, len(article_ids), _AT_ONCE):
        yield from project.articles.of_ids(article_ids[first : first + _AT_ONCE])
