"""Each article with all that hangs on it: its folded copy, its layers, their spans."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError
from annotator.core.model import Direction, Status
from annotator.core.progress import Progress
from annotator.core.text import clean_text, is_iso_day, sha256_of
from annotator.core.values import EntryValue, kind_of, value_from_json
from annotator.store.check.damage import Damage
from annotator.store.check.left import RowsOfSpans, SpansLeft, rows_of_spans, taken_back
from annotator.store.failures import UNREADABLE

_OTHER_TEXT = QT_TRANSLATE_NOOP("errors", "The text of “{article}” has been changed.")
_UNCLEAN_TEXT = QT_TRANSLATE_NOOP("errors", "The text of “{article}” is none that is imported.")
_WRONG_FIELD = QT_TRANSLATE_NOOP("errors", "The {field} of “{article}” cannot be read.")
_UNREADABLE = QT_TRANSLATE_NOOP("errors", "“{article}” holds something of a wrong kind.")
_NOT_FOLDED = QT_TRANSLATE_NOOP("errors", "The search does not know “{article}”.")
_FOLDED_OTHERWISE = QT_TRANSLATE_NOOP("errors", "The search knows “{article}” with another text.")
_VANISHED_LAYER = QT_TRANSLATE_NOOP(
    "errors", "The layer of {author} on “{article}” is gone, though the history tells of it."
)
_WRONG_STATUS = QT_TRANSLATE_NOOP(
    "errors", "The layer of {author} on “{article}” has no status known here."
)
_LATE_HISTORY = QT_TRANSLATE_NOOP(
    "errors",
    "The layer of {author} on “{article}” stands at revision {revision}, but by its history at"
    " {acts}.",
)
_NOT_AS_LEFT = QT_TRANSLATE_NOOP(
    "errors", "In “{article}” the {label} of {author} at {start} is not as the history left it."
)
_NO_STRETCH = QT_TRANSLATE_NOOP(
    "errors",
    "In “{article}” the {label} of {author} runs from {start} to {end}, which is no stretch of the"
    " text.",
)
_OTHER_QUOTE = QT_TRANSLATE_NOOP(
    "errors",
    "In “{article}” the {label} of {author} at {start} says “{quote}”, but the text “{found}”.",
)
_UNREADABLE_VALUE = QT_TRANSLATE_NOOP(
    "errors", "In “{article}” the value of the {label} of {author} at {start} cannot be read."
)
_WRONG_KIND = QT_TRANSLATE_NOOP(
    "errors",
    "In “{article}” the {label} of {author} at {start} has a value that a {label} cannot have.",
)
_UNKNOWN_ENTRY = QT_TRANSLATE_NOOP(
    "errors",
    "In “{article}” the {label} of {author} at {start} means an entry that the registry does not"
    " hold: “{name}”.",
)
_FOREIGN_ENTRY = QT_TRANSLATE_NOOP(
    "errors",
    "In “{article}” the {label} of {author} at {start} means an entry of another label: “{name}”"
    " is a {other}.",
)

_LAYERS = "SELECT number, author, revision, status FROM layers WHERE article_id = ?"
_FOLDED = "SELECT title, text FROM folded WHERE number = ?"
# Without ``proposed``: confirming a value is no act, so the history does not tell of it.
_SPANS = """SELECT id, label, start, "end", quote, value, note, unsure, origin
            FROM spans WHERE layer = ? ORDER BY start"""
_ENTRY = "SELECT label FROM entries WHERE id = ?"
_STACK = """SELECT sequence, act, done, inverse FROM history WHERE article_id = ? AND author = ?
            AND act_group NOT IN (SELECT value FROM json_each(?)) ORDER BY sequence"""
# An act on the details of an article alone makes no layer.
_VANISHED_LAYERS = """SELECT DISTINCT author FROM history WHERE article_id = ?1 AND author NOT IN
                      (SELECT author FROM layers WHERE article_id = ?1)
                      AND act_group NOT IN (SELECT value FROM json_each(?2))
                      AND NOT (json_valid(done) AND json_valid(inverse)
                               AND done ->> '$.spans' IS '[]' AND inverse ->> '$.spans' IS '[]'
                               AND done ->> '$.status' IS inverse ->> '$.status'
                               AND done ->> '$.reason' IS inverse ->> '$.reason')"""


def articles_damage(
    db: Database, fold: Callable[[str], str], progress: Progress
) -> Iterator[Damage]:
    """Yield what does not fit in each article; ``fold`` is how the search folds."""
    kinds = dict(iter(db.execute("SELECT name, value FROM labels")))
    gone = taken_back(db)
    (total,) = db.execute("SELECT count(*) FROM articles").fetchone()
    rows = db.query(
        """SELECT number, id, name, title, text, sha256, published, direction, meta
           FROM articles ORDER BY number"""
    )
    with rows_of_spans(db) as rows_told:
        for count, row in enumerate(rows, start=1):
            article = _Article(db, fold, kinds, gone, rows_told, row)
            try:
                yield from article.damage()
            except UNREADABLE:
                yield article.told(_UNREADABLE)
            progress.advance(count, total)


@dataclass(frozen=True, slots=True)
class _Article:
    """One article with all that hangs on it."""

    db: Database
    fold: Callable[[str], str]
    kinds: dict[str, str]
    """What kind of value each label carries."""
    gone: str
    """The imports that were taken back; see ``taken_back``."""
    rows_told: RowsOfSpans
    row: dict[str, Any]

    def told(self, template: str, **parameters: object) -> Damage:
        return Damage(template, article=self.row["name"], **parameters)

    def damage(self) -> Iterator[Damage]:
        row = self.row
        if sha256_of(row["text"]) != row["sha256"]:
            yield self.told(_OTHER_TEXT)
        if not _is_clean(row["text"]):
            yield self.told(_UNCLEAN_TEXT)
        for field in self._wrong_fields():
            yield self.told(_WRONG_FIELD, field=field)
        yield from self._folded_damage()
        for layer in list(self.db.query(_LAYERS, [row["id"]])):
            yield from self._layer_damage(layer)
        for (author,) in self.db.execute(_VANISHED_LAYERS, [row["id"], self.gone]):
            yield self.told(_VANISHED_LAYER, author=author)

    def _wrong_fields(self) -> Iterator[str]:
        if self.row["published"] is not None and not is_iso_day(self.row["published"]):
            yield "day of publication"
        if self.row["direction"] not in set(Direction):
            yield "direction"
        try:
            is_object = isinstance(json.loads(self.row["meta"]), dict)
        except UNREADABLE:
            is_object = False
        if not is_object:
            yield "metadata"

    def _folded_damage(self) -> Iterator[Damage]:
        folded = self.db.execute(_FOLDED, [self.row["number"]]).fetchone()
        if folded is None:
            yield self.told(_NOT_FOLDED)
        elif folded != (self.fold(self.row["title"]), self.fold(self.row["text"])):
            yield self.told(_FOLDED_OTHERWISE)

    def _layer_damage(self, layer: dict[str, Any]) -> Iterator[Damage]:
        author = layer["author"]
        if layer["status"] not in set(Status):
            yield self.told(_WRONG_STATUS, author=author)
        acts = self.db.query(_STACK, [self.row["id"], author, self.gone])
        left = SpansLeft(acts, self.rows_told)
        if layer["revision"] < left.acts:
            yield self.told(
                _LATE_HISTORY, author=author, revision=layer["revision"], acts=left.acts
            )
        for row in self.db.query(_SPANS, [layer["number"]]):
            for template, parameters in self._span_damage(row):
                yield self._told_of(template, author, row, parameters)
            left.see(row)
        for span in left.unseen():
            place = {"label": span.label, "start": span.start}
            yield self._told_of(_NOT_AS_LEFT, author, place, {})

    def _told_of(
        self, template: str, author: str, row: dict[str, Any], more: dict[str, Any]
    ) -> Damage:
        return self.told(template, author=author, label=row["label"], start=row["start"], **more)

    def _span_damage(self, row: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        text, start, end = self.row["text"], row["start"], row["end"]
        if not 0 <= start < end <= len(text):
            yield _NO_STRETCH, {"end": end}
        elif text[start:end] != row["quote"]:
            yield _OTHER_QUOTE, {"quote": row["quote"], "found": text[start:end]}
        try:
            value = value_from_json(json.loads(row["value"]))
        except UNREADABLE:
            yield _UNREADABLE_VALUE, {}
            return
        if value is not None and kind_of(value) != self.kinds.get(row["label"]):
            yield _WRONG_KIND, {}
        if isinstance(value, EntryValue):
            known = self.db.execute(_ENTRY, [value.entry]).fetchone()
            if known is None:
                yield _UNKNOWN_ENTRY, {"name": value.name}
            elif known != (row["label"],):
                yield _FOREIGN_ENTRY, {"name": value.name, "other": known[0]}


def _is_clean(text: str) -> bool:
    try:
        return clean_text(text).text == text
    except AnnotatorError:
        return False
