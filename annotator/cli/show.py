"""An article with its spans, in a terminal."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import bidi_text
from annotator.cli.opening import opened, project_argument
from annotator.cli.output import counted, one_line, piece, printable, say
from annotator.cli.value_text import value_text

if TYPE_CHECKING:
    from annotator.core.format import ExportedArticle
    from annotator.core.labels import LabelSet
    from annotator.core.model import Article, Span

_NARROWEST, _WIDEST = 20, 1000
_WHITE = (255, 255, 255)


@click.command(epilog="\b\nExample:\n  annotator show north.db 2026-02-24-convoy.txt --layer amal")
@project_argument
@click.argument("article")
@click.option(
    "--layer",
    metavar="gold|AUTHOR",
    help="Whose spans; gold, unless only one author has any.",
)
@click.option("--bidi", is_flag=True, help="For terminals that do no bidi and joining themselves.")
def show(project: Path, article: str, layer: str | None, bidi: bool) -> None:
    """Print an article with its spans.

    ARTICLE is its name, or its title if no other has it.  After each paragraph come the spans that
    start in it; positions count characters (code points) from 0.
    """
    from annotator.workflow.datasets.exported import exported_article

    with opened(project, writable=False) as open_project, open_project.reading():
        found = exported_article(open_project, article, layer)
        labels = open_project.labels.load()
    page = _Page(bidi, min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST))
    for line in _head(page, found):
        say(line)
    for line in _body(page, found, labels):
        say(line)


@dataclass(frozen=True, slots=True)
class _Page:
    """How text is put on the screen: as it is, or as a terminal without bidi needs it."""

    bidi: bool
    width: int

    def paragraph(self, text: str, article: "Article") -> list[str]:
        """Return the lines of a paragraph of the article."""
        text = printable(text)
        return bidi_text.visual_lines(text, self.width, _base(article)) if self.bidi else [text]

    def quote(self, text: str, article: "Article") -> str:
        """Return a piece of the article for a line in English."""
        return bidi_text.visual(one_line(text), _base(article)) if self.bidi else piece(text)

    def piece(self, text: str) -> str:
        """Return ``text`` for a line in English."""
        return bidi_text.visual(one_line(text)) if self.bidi else piece(text)


def _base(article: "Article") -> str | None:
    return {"rtl": "R", "ltr": "L"}.get(article.direction.value)


def _head(page: _Page, found: "ExportedArticle") -> Iterator[str]:
    from annotator.core.model import GOLD

    article, layer = found.article, found.layer
    for line in page.paragraph(article.title.replace("\n", " "), article):
        yield click.style(line, bold=True)
    yield page.piece(article.name)
    yield f"published {page.piece(article.published)}" if article.published else "not dated"
    whose = "gold" if layer.author == GOLD else f"the layer of {page.piece(layer.author)}"
    state = "ready" if found.ready else "not ready"
    if layer.author != GOLD:
        state = layer.status.value
    yield f"{whose}, {state}, {counted(len(layer.spans), 'span')}"


def _body(page: _Page, found: "ExportedArticle", labels: "LabelSet") -> Iterator[str]:
    """Yield the paragraphs, each with the spans that start in it; blank ones are left out."""
    spans = list(reversed(found.layer.spans))
    width = max((bidi_text.cells(page.piece(span.label)) for span in spans), default=0)
    last = bidi_text.cells(f"{len(found.article.text)}") * 2 + 1
    end = -1
    for text in found.article.text.split("\n"):
        end += len(text) + 1
        starting = []
        while spans and spans[-1].start <= end:
            starting.append(spans.pop())
        if text.strip() or starting:
            yield ""
            yield from page.paragraph(text, found.article)
        for span in starting:
            label = page.piece(span.label)
            indent = " " * (width - bidi_text.cells(label))
            place = f"{span.start}–{span.end}"
            said = _said(page, span, found.article)
            yield f"  {_coloured(label, span, labels)}{indent} {place:>{last}}  {said}"


def _coloured(shown: str, span: "Span", labels: "LabelSet") -> str:
    if span.label not in labels:
        return shown
    code = labels[span.label].colour.removeprefix("#")
    red, green, blue = (int(code[at : at + 2], 16) for at in (0, 2, 4))
    return click.style(shown, fg=_WHITE, bg=(red, green, blue))


def _said(page: _Page, span: "Span", article: "Article") -> str:
    """Return the quote of a span and what its author says of it."""
    said = page.quote(span.quote, article)
    if span.value is not None:
        said += f" = {value_text(span.value, page.piece)}" + " (proposed)" * span.proposed
    if span.unsure:
        said += ", not sure"
    if span.note:
        said += f", note: {page.piece(span.note)}"
    return said
