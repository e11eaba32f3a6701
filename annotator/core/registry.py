"""The registry: what base and actor spans mean, each an entry of one label.

The id of an entry follows from its label and from the folded name under which it was made, so
that two files that make it apart agree.  A rename keeps the id, which spans and other files know
it by, and leaves the old name among the aliases.  A merged entry stays as a redirect.

Names that fold alike are one name, and within a label a name belongs to one entry.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import regex

from annotator.core.decisions import Decision
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Layer, Span, derived_id
from annotator.core.rows import Row
from annotator.core.text import is_storable
from annotator.core.values import EntryValue

Fold: TypeAlias = Callable[[str], str]

LONGEST_NAME = 200

_CONTROLS = regex.compile(r"[\p{Cc}\p{Cs}]")
_DIRECTIONS = regex.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Marks that come along when a name is copied out of a text, and would reorder what follows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A base or an actor, by its canonical name."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str = ""
    merged_into: str | None = None
    """The entry that it is one with; ``None`` for one that stands."""

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and the aliases."""
        return self.name, *self.aliases

    def row(self) -> Row:
        """Return the entry as a row, but for its id."""
        return {
            "label": self.label,
            "name": self.name,
            "aliases": json.dumps(self.aliases, ensure_ascii=False),
            "note": self.note,
            "merged_into": self.merged_into,
        }


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that means an entry."""

    number: int
    """Where it stands in the file."""
    entry: str
    """The id that the span holds: the entry may be merged into another since."""
    span: str
    author: str
    article: str
    """The name of the article."""
    title: str
    start: int
    end: int
    quote: str
    proposed: bool
    """Whether its author has not confirmed yet that it means the entry."""


def name_key(name: str, fold: Fold) -> str:
    """Return what makes two names one: folded, with single spaces."""
    return " ".join(fold(name).split())


def entry_id(label: str, folded_name: str) -> str:
    """Return the id of an entry that is made under a name, as ``name_key`` gives it.

    It is a UUID of version 5 under ``model.NAMESPACE``, of the label, U+001F and the name.
    """
    return derived_id(label, folded_name)


def clean_name(name: str, fold: Fold) -> str:
    """Return ``name`` with single spaces and without marks of direction.

    Raises:
        RefusedAct: if it holds no letters, is too long, or cannot be shown.
    """
    clean = " ".join(_DIRECTIONS.sub("", name).split())
    if not name_key(clean, fold):
        raise RefusedAct(QT_TRANSLATE_NOOP("errors", "An entry must have a name. Type one."))
    if len(clean) > LONGEST_NAME:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” is too long: a name has at most {most} letters. Shorten it."
            ),
            name=clean[:50] + "…",
            most=LONGEST_NAME,
        )
    if _CONTROLS.search(clean) or not is_storable(clean):
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "“{name}” holds control characters. Type it anew."),
            name=clean,
        )
    return clean


def new_entry(label: str, name: str, fold: Fold) -> Entry:
    """Return a new entry of that name.

    Raises:
        RefusedAct: if nothing can be called so.
    """
    clean = clean_name(name, fold)
    return Entry(entry_id(label, name_key(clean, fold)), label, clean)


def renamed(entry: Entry, name: str, fold: Fold) -> Entry:
    """Return ``entry`` under another name; the old one is an alias, unless it folds alike."""
    clean = clean_name(name, fold)
    return with_aliases(replace(entry, name=clean), (*entry.aliases, entry.name), fold)


def with_aliases(entry: Entry, aliases: Iterable[str], fold: Fold) -> Entry:
    """Return ``entry`` with these aliases alone, each once and none of them its name."""
    known = {name_key(entry.name, fold)}
    kept = []
    for alias in (clean_name(alias, fold) for alias in aliases):
        key = name_key(alias, fold)
        if key not in known:
            known.add(key)
            kept.append(alias)
    return replace(entry, aliases=tuple(kept))


def merged(entry: Entry, into: Entry, fold: Fold) -> tuple[Entry, Entry]:
    """Return ``entry`` as a redirect, and ``into`` with all names and notes of both.

    Raises:
        RefusedAct: if they are one already, one is merged elsewhere, or their labels differ.
    """
    if entry.id == into.id or into.merged_into is not None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "“{name}” cannot be merged into itself."), name=entry.name
        )
    if entry.merged_into is not None:
        raise merged_already(entry)
    if entry.label != into.label:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” is a {label} and “{other}” a {other_label}: only entries of one label"
                " can be merged.",
            ),
            name=entry.name,
            label=entry.label,
            other=into.name,
            other_label=into.label,
        )
    both = with_aliases(into, (*into.aliases, *entry.names), fold)
    notes = dict.fromkeys(filter(None, (into.note, entry.note)))
    return replace(entry, merged_into=into.id), replace(both, note="\n".join(notes))


def merged_already(entry: Entry) -> RefusedAct:
    """Return the error for an act on an entry that is no longer one of its own."""
    return RefusedAct(
        QT_TRANSLATE_NOOP("errors", "“{name}” is merged into another entry already."),
        name=entry.name,
    )


class CurrentEntries:
    """What entries are by now: which one a merged one is, and how it is called.

    Spans keep the id and the name that they were given; whoever compares, shows or writes them
    asks here.
    """

    def __init__(self, entries: Iterable[tuple[str, str, str | None]], fold: Fold) -> None:
        """Take the id and name of each entry, and what it is merged into."""
        self._names: dict[str, str] = {}
        self._merged: dict[str, str] = {}
        for entry, name, merged_into in entries:
            self._names[entry] = name
            if merged_into is not None:
                self._merged[entry] = merged_into
        self._fold = fold
        self._known: dict[EntryValue, EntryValue] = {}

    def equals(self, other: "CurrentEntries") -> bool:
        """Tell whether entries are the same in both."""
        return (self._names, self._merged) == (other._names, other._merged)

    def id_of(self, entry: str) -> str:
        """Return the id of the entry that stands for ``entry``."""
        seen = {entry}
        while (further := self._merged.get(entry)) is not None and further not in seen:
            seen.add(further)
            entry = further
        return entry

    def value(self, value: EntryValue) -> EntryValue:
        """Return what ``value`` means by now; another spelling of the name stays as written."""
        if value not in self._known:
            entry = self.id_of(value.entry)
            name = self._names.get(entry, value.name)
            is_same = name_key(name, self._fold) == name_key(value.name, self._fold)
            self._known[value] = EntryValue(entry, value.name if is_same else name)
        return self._known[value]

    def span(self, span: Span) -> Span:
        """Return ``span`` with what it means by now; itself if nothing has changed."""
        if not isinstance(span.value, EntryValue):
            return span
        value = self.value(span.value)
        return span if value == span.value else replace(span, value=value)

    def layer(self, layer: Layer) -> Layer:
        """Return ``layer`` with what its spans mean by now; itself if nothing has changed."""
        spans = tuple(map(self.span, layer.spans))
        if all(one is other for one, other in zip(spans, layer.spans, strict=True)):
            return layer
        return replace(layer, spans=spans)

    def decision(self, decision: Decision) -> Decision:
        """Return ``decision`` with what its spans mean by now."""
        return replace(
            decision,
            judged=tuple((who, self.span(span)) for who, span in decision.judged),
            outcome=tuple(map(self.span, decision.outcome)),
            seen=tuple((who, self.span(span)) for who, span in decision.seen),
        )


def aliases_from_json(source: str) -> tuple[str, ...]:
    """Return the aliases that ``Entry.row`` wrote; what is none, in a damaged file, is left out."""
    return tuple(_texts(json.loads(source))) if source != "[]" else ()


def _texts(found: object) -> Iterator[str]:
    if isinstance(found, list):
        yield from (text for text in found if isinstance(text, str))
