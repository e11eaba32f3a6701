"""The lines of an ``.ann`` file: what they mark, what they say of it, what a project cannot hold.

A line that cannot be read, or does not say what the text says where it points, is told with its
number; the others are taken.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    InvalidArticle,
    InvalidSpan,
    InvalidValue,
)
from annotator.core.format import SpanRecord
from annotator.core.limits import MOST_SPANS
from annotator.core.text import is_storable
from annotator.core.values import EntryValue, Value, value_from_json
from annotator.formats.brat.standoff import (
    LINE_ENDS,
    NOTE,
    NUMBERS,
    PROPOSED,
    REGISTRY,
    UNSURE,
    VALUE_KEYS,
    from_id,
    from_type,
    from_value,
)
from annotator.formats.brat.unheld import OTHER_KINDS, Unheld

_SPAN = regex.compile(
    r"(T\S*)\t(\S+) ([0-9]{1,15} [0-9]{1,15}(?:;[0-9]{1,15} [0-9]{1,15})*+) *+(?:\t(.*))?"
)
_ATTRIBUTE = regex.compile(r"[AM]\S*\t(\S+) (\S+)(?: (.*))?")
_REFERENCE = regex.compile(r"N\S*\t\S+ (\S+) ([^\s:]+):(\S+)(?:\t(.*))?")
_COMMENT = regex.compile(r"#\S*\t(\S+) (\S+)[ ]?(?:\t(.*))?")
_NUMBER = regex.compile(r"-?(?:0|[1-9][0-9]{0,18})(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")
_LINE_END = regex.compile(f"[{LINE_ENDS}]")
_LINE_END_RUN = regex.compile(f"[{LINE_ENDS}]+")
_MOST_LINES = 5 * MOST_SPANS
_MOST_STRANGE = 100
"""After how many lines that are none of brat's a file is taken for something else."""


@dataclass(slots=True)
class _Mark:
    """What a T line marks, and what other lines say of it."""

    label: str
    pieces: list[tuple[int, int]]
    quote: str | None
    attributes: dict[str, str] = field(default_factory=dict)
    entry: EntryValue | None = None
    notes: list[str] = field(default_factory=list)


class Annotations:
    """What an ``.ann`` file says of a text."""

    def __init__(self, text: str, lines: str) -> None:
        """Read ``lines``, whose offsets count code points of ``text``.

        Raises:
            InvalidArticle: if hardly anything is a line of brat's, or there is no end of them.
        """
        self.bad: list[AnnotatorError] = []
        """What is wrong with lines that cannot be taken."""
        self.unheld = Unheld()
        self._strange = 0
        self._text = text
        self._marks: dict[str, _Mark] = {}
        # Lines may come in any order: first what is marked, then what is said of it.
        said = []
        if lines.count("\n") > _MOST_LINES:
            raise _too_many_lines()
        for number, written in enumerate(lines.split("\n"), start=1):
            line = written.removesuffix("\r")
            if not is_storable(line):
                self._refuse_line(number)
            elif line.startswith("T"):
                self._mark(number, line)
            elif line.strip():
                said.append((number, line))
        for number, line in said:
            self._say(number, line)
        self.spans = [span for id, mark in self._marks.items() for span in self._spans(id, mark)]

    # -- lines

    def _mark(self, number: int, line: str) -> None:
        match = _SPAN.fullmatch(line)
        if match is None:
            self._refuse_line(number)
        elif match[1] in self._marks:
            self.bad.append(
                InvalidSpan(
                    QT_TRANSLATE_NOOP("errors", "Line {number}: {id} stands twice."),
                    number=number,
                    id=match[1],
                )
            )
        else:
            pieces = [_piece(piece) for piece in match[3].split(";")]
            mark = _Mark(from_type(match[2]), self._joined(pieces), match[4] or None)
            if len(pieces) == 1 or self._fits(pieces, mark):
                self._marks[match[1]] = mark
            else:
                self.bad.append(_ill_fitting(number, match[1]))

    def _joined(self, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the pieces, of which those are one that are parted by line ends alone."""
        joined = pieces[:1]
        for start, end in pieces[1:]:
            before, last = joined[-1]
            if _LINE_END_RUN.fullmatch(self._text, last, start):
                joined[-1] = before, end
            else:
                joined.append((start, end))
        return joined

    def _fits(self, pieces: list[tuple[int, int]], mark: _Mark) -> bool:
        """Tell whether a span in pieces says what the text says; from then on nothing does."""
        covered = [self._text[start:end] for start, end in pieces]
        told = mark.quote
        mark.quote = None
        # Before version 1.3 brat put nothing between the pieces.
        return told is None or told in (" ".join(covered), "".join(covered))

    def _say(self, number: int, line: str) -> None:
        kind = line[0]
        if kind in OTHER_KINDS:
            self.unheld.kinds[kind] += 1
        elif match := _ATTRIBUTE.fullmatch(line):
            self._attribute(match[1], match[2], match[3] or "")
        elif match := _REFERENCE.fullmatch(line):
            self._refer(match[1], match[2], match[3], match[4] or "")
        elif match := _COMMENT.fullmatch(line):
            mark = self._marks.get(match[2])
            if mark is None or match[1] != NOTE:
                self.unheld.comments[match[1]] += 1
            else:
                mark.notes.append(match[3] or "")
        else:
            self._refuse_line(number)

    def _attribute(self, name: str, target: str, value: str) -> None:
        mark = self._marks.get(target)
        if mark is None or name not in {*VALUE_KEYS, UNSURE, PROPOSED} or name in mark.attributes:
            self.unheld.attributes[name] += 1
        else:
            mark.attributes[name] = value

    def _refer(self, target: str, database: str, entry: str, name: str) -> None:
        mark = self._marks.get(target)
        if mark is None or database != REGISTRY or mark.entry or not name.strip():
            self.unheld.references[database] += 1
        else:
            mark.entry = EntryValue(from_id(entry), from_value(name))

    def _refuse_line(self, number: int) -> None:
        self._strange += 1
        if self._strange > _MOST_STRANGE:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "More than {most} lines are no annotations of brat: is it another format?",
                ),
                most=_MOST_STRANGE,
            )
        self.bad.append(
            InvalidSpan(
                QT_TRANSLATE_NOOP("errors", "Line {number} is no annotation of brat."),
                number=number,
            )
        )

    # -- spans

    def _spans(self, id: str, mark: _Mark) -> Iterator[SpanRecord]:
        if len(mark.pieces) > 1:
            self.unheld.split(id)
        for start, end in mark.pieces:
            yield SpanRecord(
                label=mark.label,
                start=start,
                end=end,
                quote=self._quote(mark.quote, start, end),
                value=self._value(id, mark),
                proposed=PROPOSED in mark.attributes,
                note="\n".join(mark.notes),
                unsure=UNSURE in mark.attributes,
            )

    def _quote(self, told: str | None, start: int, end: int) -> str | None:
        """Return what a span is to cover; spaces for line ends are as good as they."""
        covered = self._text[start:end]
        if told is None or told == covered:
            return told
        # As brat does, take what stands behind it for a remark if it stands apart.
        behind = told.removeprefix(covered)
        is_said = behind != told and behind[0].isspace()
        return covered if is_said or told == _LINE_END.sub(" ", covered) else told

    def _value(self, id: str, mark: _Mark) -> Value:
        try:
            data: dict[str, object] = {
                VALUE_KEYS[name]: _read_value(VALUE_KEYS[name], value)
                for name, value in mark.attributes.items()
                if name in VALUE_KEYS
            }
            if mark.entry is not None:
                data |= mark.entry.to_json()
            return value_from_json(data)
        except InvalidValue:
            told = [
                f"{name} {value}" for name, value in mark.attributes.items() if name in VALUE_KEYS
            ]
            told += [f"{REGISTRY}:{mark.entry.entry}"] if mark.entry else []
            self.unheld.drop_value(id, ", ".join(told))
            return None


def _piece(written: str) -> tuple[int, int]:
    start, end = written.split(" ")
    return int(start), int(end)


def _read_value(key: str, value: str) -> object:
    is_number = key in NUMBERS and _NUMBER.fullmatch(value)
    return json.loads(value) if is_number else from_value(value)


def _too_many_lines() -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors", "It has more than {most} lines. Cut the article into several articles."
        ),
        most=f"{_MOST_LINES:,}",
    )


def _ill_fitting(number: int, id: str) -> InvalidSpan:
    return InvalidSpan(
        QT_TRANSLATE_NOOP("errors", "Line {number}: {id} does not say what the text says there."),
        number=number,
        id=id,
    )
