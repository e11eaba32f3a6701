"""Entries found by name, acts on them, and what a merged entry is to the rest of the program."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.core.edits import Describe, Mark
from annotator.core.errors import AnnotatorError, RefusedAct, UnknownName
from annotator.core.model import Layer, Role
from annotator.core.progress import Quiet
from annotator.core.registry import Entry
from annotator.core.selection import Selection
from annotator.core.values import EntryValue
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.datasets.exported import exported_article
from annotator.workflow.datasets.exporting import export
from annotator.workflow.people.authors import add_author
from annotator.workflow.projects import find_damage, status
from annotator.workflow.registry import registry

Bring = Callable[..., Any]
TEXT = "قصرك وقسرك والتنف"


@pytest.fixture
def led(project: Project) -> Project:
    add_author(project, "huda", Role.LEAD)
    add_author(project, "amal", Role.ANNOTATOR)
    return project


def put(project: Project, label: str, *names: str) -> list[Entry]:
    return [registry.add_entry(project, "huda", label, name) for name in names]


def found(project: Project, name: str, label: str = "actor") -> list[str]:
    return [one.entry.name for one in registry.candidates(project, label, name)]


def span(start: int, end: int, entry: Entry | None, **more: Any) -> dict[str, Any]:
    value = {"entry": entry.id, "name": entry.name} if entry else {}
    return {"label": "base", "start": start, "end": end, "value": value, **more}


# -- finding


def test_a_misspelled_name_offers_the_right_one(led: Project) -> None:
    put(led, "base", "قسرك", "التنف", "حميميم", "الشدادي")
    best, *others = registry.candidates(led, "base", "قصرك")
    assert (best.entry.name, best.matched, others) == ("قسرك", "قسرك", [])
    assert registry.NEAR < best.distance < registry.HOLDING
    assert registry.best_exact(led, "base", "قصرك") is None


def test_what_folds_alike_is_the_same_and_comes_first(led: Project) -> None:
    put(led, "base", "قصرك", "قسرك")
    first, second = registry.candidates(led, "base", "قَسرک")
    assert (first.entry.name, first.distance) == ("قسرك", 0.0)
    assert second.entry.name == "قصرك"
    assert registry.best_exact(led, "base", " قسرک ") == first.entry


def test_aliases_are_found_and_named(led: Project) -> None:
    (entry,) = put(led, "actor", "قوات سوريا الديمقراطية")
    registry.add_aliases(led, "amal", entry.id, ["قسد"])
    (best,) = registry.candidates(led, "actor", "قسد")
    assert (best.entry.name, best.matched, best.distance) == (entry.name, "قسد", 0.0)
    assert registry.best_exact(led, "actor", "قسد") == best.entry


@pytest.mark.parametrize("written", ["لتحالف", "والتحالف", "تحالف", "بالتحالف", "للتحالف"])
def test_articles_and_clitics_do_not_count(led: Project, written: str) -> None:
    put(led, "actor", "التحالف", "التخالف")
    best = registry.candidates(led, "actor", written)[0]
    assert best.entry.name == "التحالف"
    assert best.distance < registry.NEAR


def test_each_word_must_be_near_its_fellow(led: Project) -> None:
    put(led, "actor", "وزارة الدفاع الروسية", "وزارة الدفاع السورية", "دير الزور")
    assert found(led, "وزارة الدفاع السوريه") == ["وزارة الدفاع السورية"]
    assert found(led, "وزارة الدفاغ الروسية")[0] == "وزارة الدفاع الروسية"
    assert found(led, "وزارة الدفاع الورسية") == ["وزارة الدفاع الروسية"]


@pytest.mark.parametrize("written", ["ديرالزور", "دير زور"])
def test_a_space_too_few_does_no_harm(led: Project, written: str) -> None:
    put(led, "actor", "دير الزور", "دير البلح")
    assert found(led, written) == ["دير الزور"]


@pytest.mark.parametrize("name", ["قسد", "RT", "و", "", "  ", "%", "سين", "\u064b"])
def test_short_names_are_offered_no_nonsense(led: Project, name: str) -> None:
    put(led, "actor", "قسم", "رصد", "CNN", "AT", "سير", "صين")
    assert found(led, name) == []


def test_a_word_offers_the_longer_names_that_hold_it_after_all_others(led: Project) -> None:
    put(led, "actor", "قوات التحالف الدولي", "التحالف الدولي", "التحالف الوطني الكبير", "تخالف")
    assert found(led, "التحالف") == [
        "تخالف",
        "التحالف الدولي",
        "قوات التحالف الدولي",
        "التحالف الوطني الكبير",
    ]


def offered(project: Project, typed: str) -> list[str]:
    return [one.entry.name for one in registry.offered(project, "actor", typed)]


def test_while_a_name_is_typed_those_that_begin_so_come_first_then_those_that_hold_it(
    led: Project,
) -> None:
    put(led, "actor", "قوات الدفاع", "وزارة الدفاع", "الدفاع المدني", "الدفاغ", "RT")
    assert offered(led, "الدف") == ["الدفاع المدني", "الدفاغ", "قوات الدفاع", "وزارة الدفاع"]
    assert offered(led, "دفاع") == ["الدفاع المدني", "قوات الدفاع", "وزارة الدفاع", "الدفاغ"]
    assert offered(led, "وزارة الدفاغ") == ["وزارة الدفاع"]
    assert (offered(led, "r"), offered(led, " "), offered(led, "ظظ")) == (["RT"], [], [])


def test_the_very_name_is_offered_before_those_that_begin_so_and_an_alias_is_named(
    led: Project,
) -> None:
    _, entry = put(led, "actor", "جيش الفتح", "الجيش السوري")
    registry.add_aliases(led, "amal", entry.id, ["جيش"])
    first, second = registry.offered(led, "actor", "جَيش")
    assert (first.entry.name, first.matched, first.distance) == (entry.name, "جيش", 0.0)
    assert (second.entry.name, 0 < second.distance < registry.NEAR) == ("جيش الفتح", True)
    assert len(registry.offered(led, "actor", "جي", 1)) == 1


def test_equals_come_in_the_order_of_their_mentions(led: Project, bring: Bring) -> None:
    one, other = put(led, "base", "قسرم", "قسرن")
    bring(led, {"name": "x", "text": TEXT, "spans": [span(0, 4, other)]}, author="amal")
    assert found(led, "قسرك", "base") == ["قسرن", "قسرم"]
    spans = [span(0, 4, one), span(6, 10, one)]
    bring(led, {"name": "y", "text": f"{TEXT}.", "spans": spans}, author="zayd")
    assert found(led, "قسرك", "base") == ["قسرم", "قسرن"]
    blind = registry.candidates(led, "base", "قسرك", author="amal")
    assert [told.entry.name for told in blind] == ["قسرن", "قسرم"]


def test_labels_have_registries_of_their_own_and_few_are_offered(led: Project) -> None:
    put(led, "actor", *(f"قسرك {n}" for n in range(20)))
    assert found(led, "قسرك", "base") == []
    assert len(registry.candidates(led, "actor", "قسرك")) == 8
    assert len(registry.candidates(led, "actor", "قسرك", 3)) == 3


def test_what_others_write_to_the_file_is_found_at_once(led: Project, bring: Bring) -> None:
    assert found(led, "قسرك", "base") == []
    with Project.open(led.path) as other:
        (entry,) = put(other, "base", "قسرك")
        assert found(led, "قسرك", "base") == ["قسرك"]
        registry.rename(other, "huda", entry.id, "تل بيدر")
        assert found(led, "بيدر", "base") == ["تل بيدر"]
        project_acts.undo(other, "huda")
        project_acts.undo(other, "huda")
    assert found(led, "قسرك", "base") == []
    bring(led, {"text": TEXT, "spans": [span(0, 4, entry)]}, author="amal")
    assert found(led, "قسرك", "base") == ["قسرك"]


def test_what_was_rolled_back_is_not_found(led: Project) -> None:
    def put_and_fail() -> None:
        with led.writing():
            put(led, "base", "قسرك", "التنف")
            assert found(led, "التنف", "base") == ["التنف"]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        put_and_fail()
    assert found(led, "قسرك", "base") == []
    put(led, "base", "حميميم", "الشدادي", "كوباني")
    assert found(led, "التنف", "base") == []
    assert found(led, "الشدادي", "base") == ["الشدادي"]


# -- changing


def test_a_name_that_is_there_makes_no_second_entry(led: Project) -> None:
    (entry,) = put(led, "base", "قسرك")
    registry.add_aliases(led, "amal", entry.id, ["قصرك"])
    for name in ("قسرک", "قَصرك"):
        assert registry.add_entry(led, "amal", "base", name).id == entry.id
    assert len(list(names_of(led).all())) == 1


def test_an_entry_whose_first_name_was_taken_away_gets_it_back(led: Project) -> None:
    (entry,) = put(led, "base", "قسرك")
    registry.rename(led, "huda", entry.id, "تل بيدر")
    registry.set_aliases(led, "huda", entry.id, [])
    again = registry.add_entry(led, "huda", "base", "قسرك")
    assert (again.id, again.name, again.aliases) == (entry.id, "تل بيدر", ("قسرك",))


def test_a_name_belongs_to_one_entry(led: Project) -> None:
    one, other = put(led, "base", "قسرك", "التنف")
    for act in (
        lambda: registry.rename(led, "huda", one.id, "التَّنف"),
        lambda: registry.set_aliases(led, "huda", one.id, ["التنف"]),
        lambda: registry.add_aliases(led, "amal", one.id, ["التنف"]),
        lambda: registry.add_entry(led, "amal", "base", "حقل", ["التنف"]),
    ):
        with pytest.raises(RefusedAct, match="already"):
            act()
    assert registry.best_exact(led, "base", "التنف") == other
    assert put(led, "actor", "التنف")[0].id != other.id


@pytest.mark.parametrize(
    "act",
    [
        lambda project, one, other: registry.rename(project, "amal", one.id, "x"),
        lambda project, one, other: registry.merge(project, "amal", one.id, other.id),
        lambda project, one, other: registry.set_note(project, "amal", one.id, "x"),
        lambda project, one, other: registry.set_aliases(project, "amal", one.id, []),
    ],
)
def test_only_leads_change_what_others_named(
    led: Project, act: Callable[[Project, Entry, Entry], object]
) -> None:
    one, other = put(led, "base", "قسرك", "التنف")
    registry.add_aliases(led, "amal", one.id, ["قصرك"])
    before = led.registry.rows()
    with pytest.raises(RefusedAct, match="is for leads"):
        act(led, one, other)
    assert led.registry.rows() == before


def test_unknown_labels_entries_and_authors_are_refused(led: Project) -> None:
    for act in (
        lambda: registry.add_entry(led, "huda", "date", "قسرك"),
        lambda: registry.add_entry(led, "huda", "none", "قسرك"),
        lambda: registry.add_entry(led, "nobody", "base", "قسرك"),
        lambda: registry.rename(led, "huda", "none", "قسرك"),
    ):
        with pytest.raises(UnknownName):
            act()
    assert led.registry.rows() == []


def test_each_act_is_undone_and_done_again(led: Project) -> None:
    one, other = put(led, "base", "قسرك", "قصرك")
    states = [led.registry.rows()]
    for act in (
        lambda: registry.set_note(led, "huda", one.id, "ملاحظة"),
        lambda: registry.rename(led, "huda", one.id, "قاعدة قسرك"),
        lambda: registry.merge(led, "huda", other.id, one.id),
    ):
        act()
        states.append(led.registry.rows())
    for state in states[-2::-1]:
        project_acts.undo(led, "huda")
        assert led.registry.rows() == state
    assert registry.best_exact(led, "base", "قصرك") == other
    for state in states[1:]:
        project_acts.redo(led, "huda")
        assert led.registry.rows() == state
    assert list(find_damage(led.path, Quiet())) == []


def test_an_entry_that_spans_mean_is_not_taken_back(led: Project, bring: Bring) -> None:
    bring(led, {"id": "x", "text": TEXT})
    (entry,) = put(led, "base", "قسرك")
    article, value = led.articles.by_id("x"), EntryValue(entry.id, entry.name)
    layer = marking.apply(led, article, Layer("x", "amal"), Mark(0, 4, "base")).layer
    marking.apply(led, article, layer, Describe(layer.spans[0].id, value=(value,)))
    with pytest.raises(RefusedAct, match="spans mean the entry “\u2068قسرك\u2069” by now"):
        project_acts.undo(led, "huda")
    assert led.registry.entry(entry.id) == entry


def test_a_span_done_again_brings_its_entry_back(led: Project, bring: Bring) -> None:
    bring(led, {"id": "x", "text": TEXT})
    article = led.articles.by_id("x")
    (entry,) = put(led, "base", "قسرك")
    layer = marking.apply(led, article, Layer("x", "amal"), Mark(0, 4, "base")).layer
    value = EntryValue(entry.id, entry.name)
    layer = marking.apply(led, article, layer, Describe(layer.spans[0].id, value=(value,))).layer
    with pytest.raises(RefusedAct, match="spans mean the entry"):
        project_acts.undo(led, "huda")
    layer = marking.undo(led, layer)[0].layer
    project_acts.undo(led, "huda")
    assert led.registry.rows() == []
    marking.redo(led, layer)
    assert [row[1:4] for row in led.registry.rows()] == [(entry.id, "base", "قسرك")]
    assert list(find_damage(led.path, Quiet())) == []


def test_merging_in_a_circle_is_refused(led: Project) -> None:
    one, other, third = put(led, "base", "قسرك", "التنف", "حميميم")
    registry.merge(led, "huda", one.id, other.id)
    registry.merge(led, "huda", other.id, third.id)
    with pytest.raises(RefusedAct, match="into itself"):
        registry.merge(led, "huda", third.id, one.id)
    with pytest.raises(RefusedAct, match="already"):
        registry.rename(led, "huda", one.id, "x")
    assert registry.best_exact(led, "base", "قسرك").id == third.id


# -- merged entries in the rest of the program


@pytest.fixture
def two(led: Project, bring: Bring) -> tuple[Entry, Entry]:
    """Amal means قصرك by the first word, nasser قسرك."""
    one, other = put(led, "base", "قصرك", "قسرك")
    for author, entry in (("amal", one), ("nasser", other)):
        bring(
            led, {"id": "x", "name": "x", "text": TEXT, "spans": [span(0, 4, entry)]}, author=author
        )
    return one, other


def written(project: Project, tmp_path: Path, author: str | None = None) -> list[dict[str, Any]]:
    out = tmp_path / "out.jsonl"
    export(project, out, "jsonl", Quiet(), Selection(author))
    (line,) = out.read_text("utf-8").splitlines()
    return [one["value"] for one in json.loads(line)["spans"]]


def test_those_who_mean_merged_entries_agree(
    led: Project, two: tuple[Entry, Entry], tmp_path: Path
) -> None:
    assert status(led, Quiet()).conflicts_open == 1
    registry.merge(led, "huda", two[0].id, two[1].id)
    now = status(led, Quiet())
    assert (now.conflicts_open, now.ready) == (0, 1)
    assert written(led, tmp_path) == [{"entry": two[1].id, "name": "قسرك"}]
    assert written(led, tmp_path, author="amal") == [{"entry": two[1].id, "name": "قسرك"}]
    shown = exported_article(led, "x", "amal").layer.spans[0].value
    assert shown == EntryValue(two[1].id, "قسرك")
    project_acts.undo(led, "huda")
    assert status(led, Quiet()).conflicts_open == 1


def test_layers_stay_as_they_were_when_entries_are_merged_or_renamed(
    led: Project, two: tuple[Entry, Entry], tmp_path: Path
) -> None:
    before = led.layers.of_article("x")
    registry.merge(led, "huda", two[0].id, two[1].id)
    registry.rename(led, "huda", two[1].id, "قاعدة قسرك")
    assert led.layers.of_article("x") == before
    assert written(led, tmp_path) == [{"entry": two[1].id, "name": "قاعدة قسرك"}]


def test_a_layer_that_was_written_after_a_merge_is_there_already(
    led: Project, two: tuple[Entry, Entry], bring: Bring, tmp_path: Path
) -> None:
    old = {"id": "x", "text": TEXT, "spans": [span(0, 4, two[0])]}
    registry.merge(led, "huda", two[0].id, two[1].id)
    new = {"id": "x", "text": TEXT, "spans": [span(0, 4, two[1])]}
    for line in (old, new):
        report = bring(led, line, author="amal")
        assert (report.spans, report.refused) == (0, [])


def test_a_file_that_names_a_merged_entry_or_an_alias_means_the_one_that_stands(
    led: Project, two: tuple[Entry, Entry], bring: Bring
) -> None:
    registry.merge(led, "huda", two[0].id, two[1].id)
    stranger = {
        "label": "base",
        "start": 0,
        "end": 4,
        "value": {"entry": "foreign", "name": "قصرك"},
    }
    bring(led, {"id": "y", "text": TEXT + ".", "spans": [stranger]}, author="amal")
    (known,) = led.layers.load("y", "amal").spans
    assert known.value.entry == two[1].id
    assert led.registry.entry("foreign") is None


def test_mentions_follow_redirects_and_are_told_page_by_page(
    led: Project, two: tuple[Entry, Entry]
) -> None:
    registry.merge(led, "huda", two[0].id, two[1].id)
    assert registry.mention_counts(led, [two[1].id]) == {two[1].id: 2}
    (first,) = registry.mentions(led, two[1].id, None, 1)
    (second,) = registry.mentions(led, two[1].id, first, 1)
    assert registry.mentions(led, two[1].id, second, 1) == []
    assert [(one.author, one.quote, one.article) for one in (first, second)] == [
        ("nasser", "قصرك", "x"),
        ("amal", "قصرك", "x"),
    ]


def test_an_annotator_learns_of_own_mentions_alone(led: Project, two: tuple[Entry, Entry]) -> None:
    one, other = two
    assert registry.mention_counts(led, [one.id, other.id], "amal") == {one.id: 1, other.id: 0}
    assert registry.mentions(led, other.id, None, 9, "amal") == []


def test_looking_for_mentions_uses_the_index(led: Project, two: tuple[Entry, Entry]) -> None:
    seen: list[str] = []
    led._connection.set_trace_callback(seen.append)
    registry.mention_counts(led, [two[0].id])
    registry.mentions(led, two[0].id, None, 9)
    led.registry.is_meant(two[0].id)
    led._connection.set_trace_callback(None)
    asked = [statement for statement in seen if "json_extract" in statement]
    assert len(asked) == 3
    for statement in asked:
        plan = led._connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        assert any("spans_by_entry" in step[3] for step in plan), (statement, plan)


def test_hostile_names_do_no_harm(led: Project) -> None:
    for name in (
        "'; DROP TABLE entries; --",
        "%s %(x)s {name}",
        "a" * 200,
        "قس" * 100,
        "\u2067مقلوب",
    ):
        entry = registry.add_entry(led, "amal", "base", name)
        assert registry.best_exact(led, "base", name) == entry
    with pytest.raises(AnnotatorError):
        registry.add_entry(led, "amal", "base", "x" * 100_000)


def test_a_read_only_project_is_searched(led: Project) -> None:
    put(led, "base", "قسرك")
    with Project.open(led.path, writable=False) as only_read:
        assert found(only_read, "قصرك", "base") == ["قسرك"]


def test_a_circle_made_by_hand_ends(led: Project) -> None:
    one, other = put(led, "base", "قسرك", "التنف")
    with closing(sqlite3.connect(led.path)) as by_hand, by_hand:
        by_hand.execute("UPDATE entries SET merged_into = ?1 WHERE id <> ?1", [one.id])
        by_hand.execute("UPDATE entries SET merged_into = ?1 WHERE id <> ?1", [other.id])
    with Project.open(led.path) as damaged:
        names = names_of(damaged)
        assert {names.standing_for(names[one.id]).id} <= {one.id, other.id}
        assert sorted(names.with_merged(one.id)) == sorted([one.id, other.id])
