"""How gold differs from what an author marked: only where it is settled, and by cause."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decisions import Choice
from annotator.core.edits import Mark, Remove, SetState
from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.feedback import ArticleFeedback, score
from annotator.core.model import Layer, LayerState, Role, Status
from annotator.store.project import Project
from annotator.workflow.handing.assigning import give
from annotator.workflow.handing.qualifying import end_test, give_test
from annotator.workflow.people.authors import add_author
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.feedback import Feedback, all_feedback, feedback_on, feedback_since
from annotator.workflow.review.feedback import test_score as score_of_test
from annotator.workflow.review.feedback import testing_of as asked_how_far
from annotator.workflow.review.settling import Reviews, settled
from tests.workflow.settled_demo import LEAD, REASON, done, ready, settle_as, work

NEW = "rania"


def gold_of(project: Project, article_id: str) -> Layer:
    article = project.articles.by_id(article_id)
    assert article is not None
    return settled(project, article).gold


def f1_by_hand(project: Project, article_ids: list[str], author: str) -> float:
    mine = {(one, s.place) for one in article_ids for s in project.layers.load(one, author)}
    gold = {(one, s.place) for one in article_ids for s in gold_of(project, one)}
    return 2 * len(mine & gold) / (len(mine) + len(gold))


def test_before_gold_is_settled_nothing_is_told(demo: Project) -> None:
    assert all_feedback(demo, "amal", "amal") == []
    for one in demo.articles.names():
        assert feedback_on(demo, one, "amal", "amal") is None


def test_an_article_tells_once_its_last_conflict_is_settled_and_not_before(
    demo: Project,
) -> None:
    found = list(Reviews(demo).conflicts())
    one = next(n for n, c in Counter(x.article_id for x in found).items() if c > 1)
    here = [there for there in found if there.article_id == one]
    for there in here[:-1]:
        deciding.rule(demo, LEAD, there, Ruling(Choice.OPTION, author="amal"))
        assert feedback_on(demo, one, "nasser", "nasser") is None
    deciding.rule(demo, LEAD, here[-1], Ruling(Choice.OPTION, author="amal"))
    told = feedback_on(demo, one, "nasser", "nasser")
    assert told is not None
    assert len(told.differences) == len(here)
    deciding.undo(demo, LEAD)
    assert feedback_on(demo, one, "nasser", "nasser") is None


def test_the_causes_are_those_of_the_conflicts_that_were_settled_for_another(
    demo: Project,
) -> None:
    were = {
        (one.article, one.conflict.start, one.conflict.end): one.cause
        for one in Reviews(demo).conflicts()
    }
    settle_as(demo, "amal")
    told = all_feedback(demo, "nasser", "nasser")
    assert {
        (one.where.article, one.where.start, one.where.end): one.cause
        for article in told
        for one in article.differences
    } == were
    assert score(told).causes == Counter(were.values())
    assert [
        one for article in all_feedback(demo, "amal", "amal") for one in article.differences
    ] == []


def test_each_difference_says_what_she_marked_what_gold_has_and_why(demo: Project) -> None:
    there = next(one for one in Reviews(demo).conflicts() if one.cause == "missed")
    by = {author: option for option in there.conflict.options for author in option.authors}
    settle_as(demo, "amal")
    (told,) = (
        one
        for article in all_feedback(demo, "nasser", "nasser")
        for one in article.differences
        if (one.where.article_id, one.where.start) == (there.article_id, there.conflict.start)
    )
    assert [s.place for s in told.mine] == [s.place for s in by["nasser"].spans]
    assert [s.place for s in told.gold] == [s.place for s in by["amal"].spans]
    assert (told.reason, told.gap) == (REASON, False)
    quoted = told.where.excerpt
    assert quoted.text[quoted.start : quoted.end] == there.quote


def test_a_gap_in_the_guidelines_is_told(demo: Project) -> None:
    one = Reviews(demo).all()[0]
    rulings = [(there, Ruling(Choice.OPTION, author="amal", gap=True)) for there in one.conflicts]
    rule_all(demo, LEAD, rulings)
    told = feedback_on(demo, one.article_id, "nasser", "nasser")
    assert told is not None
    assert [d.gap for d in told.differences] == [True] * len(one.conflicts)


def test_what_a_lead_overruled_is_a_difference_for_all(demo: Project) -> None:
    settle_as(demo, "amal")
    (one, *_) = ready(demo)
    article = demo.articles.by_id(one)
    assert article is not None
    gold = gold_of(demo, one).spans[0]
    deciding.overrule(demo, LEAD, article, [gold.place], [], "ليس اسما")
    told = feedback_on(demo, one, "amal", "amal")
    assert told is not None
    assert [(d.mine[0].place, d.gold, d.reason) for d in told.differences] == [
        (gold.place, (), "ليس اسما")
    ]
    taken = [OwnSpan(gold.start, gold.end, gold.label)]
    deciding.overrule(demo, LEAD, article, [], taken)
    assert feedback_on(demo, one, "amal", "amal") != told


def test_the_score_is_that_of_the_spans(demo: Project) -> None:
    settle_as(demo, "amal")
    told = all_feedback(demo, "nasser", LEAD)
    exact, overlap = score(told).f1
    assert exact == pytest.approx(f1_by_hand(demo, ready(demo), "nasser"))
    assert overlap is not None
    assert overlap > exact
    assert score(all_feedback(demo, "amal", "amal")).f1 == (1.0, 1.0)
    for label, f1 in score(told).labels.items():
        only = [
            replace(one, matches={n: m for n, m in one.matches.items() if n == label})
            for one in told
        ]
        assert score(only).f1 == f1


def test_who_marked_nothing_scores_nothing_and_where_nothing_is_there_is_no_score(
    demo: Project,
) -> None:
    settle_as(demo, "amal")
    (one, *_) = ready(demo)
    give_test(demo, LEAD, [one], NEW)
    work(demo, one, NEW)
    told = all_feedback(demo, NEW, NEW)
    assert score(told).f1 == (0.0, 0.0)
    assert score([]).f1 == (None, None)


def test_she_does_not_see_the_gold_of_her_test_before_she_has_finished(demo: Project) -> None:
    settle_as(demo, "amal")
    one, other = ready(demo)[:2]
    give_test(demo, LEAD, [one, other], NEW)
    assert feedback_on(demo, one, NEW, NEW) is None
    done(demo, one, NEW, Mark(0, 3, "base"))
    assert feedback_on(demo, one, NEW, NEW) is None
    assert feedback_on(demo, one, NEW, LEAD) is None
    work(demo, one, NEW)
    assert feedback_on(demo, one, NEW, NEW) is None
    assert all_feedback(demo, NEW, NEW) == []
    assert score_of_test(demo, NEW, NEW).articles == 0
    assert feedback_on(demo, one, NEW, LEAD) is not None
    assert [article.article_id for article in all_feedback(demo, NEW, LEAD)] == [one]
    assert score_of_test(demo, NEW, LEAD).articles == 1
    work(demo, other, NEW)
    told = feedback_on(demo, one, NEW, NEW)
    assert told is not None
    assert told.is_test
    assert {article.article_id for article in all_feedback(demo, NEW, NEW)} == {one, other}
    (feedback,) = all_feedback(demo, "amal", "amal")[:1]
    assert not feedback.is_test


def how_far(project: Project) -> tuple[int, int, bool]:
    told = asked_how_far(project, NEW, NEW)
    assert told is not None
    return told.articles, told.finished, told.is_ended


def test_she_sees_what_she_has_finished_of_a_test_that_has_ended(demo: Project) -> None:
    settle_as(demo, "amal")
    one, other, third = ready(demo)[:3]
    give_test(demo, LEAD, [one, other], NEW)
    work(demo, one, NEW)
    end_test(demo, LEAD, NEW)
    assert [article.article_id for article in all_feedback(demo, NEW, NEW)] == [one]
    assert how_far(demo) == (1, 1, True)
    give_test(demo, LEAD, [third], NEW)
    assert [article.article_id for article in all_feedback(demo, NEW, NEW)] == [one]
    assert how_far(demo) == (2, 1, False)


def test_a_test_of_which_nothing_was_finished_when_it_ended_is_not_told_of(demo: Project) -> None:
    settle_as(demo, "amal")
    give_test(demo, LEAD, ready(demo)[:2], NEW)
    end_test(demo, LEAD, NEW)
    assert asked_how_far(demo, NEW, LEAD) is None


def test_only_a_lead_sees_what_gold_says_to_another(demo: Project) -> None:
    settle_as(demo, "amal")
    (one, *_) = ready(demo)
    for act in (
        lambda: feedback_on(demo, one, "nasser", "amal"),
        lambda: all_feedback(demo, "nasser", "amal"),
    ):
        with pytest.raises(RefusedAct, match="Only a lead"):
            act()
    with pytest.raises(UnknownName):
        all_feedback(demo, "nobody", LEAD)
    with pytest.raises(RefusedAct, match="Gold"):
        feedback_on(demo, one, "gold", LEAD)


def test_no_name_of_another_annotator_is_in_it(demo: Project) -> None:
    settle_as(demo, "amal")
    told = repr(all_feedback(demo, "nasser", "nasser"))
    assert "amal" not in told
    assert LEAD not in told


def follow(feedback: Feedback, project: Project) -> list[str]:
    """Take in what has changed; return which articles were looked at."""
    looked = []
    for part in feedback_since(project, "nasser", "nasser", feedback.stamps) or ():
        feedback.take(part)
        looked += [one.article_id for one in part.looked]
    return looked


def test_what_is_kept_follows_the_file_and_looks_at_nothing_twice(demo: Project) -> None:
    feedback = Feedback()
    assert len(follow(feedback, demo)) == 6
    assert feedback.articles() == []
    settle_as(demo, "amal")
    changed = {one.article_id for one in Reviews(demo).all()} - {
        one.article_id
        for one in Reviews(demo).all()
        if not demo.decisions.on_article(one.article_id)
    }
    assert set(follow(feedback, demo)) == changed
    assert len(feedback.articles()) == 6
    assert follow(feedback, demo) == []
    one = ready(demo)[0]
    layer = demo.layers.load(one, "nasser")
    done(demo, one, "nasser", SetState(LayerState(Status.IN_PROGRESS)))
    assert follow(feedback, demo) == []
    assert one not in [told.article_id for told in feedback.articles()]
    work(demo, one, "nasser")
    assert follow(feedback, demo) == [one]
    assert demo.layers.load(one, "nasser").spans == layer.spans
    add_author(demo, NEW, Role.ANNOTATOR)
    give(demo, LEAD, [one], NEW)  # it waits for her now
    assert set(follow(feedback, demo)) == {told.article_id for told in Reviews(demo).all()}
    assert one not in [told.article_id for told in feedback.articles()]


def test_what_is_kept_is_what_would_be_derived_anew_whatever_happens(demo: Project) -> None:
    feedback = Feedback()
    settle_as(demo, "amal")
    one, other = ready(demo)[:2]

    @given(st.lists(st.sampled_from(range(6)), max_size=6))
    def check(steps: list[int]) -> None:
        for step in steps:
            act(step)
            follow(feedback, demo)
            anew = all_feedback(demo, "nasser", "nasser")
            assert sorted(feedback.articles(), key=key) == sorted(anew, key=key)

    def key(told: ArticleFeedback) -> str:
        return told.article_id

    def act(step: int) -> None:
        article_id = one if step % 2 else other
        layer = demo.layers.load(article_id, "nasser")
        if step < 2 and layer.spans:
            done(demo, article_id, "nasser", Remove((layer.spans[0].id,)))
        elif step < 4:
            work(demo, article_id, "nasser")
        else:
            settle_as(demo, "amal" if step == 4 else "nasser")

    check()
