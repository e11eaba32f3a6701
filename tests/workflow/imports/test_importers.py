"""Who imports, and who may take that back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.imports.articles import ImportReport, import_files
from annotator.workflow.imports.taking_back import do_again, take_back
from annotator.workflow.people.authors import add_author, rename_author
from tests.workflow.imported import FIRST, LEAD, TEXT, damage, last_import, last_taken_back, rows

Bring = Callable[..., ImportReport]


@pytest.fixture
def project(project: Project) -> Project:
    """A project with a lead, who may take back whatever was imported."""
    add_author(project, LEAD, Role.LEAD)
    return project


@pytest.mark.parametrize(
    ("by", "author", "may"),
    [
        ("amal", "amal", True),
        ("amal", "badr", False),
        ("amal", LEAD, True),
        (None, "amal", False),
        (None, LEAD, True),
    ],
)
def test_who_imported_may_take_it_back_and_do_it_again_and_so_may_a_lead(
    project: Project, write_lines: Callable[..., Path], by: str | None, author: str, may: bool
) -> None:
    for name in ("amal", "badr"):
        add_author(project, name, Role.ANNOTATOR)
    import_files(project, [write_lines(FIRST)], Quiet(), by=by)
    whose = project.authors.get(author)
    for act, offered in ((take_back, last_import), (do_again, last_taken_back)):
        there = offered(project)
        assert there is not None
        assert there.is_open_to(whose) == may
        if may:
            act(project, author, Quiet())
            continue
        with pytest.raises(RefusedAct, match="Only who imported this, or a lead"):
            act(project, author, Quiet())
        assert len(rows(project)) == (act is take_back)
        if act is take_back:
            take_back(project, LEAD, Quiet())
    assert len(rows(project)) == may


def test_where_nobody_leads_all_may_take_back_what_a_terminal_imported(
    project_path: Path, write_lines: Callable[..., Path]
) -> None:
    with Project.open(project_path) as project:
        amal = add_author(project, "amal", Role.ANNOTATOR)
        import_files(project, [write_lines(FIRST)], Quiet())
        stored = rows(project)
        for act, offered, left in (
            (take_back, last_import, []),
            (do_again, last_taken_back, stored),
        ):
            there = offered(project)
            assert there is not None
            assert there.is_open_to(amal)
            act(project, "amal", Quiet())
            assert rows(project) == left
        add_author(project, LEAD, Role.LEAD)
        there = last_import(project)
        assert there is not None
        assert not there.is_open_to(amal)
        with pytest.raises(RefusedAct, match="Only who imported this, or a lead"):
            take_back(project, "amal", Quiet())


def test_where_nobody_leads_what_somebody_imported_is_still_not_another_s(
    project_path: Path, write_lines: Callable[..., Path]
) -> None:
    with Project.open(project_path) as project:
        for name in ("amal", "badr"):
            add_author(project, name, Role.ANNOTATOR)
        import_files(project, [write_lines(FIRST)], Quiet(), by="amal")
        with pytest.raises(RefusedAct, match="Only who imported this, or a lead"):
            take_back(project, "badr", Quiet())


def test_nobody_imports_who_is_unknown(project: Project, write_lines: Callable[..., Path]) -> None:
    add_author(project, "noor", Role.ANNOTATOR)
    rename_author(project, "noor", "نور")
    with pytest.raises(UnknownName, match="The project has no author “noor”"):
        import_files(project, [write_lines(FIRST)], Quiet(), by="noor")
    assert rows(project) == []
    assert damage(project) == []


class _Renaming(Quiet):
    """Gives an author another name once something is imported, as another program may."""

    def __init__(self, path: Path, author: str) -> None:
        self._path = path
        self._author = author

    def advance(self, done: int, total: int | None) -> None:
        if done == 1:
            with Project.open(self._path) as project:
                rename_author(project, self._author, "نور")


@pytest.mark.parametrize("whose", ["by", "author"])
def test_an_import_ends_whole_when_who_imports_gets_another_name(
    project: Project,
    write_lines: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    whose: str,
) -> None:
    monkeypatch.setattr("annotator.workflow.imports.articles._BATCH_S", 0)
    add_author(project, "noor", Role.ANNOTATOR)
    lines = write_lines(*({"name": f"{n}.txt", "text": f"{TEXT} {n}"} for n in range(3)))
    with pytest.raises(UnknownName, match="The project has no author “noor”"):
        import_files(project, [lines], _Renaming(project.path, "noor"), **{whose: "noor"})
    assert [article.name for article, _, _ in rows(project)] == ["0.txt"]
    assert [author.name for author in project.authors.all()] == [LEAD, "نور"]
    assert damage(project) == []
    assert import_files(project, [lines], Quiet(), by="نور").added == 2
