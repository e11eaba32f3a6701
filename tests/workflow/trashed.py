"""What tests of the trash do and look at: articles removed and restored, and what is held then."""

import json
from typing import Any

from annotator.core.model import Article
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.project.trash import in_trash, remove_article, restore_article
from annotator.workflow.projects import find_damage


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
