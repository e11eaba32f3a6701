"""Labels are merged in the trash too: whatever is restored says what it would say had it stayed."""

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
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.acts.project_acts import redo, undo
from annotator.workflow.people.authors import rename_author
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.project.trash import empty_trash, remove_article, restore_article
from tests.workflow.conftest import LABELS
from tests.workflow.labelled import without_values
from tests.workflow.trashed import damage, held, remove_all, restore_all, second


@pytest.fixture
def project(crowded_demo: Project) -> Project:
    """The demo, but without values: any label can be merged into any other."""
    return without_values(crowded_demo)


def test_what_is_restored_after_a_merge_is_as_if_it_had_stayed(
    project: Project, crowded: bytes, tmp_path: Path
) -> None:
    before = held(project)
    article = second(project)
    remove_article(project, "huda", article)
    report = merge_labels(project, "huda", "base", "actor").merged
    assert report.in_trash > 0
    assert damage(project) == []
    restore_article(project, "huda", article.id)
    assert damage(project) == []
    (tmp_path / "stayed.db").write_bytes(crowded)
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
    crowded_demo: Project, crowded: bytes, tmp_path: Path
) -> None:
    remove_all(crowded_demo)
    merge_labels(crowded_demo, "huda", "base", "actor")
    restore_all(crowded_demo)
    assert damage(crowded_demo) == []
    (tmp_path / "stayed.db").write_bytes(crowded)
    with Project.open(tmp_path / "stayed.db") as stayed:
        merge_labels(stayed, "huda", "base", "actor")
        assert held(crowded_demo) == held(stayed)


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


def test_confirmed_values_in_the_trash_refuse_a_merge_that_would_lose_them(
    crowded_demo: Project,
) -> None:
    with crowded_demo.writing():
        crowded_demo._db.execute("UPDATE spans SET proposed = 0 WHERE label = 'date'")
    remove_all(crowded_demo)
    before = held(crowded_demo)
    with pytest.raises(RefusedAct, match="confirmed ones in the trash would be lost"):
        merge_labels(crowded_demo, "huda", "date", "figure")
    assert held(crowded_demo) == before


def test_proposed_values_that_the_target_cannot_have_are_emptied_in_the_trash(
    crowded_demo: Project,
) -> None:
    with crowded_demo.writing():
        crowded_demo._db.execute("UPDATE spans SET proposed = value <> '{}'")
    before = held(crowded_demo)
    remove_all(crowded_demo)
    assert merge_labels(crowded_demo, "huda", "date", "figure").merged.emptied > 0
    restore_all(crowded_demo)
    assert damage(crowded_demo) == []
    while held(crowded_demo) != before:
        undo(crowded_demo, "huda")


ACTS = st.one_of(
    st.tuples(st.just("remove"), st.integers(0, 5)),
    st.tuples(st.just("restore"), st.integers(0, 5)),
    st.tuples(st.just("merge"), st.sampled_from(LABELS), st.sampled_from(LABELS)),
    st.tuples(st.sampled_from(["undo", "redo"])),
)


@settings(max_examples=25, deadline=None)
@given(acts=st.lists(ACTS, min_size=3, max_size=12))
def test_whatever_is_done_in_whatever_order_all_can_be_restored(
    crowded: bytes, tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[Any, ...]]
) -> None:
    """Beside the project goes one in which nothing is ever removed: merges alone are done there."""
    folder = tmp_path_factory.mktemp("any")
    for name in ("a.db", "b.db"):
        (folder / name).write_bytes(crowded)
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
