"""A small project with an article of each kind, and what is asked of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from annotator.core.edits import SetState
from annotator.core.model import Article, LayerState, Role, Status
from annotator.core.overview import Overview
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.people.authors import add_author

Bring = Callable[..., Any]
LEAD = "huda"


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock shows UTC."""
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def the(project: Project, name: str) -> Article:
    article = project.articles.by_name(name)
    assert article is not None
    return article


def set_state(project: Project, name: str, author: str, status: Status, reason: str = "") -> None:
    article = the(project, name)
    layer = project.layers.load(article.id, author)
    apply(project, article, layer, SetState(LayerState(status, reason)))


def line(name: str, *spans: tuple[int, int, str], **more: object) -> dict[str, Any]:
    drawn = [{"label": label, "start": start, "end": end} for start, end, label in spans]
    return {"name": name, "text": f"aa bb cc dd ee {name}", "spans": drawn, **more}


@pytest.fixture
def small(project: Project, bring: Bring) -> Project:
    """One article of each kind: agreed, disputed, single, half done, set aside, untouched."""
    both = line("agreed", (0, 2, "base")), line("disputed", (3, 5, "date"), (6, 8, "actor"))
    bring(project, *both, author="amal")
    bring(project, both[0], line("disputed", (3, 5, "base"), (6, 8, "actor")), author="noor")
    bring(project, line("single", (0, 2, "figure")), author="amal")
    bring(project, line("half", (0, 2, "figure")), author="amal")
    bring(project, line("half", (0, 2, "figure"), status="in progress"), author="noor")
    bring(project, line("aside", status="set aside", reason="copy"), author="noor")
    bring(project, {"name": "untouched", "text": "nobody"})
    add_author(project, LEAD, Role.LEAD)
    return project


def counted(found: Overview, author: str) -> dict[Status, int]:
    (work,) = (one for one in found.work.authors if one.author == author)
    return {status: count for status, count in work.articles.items() if count}
