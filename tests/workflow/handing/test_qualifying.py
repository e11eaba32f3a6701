"""Tests for new authors: what they mark counts for nothing, and what they have finished stays."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.core.assigning import HandingPlan
from annotator.core.edits import Mark, Remove, SetState
from annotator.core.errors import AnnotatorError, RefusedAct
from annotator.core.handing import Hand, Handing
from annotator.core.mentions import Chosen
from annotator.core.model import LayerState, Role, Status
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import marking, mentions, project_acts
from annotator.workflow.datasets.exported import exported_article
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.handing import qualifying
from annotator.workflow.handing.assigning import assign, give, reassign, send_back
from annotator.workflow.handing.by_hand import reach
from annotator.workflow.handing.qualifying import draw_test, end_test, fit_for_test, give_test
from annotator.workflow.people.authors import add_author, ensure_author, rename_author, set_role
from annotator.workflow.project.trash import empty_trash, remove_article, restore_article
from annotator.workflow.projects import find_damage, status
from annotator.workflow.review import deciding
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.review.held import HeldArticle
from annotator.workflow.review.review_queue import looked_at, take_to_hand
from annotator.workflow.review.settling import Reviews
from tests.workflow.settled_demo import LEAD, done, ready, settle_as, work

NEW = "rania"


def what_follows(project: Project) -> dict[str, Any]:
    """Return what her test must leave as it is."""
    counted = status(project, Quiet())
    agreement = project_agreement(project)
    names = project.articles.names()
    return {
        "reviews": Reviews(project).all(),
        "counted": (counted.ready, counted.conflicts_open),
        "gold": [
            [
                (span.place, span.value)
                for span in exported_article(project, name, "gold").layer.spans
            ]
            for name in names.values()
        ],
        "figures": (
            project.figures.labels(),
            project.figures.days(),
            project.layers.work_by_author(),
        ),
        "agreement": (agreement.whole.f1, agreement.whole.pairs, agreement.causes),
    }


def test_what_is_marked_as_a_test_changes_nothing_that_follows_from_layers(
    settled: Project,
) -> None:
    one, other = ready(settled)[:2]
    before = what_follows(settled)
    assert give_test(settled, LEAD, [one, other], NEW) == 2
    assert what_follows(settled) == before
    done(settled, one, NEW, Mark(0, 3, "base"))
    assert what_follows(settled) == before
    work(settled, one, NEW, Mark(5, 8, "figure"))
    assert what_follows(settled) == before
    assert project_agreement(settled, authors=[NEW, "amal"]).whole.articles == 0
    end_test(settled, LEAD, NEW)
    assert what_follows(settled) == before
    assert list(find_damage(settled.path, Quiet())) == []


def test_a_decision_taken_meanwhile_does_not_see_what_is_marked_as_a_test(
    demo: Project,
) -> None:
    there = next(Reviews(demo).conflicts())
    settle_as(demo, "nasser")
    one = there.article_id
    give_test(demo, LEAD, [one], NEW)
    work(demo, one, NEW, Mark(there.conflict.start, there.conflict.end, "figure"))
    deciding.undo(demo, LEAD)
    settle_as(demo, "amal")
    seen = {author for d in demo.decisions.on_article(one) for author, _ in d.seen}
    assert seen == {"amal", "nasser"}
    assert one in ready(demo)


def test_precedents_do_not_reckon_with_who_is_tested(demo: Project) -> None:
    there = next(Reviews(demo).conflicts())
    settle_as(demo, "amal")
    one = there.article_id
    told = looked_at(demo, [one], for_again=True)[0].earlier
    assert told
    give_test(demo, LEAD, [one], NEW)
    work(demo, one, NEW)
    assert looked_at(demo, [one], for_again=True)[0].earlier == told
    assert take_to_hand(demo, one, HeldArticle()).names.keys() == {"amal", "nasser"}


def test_a_single_layer_stays_accepted_while_somebody_is_tested_on_it(demo: Project) -> None:
    begun = {one.article_id for one in Reviews(demo).all()}
    one = next(one for one in demo.articles.names() if one not in begun)
    work(demo, one, "amal", Mark(0, 3, "base"))
    accept_singles(demo, LEAD)
    give_test(demo, LEAD, [one], NEW)
    work(demo, one, NEW)
    assert one in ready(demo)


def test_only_what_is_ready_and_unknown_to_her_is_given(settled: Project) -> None:
    untouched = next(one for one in settled.articles.names() if one not in ready(settled))
    one, other, third = ready(settled)[:3]
    add_author(settled, NEW, Role.ANNOTATOR)
    work(settled, other, NEW)
    settle_as(settled, "amal")
    accept_singles(settled, LEAD)
    give(settled, LEAD, [third], NEW)
    assert fit_for_test(settled, [one, other, third, untouched, "gone"], NEW) == [one]
    for unfit, why in ((untouched, "not ready"), (other, "has worked on it"), ("gone", "gone")):
        with pytest.raises(RefusedAct, match=why):
            give_test(settled, LEAD, [one, unfit], NEW)
    assert settled.qualifications.all() == []


def test_who_may_give_a_test_and_to_whom(settled: Project) -> None:
    (one, *_) = ready(settled)
    add_author(settled, "robot", Role.MACHINE)
    with pytest.raises(RefusedAct, match="Only a lead"):
        give_test(settled, "amal", [one], NEW)
    with pytest.raises(RefusedAct, match="Only a lead"):
        end_test(settled, "amal", "nasser")
    with pytest.raises(RefusedAct, match="sees all gold"):
        give_test(settled, LEAD, [one], LEAD)
    with pytest.raises(RefusedAct, match="gets no articles"):
        give_test(settled, LEAD, [one], "robot")
    with pytest.raises(RefusedAct, match="“gold” is the name"):
        give_test(settled, LEAD, [one], "gold")
    assert NEW not in {author.name for author in settled.authors.all()}


def test_she_sees_her_test_beside_what_is_assigned_to_her(settled: Project) -> None:
    one, other, third = ready(settled)[:3]
    give(settled, LEAD, [other], "nasser")
    give_test(settled, LEAD, [one, third], NEW)
    assignments = settled.assignments
    assert assignments.may_see(NEW, one)
    assert not assignments.may_see(NEW, other)
    assert assignments.count_own(NEW) == 2
    assert assignments.has_unfinished(NEW)
    assert assignments.workloads()["nasser"].assigned == 6
    work(settled, one, NEW)
    done(settled, third, NEW, Mark(0, 3, "base"))
    end_test(settled, LEAD, NEW)
    assert assignments.may_see(NEW, one)  # she may look at how gold differs
    assert not assignments.may_see(NEW, third)
    assert not assignments.has_unfinished(NEW)


def test_where_nothing_is_assigned_a_test_hides_nothing_from_others(settled: Project) -> None:
    (one, *_) = ready(settled)
    give_test(settled, LEAD, [one], NEW)
    assert all(settled.assignments.may_see("amal", each) for each in settled.articles.names())


def test_a_test_is_not_handed_out_as_work(settled: Project) -> None:
    tests = ready(settled)[:3]
    give_test(settled, LEAD, tests, NEW)
    assert give(settled, LEAD, tests, NEW) == 0
    work(settled, tests[0], NEW)
    assign(settled, LEAD, HandingPlan((NEW, "amal"), 2, share=1.0))
    assert not set(settled.assignments.of_author(NEW)) & set(tests)
    assert set(tests) <= set(settled.assignments.of_author("amal"))
    more = next(one for one in settled.assignments.of_author("amal") if one not in tests)
    number = settled.articles.number_of
    asked = tuple(number(one) or 0 for one in (*tests, more))
    assert reach(settled, Handing(Hand.MOVE, asked, "amal", to=NEW)) == 1
    assert reassign(settled, LEAD, [*tests, more], "amal", NEW) == 1
    assert not set(settled.assignments.of_author(NEW)) & set(tests)
    assert set(tests) <= set(settled.assignments.of_author("amal"))
    assert more in settled.assignments.of_author(NEW)


def test_what_only_the_tested_could_get_stays_with_nobody(settled: Project) -> None:
    tests = ready(settled)[:2]
    give_test(settled, LEAD, tests, NEW)
    report = assign(settled, LEAD, HandingPlan((NEW,), 1))
    assert report.articles == settled.articles.count() - len(tests)
    assert settled.assignments.by_article(tests) == {}


@pytest.mark.parametrize("how", ["give", "lot", "move"])
def test_a_test_that_ended_unfinished_can_be_given_as_work_and_counts_from_then_on(
    settled: Project, how: str
) -> None:
    begun, finished, untouched = ready(settled)[:3]
    give_test(settled, LEAD, [begun, finished, untouched], NEW)
    done(settled, begun, NEW, Mark(0, 3, "base"))
    work(settled, finished, NEW)
    tests = [begun, finished, untouched]
    number = settled.articles.number_of
    numbers = tuple(number(one) or 0 for one in tests)
    assert reach(settled, Handing(Hand.GIVE, numbers, NEW)) == 0
    assert give(settled, LEAD, tests, NEW) == 0
    end_test(settled, LEAD, NEW)
    assert reach(settled, Handing(Hand.GIVE, numbers, NEW)) == 2
    if how == "give":
        assert give(settled, LEAD, tests, NEW) == 2
    elif how == "lot":
        assign(settled, LEAD, HandingPlan((NEW,), 1))
    else:
        give(settled, LEAD, tests, "nasser")
        assert reassign(settled, LEAD, tests, "nasser", NEW) == 2
    mine = settled.assignments.of_author(NEW)
    assert {begun, untouched} <= set(mine)
    assert finished not in mine
    assert settled.qualifications.all() == [(finished, NEW, True)]
    assert settled.assignments.may_see(NEW, untouched)
    work(settled, begun, NEW)
    assert begun not in ready(settled)  # it is compared with the others by now
    assert list(find_damage(settled.path, Quiet())) == []


def test_giving_an_ended_test_as_work_is_undone_and_done_again(settled: Project) -> None:
    (one, *_) = ready(settled)
    give_test(settled, LEAD, [one], NEW)
    done(settled, one, NEW, Mark(0, 3, "base"))
    end_test(settled, LEAD, NEW)
    give(settled, LEAD, [one], NEW)
    project_acts.undo(settled, LEAD)
    assert settled.qualifications.all() == [(one, NEW, True)]
    assert settled.assignments.of_author(NEW) == []
    project_acts.redo(settled, LEAD)
    assert settled.qualifications.all() == []
    assert settled.assignments.of_author(NEW) == [one]
    work(settled, one, NEW)
    with pytest.raises(RefusedAct, match="would be a test again"):
        project_acts.undo(settled, LEAD)


def test_a_test_that_was_taken_back_is_not_given_again_over_work(settled: Project) -> None:
    (one, *_) = ready(settled)
    give_test(settled, LEAD, [one], NEW)
    project_acts.undo(settled, LEAD)
    ensure_author(settled, NEW)
    done(settled, one, NEW, Mark(0, 3, "base"))
    with pytest.raises(RefusedAct, match="would be a test again"):
        project_acts.redo(settled, LEAD)
    assert settled.qualifications.all() == []


def test_a_finished_test_stays_as_it_is_until_a_lead_sends_it_back(settled: Project) -> None:
    (one, *_) = ready(settled)
    give_test(settled, LEAD, [one], NEW)
    done(settled, one, NEW, Mark(0, 3, "base"))
    layer = done(settled, one, NEW, Mark(5, 8, "figure"))
    done(settled, one, NEW, Remove((layer.spans[0].id,)))
    layer = work(settled, one, NEW)
    for edit in (
        Mark(9, 12, "base"),
        Remove((layer.spans[0].id,)),
        SetState(LayerState(Status.IN_PROGRESS)),
        SetState(LayerState(Status.SET_ASIDE, "x")),
    ):
        with pytest.raises(RefusedAct, match="stays as it is"):
            done(settled, one, NEW, edit)
    with pytest.raises(RefusedAct, match="stays as it is"):
        marking.undo(settled, layer)
    assert settled.layers.load(one, NEW) == layer
    send_back(settled, LEAD, one, NEW, "")
    layer = done(settled, one, NEW, Mark(9, 12, "base"))
    marking.undo(settled, layer)


@pytest.mark.parametrize("state", [Status.FINISHED, Status.SET_ASIDE])
def test_an_ended_test_that_is_sent_back_goes_on_as_a_test(settled: Project, state: Status) -> None:
    one, other = ready(settled)[:2]
    give(settled, LEAD, [other], "nasser")
    give_test(settled, LEAD, [one], NEW)
    before = what_follows(settled)
    done(settled, one, NEW, SetState(LayerState(state, "x" * (state is Status.SET_ASIDE))))
    end_test(settled, LEAD, NEW)
    send_back(settled, LEAD, one, NEW, "")
    assert settled.assignments.may_see(NEW, one)
    assert settled.assignments.of_author(NEW) == []
    assert settled.qualifications.all() == [(one, NEW, False)]
    assert what_follows(settled) == before
    assert project_acts.undo(settled, LEAD).act == "send back"
    assert settled.qualifications.all() == [(one, NEW, True)]


def test_a_mark_everywhere_leaves_a_finished_test_out(settled: Project) -> None:
    one, other = ready(settled)[:2]
    give_test(settled, LEAD, [one, other], NEW)
    work(settled, one, NEW)
    chosen = [Chosen(each, frozenset({(0, 3)})) for each in (one, other)]
    written = mentions.act(settled, NEW, "base", chosen, Quiet())
    assert written.spans == 1
    assert settled.layers.load(one, NEW).spans == ()
    assert len(settled.layers.load(other, NEW).spans) == 1


def test_a_test_is_one_act_that_can_be_taken_back_until_it_is_begun(settled: Project) -> None:
    tests = ready(settled)[:2]
    give_test(settled, LEAD, tests, NEW)
    assert project_acts.undo(settled, LEAD).act == "test"
    assert settled.qualifications.all() == []
    project_acts.redo(settled, LEAD)
    assert len(settled.qualifications.all()) == 2
    done(settled, tests[0], NEW, Mark(0, 3, "base"))
    with pytest.raises(RefusedAct, match="has begun the test"):
        project_acts.undo(settled, LEAD)
    assert end_test(settled, LEAD, NEW) == 2
    assert settled.qualifications.all() == [(one, NEW, True) for one in tests]
    assert project_acts.undo(settled, LEAD).act == "end test"
    assert {one.is_ended for one in settled.qualifications.all()} == {False}
    end_test(settled, LEAD, NEW)
    with pytest.raises(RefusedAct, match="No test"):
        end_test(settled, LEAD, NEW)
    assert list(find_damage(settled.path, Quiet())) == []


def test_a_test_in_the_trash_is_none_that_can_be_taken_back(settled: Project) -> None:
    (one, *_) = ready(settled)
    give_test(settled, LEAD, [one], NEW)
    work(settled, one, NEW)
    rename_author(settled, NEW, "rania b")
    article = settled.articles.by_id(one)
    assert article is not None
    remove_article(settled, LEAD, article)
    assert settled.qualifications.all() == []
    assert end_test(settled, LEAD, "rania b") == 1
    restore_article(settled, LEAD, one)
    assert settled.qualifications.all() == [(one, "rania b", True)]
    remove_article(settled, LEAD, article)
    empty_trash(settled, LEAD)
    assert settled.qualifications.by_article() == {}
    assert list(find_damage(settled.path, Quiet())) == []


def test_a_test_of_a_missing_article_is_damage(demo: Project, demo_path: Path) -> None:
    with closing(sqlite3.connect(demo_path)) as db, db:
        db.execute("INSERT INTO qualifications VALUES ('gone', 'amal', 'huda', '', 0)")
    assert [str(one) for one in find_damage(demo_path, Quiet())] == [
        "An article that amal was given as a test is gone."
    ]


def test_an_article_that_is_work_and_a_test_is_damage(settled: Project, demo_path: Path) -> None:
    (one, *_) = ready(settled)
    give(settled, LEAD, [one], "amal")
    with closing(sqlite3.connect(demo_path)) as db, db:
        db.execute("INSERT INTO qualifications VALUES (?, 'amal', 'huda', '', 0)", [one])
    assert [str(found) for found in find_damage(demo_path, Quiet())] == [
        "An article is both assigned to amal and was given to amal as a test."
    ]


def test_articles_are_drawn_by_a_lot_that_can_be_repeated(settled: Project) -> None:
    add_author(settled, NEW, Role.ANNOTATOR)
    fit = set(ready(settled))
    first = draw_test(settled, NEW, 3, seed=1)
    assert len(first) == 3
    assert set(first) <= fit
    assert draw_test(settled, NEW, 3, seed=1) == first
    assert set(draw_test(settled, NEW, 100)) == fit
    assert draw_test(settled, NEW, 0) == []
    assert len({tuple(draw_test(settled, NEW, 3, seed=seed)) for seed in range(5)}) > 1


def test_to_draw_articles_the_tests_are_read_once(
    settled: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qualifying, "_DRAWN_AT_ONCE", 1)
    reads: list[str] = []
    settled._db.conn.set_trace_callback(reads.append)
    fit = set(draw_test(settled, NEW, 100))
    settled._db.conn.set_trace_callback(None)
    assert fit == set(ready(settled))
    assert sum("FROM qualifications" in one for one in reads) == 2  # hers, and those of all


def test_a_lead_who_was_an_annotator_when_tested_still_counts_for_nothing(
    settled: Project,
) -> None:
    (one, *_) = ready(settled)
    give_test(settled, LEAD, [one], NEW)
    before = what_follows(settled)
    set_role(settled, NEW, Role.LEAD)
    work(settled, one, NEW, Mark(0, 3, "base"))
    assert what_follows(settled) == before


def test_the_only_author_is_still_exported_by_default_beside_a_test(
    project: Project, bring: Callable[..., object]
) -> None:
    bring(project, {"name": "one", "text": "قسرك", "spans": []}, author="amal")
    add_author(project, LEAD, Role.LEAD)
    accept_singles(project, LEAD)
    assert exported_article(project, "one").layer.author == "amal"
    (article,) = project.articles.each()
    give_test(project, LEAD, [article.id], NEW)
    work(project, article.id, NEW)
    assert exported_article(project, "one").layer.author == "amal"


def test_a_read_only_project_is_told_plainly(settled: Project, demo_path: Path) -> None:
    (one, *_) = ready(settled)
    settled.close()
    with (
        Project.open(demo_path, writable=False) as project,
        pytest.raises(AnnotatorError),
    ):
        give_test(project, LEAD, [one], NEW)
