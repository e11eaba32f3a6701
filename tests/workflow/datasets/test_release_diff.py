"""How one release differs from another is told, article by article and span by span."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.edits import Mark
from annotator.core.errors import FileError
from annotator.core.manifest import ARTICLES
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.datasets.release_diff import ReleaseDiff, diff
from annotator.workflow.people.authors import add_author
from annotator.workflow.project.trash import remove_article
from tests.workflow.datasets.test_release import lines
from tests.workflow.releases import objects, put, released
from tests.workflow.settled_demo import LEAD, work


def test_a_release_differs_from_itself_in_nothing(whole: Path, out: Path) -> None:
    found = diff(whole, out)
    assert found == type(found)()


def test_articles_that_came_and_went_and_spans_that_changed_are_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(12)), author="amal")
    older = released(led, tmp_path / "v1")
    bring(led, *lines(range(12, 15)), author="amal")
    articles = {article.name: article for article in led.articles.each()}
    remove_article(led, LEAD, articles["3.txt"])
    work(led, articles["5.txt"].id, "amal", Mark(5, 9, "date"), Mark(0, 2, "actor"))
    newer = released(led, tmp_path / "v2")
    found = diff(older, newer)
    assert found.added == ["12.txt", "13.txt", "14.txt"]
    assert (found.removed, found.moved, found.renamed) == (["3.txt"], {}, {})
    assert found.changed.keys() == {"5.txt"}
    spans = {one["name"]: one["spans"] for one in objects(newer / ARTICLES)}["5.txt"]
    assert found.spans_added == {
        label: sum(one[0] == label for one in spans if one != ["base", 0, 2])
        for label in {one[0] for one in spans if one != ["base", 0, 2]}
    }
    back = diff(newer, older)
    assert (back.added, back.removed) == (found.removed, found.added)
    assert (back.spans_added, back.spans_removed) == (found.spans_removed, found.spans_added)


@pytest.mark.parametrize(
    "change",
    [
        {"value": {"value": 1000, "unit": "soldier"}},
        {"note": "تقريبًا"},
        {"unsure": True},
        {"value": {}},
    ],
)
def test_spans_that_say_something_else_are_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path, change: dict[str, Any]
) -> None:
    span = {"label": "figure", "start": 0, "end": 2, "value": {"value": 100, "unit": "soldier"}}
    rows = lines(range(4), spans=[span])
    add_author(led, "nasser", Role.ANNOTATOR)
    bring(led, *rows, author="amal")
    older = released(led, tmp_path / "v1", layer="amal")
    bring(led, rows[0] | {"spans": [span | change]}, *rows[1:], author="nasser")
    newer = released(led, tmp_path / "v2", layer="nasser")
    for one, other in ((older, newer), (newer, older)):
        found = diff(one, other)
        assert found.said_otherwise == {"0.txt": 1}
        assert (found.changed, found.spans_added, found.spans_removed) == ({}, {}, {})
    # A release of an older program does not tell what spans say.
    put(older / ARTICLES, [{**row, "said": None} for row in objects(older / ARTICLES)])
    assert diff(older, newer) == ReleaseDiff()
    put(older / ARTICLES, [{**row, "said": ["" for _ in ()]} for row in objects(older / ARTICLES)])
    with pytest.raises(FileError, match="“said” must be a list with a text for each span"):
        diff(older, newer)


def test_articles_in_another_split_or_of_another_name_are_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(20)), author="amal")
    led.backup(tmp_path / "copy.db", Quiet())
    older = released(led, tmp_path / "v1")
    with Project.open(tmp_path / "copy.db") as copy:
        newer = released(copy, tmp_path / "v2", seed=5)
    splits = [
        {one["name"]: one["split"] for one in objects(out / ARTICLES)} for out in (older, newer)
    ]
    found = diff(older, newer)
    assert found.moved == {
        name: (split, splits[1][name])
        for name, split in splits[0].items()
        if splits[1][name] != split
    }
    assert found.moved != {}
    rows = objects(newer / ARTICLES)
    put(newer / ARTICLES, [rows[0] | {"name": "other.txt"}, *rows[1:]])
    assert diff(older, newer).renamed == {rows[0]["name"]: "other.txt"}
