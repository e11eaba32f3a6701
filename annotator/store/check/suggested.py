"""What was suggested, and the model: neither holds work, and both are made anew at will."""

import json
import zlib
from collections.abc import Iterator

from sqlite_utils import Database

from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.suggestions import Suggestion
from annotator.store.check.damage import Damage
from annotator.store.failures import UNREADABLE


def suggested_damage(db: Database) -> Iterator[Damage]:
    """Yield which suggestions and what of the model cannot be read."""
    rows = db.execute(
        """SELECT articles.name, author, suggestions, length(text)
           FROM suggested JOIN articles ON articles.id = article_id"""
    )
    for article, author, told, length in rows:
        if not _is_readable(told, length):
            yield Damage(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "What was suggested to {author} on “{article}” cannot be read. It is made"
                    " anew when {author} opens the article.",
                ),
                author=author,
                article=article,
            )
    for texts, told in db.execute("SELECT texts, told FROM models"):
        if not _are_hashes(texts) or not _can_be_told(told):
            yield _model_damage()
    for (field,) in db.execute("SELECT field FROM model_fields"):
        try:
            zlib.decompress(field)
        except zlib.error:
            yield _model_damage()


def _is_readable(told: str, length: int) -> bool:
    try:
        found = [Suggestion.from_json(one) for one in json.loads(told)]
    except UNREADABLE:
        return False
    return all(one.end <= length for one in found)


def _are_hashes(texts: str) -> bool:
    try:
        return all(isinstance(one, str) for one in json.loads(texts))
    except UNREADABLE:
        return False


def _can_be_told(told: str) -> bool:
    try:
        return isinstance(json.loads(told), dict)
    except UNREADABLE:
        return False


def _model_damage() -> Damage:
    return Damage(
        QT_TRANSLATE_NOOP(
            "errors",
            "The model that suggests cannot be read. Train it anew: “annotator train PROJECT”.",
        )
    )
