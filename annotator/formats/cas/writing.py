"""Writes a folder: a CAS an article, by the library of INCEpTION's makers.

It holds one article at a time, but that with some 700 bytes a letter, and its time grows with the
square of the tokens: nothing for news, half a minute for an article of a million letters.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import regex

from annotator.core.file_names import FileNames
from annotator.core.format import Dataset, ExportedArticle
from annotator.core.json_records import carried
from annotator.core.language import Language
from annotator.core.limits import refuse_longer, refuse_unreadable
from annotator.core.model import Span
from annotator.core.sentences import uncut
from annotator.core.tokens import Tokenizer
from annotator.core.values import EntryValue
from annotator.formats.cas import types

_LONGEST = 1_000_000
"""Letters: for so many the library takes 700 MB, and half a minute."""
_NO_XML = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

Save = Callable[[Any, Path], object]


def write_xmi(out: Path, dataset: Dataset) -> None:
    """Write each article as XMI, and the types beside them."""
    type_system = types.type_system()
    type_system.to_xml(out / "TypeSystem.xml")
    _write(out, dataset, type_system, ".xmi", lambda cas, path: cas.to_xmi(path), is_xml=True)


def write_json(out: Path, dataset: Dataset) -> None:
    """Write each article as JSON, which holds the types as well."""

    def save(cas: Any, path: Path) -> None:
        path.write_text(cas.to_json(pretty_print=False), "utf-8", newline="\n")

    _write(out, dataset, types.type_system(), ".json", save, is_xml=False)


def _write(
    out: Path, dataset: Dataset, type_system: Any, suffix: str, save: Save, *, is_xml: bool
) -> None:
    names = FileNames()
    making = _Making(type_system, dataset.language, is_xml=is_xml)
    for exported in dataset:
        article = exported.article
        refuse_longer(article.name, len(article.text), _LONGEST)
        path = out / f"{names.stem(article.name)}{suffix}"
        save(making.cas(exported), path)
        refuse_unreadable(path.stat().st_size, article.name)
        dataset.account.write(article, exported.layer)


class _Making:
    """Makes the CAS of one article after the other."""

    def __init__(self, type_system: Any, language: Language, *, is_xml: bool) -> None:
        self._types = type_system
        self._language = language
        self._tokenizer = Tokenizer(language)
        self._is_xml = is_xml
        self._token = type_system.get_type(types.TOKEN)
        self._sentence = type_system.get_type(types.SENTENCE)
        self._entity = type_system.get_type(types.ENTITY)
        self._metadata = type_system.get_type(types.METADATA)
        self._field = type_system.get_type(types.FIELD)

    def cas(self, exported: ExportedArticle) -> Any:
        """Return the CAS of an article; the library counts in UTF-16 when it is saved."""
        from cassis import Cas

        article, layer = exported.article, exported.layer
        text = article.text
        cas = Cas(self._types, sofa_string=self._storable(text), sofa_mime="text/plain")
        title, id = self._storable(article.name), self._storable(article.id)
        cas.add(self._metadata(begin=0, end=len(text), documentTitle=title, documentId=id))
        cas.add(self._own_field(types.ARTICLE_KEY, carried(exported), 0, len(text)))
        if replaced := self._replaced(text):
            cas.add(self._own_field(types.REPLACED_KEY, replaced, 0, len(text)))
        runs = [(span.start, span.end) for span in layer]
        for start, end in uncut(self._language.sentences(text), runs):
            cas.add(self._sentence(begin=start, end=end))
        for start, end in self._tokenizer.with_signs(text):
            cas.add(self._token(begin=start, end=end))
        for span in layer:
            cas.add_all(self._marked(span))
        return cas

    def _marked(self, span: Span) -> Iterator[Any]:
        entry = self._storable(span.value.entry) if isinstance(span.value, EntryValue) else None
        yield self._entity(begin=span.start, end=span.end, value=span.label, identifier=entry)
        yield self._own_field(types.SPAN_KEY, span.to_json(), span.start, span.end)

    def _own_field(self, key: str, value: object, start: int, end: int) -> Any:
        written = _encode(value)
        if self._is_xml:
            # What JSON does not escape by itself, it may as well.
            written = _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
        return self._field(begin=start, end=end, key=key, value=written)

    def _storable(self, text: str) -> str:
        """Return ``text`` as the file can hold it, with no character more or less."""
        return _NO_XML.sub(_REPLACEMENT, text) if self._is_xml else text

    def _replaced(self, text: str) -> list[list[int]]:
        """Return where characters stand that ``_storable`` has put another for, and which."""
        if not self._is_xml:
            return []
        return [[match.start(), ord(match[0])] for match in _NO_XML.finditer(text)]
