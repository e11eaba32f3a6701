from collections.abc import Callable

import pytest

from annotator.core.edits import Confirm, Describe, Mark, Remove, SetState
from annotator.core.errors import AnnotatorError, InvalidValue, RefusedAct, UnknownName
from annotator.core.model import Article, LayerState, Status
from annotator.core.progress import Quiet
from annotator.core.values import DateValue, EntryValue, TextValue, Value
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply, apply_to_many, load_stack, redo, undo
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import find_damage

Bring = Callable[..., object]
TEXT = "غادر رتل قاعدة قسرك أمس"
FINISHED = LayerState(Status.FINISHED)


@pytest.fixture
def articles(project: Project, bring: Bring) -> list[Article]:
    bring(project, *({"id": name, "name": name, "text": f"{TEXT} {name}"} for name in "abc"))
    ensure_author(project, "amal")
    return list(project.articles.each())


def stack(project: Project, article: Article) -> tuple[list[str], list[str]]:
    now = load_stack(project, article.id, "amal")
    return [row.act for row in now.done], [row.act for row in now.undone]


def test_an_edit_is_saved_at_once(project: Project, articles: list[Article]) -> None:
    marked = apply(project, articles[0], project.layers.load("a", "amal"), Mark(15, 19, "base"))
    with Project.open(project.path) as other:
        layer = other.layers.load("a", "amal")
    assert layer == marked.layer
    assert (layer.revision, layer.status, layer.spans[0].quote) == (1, Status.IN_PROGRESS, "قسرك")
    assert marked.sequence == load_stack(project, "a", "amal").done[-1].sequence


def test_undo_takes_the_status_back_and_redo_brings_the_same_span(
    project: Project, articles: list[Article]
) -> None:
    layer = apply(project, articles[0], project.layers.load("a", "amal"), SetState(FINISHED)).layer
    marked = apply(project, articles[0], layer, Mark(15, 19, "base"))
    (undone,) = undo(project, marked.layer)
    assert (undone.layer.spans, undone.layer.status) == ((), Status.FINISHED)
    (redone,) = redo(project, undone.layer)
    assert (redone.layer.status, redone.layer.revision) == (Status.IN_PROGRESS, 4)
    assert redone.layer.spans[0].id == marked.layer.spans[0].id
    assert project.layers.load("a", "amal") == redone.layer


def test_there_is_nothing_to_undo_or_redo_at_first(
    project: Project, articles: list[Article]
) -> None:
    layer = project.layers.load("a", "amal")
    with pytest.raises(RefusedAct, match="nothing to undo"):
        undo(project, layer)
    with pytest.raises(RefusedAct, match="nothing to redo"):
        redo(project, layer)


def test_what_changes_nothing_leaves_no_row(project: Project, articles: list[Article]) -> None:
    layer = project.layers.load("a", "amal")
    assert apply(project, articles[0], layer, Remove(())).sequence == 0
    assert stack(project, articles[0]) == ([], [])
    assert project.layers.revision("a", "amal") == 0


@pytest.mark.parametrize("edit", [Mark(0, 999, "base"), Mark(0, 4, "person"), Remove(("gone",))])
def test_an_edit_that_is_refused_changes_nothing(
    project: Project, articles: list[Article], edit: object
) -> None:
    layer = project.layers.load("a", "amal")
    with pytest.raises(AnnotatorError):
        apply(project, articles[0], layer, edit)  # type: ignore[arg-type]
    assert project.layers.load("a", "amal").revision == 0
    assert stack(project, articles[0]) == ([], [])


def test_an_unknown_label_is_told(project: Project, articles: list[Article]) -> None:
    with pytest.raises(UnknownName, match="no label “person”"):
        apply(project, articles[0], project.layers.load("a", "amal"), Mark(0, 4, "person"))


def test_an_edit_is_made_on_what_another_window_left(
    project: Project, articles: list[Article]
) -> None:
    seen = project.layers.load("a", "amal")
    with Project.open(project.path) as other:
        apply(other, articles[0], seen, Mark(0, 4, "actor"))
    now = apply(project, articles[0], seen, Mark(15, 19, "base")).layer
    assert [(span.quote, span.label) for span in now] == [("غادر", "actor"), ("قسرك", "base")]
    with pytest.raises(RefusedAct, match="marked as base already"):
        apply(project, articles[0], seen, Mark(15, 19, "base"))


def test_a_note_stays_when_the_mark_below_it_cannot_be_undone(
    project: Project, articles: list[Article]
) -> None:
    marked = apply(
        project, articles[0], project.layers.load("a", "amal"), Mark(15, 19, "base")
    ).layer
    noted = apply(project, articles[0], marked, Describe(marked.spans[0].id, note="؟")).layer
    undone = undo(project, noted)[0].layer
    assert undone.spans[0].note == ""
    assert undo(project, undone)[0].layer.spans == ()
    assert stack(project, articles[0]) == ([], ["note", "mark"])


def mark_all(project: Project, articles: list[Article]) -> None:
    apply_to_many(
        project,
        [(one, project.layers.load(one.id, "amal"), Mark(15, 19, "base")) for one in articles],
    )


def spans(project: Project) -> list[int]:
    return [len(project.layers.load(article, "amal").spans) for article in "abc"]


def test_an_act_over_several_articles_is_one_act(project: Project, articles: list[Article]) -> None:
    mark_all(project, articles)
    assert [stack(project, article) for article in articles] == [(["mark"], [])] * 3
    marked = undo(project, project.layers.load("b", "amal"))
    assert [one.layer.article_id for one in marked] == ["b", "a", "c"]
    assert spans(project) == [0, 0, 0]
    assert [stack(project, article) for article in articles] == [([], ["mark"])] * 3
    redo(project, project.layers.load("c", "amal"))
    assert spans(project) == [1, 1, 1]


def test_an_act_over_several_articles_is_done_in_all_or_none(
    project: Project, articles: list[Article]
) -> None:
    apply(project, articles[2], project.layers.load("c", "amal"), Mark(15, 19, "base"))
    with pytest.raises(RefusedAct):
        mark_all(project, articles)
    assert spans(project) == [0, 0, 1]


def test_an_act_is_undone_whole_or_the_articles_are_named(
    project: Project, articles: list[Article]
) -> None:
    mark_all(project, articles)
    layer = project.layers.load("b", "amal")
    apply(project, articles[1], layer, Describe(layer.spans[0].id, note="؟"))
    with pytest.raises(RefusedAct, match=r"changed since, in b. Nothing was changed"):
        undo(project, project.layers.load("a", "amal"))
    assert spans(project) == [1, 1, 1]
    assert stack(project, articles[0]) == (["mark"], [])


def test_a_later_act_keeps_the_status_of_its_article(
    project: Project, articles: list[Article]
) -> None:
    mark_all(project, articles)
    apply(project, articles[1], project.layers.load("b", "amal"), SetState(FINISHED))
    undo(project, project.layers.load("a", "amal"))
    assert [project.layers.load(one, "amal").status for one in "abc"] == [
        Status.NEW,
        Status.FINISHED,
        Status.NEW,
    ]


def test_redo_ends_with_something_new_on_any_stack_the_act_stands_in(
    project: Project, articles: list[Article]
) -> None:
    mark_all(project, articles)
    undo(project, project.layers.load("a", "amal"))
    apply(project, articles[1], project.layers.load("b", "amal"), Mark(0, 4, "actor"))
    assert [stack(project, article)[1] for article in articles] == [[], [], []]
    with pytest.raises(RefusedAct, match="nothing to redo"):
        redo(project, project.layers.load("c", "amal"))


def test_stacks_are_one_author_s_own(project: Project, articles: list[Article]) -> None:
    ensure_author(project, "nasser")
    apply(project, articles[0], project.layers.load("a", "amal"), Mark(15, 19, "base"))
    with pytest.raises(RefusedAct, match="nothing to undo"):
        undo(project, project.layers.load("a", "nasser"))


def test_an_author_who_is_not_there_is_told(project: Project, articles: list[Article]) -> None:
    with pytest.raises(UnknownName, match="no author “huda”"):
        apply(project, articles[0], project.layers.load("a", "huda"), Mark(15, 19, "base"))
    assert project.layers.of_article("a") == []


@pytest.mark.parametrize("value", [DateValue("2026"), TextValue("x"), EntryValue("", "x")])
def test_a_value_that_the_label_cannot_have_is_refused(
    project: Project, articles: list[Article], value: Value
) -> None:
    layer = project.layers.load("a", "amal")
    layer = apply(project, articles[0], layer, Mark(15, 19, "base")).layer
    with pytest.raises(InvalidValue):
        apply(project, articles[0], layer, Describe(layer.spans[0].id, value=(value,)))
    assert project.layers.load("a", "amal") == layer


def test_an_entry_that_a_span_means_comes_into_the_registry(
    project: Project, articles: list[Article]
) -> None:
    layer = project.layers.load("a", "amal")
    for start, end in [(0, 4), (15, 19)]:
        layer = apply(project, articles[0], layer, Mark(start, end, "base")).layer
    for span, value in zip(layer, [EntryValue("e", "قسرك"), EntryValue("f", "قَسرك")], strict=True):
        layer = apply(project, articles[0], layer, Describe(span.id, value=(value,))).layer
    assert [span.value for span in layer] == [EntryValue("e", "قسرك"), EntryValue("e", "قَسرك")]
    assert project.layers.load("a", "amal") == layer
    assert list(find_damage(project.path, Quiet())) == []


def test_confirming_a_value_is_no_act(project: Project, bring: Bring) -> None:
    span = {"id": "s", "label": "date", "start": 20, "end": 23, "value": {"edtf": "2026"}}
    bring(
        project, {"id": "a", "text": TEXT, "author": "amal", "spans": [span | {"proposed": True}]}
    )
    (article,) = project.articles.each()
    noted = apply(project, article, project.layers.load("a", "amal"), Describe("s", note="؟")).layer
    layer = apply(project, article, noted, SetState(FINISHED)).layer
    confirmed = apply(project, article, layer, Confirm(("s",)))
    assert (confirmed.sequence, confirmed.layer.status) == (0, Status.FINISHED)
    assert confirmed.layer.revision == layer.revision + 1
    assert not confirmed.layer.spans[0].proposed
    assert project.layers.load("a", "amal") == confirmed.layer
    assert stack(project, article) == (["note", "finish"], [])
    assert list(find_damage(project.path, Quiet())) == []
    undone = undo(project, undo(project, confirmed.layer)[0].layer)[0].layer
    assert (undone.spans[0].note, undone.spans[0].proposed) == ("", False)
    redone = redo(project, undone)[0].layer
    assert (redone.spans[0].note, redone.spans[0].proposed) == ("؟", False)
    assert list(find_damage(project.path, Quiet())) == []
