"""Handing out articles: evenly by chance, or by hand; each an act on the project.

Where nothing is assigned to anybody, everybody may work on everything.  So the first articles that
are given by hand would hide all others from those who are at work on them: what they have begun is
assigned to them in the same act.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.core.assigning import HandingPlan, hand_out
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Role, Status, Word, now
from annotator.core.rows import Kind, RowChange
from annotator.core.text import is_storable
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.project_stack import SEND_BACK
from annotator.workflow.people.authors import coming, refuse_name, refuse_unless_lead
from annotator.workflow.people.counting import counting

ASSIGN = "assign"
"""The act that gives articles to authors, or takes them away."""


@dataclass(frozen=True, slots=True)
class AssignReport:
    """What handing out did."""

    articles: int
    """How many articles had nobody, and have somebody now."""
    new: dict[str, int]
    """How many articles each of the authors got."""
    now: dict[str, int]
    """How many each of them has in all."""
    shared: int
    """How many articles of the project several authors have."""
    added: list[str]
    """Who was not known before."""


def assign(project: Project, lead: str, plan: HandingPlan) -> AssignReport:
    """Give each article that nobody has to somebody; authors who are not known are added.

    Articles that somebody has stay as they are.

    Raises:
        RefusedAct: if ``lead`` is none, or one of the authors cannot get articles.
    """
    with project.writing():
        refuse_unless_lead(project, lead)
        new = coming(project, plan.authors)
        for author in plan.authors:
            refuse_as_receiver(project, author)
        before, given = _dealt(project, plan)
        dealt = (_given(one, author, lead) for one, authors in given.items() for author in authors)
        _put(project, lead, [*new, *dealt])
    return _report(plan, before, given, [one.key for one in new])


def planned(project: Project, plan: HandingPlan) -> AssignReport:
    """Return what ``assign`` would do; nothing is changed."""
    with project.reading():
        new = coming(project, plan.authors)
        return _report(plan, *_dealt(project, plan), [one.key for one in new])


_Dealt: TypeAlias = Mapping[str, Sequence[str]]
"""Who has each article, by its id."""


def _dealt(project: Project, plan: HandingPlan) -> tuple[_Dealt, _Dealt]:
    """Return who has articles already, and who is to get which."""
    there = project.articles.hashes()
    before = {
        article_id: authors
        for article_id, authors in project.assignments.by_article().items()
        if article_id in there
    }
    tested = project.qualifications.binding()
    return before, hand_out(plan, there, before, _begun(project), tested)


def _report(plan: HandingPlan, before: _Dealt, given: _Dealt, added: list[str]) -> AssignReport:
    new = Counter(author for authors in given.values() for author in authors)
    had = Counter(author for authors in before.values() for author in authors)
    return AssignReport(
        articles=len(given),
        new={author: new[author] for author in plan.authors},
        now={author: had[author] + new[author] for author in plan.authors},
        shared=sum(len(authors) > 1 for authors in (*before.values(), *given.values())),
        added=added,
    )


def give(
    project: Project, lead: str, article_ids: Iterable[str], author: str, comment: str = ""
) -> int:
    """Give articles to an author, whoever else has them; return how many the author had not.

    An author who is not known is added.  What the author was given as a test is left out: it stays
    a test.  One that has ended before the author finished it becomes work.  Where nothing was
    assigned, all keep what they have begun.

    Raises:
        RefusedAct: if ``lead`` is none, or the author cannot get articles.
    """
    refuse_unstorable(comment)
    with project.writing():
        refuse_unless_lead(project, lead)
        refuse_as_receiver(project, author)
        lacking = _without(project, article_ids, author)
        project.heard.forget(lacking, author, Word.COMMENT)
        new = coming(project, [author] if lacking else [])
        given = [_given(one, author, lead, comment) for one in lacking]
        _put(project, lead, [*new, *given, *_kept(project, given, lead)])
    return len(lacking)


def take_away(project: Project, lead: str, article_ids: Iterable[str], author: str) -> int:
    """Take articles from an author; the layers stay.  Return how many the author had.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    with project.writing():
        refuse_unless_lead(project, lead)
        had = _having(project, article_ids, author)
        _put(project, lead, _taken(project, had, author))
    return len(had)


def reassign(
    project: Project,
    lead: str,
    article_ids: Iterable[str],
    old: str,
    new: str,
    comment: str = "",
) -> int:
    """Give what one author has of some articles to another, as one act; return how many.

    Another who is not known is added.  What the other was given as a test is left with the first.
    """
    refuse_unstorable(comment)
    with project.writing():
        refuse_unless_lead(project, lead)
        refuse_as_receiver(project, new)
        moved = movable(project, article_ids, old, new)
        taken, lacking = _taken(project, moved, old), _without(project, moved, new)
        project.heard.forget(lacking, new, Word.COMMENT)
        given = [_given(one, new, lead, comment) for one in lacking]
        _put(project, lead, [*coming(project, [new] if given else []), *taken, *given])
    return len(moved)


def movable(project: Project, article_ids: Iterable[str], old: str, new: str) -> list[str]:
    """Return what ``old`` has of some articles, and ``new`` can get as work."""
    tests = project.qualifications.binding_on(new)
    return [one for one in _having(project, article_ids, old) if one not in tests]


def send_back(project: Project, lead: str, article_id: str, author: str, comment: str) -> None:
    """Let an author go on with an article that was finished or set aside, and say why.

    The comment stands with the layer, as its reason, until it is finished again; without one the
    reason is that it was sent back.

    Raises:
        RefusedAct: if ``lead`` is none, or the author is at work on it anyway.
    """
    if not send_all_back(project, lead, [article_id], author, comment):
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "“{author}” has neither finished the article nor set it aside."
            ),
            author=author,
        )


def send_all_back(
    project: Project, lead: str, article_ids: Iterable[str], author: str, comment: str
) -> int:
    """Let an author go on with those of some articles that are finished or set aside, as one act.

    Where articles are handed out they become the author's, if they were not; a test that has ended
    goes on, and stays a test.  Return how many articles these are; see ``send_back``.
    """
    refuse_unstorable(comment)
    reason = comment.strip() or Word.SENT_BACK.value
    with project.writing():
        refuse_unless_lead(project, lead)
        rows = project.layers.closed(author, article_ids)
        changes = [
            RowChange(
                Kind.LAYER,
                key_of(article_id, author),
                {"status": state.status.value, "reason": state.reason},
                {"status": Status.IN_PROGRESS.value, "reason": reason},
            )
            for article_id, state in rows
        ]
        tests = {one.article_id: one for one in project.qualifications.of_author(author)}
        closed = [article_id for article_id, _ in rows]
        project.heard.forget(closed, author, Word.SENT_BACK)
        lacking = assigned_by_return(project, closed, author)
        given = [_given(one, author, lead) for one in lacking]
        given += _kept(project, given, lead)
        reopened = [
            RowChange(Kind.QUALIFICATION, key_of(one, author), {"ended": 1}, {"ended": 0})
            for one in closed
            if one in tests and tests[one].is_ended
        ]
        project_acts.do(project, lead, SEND_BACK, [*changes, *given, *reopened])
    return len(changes)


def assigned_by_return(project: Project, article_ids: Iterable[str], author: str) -> list[str]:
    """Return those of some articles that become the author's by being sent back; no tests.

    None do where all see all; who has a test sees no more than that and what is assigned.
    """
    assignments = project.assignments
    is_handed_out = assignments.are_any() or not assignments.sees_all(author)
    if not is_handed_out or project.authors.get(author).role is Role.MACHINE:
        return []
    tests = {one.article_id for one in project.qualifications.of_author(author)}
    return [one for one in _without(project, article_ids, author) if one not in tests]


# -- how it is done


def _put(project: Project, lead: str, changes: Iterable[RowChange]) -> None:
    told = list(changes)
    given = {one.key for one in told if one.after is not None}
    # A test that ended before it was finished is one no more once it is given as work.
    lapsed = [
        RowChange(Kind.QUALIFICATION, key, row, None)
        for key, row in project.records.where(Kind.QUALIFICATION, "ended", 1)
        if key in given
    ]
    project_acts.do(project, lead, ASSIGN, [*lapsed, *told])


def _given(article_id: str, author: str, lead: str, comment: str = "") -> RowChange:
    row = {"assigned_by": lead, "at": now(), "comment": comment.strip()}
    return RowChange(Kind.ASSIGNMENT, key_of(article_id, author), None, row)


def _kept(project: Project, given: Iterable[RowChange], lead: str) -> list[RowChange]:
    """Return what makes all keep what they have begun, if ``given`` are the first assignments."""
    told = {one.key for one in given}
    if not told or project.assignments.are_any():
        return []
    workers = {author.name for author in project.authors.all() if author.gets_articles}
    return [
        _given(article_id, author, lead)
        for article_id, authors in _begun(project).items()
        for author in authors
        if author in workers and key_of(article_id, author) not in told
    ]


def _taken(project: Project, article_ids: Iterable[str], author: str) -> list[RowChange]:
    keys = [key_of(one, author) for one in article_ids]
    return [
        RowChange(Kind.ASSIGNMENT, key, project.records.read(Kind.ASSIGNMENT, key), None)
        for key in keys
    ]


def _having(project: Project, article_ids: Iterable[str], author: str) -> list[str]:
    """Return those of the articles that ``author`` has."""
    wanted = list(dict.fromkeys(article_ids))
    having = project.assignments.by_article(wanted)
    return [one for one in wanted if author in having.get(one, ())]


def _without(project: Project, article_ids: Iterable[str], author: str) -> list[str]:
    """Return those of the articles that are there and that ``author`` does not have."""
    wanted = list(dict.fromkeys(article_ids))
    there = project.layers.revisions_of(author, wanted)
    having = set(_having(project, wanted, author))
    having |= project.qualifications.binding_on(author)
    return [one for one in wanted if one in there and one not in having]


def _begun(project: Project) -> dict[str, list[str]]:
    begun, counts = defaultdict(list), counting(project)
    for article_id, author, _, status in project.layers.states():
        if status is not Status.NEW and counts.counts(article_id, author):
            begun[article_id].append(author)
    return begun


def refuse_as_worker(project: Project, name: str) -> None:
    """Refuse an author who does not work on articles.

    Raises:
        UnknownName: if there is no such author.
        RefusedAct: if it is a program, or somebody who was let go.
    """
    if not project.authors.get(name).gets_articles:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "“{author}” is retired or a program, and gets no articles."
            ),
            author=name,
        )


def refuse_as_receiver(project: Project, name: str) -> None:
    """Refuse a name, known or new, whose bearer could get no articles.

    Raises:
        AnnotatorError: if nobody can bear it, or who does so does not work on articles.
    """
    refuse_name(name)
    with project.reading():
        if any(one.name == name for one in project.authors.all()):
            refuse_as_worker(project, name)


def refuse_unstorable(comment: str) -> None:
    """Refuse a comment that no file can hold.

    Raises:
        RefusedAct: if it holds a NUL or half of a character.
    """
    if not is_storable(comment):
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "A comment cannot hold a NUL or half of a character.")
        )
