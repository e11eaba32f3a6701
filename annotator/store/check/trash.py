"""What lies in the trash: whether it could be restored as it was removed."""

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.model import Span
from annotator.core.text import sha256_of
from annotator.core.values import kind_of
from annotator.store.check.damage import Damage
from annotator.store.failures import UNREADABLE

_UNREADABLE = QT_TRANSLATE_NOOP("errors", "In the trash “{article}” cannot be read.")
_OTHER_TEXT = QT_TRANSLATE_NOOP("errors", "In the trash the text of “{article}” has been changed.")
_OTHER_QUOTE = QT_TRANSLATE_NOOP(
    "errors",
    "In the trash the {label} of {author} at {start} does not fit the text of “{article}”.",
)
_UNKNOWN_LABEL = QT_TRANSLATE_NOOP(
    "errors", "In the trash “{article}” has a span of a label that the project lacks: “{label}”."
)
_UNKNOWN_REFUSAL = QT_TRANSLATE_NOOP(
    "errors",
    "In the trash “{article}” has a refusal of a label that the project lacks: “{label}”.",
)
_UNKNOWN_AUTHOR = QT_TRANSLATE_NOOP(
    "errors", "In the trash “{article}” has work of an author whom the project lacks: “{author}”."
)
_WRONG_KIND = QT_TRANSLATE_NOOP(
    "errors",
    "In the trash the {label} of {author} at {start} in “{article}” has a value that a {label}"
    " cannot have.",
)

_OF_AUTHORS = ("layers", "questions", "refusals")


def trash_damage(db: Database) -> Iterator[Damage]:
    """Yield what does not fit in removed articles, one after the other."""
    kinds = dict(iter(db.execute("SELECT name, value FROM labels")))
    authors = {name for (name,) in db.execute("SELECT name FROM authors")}
    for name, content in db.execute("SELECT name, content FROM trash ORDER BY article_id"):
        try:
            told = json.loads(content)
            text = told["article"]["text"]
            if sha256_of(text) != told["article"]["sha256"]:
                yield Damage(_OTHER_TEXT, article=name)
            for template, parameters in _spans_damage(told["layers"], text, kinds):
                yield Damage(template, article=name, **parameters)
            for label in _labels_of(told["refusals"]):
                if label not in kinds:
                    yield Damage(_UNKNOWN_REFUSAL, article=name, label=label)
            for author in _authors_in(told):
                if author not in authors:
                    yield Damage(_UNKNOWN_AUTHOR, article=name, author=author)
        except UNREADABLE:
            yield Damage(_UNREADABLE, article=name)


def _spans_damage(
    layers: list[dict[str, Any]], text: str, kinds: dict[str, str]
) -> Iterator[tuple[str, dict[str, object]]]:
    for layer in layers:
        for span in map(Span.from_json, layer["spans"]):
            place = {"author": layer["author"], "label": span.label, "start": span.start}
            if text[span.start : span.end] != span.quote:
                yield _OTHER_QUOTE, place
            if span.label not in kinds:
                yield _UNKNOWN_LABEL, {"label": span.label}
            elif span.value is not None and kind_of(span.value) != kinds[span.label]:
                yield _WRONG_KIND, place


def _labels_of(refusals: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(refusal["label"] for refusal in refusals))


def _authors_in(told: dict[str, Any]) -> list[str]:
    """Return whose layers, questions, answers and refusals an article has."""
    authors = [one["author"] for part in _OF_AUTHORS for one in told[part]]
    authors += [one["answered_by"] for one in told["questions"] if one["answered_by"]]
    return list(dict.fromkeys(authors))
