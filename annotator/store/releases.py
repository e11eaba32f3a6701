"""Releases: datasets that went out of the house, each frozen with the splits of its articles.

Articles are known by the hash of their text: one that is removed and comes again is the same.
"""

import json
from collections.abc import Collection, Mapping

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.release import Order, Release
from annotator.core.splits import SplitBy


class Releases:
    """All releases of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def names(self) -> list[str]:
        """Return the names of all releases, the oldest first.

        What they hold is long: a manifest may take a hundred megabytes.
        """
        rows = self._db.execute("SELECT name FROM releases ORDER BY at, name")
        return [name for (name,) in rows]

    def last_order(self) -> Order | None:
        """Return what was ordered of the last release, so far as its manifest tells that.

        Whose layers went out it does not tell; of articles that were to be together it names those
        that did go out.
        """
        row = self._db.execute(
            """SELECT name,
                   (SELECT json_group_array(key) FROM json_each(manifest, '$.losses')),
                   json_extract(manifest, '$.shares', '$.seed', '$.by', '$.together', '$.licence',
                                '$.judged')
               FROM releases ORDER BY at DESC, name DESC LIMIT 1"""
        ).fetchone()
        if row is None:
            return None
        name, formats, told = row
        shares, seed, by, together, licence, judged = json.loads(told)
        if not isinstance(shares, dict) or by not in list(SplitBy):
            return None  # nobody's program here has written that
        return Order(
            name,
            tuple(json.loads(formats)),
            shares,
            seed,
            SplitBy(by),
            together=tuple(map(tuple, together or ())),
            licence=licence or "",
            with_judged=judged is not None,
        )

    def splits(self, among: Collection[str] | None = None) -> dict[str, str]:
        """Return the split in which each article went out last, by the hash of its text.

        ``among`` some splits if they are named; articles that were never in one of them are not
        told.
        """
        rows = self._db.execute(
            """SELECT sha256, split FROM released JOIN releases ON name = release
               ORDER BY at, name"""
        )
        return {sha256: split for sha256, split in rows if among is None or split in among}

    def add(self, release: Release, splits: Mapping[str, str]) -> None:
        """Freeze a release with the splits of its articles, by the hashes of their texts.

        Raises:
            RefusedAct: if there is one of that name.
        """
        self.refuse_known(release.name)
        self._db.conn.execute(
            "INSERT INTO releases (name, lead, at, manifest) VALUES (?, ?, ?, ?)",
            [release.name, release.lead, release.at, release.manifest],
        )
        self._db.conn.executemany(
            "INSERT INTO released (release, sha256, split) VALUES (?, ?, ?)",
            [(release.name, sha256, split) for sha256, split in splits.items()],
        )

    def refuse_known(self, name: str) -> None:
        """Refuse the name of a release that there is.

        Raises:
            RefusedAct: if there is one.
        """
        if self._db.execute("SELECT 1 FROM releases WHERE name = ?", [name]).fetchone():
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "There is a release “{name}” already, and it is frozen. Give this one another"
                    " name.",
                ),
                name=name,
            )
