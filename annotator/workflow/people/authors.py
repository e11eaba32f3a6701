"""Who works on a project: authors are added, renamed, given a role, retired."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import GOLD, Author, Role
from annotator.core.rows import Kind, Row, RowChange
from annotator.store.project import Project

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class NearName:
    """A new author whose name is nearly that of a known one: a slip of the keyboard?"""

    new: str
    known: str


def near_name(project: Project, name: str) -> NearName | None:
    """Return the known author whose name ``name`` is nearly, unless ``name`` is known itself."""
    with project.reading():
        known = [author.name for author in project.authors.all()]
    if name in known:
        return None
    folded = {_folded(other): other for other in known}
    close = get_close_matches(_folded(name), folded, n=1, cutoff=0.8)
    return NearName(name, folded[close[0]]) if close else None


@contextmanager
def who_works(path: Path) -> Iterator[tuple[list[str], Callable[[str], str | None]]]:
    """Yield the names of a project's authors, and what finds the known name near to a new one.

    Raises:
        ProjectError: if the project at ``path`` cannot be read.
    """
    with Project.open(path, writable=False) as project:
        names = [author.name for author in list_authors(project) if not author.retired]

        def known_near(name: str) -> str | None:
            near = near_name(project, name)
            return near.known if near else None

        yield names, known_near


def _folded(name: str) -> str:
    return "".join(ARABIC.fold(name).split())


def ensure_author(project: Project, name: str, role: Role = Role.ANNOTATOR) -> Author:
    """Return the author of that name; a new one is added in the role given.

    Raises:
        RefusedAct: if nobody can bear that name.
    """
    refuse_name(name)
    with project.writing():
        for author in project.authors.all():
            if author.name == name:
                return author
        author = Author(name, role)
        project.authors.put(author)
    return author


def coming(project: Project, names: Iterable[str]) -> list[RowChange]:
    """Return what adds the authors of some names who are not known, as a part of an act.

    Raises:
        RefusedAct: if nobody can bear one of the names.
    """
    known = {author.name for author in project.authors.all()}
    new = [name for name in dict.fromkeys(names) if name not in known]
    for name in new:
        refuse_name(name)
    row: Row = {"role": Role.ANNOTATOR.value, "retired": 0}
    return [RowChange(Kind.AUTHOR, name, None, row) for name in new]


def refuse_name(name: str) -> None:
    """Refuse a name that no author can bear.

    Raises:
        RefusedAct: if it is empty, too long, reserved or cannot be shown.
    """
    if name == GOLD:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "“gold” is the name of what is settled. Choose another.")
        )
    if not name.strip() or name != name.strip() or len(name) > _LONGEST_NAME:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "The name of an author has 1 to 100 letters and no space around it."
            )
        )
    # Persian names may have a joiner or non-joiner inside.
    if not name.replace("\u200c", "").replace("\u200d", "").isprintable():
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "The name of an author cannot hold control characters.")
        )


def list_authors(project: Project) -> list[Author]:
    """Return all authors, in the order in which they came."""
    with project.reading():
        return project.authors.all()


def add_author(project: Project, name: str, role: Role) -> Author:
    """Add a new author.

    Raises:
        RefusedAct: if there is one of that name, or nobody can bear it.
    """
    refuse_name(name)
    with project.writing():
        _refuse_taken(project, name)
        author = Author(name, role)
        project.authors.put(author)
    return author


def rename_author(project: Project, old: str, new: str) -> None:
    """Give an author another name, in layers and history too.

    Raises:
        UnknownName: if there is no author ``old``.
        RefusedAct: if ``new`` is taken, or nobody can bear it.
        ProjectError: if an article in the trash cannot be read.
    """
    refuse_name(new)
    with project.writing():
        project.authors.get(old)
        _refuse_taken(project, new)
        project.authors.rename(old, new)
        project.trash.rename_author(old, new)


def set_role(project: Project, name: str, role: Role) -> None:
    """Let an author do what ``role`` may do.

    Raises:
        UnknownName: if there is no such author.
        RefusedAct: if nobody would be left to lead the project.
    """
    with project.writing():
        author = project.authors.get(name)
        if role is not Role.LEAD:
            _refuse_last_lead(project, author)
        project.authors.put(replace(author, role=role))


def retire(project: Project, name: str, *, retired: bool) -> None:
    """Let an author go, or come back; the layers stay.

    Raises:
        UnknownName: if there is no such author.
        RefusedAct: if nobody would be left to lead the project.
    """
    with project.writing():
        author = project.authors.get(name)
        if retired:
            _refuse_last_lead(project, author)
        project.authors.put(replace(author, retired=retired))


def refuse_unless_lead(project: Project, name: str) -> None:
    """Refuse what only a lead may do.

    Raises:
        UnknownName: if there is no such author.
        RefusedAct: if the author is no lead.
    """
    with project.reading():
        author = project.authors.get(name)
    if not author.is_lead:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "Only a lead can do that, and “{name}” is none."), name=name
        )


def _refuse_last_lead(project: Project, author: Author) -> None:
    """Refuse to do without ``author`` if nobody else leads the project."""
    leads = {one.name for one in project.authors.all() if one.is_lead and not one.retired}
    if leads == {author.name}:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” is the only lead, and a project needs one. Make a lead of somebody else"
                " first: “annotator authors PROJECT --role NAME lead”.",
            ),
            name=author.name,
        )


def _refuse_taken(project: Project, name: str) -> None:
    if any(author.name == name for author in project.authors.all()):
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "There is an author “{name}” already."), name=name
        )
