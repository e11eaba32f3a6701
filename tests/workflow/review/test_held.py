"""The article at hand, brought up to date again and again: always as if it were derived anew."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.decisions import Choice
from annotator.core.details import Details
from annotator.core.edits import Mark, SetState
from annotator.core.errors import RefusedAct
from annotator.core.model import Article, LayerState, Role, Status, derived_id, now
from annotator.core.progress import Quiet
from annotator.core.rows import Kind, Row, RowChange
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.acts.details import edit_details
from annotator.workflow.handing.assigning import give
from annotator.workflow.handing.qualifying import TEST
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author, set_role
from annotator.workflow.project.labels import change_labels, merge_labels, start_editing
from annotator.workflow.project.trash import remove_article, restore_article
from annotator.workflow.registry.registry import merge, rename
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.held import HeldArticle, Kept
from annotator.workflow.review.review_queue import ArticleAtHand, take_to_hand
from annotator.workflow.review.settling import OpenConflict, Reviews
from tests.workflow.swept import line, project_of

LEAD, OTHER = "huda", "rim"


@pytest.fixture
def led(demo: Project) -> Project:
    add_author(demo, OTHER, Role.LEAD)
    return demo


def taken(project: Project, article_id: str, held: HeldArticle) -> ArticleAtHand:
    """Take the article to hand; it must be as it is for whoever has never held it."""
    again = take_to_hand(project, article_id, held, for_again=True)
    assert again is not None
    assert again == take_to_hand(project, article_id, HeldArticle(), for_again=True)
    return again


def most(project: Project) -> list[OpenConflict]:
    """Return the conflicts of the article that has most of them."""
    return list(max((one.conflicts for one in Reviews(project).all()), key=len))


def test_what_is_held_follows_decisions_and_layers_and_what_else_gold_hangs_on(
    led: Project,
) -> None:
    held = HeldArticle()
    first, second, third, *_ = most(led)
    article_id = first.article_id
    assert taken(led, article_id, held).conflict(first.conflict.id) == first
    deciding.rule(led, LEAD, first, Ruling(Choice.ALL), held)
    assert taken(led, article_id, held).conflict(first.conflict.id) is None
    deciding.rule(led, OTHER, second, Ruling(Choice.NONE))
    taken(led, article_id, held)
    deciding.undo(led, LEAD)
    assert taken(led, article_id, held).conflict(first.conflict.id) == first
    deciding.redo(led, LEAD)
    taken(led, article_id, held)
    article = led.articles.by_id(article_id)
    assert article is not None
    start = third.conflict.start
    deciding.overrule(led, LEAD, article, [], [OwnSpan(0, 2, "actor")], held=held)
    for edit in (Mark(start, start + 1, "figure"), SetState(LayerState(Status.FINISHED))):
        marking.apply(led, article, led.layers.load(article_id, "amal"), edit)
        taken(led, article_id, held)
    add_author(led, "salma", Role.ANNOTATOR)
    taken(led, article_id, held)


# -- what else it follows


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Of “one” amal and noor differ on an entry and on a kind word; nobody has begun the others."""
    text = "في {} يوم [الخميس:date] ثم {} رقم"
    path = project_of(
        tmp_path / "p.db",
        line("one", text.format("[قسرك:base=قسرك]", "[قاعدة تدمر:base]")),
        line("one", text.format("[قسرك:base=مطار قسرك]", "قاعدة [تدمر:base]"), author="noor"),
    )
    file = tmp_path / "more.jsonl"
    file.write_text("".join(json.dumps({"name": n, "text": n}) + "\n" for n in ("a", "b")), "utf-8")
    with Project.open(path) as project:
        import_files(project, [file], Quiet())
        yield project


def named(project: Project, name: str) -> Article:
    article = project.articles.by_name(name)
    assert article is not None
    return article


def shown(project: Project, article_id: str, held: HeldArticle) -> object:
    """Return what follows; all must be as it is for whoever has never held the article."""

    def all_of(held: HeldArticle) -> tuple[object, object]:
        one = held.derived(project, article_id)
        at_hand = take_to_hand(project, article_id, held, for_again=True)
        return one and (one.layers, one.ground.drawn), one and (one.state, at_hand)

    again = all_of(held)
    assert again == all_of(HeldArticle())
    return again[1]


def merge_entries(project: Project, _: Article) -> None:
    merge(project, LEAD, derived_id("base", "مطار قسرك"), derived_id("base", "قسرك"))


def rename_entry(project: Project, _: Article) -> None:
    rename(project, LEAD, derived_id("base", "قسرك"), "قاعدة قسرك")


def merge_two_labels(project: Project, _: Article) -> None:
    merge_labels(project, LEAD, "base", "actor")


def change_reader(project: Project, _: Article) -> None:
    """Let the words of the label have no kind words any more."""
    edits = start_editing(project)
    wanted = edits.change(replace(edits.labels["base"], reader=None))
    change_labels(project, LEAD, wanted.labels)


def tell_the_day(project: Project, article: Article) -> None:
    layer = project.layers.load(article.id, "amal")
    edit_details(project, article, layer, replace(Details.of(article), published="2026-02-23"))


def assign_it(project: Project, article: Article) -> None:
    add_author(project, "salma", Role.ANNOTATOR)
    give(project, LEAD, [article.id], "salma")


def take_for_a_machine(project: Project, _: Article) -> None:
    set_role(project, "noor", Role.MACHINE)


def make_it_a_test(project: Project, article: Article) -> None:
    """As a file may say it that was put together from packs."""
    row: Row = {"given_by": LEAD, "at": now(), "ended": 0}
    key = key_of(article.id, "noor")
    project_acts.do(project, LEAD, TEST, [RowChange(Kind.QUALIFICATION, key, None, row)])


@pytest.mark.parametrize(
    "act",
    [
        merge_entries,
        rename_entry,
        merge_two_labels,
        change_reader,
        tell_the_day,
        assign_it,
        take_for_a_machine,
        make_it_a_test,
    ],
)
def test_what_is_held_follows_whatever_changes_it(
    project: Project, act: Callable[[Project, Article], None]
) -> None:
    held, article = HeldArticle(), named(project, "one")
    before = shown(project, article.id, held)
    act(project, article)
    assert shown(project, article.id, held) != before


@pytest.mark.parametrize("act", [merge_entries, merge_two_labels, change_reader, assign_it])
def test_what_is_held_follows_what_is_taken_back(
    project: Project, act: Callable[[Project, Article], None]
) -> None:
    held, article = HeldArticle(), named(project, "one")
    before = shown(project, article.id, held)
    act(project, article)
    shown(project, article.id, held)
    project_acts.undo(project, LEAD)
    assert shown(project, article.id, held) == before


def test_what_is_held_follows_into_the_trash_and_back(project: Project) -> None:
    held, article = HeldArticle(), named(project, "one")
    before = shown(project, article.id, held)
    remove_article(project, LEAD, article)
    assert shown(project, article.id, held) is None
    restore_article(project, LEAD, article.id)
    assert shown(project, article.id, held) == before


def test_articles_that_nobody_has_begun_are_not_taken_for_each_other(project: Project) -> None:
    held = HeldArticle()
    assert shown(project, named(project, "a").id, held)
    assert shown(project, named(project, "b").id, held)


# -- what is not worked out again, and what is refused


def test_a_conflict_that_somebody_else_decided_is_not_decided_from_what_was_held(
    led: Project,
) -> None:
    held = HeldArticle()
    first = most(led)[0]
    taken(led, first.article_id, held)
    deciding.rule(led, OTHER, first, Ruling(Choice.NONE))
    with pytest.raises(RefusedAct, match="is not open"):
        deciding.rule(led, LEAD, first, Ruling(Choice.NONE), held)


def test_of_an_article_that_is_gone_nothing_is_held(led: Project) -> None:
    assert take_to_hand(led, "gone", HeldArticle()) is None


def test_what_was_there_before_is_not_worked_out_again() -> None:
    worked: list[str] = []

    def work(source: str) -> str:
        worked.append(source)
        return source.upper()

    kept: Kept[str, str] = Kept()
    assert kept.of(["one", "two"], work) == ("ONE", "TWO")
    assert kept.of(["two", "three"], work) == ("TWO", "THREE")
    assert worked == ["one", "two", "three"]
    kept.of([], work)
    kept.of(["two"], work)
    assert worked[3:] == ["two"]
