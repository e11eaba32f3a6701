"""What is told of an article beside its text, and the edit that tells it otherwise.

Only what the user changed is looked at and changed: what an import once let in does not stand in
the way of a better title.
"""

import json
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from urllib.parse import urlsplit

from annotator.core.edits import Change
from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle
from annotator.core.fields import Fields
from annotator.core.model import Article, Direction, Layer
from annotator.core.rows import Kind, Row, RowChange
from annotator.core.text import is_iso_day, is_storable

_LONGEST_LINE = 1000
_NO_OBJECT = QT_TRANSLATE_NOOP(
    "errors",
    "The metadata are no JSON object (line {line}): write them like {{“place”: “Hasaka”}}, with"
    " straight quotation marks.",
)


@dataclass(frozen=True, slots=True)
class Details:
    """What may be told otherwise of an article; the text is not among it."""

    title: str
    outlet: str | None
    url: str | None
    published: str | None
    direction: Direction
    meta: str
    note: str

    @classmethod
    def of(cls, article: Article) -> Self:
        """Return the details of ``article``."""
        return cls(**{field.name: getattr(article, field.name) for field in fields(cls)})

    def row(self) -> Row:
        """Return the details as the file holds them."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        return told | {"direction": self.direction.value}

    def changed_like(self, before: Self, after: Self) -> Self:
        """Return these details with what ``after`` has otherwise than ``before``."""
        old, new = before.row(), after.row()
        changed: dict[str, Any] = {name: new[name] for name in new if new[name] != old[name]}
        if "direction" in changed:
            changed["direction"] = after.direction
        return replace(self, **changed)


@dataclass(frozen=True, slots=True)
class EditDetails:
    """Tell something else of an article than ``found``, which is what the file holds now."""

    found: Details
    wanted: Details

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``; the layer stays as it is.

        Raises:
            InvalidArticle: if something is wanted that no article can be told.
        """
        before, wanted = self.found.row(), _tidied(self.wanted).row()
        changed = [name for name in before if before[name] != wanted[name]]
        if "meta" in changed and _object(self.found.meta) == _object(self.wanted.meta):
            changed.remove("meta")  # written otherwise, but no other
        for name in changed:
            _refuse_unfit(name, wanted[name])
        row = RowChange(
            Kind.ARTICLE,
            layer.article_id,
            {name: before[name] for name in changed},
            {name: wanted[name] for name in changed},
        )
        return Change("details", (), (), layer.state, layer.state, (row,) if changed else ())


def _tidied(details: Details) -> Details:
    """Return ``details`` without spaces around lines; an empty one tells nothing."""
    return replace(
        details,
        title=" ".join(details.title.split()),
        outlet=" ".join((details.outlet or "").split()) or None,
        url=(details.url or "").strip() or None,
        published=(details.published or "").strip() or None,
        meta=_object(details.meta),
        note=details.note.strip(),
    )


def _object(source: str) -> str:
    """Return the JSON object in ``source`` as the file holds it; nothing is an empty one."""
    try:
        data = json.loads(source.strip() or "{}")
    except json.JSONDecodeError as error:
        raise InvalidArticle(_NO_OBJECT, line=error.lineno) from error
    except (RecursionError, ValueError) as error:  # nested too deep, a number of 5,000 digits
        raise InvalidArticle(_NO_OBJECT, line=1) from error
    if not isinstance(data, dict):
        raise InvalidArticle(_NO_OBJECT, line=1)
    return Fields({"meta": data}).meta({"meta"})


def _refuse_unfit(name: str, value: object) -> None:
    if isinstance(value, str) and not is_storable(value):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” holds a NUL or half of a character."), key=name
        )
    if name == "title" and not value:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "An article needs a title: the list shows it by that.")
        )
    if name in ("title", "outlet", "url") and len(str(value or "")) > _LONGEST_LINE:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” is too long: {most} letters are the most."),
            key=name,
            most=_LONGEST_LINE,
        )
    if name == "published" and value is not None and not is_iso_day(str(value)):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{day}” is no day written like 2026-02-23."), day=value
        )
    if name == "url" and value is not None and not _is_web_address(str(value)):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors", "“{url}” is no web address: it begins with https:// or http://."
            ),
            url=value,
        )


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and named and not any(map(str.isspace, text))
