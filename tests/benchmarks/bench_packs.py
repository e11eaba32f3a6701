"""Handing out, packing and merging 2,000 articles, and the list of one of three authors.

Run with ``python -m tests.benchmarks.bench_packs``.
"""

import tempfile
from functools import partial
from pathlib import Path
from statistics import quantiles

from annotator.core.assigning import HandingPlan
from annotator.core.edits import Remove
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.query import ArticleQuery
from annotator.gui.project.catalogue import Catalogue
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import assign
from annotator.workflow.people.authors import set_role
from annotator.workflow.review.settling import Reviews
from tests.benchmarks.bench_review import AUTHORS, LEAD, filled, timed
from tests.benchmarks.large_project import large_project

ARTICLES = 2_000
CHANGED = 500


def change(path: Path, author: str) -> None:
    """Take a span out of many layers of a pack."""
    with Project.open(path) as pack:
        for number, article in enumerate(pack.articles.each()):
            layer = pack.layers.load(article.id, author)
            if number < CHANGED and layer.spans:
                marking.apply(pack, article, layer, Remove((layer.spans[0].id,)))


def measure_packs(folder: Path) -> None:
    """Print what it costs to hand out, pack and merge."""
    with Project.open(filled(folder, ARTICLES)) as project:
        plan = HandingPlan(AUTHORS, 3, 1.0)
        print(f"{ARTICLES:,} articles with 10 spans of each of 3 authors")
        print(f"  handed out: {timed(partial(assign, project, LEAD, plan)):.0f} ms")
        packs = [folder / f"{name}.db" for name in AUTHORS]
        for name, path in zip(AUTHORS, packs, strict=True):
            print(f"  packed: {timed(partial(make_pack, project, path, name, Quiet())):.0f} ms")
            change(path, name)
        reviews = Reviews(project)
        reviews.all()
        for path in packs:
            took = timed(partial(merge_packs, project, LEAD, [path]))
            print(f"  {CHANGED} changed layers merged: {took:.0f} ms")
        print(f"  conflicts after that: {timed(reviews.all):.0f} ms")
        again = timed(partial(merge_packs, project, LEAD, packs))
        print(f"  all three merged again: {again:.0f} ms")
        print(f"  one undone: {timed(partial(project_acts.undo, project, LEAD)):.0f} ms")


def measure_list(folder: Path) -> None:
    """Print what it costs to list a third of 100,000 articles, a page at a time."""
    with Project.open(large_project(folder)) as project:
        lead = project.authors.all()[0].name
        set_role(project, lead, Role.LEAD)
        took = timed(partial(assign, project, lead, HandingPlan(AUTHORS, 3)))
        print(f"100,000 articles handed out: {took / 1000:.1f} s")
        author = project.authors.get(AUTHORS[0])
        catalogue = Catalogue(project, author, lambda read, otherwise: read())
        pages = catalogue.pages(ArticleQuery())
        each = [timed(partial(next, pages, None)) for _ in range(60)]
        whole = timed(lambda: list(catalogue.pages(ArticleQuery())))
        print(f"  a page of her list: 95 % {quantiles(each, n=20)[-1]:.0f} ms, all: {whole:.0f} ms")
        print(f"  count: {timed(catalogue.count):.0f} ms")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        measure_packs(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        measure_list(Path(folder))


if __name__ == "__main__":
    main()
