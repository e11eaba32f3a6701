"""The queue of open conflicts, as it follows what happens to the project."""

import json
from pathlib import Path

import pytest

from annotator.core.decisions import Choice
from annotator.core.edits import Mark, SetState
from annotator.core.model import LayerState, Status
from annotator.core.progress import Quiet
from annotator.core.queue import Queue, Wanted
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.imports.articles import import_files
from annotator.workflow.project.labels import merge_labels
from annotator.workflow.project.trash import remove_article
from annotator.workflow.projects import make_demo
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.held import HeldArticle
from annotator.workflow.review.review_queue import (
    ChangedQueue,
    changed_since,
    gather,
    place_of_act,
    take_to_hand,
)
from annotator.workflow.review.settling import Reviews

LEAD = "huda"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("demo"), Quiet())


class Listener(Quiet):
    """Puts what it is told into a queue."""

    def __init__(self, queue: Queue) -> None:
        self.queue = queue
        self.looked_at = 0

    def hand_over(self, part: object) -> None:
        assert isinstance(part, ChangedQueue)
        self.looked_at += len(part.looked)
        for one in part.looked:
            self.queue.put(one.article_id, one.stamp, one.rows)
        for article_id in part.gone:
            self.queue.drop(article_id)


def looked(project: Project, queue: Queue) -> int:
    """Follow what has changed; return how many articles were looked at."""
    listener = Listener(queue)
    gather(project, dict(queue.stamps), listener, for_again=True)
    return listener.looked_at


def listed(queue: Queue) -> list[str]:
    return [one.id for one in Wanted().listed(queue.all())]


def open_ids(project: Project) -> list[str]:
    return [one.conflict.id for one in Reviews(project).conflicts()]


def test_the_queue_holds_what_is_open_and_looks_again_only_at_what_has_changed(
    demo: Project,
) -> None:
    queue = Queue()
    assert looked(demo, queue) == len(Reviews(demo).all())
    assert listed(queue) == open_ids(demo)
    assert looked(demo, queue) == 0
    there = next(Reviews(demo).conflicts())
    deciding.rule(demo, LEAD, there, Ruling(Choice.NONE))
    assert looked(demo, queue) == 1
    assert listed(queue) == open_ids(demo)
    deciding.undo(demo, LEAD)
    assert looked(demo, queue) == 1
    assert there.conflict.id in listed(queue)


def test_the_queue_follows_layers_labels_and_the_trash(demo: Project) -> None:
    queue = Queue()
    looked(demo, queue)
    there = next(Reviews(demo).conflicts())
    article = demo.articles.by_id(there.article_id)
    assert article is not None
    layer = demo.layers.load(article.id, "amal")
    taken_up = marking.apply(demo, article, layer, Mark(0, 3, "date")).layer
    looked(demo, queue)
    assert listed(queue) == open_ids(demo)
    marking.apply(demo, article, taken_up, SetState(LayerState(Status.FINISHED)))
    looked(demo, queue)
    assert listed(queue) == open_ids(demo)
    merge_labels(demo, LEAD, "base", "actor")
    looked(demo, queue)
    assert listed(queue) == open_ids(demo)
    assert not any("base" in one.labels for one in queue.all())
    remove_article(demo, LEAD, article)
    looked(demo, queue)
    assert listed(queue) == open_ids(demo)
    assert article.id not in queue.stamps


def test_where_one_author_alone_has_finished_nothing_is_looked_at(
    demo: Project, tmp_path: Path
) -> None:
    queue = Queue()
    looked(demo, queue)
    file = tmp_path / "alone.jsonl"
    file.write_text(json.dumps({"name": "one", "text": "نص", "spans": []}), "utf-8")
    import_files(demo, [file], Quiet(), author="zaid")
    parts = changed_since(demo, queue.stamps, at_most=0, for_again=True)
    assert parts is not None
    (part,) = parts
    assert [one.rows for one in part.looked] == [()]


def test_what_is_too_much_to_look_at_is_left_to_others(demo: Project) -> None:
    assert changed_since(demo, {}, at_most=1, for_again=True) is None


def test_the_article_at_hand_names_those_who_finished_it(demo: Project) -> None:
    there = next(Reviews(demo).conflicts())
    hand = take_to_hand(demo, there.article_id, HeldArticle())
    assert hand is not None
    assert set(hand.names) == {"amal", "nasser"}
    assert list(hand.names.values()) == ["A", "B"]
    assert hand.conflict(there.conflict.id) == there
    assert hand.conflict("") is None
    assert take_to_hand(demo, "nonsense", HeldArticle()) is None


def test_an_act_tells_where_it_was(demo: Project) -> None:
    there = next(Reviews(demo).conflicts())
    deciding.rule(demo, LEAD, there, Ruling(Choice.NONE))
    place = (there.article_id, there.conflict.start, there.conflict.end)
    assert place_of_act(demo, deciding.undo(demo, LEAD).sequence) == (*place, 1)
    assert place_of_act(demo, deciding.redo(demo, LEAD).sequence) == (*place, 1)
