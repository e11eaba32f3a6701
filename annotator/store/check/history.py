"""The history: without gaps, readable, and telling of all that is there."""

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from annotator.core.edits import Change
from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.store.check.damage import Damage
from annotator.store.check.left import removed, taken_back
from annotator.store.failures import UNREADABLE


def history_damage(db: Database) -> Iterator[Damage]:
    """Yield what does not fit in the history, and what it does not account for."""
    yield from _gaps(db)
    for (sequence,) in db.execute(_WRONG_UNDOES):
        yield Damage(
            QT_TRANSLATE_NOOP(
                "errors",
                "Row {sequence} of the history takes back what it cannot: a later act, a missing"
                " one, or one on something else.",
            ),
            sequence=sequence,
        )
    for row in db.query(_HISTORY, [taken_back(db), removed(db)]):
        if row["article_id"] is not None and row["name"] is None and not row["is_taken_back"]:
            yield Damage(
                QT_TRANSLATE_NOOP(
                    "errors", "Row {sequence} of the history is on an article that is gone."
                ),
                sequence=row["sequence"],
            )
        elif not _is_act(row):
            yield Damage(_unreadable_act(row), **row)
    yield from _unexplained(db)


def _gaps(db: Database) -> Iterator[Damage]:
    """Yield where rows of the history are gone: SQLite numbers them without gaps."""
    last = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'history'").fetchone()
    rows = db.execute(
        """SELECT before + 1, sequence - 1 FROM
               (SELECT sequence, lag(sequence, 1, 0) OVER (ORDER BY sequence) AS before FROM
                   (SELECT sequence FROM history UNION ALL SELECT ? + 1))
           WHERE sequence > before + 1""",
        [last[0] if last else 0],
    )
    for first_gone, last_gone in rows:
        yield Damage(
            QT_TRANSLATE_NOOP("errors", "The history lacks its rows from {first} to {last}."),
            first=first_gone,
            last=last_gone,
        )


_WRONG_UNDOES = """
    SELECT history.sequence FROM history
    LEFT JOIN history AS undone ON undone.sequence = history.undoes
    WHERE history.undoes IS NOT NULL AND (undone.sequence IS NULL
        OR undone.sequence >= history.sequence
        OR undone.article_id IS NOT history.article_id
        OR history.article_id IS NOT NULL AND undone.author IS NOT history.author)
    ORDER BY history.sequence"""
_HISTORY = """
    SELECT sequence, author, article_id, act, done, inverse, articles.name,
           act_group IN (SELECT value FROM json_each(?))
               OR article_id IN (SELECT value FROM json_each(?)) AS is_taken_back FROM history
    LEFT JOIN articles ON articles.id = article_id ORDER BY sequence"""


def _is_act(row: dict[str, Any]) -> bool:
    try:
        if row["article_id"] is None:
            return all(isinstance(json.loads(row[side]), dict) for side in ("done", "inverse"))
        Change.from_history(row["act"], row["done"], row["inverse"])
    except UNREADABLE:
        return False
    return True


def _unreadable_act(row: dict[str, Any]) -> str:
    if row["name"] is None:
        return QT_TRANSLATE_NOOP("errors", "Row {sequence} of the history cannot be read.")
    return QT_TRANSLATE_NOOP(
        "errors", "Row {sequence} of the history, by {author} on “{name}”, cannot be read."
    )


def _unexplained(db: Database) -> Iterator[Damage]:
    """Yield the layers that nothing brought, and the articles that are gone.

    An edit brings a layer, or an import, or a pack: what came with one, or was taken from it, is
    its base.

    What an import brought is compared by article: authors may have other names since.  What was
    taken back is not missed.
    """
    gone = taken_back(db)
    brought = """FROM history, json_each(history.done, '$.put.{what}') AS brought
                 WHERE history.article_id IS NULL AND history.undoes IS NULL
                   AND act_group NOT IN (SELECT value FROM json_each(?))"""
    layers = db.execute(
        f"""SELECT articles.name, author FROM layers JOIN articles ON articles.id = article_id
            WHERE NOT EXISTS (SELECT 1 FROM history WHERE history.article_id = layers.article_id
                              AND history.author = layers.author)
              AND NOT EXISTS (SELECT 1 FROM bases WHERE bases.article_id = layers.article_id
                              AND bases.author = layers.author)
              AND article_id NOT IN
                  (SELECT json_extract(brought.value, '$[0]') {brought.format(what="layers")})""",
        [gone],
    )
    for article, author in layers:
        yield Damage(
            QT_TRANSLATE_NOOP(
                "errors", "No act in the history brought the layer of {author} on “{article}”."
            ),
            article=article,
            author=author,
        )
    articles = db.execute(
        f"""SELECT sequence {brought.format(what="articles")}
            AND brought.value NOT IN (SELECT id FROM articles)
            AND brought.value NOT IN (SELECT value FROM json_each(?))""",
        [gone, removed(db)],
    )
    for (sequence,) in articles:
        yield Damage(
            QT_TRANSLATE_NOOP(
                "errors", "An article that row {sequence} of the history brought is gone."
            ),
            sequence=sequence,
        )
