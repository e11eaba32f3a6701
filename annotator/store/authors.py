"""Who works on a project."""

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP, UnknownName
from annotator.core.model import Author, Role


class Authors:
    """The authors of a project, by name."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[Author]:
        """Return all authors, in the order in which they came."""
        rows = self._db.query("SELECT name, role, retired FROM authors ORDER BY rowid")
        return [Author(row["name"], Role(row["role"]), bool(row["retired"])) for row in rows]

    def get(self, name: str) -> Author:
        """Return the author of that name.

        Raises:
            UnknownName: if there is none.
        """
        for author in self.all():
            if author.name == name:
                return author
        raise UnknownName(
            QT_TRANSLATE_NOOP("errors", "The project has no author “{name}”."), name=name
        )

    def put(self, author: Author) -> None:
        """Store an author, new or changed."""
        self._db.table("authors").upsert(
            {"name": author.name, "role": author.role.value, "retired": int(author.retired)},
            pk="name",
        )

    def rename(self, old: str, new: str) -> None:
        """Give an author another name, in layers and history too."""
        self._db.execute("UPDATE authors SET name = ? WHERE name = ?", [new, old])

    def is_used(self, name: str) -> bool:
        """Tell whether anything in the project names an author, in the trash too."""
        places = self._db.execute(
            """SELECT tables.name, keys."from" FROM sqlite_schema AS tables
               JOIN pragma_foreign_key_list(tables.name) AS keys
               WHERE tables.type = 'table' AND keys."table" = 'authors'"""
        ).fetchall()
        named = " UNION ALL ".join(
            f'SELECT 1 FROM "{table}" WHERE "{column}" = :name' for table, column in places
        )
        (is_named,) = self._db.execute(
            f"""SELECT EXISTS ({named} UNION ALL
                    SELECT 1 FROM trash WHERE instr(content, json_quote(:name)))""",
            {"name": name},
        ).fetchone()
        return bool(is_named)
