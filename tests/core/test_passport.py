from dataclasses import replace

import pytest

from annotator.core.errors import RefusedAct
from annotator.core.passport import check_quotes
from tests.formats.datasets import exported, hard_article, span


def test_a_layer_whose_quotes_say_what_the_text_says_may_leave() -> None:
    one = hard_article()
    check_quotes(one.article, one.layer)
    check_quotes(one.article, replace(one.layer, spans=()))


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_span_that_slipped_stops_the_export_by_name(shift: int) -> None:
    text = "🔴 في قسرك اليوم"
    right = span(text, "قسرك", "base")
    slipped = replace(right, start=right.start + shift, end=right.end + shift)
    one = exported(text, slipped, name="north/1.txt")
    with pytest.raises(
        RefusedAct, match=rf"In “north/1.txt” the base at {slipped.start} does not fit"
    ):
        check_quotes(one.article, one.layer)
