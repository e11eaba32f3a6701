"""Random samples of agreed spans that leads have checked, with what they found."""

from sqlite_utils import Database

from annotator.core.samples import CheckedSample


class Samples:
    """All samples of a project of which something was checked."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[CheckedSample]:
        """Return all of them, in the order in which they were checked last."""
        rows = self._db.execute(
            """SELECT id, lead, at, seed, population, drawn, checked, wrong FROM samples
               ORDER BY at, id"""
        )
        return [CheckedSample(*row) for row in rows]

    def keep(self, sample: CheckedSample) -> None:
        """Keep what was found in a sample, in the place of what was found before."""
        self._db.conn.execute(
            """INSERT OR REPLACE INTO samples
                   (id, lead, at, seed, population, drawn, checked, wrong)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                *(sample.id, sample.lead, sample.at, sample.seed),
                *(sample.population, sample.drawn, sample.checked, sample.wrong),
            ],
        )
