"""Reads XMI and type systems, which are XML: whole, and never what a document type would add.

An attribute may be as long as the file; the file may not be endless.
"""

from typing import Any, BinaryIO

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle
from annotator.core.limits import LARGEST, too_large
from annotator.formats.cas import types
from annotator.formats.cas.structures import PASSED_OVER, Sofa, Structure, Structures

_CHUNK = 1 << 18
_HEAD = 1 << 16
# What may stand before the root; a document type is no part of it, nor of what comes after.
_PLAIN_START = regex.compile(
    rb"(?s)(?:\xef\xbb\xbf)?+(?:<\?xml(?P<said>[^>]*?)\?>)?+(?:\s++|<!--.*?-->|<\?.*?\?>)*+<[\w:.-]+"
)
_ENCODING = regex.compile(rb"""encoding\s*=\s*["']([^"']*)""")
_ID = "{http://www.omg.org/XMI}id"
_NAMESPACE = regex.compile(r"\{http:///(?P<path>[^{}]*)\.ecore\}(?P<name>\w+)")
_WORD = regex.compile(r"\S++")
_NUMBER = regex.compile(r"-?[0-9]{1,18}")
_NO_PACKAGE = "uima.noNamespace."
_DEEPEST = 2000


def structures_in(file: BinaryIO) -> Structures:
    """Return what stands in an XMI file.

    Raises:
        InvalidArticle: if it is none.
    """
    target = _Xmi()
    _parse(file, target)
    return target.structures


def ranges_in(file: BinaryIO) -> dict[str, dict[str, str]]:
    """Return by type and feature of which type its values are, as a type system tells.

    A damaged one tells nothing: XMI is read without as well.
    """
    target = _Types()
    try:
        _parse(file, target)
    except InvalidArticle:
        return {}
    return target.ranges


def _parse(file: BinaryIO, target: object) -> None:
    from lxml import etree

    head = file.read(_HEAD)
    _refuse_other_starts(head)
    # Where no document type is, there are no entities but those of XML itself.
    parser = etree.XMLParser(target=target, no_network=True, huge_tree=True)
    size = 0
    try:
        while head:
            size += len(head)
            if size > LARGEST:
                raise too_large()
            parser.feed(head)
            head = file.read(_CHUNK)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "It is not XML: {why}."), why=error.msg
        ) from error


def _refuse_other_starts(head: bytes) -> None:
    start = _PLAIN_START.match(head)
    encoding = _ENCODING.search(start["said"] or b"") if start else None
    if not start or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP(
                "errors",
                "It is no XMI in UTF-8, or begins with a document type, which is not read.",
            )
        )


class _Xmi:
    """Takes in the elements of an XMI file as they come."""

    def __init__(self) -> None:
        self.structures = Structures()
        self._depth = 0
        self._open: Structure | None = None
        self._feature = ""
        self._text: list[str] = []
        self._members: list[tuple[int, str]] = []
        """By text, the ids of what is in use on it, as the file gives them: there may be many."""

    def start(self, tag: str, attributes: Any) -> None:
        self._depth += 1
        if self._depth == 2:
            self._open = self._begun(tag, dict(attributes))
        elif self._depth == 3:
            self._feature, self._text = tag, []
        elif self._depth > _DEEPEST:
            raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "Its elements are nested too deep."))

    def data(self, text: str) -> None:
        if self._depth == 3:
            self._text.append(text)

    def end(self, tag: str) -> None:
        if self._depth == 3 and self._open:
            values = self._open.features.setdefault(self._feature, [])
            if isinstance(values, list):
                values.append("".join(self._text))
        self._depth -= 1

    def close(self) -> None:
        """Take note of what is in use, of what was kept; the structures are asked for."""
        kept = {one.id for one in self.structures.found}
        for sofa, ids in self._members:
            used = (_whole(match[0]) for match in _WORD.finditer(ids))
            self.structures.members.setdefault(sofa, set()).update(kept.intersection(used))

    def _begun(self, tag: str, attributes: dict[str, str]) -> Structure | None:
        name = _type_of(tag)
        if name == types.VIEW:
            self._members.append((_number(attributes, "sofa"), attributes.get("members", "")))
        elif name == types.SOFA:
            id = _number(attributes, _ID)
            text = attributes.get("sofaString")
            self.structures.sofas[id] = Sofa(id, attributes.get("sofaID", ""), text)
        elif name and name not in PASSED_OVER and _ID in attributes:
            structure = Structure(_whole(attributes.pop(_ID)), name, {**attributes})
            self.structures.keep(structure)
            return structure
        return None


def _type_of(tag: str) -> str:
    match = _NAMESPACE.fullmatch(tag)
    if not match:
        return ""
    name = f"{match['path'].replace('/', '.')}.{match['name']}"
    return name.removeprefix(_NO_PACKAGE)


def _number(attributes: dict[str, str], key: str) -> int:
    return _whole(attributes.get(key, ""))


def _whole(written: str) -> int:
    if not _NUMBER.fullmatch(written):
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{value}” stands where a whole number must."),
            value=written,
        )
    return int(written)


class _Types:
    """Takes in the elements of a type system as they come."""

    def __init__(self) -> None:
        self.ranges: dict[str, dict[str, str]] = {}
        self._path: list[str] = []
        self._said: dict[str, str] = {}
        self._type = ""

    def start(self, tag: str, attributes: Any) -> None:
        self._path.append(tag.rpartition("}")[2])
        if len(self._path) > _DEEPEST:
            raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "Its elements are nested too deep."))
        if self._path[-1] == "featureDescription":
            self._said = {}

    def data(self, text: str) -> None:
        name = self._path[-1]
        if name in ("name", "rangeTypeName"):
            self._said[name] = self._said.get(name, "") + text

    def end(self, tag: str) -> None:
        name = self._path.pop()
        parent = self._path[-1] if self._path else ""
        if name == "name" and parent == "typeDescription":
            self._type = self._said.pop("name", "").strip()
            self.ranges[self._type] = {}
        elif name == "featureDescription" and self._type:
            feature = self._said.get("name", "").strip()
            self.ranges[self._type][feature] = self._said.get("rangeTypeName", "").strip()

    def close(self) -> None:
        """Return nothing: the ranges are asked for."""
