"""Finds the article of a page, in whatever encoding the page says that it is."""

import codecs
from collections.abc import Iterator
from contextlib import suppress
from itertools import accumulate
from pathlib import Path

import regex
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from annotator.core.decoding import decode
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, InvalidText, unreadable
from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.core.text import published_in
from annotator.formats.web_page.details import Details
from annotator.formats.web_page.elements import Element, children, elements_by_name
from annotator.formats.web_page.encodings import codec_of

_LONGEST = 16 << 20
"""How many bytes a page may have; one of a newspaper has a hundredth of it."""
_DEEPEST = 500
"""How deep elements may lie in one another; browsers follow no further."""
_AROUND = (
    *("header", "nav", "footer", "aside", "button", "form", "figure figcaption .credit"),
    *(".share", ".sharing", ".social", ".social-links", ".social-share", ".share-buttons"),
    *(".related", ".related-posts", ".read-more", ".breadcrumb", ".tags", ".newsletter"),
    *(".ad", ".ads", ".advert", ".advertisement", ".comments", "#comments"),
)
"""What on a page is not of the article."""
_HEAD = 4096
_CHARSET = regex.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*+=\s*+["']?+\s*+([\w.:-]{1,40})""")
_PAGE = regex.compile(
    rb"(?i)\A(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*>\s*+)?(?><!--(?s:.*?)-->\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body)\b"
)
_TAG = regex.compile(
    r"(?i)<(/?)(?:div|span|section|article|main|blockquote|ul|ol|table|tbody|font|center|b|i|a"
    r"|em|strong|small|big|u|s|svg|g)\b"
)
_SPACES = regex.compile(r"[ \t]*\t[ \t]*")


def recognise(path: Path, head: bytes) -> bool:
    """Tell by the first element."""
    return bool(_PAGE.match(head))


def read(path: Path, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    """Yield the article that the page is about."""
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST + 1)
        yield _article(path, data)
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))
    except AnnotatorError as error:
        yield Refused(path, None, error)


def _article(path: Path, data: bytes) -> ArticleRecord:
    if len(data) > _LONGEST:
        raise InvalidText(
            QT_TRANSLATE_NOOP("errors", "The page has more than {most} megabytes."),
            most=_LONGEST >> 20,
        )
    source = _decoded(data).removeprefix("\ufeff")
    _refuse_deep(source)
    tree = HTMLTree.parse(source)
    elements = elements_by_name(tree)
    details = Details(tree.title, elements)
    for one in (*elements["ul"], *elements["ol"]):
        _free(tree, one)
    text = _text(tree)
    if not text:
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no text of an article on the page. Copy it into a text file by hand.",
            )
        )
    return ArticleRecord(
        path=path,
        line=None,
        text=text,
        title=details.title,
        outlet=details.outlet,
        url=details.url,
        published=details.published or published_in(path.name),
    )


def _decoded(data: bytes) -> str:
    """Return the page in the encoding that it tells, if it is readable in that."""
    told = _CHARSET.search(data[:_HEAD])
    if told and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        codec = codec_of(told[1].decode("ascii", "replace"))
        if codec is not None:
            with suppress(UnicodeDecodeError):
                return data.decode(codec)
    return decode(data)


def _refuse_deep(source: str) -> None:
    """Refuse what would take minutes: time grows with the square of the depth."""
    steps = (-1 if tag[1] else 1 for tag in _TAG.finditer(source))
    if max(accumulate(steps), default=0) > _DEEPEST:
        raise InvalidText(
            QT_TRANSLATE_NOOP("errors", "The elements of the page are nested too deep.")
        )


def _free(tree: HTMLTree, one: Element) -> None:
    """Make paragraphs of a list that is none of links: such are taken for navigation."""
    points = [child for child in children(one) if child.tag == "li"]
    if not points or one.parent is None or _is_link(points[0]):
        return
    for point in points:
        paragraph: Element = tree.create_element("p")
        for node in children(point):
            paragraph.append_child(node)
        one.parent.insert_before(paragraph, one)
    one.decompose()


def _is_link(point: Element) -> bool:
    link = point.first_element_child
    return link is not None and link.tag == "a" and 2 * len(link.text) >= len(point.text)


def _text(tree: HTMLTree) -> str:
    found = extract_plain_text(
        tree,
        main_content=True,
        list_bullets=False,
        alt_texts=False,
        comments=False,
        post_meta=False,
        skip_elements=_AROUND,
    )
    lines = (_SPACES.sub("\t", line.strip(" \t\r")) for line in found.split("\n"))
    return "\n".join(filter(None, lines))
