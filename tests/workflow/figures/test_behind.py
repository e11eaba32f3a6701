"""The places that stand behind the figures of a project: as many as these count."""

import sys
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from annotator.core.behind import (
    CausedBy,
    Compared,
    Confused,
    DrawnOn,
    InGold,
    OfMonth,
    OfOutlet,
    Ready,
    Unmatched,
    WaitingFor,
)
from annotator.core.model import Status
from annotator.core.progress import Cancelled
from annotator.store.project import Project
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.figures.behind import places
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.review.settling import Reviews
from tests.workflow.figures.conftest import Bring, line, set_state


def test_behind_each_figure_stand_as_many_places_as_it_counts(demo: Project) -> None:
    overviews = Overviews(demo)
    found = overviews.whole()
    assert found.agreement is not None
    assert found.settlement is not None

    def behind(sought: Any) -> int:
        return sum(1 for _ in places(demo, overviews.reviews, sought))

    for label, row in found.agreement.whole.confusion.items():
        for other, count in row.items():
            # Both directions are counted, so that a pair with one label counts twice.
            assert behind(Confused(label, other)) == (count // 2 if label == other else count)
    for cause, count in found.agreement.causes.items():
        assert behind(CausedBy(cause)) == count
    for day, counts in found.work.days.items():
        for author, count in counts.items():
            assert behind(DrawnOn(day, author)) == count
    for wait, count in found.settlement.waiting.items():
        assert behind(WaitingFor(wait)) == count
    assert behind(Ready()) == found.settlement.ready
    (pair,) = found.agreement.whole.pairs
    spans = sum(one.support for one in found.agreement.whole.labels.values())
    assert pair.f1.exact is not None
    unmatched = round(spans * (1 - pair.f1.exact))
    assert behind(Unmatched()) == behind(Unmatched(("amal", "nasser"))) == unmatched
    assert sum(behind(Unmatched(label=one)) for one in found.work.labels) == unmatched
    assert pair.f1.overlap is not None
    apart = round(spans * (1 - pair.f1.overlap))
    assert behind(Unmatched(overlapping=True)) == apart < unmatched
    assert sum(behind(Unmatched(label=one, overlapping=True)) for one in found.work.labels) == apart


def test_gold_spans_are_found_with_their_words(small: Project) -> None:
    (place,) = places(small, Reviews(small), InGold("base"))
    assert (place.quotation.article, place.quotation.start, place.quotation.end) == ("agreed", 0, 2)
    assert place.label == "base"


def test_looking_for_gold_spans_can_be_given_up(small: Project) -> None:
    class Tired:
        """Gives up once it has been told as often as the reviews tell."""

        told = 0
        most = sys.maxsize

        def advance(self, done: int, total: int | None) -> None:
            self.told += 1
            if self.told > self.most:
                raise Cancelled

    reviews, patient, tired = Reviews(small), Tired(), Tired()
    reviews.all()
    reviews.all(patient)
    tired.most = patient.told
    with pytest.raises(Cancelled):
        list(places(small, reviews, InGold("base"), tired))


def test_places_tell_who_says_what_by_letters_alone(small: Project) -> None:
    (place,) = places(small, Reviews(small), Confused("date", "base"))
    assert sorted(place.said, key=lambda one: one[0]) in (
        [("A", "base"), ("B", "date")],
        [("A", "date"), ("B", "base")],
    )
    excerpt = place.quotation.excerpt
    assert excerpt.text[excerpt.start : excerpt.end] == "bb"


def test_a_layer_taken_up_again_leaves_the_places(small: Project) -> None:
    reviews = Reviews(small)
    assert list(places(small, reviews, Confused("date", "base")))
    set_state(small, "disputed", "noor", Status.IN_PROGRESS)
    assert not list(places(small, reviews, Confused("date", "base")))


def test_pairs_of_three_authors_are_told_apart(small: Project, bring: Bring) -> None:
    bring(small, line("agreed", (3, 5, "date")), author="salma")
    reviews = Reviews(small)
    counts = {
        pair: len(list(places(small, reviews, Unmatched(pair))))
        for pair in combinations(("amal", "noor", "salma"), 2)
    }
    assert counts == {("amal", "noor"): 2, ("amal", "salma"): 2, ("noor", "salma"): 2}
    for pair in project_agreement(small).whole.pairs:
        both = list(places(small, reviews, Compared((pair.first, pair.second))))
        assert len(both) == pair.articles


def test_outlets_and_months_are_told_apart(small: Project, bring: Bring) -> None:
    for author, end in (("amal", 2), ("noor", 5)):
        bring(small, line("press", (0, end, "base"), outlet="RT"), author=author)
    article = small.articles.by_name("press")
    assert article is not None
    set_state(small, "press", "noor", Status.IN_PROGRESS)
    set_state(small, "press", "noor", Status.FINISHED)
    with small.writing():  # as it will be for who finishes it again, years later
        *_, finishing = small.history.of_stack(article.id, "noor")
        small.history.append(replace(finishing, at="2099-07-01T08:00:00.000Z"))
    reviews = Reviews(small)

    def behind(among: OfOutlet | OfMonth | None, *, overlapping: bool = False) -> list[str]:
        sought = Unmatched(overlapping=overlapping, among=among)
        return [place.quotation.article for place in places(small, reviews, sought)]

    found = project_agreement(small)
    (before, after) = found.months
    everywhere = behind(None)
    assert behind(OfOutlet("RT")) == behind(OfMonth(after)) == ["press", "press"]
    elsewhere = [name for name in everywhere if name != "press"]
    assert behind(OfOutlet(None)) == behind(OfMonth(before)) == elsewhere != []
    assert behind(OfOutlet("RT"), overlapping=True) == []
    for groups, of in ((found.outlets, OfOutlet), (found.months, OfMonth)):
        for group, one in groups.items():
            spans = sum(label.support for label in one.labels.values())
            assert one.f1.exact is not None
            assert len(behind(of(group))) == round(spans * (1 - one.f1.exact))
            openings = [*places(small, reviews, Compared(among=of(group)))]
            assert len(openings) == one.articles
            assert {one.start for one in (place.quotation for place in openings)} == {0}
