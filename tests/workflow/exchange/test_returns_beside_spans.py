"""What comes back in a pack beside spans: entries, labels, questions, time, details."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.core.edits import Describe, Mark
from annotator.core.progress import Quiet
from annotator.core.values import DateValue, EntryValue
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.exchange.returns import clashes
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people import questions
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.projects import find_damage
from annotator.workflow.registry import registry
from annotator.workflow.review.settling import settled
from tests.workflow.exchange.test_returns import (
    LEAD,
    finish,
    first_span,
    merged,
    packed,
    tell,
    work,
)

# -- the registry


def test_entries_are_reconciled_by_id_names_and_redirects(demo: Project) -> None:
    known = registry.add_entry(demo, LEAD, "base", "موقع قديم", ["اسم يزول"])
    path = packed(demo, "amal")
    registry.set_aliases(demo, LEAD, known.id, [])
    lead_made = registry.add_entry(demo, LEAD, "base", "موقع القيادة", ["تلة عالية"])
    with Project.open(path) as pack:
        registry.add_aliases(pack, "amal", known.id, ["اسم جديد"])
        new = registry.add_entry(pack, "amal", "base", "تلة عالية")
        plain = registry.add_entry(pack, "amal", "base", "موقع أمل")
    merged(demo, path)
    there = demo.registry.entry(known.id)
    assert there is not None
    assert there.aliases == ("اسم جديد",)  # what the lead took away does not come back
    redirect = demo.registry.entry(new.id)
    assert redirect is not None
    assert redirect.merged_into == lead_made.id
    assert demo.registry.entry(plain.id) == plain
    assert [one.clash.kind.value for one in clashes(demo)] == ["name"]
    assert list(find_damage(demo.path, Quiet())) == []


def test_a_name_and_an_entry_of_that_name_are_one_whichever_comes_first(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    old = registry.add_entry(demo, LEAD, "base", "موقع قديم")
    one, other = packed(demo, "amal"), packed(demo, "nasser")
    with Project.open(one) as pack:
        registry.add_aliases(pack, "amal", old.id, ["تلة عالية"])
    with Project.open(other) as pack:
        new = registry.add_entry(pack, "nasser", "base", "تلة عالية")
    demo.close()
    found = []
    for number, order in enumerate([(one, other), (other, one)]):
        with Project.open(Path(shutil.copy(demo_path, tmp_path / f"{number}.db"))) as project:
            for path in order:
                merged(project, path)
            redirect, target = project.registry.entry(new.id), project.registry.entry(old.id)
            assert redirect is not None
            assert target is not None
            found.append((redirect.merged_into, target.aliases, clashes(project)))
    assert found[0] == found[1]
    assert found[0][:2] == (old.id, ("تلة عالية",))


def test_values_of_an_entry_that_a_lead_merged_meanwhile_mean_the_one_that_stands(
    demo: Project,
) -> None:
    old = registry.add_entry(demo, LEAD, "base", "موقع قديم")
    into = registry.add_entry(demo, LEAD, "base", "موقع القيادة")
    path = packed(demo, "amal")
    registry.merge(demo, LEAD, old.id, into.id)
    with Project.open(path) as pack:
        registry.add_aliases(pack, "amal", old.id, ["اسم جديد"])
        article = list(pack.articles.each())[-1]
        layer = pack.layers.load(article.id, "amal")
        layer = marking.apply(pack, article, layer, Mark(0, 4, "base")).layer
        value = EntryValue(old.id, old.name)
        marking.apply(pack, article, layer, Describe(layer.spans[0].id, value=(value,)))
    work(path, "amal", -1, finish())
    merged(demo, path)
    there, gone = demo.registry.entry(into.id), demo.registry.entry(old.id)
    assert there is not None
    assert gone is not None
    assert gone.merged_into == into.id
    assert set(there.aliases) == {"موقع قديم", "اسم جديد"}
    (span,) = settled(demo, article).gold.spans
    assert span.value == EntryValue(into.id, into.name)
    assert list(find_damage(demo.path, Quiet())) == []


def test_what_a_lead_merged_in_a_pack_is_merged_here_too(demo: Project) -> None:
    old = registry.add_entry(demo, LEAD, "base", "موقع قديم")
    middle = registry.add_entry(demo, LEAD, "base", "موقع القيادة")
    last = registry.add_entry(demo, LEAD, "base", "تلة عالية")
    other = registry.add_entry(demo, LEAD, "base", "موقع آخر")
    path = packed(demo, LEAD)
    with Project.open(path) as pack:
        registry.merge(pack, LEAD, old.id, middle.id)
        registry.merge(pack, LEAD, other.id, middle.id)
    registry.merge(demo, LEAD, middle.id, last.id)
    registry.merge(demo, LEAD, other.id, last.id)
    merged(demo, path)
    standing = demo.registry.entry(last.id)
    assert standing is not None
    assert standing.merged_into is None
    assert set(standing.aliases) == {"موقع قديم", "موقع القيادة", "موقع آخر"}
    redirects = {one: demo.registry.entry(one) for one in (old.id, middle.id, other.id)}
    assert {one.merged_into for one in redirects.values() if one} == {last.id}
    registry_before = list(demo.registry.redirects())
    merged(demo, path)
    assert list(demo.registry.redirects()) == registry_before
    assert list(find_damage(demo.path, Quiet())) == []


# -- what else comes along


def test_spans_of_a_label_that_was_merged_meanwhile_say_the_one_that_stands(
    demo: Project,
) -> None:
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    merge_labels(demo, LEAD, "base", "actor")
    report = merged(demo, path)
    assert (report.added, report.changed, report.removed) == (1, 0, 0)
    article = list(demo.articles.names())[-1]
    assert [span.label for span in demo.layers.load(article, "amal")] == ["actor"]
    assert list(find_damage(demo.path, Quiet())) == []


def test_questions_and_refusals_come_back(demo: Project) -> None:
    path = packed(demo, "amal")
    with Project.open(path) as pack:
        article = next(pack.articles.each())
        asked = questions.ask(pack, article, "amal", "هل هذا موقع؟", (0, 4))
        with pack.writing():
            pack.refusals.add("amal", "date", [(article.id, 5, 9, article.text[5:9])])
    assert merged(demo, path).questions == 1
    (there,) = demo.questions.all("amal")
    assert (there.id, there.question, there.is_open) == (asked.id, "هل هذا موقع؟", True)
    assert demo.refusals.of("amal", article.id, "date") == {(5, 9)}
    questions.answer(demo, LEAD, asked.id, "نعم")
    assert merged(demo, path).questions == 0
    (there,) = demo.questions.all("amal")
    assert there.answer == "نعم"


def test_time_worked_in_a_pack_adds_up(demo: Project) -> None:
    article, _ = first_span(demo.path, "amal")
    found = demo.articles.by_name(article)
    assert found is not None
    before = demo.layers.load(found.id, "amal").seconds
    path = packed(demo, "amal")
    work(path, "amal", article, Mark(20, 27, "figure"))
    for place, seconds in ((demo.path, 5.0), (path, 2.5)):
        with Project.open(place) as project, project.writing():
            project.layers.add_seconds(found.id, "amal", seconds)
    merged(demo, path)
    assert demo.layers.load(found.id, "amal").seconds == before + 7.5


def test_a_span_id_that_another_author_has_gets_a_new_one(demo: Project, demo_path: Path) -> None:
    _, taken = first_span(demo_path, "nasser")
    path = packed(demo, "amal")
    work(path, "amal", -1, Mark(0, 4, "base"))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute('UPDATE spans SET id = ? WHERE start = 0 AND "end" = 4', [taken])
    merged(demo, path)
    (span,) = demo.layers.load(list(demo.articles.names())[-1], "amal").spans
    assert span.id != taken
    assert merged(demo, path).layers == 0


def test_what_was_told_of_an_article_comes_back_and_later_words_too(demo: Project) -> None:
    *_, article = demo.articles.names().values()
    path = packed(demo, "amal")
    tell(path, "amal", article, note="أول")
    merged(demo, path)
    tell(path, "amal", article, note="ثان", outlet="سانا")
    tell(demo.path, LEAD, article, outlet="RT")
    report = merged(demo, path)
    found = demo.articles.by_name(article)
    assert found is not None
    assert (found.note, found.outlet) == ("ثان", "RT")
    (clash,) = report.clashes
    assert (clash.clash.kind.value, clash.clash.what, clash.author) == ("details", "outlet", None)
    assert demo.layers.of_article(found.id) == []
    assert merged(demo, path).clashes == []
    assert list(find_damage(demo.path, Quiet())) == []


def test_dates_follow_the_day_of_publication_that_any_pack_tells(
    demo: Project, demo_path: Path, tmp_path: Path
) -> None:
    text = "قال أمس إن الرتل غادر"
    (tmp_path / "new.txt").write_text(text, "utf-8")
    import_files(demo, [tmp_path / "new.txt"], Quiet())
    packs = [packed(demo, name) for name in ("amal", "nasser")]
    work(packs[0], "amal", "new.txt", Mark(4, 7, "date"), finish())
    work(packs[1], "nasser", "new.txt", Mark(4, 7, "date"), finish())
    tell(packs[0], "amal", "new.txt", published="2026-02-23")
    demo.close()
    found = []
    for number, order in enumerate([packs, packs[::-1], [packs[1], packs[0], packs[1]]]):
        copy = Path(shutil.copy(demo_path, tmp_path / f"{number}.db"))
        with Project.open(copy) as project:
            for path in order:
                merged(project, path)
            article = project.articles.by_name("new.txt")
            assert article is not None
            dates = [project.layers.load(article.id, one).spans for one in ("amal", "nasser")]
            found.append([(one.value, one.proposed) for (one,) in dates])
        assert list(find_damage(copy, Quiet())) == []
    assert found == [[(DateValue("2026-02-22"), True)] * 2] * 3
