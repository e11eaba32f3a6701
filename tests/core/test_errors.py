import pickle

import pytest

from annotator.core.errors import (
    FileError,
    InvalidSpan,
    InvalidText,
    UnknownName,
    isolate,
    unreadable,
    unwritable,
)
from annotator.core.model import Span


def test_right_to_left_parts_of_a_sentence_are_isolated() -> None:
    assert str(UnknownName("No “{name}” here.", name="قسرك")) == "No “\u2068قسرك\u2069” here."
    assert str(UnknownName("No “{name}” here.", name="amal")) == "No “amal” here."
    assert isolate("RT قناة") == "\u2068RT قناة\u2069"


@pytest.mark.parametrize("hostile", ["a\nb", "a\x1b[31mb", "a\u202eb", "a\u2069b", "a\ud800b"])
def test_a_name_cannot_break_or_reorder_the_sentence(hostile: str) -> None:
    assert str(UnknownName("No “{name}”.", name=hostile)).count("\N{REPLACEMENT CHARACTER}") == 1
    str(UnknownName("No “{name}”.", name=hostile)).encode()


def test_braces_in_a_name_stay_what_they_are() -> None:
    assert str(UnknownName("No “{name}”.", name="{0} {name}")) == "No “{0} {name}”."


def test_an_endless_name_is_shortened() -> None:
    told = str(InvalidText("“{text}”", text="x" * 100_000))
    assert len(told) < 400
    assert told.endswith("…”")


def test_what_cannot_be_told_is_left_out() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert str(InvalidText("{value}", value=deep)) == "…"
    assert str(InvalidText("{value}", value=10**5000)) == "…"


def test_a_sentence_in_a_sentence_keeps_its_marks_and_is_translated_too() -> None:
    inner = InvalidText("“{text}” is not there.", text="قاعدة")
    outer = pickle.loads(pickle.dumps(FileError("“{file}”: {why}", file="a.txt", why=inner)))
    assert str(outer) == "“a.txt”: \u2068“\u2068قاعدة\u2069” is not there.\u2069"
    arabic = {"“{file}”: {why}": "{file}: {why}", "“{text}” is not there.": "{text} غير موجود."}
    assert outer.told(arabic.__getitem__) == "a.txt: \u2068\u2068قاعدة\u2069 غير موجود.\u2069"


def test_errors_go_through_pipes_whole() -> None:
    with pytest.raises(InvalidSpan) as caught:
        Span(5, 3, "base", "قس")
    back = pickle.loads(pickle.dumps(caught.value))
    assert type(back) is InvalidSpan
    assert str(back) == str(caught.value) == "A span cannot run from 5 to 3."
    assert back.parameters == {"start": "5", "end": "3"}


def test_what_the_system_says_of_a_file_is_told() -> None:
    error = PermissionError(13, "Permission denied")
    assert str(unreadable("a.txt", error)) == "“a.txt” cannot be read: Permission denied."
    assert str(unwritable("a.txt", OSError("odd"))) == "“a.txt” cannot be written: odd."
    assert isinstance(unreadable("a.txt", error), FileError)
