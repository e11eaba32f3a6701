"""What is little is told by what stands in articles, not by how many they are."""

import pytest

from annotator.core.decisions import Choice
from annotator.store.project import Project
from annotator.workflow.review import costs, deciding
from annotator.workflow.review.costs import is_little
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.settling import Reviews


def test_spans_decisions_articles_and_places_all_cost(
    demo: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(costs, "_ARTICLE", 3)
    monkeypatch.setattr(costs, "_PLACE", 2)
    there = next(Reviews(demo).conflicts())
    one = [there.article_id]
    spans = sum(len(layer.spans) for layer in demo.layers.of_article(there.article_id))
    assert is_little(demo, one, 5, at_most=3 + 10 + spans)
    assert not is_little(demo, one, 5, at_most=3 + 10 + spans - 1)
    assert not is_little(demo, one, 5, at_most=12)
    decision = deciding.rule(demo, "huda", there, Ruling(Choice.NONE))
    kept = len({*((who, span.id) for who, span in decision.seen)})
    assert not is_little(demo, one, at_most=3 + spans + kept - 1)
    assert is_little(demo, one, at_most=3 + spans + kept)
    deciding.undo(demo, "huda")
    assert is_little(demo, one, at_most=3 + spans)
    assert is_little(demo, (), at_most=0)
