"""What a person looks for in a text, and where it stands.

Stretches count code points, end exclusive; they hold whole letters and never overlap.
"""

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.language import Folded, Language, Stretch
from annotator.core.patterns import find_pattern
from annotator.core.query import as_one

MOST_MATCHES = 5_000
"""How many hits of a regular expression are found: ``.`` would hit every letter."""


class Mode(StrEnum):
    """How words are looked for."""

    ANYWHERE = "anywhere"
    WHOLE_WORDS = "whole words"
    """As words of their own; clitics may be written to them and stay outside the hit."""
    PATTERN = "pattern"
    """As a regular expression, on the text as it is written."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; spelling does not count but in a pattern."""

    words: str
    mode: Mode = Mode.ANYWHERE

    def hits(self, folded: Folded, language: Language) -> list[Stretch]:
        """Return where it stands in the source of ``folded``, in order.

        Raises:
            InvalidPattern: if it is a pattern with which nothing can be found.
        """
        if self.mode is Mode.PATTERN:
            return find_pattern(self.words, folded.source_text, MOST_MATCHES) if self.words else []
        name = as_one(language.fold(self.words))
        if self.mode is Mode.WHOLE_WORDS:
            return list(language.find_words(folded, (name,)))
        return list(folded.find_all(name))
