"""Which conflicts belong to a lot, and what would be put in their places."""

import json
from pathlib import Path

from annotator import paths
from annotator.core.causes import Cause
from annotator.core.decisions import Choice
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rulings_of
from annotator.workflow.review.lots import ByTheRules, Majorities, cases
from annotator.workflow.review.settling import Reviews
from tests.workflow.alike import LEAD, again, asked_in, open_in, span


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
        decision = deciding.rule(demo, LEAD, there, ruling)
        put = sorted([one.label, one.start, one.end] for one in decision.outcome)
        assert put == sorted(difference["gold"]), difference


def test_only_the_causes_asked_for_are_settled_by_rule(demo: Project) -> None:
    found = list(Reviews(demo).conflicts())
    lot = ByTheRules(frozenset([Cause.QUOTE, Cause.MISSED]))
    assert {there.cause for there, _ in rulings_of(lot, found)} == {Cause.QUOTE}


def test_no_rule_takes_a_bracket_whose_partner_is_in_the_name(
    project: Project, tmp_path: Path
) -> None:
    add_author(project, LEAD, Role.LEAD)
    answers = (("وكالة (فرانس برس)", "وكالة (فرانس برس"), ("«رويترز", "رويترز"))
    for author, quotes in zip(("amal", "nasser"), zip(*answers, strict=True), strict=True):
        texts = [f"قالت {whole} أمس" for whole, _ in answers]
        lines = [
            {"text": text, "spans": [span(text, quote, "actor")]}
            for text, quote in zip(texts, quotes, strict=True)
        ]
        file = tmp_path / f"{author}.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        import_files(project, [file], Quiet(), author=author)
    found = list(Reviews(project).conflicts())
    assert [there.cause for there in found] == [Cause.QUOTE, Cause.QUOTE]
    ((there, ruling),) = rulings_of(ByTheRules(frozenset([Cause.QUOTE])), found)
    decision = deciding.rule(project, LEAD, there, ruling)
    assert [put.quote for put in decision.outcome] == ["رويترز"]


def test_a_lot_of_majorities_leaves_out_where_there_is_none(twice: Project) -> None:
    assert rulings_of(Majorities(), open_in(twice).values()) == []
    late = twice.path.with_name("late.jsonl")
    text = "1 غادرت القوات إلى وقسرك أمس 1"
    late.write_text(json.dumps({"text": text, "spans": [span(text, "قسرك")]}), "utf-8")
    import_files(twice, [late], Quiet(), author="salma")
    ((there, ruling),) = rulings_of(Majorities(), open_in(twice).values())
    assert (there.article, ruling.choice) == ("1", Choice.MAJORITY)


def test_cases_come_in_the_order_of_the_articles_with_what_each_way_would_put(
    twice: Project,
) -> None:
    found = open_in(twice)
    decision = deciding.rule(twice, LEAD, found["0"], Ruling(Choice.WIDEST))
    ways = [again(twice, found["0"], decision), ByTheRules(frozenset([Cause.CLITIC]))]
    listed = list(cases(twice, ways, [*reversed(asked_in(twice)), ("gone", "x")]))
    assert [case.quotation.article for case in listed] == ["1", "2"]
    for case in listed:
        assert case.cause is Cause.CLITIC
        puts = [[mark.quote for mark in put or ()] for put in case.puts]
        assert puts == [["وقسرك"], ["قسرك"]]


def test_what_is_not_asked_about_is_no_case(twice: Project) -> None:
    (first, *_) = asked_in(twice)
    (one,) = cases(twice, [ByTheRules(frozenset([Cause.CLITIC]))], [first])
    assert (one.article_id, one.conflict) == first


def test_a_way_that_does_not_fit_puts_nothing(twice: Project) -> None:
    found = open_in(twice)
    decision = deciding.rule(twice, LEAD, found["0"], Ruling(Choice.NARROWEST))
    ways = [again(twice, found["0"], decision), Majorities()]
    assert {case.puts[1] for case in cases(twice, ways, asked_in(twice))} == {None}
    assert list(cases(twice, [Majorities()], asked_in(twice))) == []
