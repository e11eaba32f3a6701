"""Rulings in a file, as other programs write them: JSON lines, one conflict a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.conflicts import Conflict
from annotator.core.decisions import Choice
from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    RefusedAct,
    UnknownName,
    unreadable,
)
from annotator.core.fields import Fields, object_in_line
from annotator.core.format import Refused
from annotator.core.values import value_from_json
from annotator.store.project import Project
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.settling import OpenConflict

_AUTHOR = "author:"
_CHOICES = ("majority", "all", "widest", "narrowest", "none", "spans")


@dataclass(frozen=True, slots=True)
class RulingLine:
    """A ruling and the line that it stands in."""

    line: int
    conflict: str
    """The id of the conflict."""
    ruling: Ruling


def read_rulings(path: Path) -> Iterator[RulingLine | Refused]:
    """Yield the rulings of the file at ``path``, line by line.

    Raises:
        FileError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    try:
                        yield _ruling_line(number, Fields(object_in_line(line)))
                    except AnnotatorError as error:
                        yield Refused(path, number, error)
    except OSError as error:
        raise unreadable(path.name, error) from error


def without_answer(project: Project, there: OpenConflict, ruling: Ruling) -> AnnotatorError | None:
    """Return the error if an author's answer is taken who gave none; whoever asks knows the name.

    A lead who chooses among the answers in sight sees whose there are.
    """
    if ruling.author is None:
        return None
    try:
        project.authors.get(ruling.author)
    except UnknownName as error:
        return error
    finished = [name for option in there.conflict.options for name in option.authors]
    if ruling.author in finished:
        return None
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{author}” has not finished “{article}”, and so has no answer there. Those who have:"
            " {known}.",
        ),
        author=ruling.author,
        article=there.article,
        known=", ".join(sorted(finished)),
    )


def beside_conflict(conflict: Conflict, ruling: Ruling) -> RefusedAct | None:
    """Return the error if a span of the lead's own shares no letter with what it is to settle.

    A lead who draws in the text sees where; a program that counts wrongly does not.
    """
    for span in ruling.spans:
        if span.start < span.end and (span.end <= conflict.start or conflict.end <= span.start):
            return RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The span from {start} to {end} shares no letter with its conflict, which runs"
                    " from {first} to {last}. Give spans on the conflict, or choose none.",
                ),
                start=span.start,
                end=span.end,
                first=conflict.start,
                last=conflict.end,
            )
    return None


def _ruling_line(number: int, fields: Fields) -> RulingLine:
    choice, author = fields.text("choice"), None
    if choice.startswith(_AUTHOR):
        choice, author = Choice.OPTION.value, choice.removeprefix(_AUTHOR)
    elif choice not in _CHOICES:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be one of {known}."),
            key="choice",
            known=", ".join((f"{_AUTHOR}NAME", *_CHOICES)),
        )
    return RulingLine(
        line=number,
        conflict=fields.text("conflict"),
        ruling=Ruling(
            choice=Choice(choice),
            author=author,
            spans=tuple(map(_own_span, fields.objects("spans"))) if choice == "spans" else (),
            reason=fields.text_or_none("reason") or "",
            gap=fields.flag("gap"),
        ),
    )


def _own_span(fields: Fields) -> OwnSpan:
    value = fields.value("value")
    return OwnSpan(
        start=fields.whole_number("start"),
        end=fields.whole_number("end"),
        label=fields.text("label"),
        value=None if value is None else value_from_json(value),
        quote=fields.raw_text("quote") if "quote" in fields else None,
    )
