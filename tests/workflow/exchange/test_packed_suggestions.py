"""In her pack an author is offered what she is in the project; that she saw it returns, no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.model import Article
from annotator.core.progress import Quiet
from annotator.core.suggestions import Accept, Suggested, Taken, Withholding
from annotator.core.trained import LearnedFrom
from annotator.store.project import Project
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import give
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.projects import find_damage
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.suggesting.offering import (
    Offer,
    keep_offer,
    offer,
    suggest,
    suggest_to_layer,
    withhold,
    withholding,
)
from annotator.workflow.suggesting.suggester import Suggester
from annotator.workflow.suggesting.training import train_model
from tests.workflow.settled_demo import LEAD, done, settle_as, work
from tests.workflow.suggested import NAME, OTHER_NAME, about, finished, marked, quotes_of

NEW = "salma"


@pytest.fixture
def handed(demo: Project) -> Article:
    """A new article for her, about a name that gold of another knows, and one that none does."""
    settle_as(demo, "amal")
    ensure_author(demo, NEW)
    withhold(demo, LEAD, Withholding(0, 5))
    finished(demo, about(demo, NAME), "nasser", NAME)
    accept_singles(demo, LEAD)
    marked(demo, about(demo, OTHER_NAME), "nasser", OTHER_NAME)
    article = about(demo, NAME, OTHER_NAME)
    give(demo, LEAD, [article.id], NEW)
    return article


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "salma.db"


def offered(project: Project, article: Article) -> Offer:
    suggester = Suggester(project, NEW)
    suggester.learn()
    told = offer(project, suggester, NEW, article.id)
    assert told is not None
    keep_offer(project, NEW, told)
    return told


def rows(project: Project) -> dict[str, Iterator[object]]:
    tables = ("suggested", "models", "model_fields")
    return {one: list(project._db.execute(f"SELECT * FROM {one}")) for one in tables}


def test_she_is_offered_at_home_what_she_was_in_the_project(
    demo: Project, handed: Article, out: Path
) -> None:
    train_model(demo, LEAD, LearnedFrom.GOLD, Quiet())
    suggest(demo, [NEW])
    in_project = offered(demo, handed)
    assert NAME in quotes_of(handed, in_project.suggestions)
    make_pack(demo, out, NEW, Quiet())
    with Project.open(out) as pack:
        assert withholding(pack) == Withholding(0, 5)
        at_home = offered(pack, handed)
        assert at_home.suggestions == in_project.suggestions
        assert at_home.is_withheld == in_project.is_withheld
        model = pack.models.last()
        assert model == demo.models.last()
        assert model is not None
        assert pack.models.fields(model.id) == demo.models.fields(model.id)
        base = next(one for one in in_project.suggestions if one.label == "base")
        done(pack, handed.id, NEW, Accept(Taken.as_it_is(base)))
        there = {one.place for one in offered(pack, handed).suggestions}
        assert {one.place for one in in_project.suggestions} <= there
        suggest(pack, [NEW])
    assert list(find_damage(out, Quiet())) == []


def test_nothing_of_it_comes_back_but_that_she_saw_it(
    demo: Project, handed: Article, out: Path
) -> None:
    suggest(demo, [NEW])
    before = rows(demo)
    assert demo.suggestions.shown(NEW) == {handed.id: None}
    make_pack(demo, out, NEW, Quiet())
    with Project.open(out) as pack:
        base = next(one for one in offered(pack, handed).suggestions if one.label == "base")
        done(pack, handed.id, NEW, Accept(Taken.as_it_is(base)))
        offered(pack, handed)
        assert rows(pack) != before
    assert merge_packs(demo, LEAD, [out]).refused == []
    assert [span.place for span in demo.layers.load(handed.id, NEW)] == [base.place]
    seen = demo.suggestions.shown(NEW)[handed.id]
    assert seen is not None
    demo._db.execute("UPDATE suggested SET shown = NULL")
    assert rows(demo) == before
    assert merge_packs(demo, LEAD, [out, out]).refused == []
    assert demo.suggestions.shown(NEW) == {handed.id: seen}


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_work_done_in_a_pack_is_compared_like_other_work(
    demo: Project, handed: Article, out: Path, share: float
) -> None:
    """Also where the project itself has suggested nothing to her."""
    withhold(demo, LEAD, Withholding(share, 5))
    make_pack(demo, out, NEW, Quiet())
    with Project.open(out) as pack:
        offered(pack, handed)
        work(pack, handed.id, NEW)
    assert demo.suggestions.shown(NEW) == {}
    assert merge_packs(demo, LEAD, [out]).refused == []
    (compared,) = demo.layers.work_suggested()
    assert compared[:3] == (handed.id, NEW, share == 0)
    assert demo.suggestions.of(NEW, handed.id) == Suggested((), "", 0)


def test_that_she_saw_it_is_hers_also_where_another_has_marked_something_in_her_pack(
    demo: Project, handed: Article, out: Path
) -> None:
    make_pack(demo, out, NEW, Quiet())
    with Project.open(out) as pack:
        offered(pack, handed)
        work(pack, handed.id, NEW)
        for author in ("nasser", "visitor"):
            ensure_author(pack, author)
            work(pack, handed.id, author)
    refused = merge_packs(demo, LEAD, [out]).refused
    assert [why.parameters["author"] for _, why in refused] == ["nasser", "visitor"]
    assert demo.suggestions.shown(NEW).keys() == {handed.id}
    assert demo.suggestions.shown("nasser").keys() & {handed.id} == set()


def test_that_she_saw_it_is_not_said_of_a_machine_whose_layers_she_made(
    demo: Project, handed: Article, out: Path
) -> None:
    make_pack(demo, out, NEW, Quiet())
    with Project.open(out) as pack:
        offered(pack, handed)
        suggest_to_layer(pack, "rules-1", ["rules"])
    report = merge_packs(demo, LEAD, [out])
    assert ["rules-1" in str(why) for _, why in report.refused] == [True]
    assert set(demo.suggestions.shown(NEW)) == {handed.id}


def test_nothing_that_nobody_settled_stands_in_it(
    demo: Project, handed: Article, out: Path
) -> None:
    """Nor what others were offered, nor a model that learned from what nobody has settled."""
    suggest(demo)
    assert OTHER_NAME not in quotes_of(handed, offered(demo, handed).suggestions)
    train_model(demo, LEAD, LearnedFrom.LAYERS, Quiet())
    make_pack(demo, out, NEW, Quiet())
    with Project.open(out) as pack:
        assert pack.models.last() is None
        assert pack._db.execute("SELECT count(*) FROM model_fields").fetchone() == (0,)
        assert set(pack._db.execute("SELECT DISTINCT author FROM suggested")) == {(NEW,)}
        assert quotes_of(handed, offered(pack, handed).suggestions) == {NAME}
    assert b"nasser" not in out.read_bytes()


def test_fields_of_a_model_hold_no_string_that_nobody_settled(
    demo: Project, handed: Article
) -> None:
    train_model(demo, LEAD, LearnedFrom.GOLD, Quiet())
    model = demo.models.last()
    assert model is not None
    learned = b"".join(demo.models.fields(model.id).values())
    assert NAME.encode() in learned
    assert OTHER_NAME.encode() not in learned
