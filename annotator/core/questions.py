"""Questions to the lead, on an article or a stretch of it, and their answers.

They are letters, not edits: none is undone.  An author can withdraw one that has no answer yet.
"""

from dataclasses import dataclass

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidText
from annotator.core.text import is_storable

_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Question:
    """What an author asks of an article, and what a lead answered."""

    id: str
    article_id: str
    author: str
    start: int | None
    end: int | None
    """The stretch in code points, end exclusive; ``None`` for the whole article."""
    quote: str
    question: str
    asked_at: str
    answer: str = ""
    answered_by: str | None = None
    answered_at: str | None = None
    seen: bool = False
    """Whether the author has seen the answer."""
    article: str = ""
    """The name of the article."""
    title: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return not self.answer

    @property
    def stretch(self) -> tuple[int, int] | None:
        """The stretch that it is about, if it is not about the whole article."""
        return None if self.start is None or self.end is None else (self.start, self.end)


def letter(text: str) -> str:
    """Return what somebody wrote as it can be kept.

    Raises:
        InvalidText: if there is nothing in it, or too much.
    """
    text = text.strip()
    if not text:
        raise InvalidText(QT_TRANSLATE_NOOP("errors", "Write some words first."))
    if not is_storable(text):
        raise InvalidText(
            QT_TRANSLATE_NOOP("errors", "A note cannot hold a NUL or half of a character.")
        )
    if len(text) > _LONGEST:
        raise InvalidText(
            QT_TRANSLATE_NOOP("errors", "That is too long: {most} letters are the most."),
            most=f"{_LONGEST:,}",
        )
    return text
