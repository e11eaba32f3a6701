"""What is suggested, kept, taken and refused; it counts as nothing until it is taken."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.core.conflicts import Place
from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.model import Article, Layer, Role, Status
from annotator.core.progress import Cancelled, Quiet
from annotator.core.selection import Selection
from annotator.core.suggestions import (
    Accept,
    AcceptAll,
    Refuse,
    Suggestion,
    Taken,
    Withholding,
    open_suggestions,
)
from annotator.core.values import DateValue
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.datasets.exporting import export
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.handing.assigning import give
from annotator.workflow.handing.qualifying import give_test
from annotator.workflow.people.authors import add_author
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.projects import find_damage
from annotator.workflow.review.settling import Reviews
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
from tests.workflow.releases import EVERY_FORMAT
from tests.workflow.settled_demo import LEAD, done, ready, settle_as
from tests.workflow.suggested import NAME, about, add, marked
from tests.workflow.unaccepted import NEW, check_nothing_reaches_layers_or_exports, exported_in

TEXT = "دمشق 24 شباط/فبراير 2026. وصلت 12 شاحنة إلى قاعدة حميميم الجوية أمس، وقالت وزارة الدفاع."


@pytest.fixture
def offering(demo: Project) -> Project:
    """The demo with somebody new, to whom all articles are shown with suggestions."""
    add_author(demo, NEW, Role.ANNOTATOR)
    withhold(demo, LEAD, Withholding(0, 0))
    return demo


@pytest.fixture
def article(offering: Project) -> Article:
    return add(offering, "new.txt", TEXT)


def offered(project: Project, author: str, article: Article) -> Offer:
    suggester = Suggester(project, author)
    suggester.learn()
    told = offer(project, suggester, author, article.id)
    assert told is not None
    keep_offer(project, author, told)
    return told


def layer_of(project: Project, article: Article, author: str = NEW) -> Layer:
    return project.layers.load(article.id, author)


def refused(project: Project, article: Article, author: str = NEW) -> set[Place]:
    return project.refusals.on(author, article.id)


def one_of(told: Offer, label: str) -> Suggestion:
    return next(one for one in told.suggestions if one.label == label)


class Stop:
    """Progress that stops the work after some units."""

    def __init__(self, after: int) -> None:
        self._after = after

    def advance(self, done: int, total: int | None) -> None:
        if done >= self._after:
            raise Cancelled


# -- taking and refusing


def test_who_accepts_has_the_span_with_its_value_as_her_own_word(
    offering: Project, article: Article
) -> None:
    told = offered(offering, NEW, article)
    date = one_of(told, "date")
    assert isinstance(date.value, DateValue)
    layer = done(offering, article.id, NEW, Accept(Taken.as_it_is(date)))
    (span,) = layer.spans
    assert (span.place, span.value, span.proposed) == (date.place, date.value, False)
    assert span.origin == f"suggestion: {', '.join(date.sources)}"
    assert "rules" in date.sources
    assert date not in open_suggestions(told.suggestions, layer, refused(offering, article))
    (back,) = marking.undo(offering, layer)
    assert back.layer.spans == ()
    (again,) = marking.redo(offering, back.layer)
    assert again.layer.spans == (span,)
    assert again.layer.spans[0].id == span.id
    assert list(find_damage(offering.path, Quiet())) == []


def test_one_that_two_sources_found_names_both(offering: Project, article: Article) -> None:
    base = one_of(offered(offering, NEW, article), "base")
    done(offering, article.id, NEW, Accept(Taken.as_it_is(base)))
    other = add(offering, "other.txt", f"نص آخر. {TEXT}")
    (found,) = (one for one in offered(offering, NEW, other).suggestions if one.label == "base")
    layer = done(offering, other.id, NEW, Accept(Taken.as_it_is(found)))
    assert layer.spans[0].origin == "suggestion: memory, rules"


def test_who_takes_other_borders_or_another_label_gets_a_value_that_fits_them(
    offering: Project, article: Article
) -> None:
    date = one_of(offered(offering, NEW, article), "date")
    narrower = Taken(date, date.start, date.start + len("24 شباط"), "date")
    layer = done(offering, article.id, NEW, Accept(narrower))
    (span,) = layer.spans
    assert span.value != date.value
    assert span.proposed
    marking.undo(offering, layer)
    layer = done(offering, article.id, NEW, Accept(Taken(date, date.start, date.end, "figure")))
    assert [(one.label, one.origin) for one in layer] == [("figure", date.origin)]
    assert not isinstance(layer.spans[0].value, DateValue)


def test_what_is_taken_elsewhere_as_another_label_is_not_offered_again(
    offering: Project, article: Article
) -> None:
    told = offered(offering, NEW, article)
    base = one_of(told, "base")
    layer = done(offering, article.id, NEW, Accept(Taken(base, base.start, base.end - 2, "actor")))
    assert [span.label for span in layer] == ["actor"]
    assert refused(offering, article) == {base.place}
    left = open_suggestions(told.suggestions, layer, refused(offering, article))
    assert base not in left
    (back,) = marking.undo(offering, layer)
    assert (back.layer.spans, refused(offering, article)) == ((), set())
    (again,) = marking.redo(offering, back.layer)
    assert (again.layer.spans, refused(offering, article)) == (layer.spans, {base.place})


def test_what_is_taken_elsewhere_as_it_was_labelled_refuses_nothing(
    offering: Project, article: Article
) -> None:
    base = one_of(offered(offering, NEW, article), "base")
    done(offering, article.id, NEW, Accept(Taken(base, base.start, base.end - 2, "base")))
    assert refused(offering, article) == set()


def test_all_are_accepted_in_one_undo_with_values_that_stay_proposed(
    offering: Project, article: Article
) -> None:
    told = offered(offering, NEW, article)
    assert len(told.suggestions) > 3
    layer = done(offering, article.id, NEW, AcceptAll(told.suggestions))
    assert {span.place for span in layer} == {one.place for one in told.suggestions}
    valued = [span for span in layer if span.value is not None]
    assert valued
    assert all(span.proposed for span in valued)
    (back,) = marking.undo(offering, layer)
    assert back.layer.spans == ()
    (again,) = marking.redo(offering, back.layer)
    assert again.layer.spans == layer.spans


def test_what_is_refused_never_comes_back_unless_it_is_undone(
    offering: Project, article: Article
) -> None:
    told = offered(offering, NEW, article)
    base = one_of(told, "base")
    before = layer_of(offering, article)
    layer = done(offering, article.id, NEW, Refuse(base))
    assert layer == before
    told = offered(offering, NEW, article)
    assert refused(offering, article) == {base.place}
    assert base.place not in {
        one.place for one in open_suggestions(told.suggestions, layer, refused(offering, article))
    }
    assert refused(offering, article, "amal") == set()
    marking.undo(offering, layer)
    assert refused(offering, article) == set()
    marking.redo(offering, layer_of(offering, article))
    assert refused(offering, article) == {base.place}
    assert list(find_damage(offering.path, Quiet())) == []


def test_what_another_window_has_refused_or_accepted_already_can_be_again(
    offering: Project, article: Article
) -> None:
    base = one_of(offered(offering, NEW, article), "base")
    done(offering, article.id, NEW, Refuse(base))
    done(offering, article.id, NEW, Refuse(base))
    assert offering.refusals.on(NEW, article.id) == {base.place}
    layer = done(offering, article.id, NEW, Accept(Taken.as_it_is(base)))
    assert [span.place for span in layer] == [base.place]
    assert offering.refusals.on(NEW, article.id) == set()
    with pytest.raises(RefusedAct):
        done(offering, article.id, NEW, Accept(Taken.as_it_is(base)))


def test_what_is_accepted_after_all_bars_no_undo_of_what_was_done_before(
    offering: Project, article: Article
) -> None:
    told = offered(offering, NEW, article)
    base, date = one_of(told, "base"), one_of(told, "date")
    done(offering, article.id, NEW, Accept(Taken.as_it_is(date)))
    done(offering, article.id, NEW, Refuse(base))
    layer = done(offering, article.id, NEW, Accept(Taken.as_it_is(base)))
    for left in ([date.place], [date.place], []):
        (back,) = marking.undo(offering, layer)
        layer = back.layer
        assert [span.place for span in layer] == left
        assert offering.refusals.on(NEW, article.id) == set()
    for _ in range(3):
        (again,) = marking.redo(offering, layer)
        layer = again.layer
    assert {span.place for span in layer} == {base.place, date.place}


# -- what is offered


def test_a_share_of_the_articles_shows_none(offering: Project, article: Article) -> None:
    assert offered(offering, NEW, article).suggestions
    withhold(offering, LEAD, Withholding(1, 0))
    told = offered(offering, NEW, article)
    assert (told.suggestions, told.is_withheld) == ((), True)
    assert withholding(offering) == Withholding(1, 0)
    with pytest.raises(RefusedAct, match="Only a lead"):
        withhold(offering, NEW, Withholding(0.5, 0))


def test_by_default_it_is_a_share_of_fifteen_in_a_hundred(demo: Project) -> None:
    assert withholding(demo) == Withholding(0.15, 0)
    assert not withhold(demo, LEAD, Withholding(0.15, 0))
    assert withhold(demo, LEAD, Withholding(0.2, 3))
    assert withhold(demo, LEAD, Withholding(0.15, 0))
    assert withholding(demo) == Withholding(0.15, 0)


@pytest.mark.parametrize(
    "told", ["", "[]", '{"share": 2, "seed": 0}', '{"share": NaN, "seed": 0}', '{"share": "1"}']
)
def test_what_another_program_wrote_of_it_withholds_as_by_default(demo: Project, told: str) -> None:
    before = withholding(demo)
    withhold(demo, LEAD, Withholding(0.5, 7))
    assert withholding(demo) == Withholding(0.5, 7)
    with demo.writing():
        demo._db.execute(
            "UPDATE properties SET value = ? WHERE name = 'suggestions withheld'", [told]
        )
    assert withholding(demo) == before


def test_in_a_test_nothing_is_offered(offering: Project) -> None:
    settle_as(offering, "amal")
    article_id = ready(offering)[0]
    give_test(offering, LEAD, [article_id], NEW)
    article = offering.articles.by_id(article_id)
    assert article is not None
    assert offered(offering, NEW, article).suggestions == ()
    suggest(offering, [NEW])
    assert offering.suggestions.of(NEW, article_id) is None


def test_of_an_article_that_is_gone_nothing_is_offered(offering: Project) -> None:
    assert offer(offering, Suggester(offering, NEW), NEW, "no such id") is None


def test_a_label_that_is_gone_is_not_offered(offering: Project, article: Article) -> None:
    suggester = Suggester(offering, NEW)
    suggester.learn()
    stale = offer(offering, suggester, NEW, article.id)
    assert stale is not None
    assert "base" in {one.label for one in stale.suggestions}
    merge_labels(offering, LEAD, "base", "actor")
    suggester.learn()
    anew = offer(offering, suggester, NEW, article.id)
    assert anew is not None
    assert "base" not in {one.label for one in anew.suggestions}
    done(offering, article.id, NEW, AcceptAll(anew.suggestions))


@pytest.mark.parametrize(
    "told",
    [
        [{}],
        [3],
        [{"start": "x", "end": 3, "label": "base", "confidence": 1, "sources": [], "value": {}}],
        [{"start": 0, "end": 9999, "label": "base", "confidence": 1, "sources": [], "value": {}}],
        [{"start": 0, "end": 3, "label": "nix", "confidence": 1, "sources": [], "value": {}}],
        [{"start": 0, "end": 3, "label": "base", "confidence": 1, "sources": [], "value": [1]}],
    ],
)
def test_what_another_program_wrote_among_them_is_not_offered(
    offering: Project, article: Article, told: list[object]
) -> None:
    right = offered(offering, NEW, article).suggestions
    with offering.writing():
        offering._db.execute("UPDATE suggested SET suggestions = ?", [json.dumps(told)])
    again = offered(offering, NEW, article).suggestions
    assert again in (right, ())
    suggest(offering, [NEW])


def test_a_project_that_is_only_read_offers_the_same_and_keeps_nothing(
    offering: Project, article: Article
) -> None:
    right = offered(offering, NEW, article)
    with offering.writing():
        offering._db.execute("DELETE FROM suggested")
    with Project.open(offering.path, writable=False) as read_only:
        suggester = Suggester(read_only, NEW)
        suggester.learn()
        assert offer(read_only, suggester, NEW, article.id) == right
    assert offering.suggestions.of(NEW, article.id) is None


# -- for many articles


def test_all_who_label_are_suggested_to_on_what_they_have_yet_to_finish(demo: Project) -> None:
    add_author(demo, "robot", Role.MACHINE)
    report = suggest(demo)
    assert set(report.authors) == {"amal", "nasser", LEAD}
    there = set(demo.articles.names())
    for author in report.authors:
        made = set(demo.suggestions.known(author))
        assert made == there - demo.layers.finished_by(author).keys()
    assert report.articles == sum(len(demo.suggestions.known(one)) for one in report.authors)
    assert report.sources["rules"] > 0
    assert sum(report.labels.values()) > 0


def test_who_has_articles_is_suggested_to_on_those_alone(offering: Project) -> None:
    some = list(offering.articles.names())[:2]
    give(offering, LEAD, some, NEW)
    suggest(offering, [NEW])
    assert set(offering.suggestions.known(NEW)) == set(some)


def test_what_is_known_already_is_not_made_anew(offering: Project) -> None:
    first = suggest(offering, [NEW])
    with offering.writing():
        offering._db.execute("UPDATE suggested SET shown = 'kept'")
        offering._db.execute("CREATE TEMP TABLE wrote (x)")
        offering._db.execute(
            "CREATE TEMP TRIGGER told AFTER UPDATE ON suggested"
            " BEGIN INSERT INTO wrote VALUES (new.article_id); END"
        )
    again = suggest(offering, [NEW])
    assert again == first
    assert offering._db.execute("SELECT count(*) FROM wrote").fetchone() == (0,)
    marked(offering, about(offering, NAME), NEW, NAME)
    suggest(offering, [NEW])
    (wrote,) = offering._db.execute("SELECT count(*) FROM wrote").fetchone()
    assert wrote == first.articles
    assert {row[0] for row in offering._db.execute("SELECT shown FROM suggested")} == {"kept", None}


def test_what_was_made_before_it_was_stopped_is_kept(offering: Project) -> None:
    for number in range(45):
        add(offering, f"more-{number}.txt", f"{TEXT} {number}")
    with pytest.raises(Cancelled):
        suggest(offering, [NEW], ["rules"], Stop(40))
    made = offering.suggestions.known(NEW)
    assert len(made) == 40
    suggest(offering, [NEW], ["rules"])
    assert made.items() <= offering.suggestions.known(NEW).items()
    assert len(offering.suggestions.known(NEW)) == offering.articles.count()


def test_to_whom_nothing_can_be_suggested_is_told(demo: Project) -> None:
    add_author(demo, "robot", Role.MACHINE)
    with pytest.raises(RefusedAct, match="“robot” is a machine"):
        suggest(demo, ["robot"])
    with pytest.raises(UnknownName, match="nobody"):
        suggest(demo, ["nobody"])
    with pytest.raises(UnknownName, match="oracle"):
        suggest(demo, (), ["oracle"])


# -- nothing of them counts


def test_no_suggestion_reaches_a_layer_or_an_export_unless_it_is_accepted(
    demo: Project, tmp_path: Path
) -> None:
    """In the formats that need libraries of their own, ``tests/loaders`` looks at the same."""
    check_nothing_reaches_layers_or_exports(demo, tmp_path, EVERY_FORMAT)


# -- as a layer


def of_machine(project: Project, name: str) -> dict[str, Layer]:
    layers = (project.layers.load(article, name) for article in project.articles.names())
    return {layer.article_id: layer for layer in layers}


def test_a_layer_is_made_of_suggestions_for_a_new_machine(demo: Project) -> None:
    report = suggest_to_layer(demo, "robot", ["rules"])
    assert demo.authors.get("robot").role is Role.MACHINE
    layers = of_machine(demo, "robot")
    assert report.articles == len(layers) == demo.articles.count()
    spans = [span for layer in layers.values() for span in layer]
    assert report.spans.total() == len(spans) > 0
    assert {layer.status for layer in layers.values()} == {Status.FINISHED}
    assert {span.origin for span in spans} == {"suggestion: rules"}
    assert all(span.proposed for span in spans if span.value is not None)
    for layer in layers.values():
        for label in ("base", "date", "actor", "figure"):
            ours = [span for span in layer if span.label == label]
            assert all(one.end <= other.start for one, other in pairwise(ours))
    assert list(find_damage(demo.path, Quiet())) == []


def test_it_is_made_again_with_other_sources_and_undone_in_one_act(demo: Project) -> None:
    settle_as(demo, "amal")
    suggest_to_layer(demo, "robot", ["rules"])
    rules = of_machine(demo, "robot")
    report = suggest_to_layer(demo, "robot", ["memory"])
    memory = of_machine(demo, "robot")
    spans = [span for layer in memory.values() for span in layer]
    assert report.spans.total() == len(spans) > 0
    assert {span.origin for span in spans} == {"suggestion: memory"}
    revisions = {one: layer.revision for one, layer in memory.items()}
    suggest_to_layer(demo, "robot", ["memory"])
    assert {one: layer.revision for one, layer in of_machine(demo, "robot").items()} == revisions
    changed = next(one for one in memory if memory[one].spans != rules[one].spans)
    marking.undo(demo, memory[changed])
    undone = of_machine(demo, "robot")
    assert {one: layer.spans for one, layer in undone.items()} == {
        one: layer.spans for one, layer in rules.items()
    }
    marking.redo(demo, undone[changed])
    redone = of_machine(demo, "robot")
    assert {one: layer.spans for one, layer in redone.items()} == {
        one: layer.spans for one, layer in memory.items()
    }
    assert list(find_damage(demo.path, Quiet())) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [("amal", "“amal” is a person"), ("gold", "“gold” is the name"), ("", "1 to 100 letters")],
)
def test_a_layer_of_suggestions_is_nobodys_who_is_no_machine(
    demo: Project, name: str, told: str
) -> None:
    before = [author.name for author in demo.authors.all()]
    with pytest.raises(RefusedAct, match=told):
        suggest_to_layer(demo, name)
    assert [author.name for author in demo.authors.all()] == before


def test_its_spans_are_in_no_gold_no_readiness_and_no_agreement_unless_named(
    offering: Project, tmp_path: Path
) -> None:
    settle_as(offering, "amal")
    before = exported_in(offering, tmp_path / "before", EVERY_FORMAT)
    agreement, reviews = project_agreement(offering), Reviews(offering).all()
    suggest_to_layer(offering, "robot")
    assert exported_in(offering, tmp_path / "after", EVERY_FORMAT) == before
    assert project_agreement(offering) == agreement
    assert Reviews(offering).all() == reviews
    named = project_agreement(offering, authors=["amal", "robot"])
    assert [(one.first, one.second) for one in named.whole.pairs] == [("amal", "robot")]
    out = tmp_path / "robot.jsonl"
    export(offering, out, "jsonl", Quiet(), Selection(author="robot"))
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    origins = {span["origin"] for line in lines for span in line["spans"]}
    assert origins
    assert all(origin.startswith("suggestion: ") for origin in origins)


def test_who_stops_it_leaves_nothing(demo: Project) -> None:
    with pytest.raises(Cancelled):
        suggest_to_layer(demo, "robot", ["rules"], Stop(5))
    assert "robot" not in {author.name for author in demo.authors.all()}
    assert demo.layers.finished_by("robot") == {}
