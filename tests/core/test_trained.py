"""What is told of a model, also where another program has written it."""

import pytest

from annotator.core.trained import LearnedFrom, TrainedModel


def model(**told: object) -> TrainedModel:
    return TrainedModel("m", "2026-02-23T00:00:00.000Z", LearnedFrom.GOLD, frozenset("ab"), told)


def test_a_score_is_that_of_the_cross_validation() -> None:
    told = model(folds=2, f1_exact=0.25, f1_overlap=0.5)
    assert (told.score("f1_exact"), told.score("f1_overlap")) == (0.25, 0.5)


@pytest.mark.parametrize("folds", [1, 0, None, "5"])
def test_one_story_alone_scores_nothing(folds: object) -> None:
    assert model(folds=folds, f1_exact=1.0).score("f1_exact") is None


@pytest.mark.parametrize("figure", [None, "0.5", 1.5, -0.1, float("nan"), [], True])
def test_what_is_no_score_is_none(figure: object) -> None:
    assert model(folds=5, f1_exact=figure).score("f1_exact") is None
