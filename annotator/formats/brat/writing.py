"""Writes a folder for brat: three files an article, and what brat is configured with."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from annotator.core.file_names import FileNames
from annotator.core.format import Dataset, ExportedArticle
from annotator.core.json_files import as_json
from annotator.core.json_records import carried
from annotator.core.labels import LabelSet
from annotator.core.losses import LossAccount, LossKind
from annotator.core.model import Span, Status
from annotator.core.values import EntryValue, Modifier, value_to_json
from annotator.formats.brat.standoff import (
    DETAILS,
    NOTE,
    PROPOSED,
    REFERENCE,
    REGISTRY,
    UNSURE,
    VALUE_KEYS,
    as_id,
    as_type,
    as_value,
    lines_of,
    pieces_of,
)

_ATTRIBUTES = {key: name for name, key in VALUE_KEYS.items()}
_DARKEST_BEHIND_BLACK = 140
"""How light (of 255) a colour must be for black letters on it."""


def write(out: Path, dataset: Dataset) -> None:
    """Write the articles into the folder ``out``, each under a name of its own."""
    (out / "annotation.conf").write_bytes(_annotation_conf(dataset.labels).encode())
    (out / "visual.conf").write_bytes(_visual_conf(dataset.labels).encode())
    names = FileNames()
    for exported in dataset:
        stem = names.stem(exported.article.name)
        lines = _Lines(exported, dataset.account)
        (out / f"{stem}.txt").write_bytes(exported.article.text.encode())
        (out / f"{stem}.ann").write_bytes("".join(f"{line}\n" for line in lines.all()).encode())
        (out / f"{stem}{DETAILS}").write_bytes(
            as_json(_details(exported), exported.article.name) + b"\n"
        )


def _details(exported: ExportedArticle) -> dict[str, object]:
    """Return what brat has no place for; spans go by their places, which are theirs alone."""
    details = carried(exported)
    if exported.layer.status is not Status.NEW:
        details["spans"] = list(map(_span_details, exported.layer))
    return details


def _span_details(span: Span) -> dict[str, object]:
    details: dict[str, object] = {
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "id": span.id,
        "origin": span.origin,
        "created_at": span.created_at,
        "changed_at": span.changed_at,
    }
    if "\n".join(lines_of(span.note)) != span.note:
        details["note"] = span.note
    return details


class _Lines:
    """The lines of one article's annotations."""

    def __init__(self, exported: ExportedArticle, account: LossAccount) -> None:
        self._exported = exported
        self._account = account
        self._used: Counter[str] = Counter()
        """How many ids of each kind are taken."""

    def all(self) -> Iterator[str]:
        article = self._exported.article
        for span in self._exported.layer:
            pieces = pieces_of(article.text, span.start, span.end)
            if not pieces:
                self._account.change(article, span, LossKind.DROPPED)
                continue
            if (pieces[0][0], pieces[-1][1]) != (span.start, span.end):
                self._account.change(article, span, LossKind.NARROWED)
            elif len(pieces) > 1:
                self._account.change(article, span, LossKind.SPLIT)
            else:
                self._account.write(article, (span,))
            yield from self._span(span, pieces)

    def _span(self, span: Span, pieces: list[tuple[int, int]]) -> Iterator[str]:
        target = self._id("T")
        places = ";".join(f"{start} {end}" for start, end in pieces)
        text = self._exported.article.text
        covered = " ".join(text[start:end] for start, end in pieces)
        yield f"{target}\t{as_type(span.label)} {places}\t{covered}"
        for name, value in _attributes(span):
            yield f"{self._id('A')}\t{name} {target}{value and f' {value}'}"
        if isinstance(span.value, EntryValue):
            entry, name = as_id(span.value.entry), as_value(span.value.name)
            yield f"{self._id('N')}\t{REFERENCE} {target} {REGISTRY}:{entry}\t{name}"
        if span.note:
            for line in lines_of(span.note):
                yield f"{self._id('#')}\t{NOTE} {target}\t{line}"

    def _id(self, kind: str) -> str:
        self._used[kind] += 1
        return f"{kind}{self._used[kind]}"


def _attributes(span: Span) -> Iterator[tuple[str, str]]:
    """Yield the attributes of a span; those that are just there have no value."""
    if span.value is not None and not isinstance(span.value, EntryValue):
        for key, value in value_to_json(span.value).items():
            written = as_value(value) if isinstance(value, str) else json.dumps(value)
            yield _ATTRIBUTES[key], written
    if span.proposed:
        yield PROPOSED, ""
    if span.unsure:
        yield UNSURE, ""


def _annotation_conf(labels: LabelSet) -> str:
    """Return what can be marked; attributes with any value are shown by brat without a word."""
    return "\n".join(
        (
            "[entities]",
            *(as_type(label.name) for label in labels),
            "[relations]",
            "[events]",
            "[attributes]",
            f"{UNSURE}\tArg:<ENTITY>",
            f"{PROPOSED}\tArg:<ENTITY>",
            f"Modifier\tArg:<ENTITY>, Value:{'|'.join(Modifier)}",
            "",
        )
    )


def _visual_conf(labels: LabelSet) -> str:
    """Return what types are called and how they look; one that is spelt is told with its name."""
    lines = ["[labels]"]
    for label in labels:
        type_name = as_type(label.name)
        called = [type_name, label.shown_en.replace("|", "/"), label.name]
        lines.append(" | ".join(called if type_name != label.name else called[:2]))
    lines.append("[drawing]")
    lines += (
        f"{as_type(label.name)}\tbgColor:{label.colour}, fgColor:{_ink_on(label.colour)}"
        for label in labels
    )
    return "\n".join((*lines, ""))


def _ink_on(colour: str) -> str:
    red, green, blue = bytes.fromhex(colour[1:])
    light = (299 * red + 587 * green + 114 * blue) / 1000  # as BT.601 weighs them
    return "black" if light > _DARKEST_BEHIND_BLACK else "white"
