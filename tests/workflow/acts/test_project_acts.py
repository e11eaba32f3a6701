"""Acts on the project are done, taken back and done again, whole or not at all."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.progress import Quiet
from annotator.core.rows import Kind, RowChange
from annotator.store.project import Project
from annotator.workflow.acts.project_acts import do, redo, undo
from annotator.workflow.acts.project_stack import ImportAct, RowsAct, to_go_through
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.people.work_time import set_measures_time
from annotator.workflow.project.guidelines import set_guidelines
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.project.trash import remove_article, restore_article
from annotator.workflow.projects import find_damage, make_demo
from annotator.workflow.registry import registry

ADD = RowChange(Kind.PROPERTY, "p", None, {"value": "x"})
ALTER = RowChange(Kind.PROPERTY, "p", {"value": "x"}, {"value": "y"})
OTHER = RowChange(Kind.PROPERTY, "q", None, {"value": "z"})


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        yield project


def value(project: Project, name: str) -> object:
    row = project.records.read(Kind.PROPERTY, name)
    return row and row["value"]


def test_acts_are_taken_back_from_the_last_to_the_first_and_done_again(project: Project) -> None:
    for changes in ([ADD], [ALTER, OTHER]):
        do(project, "huda", "properties", changes)
    undo(project, "huda")
    assert (value(project, "p"), value(project, "q")) == ("x", None)
    undo(project, "huda")
    assert value(project, "p") is None
    redo(project, "huda")
    redo(project, "huda")
    assert (value(project, "p"), value(project, "q")) == ("y", "z")
    assert list(find_damage(project.path, Quiet())) == []


def test_what_changes_nothing_is_no_act(project: Project) -> None:
    same = RowChange(Kind.PROPERTY, "p", {"value": "x"}, {"value": "x"})
    before = project.history.last_project_act()
    assert do(project, "huda", "properties", [same]) is None
    assert project.history.last_project_act() == before


def test_a_new_act_ends_what_could_be_done_again(project: Project) -> None:
    do(project, "huda", "properties", [ADD])
    undo(project, "huda")
    do(project, "huda", "properties", [OTHER])
    with pytest.raises(RefusedAct, match="nothing to redo"):
        redo(project, "huda")


def test_an_act_goes_back_whole_or_not_at_all(project: Project) -> None:
    do(project, "huda", "properties", [ADD, OTHER])
    with closing(sqlite3.connect(project.path)) as by_hand, by_hand:
        by_hand.execute("UPDATE properties SET value = 'other' WHERE name = 'q'")
    with pytest.raises(RefusedAct, match="changed again since"):
        undo(project, "huda")
    assert (value(project, "p"), value(project, "q")) == ("x", "other")


def test_imports_and_other_acts_stand_on_one_stack(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "new.txt"
    file.write_text("خبر جديد", "utf-8")
    do(project, "huda", "properties", [ADD])
    import_files(project, [file], Quiet())
    assert isinstance(to_go_through(project)[0], ImportAct)
    with pytest.raises(RefusedAct, match="was an import"):
        undo(project, "huda")
    do(project, "huda", "properties", [OTHER])
    last, _ = to_go_through(project)
    assert isinstance(last, RowsAct)
    assert last.act == "properties"


def test_a_span_that_is_changed_lets_its_layer_go_on(project: Project) -> None:
    article = next(project.articles.each())
    layer = project.layers.load(article.id, "amal")
    span = layer.spans[0]
    change = RowChange(Kind.SPAN, span.id, {"note": span.note}, {"note": "من المشرفة"})
    do(project, "huda", "properties", [change])
    after = project.layers.load(article.id, "amal")
    assert after.span(span.id).note == "من المشرفة"
    assert after.revision == layer.revision + 1
    undo(project, "huda")
    assert project.layers.load(article.id, "amal").span(span.id) == span


def test_nobody_acts_who_is_unknown_and_no_column_is_invented(project: Project) -> None:
    with pytest.raises(UnknownName):
        do(project, "nobody", "properties", [ADD])
    ensure_author(project, "noor")
    text = RowChange(Kind.ARTICLE, "x", {"text": "a"}, {"text": "b"})
    with pytest.raises(ValueError, match="no such columns"):
        do(project, "noor", "properties", [ADD, text])
    assert value(project, "p") is None


def lead_acts(project: Project) -> list[Callable[[], object]]:
    """Return one of each act that only leads may do."""
    one, two = (registry.add_entry(project, "noor", "base", name) for name in ("قسرك", "التنف"))
    article = next(project.articles.each())
    return [
        lambda: registry.rename(project, "huda", one.id, "قاعدة قسرك"),
        lambda: registry.set_note(project, "huda", one.id, "في الحسكة"),
        lambda: registry.set_aliases(project, "huda", one.id, []),
        lambda: registry.merge(project, "huda", one.id, two.id),
        lambda: remove_article(project, "huda", article),
        lambda: restore_article(project, "huda", article.id),
        lambda: merge_labels(project, "huda", "base", "actor"),
        lambda: set_guidelines(project, "huda", "# إرشادات", "9"),
        lambda: set_measures_time(project, "huda", measures=False),
    ]


def test_what_only_leads_may_do_is_undone_and_done_again_by_leads_alone(project: Project) -> None:
    ensure_author(project, "noor")
    for act in lead_acts(project):
        last = project.history.last_project_act()
        act()
        assert project.history.last_project_act() > last
        with pytest.raises(RefusedAct, match="Only a lead"):
            undo(project, "noor")
        undo(project, "huda")
        with pytest.raises(RefusedAct, match="Only a lead"):
            redo(project, "noor")
        redo(project, "huda")
    assert list(find_damage(project.path, Quiet())) == []


def test_annotators_take_back_the_names_that_they_added_and_no_others(project: Project) -> None:
    ensure_author(project, "noor")
    entry = registry.add_entry(project, "noor", "base", "مطار الجراح")
    registry.add_aliases(project, "noor", entry.id, ["الجراح"])
    with pytest.raises(RefusedAct, match="Only a lead"):
        undo(project, "amal")
    undo(project, "noor")
    undo(project, "noor")
    assert registry.best_exact(project, "base", "مطار الجراح") is None
    with pytest.raises(RefusedAct, match="Only a lead"):
        redo(project, "amal")
    redo(project, "noor")
    undo(project, "huda")
    assert registry.best_exact(project, "base", "مطار الجراح") is None
    assert list(find_damage(project.path, Quiet())) == []


def test_the_history_tells_who_took_an_act_back(project: Project) -> None:
    ensure_author(project, "noor")
    registry.add_entry(project, "noor", "base", "مطار الجراح")
    undo(project, "huda")
    assert project.history.by_sequence(project.history.last_project_act()).author == "huda"
    with pytest.raises(UnknownName):
        redo(project, "nobody")
