from collections.abc import Callable

import pytest

from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.model import Author, Role
from annotator.store.project import Project
from annotator.workflow.people.authors import (
    add_author,
    ensure_author,
    list_authors,
    near_name,
    rename_author,
    retire,
    set_role,
    who_works,
)


def test_authors_stand_in_the_order_in_which_they_came(project: Project) -> None:
    ensure_author(project, "نصر")
    add_author(project, "amal", Role.LEAD)
    assert ensure_author(project, "amal") == Author("amal", Role.LEAD)
    assert list_authors(project) == [Author("نصر"), Author("amal", Role.LEAD)]


@pytest.mark.parametrize(
    "name",
    ["gold", "", " ", " amal", "amal\u00a0", "x" * 101, "a\nb", "a\0", "\u202eamal", "\ud800"],
)
def test_a_name_that_nobody_can_bear_is_refused(project: Project, name: str) -> None:
    for attempt in (
        lambda: ensure_author(project, name),
        lambda: add_author(project, name, Role.LEAD),
        lambda: rename_author(project, "amal", name),
    ):
        with pytest.raises(RefusedAct):
            attempt()
    assert list_authors(project) == []


@pytest.mark.parametrize(
    "name", ["أمل", "علی\u200cرضا", "O'Brien; DROP TABLE", "a/../b", "x" * 100]
)
def test_other_names_are_fine(project: Project, name: str) -> None:
    assert add_author(project, name, Role.ANNOTATOR).name == name


def test_a_name_is_taken_once(project: Project) -> None:
    add_author(project, "amal", Role.ANNOTATOR)
    add_author(project, "nasser", Role.ANNOTATOR)
    with pytest.raises(RefusedAct, match="an author “amal” already"):
        add_author(project, "amal", Role.LEAD)
    with pytest.raises(RefusedAct, match="an author “amal” already"):
        rename_author(project, "nasser", "amal")


def test_who_is_not_there_is_told(project: Project) -> None:
    for attempt in (
        lambda: rename_author(project, "nobody", "somebody"),
        lambda: set_role(project, "nobody", Role.LEAD),
        lambda: retire(project, "nobody", retired=True),
    ):
        with pytest.raises(UnknownName, match="no author “nobody”"):
            attempt()


def test_a_new_name_goes_with_layers_and_history(
    project: Project, bring: Callable[..., object]
) -> None:
    bring(project, {"id": "a", "text": "قسرك", "spans": []}, author="amal")
    rename_author(project, "amal", "أمل")
    assert [layer.author for layer in project.layers.of_article("a")] == ["أمل"]
    rows = project._connection.execute("SELECT author FROM history").fetchall()
    assert rows == [("أمل",)]


def test_roles_change_and_people_go_and_come_back(project: Project) -> None:
    ensure_author(project, "amal")
    set_role(project, "amal", Role.MACHINE)
    retire(project, "amal", retired=True)
    assert list_authors(project) == [Author("amal", Role.MACHINE, retired=True)]
    with who_works(project.path) as (names, _):
        assert names == []
    retire(project, "amal", retired=False)
    with who_works(project.path) as (names, known_near):
        assert names == ["amal"]
        assert known_near("aml") == "amal"
        assert known_near("huda") is None


def test_the_only_lead_stays_until_there_is_another(project: Project) -> None:
    before = [add_author(project, "huda", Role.LEAD), add_author(project, "amal", Role.LEAD)]
    retire(project, "amal", retired=True)
    attempts: list[Callable[[], None]] = [
        lambda: retire(project, "huda", retired=True),
        lambda: set_role(project, "huda", Role.ANNOTATOR),
        lambda: set_role(project, "huda", Role.MACHINE),
    ]
    for attempt in attempts:
        with pytest.raises(RefusedAct, match=r"“huda” is the only lead.*--role NAME lead"):
            attempt()
    set_role(project, "amal", Role.ANNOTATOR)  # who is gone leads nobody
    set_role(project, "amal", Role.LEAD)
    retire(project, "amal", retired=False)
    assert list_authors(project) == before
    for attempt in attempts[:2]:
        attempt()
    assert list_authors(project)[0] == Author("huda", Role.ANNOTATOR, retired=True)


@pytest.mark.parametrize(
    ("new", "known"),
    [
        ("Nasser", "nasser"),
        ("naser", "nasser"),
        ("أمال عباس", "امال عبّاس"),
        ("nasser", None),
        ("huda", None),
    ],
)
def test_a_name_near_to_a_known_one_is_seen(project: Project, new: str, known: str | None) -> None:
    for name in ("nasser", "امال عبّاس"):
        ensure_author(project, name)
    near = near_name(project, new)
    assert (near.known if near else None) == known
