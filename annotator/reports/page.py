"""A report as one page to send to somebody: style and pictures in it, no script, no network.

Pictures are drawn twice, for light and for dark screens; a browser shows the one that fits.
"""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import Final

from annotator.core.overview import Overview
from annotator.core.progress import Progress
from annotator.reports.drawing import draw
from annotator.reports.looks import DARK, LIGHT, Look
from annotator.reports.page_style import STYLE
from annotator.reports.parts import Cell, Chart, Note, Part, Section, Table
from annotator.reports.sections import agreement_sections, progress_sections
from annotator.reports.shown import name
from annotator.reports.words import Words

_LONG: Final = 40
"""A table with more rows is folded; who wants to read it opens it."""
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page(overview: Overview, words: Words, progress: Progress, *, is_blind: bool) -> Iterator[str]:
    """Yield the page, piece by piece; the same figures make the same page.

    ``is_blind`` says that the names of authors are letters already.
    """
    light, dark = (_sections(overview, words, look) for look in (LIGHT, DARK))
    direction = "rtl" if words.is_rtl else "ltr"
    title = words.say("report", project=name(overview.project))
    yield (
        f'<!DOCTYPE html>\n<html lang="{words.language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(_day(overview, words))}</p>\n"
    )
    if is_blind:
        yield f"<p>{escape(words.say('blind'))}</p>\n"
    for done, (section, shaded) in enumerate(zip(light, dark, strict=True), start=1):
        yield from _section(section, shaded, words)
        progress.advance(done, len(light))
    yield "</main>\n</body>\n</html>\n"


def _sections(overview: Overview, words: Words, look: Look) -> list[Section]:
    return [
        *progress_sections(overview, words, look),
        *agreement_sections(overview, words, look),
    ]


def _day(overview: Overview, words: Words) -> str:
    if not overview.as_of:
        return words.say("nothing done")
    return words.say("as of", day=f"\u2066{overview.as_of}\u2069")


def _section(section: Section, shaded: Section, words: Words) -> Iterator[str]:
    yield f'<section id="{section.name.replace(" ", "-")}">\n<h2>{escape(section.title)}</h2>\n'
    for part, dark in zip(section.parts, shaded.parts, strict=True):
        yield from _part(part, dark, words, section.title)
    yield "</section>\n"


def _part(part: Part, dark: Part, words: Words, title: str) -> Iterator[str]:
    match part:
        case Note(text=text, is_warning=is_warning):
            kind = ' class="warning" role="note"' if is_warning else ""
            yield f"<p{kind}>{escape(text)}</p>\n"
        case Chart():
            assert isinstance(dark, Chart)
            yield _picture(part, dark, words, "" if part.title == title else part.title)
        case Table():
            yield from _table(part, words.say("dash"))


def _picture(chart: Chart, dark: Chart, words: Words, caption: str) -> str:
    bright, shaded = draw(chart, words, LIGHT, "svg"), draw(dark, words, DARK, "svg")
    told = ". ".join(bar.told for bar in bright.bars)
    above = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return (
        f'<figure>{above}<picture><source media="(prefers-color-scheme: dark)"'
        f' srcset="{_data(shaded.data)}"><img src="{_data(bright.data)}"'
        f' width="{bright.width}" height="{bright.height}"'
        f' alt="{escape(f"{chart.title}. {told}")}"></picture></figure>\n'
    )


def _data(svg: bytes) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg).decode()}"


def _table(table: Table, dash: str) -> Iterator[str]:
    if not table.rows:
        yield f"<p>{escape(table.if_empty)}</p>\n"
        return
    is_long = len(table.rows) > _LONG
    if is_long:
        yield f"<details><summary>{escape(table.title)} ({len(table.rows):,})</summary>\n"
    rows = tuple(table.rows)
    kinds = (_kind(cell) for cell in rows[0])
    head = "".join(
        f'<th scope="col"{kind}>{escape(one)}</th>'
        for one, kind in zip(table.head, kinds, strict=True)
    )
    yield f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n'
    for first, *others in rows:
        yield f"<tr>{_head(first)}{''.join(map(_cell, others))}</tr>\n"
    yield "</tbody>\n</table></div>\n"
    if is_long:
        yield "</details>\n"
    yield f'<p class="about">{escape(table.about)}</p>\n'
    cells = (cell for row in rows for cell in row if dash in (cell.text, cell.within))
    for why in dict.fromkeys(cell.tip for cell in cells):
        yield f'<p class="about">{escape(f"{dash} {why}")}</p>\n'


def _head(cell: Cell) -> str:
    dot = f'<i style="background:{cell.colour}"></i>' if cell.colour else ""
    return f'<th scope="row">{dot}{escape(cell.text)}</th>'


def _cell(cell: Cell) -> str:
    tip = f' title="{escape(cell.tip)}"' if cell.tip else ""
    within = f"<small>{escape(cell.within)}</small>" if cell.within else ""
    return f"<td{_kind(cell)}{tip}>{escape(cell.text)}{within}</td>"


def _kind(cell: Cell) -> str:
    return ' class="number"' if cell.is_number else ""
