"""What was decided once is offered where it fits."""

import json
from pathlib import Path

import pytest

from annotator.arabic import ARABIC
from annotator.core.causes import Cause
from annotator.core.decisions import Choice
from annotator.core.model import Role
from annotator.core.precedents import Practices, pattern_of
from annotator.core.progress import Quiet
from annotator.core.queue import Waiting
from annotator.core.values import DateValue, NumberValue, Value
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.precedents import Precedent, precedents_for
from annotator.workflow.review.review_queue import looked_at
from annotator.workflow.review.settling import OpenConflict, Reviews
from tests.workflow.alike import LEAD, open_in, span


def queue_in(project: Project) -> dict[str, Waiting]:
    looked = looked_at(project, list(project.articles.names()), for_again=True)
    return {row.article: row for one in looked for row in one.rows}


def precedents_in(project: Project, there: OpenConflict) -> list[Precedent]:
    """Return what a lead is offered, as the window derives it."""
    practices = Practices()
    for one in looked_at(project, list(project.articles.names()), for_again=True):
        practices.put(one.article_id, one.earlier)
    return precedents_for(there, practices.of(pattern_of(there.conflict, ARABIC.fold)))


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
    deciding.rule(twice, LEAD, found["0"], Ruling(Choice.OPTION, author="nasser", reason="و"))
    (one,) = precedents_in(twice, found["1"])
    assert (one.times, one.ruling.author, one.ruling.reason) == (1, "amal", "و")
    assert [span.quote for span in one.put] == ["قسرك"]
    assert precedents_in(twice, found["3"]) == precedents_in(twice, found["4"]) == []


def test_what_was_decided_most_often_comes_first(twice: Project) -> None:
    found = open_in(twice)
    deciding.rule(twice, LEAD, found["0"], Ruling(Choice.NONE))
    deciding.rule(twice, LEAD, found["1"], Ruling(Choice.NARROWEST))
    assert [one.times for one in precedents_in(twice, found["2"])] == [1, 1]
    deciding.undo(twice, LEAD)
    deciding.rule(twice, LEAD, found["1"], Ruling(Choice.NONE, reason="why"))
    (one,) = precedents_in(twice, found["2"])
    assert (one.times, one.ruling.choice, one.ruling.reason) == (2, Choice.NONE, "why")


def test_the_same_outcome_is_one_precedent_whatever_the_reasons(twice: Project) -> None:
    found = open_in(twice)
    deciding.rule(twice, LEAD, found["0"], Ruling(Choice.NARROWEST, reason="first"))
    deciding.rule(twice, LEAD, found["1"], Ruling(Choice.NARROWEST, reason="second"))
    (one,) = precedents_in(twice, found["2"])
    assert (one.times, one.ruling.reason) == (2, "second")


def test_who_finishes_later_and_agrees_with_what_was_judged_changes_no_precedent(
    twice: Project, tmp_path: Path
) -> None:
    found = open_in(twice)
    deciding.rule(twice, LEAD, found["0"], Ruling(Choice.NARROWEST))
    text = "0 غادرت القوات إلى وقسرك أمس 0"
    file = tmp_path / "late.jsonl"
    file.write_text(json.dumps({"text": text, "spans": [span(text, "قسرك")]}), "utf-8")
    import_files(twice, [file], Quiet(), author="salma")
    assert [one.times for one in precedents_in(twice, open_in(twice)["1"])] == [1]


@pytest.mark.parametrize(
    ("label", "value", "carried"),
    [("date", DateValue("2026-02-22"), False), ("figure", NumberValue(3, 3), True)],
)
def test_a_date_is_another_one_on_another_day_but_a_number_is_not(
    twice: Project, label: str, value: Value, carried: bool
) -> None:
    found = open_in(twice)
    own = OwnSpan(found["0"].conflict.start, found["0"].conflict.end, label, value)
    deciding.rule(twice, LEAD, found["0"], Ruling(Choice.SPANS, spans=(own,)))
    (one,) = precedents_in(twice, found["1"])
    assert [mark.value for mark in one.put] == [value if carried else None]


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


@pytest.mark.parametrize("author", ["amal", "nasser"])
def test_where_unseen_marks_alone_differ_the_answer_that_was_taken_is_offered(
    project: Project, tmp_path: Path, author: str
) -> None:
    add_author(project, LEAD, Role.LEAD)
    quotes = {"amal": "NBC", "nasser": "NBC\u200f"}
    for who, quote in quotes.items():
        texts = [f"قالت NBC\u200f {number}" for number in range(2)]
        lines = [{"text": text, "spans": [span(text, quote, "actor")]} for text in texts]
        file = tmp_path / f"{who}.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        import_files(project, [file], Quiet(), author=who)
    first, second = Reviews(project).conflicts()
    assert (first.cause, second.cause) == (Cause.MARKS, Cause.MARKS)
    deciding.rule(project, LEAD, first, Ruling(Choice.OPTION, author=author))
    (one,) = precedents_in(project, second)
    assert (one.ruling.author, [put.quote for put in one.put]) == (author, [quotes[author]])
