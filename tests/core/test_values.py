import json
from contextlib import suppress
from typing import Any

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InvalidValue
from annotator.core.values import (
    DateValue,
    EntryValue,
    Modifier,
    NumberValue,
    TextValue,
    ValueKind,
    kind_of,
    value_from_json,
    value_to_json,
)

numbers = st.integers(-(2**63) + 1, 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip)
values = (
    st.none()
    | st.builds(DateValue, st.sampled_from(["2026-02-23", "2026-02", "XXXX-02-15", "2026-01/.."]))
    | st.builds(TextValue, words)
    | st.builds(EntryValue, words, words)
    | st.builds(
        lambda bounds, modifier, unit: NumberValue(min(bounds), max(bounds), modifier, unit),
        st.tuples(numbers, numbers),
        st.none() | st.sampled_from(Modifier),
        st.none() | words,
    )
)


@given(values)
def test_what_is_written_is_read_back(value: Any) -> None:
    assert value_from_json(json.loads(json.dumps(value_to_json(value)))) == value


@pytest.mark.parametrize(
    ("data", "value", "kind"),
    [
        ({}, None, ValueKind.NONE),
        ({"edtf": "2026-02-23"}, DateValue("2026-02-23"), ValueKind.DATE),
        ({"value": 1000}, NumberValue(1000, 1000), ValueKind.NUMBER),
        ({"min": 20, "max": 99}, NumberValue(20, 99), ValueKind.NUMBER),
        ({"value": 99, "unit": "%"}, NumberValue(99, 99, unit="%"), ValueKind.NUMBER),
        (
            {"min": 500, "max": 600, "modifier": "about", "unit": "جندي"},
            NumberValue(500, 600, Modifier.ABOUT, "جندي"),
            ValueKind.NUMBER,
        ),
        ({"entry": "q", "name": "قسرك"}, EntryValue("q", "قسرك"), ValueKind.ENTRY),
        ({"text": "قسرك"}, TextValue("قسرك"), ValueKind.TEXT),
    ],
)
def test_each_kind_shows_in_its_keys(data: dict[str, Any], value: Any, kind: ValueKind) -> None:
    assert value_from_json(data) == value
    assert value_to_json(value) == data
    assert kind_of(value) is kind


PLAIN = st.dates().flatmap(lambda day: st.sampled_from([f"{day}", f"{day}"[:7], f"{day}"[:4]]))


@given(PLAIN, PLAIN)
def test_the_library_agrees_on_the_dates_that_are_taken_without_it(one: str, other: str) -> None:
    period = "/".join(sorted((one, other)))
    for date in (one, other, period):
        assert DateValue(date).edtf == date
        edtf.parse_edtf(date)


@pytest.mark.parametrize(
    "date", ["2026", "2026-02", "2026-02-23/2026-03-01", "2026-02-23~", "2024-02-29", "../2026-02"]
)
def test_dates_are_in_edtf(date: str) -> None:
    assert DateValue(date).edtf == date


@pytest.mark.parametrize(
    "date",
    [
        "",
        "أمس",
        "23/02/2026",
        "2026-13",
        "2026-02-30",
        "2026-02-29",
        " 2026-02-23",
        "2026-02-23\n",
        "٢٠٢٦-٠٢-٢٣",
        "2026-03-01/2026-02-23",
        "2026-02-23/2026-01",
        "2026" * 100,
        "[" * 90,
        # The library takes these in and breaks on them, not without printing so.
        "/..",
        "../30",
        "2026-X7",
    ],
)
def test_a_date_that_is_none_is_refused_in_silence(
    date: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InvalidValue):
        DateValue(date)
    assert capfd.readouterr() == ("", "")


@given(st.text(max_size=12) | st.text("0123456789-/.XYTZ?~%[]{}, ", max_size=20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with suppress(InvalidValue):
        assert DateValue(text).edtf == text


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "2026",
        5,
        {"edtf": 2026},
        {"edtf": "2026", "note": "x"},
        {"value": True},
        {"value": "5"},
        {"value": None},
        {"value": 2**63},
        {"value": float("nan")},
        {"value": float("inf")},
        {"value": 5, "min": 5},
        {"min": 5},
        {"min": 6, "max": 5},
        {"value": 5, "modifier": "nearly"},
        {"value": 5, "modifier": 5},
        {"value": 5, "unit": ""},
        {"value": 5, "unit": ["%"]},
        {"unit": "%"},
        {"entry": "q"},
        {"entry": "", "name": "قسرك"},
        {"text": "\ud800"},
        {"text": "\0"},
        {"text": " "},
        {"text": {"text": "x"}},
    ],
    ids=repr,
)
def test_what_is_no_value_is_refused(data: object) -> None:
    with pytest.raises(InvalidValue):
        value_from_json(data)


def test_a_value_nested_without_end_is_refused_in_a_sentence() -> None:
    deep: dict[str, Any] = {}
    for _ in range(5000):
        deep = {"a": deep}
    with pytest.raises(InvalidValue, match="is not a value"):
        value_from_json(deep)
