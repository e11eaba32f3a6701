"""Labels are changed, merged and removed in all layers alike, and no span is lost by it."""

import json
import multiprocessing
import time
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.edits import Describe, Mark, Relabel, Remove, Resize
from annotator.core.errors import AnnotatorError, RefusedAct, UnknownName
from annotator.core.labels import Label, LabelSet
from annotator.core.model import Layer
from annotator.core.progress import Cancelled, Quiet
from annotator.core.rows import Kind
from annotator.core.values import DateValue, EntryValue, TextValue, ValueKind
from annotator.store.project import Project
from annotator.workflow import marking
from annotator.workflow.labels import (
    change_labels,
    merge_labels,
    remove_label,
    start_editing,
)
from annotator.workflow.people import ensure_author
from annotator.workflow.project_acts import redo, undo
from annotator.workflow.projects import find_damage, make_demo
from annotator.workflow.registry import add_aliases, add_entry

TABLES = ("labels", "spans", "entries", "refusals")


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_demo(tmp_path_factory.mktemp("demo"), Quiet()).read_bytes()


@pytest.fixture
def demo(tmp_path: Path, pristine: bytes):
    path = tmp_path / "demo.db"
    path.write_bytes(pristine)
    with Project.open(path) as project:
        yield project


@pytest.fixture
def project(demo: Project) -> Project:
    """The demo, but without values: any label can be merged into any other."""
    with demo.writing():
        demo._db.execute("UPDATE spans SET value = '{}', proposed = 0")
        demo._db.execute("DELETE FROM entries")
    return demo


def dump(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a merge may change, row by row; rows have other numbers when they return."""
    return {
        table: sorted(
            tuple(row for name, row in record.items() if (table, name) != ("spans", "number"))
            for record in project._db.query(f"SELECT * FROM {table}")
        )
        for table in TABLES
    }


def damage(project: Project) -> list[str]:
    return list(map(str, find_damage(project.path, Quiet())))


def a_layer(project: Project, author: str = "amal") -> Layer:
    return project.layers.load(next(project.articles.each()).id, author)


def mark(project: Project, author: str, *places: tuple[int, int, str]) -> list[str]:
    """Let ``author`` mark stretches of the first article; return the ids of the spans."""
    ensure_author(project, author)
    article = next(project.articles.each())
    ids = []
    for place in places:
        layer = project.layers.load(article.id, author)
        ids.append(marking.apply(project, article, layer, Mark(*place)).change.put[0].id)
    return ids


def describe(project: Project, author: str, span: str, **told: object) -> None:
    article = next(project.articles.each())
    layer = project.layers.load(article.id, author)
    marking.apply(project, article, layer, Describe(span, **told))


def with_new(labels: LabelSet, *new: Label) -> LabelSet:
    return LabelSet((*labels, *new))


PLACE = Label("place", "place", "مكان", "#112233", "p", ValueKind.ENTRY)


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
    with pytest.raises(RefusedAct, match=f"“date” stays: {count} spans"):
        remove_label(project, "huda", "date")
    labels = LabelSet(tuple(x for x in project.labels.load() if x.name != "date"))
    with pytest.raises(RefusedAct, match=f"“date” stays: {count} spans"):
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
    with pytest.raises(RefusedAct, match="“date” cannot have values of the kind “text”: 1 spans"):
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


def test_a_merge_moves_all_spans_and_keeps_ids_statuses_and_dates(project: Project) -> None:
    before = dump(project)
    layers = {
        (article.id, author): project.layers.load(article.id, author)
        for article in project.articles.each()
        for author in ("amal", "nasser")
    }
    counts = project.layers.span_counts()
    report = merge_labels(project, "huda", "date", "figure").merged
    assert report.moved == counts["date"]
    assert (report.joined, report.notes, report.emptied) == (0, 0, 0)
    assert "date" not in project.labels.load()
    for (article, author), layer in layers.items():
        now = project.layers.load(article, author)
        assert now.state == layer.state
        assert {s.id: (s.start, s.end, s.changed_at) for s in now} == {
            s.id: (s.start, s.end, s.changed_at) for s in layer
        }
        touched = any(span.label == "date" for span in layer)
        assert now.revision == layer.revision + touched
    assert damage(project) == []
    after = dump(project)
    undo(project, "huda")
    assert dump(project) == before
    assert damage(project) == []
    redo(project, "huda")
    assert dump(project) == after
    assert damage(project) == []


def test_spans_that_would_stand_twice_become_one_that_says_what_both_said(
    project: Project,
) -> None:
    kept, gone = mark(project, "noor", (0, 4, "actor"), (0, 4, "base"))
    describe(project, "noor", kept, note="أ")
    describe(project, "noor", gone, note="ب", unsure=True)
    describe(project, "noor", gone, value=(EntryValue("e1", "قسرك"),))
    before = dump(project)
    counts = project.layers.span_counts()
    report = merge_labels(project, "huda", "base", "actor").merged
    assert (report.moved, report.joined, report.notes) == (counts["base"] - 1, 1, 1)
    (span,) = a_layer(project, "noor").spans
    assert (span.id, span.note, span.unsure) == (kept, "أ\nب", True)
    assert span.value == EntryValue("e1", "قسرك")
    assert not span.proposed
    assert damage(project) == []
    undo(project, "huda")
    assert dump(project) == before
    assert damage(project) == []
    redo(project, "huda")
    assert a_layer(project, "noor").spans == (span,)
    assert damage(project) == []


def test_a_second_confirmed_value_is_kept_in_the_note(project: Project) -> None:
    kept, gone = mark(project, "noor", (0, 4, "actor"), (0, 4, "base"))
    describe(project, "noor", kept, value=(EntryValue("e1", "روسيا"),))
    describe(project, "noor", gone, value=(EntryValue("e2", "قسرك"),))
    report = merge_labels(project, "huda", "base", "actor").merged
    assert report.noted_values == 1
    (span,) = a_layer(project, "noor").spans
    assert (span.value, span.note) == (EntryValue("e1", "روسيا"), "base: قسرك")


def test_labels_of_the_demo_merge_with_all_their_values_and_entries(demo: Project) -> None:
    before, counts = dump(demo), demo.layers.span_counts()
    values = {span["id"]: span["value"] for span in demo._db.query("SELECT id, value FROM spans")}
    report = merge_labels(demo, "huda", "base", "actor").merged
    assert report.moved + report.joined == counts["base"]
    assert report.entries == len([row for row in before["entries"] if "base" in row])
    for span in demo._db.query("SELECT id, value FROM spans"):
        assert span["value"] == values[span["id"]]
    assert damage(demo) == []
    undo(demo, "huda")
    assert dump(demo) == before


def test_an_entry_of_the_same_name_is_stood_for_by_the_target_s(project: Project) -> None:
    first, second, third = mark(project, "noor", (0, 4, "actor"), (0, 4, "base"), (5, 9, "base"))
    describe(project, "noor", first, value=(EntryValue("e1", "قسرك"),))
    describe(project, "noor", second, value=(EntryValue("e2", "قسرک"),))
    describe(project, "noor", third, value=(EntryValue("e3", "التنف"),))
    before = dump(project)
    report = merge_labels(project, "huda", "base", "actor").merged
    assert (report.merged_entries, report.noted_values) == (1, 0)
    read = project.records.read
    assert read(Kind.ENTRY, "e2", ("label", "merged_into")) == {
        "label": "actor",
        "merged_into": "e1",
    }
    assert read(Kind.ENTRY, "e3", ("label", "merged_into")) == {
        "label": "actor",
        "merged_into": None,
    }
    assert json.loads(str(read(Kind.ENTRY, "e1")["aliases"])) == ["قسرک"]
    assert damage(project) == []
    undo(project, "huda")
    assert dump(project) == before


def test_entries_that_share_any_of_their_names_become_one(project: Project) -> None:
    kept, other = (add_entry(project, "huda", "actor", name) for name in ("روسيا", "أمريكا"))
    add_aliases(project, "huda", kept.id, ["موسكو"])
    moved = add_entry(project, "huda", "base", "مُوسكو")
    add_aliases(project, "huda", moved.id, ["الكرملين", "أمريكا"])
    again = add_entry(project, "huda", "base", "الساحة الحمراء")
    add_aliases(project, "huda", again.id, ["روسيا"])
    before = dump(project)
    assert merge_labels(project, "huda", "base", "actor").merged.merged_entries == 2
    for entry in (moved, again):
        told = project.registry.entry(entry.id)
        assert told is not None
        assert (told.label, told.merged_into) == ("actor", kept.id)
    told = project.registry.entry(kept.id)
    assert told is not None
    assert told.names == ("روسيا", "موسكو", "مُوسكو", "الكرملين", "الساحة الحمراء")
    assert project.registry.entry(other.id) == other
    assert damage(project) == []
    undo(project, "huda")
    assert dump(project) == before


def test_confirmed_values_refuse_a_merge_and_proposed_ones_are_emptied(project: Project) -> None:
    sure, unseen = mark(project, "noor", (0, 4, "date"), (5, 9, "date"))
    describe(project, "noor", sure, value=(DateValue("2026-02-23"),))
    describe(project, "noor", unseen, value=(DateValue("2026-02"),))
    with pytest.raises(RefusedAct, match="2 spans have confirmed values"):
        merge_labels(project, "huda", "date", "figure")
    with project.writing():
        project._db.execute("UPDATE spans SET proposed = 1 WHERE id IN (?, ?)", [sure, unseen])
    before = dump(project)
    report = merge_labels(project, "huda", "date", "figure").merged
    assert report.emptied == 2
    assert [s.value for s in a_layer(project, "noor")] == [None, None]
    undo(project, "huda")
    assert dump(project) == before
    assert damage(project) == []


def test_entries_refuse_a_merge_into_a_label_that_can_have_none(project: Project) -> None:
    (span,) = mark(project, "noor", (0, 4, "base"))
    describe(project, "noor", span, value=(EntryValue("e", "قسرك"),))
    describe(project, "noor", span, value=(None,))
    with pytest.raises(RefusedAct, match="registry has 1 entries"):
        merge_labels(project, "huda", "base", "date")


def test_refusals_move_too(project: Project) -> None:
    article = next(project.articles.each())
    with project.writing():
        for start, label in ((0, "base"), (0, "actor"), (5, "base")):
            quote = article.text[start : start + 3]
            project._db.execute(
                "INSERT INTO refusals VALUES (?, ?, ?, ?, ?, ?, ?)",
                ["amal", article.id, start, start + 3, label, quote, f"at {label} {start}"],
            )
    before = dump(project)
    merge_labels(project, "huda", "base", "actor")
    found = project._db.execute("SELECT start, label, at FROM refusals ORDER BY start").fetchall()
    assert found == [(0, "actor", "at actor 0"), (5, "actor", "at base 5")]
    undo(project, "huda")
    assert dump(project) == before
    assert damage(project) == []


def test_several_labels_merge_into_a_new_one_in_one_act(project: Project) -> None:
    mark(project, "noor", (0, 4, "date"), (0, 4, "figure"), (5, 9, "figure"))
    before, spans = dump(project), sum(project.layers.span_counts().values())
    base, _, actor, _ = project.labels.load()
    both = Label("when", "when", "متى", "#445566", "2")
    new = LabelSet((base, both, actor))
    report = change_labels(project, "huda", new, {"date": "when", "figure": "when"}).merged
    assert report.joined == 1
    assert sum(project.layers.span_counts().values()) == spans - 1
    assert damage(project) == []
    undo(project, "huda")
    assert dump(project) == before


def test_a_merge_that_is_cancelled_changes_nothing(project: Project) -> None:
    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            raise Cancelled

    before = dump(project)
    with pytest.raises(Cancelled):
        merge_labels(project, "huda", "date", "figure", Stop())
    assert dump(project) == before


# -- acts on layers from before a merge


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


@pytest.mark.parametrize("few", [0, 50], ids=["as of many spans", "as of a few"])
def test_acts_between_a_merge_and_its_undo_are_taken_back_after_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("annotator.workflow.span_acts._FEW", few)
    (span,) = mark(project, "noor", (0, 4, "date"))
    merge_labels(project, "huda", "date", "figure")
    describe(project, "noor", span, note="ملاحظة")
    (own,) = mark(project, "noor", (5, 9, "figure"))
    undo(project, "huda")
    assert [(s.id, s.label) for s in a_layer(project, "noor")] == [(span, "date"), (own, "figure")]
    assert damage(project) == []
    for _ in range(2):
        marking.undo(project, a_layer(project, "noor"))
    (left,) = a_layer(project, "noor").spans
    assert (left.label, left.note) == ("date", "")
    redo(project, "huda")
    marking.redo(project, a_layer(project, "noor"))
    (again,) = a_layer(project, "noor").spans
    assert (again.label, again.note) == ("figure", "ملاحظة")
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
    from annotator.workflow.people import rename_author

    mark(project, "noor", (0, 4, "figure"), (0, 4, "date"))
    merge_labels(project, "huda", "date", "figure")
    rename_author(project, "noor", "nour")
    before = dump(project)
    with pytest.raises(RefusedAct, match="changed again since"):
        undo(project, "huda")
    assert dump(project) == before


def test_editing_starts_from_what_the_project_uses(project: Project) -> None:
    edits = start_editing(project)
    assert edits.labels == project.labels.load()
    assert edits.use("date").spans == project.layers.span_counts()["date"]


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


def _merge_slowly(path: Path, begun) -> None:
    class Slow:
        def advance(self, done: int, total: int | None) -> None:
            begun.set()
            time.sleep(60)

    with Project.open(path) as project:
        merge_labels(project, "huda", "date", "figure", Slow())


def test_a_merge_that_is_killed_leaves_everything_as_it_was(project: Project) -> None:
    before = dump(project)
    context = multiprocessing.get_context("spawn")
    begun = context.Event()
    process = context.Process(target=_merge_slowly, args=(project.path, begun))
    process.start()
    assert begun.wait(30)
    process.kill()
    process.join()
    assert dump(project) == before
    assert damage(project) == []
    merge_labels(project, "huda", "date", "figure")
