"""Tests of annotators that go out in packs, come back, or are met by an import."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.edits import Mark
from annotator.core.model import Status
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returned_work import MergeReport
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import give
from annotator.workflow.handing.qualifying import end_test, give_test
from annotator.workflow.imports.articles import ImportReport
from annotator.workflow.projects import find_damage
from tests.workflow.handing.test_qualifying import NEW, what_follows
from tests.workflow.settled_demo import LEAD, ready, work


def test_a_test_goes_out_in_a_pack_and_comes_back_as_a_test(
    settled: Project, tmp_path: Path
) -> None:
    one, other = ready(settled)[:2]
    give(settled, LEAD, [other], "nasser")
    give_test(settled, LEAD, [one], NEW)
    before = what_follows(settled)
    make_pack(settled, tmp_path / "rania.db", NEW, Quiet())
    with Project.open(tmp_path / "rania.db") as pack:
        (article,) = pack.articles.each()
        assert article.id == one
        assert [layer.author for layer in pack.layers.of_article(one)] == []
        assert list(pack.decisions.all()) == []
        work(pack, one, NEW, Mark(0, 3, "base"))
    assert merge_packs(settled, LEAD, [tmp_path / "rania.db"], Quiet()).added == 1
    assert settled.layers.load(one, NEW).status is Status.FINISHED
    assert what_follows(settled) == before


def finished_in_pack(project: Project, path: Path, article_id: str) -> Callable[[], MergeReport]:
    """Return what takes back a pack in which she has finished an article."""
    make_pack(project, path, NEW, Quiet())
    with Project.open(path) as pack:
        work(pack, article_id, NEW, Mark(0, 3, "base"))
    return lambda: merge_packs(project, LEAD, [path], Quiet())


def test_a_test_that_ends_while_a_pack_is_out_comes_back_as_a_test(
    settled: Project, tmp_path: Path
) -> None:
    one, other = ready(settled)[:2]
    give(settled, LEAD, [other], "nasser")
    give_test(settled, LEAD, [one], NEW)
    before = what_follows(settled)
    merge = finished_in_pack(settled, tmp_path / "rania.db", one)
    end_test(settled, LEAD, NEW)
    merge()
    assert settled.layers.load(one, NEW).status is Status.FINISHED
    assert what_follows(settled) == before
    assert settled.qualifications.all() == [(one, NEW, True)]


@pytest.mark.parametrize("is_assigned", [False, True])
def test_a_test_taken_back_while_a_pack_is_out_comes_back_as_a_test(
    settled: Project, tmp_path: Path, *, is_assigned: bool
) -> None:
    one, other = ready(settled)[:2]
    give(settled, LEAD, [other], "nasser")
    before = what_follows(settled)
    give_test(settled, LEAD, [one], NEW)
    merge = finished_in_pack(settled, tmp_path / "rania.db", one)
    project_acts.undo(settled, LEAD)
    if is_assigned:
        give(settled, LEAD, [one], NEW)
    merge()
    assert what_follows(settled) == before
    assert settled.qualifications.all() == [(one, NEW, True)]
    assert settled.assignments.of_author(NEW) == []
    assert list(find_damage(settled.path, Quiet())) == []
    assert project_acts.undo(settled, LEAD).act == "merge packs"
    assert settled.qualifications.all() == []
    assert settled.layers.revision(one, NEW) == 0
    assert settled.assignments.of_author(NEW) == [one] * is_assigned
    project_acts.redo(settled, LEAD)
    assert settled.qualifications.all() == [(one, NEW, True)]


def test_an_import_leaves_a_finished_test_as_it_is(
    settled: Project, bring: Callable[..., ImportReport]
) -> None:
    (one, *_) = ready(settled)
    give_test(settled, LEAD, [one], NEW)
    work(settled, one, NEW)
    layer = settled.layers.load(one, NEW)
    article = settled.articles.by_id(one)
    assert article is not None
    span = {"start": 0, "end": 3, "quote": article.text[:3], "label": "base"}
    told = {"name": article.name, "text": article.text, "spans": [span]}
    report = bring(settled, told, author=NEW)
    assert [str(refused.why) for refused in report.refused] == [
        f"“{NEW}” has finished “{article.name}” as a test: it stays as it is. Send it back to"
        f" “{NEW}” first."
    ]
    assert settled.layers.load(one, NEW) == layer
    assert bring(settled, {**told, "spans": []}, author=NEW).refused == []


def test_a_pack_changes_nothing_in_a_test_that_she_finished_meanwhile(
    settled: Project, tmp_path: Path
) -> None:
    one, other = ready(settled)[:2]
    give_test(settled, LEAD, [one, other], NEW)
    merge = finished_in_pack(settled, tmp_path / "rania.db", one)
    work(settled, one, NEW)
    layer = settled.layers.load(one, NEW)
    ((path, why),) = merge().refused
    assert path == tmp_path / "rania.db"
    assert "as a test: it stays as it is" in str(why)
    assert settled.layers.load(one, NEW) == layer


@pytest.mark.parametrize("is_any_assigned", [False, True])
def test_a_pack_has_of_tests_what_is_not_finished_and_nothing_that_she_does_not_see(
    settled: Project, tmp_path: Path, *, is_any_assigned: bool
) -> None:
    one, other, third = ready(settled)[:3]
    if is_any_assigned:
        give(settled, LEAD, [third], "nasser")
    give_test(settled, LEAD, [one, other], NEW)
    work(settled, one, NEW)
    make_pack(settled, tmp_path / "rania.db", NEW, Quiet())
    with Project.open(tmp_path / "rania.db") as pack:
        packed = set(pack.articles.names())
        assert pack.assignments.may_see(NEW, other)
    assert packed == {other}
