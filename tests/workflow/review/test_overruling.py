"""Gold overruled in many places at once: one act, one undo, and nothing else is touched."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.details import Details
from annotator.core.edits import Mark
from annotator.core.errors import AnnotatorError, RefusedAct, UnknownName
from annotator.core.model import Article, derived_id
from annotator.core.progress import Cancelled, Quiet
from annotator.core.values import DateValue, EntryValue, Value
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.acts.details import edit_details
from annotator.workflow.acts.project_stack import project_stack
from annotator.workflow.project.trash import remove_article
from annotator.workflow.projects import find_damage
from annotator.workflow.registry.registry import add_entry
from annotator.workflow.review import costs, deciding
from annotator.workflow.review.consistency import Sweep
from annotator.workflow.review.deciding import OwnSpan
from annotator.workflow.review.overruling import Overruled, Overruling, keep, overrule_all
from annotator.workflow.review.settling import Reviews, settled
from tests.core.review import gold_places
from tests.workflow.swept import LEAD, bring, line, odd, project_of, usual

Gold = dict[str, list[tuple[int, int, str]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project_of(tmp_path / "p.db", *usual(), *odd())


def gold(project: Project) -> Gold:
    with project.reading():
        return {
            article.name: gold_places(settled(project, article))
            for article in project.articles.each()
        }


def as_usual(project: Project) -> list[Overruling]:
    """Return what makes all places of the first string as they usually are."""
    sweep = Sweep(project)
    sweep.news()
    one = sweep.swept(0.1, 1).listed[0]
    return [
        Overruling(spot.article_id, spot.spans, ((spot.start, spot.end, one.label),))
        for spot in one.spots[: one.exceptions]
    ]


def test_all_exceptions_become_as_usual_in_one_act(path: Path) -> None:
    with Project.open(path) as project:
        before = gold(project)
        assert overrule_all(project, LEAD, as_usual(project), "see 2") == Overruled(3, 0)
        after = gold(project)
        assert after["bare"] == [(7, 11, "base")]
        assert after["other"] == [(5, 9, "base")]
        assert after["borders"] == [(9, 13, "base")]
        assert all(after[name] == before[name] for name in before if name.startswith("usual"))
        assert {one.reason for one in project.decisions.all()} == {"see 2"}
    with Project.open(path) as project:
        deciding.undo(project, LEAD)
        assert gold(project) == before
        assert project_stack(project, LEAD).last_done() is None
    with Project.open(path) as project:
        deciding.redo(project, LEAD)
        assert gold(project) == after
        assert not list(find_damage(path, Quiet()))


def test_several_places_of_one_article_are_decided_each_for_itself(path: Path) -> None:
    text = "[قسرك:actor] ثم [قسرك:actor] ثم قسرك ثم [قسرك:date]"
    bring(path, [line("many", text)])
    with Project.open(path) as project:
        before = gold(project)
        many = next(one for one in project.articles.each() if one.name == "many")
        # One decision put two of them: each place overrules its own part of it.
        places = [place for place in before["many"] if place[2] == "actor"]
        deciding.overrule(
            project, LEAD, many, places, [OwnSpan(s, e, "figure") for s, e, _ in places]
        )
        first, second = [(s, e, "figure") for s, e, _ in places]
        wanted = [
            Overruling(many.id, (place,), ((*place[:2], "base"),)) for place in (first, second)
        ]
        assert overrule_all(project, LEAD, wanted).decided == 2
        assert [place[2] for place in gold(project)["many"]] == ["base", "base", "date"]
        deciding.undo(project, LEAD)
        assert [place[2] for place in gold(project)["many"]] == ["figure", "figure", "date"]
        deciding.undo(project, LEAD)
        assert gold(project) == before


def test_a_place_that_has_changed_meanwhile_is_left_as_it_is(path: Path) -> None:
    with Project.open(path) as project:
        wanted = as_usual(project)
        first = wanted[0]
        assert overrule_all(project, LEAD, [first]).decided == 1
        before = gold(project)
        assert overrule_all(project, LEAD, [*wanted, *wanted]) == Overruled(2, 4)
        assert gold(project)["bare"] == before["bare"]


def test_a_place_that_was_opened_meanwhile_is_left_to_review(path: Path) -> None:
    with Project.open(path) as project:
        wanted = as_usual(project)
        bring(path, [line("bare", "غادروا [قسرك:actor] اليوم", author="noor")])
        assert overrule_all(project, LEAD, wanted) == Overruled(2, 1)
        (conflict,) = Reviews(project).conflicts()
        assert conflict.article == "bare"


def test_what_is_taken_out_of_gold_is_judged(path: Path) -> None:
    with Project.open(path) as project:
        other = next(one for one in project.articles.each() if one.name == "other")
        overrule_all(project, LEAD, [Overruling(other.id, ((5, 9, "actor"),))], gap=True)
        assert gold(project)["other"] == []
        (decision,) = project.decisions.all()
        assert [(who, span.place) for who, span in decision.judged] == [("amal", (5, 9, "actor"))]
        assert decision.gap


def test_a_decision_grows_stale_like_any_other(path: Path) -> None:
    with Project.open(path) as project:
        overrule_all(project, LEAD, as_usual(project))
        assert list(Reviews(project).conflicts()) == []
        bare = next(one for one in project.articles.each() if one.name == "bare")
        bring(path, [line(bare.name, "غادروا [قسرك اليوم:base]", author="noor")])
        (there,) = Reviews(project).conflicts()
        assert (there.article, len(there.conflict.stale)) == ("bare", 1)
        assert [span.place for span in there.conflict.draft] == [(7, 11, "base")]
        assert gold(project)["bare"] == []


def test_what_is_marked_means_the_entry_of_that_name(path: Path) -> None:
    with Project.open(path) as project:
        entry = add_entry(project, LEAD, "base", "قسرك")
        overrule_all(project, LEAD, as_usual(project))
        decisions = list(project.decisions.all())
        assert len(decisions) == 3
        for decision in decisions:
            (span,) = decision.outcome
            assert isinstance(span.value, EntryValue)
            assert (span.value.entry, span.proposed) == (entry.id, True)


def test_only_leads_overrule_and_keep(path: Path) -> None:
    with Project.open(path) as project:
        wanted = as_usual(project)
        before = gold(project)
        for act in (
            lambda: overrule_all(project, "amal", wanted),
            lambda: keep(project, "amal", [(wanted[0].article_id, 7, 11, "base")]),
        ):
            with pytest.raises(RefusedAct):
                act()
        assert gold(project) == before
        assert project.refusals.all("amal") == []


@pytest.mark.parametrize(
    ("put", "reason"), [((0, 9_999, "base"), ""), ((0, 3, "nothing"), ""), ((0, 3, "base"), "\0")]
)
def test_what_cannot_stand_changes_nothing(
    path: Path, put: tuple[int, int, str], reason: str
) -> None:
    with Project.open(path) as project:
        wanted = as_usual(project)
        before = gold(project)
        with pytest.raises(AnnotatorError):
            overrule_all(
                project, LEAD, [*wanted, Overruling(wanted[0].article_id, (), (put,))], reason
            )
        assert gold(project) == before
        assert list(project.decisions.all()) == []


def test_a_label_that_is_gone_is_refused_by_name(path: Path) -> None:
    with Project.open(path) as project:
        (article, *_) = project.articles.each()
        with pytest.raises(UnknownName):
            keep(project, LEAD, [(article.id, 0, 3, "nothing")])


def test_articles_that_are_gone_are_passed_over(path: Path) -> None:
    with Project.open(path) as project:
        wanted = [Overruling("gone", (), ((0, 3, "base"),))]
        assert overrule_all(project, LEAD, wanted) == Overruled(0, 1)
        assert keep(project, LEAD, [("gone", 0, 3, "base")]) == 0
        assert project_stack(project, LEAD).last_done() is None


def test_who_cancels_changes_nothing(path: Path) -> None:
    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            if done == 2:
                raise Cancelled

    with Project.open(path) as project:
        wanted, before = as_usual(project), gold(project)
        with pytest.raises(Cancelled):
            overrule_all(project, LEAD, wanted, progress=Stop())
        assert gold(project) == before
        assert list(project.decisions.all()) == []


def test_layers_and_the_stack_of_the_project_stay_as_they_are(path: Path) -> None:
    with Project.open(path) as project:
        usual_article = next(project.articles.each())
        layer = project.layers.load(usual_article.id, "amal")
        marking.apply(project, usual_article, layer, Mark(0, 5, "actor"))
        before = [project.layers.of_article(one.id) for one in project.articles.each()]
        overrule_all(project, LEAD, as_usual(project))
        assert [project.layers.of_article(one.id) for one in project.articles.each()] == before
        with pytest.raises(RefusedAct):
            project_acts.undo(project, LEAD)


class Meanwhile(Quiet):
    """Another program that writes once, while a lot is worked out."""

    def __init__(self, path: Path, write: Callable[[Project], None]) -> None:
        self._path = path
        self._write = write
        self._has_written = False

    def advance(self, done: int, total: int | None) -> None:
        if done == 2 and not self._has_written:
            self._has_written = True
            with Project.open(self._path) as other:
                other.wait_at_most(0)
                self._write(other)


def named(project: Project, name: str) -> Article:
    article = project.articles.by_name(name)
    assert article is not None
    return article


def test_others_go_on_writing_while_much_is_worked_out_and_are_heeded(path: Path) -> None:
    bring(path, [line(f"bare-{n:02}", f"غادروا قسرك {n}") for n in range(20)])

    def write(other: Project) -> None:
        deciding.overrule(other, LEAD, named(other, "bare-07"), [], [OwnSpan(7, 11, "base")])

    with Project.open(path) as project:
        wanted = as_usual(project)
        assert overrule_all(project, LEAD, wanted, progress=Meanwhile(path, write)) == Overruled(
            22, 1
        )
        after = gold(project)
        assert all(after[f"bare-{n:02}"] == [(7, 11, "base")] for n in range(20))
        deciding.undo(project, LEAD)
        assert [name for name in gold(project) if gold(project)[name] and "bare" in name] == [
            "bare-07"
        ]


@pytest.fixture
def planned_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is decided is worked out before the file is held."""
    monkeypatch.setattr(costs, "LITTLE", 0)


@pytest.mark.usefixtures("planned_ahead")
def test_nothing_is_decided_on_an_article_that_was_removed_meanwhile(path: Path) -> None:
    def write(other: Project) -> None:
        remove_article(other, LEAD, named(other, "other"))

    with Project.open(path) as project:
        wanted = as_usual(project)
        assert overrule_all(project, LEAD, wanted, progress=Meanwhile(path, write)) == Overruled(
            2, 1
        )
        assert {one.article_id for one in project.decisions.all()} == {
            named(project, name).id for name in ("bare", "borders")
        }
        assert not list(find_damage(path, Quiet()))


NAMED = EntryValue(derived_id("base", "قسرك"), "قسرك")
THURSDAY = DateValue("2026-02-19")


def name_the_base(other: Project) -> None:
    add_entry(other, LEAD, "base", "قسرك")


def decide_alone(other: Project) -> None:
    deciding.overrule(other, LEAD, named(other, "unbegun"), [], [OwnSpan(7, 11, "base")])


def tell_the_day(other: Project) -> None:
    article = named(other, "unbegun")
    layer = other.layers.load(article.id, LEAD)
    edit_details(other, article, layer, replace(Details.of(article), published="2026-02-23"))


@pytest.mark.usefixtures("planned_ahead")
@pytest.mark.parametrize(
    ("write", "meant"),
    [
        (lambda _: None, {"begun 7": None, "unbegun 7": None, "unbegun 12": None}),
        (name_the_base, {"begun 7": NAMED, "unbegun 7": NAMED, "unbegun 12": None}),
        (tell_the_day, {"begun 7": None, "unbegun 7": None, "unbegun 12": THURSDAY}),
        (decide_alone, {"begun 7": None, "unbegun 7": None}),
    ],
)
def test_what_places_and_proposals_hang_on_may_change_meanwhile(
    path: Path, write: Callable[[Project], None], meant: dict[str, Value]
) -> None:
    text = "غادروا قسرك الخميس"
    bring(path, [line("begun", text + " اليوم"), {"name": "unbegun", "text": text}])
    with Project.open(path) as project:
        begun, unbegun = (named(project, name).id for name in ("begun", "unbegun"))
        wanted = [
            Overruling(begun, (), ((7, 11, "base"),)),
            Overruling(unbegun, (), ((7, 11, "base"), (12, 18, "date"))),
        ]
        made = overrule_all(project, LEAD, wanted, progress=Meanwhile(path, write))
        assert made.passed_over == (write is decide_alone)
        names = project.articles.names()
        assert meant == {
            f"{names[one.article_id]} {span.start}": span.value
            for one in project.decisions.all()
            for span in one.outcome
        }
