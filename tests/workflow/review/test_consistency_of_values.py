"""Strings that mean different things: found over a project, put right, or left as they are."""

from pathlib import Path

from annotator.core.edits import Describe, SetState
from annotator.core.model import LayerState, Status, derived_id
from annotator.core.swept import How, Spot
from annotator.core.values import NumberValue
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.registry.registry import merge
from annotator.workflow.review import deciding
from annotator.workflow.review.consistency import Sweep
from annotator.workflow.review.overruling import Overruled, Overruling, overrule_all
from annotator.workflow.review.settling import Derived, derived
from tests.workflow.swept import LEAD, line, meant, project_of

ALL = (0.01, 1)


def swept(project: Project) -> Sweep:
    sweep = Sweep(project)
    sweep.news()
    return sweep


def meanings(project: Project) -> dict[str, list[str]]:
    """Return the names of the articles in which a string does not mean what it usually does."""
    sweep = swept(project)
    names = project.articles.names()
    return {
        one.words: [names[spot.article_id] for spot in one.spots if spot.how is How.VALUE]
        for one in sweep.swept(*ALL).listed
        if one.values
    }


def test_strings_with_different_values_are_found_in_their_articles(tmp_path: Path) -> None:
    with Project.open(project_of(tmp_path / "p.db", *meant())) as project:
        assert meanings(project) == {"قسرك": ["elsewhere"], "مئة": ["elsewhere"]}


def test_entries_that_are_one_by_now_mean_the_same(tmp_path: Path) -> None:
    with Project.open(project_of(tmp_path / "p.db", *meant())) as project:
        sweep = swept(project)
        merge(project, LEAD, derived_id("base", "مطار قسرك"), derived_id("base", "قسرك"))
        assert meanings(project) == {"مئة": ["elsewhere"]}
        sweep.news()
        assert [listed.words for listed in sweep.swept(*ALL).listed if listed.values] == ["مئة"]


def test_dates_are_compared_if_they_say_the_whole_day(tmp_path: Path) -> None:
    lines = [
        *(line(f"day-{n}", f"في [24 فبراير 2026:date=2026-02-24] {n}") for n in range(3)),
        *(line(f"today-{n}", f"صباح [اليوم:date=2026-02-{n}] {n}") for n in (10, 11, 12)),
        *(line(f"month-{n}", f"يوم [24 فبراير:date=202{n}-02-24] {n}") for n in (4, 5, 6)),
        line("slip", "وصلوا [24 فبراير 2026:date=2025-02-24]"),
    ]
    with Project.open(project_of(tmp_path / "p.db", *lines)) as project:
        assert meanings(project) == {"24 فبراير 2026": ["slip"]}


def test_values_become_as_usual_in_one_act_that_can_be_taken_back(tmp_path: Path) -> None:
    with Project.open(project_of(tmp_path / "p.db", *meant())) as project:
        assert value_all(project, as_usual=True) == Overruled(2, 0)
        assert meanings(project) == {}
        deciding.undo(project, LEAD)
        assert set(meanings(project)) == {"قسرك", "مئة"}


def test_a_value_that_a_lead_says_is_right_is_not_listed_again(tmp_path: Path) -> None:
    with Project.open(project_of(tmp_path / "p.db", *meant())) as project:
        gold = [
            [span.to_json()["value"] for span in one.state.gold] for one in derived_all(project)
        ]
        assert value_all(project, as_usual=False) == Overruled(2, 0)
        assert meanings(project) == {}
        assert gold == [
            [span.to_json()["value"] for span in one.state.gold] for one in derived_all(project)
        ]
        deciding.undo(project, LEAD)
        assert set(meanings(project)) == {"قسرك", "مئة"}


def test_a_value_that_has_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    with Project.open(project_of(tmp_path / "p.db", *meant())) as project:
        spot = next(one for one in spots_of(project) if isinstance(one.value, NumberValue))
        article = project.articles.by_id(spot.article_id)
        assert article is not None
        layer = project.layers.load(article.id, "amal")
        number = next(span for span in layer.spans if span.label == "figure")
        for edit in (
            Describe(number.id, value=(NumberValue(11, 11),)),
            SetState(LayerState(Status.FINISHED)),
        ):
            layer = marking.apply(project, article, layer, edit).layer
        seen = Overruling(spot.article_id, spot.spans, spot.spans, spot.value, spot.usual)
        assert overrule_all(project, LEAD, [seen]) == Overruled(0, 1)


def derived_all(project: Project) -> list[Derived]:
    return list(derived(project, list(project.articles.names())))


def spots_of(project: Project) -> list[Spot]:
    found = (one for one in swept(project).swept(*ALL).listed if one.values)
    return [spot for one in found for spot in one.spots if spot.how is How.VALUE]


def value_all(project: Project, *, as_usual: bool) -> Overruled:
    """Give all odd places their usual value, or say that the one they have is right."""
    return overrule_all(
        project,
        LEAD,
        [
            Overruling(
                *(spot.article_id, spot.spans, spot.spans, spot.value),
                spot.usual if as_usual else spot.value,
            )
            for spot in spots_of(project)
        ],
    )
