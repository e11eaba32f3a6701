"""An import is taken back whole, and done again."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.edits import Mark
from annotator.core.errors import RefusedAct
from annotator.core.model import Role, Source
from annotator.core.progress import Cancelled, Quiet
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.marking import apply, load_stack, undo
from annotator.workflow.imports.articles import ImportReport, import_files
from annotator.workflow.imports.taking_back import do_again, take_back
from annotator.workflow.people.authors import add_author, rename_author
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.projects import make_demo
from tests.workflow.imported import (
    ACTOR,
    BASE,
    FIRST,
    LEAD,
    SECOND,
    TEXT,
    damage,
    exports,
    found,
    ids,
    last_import,
    last_taken_back,
    rows,
)

Bring = Callable[..., ImportReport]


@pytest.fixture
def project(project: Project) -> Project:
    """A project with a lead, who may take back whatever was imported."""
    add_author(project, LEAD, Role.LEAD)
    return project


def test_an_import_is_taken_back_and_done_again_to_the_byte(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    bring(project, FIRST)
    before, stored = exports(project, tmp_path), rows(project)
    bring(project, SECOND, {"name": "d.txt", "text": "خبر عن الرقة"})
    after, stored_after = exports(project, tmp_path), rows(project)
    assert found(project, "الرقه") == 1
    act = last_import(project)
    assert act is not None
    assert (act.articles, act.layers, act.spans) == (2, 1, 0)
    assert last_taken_back(project) is None
    for _ in range(3):
        take_back(project, LEAD, Quiet())
        assert rows(project) == stored
        assert {name: exports(project, tmp_path)[name] for name in before} == before
        assert found(project, "الرقه") == 0
        assert damage(project) == []
        assert last_taken_back(project) == act
        do_again(project, LEAD, Quiet())
        assert rows(project) == stored_after
        assert exports(project, tmp_path) == after
        assert found(project, "الرقه") == 1
        assert damage(project) == []
        assert last_taken_back(project) is None


def test_the_imports_of_the_demo_go_one_after_the_other_and_come_back(tmp_path: Path) -> None:
    path = make_demo(tmp_path, Quiet())
    with Project.open(path) as project:
        stored, after = rows(project), exports(project, tmp_path)
        taken = 0
        while last_import(project):
            take_back(project, LEAD, Quiet())
            taken += 1
            assert damage(project) == []
        assert taken == 3
        assert rows(project) == []
    with Project.open(path) as project:
        while last_taken_back(project):
            do_again(project, LEAD, Quiet())
            assert damage(project) == []
        assert rows(project) == stored
        assert exports(project, tmp_path) == after


def test_nothing_is_offered_where_nothing_was_imported(project: Project, bring: Bring) -> None:
    for act in (take_back, do_again):
        with pytest.raises(RefusedAct, match="There is no import"):
            act(project, LEAD, Quiet())
    bring(project, FIRST)
    take_back(project, LEAD, Quiet())
    with pytest.raises(RefusedAct, match="There is no import"):
        take_back(project, LEAD, Quiet())


def test_after_a_new_import_the_old_one_cannot_be_done_again(
    project: Project, bring: Bring
) -> None:
    bring(project, FIRST)
    take_back(project, LEAD, Quiet())
    bring(project, SECOND)
    assert last_taken_back(project) is None
    bring(project, FIRST)
    assert damage(project) == []
    take_back(project, LEAD, Quiet())
    take_back(project, LEAD, Quiet())
    assert rows(project) == []
    assert damage(project) == []


@pytest.mark.parametrize("takes_it_back", [False, True])
def test_an_article_on_which_somebody_worked_stays(
    project: Project, bring: Bring, takes_it_back: bool
) -> None:
    bring(project, FIRST, SECOND)
    article = project.articles.by_name("b.txt")
    assert article is not None
    marked = apply(project, article, project.layers.load(article.id, "amal"), Mark(0, 3, "actor"))
    if takes_it_back:
        undo(project, marked.layer)
    stored = rows(project)
    with pytest.raises(RefusedAct, match=r"in b\.txt\. Nothing was changed"):
        take_back(project, LEAD, Quiet())
    assert rows(project) == stored
    assert last_import(project)
    assert damage(project) == []


def test_a_layer_that_was_gone_on_with_stays(project: Project, bring: Bring) -> None:
    bring(project, {"name": "a.txt", "text": TEXT})
    bring(project, FIRST)
    article = project.articles.by_name("a.txt")
    assert article is not None
    apply(project, article, project.layers.load(article.id, "amal"), Mark(0, 4, "actor"))
    with pytest.raises(RefusedAct, match=r"in a\.txt"):
        take_back(project, LEAD, Quiet())


def test_the_sources_of_an_import_go_first(project: Project, bring: Bring) -> None:
    bring(project, {"name": "a.txt", "text": TEXT})
    stored = rows(project)
    bring(project, {"name": "other.txt", "text": TEXT, "outlet": "سانا"})
    with_source = rows(project)
    assert with_source != stored
    take_back(project, LEAD, Quiet())
    assert rows(project) == stored
    do_again(project, LEAD, Quiet())
    assert rows(project) == with_source
    take_back(project, LEAD, Quiet())
    take_back(project, LEAD, Quiet())
    assert rows(project) == []


def test_a_source_that_came_by_another_way_keeps_the_article(
    project: Project, bring: Bring
) -> None:
    bring(project, FIRST)
    with project.writing():
        project.articles.add_source("a", Source("other.txt"))
    with pytest.raises(RefusedAct, match=r"in a\.txt"):
        take_back(project, LEAD, Quiet())


def test_a_layer_on_an_older_article_goes_and_comes(project: Project, bring: Bring) -> None:
    bring(project, {"name": "a.txt", "text": TEXT})
    stored = rows(project)
    bring(project, FIRST)
    with_layer = rows(project)
    take_back(project, LEAD, Quiet())
    assert rows(project) == stored
    assert damage(project) == []
    do_again(project, LEAD, Quiet())
    assert rows(project) == with_layer
    take_back(project, LEAD, Quiet())
    article = project.articles.by_name("a.txt")
    assert article is not None
    apply(project, article, project.layers.load(article.id, "amal"), Mark(0, 4, "actor"))
    with pytest.raises(RefusedAct, match=r"in a\.txt"):
        do_again(project, LEAD, Quiet())
    assert damage(project) == []


def test_spans_added_to_a_layer_that_was_there_go_and_come(project: Project, bring: Bring) -> None:
    bring(project, FIRST)
    (before,) = project.layers.of_article("a")
    bring(project, {**FIRST, "spans": [BASE, ACTOR]})
    (after,) = project.layers.of_article("a")
    act = last_import(project)
    assert act is not None
    assert (act.articles, act.layers, act.spans) == (0, 0, 1)
    for _ in range(2):
        take_back(project, LEAD, Quiet())
        (layer,) = project.layers.of_article("a")
        assert (layer.spans, layer.state) == (before.spans, before.state)
        assert damage(project) == []
        do_again(project, LEAD, Quiet())
        (layer,) = project.layers.of_article("a")
        assert (layer.spans, layer.state) == (after.spans, after.state)
        assert ids(layer) == ids(after)
        assert damage(project) == []
    assert load_stack(project, "a", "amal").done == ()
    assert load_stack(project, "a", "amal").undone == ()


def test_a_layer_that_one_import_brings_in_two_lines_goes_whole(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    bring(project, FIRST, {**FIRST, "spans": [BASE, ACTOR]})
    after, stored = exports(project, tmp_path), rows(project)
    take_back(project, LEAD, Quiet())
    assert rows(project) == []
    assert damage(project) == []
    do_again(project, LEAD, Quiet())
    assert rows(project) == stored
    assert exports(project, tmp_path) == after
    assert damage(project) == []


def test_an_import_goes_after_acts_on_its_spans_that_were_taken_back(
    project: Project, bring: Bring
) -> None:
    def spans() -> list[list[tuple[str, str, str]]]:
        return [ids(layer) for _, _, layers in rows(project) for layer, _ in layers]

    bring(project, FIRST)
    bring(project, {"text": TEXT, "author": "badr", "spans": [BASE]})
    brought = spans()
    for _ in range(2):
        merge_labels(project, "huda", "base", "actor")
        project_acts.undo(project, "huda")
    for _ in range(2):
        take_back(project, LEAD, Quiet())
    assert rows(project) == []
    for _ in range(2):
        do_again(project, LEAD, Quiet())
    assert spans() == brought
    take_back(project, LEAD, Quiet())
    amal = project.layers.load("a", "amal")
    apply(project, rows(project)[0][0], amal, Mark(5, 8, "actor"))
    with pytest.raises(RefusedAct, match=r"a\.txt"):
        take_back(project, LEAD, Quiet())
    assert damage(project) == []


def test_an_author_may_have_another_name_by_then(project: Project, bring: Bring) -> None:
    bring(project, FIRST)
    rename_author(project, "amal", "أمل")
    stored = rows(project)
    take_back(project, LEAD, Quiet())
    assert rows(project) == []
    do_again(project, LEAD, Quiet())
    assert rows(project) == stored
    assert damage(project) == []


def test_after_a_restart_it_goes_on(project_path: Path, bring: Bring) -> None:
    with Project.open(project_path) as project:
        add_author(project, LEAD, Role.LEAD)
    for act in (lambda p: bring(p, FIRST, SECOND), lambda p: take_back(p, LEAD, Quiet())):
        with Project.open(project_path) as project:
            act(project)
    with Project.open(project_path) as project:
        assert rows(project) == []
        do_again(project, LEAD, Quiet())
        assert len(rows(project)) == 2


class _CancelledAtOnce:
    def advance(self, done: int, total: int | None) -> None:
        raise Cancelled


def test_cancelled_it_changes_nothing(project: Project, bring: Bring) -> None:
    bring(project, FIRST, SECOND)
    stored = rows(project)
    with pytest.raises(Cancelled):
        take_back(project, LEAD, _CancelledAtOnce())
    assert rows(project) == stored
    take_back(project, LEAD, Quiet())
    with pytest.raises(Cancelled):
        do_again(project, LEAD, _CancelledAtOnce())
    assert rows(project) == []
    assert damage(project) == []


def test_an_article_that_vanished_afterwards_is_missed(project: Project, bring: Bring) -> None:
    bring(project, FIRST)
    take_back(project, LEAD, Quiet())
    do_again(project, LEAD, Quiet())
    with project.writing():
        project.articles.remove("a")
    assert damage(project) == ["An article that row 1 of the history brought is gone."]


def test_2000_articles_take_a_few_seconds(project: Project, tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for number in range(2_000):
            text = f"خبر {number}\n\n" + f"نص رقم {number} عن قاعدة في الشمال " * 60
            spans = [{"label": "base", "start": at, "end": at + 3} for at in range(20, 200, 10)]
            line = {"text": text, "author": "amal", "spans": spans}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    assert import_files(project, [lines], Quiet()).added == 2_000
    stored = rows(project)
    begun = time.perf_counter()
    take_back(project, LEAD, Quiet())
    assert time.perf_counter() - begun < 10
    assert rows(project) == []
    begun = time.perf_counter()
    do_again(project, LEAD, Quiet())
    assert time.perf_counter() - begun < 10
    assert rows(project) == stored
    assert damage(project) == []
