"""The answers of several authors in rows below a line, the same author in the same place."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.conflicts import Drawn
from annotator.core.model import Article, Layer, LayerState, Span, Status
from annotator.core.text import sha256_of
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_view import ReviewView
from annotator.gui.text.lanes import Voices, give_rows

NAMES = ("A", "B", "C")
drawn = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 40), st.integers(1, 12)), max_size=10
).map(
    lambda lot: [
        (who, Span(start, start + size, "base", "x" * size)) for who, start, size in sorted(lot)
    ]
)


@given(drawn)
def test_each_author_has_rows_of_her_own_in_the_order_of_the_names(
    lot: list[tuple[int, Span]],
) -> None:
    spans = [span for _, span in lot]
    laned, rows = give_rows(spans, Voices(NAMES, {span.id: who for who, span in lot}))
    assert rows == sorted(rows)
    assert set(rows) == (set(range(3)) if lot else set())
    assert len(laned) == len(lot)
    who_drew = {span.id: who for who, span in lot}
    for one in laned:
        assert one.row is not None
        assert rows[one.row] == who_drew[one.span.id]
        for other in laned:
            if other is not one and other.row == one.row:
                assert not one.span.overlaps(other.span.start, other.span.end)


def shown(window: MainWindow, *answers: Drawn, text: str = "") -> ReviewView:
    """Show answers on a text of several lines."""
    assert window.session is not None
    assert window.session.article is not None
    text = text or window.session.article.text
    view = ReviewView()
    view.resize(600, 400)
    view.set_labels(window.session.labels)
    article = Article("a", "a", "a", text, sha256_of(text))
    view.take_article(article)
    layer = Layer("a", "gold", (), LayerState(Status.FINISHED))
    view.show_answers(layer, answers, {"nasser": "A", "amal": "B"})
    return view


def test_only_lines_with_answers_are_higher_and_every_author_stands_there(
    window: MainWindow,
) -> None:
    assert window.session is not None
    assert window.session.article is not None
    text = window.session.article.text
    start = text.index("قوات")
    span = Span(start, start + 4, "base", "قوات")
    plain, view = shown(window), shown(window, ("amal", span))
    before, after = (one._column.block(one._column.blocks.of(start)) for one in (plain, view))
    line = after.line_of(start)
    assert line.rows == [0, 1]
    others = [one for one in after.lines if one is not line]
    assert others
    assert all(one.rows == [] for one in others)
    for old, new in zip(before.lines, after.lines, strict=True):
        assert (new.height > old.height) == (new is line)
    (mark,) = view._painter.marks_of(line).marks
    (rect,) = view._painter.lane_rects(line, mark)
    assert mark.row == 1
    assert line.text_bottom < rect.top()
    assert rect.bottom() < line.top + line.height
    (chip,) = view._painter.marks_of(line).chips
    assert chip.text.startswith("B · ")


def test_an_empty_line_in_the_midst_of_an_answer_has_no_rows(window: MainWindow) -> None:
    text = "أربع صفحات.\n\nوكانت رويترز"
    start, end = text.index("أربع"), text.index(" رويترز")
    plain = shown(window, text=text)
    view = shown(window, ("amal", Span(start, end, "figure", text[start:end])), text=text)
    above, empty, below = (view._column.block(number).lines for number in range(3))
    assert above[0].rows == below[0].rows == [0, 1]
    assert empty[0].rows == []
    assert empty[0].height == plain._column.block(1).lines[0].height


def test_answers_cannot_be_selected_for_editing(window: MainWindow) -> None:
    assert window.session is not None
    assert window.session.article is not None
    span = Span(0, 4, "base", window.session.article.text[:4])
    view = shown(window, ("amal", span))
    view.step_to_span(1)
    assert view.selected_span() is None
    view.select_span(span.id)
    assert view.selected_span() is None
