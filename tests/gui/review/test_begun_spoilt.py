"""What was begun in Review and cannot be read: it is no hindrance, and all else is there."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.settings import Settings
from tests.gui.conftest import Hands
from tests.gui.review.test_review import (
    LEAD,
    at_hand,
    conflicts_of,
    place_of,
    press,
)
from tests.gui.review.test_review_begun import ENTER, besides, kept, write_reason
from tests.gui.test_sampling import begin
from tests.gui.test_sampling import said as said_of_sample


def spoil_span(told: Any) -> None:
    told["sample"][0]["drawn"][0]["span"][0]["end"] += 1


def spoil_type(told: Any) -> None:
    told["sample"][0]["at"] = "1"


def spoil_text(told: Any) -> None:
    told["sample"][0]["drawn"][0]["article"] = "\ud800"


def go_deep(told: Any) -> None:
    for _ in range(300):
        told["sample"] = [told["sample"]]


def lose_key(told: Any) -> None:
    del told["sample"][0]["seed"]


@pytest.mark.parametrize("spoil", [spoil_span, spoil_type, spoil_text, go_deep, lose_key])
def test_what_cannot_be_read_is_no_hindrance_and_all_else_is_there(
    qtbot: QtBot, hands: Hands, path: Path, spoil: Callable[[Any], None]
) -> None:
    window = hands.open_review(path, LEAD)
    write_reason(qtbot, hands, "because")
    begin(qtbot, hands, window, 5)
    hands.close(window)
    told = kept(path)
    spoil(told)
    Settings().keep_begun_in_review(path, LEAD, json.dumps(told))
    anew = hands.open_review(path, LEAD)
    place = place_of(anew)
    assert at_hand(place) == conflicts_of(path)[0].conflict
    assert besides(place) == ("because", False)


def test_spans_beyond_the_text_are_no_hindrance(
    qtbot: QtBot, hands: Hands, path: Path, window: MainWindow, place: ReviewPlace
) -> None:
    there = at_hand(place)
    press(qtbot, "e", "}")
    hands.close(window)
    told = kept(path)
    for steps in (told["drafts"][0], *told["drafts"][0]["before"]):
        for span in steps["spans"]:
            span["start"] += 1_000_000
            span["end"] += 1_000_000
    Settings().keep_begun_in_review(path, LEAD, json.dumps(told))
    anew = hands.open_review(path, LEAD)
    place = place_of(anew)
    assert at_hand(place) == there
    (span,) = place.reviewing.modes.drafting.draft.layer.spans
    assert span.place == there.options[0].spans[0].place


def test_a_sample_beyond_the_text_is_no_hindrance(qtbot: QtBot, hands: Hands, path: Path) -> None:
    window = hands.open(path, LEAD)
    begin(qtbot, hands, window, 5)
    hands.close(window)
    told = kept(path)
    (span,) = told["sample"][0]["drawn"][0]["span"]
    span["start"] += 1_000_000
    span["end"] += 1_000_000
    Settings().keep_begun_in_review(path, LEAD, json.dumps(told))
    anew = hands.open_review(path, LEAD)
    place = place_of(anew)
    assert "no longer agreed on" in said_of_sample(place, "sampleTitle")
    press(qtbot, ENTER)
    assert said_of_sample(place, "samplePlace").startswith("Span 2 of 5")
