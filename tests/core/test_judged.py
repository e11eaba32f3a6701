"""What leads ruled out is what authors drew and gold has not."""

from annotator.core.decisions import Choice, Decision
from annotator.core.judged import ruled_out
from annotator.core.model import Layer, Span


def span(start: int, end: int, label: str = "base") -> Span:
    return Span(start, end, label, "x" * (end - start))


def decision(*judged: tuple[str, Span], outcome: tuple[Span, ...] = ()) -> Decision:
    return Decision("a1", Choice.OPTION, "huda", 0, 9, judged, outcome, reason="rule 3")


def test_what_a_decision_left_out_is_ruled_out_with_its_reason() -> None:
    kept, wide, other = span(2, 5), span(0, 5), span(2, 5, "actor")
    gold = Layer("a1", "gold", spans=(kept,))
    judged = decision(("amal", kept), ("nasser", wide), ("nasser", other), outcome=(kept,))
    layer = ruled_out(gold, [judged])
    assert [one.place for one in layer] == [wide.place, other.place]
    assert {(one.origin, one.note) for one in layer} == {("judged", "rule 3")}
    assert layer.author == "judged"


def test_a_place_that_several_drew_counts_once() -> None:
    drawn = [(who, span(0, 5)) for who in ("amal", "nasser", "rania")]
    layer = ruled_out(Layer("a1", "gold"), [decision(*drawn[:2]), decision(drawn[2])])
    assert [one.place for one in layer] == [(0, 5, "base")]


def test_what_another_decision_put_is_not_ruled_out() -> None:
    put = span(0, 5)
    gold = Layer("a1", "gold", spans=(put,))
    assert ruled_out(gold, [decision(("amal", put))]).spans == ()
