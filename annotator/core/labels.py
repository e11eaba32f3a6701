"""Label sets: data, of which base, date, actor and figure are the default.

A project may bring its own as TOML; no other module but the readers names the four.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidLabelSet, UnknownName
from annotator.core.values import ValueKind

_NAME = regex.compile(r"[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,63}")
_UNNAMEABLE = regex.compile(r"[^\p{L}\p{M}\p{N}_.-]+")
_COLOUR = regex.compile(r"#[0-9a-fA-F]{6}")
_CONTROL = regex.compile(r"\p{Cc}")
_KEY = regex.compile(r"[0-9a-z]")
_UNSHOWABLE = regex.compile(r"[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]")
"""What would break the line of a menu, or reorder the words around it."""
_KEYS = ("name", "shown", "colour", "key", "value", "reader")
_SHOWN_KEYS = ("en", "ar")
_LONGEST_SHOWN = 64
_LONGEST_TOML = 20_000
"""36 labels, which is as many as there are keys, take less; hostile TOML takes its square."""

DEFAULT_LABELS_TOML = """\
[[label]]
name = "base"
shown = { en = "base", ar = "قاعدة" }
colour = "#1565c0"
key = "1"
value = "entry"
reader = "base"

[[label]]
name = "date"
shown = { en = "date", ar = "تاريخ" }
colour = "#2e7d32"
key = "2"
value = "date"
reader = "date"

[[label]]
name = "actor"
shown = { en = "actor", ar = "جهة" }
colour = "#c62828"
key = "3"
value = "entry"
reader = "actor"

[[label]]
name = "figure"
shown = { en = "figure", ar = "رقم" }
colour = "#b26a00"
key = "4"
value = "number"
reader = "figure"
"""


@dataclass(frozen=True, slots=True)
class Label:
    """What a span can say.

    ``name`` never changes and stands in every file; the shown names are for people.
    """

    name: str
    shown_en: str
    shown_ar: str
    colour: str
    """``#rrggbb``; the theme derives fills and dark shades from it."""
    key: str
    """The single key that marks with this label."""
    value: ValueKind = ValueKind.NONE
    reader: str | None = None
    """Which reader, rules and cause words belong to it."""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{name}” cannot name a label: use letters, digits, “_”, “.” and “-”.",
                ),
                name=self.name,
            )
        if not _COLOUR.fullmatch(self.colour):
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP(
                    "errors", "The colour of label {name} must be written like #1565c0."
                ),
                name=self.name,
            )
        if not _KEY.fullmatch(self.key):
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP(
                    "errors", "The key of label {name} must be one digit or small Latin letter."
                ),
                name=self.name,
            )

    def shown(self, language: str) -> str:
        """Return the name for people who read ``language`` (``ar``, else English)."""
        return self.shown_ar if language == "ar" else self.shown_en


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The labels of a project, in their order."""

    labels: tuple[Label, ...]

    def __post_init__(self) -> None:
        if not self.labels:
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP("errors", "A label set needs at least one label.")
            )
        _refuse_twice(
            [label.name for label in self.labels],
            QT_TRANSLATE_NOOP("errors", "Two labels have the same name: {value}."),
        )
        _refuse_twice(
            [label.key for label in self.labels],
            QT_TRANSLATE_NOOP("errors", "Two labels have the same key: {value}."),
        )

    def __iter__(self) -> Iterator[Label]:
        return iter(self.labels)

    def __len__(self) -> int:
        return len(self.labels)

    def __contains__(self, name: object) -> bool:
        return any(label.name == name for label in self.labels)

    def __getitem__(self, name: str) -> Label:
        for label in self.labels:
            if label.name == name:
                return label
        raise UnknownName(
            QT_TRANSLATE_NOOP(
                "errors", "The project has no label “{name}”. Its labels are: {known}."
            ),
            name=name,
            known=", ".join(label.name for label in self.labels),
        )

    def by_key(self, key: str) -> Label | None:
        """Return the label that ``key`` marks with."""
        return next((label for label in self.labels if label.key == key), None)

    @classmethod
    def from_toml(cls, source: str) -> Self:
        """Read a label set from TOML: a ``[[label]]`` table for each label, in their order.

        Raises:
            InvalidLabelSet: if it is not TOML, or a label lacks something, stands twice, or has
                what no label has: a key that is mistyped would be lost.
        """
        if len(source) > _LONGEST_TOML:
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP(
                    "errors", "This is no label set: it is longer than {most} letters."
                ),
                most=_LONGEST_TOML,
            )
        try:
            data = tomllib.loads(source)
        except (ValueError, RecursionError) as error:  # an endless number is a mere ValueError
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP("errors", "The label set is not valid TOML: {why}."), why=error
            ) from error
        tables = data.get("label")
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP("errors", "The label set has no [[label]] tables.")
            )
        if others := [key for key in data if key != "label"]:
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The label set has “{key}”, which is not known: it holds [[label]] tables"
                    " alone.",
                ),
                key=others[0],
            )
        return cls(tuple(_label_from_table(table) for table in tables))

    def to_toml(self) -> str:
        """Return the label set as ``from_toml`` reads it."""
        return "\n".join(map(_label_to_table, self.labels))

    @classmethod
    def default(cls) -> Self:
        """Return the label set of projects that bring none."""
        return cls.from_toml(DEFAULT_LABELS_TOML)


def _label_to_table(label: Label) -> str:
    lines = [
        "[[label]]",
        f"name = {_quoted(label.name)}",
        f"shown = {{ en = {_quoted(label.shown_en)}, ar = {_quoted(label.shown_ar)} }}",
        f"colour = {_quoted(label.colour)}",
        f"key = {_quoted(label.key)}",
        f"value = {_quoted(label.value.value)}",
    ]
    if label.reader is not None:
        lines.append(f"reader = {_quoted(label.reader)}")
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    # TOML has the escapes of JSON; what would steer a terminal is written as one.
    source = json.dumps(text, ensure_ascii=False)
    return str(_UNSHOWABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", source))


def shown_name(text: str, label: str) -> str:
    """Return ``text`` without spaces around it, if a label can be shown under it.

    Raises:
        InvalidLabelSet: if it is empty, too long, or would disturb the words around it.
    """
    name = text.strip()
    if not name or len(name) > _LONGEST_SHOWN or _UNSHOWABLE.search(name):
        raise InvalidLabelSet(
            QT_TRANSLATE_NOOP(
                "errors",
                "The shown names of label {label} have 1 to 64 letters, and no control characters.",
            ),
            label=label,
        )
    return name


def name_like(text: str) -> str | None:
    """Return the name nearest to ``text`` that a label can bear, if there is any."""
    name = _UNNAMEABLE.sub("_", text.strip())[:_LONGEST_SHOWN].strip("_.-")
    return name if _NAME.fullmatch(name) else None


def _label_from_table(table: Mapping[str, object]) -> Label:
    name = _string(table, "name", "?")
    shown = table.get("shown", {})
    if not isinstance(shown, dict):
        raise InvalidLabelSet(
            QT_TRANSLATE_NOOP(
                "errors", "Label {label} needs its shown names as a table: shown.en, shown.ar."
            ),
            label=name,
        )
    _refuse_unknown(table, name, _KEYS)
    _refuse_unknown(shown, name, _SHOWN_KEYS, "shown.")
    value = table.get("value", "none")
    if not (isinstance(value, str) and value in set(ValueKind)):
        raise InvalidLabelSet(
            QT_TRANSLATE_NOOP(
                "errors",
                "The value of label {name} must be one of date, number, entry, text, none.",
            ),
            name=name,
        )
    return Label(
        name=name,
        shown_en=shown_name(_string(shown, "en", name), name) if "en" in shown else name,
        shown_ar=shown_name(_string(shown, "ar", name), name) if "ar" in shown else name,
        colour=_string(table, "colour", name),
        key=_string(table, "key", name),
        value=ValueKind(value),
        reader=_string(table, "reader", name) if "reader" in table else None,
    )


def _refuse_unknown(
    table: Mapping[str, object], label: str, known: Sequence[str], where: str = ""
) -> None:
    for key in table:
        if key not in known:
            raise InvalidLabelSet(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The label “{label}” has “{key}”, which is not known; known are {known}.",
                ),
                label=label,
                key=where + key,
                known=", ".join(where + one for one in known),
            )


def _string(table: Mapping[str, object], key: str, label: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value.strip() or _CONTROL.search(value):
        raise InvalidLabelSet(
            QT_TRANSLATE_NOOP("errors", "Label {label} needs “{key}”, a text in quotes."),
            label=label,
            key=key,
        )
    return value


def _refuse_twice(values: Sequence[str], template: str) -> None:
    value, count = Counter(values).most_common(1)[0]
    if count > 1:
        raise InvalidLabelSet(template, value=value)
