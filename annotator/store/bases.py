"""What each layer of a pack was when it was last taken from it, or when the pack was made.

A pack holds its own from the beginning; a project has those of each pack that came back, and of
each copy of one that was worked on by itself.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Base:
    """The state of a layer from which a pack and its project went on apart."""

    layer: dict[str, Any]
    """The layer in JSON."""
    acts: tuple[str, ...] = ()
    """The groups of the acts of the pack's history that have led to it, in their order."""

    def cells(self) -> dict[str, str]:
        """Return the base as it stands in a row."""
        return {
            "layer": json.dumps(self.layer, ensure_ascii=False),
            "acts": json.dumps(self.acts),
        }


class Bases:
    """The bases that a project file holds."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, pack: str, article_id: str, author: str, base: Base) -> None:
        """Store the base of a layer that a new pack holds."""
        cells = base.cells()
        self._db.execute(
            "INSERT INTO bases (pack, article_id, author, layer, acts) VALUES (?, ?, ?, ?, ?)",
            [pack, article_id, author, cells["layer"], cells["acts"]],
        )

    def newest_files(self) -> dict[str, str]:
        """Return the name of the newest pack that came back, by when it was made, of each author.

        It is empty where the file does not tell it; authors none of whose packs came back are
        left out.
        """
        rows = self._db.execute(
            # Each layer of a pack tells when that was made: one of them is read.
            """SELECT author, ifnull(json_extract(layer, '$.pack.file'), '') FROM bases
               WHERE rowid IN (SELECT max(rowid) FROM bases GROUP BY pack)
               ORDER BY json_extract(layer, '$.pack.made_at'), 2 DESC"""
        )
        return dict(rows)

    def on_article(self, article_id: str) -> list[dict[str, Any]]:
        """Return the bases of all packs on an article, in JSON."""
        rows = self._db.execute("SELECT layer FROM bases WHERE article_id = ?", [article_id])
        return [json.loads(layer) for (layer,) in rows]

    def packs_with(self, article_id: str, author: str) -> list[str]:
        """Return in which packs, and copies of such, an author's layer of an article came back."""
        rows = self._db.execute(
            "SELECT pack FROM bases WHERE article_id = ? AND author = ? ORDER BY rowid",
            [article_id, author],
        )
        return [pack for (pack,) in rows]

    def of_pack(self, pack: str) -> dict[str, Base]:
        """Return the bases of a pack by the ids of their articles."""
        rows = self._db.execute("SELECT article_id, layer, acts FROM bases WHERE pack = ?", [pack])
        return {
            article_id: Base(json.loads(layer), tuple(json.loads(acts)))
            for article_id, layer, acts in rows
        }
