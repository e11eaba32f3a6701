"""The readers of dates and figures: the table, the sample layers, and whatever else one may mark."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator import paths
from annotator.arabic import ARABIC
from annotator.core.values import DateValue, value_to_json

TABLE = Path(__file__).with_name("values.jsonl").read_text(encoding="utf-8")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in TABLE.splitlines()]
SHARE = 0.95


def reading(
    reader: str, text: str, published: str | None = None, before: str = "", after: str = ""
) -> dict[str, object]:
    whole = before + text + after
    start, end = len(before), len(before) + len(text)
    return value_to_json(ARABIC.read_value(reader, whole, start, end, published))


def answer(row: dict[str, Any]) -> dict[str, object]:
    return reading(row["reader"], row["text"], row["published"], row["before"], row["after"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['reader']}: {row['rule']}")
def test_a_row_of_the_table_is_read_as_it_says(row: dict[str, Any]) -> None:
    assert json.dumps(answer(row)) == json.dumps(row["value"])


@pytest.mark.parametrize("reader", ["date", "figure"])
def test_nearly_all_of_the_table_is_right_and_nothing_unknown_is_guessed(reader: str) -> None:
    rows = [row for row in ROWS if row["reader"] == reader]
    assert sum(answer(row) == row["value"] for row in rows) >= SHARE * len(rows)
    assert [row["text"] for row in rows if not row["value"] and answer(row)] == []
