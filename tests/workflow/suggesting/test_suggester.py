"""What an author is offered comes from what she may know, and from no more."""

import random
from pathlib import Path

import pytest

from annotator.core.model import Article, Role
from annotator.core.progress import Quiet
from annotator.core.suggestions import Refuse
from annotator.core.trained import LearnedFrom
from annotator.core.values import EntryValue
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import give
from annotator.workflow.people.authors import add_author, ensure_author
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.project.trash import remove_article
from annotator.workflow.registry import registry
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.suggesting.suggester import Suggester
from annotator.workflow.suggesting.training import train_model
from tests.workflow.settled_demo import LEAD, done, ready, settle_as
from tests.workflow.suggested import (
    NAME,
    OTHER_NAME,
    THIRD_NAME,
    about,
    add,
    finished,
    marked,
    marks,
    means,
    offered,
    quotes_of,
)


@pytest.fixture
def both(led: Project) -> Project:
    ensure_author(led, "amal")
    ensure_author(led, "nasser")
    return led


# -- what she may not know


def test_what_another_has_marked_is_offered_once_it_is_settled(both: Project) -> None:
    one, other = about(both, NAME), about(both, NAME)
    marked(both, one, "nasser", NAME)
    assert offered(both, "amal", other) == set()
    finished(both, one, "nasser")
    assert offered(both, "amal", other) == set()
    accept_singles(both, LEAD)
    assert offered(both, "amal", other) == {NAME}
    assert offered(both, "nasser", other) == {NAME}


def test_an_entry_that_another_has_made_by_marking_is_not_offered(both: Project) -> None:
    one, other = about(both, NAME), about(both, NAME)
    marked(both, one, "nasser", NAME)
    means(both, one, "nasser", EntryValue("e1", NAME))
    assert both.registry.entry("e1") is not None
    assert offered(both, "amal", other) == set()
    assert offered(both, "nasser", other) == {NAME}
    registry.add_aliases(both, LEAD, "e1", [OTHER_NAME])
    assert offered(both, "amal", other) == {NAME}
    assert offered(both, "amal", about(both, OTHER_NAME)) == {OTHER_NAME}


def test_nor_is_an_alias_that_another_annotator_has_added(both: Project) -> None:
    for author in ("amal", "nasser"):
        article = about(both, NAME)
        marked(both, article, author, NAME)
        means(both, article, author, EntryValue("e1", NAME))
    other = about(both, OTHER_NAME, THIRD_NAME)
    registry.add_aliases(both, "nasser", "e1", [OTHER_NAME])
    assert offered(both, "amal", other) == set()
    assert offered(both, "nasser", other) == {OTHER_NAME}
    registry.add_aliases(both, LEAD, "e1", [THIRD_NAME])
    assert offered(both, "amal", other) == {OTHER_NAME, THIRD_NAME}


@pytest.mark.parametrize("is_known", [False, True], ids=["of a new entry", "of one that is known"])
def test_nor_is_one_that_another_brought_in_a_pack(
    both: Project, tmp_path: Path, is_known: bool
) -> None:
    one, other, another = about(both, NAME), about(both, NAME), about(both, OTHER_NAME)
    entry = registry.add_entry(both, LEAD, "base", THIRD_NAME).id if is_known else "e1"
    give(both, LEAD, [one.id], "nasser")
    make_pack(both, tmp_path / "pack.db", "nasser", Quiet())
    with Project.open(tmp_path / "pack.db") as pack:
        marked(pack, one, "nasser", NAME)
        means(pack, one, "nasser", EntryValue(entry, THIRD_NAME))
        registry.add_aliases(pack, "nasser", entry, [OTHER_NAME])
    merge_packs(both, LEAD, [tmp_path / "pack.db"])
    told = both.registry.entry(entry)
    assert told is not None
    assert OTHER_NAME in told.aliases
    marked(both, other, "amal", NAME)
    means(both, other, "amal", EntryValue(entry, THIRD_NAME))
    assert offered(both, "amal", another) == set()
    # Of a new entry no act tells whose its aliases are.
    assert offered(both, "nasser", another) == ({OTHER_NAME} if is_known else set())
    registry.add_aliases(both, LEAD, entry, ["زمردة"])
    assert offered(both, "amal", another) == {OTHER_NAME}


def test_nor_in_her_pack_is_one_that_another_has_added(both: Project, tmp_path: Path) -> None:
    one, other = about(both, NAME), about(both, OTHER_NAME)
    marked(both, one, "nasser", NAME)
    means(both, one, "nasser", EntryValue("e1", NAME))
    registry.add_aliases(both, "nasser", "e1", [OTHER_NAME])
    mine = about(both, NAME)
    give(both, LEAD, [mine.id, other.id], "amal")
    make_pack(both, tmp_path / "pack.db", "amal", Quiet())
    with Project.open(tmp_path / "pack.db") as pack:
        marked(pack, mine, "amal", NAME)
        means(pack, mine, "amal", EntryValue("e1", NAME))
        assert offered(pack, "amal", other) == set()


def test_the_model_is_silent_of_what_is_not_settled(demo: Project) -> None:
    """And one that learned from layers which nobody has settled speaks to machines alone."""
    article = add(demo, "new.txt", "وصل رتل إلى قاعدة قسرك أمس وقال متحدث باسم قسد إن الرتل كبير.")
    train_model(demo, LEAD, LearnedFrom.LAYERS, Quiet())
    assert offered(demo, "amal", article, "model") == set()
    machine = Suggester(demo, "robot", ["model"], is_machine=True)
    machine.learn()
    assert machine.suggest(article).suggestions
    settle_as(demo, "amal")
    train_model(demo, LEAD, LearnedFrom.GOLD, Quiet())
    assert offered(demo, "amal", article, "model")


def test_a_model_is_silent_on_the_texts_that_it_was_shown(demo: Project) -> None:
    settle_as(demo, "amal")
    train_model(demo, LEAD, LearnedFrom.GOLD, Quiet())
    for article_id in ready(demo):
        article = demo.articles.by_id(article_id)
        assert article is not None
        assert offered(demo, "salma", article, "model") == set()


def test_gold_of_an_article_is_never_offered_on_it(both: Project) -> None:
    alone, one, other = about(both, NAME), about(both, OTHER_NAME), about(both, OTHER_NAME)
    finished(both, alone, "nasser", NAME)
    for article in (one, other):
        finished(both, article, "nasser", OTHER_NAME)
    accept_singles(both, LEAD)
    assert offered(both, "amal", alone) == set()
    assert offered(both, "amal", one) == offered(both, "amal", other) == {OTHER_NAME}


def test_nor_are_the_names_of_entries_that_it_alone_means(both: Project) -> None:
    alone, other = about(both, NAME, THIRD_NAME), about(both, NAME)
    entry = EntryValue("e1", NAME)
    marked(both, alone, "nasser", NAME)
    means(both, alone, "nasser", entry)
    finished(both, alone, "nasser")
    accept_singles(both, LEAD)
    assert offered(both, "amal", alone) == set()
    assert offered(both, "amal", other) == {NAME}
    finished(both, other, "nasser", NAME)
    means(both, other, "nasser", entry)
    accept_singles(both, LEAD)
    assert offered(both, "amal", alone) == {NAME}


def test_a_machine_does_not_learn_what_it_has_suggested_itself(both: Project) -> None:
    add_author(both, "robot", Role.MACHINE)
    one, other = about(both, NAME), about(both, NAME)
    finished(both, one, "robot", NAME)
    finished(both, one, "nasser")
    machine = Suggester(both, "robot", is_machine=True)
    machine.learn()
    assert machine.suggest(other).suggestions == ()


# -- what she may know


def test_her_own_marks_are_offered_in_the_same_article_and_in_others(both: Project) -> None:
    one, other = about(both, NAME), about(both, NAME)
    done(both, one.id, "amal", marks(one, NAME)[0])
    suggester = Suggester(both, "amal")
    suggester.learn()
    starts = [found.start for found in suggester.suggest(one).suggestions]
    assert starts == [mark.start for mark in marks(one, NAME)]
    assert offered(both, "amal", other) == {NAME}
    assert offered(both, "nasser", other) == set()


def test_what_she_refuses_is_less_sure_elsewhere(both: Project) -> None:
    one, other = about(both, NAME), about(both, NAME)
    done(both, one.id, "amal", marks(one, NAME)[0])
    suggester = Suggester(both, "amal")
    suggester.learn()
    before, known = suggester.suggest(other), suggester.known
    (_, second) = suggester.suggest(one).suggestions
    done(both, one.id, "amal", Refuse(second))
    suggester.learn()
    after = suggester.suggest(other)
    assert after.suggestions[0].confidence < before.suggestions[0].confidence
    assert suggester.known != known


def test_what_was_refused_by_somebody_else_changes_nothing(both: Project) -> None:
    one, other = about(both, NAME), about(both, NAME)
    done(both, one.id, "amal", marks(one, NAME)[0])
    suggester = Suggester(both, "amal")
    suggester.learn()
    before = suggester.suggest(other)
    done(both, one.id, "nasser", Refuse(before.suggestions[0]))
    suggester.learn()
    assert suggester.suggest(other) == before


# -- learning on


def as_from_scratch(project: Project, suggester: Suggester, author: str) -> None:
    fresh = Suggester(project, author)
    fresh.learn()
    suggester.learn()
    assert suggester.known == fresh.known
    for article in project.articles.each():
        assert suggester.suggest(article) == fresh.suggest(article), article.name


def test_who_learns_on_knows_what_one_does_who_learns_anew(both: Project) -> None:
    """Marked, finished, settled, taken back, removed, labels merged."""
    chance = random.Random(7)
    names = (NAME, OTHER_NAME, THIRD_NAME, f"{NAME} {OTHER_NAME}")
    articles = [about(both, *chance.sample(names, 3)) for _ in range(6)]
    suggester = Suggester(both, "amal")
    for step in range(24):
        article, author = chance.choice(articles[:5]), chance.choice(["amal", "nasser"])
        layer = both.layers.load(article.id, author)
        free = [
            mark
            for mark in marks(article, chance.choice(names))
            if not any(span.overlaps(mark.start, mark.end) for span in layer)
        ]
        if free:
            done(both, article.id, author, free[0])
        if step % 5 == 4:
            finished(both, article, author)
        if step % 11 == 10:
            accept_singles(both, LEAD)
        as_from_scratch(both, suggester, "amal")
    layer = both.layers.load(articles[0].id, "amal")
    if layer.spans:
        marking.undo(both, layer)
    as_from_scratch(both, suggester, "amal")
    remove_article(both, LEAD, articles[1])
    as_from_scratch(both, suggester, "amal")
    merge_labels(both, LEAD, "base", "actor")
    as_from_scratch(both, suggester, "amal")
    found = [one for a in both.articles.each() for one in suggester.suggest(a).suggestions]
    assert {one.label for one in found if "memory" in one.sources} == {"actor"}


def test_entries_that_are_merged_are_known_by_both_their_names(both: Project) -> None:
    one, two = about(both, NAME), about(both, OTHER_NAME)
    for article, name, entry in ((one, NAME, "e1"), (two, OTHER_NAME, "e2")):
        marked(both, article, "amal", name)
        means(both, article, "amal", EntryValue(entry, name))
    suggester = Suggester(both, "amal")
    suggester.learn()
    registry.merge(both, LEAD, "e2", "e1")
    registry.add_aliases(both, LEAD, "e1", [THIRD_NAME])
    as_from_scratch(both, suggester, "amal")
    assert offered(both, "amal", about(both, THIRD_NAME)) == {THIRD_NAME}


def test_learning_a_little_at_a_time_comes_to_the_same(both: Project) -> None:
    for number in range(45):
        name = NAME if number % 2 else OTHER_NAME
        marked(both, about(both, name), "amal", name)
    suggester = Suggester(both, "amal")
    stamps = []
    for _ in range(4):
        suggester.learn(seconds=0.000_001)
        stamps.append(suggester.known)
    assert len(set(stamps)) > 1
    as_from_scratch(both, suggester, "amal")


def test_names_are_counted_as_new_that_she_has_never_marked_so(both: Project) -> None:
    one, other = about(both, NAME), about(both, NAME, OTHER_NAME)
    marked(both, one, "amal", NAME)
    registry.add_entry(both, LEAD, "base", OTHER_NAME)
    suggester = Suggester(both, "amal")
    suggester.learn()
    found = suggester.suggest(other)
    assert quotes_of(other, found.suggestions) == {NAME, OTHER_NAME}
    assert found.new_names == 1
    assert found.doubt == pytest.approx(
        sum(1 - one.confidence for one in found.suggestions) / len(found.suggestions)
    )


def test_values_come_along(both: Project) -> None:
    one, other = about(both, NAME), about(both, NAME)
    marked(both, one, "amal", NAME)
    means(both, one, "amal", EntryValue("e1", NAME))
    suggester = Suggester(both, "amal")
    suggester.learn()
    valued = suggester.valued(other, suggester.suggest(other))
    values = {found.value for found in valued.suggestions}
    assert values == {EntryValue("e1", NAME)}


def test_who_asks_for_some_sources_is_told_by_those_alone(demo: Project) -> None:
    article: Article = next(demo.articles.each())
    for sources in (("rules",), ("memory",), ("memory", "rules")):
        suggester = Suggester(demo, "amal", sources)
        suggester.learn()
        told = {name for one in suggester.suggest(article).suggestions for name in one.sources}
        assert told == set(sources)
