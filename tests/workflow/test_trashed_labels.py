"""Labels are merged in the trash too: whatever is restored says what it would say had it stayed."""

import json
import multiprocessing
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.edits import Mark, Remove
from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.labels import Label, LabelSet
from annotator.core.model import Article
from annotator.core.progress import Quiet
from annotator.core.values import ValueKind
from annotator.store.project import Project
from annotator.workflow import marking
from annotator.workflow.labels import change_labels, merge_labels, remove_label
from annotator.workflow.people import rename_author
from annotator.workflow.project_acts import redo, undo
from annotator.workflow.projects import find_damage, make_demo
from annotator.workflow.trash import empty_trash, in_trash, remove_article, restore_article

LABELS = ("base", "date", "actor", "figure")
FREE = Label("free", "free", "حر", "#112233", "f")


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The demo, with refusals, and with spans of each pair of labels on a stretch."""
    path = make_demo(tmp_path_factory.mktemp("demo"), Quiet())
    with Project.open(path) as project:
        for place, article in enumerate(project.articles.each()):
            for label in (LABELS[place % 4], LABELS[(place + 1) % 4]):
                layer = project.layers.load(article.id, "amal")
                marking.apply(project, article, layer, Mark(0, 2, label))
            with project.writing():
                project._db.conn.executemany(
                    "INSERT INTO refusals VALUES ('amal', ?, ?, ?, ?, ?, '2026-11-22T02:00:00Z')",
                    [(article.id, 3, 5, label, article.text[3:5]) for label in ("base", "actor")],
                )
    return path.read_bytes()


@pytest.fixture
def demo(tmp_path: Path, pristine: bytes):
    (tmp_path / "demo.db").write_bytes(pristine)
    with Project.open(tmp_path / "demo.db") as project:
        yield project


@pytest.fixture
def project(demo: Project) -> Project:
    """The demo, but without values: any label can be merged into any other."""
    without_values(demo)
    return demo


def without_values(project: Project) -> None:
    with project.writing():
        project._db.execute("UPDATE spans SET value = '{}', proposed = 0")
        project._db.execute("DELETE FROM entries")


def held(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Return what an act may change, sorted: revisions and times of change tell when, not what."""
    queries = (
        'SELECT article_id, author, spans.id, label, start, "end", quote, value, proposed, note,'
        " unsure, origin, created_at FROM spans JOIN layers ON layers.number = layer",
        "SELECT article_id, author, status, reason, guideline, seconds FROM layers",
        "SELECT * FROM refusals",
        "SELECT * FROM labels",
        "SELECT * FROM entries",
        "SELECT article_id, content FROM trash",
    )
    return {
        query: sorted(map(repr, (_without_times(row) for row in project._db.query(query))))
        for query in queries
    }


def _without_times(row: dict[str, Any]) -> dict[str, Any]:
    if "content" not in row:
        return row
    told = json.loads(row["content"])
    for layer in told["layers"]:
        del layer["revision"]
        for span in layer["spans"]:
            del span["changed_at"]
    told["refusals"].sort(key=repr)
    return row | {"content": told}


def damage(project: Project) -> list[str]:
    return list(map(str, find_damage(project.path, Quiet())))


def second(project: Project) -> Article:
    return list(project.articles.each())[1]


def remove_all(project: Project) -> list[str]:
    articles = list(project.articles.each())
    for article in articles:
        remove_article(project, "huda", article)
    return [article.id for article in articles]


def restore_all(project: Project) -> None:
    for removed in in_trash(project):
        restore_article(project, "huda", removed.id)


def test_what_is_restored_after_a_merge_is_as_if_it_had_stayed(
    project: Project, pristine: bytes, tmp_path: Path
) -> None:
    before = held(project)
    article = second(project)
    remove_article(project, "huda", article)
    report = merge_labels(project, "huda", "base", "actor").merged
    assert report.in_trash > 0
    assert damage(project) == []
    restore_article(project, "huda", article.id)
    assert damage(project) == []
    (tmp_path / "stayed.db").write_bytes(pristine)
    with Project.open(tmp_path / "stayed.db") as stayed:
        without_values(stayed)
        told = merge_labels(stayed, "huda", "base", "actor").merged
        assert replace(report, in_trash=0) == told
        assert held(project) == held(stayed)
    for _ in range(3):
        undo(project, "huda")
    assert held(project) == before
    assert damage(project) == []


def test_a_merge_is_taken_back_and_done_again_in_the_trash(project: Project) -> None:
    before = held(project)
    remove_all(project)
    removed = held(project)
    merge_labels(project, "huda", "base", "actor")
    merged = held(project)
    undo(project, "huda")
    assert held(project) == removed
    redo(project, "huda")
    assert held(project) == merged
    undo(project, "huda")
    restore_all(project)
    assert held(project) == before
    assert damage(project) == []


def test_values_and_entries_of_the_demo_merge_in_the_trash(
    demo: Project, pristine: bytes, tmp_path: Path
) -> None:
    remove_all(demo)
    merge_labels(demo, "huda", "base", "actor")
    restore_all(demo)
    assert damage(demo) == []
    (tmp_path / "stayed.db").write_bytes(pristine)
    with Project.open(tmp_path / "stayed.db") as stayed:
        merge_labels(stayed, "huda", "base", "actor")
        assert held(demo) == held(stayed)


def test_acts_from_before_the_removal_are_taken_back_after_the_merge(project: Project) -> None:
    article = second(project)
    remove_article(project, "huda", article)
    merge_labels(project, "huda", "date", "figure")
    restore_article(project, "huda", article.id)
    layer = project.layers.load(article.id, "amal")
    count = len(layer.spans)
    (taken_back,) = marking.undo(project, layer)
    assert len(taken_back.layer.spans) == count - 1
    (again,) = marking.redo(project, taken_back.layer)
    assert "date" not in {span.label for span in again.layer}
    assert damage(project) == []


def test_what_its_author_did_after_a_restoring_that_is_undone_stays(project: Project) -> None:
    article = second(project)
    gone = next(one for one in project.layers.load(article.id, "nasser") if one.label == "base")
    remove_article(project, "huda", article)
    merge_labels(project, "huda", "base", "actor")
    restore_article(project, "huda", article.id)
    layer = project.layers.load(article.id, "nasser")
    marking.apply(project, article, layer, Remove((gone.id,)))
    undo(project, "huda")
    with pytest.raises(RefusedAct, match="changed again since"):
        undo(project, "huda")
    restore_article(project, "huda", article.id)
    assert gone.id not in {span.id for span in project.layers.load(article.id, "nasser")}
    assert damage(project) == []


def test_a_merge_is_taken_back_after_the_trash_was_emptied(project: Project) -> None:
    before = project.labels.load()
    remove_article(project, "huda", second(project))
    remaining = held(project)
    merge_labels(project, "huda", "base", "actor")
    empty_trash(project, "huda")
    assert damage(project) == []
    undo(project, "huda")
    assert project.labels.load() == before
    trash = "SELECT article_id, content FROM trash"
    assert held(project) == remaining | {trash: []}
    assert damage(project) == []
    redo(project, "huda")
    assert damage(project) == []


def test_a_merge_is_not_done_again_over_what_was_marked_since(project: Project) -> None:
    article = second(project)
    remove_article(project, "huda", article)
    merge_labels(project, "huda", "base", "actor")
    undo(project, "huda")
    undo(project, "huda")
    layer = project.layers.load(article.id, "amal")
    marking.apply(project, article, layer, Mark(6, 8, "base"))
    redo(project, "huda")
    before = held(project)
    with pytest.raises(RefusedAct, match="changed again since"):
        redo(project, "huda")
    assert held(project) == before
    assert damage(project) == []


def test_a_joined_span_does_not_return_to_an_author_of_another_name(project: Project) -> None:
    remove_all(project)
    merge_labels(project, "huda", "base", "actor")
    rename_author(project, "amal", "أمل")
    before = held(project)
    with pytest.raises(RefusedAct, match="changed again since"):
        undo(project, "huda")
    assert held(project) == before
    restore_all(project)
    assert damage(project) == []


def test_two_removed_articles_may_hold_spans_of_one_id(
    project: Project, tmp_path: Path, bring: Any
) -> None:
    first = second(project)
    span = project.layers.load(first.id, "amal").spans[0]
    remove_article(project, "huda", first)
    told = {"id": span.id, "label": "base", "start": 0, "end": 3}
    bring(project, {"name": "other", "text": "نص آخر", "author": "amal", "spans": [told]})
    other = project.articles.by_name("other")
    assert other is not None
    remove_article(project, "huda", other)
    before = held(project)
    merge_labels(project, "huda", "base", "figure")
    undo(project, "huda")
    assert held(project) == before
    merge_labels(project, "huda", "base", "figure")
    restore_article(project, "huda", other.id)
    (restored,) = project.layers.load(other.id, "amal").spans
    assert restored.label == "figure"
    assert damage(project) == []


def test_confirmed_values_in_the_trash_refuse_a_merge_that_would_lose_them(demo: Project) -> None:
    with demo.writing():
        demo._db.execute("UPDATE spans SET proposed = 0 WHERE label = 'date'")
    remove_all(demo)
    before = held(demo)
    with pytest.raises(RefusedAct, match="spans in the trash have confirmed values"):
        merge_labels(demo, "huda", "date", "figure")
    assert held(demo) == before


def test_proposed_values_that_the_target_cannot_have_are_emptied_in_the_trash(
    demo: Project,
) -> None:
    with demo.writing():
        demo._db.execute("UPDATE spans SET proposed = value <> '{}'")
    before = held(demo)
    remove_all(demo)
    assert merge_labels(demo, "huda", "date", "figure").merged.emptied > 0
    restore_all(demo)
    assert damage(demo) == []
    while held(demo) != before:
        undo(demo, "huda")


def test_a_label_stays_while_something_in_the_trash_says_it(project: Project) -> None:
    articles = remove_all(project)
    before = held(project)
    with pytest.raises(RefusedAct, match=r"stays: [0-9]+ spans in the trash have it"):
        remove_label(project, "huda", "base")
    assert held(project) == before
    empty_trash(project, "huda")
    remove_label(project, "huda", "base")
    assert articles
    assert damage(project) == []


def test_a_kind_of_value_stays_while_something_in_the_trash_has_one(demo: Project) -> None:
    remove_all(demo)
    labels = demo.labels.load()
    other = replace(labels["date"], value=ValueKind.TEXT, reader=None)
    changed = LabelSet(tuple(other if one.name == "date" else one for one in labels))
    with pytest.raises(RefusedAct, match="in the trash have values of another kind"):
        change_labels(demo, "huda", changed)
    assert demo.labels.load() == labels


def test_refusals_of_a_label_that_goes_are_no_hindrance_to_restoring(project: Project) -> None:
    article = second(project)
    change_labels(project, "huda", LabelSet((*project.labels.load(), FREE)))
    with project.writing():
        project._db.execute(
            "INSERT INTO refusals VALUES ('amal', ?, 7, 8, 'free', ?, '2026-11-22T02:00:00Z')",
            [article.id, article.text[7:8]],
        )
    before = held(project)
    remove_article(project, "huda", article)
    remove_label(project, "huda", "free")
    restore_article(project, "huda", article.id)
    assert damage(project) == []
    for _ in range(3):
        undo(project, "huda")
    assert held(project) == before


def test_the_check_looks_into_the_trash(project: Project) -> None:
    remove_article(project, "huda", second(project))
    with project.writing():
        project._db.execute("""UPDATE trash SET content = replace(content, '"base"', '"gone"')""")
    assert any("“gone”" in told for told in damage(project))
    with project.writing():
        project._db.execute("UPDATE trash SET content = '{\"article\": 3}'")
    (told,) = damage(project)
    assert "cannot be read" in told


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"label": "base"', '"label": "gone"', r"gone \(gone\)\. Add labels of these names again"),
        ('"label": "date"', '"label": "figure"', "“figure” has other values than when it was"),
    ],
)
def test_what_cannot_return_is_refused_and_changes_nothing(
    demo: Project, old: str, new: str, sentence: str
) -> None:
    article = second(demo)
    remove_article(demo, "huda", article)
    with demo.writing():
        demo._db.execute("UPDATE trash SET content = replace(content, ?, ?)", [old, new])
    before = held(demo)
    with pytest.raises(RefusedAct, match=sentence):
        restore_article(demo, "huda", article.id)
    assert held(demo) == before


ACTS = st.one_of(
    st.tuples(st.just("remove"), st.integers(0, 5)),
    st.tuples(st.just("restore"), st.integers(0, 5)),
    st.tuples(st.just("merge"), st.sampled_from(LABELS), st.sampled_from(LABELS)),
    st.tuples(st.sampled_from(["undo", "redo"])),
)


@settings(max_examples=25, deadline=None)
@given(acts=st.lists(ACTS, min_size=3, max_size=12))
def test_whatever_is_done_in_whatever_order_all_can_be_restored(
    pristine: bytes, tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[Any, ...]]
) -> None:
    """Beside the project goes one in which nothing is ever removed: merges alone are done there."""
    folder = tmp_path_factory.mktemp("any")
    for name in ("a.db", "b.db"):
        (folder / name).write_bytes(pristine)
    with Project.open(folder / "a.db") as project, Project.open(folder / "b.db") as stayed:
        without_values(project)
        without_values(stayed)
        ids = [article.id for article in project.articles.each()]
        for act in acts:
            with suppress(RefusedAct, UnknownName):
                _do(project, stayed, ids, act)
        restore_all(project)
        assert held(project) == held(stayed)
        assert damage(project) == []


def _do(project: Project, stayed: Project, ids: list[str], act: tuple[Any, ...]) -> None:
    match act:
        case ("remove", place):
            article = project.articles.by_id(ids[place])
            if article is not None:
                remove_article(project, "huda", article)
        case ("restore", place):
            restore_article(project, "huda", ids[place])
        case ("merge", source, target):
            merge_labels(project, "huda", source, target)
            merge_labels(stayed, "huda", source, target)
        case (way,):
            go = undo if way == "undo" else redo
            if go(project, "huda").act == "merge labels":
                go(stayed, "huda")


class _Slow(Quiet):
    def __init__(self, begun: Any) -> None:
        self._begun = begun

    def advance(self, done: int, total: int | None) -> None:
        self._begun.set()
        time.sleep(60)


def _merge_slowly(path: Path, begun: Any) -> None:
    with Project.open(path) as project:
        merge_labels(project, "huda", "base", "actor", _Slow(begun))


def test_a_merge_that_is_killed_leaves_the_trash_as_it_was(project: Project) -> None:
    remove_article(project, "huda", second(project))
    before = held(project)
    context = multiprocessing.get_context("spawn")
    begun = context.Event()
    process = context.Process(target=_merge_slowly, args=(project.path, begun))
    process.start()
    assert begun.wait(30)
    process.kill()
    process.join()
    assert held(project) == before
    assert damage(project) == []
    merge_labels(project, "huda", "base", "actor")
    restore_all(project)
    assert damage(project) == []
