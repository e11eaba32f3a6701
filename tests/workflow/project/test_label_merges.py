"""Labels are merged in all layers alike, and no span is lost by it."""

import json
import multiprocessing
import time
from pathlib import Path

import pytest

from annotator.core.errors import RefusedAct
from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Cancelled
from annotator.core.rows import Kind
from annotator.core.values import DateValue, EntryValue
from annotator.store.project import Project
from annotator.workflow.acts.project_acts import redo, undo
from annotator.workflow.project.labels import (
    change_labels,
    merge_labels,
)
from annotator.workflow.registry.registry import add_aliases, add_entry
from tests.workflow.labelled import (
    a_layer,
    damage,
    describe,
    dump,
    mark,
    without_values,
)


@pytest.fixture
def project(demo: Project) -> Project:
    """The demo, but without values: any label can be merged into any other."""
    return without_values(demo)


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
    with pytest.raises(RefusedAct, match=r"confirmed ones would be lost \(spans: 2\)"):
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
    with pytest.raises(RefusedAct, match="entries: 1"):
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


def test_a_merge_is_not_done_again_while_something_new_says_the_label(project: Project) -> None:
    for label in ("base", "actor"):
        add_entry(project, "huda", label, "قسد")  # one becomes a redirect
    merge_labels(project, "huda", "base", "actor")
    undo(project, "huda")
    mark(project, "noor", (0, 5, "base"))
    with pytest.raises(RefusedAct, match="has been changed again since"):
        redo(project, "huda")
    assert "base" in project.labels.load()
    assert damage(project) == []
