"""Conflicts decided in one lot: one act, and what could not be decided is told."""

import pytest

from annotator.core.causes import Cause
from annotator.core.decisions import Choice
from annotator.core.errors import RefusedAct
from annotator.core.progress import Cancelled, Quiet
from annotator.store.project import Project
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.deciding_lots import decide_lot, rule_all
from annotator.workflow.review.lots import ByTheRules, Majorities, cases
from annotator.workflow.review.settling import OpenConflict, Reviews
from tests.workflow.alike import LEAD, again, asked_in, gold_in, open_in


def first_with(reviews: Reviews, cause: str) -> OpenConflict:
    return next(one for one in reviews.conflicts() if one.cause == cause)


def test_in_a_lot_what_cannot_be_decided_is_told_and_the_rest_is_done(
    demo: Project,
) -> None:
    there = first_with(Reviews(demo), "missed")
    rulings = [
        (there, Ruling(Choice.NONE)),
        (there, Ruling(Choice.ALL)),
        (first_with(Reviews(demo), "clitic"), Ruling(Choice.MAJORITY)),
    ]
    report = rule_all(demo, LEAD, rulings)
    assert report.decided == 1
    assert [one for one, _ in report.refused] == [one.conflict.id for one, _ in rulings[1:]]


def test_the_same_is_done_again_in_one_act(twice: Project) -> None:
    found = open_in(twice)
    decision = deciding.rule(twice, LEAD, found["0"], Ruling(Choice.NARROWEST))
    lot = again(twice, found["0"], decision)
    listed = list(cases(twice, [lot], asked_in(twice)))
    assert [(case.quotation.article, len(case.puts)) for case in listed] == [("1", 1), ("2", 1)]
    asked = [(case.article_id, case.conflict) for case in listed]
    assert decide_lot(twice, LEAD, lot, asked).decided == 2
    assert [gold_in(twice, name) for name in "012"] == [["قسرك"]] * 3
    assert set(open_in(twice)) == {"3", "4"}
    deciding.undo(twice, LEAD)
    assert set(open_in(twice)) == {"1", "2", "3", "4"}


def test_spans_of_a_lead_s_own_are_carried_over_by_their_words(twice: Project) -> None:
    found = open_in(twice)
    start = found["0"].conflict.start
    own = OwnSpan(start + 2, start + 5, "base")
    decision = deciding.rule(twice, LEAD, found["0"], Ruling(Choice.SPANS, spans=(own,)))
    report = decide_lot(twice, LEAD, again(twice, found["0"], decision), asked_in(twice))
    assert gold_in(twice, "0") == gold_in(twice, "1") == gold_in(twice, "2")
    assert len(gold_in(twice, "1")[0]) == 3
    assert len(report.refused) == 2  # what is not alike is not touched


def test_a_lot_is_worked_out_anew_where_another_program_has_changed_something(
    many: Project,
) -> None:
    asked = asked_in(many)
    there = open_in(many)["more 7"]

    class Meanwhile(Quiet):
        """Another program that writes while the lot is worked out."""

        def advance(self, done: int, total: int | None) -> None:
            if done == 20 and not many.decisions.count():
                with Project.open(many.path) as other:
                    deciding.rule(other, LEAD, there, Ruling(Choice.NONE))

    lot = ByTheRules(frozenset([Cause.CLITIC]))
    report = decide_lot(many, LEAD, lot, asked, progress=Meanwhile())
    assert report.decided == 32
    assert "is not open" in str(dict(report.refused)[there.conflict.id])
    assert gold_in(many, "more 7") == []
    assert gold_in(many, "more 8") == gold_in(many, "0") == ["قسرك"]


def test_a_lot_that_is_cancelled_leaves_nothing_behind(many: Project) -> None:
    class AtOnce(Quiet):
        def advance(self, done: int, total: int | None) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        decide_lot(many, LEAD, ByTheRules(frozenset(Cause)), asked_in(many), progress=AtOnce())
    assert many.decisions.count() == 0


def test_articles_that_are_gone_are_told(twice: Project) -> None:
    asked = [*asked_in(twice), ("gone", "x")]
    report = decide_lot(twice, LEAD, ByTheRules(frozenset([Cause.CLITIC])), asked, "why")
    assert report.decided == 3
    assert "x" in dict(report.refused)
    assert {one.reason for one in twice.decisions.all()} == {"why"}


@pytest.mark.parametrize("reason", ["\0", "\ud800"])
def test_a_reason_that_the_file_cannot_hold_is_refused(twice: Project, reason: str) -> None:
    with pytest.raises(RefusedAct, match="reason"):
        decide_lot(twice, LEAD, Majorities(), asked_in(twice), reason)
