"""The page that says how spans are drawn: Markdown whose first line names its version.

It may come from anywhere: its size is limited, and what shows it loads nothing from elsewhere.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidText
from annotator.core.labels import Label
from annotator.core.text import clean_text

MOST_LETTERS = 200_000
_LONGEST_VERSION = 40
_DEEPEST = 20
_VERSION = regex.compile(r"\s*<!--\s*version:\s*(?P<version>.*?)\s*-->[ \t]*(?:\n|$)", regex.I)
_NESTING = regex.compile(r"^[ \t]*(?:(?:>|[-+*]|[0-9]{1,9}[.)])[ \t]*)+", regex.M)
_STRONG = regex.compile(r"\p{Bidi_Class=L}|(?<rtl>[\p{Bidi_Class=R}\p{Bidi_Class=AL}])")
_HEADING = regex.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", regex.M)
_MARKUP = regex.compile(r"[*_`\[\]<>]")
_SENTENCE = regex.compile(r".+?[.!?؟](?=\s|$)|.+")
_NAMES = regex.compile(r"\s*[—–:/|]\s*|\s+-\s+")


@dataclass(frozen=True, slots=True)
class Guidelines:
    """A page of guidelines and the version that is stamped on layers finished under it."""

    text: str
    """Markdown, without the line that names the version."""
    version: str
    is_own: bool = False
    """Whether the project brought it; else it came with the program."""

    @property
    def is_rtl(self) -> bool:
        """Whether the page runs from the right: its first letter does."""
        first = _STRONG.search(self.text)
        return first is not None and first["rtl"] is not None


def read_guidelines(raw: str) -> tuple[str, str | None]:
    """Return the Markdown in ``raw``, cleaned, and the version that its first line names, if any.

    Raises:
        InvalidText: if it holds nothing to read, or more than a page that is read beside work.
    """
    text = clean_text(raw).text
    found = _VERSION.match(text)
    version = found["version"] if found else None
    text = text[found.end() :] if found else text
    if not text.strip():
        raise InvalidText(QT_TRANSLATE_NOOP("errors", "There is nothing in these guidelines."))
    if len(text) > MOST_LETTERS:
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors", "The guidelines are too long: {most} letters are the most, not {found}."
            ),
            most=f"{MOST_LETTERS:,}",
            found=f"{len(text):,}",
        )
    if _is_deep(text):
        raise InvalidText(
            QT_TRANSLATE_NOOP("errors", "The guidelines are nested too deep to be shown.")
        )
    return text, version or None


def refuse_version(version: str) -> None:
    """Refuse a version that cannot be stamped on layers.

    Raises:
        InvalidText: if it is empty, too long or cannot be shown.
    """
    if (
        not version.strip()
        or version != version.strip()
        or len(version) > _LONGEST_VERSION
        or any(unicodedata.category(character)[0] == "C" for character in version)
    ):
        raise InvalidText(
            QT_TRANSLATE_NOOP(
                "errors",
                "A version of guidelines has 1 to 40 letters and no space around it, such as 2 or"
                " 2026-03.",
            )
        )


def heading_of(label: Label, headings: list[str]) -> int | None:
    """Return which of ``headings`` is about ``label``: it is one of the names it is made of."""
    names = {name.casefold() for name in (label.name, label.shown_en, label.shown_ar)}
    for number, heading in enumerate(headings):
        if names & {part.strip().casefold() for part in (heading, *_NAMES.split(heading))}:
            return number
    return None


def line_about(label: Label, text: str) -> str:
    """Return the sentence that guidelines begin with on ``label``; empty if they have none."""
    sections = _HEADING.split(text)
    number = heading_of(label, sections[1::2])
    if number is None:
        return ""
    paragraphs = regex.split(r"\n\s*\n", sections[2 * number + 2].strip())
    plain = _MARKUP.sub("", " ".join(paragraphs[0].split()))
    is_text = not paragraphs[0].startswith(("|", "#", "```", "~~~"))
    return _SENTENCE.match(plain)[0] if is_text and plain else ""


def mirrored_tables(text: str) -> str:
    """Return Markdown with the cells of its tables in the opposite order.

    Qt lays tables out from the left, also where the text runs from the right.
    """
    lines = text.split("\n")
    is_code = False
    for at, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            is_code = not is_code
        elif not is_code and line.strip().startswith("|"):
            lines[at] = _mirrored(line)
    return "\n".join(lines)


def _mirrored(row: str) -> str:
    bars = [0, *(match.end() for match in regex.finditer(r"(?<!\\)\|", row.strip())), None]
    cells = [row.strip()[one:other] for one, other in pairwise(bars)]
    inner = [cell.rstrip("|") for cell in cells[1:] if cell]
    return "|" + "|".join(reversed(inner)) + "|"


def _is_deep(text: str) -> bool:
    """Tell whether lists or quotations are nested so deep that showing them would not end."""
    marks = (regex.sub(r"[\s0-9]", "", match[0]) for match in _NESTING.finditer(text))
    return any(len(found) > _DEEPEST for found in marks)
