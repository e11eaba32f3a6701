"""Questions to the lead and their answers."""

from dataclasses import fields, replace

from sqlite_utils import Database

from annotator.core.questions import Question

_OWN = [field.name for field in fields(Question)][:-2]
_COLUMNS = ", ".join(f'questions."{name}"' for name in _OWN)
_SELECT = f"""SELECT {_COLUMNS}, articles.name, articles.title
              FROM questions JOIN articles ON articles.id = article_id"""


class Questions:
    """All questions of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, question: Question) -> None:
        """Store a question, new or with another answer."""
        self._db.execute(
            f"""INSERT INTO questions ({", ".join(f'"{name}"' for name in _OWN)})
                VALUES ({", ".join("?" * len(_OWN))})
                ON CONFLICT (id) DO UPDATE SET answer = excluded.answer, seen = excluded.seen,
                    answered_by = excluded.answered_by, answered_at = excluded.answered_at""",
            [getattr(question, name) for name in _OWN],
        )

    def remove(self, question_id: str) -> None:
        """Take a question out."""
        self._db.execute("DELETE FROM questions WHERE id = ?", [question_id])

    def by_id(self, question_id: str) -> Question | None:
        """Return the question of that id."""
        return next(iter(self._found("WHERE questions.id = ?", [question_id])), None)

    def all(self, author: str | None = None) -> list[Question]:
        """Return all questions, or those of an author: open ones first, the latest first."""
        where = "WHERE (?1 IS NULL OR author = ?1) ORDER BY answer <> '', asked_at DESC"
        return self._found(where, [author])

    def on_article(self, article_id: str, author: str | None = None) -> list[Question]:
        """Return the questions on an article, or those of one author on it."""
        return self._found(
            "WHERE article_id = ?1 AND (?2 IS NULL OR author = ?2) ORDER BY start",
            [article_id, author],
        )

    def waiting(self) -> int:
        """Return how many questions wait for an answer."""
        return self._count("answer = ''", [])

    def unseen(self, author: str) -> int:
        """Return how many answers an author has not seen yet."""
        return self._count("author = ? AND answer <> '' AND NOT seen", [author])

    def _count(self, where: str, arguments: list[str]) -> int:
        row = self._db.execute(f"SELECT count(*) FROM questions WHERE {where}", arguments)
        return int(row.fetchone()[0])

    def _found(self, where: str, arguments: list[str | None]) -> list[Question]:
        rows = self._db.execute(f"{_SELECT} {where}", arguments).fetchall()
        return [replace(found, seen=bool(found.seen)) for found in (Question(*row) for row in rows)]
