"""The sweep over a project: what it reads, what it keeps, and that it is never behind the file."""

import random
from pathlib import Path

import pytest

from annotator.core.decisions import Choice
from annotator.core.edits import Edit, MarkAll, Remove, SetState
from annotator.core.model import Author, Layer, LayerState, Role, Status
from annotator.core.progress import Cancelled
from annotator.core.swept import How, Listed, Swept
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.project.trash import remove_article, restore_article
from annotator.workflow.review import deciding
from annotator.workflow.review.accepting import accept_layers, accept_singles, waiting_layers
from annotator.workflow.review.consistency import Known, News, Sweep, gather
from annotator.workflow.review.overruling import Overruling, keep, overrule_all
from annotator.workflow.review.settling import Reviews
from tests.workflow.swept import LEAD, bring, line, odd, project_of, usual

ALL = (0.01, 1)


def listed(project: Project) -> list[Listed]:
    sweep = Sweep(project)
    sweep.news()
    return sweep.swept(*ALL).listed


def named(project: Project, one: Listed, *hows: How) -> list[str]:
    names = project.articles.names()
    return [names[spot.article_id] for spot in one.spots if spot.how in hows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project_of(tmp_path / "p.db", *usual(), *odd())


def test_each_kind_of_exception_is_found_in_its_article(path: Path) -> None:
    with Project.open(path) as project:
        (one,) = listed(project)
        assert (one.words, one.usual, one.bare, one.borders) == ("قسرك", 4, 1, 1)
        assert dict(one.marked) == {"base": 4, "actor": 1}
        for how in (How.BARE, How.OTHER, How.BORDERS):
            assert named(project, one, how) == [how.value]


def test_only_finished_layers_count_and_none_of_a_machine(path: Path) -> None:
    bring(
        path,
        [
            line("busy", "غادروا قسرك ليلا", status="in progress"),
            line("machine", "غادروا قسرك صباحا", author="robot"),
        ],
    )
    with Project.open(path) as project:
        with project.writing():
            project.authors.put(Author("robot", Role.MACHINE))
        (one,) = listed(project)
        assert named(project, one, How.BARE) == ["bare"]


def test_a_place_in_an_open_conflict_waits_until_it_is_decided(path: Path) -> None:
    bring(
        path,
        [
            line("differ", "وصلوا إلى [قسرك:base] ليلا"),
            line("differ", "وصلوا إلى قسرك ليلا", author="noor"),
        ],
    )
    with Project.open(path) as project:
        (one,) = listed(project)
        assert named(project, one, How.BARE) == ["bare"]
        (conflict,) = Reviews(project).conflicts()
        deciding.rule(project, LEAD, conflict, deciding.Ruling(Choice.NONE))
        (one,) = listed(project)
        assert named(project, one, How.BARE) == ["bare", "differ"]
        deciding.undo(project, LEAD)
        deciding.rule(project, LEAD, conflict, deciding.Ruling(Choice.OPTION, author="amal"))
        (one,) = listed(project)
        assert one.usual == 5


def test_only_what_has_changed_is_read_again(path: Path) -> None:
    with Project.open(path) as project:
        sweep = Sweep(project)
        sweep.news()
        assert [news for news in sweep.news() or () if news.read or news.gone] == []
        bring(path, [line("late", "عند قسرك وحدها")])
        (read,) = (one for news in sweep.news() or () for one in news.read)
        assert project.articles.names()[read.article_id] == "late"
        (one,) = sweep.swept(*ALL).listed
        assert named(project, one, How.BARE) == ["bare", "late"]


def test_a_string_that_becomes_usual_is_looked_for_in_articles_that_have_not_changed(
    path: Path,
) -> None:
    bring(path, [line("before", "من التنف فجرا")])
    with Project.open(path) as project:
        sweep = Sweep(project)
        sweep.news()
        bring(path, [line(f"new-{number}", f"في [التنف:base] {number}") for number in range(3)])
        sweep.news()
        found = {one.words: one for one in sweep.swept(*ALL).listed}
        assert named(project, found["التنف"], How.BARE) == ["before"]
        assert sweep.swept(*ALL).listed == listed(project)


def test_such_a_string_is_found_across_lines_and_in_every_spelling(path: Path) -> None:
    bring(path, [line("before", "قالت قوات التحالف\nالدولىّ ولقوّات  التحالف الدولي")])
    with Project.open(path) as project:
        sweep = Sweep(project)
        sweep.news()
        new = [
            line(f"new-{number}", f"[قوات التحالف الدولي:actor] {number}") for number in range(3)
        ]
        bring(path, new)
        sweep.news()
        found = {one.words: one for one in sweep.swept(*ALL).listed}
        assert named(project, found["قوات التحالف الدولي"], How.BARE) == ["before", "before"]
        assert sweep.swept(*ALL).listed == listed(project)


def test_who_gave_up_half_way_goes_on_from_there(path: Path) -> None:
    class Impatient:
        def __init__(self, patience: int) -> None:
            self.patience = patience

        def advance(self, done: int, total: int | None) -> None:
            self.patience -= 1
            if self.patience < 0:
                raise Cancelled

    with Project.open(path) as project:
        wanted = listed(project)
        for patience in range(14):
            sweep = Sweep(project)
            told: list[News] = []
            with pytest.raises(Cancelled):
                sweep.tell_news(told.append, Impatient(patience))
            known = Known()
            for news in told:
                known.take(news)
            again = Sweep(project, known)
            again.news()
            assert again.swept(*ALL).listed == wanted


def test_what_another_process_tells_is_what_is_known_there(path: Path) -> None:
    class Pipe:
        def __init__(self) -> None:
            self.parts: list[object] = []

        def advance(self, done: int, total: int | None) -> None:
            pass

        def hand_over(self, part: object) -> None:
            self.parts.append(part)

    with Project.open(path) as project:
        pipe, known = Pipe(), Known()
        gather(project, Known(), *ALL, 2, pipe)
        found: list[Listed] = []
        for part in pipe.parts:
            if isinstance(part, News):
                known.take(part)
            else:
                assert isinstance(part, Swept)
                found += part.listed
        assert [one.with_few_usual(2) for one in listed(project)] == found
        assert [spot.how for spot in found[0].spots].count(How.USUAL) == 2
        assert found[0].usual == 4
        again = Pipe()
        gather(project, known, *ALL, 2, again)
        told = [part for part in again.parts if isinstance(part, Swept)]
        assert [one for part in told for one in part.listed] == found
        assert not any(part.read for part in again.parts if isinstance(part, News))


def test_what_a_lead_says_is_right_is_not_listed_again(path: Path) -> None:
    with Project.open(path) as project:
        (one,) = listed(project)
        kept = [(s.article_id, s.start, s.end, one.label) for s in one.spots if s.how is How.BARE]
        assert keep(project, LEAD, kept) == 1
        (one,) = listed(project)
        assert (one.bare, one.exceptions) == (0, 2)
        assert keep(project, LEAD, kept) == 0
    with Project.open(path) as project:
        assert listed(project)[0].bare == 0
        deciding.undo(project, LEAD)
        assert listed(project)[0].bare == 1
    with Project.open(path) as project:
        deciding.redo(project, LEAD)
        assert listed(project)[0].bare == 0


def test_what_an_annotator_refused_is_listed_all_the_same(path: Path) -> None:
    with Project.open(path) as project:
        (one,) = listed(project)
        (bare,) = (spot for spot in one.spots if spot.how is How.BARE)
        with project.writing():
            place = (bare.article_id, bare.start, bare.end, "قسرك")
            project.refusals.add("amal", one.label, [place])
        assert listed(project)[0].bare == 1


def test_articles_in_the_trash_are_left_out_and_come_back(path: Path) -> None:
    with Project.open(path) as project:
        sweep = Sweep(project)
        sweep.news()
        bare = next(a for a in project.articles.each() if a.name == "bare")
        remove_article(project, LEAD, bare)
        sweep.news()
        assert sweep.swept(*ALL).listed[0].bare == 0
        restore_article(project, LEAD, bare.id)
        sweep.news()
        assert sweep.swept(*ALL).listed == listed(project)
        assert sweep.swept(*ALL).listed[0].bare == 1


def test_a_read_only_file_can_be_swept(path: Path) -> None:
    with Project.open(path, writable=False) as project:
        assert listed(project)[0].bare == 1


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_never_behind_the_file(path: Path, seed: int) -> None:
    """Whatever is done, what was kept comes to the same as reading all anew."""
    chance = random.Random(seed)
    with Project.open(path) as project:
        sweep = Sweep(project)
        for step in range(25):
            if chance.random() < 0.2:
                text = " ".join(
                    chance.choices(["[قسرك:base]", "قسرك", "للتنف", "[التنف:base]"], k=4)
                )
                bring(path, [line(f"{seed}-{step}", f"{step} {text}")])
            else:
                _do_anything(project, sweep, chance)
            if chance.random() < 0.6:
                sweep.news()
                assert sweep.swept(*ALL).listed == listed(project)


def _do_anything(project: Project, sweep: Sweep, chance: random.Random) -> None:
    article = chance.choice(list(project.articles.each()))
    layer = project.layers.load(article.id, chance.choice(["amal", "noor"]))
    match chance.randrange(4):
        case 0 if layer.spans:
            edit: Edit = Remove((chance.choice(layer.spans).id,))
        case 1:
            edit = SetState(LayerState(chance.choice([Status.FINISHED, Status.IN_PROGRESS])))
        case 2:
            start = max(0, article.text.find("قسرك"))
            edit = MarkAll(((start, start + 4),), chance.choice(["base", "actor"]))
        case _:
            _decide_anything(project, sweep, chance)
            return
    _applied(project, layer, edit)


def _applied(project: Project, layer: Layer, edit: Edit) -> None:
    ensure_author(project, layer.author)
    article = project.articles.by_id(layer.article_id)
    assert article is not None
    marking.apply(project, article, layer, edit)


def _decide_anything(project: Project, sweep: Sweep, chance: random.Random) -> None:
    sweep.news()
    for one in sweep.swept(*ALL).listed[:1]:
        spots = [spot for spot in one.spots if spot.how is not How.USUAL]
        spot = chance.choice(spots)
        if chance.random() < 0.3:
            keep(project, LEAD, [(spot.article_id, spot.start, spot.end, one.label)])
        else:
            put = ((spot.start, spot.end, one.label),)
            overrule_all(project, LEAD, [Overruling(spot.article_id, spot.spans, put)])


def test_only_ready_articles_are_swept_where_that_is_wanted(path: Path) -> None:
    with Project.open(path) as project:
        sweep = Sweep(project)
        sweep.news()
        assert sweep.swept(*ALL, ready_only=True).listed == []  # nobody has accepted single layers
        names = project.articles.names()
        waiting = waiting_layers(project, Choice.SINGLE)
        asked = [(one.article_id, one.author) for one in waiting]
        odd_ones = [one for one in asked if names[one[0]] != "bare"]
        accept_layers(project, LEAD, Choice.SINGLE, odd_ones)
        sweep.news()
        (one,) = sweep.swept(*ALL, ready_only=True).listed
        assert (one.bare, one.borders, one.exceptions) == (0, 1, 2)
        accept_singles(project, LEAD)
        sweep.news()
        assert sweep.swept(*ALL, ready_only=True).listed == sweep.swept(*ALL).listed
