"""Which layers wait for a lead's word alone, and what becomes of them."""

import json
from pathlib import Path

import pytest

from annotator.core.decisions import Choice
from annotator.core.edits import Mark, SetState
from annotator.core.errors import RefusedAct
from annotator.core.model import LayerState, Role, Status
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.imports.articles import import_files
from annotator.workflow.imports.taking_back import take_back
from annotator.workflow.people.authors import add_author
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.review import costs, deciding
from annotator.workflow.review.accepting import accept_layers, accept_singles, waiting_layers
from annotator.workflow.review.settling import Reviews
from tests.workflow.settled_demo import done, work

LEAD = "huda"


@pytest.fixture
def led(project: Project, tmp_path: Path) -> Project:
    """Amal alone finished “one”; in “two” nasser set aside what she finished; “three” is open."""
    add_author(project, LEAD, Role.LEAD)
    texts = {name: f"\n نص {name}\nثم" for name in ("one", "two", "three")}
    states = {
        "amal": {"one": "finished", "two": "finished", "three": "set aside"},
        "nasser": {"two": "set aside", "three": "set aside"},
        "salma": {"three": "in progress"},
    }
    for author, of_author in states.items():
        lines = [
            {"name": name, "text": texts[name], "spans": [], "status": status, "reason": "نسخة"}
            for name, status in of_author.items()
        ]
        file = tmp_path / f"{author}.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        import_files(project, [file], Quiet(), author=author)
    return project


def waiting(project: Project, choice: Choice) -> list[tuple[str, str]]:
    return [(one.quotation.article, one.author) for one in waiting_layers(project, choice)]


def asked(project: Project, choice: Choice) -> list[tuple[str, str]]:
    return [(one.article_id, one.author) for one in waiting_layers(project, choice)]


def test_only_what_waits_for_nothing_else_is_listed(led: Project) -> None:
    assert waiting(led, Choice.SINGLE) == [("one", "amal"), ("two", "amal")]
    (one,) = waiting_layers(led, Choice.SET_ASIDE)
    assert (one.quotation.article, one.author, one.reason) == ("two", "nasser", "نسخة")
    quoted = one.quotation.excerpt
    assert quoted.text[quoted.start : quoted.end] == "نص two"


def test_what_is_accepted_keeps_the_reason_and_one_undo_takes_it_back(led: Project) -> None:
    singles = asked(led, Choice.SINGLE)
    report = accept_layers(led, LEAD, Choice.SET_ASIDE, asked(led, Choice.SET_ASIDE), "seen")
    assert (report.decided, report.refused) == (1, [])
    assert [one.reason for one in led.decisions.all()] == ["seen"]
    assert accept_layers(led, LEAD, Choice.SINGLE, singles).decided == 2
    assert {one.article for one in Reviews(led).all() if one.ready} == {"one", "two"}
    assert waiting(led, Choice.SET_ASIDE) == waiting(led, Choice.SINGLE) == []
    deciding.undo(led, LEAD)
    assert waiting(led, Choice.SINGLE) == [("one", "amal"), ("two", "amal")]


def test_a_layer_that_was_taken_up_meanwhile_is_told(led: Project) -> None:
    wanted = asked(led, Choice.SINGLE)
    article = led.articles.by_name("one")
    assert article is not None
    marking.apply(led, article, led.layers.load(article.id, "amal"), Mark(2, 4, "base"))
    report = accept_layers(led, LEAD, Choice.SINGLE, wanted)
    assert report.decided == 1
    ((refused, why),) = report.refused
    assert refused == article.id
    assert "does not wait" in str(why)


def test_a_layer_that_is_set_aside_anew_waits_anew(led: Project) -> None:
    accept_layers(led, LEAD, Choice.SET_ASIDE, asked(led, Choice.SET_ASIDE))
    article = led.articles.by_name("two")
    assert article is not None
    for state in (LayerState(Status.IN_PROGRESS), LayerState(Status.SET_ASIDE, "again")):
        marking.apply(led, article, led.layers.load(article.id, "nasser"), SetState(state))
    assert [one.reason for one in waiting_layers(led, Choice.SET_ASIDE)] == ["again"]


def test_only_a_lead_accepts(led: Project) -> None:
    with pytest.raises(RefusedAct, match="Only a lead"):
        accept_layers(led, "amal", Choice.SINGLE, asked(led, Choice.SINGLE))
    with pytest.raises(RefusedAct, match="reason"):
        accept_layers(led, LEAD, Choice.SINGLE, [], "\0")


@pytest.fixture
def seeds_alone(demo: Project, tmp_path: Path) -> list[str]:
    """The names of two articles that zaid alone has finished."""
    file = tmp_path / "alone.jsonl"
    lines = [{"name": name, "text": f"نص {name}", "spans": []} for name in ("one", "two")]
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    import_files(demo, [file], Quiet(), author="zaid")
    return ["one", "two"]


def test_single_layers_are_accepted_in_bulk_until_they_change(
    demo: Project, seeds_alone: list[str]
) -> None:
    reviews = Reviews(demo)
    assert sum(one.is_single_open for one in reviews.all()) == len(seeds_alone)
    assert accept_singles(demo, LEAD) == len(seeds_alone)
    assert {one.article for one in Reviews(demo).all() if one.ready} == set(seeds_alone)
    assert accept_singles(demo, LEAD) == 0
    article = demo.articles.by_name(seeds_alone[0])
    assert article is not None
    done(demo, article.id, "zaid", SetState(LayerState(Status.IN_PROGRESS)))
    work(demo, article.id, "zaid")
    assert sum(one.is_single_open for one in reviews.all()) == 1
    deciding.undo(demo, LEAD)
    assert sum(one.is_single_open for one in reviews.all()) == len(seeds_alone)


def test_what_a_lead_changes_in_all_layers_lapses_no_acceptance(
    demo: Project, seeds_alone: list[str]
) -> None:
    article = demo.articles.by_name("one")
    assert article is not None
    work(demo, article.id, "zaid", Mark(0, 2, "base"))
    accept_singles(demo, LEAD)
    merge_labels(demo, LEAD, "base", "actor")
    assert {one.article for one in Reviews(demo).all() if one.ready} == set(seeds_alone)


def test_an_import_is_not_taken_back_from_under_a_decision(
    demo: Project, seeds_alone: list[str]
) -> None:
    accept_singles(demo, LEAD)
    with pytest.raises(RefusedAct):
        take_back(demo, LEAD, Quiet())
    deciding.undo(demo, LEAD)
    take_back(demo, LEAD, Quiet())
    assert demo.articles.by_name(seeds_alone[0]) is None


def test_others_go_on_writing_while_many_layers_are_looked_at_and_are_heeded(
    led: Project, tmp_path: Path
) -> None:
    lines = [{"name": f"{n}", "text": f"نص {n}", "spans": []} for n in range(40)]
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    import_files(led, [file], Quiet(), author="amal")
    lot = asked(led, Choice.SINGLE)

    class Meanwhile(Quiet):
        """An author who goes on with the fourth layer while the lot is looked at."""

        def advance(self, at: int, total: int | None) -> None:
            if at == 5 and not led.layers.load(lot[3][0], "amal").spans:
                with Project.open(led.path) as other:
                    other.wait_at_most(0)
                    done(other, lot[3][0], "amal", Mark(0, 2, "base"))

    report = accept_layers(led, LEAD, Choice.SINGLE, lot, progress=Meanwhile())
    assert report.decided == len(lot) - 1
    assert [article_id for article_id, _ in report.refused] == [lot[3][0]]


@pytest.mark.parametrize("much", [False, True])
def test_only_the_layers_that_are_asked_about_are_looked_at(
    led: Project, monkeypatch: pytest.MonkeyPatch, *, much: bool
) -> None:
    monkeypatch.setattr(costs, "LITTLE", 0 if much else costs.LITTLE)
    lot = asked(led, Choice.SINGLE)
    seen: list[str] = []
    led._connection.set_trace_callback(seen.append)
    accept_layers(led, LEAD, Choice.SINGLE, lot)
    led._connection.set_trace_callback(None)
    looked = [one for one in seen if one.startswith("SELECT") and "article_id" in one]
    assert any("FROM layers" in one for one in looked)
    for statement in looked:
        plan = led._connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        steps = [step[3].split()[:2] for step in plan]
        for table in ("layers", "decisions", "assignments"):
            assert ["SCAN", table] not in steps, (statement, plan)
