"""What a lead decides, on the demo project: its gold, what takes it back, who may decide."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.core.adjudication import Settled
from annotator.core.decisions import Choice
from annotator.core.edits import Edit, Mark, Remove, SetState
from annotator.core.errors import RefusedAct
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, LayerState, Role, Status
from annotator.core.progress import Quiet
from annotator.core.values import DateValue, EntryValue
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.people.authors import add_author, rename_author
from annotator.workflow.project.labels import change_labels, merge_labels
from annotator.workflow.project.trash import empty_trash, remove_article, restore_article
from annotator.workflow.projects import find_damage, status
from annotator.workflow.registry import registry
from annotator.workflow.review import deciding
from annotator.workflow.review.accepting import accept_layers, accept_singles
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.rulings import RulingLine, read_rulings
from annotator.workflow.review.settling import OpenConflict, Reviews, settled

LEAD = "huda"


@pytest.fixture
def reviews(demo: Project) -> Reviews:
    return Reviews(demo)


def first_with(reviews: Reviews, cause: str) -> OpenConflict:
    return next(one for one in reviews.conflicts() if one.cause == cause)


def state_of(project: Project, article_id: str) -> Settled:
    article = project.articles.by_id(article_id)
    assert article is not None
    return settled(project, article)


def article_of(project: Project, there: OpenConflict) -> Article:
    article = project.articles.by_id(there.article_id)
    assert article is not None
    return article


def marked(project: Project, layer: Layer, edit: Edit) -> Layer:
    article = project.articles.by_id(layer.article_id)
    assert article is not None
    return marking.apply(project, article, layer, edit).layer


def told(spans: Iterable[dict[str, Any]]) -> set[tuple[int, int, str, str]]:
    """Return what counts of spans in JSON: of an entry, its id."""
    found = set()
    for one in spans:
        value = one["value"].get("entry", one["value"])
        found.add((one["start"], one["end"], one["label"], json.dumps(value, sort_keys=True)))
    return found


def expected_gold() -> dict[str, set[tuple[int, int, str, str]]]:
    source = (paths.seeds() / "gold.jsonl").read_text("utf-8")
    return {line["name"]: told(line["spans"]) for line in map(json.loads, source.splitlines())}


def settle_as_the_seeds_say(project: Project, reviews: Reviews) -> None:
    gold = {
        line["name"]: line["spans"]
        for line in map(json.loads, (paths.seeds() / "gold.jsonl").read_text("utf-8").splitlines())
    }
    listed = {
        (one["article"], one["start"], one["end"]): one
        for one in map(
            json.loads, (paths.seeds() / "differences.jsonl").read_text("utf-8").splitlines()
        )
    }
    rulings = []
    for there in reviews.conflicts():
        difference = listed[there.article, there.conflict.start, there.conflict.end]
        places = {(start, end, label) for label, start, end in difference["gold"]}
        file = Path(project.path.with_name("rulings.jsonl"))
        spans = [
            {key: one[key] for key in ("label", "start", "end", "quote", "value")}
            for one in gold[there.article]
            if (one["start"], one["end"], one["label"]) in places
        ]
        line = {"conflict": there.conflict.id, "choice": "spans", "spans": spans}
        file.write_text(json.dumps(line), "utf-8")
        (read,) = read_rulings(file)
        assert isinstance(read, RulingLine)
        assert read.conflict == there.conflict.id
        rulings.append((there, read.ruling))
    report = rule_all(project, LEAD, rulings)
    assert (report.decided, report.refused) == (35, [])


def test_the_demo_settled_as_the_seeds_say_has_the_gold_of_the_seeds(
    demo: Project, reviews: Reviews
) -> None:
    settle_as_the_seeds_say(demo, reviews)
    expected = expected_gold()
    for name, spans in expected.items():
        article = demo.articles.by_name(name)
        assert article is not None
        state = settled(demo, article)
        assert told(one.to_json() for one in state.gold) == spans
        assert state.ready
    counted = status(demo, Quiet())
    assert (counted.ready, counted.conflicts_open) == (len(expected), 0)


def test_one_undo_takes_a_whole_lot_back_and_redo_brings_it_again(
    demo: Project, demo_path: Path, reviews: Reviews
) -> None:
    before = [one.conflict.id for one in reviews.conflicts()]
    settle_as_the_seeds_say(demo, reviews)
    gold = [state_of(demo, one.article_id).gold for one in reviews.all()]
    assert deciding.undo(demo, LEAD).act == deciding.DECIDE_ALL
    assert [one.conflict.id for one in reviews.conflicts()] == before
    demo.close()
    with Project.open(demo_path) as again:
        deciding.redo(again, LEAD)
        anew = Reviews(again)
        assert list(anew.conflicts()) == []
        assert [state_of(again, one.article_id).gold for one in anew.all()] == gold
    assert list(find_damage(demo_path, Quiet())) == []


def test_decisions_have_a_stack_of_their_own(demo: Project, reviews: Reviews) -> None:
    there = first_with(reviews, "clitic")
    registry.add_entry(demo, LEAD, "base", "موقع لا وجود له")
    deciding.rule(demo, LEAD, there, Ruling(Choice.WIDEST))
    assert project_acts.undo(demo, LEAD).act == "entry"
    with pytest.raises(RefusedAct, match="was an import"):
        project_acts.undo(demo, LEAD)
    assert deciding.undo(demo, LEAD).act == deciding.DECIDE
    with pytest.raises(RefusedAct, match="nothing to undo"):
        deciding.undo(demo, LEAD)


def test_a_lead_goes_back_through_her_own_decisions_alone(demo: Project, reviews: Reviews) -> None:
    add_author(demo, "salma", Role.LEAD)
    mine, hers = first_with(reviews, "clitic"), first_with(reviews, "quote")
    deciding.rule(demo, LEAD, mine, Ruling(Choice.WIDEST))
    deciding.rule(demo, "salma", hers, Ruling(Choice.WIDEST))
    deciding.undo(demo, LEAD)
    assert {mine.conflict.id} <= {one.conflict.id for one in reviews.conflicts()}
    assert hers.conflict.id not in {one.conflict.id for one in reviews.conflicts()}


@pytest.mark.parametrize("who", ["amal", "nasser"])
def test_only_a_lead_decides(demo: Project, reviews: Reviews, who: str) -> None:
    there = first_with(reviews, "missed")
    article = article_of(demo, there)
    for act in (
        lambda: deciding.rule(demo, who, there, Ruling(Choice.NONE)),
        lambda: rule_all(demo, who, []),
        lambda: accept_singles(demo, who),
        lambda: accept_layers(demo, who, Choice.SET_ASIDE, [(article.id, "amal")]),
        lambda: deciding.overrule(demo, who, article, [], [OwnSpan(0, 3, "base")]),
    ):
        with pytest.raises(RefusedAct, match="Only a lead"):
            act()


def test_a_conflict_that_is_decided_is_no_longer_open(demo: Project, reviews: Reviews) -> None:
    there = first_with(reviews, "missed")
    deciding.rule(demo, LEAD, there, Ruling(Choice.NONE))
    with pytest.raises(RefusedAct, match="is not open"):
        deciding.rule(demo, LEAD, there, Ruling(Choice.NONE))
    assert demo.decisions.count() == 1


def test_a_stale_decision_is_replaced_and_comes_back_with_undo(
    demo: Project, reviews: Reviews
) -> None:
    there = first_with(reviews, "quote")
    first = deciding.rule(demo, LEAD, there, Ruling(Choice.NARROWEST))
    who, drawn = there.conflict.spans[0]
    layer = demo.layers.load(there.article_id, who)
    after = marked(demo, layer, Remove((drawn.id,)))
    marked(demo, after, SetState(LayerState(Status.FINISHED)))
    (stale,) = [one for one in reviews.conflicts() if one.conflict.stale]
    assert stale.conflict.stale == (first.id,)
    assert [one.place for one in stale.conflict.draft] == [one.place for one in first.outcome]
    second = deciding.rule(demo, LEAD, stale, Ruling(Choice.NONE))
    assert [one.id for one in demo.decisions.on_article(there.article_id)] == [second.id]
    deciding.undo(demo, LEAD)
    assert [one.id for one in demo.decisions.on_article(there.article_id)] == [first.id]


def test_an_agreed_span_is_overruled_from_the_text_and_again(
    demo: Project, reviews: Reviews
) -> None:
    there = first_with(reviews, "clitic")
    article = article_of(demo, there)
    gold = state_of(demo, article.id).gold.spans[0]
    deciding.overrule(demo, LEAD, article, [gold.place], [OwnSpan(gold.start, gold.end, "figure")])
    changed = {one.place for one in state_of(demo, article.id).gold}
    assert (gold.start, gold.end, "figure") in changed
    assert gold.place not in changed
    deciding.overrule(demo, LEAD, article, [(gold.start, gold.end, "figure")], [])
    assert (gold.start, gold.end) not in {one.place[:2] for one in state_of(demo, article.id).gold}
    assert demo.decisions.count() == 1
    deciding.undo(demo, LEAD)
    deciding.undo(demo, LEAD)
    assert gold.place in {one.place for one in state_of(demo, article.id).gold}


def test_what_all_missed_is_added(demo: Project, reviews: Reviews) -> None:
    article = article_of(demo, first_with(reviews, "clitic"))
    added = OwnSpan(0, 4, "date", DateValue("2026-02"))
    deciding.overrule(demo, LEAD, article, [], [added])
    found = [one for one in state_of(demo, article.id).gold if one.place == (0, 4, "date")]
    assert [(one.value, one.origin) for one in found] == [(DateValue("2026-02"), "decision")]


@pytest.mark.parametrize(
    ("span", "sentence"),
    [
        (OwnSpan(0, 10**9, "base"), "lies outside the text"),
        (OwnSpan(3, 3, "base"), "lies outside the text"),
        (OwnSpan(0, 4, "nonsense"), "no label"),
        (OwnSpan(0, 4, "base", DateValue("2026")), "cannot have a value of this kind"),
        (OwnSpan(0, 4, "base", quote="nonsense"), "not “nonsense”"),
    ],
)
def test_spans_that_cannot_stand_are_refused(
    demo: Project, reviews: Reviews, span: OwnSpan, sentence: str
) -> None:
    there = first_with(reviews, "clitic")
    with pytest.raises(Exception, match=sentence):
        deciding.overrule(demo, LEAD, article_of(demo, there), [], [span])
    ruling = Ruling(Choice.SPANS, spans=(span,))
    with pytest.raises(Exception, match=sentence):
        deciding.rule(demo, LEAD, there, ruling)
    assert demo.decisions.count() == 0


def test_nothing_is_no_decision(demo: Project, reviews: Reviews) -> None:
    article = article_of(demo, first_with(reviews, "clitic"))
    with pytest.raises(RefusedAct, match="nothing to decide"):
        deciding.overrule(demo, LEAD, article, [], [])


def test_what_is_no_longer_gold_is_not_overruled_unseen(demo: Project, reviews: Reviews) -> None:
    article = article_of(demo, first_with(reviews, "clitic"))
    gold = state_of(demo, article.id).gold.spans[0]
    layer = demo.layers.load(article.id, "nasser")
    there = next(span for span in layer if span.place == gold.place)
    after = marked(demo, layer, Remove((there.id,)))
    marked(demo, after, SetState(LayerState(Status.FINISHED)))
    with pytest.raises(RefusedAct, match="changed meanwhile"):
        deciding.overrule(demo, LEAD, article, [gold.place], [])
    assert demo.decisions.count() == 0


def test_what_a_stale_decision_asks_again_is_decided_there_and_not_overruled(
    demo: Project, reviews: Reviews
) -> None:
    there = first_with(reviews, "clitic")
    article = article_of(demo, there)
    (_, agreed), (other, theirs) = there.conflict.spans
    deciding.rule(demo, LEAD, there, Ruling(Choice.OPTION, author=other))
    layer = demo.layers.load(article.id, other)
    after = marked(demo, layer, Remove((theirs.id,)))
    after = marked(demo, after, Mark(*agreed.place))
    marked(demo, after, SetState(LayerState(Status.FINISHED)))
    (stale,) = [one for one in reviews.conflicts() if one.conflict.stale]
    assert {span.place for _, span in stale.conflict.spans} == {agreed.place}
    with pytest.raises(RefusedAct, match="changed meanwhile"):
        deciding.overrule(demo, LEAD, article, [agreed.place], [])


def test_what_is_marked_in_the_text_gets_the_value_that_is_proposed_for_it(
    demo: Project, reviews: Reviews
) -> None:
    article = next(
        one for one in map(demo.articles.by_id, demo.articles.names()) if "عام 2015" in one.text
    )
    start = article.text.index("عام 2015") + len("عام ")
    deciding.overrule(demo, LEAD, article, [], [OwnSpan(start, start + 4, "date")])
    (year,) = [one for one in state_of(demo, article.id).gold if one.start == start]
    assert year.value == DateValue("2015")


def test_a_reason_that_cannot_be_stored_is_refused(demo: Project, reviews: Reviews) -> None:
    there = first_with(reviews, "clitic")
    for reason in ("\0", "\ud800"):
        ruling = Ruling(Choice.WIDEST, reason=reason)
        with pytest.raises(RefusedAct, match="reason"):
            deciding.rule(demo, LEAD, there, ruling)


# -- single layers, and those set aside


def test_a_layer_that_was_set_aside_is_excused(demo: Project, reviews: Reviews) -> None:
    there = first_with(reviews, "clitic")
    layer = demo.layers.load(there.article_id, "nasser")
    asked = [(there.article_id, "nasser")]
    assert accept_layers(demo, LEAD, Choice.SET_ASIDE, asked).done == []
    marked(demo, layer, SetState(LayerState(Status.SET_ASIDE, "a copy")))
    assert state_of(demo, there.article_id).unfinished == ("nasser",)
    assert accept_layers(demo, LEAD, Choice.SET_ASIDE, asked, "it is one").decided == 1
    accept_singles(demo, LEAD)
    assert state_of(demo, there.article_id).ready


# -- what else happens to a project


def test_decisions_follow_an_author_who_is_renamed(demo: Project, reviews: Reviews) -> None:
    settle_as_the_seeds_say(demo, reviews)
    rename_author(demo, "amal", "أمل")
    rename_author(demo, LEAD, "هدى")
    assert list(reviews.conflicts()) == []
    deciding.undo(demo, "هدى")
    deciding.redo(demo, "هدى")
    assert list(reviews.conflicts()) == []


def test_merging_entries_makes_no_decision_stale(demo: Project, reviews: Reviews) -> None:
    settle_as_the_seeds_say(demo, reviews)
    one, other = (registry.add_entry(demo, LEAD, "base", name) for name in ("أ أ", "ب ب"))
    article = article_of(demo, next(iter(_conflicts_before(demo))))
    value = EntryValue(one.id, one.name)
    deciding.overrule(demo, LEAD, article, [], [OwnSpan(0, 4, "base", value)])
    registry.merge(demo, LEAD, one.id, other.id)
    (put,) = [span for span in state_of(demo, article.id).gold if span.place == (0, 4, "base")]
    assert put.value == EntryValue(other.id, other.name)
    assert state_of(demo, article.id).ready


def _conflicts_before(project: Project) -> list[OpenConflict]:
    deciding.undo(project, LEAD)
    found = list(Reviews(project).conflicts())
    deciding.redo(project, LEAD)
    return found


def test_reviews_look_again_only_at_what_has_changed(demo: Project, reviews: Reviews) -> None:
    before = {one.article_id: one for one in reviews.all()}
    there = first_with(reviews, "clitic")
    deciding.rule(demo, LEAD, there, Ruling(Choice.WIDEST))
    after = {one.article_id: one for one in reviews.all()}
    assert {one for one in after if after[one] is not before[one]} == {there.article_id}


def test_a_decision_is_saved_with_its_act_or_not_at_all(
    demo: Project, demo_path: Path, reviews: Reviews
) -> None:
    there = first_with(reviews, "clitic")
    with closing(sqlite3.connect(demo_path)) as other, other:
        other.execute(
            """CREATE TRIGGER refuse BEFORE INSERT ON history
               BEGIN SELECT RAISE(ABORT, 'disk full'); END"""
        )
    with pytest.raises(Exception, match="disk full"):
        deciding.rule(demo, LEAD, there, Ruling(Choice.WIDEST))
    assert demo.decisions.count() == 0
    with closing(sqlite3.connect(demo_path)) as other:
        assert other.execute("SELECT count(*) FROM decisions").fetchone() == (0,)


def test_merging_labels_makes_no_decision_stale(
    demo: Project, demo_path: Path, reviews: Reviews
) -> None:
    settle_as_the_seeds_say(demo, reviews)
    before = {
        one.article: [mark.place for mark in state_of(demo, one.article_id).gold]
        for one in reviews.all()
    }
    merge_labels(demo, LEAD, "base", "actor")
    assert list(reviews.conflicts()) == []
    for one in reviews.all():
        assert [mark.place for mark in state_of(demo, one.article_id).gold] == sorted(
            {
                (start, end, "actor" if label == "base" else label)
                for start, end, label in before[one.article]
            },
            key=lambda place: (place[0], -place[1], place[2]),
        )
    project_acts.undo(demo, LEAD)
    assert list(reviews.conflicts()) == []
    assert list(find_damage(demo_path, Quiet())) == []


def test_a_label_that_only_a_decision_has_does_not_go(demo: Project, reviews: Reviews) -> None:
    there = first_with(reviews, "clitic")
    known = demo.labels.load()
    extra = replace(known["figure"], name="place", key="9", colour="#123456")
    change_labels(demo, LEAD, LabelSet((*known, extra)), {}, seen=known)
    own = OwnSpan(there.conflict.start, there.conflict.end, "place")
    deciding.rule(demo, LEAD, there, Ruling(Choice.SPANS, spans=(own,)))
    with pytest.raises(RefusedAct, match=r"in use \(spans: 1, entries: 0\)"):
        change_labels(demo, LEAD, known, {}, seen=demo.labels.load())
    merge_labels(demo, LEAD, "place", "base")
    assert "place" not in demo.labels.load()
    assert any(
        mark.place == (own.start, own.end, "base") for mark in state_of(demo, there.article_id).gold
    )


def test_decisions_on_a_removed_article_hold_again_when_it_is_restored(
    demo: Project, demo_path: Path, reviews: Reviews
) -> None:
    settle_as_the_seeds_say(demo, reviews)
    first = reviews.all()[0]
    article = demo.articles.by_id(first.article_id)
    assert article is not None
    gold = state_of(demo, article.id).gold
    remove_article(demo, LEAD, article)
    merge_labels(demo, LEAD, "base", "actor")
    assert list(find_damage(demo_path, Quiet())) == []
    restore_article(demo, LEAD, article.id)
    assert state_of(demo, article.id).ready
    assert len(state_of(demo, article.id).gold.spans) == len(gold.spans)
    project_acts.undo(demo, LEAD)
    project_acts.undo(demo, LEAD)
    project_acts.undo(demo, LEAD)
    assert state_of(demo, article.id).gold == gold
    assert list(find_damage(demo_path, Quiet())) == []


def test_an_emptied_trash_holds_no_decisions(
    demo: Project, demo_path: Path, reviews: Reviews
) -> None:
    settle_as_the_seeds_say(demo, reviews)
    before = demo.decisions.count()
    first = reviews.all()[0]
    article = demo.articles.by_id(first.article_id)
    assert article is not None
    gone = len(demo.decisions.on_article(article.id))
    remove_article(demo, LEAD, article)
    empty_trash(demo, LEAD)
    assert demo.decisions.count() == before - gone < before
    assert list(find_damage(demo_path, Quiet())) == []
