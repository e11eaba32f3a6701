"""The article at hand, brought up to date again and again: always as if it were derived anew."""

import pytest

from annotator.core.decisions import Choice
from annotator.core.edits import Mark, SetState
from annotator.core.model import LayerState, Role, Status
from annotator.store.project import Project
from annotator.workflow import marking, review
from annotator.workflow.held import HeldArticle, Kept
from annotator.workflow.people import add_author
from annotator.workflow.review import OwnSpan, Ruling
from annotator.workflow.review_queue import ArticleAtHand, take_to_hand
from annotator.workflow.settling import OpenConflict, Reviews

LEAD, OTHER = "huda", "rim"


@pytest.fixture
def led(demo: Project) -> Project:
    add_author(demo, OTHER, Role.LEAD)
    return demo


def taken(project: Project, article_id: str, held: HeldArticle) -> ArticleAtHand:
    """Take the article to hand; it must be as it is for whoever has never held it."""
    again = take_to_hand(project, article_id, held, for_again=True)
    assert again is not None
    assert again == take_to_hand(project, article_id, HeldArticle(), for_again=True)
    return again


def most(project: Project) -> list[OpenConflict]:
    """Return the conflicts of the article that has most of them."""
    return list(max((one.conflicts for one in Reviews(project).all()), key=len))


def test_what_is_held_follows_decisions_and_layers_and_what_else_gold_hangs_on(
    led: Project,
) -> None:
    held = HeldArticle()
    first, second, third, *_ = most(led)
    article_id = first.article_id
    assert taken(led, article_id, held).conflict(first.conflict.id) == first
    review.rule(led, LEAD, first, Ruling(Choice.ALL), held)
    assert taken(led, article_id, held).conflict(first.conflict.id) is None
    review.rule(led, OTHER, second, Ruling(Choice.NONE))
    taken(led, article_id, held)
    review.undo(led, LEAD)
    assert taken(led, article_id, held).conflict(first.conflict.id) == first
    review.redo(led, LEAD)
    taken(led, article_id, held)
    article = led.articles.by_id(article_id)
    assert article is not None
    start = third.conflict.start
    review.overrule(led, LEAD, article, [], [OwnSpan(0, 2, "actor")], held=held)
    for edit in (Mark(start, start + 1, "figure"), SetState(LayerState(Status.FINISHED))):
        marking.apply(led, article, led.layers.load(article_id, "amal"), edit)
        taken(led, article_id, held)
    add_author(led, "salma", Role.ANNOTATOR)
    taken(led, article_id, held)


def test_a_conflict_that_somebody_else_decided_is_not_decided_from_what_was_held(
    led: Project,
) -> None:
    held = HeldArticle()
    first = most(led)[0]
    taken(led, first.article_id, held)
    review.rule(led, OTHER, first, Ruling(Choice.NONE))
    with pytest.raises(review.RefusedAct, match="is not open"):
        review.rule(led, LEAD, first, Ruling(Choice.NONE), held)


def test_of_an_article_that_is_gone_nothing_is_held(led: Project) -> None:
    assert take_to_hand(led, "gone", HeldArticle()) is None


def test_what_was_there_before_is_not_worked_out_again() -> None:
    worked: list[str] = []

    def work(source: str) -> str:
        worked.append(source)
        return source.upper()

    kept: Kept[str, str] = Kept()
    assert kept.of(["one", "two"], work) == ("ONE", "TWO")
    assert kept.of(["two", "three"], work) == ("TWO", "THREE")
    assert worked == ["one", "two", "three"]
    kept.of([], work)
    kept.of(["two"], work)
    assert worked[3:] == ["two"]
