"""What was done before a merge of labels, and after it, is taken back and done again."""

import pytest

from annotator.arabic import ARABIC
from annotator.core.edits import MarkAll, Relabel, Remove, Resize
from annotator.core.errors import RefusedAct
from annotator.core.values import DateValue
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.acts.project_acts import redo, undo
from annotator.workflow.project.labels import (
    change_labels,
    merge_labels,
    remove_label,
)
from tests.workflow.labelled import (
    PLACE,
    a_layer,
    damage,
    describe,
    dump,
    mark,
    with_new,
    without_values,
)


@pytest.fixture
def project(demo: Project) -> Project:
    """The demo, but without values: any label can be merged into any other."""
    return without_values(demo)


def test_acts_from_before_a_merge_are_taken_back_and_done_again_after_it(
    project: Project,
) -> None:
    first, second = mark(project, "noor", (0, 4, "date"), (5, 9, "date"))
    article = next(project.articles.each())
    marking.apply(project, article, a_layer(project, "noor"), Remove((second,)))
    merge_labels(project, "huda", "date", "figure")
    marking.undo(project, a_layer(project, "noor"))
    assert {(s.id, s.label) for s in a_layer(project, "noor")} == {
        (first, "figure"),
        (second, "figure"),
    }
    for _ in range(2):
        marking.undo(project, a_layer(project, "noor"))
    assert a_layer(project, "noor").spans == ()
    assert damage(project) == []
    for _ in range(3):
        marking.redo(project, a_layer(project, "noor"))
    assert [(s.id, s.label) for s in a_layer(project, "noor")] == [(first, "figure")]
    assert damage(project) == []
    undo(project, "huda")
    assert [(s.id, s.label) for s in a_layer(project, "noor")] == [(first, "date")]
    marking.undo(project, a_layer(project, "noor"))
    assert {(s.id, s.label) for s in a_layer(project, "noor")} == {
        (first, "date"),
        (second, "date"),
    }
    assert damage(project) == []


def test_labels_that_were_merged_one_after_the_other_are_followed(project: Project) -> None:
    first, second = mark(project, "noor", (0, 4, "date"), (5, 9, "date"))
    article = next(project.articles.each())
    marking.apply(project, article, a_layer(project, "noor"), Remove((second,)))
    merge_labels(project, "huda", "date", "figure")
    marking.undo(project, a_layer(project, "noor"))
    merge_labels(project, "huda", "figure", "actor")
    for left in ([first], []):
        marking.undo(project, a_layer(project, "noor"))
        assert [s.id for s in a_layer(project, "noor")] == left
    for _ in range(2):
        marking.redo(project, a_layer(project, "noor"))
    assert {(s.id, s.label) for s in a_layer(project, "noor")} == {
        (first, "actor"),
        (second, "actor"),
    }
    assert damage(project) == []


@pytest.mark.parametrize("count", [1, 60], ids=["of a few spans", "of many spans"])
def test_acts_between_a_merge_and_its_undo_are_taken_back_after_it(
    project: Project, count: int
) -> None:
    article = next(project.articles.each())
    first, *words = list(ARABIC.words(article.text))[: count + 1]
    (span,) = mark(project, "noor", (*first, "date"))
    merge_labels(project, "huda", "date", "figure")
    describe(project, "noor", span, note="ملاحظة")
    marking.apply(project, article, a_layer(project, "noor"), MarkAll(tuple(words), "figure"))
    undo(project, "huda")
    places = [(s.start, s.end, s.label) for s in a_layer(project, "noor")]
    assert places == [(*first, "date"), *((*word, "figure") for word in words)]
    assert damage(project) == []
    for _ in range(2):
        marking.undo(project, a_layer(project, "noor"))
    (left,) = a_layer(project, "noor").spans
    assert (left.id, left.label, left.note) == (span, "date", "")
    redo(project, "huda")
    marking.redo(project, a_layer(project, "noor"))
    (again,) = a_layer(project, "noor").spans
    assert (again.label, again.note) == ("figure", "ملاحظة")
    marking.redo(project, a_layer(project, "noor"))
    assert {s.label for s in a_layer(project, "noor")} == {"figure"}
    assert len(a_layer(project, "noor").spans) == count + 1
    assert damage(project) == []


def test_a_span_that_became_part_of_another_cannot_be_taken_back(project: Project) -> None:
    mark(project, "noor", (0, 4, "figure"), (0, 4, "date"))
    merge_labels(project, "huda", "date", "figure")
    layer = a_layer(project, "noor")
    with pytest.raises(RefusedAct, match="changed since"):
        marking.undo(project, layer)
    assert a_layer(project, "noor") == layer
    undo(project, "huda")
    marking.undo(project, a_layer(project, "noor"))
    assert [s.label for s in a_layer(project, "noor")] == ["figure"]


def test_a_merge_stays_once_a_span_it_moved_is_gone_or_says_something_else(
    project: Project,
) -> None:
    (span,) = mark(project, "noor", (0, 4, "date"))
    article = next(project.articles.each())
    merge_labels(project, "huda", "date", "figure")
    for edit in (Remove((span,)), Relabel((span,), "base")):
        marking.apply(project, article, a_layer(project, "noor"), edit)
        before = dump(project)
        with pytest.raises(RefusedAct, match="changed again since"):
            undo(project, "huda")
        assert dump(project) == before
        marking.undo(project, a_layer(project, "noor"))
    undo(project, "huda")
    assert a_layer(project, "noor").span(span).label == "date"


def test_a_span_that_stands_where_another_is_to_return_refuses_the_undo(project: Project) -> None:
    kept, gone, other = mark(project, "noor", (0, 4, "figure"), (0, 4, "date"), (5, 9, "date"))
    merge_labels(project, "huda", "date", "figure")
    article = next(project.articles.each())
    marking.apply(project, article, a_layer(project, "noor"), Remove((kept,)))
    marking.apply(project, article, a_layer(project, "noor"), Resize(other, 0, 4))
    assert gone not in {span.id for span in a_layer(project, "noor")}
    with pytest.raises(RefusedAct, match="changed again since"):
        undo(project, "huda")


def test_a_renamed_author_s_joined_span_does_not_come_back_elsewhere(project: Project) -> None:
    from annotator.workflow.people.authors import rename_author

    mark(project, "noor", (0, 4, "figure"), (0, 4, "date"))
    merge_labels(project, "huda", "date", "figure")
    rename_author(project, "noor", "nour")
    before = dump(project)
    with pytest.raises(RefusedAct, match="changed again since"):
        undo(project, "huda")
    assert dump(project) == before


def test_the_check_follows_a_merge_and_sees_what_was_changed_by_hand(project: Project) -> None:
    (span,) = mark(project, "noor", (0, 4, "date"))
    merge_labels(project, "huda", "date", "figure")
    with project.writing():
        project._db.execute("UPDATE spans SET label = 'base' WHERE id = ?", [span])
    (told,) = damage(project)
    assert "the figure of noor at 0 is not as the history left it" in told


@pytest.mark.parametrize(
    "alike", ["3", '"span"', '["span"]', '[["span"]]', '[["span", 3, 3]]', '[["span", {}, {}]]']
)
def test_an_act_that_cannot_be_read_does_not_end_the_check(project: Project, alike: str) -> None:
    mark(project, "noor", (0, 4, "date"))
    merge_labels(project, "huda", "date", "figure")
    with project.writing():
        project._db.execute("DROP TRIGGER history_rows_never_change")
        project._db.execute(
            "UPDATE history SET done = json_set(done, '$.alike', json(?)) WHERE act = ?",
            [alike, "merge labels"],
        )
    assert any("is not as the history left it" in told for told in damage(project))


def test_what_cannot_return_to_a_label_that_is_gone_is_told(project: Project) -> None:
    change_labels(project, "huda", with_new(project.labels.load(), PLACE))
    (span,) = mark(project, "noor", (0, 4, "place"))
    article = next(project.articles.each())
    marking.apply(project, article, a_layer(project, "noor"), Remove((span,)))
    remove_label(project, "huda", "place")
    with pytest.raises(RefusedAct, match="changed since"):
        marking.undo(project, a_layer(project, "noor"))
    undo(project, "huda")
    marking.undo(project, a_layer(project, "noor"))
    assert [s.id for s in a_layer(project, "noor")] == [span]


def test_a_value_does_not_return_to_a_label_that_cannot_have_it(project: Project) -> None:
    (span,) = mark(project, "noor", (0, 4, "date"))
    describe(project, "noor", span, value=(DateValue("2026-02-23"),))
    article = next(project.articles.each())
    marking.apply(project, article, a_layer(project, "noor"), Remove((span,)))
    merge_labels(project, "huda", "date", "figure")
    with pytest.raises(RefusedAct, match="changed since"):
        marking.undo(project, a_layer(project, "noor"))
    assert damage(project) == []
    undo(project, "huda")
    marking.undo(project, a_layer(project, "noor"))
    assert a_layer(project, "noor").span(span).value == DateValue("2026-02-23")
