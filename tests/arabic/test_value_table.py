"""The table of expressions with their values, written before the readers that it tests."""

import datetime
import json
from collections import Counter
from pathlib import Path
from typing import Any

from annotator.core.values import ValueKind, kind_of, value_from_json, value_to_json

KEYS = {"reader", "before", "text", "after", "published", "value", "rule"}
KINDS = {"date": ValueKind.DATE, "figure": ValueKind.NUMBER}
TABLE = Path(__file__).with_name("values.jsonl").read_text(encoding="utf-8")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in TABLE.splitlines()]


def test_the_table_is_large_and_has_unknown_answers() -> None:
    assert len(ROWS) >= 150
    assert sum(row["value"] == {} for row in ROWS) >= 30


def test_each_row_has_exactly_its_keys() -> None:
    assert [row for row in ROWS if row.keys() != KEYS] == []


def test_each_row_is_for_a_reader() -> None:
    assert {row["reader"] for row in ROWS} == KINDS.keys()


def test_each_row_has_an_expression_without_spaces_around_it_and_a_rule() -> None:
    texts = [row[key] for row in ROWS for key in ("text", "rule")]
    assert [text for text in texts if not text or text != text.strip()] == []


def test_the_words_around_an_expression_are_strings() -> None:
    assert [row for row in ROWS if not isinstance(row["before"] + row["after"], str)] == []


def test_no_expression_stands_in_the_table_twice() -> None:
    asked = Counter(
        (row["reader"], row["before"], row["text"], row["after"], row["published"]) for row in ROWS
    )
    assert [question for question, times in asked.items() if times > 1] == []


def test_published_is_a_day_in_iso_or_nothing() -> None:
    days = [row["published"] for row in ROWS if row["published"] is not None]
    assert [datetime.date.fromisoformat(day).isoformat() for day in days] == days


def test_figures_are_read_without_a_day() -> None:
    assert [row for row in ROWS if row["reader"] == "figure" and row["published"]] == []


def test_each_value_is_read_and_written_back_the_same() -> None:
    for row in ROWS:
        again = value_to_json(value_from_json(row["value"]))
        assert json.dumps(again) == json.dumps(row["value"]), row


def test_each_value_is_of_its_readers_kind_or_unknown() -> None:
    for row in ROWS:
        kind = kind_of(value_from_json(row["value"]))
        assert kind in {KINDS[row["reader"]], ValueKind.NONE}, row


def test_whole_numbers_are_written_as_integers() -> None:
    numbers = [row["value"].get(key) for row in ROWS for key in ("value", "min", "max")]
    assert [number for number in numbers if isinstance(number, float) and number.is_integer()] == []


def test_a_counted_noun_is_a_word_of_the_expression() -> None:
    for row in ROWS:
        unit = row["value"].get("unit")
        assert unit in {None, "%"} or unit in row["text"].split(), row
