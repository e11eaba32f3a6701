import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.arabic import ARABIC
from annotator.core.edits import Mark
from annotator.core.errors import RefusedAct
from annotator.core.model import Article
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import rename_author
from annotator.workflow.people.questions import answer, ask
from annotator.workflow.project.trash import (
    empty_trash,
    goes_with,
    in_trash,
    remove_article,
    restore_article,
)
from annotator.workflow.projects import find_damage, make_demo


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        yield project


@pytest.fixture
def article(project: Project) -> Article:
    """The second article, on which two have layers, one an undo stack, and one a question."""
    article = list(project.articles.each())[1]
    layer = project.layers.load(article.id, "amal")
    marking.apply(project, article, layer, Mark(0, 2, "base"))
    asked = ask(project, article, "nasser", "هل؟", (0, 2))
    answer(project, "huda", asked.id, "نعم")
    with project.writing():
        project._db.execute(
            "INSERT INTO refusals VALUES ('amal', ?, 0, 3, 'actor', ?, '2026-11-22T02:00:00.000Z')",
            [article.id, article.text[:3]],
        )
    return article


TABLES = {
    "articles": "SELECT * FROM articles ORDER BY number",
    "sources": "SELECT * FROM sources ORDER BY article_id, name",
    "layers": "SELECT article_id, author, revision, status, reason, guideline, seconds FROM layers"
    " ORDER BY 1, 2",
    "spans": 'SELECT id, label, start, "end", quote, value, proposed, note, unsure, origin,'
    " created_at, changed_at FROM spans ORDER BY id",
    "questions": "SELECT * FROM questions ORDER BY id",
    "refusals": "SELECT * FROM refusals ORDER BY 1, 2, 3",
    "folded": "SELECT * FROM folded ORDER BY number",
}


def held(path: Path) -> dict[str, list[object]]:
    """Return all rows of the file but the history."""
    with closing(sqlite3.connect(path)) as db:
        return {table: db.execute(query).fetchall() for table, query in TABLES.items()}


def whole(project: Project) -> bool:
    return list(find_damage(project.path, Quiet())) == []


def test_all_of_it_goes_and_comes_back_as_it_was(project: Project, article: Article) -> None:
    before = held(project.path)
    assert goes_with(project, article)[0] == 2
    remove_article(project, "huda", article)
    gone = held(project.path)
    assert len(gone["articles"]) == len(before["articles"]) - 1
    assert article.id not in str(gone)
    assert project.search.find(ARABIC.fold(article.title)) == []
    (removed,) = in_trash(project)
    assert (removed.id, removed.name, removed.removed_by) == (article.id, article.name, "huda")
    assert whole(project)
    restore_article(project, "huda", article.id)
    assert held(project.path) == before
    assert in_trash(project) == []
    assert whole(project)


def test_removing_and_restoring_are_undone_and_done_again(
    project: Project, article: Article
) -> None:
    before = held(project.path)
    remove_article(project, "huda", article)
    gone = held(project.path)
    project_acts.undo(project, "huda")
    assert held(project.path) == before
    project_acts.redo(project, "huda")
    assert held(project.path) == gone
    restore_article(project, "huda", article.id)
    project_acts.undo(project, "huda")
    assert held(project.path) == gone
    assert whole(project)
    project_acts.undo(project, "huda")
    assert held(project.path) == before
    assert whole(project)


def test_its_undo_stacks_go_on(project: Project, article: Article) -> None:
    remove_article(project, "huda", article)
    restore_article(project, "huda", article.id)
    layer = project.layers.load(article.id, "amal")
    (marked,) = marking.undo(project, layer)
    assert (0, 2, "base") not in [span.place for span in marked.layer]


def test_the_text_is_not_in_the_history(project: Project, article: Article) -> None:
    remove_article(project, "huda", article)
    last = project.history.by_sequence(project.history.last_project_act())
    assert article.text[-40:] not in last.done + last.inverse
    assert len(json.loads(last.done)["rows"]) == 1


def test_the_same_text_is_not_imported_beside_the_trash(
    project: Project, article: Article, tmp_path: Path
) -> None:
    remove_article(project, "huda", article)
    file = tmp_path / "again.txt"
    file.write_text(article.text, "utf-8")
    report = import_files(project, [file], Quiet())
    assert report.added == 0
    assert "restore it there" in str(report.refused[0].why)


def test_what_is_taken_meanwhile_refuses_and_changes_nothing(
    project: Project, article: Article, tmp_path: Path
) -> None:
    remove_article(project, "huda", article)
    (tmp_path / article.name).write_text("نص آخر تماما", "utf-8")
    import_files(project, [tmp_path / article.name], Quiet())
    before = held(project.path)
    with pytest.raises(RefusedAct, match="cannot be restored"):
        restore_article(project, "huda", article.id)
    assert held(project.path) == before
    assert len(in_trash(project)) == 1
    assert whole(project)


def test_a_number_that_was_given_away_is_not_missed(project: Project, tmp_path: Path) -> None:
    last = list(project.articles.each())[-1]
    remove_article(project, "huda", last)
    (tmp_path / "new.txt").write_text("نص جديد", "utf-8")
    import_files(project, [tmp_path / "new.txt"], Quiet())
    restore_article(project, "huda", last.id)
    assert list(project.articles.each())[-1] == last
    assert whole(project)


def test_an_id_in_the_trash_is_not_given_to_another_article(
    project: Project, article: Article, bring
) -> None:
    remove_article(project, "huda", article)
    bring(project, {"id": article.id, "name": "other", "text": "نص آخر"})
    assert project.articles.by_name("other").id != article.id
    restore_article(project, "huda", article.id)
    assert whole(project)


def test_who_has_another_name_by_now_gets_the_layers_back(
    project: Project, article: Article
) -> None:
    spans = project.layers.load(article.id, "amal").spans
    remove_article(project, "huda", article)
    rename_author(project, "amal", "أمل")
    rename_author(project, "huda", "هدى")
    restore_article(project, "هدى", article.id)
    assert project.layers.load(article.id, "أمل").spans == spans
    assert project.questions.on_article(article.id)[0].answered_by == "هدى"
    assert whole(project)


def test_an_emptied_trash_is_no_damage_and_ends_undo(project: Project, article: Article) -> None:
    remove_article(project, "huda", article)
    with pytest.raises(RefusedAct, match="Only a lead"):
        empty_trash(project, "amal")
    assert empty_trash(project, "huda") == 1
    assert whole(project)
    with pytest.raises(RefusedAct, match="cannot be taken back"):
        project_acts.undo(project, "huda")
    with pytest.raises(RefusedAct, match="no longer in the trash"):
        restore_article(project, "huda", article.id)


def test_an_article_that_vanished_otherwise_is_still_missed(
    project: Project, article: Article
) -> None:
    remove_article(project, "huda", article)
    restore_article(project, "huda", article.id)
    with project.writing():
        project.articles.remove(article.id)
    assert not whole(project)


def test_only_leads_remove(project: Project, article: Article) -> None:
    before = held(project.path)
    with pytest.raises(RefusedAct, match="Only a lead"):
        remove_article(project, "amal", article)
    with pytest.raises(RefusedAct, match="no longer in the project"):
        remove_article(project, "huda", replace(article, id="gone"))
    assert held(project.path) == before
