"""What leads have decided: whether it fits the texts, and whether it stands as the history says."""

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.rows import Kind
from annotator.core.values import kind_of, value_from_json
from annotator.store.check.damage import Damage
from annotator.store.failures import UNREADABLE

_OTHER_QUOTE = QT_TRANSLATE_NOOP(
    "errors",
    "In a decision on “{article}” the {label} at {start} says “{quote}”, but the text “{found}”.",
)
_WRONG_VALUE = QT_TRANSLATE_NOOP(
    "errors",
    "In a decision on “{article}” the {label} at {start} has a value that a {label} cannot have.",
)
_STANDS_OTHERWISE = QT_TRANSLATE_NOOP(
    "errors", "The decision {decision} on “{article}” is not as the history left it."
)
_ON_NOTHING = QT_TRANSLATE_NOOP("errors", "The article that the decision {decision} is on is gone.")
_SPANS = """SELECT article_id, label, decision_spans.start, decision_spans."end", quote, value
            FROM decision_spans JOIN decisions ON decisions.number = decision
            ORDER BY article_id"""


def decision_damage(db: Database) -> Iterator[Damage]:
    """Yield what does not fit in the decisions."""
    kinds = dict(iter(db.execute("SELECT name, value FROM labels")))
    for article_id, rows in groupby(db.execute(_SPANS), key=itemgetter(0)):
        found = db.execute("SELECT name, text FROM articles WHERE id = ?", [article_id]).fetchone()
        if found is None:
            continue
        name, text = found
        for _, label, start, end, quote, value in rows:
            told = {"article": name, "label": label, "start": start}
            if text[start:end] != quote:
                yield Damage(_OTHER_QUOTE, **told, quote=quote, found=text[start:end])
            if not _is_value(value, kinds.get(label)):
                yield Damage(_WRONG_VALUE, **told)
    left = _stands_left(db)
    decisions = db.execute(
        """SELECT decisions.id, coalesce(articles.name, trash.name), stands FROM decisions
           LEFT JOIN articles ON articles.id = decisions.article_id
           LEFT JOIN trash ON trash.article_id = decisions.article_id ORDER BY decisions.number"""
    )
    for decision, name, stands in decisions:
        if name is None:
            yield Damage(_ON_NOTHING, decision=decision)
        elif left.get(decision) != stands:
            yield Damage(_STANDS_OTHERWISE, decision=decision, article=name)


def _is_value(source: str, kind: str | None) -> bool:
    try:
        value = value_from_json(json.loads(source))
    except UNREADABLE:
        return False
    return value is None or kind_of(value) == kind


def _stands_left(db: Database) -> dict[str, int]:
    """Return, by the ids of decisions, whether the last act on each let it stand."""
    left: dict[str, int] = {}
    for (done,) in db.execute("SELECT done FROM history WHERE is_decision = 1 ORDER BY sequence"):
        try:
            for kind, key, after in json.loads(done)["rows"]:
                if kind == Kind.DECISION:
                    left[key] = after["stands"]
        except UNREADABLE:  # told of elsewhere
            continue
    return left
