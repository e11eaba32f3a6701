"""A pack holds one author's articles and nothing of anybody else's marks."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.assigning import HandingPlan
from annotator.core.edits import Mark, SetState
from annotator.core.errors import ProjectError, RefusedAct, UnknownName
from annotator.core.feedback import ArticleFeedback, score
from annotator.core.model import LayerState, Role, Status
from annotator.core.progress import Cancelled, Quiet
from annotator.core.selection import Selection
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.datasets.exporting import export
from annotator.workflow.exchange.packs import known_in, make_pack, pack_of, project_id
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.handing.assigning import assign, give
from annotator.workflow.people import questions
from annotator.workflow.people.authors import add_author
from annotator.workflow.project.guidelines import guidelines, set_guidelines
from annotator.workflow.projects import find_damage
from annotator.workflow.registry import registry
from annotator.workflow.review.deciding_lots import rule_all, rulings_of
from annotator.workflow.review.feedback import all_feedback, feedback_on
from annotator.workflow.review.lots import Majorities
from annotator.workflow.review.settling import Reviews
from tests.workflow.settled_demo import LEAD, REASON, done, ready, settle_as


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "amal.db"


def packed(project: Project, out: Path, author: str = "amal") -> Project:
    make_pack(project, out, author, Quiet())
    return Project.open(out)


def test_a_pack_has_the_articles_and_layers_of_its_author_alone(demo: Project, out: Path) -> None:
    assign(demo, LEAD, HandingPlan(("amal", "nasser", "salma"), 2))
    rule_all(demo, LEAD, rulings_of(Majorities(), Reviews(demo).conflicts()))
    with packed(demo, out) as pack:
        mine = demo.assignments.of_author("amal")
        assert list(pack.articles.names()) == mine
        assert len(mine) < demo.articles.count()
        for article_id in mine:
            (layer,) = pack.layers.of_article(article_id) or [None]
            whole = demo.layers.load(article_id, "amal")
            assert (layer is None) == (whole.revision == 0)
            if layer:
                assert layer == whole
                assert [s.id for s in layer] == [s.id for s in whole]
        assert [author.name for author in pack.authors.all()] == ["amal"]
        assert pack.decisions.count() == 0
        assert pack.history.project_acts() == []
        assert pack.search.find("قسرك")
    assert list(find_damage(out, Quiet())) == []


def test_nothing_of_others_stands_in_the_bytes_of_a_pack(demo: Project, out: Path) -> None:
    *_, article = demo.articles.each()
    layer = demo.layers.load(article.id, "nasser")
    layer = marking.apply(demo, article, layer, Mark(0, 4, "base")).layer
    (span,) = layer.spans
    questions.ask(demo, article, "nasser", "سؤال نصار وحده", None)
    packed(demo, out).close()
    content = out.read_bytes()
    for secret in (span.id, "nasser", "سؤال نصار وحده", LEAD):
        assert secret.encode() not in content


def test_how_gold_differs_comes_along_for_what_is_settled(
    demo: Project, out: Path, tmp_path: Path
) -> None:
    """And no more of it: not of what is open, nor whose marks gold follows from."""
    settle_as(demo, "amal")
    *_, still_open = ready(demo)
    article = demo.articles.by_id(still_open)
    assert article is not None
    mark = marking.apply(demo, article, demo.layers.load(still_open, "amal"), Mark(0, 4, "base"))
    (secret,) = mark.change.put
    done(demo, still_open, "amal", SetState(LayerState(Status.FINISHED)))
    assert still_open not in ready(demo)
    told = all_feedback(demo, "nasser", "nasser")
    assert any(one.differences for one in told)
    with packed(demo, out, "nasser") as pack:
        there = all_feedback(pack, "nasser", "nasser")
        assert sum(len(one.differences) for one in there) > 0
        assert [said(one) for one in there] == [said(one) for one in told]
        assert score(there) == score(told)
        assert {one.article_id for one in there} == set(ready(demo))
        assert feedback_on(pack, still_open, "nasser", "nasser") is None
    content = out.read_bytes()
    gold = [span.id for one in told for d in one.differences for span in d.gold]
    for secret_text in (secret.id, "amal", LEAD, *gold):
        assert secret_text.encode() not in content
    assert REASON.encode() in content
    with Project.open(out) as pack:
        done(pack, ready(demo)[0], "nasser", Mark(0, 3, "base"))
    assert merge_packs(demo, LEAD, [out]).refused == []
    assert list(find_damage(out, Quiet())) == []


def said(one: ArticleFeedback) -> object:
    """Return what an author is told of an article."""
    return (
        one.article,
        one.is_test,
        dict(one.matches),
        [
            (
                *(d.where, d.cause, d.reason, d.gap),
                [(span.place, span.quote, span.value) for span in (*d.mine, *d.gold)],
            )
            for d in one.differences
        ],
    )


def test_what_is_told_of_gold_shows_its_progress_and_can_be_stopped(
    demo: Project, out: Path
) -> None:
    """It is derived after the articles are packed: of as many as she has finished."""
    settle_as(demo, "amal")
    finished = len(demo.layers.finished_by("nasser"))

    class Bar:
        def __init__(self) -> None:
            self.told: list[tuple[int, int | None]] = []

        def advance(self, done: int, total: int | None) -> None:
            self.told.append((done, total))
            if total == finished:
                raise Cancelled

    bar = Bar()
    with pytest.raises(Cancelled):
        make_pack(demo, out, "nasser", bar)
    *_, packed_last, told_last = bar.told
    articles = len(demo.articles.names())
    assert packed_last == (articles, articles)
    assert told_last == (finished, finished) != packed_last
    assert not out.exists()


def test_a_pack_knows_which_project_it_is_of(demo: Project, out: Path) -> None:
    report = make_pack(demo, out, "amal", Quiet())
    assert pack_of(demo) is None
    with Project.open(out) as pack:
        told = pack_of(pack)
        assert told is not None
        assert (told.id, told.project, told.author) == (report.id, project_id(demo), "amal")
        assert project_id(pack) != project_id(demo)
        bases = pack.bases.of_pack(report.id)
        assert bases.keys() == demo.articles.names().keys()
        for article_id, base in bases.items():
            assert base.layer["revision"] == demo.layers.revision(article_id, "amal")
    assert (report.articles, report.spans) == (
        13,
        sum(len(b.layer["spans"]) for b in bases.values()),
    )


def test_labels_guidelines_and_registry_come_along(demo: Project, out: Path) -> None:
    kept = registry.add_entry(demo, LEAD, "base", "موقع أول", ["الموقع"])
    gone = registry.add_entry(demo, LEAD, "base", "موقع ثان")
    registry.merge(demo, LEAD, gone.id, kept.id)
    set_guidelines(demo, LEAD, "# قواعدنا\n\nكلها هنا.\n", "7")
    with packed(demo, out) as pack:
        assert pack.labels.load() == demo.labels.load()
        assert guidelines(pack, "en") == guidelines(demo, "en")
        for entry in (kept.id, gone.id):
            assert pack.registry.entry(entry) == demo.registry.entry(entry)
        assert known_in(pack).entries[gone.id] == (kept.id, ("موقع ثان",))


def test_own_questions_come_with_their_answers(demo: Project, out: Path) -> None:
    article = next(demo.articles.each())
    questions.ask(demo, article, "amal", "هل هذا موقع؟", None)
    (asked,) = demo.questions.all("amal")
    questions.answer(demo, LEAD, asked.id, "نعم")
    with packed(demo, out) as pack:
        (there,) = pack.questions.all()
        assert (there.question, there.answer, there.answered_by) == ("هل هذا موقع؟", "نعم", LEAD)
    assert list(find_damage(out, Quiet())) == []


def test_one_works_in_a_pack_as_in_any_project(demo: Project, out: Path, tmp_path: Path) -> None:
    with packed(demo, out) as pack:
        article = list(pack.articles.each())[-1]
        layer = pack.layers.load(article.id, "amal")
        layer = marking.apply(pack, article, layer, Mark(0, 4, "base")).layer
        done = marking.apply(pack, article, layer, SetState(LayerState(Status.FINISHED))).layer
        (undone,) = marking.undo(pack, done)
        assert undone.layer.status is Status.IN_PROGRESS
        report = export(pack, tmp_path / "mine.jsonl", "jsonl", Quiet(), Selection("amal"))
        assert report.articles == 13
    assert list(find_damage(out, Quiet())) == []


def test_who_has_no_articles_gets_no_pack(demo: Project, out: Path) -> None:
    add_author(demo, "salma", Role.ANNOTATOR)
    give(demo, LEAD, list(demo.articles.names())[:1], "amal")
    with pytest.raises(RefusedAct, match="“salma” has no articles"):
        make_pack(demo, out, "salma", Quiet())
    with pytest.raises(UnknownName):
        make_pack(demo, out, "nobody", Quiet())
    assert not out.exists()


def test_a_pack_of_a_pack_is_refused(demo: Project, out: Path, tmp_path: Path) -> None:
    with packed(demo, out) as pack, pytest.raises(RefusedAct, match="is a pack itself"):
        make_pack(pack, tmp_path / "again.db", "amal", Quiet())


def test_a_pack_never_overwrites_and_appears_whole_or_not_at_all(
    demo: Project, out: Path, tmp_path: Path
) -> None:
    class Stopping:
        def advance(self, done: int, total: int | None) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_pack(demo, out, "amal", Stopping())
    assert not [path for path in tmp_path.iterdir() if not path.name.startswith("demo.db")]
    out.write_bytes(b"mine")
    with pytest.raises(ProjectError, match="exists already"):
        make_pack(demo, out, "amal", Quiet())
    assert out.read_bytes() == b"mine"


def test_a_layer_that_nothing_brought_is_still_damage(demo: Project, out: Path) -> None:
    packed(demo, out).close()
    with closing(sqlite3.connect(out)) as db, db:
        db.execute("DELETE FROM bases")
    assert any("No act in the history brought" in str(one) for one in find_damage(out, Quiet()))
