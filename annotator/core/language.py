"""What the core and the window ask of a language; ``arabic`` is the one that ships.

All offsets count code points of the text, end exclusive, and part no letter from its marks.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Protocol, TypeAlias

from annotator.core.values import Value

Stretch: TypeAlias = tuple[int, int]
"""The start and the end of a piece of a text, in code points, end exclusive."""


class Folded(Protocol):
    """A text as ``Language.fold`` gives it, with the way back to its source."""

    @property
    def text(self) -> str:
        """The folded text."""

    @property
    def source_text(self) -> str:
        """The text that was folded."""

    def source(self, start: int, end: int) -> Stretch:
        """Return the whole letters of the source behind ``[start, end)`` of ``text``."""

    def find_all(self, needle: str) -> Iterator[Stretch]:
        """Yield where a folded ``needle`` stands in the source, in order, without overlaps."""

    def places(self, needle: str) -> Iterator[Stretch]:
        """Yield where a folded ``needle`` stands in ``text``, in order, without overlaps."""


class Cut(StrEnum):
    """What one border of a span takes in and another leaves out."""

    CLITIC = "clitic"
    ARTICLE = "article"
    QUOTE = "quote"
    """Quotes, brackets or other punctuation."""
    KIND_WORD = "kind_word"
    """A word for the kind of thing that is named, or a title."""
    MARKS = "marks"
    """Nothing but spaces, or signs that cannot be seen."""
    BORDER = "border"
    """Anything else."""


class Language(Protocol):
    """How one language compares, cuts and widens text."""

    code: str
    """What it is called in BCP 47, as other programs name it."""

    def tokenizer_source(self) -> str:
        """Return Python code that defines ``words`` and ``clitic_cuts`` as they are here.

        It stands alone: it needs ``regex``, which whoever uses it imports, and nothing else.
        """

    def fold(self, text: str) -> str:
        """Return ``text`` without the differences that a search must not see."""

    def fold_with_index(self, text: str) -> Folded:
        """Return ``text`` folded, with an index back to it."""

    def names_at(self, text: str, start: int, end: int) -> tuple[str, ...]:
        """Return how the name at ``[start, end)`` may read when folded; () if nothing is left."""

    def names_to_look_up(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return what stands in every folded text in which ``find_words`` can find ``names``."""

    def find_words(self, folded: Folded, names: Iterable[str]) -> Iterator[Stretch]:
        """Yield where folded ``names`` stand as whole words, clitics aside, without overlaps."""

    def words(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Stretch]:
        """Yield the words in ``[start, end)``, in order; a word that a border cuts, in part."""

    def sentences(self, text: str) -> Iterator[Stretch]:
        """Yield the sentences of ``text``, in order, without the spaces around them.

        All letters that can be seen lie in one of them.
        """

    def word_at(self, text: str, position: int) -> Stretch | None:
        """Return the word around ``position``, else the one that starts, then that ends there."""

    def clitic_cuts(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, ...]:
        """Return the positions at which clitics of the word ``[start, end)`` may be cut off."""

    def start_cuts(self, text: str, start: int, end: int, reader: str | None) -> frozenset[Cut]:
        """Return what ``[start, end)`` is, which one of two spans has before the other begins.

        ``reader`` tells which words are kind words.  Nothing is cut from an empty stretch.
        """

    def end_cuts(
        self, text: str, start: int, end: int, *, has_kind_word: bool = False
    ) -> frozenset[Cut]:
        """Return what ``[start, end)`` is, which one of two spans has after the other has ended.

        ``has_kind_word`` says that the same one begins with a kind word, which the other has not:
        what belongs to that may stand after the name.
        """

    def trim(self, text: str, start: int, end: int) -> Stretch:
        """Return ``[start, end)`` without the spaces and punctuation that frame it."""

    def snap(self, text: str, start: int, end: int) -> Stretch:
        """Return ``[start, end)`` widened to whole words, then trimmed."""

    def framed(self, text: str, start: int, end: int) -> Stretch | None:
        """Return what the next quotes or brackets around ``[start, end)`` hold, if any do."""

    def next_word_end(self, text: str, position: int) -> int:
        """Return the first end of a word after ``position``, else ``position``."""

    def previous_word_start(self, text: str, position: int) -> int:
        """Return the last start of a word before ``position``, else ``position``."""

    def start_outward(self, text: str, start: int) -> int:
        """Return ``start`` moved back by a word or a clitic, else ``start``."""

    def start_inward(self, text: str, start: int, end: int) -> int:
        """Return ``start`` moved on by a clitic or a word, but never to ``end``."""

    def end_outward(self, text: str, end: int) -> int:
        """Return ``end`` moved on by a word, else ``end``."""

    def end_inward(self, text: str, start: int, end: int) -> int:
        """Return ``end`` moved back by a word, but never to ``start``."""

    def without_articles(self, name: str) -> str:
        """Return a folded name without the articles of its words."""

    def without_clitics(self, name: str) -> Iterator[str]:
        """Yield what a folded name may be without the clitics of its first word."""

    def dateline_end(self, line: str) -> int:
        """Return where the date with which ``line`` begins ends, else 0."""

    def days_told(self, lines: Sequence[str]) -> Iterator[str]:
        """Yield the days that the first ``lines`` of an article tell as that of publication.

        The surest comes first; whether a day exists is not looked at.
        """

    def own_day(self, year: int, month: int, day: int) -> str:
        """Return a day of the calendar that is the language's own, with its month by name.

        ``month`` is 1 to 12 and ``day`` at least 1; if no such day exists, one that is like it.
        """

    def read_value(
        self, reader: str, text: str, start: int, end: int, published: str | None
    ) -> Value:
        """Return what the span ``[start, end)`` of ``text`` means by the rules of ``reader``.

        ``published`` is the day in ISO on which the article appeared.  None is the answer of
        readers that are not known, and wherever the meaning is not certain.
        """
