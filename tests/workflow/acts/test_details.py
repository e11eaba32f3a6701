from dataclasses import replace
from pathlib import Path

import pytest

from annotator.arabic import ARABIC
from annotator.core.details import Details
from annotator.core.edits import Mark
from annotator.core.errors import InvalidValue, UnknownName
from annotator.core.model import Article, LayerState, Status
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.acts.details import edit_details, facts, told_otherwise
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import find_damage, make_demo


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        ensure_author(project, "noor")
        yield project


@pytest.fixture
def article(project: Project) -> Article:
    return next(project.articles.each())


def tell(project: Project, article: Article, author: str = "noor", **changed: object):
    layer = project.layers.load(article.id, author)
    return edit_details(project, article, layer, replace(Details.of(article), **changed))


def found(project: Project, words: str) -> list[int]:
    return project.search.find(ARABIC.fold(words))


def test_the_search_follows_a_title_through_undo_and_redo(
    project: Project, article: Article
) -> None:
    assert found(project, "زرافة") == []
    tell(project, article, title="زَرافة بيضاء")
    number = project.articles.number_of(article.id)
    assert found(project, "زرافة") == [number]
    layer = project.layers.load(article.id, "noor")
    marking.undo(project, layer)
    assert found(project, "زرافة") == []
    assert project.articles.by_id(article.id) == article
    marking.redo(project, layer)
    assert found(project, "زرافة") == [number]
    assert list(find_damage(project.path, Quiet())) == []


def test_details_make_no_layer_and_let_a_finished_one_be(
    project: Project, article: Article
) -> None:
    tell(project, article, note="للمراجعة")
    assert project.layers.revision(article.id, "noor") == 0
    before = project.layers.load(article.id, "amal")
    assert before.status is Status.FINISHED
    marked = tell(project, article, "amal", outlet="سانا")
    assert marked.layer == before == project.layers.load(article.id, "amal")
    marking.undo(project, before)
    assert project.layers.load(article.id, "amal").state == LayerState(Status.FINISHED)
    assert list(find_damage(project.path, Quiet())) == []


def test_a_layer_that_vanished_is_still_missed_when_details_were_told_too(
    project: Project, article: Article
) -> None:
    tell(project, article, note="ن")
    layer = project.layers.load(article.id, "noor")
    marking.apply(project, article, layer, Mark(0, 2, "base"))
    with project.writing():
        project.layers.remove(article.id, "noor")
    assert any("noor" in str(damage) for damage in find_damage(project.path, Quiet()))


def test_two_people_tell_different_things(project: Project, article: Article) -> None:
    tell(project, article, outlet="سانا")
    tell(project, article, "amal", note="من أمل")
    now = project.articles.by_id(article.id)
    assert (now.outlet, now.note) == ("سانا", "من أمل")
    assert told_otherwise(project, article) == now
    assert told_otherwise(project, now) is None
    marking.undo(project, project.layers.load(article.id, "noor"))
    assert project.articles.by_id(article.id).note == "من أمل"


def test_nothing_is_saved_of_what_is_refused(project: Project, article: Article) -> None:
    before = project.history.groups_on(article.id)
    with pytest.raises(InvalidValue):
        tell(project, article, title="جديد", published="غدا")
    assert project.articles.by_id(article.id) == article
    assert project.history.groups_on(article.id) == before
    assert tell(project, article).sequence == 0
    with project.writing():
        project.articles.remove(article.id)
    with pytest.raises(UnknownName):
        tell(project, article, title="جديد")


def test_who_works_blind_sees_no_layers(project: Project, article: Article) -> None:
    assert facts(project, article, see_layers=False).layers == []
    authors = [author for author, _, _ in facts(project, article, see_layers=True).layers]
    assert authors == ["amal", "nasser"]
