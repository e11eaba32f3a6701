from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.flattening import flattened
from annotator.core.losses import LossAccount, LossKind
from annotator.core.model import Span
from annotator.core.tokens import Tokenizer
from tests.formats.datasets import exported, span

TEXT = "زار وزراء من الأردن قاعدة التنف أمس"


def test_the_longest_span_stays_and_the_others_are_told() -> None:
    article = exported(
        TEXT,
        span(TEXT, "قاعدة التنف", "base"),
        span(TEXT, "التنف", "base"),
        span(TEXT, "دن قاعدة", "actor"),
        span(TEXT, "زراء", "actor"),
        span(TEXT, " ", "date"),
    )
    tokens = Tokenizer(ARABIC).with_signs(TEXT)
    layer = flattened(tokens, article.layer)
    account = LossAccount({LossKind.VALUE, LossKind.NOTE, LossKind.CERTAINTY})
    layer.tell(account, article.article)
    assert [TEXT[slice(*tokens.stretch(one.tokens))] for one in layer.kept] == [
        "وزراء".removeprefix("و"),
        "قاعدة التنف",
    ]
    assert account.kept == {"base": 1, "actor": 1}
    assert account.totals() == {
        "base": {LossKind.DROPPED: 1},
        "actor": {LossKind.DROPPED: 1},
        "date": {LossKind.DROPPED: 1},
    }


def test_a_span_inside_a_token_takes_the_whole_of_it() -> None:
    tokens = Tokenizer(ARABIC).with_signs(TEXT)
    (one,) = flattened(tokens, [span(TEXT, "ردن", "actor")]).kept
    assert TEXT[slice(*tokens.stretch(one.tokens))] == "أردن"
    assert one.is_widened


def test_a_space_at_a_border_is_in_no_token() -> None:
    article = exported(TEXT, span(TEXT, "أمس", "date"), span(TEXT, " التنف ", "base"))
    account = LossAccount({LossKind.VALUE, LossKind.NOTE, LossKind.CERTAINTY})
    tokens = Tokenizer(ARABIC).with_signs(TEXT)
    flattened(tokens, article.layer).tell(account, article.article)
    assert account.kept == {"date": 1}
    assert account.totals() == {"base": {LossKind.NARROWED: 1}}


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(1, 12)).map(
            lambda one: Span(
                one[0], min(one[0] + one[1], len(TEXT)), "base", TEXT[one[0] :][: one[1]]
            )
        ),
        max_size=8,
    )
)
def test_no_span_is_kept_over_another_and_none_is_forgotten(spans: list[Span]) -> None:
    tokens = Tokenizer(ARABIC).with_signs(TEXT)
    layer = flattened(tokens, spans)
    assert len(layer.kept) + len(layer.dropped) == len(spans)
    for one, other in combinations(layer.kept, 2):
        assert not set(one.tokens) & set(other.tokens)
    for lost in layer.dropped:
        under = tokens.under([(lost.start, lost.end)])
        assert not under or any(
            under & set(one.tokens) and len(one.tokens) >= len(under) for one in layer.kept
        )
