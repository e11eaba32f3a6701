"""Reads a CAS in JSON (version 0.4.0 of its description)."""

from typing import BinaryIO

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle
from annotator.core.fields import Fields, object_in_line
from annotator.core.limits import LARGEST, too_large
from annotator.formats.cas import types
from annotator.formats.cas.structures import PASSED_OVER, Sofa, Structure, Structures


def structures_in(file: BinaryIO) -> Structures:
    """Return what stands in a JSON CAS.

    Raises:
        InvalidArticle: if it is none.
    """
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large()
    fields = Fields(object_in_line(data))
    structures = Structures(ranges=_ranges(fields))
    for id, one in _structures(fields):
        kind = one.text("%TYPE")
        if kind == types.SOFA:
            text = one.raw_text("sofaString") if "sofaString" in one else None
            structures.sofas[id] = Sofa(id, one.text_or_none("sofaID") or "", text)
        elif kind not in PASSED_OVER:
            features = {
                name.removeprefix("@"): one.value(name)
                for name in one.unknown(set())
                if not name.startswith(("%", "^", "#"))
            }
            structures.keep(Structure(id, kind, features))
    for view in _views(fields):
        members = view.value("%MEMBERS")
        if not isinstance(members, list):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "“{key}” must be a list."), key="%MEMBERS"
            )
        ids = {one for one in members if isinstance(one, int)}
        structures.members.setdefault(view.whole_number("%SOFA"), set()).update(ids)
    return structures


def _structures(fields: Fields) -> list[tuple[int, Fields]]:
    found = fields.value("%FEATURE_STRUCTURES")
    if isinstance(found, dict):  # by their ids
        by_id = fields.inner("%FEATURE_STRUCTURES")
        return [(_id(key), by_id.inner(key)) for key in found]
    return [(one.whole_number("%ID"), one) for one in fields.objects("%FEATURE_STRUCTURES")]


def _id(key: str) -> int:
    if not (key.isascii() and key.isdecimal() and len(key) < 19):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{value}” stands where a whole number must."), value=key
        )
    return int(key)


def _views(fields: Fields) -> list[Fields]:
    views = fields.inner("%VIEWS")
    return [views.inner(name) for name in views.unknown(set())]


def _ranges(fields: Fields) -> dict[str, dict[str, str]]:
    kinds = fields.inner("%TYPES")
    ranges: dict[str, dict[str, str]] = {}
    for name in kinds.unknown(set()):
        features = kinds.inner(name)
        ranges[name] = {
            feature: features.inner(feature).text("%RANGE")
            for feature in features.unknown(set())
            if not feature.startswith("%")
        }
    return ranges
