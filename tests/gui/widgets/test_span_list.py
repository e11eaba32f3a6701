"""The list of spans shows as much of each value as there is room for."""

import pytest
import regex
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from annotator.core.model import Span
from annotator.core.values import DateValue, EntryValue, Modifier, NumberValue, Value
from annotator.gui.language import speak
from annotator.gui.widgets.span_list import SpanDelegate

MONEY = NumberValue(1_234_567, 1_234_567, Modifier.UNDER, "دولار")
QUOTE = "مليونا ومئتين وأربعة وثلاثين ألفا وخمسمئة وسبعة وستين دولارا"


@pytest.mark.parametrize(
    ("value", "quote", "letters", "shown"),
    [
        (MONEY, QUOTE, 90, "under 1,234,567 دولار"),
        (MONEY, QUOTE, 27, "under 1,234,567"),
        (MONEY, QUOTE, 20, "under 1,234,567"),
        (MONEY, QUOTE, 10, "…"),
        (DateValue("2026-02-23/2026-04-23"), "الشهرين المقبلين", 34, "2026-02-23/2026-04-23"),
        (EntryValue("1", "قوات سوريا الديمقراطية"), "قسد", 60, "قوات سوريا الديمقراطية"),
        (NumberValue(590_000_000, 590_000_000), "590,000,000", 60, "="),
        (NumberValue(590_000_000, 590_000_000), "590000000", 60, "="),
        (NumberValue(3.5, 3.5), "٣٫٥", 60, "="),
        (NumberValue(35, 35), "3,5", 60, "35"),
    ],
)
def test_a_quote_gives_way_before_a_value_is_lost(
    qapp: QApplication, value: Value, quote: str, letters: int, shown: str
) -> None:
    speak(qapp, "en")
    option = QStyleOptionViewItem()
    room = option.fontMetrics.horizontalAdvance("5" * letters)
    span = Span(0, 3, "figure", "قسد", value=value)
    said, left = SpanDelegate._value(option, span, quote, room)
    assert regex.sub("[\u2066-\u2069]", "", said) == shown
    assert left >= 0
