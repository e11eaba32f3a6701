"""The schema of a project file, as the steps that led to it.

A step that has shipped is never changed: a new one is appended, and ``SCHEMA_VERSION`` grows.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from annotator.store import schema

APPLICATION_ID = 0x416E6F74
"""``Anot``: marks a SQLite file as a project (PRAGMA application_id)."""

SCHEMA_VERSION = 8

migrations = Migrations("annotator")


@migrations()
def first(db: Database) -> None:
    """Make the tables of version 1."""
    _take_step(db, schema.FIRST, 1)


@migrations()
def second(db: Database) -> None:
    """Make room for what the workbench keeps: refusals, questions, removed articles.

    And indexes by which the list of articles is asked for without reading a text.
    """
    _take_step(db, schema.SECOND, 2)


@migrations()
def third(db: Database) -> None:
    """Make room for what leads decide, a stack of acts of its own, and for what they hand out."""
    _take_step(db, schema.THIRD, 3)


@migrations()
def fourth(db: Database) -> None:
    """Make room for articles that are given to an author as a test."""
    _take_step(db, schema.FOURTH, 4)


@migrations()
def fifth(db: Database) -> None:
    """Make room for what authors have heard from the lead, and put away."""
    _take_step(db, schema.FIFTH, 5)


@migrations()
def sixth(db: Database) -> None:
    """Make room for releases: which articles went out, in which splits."""
    _take_step(db, schema.SIXTH, 6)


@migrations()
def seventh(db: Database) -> None:
    """Make room for random samples that leads have checked, and for what packs tell of gold.

    And give the project a secret: which letters stand for its authors is known from nothing else.
    """
    _take_step(db, schema.SEVENTH, 7)


@migrations()
def eighth(db: Database) -> None:
    """Make room for what is suggested to authors, and for models that have learned from gold."""
    _take_step(db, schema.EIGHTH, 8)


def _take_step(db: Database, script: str, version: int) -> None:
    for statement in _statements(script):
        db.conn.execute(statement)
    db.conn.execute(f"PRAGMA user_version = {version}")


def _statements(script: str) -> list[str]:
    """Cut ``script`` at the semicolons that end statements.

    ``executescript`` would commit the transaction that a migration must stay inside.
    """
    statements, rest = [], ""
    for part in script.split(";"):
        rest += part + ";"
        if sqlite3.complete_statement(rest):
            statements.append(rest)
            rest = ""
    return statements
