"""What lies in the trash can be restored, or it is told why not."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import ProjectError, RefusedAct
from annotator.core.labels import Label, LabelSet
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.values import ValueKind
from annotator.store.project import Project
from annotator.workflow.acts.project_acts import undo
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author, rename_author
from annotator.workflow.people.questions import answer, ask
from annotator.workflow.project.labels import change_labels, merge_labels, remove_label
from annotator.workflow.project.trash import empty_trash, in_trash, remove_article, restore_article
from tests.workflow.labelled import without_values
from tests.workflow.trashed import damage, held, remove_all, second

FREE = Label("free", "free", "حر", "#112233", "f")


@pytest.fixture
def project(crowded_demo: Project) -> Project:
    """The demo, but without values: any label can be merged into any other."""
    return without_values(crowded_demo)


def test_a_label_stays_while_something_in_the_trash_says_it(project: Project) -> None:
    articles = remove_all(project)
    before = held(project)
    with pytest.raises(RefusedAct, match=r"the trash holds some of it \(spans: [0-9]+\)"):
        remove_label(project, "huda", "base")
    assert held(project) == before
    empty_trash(project, "huda")
    remove_label(project, "huda", "base")
    assert articles
    assert damage(project) == []


def test_a_kind_of_value_stays_while_something_in_the_trash_has_one(crowded_demo: Project) -> None:
    remove_all(crowded_demo)
    labels = crowded_demo.labels.load()
    other = replace(labels["date"], value=ValueKind.TEXT, reader=None)
    changed = LabelSet(tuple(other if one.name == "date" else one for one in labels))
    with pytest.raises(RefusedAct, match="those of another kind in the trash would be lost"):
        change_labels(crowded_demo, "huda", changed)
    assert crowded_demo.labels.load() == labels


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
    crowded_demo: Project, old: str, new: str, sentence: str
) -> None:
    article = second(crowded_demo)
    remove_article(crowded_demo, "huda", article)
    with crowded_demo.writing():
        crowded_demo._db.execute("UPDATE trash SET content = replace(content, ?, ?)", [old, new])
    before = held(crowded_demo)
    with pytest.raises(RefusedAct, match=sentence):
        restore_article(crowded_demo, "huda", article.id)
    assert held(crowded_demo) == before


def change_in_trash(project: Project, article_id: str, content: str) -> None:
    with project.writing():
        project._db.execute(
            "UPDATE trash SET content = ? WHERE article_id = ?", [content, article_id]
        )


def told_in_trash(project: Project, article_id: str) -> dict[str, Any]:
    (content,) = project._db.execute(
        "SELECT content FROM trash WHERE article_id = ?", [article_id]
    ).fetchone()
    return json.loads(content)


def as_it_stands(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows that an act may change, whether they can be read or not."""
    tables = ("articles", "history", "labels", "layers", "refusals", "spans", "trash")
    return {table: project._db.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def without(part: str) -> Callable[[dict[str, Any]], object]:
    return lambda told: {name: kept for name, kept in told.items() if name != part}


def with_first_span(**fields: object) -> Callable[[dict[str, Any]], object]:
    def changed(told: dict[str, Any]) -> object:
        told["layers"][0]["spans"][0] |= fields
        return told

    return changed


@pytest.mark.parametrize(
    "damaged",
    [
        lambda _: {"article": 3},
        *(without("layers"), without("refusals")),
        *(with_first_span(start=[1]), with_first_span(start=2**70)),
    ],
)
def test_what_cannot_be_read_in_the_trash_is_told_by_name_and_hinders_nothing_else(
    project: Project, tmp_path: Path, damaged: Callable[[dict[str, Any]], object]
) -> None:
    article, other = list(project.articles.each())[1:3]
    for one in (article, other):
        remove_article(project, "huda", one)
    changed = damaged(told_in_trash(project, article.id))
    change_in_trash(project, article.id, json.dumps(changed))
    before = as_it_stands(project)
    with pytest.raises(ProjectError, match=f"“{article.name}” cannot be read in the trash"):
        merge_labels(project, "huda", "base", "actor")
    assert as_it_stands(project) == before
    with pytest.raises(ProjectError, match=f"“{article.name}” cannot be restored"):
        restore_article(project, "huda", article.id)
    assert as_it_stands(project) == before
    assert any(article.name in told for told in damage(project))
    file = tmp_path / "new.txt"
    file.write_text("خبر جديد", "utf-8")
    assert import_files(project, [file], Quiet()).added == 1
    restore_article(project, "huda", other.id)
    empty_trash(project, "huda")
    merge_labels(project, "huda", "base", "actor")
    assert damage(project) == []


@pytest.mark.parametrize("content", ['{"article": 3}', "{}", '{"layers": [3]}'])
def test_an_author_keeps_the_name_while_an_article_in_the_trash_cannot_be_read(
    project: Project, content: str
) -> None:
    article = second(project)
    remove_article(project, "huda", article)
    change_in_trash(project, article.id, content)
    with pytest.raises(ProjectError, match=f"“{article.name}” cannot be read in the trash"):
        rename_author(project, "amal", "أمل")
    assert "amal" in {author.name for author in project.authors.all()}
    empty_trash(project, "huda")
    rename_author(project, "amal", "أمل")
    assert damage(project) == []


def test_a_refusal_of_a_label_that_is_gone_is_told_and_left_out(project: Project) -> None:
    article = second(project)
    remove_article(project, "huda", article)
    told = told_in_trash(project, article.id)
    told["refusals"][0]["label"] = "gone"
    change_in_trash(project, article.id, json.dumps(told))
    assert damage(project) == [
        f"In the trash “{article.name}” has a refusal of a label that the project lacks: “gone”."
    ]
    restore_article(project, "huda", article.id)
    assert project.trash.refusals_on(article.id) == told["refusals"][1:]
    assert damage(project) == []


@pytest.mark.parametrize(
    ("part", "field"),
    [
        *(("layers", "author"), ("refusals", "author")),
        *(("questions", "author"), ("questions", "answered_by")),
    ],
)
def test_work_of_an_author_who_is_not_there_is_told_and_waits_for_that_author(
    project: Project, part: str, field: str
) -> None:
    article = second(project)
    asked = ask(project, article, "nasser", "هل؟", (0, 2))
    answer(project, "huda", asked.id, "نعم")
    remove_article(project, "huda", article)
    told = told_in_trash(project, article.id)
    told[part][0][field] = "stranger"
    change_in_trash(project, article.id, json.dumps(told))
    before = held(project)
    assert damage(project) == [
        f"In the trash “{article.name}” has work of an author whom the project lacks: “stranger”."
    ]
    with pytest.raises(RefusedAct, match="the project has no author “stranger”"):
        restore_article(project, "huda", article.id)
    assert held(project) == before
    add_author(project, "stranger", Role.ANNOTATOR)
    assert damage(project) == []
    restore_article(project, "huda", article.id)
    assert in_trash(project) == []
