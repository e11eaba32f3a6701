"""What came back in packs and had been changed here too, in a table: all that was said of each."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from annotator.core.behind import Behind, Disputed, Passage
from annotator.core.labels import LabelSet
from annotator.core.merging import Clash, ClashKind, ToldClash
from annotator.core.model import Status
from annotator.core.values import value_from_json
from annotator.gui.wording.value_text import short_value
from annotator.reports.parts import Note, Row, Rows, Section, Table
from annotator.reports.shown import name, named, said
from annotator.reports.words import Words, status_name


class ClashSection(QObject):
    """Tells of clashes in plain words; a QObject because its texts are translated by ``tr()``."""

    def __init__(self, labels: LabelSet, words: Words) -> None:
        super().__init__()
        self._labels = labels
        self._words = words

    def of(self, clashes: Sequence[ToldClash]) -> Iterator[Section]:
        """Yield the section of ``clashes``; none where there are no clashes."""
        if not clashes:
            return
        told = self.tr(
            "%n thing(s) were changed in two places before work came back in packs. Nothing is"
            " lost; look at each, and put right what has to be.",
            "",
            len(clashes),
        )
        parts = Note("clashes note", told, is_warning=True), self._table(clashes)
        yield Section("clashes", self.tr("Changed in two places"), parts)

    def _table(self, clashes: Sequence[ToldClash]) -> Table:
        return Table(
            name="clashesTable",
            title=self.tr("Changed in two places"),
            about=self.tr(
                "Of a span that both changed, the later version is the span and the other stands"
                " beside it; what one changed and the other removed stays; a status that both"
                " changed is “in progress” again; of the details of an article, those of the"
                " project stay."
            ),
            head=(
                self.tr("Article"),
                self.tr("Author"),
                self.tr("What"),
                self.tr("One version"),
                self.tr("The other"),
            ),
            rows=Rows([(told,) for told in clashes], self._row),
        )

    def _row(self, of: tuple[ToldClash]) -> Row:
        (told,) = of
        first, *others = self._versions(told.clash)
        behind = _place_of(told)
        article = named(told.article, behind) if told.article else said(self.tr("the registry"))
        author = named(told.author) if told.author else said(self._words.say("dash"))
        # Of a status, “in progress” is not told, nor is what both said alike.
        rest = self.tr("; ").join(others) or self.tr("changed too")
        return article, author, said(self._what(told.clash)), said(first), said(rest)

    def _what(self, clash: Clash) -> str:
        """Say what was changed in two places."""
        match clash.kind:
            case ClashKind.SPAN if "null" in clash.versions:
                return self.tr("A span: changed and removed")
            case ClashKind.SPAN:
                return self.tr("A span: changed twice")
            case ClashKind.PLACE:
                return self.tr("A span: added twice")
            case ClashKind.STATUS:
                return self.tr("The status")
            case ClashKind.DETAILS:
                return self._detail(clash.what)
            case ClashKind.NAME:
                return self.tr("One name of two entries")

    def _detail(self, field: str) -> str:
        return {
            "title": self.tr("The title of the article"),
            "outlet": self.tr("The outlet of the article"),
            "url": self.tr("The address of the article"),
            "published": self.tr("The day of publication"),
            "direction": self.tr("The direction of the article"),
            "note": self.tr("The note on the article"),
        }.get(field, self.tr("The metadata of the article"))

    # -- what was said

    def _versions(self, clash: Clash) -> list[str]:
        """Say each version; those that read alike are told apart by all that is behind them."""
        versions = [json.loads(version) for version in clash.versions]
        told = [self._version(clash.kind, version) for version in versions]
        alike = {one for one in told if told.count(one) > 1}
        return [
            f"{one} {_place_told(version)}".rstrip() if one in alike else one
            for one, version in zip(told, versions, strict=True)
        ]

    def _version(self, kind: ClashKind, version: Any) -> str:
        match kind, version:
            case ClashKind.SPAN | ClashKind.PLACE, None:
                return self.tr("removed")
            case ClashKind.SPAN | ClashKind.PLACE, span:
                return self._span(span)
            case ClashKind.STATUS, state:
                status = status_name(Status(state["status"]), self._words)
                return f"{status} · {name(state['reason'])}" if state["reason"] else status
            case ClashKind.NAME, entry:
                return name(entry["name"])
            case _, detail:
                return name(str(detail)) if detail else self.tr("nothing")

    def _span(self, span: Mapping[str, Any]) -> str:
        label = span["label"]
        if label in self._labels:
            label = self._labels[label].shown(self._words.language)
        value = short_value(value_from_json(span["value"]))
        is_proposed = value and span["proposed"]
        parts = [
            f"{name(label)} {name('«{quote}»'.format(**span))}",
            self.tr("{value} (proposed)").format(value=value) if is_proposed else value,
            name(span["note"]) if span["note"] else "",
            self.tr("not sure") if span["unsure"] else "",
        ]
        return " · ".join(filter(None, parts))


def _place_told(version: Any) -> str:
    """Return where a span stands that reads like another one."""
    is_span = isinstance(version, dict) and "start" in version
    return f"(\u2066{version['start']}–{version['end']}\u2069)" if is_span else ""


def _place_of(told: ToldClash) -> Behind:
    """Return where one looks at a clash: its first span beside those of others, or the article."""
    if told.clash.kind in (ClashKind.SPAN, ClashKind.PLACE):
        span = next(filter(None, map(json.loads, told.clash.versions)))
        return Disputed(told.article, span["start"], span["end"])
    return Passage(told.article, 0, 1)
