"""Values are proposed, confirmed, kept and proposed anew, and none of it hinders an undo."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.core.details import Details
from annotator.core.edits import (
    Confirm,
    Describe,
    Edit,
    Mark,
    Relabel,
    Remove,
    Resize,
    SetState,
)
from annotator.core.errors import InvalidValue, RefusedAct
from annotator.core.model import Article, Layer, LayerState, Role, Span, Status
from annotator.core.progress import Quiet
from annotator.core.values import DateValue, EntryValue, NumberValue, Value
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.details import edit_details
from annotator.workflow.acts.marking import apply, apply_to_many, load_stack, redo, undo
from annotator.workflow.acts.values import changes_for_published
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import find_damage

Bring = Callable[..., object]
TEXT = "غادر 30 جنديا قاعدة قسرك أمس وفي 2026-02-20"
FIGURE, BASE, YESTERDAY = (5, 13), (20, 24), (25, 28)
DAY = (33, 43)
FINISHED = LayerState(Status.FINISHED)


class Desk:
    """An author at work on one article of a project."""

    def __init__(self, project: Project, article: Article, author: str = "amal") -> None:
        self.project, self.article, self.author = project, article, author

    @property
    def layer(self) -> Layer:
        return self.project.layers.load(self.article.id, self.author)

    def do(self, edit: Edit) -> None:
        self.last = apply(self.project, self.article, self.layer, edit)
        assert self.last.layer == self.layer

    def mark(self, place: tuple[int, int], label: str) -> str:
        self.do(Mark(*place, label))
        return self.last.change.put[0].id

    def span(self, span_id: str) -> Span:
        span = self.layer.span(span_id)
        assert span is not None
        return span

    def says(self, span_id: str) -> tuple[Value, bool]:
        span = self.span(span_id)
        return span.value, span.proposed

    def undo(self) -> None:
        (marked,) = undo(self.project, self.layer)
        assert marked.layer == self.layer

    def redo(self) -> None:
        (marked,) = redo(self.project, self.layer)
        assert marked.layer == self.layer

    def publish(self, day: str | None) -> None:
        found = self.project.articles.by_id(self.article.id)
        assert found is not None
        wanted = replace(Details.of(found), published=day)
        edit_details(self.project, found, self.layer, wanted)


@pytest.fixture
def desk(project: Project, bring: Bring) -> Desk:
    bring(project, {"id": "a", "name": "a", "text": TEXT})
    ensure_author(project, "amal")
    (article,) = project.articles.each()
    return Desk(project, article)


def is_whole(desk: Desk) -> bool:
    return list(find_damage(desk.project.path, Quiet())) == []


def test_a_mark_brings_a_value_that_is_proposed(desk: Desk) -> None:
    assert desk.says(desk.mark(DAY, "date")) == (DateValue("2026-02-20"), True)
    assert desk.says(desk.mark(FIGURE, "figure")) == (NumberValue(30, 30, None, "جنديا"), True)
    assert desk.says(desk.mark((0, 4), "figure")) == (None, False)
    assert is_whole(desk)


def test_a_name_of_the_registry_is_proposed_and_a_near_one_is_not(desk: Desk) -> None:
    desk.mark(BASE, "base")
    first = desk.layer.spans[0]
    desk.do(Describe(first.id, value=(EntryValue("e", "قَسرك"),)))
    desk.do(Remove((first.id,)))
    assert desk.says(desk.mark(BASE, "base")) == (EntryValue("e", "قَسرك"), True)
    assert desk.says(desk.mark((BASE[0], BASE[1] - 1), "base")) == (None, False)
    assert desk.says(desk.mark(BASE, "actor")) == (None, False)


def test_another_label_brings_another_value(desk: Desk) -> None:
    span_id = desk.mark(DAY, "date")
    desk.do(Relabel((span_id,), "base"))
    assert desk.says(span_id) == (None, False)
    desk.do(Relabel((span_id,), "date"))
    assert desk.says(span_id) == (DateValue("2026-02-20"), True)


def test_moved_borders_propose_anew_unless_the_value_was_confirmed(desk: Desk) -> None:
    span_id = desk.mark(FIGURE, "figure")
    desk.do(Resize(span_id, 5, 7))
    assert desk.says(span_id) == (NumberValue(30, 30), True)
    desk.do(Confirm((span_id,)))
    desk.do(Resize(span_id, *FIGURE))
    assert desk.says(span_id) == (NumberValue(30, 30), False)


def test_a_note_leaves_the_value_alone(desk: Desk) -> None:
    span_id = desk.mark((0, 4), "figure")
    desk.do(Describe(span_id, note="؟"))
    assert desk.says(span_id) == (None, False)


def test_marks_on_many_articles_bring_values(desk: Desk, bring: Bring) -> None:
    bring(desk.project, {"id": "b", "name": "b", "text": f"{TEXT} b", "published": "2026-02-23"})
    articles = list(desk.project.articles.each())
    layers = [desk.project.layers.load(one.id, "amal") for one in articles]
    edits = [
        (one, layer, Mark(*YESTERDAY, "date")) for one, layer in zip(articles, layers, strict=True)
    ]
    marked = apply_to_many(desk.project, edits)
    assert [one.layer.spans[0].value for one in marked] == [None, DateValue("2026-02-22")]


# -- the day of publication


def test_a_day_of_publication_proposes_dates_and_is_taken_back_with_them(desk: Desk) -> None:
    yesterday, figure = desk.mark(YESTERDAY, "date"), desk.mark(FIGURE, "figure")
    moment = desk.span(yesterday).changed_at
    desk.publish("2026-02-23")
    assert desk.says(yesterday) == (DateValue("2026-02-22"), True)
    assert desk.span(yesterday).changed_at == moment
    assert desk.says(figure)[1]
    assert is_whole(desk)
    desk.undo()
    assert desk.says(yesterday) == (None, False)
    desk.redo()
    assert desk.says(yesterday) == (DateValue("2026-02-22"), True)
    assert is_whole(desk)
    stack = load_stack(desk.project, "a", "amal")
    assert [row.act for row in stack.done] == ["mark", "mark", "details"]


def test_it_reaches_all_layers_keeps_their_status_and_what_was_confirmed(desk: Desk) -> None:
    ensure_author(desk.project, "nasser")
    other = Desk(desk.project, desk.article, "nasser")
    open_, said, confirmed = (
        other.mark(YESTERDAY, "date"),
        other.mark((20, 28), "date"),
        other.mark(DAY, "date"),
    )
    other.do(Describe(said, value=(DateValue("2025"),)))
    other.do(Confirm((confirmed,)))
    other.do(SetState(FINISHED))
    before = other.layer
    desk.publish("2026-02-23")
    assert desk.layer.revision == 0
    assert other.layer.state == FINISHED
    assert other.layer.revision == before.revision + 1
    assert other.says(open_) == (DateValue("2026-02-22"), True)
    assert (other.span(said), other.span(confirmed)) == (before.span(said), before.span(confirmed))
    assert is_whole(desk)
    desk.publish("2026-02-26")
    assert other.says(open_) == (DateValue("2026-02-25"), True)
    desk.publish(None)
    assert other.says(open_) == (None, False)
    assert is_whole(desk)


def test_what_was_confirmed_stays_when_the_day_is_taken_back_and_so_does_the_mark(
    desk: Desk,
) -> None:
    yesterday = desk.mark(YESTERDAY, "date")
    desk.publish("2026-02-23")
    desk.do(Confirm((yesterday,)))
    desk.undo()
    assert desk.says(yesterday) == (DateValue("2026-02-22"), False)
    desk.undo()
    assert desk.layer.spans == ()
    desk.redo()
    desk.redo()
    assert desk.says(yesterday) == (DateValue("2026-02-22"), False)
    assert is_whole(desk)


def test_a_date_marked_by_another_since_is_proposed_anew_when_the_day_is_taken_back(
    desk: Desk,
) -> None:
    ensure_author(desk.project, "nasser")
    other = Desk(desk.project, desk.article, "nasser")
    desk.publish("2026-02-23")
    theirs = other.mark(YESTERDAY, "date")
    assert other.says(theirs) == (DateValue("2026-02-22"), True)
    desk.undo()
    assert other.says(theirs) == (None, False)
    other.undo()
    assert other.layer.spans == ()
    assert is_whole(desk)


def test_a_proposal_from_a_file_comes_back_with_the_day(desk: Desk, bring: Bring) -> None:
    span = {"id": "s", "label": "date", "start": 25, "end": 28, "value": {"edtf": "2020"}}
    line = {"id": "a", "name": "a", "text": TEXT, "author": "amal"}
    bring(desk.project, line | {"spans": [span | {"proposed": True}]})
    desk.publish("2026-02-23")
    assert desk.says("s") == (DateValue("2026-02-22"), True)
    desk.undo()
    assert desk.says("s") == (DateValue("2020"), True)


def test_a_note_goes_back_over_a_day_that_another_set(desk: Desk) -> None:
    ensure_author(desk.project, "huda", Role.LEAD)
    yesterday = desk.mark(YESTERDAY, "date")
    desk.do(Describe(yesterday, note="؟"))
    rows = changes_for_published(desk.project, desk.article, "2026-02-23")
    assert project_acts.do(desk.project, "huda", "articles", rows)
    desk.undo()
    assert desk.says(yesterday) == (DateValue("2026-02-22"), True)
    desk.do(Confirm((yesterday,)))
    desk.undo()
    assert desk.layer.spans == ()
    assert is_whole(desk)


def test_an_act_on_the_project_that_sets_the_day_proposes_once_and_goes_back(desk: Desk) -> None:
    ensure_author(desk.project, "huda", Role.LEAD)
    yesterday = desk.mark(YESTERDAY, "date")
    rows = changes_for_published(desk.project, desk.article, "2026-02-23")
    project_acts.do(desk.project, "amal", "articles", rows)
    assert desk.says(yesterday) == (DateValue("2026-02-22"), True)
    *_, (sequence, *_) = desk.project.history.project_acts()
    told = json.loads(desk.project.history.by_sequence(sequence).done)["rows"]
    assert [key for _, key, _ in told] == ["a", yesterday]
    desk.do(Confirm((yesterday,)))
    project_acts.undo(desk.project, "huda")
    assert desk.says(yesterday) == (DateValue("2026-02-22"), False)
    project_acts.redo(desk.project, "huda")
    assert desk.says(yesterday) == (DateValue("2026-02-22"), False)
    assert is_whole(desk)


def test_a_value_said_later_keeps_an_act_over_several_articles(desk: Desk, bring: Bring) -> None:
    bring(desk.project, {"id": "b", "name": "b", "text": f"{TEXT} b"})
    articles = list(desk.project.articles.each())
    apply_to_many(
        desk.project,
        [(one, desk.project.layers.load(one.id, "amal"), Mark(*DAY, "date")) for one in articles],
    )
    desk.do(Describe(desk.layer.spans[0].id, value=(DateValue("2025"),)))
    with pytest.raises(RefusedAct, match="changed since, in a"):
        undo(desk.project, desk.project.layers.load("b", "amal"))
    desk.do(Describe(desk.layer.spans[0].id, value=(None,)))
    with pytest.raises(RefusedAct, match="changed since, in a"):
        undo(desk.project, desk.project.layers.load("b", "amal"))


@pytest.mark.parametrize("day", ["2026", "2026-02-30", "٢٣ شباط", "2026-02"])
def test_what_is_no_day_is_refused(desk: Desk, day: str) -> None:
    with pytest.raises(InvalidValue, match=r"no full day|there is no such day"):
        desk.publish(day)
    assert changes_for_published(desk.project, desk.article, None) == ()
