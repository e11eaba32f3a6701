"""Whatever is done to a story, it shares a split with what it was made of."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from annotator.arabic import ARABIC
from annotator.core.duplicates import MOSTLY_WITHIN, SAME_STORY, shingles_of
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.datasets.release_plan import plan_release
from annotator.workflow.people.authors import add_author
from annotator.workflow.review.accepting import accept_singles
from tests.workflow.datasets.test_release import ORDER
from tests.workflow.planted import CHANGES, Corpus, corpus, false_joins, lines
from tests.workflow.settled_demo import LEAD


def most_alike(found: Corpus, splits: dict[str, str]) -> tuple[float, float]:
    """Compare all articles of different splits: how alike, how much one within another at most."""
    shingles = [set(shingles_of(text, ARABIC)) for text in found.texts]
    highest = within = 0.0
    for (one, first), (other, second) in combinations(enumerate(shingles), 2):
        if splits[f"{one}.txt"] != splits[f"{other}.txt"]:
            shared = len(first & second)
            highest = max(highest, shared / len(first | second))
            within = max(within, shared / min(len(first), len(second)))
    return highest, within


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
    highest, within = most_alike(found, splits)
    assert plan.highest is not None
    assert plan.most_within is not None
    assert plan.highest.similarity == pytest.approx(highest, abs=1e-12)
    assert plan.most_within.share == pytest.approx(within, abs=1e-12)
    assert 0 < highest < SAME_STORY
    assert 0 < within < MOSTLY_WITHIN
    sizes = {split: there.articles for split, there in plan.figures.items()}
    assert sizes == {"train": 160, "dev": 20, "test": 20}
