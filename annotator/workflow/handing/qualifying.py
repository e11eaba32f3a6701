"""Tests for new authors: articles with settled gold are given to somebody to be measured by it.

What she marks in them never counts for gold, readiness, conflicts or agreement, also when the test
has ended: she has seen the gold of what she has finished.  What she had not finished by then can be
given to her as work, and counts from then on.  So nobody is tested on an article that
is assigned to her or that she has worked on, nor who sees all gold anyway.
"""

from collections.abc import Iterable
from hashlib import sha256

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Word, now
from annotator.core.rows import Kind, Row, RowChange
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.workflow.acts import project_acts
from annotator.workflow.handing.assigning import refuse_as_receiver
from annotator.workflow.people.authors import coming, refuse_unless_lead
from annotator.workflow.people.counting import counting
from annotator.workflow.registry.registry import current_entries
from annotator.workflow.review.settling import derived

TEST = "test"
"""The act that gives articles to an author as a test."""
END_TEST = "end test"
"""The act that ends the test of an author."""
_DRAWN_AT_ONCE = 100
"""How many articles are looked at together, until enough are found."""


def unknown_to(project: Project, article_ids: Iterable[str], author: str) -> list[str]:
    """Return the articles that ``author`` neither has nor has had anything to do with."""
    wanted = list(dict.fromkeys(article_ids))
    known = {one.article_id for one in project.qualifications.of_author(author)}
    known |= set(project.assignments.of_author(author))
    known |= {one for one, found in project.layers.revisions_of(author, wanted).items() if found}
    return [one for one in wanted if one not in known]


def fit_for_test(project: Project, article_ids: Iterable[str], author: str) -> list[str]:
    """Return those of some articles that are ready, and that ``author`` has nothing to do with."""
    with project.reading():
        unknown = unknown_to(project, article_ids, author)
        return [one.article.id for one in derived(project, unknown) if one.state.ready]


def draw_test(project: Project, author: str, count: int, seed: int = 0) -> list[str]:
    """Return ``count`` articles that ``author`` can be tested on, by chance that can be repeated.

    There are fewer if there are no more.
    """
    with project.reading():
        hashes = project.articles.hashes()
        # Nothing is ready that nobody has finished.
        finished = dict.fromkeys(article_id for article_id, _, _ in project.layers.finished())
        wanted = unknown_to(project, finished, author)
        wanted.sort(key=lambda one: _chance(seed, hashes[one]))
        counts, entries = counting(project), current_entries(project)
        found: list[str] = []
        for first in range(0, len(wanted), _DRAWN_AT_ONCE):
            if len(found) >= count:
                break
            some = wanted[first : first + _DRAWN_AT_ONCE]
            looked = derived(project, some, counts, entries)
            ready = {one.article.id for one in looked if one.state.ready}
            found += [one for one in some if one in ready]
    return found[:count]


def give_test(project: Project, lead: str, article_ids: Iterable[str], author: str) -> int:
    """Give ready articles to an author as a test, as one act; return how many.

    An author who is not known is added.

    Raises:
        RefusedAct: if ``lead`` is none, ``author`` is one or does not work on articles, there is
            no article, or one does not fit: it is named.
    """
    wanted = list(dict.fromkeys(article_ids))
    with project.writing():
        refuse_unless_lead(project, lead)
        new = coming(project, [author])
        if not new and project.authors.get(author).is_lead:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "“{author}” is a lead, who sees all gold: there is nothing to test."
                ),
                author=author,
            )
        refuse_as_receiver(project, author)
        if not wanted:
            raise _none_fits(author)
        fit = set(fit_for_test(project, wanted, author))
        for article_id in wanted:
            if article_id not in fit:
                raise _unfit(project, article_id, author)
        project.heard.forget(wanted, author, Word.TEST)
        row: Row = {"given_by": lead, "at": now(), "ended": 0}
        given = [_row_change(one, author, None, row) for one in wanted]
        project_acts.do(project, lead, TEST, [*new, *given])
    return len(wanted)


def end_test(project: Project, lead: str, author: str) -> int:
    """End the test of an author, as one act; return how many articles it was about.

    What she has marked stays out of gold, also what still comes back in a pack; what she has not
    finished is no longer hers, unless it is given to her as work.

    Raises:
        RefusedAct: if ``lead`` is none, or no test of the author is under way.
    """
    with project.writing():
        refuse_unless_lead(project, lead)
        project.authors.get(author)
        running = project.qualifications.running(author)
        if not running:
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "No test of “{author}” is under way."), author=author
            )
        changes = [_row_change(one, author, {"ended": 0}, {"ended": 1}) for one in running]
        project_acts.do(project, lead, END_TEST, changes)
    return len(running)


# -- how it is done


def _row_change(article_id: str, author: str, before: Row | None, after: Row | None) -> RowChange:
    return RowChange(Kind.QUALIFICATION, key_of(article_id, author), before, after)


def _none_fits(author: str) -> RefusedAct:
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "No article is left that can test “{author}”: a test takes articles that are ready and"
            " that its author has never had nor worked on. Settle others first, then give the"
            " test.",
        ),
        author=author,
    )


def _unfit(project: Project, article_id: str, author: str) -> RefusedAct:
    article = project.articles.by_id(article_id)
    told = {"article": article.name if article else article_id, "author": author}
    if article is not None and not unknown_to(project, [article_id], author):
        return RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{author}” has “{article}” already, or has worked on it: that is no test.",
            ),
            **told,
        )
    return RefusedAct(
        QT_TRANSLATE_NOOP("errors", "“{article}” is not ready: a test needs gold that is settled."),
        **told,
    )


def _chance(seed: int, text: str) -> bytes:
    return sha256(f"{seed}\x1f{text}".encode()).digest()
