"""The same again: what was decided once is offered where it fits, and can be done in bulk."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.causes import Cause
from annotator.core.decisions import Choice, Decision
from annotator.core.errors import RefusedAct
from annotator.core.ground import Ground
from annotator.core.model import Role
from annotator.core.precedents import Practices, earlier_of, pattern_of
from annotator.core.progress import Cancelled, Quiet
from annotator.core.queue import Waiting
from annotator.core.values import DateValue, NumberValue, Value
from annotator.store.project import Project
from annotator.workflow import review
from annotator.workflow.articles import import_files
from annotator.workflow.deciding_lots import decide_lot, rulings_of
from annotator.workflow.lots import Again, ByTheRules, Majorities, cases
from annotator.workflow.people import add_author
from annotator.workflow.precedents import Precedent, precedents_for
from annotator.workflow.review import OwnSpan, Ruling
from annotator.workflow.review_queue import looked_at
from annotator.workflow.settling import OpenConflict, Reviews, settled

LEAD = "huda"


def span(text: str, quote: str, label: str = "base", **value: Any) -> dict[str, Any]:
    start = text.index(quote)
    return {"label": label, "start": start, "end": start + len(quote), "value": value}


@pytest.fixture
def twice(project: Project, tmp_path: Path) -> Project:
    """A project in which the same words are marked in the same two ways in three articles.

    In a fourth one they are marked in another way, and in a fifth one by one author alone.
    """
    add_author(project, LEAD, Role.LEAD)
    texts = [f"{number} غادرت القوات إلى وقسرك أمس {number}" for number in range(5)]
    for author, quotes in (
        ("amal", ["وقسرك", "قسرك", "وقسرك", "إلى وقسرك", "وقسرك"]),
        ("nasser", ["قسرك", "وقسرك", "قسرك", "قسرك", None]),
    ):
        lines = [
            {"name": f"{number}", "text": text, "spans": [span(text, quote)] if quote else []}
            for number, (text, quote) in enumerate(zip(texts, quotes, strict=True))
        ]
        file = tmp_path / f"{author}.jsonl"
        file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        import_files(project, [file], Quiet(), author=author)
    return project


def open_in(project: Project) -> dict[str, OpenConflict]:
    return {one.article: one for one in Reviews(project).conflicts()}


def gold_in(project: Project, name: str) -> list[str]:
    article = project.articles.by_name(name)
    assert article is not None
    return [mark.quote for mark in settled(project, article).gold]


def queue_in(project: Project) -> dict[str, Waiting]:
    looked = looked_at(project, list(project.articles.names()), for_again=True)
    return {row.article: row for one in looked for row in one.rows}


def precedents_in(project: Project, there: OpenConflict) -> list[Precedent]:
    """Return what a lead is offered, as the window derives it."""
    practices = Practices()
    for one in looked_at(project, list(project.articles.names()), for_again=True):
        practices.put(one.article_id, one.earlier)
    return precedents_for(there, practices.of(pattern_of(there.conflict, ARABIC.fold)))


def again(project: Project, of: OpenConflict, decision: Decision) -> Again:
    ground = Ground(project.layers.of_article(decision.article_id))
    earlier = earlier_of(decision, ground, ARABIC.fold)
    assert earlier.pattern == pattern_of(of.conflict, ARABIC.fold)
    return Again(earlier)


def asked_in(project: Project) -> list[tuple[str, str]]:
    return [(one.article_id, one.conflict.id) for one in open_in(project).values()]


def test_conflicts_are_alike_whoever_answered_what(twice: Project) -> None:
    rows = queue_in(twice)
    assert rows["0"].pattern == rows["1"].pattern == rows["2"].pattern != ""
    assert len({rows[name].pattern for name in "034"}) == 3
    assert not any(
        row.pattern
        for one in looked_at(twice, list(twice.articles.names()), for_again=False)
        for row in one.rows
    )


def test_what_was_decided_is_a_precedent_for_what_is_alike(twice: Project) -> None:
    found = open_in(twice)
    assert precedents_in(twice, found["1"]) == []
    review.rule(twice, LEAD, found["0"], Ruling(Choice.OPTION, author="nasser", reason="و"))
    (one,) = precedents_in(twice, found["1"])
    assert (one.times, one.ruling.author, one.ruling.reason) == (1, "amal", "و")
    assert [span.quote for span in one.put] == ["قسرك"]
    assert precedents_in(twice, found["3"]) == precedents_in(twice, found["4"]) == []


def test_what_was_decided_most_often_comes_first(twice: Project) -> None:
    found = open_in(twice)
    review.rule(twice, LEAD, found["0"], Ruling(Choice.NONE))
    review.rule(twice, LEAD, found["1"], Ruling(Choice.NARROWEST))
    assert [one.times for one in precedents_in(twice, found["2"])] == [1, 1]
    review.undo(twice, LEAD)
    review.rule(twice, LEAD, found["1"], Ruling(Choice.NONE, reason="why"))
    (one,) = precedents_in(twice, found["2"])
    assert (one.times, one.ruling.choice, one.ruling.reason) == (2, Choice.NONE, "why")


def test_the_same_outcome_is_one_precedent_whatever_the_reasons(twice: Project) -> None:
    found = open_in(twice)
    review.rule(twice, LEAD, found["0"], Ruling(Choice.NARROWEST, reason="first"))
    review.rule(twice, LEAD, found["1"], Ruling(Choice.NARROWEST, reason="second"))
    (one,) = precedents_in(twice, found["2"])
    assert (one.times, one.ruling.reason) == (2, "second")


def test_who_finishes_later_and_agrees_with_what_was_judged_changes_no_precedent(
    twice: Project, tmp_path: Path
) -> None:
    found = open_in(twice)
    review.rule(twice, LEAD, found["0"], Ruling(Choice.NARROWEST))
    text = "0 غادرت القوات إلى وقسرك أمس 0"
    file = tmp_path / "late.jsonl"
    file.write_text(json.dumps({"text": text, "spans": [span(text, "قسرك")]}), "utf-8")
    import_files(twice, [file], Quiet(), author="salma")
    assert [one.times for one in precedents_in(twice, open_in(twice)["1"])] == [1]


def test_the_same_is_done_again_in_one_act(twice: Project) -> None:
    found = open_in(twice)
    decision = review.rule(twice, LEAD, found["0"], Ruling(Choice.NARROWEST))
    lot = again(twice, found["0"], decision)
    listed = list(cases(twice, [lot], asked_in(twice)))
    assert [(case.quotation.article, len(case.puts)) for case in listed] == [("1", 1), ("2", 1)]
    asked = [(case.article_id, case.conflict) for case in listed]
    assert decide_lot(twice, LEAD, lot, asked).decided == 2
    assert [gold_in(twice, name) for name in "012"] == [["قسرك"]] * 3
    assert set(open_in(twice)) == {"3", "4"}
    review.undo(twice, LEAD)
    assert set(open_in(twice)) == {"1", "2", "3", "4"}


def test_spans_of_a_lead_s_own_are_carried_over_by_their_words(twice: Project) -> None:
    found = open_in(twice)
    start = found["0"].conflict.start
    own = OwnSpan(start + 2, start + 5, "base")
    decision = review.rule(twice, LEAD, found["0"], Ruling(Choice.SPANS, spans=(own,)))
    report = decide_lot(twice, LEAD, again(twice, found["0"], decision), asked_in(twice))
    assert gold_in(twice, "0") == gold_in(twice, "1") == gold_in(twice, "2")
    assert len(gold_in(twice, "1")[0]) == 3
    assert len(report.refused) == 2  # what is not alike is not touched


@pytest.mark.parametrize(
    ("label", "value", "carried"),
    [("date", DateValue("2026-02-22"), False), ("figure", NumberValue(3, 3), True)],
)
def test_a_date_is_another_one_on_another_day_but_a_number_is_not(
    twice: Project, label: str, value: Value, carried: bool
) -> None:
    found = open_in(twice)
    own = OwnSpan(found["0"].conflict.start, found["0"].conflict.end, label, value)
    review.rule(twice, LEAD, found["0"], Ruling(Choice.SPANS, spans=(own,)))
    (one,) = precedents_in(twice, found["1"])
    assert [mark.value for mark in one.put] == [value if carried else None]


@pytest.fixture
def many(twice: Project, tmp_path: Path) -> Project:
    """The same words, marked in the same two ways, in thirty more articles."""
    texts = [f"غادرت القوات إلى وقسرك أمس {number}" for number in range(30)]
    for author, quote in (("amal", "وقسرك"), ("nasser", "قسرك")):
        lines = [
            {"name": f"more {number}", "text": text, "spans": [span(text, quote)]}
            for number, text in enumerate(texts)
        ]
        file = tmp_path / f"more {author}.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        import_files(twice, [file], Quiet(), author=author)
    return twice


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
                    review.rule(other, LEAD, there, Ruling(Choice.NONE))

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


def test_values_tell_conflicts_apart_only_where_nothing_else_does(
    project: Project, tmp_path: Path
) -> None:
    add_author(project, LEAD, Role.LEAD)
    text = "غادرت أمس {number}"
    days = {"amal": ["2026-02-22", "2026-02-22"], "nasser": ["2026-02-21", "2026-02-20"]}
    for author, values in days.items():
        lines = []
        for number, day in enumerate(values):
            body = text.format(number=number)
            lines.append({"text": body, "spans": [span(body, "أمس", "date", edtf=day)]})
        file = tmp_path / f"{author}.jsonl"
        file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        import_files(project, [file], Quiet(), author=author)
    one, other = Reviews(project).conflicts()
    assert (one.cause, other.cause) == (Cause.VALUE, Cause.VALUE)
    patterns = {pattern_of(there.conflict, ARABIC.fold) for there in (one, other)}
    assert len(patterns) == 2


def test_the_rules_of_the_guidelines_settle_the_seeds_as_their_gold_does(demo: Project) -> None:
    listed = {
        (one["article"], one["start"], one["end"]): one
        for one in map(
            json.loads, (paths.seeds() / "differences.jsonl").read_text("utf-8").splitlines()
        )
    }
    found = list(Reviews(demo).conflicts())
    lot = rulings_of(ByTheRules(frozenset(Cause)), found)
    assert len(lot) == sum(
        one["cause"] in ("clitic", "article", "quote", "kind_word", "marks")
        for one in listed.values()
    )
    for there, ruling in lot:
        difference = listed[there.article, there.conflict.start, there.conflict.end]
        decision = review.rule(demo, LEAD, there, ruling)
        put = sorted([one.label, one.start, one.end] for one in decision.outcome)
        assert put == sorted(difference["gold"]), difference


def test_only_the_causes_asked_for_are_settled_by_rule(demo: Project) -> None:
    found = list(Reviews(demo).conflicts())
    lot = ByTheRules(frozenset([Cause.QUOTE, Cause.MISSED]))
    assert {there.cause for there, _ in rulings_of(lot, found)} == {Cause.QUOTE}
