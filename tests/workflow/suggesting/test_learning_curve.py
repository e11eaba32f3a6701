"""The more gold was learned from, the more is found: told for what it is."""

from pathlib import Path

import pytest

from annotator.core.errors import FileError, RefusedAct
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.suggest.memory import MEMORY
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.suggesting.evaluating import evaluate
from annotator.workflow.suggesting.learning_curve import learning_curve, write_curve
from tests.workflow.settled_demo import LEAD
from tests.workflow.suggested import NAME, about, finished, settle_ours


@pytest.fixture
def ours(led: Project) -> Project:
    settle_ours(led)
    return led


def test_memory_finds_more_once_it_has_learned_more(ours: Project, tmp_path: Path) -> None:
    curve = learning_curve(ours, [MEMORY, "rules"], Quiet())
    assert curve.articles == ours.articles.count()
    sizes = [point.articles for point in curve.points]
    assert sizes[:2] == [5, 10]
    assert sizes == sorted(sizes)
    found = [point.sources[MEMORY].f1_overlap or 0 for point in curve.points]
    assert found[-1] > found[0]
    by_rules = [point.sources["rules"] for point in curve.points]
    assert all(one == by_rules[0] for one in by_rules)
    # Of all that there is, it is what the cross-validation tells.
    assert curve.points[-1].sources == evaluate(ours, [MEMORY, "rules"], Quiet()).sources
    assert learning_curve(ours, [MEMORY, "rules"], Quiet()) == curve
    write_curve(curve, tmp_path / "curve.png")
    first = (tmp_path / "curve.png").read_bytes()
    assert first.startswith(b"\x89PNG")
    write_curve(curve, tmp_path / "curve.png")
    assert (tmp_path / "curve.png").read_bytes() == first
    with pytest.raises(FileError, match="no folder"):
        write_curve(curve, tmp_path / "nowhere" / "curve.png")


def test_a_story_is_not_looked_at_by_what_it_taught_itself(led: Project) -> None:
    """Near-duplicates are in one fold: with but one story there is nothing to look at."""
    article = about(led, NAME)
    finished(led, article, "amal", NAME)
    with pytest.raises(RefusedAct, match="two stories at least"):
        learning_curve(led, [MEMORY], Quiet())
    accept_singles(led, LEAD)
    with pytest.raises(RefusedAct, match="two stories at least"):
        learning_curve(led, [MEMORY], Quiet())
