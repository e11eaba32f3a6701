"""The same again: what was decided once is offered where it fits, and can be done in bulk."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.core.causes import Cause
from annotator.core.decisions import Choice
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow import review
from annotator.workflow.articles import import_files
from annotator.workflow.people import add_author
from annotator.workflow.precedents import Precedents, again, alike, by_the_rules
from annotator.workflow.review import OwnSpan, Ruling
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
    return [mark.quote for mark in settled(project, article, set()).gold]


def test_conflicts_are_alike_whoever_answered_what(twice: Project) -> None:
    found = open_in(twice)
    assert {one.article for one in alike(found["0"], found.values())} == {"1", "2"}
    assert alike(found["3"], found.values()) == []


def test_what_was_decided_is_a_precedent_for_what_is_alike(twice: Project) -> None:
    found = open_in(twice)
    assert Precedents(twice).of(found["1"]) == []
    review.rule(twice, LEAD, found["0"], Ruling(Choice.OPTION, author="nasser", reason="و"))
    precedents = Precedents(twice)
    (one,) = precedents.of(found["1"])
    assert (one.times, one.ruling.author, one.ruling.reason) == (1, "amal", "و")
    assert precedents.of(found["3"]) == precedents.of(found["4"]) == []


def test_what_was_decided_most_often_comes_first(twice: Project) -> None:
    found = open_in(twice)
    review.rule(twice, LEAD, found["0"], Ruling(Choice.NONE))
    review.rule(twice, LEAD, found["1"], Ruling(Choice.NARROWEST))
    assert [one.times for one in Precedents(twice).of(found["2"])] == [1, 1]
    review.undo(twice, LEAD)
    review.rule(twice, LEAD, found["1"], Ruling(Choice.NONE))
    (one,) = Precedents(twice).of(found["2"])
    assert (one.times, one.ruling.choice) == (2, Choice.NONE)


def test_the_same_is_done_again_in_one_act(twice: Project) -> None:
    found = open_in(twice)
    decision = review.rule(twice, LEAD, found["0"], Ruling(Choice.NARROWEST))
    lot = again(twice, decision, open_in(twice).values())
    assert {there.article for there, _ in lot} == {"1", "2"}
    review.rule_all(twice, LEAD, lot)
    assert [gold_in(twice, name) for name in "012"] == [["قسرك"]] * 3
    assert set(open_in(twice)) == {"3", "4"}
    review.undo(twice, LEAD)
    assert set(open_in(twice)) == {"1", "2", "3", "4"}


def test_spans_of_a_lead_s_own_are_carried_over_by_their_words(twice: Project) -> None:
    found = open_in(twice)
    start = found["0"].conflict.start
    own = OwnSpan(start + 2, start + 5, "base")
    decision = review.rule(twice, LEAD, found["0"], Ruling(Choice.SPANS, spans=(own,)))
    review.rule_all(twice, LEAD, again(twice, decision, open_in(twice).values()))
    assert gold_in(twice, "0") == gold_in(twice, "1") == gold_in(twice, "2")
    assert len(gold_in(twice, "1")[0]) == 3


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
    assert alike(one, [one, other]) == []


def test_the_rules_of_the_guidelines_settle_the_seeds_as_their_gold_does(demo: Project) -> None:
    listed = {
        (one["article"], one["start"], one["end"]): one
        for one in map(
            json.loads, (paths.seeds() / "differences.jsonl").read_text("utf-8").splitlines()
        )
    }
    found = list(Reviews(demo).conflicts())
    lot = by_the_rules(found)
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
    assert {there.cause for there, _ in by_the_rules(found, [Cause.QUOTE, Cause.MISSED])} == {
        Cause.QUOTE
    }
