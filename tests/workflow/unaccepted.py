"""Suggestions count as nothing until they are accepted: looked at in what comes of a project."""

from collections.abc import Collection
from pathlib import Path

from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.suggestions import AcceptAll, Withholding
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.people.authors import add_author
from annotator.workflow.review.settling import Reviews
from annotator.workflow.suggesting.offering import keep_offer, offer, suggest, withhold
from annotator.workflow.suggesting.suggester import Suggester
from tests.workflow.settled_demo import LEAD, done, settle_as

NEW = "salma"
"""Somebody to whom all articles are shown with suggestions, and who has marked nothing."""


def check_nothing_reaches_layers_or_exports(
    demo: Project, folder: Path, formats: Collection[str]
) -> int:
    """Suggest on all articles of the demo, then let one author take all there is on one of them.

    What she and the gold have is written in each format before, after, and once it is taken, to
    folders of these names in ``folder``.  Return how many spans she has then.
    """
    add_author(demo, NEW, Role.ANNOTATOR)
    withhold(demo, LEAD, Withholding(0, 0))
    settle_as(demo, "amal")
    articles = list(demo.articles.each())
    before = exported_in(demo, folder / "before", formats)
    layers = {one.id: demo.layers.of_article(one.id) for one in articles}
    agreement, reviews = project_agreement(demo), Reviews(demo).all()
    assert sum(suggest(demo).labels.values()) > 100
    suggester = Suggester(demo, NEW)
    suggester.learn()
    offers = {}
    for article in articles:
        told = offer(demo, suggester, NEW, article.id)
        assert told is not None
        keep_offer(demo, NEW, told)
        offers[article.id] = told
    assert exported_in(demo, folder / "after", formats) == before
    assert layers == {one.id: demo.layers.of_article(one.id) for one in articles}
    assert project_agreement(demo) == agreement
    assert Reviews(demo).all() == reviews
    unmarked = next(one.id for one in articles if not layers[one.id])
    taken = done(demo, unmarked, NEW, AcceptAll(offers[unmarked].suggestions))
    now = exported_in(demo, folder / "taken", formats)
    changed = {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)}
    for name in formats:
        assert any(one.startswith(f"{NEW}-{name}") for one in changed), name
    assert all(name.startswith(NEW) for name in changed)
    return len(taken.spans)


def exported_in(project: Project, folder: Path, formats: Collection[str]) -> dict[str, bytes]:
    """Write gold, and what NEW has, in some formats to a new folder; return the bytes by file."""
    folder.mkdir()
    for name in formats:
        for author in ("gold", NEW):
            chosen = Selection(author=author, every_article=True)
            export(project, folder / f"{author}-{name}", name, Quiet(), chosen)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
