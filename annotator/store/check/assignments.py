"""Who is to work on what: whether the articles are there."""

from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.store.check.damage import Damage

_OF_NOTHING = QT_TRANSLATE_NOOP("errors", "An article that {author} is to work on is gone.")


def assignment_damage(db: Database) -> Iterator[Damage]:
    """Yield the assignments of articles that are neither in the project nor in the trash."""
    rows = db.execute(
        """SELECT author FROM assignments
           WHERE article_id NOT IN (SELECT id FROM articles)
             AND article_id NOT IN (SELECT article_id FROM trash)"""
    )
    for (author,) in rows:
        yield Damage(_OF_NOTHING, author=author)
