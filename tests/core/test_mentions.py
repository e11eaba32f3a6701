from annotator.arabic import ARABIC
from annotator.core.edits import FOUND, MarkAll, RemoveAll
from annotator.core.mentions import Mention, MentionState, Name, mentions_of, spans_of
from annotator.core.model import Layer, LayerState, Span, Status

TEXT = "قصف الشرق ثم الشرق الأوسط، وبالشرق «الشرق» للشرق"


def at(quote: str, label: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    return Span(start, start + len(quote), label, quote)


def layer(*spans: Span) -> Layer:
    return Layer("a", "amal", tuple(sorted(spans, key=lambda span: span.order)))


def states(mentions: list[Mention]) -> list[tuple[str, MentionState]]:
    return [(TEXT[mention.start : mention.end], mention.state) for mention in mentions]


NAME = Name(("الشرق",), "actor")
FOLDED = ARABIC.fold_with_index(TEXT)


def test_each_mention_says_what_its_author_has_said_of_it() -> None:
    drawn = layer(at("الشرق", "actor"), at("الشرق الأوسط", "actor"), at("الشرق", "base", 2))
    refused = {(at("الشرق", "actor", 3).start, at("الشرق", "actor", 3).end)}
    assert states(mentions_of(NAME, FOLDED, drawn, refused, ARABIC)) == [
        ("الشرق", MentionState.MARKED),
        ("الشرق", MentionState.OTHER),
        ("الشرق", MentionState.REFUSED),
        ("لشرق", MentionState.NEW),
    ]


def test_a_name_inside_a_longer_one_is_offered_where_that_has_another_label() -> None:
    name = mentions_of(NAME, FOLDED, layer(), (), ARABIC)[1]
    drawn = layer(at("الشرق الأوسط", "base"))
    assert name in mentions_of(NAME, FOLDED, drawn, (), ARABIC)


def test_what_overlaps_a_mention_with_its_label_marks_it() -> None:
    drawn = layer(at("شرق", "actor"), at("ثم الشرق", "actor"))
    found = mentions_of(NAME, FOLDED, drawn, (), ARABIC)
    assert found[0].state is MentionState.MARKED
    assert len(found) == 4  # the second is inside a longer one


def test_spans_that_read_alike_are_found_by_label_and_reading() -> None:
    spans = [at("الشرق", "actor"), at("لشرق", "actor", 4), at("الشرق", "base", 1)]
    drawn = layer(*spans, at("الأوسط", "actor"))
    found = spans_of(NAME, TEXT, drawn, ARABIC)
    assert [mention.span_id for mention in found] == [spans[0].id, spans[1].id]


def test_marking_all_skips_what_is_marked_by_then_and_takes_the_article_up() -> None:
    drawn = Layer("a", "amal", (at("الشرق", "actor"),), LayerState(Status.FINISHED))
    found = mentions_of(NAME, FOLDED, layer(), (), ARABIC)
    stretches = tuple(mention.stretch for mention in found)
    change = MarkAll(stretches, "actor").plan(drawn, TEXT)
    assert [(span.start, span.end) for span in change.put] == list(stretches[1:])
    assert {span.origin for span in change.put} == {FOUND}
    assert change.after.status is Status.IN_PROGRESS
    again = MarkAll(stretches, "actor").plan(change.on(drawn), TEXT)
    assert again.is_empty
    assert again.after == change.after


def test_stretches_that_overlap_are_marked_once() -> None:
    change = MarkAll(((4, 9), (4, 9), (6, 12)), "actor").plan(layer(), TEXT)
    assert [(span.start, span.end) for span in change.put] == [(4, 9)]


def test_taking_all_out_forgives_what_is_gone() -> None:
    span = at("الشرق", "actor")
    change = RemoveAll(frozenset({span.id, "gone"})).plan(layer(span), TEXT)
    assert change.removed == (span,)
    assert RemoveAll(frozenset({"gone"})).plan(layer(span), TEXT).is_empty
