"""Labels are changed, merged and removed in all layers alike, and no span is lost by it."""

from dataclasses import replace

import pytest

from annotator.core.errors import AnnotatorError, RefusedAct, UnknownName
from annotator.core.labels import LabelSet
from annotator.core.values import DateValue, TextValue, ValueKind
from annotator.store.project import Project
from annotator.workflow.acts.project_acts import redo, undo
from annotator.workflow.project.labels import (
    change_labels,
    remove_label,
    start_editing,
)
from tests.workflow.labelled import PLACE, damage, describe, dump, mark, with_new, without_values


@pytest.fixture
def project(demo: Project) -> Project:
    """The demo, but without values: any label can be merged into any other."""
    return without_values(demo)


def test_labels_are_added_renamed_recoloured_rekeyed_and_reordered_as_one_act(
    project: Project,
) -> None:
    before = dump(project)
    base, date, actor, figure = project.labels.load()
    new = LabelSet(
        (
            replace(figure, key="1", colour="#000000"),
            PLACE,
            replace(base, key="4", shown_ar="موقع", shown_en="site"),
            replace(date, reader=None),
            actor,
        )
    )
    assert change_labels(project, "huda", new).changed
    assert project.labels.load() == new
    assert damage(project) == []
    after = dump(project)
    undo(project, "huda")
    assert dump(project) == before
    redo(project, "huda")
    assert dump(project) == after
    assert not change_labels(project, "huda", new).changed


def test_two_labels_swap_their_keys_and_places_with_nothing_else(project: Project) -> None:
    base, date, *rest = project.labels.load()
    swapped = LabelSet((replace(date, key="1"), replace(base, key="2"), *rest))
    change_labels(project, "huda", swapped)
    assert project.labels.load() == swapped
    merely_moved = LabelSet((*rest, replace(base, key="2"), replace(date, key="1")))
    change_labels(project, "huda", merely_moved)
    assert project.labels.load() == merely_moved


def test_a_label_without_spans_is_removed_and_its_key_is_free_at_once(project: Project) -> None:
    labels = project.labels.load()
    change_labels(project, "huda", with_new(labels, PLACE))
    other = replace(PLACE, name="town")
    change_labels(project, "huda", with_new(labels, other))
    assert "place" not in project.labels.load()
    assert project.labels.load()["town"].key == "p"
    remove_label(project, "huda", "town")
    assert project.labels.load() == labels
    for _ in range(3):
        undo(project, "huda")
    assert project.labels.load() == labels
    assert damage(project) == []


def test_a_label_with_spans_or_entries_never_goes_without_them(project: Project) -> None:
    before, spans = dump(project), project.layers.span_counts()
    count = spans["date"]
    with pytest.raises(RefusedAct, match=rf"“date” stays, .*spans: {count}"):
        remove_label(project, "huda", "date")
    labels = LabelSet(tuple(x for x in project.labels.load() if x.name != "date"))
    with pytest.raises(RefusedAct, match=rf"“date” stays, .*spans: {count}"):
        change_labels(project, "huda", labels)
    with pytest.raises(UnknownName, match="town"):
        remove_label(project, "huda", "town")
    with pytest.raises(UnknownName, match="town"):
        change_labels(project, "huda", labels, {"date": "town"})
    with pytest.raises(RefusedAct, match="cannot stay and move"):
        change_labels(project, "huda", project.labels.load(), {"date": "base"})
    assert dump(project) == before


def test_only_a_lead_changes_labels(project: Project) -> None:
    labels = with_new(project.labels.load(), PLACE)
    for nobody in ("amal", "stranger"):
        with pytest.raises(AnnotatorError):
            change_labels(project, nobody, labels)
    assert "place" not in project.labels.load()


def test_what_another_program_changed_meanwhile_is_not_overwritten(project: Project) -> None:
    seen = project.labels.load()
    change_labels(project, "huda", with_new(seen, PLACE))
    with pytest.raises(RefusedAct, match="meanwhile"):
        change_labels(project, "huda", seen, seen=seen)
    assert "place" in project.labels.load()


def test_a_kind_of_value_stays_while_spans_have_values_of_it(project: Project) -> None:
    (span,) = mark(project, "noor", (0, 4, "date"))
    base, date, *rest = project.labels.load()
    other = LabelSet((base, replace(date, value=ValueKind.TEXT), *rest))
    change_labels(project, "huda", other)
    undo(project, "huda")
    describe(project, "noor", span, value=(DateValue("2026-02-23"),))
    with pytest.raises(RefusedAct, match=r"of another kind would be lost \(spans: 1\)"):
        change_labels(project, "huda", other)


def test_a_change_of_kind_stays_once_spans_have_values_of_it(project: Project) -> None:
    base, date, *rest = project.labels.load()
    changed = LabelSet((base, replace(date, value=ValueKind.TEXT, reader=None), *rest))
    change_labels(project, "huda", changed)
    (span,) = mark(project, "amal", (0, 3, "date"))
    describe(project, "amal", span, value=(TextValue("أمس"),))
    before = dump(project)
    with pytest.raises(RefusedAct, match="changed again since"):
        undo(project, "huda")
    assert dump(project) == before
    assert damage(project) == []
    describe(project, "amal", span, value=(None,))
    undo(project, "huda")
    assert project.labels.load()["date"] == date


def test_editing_starts_from_what_the_project_uses(project: Project) -> None:
    edits = start_editing(project)
    assert edits.labels == project.labels.load()
    assert edits.use("date").spans == project.layers.span_counts()["date"]
