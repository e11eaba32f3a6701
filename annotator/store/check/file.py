"""The file as SQLite sees it: its pages, its schema, what its rows refer to."""

from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.store.check.damage import Damage
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrations


def file_damage(db: Database) -> Iterator[Damage]:
    """Yield what SQLite itself finds, and whether the file says what it is."""
    for pragma, wanted in (("application_id", APPLICATION_ID), ("user_version", SCHEMA_VERSION)):
        (found,) = db.execute(f"PRAGMA {pragma}").fetchone()
        if found != wanted:
            yield Damage(
                QT_TRANSLATE_NOOP("errors", "The file's {what} is {found}; it should be {wanted}."),
                what=pragma,
                found=found,
                wanted=wanted,
            )
    for (message,) in db.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Damage(QT_TRANSLATE_NOOP("errors", "SQLite finds: {message}."), message=message)


MISSING_TABLE = QT_TRANSLATE_NOOP("errors", "The table “{name}” is missing.")


def schema_damage(db: Database) -> Iterator[Damage]:
    """Yield where the schema differs from that of a project made just now."""
    fresh = Database(memory=True)
    migrations.apply(fresh)
    wanted, found = _schema(fresh), _schema(db)
    fresh.close()
    for (kind, name), source in wanted.items():
        if (kind, name) not in found and kind == "table":
            yield Damage(MISSING_TABLE, name=name)
        elif (kind, name) not in found:
            yield Damage(
                QT_TRANSLATE_NOOP("errors", "The {kind} “{name}” is missing."),
                kind=kind,
                name=name,
            )
        elif found[kind, name] != source:
            yield Damage(
                QT_TRANSLATE_NOOP("errors", "The {kind} “{name}” is not as Annotator makes it."),
                kind=kind,
                name=name,
            )
    for kind, name in found.keys() - wanted.keys():
        yield Damage(
            QT_TRANSLATE_NOOP("errors", "The {kind} “{name}” is none that Annotator makes."),
            kind=kind,
            name=name,
        )


def _schema(db: Database) -> dict[tuple[str, str], str]:
    rows = db.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {(kind, name): source for kind, name, source in rows}


_WHERE_IN = {
    "spans": """SELECT articles.name, layers.author FROM spans
                LEFT JOIN layers ON layers.number = spans.layer
                LEFT JOIN articles ON articles.id = layers.article_id WHERE spans.number = ?""",
    "layers": """SELECT articles.name, layers.author FROM layers
                 LEFT JOIN articles ON articles.id = article_id WHERE layers.number = ?""",
    "history": """SELECT articles.name, history.author FROM history
                  LEFT JOIN articles ON articles.id = article_id WHERE sequence = ?""",
}


def reference_damage(db: Database) -> Iterator[Damage]:
    """Yield the rows that refer to others which are not there."""
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        where = db.execute(_WHERE_IN[table], [row]).fetchone() if table in _WHERE_IN else None
        if where and all(where):
            template = QT_TRANSLATE_NOOP(
                "errors",
                "Row {row} of {table} ({author} on “{article}”) refers to a row of {parent} that is"
                " not there.",
            )
        else:
            template = QT_TRANSLATE_NOOP(
                "errors", "Row {row} of {table} refers to a row of {parent} that is not there."
            )
        article, author = where or (None, None)
        yield Damage(template, row=row, table=table, parent=parent, article=article, author=author)
