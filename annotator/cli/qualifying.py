"""Tests for new authors, as “annotator assign --qualification” gives and ends them."""

from typing import TYPE_CHECKING

from annotator.cli.opening import warn_of_near_name
from annotator.cli.output import counted, names, piece, say, say_json, warn

if TYPE_CHECKING:
    from annotator.store.project import Project


def give_tests(
    project: "Project",
    lead: str,
    authors: tuple[str, ...],
    articles: tuple[str, ...],
    lot: tuple[int, int],
    *,
    as_json: bool,
) -> None:
    """Give each of the authors those articles as a test, or as many as the ``lot`` says.

    The lot is how many, and the seed of the chance.
    """
    from annotator.workflow.datasets.exported import article_named
    from annotator.workflow.handing.qualifying import draw_test, give_test
    from annotator.workflow.people.authors import refuse_name, refuse_unless_lead

    refuse_unless_lead(project, lead)
    for author in authors:
        refuse_name(author)
    named = [article_named(project, name).id for name in articles]
    # It takes a while: others can go on with the project.
    chosen = {author: named or draw_test(project, author, *lot) for author in authors}
    with project.writing():  # to all of them, or to none
        for author, drawn in chosen.items():
            warn_of_near_name(project, author)
            give_test(project, lead, drawn, author)
    known = project.articles.names()
    given = {author: [known[one] for one in dict.fromkeys(chosen[author])] for author in chosen}
    if as_json:
        say_json({"tests": [{"author": name, "articles": told} for name, told in given.items()]})
        return
    for author, told in given.items():
        say(f"{piece(author)}: {counted(len(told), 'article')} as a test{_listed(told)}")
        if not articles and len(told) < lot[0]:
            warn(f"Note: no more than {counted(len(told), 'article')} can test {piece(author)}.")


def _listed(articles: list[str]) -> str:
    return f": {names(articles)}" if articles else ""


def end_tests(project: "Project", lead: str, authors: tuple[str, ...], *, as_json: bool) -> None:
    """End the tests of the authors."""
    from annotator.workflow.handing.qualifying import end_test

    with project.writing():
        ended = {author: end_test(project, lead, author) for author in authors}
    if as_json:
        say_json({"ended": [{"author": name, "articles": count} for name, count in ended.items()]})
        return
    for author, count in ended.items():
        say(f"{piece(author)}: the test on {counted(count, 'article')} has ended.")
