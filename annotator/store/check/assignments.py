"""Who is to work on what: whether the articles are there, and each is work or a test."""

from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.store.check.damage import Damage

_OF_NOTHING = QT_TRANSLATE_NOOP("errors", "An article that {author} is to work on is gone.")

_TEST_OF_NOTHING = QT_TRANSLATE_NOOP(
    "errors", "An article that {author} was given as a test is gone."
)
_BOTH = QT_TRANSLATE_NOOP(
    "errors", "An article is both assigned to {author} and was given to {author} as a test."
)


def assignment_damage(db: Database) -> Iterator[Damage]:
    """Yield what is assigned, or given as a test, and is gone; and what is both."""
    for table, template in (("assignments", _OF_NOTHING), ("qualifications", _TEST_OF_NOTHING)):
        rows = db.execute(
            f"""SELECT author FROM {table}
                WHERE article_id NOT IN (SELECT id FROM articles)
                  AND article_id NOT IN (SELECT article_id FROM trash)"""
        )
        for (author,) in rows:
            yield Damage(template, author=author)
    rows = db.execute(
        "SELECT author FROM assignments JOIN qualifications USING (article_id, author)"
    )
    for (author,) in rows:
        yield Damage(_BOTH, author=author)
