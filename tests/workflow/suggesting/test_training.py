"""A model learns from gold, is told with its scores, and takes the place of the one before."""

from pathlib import Path

import pytest

from annotator.core.conflicts import Place
from annotator.core.edits import Mark, SetState
from annotator.core.errors import RefusedAct
from annotator.core.model import LayerState, Role, Status
from annotator.core.progress import Cancelled, Quiet
from annotator.core.trained import LearnedFrom, TrainedModel
from annotator.store.project import Project
from annotator.workflow.people.authors import add_author
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.suggesting import training
from annotator.workflow.suggesting.offering import suggest, suggest_to_layer
from annotator.workflow.suggesting.sources import settled_articles
from annotator.workflow.suggesting.suggester import Suggester
from annotator.workflow.suggesting.training import train_if_grown, train_model
from tests.workflow.settled_demo import LEAD, done, ready, settle_as, work
from tests.workflow.suggested import add, offered

TEXT = "وصل رتل من 40 شاحنة إلى قاعدة قسرك أمس، وقال متحدث باسم التحالف الدولي إن الرتل كبير."


@pytest.fixture(scope="module")
def taught(pristine: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The settled demo with a model that has learned from its gold, as a file."""
    path = tmp_path_factory.mktemp("taught") / "demo.db"
    path.write_bytes(pristine)
    with Project.open(path) as project:
        settle_as(project, "amal")
        train_model(project, LEAD, LearnedFrom.GOLD, Quiet())
    return path.read_bytes()


@pytest.fixture
def path(taught: bytes, tmp_path: Path) -> Path:
    (tmp_path / "taught.db").write_bytes(taught)
    return tmp_path / "taught.db"


@pytest.fixture
def settled(demo: Project) -> Project:
    settle_as(demo, "amal")
    return demo


def test_a_model_is_kept_with_its_scores_and_what_it_was_shown(settled: Project) -> None:
    told: list[tuple[int, int | None]] = []

    class Watching:
        def advance(self, done: int, total: int | None) -> None:
            told.append((done, total))

    report = train_model(settled, LEAD, LearnedFrom.GOLD, Watching())
    kept = settled.models.last()
    assert kept is not None
    assert kept.told == report.to_json()
    assert kept.texts == {
        article.sha256 for article in settled.articles.each() if article.id in ready(settled)
    }
    assert set(kept.told["labels"]) == {"base", "date", "actor", "figure"}
    assert kept.told["learned_from"] == "gold"
    assert 0 < report.scores.f1_exact <= report.scores.f1_overlap <= 1  # type: ignore[operator]
    assert set(settled.models.fields(kept.id)) == {"base", "date", "actor", "figure"}
    shares = [done / total for done, total in told if total]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_the_next_model_takes_its_place(path: Path) -> None:
    with Project.open(path) as project:
        first = project.models.last()
        assert first is not None
        suggester = Suggester(project, "amal", ["model"])
        suggester.learn()
        known = suggester.known
        train_model(project, LEAD, LearnedFrom.GOLD, Quiet())
        second = project.models.last()
        assert second is not None
        assert second.id != first.id
        assert project.models.fields(first.id) == {}
        suggester.learn()
        assert suggester.known != known


def test_from_layers_it_speaks_to_machines_alone(demo: Project) -> None:
    train_model(demo, LEAD, LearnedFrom.LAYERS, Quiet())
    article = add(demo, "new.txt", TEXT)
    assert offered(demo, "amal", article, "model") == set()
    assert offered(demo, LEAD, article, "model") == set()
    suggest_to_layer(demo, "robot", ["model"])
    assert demo.layers.load(article.id, "robot").spans


def test_who_stops_it_keeps_the_model_before(path: Path) -> None:
    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            if total and done > total / 2:
                raise Cancelled

    with Project.open(path) as project:
        before = project.models.last()
        assert before is not None
        with pytest.raises(Cancelled):
            train_model(project, LEAD, LearnedFrom.GOLD, Stop())
        assert project.models.last() == before
        assert project.models.fields(before.id)


def test_what_cannot_be_learned_is_told(led: Project, demo: Project) -> None:
    with pytest.raises(RefusedAct, match="no gold to learn from"):
        train_model(led, LEAD, LearnedFrom.GOLD, Quiet())
    with pytest.raises(RefusedAct, match="nothing to learn from"):
        train_model(led, LEAD, LearnedFrom.LAYERS, Quiet())
    with pytest.raises(RefusedAct, match="Only a lead"):
        train_model(demo, "amal", LearnedFrom.GOLD, Quiet())
    assert led.models.last() is demo.models.last() is None


def test_labels_that_are_gone_since_are_not_suggested(path: Path) -> None:
    with Project.open(path) as project:
        article = add(project, "new.txt", TEXT)
        suggester = Suggester(project, "amal", ["model"])
        suggester.learn()
        assert "base" in {one.label for one in suggester.suggest(article).suggestions}
        merge_labels(project, LEAD, "base", "actor")
        suggester.learn()
        left = {one.label for one in suggester.suggest(article).suggestions}
        assert left
        assert "base" not in left


def test_where_it_agrees_with_the_rules_the_less_sure_of_both_counts(path: Path) -> None:
    with Project.open(path) as project:
        article = add(project, "new.txt", TEXT)

        def found(*sources: str) -> dict[Place, float]:
            suggester = Suggester(project, "amal", sources)
            suggester.learn()
            suggested = suggester.suggest(article).suggestions
            return {one.place: one.confidence for one in suggested}

        rules, model, both = found("rules"), found("model"), found("rules", "model")
        agreed = rules.keys() & model.keys()
        assert agreed
        for one in agreed:
            assert both[one] == pytest.approx(min(rules[one], model[one]))


@pytest.mark.parametrize(
    "damage", ["zeroblob(9)", "substr(field, 1, 900)", "CAST(field || x'00' AS BLOB)"]
)
def test_a_damaged_field_is_as_good_as_not_there(path: Path, damage: str) -> None:
    """The library that reads it would end the program."""
    with Project.open(path) as project:
        article = add(project, "new.txt", TEXT)
        with project.writing():
            project._db.execute(f"UPDATE model_fields SET field = {damage} WHERE label = 'base'")
        suggester = Suggester(project, "amal", ["model"])
        suggester.learn()
        left = {one.label for one in suggester.suggest(article).suggestions}
        assert left
        assert damage.startswith("CAST") or "base" not in left


def test_what_is_told_of_a_model_and_cannot_be_read_is_as_good_as_not_there(path: Path) -> None:
    with Project.open(path) as project:
        with project.writing():
            project._db.execute("UPDATE models SET texts = '[[]]'")
        assert project.models.last() is None
        add_author(project, "salma", Role.ANNOTATOR)
        assert offered(project, "salma", add(project, "new.txt", TEXT), "model") == set()


def settle_until(project: Project, count: int) -> None:
    """Add articles on which two agree, until so many are ready."""
    while len(ready(project)) < count:
        number = project.articles.count()
        article = add(project, f"{number}.txt", f"{TEXT} {number}")
        for author in ("amal", "nasser"):
            work(project, article.id, author, Mark(0, 4, "base"))


def take_up_again(project: Project, count: int) -> None:
    """Let all who have finished go on with so many of the articles that are ready."""
    for article_id in ready(project)[:count]:
        for author in ("amal", "nasser"):
            done(project, article_id, author, SetState(LayerState(Status.IN_PROGRESS)))


def test_it_learns_anew_by_itself_whenever_gold_has_grown_by_a_fifth(settled: Project) -> None:
    def learned_from() -> int | None:
        report = train_if_grown(settled, Quiet())
        return report.articles if report else None

    assert learned_from() is None
    settle_until(settled, 10)
    assert learned_from() == 10
    assert learned_from() is None
    settle_until(settled, 11)
    assert learned_from() is None
    settle_until(settled, 12)
    assert learned_from() == 12
    model = settled.models.last()
    assert model is not None
    assert len(model.texts) == 12
    settle_until(settled, 14)
    assert learned_from() is None
    settle_until(settled, 15)
    assert learned_from() == 15


@pytest.mark.parametrize("taken", [0, 3])
def test_what_it_knows_and_is_ready_no_more_holds_it_up_in_nothing(
    settled: Project, taken: int
) -> None:
    settle_until(settled, 10)
    assert train_if_grown(settled, Quiet()) is not None
    take_up_again(settled, taken)
    settle_until(settled, 11)
    report = train_if_grown(settled, Quiet())
    assert (report is not None) == (taken > 0)
    if report:
        assert (report.articles, len(report.model.texts)) == (11, 11)


def test_it_needs_ten_articles_that_are_ready_and_have_spans(settled: Project) -> None:
    settle_until(settled, 9)
    for number in range(3):
        finished_by_one = add(settled, f"one-{number}.txt", f"{TEXT} {number} وحيد")
        work(settled, finished_by_one.id, "amal", Mark(0, 4, "base"))
        without_spans = add(settled, f"none-{number}.txt", f"{TEXT} {number} بلا شيء")
        for author in ("amal", "nasser"):
            work(settled, without_spans.id, author)
    assert len(ready(settled)) == 12
    assert train_if_grown(settled, Quiet()) is None
    settle_until(settled, 13)
    assert train_if_grown(settled, Quiet()) is not None


def test_it_goes_on_learning_once_it_knows_as_many_articles_as_it_can(
    settled: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_MOST", 10)
    settle_until(settled, 11)
    report = train_if_grown(settled, Quiet())
    assert report is not None
    assert report.articles == 10
    settle_until(settled, 12)
    assert train_if_grown(settled, Quiet()) is None  # one of ten is new
    settle_until(settled, 13)
    report = train_if_grown(settled, Quiet())
    assert report is not None
    newest = {one.article.sha256 for one in settled_articles(settled)[-10:]}
    assert report.model.texts == newest
    assert train_if_grown(settled, Quiet()) is None


def test_who_wants_suggestions_of_a_model_lets_it_learn_first(settled: Project) -> None:
    settle_until(settled, 10)
    assert suggest(settled, ["amal"], ["rules"]).sources.keys() == {"rules"}
    assert settled.models.last() is None
    assert suggest(settled, ["amal"]).sources["model"] > 0
    model = settled.models.last()
    assert model is not None
    assert len(model.texts) == 10


def test_one_that_a_lead_let_learn_from_layers_stays(settled: Project) -> None:
    train_model(settled, LEAD, LearnedFrom.LAYERS, Quiet())
    before = settled.models.last()
    settle_until(settled, 12)
    assert train_if_grown(settled, Quiet()) is None
    assert settled.models.last() == before


def test_one_that_a_lead_lets_learn_meanwhile_stays(settled: Project) -> None:
    """And what nobody has asked for is told as not done."""
    settle_until(settled, 10)

    class Meanwhile:
        wished: TrainedModel | None = None

        def advance(self, done: int, total: int | None) -> None:
            if self.wished is None and total and 2 * done > total:
                with Project.open(settled.path) as opened:
                    self.wished = train_model(opened, LEAD, LearnedFrom.LAYERS, Quiet()).model

    meanwhile = Meanwhile()
    assert train_if_grown(settled, meanwhile) is None
    kept = settled.models.last()
    assert kept is not None
    assert meanwhile.wished is not None
    assert (kept.id, kept.learned_from) == (meanwhile.wished.id, LearnedFrom.LAYERS)
    assert settled.models.fields(kept.id)
