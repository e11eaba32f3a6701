from collections.abc import Callable

import pytest

from annotator.core.model import Status
from annotator.store.project import Project

Bring = Callable[..., object]
BASE = {"label": "base", "start": 0, "end": 4}


@pytest.fixture
def filled(project: Project, bring: Bring) -> Project:
    """Four articles: one untouched, one in progress, one finished, one set aside."""
    bring(
        project,
        {"id": "new", "name": "new", "text": "قسرك 1"},
        *(
            {"id": status, "text": f"قسرك {status}", "status": status, "spans": [BASE]}
            for status in ("in progress", "finished", "set aside")
        ),
        author="amal",
    )
    return project


def test_a_list_shows_what_one_author_did(filled: Project) -> None:
    rows = filled.articles.rows([4, 1, 99, 2], "amal")
    assert [(row.number, row.id, row.status, row.spans) for row in rows] == [
        (4, "set aside", Status.SET_ASIDE, 1),
        (1, "new", Status.NEW, 0),
        (2, "in progress", Status.IN_PROGRESS, 1),
    ]
    assert [row.status for row in filled.articles.rows([2], "nasser")] == [Status.NEW]
    assert filled.articles.rows([], "amal") == []


def test_what_is_finished_or_set_aside_is_done(filled: Project) -> None:
    articles = filled.articles
    assert articles.first_unfinished([4, 3, 2, 1], "amal") == 2
    assert articles.first_unfinished([4, 3, 99], "amal") is None
    assert articles.first_unfinished([4, 3], "nasser") == 4
    assert articles.has_unfinished("amal")


def test_when_all_is_done_nothing_is_unfinished(project: Project, bring: Bring) -> None:
    assert not project.articles.has_unfinished("amal")
    bring(project, {"text": "قسرك", "spans": []}, author="amal")
    assert not project.articles.has_unfinished("amal")
    assert project.articles.has_unfinished("nasser")


def test_outlets_are_named_once_with_those_of_further_sources(
    project: Project, bring: Bring
) -> None:
    bring(
        project,
        {"text": "قسرك 1", "outlet": "RT"},
        {"text": "قسرك 2", "outlet": "RT"},
        {"text": "قسرك 2", "outlet": "شام", "name": "copy"},
        {"text": "قسرك 3"},
    )
    assert project.articles.outlets() == ["RT", "شام"]


def test_articles_are_numbered_in_the_order_in_which_they_came(filled: Project) -> None:
    articles = filled.articles
    assert articles.count() == 4
    assert [articles.number_of(one.id) for one in articles.each()] == [1, 2, 3, 4]
    assert articles.number_of("none") is None
    assert articles.by_id("none") is articles.by_name("none") is articles.by_sha256("x") is None
