"""Handing out by hand, as a lead sees it: what is ready, loads, and what an act would do."""

import pytest

from annotator.core.edits import Mark
from annotator.core.errors import RefusedAct
from annotator.core.handing import Hand, Handing, Holder, Workload
from annotator.core.model import Role, Status
from annotator.core.progress import Quiet
from annotator.core.query import ArticleQuery
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.handing.assigning import give, take_away
from annotator.workflow.handing.by_hand import Load, hand, handed_since, reach
from annotator.workflow.handing.qualifying import end_test, give_test
from annotator.workflow.people.authors import add_author, retire
from annotator.workflow.review import deciding
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.review.costs import LITTLE
from annotator.workflow.review.feedback import test_score as score_of_test
from tests.workflow.settled_demo import LEAD, done, ready, settle_as, work

NEW = "rania"


class Followed:
    """What a lead knows, kept as the file has it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.stamps: dict[str, str] = {}
        self.ready: set[str] = set()
        self.loads: dict[str, Load] = {}

    def look(self) -> int:
        """Take in what has changed; return how many articles that were."""
        looked = 0
        loads = tuple(self.loads.values())
        for part in handed_since(self._project, LEAD, dict(self.stamps), loads) or ():
            for gone in part.gone:
                del self.stamps[gone]
                self.ready.discard(gone)
            for one in part.looked:
                looked += 1
                self.stamps[one.article_id] = one.stamp
                self.ready.discard(one.article_id)
                if one.is_ready:
                    self.ready.add(one.article_id)
                assert self._project.articles.number_of(one.article_id) == one.number
            if part.loads is not None:
                self.loads = {load.author: load for load in part.loads}
        return looked


def test_what_is_ready_is_followed_and_nothing_is_looked_at_twice(demo: Project) -> None:
    followed = Followed(demo)
    assert (followed.look(), followed.ready) == (6, set())
    settle_as(demo, "amal")
    assert followed.look() > 0
    assert followed.ready == set(ready(demo)) != set()
    assert followed.look() == 0
    one = ready(demo)[0]
    add_author(demo, "salma", Role.ANNOTATOR)
    give(demo, LEAD, [one], "salma")
    assert followed.look() == 6  # what has been begun is assigned with it
    assert followed.ready == set(ready(demo))
    deciding.undo(demo, LEAD)
    followed.look()
    assert followed.ready == set(ready(demo))


def test_what_one_author_alone_has_finished_becomes_ready_once_it_is_accepted(
    demo: Project,
) -> None:
    fresh = next(one for one in demo.articles.names() if not demo.layers.revisions(one))
    work(demo, fresh, "amal")
    followed = Followed(demo)
    followed.look()
    assert fresh not in followed.ready
    accept_singles(demo, LEAD)
    followed.look()
    assert fresh in followed.ready


def test_loads_count_what_is_assigned_and_finished_and_tests_apart(demo: Project) -> None:
    settle_as(demo, "amal")
    add_author(demo, "robot", Role.MACHINE)
    tests = ready(demo)[:2]
    give_test(demo, LEAD, tests, NEW)
    work(demo, tests[0], NEW)
    give(demo, LEAD, list(demo.articles.names())[:8], "nasser")
    take_away(demo, LEAD, demo.articles.names(), "amal")
    retire(demo, "nasser", retired=True)
    followed = Followed(demo)
    followed.look()
    told = {name: (load.workload, load.gets_articles) for name, load in followed.loads.items()}
    assert told == {
        "amal": (Workload(unassigned=6), True),
        "nasser": (Workload(assigned=8, finished=6), False),
        NEW: (Workload(), True),
    }
    test = followed.loads[NEW].test
    score = followed.loads[NEW].score
    assert test is not None
    assert score is not None
    assert (test.articles, test.finished, test.is_ended) == (2, 1, False)
    assert (score.articles, score.f1) == (1, (0.0, 0.0))
    end_test(demo, LEAD, NEW)
    followed.look()
    ended = followed.loads[NEW].test
    assert ended is not None
    assert (ended.articles, ended.is_ended) == (1, True)


def test_what_is_counted_of_an_author_is_what_is_listed_and_what_can_be_taken(
    demo: Project,
) -> None:
    """Imported layers, taken-back articles, undone work and tests stand each in one figure."""
    settle_as(demo, "amal")
    ids = list(demo.articles.names())
    numbers = tuple(range(1, len(ids) + 1))
    tests = ready(demo)[:3]
    rest = [one for one in ids if one not in tests]
    give_test(demo, LEAD, tests, NEW)
    work(demo, tests[0], NEW)
    give(demo, LEAD, rest[:3], NEW)
    for author in ("amal", "nasser"):
        take_away(demo, LEAD, ids, author)
    for one in rest[:2]:
        work(demo, one, NEW)
    take_away(demo, LEAD, rest[:1], NEW)
    marking.undo(demo, done(demo, rest[3], NEW, Mark(0, 3, "base")))
    end_test(demo, LEAD, NEW)
    give(demo, LEAD, ids[:2], "nasser")
    followed = Followed(demo)
    followed.look()
    workloads = {name: load.workload for name, load in followed.loads.items()}
    assert workloads == {
        "amal": Workload(unassigned=6),
        "nasser": Workload(assigned=2, finished=2, unassigned=4),
        NEW: Workload(assigned=2, finished=1, unassigned=1),
    }
    rows = demo.assignments.rows(numbers)
    for author, workload in workloads.items():
        held = [h for row in rows for h in row.holders if h.author == author and not h.is_test]
        assert sum(h.is_assigned for h in held) == workload.assigned
        assert sum(not h.is_assigned for h in held) == workload.unassigned
        assert reach(demo, Handing(Hand.TAKE, numbers, author)) == workload.assigned
        test = followed.loads[author].test
        query = ArticleQuery(whose=author)
        listed = [one for page in demo.search.pages(query, author) for one in page]
        assert len(listed) == workload.assigned + workload.unassigned + (
            test.articles if test else 0
        )
        worked = sum(count for who, _, count in demo.figures.articles() if who == author)
        assert worked == workload.assigned + workload.unassigned


def test_scores_are_kept_until_gold_or_the_layer_is_another(demo: Project) -> None:
    settle_as(demo, "amal")
    one, other = ready(demo)[:2]
    give_test(demo, LEAD, [one, other], NEW)
    give_test(demo, LEAD, [one], "salma")
    work(demo, one, NEW)
    work(demo, one, "salma")
    followed = Followed(demo)
    followed.look()
    known, loads = dict(followed.stamps), followed.loads.values()
    assert handed_since(demo, LEAD, known, at_most=0) is None
    assert handed_since(demo, LEAD, known, loads, at_most=0) is not None
    done(demo, other, NEW, Mark(0, 3, "base"))
    assert handed_since(demo, LEAD, known, loads, at_most=0) is not None
    work(demo, other, NEW)
    assert handed_since(demo, LEAD, known, loads, at_most=1) is None
    assert handed_since(demo, LEAD, known, loads, at_most=LITTLE) is not None
    followed.look()
    assert {name: load.score for name, load in followed.loads.items() if load.test} == {
        name: score_of_test(demo, name, LEAD) for name in (NEW, "salma")
    }
    deciding.undo(demo, LEAD)
    followed.look()
    assert followed.loads[NEW].score == score_of_test(demo, NEW, LEAD)


def test_too_much_is_not_looked_at_at_once(demo: Project) -> None:
    assert handed_since(demo, LEAD, {}, at_most=5) is None
    assert handed_since(demo, LEAD, {}, at_most=5_000) is not None


def test_who_has_an_article_is_told_with_how_far(demo: Project) -> None:
    settle_as(demo, "amal")
    one = ready(demo)[0]
    give(demo, LEAD, [one], "amal")
    take_away(demo, LEAD, [one], "nasser")
    give_test(demo, LEAD, [one], NEW)
    number = demo.articles.number_of(one)
    assert number is not None
    (row,) = demo.assignments.rows([number, 10**6])
    assert row.holders == (
        Holder("amal", Status.FINISHED, is_assigned=True),
        Holder("nasser", Status.FINISHED, is_assigned=False),
        Holder(NEW, Status.NEW, is_assigned=False, is_test=True),
    )


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Handing(Hand.GIVE, (1, 2, 7, 99), "salma"), 3),
        (Handing(Hand.TAKE, (1, 2, 7), "nasser"), 1),
        (Handing(Hand.MOVE, (1, 2, 7), "nasser", to="salma"), 1),
        (Handing(Hand.SEND_BACK, (1, 2, 7), "amal"), 2),
        (Handing(Hand.TEST, (1, 2, 7), "salma"), 2),
        (Handing(Hand.TEST, (1, 2), "amal"), 0),
    ],
)
def test_what_an_act_is_about_is_known_before(demo: Project, wanted: Handing, count: int) -> None:
    settle_as(demo, "amal")
    give(demo, LEAD, list(demo.articles.names())[6:7], "nasser")
    take_away(demo, LEAD, list(demo.articles.names())[:6], "nasser")
    if wanted.hand is not Hand.TEST:  # whether articles are ready is not looked at beforehand
        assert reach(demo, wanted) == count
    assert hand(demo, LEAD, wanted, Quiet()) == count


def test_only_a_lead_acts_and_looks(demo: Project) -> None:
    for act in (
        lambda: hand(demo, "amal", Handing(Hand.GIVE, (1,), "salma"), Quiet()),
        lambda: handed_since(demo, "amal", {}),
    ):
        with pytest.raises(RefusedAct, match="Only a lead"):
            act()
    assert "salma" not in {author.name for author in demo.authors.all()}
