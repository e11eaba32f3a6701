"""All figures of a project, against what the seeds and a small project hold by themselves."""

import json
from collections import Counter, defaultdict
from dataclasses import replace
from typing import Any

import pytest

from annotator import paths
from annotator.core.agreement import FEWEST_ARTICLES
from annotator.core.behind import Wait
from annotator.core.causes import Cause
from annotator.core.decisions import Choice
from annotator.core.edits import Mark, Relabel, Resize, SetState
from annotator.core.intervals import Bootstrap
from annotator.core.model import Author, LayerState, Role, Status
from annotator.core.overview import blinded, letters_of
from annotator.core.query import ArticleQuery
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.figures import overview
from annotator.workflow.figures.overview import Overviews, first_overview
from annotator.workflow.handing import assigning
from annotator.workflow.handing.qualifying import end_test, give_test
from annotator.workflow.people import questions
from annotator.workflow.people.authors import add_author
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.settling import Reviews
from tests.workflow.figures.conftest import LEAD, Bring, counted, line, set_state, the
from tests.workflow.settled_demo import work as mark_up

# -- the demo


def seed_layers() -> dict[str, list[dict[str, Any]]]:
    return {
        author: [
            json.loads(one)
            for one in (paths.seeds() / "layers" / f"{author}.jsonl").read_text("utf-8").split("\n")
            if one
        ]
        for author in ("amal", "nasser")
    }


@pytest.mark.usefixtures("utc")
def test_the_figures_of_the_demo_are_those_of_its_seeds(demo: Project) -> None:
    layers = seed_layers()
    spans = [
        (author, span) for author, lines in layers.items() for one in lines for span in one["spans"]
    ]
    found = Overviews(demo).whole()
    assert found.work.articles == 13
    assert counted(found, "amal") == {Status.FINISHED: 6} == counted(found, "nasser")
    assert found.work.labels == Counter(span["label"] for _, span in spans)
    days: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for author, span in spans:
        days[span["created_at"][:10]][author] += 1
    assert found.work.days == days
    for work in found.work.authors:
        lines = layers[work.author]
        seconds, drawn = (
            sum(one["seconds"] for one in lines),
            sum(len(one["spans"]) for one in lines),
        )
        assert work.per_span == pytest.approx(seconds / drawn)
        assert work.per_article == pytest.approx(seconds / len(lines))
        assert work.spans == drawn
    told = [
        json.loads(one)["cause"]
        for one in (paths.seeds() / "differences.jsonl").read_text("utf-8").splitlines()
    ]
    assert found.settlement is not None
    assert found.settlement.conflicts[None, None] == len(told)
    assert found.agreement is not None
    assert found.agreement.causes == Counter(map(Cause, told))
    by_cause = {
        cause: count
        for (cause, label), count in found.settlement.conflicts.items()
        if cause and label is None
    }
    assert by_cause == found.agreement.causes
    assert found.settlement.waiting[Wait.CONFLICTS] == 6
    assert found.settlement.waiting[Wait.NOBODY] == 7
    assert found.agreement.whole.articles == 6 < FEWEST_ARTICLES
    assert found.agreement.whole.is_thin


def test_gold_is_counted_in_articles_that_are_ready(demo: Project) -> None:
    gold = [
        json.loads(one)
        for one in (paths.seeds() / "gold.jsonl").read_text("utf-8").splitlines()
        if one
    ]
    overviews = Overviews(demo)
    before = overviews.whole().settlement
    assert before is not None
    assert (before.ready, before.gold) == (0, {})
    name = gold[0]["name"]
    for there in list(Reviews(demo).conflicts()):
        if there.article == name:
            deciding.rule(demo, LEAD, there, Ruling(Choice.NONE, gap=True))
    after = overviews.whole().settlement
    assert after is not None
    state = review_gold(demo, name)
    assert after.ready == 1
    assert after.gold == state
    assert after.decisions == {Choice.NONE: after.gaps}
    assert after.gaps > 0


def review_gold(project: Project, name: str) -> dict[str, int]:
    """Return what an export of gold would write of an article, counted by label."""
    from annotator.workflow.datasets.exported import exported_article

    return Counter(span.label for span in exported_article(project, name).layer.spans)


# -- a small project


def test_each_article_waits_for_what_it_lacks(small: Project) -> None:
    found = Overviews(small).whole().settlement
    assert found is not None
    assert found.ready == 1
    assert found.waiting == {
        Wait.NOBODY: 1,
        Wait.AUTHORS: 1,
        Wait.CONFLICTS: 1,
        Wait.SINGLE: 2,  # the half of it is the only layer of that article too
        Wait.ASIDE: 1,
    }
    assert found.gold == {"base": 1}
    assert found.conflicts == {
        (None, None): 1,
        (Cause.LABEL, None): 1,
        (Cause.LABEL, "base"): 1,
        (Cause.LABEL, "date"): 1,
        (None, "base"): 1,
        (None, "date"): 1,
    }


def test_what_is_assigned_and_not_begun_is_new(small: Project) -> None:
    before = Overviews(small).whole()
    assert counted(before, "noor") == {
        Status.FINISHED: 2,
        Status.IN_PROGRESS: 1,
        Status.SET_ASIDE: 1,
    }
    assigning.give(small, LEAD, [the(small, one).id for one in ("untouched", "aside")], "noor")
    assigning.give(small, LEAD, [the(small, "untouched").id], LEAD)
    after = Overviews(small).whole()
    assert counted(after, "noor") == {**counted(before, "noor"), Status.NEW: 1}
    assert counted(after, LEAD) == {Status.NEW: 1}


def test_what_is_given_as_a_test_is_no_work(small: Project) -> None:
    given = the(small, "agreed").id
    before = Overviews(small).whole()
    give_test(small, LEAD, [given], "rania")
    assert Overviews(small).whole().work.authors == before.work.authors
    set_state(small, "agreed", "rania", Status.SET_ASIDE, "copy")
    after = Overviews(small).whole()
    assert after.work.authors == before.work.authors
    assert after.work.aside == before.work.aside
    (own,) = Overviews(small).stages(Author("rania"))
    assert own.work.authors == ()
    assert (own.work.articles, own.work.tests) == (1, 1)
    assigning.give(small, LEAD, [the(small, "untouched").id], "rania")
    (own,) = Overviews(small).stages(Author("rania"))
    assert counted(own, "rania") == {Status.NEW: 1}
    assert (own.work.articles, own.work.tests, after.work.tests) == (2, 1, 0)
    assert own.work.authors[0].has_tests


def test_articles_of_a_label_are_not_those_in_which_a_test_has_it(small: Project) -> None:
    agreed = the(small, "agreed")
    give_test(small, LEAD, [agreed.id], "rania")
    mark_up(small, agreed.id, "rania", Mark(3, 5, "actor"))
    assert Overviews(small).whole().work.labels["actor"] == 2
    query = ArticleQuery(label="actor", statuses=frozenset({Status.FINISHED}), anyone=True)
    (numbers,) = small.search.pages(query, LEAD)
    assert numbers == [small.articles.number_of(the(small, "disputed").id)]


def test_what_is_new_to_who_sees_all_leaves_a_test_out_that_has_ended(small: Project) -> None:
    give_test(small, LEAD, [the(small, "agreed").id], "rania")
    set_state(small, "agreed", "rania", Status.IN_PROGRESS)
    end_test(small, LEAD, "rania")
    (own,) = Overviews(small).stages(Author("rania"))
    assert counted(own, "rania") == {Status.NEW: small.articles.count() - 1}
    assert (own.work.articles, own.work.tests) == (small.articles.count(), 1)


def test_an_annotator_is_told_of_the_own_work_alone(small: Project) -> None:
    questions.ask(small, the(small, "agreed"), "amal", "why?", None)
    (own,) = Overviews(small).stages(Author("noor"), Bootstrap())
    assert own.of == "noor"
    assert (own.settlement, own.agreement) == (None, None)
    assert [work.author for work in own.work.authors] == ["noor"]
    assert [one.author for one in own.work.aside] == ["noor"]
    assert own.work.questions_open == 0
    assert own.work.labels == {"base": 2, "date": 0, "actor": 1, "figure": 0}
    # While everybody may work on everything, the rest is new to them.
    assert counted(own, "noor")[Status.NEW] == 2
    (other,) = Overviews(small).stages(Author("amal"))
    assert other.work.aside == ()
    assert other.work.questions_open == 1


def test_machines_have_no_part_in_any_figure(small: Project, bring: Bring) -> None:
    before = Overviews(small).whole()
    add_author(small, "robot", Role.MACHINE)
    bring(small, line("agreed", (3, 5, "date")), line("untouched 2"), author="robot")
    after = Overviews(small).whole()
    assert after.work.authors == before.work.authors
    assert after.work.labels == before.work.labels
    assert after.settlement is not None
    assert before.settlement is not None
    assert after.settlement.waiting[Wait.NOBODY] == before.settlement.waiting[Wait.NOBODY] + 1
    assert after.agreement == before.agreement


def test_the_statuses_of_ones_own_articles_add_up(small: Project) -> None:
    own = ("agreed", "untouched")
    assigning.give(small, LEAD, [the(small, one).id for one in own], "noor")
    others = [one for one in small.articles.names() if one not in {the(small, n).id for n in own}]
    assigning.take_away(small, LEAD, others, "noor")
    (found,) = Overviews(small).stages(Author("noor"))
    # What she has begun of others is hers no more.
    assert counted(found, "noor") == {Status.FINISHED: 1, Status.NEW: 1}
    assert found.work.articles == 2
    assert counted(Overviews(small).whole(), "noor")[Status.FINISHED] == 2


@pytest.mark.usefixtures("utc")
def test_a_span_is_counted_on_the_day_of_the_machines_clock(
    project: Project, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    drawn = [
        {"label": "base", "start": 0, "end": 2, "created_at": at, "origin": "manual"}
        for at in ("2026-02-23T23:30:00.000Z",)
    ]
    undated = {"label": "date", "start": 3, "end": 5}
    bring(project, line("one") | {"spans": [*drawn, undated]}, author="amal")
    assert Overviews(project).whole().work.days == {"2026-02-23": {"amal": 1}}
    monkeypatch.setenv("TZ", "Asia/Baghdad")
    time.tzset()
    found = Overviews(project).whole()
    assert found.work.days == {"2026-02-24": {"amal": 1}}
    assert found.zone == "+03"


def test_an_empty_project_has_figures_of_nothing(project: Project) -> None:
    found = Overviews(project).whole(Bootstrap())
    assert found.as_of == ""
    assert found.work.authors == ()
    assert found.work.days == {}
    assert found.settlement is not None
    assert found.settlement.conflicts == {(None, None): 0}
    assert found.agreement is not None
    assert found.agreement.whole.pairs == ()


def test_what_has_not_changed_is_not_reckoned_again(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    overviews, calls = Overviews(small), []
    agree = overview.project_agreement

    def told(*args: Any, **options: Any) -> Any:
        calls.append(options)
        return agree(*args, **options)

    monkeypatch.setattr(overview, "project_agreement", told)
    first = overviews.whole(Bootstrap(50))
    (there,) = Reviews(small).conflicts()
    deciding.rule(small, LEAD, there, Ruling(Choice.NONE))
    second = overviews.whole(Bootstrap(50))
    assert len(calls) == 1
    assert second.agreement is first.agreement
    assert second.settlement != first.settlement
    set_state(small, "half", "noor", Status.FINISHED)
    assert overviews.whole(Bootstrap(50)).agreement != first.agreement
    assert len(calls) == 2


def test_the_first_stage_is_there_before_layers_are_compared(small: Project) -> None:
    first, second, third = Overviews(small).stages(Author(LEAD, Role.LEAD))
    assert (first.settlement, first.agreement) == (None, None)
    assert second.settlement is not None
    assert second.agreement is None
    assert third.agreement is not None
    assert first.work == third.work


def test_letters_for_names_change_no_figure(small: Project) -> None:
    asked = questions.ask(small, the(small, "agreed"), "amal", "why?", None)
    questions.answer(small, LEAD, asked.id, "because")
    questions.ask(small, the(small, "agreed"), "noor", "why?", None)
    found = Overviews(small).whole(Bootstrap(50))
    hidden = blinded(found, "f00d")
    letters = letters_of(found, "f00d")
    assert found.work.questions == {"amal": (0, 1), "noor": (1, 0)}
    assert hidden.work.questions == {letters["amal"]: (0, 1), letters["noor"]: (1, 0)}
    assert list(hidden.work.questions) == sorted(hidden.work.questions)
    names = {"amal", "noor", LEAD}
    assert not names & {one.author for one in (*hidden.work.authors, *hidden.work.aside)}
    assert {one.author for one in hidden.work.authors} == {"A", "B"}
    assert hidden.agreement is not None
    assert found.agreement is not None
    (pair,) = hidden.agreement.whole.pairs
    assert (pair.first, pair.second) == ("A", "B")
    assert pair.f1 == found.agreement.whole.pairs[0].f1
    by_letter = {one.author: one for one in hidden.work.authors}
    for one in found.work.authors:
        assert replace(one, author="") in [replace(it, author="") for it in by_letter.values()]


def test_who_knows_all_names_cannot_tell_the_letters(small: Project) -> None:
    found = Overviews(small).whole()

    def letters(secret: str) -> list[dict[Status, int]]:
        """Return the work of A and B."""
        return [dict(one.articles) for one in blinded(found, secret).work.authors]

    assert letters("f00d") == letters("f00d")
    assert len({str(letters(str(number))) for number in range(20)}) == 2


def test_time_is_that_of_finished_articles_alone(small: Project) -> None:
    with small.writing():
        small._db.execute("UPDATE layers SET seconds = 0")
        for name, seconds in (("agreed", 30), ("half", 1_000), ("aside", 1_000)):
            small.layers.add_seconds(the(small, name).id, "noor", seconds)
    found = Overviews(small).whole()
    (noor,) = (one for one in found.work.authors if one.author == "noor")
    assert (noor.per_span, noor.per_article) == (None, 30)
    set_state(small, "half", "noor", Status.FINISHED)
    (noor,) = (one for one in Overviews(small).whole().work.authors if one.author == "noor")
    assert (noor.per_span, noor.per_article) == (None, 515)


def test_seconds_are_counted_on_spans_that_were_drawn_or_changed(
    project: Project, bring: Bring
) -> None:
    """Who mends two of many imported spans and draws one has worked on three."""
    spans = [(place, place + 2, "base") for place in (0, 3, 6, 9, 12)]
    bring(project, line("mended", *spans, status="in progress"), author="amal")
    article = the(project, "mended")
    with project.writing():
        project.layers.add_seconds(article.id, "amal", 60)
    first, second, *_ = project.layers.load(article.id, "amal").spans
    for edit in (
        Relabel((first.id,), "actor"),
        Resize(second.id, 3, 8),
        Mark(9, 14, "date"),
        SetState(LayerState(Status.FINISHED)),
    ):
        apply(project, article, project.layers.load(article.id, "amal"), edit)
    (amal,) = Overviews(project).whole().work.authors
    assert (amal.spans, amal.per_span, amal.per_article) == (6, 20, 60)


def test_what_is_told_at_once_is_what_is_told_in_the_end(small: Project) -> None:
    lead, amal = small.authors.get(LEAD), small.authors.get("amal")
    whole = Overviews(small).whole()
    assert whole.settlement is not None
    assert first_overview(small, lead) == replace(whole, agreement=None)
    assert first_overview(small, amal) == next(iter(Overviews(small).stages(amal)))


def test_what_takes_long_is_not_told_at_once(project: Project, bring: Bring) -> None:
    lead = add_author(project, LEAD, Role.LEAD)
    stretches = [(at, at + 1, "base") for at in range(1_300)]
    bring(project, line("long", *stretches, text="ا" * 1_300), author="amal")
    found = first_overview(project, lead)
    assert found is not None
    assert found.work.articles == 1
    assert found.settlement is None
    bring(project, *(line(str(number)) for number in range(200)))
    assert first_overview(project, lead) is None
