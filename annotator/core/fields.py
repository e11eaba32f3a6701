"""The fields of a JSON object that others wrote, each asked for by type.

What is not as it must be is refused by the name of its key.
"""

import json
import math
from typing import Any

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle
from annotator.core.limits import has_too_many_parts, too_many_parts
from annotator.core.text import is_storable

_SURROGATE = regex.compile("[\ud800-\udfff]")
_ESCAPED_NUL = regex.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_DEEPEST = 50
_OBJECT_WANTED = QT_TRANSLATE_NOOP("errors", "“{key}” must be an object, and not a deep one.")
_UNSTORABLE = QT_TRANSLATE_NOOP("errors", "“{key}” holds a NUL or half of a character.")


class Fields:
    """The fields of a JSON object, each asked for by type."""

    def __init__(self, data: dict[str, Any], where: str = "") -> None:
        self._data = data
        self._where = where
        """What stands before a key in messages, such as ``spans[2].``."""

    def __contains__(self, key: str) -> bool:
        return self._data.get(key) is not None

    def raw_text(self, key: str) -> str:
        value = self._data.get(key)
        if not isinstance(value, str):
            raise self._wrong(key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a text."))
        return value

    def text(self, key: str) -> str:
        value = self.raw_text(key)
        if not is_storable(value):
            raise self._wrong(key, _UNSTORABLE)
        return value

    def text_or_none(self, key: str) -> str | None:
        return self.text(key) if key in self else None

    def whole_number(self, key: str) -> int:
        value = self._data.get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._wrong(key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a whole number."))
        return value

    def number(self, key: str) -> float:
        value = self._data.get(key)
        if value is None:
            return 0.0
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not 0 <= value < 1e12
            or not math.isfinite(value)
        ):
            raise self._wrong(
                key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a number of seconds.")
            )
        return float(value)

    def flag(self, key: str) -> bool:
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, QT_TRANSLATE_NOOP("errors", "“{key}” must be true or false."))
        return value

    def unknown(self, known: set[str]) -> list[str]:
        """Return the keys that are not ``known``."""
        return [key for key in self._data if key not in known]

    def meta(self, known: set[str]) -> str:
        """Return the object ``meta`` as JSON, with all that stands under keys not ``known``."""
        meta = self._data.get("meta")
        if meta is None:
            meta = {}
        if not isinstance(meta, dict) or _is_deep(meta):
            raise self._wrong("meta", _OBJECT_WANTED)
        source = self._as_json("meta", meta)
        more = {key: self._data[key] for key in self.unknown(known) if key not in meta}
        for key, value in more.items():
            # One level less than ``meta`` itself may have.
            if _is_deep(value, _DEEPEST - 1):
                raise self._wrong(
                    key, QT_TRANSLATE_NOOP("errors", "“{key}” is nested too deep to be kept.")
                )
            self._as_json(key, {key: value})
        return self._as_json("meta", meta | more) if more else source

    def _as_json(self, key: str, value: dict[str, Any]) -> str:
        try:
            source = json.dumps(value, ensure_ascii=False, allow_nan=False)
        except ValueError as error:  # 1e999 is read as infinite
            raise self._wrong(
                key, QT_TRANSLATE_NOOP("errors", "“{key}” holds a number that is too large.")
            ) from error
        if _SURROGATE.search(source) or _ESCAPED_NUL.search(source):
            raise self._wrong(key, _UNSTORABLE)
        return source

    def inner(self, key: str) -> "Fields":
        """Return the object under ``key``; where there is none, an empty one."""
        value = self._data.get(key)
        if value is None:
            return Fields({})
        if not isinstance(value, dict):
            raise self._wrong(key, QT_TRANSLATE_NOOP("errors", "“{key}” must be an object."))
        return Fields(value, f"{self._where}{key}.")

    def objects(self, key: str) -> "list[Fields]":
        value = self._data.get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(
                key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a list of objects.")
            )
        return [Fields(item, f"{self._where}{key}[{number}].") for number, item in enumerate(value)]

    def place(self, key: str) -> str:
        """Return the way to ``key`` from the outermost object, as messages name it."""
        return self._where + key

    def _wrong(self, key: str, template: str, **parameters: object) -> InvalidArticle:
        return InvalidArticle(template, key=self.place(key), **parameters)

    def value(self, key: str) -> Any:
        return self._data.get(key)


def _is_deep(value: object, levels: int = _DEEPEST) -> bool:
    """Tell whether ``value`` is nested deeper than SQLite and other readers follow."""
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return False
    return levels == 0 or any(_is_deep(item, levels - 1) for item in value)


def object_in_line(line: bytes) -> dict[str, Any]:
    """Return the JSON object that a line in UTF-8 holds.

    Raises:
        InvalidArticle: if it holds none, one that two readers may read differently, or one with
            more parts than memory bears.
    """
    if has_too_many_parts(line):
        raise too_many_parts()
    try:
        data = json.loads(
            line.decode("utf-8-sig"),
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_doubles,
        )
    except UnicodeDecodeError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "It is not UTF-8 at byte {position}."),
            position=error.start,
        ) from error
    except RecursionError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "Its brackets are nested too deep.")
        ) from error
    except json.JSONDecodeError as error:
        raise _not_json(error) from error
    except ValueError as error:  # thousands of digits, which Python does not read
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "It holds a number that is too large.")
        ) from error
    if not isinstance(data, dict):
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "It is no JSON object."))
    return data


def _refuse_constant(name: str) -> float:
    raise _not_json(name)


def _not_json(why: object) -> InvalidArticle:
    return InvalidArticle(QT_TRANSLATE_NOOP("errors", "It is not JSON: {why}."), why=why)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; of two values for one key nobody knows which is meant."""
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "It has the key “{key}” twice."),
            key=next(key for key in keys if keys.count(key) > 1),
        )
    return data
