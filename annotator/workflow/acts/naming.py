"""Articles named in a sentence, so that the person can look at them."""

from collections.abc import Iterable

from annotator.core.errors import isolate
from annotator.store.project import Project

_NAMED = 5
"""How many articles a message names."""


def names_of(project: Project, article_ids: Iterable[str]) -> str:
    """Return the names of some of the articles, for a sentence."""
    ids = list(dict.fromkeys(article_ids))
    articles = [project.articles.by_id(article_id) for article_id in ids[:_NAMED]]
    names = [isolate(article.name) for article in articles if article]
    return ", ".join([*names, "…"] if len(ids) > _NAMED else names)
