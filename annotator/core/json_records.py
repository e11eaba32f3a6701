"""What JSON files say of an article and its spans, in the words of the native format.

In the files of other programs the title, the outlet, the address and the day stand under their own
names, for people.  All else stands under one key that no other program uses, so that nothing which
others wrote is mistaken for it.
"""

import json
from collections.abc import Collection, Mapping
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle
from annotator.core.fields import Fields
from annotator.core.format import ArticleRecord, ExportedArticle, SpanRecord
from annotator.core.model import LayerState, Source, Status
from annotator.core.text import is_iso_day, is_storable
from annotator.core.values import value_from_json

OWN_KEY = "annotator_article"
"""Under it stands what this program needs in order to read its own article back."""
SPAN_KEYS = frozenset(
    (
        *("id", "label", "start", "end", "quote", "value", "proposed", "note", "unsure", "origin"),
        *("created_at", "changed_at"),
    )
)
SPAN_LISTS = ("spans", "annotations", "entities", "labels", "label")
"""Under which of these keys a list of spans stands tells one format from another."""
_SHOWN = ("title", "outlet", "url", "published")
_OWN_KEYS = {
    *("id", "name", "direction", "sha256", "author", "note", "meta", "sources"),
    *("status", "reason", "guideline", "seconds"),
}
_SOURCE_KEYS = {"name", "outlet", "url", "published", "meta"}


def carried(exported: ExportedArticle) -> dict[str, object]:
    """Return what goes along with an article into the file of another program."""
    article = exported.article
    # Also what is not known: programs that make tables of lines put worse into the gaps.
    return {key: getattr(article, key) for key in _SHOWN} | {OWN_KEY: _own(exported)}


def _own(exported: ExportedArticle) -> dict[str, object]:
    article, layer = exported.article, exported.layer
    own: dict[str, object] = {
        "id": article.id,
        "name": article.name,
        "direction": article.direction.value,
        "sha256": article.sha256,
        "author": layer.author,
    }
    if article.note:
        own["note"] = article.note
    if article.meta != "{}":
        own["meta"] = json.loads(article.meta)
    if exported.sources:
        own["sources"] = [source_json(source) for source in exported.sources]
    if layer.status is not Status.NEW:
        own |= {
            "status": layer.status.value,
            "reason": layer.state.reason,
            "guideline": layer.guideline,
            "seconds": layer.seconds,
        }
    return own


def article_record(
    path: Path,
    number: int | None,
    text: str,
    fields: Fields,
    known: set[str],
    columns: Mapping[str, str] = {},
) -> ArticleRecord:
    """Return the article of ``text``, of which ``fields`` say what ``carried`` wrote.

    Whatever else they hold goes into its ``meta``, but for the ``known`` keys.  ``columns`` tells
    under which other names the title, the outlet, the address and the day stand.

    Raises:
        InvalidArticle: if something is not as it must be.
    """
    own = fields.inner(OWN_KEY)
    found = {name: columns.get(name, name) for name in _SHOWN}
    shown = {name: fields.value(key) for name, key in found.items() if _is_told(name, key, fields)}
    taken = {key for name, key in found.items() if name in shown or key not in fields}
    meta = json.loads(fields.meta({*known, OWN_KEY, *taken}))
    return ArticleRecord(
        path=path,
        line=number,
        text=text,
        name=own.text_or_none("name"),
        id=own.text_or_none("id"),
        title=shown.get("title"),
        outlet=shown.get("outlet"),
        url=shown.get("url"),
        published=shown.get("published"),
        direction=own.text_or_none("direction"),
        sha256=own.text_or_none("sha256"),
        meta=json.dumps(json.loads(own.meta(_OWN_KEYS)) | meta, ensure_ascii=False),
        note=own.text_or_none("note") or "",
        sources=sources_in(own),
        author=own.text_or_none("author"),
        state=state_in(own),
        guideline=own.text_or_none("guideline") or "",
        seconds=own.number("seconds"),
    )


def _is_told(name: str, key: str, fields: Fields) -> bool:
    """Tell whether ``key`` holds what an article can be told; what others mean by it is kept."""
    value = fields.value(key)
    if not isinstance(value, str) or not value.strip() or not is_storable(value):
        return False
    return name != "published" or is_iso_day(value)


def span_record(fields: Fields) -> SpanRecord:
    """Return a span that is written as in the native format."""
    value = fields.value("value")
    return SpanRecord(
        label=fields.text("label"),
        start=fields.whole_number("start"),
        end=fields.whole_number("end"),
        # Like the text, the quote is compared once both are clean.
        quote=fields.raw_text("quote") if "quote" in fields else None,
        value=None if value is None else value_from_json(value),
        proposed=fields.flag("proposed"),
        note=fields.text_or_none("note") or "",
        unsure=fields.flag("unsure"),
        origin=fields.text_or_none("origin"),
        id=fields.text_or_none("id"),
        created_at=fields.text_or_none("created_at"),
        changed_at=fields.text_or_none("changed_at"),
    )


def refuse_spans_of_others(fields: Fields, format: str, own: Collection[str]) -> None:
    """Refuse an article whose spans stand elsewhere than under the ``own`` keys of its format.

    Read without them it would seem to be unmarked.  A list of texts is no list of spans.

    Raises:
        InvalidArticle: if it is one.
    """
    if any(key in fields for key in own):
        return
    for key in SPAN_LISTS:
        told = fields.value(key)
        if isinstance(told, list) and all(isinstance(item, list | dict) for item in told):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{key}” holds spans as another format than {name} keeps them, so the article"
                    " was not taken. Import the file as the format that it is, or without saying a"
                    " format: then it is known by its content.",
                ),
                key=key,
                name=format,
            )


def state_in(fields: Fields) -> LayerState | None:
    """Return how far the author is, if that is told."""
    if "status" not in fields:
        return None
    status = fields.text("status")
    if status not in set(Status):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be one of {known}."),
            key="status",
            known=", ".join(Status),
        )
    return LayerState(Status(status), fields.text_or_none("reason") or "")


def sources_in(fields: Fields) -> tuple[Source, ...] | None:
    """Return the further sources of an article, if they are told."""
    if "sources" not in fields:
        return None
    return tuple(
        Source(
            name=source.text("name"),
            outlet=source.text_or_none("outlet"),
            url=source.text_or_none("url"),
            published=source.text_or_none("published"),
            meta=source.meta(_SOURCE_KEYS),
        )
        for source in fields.objects("sources")
    )


def source_json(source: Source) -> dict[str, object]:
    """Return a source as it stands in files."""
    return {
        "name": source.name,
        "outlet": source.outlet,
        "url": source.url,
        "published": source.published,
        "meta": json.loads(source.meta),
    }


def left_out(key: str) -> InvalidArticle:
    """Return what tells of a key of spans that has no place in a project."""
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors", "“{key}” of its spans has no place in a project and was left out."
        ),
        key=key,
    )


def relations_left_out(relations: object) -> InvalidArticle:
    """Return what tells of relations between spans, which a project has no place for."""
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors", "Its relations between spans have no place in a project: {count} left out."
        ),
        count=len(relations) if isinstance(relations, list) else 1,
    )
