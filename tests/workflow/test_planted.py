"""Whatever is done to a story, it shares a split with what it was made of."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from annotator.core.duplicates import SAME_STORY
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.accepting import accept_singles
from annotator.workflow.people import add_author
from annotator.workflow.release_plan import plan_release
from tests.workflow.planted import CHANGES, corpus, false_joins, lines
from tests.workflow.settled_demo import LEAD
from tests.workflow.test_release import ORDER


@pytest.mark.parametrize("seed", [7, 8])
def test_a_story_that_is_told_twice_is_on_one_side(
    project: Project, bring: Callable[..., Any], seed: int
) -> None:
    found = corpus(200, 30, seed)
    assert Counter(one.how for one in found.planted).keys() == CHANGES.keys()
    add_author(project, LEAD, Role.LEAD)
    bring(project, *lines(found), author="amal")
    accept_singles(project, LEAD, Quiet())
    plan = plan_release(project, ORDER, Quiet())
    names = project.articles.names()
    splits = {names[one]: split for one, split in plan.splits.items()}
    assert [
        one for one in found.planted if splits[f"{one.story}.txt"] != splits[f"{one.twin}.txt"]
    ] == []
    assert false_joins(found) == []
    assert plan.same_story == len(found.planted)
    assert plan.highest is None or plan.highest.similarity < SAME_STORY
    sizes = {split: there.articles for split, there in plan.figures.items()}
    assert sizes == {"train": 160, "dev": 20, "test": 20}
