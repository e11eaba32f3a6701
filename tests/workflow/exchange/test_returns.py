"""Work comes back from packs: in any order, late, in parts and twice, and can be taken back."""

import shutil
import sqlite3
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from annotator.core.assigning import HandingPlan
from annotator.core.decisions import Choice
from annotator.core.details import Details
from annotator.core.edits import Describe, Edit, Mark, Remove, Resize, SetState
from annotator.core.errors import RefusedAct
from annotator.core.model import GOLD, LayerState, Role, Status
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.values import EntryValue
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.acts.details import edit_details
from annotator.workflow.datasets.exporting import export
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returned_work import MERGE_PACKS, MergeReport
from annotator.workflow.exchange.returns import clashes, merge_packs
from annotator.workflow.handing.assigning import assign
from annotator.workflow.people import questions
from annotator.workflow.people.authors import add_author
from annotator.workflow.projects import find_damage
from annotator.workflow.registry import registry
from annotator.workflow.review import deciding
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.settling import Reviews

LEAD = "huda"
ROOT = Path(__file__).resolve().parents[3]
AUTHORS = ("amal", "nasser", "salma")


def packed(project: Project, author: str, name: str = "") -> Path:
    out = project.path.with_name(f"{name or author}.db")
    make_pack(project, out, author, Quiet())
    return out


def tell(path: Path, author: str, article: str, **told: str) -> None:
    """Tell something else of an article."""
    with Project.open(path) as project:
        found = project.articles.by_name(article)
        assert found is not None
        layer = project.layers.load(found.id, author)
        edit_details(project, found, layer, replace(Details.of(found), **told))


def work(path: Path, author: str, article: str | int, *edits: Edit) -> None:
    """Do edits in one article of a pack (or a project), given by name or place."""
    with Project.open(path) as project:
        articles = {one.name: one for one in project.articles.each()}
        found = articles[article] if isinstance(article, str) else list(articles.values())[article]
        layer = project.layers.load(found.id, author)
        for edit in edits:
            layer = marking.apply(project, found, layer, edit).layer


def finish() -> SetState:
    return SetState(LayerState(Status.FINISHED))


def first_span(path: Path, author: str) -> tuple[str, str]:
    """Return article and id of the first span of an author."""
    with Project.open(path, writable=False) as project:
        for article in project.articles.each():
            for span in project.layers.load(article.id, author):
                return article.name, span.id
    raise AssertionError("no span")


def merged(project: Project, *paths: Path) -> MergeReport:
    report = merge_packs(project, LEAD, paths)
    assert report.refused == []
    return report


def state(project: Project, folder: Path) -> dict[str, Any]:
    """Return all that must be the same: exports, conflicts, decisions, clashes, assignments."""
    found: dict[str, Any] = {}
    for author in (*(one.name for one in project.authors.all()), GOLD):
        out = folder / "export.jsonl"
        export(project, out, "jsonl", Quiet(), Selection(author))
        found[author] = out.read_text("utf-8")
    found["conflicts"] = [
        (one.article, one.conflict.id, one.cause, one.conflict.stale)
        for one in Reviews(project).conflicts()
    ]
    found["ready"] = [(one.article, one.ready, one.unfinished) for one in Reviews(project).all()]
    found["decisions"] = sorted(
        one.id
        for article in project.articles.names()
        for one in project.decisions.on_article(article)
    )
    found["clashes"] = sorted(
        (one.article, one.author or "", one.clash.kind.value, one.clash.what, one.clash.versions)
        for one in clashes(project)
    )
    found["questions"] = sorted(one.id for one in project.questions.all())
    return found


# -- the must-show


def three_packs(project: Project) -> dict[str, Path]:
    """Hand three packs out and work on them: spans removed, added, valued; articles finished.

    The first author takes back some of what the authors differ on, the others what they do not.
    """
    assign(project, LEAD, HandingPlan(AUTHORS, 2, 0.5))
    packs = {name: packed(project, name) for name in AUTHORS}
    waiting = Reviews(project).conflicts()
    disputed = {span.id for there in waiting for _, span in there.conflict.spans}
    for number, (name, path) in enumerate(packs.items()):
        with Project.open(path) as pack:
            names = list(pack.articles.names().values())
            entry = registry.add_entry(pack, name, "base", f"قاعدة {number}", ["قاعدة مشتركة"])
            questions.ask(pack, next(pack.articles.each()), name, f"سؤال {number}", None)
        for place, article in enumerate(names):
            mark = Mark(7 * place, 7 * place + 4 + number, "base")
            value = EntryValue(entry.id, entry.name)
            with Project.open(path) as pack:
                found = pack.articles.by_name(article)
                assert found is not None
                layer = pack.layers.load(found.id, name)
                if layer.spans:
                    some = [one.id for one in layer if one.id in disputed and not number]
                    gone = Remove((*some[:1], layer.spans[-1].id))
                    layer = marking.apply(pack, found, layer, gone).layer
                layer = marking.apply(pack, found, layer, mark).layer
                span = next(one for one in layer if one.place == (mark.start, mark.end, "base"))
                layer = marking.apply(pack, found, layer, Describe(span.id, value=(value,))).layer
                marking.apply(pack, found, layer, finish())
    return packs


def go_on(project: Project) -> None:
    """Decide what is open, and change in the project what goes in a pack."""
    ruling = Ruling(Choice.OPTION, author=AUTHORS[0])
    rule_all(project, LEAD, [(there, ruling) for there in Reviews(project).conflicts()])
    for article in project.articles.each():
        layer = project.layers.load(article.id, AUTHORS[1])
        if layer.spans:
            marking.apply(project, article, layer, Describe(layer.spans[-1].id, note="لاحقا"))


def test_three_packs_make_the_same_project_in_all_orders_and_twice(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    packs = three_packs(demo)
    go_on(demo)
    demo.close()
    found = []
    for number, order in enumerate(permutations(AUTHORS)):
        copy = Path(shutil.copy(demo_path, tmp_path / f"order{number}.db"))
        with Project.open(copy) as project:
            for name in order:
                merged(project, packs[name])
            found.append(state(project, tmp_path))
            last = project.history.last_project_act()
            again = merged(project, *(packs[name] for name in order))
            assert (again.layers, again.clashes) == (0, [])
            assert project.history.last_project_act() == last
            assert state(project, tmp_path) == found[0]
        assert list(find_damage(copy, Quiet())) == []
    assert all(one == found[0] for one in found)
    copy = Path(shutil.copy(demo_path, tmp_path / "at_once.db"))
    with Project.open(copy) as project:
        merged(project, *packs.values())
        assert state(project, tmp_path) == found[0]
    assert all(found[0][what] for what in ("conflicts", "decisions", "clashes", "questions"))
    stale = {one for *_, of_conflict in found[0]["conflicts"] for one in of_conflict}
    assert stale
    assert stale < set(found[0]["decisions"])


def test_packs_of_one_author_on_three_machines_are_merged_alike_in_all_orders(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    article, span = first_span(demo_path, "amal")
    paths = [packed(demo, "amal", f"machine{number}") for number in range(3)]
    *_, other = demo.articles.names().values()
    work(paths[0], "amal", article, Resize(span, 0, 9), Describe(span, note="أول"), finish())
    work(paths[1], "amal", article, Resize(span, 3, 12), finish())
    work(paths[2], "amal", article, Remove((span,)), Mark(20, 27, "date"), finish())
    work(paths[2], "amal", other, Mark(30, 34, "actor"))
    work(paths[0], "amal", other, Mark(30, 34, "actor"), finish())
    demo.close()
    found = []
    for number, order in enumerate(permutations(paths)):
        copy = Path(shutil.copy(demo_path, tmp_path / f"order{number}.db"))
        with Project.open(copy) as project:
            for path in (*order, *order):
                merged(project, path)
            found.append(state(project, tmp_path))
            kinds = {one.clash.kind.value for one in clashes(project)}
            assert kinds == {"span", "status"}
        assert list(find_damage(copy, Quiet())) == []
    assert all(one == found[0] for one in found)


def test_three_copies_of_one_pack_make_the_same_project_in_all_orders_and_twice(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    """One file that was copied by hand: each copy was worked on otherwise."""
    article, span = first_span(demo_path, "amal")
    pack = packed(demo, "amal")
    copies = [Path(shutil.copy(pack, tmp_path / f"copy{number}.db")) for number in range(3)]
    *_, other = demo.articles.names().values()
    # One span is changed in all, twice to the same; another is changed, removed, and added anew.
    for copy, borders in zip(copies, ((0, 9), (3, 12), (0, 9)), strict=True):
        work(copy, "amal", article, Resize(span, *borders))
    work(copies[1], "amal", article, Resize(span, 5, 14), finish())
    work(copies[0], "amal", article, Mark(30, 37, "date"), finish())
    work(copies[1], "amal", article, Mark(30, 37, "date"))
    work(copies[2], "amal", article, Mark(30, 37, "figure"))
    work(copies[0], "amal", other, Mark(0, 4, "actor"), Mark(30, 34, "actor"))
    work(copies[2], "amal", other, Mark(30, 34, "actor"), finish())
    for copy, note, outlet in zip(copies, ("ب", "أ", "ج"), ("RT", None, "سانا"), strict=True):
        tell(copy, "amal", article, note=note)
        if outlet:
            tell(copy, "amal", other, outlet=outlet)
        with Project.open(copy) as project:
            questions.ask(project, next(project.articles.each()), "amal", f"سؤال {note}", None)
    demo.close()
    found = []
    for number, order in enumerate(permutations(copies)):
        path = Path(shutil.copy(demo_path, tmp_path / f"order{number}.db"))
        with Project.open(path) as project:
            for copy in order:
                merged(project, copy)
            found.append(state(project, tmp_path))
            last = project.history.last_project_act()
            again = merged(project, *order)
            assert (again.layers, again.clashes) == (0, [])
            assert project.history.last_project_act() == last
            assert state(project, tmp_path) == found[0]
            told = project.articles.by_name(article)
            assert told is not None
            assert told.note == "أ"
            kinds = {one.clash.kind.value for one in clashes(project)}
            assert kinds == {"span", "details", "status"}
        assert list(find_damage(path, Quiet())) == []
    path = Path(shutil.copy(demo_path, tmp_path / "at_once.db"))
    with Project.open(path) as project:
        merged(project, *copies)
        assert state(project, tmp_path) == found[0]


def test_what_the_project_told_stays_whatever_packs_tell(demo: Project) -> None:
    *_, article = demo.articles.names().values()
    packs = [packed(demo, "amal", f"pack{number}") for number in range(3)]
    for path, outlet in zip(packs, ("ب", "أ", "ت"), strict=True):
        tell(path, "amal", article, outlet=outlet)
    merged(demo, packs[0])
    tell(demo.path, LEAD, article, outlet="وكالة")
    for path in packs[1:]:
        merged(demo, path)
        found = demo.articles.by_name(article)
        assert found is not None
        assert found.outlet == "وكالة"


# -- bases: late, partial, copied


def test_a_pack_comes_back_in_parts_and_an_older_copy_changes_nothing(
    demo: Project, tmp_path: Path
) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    early = Path(shutil.copy(path, tmp_path / "early.db"))
    work(path, "amal", -1, Mark(5, 9, "actor"), finish())
    report = merged(demo, early)
    assert (report.layers, report.added) == (1, 1)
    report = merged(demo, path)
    assert (report.layers, report.added, report.removed) == (1, 1, 0)
    before = state(demo, tmp_path)
    report = merged(demo, early)
    assert (report.layers, report.clashes) == (0, [])
    assert state(demo, tmp_path) == before
    work(path, "amal", -1, Mark(20, 24, "base"))
    assert merged(demo, path).added == 1


def test_the_later_part_before_the_earlier_one_is_the_same(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    early = Path(shutil.copy(path, tmp_path / "early.db"))
    work(path, "amal", -1, Mark(5, 9, "actor"), finish())
    demo.close()
    found = []
    for number, order in enumerate([(early, path), (path, early)]):
        with Project.open(Path(shutil.copy(demo_path, tmp_path / f"{number}.db"))) as project:
            for one in order:
                merged(project, one)
            found.append(state(project, tmp_path))
    assert found[0] == found[1]


def test_of_a_pack_that_was_copied_and_worked_on_twice_both_lines_count(
    demo: Project, tmp_path: Path
) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    work(path, "amal", -1, Mark(5, 9, "actor"))
    work(copy, "amal", -1, Mark(20, 24, "date"))
    for one in (path, copy, path, copy):
        merged(demo, one)
    article = list(demo.articles.names())[-1]
    layer = demo.layers.load(article, "amal")
    assert [span.label for span in layer] == ["base", "actor", "date"]
    assert clashes(demo) == []


def test_what_a_copy_takes_back_is_gone_though_another_came_between(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    """Each copy is a line of its own, and so is what was done in the project before they came."""
    article, span = first_span(demo_path, "amal")
    path = packed(demo, "amal")
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    work(demo_path, "amal", article, Resize(span, 0, 9))
    work(path, "amal", article, Mark(5, 9, "actor"))
    work(copy, "amal", article, Mark(20, 24, "date"), Resize(span, 3, 12))
    early = Path(shutil.copy(path, tmp_path / "early.db"))
    with Project.open(path) as pack:
        layer = pack.layers.load(next(pack.articles.each()).id, "amal")
        (added,) = (one.id for one in layer if one.place == (5, 9, "actor"))
    work(path, "amal", article, Remove((added,)))
    demo.close()
    found = []
    for number, order in enumerate([(early, copy, path), (path, early, copy), (copy, path)]):
        here = Path(shutil.copy(demo_path, tmp_path / f"{number}.db"))
        with Project.open(here) as project:
            for one in (*order, *order):
                merged(project, one)
            found.append(state(project, tmp_path))
            known = project.articles.by_name(article)
            assert known is not None
            places = {one.place for one in project.layers.load(known.id, "amal")}
            assert (20, 24, "date") in places
            assert (5, 9, "actor") not in places
        assert list(find_damage(here, Quiet())) == []
    assert all(one == found[0] for one in found)


def test_a_pack_that_an_older_program_had_taken_goes_on(demo: Project, demo_path: Path) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    merged(demo, path)
    with sqlite3.connect(demo_path) as db:
        removed = "json_remove(layer, '$.began', '$.here', '$.pack.id')"
        db.execute(f"UPDATE bases SET layer = {removed}")
    work(path, "amal", -1, Mark(5, 9, "actor"))
    merged(demo, path)
    merged(demo, path)
    layer = demo.layers.load(list(demo.articles.names())[-1], "amal")
    assert [one.label for one in layer] == ["base", "actor"]
    assert clashes(demo) == []


def test_what_was_done_in_the_project_meanwhile_stays(demo: Project, demo_path: Path) -> None:
    article, span = first_span(demo_path, "amal")
    path = packed(demo, "amal")
    work(path, "amal", article, Describe(span, note="من البعيد"))
    work(demo_path, "amal", article, Mark(20, 27, "figure"))
    assert merged(demo, path).changed == 1
    found = demo.articles.by_name(article)
    assert found is not None
    layer = demo.layers.load(found.id, "amal")
    there = layer.span(span)
    assert there is not None
    assert there.note == "من البعيد"
    assert (20, 27, "figure") in {one.place for one in layer}


def test_two_spans_may_swap_their_places(demo: Project, tmp_path: Path) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"), Mark(5, 9, "base"))
    merged(demo, path)
    article = list(demo.articles.names())[-1]
    one, other = demo.layers.load(article, "amal").spans
    work(
        path,
        "amal",
        -1,
        Resize(one.id, 20, 24),
        Resize(other.id, one.start, one.end),
        Resize(one.id, other.start, other.end),
    )
    assert merged(demo, path).changed == 2
    layer = demo.layers.load(article, "amal")
    assert [span.id for span in layer] == [other.id, one.id]
    project_acts.undo(demo, LEAD)
    assert [span.id for span in demo.layers.load(article, "amal")] == [one.id, other.id]
    assert list(find_damage(demo.path, Quiet())) == []


# -- decisions


def test_decisions_stay_unless_a_late_return_brings_something_new_in_their_stretch(
    demo: Project,
) -> None:
    assert not demo.assignments.are_any()
    add_author(demo, "salma", Role.ANNOTATOR)
    salma = packed(demo, "salma")
    amal = packed(demo, "amal")
    reviews = Reviews(demo)
    first, second, *_ = (one for one in reviews.conflicts() if one.cause == "clitic")
    for there in (first, second):
        deciding.rule(demo, LEAD, there, Ruling(Choice.WIDEST))
    taken = demo.decisions.count()
    # She marks the one stretch in a way nobody had, and the other as the decision put it.
    _, drawn = first.conflict.spans[0]
    with Project.open(salma) as pack:
        names = list(pack.articles.names().values())
    start, end = first.conflict.start, first.conflict.end
    work(salma, "salma", first.article, Mark(max(start - 1, 0), end, drawn.label), finish())
    if second.article != first.article:
        work(salma, "salma", second.article, finish())
    work(amal, "amal", names[-1], Mark(0, 4, "base"), finish())
    merged(demo, amal)
    assert not [one for one in reviews.conflicts() if one.conflict.stale]
    merged(demo, salma)
    assert demo.decisions.count() == taken
    stale = [one for one in reviews.conflicts() if one.conflict.stale]
    assert [one.article for one in stale] == [first.article]
    assert stale[0].conflict.start <= start
    assert second.conflict.id not in {one.conflict.id for one in reviews.conflicts()}


def test_a_single_layer_that_was_accepted_lapses_when_it_comes_back_changed(
    demo: Project,
) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"), finish())
    merged(demo, path)
    assert accept_singles(demo, LEAD) == 1
    article = list(demo.articles.names())[-1]

    def is_ready() -> bool:
        return next(one.ready for one in Reviews(demo).all() if one.article_id == article)

    assert is_ready()
    work(path, "amal", -1, Mark(5, 9, "actor"), finish())
    merged(demo, path)
    assert not is_ready()


# -- one act, with undo


def test_a_merge_is_taken_back_whole_and_done_again(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    before = state(demo, tmp_path)
    packs = three_packs(demo)
    handed_out = state(demo, tmp_path)
    merged(demo, *packs.values())
    after = state(demo, tmp_path)
    assert after != handed_out
    assert project_acts.undo(demo, LEAD).act == MERGE_PACKS
    assert state(demo, tmp_path) == handed_out
    assert list(find_damage(demo_path, Quiet())) == []
    project_acts.redo(demo, LEAD)
    assert state(demo, tmp_path) == after
    project_acts.undo(demo, LEAD)
    project_acts.undo(demo, LEAD)
    assert {**state(demo, tmp_path), "salma": ""} == {**before, "salma": ""}
    project_acts.redo(demo, LEAD)
    merged(demo, *packs.values())
    assert state(demo, tmp_path) == after
    assert list(find_damage(demo_path, Quiet())) == []


def test_a_merge_that_somebody_has_gone_on_with_is_not_taken_back(
    demo: Project, demo_path: Path
) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    merged(demo, path)
    work(demo_path, "amal", -1, Mark(5, 9, "actor"))
    with pytest.raises(RefusedAct, match="changed again since"):
        project_acts.undo(demo, LEAD)
    article = list(demo.articles.names())[-1]
    assert len(demo.layers.load(article, "amal").spans) == 2


def test_annotators_take_no_merge_back(demo: Project) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    merged(demo, path)
    with pytest.raises(RefusedAct, match="Only a lead"):
        project_acts.undo(demo, "amal")
    with pytest.raises(RefusedAct, match="Only a lead"):
        merge_packs(demo, "amal", [path])
