"""Scores of suggestions, against counts made by hand."""

from annotator.core.evaluation import Evaluation

LABELS = ("base", "date")


def test_exact_and_overlapping_are_told_apart_by_label() -> None:
    evaluation = Evaluation(LABELS)
    gold = [(0, 4, "base"), (10, 14, "base"), (20, 30, "date")]
    evaluation.add(gold, [(0, 4, "base"), (11, 14, "base"), (40, 44, "base"), (20, 30, "base")])
    scores = evaluation.scores()
    base, date = scores.labels["base"], scores.labels["date"]
    assert (base.precision, base.recall, base.support) == (1 / 4, 1 / 2, 2)
    assert base.f1 == 2 * 1 / (2 + 4)
    assert base.f1_overlap == 2 * 2 / (2 + 4)
    assert (date.precision, date.recall, date.f1) == (None, 0, 0)
    assert scores.f1_exact == 2 * 1 / 7
    assert scores.f1_overlap == 2 * 2 / 7


def test_a_span_of_gold_is_found_once() -> None:
    evaluation = Evaluation(("base",))
    evaluation.add([(0, 10, "base")], [(0, 3, "base"), (4, 8, "base")])
    assert evaluation.scores().labels["base"].f1_overlap == 2 * 1 / 3


def test_where_there_is_nothing_nothing_is_said() -> None:
    scores = Evaluation(LABELS).scores()
    assert (scores.f1_exact, scores.f1_overlap) == (None, None)
    assert scores.labels["base"].f1 is None
