"""Handing out articles of a project: by lot and by hand, with undo, and who is waited for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.assigning import HandingPlan
from annotator.core.edits import Mark, SetState
from annotator.core.errors import RefusedAct
from annotator.core.handing import Hand, Handing
from annotator.core.model import LayerState, Role, Status
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.handing.assigning import (
    assign,
    give,
    planned,
    reassign,
    send_all_back,
    send_back,
    take_away,
)
from annotator.workflow.handing.by_hand import assigns_first
from annotator.workflow.handing.qualifying import give_test
from annotator.workflow.people.authors import add_author, rename_author, retire, set_role
from annotator.workflow.project.trash import empty_trash, remove_article, restore_article
from annotator.workflow.projects import find_damage, make_demo
from annotator.workflow.registry.registry import mention_counts, mentions
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.review.settling import Reviews
from tests.workflow.settled_demo import LEAD, ready, settle_as, work

PLAN = HandingPlan(("amal", "nasser", "salma"), 2)


def assigned(project: Project) -> dict[str, int]:
    """Return how many articles are assigned to each author who has any."""
    workloads = project.assignments.workloads()
    return {name: workload.assigned for name, workload in workloads.items() if workload.assigned}


def finished_by_both(project: Project) -> str:
    """Return the id of an article that both annotators have finished."""
    return Reviews(project).all()[0].article_id


def begun(project: Project, author: str) -> list[str]:
    """Return the ids of the articles that an author has begun."""
    states = project.layers.states()
    return [one for one, who, _, status in states if who == author and status is not Status.NEW]


def untouched(project: Project) -> str:
    begun = {one.article_id for one in Reviews(project).all()}
    return next(one for one in project.articles.names() if one not in begun)


def test_all_articles_are_handed_out_as_one_act_that_undo_takes_back(demo: Project) -> None:
    report = assign(demo, LEAD, PLAN)
    there = demo.assignments.by_article()
    assert there.keys() == demo.articles.names().keys()
    assert (report.articles, report.shared) == (13, 6)  # both have begun six
    assert report.new == report.now == assigned(demo)
    assert demo.authors.get("salma").role is Role.ANNOTATOR
    assert project_acts.undo(demo, LEAD).act == "assign"
    assert demo.assignments.by_article() == {}
    project_acts.redo(demo, LEAD)
    assert demo.assignments.by_article() == there
    assert list(find_damage(demo.path, Quiet())) == []


def test_what_handing_out_would_do_is_what_it_does(demo: Project) -> None:
    ahead = planned(demo, PLAN)
    assert demo.assignments.by_article() == {}
    assert "salma" not in {author.name for author in demo.authors.all()}
    assert assign(demo, LEAD, PLAN) == ahead


def test_handing_out_again_changes_nothing_and_is_no_act(demo: Project) -> None:
    assign(demo, LEAD, PLAN)
    last = demo.history.last_project_act()
    report = assign(demo, LEAD, HandingPlan(("nasser",), 1))
    assert (report.articles, report.new) == (0, {"nasser": 0})
    assert demo.history.last_project_act() == last


def test_the_same_articles_are_handed_out_alike_in_another_project(
    demo: Project, tmp_path: Path
) -> None:
    other_path = make_demo(tmp_path / "other", Quiet())
    with Project.open(other_path) as other:
        found = []
        for project in (demo, other):
            assign(project, LEAD, PLAN)
            names = project.articles.names()
            by_article = project.assignments.by_article()
            found.append({names[one]: authors for one, authors in by_article.items()})
        assert found[0] == found[1]


def test_who_is_assigned_is_waited_for(demo: Project) -> None:
    article_id = finished_by_both(demo)
    reviews = Reviews(demo)
    assert reviews.all()[0].unfinished == ()
    add_author(demo, "salma", Role.ANNOTATOR)
    give(demo, LEAD, [article_id], "salma")
    (now,) = [one for one in reviews.all() if one.article_id == article_id]
    assert now.unfinished == ("salma",)
    take_away(demo, LEAD, [article_id], "salma")
    (now,) = [one for one in reviews.all() if one.article_id == article_id]
    assert now.unfinished == ()


def test_an_article_that_one_has_finished_waits_for_the_other_assigned(demo: Project) -> None:
    article_id = untouched(demo)
    article = demo.articles.by_id(article_id)
    assert article is not None
    layer = demo.layers.load(article_id, "amal")
    layer = marking.apply(demo, article, layer, Mark(0, 4, "base")).layer
    marking.apply(demo, article, layer, SetState(LayerState(Status.FINISHED)))
    reviews = Reviews(demo)
    (now,) = [one for one in reviews.all() if one.article_id == article_id]
    assert (now.unfinished, now.is_single_open) == ((), True)
    give(demo, LEAD, [article_id], "nasser")
    accept_singles(demo, LEAD)
    (now,) = [one for one in reviews.all() if one.article_id == article_id]
    assert (now.unfinished, now.ready) == (("nasser",), False)


def test_by_hand_articles_change_hands_in_one_act(demo: Project) -> None:
    names = list(demo.articles.names())[6:]  # which nobody has begun
    assert give(demo, LEAD, names[:3], "amal", "أولا") == 3
    take_away(demo, LEAD, begun(demo, "nasser"), "nasser")
    take_away(demo, LEAD, begun(demo, "amal"), "amal")
    assert give(demo, LEAD, names[:4], "amal") == 1
    give(demo, LEAD, names[:1], "nasser")
    assert reassign(demo, LEAD, names[:2], "amal", "nasser") == 2
    assert demo.assignments.of_author("nasser") == names[:2]
    assert demo.assignments.of_author("amal") == names[2:4]
    project_acts.undo(demo, LEAD)
    assert demo.assignments.of_author("nasser") == names[:1]
    assert demo.assignments.of_author("amal") == names[:4]
    assert take_away(demo, LEAD, names, "amal") == 4
    assert assigned(demo) == {"nasser": 1}


def test_a_finished_article_is_sent_back_with_a_comment_and_undo_finishes_it(
    demo: Project,
) -> None:
    article_id = finished_by_both(demo)
    before = demo.layers.load(article_id, "amal")
    send_back(demo, LEAD, article_id, "amal", "انظر القاعدة 3")
    layer = demo.layers.load(article_id, "amal")
    assert layer.state == LayerState(Status.IN_PROGRESS, "انظر القاعدة 3")
    assert layer.revision > before.revision
    assert Reviews(demo).all()[0].unfinished == ("amal",)
    assert project_acts.undo(demo, LEAD).act == "send back"
    assert demo.layers.load(article_id, "amal").state == before.state
    assert list(find_damage(demo.path, Quiet())) == []


def test_sending_back_is_not_undone_once_the_author_has_finished_again(demo: Project) -> None:
    article_id = finished_by_both(demo)
    send_back(demo, LEAD, article_id, "amal", "")
    article = demo.articles.by_id(article_id)
    assert article is not None
    layer = demo.layers.load(article_id, "amal")
    marking.apply(demo, article, layer, SetState(LayerState(Status.FINISHED)))
    with pytest.raises(RefusedAct, match="changed again since"):
        project_acts.undo(demo, LEAD)


def test_what_is_sent_back_is_the_authors_again_where_others_have_it(demo: Project) -> None:
    article_id = finished_by_both(demo)
    give(demo, LEAD, [article_id], "amal")
    take_away(demo, LEAD, [article_id], "nasser")
    assert not demo.assignments.may_see("nasser", article_id)
    send_back(demo, LEAD, article_id, "nasser", "")
    assert demo.assignments.may_see("nasser", article_id)
    project_acts.undo(demo, LEAD)
    assert not demo.assignments.may_see("nasser", article_id)
    assert demo.layers.load(article_id, "nasser").status is Status.FINISHED


def test_several_are_sent_back_in_one_act_and_those_at_work_are_left(demo: Project) -> None:
    finished = [one.article_id for one in Reviews(demo).all()]
    last = demo.history.last_project_act()
    assert send_all_back(demo, LEAD, [*finished, untouched(demo), "gone"], "amal", "مرة") == 6
    assert {demo.layers.load(one, "amal").status for one in finished} == {Status.IN_PROGRESS}
    assert send_all_back(demo, LEAD, finished, "amal", "مرة") == 0
    project_acts.undo(demo, LEAD)
    assert {demo.layers.load(one, "amal").status for one in finished} == {Status.FINISHED}
    assert demo.history.last_project_act() == last + 2


def test_what_nobody_has_finished_is_not_sent_back(demo: Project) -> None:
    with pytest.raises(RefusedAct, match="neither finished the article nor set it aside"):
        send_back(demo, LEAD, untouched(demo), "amal", "")


def test_only_a_lead_hands_out(demo: Project) -> None:
    article_id = finished_by_both(demo)
    for act in (
        lambda: assign(demo, "amal", PLAN),
        lambda: give(demo, "amal", [article_id], "amal"),
        lambda: take_away(demo, "amal", [article_id], "amal"),
        lambda: reassign(demo, "amal", [article_id], "amal", "nasser"),
        lambda: send_back(demo, "amal", article_id, "amal", ""),
    ):
        with pytest.raises(RefusedAct, match="Only a lead"):
            act()
    assert not demo.assignments.are_any()
    assert "salma" not in {author.name for author in demo.authors.all()}


def test_who_does_not_work_gets_nothing(demo: Project) -> None:
    add_author(demo, "robot", Role.MACHINE)
    retire(demo, "nasser", retired=True)
    for name in ("robot", "nasser"):
        with pytest.raises(RefusedAct, match="gets no articles"):
            assign(demo, LEAD, HandingPlan((name,), 1))
        with pytest.raises(RefusedAct, match="gets no articles"):
            give(demo, LEAD, list(demo.articles.names()), name)
    for act in (
        lambda: assign(demo, LEAD, HandingPlan(("gold",), 1)),
        lambda: give(demo, LEAD, list(demo.articles.names()), "gold"),
    ):
        with pytest.raises(RefusedAct, match="gold"):
            act()


def test_the_first_given_by_hand_leaves_what_is_begun_with_who_has_begun_it(
    demo: Project,
) -> None:
    fresh = untouched(demo)
    sent_back = begun(demo, "amal")[0]
    send_back(demo, LEAD, sent_back, "amal", "")
    assert demo.assignments.by_article() == {}
    hers, his = set(begun(demo, "amal")), set(begun(demo, "nasser"))
    assert give(demo, LEAD, [fresh], "amal") == 1
    assert set(demo.assignments.of_author("amal")) == hers | {fresh}
    assert set(demo.assignments.of_author("nasser")) == his
    assert demo.assignments.may_see("amal", sent_back)
    given = demo.assignments.by_article()
    assert project_acts.undo(demo, LEAD).act == "assign"
    assert demo.assignments.by_article() == {}
    assert demo.assignments.sees_all("nasser")
    project_acts.redo(demo, LEAD)
    assert demo.assignments.by_article() == given
    assert list(find_damage(demo.path, Quiet())) == []


def test_what_is_given_is_given_once_though_it_is_begun(demo: Project) -> None:
    all_begun = begun(demo, "amal")
    assert give(demo, LEAD, all_begun[:2], "amal", "أولا") == 2
    assert demo.assignments.comment(all_begun[0], "amal") == "أولا"
    assert demo.assignments.comment(all_begun[2], "amal") == ""
    assert assigned(demo) == {"amal": 6, "nasser": 6}


def test_what_was_taken_back_does_not_come_back_with_what_is_given_next(demo: Project) -> None:
    first, other, *_ = begun(demo, "amal")
    fresh = untouched(demo)
    give(demo, LEAD, [fresh], "amal")
    take_away(demo, LEAD, [first], "amal")
    give(demo, LEAD, [fresh], "nasser")
    assert not demo.assignments.may_see("amal", first)
    assert demo.assignments.may_see("amal", other)


def test_machines_tests_and_who_was_let_go_get_nothing_with_the_first_that_is_given(
    demo: Project,
) -> None:
    settle_as(demo, "amal")
    fresh = untouched(demo)
    tested = ready(demo)[0]
    give_test(demo, LEAD, [tested], "rania")
    work(demo, tested, "rania")
    add_author(demo, "robot", Role.MACHINE)
    work(demo, fresh, "robot")
    retire(demo, "nasser", retired=True)
    add_author(demo, "salma", Role.ANNOTATOR)
    give(demo, LEAD, [fresh], "salma")
    assert assigned(demo) == {"amal": 6, "salma": 1}


def test_what_is_sent_back_is_assigned_also_where_nobody_has_the_article(demo: Project) -> None:
    article_id, other, *_ = begun(demo, "nasser")
    work(demo, article_id, LEAD)
    give(demo, LEAD, [untouched(demo)], "amal")
    for author in ("amal", "nasser", LEAD):
        take_away(demo, LEAD, [article_id], author)
    for author in ("nasser", LEAD):  # a lead sees all, and would not get it in a pack
        send_back(demo, LEAD, article_id, author, "")
    assert demo.assignments.by_article([article_id]) == {article_id: (LEAD, "nasser")}
    before = demo.assignments.by_article()
    send_back(demo, LEAD, other, "nasser", "")  # who has it keeps it, and no more is given
    assert demo.assignments.by_article() == before


def test_sending_work_back_to_who_has_a_test_leaves_what_is_begun_with_all(demo: Project) -> None:
    settle_as(demo, "amal")
    tested, fresh = ready(demo)[0], untouched(demo)
    add_author(demo, "rania", Role.ANNOTATOR)
    work(demo, fresh, "rania")
    give_test(demo, LEAD, [tested], "rania")
    assert not demo.assignments.may_see("rania", fresh)
    wanted = Handing(Hand.SEND_BACK, tuple(range(1, 14)), "rania")
    assert assigns_first(demo, wanted)
    send_back(demo, LEAD, fresh, "rania", "")
    assert assigned(demo) == {"amal": 6, "nasser": 6, "rania": 1}
    assert not assigns_first(demo, wanted)
    project_acts.undo(demo, LEAD)
    assert not demo.assignments.are_any()


def test_assignments_follow_names_and_the_trash(demo: Project) -> None:
    names = list(demo.articles.names())
    give(demo, LEAD, names[:2], "amal")
    take_away(demo, LEAD, begun(demo, "nasser"), "nasser")
    take_away(demo, LEAD, names[2:], "amal")
    rename_author(demo, "amal", "amal b")
    article = demo.articles.by_id(names[0])
    assert article is not None
    remove_article(demo, LEAD, article)
    assert demo.assignments.of_author("amal b") == names[1:2]
    assert assigned(demo) == {"amal b": 1}
    restore_article(demo, LEAD, names[0])
    assert demo.assignments.of_author("amal b") == names[:2]
    remove_article(demo, LEAD, article)
    empty_trash(demo, LEAD)
    assert demo.assignments.by_article() == {names[1]: ("amal b",)}


def test_an_assignment_of_a_missing_article_is_damage(demo: Project, demo_path: Path) -> None:
    with closing(sqlite3.connect(demo_path)) as db, db:
        db.execute("INSERT INTO assignments VALUES ('gone', 'amal', 'huda', '', '')")
    assert [str(one) for one in find_damage(demo_path, Quiet())] == [
        "An article that amal is to work on is gone."
    ]


def test_without_assignments_all_see_all_and_with_some_each_the_own(demo: Project) -> None:
    one, other = list(demo.articles.names())[-2:]
    assert demo.assignments.may_see("amal", one)
    give(demo, LEAD, [one], "nasser")
    assert demo.assignments.may_see("nasser", one)
    assert not demo.assignments.may_see("nasser", other)
    assert not demo.assignments.may_see("amal", one)
    assert demo.assignments.may_see(LEAD, other)
    assert demo.assignments.sees_all(LEAD)
    assert not demo.assignments.sees_all("nasser")


def test_mentions_are_those_in_articles_that_one_sees(demo: Project) -> None:
    names = demo.articles.names()
    (entry, count), *_ = sorted(
        (
            (entry.id, mention_counts(demo, [entry.id], "amal")[entry.id])
            for entry in names_of(demo).all()
        ),
        key=lambda one: -one[1],
    )
    assert count > 1
    everywhere = mentions(demo, entry, None, 1000, "amal")
    seen = everywhere[0].article
    own = [one for one, name in names.items() if name == seen]
    give(demo, LEAD, own, "amal")
    take_away(demo, LEAD, [one for one in names if one not in own], "amal")
    hers = [one for one in everywhere if one.article == seen]
    assert len(hers) < count
    assert mentions(demo, entry, None, 1000, "amal") == hers
    assert mention_counts(demo, [entry], "amal") == {entry: len(hers)}
    assert mention_counts(demo, [entry])[entry] >= count


def names(project: Project) -> set[str]:
    return {author.name for author in project.authors.all()}


def test_an_author_that_handing_out_added_goes_with_it_and_comes_again(demo: Project) -> None:
    """A slip of the keyboard leaves nothing behind."""
    before = names(demo)
    acts = {
        "by lot": lambda: assign(demo, LEAD, HandingPlan(("Rania",), 1)),
        "given": lambda: give(demo, LEAD, list(demo.articles.names())[:2], "Rania"),
        "moved": lambda: reassign(demo, LEAD, list(demo.articles.names())[:2], "amal", "Rania"),
    }
    give(demo, LEAD, list(demo.articles.names()), "amal")
    for act in ("given", "moved"):
        acts[act]()
        assert names(demo) == before | {"Rania"}
        project_acts.undo(demo, LEAD)
        assert names(demo) == before
        project_acts.redo(demo, LEAD)
        assert names(demo) == before | {"Rania"}
        assert assigned(demo)["Rania"] == 2
        project_acts.undo(demo, LEAD)
    project_acts.undo(demo, LEAD)
    acts["by lot"]()
    assert assigned(demo) == {"Rania": 13}
    project_acts.undo(demo, LEAD)
    assert (names(demo), assigned(demo)) == (before, {})
    assert list(find_damage(demo.path, Quiet())) == []


def test_an_author_that_a_test_added_goes_with_it(demo: Project) -> None:
    settle_as(demo, "amal")
    before = names(demo)
    give_test(demo, LEAD, ready(demo)[:1], "Rania")
    assert names(demo) == before | {"Rania"}
    project_acts.undo(demo, LEAD)
    assert names(demo) == before


def test_an_author_that_was_used_since_stays_when_handing_out_is_taken_back(demo: Project) -> None:
    first, other = list(demo.articles.names())[:2]
    give(demo, LEAD, [first], "Rania")
    give(demo, LEAD, [other], "salma")
    project_acts.undo(demo, LEAD)
    work(demo, first, "Rania", Mark(0, 3, "base"))
    project_acts.undo(demo, LEAD)
    assert "Rania" in names(demo)
    assert demo.layers.load(first, "Rania").status is Status.FINISHED
    assert "salma" not in names(demo)


def test_an_author_whose_work_lies_in_the_trash_stays(demo: Project) -> None:
    first = next(iter(demo.articles.names()))
    give(demo, LEAD, [first], "Rania")
    work(demo, first, "Rania", Mark(0, 3, "base"))
    article = demo.articles.by_id(first)
    assert article is not None
    remove_article(demo, LEAD, article)
    assert demo.layers.of_article(first) == []
    with demo.reading():
        assert demo.authors.is_used("Rania")


def test_an_author_who_was_renamed_or_has_another_role_since_stays(demo: Project) -> None:
    first, other = list(demo.articles.names())[:2]
    give(demo, LEAD, [first], "Rania")
    set_role(demo, "Rania", Role.LEAD)
    project_acts.undo(demo, LEAD)
    assert "Rania" in names(demo)
    give(demo, LEAD, [other], "salma")
    retire(demo, "salma", retired=True)
    project_acts.undo(demo, LEAD)
    assert "salma" in names(demo)
    assert assigned(demo) == {}
